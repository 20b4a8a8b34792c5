"""A page that counts a sheet by formulas, with the values that the formulas will have.

Formulas compare with ``EXACT``, because ``COUNTIFS`` takes ``*``, ``?``, ``<`` and a length above 255 in a body's name
for something else. The count by deadline is of lines whose day has passed and that are not finished, on the day in the
cell "Tính đến ngày". That cell says ``TODAY()``, which an office expects and may overwrite; the values written with it
are those of the document's own day, so that no clock is asked when the workbook is made.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen
from xlsxwriter.utility import quote_sheetname, xl_range, xl_rowcol_to_cell

from cchc.document import Document, Properties, Summary, Value
from cchc.errors import RenderError
from cchc.rendering.xlsx._cells import (
    HEAD,
    INPUT,
    LINE,
    Formats,
    cell_text,
    day_rule,
    fitting,
    number_format,
    write,
)
from cchc.rendering.xlsx._page import TITLES, Place, head, height, print_set_up
from cchc.text import sort_key

__all__ = ["FINISHED", "Counted", "summaries"]

#: States after which a deadline no longer presses.
FINISHED = ("Hoàn thành", "Không thực hiện")

_TOTAL, _LATE = "Tổng số", "Quá hạn"
_WIDTH = 46
_OTHERS, _SUM = "Khác hoặc chưa ghi", "Cộng"


@frozen(kw_only=True)
class Counted:
    """A summary, the place of the sheet that it counts, and the columns that it needs of it."""

    title: str
    place: Place
    by: int
    across: int
    due: int | None
    day: dt.date

    @property
    def as_of(self) -> str:
        """The name of the cell with the day that deadlines are compared with."""
        return self.place.name_of("tinh_den_ngay")

    def write(self, page: Any, formats: Formats, properties: Properties) -> Mapping[str, str]:
        """Write the page and return the names that its formulas use, each with its address."""
        columns = self.place.sheet.columns
        choices = columns[self.across].choices
        titles = [_TOTAL, *choices, *([_LATE] if self.due is not None else [])]
        rows = self._rows()
        groups: dict[Value, list[Sequence[Value]]] = {}
        for row in rows:
            groups.setdefault(row[self.by], []).append(row)
        others = groups.pop("", [])

        head(page, formats, properties, self.title)
        names = self._as_of(page, formats)
        _heads(page, formats, (columns[self.by].title, *titles))
        plain, number = _looks(formats, bold=False)
        label_look = formats(border=1, border_color=LINE, text_wrap=True, **number_format(columns[self.by]))
        first = TITLES + 1
        for line, value in enumerate(sorted(groups, key=lambda value: sort_key(str(value))), first):
            write(page, line, 0, value, label_look)
            page.set_row(line, height((value,), (_WIDTH,)))
            label = xl_rowcol_to_cell(line, 0, col_abs=True)
            chosen = f"EXACT({self.place.range_name(self.by)},{label})*{self._named}"
            self._counts(page, line, chosen, self._values(groups[value]), number)

        # Rows of bodies that were not in the plan, so that the lines always add up to the sum.
        last = first + len(groups)
        page.write_string(last, 0, _OTHERS, plain)
        for column, value in enumerate(self._values(others), 1):
            above = f"SUM({xl_range(first, column, last - 1, column)})" if groups else "0"
            page.write_formula(last, column, f"={xl_rowcol_to_cell(last + 1, column)}-{above}", number, value)
        bold, bold_number = _looks(formats, bold=True)
        page.write_string(last + 1, 0, _SUM, bold)
        self._counts(page, last + 1, self._named, self._values(rows), bold_number)

        page.set_column(0, 0, _WIDTH)
        page.set_column(1, len(titles), 14)
        page.freeze_panes(first, 1)
        print_set_up(page, properties)
        needed = {self.place.naming, self.by, self.across} | ({self.due} if self.due is not None else set())
        return names | {self.place.range_name(one): self.place.range_of(one) for one in sorted(needed)}

    @property
    def _named(self) -> str:
        """The formula that is true for a row that has a name: what has none is no row."""
        return f'({self.place.range_name(self.place.naming)}<>"")'

    def _rows(self) -> list[Sequence[Value]]:
        """Return the rows that have a name, with their texts as the cells have them."""
        rows = [
            ["" if value is None else cell_text(value) if isinstance(value, str) else value for value in row]
            for row in self.place.sheet.rows
        ]
        return [row for row in rows if row[self.place.naming] != ""]

    def _as_of(self, page: Any, formats: Formats) -> dict[str, str]:
        if self.due is None:
            return {}
        page.write_string(3, 0, "Tính đến ngày:", formats(align="right"))
        look = formats(
            num_format="dd/mm/yyyy", align="center", bg_color=INPUT, border=1, border_color=LINE, bold=True
        )
        page.write_formula(3, 1, "=TODAY()", look, (self.day - dt.date(1899, 12, 30)).days)
        said = {
            "input_title": "Tính đến ngày",
            "input_message": "Tự lấy ngày hôm nay. Có thể ghi một ngày khác, hoặc ghi =TODAY() để trở lại.",
        }
        page.data_validation(3, 1, 3, 1, {**day_rule(), **said})
        cell = xl_rowcol_to_cell(3, 1, row_abs=True, col_abs=True)
        return {self.as_of: f"={quote_sheetname(page.get_name())}!{cell}"}

    def _counts(self, page: Any, line: int, chosen: str, values: Sequence[int], look: Any) -> None:
        """Write the formulas of one line with the values that they have."""
        state = self.place.range_name(self.across)
        choices = self.place.sheet.columns[self.across].choices
        formulas = [f"=SUMPRODUCT({chosen}*1)"]
        for column in range(2, 2 + len(choices)):
            title = xl_rowcol_to_cell(TITLES, column, row_abs=True)
            formulas.append(f"=SUMPRODUCT({chosen}*EXACT({state},{title}))")
        if self.due is not None:
            day = self.place.range_name(self.due)
            going = "*".join(f'NOT(EXACT({state},"{word}"))' for word in FINISHED)
            formulas.append(f"=SUMPRODUCT({chosen}*ISNUMBER({day})*({day}<{self.as_of})*{going})")
        for column, (formula, value) in enumerate(zip(formulas, values, strict=True), 1):
            page.write_formula(line, column, formula, look, value)

    def _values(self, rows: Sequence[Sequence[Value]]) -> list[int]:
        states = [row[self.across] for row in rows]
        choices = self.place.sheet.columns[self.across].choices
        late = [] if self.due is None else [sum(map(self._late, rows))]
        return [len(rows), *(states.count(cell_text(choice)) for choice in choices), *late]

    def _late(self, row: Sequence[Value]) -> bool:
        day = row[self.due] if self.due is not None else None
        return isinstance(day, dt.date) and day < self.day and row[self.across] not in FINISHED


def _looks(formats: Formats, *, bold: bool) -> tuple[Any, Any]:
    look = {"border": 1, "border_color": LINE, "text_wrap": True}
    if bold:
        look |= {"bold": True, "bg_color": HEAD}
    return formats(**look), formats(**look, align="center", num_format="0")


def _heads(page: Any, formats: Formats, titles: Sequence[str]) -> None:
    look = formats(
        bold=True, text_wrap=True, align="center", bg_color=HEAD, border=1, border_color=LINE, font_size=11
    )
    page.set_row(TITLES, 36)
    for column, title in enumerate(titles):
        # The formulas compare with these words.
        page.write_string(TITLES, column, cell_text(title), look)


def summaries(document: Document, places: Sequence[Place]) -> Mapping[int, Counted]:
    """Return the summaries of *document* by the number of the sheet that they stand with."""
    found: dict[int, Counted] = {}
    for place in places:
        if place.sheet.summary is not None:
            found[place.number] = _counted(document, place.sheet.summary, places)
    return found


def _counted(document: Document, summary: Summary, places: Sequence[Place]) -> Counted:
    place = next((place for place in places if place.sheet.key == summary.sheet), None)
    if place is None:
        raise _missing(document, f"a summary counts the sheet {summary.sheet!r}, which is not there")
    by, across = place.index(summary.by), place.index(summary.across)
    due = place.index(summary.due) if summary.due else None
    if by is None or across is None or (due is None and summary.due):
        keys = (summary.by, summary.across, summary.due)
        raise _missing(
            document, f"a summary needs the columns {keys!r} of sheet {summary.sheet!r}, not all there"
        )
    day = document.properties.date or dt.date(place.sheet.year or 2000, 1, 1)
    return Counted(title=summary.title, place=place, by=by, across=across, due=due, day=day)


def _missing(document: Document, why: str) -> RenderError:
    return RenderError(name="xlsx", subject=fitting(document.properties.title, 80), why=why)
