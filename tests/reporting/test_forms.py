"""Forms: one workbook a unit, locked but for what is to be filled in, the same whether made alone or among many."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import attrs
import openpyxl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import cchc
from cchc.errors import ModelError, UnknownNameError
from cchc.model import Assignment, Body, Item, Plan
from cchc.reporting import Forms
from tests.documents.tools import audit_findings, sdk_findings
from tests.reporting.sample import KNOWLEDGE, NOI_VU, PLAN, REGISTRY, UNITS, VAN_HO
from tests.strategies import HOSTILE, plans, texts

FORMS = Forms(PLAN, "2027-Q1", KNOWLEDGE)


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def opened(data: bytes) -> openpyxl.Workbook:
    """Return the workbook as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(data))


def words_of(book: openpyxl.Workbook, sheet: str) -> set[str]:
    """Return what stands on a sheet."""
    return {str(cell.value) for row in book[sheet].iter_rows() for cell in row if cell.value is not None}


@pytest.mark.parametrize("unit", UNITS)
def test_a_form_made_among_many_is_the_form_made_in_full(unit: Body) -> None:
    """Part by part: what is reused must not be told from what is written anew."""
    assert parts(FORMS.make_in_full(unit)) == parts(FORMS.make(unit))


class TestFormsMadeAmongManyEqualFormsMadeInFull:
    """For any name of a unit, also one that stands in the form already."""

    @given(name=st.sampled_from(HOSTILE).filter(str.strip) | texts() | st.just("Hội nghị"))
    @settings(max_examples=40)
    def test_any_name(self, name: str) -> None:
        """Markup, formulas, tokens of the format and half characters are names like others."""
        assume(any(letter.isprintable() and not letter.isspace() for letter in name))
        unit = Body(words=name)

        assert FORMS.make_in_full(unit) == FORMS.make(unit)


def test_the_same_unit_gives_the_same_bytes() -> None:
    """Whatever was made before, and by whichever door."""
    assert FORMS.make(VAN_HO) == cchc.make_form(PLAN, VAN_HO, "2027-Q1", registry=REGISTRY)


def test_a_unit_is_asked_for_its_own_duties() -> None:
    """By name, by code, or as one of a class of bodies; those of others are not shown."""
    commune, department = opened(FORMS.make(VAN_HO)), opened(FORMS.make(NOI_VU))

    assert {"Phát trên hệ thống truyền thanh cơ sở", "Báo cáo kết quả hằng quý"} <= words_of(
        commune, "Nhiệm vụ"
    )
    assert "Pano tại trung tâm xã" not in words_of(commune, "Nhiệm vụ")
    assert "Pano tại trung tâm xã" in words_of(department, "Nhiệm vụ")
    assert "Báo cáo kết quả hằng quý" not in words_of(department, "Nhiệm vụ")


def test_the_cover_says_who_what_until_when_and_to_whom() -> None:
    """Nobody needs the letter beside it."""
    said = words_of(opened(FORMS.make(VAN_HO)), "Bìa")

    assert {"UBND xã Vân Hồ", "Quý I năm 2027", "Sở Nội vụ", "chậm nhất ngày 15/3/2027"} <= said
    assert "từ ngày 15/12/2026 đến hết ngày 14/3/2027" in said


def test_only_the_cells_to_fill_in_are_unlocked() -> None:
    """Every sheet is protected, and every unlocked cell has a name and a help."""
    book = opened(FORMS.make(VAN_HO))
    named = {
        (sheet, cell.replace("$", ""))
        for name in book.defined_names.values()
        for sheet, cell in name.destinations
    }
    for page in book.worksheets:
        assert page.protection.sheet
        helped = {
            cell.coordinate
            for rule in page.data_validations.dataValidation
            if rule.promptTitle and rule.prompt and rule.error
            for area in rule.sqref.ranges
            for row in page.iter_rows(area.min_row, area.max_row, area.min_col, area.max_col)
            for cell in row
        }
        merged = {
            str(cell.coordinate)
            for area in page.merged_cells.ranges
            for row in page.iter_rows(area.min_row, area.max_row, area.min_col, area.max_col)
            for cell in row
        } - {area.start_cell.coordinate for area in page.merged_cells.ranges}
        unlocked = {
            cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked
        } - merged
        assert unlocked <= {cell for sheet, cell in named if sheet == page.title}
        assert unlocked <= helped


def test_figures_are_limited_and_states_are_listed() -> None:
    """A slip is refused where it is made."""
    xml = b"".join(parts(FORMS.make(VAN_HO)).values()).decode("utf-8", "ignore")

    assert '"Chưa thực hiện,Đang thực hiện,Hoàn thành,Chậm,Không thực hiện"' in xml
    assert re.search(r"<formula1>0</formula1><formula2>100</formula2>", xml)
    assert re.search(r"<formula1>0</formula1><formula2>1000000000000</formula2>", xml)


def test_totals_have_cached_values() -> None:
    """A reader that does not calculate must not take a total for a blank."""
    sheets = [data for name, data in parts(FORMS.make(VAN_HO)).items() if "worksheets/sheet" in name]
    formulas = re.findall(rb"<f>([^<]*)</f>(<v>[^<]*</v>)?", b"".join(sheets))

    assert formulas
    assert [formula for formula, value in formulas if value != b"<v>0</v>"] == []


def test_identity_lies_in_a_hidden_sheet() -> None:
    """Plan, unit, period and version; no office sees it."""
    book = opened(FORMS.make(VAN_HO))
    said = words_of(book, "_cchc")

    assert book["_cchc"].sheet_state == "veryHidden"
    assert {"plan=son-la-2027", "code=04048", "unit=UBND xã Vân Hồ", "period=2027-Q1", "form=1"} <= said


