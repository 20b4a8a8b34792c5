"""What plugins add, and what happens when two say different things; questions in words."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from attrs import evolve

from cchc.errors import ConflictError, ModelError
from cchc.knowledge import Agency, Facts, Knowledge, Law, LawKey, PeriodRule, Province, Regime, Unit, UnitSpan
from cchc.model import Indicator

CORE = Knowledge.core()
REFORM = dt.date(2025, 7, 1)
NAM_DINH = dt.date(2022, 2, 14)
TODAY = dt.date(2026, 11, 22)

BASIN = Agency(
    key="trung-tam-truyen-thong-quang-tri",
    name="Trung tâm Truyền thông Khe Sanh",
    level="province",
    kind="service",
    source="plugin của Quảng Trị",
)
QUANG_TRI = Province(
    key="quang-tri",
    name="Quảng Trị",
    spans=(UnitSpan(code="45", until=REFORM), UnitSpan(code="44", since=REFORM)),
    agencies=(BASIN,),
    source="plugin của Quảng Trị",
)
LAW = Law(
    kind="Quyết định",
    number="52/2025/QĐ-UBND",
    issuer="Ủy ban nhân dân tỉnh Lạng Sơn",
    year=2025,
    date=dt.date(2025, 7, 7),
    since=dt.date(2025, 7, 7),
    source="hethongphapluat.com",
)
UNIT = Unit(code="99", name="Thử", type="tỉnh", level="province", since=TODAY, source="nguồn A")
REGIME = Regime(
    key="lang-son",
    name="Báo cáo định kỳ của tỉnh Lạng Sơn",
    law="Quyết định 52/2025/QĐ-UBND",
    levels=("department", "commune"),
    periods=(PeriodRule(id="Y", kind="year", name="Năm"),),
    source="nguồn A",
)


def facts(**records: object) -> list[Facts]:
    """Return what one plugin's hook gives."""
    return [Facts(**records)]  # type: ignore[arg-type]


class TestExtending:
    """A wider knowledge beside the core, which stays as it was."""

    def test_records_of_a_plugin_are_answered(self) -> None:
        """Every kind of record is found beside those of the package."""
        indicator = Indicator(id="tin-bai", name="Tin, bài")
        wider = CORE.extended(
            facts(laws=[LAW], units=[UNIT], agencies=[BASIN], regimes=[REGIME], indicators=[indicator])
        )

        assert wider.laws("52/2025/QĐ-UBND") == (LAW,)
        assert wider.unit("99", TODAY) == UNIT
        assert wider.units_named("tỉnh Thử", TODAY) == (UNIT,)
        assert UNIT in wider.units("province", TODAY)
        assert wider.agency("Trung tâm Truyền thông Khe Sanh", TODAY) == BASIN
        assert wider.regime("lang-son", "commune", TODAY) == REGIME
        assert wider.indicators() == (indicator,)
        assert wider.unit("14", TODAY) == CORE.unit("14", TODAY)

    def test_the_core_is_untouched(self) -> None:
        """Extending makes another value; the core is one value and knows nothing of it."""
        CORE.extended(facts(laws=[LAW], units=[UNIT]))

        assert Knowledge.core() is CORE
        assert CORE.laws("52/2025/QĐ-UBND") == ()
        assert CORE.unit("99", TODAY) is None

    def test_a_plugin_can_replace_a_law(self) -> None:
        """A document of a plugin amends one of the package."""
        key = LawKey(kind="Nghị quyết", number="76/NQ-CP", issuer="Chính phủ", year=2021)
        wider = CORE.extended(facts(laws=[evolve(LAW, amends=[key])]))
        law = wider.law("Nghị quyết", "76/NQ-CP", "Chính phủ", 2021)

        assert law is not None
        assert [other.number for other in wider.law_status(law, TODAY).amended_by] == ["52/2025/QĐ-UBND"]

    @pytest.mark.parametrize(
        ("code", "on", "key"),
        [
            ("19429", NAM_DINH, "quang-tri"),
            ("465", NAM_DINH, "quang-tri"),
            ("45", NAM_DINH, "quang-tri"),
            ("44", NAM_DINH, None),
            ("19429", TODAY, "quang-tri"),
            ("44", TODAY, "quang-tri"),
            ("14", TODAY, None),
        ],
    )
    def test_a_province_by_code_and_day(self, code: str, on: dt.date, key: str | None) -> None:
        """Before the reform 45 was Quảng Trị and 44 was not; since then 44 is."""
        province = CORE.extended((), [QUANG_TRI]).province(code, on)

        assert (province and province.key) == key

    def test_agencies_of_a_province_stand_in_that_province(self) -> None:
        """A plan of another province does not know them."""
        wider = CORE.extended((), [QUANG_TRI])
        found = {
            within: wider.resolve_body("Trung tâm Truyền thông Khe Sanh", on=TODAY, within=within)
            for within in (None, "19429", "04048")
        }

        assert {within: body is not None for within, body in found.items()} == {
            None: True,
            "19429": True,
            "04048": False,
        }


