"""Forms as office programs give them back: moved, renamed, decomposed, in another format."""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import cchc
from cchc.reporting import Collection, Return
from tests.documents.tools import find
from tests.reporting.sample import PLAN, REGISTRY, VAN_HO, filled

FORM = cchc.make_form(PLAN, VAN_HO, "2027-Q1", registry=REGISTRY)
CELLS: dict[str, Any] = {
    "sl_tin_bao": "1.234",
    "sl_hoi_nghi": "12 cuộc",
    "sl_hai_long": "92,5",
    "nv_ke_hoach_tt": "Hoàn thành",
    "yk_kho_khan": "Thiếu kinh phí",
    "ngay_lap": "14/3/2027",
}


def collected(*returns: Return) -> Collection:
    """Return what is collected from some files of one unit."""
    return cchc.collect_forms(PLAN, "2027-Q1", [VAN_HO], returns, registry=REGISTRY)


def figures(found: Collection) -> dict[str, Any]:
    """Return the figures of the unit."""
    return {one.indicator: one.value for one in found.reports[0].figures}


EXPECTED = figures(collected(Return(filled(FORM, CELLS))))


def rename(book: openpyxl.Workbook) -> None:
    """Give every sheet another name and another place, as a program does that keeps the names of cells."""
    for page in list(book.worksheets):
        if page.title == "_cchc":
            continue
        old, page.title = page.title, f"{page.title} (đã sửa)"
        for name in book.defined_names.values():
            sheet, _, cell = name.attr_text.partition("!")
            if sheet.strip("'") == old:
                name.attr_text = f"'{page.title}'!{cell}"
        book.move_sheet(page, -1)


def forget(book: openpyxl.Workbook) -> None:
    """Rename every sheet and drop every name."""
    rename(book)
    book.defined_names.clear()


def decompose(book: openpyxl.Workbook) -> None:
    """Write every letter and its marks apart, as some systems do with a file that they copy."""
    for page in book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and not isinstance(cell, openpyxl.cell.cell.MergedCell):
                    cell.value = unicodedata.normalize("NFD", cell.value)


def unmerge(book: openpyxl.Workbook) -> None:
    """Take all merged cells apart."""
    for page in book.worksheets:
        for area in list(page.merged_cells.ranges):
            page.unmerge_cells(str(area))


def blank_rows(book: openpyxl.Workbook) -> None:
    """Insert rows above the figures without moving their names, as a careless program does."""
    book["Số liệu"].insert_rows(3, 5)


@pytest.mark.parametrize("act", [rename, forget, decompose, unmerge, blank_rows])
def test_figures_are_found_wherever_they_went(act: Any) -> None:
    """By name, else by label."""
    found = collected(Return(filled(FORM, CELLS, then=act), name="Bản sao (3).xlsx"))

    assert figures(found) == EXPECTED
    assert found.reports[0].texts[-1].words == "Thiếu kinh phí"
    assert not {"CN131", "CN134", "CN140"} & {one.code for one in found.diagnostics}


def test_two_copies_in_one_folder_are_one_return() -> None:
    """And the one that is left out is named."""
    data = filled(FORM, CELLS)
    found = collected(Return(data, name="a.xlsx"), Return(data, name="a (1).xlsx"))

    assert figures(found) == EXPECTED
    assert [one.code for one in found.diagnostics].count("CN122") == 1


def converted(folder: Path, kind: str) -> Path:
    """Return the filled form as LibreOffice saves it in another format."""
    source = folder / "form.xlsx"
    source.write_bytes(filled(FORM, CELLS))
    subprocess.run(
        [str(find("soffice")), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", kind, "--outdir", str(folder / "out"), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return next((folder / "out").iterdir())


@pytest.mark.needs("soffice")
@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "said"), [("ods", ".ods"), ("xls", ".xls"), ("pdf", "PDF"), ("html", "HTML/XML")]
)
def test_another_format_is_named(kind: str, said: str, tmp_path: Path) -> None:
    """And the officer is told to save it as .xlsx."""
    found = collected(Return(converted(tmp_path, kind)))

    assert [
        (one.code, said in one.vi) for one in found.diagnostics if one.location.file.startswith("form")
    ] == [("CN106", True)]


@pytest.mark.needs("soffice")
@pytest.mark.slow
def test_libreoffice_keeps_what_was_filled_in(tmp_path: Path) -> None:
    """Numbers that are text, days that are text, and a form that was .ods in between."""
    ods = converted(tmp_path, "ods")
    subprocess.run(
        [str(find("soffice")), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "back"), str(ods)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    found = collected(Return(tmp_path / "back" / "form.xlsx"))

    assert figures(found) == EXPECTED
    assert not {"CN130", "CN131", "CN132", "CN134", "CN137"} & {one.code for one in found.diagnostics}
