"""A form as the parts of a workbook: locked but for the cells to fill in, with lists, limits, help and print set-up."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell

from cchc.reporting._asked import STATES
from cchc.reporting._form import IDENTITY, LIMIT, Form, Input, Sheet

__all__ = ["parts_of"]

_FONT = "Times New Roman"
_LINE, _HEAD, _HEAD_INPUT, _INPUT = "#BFB6A8", "#F3E3C3", "#F0C75E", "#FFFBE8"
_MISSING = "#FBDCDC"
_FRAME = {"border": 1, "border_color": _LINE, "text_wrap": True, "valign": "vcenter"}
_LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 14, "align": "center", "valign": "vcenter", "text_wrap": True},
    "subtitle": {"bold": True, "font_size": 12, "align": "center", "valign": "vcenter"},
    "key": {**_FRAME, "indent": 1, "bg_color": _HEAD},
    "value": {**_FRAME, "indent": 1},
    "strong": {**_FRAME, "indent": 1, "bold": True, "font_size": 13},
    "head": {**_FRAME, "bold": True, "align": "center", "bg_color": _HEAD},
    "head_input": {**_FRAME, "bold": True, "align": "center", "bg_color": _HEAD_INPUT},
    "number": {**_FRAME, "align": "center"},
    "text": _FRAME,
    "note": {"italic": True, "text_wrap": True, "valign": "vcenter", "font_color": "#4A433E"},
    "group": {**_FRAME, "bold": True, "bg_color": _HEAD},
    # Cells to fill in, by what they take.
    "words": {**_FRAME, "valign": "top", "bg_color": _INPUT, "locked": False, "num_format": "@"},
    "choice": {**_FRAME, "align": "center", "bg_color": _INPUT, "locked": False},
    "number_input": {**_FRAME, "align": "center", "bg_color": _INPUT, "locked": False, "num_format": "#,##0.######"},
    "version": {**_FRAME, "align": "left", "bg_color": _INPUT, "locked": False, "num_format": "0"},
    "date": {**_FRAME, "align": "left", "bg_color": _INPUT, "locked": False, "num_format": "dd/mm/yyyy"},
    "total": {**_FRAME, "align": "center", "bold": True, "num_format": "#,##0.######"},
}  # fmt: skip
_ALLOWED = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_rows": True,
    "format_columns": True,
}


def parts_of(form: Form) -> list[tuple[str, bytes]]:
    """Return the parts of the workbook in their order, the same for the same form."""
    stream = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": _FONT, "font_size": 11},
    }
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties(
        {
            "title": form.title[:255],
            "author": form.creator[:255],
            "created": dt.datetime(form.day.year, form.day.month, form.day.day),  # noqa: DTZ001  # a day
        }
    )
    looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
    missing = book.add_format({"bg_color": _MISSING})
    for sheet in form.sheets:
        _sheet(book, book.add_worksheet(sheet.title), sheet, looks, missing)
    hidden = book.add_worksheet(IDENTITY)
    for row, (key, value) in enumerate(form.identity):
        hidden.write_string(row, 0, f"{key}={value}")
    hidden.protect("", {"select_locked_cells": False})
    hidden.very_hidden()
    book.close()
    with zipfile.ZipFile(stream) as package:
        return [(info.filename, package.read(info)) for info in package.infolist()]


def _sheet(book: Any, page: Any, sheet: Sheet, looks: dict[str, Any], missing: Any) -> None:
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for row, height in sheet.heights:
        page.set_row(row, height)
    for still in sheet.stills:
        if still.to > still.column:
            page.merge_range(still.row, still.column, still.row, still.to, "", looks[still.look])
        page.write_string(still.row, still.column, still.words, looks[still.look])
    for one in sheet.inputs:
        _input(book, page, sheet, one, looks)
    _limits(page, sheet)
    places = {one.name: one for one in sheet.inputs}
    for total in sheet.totals:
        counted = [places[name] for name in total.of]
        if total.state:
            cells = xl_range_abs(counted[0].row, counted[0].column, counted[-1].row, counted[-1].column)
            formula = f'=COUNTIF({cells},"{total.state}")'
        else:
            formula = f"=SUM({','.join(xl_rowcol_to_cell(one.row, one.column) for one in counted)})"
        # A reader that does not calculate sees what the empty form adds up to.
        page.write_formula(total.row, total.column, formula, looks["total"], 0)
        _name(book, sheet, total.name, total.row, total.column)
    _reasons(page, sheet, missing)
    _print_set_up(page, sheet)
    if sheet.inputs:
        # Whoever opens the sheet can write at once; the Tab key goes from one open cell to the next.
        page.set_selection(
            sheet.inputs[0].row, sheet.inputs[0].column, sheet.inputs[0].row, sheet.inputs[0].column
        )
    page.protect("", _ALLOWED)


def _name(book: Any, sheet: Sheet, name: str, row: int, column: int) -> None:
    cell = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    book.define_name(name, f"={quote_sheetname(sheet.title)}!{cell}")


def _input(book: Any, page: Any, sheet: Sheet, one: Input, looks: dict[str, Any]) -> None:
    look = looks["number_input" if one.kind in {"number", "percent"} else one.kind]
    if one.to > one.column:
        page.merge_range(one.row, one.column, one.row, one.to, "", look)
    if one.kind == "version":
        page.write_number(one.row, one.column, 1, look)
    else:
        page.write_blank(one.row, one.column, None, look)
    _name(book, sheet, one.name, one.row, one.column)


def _limits(page: Any, sheet: Sheet) -> None:
    """Give every cell to fill in its help and its limits, once for all cells that share them."""
    alike: dict[tuple[str, str, str], list[Input]] = {}
    for one in sheet.inputs:
        alike.setdefault((one.kind, one.title, one.help), []).append(one)
    for (kind, title, help_), inputs in alike.items():
        said: dict[str, object] = {
            "input_title": title[:32],
            "input_message": help_[:255],
            "error_title": "Giá trị không hợp lệ",
            "error_message": help_[:255],
        }
        rules: dict[str, dict[str, object]] = {
            "choice": {"validate": "list", "source": list(STATES.values())},
            "number": {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": LIMIT},
            "percent": {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100},
            "version": {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 99},
            "date": {"validate": "date", "criteria": ">=", "value": dt.date(2000, 1, 1)},
            "words": {"validate": "any"},
        }
        first, *others = _areas(inputs)
        page.data_validation(*first, {**said, **rules[kind], "other_cells": others})


def _areas(inputs: Sequence[Input]) -> list[list[int]]:
    """Return the cells as areas: those that stand below one another are one."""
    areas: list[list[int]] = []
    for one in inputs:
        if areas and areas[-1][1:3] == [one.column, one.row - 1]:
            areas[-1][2] = one.row
        else:
            areas.append([one.row, one.column, one.row, one.column])
    return areas


def _reasons(page: Any, sheet: Sheet, missing: Any) -> None:
    """Colour the cell of a reason that is still missing."""
    states = [one for one in sheet.inputs if one.kind == "choice"]
    if states:
        first, last = states[0], states[-1]
        state = xl_rowcol_to_cell(first.row, first.column, col_abs=True)
        reason = xl_rowcol_to_cell(first.row, first.column + 2, col_abs=True)
        rule = f'=AND(OR({state}="{STATES["late"]}",{state}="{STATES["dropped"]}"),{reason}="")'
        cells = (first.row, first.column + 2, last.row, first.column + 2)
        page.conditional_format(*cells, {"type": "formula", "criteria": rule, "format": missing})


def _print_set_up(page: Any, sheet: Sheet) -> None:
    page.hide_gridlines(2)
    page.set_paper(9)
    if sheet.landscape:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    if sheet.heading is not None:
        page.repeat_rows(sheet.heading)
        page.freeze_panes(sheet.heading + 1, 2)
    page.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    page.center_horizontally()
    page.set_footer(f'&L&"{_FONT},Italic"&9{sheet.title}&R&"{_FONT},Regular"&9Trang &P/&N', {"margin": 0.3})
