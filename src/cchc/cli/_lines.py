"""Where in a plan file that was just written something stands: an office looks for a line, not for a path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import cchc
from cchc.cli._speech import Say
from cchc.errors import CchcError

if TYPE_CHECKING:
    from cchc import Registry

__all__ = ["line_finder", "lines_said"]

_LAST = re.compile(r"(?:\.[^.\[\]]+|\[[0-9]+\])$")
#: More lines than this nobody looks up.
_MOST = 5


def line_finder(text: str, form: str, registry: Registry) -> Callable[[str], int | None]:
    """Return what gives the line of a path in the plan file *text*: of the path itself, else of what it belongs to."""
    try:
        spans = cchc.read_plan(text.encode("utf-8"), format=form, registry=registry).spans
    except CchcError:
        # A draft with an open question may not load yet; its list is worth having all the same.
        return lambda _: None

    def find(path: str) -> int | None:
        while path:
            if path in spans and spans[path].line:
                return spans[path].line
            shorter = _LAST.sub("", path)
            path = shorter if shorter != path else ""
        return None

    return find


def lines_said(found: Iterable[int | None], say: Say) -> str:
    """Return "dòng 12, 40 …" for the lines that are known, nothing for none."""
    lines = sorted({line for line in found if line})
    if not lines:
        return ""
    more = " …" if len(lines) > _MOST else ""
    return f"{say('dòng', 'line' if len(lines) == 1 else 'lines')} {', '.join(map(str, lines[:_MOST]))}{more}"
