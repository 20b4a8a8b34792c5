"""Legal documents by number, name and date."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.knowledge import Knowledge, Law

CORE = Knowledge.core()
a_law = st.sampled_from(CORE.laws())
a_day = st.dates(dt.date(2003, 1, 1), dt.date(2030, 12, 31))


def only(number: str) -> Law:
    """Return the one document with this number."""
    (law,) = CORE.laws(number)
    return law


class TestIdentity:
    """One number is not one document."""

    @pytest.mark.parametrize(
        ("number", "years"),
        [("76/NQ-CP", [2013, 2021]), ("07/CT-TTg", [2013, 2023]), ("7/CT-TTg", [2013, 2023])],
    )
    def test_one_number_two_documents(self, number: str, years: list[int]) -> None:
        """76/NQ-CP and 07/CT-TTg are two documents each, told apart by the year."""
        assert [law.year for law in CORE.laws(number)] == years
        assert CORE.law(None, number) is None
        assert [CORE.law(None, number, None, year) for year in years] == list(CORE.laws(number))

    def test_kind_and_issuer_must_fit(self) -> None:
        """A document is found by what is said of it, and not by what contradicts it."""
        assert CORE.law("Nghị quyết", "76/NQ-CP", "Chính phủ", 2021) is not None
        assert CORE.law("nghị quyết", "76 / NQ-CP", "CP", 2021) is not None
        assert CORE.law("Quyết định", "76/NQ-CP", "Chính phủ", 2021) is None
        assert CORE.law("Nghị quyết", "76/NQ-CP", "Quốc hội", 2021) is None
        assert CORE.law("Nghị quyết", "76/NQ-CP", "Chính phủ", 2019) is None

    @pytest.mark.parametrize("number", ["30/2026/QH16", "30-NQ/2026/QH16", "30/2026/qh16", "30 / 2026/QH16"])
    def test_spellings_of_a_number(self, number: str) -> None:
        """The order of the parts, blanks and case of a number make no difference."""
        assert only(number).title == "về việc thành lập thành phố Đồng Nai"

    def test_laws_by_name(self) -> None:
        """A law that is cited by name alone is every law of that name."""
        found = CORE.laws_named("Luật Tổ chức chính quyền địa phương")

        assert [law.number for law in found] == ["77/2015/QH13", "65/2025/QH15", "72/2025/QH15"]


class TestInForce:
    """What held on a day."""

    @pytest.mark.parametrize(
        ("number", "first_day_out", "successor"),
        [
            ("61/2018/NĐ-CP", dt.date(2025, 7, 1), "118/2025/NĐ-CP"),
            ("65/2025/QH15", dt.date(2025, 6, 16), "72/2025/QH15"),
            ("77/2015/QH13", dt.date(2025, 3, 1), "65/2025/QH15"),
            ("01/2011/TT-BNV", dt.date(2020, 3, 5), "30/2020/NĐ-CP"),
            ("110/2004/NĐ-CP", dt.date(2020, 3, 5), "30/2020/NĐ-CP"),
        ],
    )
    def test_replaced_documents(self, number: str, first_day_out: dt.date, successor: str) -> None:
        """A document holds up to the day before it is replaced, and names what replaced it from then on."""
        law = only(number)
        before = CORE.law_status(law, first_day_out - dt.timedelta(days=1))
        after = CORE.law_status(law, first_day_out)

        assert (before.in_force, before.replaced_by) == (True, ())
        assert (after.in_force, [other.number for other in after.replaced_by]) == (False, [successor])

    def test_a_programme_runs_out(self) -> None:
        """30c/NQ-CP ended with its period and was amended in 2013."""
        law = only("30c/NQ-CP")
        of_2012, of_2014, of_2021 = (CORE.law_status(law, dt.date(year, 1, 1)) for year in (2012, 2014, 2021))

        assert (of_2012.in_force, of_2012.amended_by) == (True, ())
        assert [other.number for other in of_2014.amended_by] == ["76/NQ-CP"]
        assert (of_2021.in_force, of_2021.replaced_by) == (False, ())

    @pytest.mark.parametrize(
        "number",
        ["282/QĐ-TTg", "118/2025/NĐ-CP", "72/2025/QH15", "30/2020/NĐ-CP", "09/2019/NĐ-CP", "23/CT-TTg"],
    )
    def test_in_force_today(self, number: str) -> None:
        """What plans of 2026 rest on is in force in November 2026."""
        assert CORE.law_status(only(number), dt.date(2026, 11, 22)).in_force

    def test_doubt_is_said(self) -> None:
        """A date that nobody has read in the document itself carries its doubt into the answer."""
        confidence = {
            number: CORE.law_status(only(number), dt.date(2024, 1, 1)).confidence
            for number in ("30/2020/NĐ-CP", "61/2018/NĐ-CP", "63/2010/NĐ-CP", "07/2021/TT-BNV")
        }

        assert confidence == {
            "30/2020/NĐ-CP": "confirmed",
            "61/2018/NĐ-CP": "unverified",
            "63/2010/NĐ-CP": "doubtful",
            "07/2021/TT-BNV": "unverified",
        }

    @given(a_law, a_day)
    def test_in_force_from_its_first_day_until_its_end(self, law: Law, on: dt.date) -> None:
        """A document is in force from ``since`` on and before ``until``, and nothing replaces it while it holds."""
        status = CORE.law_status(law, on)

        assert status.in_force == (law.since <= on and (law.until is None or on < law.until))
        assert not (status.in_force and status.replaced_by)
        assert all(other.since <= on for other in status.amended_by)


class TestTable:
    """What must hold of every row."""

    def test_every_row_is_dated_and_sourced(self) -> None:
        """Every document has a source and days in their order; a year agrees with its date."""
        for law in CORE.laws():
            assert law.source
            assert law.date is None or (law.date.year == law.year and law.date <= law.since), law.key
            assert law in CORE.laws(law.number)
            assert CORE.law(law.kind, law.number, law.issuer, law.year) is law

    def test_what_replaces_begins_where_it_ends(self) -> None:
        """Every replacement and amendment is in the table; a replacement is in force when the replaced one ends."""
        for law in CORE.laws():
            for key in law.replaced_by:
                other = CORE.law(key.kind, key.number, key.issuer, key.year)
                assert other is not None
                assert law.until is not None
                assert other.since <= law.until, law.key
            for key in law.amends:
                amended = CORE.law(key.kind, key.number, key.issuer, key.year)
                assert amended is not None
                assert amended.since <= law.since, law.key

    def test_the_34_resolutions_of_the_reform(self) -> None:
        """Resolutions 1654 to 1687 are all there, one for each province of 1 July 2025."""
        titles = " ".join(only(f"{number}/NQ-UBTVQH15").title for number in range(1654, 1688))

        assert all(unit.full_name in titles for unit in CORE.units("province", dt.date(2025, 7, 1)))
