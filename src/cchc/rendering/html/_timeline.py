"""The year as a picture: a row for each line of a calendar, a bar over the months in which it is marked."""

from __future__ import annotations

import textwrap

from cchc.document import Sheet, Value
from cchc.rendering._lines import dated_title, one_line
from cchc.rendering._markup import Markup, element, text

__all__ = ["timeline"]

# Pixels of the picture's own grid. A letter is seldom wider than _LETTER, so lines that are broken by count fit.
_LETTER = 6.9
_LINE = 17
_BAR = 16
_HEAD = 26
_PADDING = 8


def timeline(sheet: Sheet, id: str, *, wide: bool) -> Markup:  # noqa: A002 - the attribute of the element
    """Return the picture of a calendar as an SVG element with its text alternative.

    On a *wide* screen the words stand left of the months, on a narrow one above them.
    """
    marked = [index for index, column in enumerate(sheet.columns) if column.kind == "mark"]
    named = next((index for index, column in enumerate(sheet.columns) if column.kind == "text"), 0)
    left, width = (310, 940) if wide else (0, 340)
    month = (width - left) / len(marked)
    letters = int(((left or width) - _PADDING) / _LETTER)

    y = _HEAD
    rows: list[Markup] = []
    for number, row in enumerate(sheet.rows):
        words = textwrap.wrap(one_line(str(row[named] or "")), letters) or [""]
        above = 0 if wide else len(words) * _LINE
        height = max(len(words) * _LINE if wide else above + _BAR + 4, _BAR) + 2 * _PADDING
        if number % 2:
            rows.append(element("rect", {"class": "band", "x": 0, "y": y, "width": width, "height": height}))
        rows.append(_words(words, y + _PADDING))
        bar = y + (height - _BAR) / 2 if wide else y + _PADDING + above + 4
        rows += _bars([row[index] for index in marked], left, bar, month)
        y += height

    grid = [
        element("path", {"class": "grid", "d": f"M{left + step * month:g} {_HEAD - 4}V{y}"})
        for step in range(len(marked) + 1)
    ]
    titles = [_short(sheet.columns[index].title, "T" if wide else "") for index in marked]
    heads = [
        element(
            "text", {"class": "month", "x": f"{left + (step + 0.5) * month:g}", "y": _HEAD - 10}, text(title)
        )
        for step, title in enumerate(titles)
    ]
    return element(
        "svg",
        {
            "class": "wide" if wide else "narrow",
            "role": "img",
            "aria-labelledby": f"{id}-ten {id}-mo-ta",
            "viewBox": f"0 0 {width} {y + 1}",
        },
        element("title", {"id": f"{id}-ten"}, text(dated_title(sheet))),
        element("desc", {"id": f"{id}-mo-ta"}, text(_description(sheet, marked, named))),
        *grid,
        *rows,
        *heads,
    )


def _short(title: str, prefix: str) -> str:
    """Return what of "Tháng 12" or "T12" has room above a month."""
    number = "".join(letter for letter in title if letter.isdecimal())
    return prefix + number if number else one_line(title)[:4]


def _words(words: list[str], y: float) -> Markup:
    return element(
        "text",
        {"class": "words"},
        *(
            element("tspan", {"x": 4, "y": f"{y + 12.5 + line * _LINE:g}"}, text(part + " "))
            for line, part in enumerate(words)
        ),
    )


def _bars(marks: list[Value], left: float, y: float, month: float) -> list[Markup]:
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


def _description(sheet: Sheet, marked: list[int], named: int) -> str:
    """Return in words what the bars show."""
    said = []
    for row in sheet.rows:
        months = [
            _short(sheet.columns[index].title, "tháng ") for index in marked if row[index] not in (None, "")
        ]
        when = "cả năm" if len(months) == len(marked) else ", ".join(months) or "chưa xác định thời gian"
        said.append(f"{one_line(str(row[named] or ''))}: {when}")
    return ". ".join(said) + "."