def test_a_plan_without_figures_asks_for_those_of_the_registry() -> None:
    """What provinces are seen to count, until the plan or a plugin names others."""
    plan = attrs.evolve(PLAN, indicators=())
    said = words_of(opened(cchc.make_form(plan, VAN_HO, "2027-Q1", registry=REGISTRY)), "Số liệu")

    assert "Bài đăng trên mạng xã hội" in said


def test_a_unit_without_duties_is_told_so() -> None:
    """It still reports its figures."""
    plan = attrs.evolve(PLAN, parts=())
    said = words_of(opened(cchc.make_form(plan, VAN_HO, "2027-Q1", registry=REGISTRY)), "Nhiệm vụ")

    assert "Kế hoạch không giao nhiệm vụ riêng cho đơn vị." in said


def test_doubled_figures_are_refused() -> None:
    """Two figures with one id could never be told apart."""
    plan = attrs.evolve(PLAN, indicators=PLAN.indicators + PLAN.indicators[:1])
    with pytest.raises(ModelError, match="tin-bao"):
        cchc.make_form(plan, VAN_HO, "2027-Q1", registry=REGISTRY)


def test_an_unknown_period_is_refused() -> None:
    """Before any form is made."""
    with pytest.raises(UnknownNameError, match="2027-Q9"):
        cchc.make_form(PLAN, VAN_HO, "2027-Q9", registry=REGISTRY)


@pytest.mark.needs("openxml-audit")
@given(plan=plans(hostile=True))
@settings(max_examples=8)
def test_whatever_a_plan_says_the_form_is_a_workbook(
    plan: Plan, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Formulas, markup and broken characters are text."""
    path = tmp_path_factory.mktemp("forms") / "form.xlsx"
    path.write_bytes(Forms(attrs.evolve(plan, year=2027), "2027-Q1", KNOWLEDGE).make(VAN_HO))

    assert audit_findings(path) == []
    assert openpyxl.load_workbook(path)["Số liệu"].protection.sheet


@pytest.mark.needs("ooxml-validator")
@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_forms_are_what_excel_takes(unit: Body, tmp_path: Path) -> None:
    """Microsoft's own rules."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(FORMS.make(unit))

    assert sdk_findings(path) == []


@pytest.mark.parametrize(
    ("asked", "unit", "own"),
    [
        ("Các tổ dân phố", "Tổ dân phố Trường Sơn", True),
        ("Tổ trưởng các tổ dân phố", "Tổ dân phố Trường Sơn", True),
        ("Trưởng các thôn, bản", "Bản Hua Tạt", True),
        ("Các tổ dân phố", "Phòng Văn hóa - Xã hội", False),
        ("Các trường học trên địa bàn phường", "Tổ dân phố Trường Sơn", False),
        ("Các cơ quan, đơn vị", "Phòng Văn hóa - Xã hội", True),
        ("Các phòng, ban, đơn vị thuộc phường", "Phòng Văn hóa - Xã hội", True),
    ],
)
def test_a_class_asks_those_whose_name_says_that_they_are_of_it(asked: str, unit: str, own: bool) -> None:
    """No table has the residential groups of a ward; "cơ quan, đơn vị" is everybody."""
    duty = Assignment(id="viec", bodies=(Body(words=asked, is_class=True),), task="tuyên truyền")
    plan = Plan(
        id="truong-son-2027",
        year=2027,
        level="commune",
        issuer=Body(words="UBND phường Sầm Sơn", code="16531"),
        subject="Tuyên truyền cải cách hành chính năm 2027",
        parts=(Item(role="organisation", facts=(duty,)),),
    )
    book = opened(cchc.make_form(plan, Body(words=unit), "2027-Q1", registry=REGISTRY))

    assert own == ("nv_viec_tt" in book.defined_names)


@pytest.mark.parametrize(
    ("duties", "receiver"),
    [
        ((("Các cơ quan, đơn vị", "báo cáo kết quả", "Văn phòng"),), "Văn phòng"),
        ((("Phòng Văn hóa - Xã hội", "tổng hợp, báo cáo kết quả", "Sở Nội vụ"),), "Phòng Văn hóa - Xã hội"),
        (
            (
                ("Phòng Văn hóa - Xã hội", "tổng hợp, báo cáo kết quả", "Sở Nội vụ"),
                ("Các thôn", "báo cáo kết quả", "UBND phường"),
            ),
            "UBND phường",
        ),
        ((("Phòng Kinh tế", "báo cáo kết quả", "Văn phòng"),), "Văn phòng"),
        ((), "UBND phường Sầm Sơn"),
    ],
)
def test_units_report_to_whoever_sums_up(duties: tuple[tuple[str, str, str], ...], receiver: str) -> None:
    """What one office sums up for those above it is not what every unit sends to these."""
    plan = Plan(
        id="truong-son-2027",
        year=2027,
        level="commune",
        issuer=Body(words="UBND phường Sầm Sơn", code="16531"),
        subject="Tuyên truyền cải cách hành chính năm 2027",
        parts=(
            Item(
                role="organisation",
                facts=tuple(
                    Assignment(
                        id=f"viec-{number}",
                        bodies=(Body(words=body, is_class=body.startswith("Các ")),),
                        role="report",
                        task=task,
                        reports_to=Body(words=to),
                    )
                    for number, (body, task, to) in enumerate(duties)
                ),
            ),
        ),
    )
    book = opened(cchc.make_form(plan, Body(words="Phòng Kinh tế"), "2027-Q1", registry=REGISTRY))

    assert receiver in words_of(book, "Bìa")
