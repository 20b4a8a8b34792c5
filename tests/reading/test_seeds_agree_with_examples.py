"""What is read from a real plan and what its example says: where they speak of one thing they say the same.

The examples were written anew, so names and sentences differ; what must be equal is compared whatever the wording: how
many channels there are, what kind of time each has, who leads and who helps, who has duties, how much, who gets it, who
signs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc import load_plan
from cchc.model import Body, Plan, Schedule, assignments, channels, facts
from cchc.text import fold
from tests.reading.reader import SEED_NAMES, read, seed

EXAMPLES = Path(__file__).parents[2] / "examples"


def both(name: str) -> tuple[Plan, Plan]:
    """Return the example and what is read from its source."""
    source = seed(name)
    return load_plan(EXAMPLES / f"{name}.yaml"), read(source).plan


def named(bodies: tuple[Body, ...]) -> str:
    """Return the names of *bodies*, however they are divided; UBND and the tone marks have one spelling."""
    text = fold(", ".join(body.words for body in bodies)).replace("ủy ban nhân dân", "ubnd")
    return " ".join(text.replace(";", ",").replace(" và ", ", ").split())


def time(schedule: Schedule | None) -> object:
    """Return what a schedule says, without its words."""
    if schedule is None:
        return None
    return schedule.kind, schedule.start, schedule.end, schedule.months, schedule.every, schedule.times


@pytest.mark.parametrize("name", SEED_NAMES)
def test_the_head_says_the_same(name: str) -> None:
    """Issuer, number, place, date, year and level; the source of Nam Định has no date, nor has its example."""
    example, plan = (facts(one) for one in both(name))

    fields = ("kind", "year", "level", "issuer", "number", "symbol", "place", "date")
    assert [getattr(example, one) for one in fields] == [getattr(plan, one) for one in fields]


@pytest.mark.parametrize("name", SEED_NAMES)
def test_the_bases_are_the_same(name: str) -> None:
    """Each document with number, date and use; a relative issuer is completed by the place of the plan."""
    example, plan = both(name)

    assert [(one.kind, one.number, one.date, one.used_as) for one in example.bases] == [
        (one.kind, one.number, one.date, one.used_as) for one in plan.bases
    ]
    assert [True] * len(plan.bases) == [
        fold(mine.issuer or "").startswith(fold(yours.issuer or ""))
        for mine, yours in zip(plan.bases, example.bases, strict=True)
    ]


@pytest.mark.parametrize("name", SEED_NAMES)
def test_the_channels_are_the_same(name: str) -> None:
    """As many, each with its time, who leads and how much."""
    example, plan = both(name)

    expected = [(time(one.schedule), named(one.lead)) for one in channels(example)]
    assert expected == [(time(one.schedule), named(one.lead)) for one in channels(plan)]


@pytest.mark.parametrize("name", SEED_NAMES)
def test_the_partners_are_the_same(name: str) -> None:
    """Who helps with each channel."""
    example, plan = both(name)

    assert [named(one.partners) for one in channels(example)] == [
        named(one.partners) for one in channels(plan)
    ]


@pytest.mark.parametrize("name", SEED_NAMES)
def test_the_quantities_are_the_same(name: str) -> None:
    """Number, unit and whether it is a floor."""
    expected, found = (
        [
            (one.quantity.number, one.quantity.unit, one.quantity.at_least)
            for one in channels(plan)
            if one.quantity
        ]
        for plan in both(name)
    )

    assert expected == found


@pytest.mark.parametrize("name", SEED_NAMES)
def test_the_same_bodies_have_duties(name: str) -> None:
    """Whoever has a duty in the example has one in what is read.

    The example says one duty in many words where reading keeps a sentence whole, so duties are not counted. What a
    passive sentence or a subject left out implies is the example's: "Ngành văn hóa, thông tin", who stands inside a
    sentence about another body.
    """
    example, plan = both(name)
    implied = {"ngành văn hóa, thông tin"}

    def doers(one: Plan) -> set[str]:
        said = {named((body,)).removeprefix("các ") for duty in assignments(one) for body in duty.bodies}
        # A heading leaves out "của tỉnh", which the sentence below it says.
        return {words.removesuffix(" của tỉnh") for words in said} - implied

    read_ones = ", ".join(sorted(doers(plan)))
    assert [] == sorted(one for one in doers(example) if one not in read_ones)


@pytest.mark.parametrize("name", SEED_NAMES)
def test_recipients_and_signer_are_the_same(name: str) -> None:
    """The foot of the plan."""
    example, plan = both(name)

    assert (facts(example).recipients, example.signature) == (facts(plan).recipients, plan.signature)
    assert fold(example.archive).replace(" ", "") == fold(plan.archive).replace(" ", "")
