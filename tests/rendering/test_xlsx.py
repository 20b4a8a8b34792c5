"""The workbook: texts that stay texts, tables that grow, a summary whose numbers are right before and after counting."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cchc.document import Document, Sheet, SheetColumn, Summary, Value
from cchc.errors import RenderError
from cchc.rendering.xlsx import render_xlsx
from cchc.text import clean
from tests.documents import tools
from tests.rendering.sample import (
    HOSTILE,
    STATUS,
    calendar_sheet,
    channel_sheet,
    documents,
    filled,
    plan_document,
    task_sheet,
)

FIRST = 6


def _document(*sheets: Sheet) -> Document:
    return evolve(plan_document(), sheets=sheets)


def _open(document: Document, *, formulas: bool = False) -> Any:
    return load_workbook(io.BytesIO(render_xlsx(document)), data_only=not formulas)


def _texts(*values: Value) -> Sheet:
    column = SheetColumn(key="a", title="A")
    return Sheet(key="s", title="Bảng", columns=(column,), rows=tuple((value,) for value in values))


def _parts(made: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def hostile_document() -> Document:
    """Return a document with hostile texts in every text of its sheets."""
    sheet = task_sheet()
    rows = tuple(
        tuple(text if column.kind == "text" else value for column, value in zip(sheet.columns, sheet.rows[0]))
        for text in (*HOSTILE, "dài " * 10_000)
    )
    columns = tuple(evolve(column, title=HOSTILE[n % 9]) for n, column in enumerate(sheet.columns))
    properties = evolve(
        plan_document().properties,
        title=HOSTILE[10],
        creator=HOSTILE[0],
        keywords=HOSTILE,
        identifier=HOSTILE[13],
    )
    named = evolve(sheet, title="[Bảng]: '*?/\\ " + "rất dài " * 9, columns=columns, rows=rows)
    return evolve(_document(named, evolve(calendar_sheet(), title=named.title)), properties=properties)


def test_every_value_is_in_its_cell() -> None:
    """Openpyxl reads days as days, numbers as numbers, texts as they were."""
    book = _open(plan_document())
    for sheet, name in zip(
        (task_sheet(), calendar_sheet(), channel_sheet()),
        ("Theo dõi nhiệm vụ", "Lịch thực hiện", "Hình thức tuyên truyền"),
        strict=True,
    ):
        page = book[name]
        titles = [cell.value for cell in page[FIRST - 1]]
        values = [
            tuple(value.date() if isinstance(value, dt.datetime) else value for value in row)
            for row in page.iter_rows(min_row=FIRST, values_only=True)
        ]

        assert titles == [column.title for column in sheet.columns]
        assert values == [tuple(value or None for value in row) for row in sheet.rows]


@settings(max_examples=40)
@given(st.lists(filled, min_size=1, max_size=8))
def test_texts_are_never_formulas_or_links(texts: list[str]) -> None:
    """Whatever a text begins with, its cell is a string with that text."""
    made = render_xlsx(_document(_texts(*texts)))
    page = load_workbook(io.BytesIO(made)).worksheets[0]
    cells = [page.cell(row, 1) for row in range(FIRST, FIRST + len(texts))]

    assert [(cell.data_type, cell.value) for cell in cells] == [("s", clean(text).text) for text in texts]
    assert "<f>" not in "".join(text for name, text in _parts(made).items() if "sheet" in name)
    assert "<hyperlink" not in "".join(_parts(made).values())


@settings(max_examples=40)
@given(documents)
def test_any_sheets_make_a_workbook_of_the_same_bytes(document: Document) -> None:
    """Sheets of any columns, titles and values make a file that opens, twice the same."""
    made = render_xlsx(document)
    book = load_workbook(io.BytesIO(made))

    assert made == render_xlsx(document)
    assert len(book.worksheets) >= max(len(document.sheets), 1)


def test_formulas_stand_in_the_summary_alone() -> None:
    """Not even hostile documents bring a formula into a table."""
    book = _open(hostile_document(), formulas=True)
    for page in book.worksheets:
        formulas = {cell.coordinate for row in page for cell in row if cell.data_type == "f"}

        assert bool(formulas) == page.title.startswith("Tổng hợp")


@pytest.mark.parametrize("letter", ["ă", "😀"])
def test_long_texts_are_cut_and_say_so(letter: str) -> None:
    """A cell holds 32,767 UTF-16 units; what is longer says at its start how much is missing."""
    cell = _open(_document(_texts(letter * 40_000))).worksheets[0].cell(FIRST, 1).value

    assert len(cell.encode("utf-16-le")) // 2 <= 32_767
    assert re.match(r"\[Đã cắt: còn (\d+) trong 40000 ký tự, xem văn bản\] ", cell)
    assert cell.count(letter) >= 16_000


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("0.25"), 0.25),
        (10**15 - 1, 10**15 - 1),
        (10**16 + 1, "10000000000000001"),
        (Decimal("NaN"), "NaN"),
        (dt.date(1899, 12, 31), "31/12/1899"),
        (dt.date(1900, 3, 1), dt.datetime(1900, 3, 1)),  # noqa: DTZ001
    ],
)
def test_values_that_a_cell_would_change_stay_text(value: Value, expected: object) -> None:
    """Excel keeps fifteen digits and days from 1 March 1900; what lies beyond is written out."""
    kind: Literal["date", "integer"] = "date" if isinstance(value, dt.date) else "integer"
    sheet = evolve(_texts(value), columns=(SheetColumn(key="a", title="A", kind=kind),))

    assert _open(_document(sheet)).worksheets[0].cell(FIRST, 1).value == expected


def test_columns_take_what_they_are_for() -> None:
    """Choices have their list, percentages their bounds, days their form, with messages in Vietnamese."""
    book = _open(plan_document(), formulas=True)
    rules = {
        str(rule.sqref).split(":")[0]: rule for rule in book.worksheets[0].data_validations.dataValidation
    }
    listed = [cell.value for cell in book["Danh mục"]["A"]]

    assert {"F6": "date", "I6": "list", "J6": "decimal"} == {cell: rule.type for cell, rule in rules.items()}
    assert rules["I6"].formula1 == "'Danh mục'!$A$1:$A$5"
    assert tuple(listed) == STATUS
    assert all(rule.errorTitle and rule.error for rule in rules.values())
    assert book["Danh mục"].sheet_state == "hidden"


def test_each_sheet_is_a_table_that_is_ready_for_print() -> None:
    """Titles are frozen, filtered and repeated; paper is A4 across, one page wide."""
    for page in _open(plan_document(), formulas=True).worksheets[:4]:
        table = list(page.tables.values())

        assert page.page_setup.orientation == "landscape"
        # Fitted to a page, and to as many down as it takes: one across is what the format means by saying nothing.
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert (page.page_setup.paperSize, page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (
            9,
            1,
            0,
        )
        assert page.print_title_rows == "$5:$5"
        assert page.oddFooter.right.text == "Trang &P/&N"
        assert page.freeze_panes is not None
        assert page.title.startswith("Tổng hợp") or (len(table) == 1 and table[0].autoFilter is not None)


def test_the_summary_carries_what_its_formulas_count() -> None:
    """Cached values are right on the document's own day."""
    sheet = task_sheet()
    early = evolve(plan_document(), properties=evolve(plan_document().properties, date=dt.date(2014, 9, 1)))
    page = _open(evolve(early, sheets=(sheet,)))["Tổng hợp theo cơ quan chủ trì"]
    rows = list(page.iter_rows(min_row=FIRST - 1, values_only=True))

    assert page["B4"].value == dt.datetime(2014, 9, 1)  # noqa: DTZ001
    assert rows == [
        ("Cơ quan chủ trì", "Tổng số", *STATUS, "Quá hạn"),
        ("Báo Cần Thơ", 1, 1, 0, 0, 0, 0, 0),
        ("Đài Phát thanh và Truyền hình Thành phố", 1, 1, 0, 0, 0, 0, 0),
        ("Sở Nội vụ", 2, 2, 0, 0, 0, 0, 1),
        ("Sở Thông tin và Truyền thông", 1, 1, 0, 0, 0, 0, 0),
        ("Sở Tư pháp", 1, 1, 0, 0, 0, 0, 1),
        ("UBND quận, huyện", 1, 1, 0, 0, 0, 0, 0),
        ("Khác hoặc chưa ghi", 0, 0, 0, 0, 0, 0, 0),
        ("Cộng", 7, 7, 0, 0, 0, 0, 2),
    ]


