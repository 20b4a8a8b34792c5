"""The nouns are frozen, closed and hashable, and refuse what does not fit their fields."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from cchc import model as m
from cchc.errors import ModelError
from tests.strategies import plans, reports

BODY = m.Body(words="Sở Nội vụ")
PLAN: dict[str, Any] = {"id": "a", "year": 2026, "level": "commune", "issuer": BODY, "subject": "s"}
CHANNEL = m.Channel(id="c", name="Đài")
DUTY = m.Assignment(id="d", bodies=(BODY,))
FIGURE: dict[str, Any] = {"indicator": "a", "value": 1}
RETURN: dict[str, Any] = {"plan_id": "a", "unit": BODY, "period": "2027-Q1"}


class TestValuesAreValues:
    """Plans and reports are equal to their copies, hashable, and never change."""

    @given(plan=plans(hostile=True))
    @settings(max_examples=30)
    def test_plans(self, plan: m.Plan) -> None:
        """A plan equals its copy and its pickle, and hashes alike."""
        copies = {copy.deepcopy(plan), pickle.loads(pickle.dumps(plan)), attrs.evolve(plan)}

        assert {plan} == copies

    @given(report=reports())
    @settings(max_examples=30)
    def test_reports(self, report: m.Report) -> None:
        """A report equals its copy and its pickle, and hashes alike."""
        assert {report} == {copy.deepcopy(report), pickle.loads(pickle.dumps(report))}

    def test_fields_cannot_be_set(self) -> None:
        """A value is made anew, never changed."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            BODY.words = "x"  # type: ignore[misc]

    def test_lists_become_tuples(self) -> None:
        """A list given is a tuple kept, so that nobody can change it later."""
        assert (BODY,) == m.Channel(id="c", name="n", lead=[BODY]).lead  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cls", "values"),
    [
        (m.Month, {"year": 2026, "month": 13}),
        (m.Month, {"year": 26, "month": 1}),
        (m.Month, {"year": 2026, "month": True}),
        (m.Body, {"words": ""}),
        (m.Body, {"words": " \n\u00a0"}),
        (m.Body, {"words": 1}),
        (m.Body, {"words": "a", "code": "a b"}),
        (m.Body, {"words": "a", "code": "Sở Nội vụ"}),
        (m.Body, {"words": "a", "is_class": 1}),
        (m.LegalBasis, {}),
        (m.LegalBasis, {"title": "x", "words": " "}),
        (m.LegalBasis, {"words": "x", "use": "căn cứ"}),
        (m.LegalBasis, {"words": "x", "date": dt.datetime(2026, 1, 1)}),  # noqa: DTZ001  # the model has no time
        (m.Schedule, {}),
        (m.Schedule, {"kind": "once"}),
        (m.Schedule, {"kind": "range", "words": "x"}),
        (m.Schedule, {"kind": "months"}),
        (m.Schedule, {"kind": "months", "months": (0,)}),
        (m.Schedule, {"kind": "months", "months": (True,)}),
        (m.Schedule, {"kind": "recurring"}),
        (m.Schedule, {"kind": "recurring", "every": "month", "times": 0}),
        (m.Schedule, {"kind": "daily", "words": "x"}),
        (m.Quantity, {"number": 1.5}),
        (m.Quantity, {"number": Decimal("NaN")}),
        (m.Figure, {"indicator": "x", "value": Decimal("Infinity")}),
        (m.Quantity, {"number": True}),
        (m.Quantity, {"number": "3"}),
        (m.Channel, {"id": "Đài", "name": "x"}),
        (m.Channel, {"id": "", "name": "x"}),
        (m.Channel, {"id": "a" * 65, "name": "x"}),
        (m.Channel, {"id": "a\n", "name": "x"}),
        (m.Channel, {"id": "a", "name": " "}),
        (m.Channel, {"id": "a", "name": "x", "lead": "Sở Nội vụ"}),
        (m.Channel, {"id": "a", "name": "x", "lead": ("Sở Nội vụ",)}),
        (m.Channel, {"id": "a", "name": "x", "family": "tv"}),
        (m.Assignment, {"id": "a", "bodies": ()}),
        (m.Item, {"items": ("x",)}),
        (m.Item, {"facts": (BODY,)}),
        (m.Item, {"role": "aim"}),
        (m.Signature, {"authority": "TM. ỦY BAN NHÂN DÂN"}),
        (m.Indicator, {"id": "a", "name": "x", "adds": "mean"}),
        (m.Plan, {**PLAN, "number": "127"}),
        (m.Plan, {**PLAN, "number": "127/KH", "symbol": "KH"}),
        (m.Plan, {**PLAN, "symbol": "KH UBND"}),
        (m.Plan, {**PLAN, "year": 1900}),
        (m.Plan, {**PLAN, "level": "ward"}),
        (m.Plan, {**PLAN, "date": "2026-02-05"}),
        (m.Plan, {**PLAN, "parts": (m.Item(facts=(CHANNEL, CHANNEL)),)}),
        (m.Plan, {**PLAN, "parts": (m.Item(facts=(CHANNEL,)), m.Item(items=(m.Item(facts=(m.Assignment(id="c", bodies=(BODY,)),)),)))}),
        (m.Figure, {**FIGURE, "value": 0.5}),
        (m.Figure, {**FIGURE, "value": "1"}),
        (m.UnitReport, {**RETURN, "period": "2027-Q5"}),
        (m.UnitReport, {**RETURN, "period": "Q1/2027"}),
        (m.UnitReport, {**RETURN, "period": "2027-M13"}),
        (m.UnitReport, {**RETURN, "version": 0}),
        (m.Report, {"returns": (BODY,)}),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(cls: type, values: dict[str, Any]) -> None:
    """The error is ours, names the class, and speaks both languages."""
    with pytest.raises(ModelError) as caught:
        cls(**values)

    assert (True, True) == (bool(caught.value.why), bool(caught.value.why_vi))


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [
        (m.Month(year=2024, month=2), dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        (m.Month(year=2026, month=2), dt.date(2026, 2, 1), dt.date(2026, 2, 28)),
        (m.Month(year=2026, month=12), dt.date(2026, 12, 1), dt.date(2026, 12, 31)),
    ],
)
def test_months_know_their_days(month: m.Month, first: dt.date, last: dt.date) -> None:
    """Leap years and Decembers end when they end."""
    assert (first, last) == (month.first_day, month.last_day)


@pytest.mark.parametrize(("given", "kept"), [(127, "127"), ("30c", "30c"), ("09", "09"), (None, None)])
def test_numbers_of_documents_are_text(given: object, kept: str | None) -> None:
    """A whole number given is kept as its digits."""
    assert kept == m.Plan(**PLAN, number=given, symbol="KH-UBND").number


def test_decimal_figures_are_exact() -> None:
    """Figures are whole numbers or decimals, as reported."""
    assert "0.10" == str(m.Figure(indicator="a", value=Decimal("0.10")).value)


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "\u202e \ufeff", "\x00"])
def test_a_text_that_no_page_can_show_is_blank(text: str) -> None:
    """What is dropped before printing cannot stand for a name."""
    for make in (
        lambda: m.Body(words=text),
        lambda: m.Channel(id="a", name=text),
        lambda: m.LegalBasis(words=text),
        lambda: m.Schedule(words=text),
    ):
        with pytest.raises(ModelError):
            make()
