"""What every kind of source becomes before it is understood: one text, and its lines with what the file says of them."""

from __future__ import annotations

import re

from attrs import define, field, frozen

from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.errors import CouldNotReadError
from cchc.reading._record import LeftOut
from cchc.text import clean

# Words are compared and cited with plain spaces; which of them may not break is for whoever prints them.
_SPACES = re.compile("[\u00a0\u2002-\u200a\u202f\u3000]")

# A plan has 12,000 characters, a plan of a ministry with its annexes a few hundred thousand.
LONGEST = 2_000_000
MOST_LINES = 20_000


@frozen(kw_only=True)
class Cell:
    """Where a line stands in a table: number of the table, row and column, each from 0, and how many rows its cell has."""

    table: int
    row: int
    column: int
    rows: int = 1


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


@define
class SourceWriter:
    """Gathers a source, a line at a time; text becomes clean (NFC, nothing invisible) on its way in.

    Raises:
        CouldNotReadError: there is more text than any plan has.
    """

    name: str
    _pieces: list[str] = field(factory=list, init=False)
    _length: int = field(default=0, init=False)
    _lines: list[Line] = field(factory=list, init=False)
    _left_out: list[LeftOut] = field(factory=list, init=False)
    _noted: dict[str, Diagnostic] = field(factory=dict, init=False)

    @property
    def end(self) -> int:
        """Offset at which the next line begins."""
        return self._length

    def line(
        self,
        words: str,
        *,
        heading: int | None = None,
        bold: bool | None = None,
        cell: Cell | None = None,
        new_page: bool = False,
    ) -> bool:
        """Add a line of the document; return whether it says anything, else nothing is added."""
        text = plain(words)
        if not text:
            return False
        start = self._add(text)
        self._lines.append(
            Line(
                text=text,
                start=start,
                end=start + len(text),
                heading=heading,
                bold=bold,
                cell=cell,
                new_page=new_page,
            )
        )
        return True

    def leave_out(self, words: str, why: str) -> None:
        """Add a stretch of text that is no part of the document, and why."""
        text = plain(words)
        if text:
            start = self._add(text)
            where = Location(file=self.name, start=start, end=start + len(text))
            self._left_out.append(LeftOut(location=where, words=text, why=why))

    def note(self, code: str, vi: str, en: str, *, severity: Severity = Severity.INFO) -> None:
        """Say *code* once of this source, at the place where the next line begins."""
        where = Location(file=self.name, start=self._length, end=self._length)
        self._noted.setdefault(code, Diagnostic(code=code, severity=severity, vi=vi, en=en, location=where))

    def source(self) -> Source:
        """Return what was gathered."""
        return Source(
            name=self.name,
            text="".join(self._pieces),
            lines=tuple(self._lines),
            left_out=tuple(self._left_out),
            diagnostics=tuple(self._noted.values()),
        )

    def _add(self, text: str) -> int:
        start = self._length
        self._pieces += (text, "\n")
        self._length += len(text) + 1
        if self._length > LONGEST or len(self._pieces) > 2 * MOST_LINES:
            raise too_long(self.name)
        return start


def plain(words: str) -> str:
    """Return *words* clean (NFC, nothing invisible), with plain spaces, and with none at the ends."""
    return _SPACES.sub(" ", clean(words).text).strip()


def too_long(name: str) -> CouldNotReadError:
    """Return the error for a source with more text than any plan has."""
    return CouldNotReadError(
        source=name,
        why=f"it has more than {LONGEST:,} characters or {MOST_LINES:,} lines, and no plan has so many",
        why_vi="tệp dài quá mức của một kế hoạch (hơn 2 triệu ký tự hoặc 20.000 dòng)",
        hint="Check that it is the right file.",
        hint_vi="Hãy kiểm tra có đúng tệp không.",
    )
