"""The tree of an official document: what a template makes and a renderer writes.

It knows nothing of plans and nothing of file formats. Texts are what is printed, capitals and markers included; a
renderer adds only what its format needs so that they look right (fonts, lines, spaces that do not break).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Literal

from attrs import field, frozen

from cchc.diagnostics import Diagnostic
from cchc.document._standards import DocumentStandard
from cchc.errors import ModelError

__all__ = [
    "AnnexTitle",
    "Block",
    "Cell",
    "Chart",
    "Column",
    "Document",
    "Heading",
    "Letterhead",
    "Paragraph",
    "Properties",
    "Run",
    "Section",
    "Series",
    "Sheet",
    "SheetColumn",
    "SignatureBlock",
    "Summary",
    "Table",
    "Title",
    "Value",
]

Value = str | int | Decimal | dt.date | None


@frozen
class Run:
    """A stretch of text in one style; the only positional record, because there are so many of them."""

    text: str
    bold: bool = False
    italic: bool = False


@frozen(kw_only=True)
class Letterhead:
    """The head of page 1: bodies at the left, national name and motto at the right.

    Attributes:
        superior: lines of the superior body in capitals (*cơ quan chủ quản*); empty for none.
        issuer: lines of the issuing body in capitals.
        number: "Số: 05/KH-UBND", with spaces where the number is blank.
        place_date: "Sơn La, ngày 05 tháng 02 năm 2026", with spaces where something is blank.
        marks: boxed marks in capitals: "DỰ THẢO", degrees of urgency.
        country: the national name (*Quốc hiệu*).
        motto: the national motto (*Tiêu ngữ*).
    """

    superior: tuple[str, ...] = ()
    issuer: tuple[str, ...]
    number: str
    place_date: str
    marks: tuple[str, ...] = ()
    country: str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    motto: str = "Độc lập - Tự do - Hạnh phúc"


@frozen(kw_only=True)
class Title:
    """Type and subject of the document (*tên loại, trích yếu*), with the line below.

    Attributes:
        kind: "KẾ HOẠCH".
        subject: the subject line, in one piece.
        note: a line in italics below, "(Ban hành kèm theo Quyết định số …)"; empty for none.
    """

    kind: str
    subject: str
    note: str = ""


@frozen(kw_only=True)
class Heading:
    """A heading of the outline.

    Attributes:
        level: 1 for "I.", 2 for "1.", 3 for "a)".
        marker: "I."; empty for none.
        text: the heading, in capitals where the standard wants them.
        run_in: text that goes on in the same line, behind a colon and a space that formats add, in body style;
            empty for none.
    """

    level: int
    marker: str = ""
    text: str
    run_in: tuple[Run, ...] = ()


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of the body.

    Attributes:
        runs: its text.
        marker: "1.", "a)", "-"; empty for none. Printed before the text with a space that does not break.
        depth: 0 for text of the top level; deeper points are children of shallower ones.
        style: ``body``; ``basis`` (a line "Căn cứ …;"); ``authority`` (centred, capitals: who decides, "QUYẾT ĐỊNH:");
            ``article`` ("Điều 1. …", whose first run is the bold number).
        keep_with_next: whether it must stand on the page of what follows.
    """

    runs: tuple[Run, ...]
    marker: str = ""
    depth: int = 0
    style: Literal["body", "basis", "authority", "article"] = "body"
    keep_with_next: bool = False

    @property
    def text(self) -> str:
        """The words without styles and marker."""
        return "".join(run.text for run in self.runs)


@frozen(kw_only=True)
class Column:
    """A column of a printed table: its title, its share of the table's width, its alignment."""

    title: str
    share: int
    align: Literal["left", "center", "right"] = "left"


@frozen(kw_only=True)
class Cell:
    """A cell of a printed table; *span* columns wide, line breaks in the text start new lines."""

    text: str
    bold: bool = False
    span: int = 1


@frozen(kw_only=True)
class Table:
    """A printed table, its header repeated on every page.

    Attributes:
        description: what the table shows, for readers who cannot see it.
        columns: from left to right.
        rows: the spans of a row's cells add up to the number of columns.
    """

    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def _tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    # Type checkers cannot tell what the class `tuple` itself converts.
    return tuple(values)


@frozen(kw_only=True)
class Series:
    """What a chart shows of every category: one value each, ``None`` where nothing is known.

    Raises:
        ModelError: a value is no finite ``int`` or ``Decimal``.
    """

    name: str
    values: tuple[int | Decimal | None, ...] = field(converter=_tuple)

    def __attrs_post_init__(self) -> None:
        for value in self.values:
            whole = type(value) is int or value is None
            if not (whole or (isinstance(value, Decimal) and value.is_finite())):
                raise ModelError(
                    where="Series.values", value=value, why="must hold finite int, Decimal or None"
                )


