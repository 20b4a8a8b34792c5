"""The sheets of a workbook: a table with its lists to choose from and its colours by state."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from cchc.document import Document, Properties, SheetColumn
from cchc.rendering._chart import charts_of
from cchc.rendering._lines import dated_title
from cchc.rendering.xlsx._cells import (
    HEAD,
    HEAD_INPUT,
    INPUT,
    LINE,
    RED,
    Formats,
    cell_text,
    day_rule,
    fitting,
    number_format,
    write,
)
from cchc.rendering.xlsx._chart import CREATED, chart_page, new_book
from cchc.rendering.xlsx._page import TITLES, Place, head, height, print_set_up
from cchc.rendering.xlsx._summary import FINISHED, Counted, summaries

__all__ = ["workbook"]

# Ground and letters of the states that we know by their words; others have no colour. All at least 7 to 1.
_STATES = {
    "Chưa thực hiện": ("#EEEBE6", "#3B3631"),
    "Đang thực hiện": ("#DCE9F7", "#0B3A6B"),
    "Hoàn thành": ("#DDF0DC", "#124A17"),
    "Chậm": ("#FBDCDC", "#7A0C10"),
    "Không thực hiện": ("#E2E2E2", "#3F3F3F"),
}
_MARK = ("#F0C75E", "#3A2600")
# Letters across that A4 holds in print at a size that can be read; texts up to _NARROW keep their width.
_WIDEST, _NARROW = 165, 12
_CHOICES = "Danh mục"


class _Page(Worksheet):  # type: ignore[misc]  # xlsxwriter is not typed
    """A page whose rows have a height that Excel may fit anew; XlsxWriter would declare it as set by hand."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        if tag == "row":
            attributes = [(name, value) for name, value in attributes if name != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


def workbook(document: Document) -> bytes:
    """Return the workbook as bytes, the same for the same document."""
    stream = io.BytesIO()
    book = new_book(stream)
    formats = Formats(book)
    _properties(book, document.properties)
    taken: set[str] = {_CHOICES.casefold(), "history"}
    places = [
        Place(number=number, sheet=sheet, name=_page_name(sheet.title or f"Bảng {number}", taken))
        for number, sheet in enumerate(document.sheets, 1)
    ]
    choices = _Choices()
    names: dict[str, str] = {}
    counted = summaries(document, places)
    for place in places:
        summary = counted.get(place.number)
        page = book.add_worksheet(place.name, _Page)
        _sheet(page, formats, document.properties, place, choices)
        if summary is not None:
            if summary.place is place:
                _overdue(page, formats, summary)
            page = book.add_worksheet(_page_name(summary.title or "Tổng hợp", taken), _Page)
            names |= summary.write(page, formats, document.properties)
    charts = charts_of(document)
    if charts:
        page = book.add_worksheet(_page_name("Biểu đồ", taken), _Page)
        chart_page(page, book, formats, document.properties, charts)
    if not (places or charts):
        head(book.add_worksheet("Trống"), formats, document.properties, "Văn bản không có bảng theo dõi")
    for name, address in names.items():
        book.define_name(name, address)
    choices.write(book)
    book.close()
    return stream.getvalue()


def _properties(book: Any, properties: Properties) -> None:
    day = properties.date
    book.set_properties(
        {
            "title": fitting(properties.title, 255),
            "subject": fitting(properties.subject, 255),
            "author": fitting(properties.creator, 255),
            "keywords": fitting(", ".join(properties.keywords), 255),
            "created": dt.datetime(day.year, day.month, day.day) if day else CREATED,  # noqa: DTZ001 - a day
        }
    )


def _page_name(title: str, taken: set[str]) -> str:
    """Return a name that Excel takes for a page and that is not taken yet."""
    plain = fitting(re.sub(r"[\[\]:*?/\\]", " ", title), 31).strip("' ") or "Bảng"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{fitting(plain, 31 - len(str(number)) - 3)} ({number})"
    taken.add(name.casefold())
    return name


class _Choices:
    """The lists that cells are chosen from, on a hidden page, because a list within a rule may not exceed 255 letters."""

    def __init__(self) -> None:
        self._lists: list[tuple[str, ...]] = []

    def source(self, choices: tuple[str, ...]) -> str:
        """Return the range that will hold *choices*."""
        if choices not in self._lists:
            self._lists.append(choices)
        column = self._lists.index(choices)
        return f"={quote_sheetname(_CHOICES)}!{xl_range_abs(0, column, max(len(choices), 1) - 1, column)}"

    def write(self, book: Any) -> None:
        """Write the page, where some list is asked for."""
        if self._lists:
            page = book.add_worksheet(_CHOICES)
            page.hide()
            for column, choices in enumerate(self._lists):
                for row, choice in enumerate(choices):
                    page.write_string(row, column, cell_text(choice))


def _sheet(page: Any, formats: Formats, properties: Properties, place: Place, choices: _Choices) -> None:
    sheet = place.sheet
    head(page, formats, properties, dated_title(sheet))
    if any(column.input for column in sheet.columns):
        page.write_string(
            3, 0, "Cột có nền vàng do đơn vị ghi trong năm.", formats(italic=True, font_color="#4A433E")
        )
    _table(page, formats, place)
    looks = [formats.cell(column, input=column.input) for column in sheet.columns]
    widths = _widths(sheet.columns)
    for row, values in enumerate(sheet.rows or ((None,) * len(looks),), place.first):
        for index, (value, look) in enumerate(zip(values, looks, strict=True)):
            write(page, row, index, value, look)
        # Excel fits the height itself once a cell is edited; until then, and in LibreOffice, this one holds.
        page.set_row(row, height(values, widths))
    for index, column in enumerate(sheet.columns):
        page.set_column(
            index, index, widths[index], formats(text_wrap=True, valign="top", **number_format(column))
        )
        _rules(page, formats, place, index, choices)
    page.freeze_panes(place.first, place.naming + 1 if place.naming < 3 else 0)
    page.ignore_errors({"number_stored_as_text": xl_range_abs(0, 0, place.reach, len(sheet.columns) - 1)})
    print_set_up(page, properties)


def _widths(columns: tuple[SheetColumn, ...]) -> list[float]:
    """Return the widths of *columns* in characters, the wide ones narrower where print would become too small."""
    wanted = [min(max(column.width, 4), 80) for column in columns]
    texts = [column.kind == "text" and width > _NARROW for column, width in zip(columns, wanted, strict=True)]
    wide = sum(width for width, text in zip(wanted, texts, strict=True) if text)
    share = min(1.0, max((_WIDEST - sum(wanted) + wide) / wide, 0.5)) if wide else 1.0
    return [max(width * share, _NARROW) if text else width for width, text in zip(wanted, texts, strict=True)]


def _table(page: Any, formats: Formats, place: Place) -> None:
    """Make the rows a table object: filters, and growth with each row that is typed below."""
    taken: set[str] = set()
    titles: list[dict[str, object]] = []
    for number, column in enumerate(place.sheet.columns, 1):
        # Titles of a table must differ, letter case aside.
        title, copy = fitting(column.title, 240) or f"Cột {number}", 1
        while title.casefold() in taken:
            copy += 1
            title = f"{fitting(column.title, 240) or 'Cột'} ({copy})"
        taken.add(title.casefold())
        ground = HEAD_INPUT if column.input else HEAD
        look = formats(
            bold=True,
            text_wrap=True,
            align="center",
            bg_color=ground,
            border=1,
            border_color=LINE,
            font_size=11,
        )
        titles.append({"header": title, "header_format": look})
    page.set_row(TITLES, 36)
    options: dict[str, object] = {"columns": titles, "style": None, "name": f"bang_{place.number}"}
    page.add_table(TITLES, 0, place.last, len(titles) - 1, options)


def _rules(page: Any, formats: Formats, place: Place, index: int, choices: _Choices) -> None:
    """Say what a column takes, and colour what it says."""
    column = place.sheet.columns[index]
    cells = (place.first, index, place.reach, index)
    rule = _validation(column, choices)
    if rule is not None:
        page.data_validation(*cells, rule)
    here = xl_rowcol_to_cell(place.first, index, col_abs=True)
    if column.kind == "choice":
        for state, (ground, letters) in _STATES.items():
            if state in column.choices:
                look = formats(bg_color=ground, font_color=letters, bold=True)
                page.conditional_format(
                    *cells, {"type": "formula", "criteria": f'=EXACT({here},"{state}")', "format": look}
                )
    elif column.kind == "percent":
        bar = {"type": "data_bar", "bar_color": _MARK[0]}
        page.conditional_format(
            *cells, {**bar, "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
        )
    elif column.kind == "mark":
        look = formats(bg_color=_MARK[0], font_color=_MARK[1], bold=True)
        page.conditional_format(*cells, {"type": "formula", "criteria": f'={here}<>""', "format": look})
    # Rows that the office adds look like the others as soon as they have a name.
    named = xl_rowcol_to_cell(place.last + 1, place.naming, col_abs=True)
    look = formats(border=1, border_color=LINE, **({"bg_color": INPUT} if column.input else {}))
    added = (place.last + 1, index, place.reach, index)
    page.conditional_format(*added, {"type": "formula", "criteria": f'={named}<>""', "format": look})


def _validation(column: SheetColumn, choices: _Choices) -> dict[str, object] | None:
    title = fitting(column.title, 32)
    said: dict[str, object] = {"error_title": "Giá trị không hợp lệ"}
    if column.input:
        said["input_title"] = title
    if column.kind == "choice" and column.choices:
        return {
            **said,
            "validate": "list",
            "source": choices.source(column.choices),
            "input_message": "Chọn một giá trị trong danh sách." if column.input else "",
            "error_message": "Hãy chọn một giá trị trong danh sách.",
        }
    if column.kind == "percent":
        return {
            **said,
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": 1,
            "input_message": "Ghi tỷ lệ hoàn thành từ 0% đến 100%." if column.input else "",
            "error_message": "Hãy ghi một tỷ lệ từ 0% đến 100%.",
        }
    if column.kind == "date":
        return {
            **said,
            **day_rule(),
            "input_message": "Ghi ngày theo dạng ngày/tháng/năm." if column.input else "",
        }
    return None


def _overdue(page: Any, formats: Formats, counted: Counted) -> None:
    """Mark the days that have passed while the work is not finished."""
    if counted.due is None:
        return
    place = counted.place
    day = xl_rowcol_to_cell(place.first, counted.due, col_abs=True)
    said = xl_rowcol_to_cell(place.first, counted.across, col_abs=True)
    finished = ",".join(f'EXACT({said},"{word}")' for word in FINISHED)
    rule = f"=AND(ISNUMBER({day}),{day}<{counted.as_of},NOT(OR({finished})))"
    look = formats(font_color=RED, bg_color="#FBDCDC", bold=True)
    cells = (place.first, counted.due, place.reach, counted.due)
    page.conditional_format(*cells, {"type": "formula", "criteria": rule, "format": look})
