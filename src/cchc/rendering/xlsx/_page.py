"""What every page of a workbook has: a place for its table, the lines above it, the set-up of its print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from attrs import frozen
from xlsxwriter.utility import quote_sheetname, xl_range_abs

from cchc.document import Properties, Sheet, Value
from cchc.rendering.xlsx._cells import FONT, RED, Formats, fitting

__all__ = ["TITLES", "Place", "head", "height", "print_set_up"]

#: Rows that formulas, lists and colours reach beyond the rows that are there.
ROOM = 500
#: Rows above the row of column titles, from 0.
TITLES = 4
# Points of a line, and of the highest row that Excel knows; letters to a character of a column's width.
_LINE, _HIGHEST, _LETTERS = 14.5, 409, 1.05
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@frozen(kw_only=True)
class Place:
    """Where a sheet stands in the workbook.

    Attributes:
        number: from 1.
        sheet: the typed table.
        name: name of its page.
    """

    number: int
    sheet: Sheet
    name: str

    @property
    def first(self) -> int:
        """The first row of the table below its titles, from 0."""
        return TITLES + 1

    @property
    def last(self) -> int:
        """The last row that is there; an empty table has one row."""
        return TITLES + max(len(self.sheet.rows), 1)

    @property
    def reach(self) -> int:
        """The last row that formulas count."""
        return self.last + ROOM

    def index(self, key: str) -> int | None:
        """Return the position of the column *key*."""
        return next((n for n, column in enumerate(self.sheet.columns) if column.key == key), None)

    @property
    def naming(self) -> int:
        """The column without which a row is no row: the first text that the office does not fill in itself."""
        columns = enumerate(self.sheet.columns)
        return next((n for n, column in columns if column.kind == "text" and not column.input), 0)

    def name_of(self, key: str) -> str:
        """Return the name in formulas of what belongs to this sheet."""
        of = self.sheet.key if _PLAIN.fullmatch(self.sheet.key) else f"bang_{self.number}"
        own = key if _PLAIN.fullmatch(key) else f"cot_{(self.index(key) or 0) + 1}"
        return f"{of}_{own}"

    def range_name(self, column: int) -> str:
        """Return the name of the range of a column, with room for rows to come."""
        return self.name_of(self.sheet.columns[column].key)

    def range_of(self, column: int) -> str:
        """Return the address of the range of a column."""
        return f"={quote_sheetname(self.name)}!{xl_range_abs(self.first, column, self.reach, column)}"


def head(page: Any, formats: Formats, properties: Properties, title: str) -> None:
    """Write the lines above a table: who, what, and what the table is."""
    page.hide_gridlines(2)
    page.write_string(0, 0, fitting(properties.creator, 255), formats(font_size=11))
    number = f" (số {properties.identifier})" if properties.identifier else ""
    page.write_string(1, 0, fitting(properties.title + number, 255), formats(font_size=12))
    page.write_string(2, 0, fitting(title, 255), formats(bold=True, font_size=15, font_color=RED))
    page.set_row(2, 24)


def height(values: Iterable[Value], widths: Iterable[float]) -> float:
    """Return the height in points of a row with these values in columns of these widths, by count of letters."""
    most = 1
    for value, width in zip(values, widths, strict=True):
        if isinstance(value, str) and (len(value) > width or "\n" in value):
            most = max(most, sum(1 + int(len(line) / (width * _LETTERS)) for line in value.split("\n")))
    return min(most * _LINE + 3, _HIGHEST)


def print_set_up(page: Any, properties: Properties) -> None:
    """Set a page for print: A4 across, as wide as one sheet of paper, titles and page numbers on each.

    There is no print area, because it would leave out the rows that an office adds.
    """
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(TITLES)
    page.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    page.center_horizontally()
    said = fitting(properties.title, 90).replace("&", "&&")
    page.set_footer(f'&L&"{FONT},Italic"&9 {said}&R&"{FONT},Regular"&9Trang &P/&N', {"margin": 0.3})
