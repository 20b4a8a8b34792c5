"""Readers: a file in, a plan and what is known about where it came from out.

A reader makes a :class:`Source` of its kind of file, and :func:`understand` makes a plan of any source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc.reading._record import LeftOut, Reader, Reading
from cchc.reading._source import Cell, Line, Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from cchc.knowledge import Knowledge
    from cchc.model import Role

__all__ = [
    "Cell",
    "LeftOut",
    "Line",
    "Reader",
    "Reading",
    "Source",
    "read_docx",
    "read_html",
    "read_text",
    "understand",
]

# Each of these loads its engine when it is called, so that whoever loads a plan file pays for none.


def understand(
    source: Source, knowledge: Knowledge, headings: Mapping[str, Role], *, on: dt.date | None = None
) -> Reading:
    """Return the plan that *source* holds.

    Args:
        source: the source as text and lines.
        knowledge: dated facts, by which units and bodies are told.
        headings: headings that templates bring, folded, each with the part that it heads.
        on: the day by which names are understood where the source has no date.

    Raises:
        CouldNotReadError: nothing in the source reads as a plan.
    """
    from cchc.reading._understand import understand as engine

    return engine(source, knowledge, headings, on=on)


def read_docx(data: bytes, name: str) -> Source:
    """Return a Word file (.docx) as a source.

    Raises:
        CouldNotReadError: it is no such file, damaged, encrypted, not safe to open, or holds only pictures.
    """
    from cchc.reading._docx import read_docx as engine

    return engine(data, name)


def read_html(data: bytes, name: str) -> Source:
    """Return a web page (.html) as a source: its article, with what stands around it left out.

    Raises:
        CouldNotReadError: it is no text, larger or nested deeper than any page, or shows no text.
    """
    from cchc.reading._html import read_html as engine

    return engine(data, name)


def read_text(data: bytes, name: str) -> Source:
    """Return a text file (.txt) as a source; its encoding is told from the bytes.

    Raises:
        CouldNotReadError: it is empty, no text, in several encodings at once, or longer than any plan.
    """
    from cchc.reading._plain import read_text as engine

    return engine(data, name)