class TestConflicts:
    """Two claims on one thing are an error that names both."""

    @pytest.mark.parametrize(
        "two",
        [
            facts(laws=[LAW, evolve(LAW, title="khác", source="nguồn B")]),
            facts(laws=[LAW]) + facts(laws=[evolve(LAW, source="nguồn B")]),
            facts(units=[UNIT, evolve(UNIT, source="nguồn B")]),
            facts(units=[evolve(UNIT, code="14", source="nguồn B")]),
            facts(agencies=[BASIN, evolve(BASIN, source="nguồn B")]),
            facts(agencies=[evolve(BASIN, key="so-noi-vu", source="nguồn B")]),
            facts(agencies=[evolve(BASIN, name="Sở Nội vụ", source="nguồn B")]),
            facts(regimes=[REGIME, evolve(REGIME, levels=("commune",), source="nguồn B")]),
            facts(regimes=[evolve(REGIME, key="cchc", source="nguồn B")]),
        ],
    )
    def test_two_facts(self, two: list[Facts]) -> None:
        """A second record for the same key and day is refused, and both sources are named."""
        with pytest.raises(ConflictError) as caught:
            CORE.extended(two)

        assert caught.value.first != caught.value.second
        assert "nguồn B" in (caught.value.first, caught.value.second)

    @pytest.mark.parametrize(
        "other",
        [
            evolve(QUANG_TRI, source="nguồn B", agencies=()),
            Province(key="quang-binh", name="Quảng Bình", spans=[UnitSpan(code="44")], source="nguồn B"),
        ],
    )
    def test_two_provinces(self, other: Province) -> None:
        """Two plugins that claim one key, or one code on one day, are both named."""
        with pytest.raises(ConflictError, match=r"plugin của Quảng Trị.*nguồn B"):
            CORE.extended((), [QUANG_TRI, other])

    def test_neighbours_in_time_are_no_conflict(self) -> None:
        """Quảng Bình may claim 44 up to the reform, from which on it is Quảng Trị's."""
        before = Province(
            key="quang-binh", name="Quảng Bình", spans=[UnitSpan(code="44", until=REFORM)], source="nguồn B"
        )
        wider = CORE.extended((), [QUANG_TRI, before])

        found = [wider.province("44", on) for on in (NAM_DINH, TODAY)]
        assert [province and province.key for province in found] == ["quang-binh", "quang-tri"]


class TestRecords:
    """Records refuse what cannot be."""

    @pytest.mark.parametrize(
        "make",
        [
            lambda: evolve(UNIT, code="1"),
            lambda: evolve(UNIT, code=14),  # type: ignore[arg-type]
            lambda: evolve(UNIT, until=TODAY),
            lambda: evolve(UNIT, source=" "),
            lambda: evolve(UNIT, confidence="sure"),  # type: ignore[arg-type]
            lambda: evolve(UNIT, successors="44"),
            lambda: evolve(BASIN, key="44"),
            lambda: evolve(BASIN, key="Sở Nội vụ"),
            lambda: evolve(LAW, until=LAW.since),
        ],
    )
    def test_what_is_refused(self, make: object) -> None:
        """A code is text of 2, 3 or 5 digits, a key is none, an end follows its beginning, a source is said."""
        with pytest.raises(ModelError):
            make()  # type: ignore[operator]


class TestQuestionsInWords:
    """What the command ``lookup`` asks."""

    def test_a_number(self) -> None:
        """A number answers with every document that has it and whether it is in force."""
        answer = CORE.lookup("76/NQ-CP", TODAY)

        assert [(status.law.year, status.in_force) for status in answer.laws] == [(2013, False), (2021, True)]

    def test_a_citation(self) -> None:
        """The number is found inside a citation."""
        answer = CORE.lookup("Nghị định số 61/2018/NĐ-CP", TODAY)

        assert [status.replaced_by[0].number for status in answer.laws] == ["118/2025/NĐ-CP"]

    def test_a_district_that_is_gone(self) -> None:
        """A former district answers with what it has become."""
        answer = CORE.lookup("huyện Vân Hồ", dt.date(2026, 1, 1))

        assert answer.units == ()
        assert [unit.code for unit in answer.former_units] == ["128"]
        assert {unit.name for _, became in answer.now for unit in became} == {
            "Vân Hồ",
            "Tô Múa",
            "Song Khủa",
            "Xuân Nha",
            "Chiềng Sơn",
        }

    def test_a_code(self) -> None:
        """A code answers with the unit of the day and those that had it before."""
        answer = CORE.lookup("44", TODAY)

        assert [unit.name for unit in answer.units] == ["Quảng Trị"]
        assert [unit.name for unit in answer.former_units] == ["Quảng Bình"]

    def test_a_department_and_a_short_form(self) -> None:
        """A department that was merged and a short form of the day are found."""
        merged = CORE.lookup("Sở Thông tin và Truyền thông", TODAY)
        short = CORE.lookup("KH", TODAY)

        assert (merged.agencies, [one.key for one in merged.former_agencies]) == (
            (),
            ["so-thong-tin-va-truyen-thong"],
        )
        assert [one.words for one in short.abbreviations] == ["Kế hoạch"]

    def test_nothing(self) -> None:
        """What the tables do not know answers with nothing."""
        assert not CORE.lookup("không có gì như thế", TODAY)
        assert not CORE.lookup("", TODAY)


def test_a_question_reads_only_its_own_tables() -> None:
    """A question for a law reads no communes, one for a department no laws."""
    script = """
import datetime as dt, pkgutil
read, get_data = [], pkgutil.get_data
pkgutil.get_data = lambda package, name: (read.append(name), get_data(package, name))[1]
from cchc.knowledge import Knowledge
knowledge = Knowledge.core()
on = dt.date(2026, 1, 1)
print(read)
knowledge.laws("76/NQ-CP")
print(read)
knowledge.agency("Sở Nội vụ", on)
print(read[1:])
knowledge.unit("14", on)
print(any("communes" in name for name in read))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8"
    )

    assert done.stdout.splitlines() == ["[]", "['data/laws.tsv']", "['data/agencies.tsv']", "False"]