@frozen(kw_only=True)
class Chart:
    """A picture of figures (*biểu đồ*), with its title below it and the same figures as data where a format has room.

    Attributes:
        title: the caption, "Biểu đồ 1. Số tin, bài theo nhóm đơn vị".
        description: what the chart shows, for readers who cannot see it; the figures need not be in it.
        kind: ``bar`` (lying, for long names), ``column`` (standing, for few short names such as periods), ``line`` (over
            time), ``stacked`` (lying bars whose parts add up). Columns whose names have no room are drawn lying.
        categories: what the values are of, in order.
        series: at least one; a chart of a single series needs no legend, so its name stands in tables only.
        unit: what the values count, "tin, bài"; empty for none.

    Raises:
        ModelError: there are no categories or no series, or a series has not one value for each category.
    """

    title: str
    description: str
    kind: Literal["bar", "column", "line", "stacked"]
    categories: tuple[str, ...] = field(converter=_tuple)
    series: tuple[Series, ...] = field(converter=_tuple)
    unit: str = ""

    def __attrs_post_init__(self) -> None:
        if self.kind not in ("bar", "column", "line", "stacked"):
            raise ModelError(where="Chart.kind", value=self.kind, why="must be bar, column, line or stacked")
        for name, parts in (("categories", self.categories), ("series", self.series)):
            if not parts:
                raise ModelError(where=f"Chart.{name}", value=parts, why="must not be empty")
        for one in self.series:
            if len(one.values) != len(self.categories):
                raise ModelError(
                    where=f"Chart.series[{one.name!r}].values",
                    value=one.values,
                    why=f"must have {len(self.categories)} values, one for each category",
                )


@frozen(kw_only=True)
class SignatureBlock:
    """Recipients at the left, authority, office and name at the right.

    Attributes:
        recipients: the lines as printed, "- Bộ Nội vụ;" … "- Lưu: VT, SNV."; empty for no list.
        authority: lines in capitals, "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH".
        position: "PHÓ CHỦ TỊCH".
        name: name of who signs; empty for a blank.
        label: heading of the list.
    """

    recipients: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    position: str = ""
    name: str = ""
    label: str = "Nơi nhận:"


@frozen(kw_only=True)
class AnnexTitle:
    """The head of an annex (*phụ lục*): "PHỤ LỤC I", its title in capitals, the line that says what it belongs to."""

    label: str
    title: str
    note: str = ""


Block = Letterhead | Title | Heading | Paragraph | Table | Chart | SignatureBlock | AnnexTitle


@frozen(kw_only=True)
class Section:
    """Pages of one orientation with page numbers of their own; the first is the main document."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@frozen(kw_only=True)
class SheetColumn:
    """A column of a typed table.

    Attributes:
        key: stable name of the column.
        title: what the header says.
        kind: ``text``, ``integer``, ``date``, ``percent`` (0 to 1), ``choice`` (one of *choices*) or ``mark`` (a
            mark or a small number in a calendar).
        width: width in characters.
        choices: the values of a ``choice`` column, in their order.
        input: whether the office fills it in.
    """

    key: str
    title: str
    kind: Literal["text", "integer", "date", "percent", "choice", "mark"] = "text"
    width: int = 14
    choices: tuple[str, ...] = ()
    input: bool = False


@frozen(kw_only=True)
class Summary:
    """A count over a sheet that a workbook keeps up to date by itself: one line for each value of *by*.

    Attributes:
        title: what it says above.
        sheet: key of the sheet that is counted.
        by: key of the column whose values make the lines.
        across: key of a ``choice`` column whose choices make the columns.
        due: key of a ``date`` column; empty for no count of lines by deadline.
    """

    title: str
    sheet: str
    by: str
    across: str
    due: str = ""


@frozen(kw_only=True)
class Sheet:
    """A typed table that workbooks and web pages show and page formats pass over.

    Attributes:
        key: stable name: ``tasks``, ``calendar``, ``channels``.
        title: name for people.
        columns: from left to right.
        rows: one value a column.
        year: the year that a calendar shows, else ``None``.
        summary: a count that stands with it.
    """

    key: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    year: int | None = None
    summary: Summary | None = None


@frozen(kw_only=True)
class Properties:
    """What the file says of itself (core properties).

    Attributes:
        title: "Kế hoạch …".
        subject: the subject line.
        creator: the issuing body.
        identifier: number and symbol, empty for a blank.
        date: day of issue; what a format needs as a date of creation where there is none is up to it, never a clock.
        keywords: words for search.
        language: language of the text.
    """

    title: str
    subject: str = ""
    creator: str = ""
    identifier: str = ""
    date: dt.date | None = None
    keywords: tuple[str, ...] = ()
    language: str = "vi-VN"


@frozen(kw_only=True)
class Document:
    """An official document.

    Attributes:
        standard: the document standard (*thể thức*) that it is laid out by.
        properties: what the file says of itself.
        sections: the pages, main document first.
        sheets: typed tables beside the pages.
        diagnostics: what composing it found: words that had no place, characters that were dropped.
    """

    standard: DocumentStandard
    properties: Properties
    sections: tuple[Section, ...]
    sheets: tuple[Sheet, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=(), eq=False)
