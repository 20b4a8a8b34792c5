"""Report regimes, short forms and working days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.knowledge import Knowledge

CORE = Knowledge.core()
a_day = st.dates(dt.date(2015, 1, 1), dt.date(2027, 12, 31))


@pytest.mark.parametrize(
    ("key", "period", "start", "end", "due"),
    [
        ("cchc", "Q1", "2022-12-15", "2023-03-14", "2023-03-20"),
        ("cchc", "H1", "2022-12-15", "2023-06-14", "2023-06-20"),
        ("cchc", "Q3", "2023-06-15", "2023-09-14", "2023-09-20"),
        ("cchc", "Y", "2022-12-15", "2023-12-14", "2023-12-20"),
        ("dinh-ky", "M01", "2022-12-15", "2023-01-14", "2023-01-25"),
        ("dinh-ky", "M05", "2023-04-15", "2023-05-14", "2023-05-25"),
        ("dinh-ky", "Q2", "2023-03-15", "2023-06-14", "2023-06-25"),
        ("dinh-ky", "Q4", "2023-09-15", "2023-12-14", "2023-12-25"),
        ("dinh-ky", "H2", "2023-06-15", "2023-12-14", "2023-12-25"),
    ],
)
def test_cut_offs_and_deadlines_of_a_province(key: str, period: str, start: str, end: str, due: str) -> None:
    """Cut-offs are those of NĐ 09/2019, deadlines the 25th, or the 20th for the reform reports."""
    regime = CORE.regime(key, "province", dt.date(2023, 1, 1))
    assert regime is not None
    rule = regime.period(period)
    assert rule is not None

    days = [day.of(2023).isoformat() for day in (rule.start, rule.end, rule.due) if day]
    assert days == [start, end, due]


def test_reform_reports_are_four_a_year() -> None:
    """The regime of 2022 asks for Quý I, 6 tháng, Quý III and năm, and for no other."""
    regime = CORE.regime("cchc", "province", dt.date(2024, 1, 1))

    assert regime is not None
    assert [rule.id for rule in regime.periods] == ["Q1", "H1", "Q3", "Y"]


def test_lower_levels_have_the_cut_offs_without_a_deadline() -> None:
    """A department or commune has its deadline from its province, so the table leaves it open."""
    for level in ("department", "commune"):
        regime = CORE.regime("cchc", level, dt.date(2024, 1, 1))
        assert regime is not None
        assert all(rule.end and rule.due is None for rule in regime.periods)


def test_the_regime_of_2012_went_before() -> None:
    """Until 2022 the reform reports followed the letter of 2012, whose cut-offs are not known."""
    regime = CORE.regime("cchc", "province", dt.date(2017, 1, 1))

    assert regime is not None
    assert regime.law.startswith("Công văn 725/BNV-CCHC")
    assert all(rule.start is None and rule.end is None and rule.due for rule in regime.periods)


def test_every_period_is_in_order_and_sourced() -> None:
    """A period begins before it is cut off and is due after that; every regime names its source."""
    for regime in CORE.regimes():
        assert regime.source
        assert regime.periods
        for rule in regime.periods:
            days = [day.of(2024) for day in (rule.start, rule.end, rule.due) if day]
            assert days == sorted(days)
            assert days


@given(a_day, st.sampled_from(["cchc", "dinh-ky"]), st.sampled_from(["province", "department", "commune"]))
def test_a_regime_is_given_only_on_its_days(on: dt.date, key: str, level: str) -> None:
    """The answer binds that level on that day."""
    regime = CORE.regime(key, level, on)  # type: ignore[arg-type]

    if regime:
        assert (regime.key, level in regime.levels) == (key, True)
        assert regime.since is None or regime.since <= on
        assert regime.until is None or on < regime.until


def test_short_forms_by_date() -> None:
    """KH is Kế hoạch under NĐ 30/2020; STTTT falls out when the department ends, and SNNMT comes."""
    of_2022 = {one.short: one for one in CORE.abbreviations(dt.date(2022, 1, 1))}
    of_2026 = {one.short: one for one in CORE.abbreviations(dt.date(2026, 1, 1))}

    assert (of_2022["KH"].words, of_2022["KH"].of, of_2022["KH"].confidence) == (
        "Kế hoạch",
        "document",
        "confirmed",
    )
    assert (of_2022["CTr"].words, of_2022["TTr"].words) == ("Chương trình", "Tờ trình")
    assert of_2022["STTTT"].key == "so-thong-tin-va-truyen-thong"
    assert "STTTT" not in of_2026
    assert of_2026["SNNMT"].words == "Sở Nông nghiệp và Môi trường"


def test_all_short_forms_of_the_decree() -> None:
    """Phụ lục III of NĐ 30/2020 has 27 types of documents and three kinds of copies."""
    official = [one for one in CORE.abbreviations(dt.date(2022, 1, 1)) if one.of == "document"]

    assert len(official) == 30


class TestWorkingDays:
    """Working days, for deadlines that must lie some of them after a cut-off."""

    @pytest.mark.parametrize(
        ("day", "works"),
        [
            ("2023-03-14", True),
            ("2023-03-18", False),
            ("2022-02-01", False),
            ("2022-05-03", False),
            ("2025-09-01", False),
            ("2025-04-26", True),
            ("2025-05-02", False),
        ],
    )
    def test_known_days(self, day: str, works: bool) -> None:
        """Tết, days in lieu and swapped Saturdays are known."""
        assert CORE.is_working_day(dt.date.fromisoformat(day)) == works

    def test_counting_on(self) -> None:
        """Counting passes over weekends and holidays, forwards and back."""
        assert CORE.add_working_days(dt.date(2022, 1, 28), 1) == dt.date(2022, 2, 7)
        assert CORE.add_working_days(dt.date(2022, 2, 7), -1) == dt.date(2022, 1, 28)
        assert CORE.add_working_days(dt.date(2022, 2, 1), 0) == dt.date(2022, 2, 1)

    @given(a_day, st.integers(1, 15))
    def test_counting_back_returns(self, day: dt.date, count: int) -> None:
        """From a working day, so many days on and so many back is where one was."""
        if CORE.is_working_day(day):
            later = CORE.add_working_days(day, count)

            assert later > day
            assert CORE.is_working_day(later)
            assert CORE.add_working_days(later, -count) == day
