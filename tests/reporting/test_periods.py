"""Cut-offs and deadlines, as the regimes of their day say."""

from __future__ import annotations

import datetime as dt

import pytest

from cchc.errors import UnknownNameError
from cchc.knowledge import DayRule, Facts, Knowledge, PeriodRule, Regime, RegimeLevel
from cchc.reporting import LOCAL_PERIODS, calendar, reporting_period

KNOWLEDGE = Knowledge.core().extended([Facts(regimes=(LOCAL_PERIODS,))])


def days(id_: str) -> tuple[str, str, str]:
    """Return first day, cut-off and deadline of a period, for a province."""
    found = reporting_period(id_, level="province", knowledge=KNOWLEDGE)
    return str(found.start), str(found.end), str(found.due)


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("2027-Q1", ("2026-12-15", "2027-03-14", "2027-03-20")),
        ("2027-H1", ("2026-12-15", "2027-06-14", "2027-06-20")),
        ("2027-Q3", ("2027-06-15", "2027-09-14", "2027-09-20")),
        ("2027", ("2026-12-15", "2027-12-14", "2027-12-20")),
    ],
)
def test_reform_reports_follow_their_regime(id_: str, expected: tuple[str, str, str]) -> None:
    """581/BNV-CCHC: day 20 of the last month; the third quarter counts for itself."""
    assert expected == days(id_)


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("2027-M01", ("2026-12-15", "2027-01-14", "2027-01-25")),
        ("2027-Q4", ("2027-09-15", "2027-12-14", "2027-12-25")),
        ("2027-H2", ("2027-06-15", "2027-12-14", "2027-12-25")),
    ],
)
def test_periods_that_the_regime_lacks_follow_the_decree(id_: str, expected: tuple[str, str, str]) -> None:
    """Nghị định 09/2019/NĐ-CP: day 25 of the last month."""
    assert expected == days(id_)


def test_nine_months_are_the_rule_of_a_province() -> None:
    """No decree has them; the deadline is two working days behind the cut-off, and nobody has set it."""
    found = reporting_period("2027-9M", level="commune", knowledge=KNOWLEDGE)

    assert (found.start, found.end) == (dt.date(2026, 12, 15), dt.date(2027, 9, 14))
    assert (found.due, found.is_set, found.working_days) == (dt.date(2027, 9, 16), False, 2)
    assert found.regime.confidence == "one_source"


@pytest.mark.parametrize("level", ["ministry", "province", "department", "commune"])
@pytest.mark.parametrize("regime", ["cchc", "dinh-ky"])
@pytest.mark.parametrize("year", [2023, 2026, 2027, 2031])
def test_a_working_day_lies_between_cut_off_and_deadline(level: RegimeLevel, regime: str, year: int) -> None:
    """Nghị định 09/2019/NĐ-CP, Điều 8, khoản 5."""
    found = calendar(year, level=level, knowledge=KNOWLEDGE, regime=regime)

    assert found
    assert [one.id for one in found if one.working_days is None or one.working_days < one.least] == []


def test_the_regime_of_the_day_decides() -> None:
    """Until February 2022 months were reported too; from March 2022 four reports a year are."""
    found = calendar(2022, level="province", knowledge=KNOWLEDGE)

    assert [one.id for one in found] == ["2022-M01", "2022-M02", "2022-Q1", "2022-H1", "2022-Q3", "2022"]


def test_a_plugin_adds_a_regime() -> None:
    """A province sets its own deadlines, as Điều 13, khoản 2 lets it."""
    rule = PeriodRule(
        id="Q1",
        kind="quarter",
        name="Quý I",
        start=DayRule(year=-1, month=12, day=15),
        end=DayRule(month=3, day=14),
        due=DayRule(month=3, day=17),
    )
    own = Regime(
        key="tinh-x",
        name="Chế độ của tỉnh X",
        law="QĐ 1",
        levels=("commune",),
        periods=(rule,),
        source="QĐ 1",
    )
    knowledge = KNOWLEDGE.extended([Facts(regimes=(own,))])
    found = reporting_period("2027-Q1", level="commune", knowledge=knowledge, regime="tinh-x")

    assert (found.due, found.is_set) == (dt.date(2027, 3, 17), True)


def test_a_deadline_of_the_receiver_comes_first() -> None:
    """Whoever asks may set the day."""
    found = reporting_period("2027-Q1", level="commune", knowledge=KNOWLEDGE, due=dt.date(2027, 3, 18))

    assert (found.due, found.is_set) == (dt.date(2027, 3, 18), True)


@pytest.mark.parametrize("id_", ["2027-Q5", "2027-Q0", "27-Q1", "", "2027-M13", "2027-9m", "1900"])
def test_what_is_no_period_is_refused(id_: str) -> None:
    """And the error says how periods are written."""
    with pytest.raises(UnknownNameError, match="2027"):
        reporting_period(id_, level="commune", knowledge=KNOWLEDGE)


def test_an_unknown_regime_is_refused() -> None:
    """The error names those that there are."""
    with pytest.raises(UnknownNameError, match="dinh-ky"):
        calendar(2027, level="commune", knowledge=KNOWLEDGE, regime="x")


def test_longer_periods_contain_shorter_ones() -> None:
    """What is said of a quarter is part of what is said of the half year, but not the other way round."""
    quarter, half, third = (
        reporting_period(id_, level="commune", knowledge=KNOWLEDGE)
        for id_ in ("2027-Q1", "2027-H1", "2027-Q3")
    )

    assert (half.contains(quarter), quarter.contains(half), half.contains(third)) == (True, False, False)
