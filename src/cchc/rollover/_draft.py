"""The draft as a file: the text of the old file with only its values exchanged, so that comments and layout stay."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import attrs

from cchc.checks import located, repaired
from cchc.diagnostics import Diagnostic, Edit, Location
from cchc.model import Plan
from cchc.rollover._record import Change, Rollover
from cchc.rollover._tree import value_at

# Text that every syntax but JSON takes without quotes, when it stood there without quotes before.
_MARKS = re.compile(r"[,:#\[\]{}]")
_BARE = re.compile(r"[0-9A-Za-zÀ-ỹĐđ][\wÀ-ỹ/ ().–-]*")


def draft_text(rollover: Rollover, plan: Plan, text: str, spans: Mapping[str, Location]) -> str:
    """Return *text*, the file that *plan* was loaded from, with the changes of *rollover* made in it.

    What cannot be placed is left as it was: whoever writes the file compares what it says with the plan of *rollover*.
    """
    pieces: list[Diagnostic] = []
    whole: dict[str, Change] = {}
    for change in rollover.edits:
        edit = change.edit
        if edit is None or _needs_quotes(change, text, spans):
            now = value_at(rollover.plan, change.path)
            after = change.after if edit is None else str(now)
            whole[change.path] = attrs.evolve(change, after=after, edit=None)
            continue
        pieces.append(
            Diagnostic(
                code="",
                vi="",
                en="",
                location=Location(path=change.path, start=edit.start, end=edit.end),
                edits=(edit,),
            )
        )
    values = (_value(change, text, spans) for change in whole.values())
    kept = (one for one in pieces if one.location.path not in whole)
    found = [*located(kept, plan, text, spans), *(one for one in values if one)]
    return repaired(text, found)[0]


def _span(path: str, spans: Mapping[str, Location]) -> tuple[int, int] | None:
    """Return the place of a value, or of the value around it where the file writes its words in place of that."""
    for around in (path, path.removesuffix(".words")):
        span = spans.get(around)
        if span and span.start is not None and span.end is not None:
            return span.start, span.end
    return None


def _needs_quotes(change: Change, text: str, spans: Mapping[str, Location]) -> bool:
    """Return whether new words hold a mark that ends a text without quotes: a comma between braces, a colon."""
    span = _span(change.path, spans)
    if span is None or _MARKS.search(change.after) is None:
        return False
    raw = text[slice(*span)]
    return raw[:1] not in "\"'>|[{" and "\n" not in raw


def _value(change: Change, text: str, spans: Mapping[str, Location]) -> Diagnostic | None:
    span = _span(change.path, spans)
    if span is None:
        return None
    start, end = span
    raw = text[start:end]
    if not change.after:
        line = text.rfind("\n", 0, start) + 1
        behind = text.find("\n", end)
        behind = len(text) if behind < 0 else behind + 1
        rest = text[end:behind].strip()
        alone = re.fullmatch(r"\s*\"?[a-z_]+\"?\s*[:=]\s*", text[line:start]) is not None
        if alone and not rest and not text.lstrip().startswith("{"):
            return _edit(line, behind, "")
        return _edit(start, end, '""' if change.path.endswith(("name", "words")) else "null")
    return _edit(start, end, _scalar(change.after, raw))


def _scalar(value: str, raw: str) -> str:
    quoted = raw[:1] in "\"'>|"
    if not quoted and _BARE.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _edit(start: int, end: int, text: str) -> Diagnostic:
    return Diagnostic(code="", vi="", en="", edits=(Edit(start=start, end=end, text=text),))
