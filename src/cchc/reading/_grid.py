"""Tables of a file: those that hold data, and those that only put things side by side, as letterheads do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from attrs import frozen

# Words of a letterhead and of a signature block, folded: whatever lines a table has, it is one of these.
_SIGNS = (
    "cộng hòa xã hội chủ nghĩa việt nam",
    "độc lập - tự do",
    "độc lập – tự do",
    "nơi nhận",
    "tm. ",
    "kt. chủ tịch",
    "kt. giám đốc",
)
_LETTERHEAD_ROWS = 8
#: A table without lines and with no more columns than this is there for its layout.
_SIDE_BY_SIDE = 2


@frozen
class GridCell:
    """A cell of a table as it stands in its file: row and column from 0, columns and rows that it spans, its element."""

    row: int
    column: int
    span: int
    content: Any
    rows: int = 1


def is_layout(cells: Sequence[GridCell], texts: Sequence[str], *, ruled: bool) -> bool:
    """Return whether a table only puts things side by side.

    Args:
        cells: its cells.
        texts: the folded text of each.
        ruled: whether it shows lines.
    """
    if not cells:
        return True
    width = max(cell.column + cell.span for cell in cells)
    columns = len({cell.column for cell in cells})
    rows = max(cell.row for cell in cells) + 1
    if columns == 1 or (rows == 1 and not ruled):
        return True
    few = width <= 4 and rows <= _LETTERHEAD_ROWS
    if few and any(
        text.startswith(sign) or f"\n{sign}" in text or (at < 2 and sign in text)
        for text in texts
        for at, sign in enumerate(_SIGNS)
    ):
        return True
    return not ruled and columns <= _SIDE_BY_SIDE


def write_grid(cells: Sequence[GridCell], write: Callable[[GridCell], None]) -> None:
    """Write the cells of a table that only puts things side by side: column after column, each from the top."""
    for cell in sorted(cells, key=lambda cell: (cell.column, cell.row)):
        write(cell)
