"""A chart as a picture of its own: SVG of bars, columns or lines, once for wide and once for narrow windows."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from cchc.document import Chart
from cchc.rendering._chart import (
    FILLS,
    INK,
    Scale,
    caption,
    is_labelled,
    is_lying,
    scale,
    series_names,
    written,
)
from cchc.rendering._lines import one_line
from cchc.rendering._markup import NOTHING, Markup, element, join, text

__all__ = ["pictures"]

# A letter at the size of the style sheet: as wide as in DejaVu Sans, the widest face that pages are shown in.
_LETTER = 7.7

Number = int | Decimal | None
_Place = Callable[[int | Decimal], float]

# Pixels of the picture's own grid: a line of text, a bar alone or in a stack and beside others, around it; the height of
# standing columns; the square of the legend.
_LINE, _BAR, _BESIDE, _AROUND, _STANDING, _SQUARE = 17, 18, 14, 12, 240, 13
_WIDEST_NAME, _WIDEST_COLUMN, _THINNEST_LABELLED, _LINES_BELOW = 270, 46, 11, 3
_DASHES = ("", "7 4", "2 4", "10 3 2 3", "5 3 1 3", "14 4")
_MARKS = (
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z",
    "M-4 -4H4V4H-4Z",
    "M0 -5L5 4H-5Z",
    "M0 -5L5 0L0 5L-5 0Z",
    "M-5 -5L5 5M5 -5L-5 5",
    "M0 -6V6M-5 -3L5 3M5 -3L-5 3",
)
_COLORS = ("8C1116", INK)
_PATTERNS = {
    "wdUpDiag": ("M-2 2L2 -2M0 8L8 0M6 10L10 6", 8, 1.5),
    "smGrid": ("M0 0H5M0 0V5", 5, 1.6),
    "dkHorz": ("M0 2H6", 6, 3),
}


@frozen(kw_only=True)
class _Canvas:
    """What is drawn on: its width, and what names its fills."""

    chart: Chart
    axis: Scale
    id: str
    width: int
    wide: bool

    def room(self, words: str) -> float:
        """Return about how wide *words* are."""
        return len(words) * _LETTER

    def fill(self, at: int) -> dict[str, str | int]:
        """Return the attributes of a bar of series *at*."""
        pattern, ink, _ = FILLS[at % len(FILLS)]
        return {"fill": f"url(#{self.id}-{at % len(FILLS)})" if pattern else f"#{ink}"}


def pictures(chart: Chart, id: str) -> tuple[Markup, Markup]:  # noqa: A002 - the attribute of the elements
    """Return *chart* as two SVG elements with their text alternatives, for wide and for narrow windows."""
    axis = scale(chart)
    return (
        _picture(_Canvas(chart=chart, axis=axis, id=f"{id}-1", width=720, wide=True)),
        _picture(_Canvas(chart=chart, axis=axis, id=f"{id}-0", width=300, wide=False)),
    )


def _picture(canvas: _Canvas) -> Markup:
    chart, id = canvas.chart, canvas.id  # noqa: A001 - the attribute of the elements
    legend, top = _legend(canvas)
    draw = _lying if is_lying(chart, int(canvas.width / _LETTER)) else _standing
    drawn, bottom = draw(canvas, top)
    attributes = {
        "class": "wide" if canvas.wide else "narrow",
        "role": "img",
        "aria-labelledby": f"{id}-ten {id}-mo-ta",
        "viewBox": f"0 0 {canvas.width} {bottom:g}",
    }
    return element(
        "svg",
        attributes,
        element("title", {"id": f"{id}-ten"}, text(one_line(caption(chart)))),
        element("desc", {"id": f"{id}-mo-ta"}, text(one_line(chart.description))),
        element("defs", None, *_patterns(canvas)) if chart.kind != "line" else NOTHING,
        *legend,
        drawn,
    )


def _patterns(canvas: _Canvas) -> Iterator[Markup]:
    for at, (pattern, ink, ground) in enumerate(FILLS[: len(canvas.chart.series)]):
        if pattern:
            drawn, size, stroke = _PATTERNS[pattern]
            box = {"width": size, "height": size}
            yield element(
                "pattern",
                {"id": f"{canvas.id}-{at}", "patternUnits": "userSpaceOnUse", **box},
                element("rect", {**box, "fill": f"#{ground}"}),
                element(
                    "path", {"d": drawn, "stroke": f"#{ink}", "stroke-width": f"{stroke}", "fill": "none"}
                ),
            )


def _words(x: float, y: float, words: str, anchor: str = "start", turned: bool = False) -> Markup:
    # Letters on a pattern or a line are read by the blank around them, which is drawn first.
    place = {"x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor, "paint-order": "stroke"}
    if turned:
        place["transform"] = f"rotate(-90 {x:g} {y:g})"
    return element("text", place, text(words))


def _box(x: float, y: float, width: float, height: float) -> dict[str, str | int]:
    return {"x": f"{x:.4g}", "y": f"{y:g}", "width": f"{max(width, 0):.4g}", "height": f"{height:g}"}


def _bar(canvas: _Canvas, at: int, box: dict[str, str | int]) -> Markup:
    return element("rect", {"class": "bar", **box, **canvas.fill(at)})


def _legend(canvas: _Canvas) -> tuple[list[Markup], float]:
    """Return the legend, where there is more than one series, and where it ends."""
    if len(canvas.chart.series) == 1:
        return [], 4
    made: list[Markup] = []
    x, y, deepest = 0.0, 0.0, 1
    for at, name in enumerate(series_names(canvas.chart)):
        lines = textwrap.wrap(one_line(name), int((canvas.width - 30) / _LETTER)) or [""]
        width = 22 + max(map(canvas.room, lines)) + 16
        if x and x + width > canvas.width + 16:
            x, y, deepest = 0.0, y + deepest * _LINE + 4, 1
        if canvas.chart.kind == "line":
            made.append(_mark(at, x + 8, y + 7))
        else:
            made.append(_bar(canvas, at, _box(x + 1, y + 1, _SQUARE, _SQUARE)))
        made += (_words(x + 20, y + 12.5 + n * _LINE, line) for n, line in enumerate(lines))
        x, deepest = x + width, max(deepest, len(lines))
    return made, y + deepest * _LINE + 8


def _lying(canvas: _Canvas, top: float) -> tuple[Markup, float]:
    chart, axis = canvas.chart, canvas.axis
    stacked = chart.kind == "stacked"
    count = 1 if stacked else len(chart.series)
    thick = _BAR if count == 1 else _BESIDE
    names = [one_line(name) for name in chart.categories]
    left = min(max(map(canvas.room, names)) + 16, _WIDEST_NAME) if canvas.wide else 6
    letters = int((left - 8 if canvas.wide else canvas.width - 8) / _LETTER)
    beyond = _longest_value(canvas)
    across = canvas.width - left - (14 if stacked else beyond + 12)

    def x(value: int | Decimal) -> float:
        return left + axis.share(value) * across

    bars: list[Markup] = []
    y = top + 4
    for number, name in enumerate(names):
        lines = textwrap.wrap(name, letters) or [""]
        above = 0 if canvas.wide else len(lines) * _LINE + 2
        high = max(len(lines) * _LINE, count * thick) if canvas.wide else above + count * thick
        first = y + (high - len(lines) * _LINE) / 2 if canvas.wide else y
        bars += (
            _words(
                left - 8 if canvas.wide else 0,
                first + 13 + n * _LINE,
                line,
                "end" if canvas.wide else "start",
            )
            for n, line in enumerate(lines)
        )
        begin = y + (high - count * thick) / 2 if canvas.wide else y + above
        values = [one.values[number] for one in chart.series]
        bars += _stack(canvas, values, x, begin) if stacked else _row(canvas, values, x, begin, thick)
        y += high + _AROUND
    room = across * float(axis.step / (axis.high - axis.low))
    every = 1 + int(max(canvas.room(written(mark)) + 6 for mark in axis.marks) / room)
    grid = [_grid(f"M{x(mark):g} {top:g}V{y - 6:g}", zero=mark == 0) for mark in axis.marks]
    marks = [_words(x(mark), y + 8, written(mark), "middle") for mark in axis.marks[::every]]
    return join((*grid, *marks, *bars)), y + 14


def _grid(path: str, *, zero: bool) -> Markup:
    return element("path", {"class": "zero" if zero else "grid", "d": path})


def _row(canvas: _Canvas, values: Sequence[Number], x: _Place, y: float, thick: int) -> Iterator[Markup]:
    """Yield the bars of a category beside each other, each with its value."""
    for at, value in enumerate(values):
        if value is None:
            continue
        low, high = sorted((x(0), x(value)))
        top = y + at * thick
        yield _bar(canvas, at, _box(low, top, high - low, thick))
        if value < 0:
            yield _words(low - 4, top + thick - 3, written(value), "end")
        else:
            yield _words(high + 4, top + thick - 3, written(value))


def _stack(canvas: _Canvas, values: Sequence[Number], x: _Place, y: float) -> Iterator[Markup]:
    """Yield the bars of a category one after another, the values on those that are long enough."""
    ends = [Decimal(0), Decimal(0)]
    for at, value in enumerate(values):
        if not value:
            continue
        start = ends[value < 0]
        ends[value < 0] = start + value
        low, high = sorted((x(start), x(start + value)))
        yield _bar(canvas, at, _box(low, y, high - low, _BAR))
        words = written(value)
        if canvas.room(words) + 6 <= high - low:
            yield _words((low + high) / 2, y + _BAR - 4.5, words, "middle")


def _standing(canvas: _Canvas, top: float) -> tuple[Markup, float]:
    chart, axis = canvas.chart, canvas.axis
    left = max(canvas.room(written(mark)) for mark in axis.marks) + 8
    slot = (canvas.width - left - 8) / len(chart.categories)
    column = min(slot * 0.76 / len(chart.series), _WIDEST_COLUMN)
    top += _longest_value(canvas) + 8 if _is_turned(canvas, column) else _LINE + 4

    def y(value: int | Decimal) -> float:
        return top + (1 - axis.share(value)) * _STANDING

    drawn = [_grid(f"M{left:g} {y(mark):g}H{canvas.width}", zero=mark == 0) for mark in axis.marks]
    drawn += (_words(left - 6, y(mark) + 4.5, written(mark), "end") for mark in axis.marks)
    draw = _lines if chart.kind == "line" else _columns
    drawn += draw(
        canvas, [left + (number + 0.5) * slot for number in range(len(chart.categories))], y, column
    )
    # Below zero, numbers stand under the columns.
    bottom = top + _STANDING + (_LINE if axis.low < 0 else 0)
    names, deepest = _names_below(canvas, left, slot, bottom + 16)
    return join((*drawn, *names)), bottom + 12 + deepest * _LINE


def _lines(canvas: _Canvas, middles: Sequence[float], y: _Place, _: float) -> Iterator[Markup]:
    """Yield the lines, each with its values where they are few."""
    series = canvas.chart.series
    highest = [
        max((value for value in values if value is not None), default=None)
        for values in zip(*(one.values for one in series), strict=True)
    ]
    for at, one in enumerate(series):
        points = [
            None if value is None else (x, y(value)) for x, value in zip(middles, one.values, strict=True)
        ]
        yield _line(at, points)
        if is_labelled(canvas.chart):
            for number, (point, value) in enumerate(zip(points, one.values, strict=True)):
                if point:
                    # The number of the highest point stands above it, those of the others below.
                    above = value == highest[number]
                    highest[number] = None if above else highest[number]
                    yield _words(point[0], point[1] + (-9 if above else 19), written(value), "middle")


def _columns(canvas: _Canvas, middles: Sequence[float], y: _Place, width: float) -> Iterator[Markup]:
    """Yield the columns, each with its value, which is turned where it is wider than the column."""
    series = canvas.chart.series
    turned = _is_turned(canvas, width)
    for at, one in enumerate(series):
        for middle, value in zip(middles, one.values, strict=True):
            if value is None:
                continue
            begin = middle + (at - len(series) / 2) * width
            high, low = sorted((y(0), y(value)))
            yield _bar(canvas, at, _box(begin, high, width, low - high))
            x, words = begin + width / 2, written(value)
            if turned and width < _THINNEST_LABELLED:
                continue
            if turned:
                yield _words(x + 4.5, high - 4, words, turned=True)
            else:
                yield _words(x, low + 14 if value < 0 else high - 5, words, "middle")


def _longest_value(canvas: _Canvas) -> float:
    return max(canvas.room(written(value)) for one in canvas.chart.series for value in one.values)


def _is_turned(canvas: _Canvas, column: float) -> bool:
    return canvas.chart.kind != "line" and _longest_value(canvas) > column + 4


def _names_below(canvas: _Canvas, left: float, slot: float, y: float) -> tuple[list[Markup], int]:
    """Return the names of the categories below their places, as many as there is room for, and their lines."""
    names = [one_line(name) for name in canvas.chart.categories]
    longest = max((canvas.room(word) for name in names for word in name.split()), default=0)
    every = 1 + int((min(longest, canvas.width / 3) + _LETTER) / slot)
    letters = max(int(every * slot / _LETTER) - 1, 2)
    made: list[Markup] = []
    deepest = 1
    for number, name in list(enumerate(names))[::every]:
        lines = textwrap.wrap(name, letters, max_lines=_LINES_BELOW, placeholder="…")
        deepest = max(deepest, len(lines))
        place = left + (number + 0.5) * slot
        made += (_words(place, y + n * _LINE, line, "middle") for n, line in enumerate(lines))
    return made, deepest


def _mark(at: int, x: float, y: float) -> Markup:
    color = f"#{_COLORS[at % len(_COLORS)]}"
    place = {"transform": f"translate({x:g} {y:g})", "fill": color, "stroke": color}
    return element("path", {"d": _MARKS[at % len(_MARKS)], **place})


def _line(at: int, points: Sequence[tuple[float, float] | None]) -> Markup:
    """Return the line through *points*, with a gap where there is none."""
    path, go = "", "M"
    for point in points:
        path += f"{go}{point[0]:g} {point[1]:g}" if point else ""
        go = "L" if point else "M"
    stroke = {"stroke": f"#{_COLORS[at % len(_COLORS)]}"}
    if dashes := _DASHES[at % len(_DASHES)]:
        stroke["stroke-dasharray"] = dashes
    marks = (_mark(at, *point) for point in points if point)
    drawn = element("path", {"class": "line", "d": path, **stroke}) if path else NOTHING
    return join((drawn, *marks))
