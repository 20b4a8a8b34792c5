"""Reading the tables of this package: tab-separated text with a header that names sources and columns."""

from __future__ import annotations

import datetime as dt
import functools
import pkgutil
from typing import TYPE_CHECKING, cast

from attrs import frozen

if TYPE_CHECKING:
    from cchc.knowledge._records import Confidence


@frozen(kw_only=True)
class Source:
    """Where rows of a table come from, and how sure that is."""

    words: str
    confidence: Confidence


@frozen(kw_only=True)
class Table:
    """A table as text.

    Attributes:
        version: version of its data.
        sources: the sources that its rows name by letter.
        every: cells that all rows have, by column.
        columns: names of the other columns.
        lines: one text a row, cells divided by tabs.
    """

    version: str
    sources: dict[str, Source]
    every: dict[str, str]
    columns: tuple[str, ...]
    lines: tuple[str, ...]

    def row(self, line: str) -> dict[str, str]:
        """Return one line as a mapping from column to cell."""
        return {**self.every, **dict(zip(self.columns, line.split("\t"), strict=True))}

    def rows(self) -> tuple[dict[str, str], ...]:
        """Return every row as a mapping from column to cell."""
        return tuple(map(self.row, self.lines))


@functools.cache
def read_table(name: str) -> Table:
    """Return the table *name* of this package's ``data`` folder.

    Its head: ``# version: …``, ``# source a | confirmed | words`` for each source, ``# every row: column=cell …`` for
    cells that all rows share (``_`` for a space), and the columns after ``#:``.
    """
    data = pkgutil.get_data("cchc.knowledge", f"data/{name}.tsv")
    assert data is not None
    head, _, body = data.decode("utf-8").partition("\n#:")
    version, sources, every = "", {}, {}
    for line in head.split("\n"):
        if line.startswith("# version: "):
            version = line.removeprefix("# version: ")
        elif line.startswith("# source "):
            letter, confidence, said = line.removeprefix("# source ").split(" | ")
            sources[letter] = Source(words=said, confidence=cast("Confidence", confidence))
        elif line.startswith("# every row: "):
            pairs = (pair.split("=", 1) for pair in line.removeprefix("# every row: ").split(" "))
            every = {column: cell.replace("_", " ") for column, cell in pairs}
    columns, *lines = body.removesuffix("\n").split("\n")
    return Table(
        version=version, sources=sources, every=every, columns=tuple(columns.split("\t")), lines=tuple(lines)
    )


def day(cell: str) -> dt.date | None:
    """Return the day of a cell, ``None`` for an empty one."""
    return dt.date.fromisoformat(cell) if cell else None


def parts(cell: str, separator: str = ";") -> tuple[str, ...]:
    """Return the parts of a cell that holds several."""
    return tuple(part.strip() for part in cell.split(separator)) if cell else ()
