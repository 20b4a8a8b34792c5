"""What all formats know of a chart: its caption, its figures as a table, its scale, and which way its bars go."""

from __future__ import annotations

import textwrap
from decimal import Decimal

from attrs import frozen

from cchc.document import Cell, Chart, Column, Document, Table
from cchc.text import written

__all__ = [
    "FILLS",
    "INK",
    "Scale",
    "as_table",
    "caption",
    "charts_of",
    "decimals",
    "in_words",
    "is_labelled",
    "is_lying",
    "is_turned",
    "number_code",
    "scale",
    "series_names",
    "written",
]

# How the series are told apart in black and white too: a pattern, or solid where it is empty; its ink; its ground.
FILLS = (
    ("", "8C1116", ""),
    ("wdUpDiag", "3B3631", "FFFFFF"),
    ("", "F0C75E", ""),
    ("smGrid", "3B3631", "FFFFFF"),
    ("dkHorz", "8C1116", "FFFFFF"),
    ("", "FFFFFF", ""),
)
INK = "3B3631"
# Figures that a listener can follow.
_MOST_SAID = 24
# Labels of a line, and of bars, that can still be told apart.
_LABELS_OF_LINES, _LABELS_OF_BARS = 24, 90
# Parts of an axis that are wanted; columns beside each other that can still be told apart; lines of a name below one.
_STEPS, _MOST_COLUMNS, _MOST_LINES = 5, 16, 3
# How much of the width of a chart its columns fill.
_FILLED = 0.65


def charts_of(document: Document) -> tuple[Chart, ...]:
    """Return the charts of *document* in order."""
    return tuple(block for part in document.sections for block in part.blocks if isinstance(block, Chart))


def caption(chart: Chart) -> str:
    """Return the title of *chart* with what its values count."""
    return f"{chart.title} (đơn vị tính: {chart.unit})" if chart.unit else chart.title


def series_names(chart: Chart) -> list[str]:
    """Return what tables and legends call the series."""
    return [one.name if one.name.strip() else "Giá trị" for one in chart.series]


def as_table(chart: Chart) -> Table:
    """Return the figures of *chart*: a row for each category, a column for each series."""
    return Table(
        description=caption(chart),
        columns=(
            Column(title="Nội dung", share=3),
            *(Column(title=name, share=1, align="right") for name in series_names(chart)),
        ),
        rows=tuple(
            (Cell(text=name), *(Cell(text=written(value)) for value in values))
            for name, *values in zip(chart.categories, *(one.values for one in chart.series), strict=True)
        ),
    )


def in_words(chart: Chart) -> str:
    """Return what *chart* shows with its figures, where they are few: for formats that have them in the picture alone."""
    if len(chart.categories) * len(chart.series) > _MOST_SAID:
        return chart.description
    said = chart.description.rstrip(". ")
    for name, one in zip(series_names(chart), chart.series, strict=True):
        pairs = zip(chart.categories, map(written, one.values), strict=True)
        said += f". {name}: " + "; ".join(f"{of} {value or 'không có số liệu'}" for of, value in pairs)
    return f"{said}."


def decimals(chart: Chart) -> int:
    """Return how many decimal places show every value of *chart* as it is."""
    exponents = (
        value.normalize().as_tuple().exponent
        for one in chart.series
        for value in one.values
        if isinstance(value, Decimal)
    )
    return max((-exponent for exponent in exponents if isinstance(exponent, int) and exponent < 0), default=0)


def number_code(places: int) -> str:
    """Return the format of numbers with so many decimal places in Office programs."""
    # 42A: Vietnamese. Excel and Word write numbers as the machine is set, LibreOffice as the format says.
    return "[$-42A]#,##0" + (f".{'0' * places}" if places else "")


def is_labelled(chart: Chart) -> bool:
    """Return whether the values of *chart* are written in the picture: few enough to be read there."""
    most = _LABELS_OF_LINES if chart.kind == "line" else _LABELS_OF_BARS
    return len(chart.categories) * len(chart.series) <= most


def is_lying(chart: Chart, letters: int) -> bool:
    """Return whether the bars of *chart* lie.

    They do where they are meant to, and where the names of columns have no room below them: *letters* is how many stand
    side by side over the width of the picture.
    """
    if chart.kind == "line":
        return False
    if chart.kind != "column":
        return True
    room = max(letters // len(chart.categories) - 1, 1)
    return len(chart.categories) > _MOST_COLUMNS or any(
        len(textwrap.wrap(name, room, break_long_words=False)) > _MOST_LINES
        or max(map(len, name.split()), default=0) > room
        for name in chart.categories
    )


def is_turned(chart: Chart, letters: int) -> bool:
    """Return whether numbers stand upright above standing columns, because they are wider than these."""
    if chart.kind != "column" or is_lying(chart, letters):
        return False
    longest = max(len(written(value)) for one in chart.series for value in one.values)
    return longest > _FILLED * letters / len(chart.categories) / len(chart.series) + 1


@frozen(kw_only=True)
class Scale:
    """The axis of the values: where it begins and ends, and the distance of its marks; zero is always on it."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def places(self) -> int:
        """How many decimal places the numbers at the marks have."""
        return max(-self.step.adjusted(), 0)

    @property
    def marks(self) -> list[Decimal]:
        """The values that have a mark, from low to high."""
        return [
            self.low + self.step * number for number in range(int((self.high - self.low) / self.step) + 1)
        ]

    def share(self, value: int | Decimal) -> float:
        """Return where *value* stands: 0 at the low end, 1 at the high end."""
        return float((value - self.low) / (self.high - self.low))

    def has_room(self, value: int | Decimal | None) -> bool:
        """Return whether the part of a stack that shows *value* is large enough to be labelled."""
        return (
            value is not None
            and value != 0
            and abs(self.share(value) - self.share(0)) >= 0.02 * len(written(value)) + 0.01
        )


def scale(chart: Chart) -> Scale:
    """Return the axis on which all values of *chart* stand, with round numbers at its marks."""
    rows = [
        [value for value in row if value is not None]
        for row in zip(*(s.values for s in chart.series), strict=True)
    ]
    if chart.kind == "stacked":
        ends = [Decimal(sum(v for v in row if (v > 0) is up)) for row in rows for up in (True, False)]
    else:
        ends = [Decimal(value) for row in rows for value in row]
    low, high = min([*ends, Decimal(0)]), max([*ends, Decimal(0)])
    if low == high:
        high = Decimal(1)
    least = (high - low) / _STEPS
    tens = Decimal(1).scaleb(least.adjusted())
    step = next(tens * part for part in (1, 2, 5, 10) if tens * part >= least)
    if not decimals(chart):
        # A count has no halves.
        step = max(step, Decimal(1))
    return Scale(low=step * _floor(low / step), high=step * -_floor(-high / step), step=step)


def _floor(number: Decimal) -> Decimal:
    return number.to_integral_value("ROUND_FLOOR")
