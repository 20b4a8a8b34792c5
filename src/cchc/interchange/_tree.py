"""What the three syntaxes have in common: a tree of values and the place of each in the text."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 64
"""How many mappings and lists may stand within each other."""

# The way from the top of the file to a value: keys and indices.
Steps = tuple[str | int, ...]


class TooManyValues(Exception):  # noqa: N818  # whoever knows the name of the file makes an error of it
    """Raised where a text has more values than its reader was told to bear."""


class Plain(str):
    """A scalar without quotes: text as its author wrote it, whose type the model decides."""

    __slots__ = ()


class Refused:
    """Stands for a value that a problem already speaks of, so that nothing more is said about it."""


REFUSED = Refused()


@frozen
class Mark:
    """A place in the text: line and column from 1, start and end in code points from 0."""

    line: int
    column: int
    start: int
    end: int


@frozen
class Marks:
    """The places of all values, and those of the keys that they stand under, by their steps."""

    values: dict[Steps, Mark]
    keys: dict[Steps, Mark]

    def add(self, places: dict[Steps, Mark], steps: Steps, mark: Mark) -> None:
        """Add a place to *places*, unless it is deeper than any that is asked for.

        Deep steps are long: without this end, a small file of brackets would take all memory there is.
        """
        if len(steps) <= MAX_DEPTH + 8:
            places.setdefault(steps, mark)

    def of(self, steps: Steps, *, key: bool = False) -> Mark:
        """Return the place at *steps*, or of the nearest value around it."""
        if key and steps in self.keys:
            return self.keys[steps]
        while steps and steps not in self.values:
            steps = steps[:-1]
        return self.values.get(steps) or Mark(1, 1, 0, 0)


@frozen
class Tree:
    """A file as dicts, lists and scalars: :class:`Plain`, ``str``, ``bool``, ``None`` and what TOML knows besides.

    JSON and TOML find their places only when somebody asks, because most files have no problem.
    """

    value: Any
    marks: Callable[[], Marks]


class Lines:
    """Line and column of offsets into a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]

    def mark(self, start: int, end: int) -> Mark:
        """Return the place from *start* to *end*."""
        line = bisect.bisect_right(self._starts, start)
        return Mark(line, start - self._starts[line - 1] + 1, start, end)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column, both from 1."""
        return self._starts[min(line, len(self._starts)) - 1] + column - 1
