"""A document as the values that the template of the page prints: an outline, lists that nest, sheets by what they are."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator

from attrs import Factory, define, frozen
from markupsafe import Markup

from cchc.document import (
    AnnexTitle,
    Block,
    Chart,
    Document,
    DocumentStandard,
    Heading,
    Letterhead,
    Paragraph,
    Properties,
    Section,
    Sheet,
    SheetColumn,
    Table,
    Title,
    Value,
)
from cchc.rendering._chart import as_table, caption
from cchc.rendering._lines import dated_title, run_in_heading
from cchc.rendering.html._chart import pictures
from cchc.rendering.html._timeline import timelines
from cchc.text import short_date, sort_key

__all__ = ["Page", "page"]

# A table of more columns than this is too narrow to be read, even on a wide screen.
_MOST_COLUMNS = 8
# What tabs and search results show of a title.
_TITLE = 70


@define(kw_only=True)
class Entry:
    """An entry of the table of contents."""

    id: str
    text: str
    level: int
    entries: list[Entry] = Factory(list)


@define(kw_only=True)
class Point:
    """A paragraph with what hangs below it."""

    paragraph: Paragraph
    points: list[Points] = Factory(list)


@define(kw_only=True)
class Points:
    """Paragraphs beside each other: a list where they have markers."""

    listed: bool
    points: list[Point] = Factory(list)


@frozen(kw_only=True)
class Head:
    """A heading of the page; *tag* is its level there, *run_in* whether text goes on in its line."""

    id: str
    text: str
    tag: int
    block: Heading | Title | AnnexTitle


@define(kw_only=True)
class Part:
    """A part of the document: what stands before the first heading, or a heading of the first level and its blocks."""

    head: Head | None = None
    blocks: list[tuple[str, object]] = Factory(list)


@frozen(kw_only=True)
class Drawn:
    """A chart: its caption, its figures, its pictures for wide and for narrow windows."""

    caption: str
    figures: Table
    pictures: tuple[Markup, ...]


@frozen(kw_only=True)
class Pages:
    """Pages of one orientation."""

    landscape: bool
    parts: tuple[Part, ...]


@frozen(kw_only=True)
class Field:
    """What a row says in one column."""

    column: SheetColumn
    text: str
    machine: str = ""


@frozen(kw_only=True)
class Row:
    """A row of a sheet: the fields that say something have text; *group* is the number of its choice in the filter."""

    fields: tuple[Field, ...]
    group: int

    @property
    def name(self) -> Field:
        """The field that names the row: its first text."""
        return next((field for field in self.fields if field.column.kind == "text"), self.fields[0])


@frozen(kw_only=True)
class Shown:
    """A sheet as the page shows it.

    Attributes:
        title: its title, with the year that it shows.
        layout: ``calendar``, ``table`` or ``cards``.
        choices: the groups to filter by, each with its number of rows; empty for no filter.
        shares: widths of the columns of a table in percent.
        timelines: pictures of a calendar, for wide and for narrow windows.
    """

    id: str
    title: str
    layout: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[Row, ...]
    filter_title: str = ""
    choices: tuple[tuple[str, int], ...] = ()
    shares: tuple[int, ...] = ()
    timelines: tuple[Markup, ...] = ()


@frozen(kw_only=True)
class Page:
    """Everything that the template prints."""

    standard: DocumentStandard
    properties: Properties
    short_title: str
    date: str
    marks: tuple[str, ...]
    contents: tuple[Entry, ...]
    sections: tuple[Pages, ...]
    sheets: tuple[Shown, ...]
    titled: bool


def page(document: Document) -> Page:
    """Return the values of the page of *document*."""
    outline = _Outline()
    sections = tuple(outline.pages(section) for section in document.sections)
    sheets = tuple(_shown(number, sheet) for number, sheet in enumerate(document.sheets, 1))
    for shown in sheets:
        outline.enter(Entry(id=shown.id, text=shown.title, level=1))
    blocks = [block for section in document.sections for block in section.blocks]
    properties = document.properties
    return Page(
        standard=document.standard,
        properties=properties,
        short_title=textwrap.shorten(properties.title, _TITLE, placeholder="…") or "Văn bản",
        date=short_date(properties.date) if properties.date else "",
        marks=tuple(mark for block in blocks if isinstance(block, Letterhead) for mark in block.marks),
        contents=tuple(outline.entries),
        sections=sections,
        sheets=sheets,
        titled=any(isinstance(block, Title) for block in blocks),
    )


class _Outline:
    """Goes through the blocks once and numbers the headings, so that every anchor is the place in the outline."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._path: list[Entry] = []
        self._tag = 1
        self._base = 1
        self._titles = 0
        self._charts = 0

    def enter(self, entry: Entry) -> None:
        """Put *entry* below the last one of a higher level."""
        while self._path and self._path[-1].level >= entry.level:
            self._path.pop()
        (self._path[-1].entries if self._path else self.entries).append(entry)
        self._path.append(entry)

    def pages(self, section: Section) -> Pages:
        parts = [Part()]
        for block in section.blocks:
            head = self._head(block)
            if (isinstance(block, Heading) and block.level == 1) or isinstance(block, AnnexTitle):
                parts.append(Part(head=head))
            elif head is not None:
                parts[-1].blocks.append(("head", head))
            elif isinstance(block, Paragraph):
                _hang(parts[-1], block)
            else:
                name = type(block).__name__.lower()
                made = self._drawn(block) if isinstance(block, Chart) else block
                if name == "signatureblock":
                    parts.append(Part())
                parts[-1].blocks.append((name, made))
        return Pages(
            landscape=section.landscape, parts=tuple(part for part in parts if part.head or part.blocks)
        )

    def _drawn(self, chart: Chart) -> Drawn:
        self._charts += 1
        wide, narrow = pictures(chart, f"bieu-do-{self._charts}")
        return Drawn(
            caption=caption(chart),
            figures=as_table(chart),
            pictures=(Markup(wide), Markup(narrow)),  # noqa: S704 - of our own writer
        )

    def _head(self, block: Block) -> Head | None:
        if isinstance(block, Title):
            # A plan that is issued with a decision: the second title stands below the first.
            self._titles += 1
            self._base = self._tag = min(self._titles, 2)
            self._path.clear()
            return Head(id=f"van-ban-{self._titles}", text=block.kind, tag=self._base, block=block)
        if isinstance(block, AnnexTitle):
            level, text = 1, " ".join(word for word in (block.label, block.title) if word)
        elif isinstance(block, Heading):
            level, text = block.level, run_in_heading(block)[0]
        else:
            return None
        # Assistive programs expect that no level of headings is left out.
        self._tag = min(self._base + level, self._tag + 1, 6)
        entry = Entry(id="", text=text.removesuffix(":"), level=level)
        self.enter(entry)
        above = self._path[-2] if len(self._path) > 1 else None
        entry.id = (
            f"{above.id}-{len(above.entries)}" if above else f"muc-{self._titles or 1}-{len(self.entries)}"
        )
        return Head(id=entry.id, text=text, tag=self._tag, block=block)


