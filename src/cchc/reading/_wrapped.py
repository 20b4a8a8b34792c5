"""Text that was copied from a page: its lines end where the page did, and paragraphs are made of them again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from cchc.reading._outline import marker_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc.reading._source import Line

#: A page is so wide, in characters, and its text has at least so many full lines.
_NARROWEST, _WIDEST = 55, 130
_FULL_LINES = 6
_FULL = 0.85
_NUMBER = re.compile(r"(?:trang\s*)?[0-9]{1,3}(?:\s*/\s*[0-9]{1,3})?", re.IGNORECASE)
_COLUMNS = re.compile(r"\t|\S\s{3,}\S")


def unwrapped(lines: Sequence[Line], text: str) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return *lines* with the paragraphs that a page had broken made whole, and the page numbers inside them.

    A line goes on with the one before it where that is full: its first word had no room there. Nothing is changed in a text
    whose lines are as long as their paragraphs.
    """
    lengths = sorted(len(line.text) for line in lines if line.cell is None)
    width = lengths[-1] if lengths else 0
    full = sum(length >= width * _FULL for length in lengths)
    if not _NARROWEST <= width <= _WIDEST or full < max(_FULL_LINES, len(lengths) // 5):
        return tuple(lines), ()
    out: list[Line] = []
    numbers: list[Line] = []
    last = 0
    for place, line in enumerate(lines):
        if _is_page_number(line, out, lines[place + 1] if place + 1 < len(lines) else None, last, width):
            numbers.append(line)
            continue
        if out and _goes_on(out[-1], line, last, width, text):
            out[-1] = attrs.evolve(out[-1], text=f"{out[-1].text} {line.text}", end=line.end)
        else:
            out.append(line)
        last = len(line.text)
    return tuple(out), tuple(numbers)


def _is_page_number(line: Line, before: Sequence[Line], after: Line | None, last: int, width: int) -> bool:
    if not before or after is None or _NUMBER.fullmatch(line.text.strip()) is None:
        return False
    return last > width * 0.6


def _goes_on(before: Line, line: Line, last: int, width: int, text: str) -> bool:
    if before.cell is not None or line.cell is not None or marker_of(line.text) is not None:
        return False
    last_line = text[before.start : before.end].rpartition("\n")[2]
    if _COLUMNS.search(last_line) or _COLUMNS.search(text[line.start : line.end]) or before.text.isupper():
        return False
    if before.text.rstrip()[-1:] in ".:" and line.text[:1].isupper() and last < width * _FULL:
        return False
    first = line.text.split()[0]
    return last + 1 + len(first) > width * 0.97 or (line.text[:1].islower() and last >= width * 0.6)
