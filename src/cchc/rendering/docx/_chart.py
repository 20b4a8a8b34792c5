"""Charts: DrawingML as Word itself draws it, each with a workbook of its figures, by which an office can edit it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cchc.document import Chart
from cchc.rendering._chart import (
    FILLS,
    INK,
    caption,
    decimals,
    in_words,
    is_labelled,
    is_lying,
    is_turned,
    number_code,
    scale,
    series_names,
)
from cchc.rendering._markup import NOTHING, Markup, element, join, text, xml_file
from cchc.rendering.docx._package import Part, deflated
from cchc.rendering.docx._parts import chart_id, chart_relationships
from cchc.rendering.docx._wml import paragraph, run

__all__ = ["chart", "chart_parts"]

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMU_PER_MM = 36_000
# Millimetres: a standing chart, the smallest lying one, what axis and legend take, a line of the legend.
_STANDING, _LEAST, _AXIS, _LEGEND = 80, 38, 14, 6
# Letters over the width of the text; over the names at the left of lying bars; over the legend.
_LETTERS, _NAME, _LEGEND_LETTERS = 75, 34, 70
# Sizes of letters in points, the largest first that fits; millimetres of a line to a point.
_SIZES, _LINE = (10, 9, 8), 0.41
_AXES = (111_111_111, 222_222_222)
_DASHES = ("solid", "dash", "sysDot", "lgDashDot", "dashDot", "lgDash")
_MARKERS = ("circle", "square", "triangle", "diamond", "x", "star")
_COLORS = ("8C1116", INK)


def chart(block: Chart, number: int, drawing: int, size: tuple[float, float]) -> Markup:
    """Return the paragraph with the chart and the one with its title below.

    The *number* is that of its part, *drawing* is unique among the drawings of the document, *size* is the width and the
    height in millimetres that a chart may have at most.
    """
    width, highest = size
    frame = element(
        "w:drawing",
        None,
        element(
            "wp:inline",
            {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
            element(
                "wp:extent",
                {"cx": round(width * _EMU_PER_MM), "cy": round(_height(block, highest) * _EMU_PER_MM)},
            ),
            element(
                "wp:docPr",
                {"id": drawing, "name": f"Chart {number}", "descr": in_words(block)},
            ),
            element("wp:cNvGraphicFramePr"),
            element(
                "a:graphic",
                None,
                element(
                    "a:graphicData",
                    {"uri": _CHART},
                    element("c:chart", {"xmlns:c": _CHART, "r:id": chart_id(number)}),
                ),
            ),
        ),
    )
    drawn = paragraph("Chart", (element("w:r", None, frame),))
    return join((drawn, paragraph("Caption", (run(caption(block)),))))


def chart_parts(charts: Sequence[Chart], font: str) -> Iterator[Part]:
    """Yield the parts of *charts*, numbered from 1: the chart, its workbook, what joins the two."""
    if charts:
        # xlsxwriter is heavy: it is loaded when the first chart is made.
        from cchc.rendering.xlsx._chart import figures_workbook
    for number, block in enumerate(charts, 1):
        yield deflated(f"word/charts/chart{number}.xml", xml_file(_space(block, font)))
        yield deflated(f"word/charts/_rels/chart{number}.xml.rels", xml_file(chart_relationships(number)))
        yield deflated(f"word/embeddings/chart{number}.xlsx", figures_workbook(block))


def _height(block: Chart, highest: float) -> float:
    if not is_lying(block, _LETTERS):
        return min(_STANDING + _legend(block), highest)
    return min(max(_rows(block, _size(block)) + _AXIS + _legend(block), _LEAST), highest)


def _legend(block: Chart) -> int:
    letters = sum(len(name) + 6 for name in series_names(block))
    return 0 if len(block.series) == 1 else _LEGEND * (1 + letters // _LEGEND_LETTERS)


def _rows(block: Chart, points: int) -> float:
    """Return how much room names and bars take with letters of this size."""
    bars = 1.4 if block.kind == "stacked" else len(block.series)
    letters = _NAME * _SIZES[0] // points
    lines = (len(textwrap.wrap(name, letters)) for name in block.categories)
    return sum((max(count, bars) + 0.6) * points * _LINE for count in lines)


def _room(block: Chart) -> float:
    """Return the millimetres that names and bars have on a page of upright paper."""
    return 190 - _AXIS - _legend(block)


def _size(block: Chart) -> int:
    """Return the size of the letters in points: as large as a page has room for."""
    return next((points for points in _SIZES if _rows(block, points) <= _room(block)), _SIZES[-1])


def _value(name: str, value: str | int) -> Markup:
    return element(f"c:{name}", {"val": value})


def _space(block: Chart, font: str) -> Markup:
    lying = is_lying(block, _LETTERS)
    legend = element("c:legend", None, _value("legendPos", "b"), _value("overlay", 0))
    return element(
        "c:chartSpace",
        {"xmlns:c": _CHART, "xmlns:a": _MAIN, "xmlns:r": _RELATIONSHIPS},
        _value("date1904", 0),
        _value("lang", "vi-VN"),
        _value("roundedCorners", 0),
        element(
            "c:chart",
            None,
            _value("autoTitleDeleted", 1),
            element(
                "c:plotArea",
                None,
                element("c:layout"),
                _plot(block, font, lying=lying),
                *_axes(block, lying=lying),
            ),
            legend if len(block.series) > 1 else NOTHING,
            _value("plotVisOnly", 1),
            _value("dispBlanksAs", "gap"),
        ),
        element(
            "c:spPr",
            None,
            _solid("FFFFFF"),
            element("a:ln", None, element("a:noFill")),
        ),
        _letters(_size(block) if lying else _SIZES[0], font),
        element("c:externalData", {"r:id": "rId1"}, _value("autoUpdate", 0)),
    )


def _letters(points: int, font: str, *, turned: bool = False) -> Markup:
    # Every script has a face of its own: Vietnamese must not fall back to another one.
    faces = (element(f"a:{script}", {"typeface": font}) for script in ("latin", "ea", "cs"))
    look = element("a:defRPr", {"sz": 100 * points, "b": 0}, _solid("000000"), *faces)
    return element(
        "c:txPr",
        None,
        element("a:bodyPr", {"rot": -5_400_000, "vert": "horz"} if turned else None),
        element("a:lstStyle"),
        element("a:p", None, element("a:pPr", None, look), element("a:endParaRPr", {"lang": "vi-VN"})),
    )


def _solid(color: str) -> Markup:
    return element("a:solidFill", None, element("a:srgbClr", {"val": color}))


def _plot(block: Chart, font: str, *, lying: bool) -> Markup:
    series = (_series(block, at, font) for at in range(len(block.series)))
    axes = (_value("axId", axis) for axis in _AXES)
    if block.kind == "line":
        return element(
            "c:lineChart",
            None,
            _value("grouping", "standard"),
            _value("varyColors", 0),
            *series,
            _value("marker", 1),
            *axes,
        )
    stacked = block.kind == "stacked"
    return element(
        "c:barChart",
        None,
        _value("barDir", "bar" if lying else "col"),
        _value("grouping", "stacked" if stacked else "clustered"),
        _value("varyColors", 0),
        *series,
        _value("gapWidth", 45),
        _value("overlap", 100) if stacked else NOTHING,
        *axes,
    )


def _series(block: Chart, at: int, font: str) -> Markup:
    last = len(block.categories) + 2
    column = _column(at + 1)
    names = _texts(f"Sheet1!$A$3:$A${last}", block.categories)
    values = block.series[at].values
    points = (
        element("c:pt", {"idx": number}, element("c:v", None, text(f"{Decimal(value):f}")))
        for number, value in enumerate(values)
        if value is not None
    )
    cache = element(
        "c:numCache",
        None,
        element("c:formatCode", None, text(number_code(decimals(block)))),
        _value("ptCount", len(values)),
        *points,
    )
    figures = element("c:numRef", None, _formula(f"Sheet1!${column}$3:${column}${last}"), cache)
    line = block.kind == "line"
    return element(
        "c:ser",
        None,
        _value("idx", at),
        _value("order", at),
        element("c:tx", None, _texts(f"Sheet1!${column}$2", (series_names(block)[at],))),
        _stroke(at) if line else _fill(at),
        NOTHING if line else _value("invertIfNegative", 0),
        _labels(block, values, font) if is_labelled(block) else NOTHING,
        element("c:cat", None, names),
        element("c:val", None, figures),
        _value("smooth", 0) if line else NOTHING,
    )


def _column(number: int) -> str:
    """Return the letters of a column of a workbook, from 0: "A", "Z", "AA"."""
    letters = ""
    while number >= 0:
        letters = chr(ord("A") + number % 26) + letters
        number = number // 26 - 1
    return letters


def _formula(address: str) -> Markup:
    return element("c:f", None, text(address))


def _texts(address: str, words: tuple[str, ...]) -> Markup:
    points = (element("c:pt", {"idx": at}, element("c:v", None, text(word))) for at, word in enumerate(words))
    cache = element("c:strCache", None, _value("ptCount", len(words)), *points)
    return element("c:strRef", None, _formula(address), cache)


def _fill(at: int) -> Markup:
    pattern, ink, ground = FILLS[at % len(FILLS)]
    filled = _solid(ink)
    if pattern:
        colors = (
            element(f"a:{name}", None, element("a:srgbClr", {"val": color}))
            for name, color in (("fgClr", ink), ("bgClr", ground))
        )
        filled = element("a:pattFill", {"prst": pattern}, *colors)
    return element("c:spPr", None, filled, element("a:ln", {"w": 9525}, _solid(INK)))


def _stroke(at: int) -> Markup:
    color = _COLORS[at % len(_COLORS)]
    drawn = element(
        "c:spPr",
        None,
        element(
            "a:ln", {"w": 25_400}, _solid(color), element("a:prstDash", {"val": _DASHES[at % len(_DASHES)]})
        ),
    )
    mark = element(
        "c:marker",
        None,
        _value("symbol", _MARKERS[at % len(_MARKERS)]),
        _value("size", 7),
        element("c:spPr", None, _solid(color), element("a:ln", {"w": 9525}, _solid(color))),
    )
    return join((drawn, mark))


def _labels(block: Chart, values: Sequence[int | Decimal | None], font: str) -> Markup:
    place = {"line": "t", "stacked": "ctr"}.get(block.kind, "outEnd")
    shown = {"LegendKey": 0, "Val": 1, "CatName": 0, "SerName": 0, "Percent": 0, "BubbleSize": 0}
    axis = scale(block)
    none = (
        element("c:dLbl", None, _value("idx", at), _value("delete", 1))
        for at, value in enumerate(values)
        if block.kind == "stacked" and not axis.has_room(value)
    )
    return element(
        "c:dLbls",
        None,
        *none,
        element("c:numFmt", {"formatCode": number_code(decimals(block)), "sourceLinked": 0}),
        # Letters cannot be read on a pattern.
        element("c:spPr", None, _solid("FFFFFF")) if block.kind == "stacked" else NOTHING,
        _letters(_SIZES[0], font, turned=True) if is_turned(block, _LETTERS) else NOTHING,
        _value("dLblPos", place),
        *(_value(f"show{name}", flag) for name, flag in shown.items()),
    )


def _axes(block: Chart, *, lying: bool) -> Iterator[Markup]:
    names, values = _AXES
    line = element("c:spPr", None, element("a:ln", {"w": 9525}, _solid(INK)))
    yield element(
        "c:catAx",
        None,
        _value("axId", names),
        # The first name of lying bars stands on top.
        element("c:scaling", None, _value("orientation", "maxMin" if lying else "minMax")),
        _value("delete", 0),
        _value("axPos", "l" if lying else "b"),
        _value("majorTickMark", "none"),
        _value("minorTickMark", "none"),
        _value("tickLblPos", "low"),
        line,
        _value("crossAx", values),
        _value("crosses", "autoZero"),
        _value("auto", 1),
        _value("lblAlgn", "ctr"),
        _value("lblOffset", 100),
        # Left alone, the program leaves out names that still have room.
        _value("tickLblSkip", 1) if lying and _rows(block, _SIZES[-1]) <= _room(block) else NOTHING,
        _value("noMultiLvlLbl", 0),
    )
    axis = scale(block)
    # Numbers that stand upright on the highest column have room above it.
    top = _value("max", f"{axis.high + 2 * axis.step:f}") if is_turned(block, _LETTERS) else NOTHING
    yield element(
        "c:valAx",
        None,
        _value("axId", values),
        element("c:scaling", None, _value("orientation", "minMax"), top),
        _value("delete", 0),
        _value("axPos", "b" if lying else "l"),
        element(
            "c:majorGridlines", None, element("c:spPr", None, element("a:ln", {"w": 6350}, _solid("BFB6A8")))
        ),
        element("c:numFmt", {"formatCode": number_code(axis.places), "sourceLinked": 0}),
        _value("majorTickMark", "none"),
        _value("minorTickMark", "none"),
        _value("tickLblPos", "nextTo"),
        element("c:spPr", None, element("a:ln", None, element("a:noFill"))),
        _value("crossAx", names),
        _value("crosses", "max" if lying else "autoZero"),
        _value("crossBetween", "between"),
        # Left alone, programs put marks at halves of a count, or so many that their numbers must be turned.
        _value("majorUnit", f"{axis.step:f}"),
    )
