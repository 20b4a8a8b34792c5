"""The charts of a document as a page of a workbook: figures in cells, and beside them a chart that shows these cells."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter

from cchc.document import Chart, Properties
from cchc.rendering._chart import (
    FILLS,
    INK,
    Scale,
    as_table,
    caption,
    decimals,
    is_labelled,
    is_lying,
    is_turned,
    number_code,
    scale,
)
from cchc.rendering.xlsx._cells import FONT, HEAD, LINE, Formats, cell_text, is_exact, write
from cchc.rendering.xlsx._page import TITLES, head, height, print_set_up

__all__ = ["CREATED", "chart_page", "figures_workbook", "new_book"]

CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, where the document has none

_PATTERNS = {"wdUpDiag": "wide_upward_diagonal", "smGrid": "small_grid", "dkHorz": "dark_horizontal"}
_DASHES = ("solid", "dash", "round_dot", "long_dash_dot", "square_dot", "long_dash")
_MARKERS = ("circle", "square", "triangle", "diamond", "x", "star")
# Widths of the columns in characters, letters over the width of a chart, points of the titles of the columns.
_NAME, _VALUE, _LETTERS, _TITLE = 40, 13, 80, 32.0
# Pixels: a chart, the blank beside it, a row, a character of a column; what A4 across holds in print.
_WIDE, _HIGH, _GAP, _ROW, _CHARACTER = 640, 340, 20, 20, 7
_PAPER_WIDE, _PAPER_HIGH = 930, 640


def new_book(stream: io.BytesIO) -> Any:
    """Return a workbook that will be written to *stream*; every text in it stays a text."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": 11},
    }
    return xlsxwriter.Workbook(stream, options)


