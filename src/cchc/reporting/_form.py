"""The records of a form: which cell says what, which cell is to be filled in and under which name it is found.

It knows no file format: the same layout is written as a workbook and compared with what comes back.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrs import field, frozen

__all__ = ["FORM_VERSION", "IDENTITY", "LIMIT", "Form", "Input", "Kind", "Sheet", "Still", "Total"]

#: Raised when forms of an older layout can no longer be read as those of today.
FORM_VERSION = 1
#: The hidden sheet that says whose form it is.
IDENTITY = "_cchc"
#: The largest figure that a form takes: a workbook holds 15 digits, and no figure of a plan needs as many as 12.
LIMIT = 10**12


Look = Literal[
    "title", "subtitle", "key", "value", "strong", "head", "head_input", "number", "text", "note", "group"
]
Kind = Literal["choice", "number", "percent", "words", "date", "version"]


@frozen(kw_only=True)
class Still:
    """A cell that says something and is not to be changed; rows and columns count from 0, *to* is its last column."""

    row: int
    column: int
    words: str
    look: Look
    to: int


@frozen(kw_only=True)
class Input:
    """A cell to fill in.

    Attributes:
        row: from 0.
        column: from 0.
        to: its last column.
        name: the defined name that it is found by.
        kind: what it takes.
        label: the column of the cell whose words say what it is, and the words: if the name is lost, they are looked for.
        above: how many rows above it that cell stands.
        asks: what its value is: ``figure`` and the indicator, ``state``, ``result``, ``reason`` or ``evidence`` and the task,
            ``answer`` and its key, ``listed`` and a number, or ``version``.
        title: heading of its help.
        help: what to write.
    """

    row: int
    column: int
    to: int
    name: str
    kind: Kind
    label: tuple[int, str]
    above: int = 0
    asks: tuple[str, str]
    title: str
    help: str


@frozen(kw_only=True)
class Total:
    """A cell that counts others: the sum of figures, or how many duties are in a state."""

    row: int
    column: int
    name: str
    label: str
    of: tuple[str, ...]
    state: str = ""


@frozen(kw_only=True)
class Sheet:
    """A sheet of a form.

    Attributes:
        title: its name.
        widths: widths of its columns in characters.
        heights: heights in points of rows that are higher than one line.
        heading: the row that is printed on every page; ``None`` for none.
        landscape: how it is printed.
        said: how many cells say something; asked of every form that comes back, so counted once.
        merged: how many merged areas it has.
    """

    title: str
    widths: tuple[float, ...]
    heights: tuple[tuple[int, float], ...]
    stills: tuple[Still, ...]
    inputs: tuple[Input, ...]
    totals: tuple[Total, ...] = ()
    heading: int | None = None
    landscape: bool = False
    said: int = field(init=False)
    merged: int = field(init=False)

    @said.default
    def _count_said(self) -> int:
        return sum(1 for one in self.stills if one.words)

    @merged.default
    def _count_merged(self) -> int:
        stills = sum(one.to > one.column for one in self.stills)
        return stills + sum(one.to > one.column for one in self.inputs)


@frozen(kw_only=True)
class Form:
    """The form of one unit for one plan and period.

    Attributes:
        sheets: the sheets that a unit sees.
        identity: what the hidden sheet says, key and value.
        title: what the file says of itself.
        creator: the issuer of the plan.
        day: a day for the file's properties, never that of a clock.
    """

    sheets: tuple[Sheet, ...]
    identity: tuple[tuple[str, str], ...]
    title: str
    creator: str
    day: dt.date
