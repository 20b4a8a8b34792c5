"""Tables of a plan: an item whose words are cells, divided by bars, with its rows below it."""

from __future__ import annotations

import re
from math import sqrt
from typing import TYPE_CHECKING

from cchc.document import Cell, Column, Table
from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cchc.model import Item
    from cchc.templates._arrange import Placed

#: What divides the cells of a row, as reading writes it.
_BAR = " | "
_ORDINAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2}){0,2}[.)]?|[IVXL]{1,6}[.)]?|[A-Za-zĐđ][.)]?")
_COUNTS = ("tt", "stt", "số tt", "số thứ tự", "thứ tự")
_NARROW = 6


def table_of(place: Placed) -> Table | None:
    """Return the table that *place* is the head of, or ``None`` where it is words like any other.

    A row that says less than the head is filled up with empty cells; one that only names what follows spans the table.
    """
    if not (place.below and _is_row(place.item) and _BAR in place.item.words):
        return None
    titles = _cells(place.item.words)
    rows = [*_rows(place.below)]
    if any(not _is_row(item) or len(_cells(item.words)) > len(titles) for item, _ in rows):
        return None
    counted = fold(titles[0]).strip(" .") in _COUNTS
    said = [_row(_cells(item.words), len(titles), counted=counted, heads=heads) for item, heads in rows]
    return Table(
        description=_BAR.join(titles), columns=_columns(titles, said, counted=counted), rows=(*said,)
    )


def _is_row(item: Item) -> bool:
    words = item.words.strip()
    return bool(words) and not (item.marked or item.label or item.role) and "\n" not in words


def _rows(places: Sequence[Placed]) -> Iterator[tuple[Item, bool]]:
    for place in places:
        yield place.item, bool(place.below)
        yield from _rows(place.below)


def _cells(words: str) -> list[str]:
    # A bar at the edge leaves a space behind where the cell beside it is empty.
    return [cell.strip() for cell in f" {words.strip()} ".split(_BAR)]


def _row(cells: list[str], width: int, *, counted: bool, heads: bool) -> tuple[Cell, ...]:
    numbered = counted and _ORDINAL.fullmatch(cells[0]) is not None
    if heads and len(cells) == 1 + numbered:
        title = Cell(text=cells[-1], bold=True, span=width - numbered)
        return (Cell(text=cells[0], bold=True), title) if numbered else (title,)
    if counted and not numbered and len(cells) < width:
        cells = ["", *cells]
    return tuple(Cell(text=text) for text in [*cells, *[""] * (width - len(cells))])


def _columns(titles: list[str], rows: list[tuple[Cell, ...]], *, counted: bool) -> tuple[Column, ...]:
    """Return the columns, each as wide as its longest word asks for and its texts fill."""
    plain = [row for row in rows if len(row) == len(titles)]
    wants = []
    for place, title in enumerate(titles):
        texts = [title, *(row[place].text for row in plain)]
        word = max(len(word) for text in texts for word in (text.split() or [""]))
        mean = sum(len(text) for text in texts) / len(texts)
        wants.append(max(word, 2.5 * sqrt(mean)))
    if counted:
        wants[0] = 0.0
    room = 100 - (_NARROW if counted else 0)
    total = sum(wants) or 1
    shares = [round(want * room / total) or _NARROW for want in wants]
    return tuple(
        Column(title=title, share=share, align="center" if counted and place == 0 else "left")
        for place, (title, share) in enumerate(zip(titles, shares, strict=True))
    )
