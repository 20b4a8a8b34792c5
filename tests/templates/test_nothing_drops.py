"""Nothing drops: whatever a plan says stands in its document, in every form, and the same plan makes the same bytes."""

from __future__ import annotations

import datetime as dt
import functools
import re
import time
import unicodedata
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from cchc.document import Document
from cchc.model import Body, Channel, Item, Plan
from cchc.plugins import Registry
from cchc.templates import Template, compose_plan
from cchc.text import clean
from tests.strategies import plans

ON = dt.date(2027, 1, 1)
MODERATE = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@functools.cache
def registry() -> Registry:
    """Return the built-in forms and formats, and those of the provinces that are installed."""
    return Registry.discover()


def words(text: str) -> list[str]:
    """Return the words of *text*, without capitals, marks of punctuation and what cannot be printed."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", clean(text).text).casefold())


def strings(value: object) -> Iterator[str]:
    """Yield every text within a tree of values, in reading order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif attrs.has(type(value)):
        for one in attrs.fields(type(value)):
            yield from strings(getattr(value, one.name))


def printed(document: Document) -> list[str]:
    """Return the words of the pages, without the typed tables beside them."""
    return words(" ".join(strings(document.sections)))


def lines(items: tuple[Item, ...]) -> Iterator[str]:
    """Yield the words of items, which are printed as they are."""
    for item in items:
        yield item.words
        yield from lines(item.items)


def labels(items: tuple[Item, ...], template: Template) -> Iterator[str]:
    """Yield the labels of items; that of a group is let go of where its parts all went to places of their own."""
    groups = {"aims", "substance", "organisation"}
    for item in items:
        if template.keep_order or item.role not in groups or item.words or item.facts or not item.items:
            yield item.label
        yield from labels(item.items, template)


def stated(items: tuple[Item, ...]) -> Iterator[str]:
    """Yield the names of channels and the tasks of duties that no words and no label say already."""
    for item in items:
        if not (item.words.strip() or item.label.strip()):
            for fact in item.facts:
                yield fact.name if isinstance(fact, Channel) else fact.task
        yield from stated(item.items)


FORMS = registry().templates


class TestNothingDrops:
    """Every word of a plan comes back in the text of its document, whichever form lays it out."""

    @MODERATE
    @given(plan=plans())
    def test_words_come_back_as_they_stand(self, plan: Plan) -> None:
        """Words of items, opening and closing are printed in one piece."""
        said = [plan.opening, plan.closing, *lines(plan.parts)]
        if plan.kind == "QĐ":
            said += lines(plan.decision)
        pieces = [f" {' '.join(words(one))} " for one in said if words(one)]
        lost = []
        for template in FORMS:
            text = f" {' '.join(printed(compose_plan(plan, template, on=ON)))} "
            lost += [(template.key, piece) for piece in pieces if piece not in text]

        assert lost == []

    @MODERATE
    @given(plan=plans())
    def test_labels_recipients_and_facts_come_back(self, plan: Plan) -> None:
        """Labels may take the template's words around them; facts without words are written out."""
        lost = []
        for template in FORMS:
            text = set(printed(compose_plan(plan, template, on=ON)))
            said = [
                plan.subject,
                *labels(plan.parts, template),
                *stated(plan.parts),
                *(body.words for body in plan.recipients),
                *(basis.words for basis in plan.bases),
            ]
            if plan.kind == "QĐ":
                said += [*labels(plan.decision, template), *stated(plan.decision)]
            lost += [(template.key, one) for one in said if not set(words(one)) <= text]

        assert lost == []


def test_composing_costs_in_step_with_the_parts() -> None:
    """A plan whose parts no section takes, tens of thousands of them, is laid out part after part."""
    parts = tuple(Item(words=f"Ý {number}") for number in range(30_000))
    plan = Plan(id="a", year=2027, level="commune", issuer=Body(words="UBND xã A"), subject="x", parts=parts)
    form = next(one for one in FORMS if not one.keep_order)
    begun = time.process_time()
    document = compose_plan(plan, form, on=ON, beside=False)

    assert len(parts) == sum(1 for one in document.diagnostics if one.code == "CT001")
    assert time.process_time() - begun < 8


class TestSameInputSameBytes:
    """One plan makes one file in each format, however often it is made; no text of a plan stops that."""

    @MODERATE
    @given(plan=plans(hostile=True))
    def test_every_form_takes_every_plan(self, plan: Plan) -> None:
        """Composing raises for no plan that the model takes, and says the same each time."""
        for template in FORMS:
            assert compose_plan(plan, template, on=ON) == compose_plan(plan, template, on=ON)

    @pytest.mark.parametrize("key", [one.key for one in registry().formats])
    @settings(MODERATE, max_examples=8)
    @given(plan=plans(hostile=True))
    def test_every_format_writes_the_same_bytes(self, key: str, plan: Plan) -> None:
        """Nothing in a file comes from a clock, from chance or from the order of a set."""
        document = compose_plan(plan, FORMS[0], on=ON)
        format_ = registry().format(key)

        assert format_.render(document) == format_.render(document)