def chart_page(
    page: Any, book: Any, formats: Formats, properties: Properties, charts: Sequence[Chart]
) -> None:
    """Write *charts* one below the other: each with its title, its figures, and the picture of them at the right."""
    head(page, formats, properties, "Biểu đồ")
    page.set_column(0, 0, _NAME)
    most = max(len(chart.series) for chart in charts)
    page.set_column(1, most, _VALUE)
    print_set_up(page, properties)
    page.repeat_rows(0, 2)
    # A page break falls between two charts only where the scale is a number: "one page wide" makes Excel pass over it.
    wide = sum(width * _CHARACTER + 5 for width in (_NAME, *[_VALUE] * most)) + _GAP + _WIDE
    page.set_print_scale(max(min(100 * _PAPER_WIDE // wide, 100), 10))
    room = max(_PAPER_HIGH * wide // _PAPER_WIDE, _PAPER_HIGH) - (TITLES + 1) * _ROW
    breaks: list[int] = []
    row, used = TITLES, 0
    for chart in charts:
        figures = _figures(page, formats, chart, row)
        drawn, pixels = _drawn(book, page.get_name(), chart, row)
        drawn.set_size({"width": _WIDE, "height": pixels})
        # It keeps its size when a row grows.
        options = {
            "description": cell_text(chart.description),
            "object_position": 2,
            "x_offset": _GAP,
            "y_offset": 4,
        }
        page.insert_chart(row, len(chart.series) + 1, drawn, options)
        below = max(pixels - figures, 0) // _ROW + 2
        needed = figures + below * _ROW
        if used and used + needed > room:
            breaks.append(row)
            used = 0
        used += needed
        row += len(chart.categories) + 2 + below
    page.set_h_pagebreaks(breaks)


def figures_workbook(chart: Chart) -> bytes:
    """Return a workbook with the figures of *chart*: its title in A1, names and values from the row below."""
    stream = io.BytesIO()
    book = new_book(stream)
    book.set_properties({"created": CREATED})
    page = book.add_worksheet("Sheet1")
    page.set_column(0, 0, _NAME)
    _figures(page, Formats(book), chart, 0)
    book.close()
    return stream.getvalue()


def _figures(page: Any, formats: Formats, chart: Chart, row: int) -> int:
    """Write title and figures of *chart* from *row* on and return how high they are in pixels."""
    page.write_string(row, 0, cell_text(caption(chart)), formats(bold=True, font_size=12))
    table = as_table(chart)
    cell: Mapping[str, object] = {"border": 1, "border_color": LINE, "text_wrap": True, "valign": "top"}
    page.set_row(row + 1, _TITLE)
    titles = formats(**{**cell, "valign": "vcenter"}, bold=True, bg_color=HEAD, align="center")
    for at, column in enumerate(table.columns):
        page.write_string(row + 1, at, cell_text(column.title), titles)
    names, numbers = formats(**cell), formats(**cell, num_format=number_code(decimals(chart)))
    points = [_TITLE]
    rows = zip(chart.categories, *(one.values for one in chart.series), strict=True)
    for line, (name, *values) in enumerate(rows, row + 2):
        page.write_string(line, 0, cell_text(name), names)
        points.append(height((cell_text(name),), (_NAME,)))
        page.set_row(line, points[-1])
        for at, value in enumerate(values, 1):
            write(page, line, at, value, numbers)
    return _ROW + round(sum(points) * 96 / 72)


def _drawn(book: Any, sheet: str, chart: Chart, row: int) -> tuple[Any, int]:
    """Return the chart of the figures that stand from *row* on, and its height in pixels."""
    lying = is_lying(chart, _LETTERS)
    kind = "line" if chart.kind == "line" else "bar" if lying else "column"
    made = book.add_chart({"type": kind, **({"subtype": "stacked"} if chart.kind == "stacked" else {})})
    first, last = row + 2, row + 1 + len(chart.categories)
    axis = scale(chart)
    labelled = is_labelled(chart)
    for at in range(len(chart.series)):
        series: dict[str, object] = {
            "name": [sheet, row + 1, at + 1],
            "categories": [sheet, first, 0, last, 0],
            "values": [sheet, first, at + 1, last, at + 1],
            # What is shown until the cells are read: XlsxWriter would take an empty cell for zero, and years for numbers,
            # if there were no blank in any name.
            "categories_data": [f"{cell_text(chart.categories[0])} ", *map(cell_text, chart.categories[1:])],
            "values_data": [_number(value) for value in chart.series[at].values],
            **(_line(at) if kind == "line" else _fill(at)),
            "gap": 45,
        }
        if labelled:
            series["data_labels"] = {
                "value": True,
                "num_format": number_code(decimals(chart)),
                **_label(chart, axis, chart.series[at].values),
            }
        made.add_series(series)
    font = {"name": FONT, "size": 10, "bold": False, "color": "#000000"}
    names: dict[str, object] = {
        "num_font": font,
        "line": {"color": f"#{INK}"},
        "major_tick_mark": "none",
        "label_position": "low",
    }
    if lying:
        # The first name stands on top, the axis of the values still below.
        names |= {"reverse": True, "crossing": "max", "interval_unit": 1}
    values: dict[str, object] = {
        "num_font": font,
        "num_format": number_code(axis.places),
        "line": {"none": True},
        "major_gridlines": {"visible": True, "line": {"color": LINE, "width": 0.5}},
    }
    if axis.step == 1:
        # A count has no halves.
        values["major_unit"] = 1
    across, up = (values, names) if lying else (names, values)
    made.set_x_axis(across)
    made.set_y_axis(up)
    made.set_title(
        {"name": [sheet, row, 0], "name_font": {**font, "size": 12, "bold": True}, "overlay": False}
    )
    made.set_legend({"position": "bottom", "font": font} if len(chart.series) > 1 else {"none": True})
    made.show_blanks_as("gap")
    lines = sum(1 + len(name) // 45 for name in chart.categories)
    bars = 1 if chart.kind == "stacked" else len(chart.series)
    return made, max(
        _HIGH, min(110 + max(lines, len(chart.categories) * bars) * 18, 6000)
    ) if lying else _HIGH


def _number(value: int | Decimal | None) -> int | float | None:
    """Return *value* as its cell holds it: a number of too many digits is a text there."""
    if value is None or not is_exact(value):
        return None
    return value if isinstance(value, int) else float(value)


def _fill(at: int) -> dict[str, object]:
    pattern, ink, ground = FILLS[at % len(FILLS)]
    border: dict[str, object] = {"color": f"#{INK}", "width": 0.75}
    if pattern:
        return {
            "pattern": {"pattern": _PATTERNS[pattern], "fg_color": f"#{ink}", "bg_color": f"#{ground}"},
            "border": border,
        }
    return {"fill": {"color": f"#{ink}"}, "border": border}


def _line(at: int) -> dict[str, object]:
    color = "#8C1116" if at % 2 == 0 else f"#{INK}"
    marker = {
        "type": _MARKERS[at % len(_MARKERS)],
        "size": 7,
        "fill": {"color": color},
        "border": {"color": color},
    }
    return {"line": {"color": color, "width": 2, "dash_type": _DASHES[at % len(_DASHES)]}, "marker": marker}


def _label(chart: Chart, axis: Scale, values: Sequence[int | Decimal | None]) -> dict[str, object]:
    font: dict[str, object] = {"name": FONT, "size": 10, "color": "#000000"}
    if is_turned(chart, _LETTERS):
        font["rotation"] = -90
    look: dict[str, object] = {"font": font}
    if chart.kind == "stacked":
        # Letters cannot be read on a pattern.
        shown = [None if axis.has_room(value) else {"delete": True} for value in values]
        return look | {"position": "center", "fill": {"color": "#FFFFFF"}, "custom": shown}
    return look | {"position": "above" if chart.kind == "line" else "outside_end"}
