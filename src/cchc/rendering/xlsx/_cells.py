"""Values into cells: what a value is decides its cell, and text is text whatever it begins with."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from cchc.document import SheetColumn, Value
from cchc.text import clean, short_date

__all__ = ["Formats", "cell_text", "day_rule", "fitting", "is_exact", "write"]

FONT = "Times New Roman"
# Excel's limits: characters of a cell, counted in UTF-16; the first day of its calendar that it gets right; digits.
_LONGEST = 32_767
_FIRST_DAY = dt.date(1900, 3, 1)
_DIGITS = 15
# What ends a line in some program, but not in a cell.
_BREAKS = re.compile("[\x85\u2028\u2029]")


def _length(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def cell_text(text: str) -> str:
    """Return *text* as a cell can hold it; what is too long is cut, and the cell says so at its start."""
    cleaned = _BREAKS.sub("\n", clean(text).text)
    length = _length(cleaned)
    if length <= _LONGEST:
        return cleaned
    kept = _LONGEST - 100
    while _length(cleaned[:kept]) > _LONGEST - 100:
        kept -= max(1, (_length(cleaned[:kept]) - _LONGEST + 100) // 2)
    return f"[Đã cắt: còn {kept} trong {len(cleaned)} ký tự, xem văn bản] {cleaned[:kept]}"


def fitting(text: str, length: int) -> str:
    """Return *text* on one line, no longer than *length* characters as Excel counts them."""
    line = " ".join(clean(text).text.split())
    if _length(line) <= length:
        return line
    while _length(line) > length - 1:
        line = line[:-1]
    return line + "…"


class Formats:
    """The formats of a workbook, each made once: asking by the same properties gives the same format."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def __call__(self, **properties: object) -> Any:
        """Return the format with these properties of XlsxWriter."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"valign": "vcenter", **properties})
        return self._made[key]

    def cell(self, column: SheetColumn, *, input: bool = False) -> Any:  # noqa: A002 - as the column calls it
        """Return the format of the cells of *column*."""
        centred = column.kind in {"integer", "date", "percent", "mark", "choice"}
        look: dict[str, object] = {"border": 1, "border_color": LINE, "text_wrap": True, "valign": "top"}
        if centred:
            look["align"] = "center"
        if input:
            look["bg_color"] = INPUT
        return self(**look, **number_format(column))


# Colours of the workbook: lines, heads, and the ground of cells that the office fills in.
LINE = "#BFB6A8"
HEAD = "#F3E3C3"
HEAD_INPUT = "#F0C75E"
INPUT = "#FFFBE8"
RED = "#8C1116"


def number_format(column: SheetColumn) -> dict[str, object]:
    """Return how numbers of *column* are shown."""
    codes = {"date": "dd/mm/yyyy", "percent": "0%", "integer": "0"}
    return {"num_format": codes[column.kind]} if column.kind in codes else {}


def day_rule() -> dict[str, object]:
    """Return the rule by which a cell takes days alone, none from before the State was founded on 2 September 1945."""
    return {
        "validate": "date",
        "criteria": ">=",
        "value": dt.date(1945, 9, 2),
        "error_title": "Giá trị không hợp lệ",
        "error_message": "Hãy ghi một ngày theo dạng ngày/tháng/năm, ví dụ 30/6/2027.",
    }


def write(page: Any, row: int, column: int, value: Value, look: Any) -> None:
    """Write *value* as what it is: a day, a number, or text."""
    match value:
        case None | "":
            page.write_blank(row, column, None, look)
        case str():
            page.write_string(row, column, cell_text(value), look)
        case dt.date() if value >= _FIRST_DAY:
            page.write_datetime(row, column, dt.datetime(value.year, value.month, value.day), look)  # noqa: DTZ001 - a day
        case dt.date():
            page.write_string(row, column, short_date(value), look)
        case int() | Decimal() if is_exact(value):
            page.write_number(row, column, value, look)
        case _:
            page.write_string(row, column, str(value), look)


def is_exact(value: int | Decimal) -> bool:
    """Return whether a cell can hold *value* without losing a digit."""
    number = Decimal(value)
    return (
        number.is_finite()
        and len(number.normalize().as_tuple().digits) <= _DIGITS
        and abs(number) < 10**_DIGITS
    )
