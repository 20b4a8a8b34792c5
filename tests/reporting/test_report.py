"""One report up: sums that can be traced, in whatever grouping, and a document that says who is missing."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import attrs
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc
from cchc.cli import main
from cchc.model import Answer, Asked, Body, CellSource, Figure, Indicator, Progress, Report, UnitReport
from cchc.reporting import (
    Sum,
    doubled_returns,
    figures_csv,
    figures_json,
    group_of,
    outcome_of,
    period_before,
    sums,
    year_before,
    year_so_far,
)
from tests.documents.tools import audit_findings
from tests.reporting.sample import NOI_VU, PLAN, REGISTRY, UNITS, VAN_HO, filled
from tests.strategies import reports, unit_reports

INDICATORS = (
    Indicator(id="tin-bai", name="Tin, bài", adds="sum"),
    Indicator(id="hoi-nghi", name="Hội nghị", adds="sum"),
    Indicator(id="luot-nguoi", name="Lượt người", adds="last"),
    Indicator(id="ty-le", name="Tỷ lệ", adds="none"),
)


def returned(unit: Body, period: str = "2027-Q1", **figures: int | Decimal) -> UnitReport:
    """Return a return with these figures, each from a cell of its own."""
    return UnitReport(
        plan_id=PLAN.id,
        unit=unit,
        period=period,
        figures=[
            Figure(
                indicator=name.replace("_", "-"),
                value=value,
                source=CellSource(file=f"{unit.code}.xlsx", sheet="Số liệu", cell=f"D{number}"),
            )
            for number, (name, value) in enumerate(figures.items(), start=4)
        ],
    )


def values(found: tuple[Sum, ...]) -> dict[str, int | Decimal | None]:
    """Return sums by indicator."""
    return {one.indicator.id: one.value for one in found}


class TestGroupingDoesNotMatter:
    """Commune to province to ministry in any grouping gives the same sums."""

    @given(
        returns=st.lists(unit_reports(), max_size=8),
        groups=st.lists(st.integers(0, 2), min_size=8, max_size=8),
    )
    @settings(max_examples=60)
    def test_any_grouping(self, returns: list[UnitReport], groups: list[int]) -> None:
        """What districts merge first, the province merges to the same."""
        merged = [
            cchc.consolidate(*(one for one, group in zip(returns, groups) if group == number))
            for number in range(3)
        ]

        assert sums(cchc.consolidate(*returns), INDICATORS) == sums(cchc.consolidate(*merged), INDICATORS)


class TestConsolidatingIsAUnion:
    """Associative, commutative, idempotent, with the empty report as identity, down to the sums."""

    @given(a=reports(), b=reports(), c=reports())
    @settings(max_examples=40)
    def test_laws(self, a: Report, b: Report, c: Report) -> None:
        """As for sets."""
        both = cchc.consolidate

        assert both(both(a, b), c) == both(a, both(b, c))
        assert both(a, b) == both(b, a)
        assert (both(a, a), both(a), both(a, Report())) == (a, a, a)


class TestSumsAreExact:
    """No float is ever in between."""

    @given(numbers=st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=20))
    @settings(max_examples=50)
    def test_decimals_add_up(self, numbers: list[Decimal]) -> None:
        """A tenth ten times is one."""
        made = Report(
            returns=tuple(
                returned(Body(words=f"Xã {n}", code=f"{n:05}"), tin_bai=value)
                for n, value in enumerate(numbers)
            )
        )

        assert values(sums(made, INDICATORS))["tin-bai"] == sum(numbers)

    @given(report=reports())
    @settings(max_examples=50)
    def test_every_sum_is_its_parts(self, report: Report) -> None:
        """Whatever was reported."""
        for one in sums(report, INDICATORS):
            if one.indicator.adds != "none" and one.parts:
                assert one.value == sum(part.value for part in one.parts)
            assert not isinstance(one.value, float)


def test_each_figure_adds_up_by_its_rule() -> None:
    """A state counts once a unit, at its latest; a rate has no sum."""
    made = Report(
        returns=(
            returned(VAN_HO, "2027-Q1", tin_bai=1, luot_nguoi=100, ty_le=50),
            returned(VAN_HO, "2027-Q3", tin_bai=2, luot_nguoi=70, ty_le=60),
            returned(NOI_VU, "2027-Q1", tin_bai=4, luot_nguoi=10),
        )
    )

    assert values(sums(made, INDICATORS)) == {"tin-bai": 7, "hoi-nghi": None, "luot-nguoi": 80, "ty-le": None}


def test_every_part_says_its_cell() -> None:
    """From the sum back to what somebody sent."""
    (found, *_) = sums(Report(returns=(returned(VAN_HO, tin_bai=3),)), INDICATORS)

    assert [(part.unit, part.value, str(part.source.file), part.source.cell) for part in found.parts] == [
        (VAN_HO, 3, "04048.xlsx", "D4")
    ]


def test_a_unit_that_contradicts_itself_counts_once_and_is_said() -> None:
    """Two returns with one number."""
    made = Report(returns=(returned(VAN_HO, tin_bai=3), returned(VAN_HO, tin_bai=4)))

    assert [one.code for one in doubled_returns(made)] == ["CN301"]
    assert values(sums(made, INDICATORS))["tin-bai"] in (3, 4)


@pytest.mark.parametrize(
    ("period", "before", "last"),
    [
        ("2027-Q1", "2026-Q4", "2026-Q1"),
        ("2027-Q3", "2027-Q2", "2026-Q3"),
        ("2027-M01", "2026-M12", "2026-M01"),
        ("2027-M10", "2027-M09", "2026-M10"),
        ("2027-H2", "2027-H1", "2026-H2"),
        ("2027-9M", "2026-9M", "2026-9M"),
        ("2027", "2026", "2026"),
    ],
)
def test_periods_to_compare_with(period: str, before: str, last: str) -> None:
    """The one before, and the same one last year."""
    assert (period_before(period), year_before(period)) == (before, last)


@pytest.mark.parametrize(
    ("period", "known", "so_far"),
    [
        ("2027-Q1", (), ("2027-Q1",)),
        ("2027-Q3", ("2027-Q1", "2027-Q2"), ("2027-Q1", "2027-Q2", "2027-Q3")),
        ("2027-Q3", ("2027-Q1", "2027-Q2", "2027-H1"), ("2027-H1", "2027-Q3")),
        ("2027-Q3", ("2027-Q2", "2026-H1"), ()),
        ("2027-H2", ("2027-M01", "2027-M02", "2027-M03", "2027-Q2"), ("2027-M01", "2027-M02", "2027-M03", "2027-Q2", "2027-H2")),
        ("2027", ("2027-9M",), ("2027",)),
    ],
)  # fmt: skip
def test_the_year_so_far_is_said_only_where_it_is_whole(
    period: str, known: tuple[str, ...], so_far: tuple[str, ...]
) -> None:
    """Periods that follow each other without a gap or an overlap; a part must not pass for all of it."""
    assert so_far == year_so_far(period, known)


def test_groups_follow_the_code() -> None:
    """Communes apart from departments."""
    assert [group_of(one) for one in UNITS] == [
        "Xã, phường, đặc khu",
        "Sở, ban, ngành, đơn vị",
        "Xã, phường, đặc khu",
    ]


REPORT = Report(
    returns=(
        attrs.evolve(
            returned(VAN_HO, tin_bao=1234, hoi_nghi=2),
            progress=(Progress(task="ke-hoach", status="late", reason="Thiếu người"),),
            texts=(Answer(key="kho-khan", words="Thiếu kinh phí & người <b>"),),
        ),
        attrs.evolve(
            returned(NOI_VU, tin_bao=Decimal("0.5")),
            texts=(Answer(key="kho-khan", words="Thiếu kinh phí & người <b>"),),
        ),
    )
)


WHOLE = REPORT | Report(plans=(PLAN,), asked=(Asked(plan_id=PLAN.id, period="2027-Q1", units=UNITS),))


def printed(report: Report = WHOLE) -> str:
    """Return the report as text."""
    return cchc.render(report, "txt", registry=REGISTRY).decode()


def test_the_report_says_what_came_and_what_did_not() -> None:
    """Sums, who is missing, words as written with all who wrote them."""
    said = " ".join(printed().split())

    assert "Có 02/03 đơn vị gửi báo cáo (66,7%)" in said
    assert "Đơn vị chưa gửi báo cáo: UBND xã Song Khủa." in said
    assert "1.234,5" in said
    assert "Sở Nội vụ; UBND xã Vân Hồ: “Thiếu kinh phí & người <b>”" in said
    assert "số liệu từ ngày 15/12/2026 đến hết ngày 14/3/2027" in said


def test_the_report_compares_with_the_periods_before() -> None:
    """The quarter before, and the same one last year, also of another plan."""
    earlier = Report(
        returns=(
            attrs.evolve(returned(VAN_HO, "2026-Q4", hoi_nghi=771), plan_id="son-la-2026"),
            attrs.evolve(returned(VAN_HO, "2026-Q1", hoi_nghi=882), plan_id="son-la-2026"),
        )
    )

    assert {"771;", "882;"} <= set(printed(WHOLE | earlier).split())


@pytest.mark.needs("openxml-audit")
@pytest.mark.parametrize("key", ["docx", "xlsx"])
def test_reports_are_what_office_programs_take(key: str, tmp_path: Path) -> None:
    """By the rules of the format."""
    path = tmp_path / f"report.{key}"
    path.write_bytes(cchc.render(WHOLE, key, registry=REGISTRY))

    assert audit_findings(path) == []


def test_figures_go_to_other_systems_with_their_cells() -> None:
    """JSON with exact numbers, CSV without formulas."""
    unit = Body(words="=cmd|' /C calc'!A0")
    outcome = outcome_of(Report(returns=(returned(unit, hoi_nghi=Decimal("1.5")),)), REGISTRY.knowledge)
    tree = json.loads(figures_json(outcome))
    rows = list(csv.DictReader(io.StringIO(figures_csv(outcome).removeprefix("\ufeff"))))

    assert (tree["figures"][0]["value"], tree["figures"][0]["parts"][0]["cell"]) == ("1.5", "D4")
    assert (rows[0]["value"], rows[0]["cell"], rows[0]["unit"][:2]) == ("1.5", "D4", "'=")


def test_from_forms_to_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms out, reports in, one report up, by the command alone."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(cchc.dump_plan(PLAN), encoding="utf-8")
    Path("units.csv").write_text("code,name\n04048,UBND xã Vân Hồ\nso-noi-vu,Sở Nội vụ\n", encoding="utf-8")
    asked = ["--period", "2027-Q1", "--units", "units.csv"]
    assert main(["forms", "plan.yaml", *asked, "-o", "forms"]) == 0
    for path in Path("forms").iterdir():
        path.write_bytes(filled(path.read_bytes(), {"sl_hoi_nghi": 4}))
    assert main(["collect", "plan.yaml", "forms/*.xlsx", *asked, "-o", "returns.json"]) == 0
    line = ["report", "plan.yaml", "returns.json", *asked, "-o", "out", "--trace"]
    assert main([*line, *(f"--to={key}" for key in ("docx", "xlsx", "html", "json", "csv"))]) == 0

    assert sorted(path.suffix for path in Path("out").iterdir()) == [
        ".csv",
        ".docx",
        ".html",
        ".json",
        ".xlsx",
    ]
    tree = json.loads(Path("out/son-la-2027_2027-Q1.json").read_text(encoding="utf-8"))
    assert {one["indicator"]: one["value"] for one in tree["figures"]}["hoi-nghi"] == 8
    book = openpyxl.load_workbook("out/son-la-2027_2027-Q1.xlsx")
    assert "D6" in {cell.value for row in book["Nguồn số liệu"].iter_rows() for cell in row}
    assert main(line) == 3