def test_a_summary_of_what_is_not_there_is_an_error() -> None:
    """The error names the sheet or the columns."""
    wrong = Summary(title="", sheet="tasks", by="khong", across="status")

    with pytest.raises(RenderError, match="khong"):
        render_xlsx(_document(evolve(task_sheet(), summary=wrong)))
    with pytest.raises(RenderError, match="thieu"):
        render_xlsx(_document(evolve(task_sheet(), summary=evolve(wrong, sheet="thieu"))))


def test_sheets_without_rows_and_documents_without_sheets_open() -> None:
    """An office can start from an empty table."""
    book = _open(_document(evolve(task_sheet(), rows=())))

    assert [page.title for page in book.worksheets][:2] == [
        "Theo dõi nhiệm vụ",
        "Tổng hợp theo cơ quan chủ trì",
    ]
    assert _open(_document()).sheetnames == ["Trống"]


def test_the_document_gives_its_date() -> None:
    """Core properties are those of the document; without a date they hold a fixed one."""
    properties = _open(plan_document()).properties
    draft = _open(plan_document(draft=True)).properties

    assert (properties.title, properties.creator) == (
        "Kế hoạch tuyên truyền cải cách hành chính năm 2014",
        "Ủy ban nhân dân thành phố Cần Thơ",
    )
    assert (properties.created.date(), draft.created.date()) == (dt.date(2013, 12, 24), dt.date(2000, 1, 1))


