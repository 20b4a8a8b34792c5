"""What every kind of source becomes before it is understood: one text, and its lines with what the file says of them."""

from __future__ import annotations

from attrs import frozen

from cchc.diagnostics import Diagnostic
from cchc.reading._record import LeftOut


@frozen(kw_only=True)
class Cell:
    """Where a line stands in a table: number of the table, row and column, each from 0."""

    table: int
    row: int
    column: int


@frozen(kw_only=True)
class Line:
    """A paragraph of a source, or a line of a text file; never blank.

    Attributes:
        text: its text; a list number that the file only computes stands at its beginning.
        start: offset of its first character in the text of the source, in code points.
        end: offset behind its last character.
        heading: outline level that the file gives it, from 1; ``None`` where it gives none.
        bold: whether all of it is bold; ``None`` where the file cannot say.
        cell: its cell, where it stands in a table.
        new_page: whether a page or section of the file begins with it.
    """

    text: str
    start: int
    end: int
    heading: int | None = None
    bold: bool | None = None
    cell: Cell | None = None
    new_page: bool = False


@frozen(kw_only=True)
class Source:
    """A source as text.

    Attributes:
        name: its name, for messages.
        text: all text in reading order, lines divided by line feeds; places of a reading are offsets in it.
        lines: the lines, in reading order.
        left_out: page furniture that the file itself marks (running heads, menus of a web page).
        diagnostics: what the file holds and no plan can: tracked changes, text boxes, footnotes.
    """

    name: str
    text: str
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