def _hang(part: Part, paragraph: Paragraph) -> None:
    """Hang *paragraph* below the last shallower one of the paragraphs that it follows."""
    if not part.blocks or part.blocks[-1][0] != "points":
        part.blocks.append(("points", []))
    groups = part.blocks[-1][1]
    assert isinstance(groups, list)
    listed = bool(paragraph.marker) and paragraph.style == "body"
    while groups and groups[-1].points[-1].paragraph.depth < paragraph.depth and groups[-1].listed:
        groups = groups[-1].points[-1].points
    # A group holds one depth: a shallower paragraph after deeper ones without a parent starts a group of its own.
    if not groups or groups[-1].listed != listed or groups[-1].points[-1].paragraph.depth != paragraph.depth:
        groups.append(Points(listed=listed))
    groups[-1].points.append(Point(paragraph=paragraph))


def _shown(number: int, sheet: Sheet) -> Shown:
    columns = tuple(
        (index, column)
        for index, column in enumerate(sheet.columns)
        if not column.input
        and (column.kind == "mark" or any(row[index] not in (None, "") for row in sheet.rows))
    )
    if not columns:
        columns = tuple(enumerate(sheet.columns))
    groups = list(_groups(sheet))
    names = sorted(set(groups), key=sort_key)
    calendar = any(column.kind == "mark" for _, column in columns)
    marked = calendar and sheet.rows
    return Shown(
        id=f"bang-{number}",
        title=dated_title(sheet),
        layout="calendar" if calendar else "table" if len(columns) <= _MOST_COLUMNS else "cards",
        columns=tuple(column for _, column in columns),
        rows=tuple(
            Row(
                fields=tuple(_field(column, row[index]) for index, column in columns),
                group=names.index(group) + 1,
            )
            for row, group in zip(sheet.rows, groups, strict=True)
        ),
        filter_title=next(
            (c.title for c in sheet.columns if sheet.summary and c.key == sheet.summary.by), ""
        ),
        choices=tuple((name, groups.count(name)) for name in names) if len(names) > 1 else (),
        shares=tuple(100 * column.width // max(sum(c.width for _, c in columns), 1) for _, column in columns),
        timelines=tuple(
            Markup(picture)  # noqa: S704 - of our own writer
            for wide in (True, False)
            if marked
            for picture in timelines(sheet, f"hinh-{number}-{wide:d}", wide=wide)
        ),
    )


def _groups(sheet: Sheet) -> Iterator[str]:
    by = sheet.summary.by if sheet.summary and sheet.summary.sheet == sheet.key else ""
    index = next((index for index, column in enumerate(sheet.columns) if column.key == by), None)
    for row in sheet.rows:
        yield "" if index is None else _text(row[index]).strip()


def _field(column: SheetColumn, value: Value) -> Field:
    machine = value.isoformat() if isinstance(value, dt.date) else ""
    if column.kind == "percent" and not isinstance(value, str | dt.date | None):
        return Field(column=column, text=f"{value * 100:.0f}%")
    return Field(column=column, text=_text(value).strip(), machine=machine)


def _text(value: Value) -> str:
    if value is None:
        return ""
    return short_date(value) if isinstance(value, dt.date) else str(value)
