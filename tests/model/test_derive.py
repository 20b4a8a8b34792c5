"""What follows from a plan: channels, duties, tasks and facts, wherever in its words they are said."""

from __future__ import annotations

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.model import (
    Assignment,
    Body,
    Channel,
    Item,
    Plan,
    Quantity,
    Schedule,
    assignments,
    channels,
    facts,
    tasks,
    walk,
)
from tests.strategies import plans

SNV, STTTT, DAI = Body(words="Sở Nội vụ"), Body(words="Sở Thông tin và Truyền thông"), Body(words="Đài PTTH")
WEEKLY = Schedule(words="Hằng tuần", kind="recurring", every="week")


def plan(*parts: Item) -> Plan:
    """Return a plan with these parts."""
    return Plan(id="a", year=2026, level="province", issuer=Body(words="UBND tỉnh"), subject="s", parts=parts)


def test_walking_names_every_item_in_reading_order() -> None:
    """Parents come before children, with the paths that problems and checks name."""
    tree = plan(
        Item(label="I", items=(Item(words="a", items=(Item(words="b"),)), Item(words="c"))), Item(label="II")
    )

    assert [
        ("parts[0]", "I", 0),
        ("parts[0].items[0]", "a", 1),
        ("parts[0].items[0].items[0]", "b", 2),
        ("parts[0].items[1]", "c", 1),
        ("parts[1]", "II", 0),
    ] == [(place.path, place.item.label or place.item.words, place.depth) for place in walk(tree)]


def test_channels_are_found_wherever_they_are_said() -> None:
    """One bullet names two, one stands among the contents, one is a sub-channel of a heading."""
    first, second, third, fourth = (Channel(id=f"c{number}", name="n") for number in range(4))
    tree = plan(
        Item(role="contents", items=(Item(words="x", facts=(first,)),)),
        Item(
            role="channels",
            items=(Item(facts=(second, third)), Item(label="y", items=(Item(facts=(fourth,)),))),
        ),
    )

    assert (first, second, third, fourth) == channels(tree)


def test_duties_are_found_inside_channels_and_under_organisation() -> None:
    """Both stand in one list, in reading order."""
    inside, under = Assignment(id="a", bodies=(DAI,), channel="c"), Assignment(id="b", bodies=(SNV,))
    tree = plan(
        Item(items=(Item(facts=(Channel(id="c", name="n"), inside)),)),
        Item(role="organisation", facts=(under,)),
    )

    assert (inside, under) == assignments(tree)


def test_a_lead_said_twice_is_one_task_with_both_places() -> None:
    """Said at the channel and again under organisation: one line in the table of tasks."""
    channel = Channel(id="c", name="Chuyên mục", lead=(DAI,), partners=(SNV,), quantity=Quantity(number=12))
    duty = Assignment(
        id="d",
        bodies=(DAI, STTTT),
        role="lead",
        partners=(SNV,),
        schedule=WEEKLY,
        product="Băng",
        channel="c",
    )
    (task,) = tasks(plan(Item(facts=(channel,)), Item(items=(Item(facts=(duty,)),))))

    assert ("c", "Chuyên mục", (DAI, STTTT), (SNV,), WEEKLY, "Băng", 12, ("parts[0].facts[0]", "parts[1].items[0].facts[0]")) == (
        task.id, task.content, task.lead, task.partners, task.schedule, task.product, task.quantity.number, task.paths
    )  # fmt: skip


def test_the_channel_may_stand_behind_its_duty() -> None:
    """Order does not matter for what belongs together."""
    duty = Assignment(id="d", bodies=(DAI,), role="lead", channel="c")
    (task,) = tasks(plan(Item(facts=(duty,)), Item(facts=(Channel(id="c", name="n"),))))

    assert ("c", (DAI,)) == (task.id, task.lead)


def test_other_duties_are_tasks_of_their_own() -> None:
    """Reporting on a channel, or working with its lead, is something else than the channel."""
    tree = plan(
        Item(
            facts=(
                Channel(id="c", name="n", lead=(DAI,)),
                Assignment(id="d", bodies=(SNV,), role="report", task="Báo cáo", channel="c"),
                Assignment(id="e", bodies=(STTTT,), role="partner", partners=(SNV,), channel="c"),
            )
        )
    )

    assert [("c", (DAI,), ()), ("d", (SNV,), ()), ("e", (SNV,), (STTTT,))] == [
        (task.id, task.lead, task.partners) for task in tasks(tree)
    ]


class TestEveryFactIsInSomeTask:
    """No channel and no duty of a plan is missing from its table of tasks."""

    @given(plan=plans())
    @settings(max_examples=40)
    def test_each_place_stands_once(self, plan: Plan) -> None:
        """The places of all tasks are the places of all facts, each once."""
        said = [
            f"{place.path}.facts[{index}]" for place in walk(plan) for index in range(len(place.item.facts))
        ]

        assert sorted(said) == sorted(path for task in tasks(plan) for path in task.paths)

    @given(plan=plans())
    @settings(max_examples=40)
    def test_ids_are_of_channels_or_duties(self, plan: Plan) -> None:
        """Reports can answer to every task by its id."""
        known = {fact.id for fact in (*channels(plan), *assignments(plan))}

        assert {task.id for task in tasks(plan)} <= known


class TestFactsForgetWordsAndIds:
    """Two plans that say the same in other words have the same facts."""

    @given(plan=plans(), data=st.data())
    @settings(max_examples=40)
    def test_words_ids_and_status_do_not_count(self, plan: Plan, data: st.DataObject) -> None:
        """Other words, labels, markers, ids, closing and status leave the facts as they are."""
        said = {fact.id: f"x{number}" for number, fact in enumerate((*channels(plan), *assignments(plan)))}

        def renamed(item: Item) -> Item:
            changed = []
            for fact in item.facts:
                if isinstance(fact, Assignment):
                    fact = attrs.evolve(fact, channel=said.get(fact.channel, ""))
                changed.append(attrs.evolve(fact, id=said[fact.id]))
            return Item(words="lời khác", facts=tuple(changed), items=tuple(map(renamed, item.items)))

        status = data.draw(st.sampled_from(["draft", "issued"]))
        other = attrs.evolve(
            plan, id="other", status=status, opening="x", closing="y", parts=tuple(map(renamed, plan.parts))
        )

        assert facts(plan) == facts(other)

    def test_what_is_said_does_count(self) -> None:
        """Another lead is another fact."""
        first = plan(Item(facts=(Channel(id="c", name="n", lead=(DAI,)),)))
        second = plan(Item(facts=(Channel(id="c", name="n", lead=(SNV,)),)))

        assert facts(first) != facts(second)
