"""What all formats know of a chart: its figures as a table, and numbers as Vietnamese writes them."""

from __future__ import annotations

from decimal import Decimal

from cchc.document import Cell, Chart, Column, Table

__all__ = ["as_table", "written"]


def written(value: int | Decimal | None) -> str:
    """Return a number as Vietnamese writes it, "1.234,5"; an empty text for none."""
    return (
        ""
        if value is None
        else f"{value:,f}".translate({44: ".", 46: ","})
        if isinstance(value, Decimal)
        else f"{value:,}".replace(",", ".")
    )


def as_table(chart: Chart) -> Table:
    """Return the figures of *chart*: a row for each category, a column for each series."""
    head = f"Đơn vị tính: {chart.unit}" if chart.unit else ""
    return Table(
        description=chart.title,
        columns=(
            Column(title=head, share=3),
            *(Column(title=one.name, share=1, align="right") for one in chart.series),
        ),
        rows=tuple(
            (Cell(text=name), *(Cell(text=written(value)) for value in values))
            for name, *values in zip(chart.categories, *(one.values for one in chart.series), strict=True)
        ),
    )
