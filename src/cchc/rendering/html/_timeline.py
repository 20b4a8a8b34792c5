"""The year as a picture: a row for each line of a calendar, a bar over the months in which it is marked."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from attrs import frozen

from cchc.document import Sheet, Value
from cchc.rendering._lines import dated_title, one_line
from cchc.rendering._markup import Markup, element, text

__all__ = ["timelines"]

# Pixels of the picture's own grid. A letter is seldom wider than _LETTER, so lines that are broken by count fit.
_LETTER = 6.9
_LINE = 17
_BAR = 16
_HEAD = 26
_PADDING = 8
# What a page across has room for below a heading; a longer calendar goes on in another picture.
_HIGHEST = 460


def timelines(sheet: Sheet, id: str, *, wide: bool) -> tuple[Markup, ...]:  # noqa: A002 - the attribute of the elements
    """Return the pictures of a calendar as SVG elements with their text alternatives, each low enough for a page.

    On a *wide* screen the words stand left of the months, on a narrow one above them.
    """
    marked = [index for index, column in enumerate(sheet.columns) if column.kind == "mark"]
    named = next((index for index, column in enumerate(sheet.columns) if column.kind == "text"), 0)
    left, width = (310, 940) if wide else (0, 340)
    letters = int(((left or width) - _PADDING) / _LETTER)
    pictures: list[list[_Row]] = [[]]
    y = _HEAD
    for row in sheet.rows:
        words = textwrap.wrap(one_line(str(row[named] or "")), letters) or [""]
        above = 0 if wide else len(words) * _LINE + 4
        height = max(len(words) * _LINE if wide else above + _BAR, _BAR) + 2 * _PADDING
        if pictures[-1] and y + height > _HIGHEST:
            pictures.append([])
            y = _HEAD
        bar = y + (height - _BAR) / 2 if wide else y + _PADDING + above
        marks = tuple(row[index] for index in marked)
        pictures[-1].append(_Row(words=tuple(words), marks=marks, y=y, height=height, bar=bar))
        y += height
    titles = [one_line(sheet.columns[index].title) for index in marked]
    made = []
    for number, rows in enumerate(pictures, 1):
        part = f" ({number}/{len(pictures)})" if len(pictures) > 1 else ""
        name = (f"{id}-{number}", "wide" if wide else "narrow", dated_title(sheet) + part)
        made.append(_picture(rows, titles, left, width, name))
    return tuple(made)


@frozen(kw_only=True)
class _Row:
    """A line of a calendar: its words as lines, its marks, and where it and its bar stand."""

    words: tuple[str, ...]
    marks: tuple[Value, ...]
    y: float
    height: float
    bar: float


def _picture(
    rows: Sequence[_Row], titles: Sequence[str], left: float, width: float, name: tuple[str, str, str]
) -> Markup:
    id, kind, title = name  # noqa: A001 - the attribute of the element
    month = (width - left) / len(titles)
    bottom = rows[-1].y + rows[-1].height
    drawn = [
        element("path", {"class": "grid", "d": f"M{left + step * month:g} {_HEAD - 4}V{bottom:g}"})
        for step in range(len(titles) + 1)
    ]
    for number, row in enumerate(rows):
        if number % 2:
            box = {"x": "0", "y": f"{row.y:g}", "width": f"{width:g}", "height": f"{row.height:g}"}
            drawn.append(element("rect", {"class": "band", **box}))
        drawn.append(_words(row.words, row.y + _PADDING))
        drawn += _bars(row.marks, left, row.bar, month)
    for step, head in enumerate(titles):
        at = {"x": f"{left + (step + 0.5) * month:g}", "y": str(_HEAD - 10)}
        drawn.append(element("text", {"class": "month", **at}, text(_short(head, "T" if left else ""))))
    attributes = {
        "class": kind,
        "role": "img",
        "aria-labelledby": f"{id}-ten {id}-mo-ta",
        "viewBox": f"0 0 {width} {bottom + 1:g}",
    }
    described = element("desc", {"id": f"{id}-mo-ta"}, text(_description(rows, titles)))
    return element("svg", attributes, element("title", {"id": f"{id}-ten"}, text(title)), described, *drawn)


def _short(title: str, prefix: str) -> str:
    """Return what of "Tháng 12" or "T12" has room above a month."""
    number = "".join(letter for letter in title if letter.isdecimal())
    return prefix + number if number else one_line(title)[:4]


def _words(words: Sequence[str], y: float) -> Markup:
    return element(
        "text",
        {"class": "words"},
        *(
            element("tspan", {"x": 4, "y": f"{y + 12.5 + line * _LINE:g}"}, text(part + " "))
            for line, part in enumerate(words)
        ),
    )


def _bars(marks: Sequence[Value], left: float, y: float, month: float) -> list[Markup]:
    """Return one bar for each run of marked months, and numbers where it is known how often."""
    made: list[Markup] = []
    start = 0
    while start < len(marks):
        end = start
        while end < len(marks) and marks[end] not in (None, ""):
            end += 1
        if end > start:
            x, width = left + start * month + 2, (end - start) * month - 4
            box: dict[str, str | int] = {
                "x": f"{x:g}",
                "y": f"{y:g}",
                "width": f"{width:g}",
                "height": _BAR,
                "rx": 4,
            }
            made.append(element("rect", {"class": "bar", **box}))
        for step in range(start, end):
            if not isinstance(marks[step], str):
                at = {"x": f"{left + (step + 0.5) * month:g}", "y": f"{y + 12:g}"}
                made.append(element("text", {"class": "times", **at}, text(str(marks[step]))))
        start = max(end, start + 1)
    return made


def _description(rows: Sequence[_Row], titles: Sequence[str]) -> str:
    """Return in words what the bars show."""
    said = []
    for row in rows:
        months = [
            _short(title, "tháng ")
            for title, mark in zip(titles, row.marks, strict=True)
            if mark not in (None, "")
        ]
        when = "cả năm" if len(months) == len(titles) else ", ".join(months) or "chưa xác định thời gian"
        said.append(f"{' '.join(row.words)}: {when}")
    return ". ".join(said) + "."
