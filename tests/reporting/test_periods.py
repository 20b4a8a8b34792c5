"""Cut-offs and deadlines, as the regimes of their day say."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.errors import UnknownNameError
from cchc.knowledge import DayRule, Facts, Knowledge, PeriodRule, Regime, RegimeLevel
from cchc.reporting import LOCAL_PERIODS, Period, calendar, reporting_period

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


@pytest.mark.parametrize(
    "id_", ["2027-Q5", "2027-Q0", "27-Q1", "", "2027-M13", "2027-9m", "1900", "2201", "9999-M12"]
)
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


def a_regime(**days: DayRule | int) -> Knowledge:
    """Return what is known with a regime of one quarter beside it."""
    least = days.pop("working_days", 0)
    rule = PeriodRule(id="Q1", kind="quarter", name="Quý I", **days)  # type: ignore[arg-type]
    own = Regime(
        key="rieng",
        name="Riêng",
        law="QĐ 1",
        levels=("commune",),
        periods=(rule,),
        working_days=least,  # type: ignore[arg-type]
        source="QĐ 1",
    )
    return KNOWLEDGE.extended([Facts(regimes=(own,))])


def of_regime(year: int, knowledge: Knowledge) -> Period:
    """Return the quarter of that regime."""
    return reporting_period(f"{year}-Q1", level="commune", knowledge=knowledge, regime="rieng")


@pytest.mark.parametrize(
    ("year", "end", "due"),
    [
        # 29 February 2028 is a Tuesday; 2027 has none, and its last day is a Sunday.
        (2028, DayRule(month=2, day=28), "2028-02-29"),
        (2028, DayRule(month=2, day=29), "2028-03-01"),
        (2027, DayRule(month=2, day=29), "2027-03-01"),
        # Behind a year's end comes New Year's Day, here a Friday, and a weekend.
        (2026, DayRule(month=12, day=31), "2027-01-04"),
        # Tết Đinh Mùi is on 6 February 2027; work begins again on the 11th.
        (2027, DayRule(month=2, day=4), "2027-02-11"),
        # 30 April 2027 is a Friday and 1 May a Saturday, for which the Monday is given.
        (2027, DayRule(month=4, day=29), "2027-05-04"),
    ],
)
def test_the_first_day_that_the_law_allows(year: int, end: DayRule, due: str) -> None:
    """The next working day, over leap days, year ends, Tết and days in lieu."""
    found = of_regime(year, a_regime(end=end))

    assert (str(found.due), found.is_set, found.working_days) == (due, False, 1)


class TestWhatNobodySetIsTheFirstDayThatTheLawAllows:
    """For any cut-off and any number of working days."""

    @given(
        year=st.integers(2020, 2035),
        month=st.integers(1, 12),
        day=st.integers(1, 31),
        least=st.integers(0, 5),
    )
    @settings(max_examples=60)
    def test_any_cut_off(self, year: int, month: int, day: int, least: int) -> None:
        """It is a working day, with just as many behind the cut-off as are wanted, and at least one."""
        found = of_regime(year, a_regime(end=DayRule(month=month, day=day), working_days=least))

        assert found.due is not None
        assert KNOWLEDGE.is_working_day(found.due)
        assert found.working_days == found.least == max(least, 1)


def test_a_year_may_be_reported_in_the_next() -> None:
    """And counted from the one before."""
    days = {"start": DayRule(year=-1, month=12, day=15), "end": DayRule(month=12, day=31)}
    found = of_regime(2027, a_regime(**days, due=DayRule(year=1, month=1, day=15)))

    assert [str(day) for day in (found.start, found.end, found.due)] == [
        "2026-12-15",
        "2027-12-31",
        "2028-01-15",
    ]


def test_days_that_no_year_has_are_refused() -> None:
    """When the rule is written, not when a period is asked for."""
    with pytest.raises(ValueError, match="month"):
        DayRule(month=13, day=1)
    with pytest.raises(ValueError, match="day"):
        DayRule(month=2, day=32)


@pytest.mark.parametrize("year", [2023, 2024, 2026, 2028])
def test_periods_of_a_year_leave_no_day_out(year: int) -> None:
    """Months follow one another, quarters are three of them, and the year is from the first day to the last."""
    every = {one.id: one for one in calendar(year, level="province", knowledge=KNOWLEDGE, regime="dinh-ky")}
    months = [every[f"{year}-M{number:02}"] for number in range(1, 13)]
    ends = [one.end for one in months]

    assert [one.start for one in months[1:]] == [day + dt.timedelta(1) for day in ends[:-1] if day]
    for quarter in range(4):
        first, last = months[quarter * 3], months[quarter * 3 + 2]
        found = every[f"{year}-Q{quarter + 1}"]
        assert (found.start, found.end) == (first.start, last.end)
    assert (every[str(year)].start, every[str(year)].end) == (months[0].start, months[-1].end)
    assert (every[f"{year}-H1"].end, every[f"{year}-H2"].start) == (months[5].end, months[6].start)