def test_rows_can_grow_with_what_is_typed() -> None:
    """A row has a height for now and none that was set by hand."""
    rows = re.findall(r"<row [^>]*>", _parts(render_xlsx(plan_document()))["xl/worksheets/sheet1.xml"])

    assert sum(' ht="' in row for row in rows) >= 7
    assert not any("customHeight" in row for row in rows)


EVERY = {"plan": plan_document(), "hostile": hostile_document(), "empty": _document()}
each = pytest.mark.parametrize("document", EVERY.values(), ids=EVERY)


@each
@pytest.mark.needs("openxml-audit")
def test_openxml_audit_finds_nothing(document: Document, tmp_path: Path) -> None:
    """What Excel refuse, beyond the format's rules, is avoided."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(render_xlsx(document))

    assert tools.audit_findings(path) == []


@each
@pytest.mark.slow
@pytest.mark.needs("ooxml-validator")
def test_open_xml_sdk_finds_nothing(document: Document, tmp_path: Path) -> None:
    """Microsoft's own rules for the format are kept."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(render_xlsx(document))

    assert tools.sdk_findings(path) == []


# LibreOffice takes cached values as they are unless its profile says otherwise.
_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


@pytest.mark.slow
@pytest.mark.needs("soffice")
@pytest.mark.filterwarnings(
    "ignore:.* extension is not supported"
)  # openpyxl does not know those of LibreOffice
def test_libreoffice_counts_what_was_written(tmp_path: Path) -> None:
    """Counted anew by another program, every formula has the value that it came with; late are those of today."""
    tasks = task_sheet()
    states = [(*row[:8], STATUS[number % 5], *row[9:]) for number, row in enumerate(tasks.rows)]
    hostile = [
        (9, name, name, "", "", dt.date(2014, 1, 1), "", "", STATUS[n % 5], None, None)
        for n, name in enumerate((*HOSTILE, "dài " * 10_000, "*", "sở nội vụ", "<5", "?"))
    ]
    blank = (8, "Chưa giao", "", "", "", None, "", "", None, None, None)
    # Long after every deadline, so that the day of the test makes no difference.
    properties = evolve(plan_document().properties, date=dt.date(2015, 1, 1))
    document = evolve(
        plan_document(), properties=properties, sheets=(evolve(tasks, rows=(*states, *hostile, blank)),)
    )
    source = tmp_path / "book.xlsx"
    source.write_bytes(render_xlsx(document))
    profile = tmp_path / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_RECALCULATE, encoding="utf-8")
    soffice = shutil.which("soffice")
    assert soffice
    home = f"-env:UserInstallation={profile.parent.as_uri()}"
    command = [
        soffice,
        home,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(tmp_path / "again"),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
    name = "Tổng hợp theo cơ quan chủ trì"
    before: Any = load_workbook(source, data_only=True)[name]
    after: Any = load_workbook(tmp_path / "again" / "book.xlsx", data_only=True)[name]
    read = [[list(page.iter_rows(min_row=FIRST, values_only=True))] for page in (before, after)]
    late: list[Any] = [row[-1] for row in read[0][0]]

    assert after["B4"].value > before["B4"].value
    assert [[row[1:] for row in rows] for rows in read[1]] == [[row[1:] for row in rows] for rows in read[0]]
    assert sum(late[:-1]) == late[-1] > 10
