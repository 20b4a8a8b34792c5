"""The draft as a file: the text of the old file with only its values exchanged, so that comments and layout stay."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

import attrs

from cchc.checks import located, repaired
from cchc.diagnostics import Diagnostic, Edit, Location
from cchc.model import Plan, value_at
from cchc.rollover._record import Change, Rollover

# Text that every syntax but JSON takes without quotes, when it stood there without quotes before.
_MARKS = re.compile(r"[,:#\[\]{}]")
_BARE = re.compile(r"[0-9A-Za-zÀ-ỹĐđ][\wÀ-ỹ/ ().–-]*")
_KEY = re.compile(r"\s*(?:- )*\"?[a-z_]+\"?\s*[:=]\s*")
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def draft_text(rollover: Rollover, plan: Plan, text: str, spans: Mapping[str, Location]) -> str:
    """Return *text*, the file that *plan* was loaded from, with the changes of *rollover* made in it.

    What cannot be placed is left as it was: whoever writes the file compares what it says with the plan of *rollover*.
    """
    pieces: dict[str, list[Change]] = {}
    whole: dict[str, Change] = {}
    for change in rollover.edits:
        if change.edit is None:
            whole[change.path] = change
        else:
            pieces.setdefault(change.path, []).append(change)
    for path, several in [*pieces.items()]:
        if any(_needs_quotes(change, text, spans) for change in several):
            whole[path] = _as_one(str(value_at(plan, path)), pieces.pop(path))
    found = located(_edits(pieces), plan, text, spans)
    values = (one for change in whole.values() for one in _value(change, plan, whole, text, spans))
    return repaired(text, [*found, *values])[0]


def _edits(pieces: Mapping[str, list[Change]]) -> Iterable[Diagnostic]:
    for path, several in pieces.items():
        for change in several:
            assert change.edit
            place = Location(path=path, start=change.edit.start, end=change.edit.end)
            yield Diagnostic(code="", vi="", en="", location=place, edits=(change.edit,))


def _as_one(words: str, several: list[Change]) -> Change:
    for change in reversed(several):
        assert change.edit
        words = words[: change.edit.start] + change.edit.text + words[change.edit.end :]
    return attrs.evolve(several[0], after=words, edit=None)


def _span(path: str, spans: Mapping[str, Location]) -> tuple[int, int] | None:
    """Return the place of a value, or of the value around it where the file writes that in a shorter form."""
    while path:
        span = spans.get(path)
        if span and span.start is not None and span.end is not None:
            return span.start, span.end
        shorter = re.sub(r"(?:\.words|\[0\])$", "", path)
        if shorter == path:
            return None
        path = shorter
    return None


def _needs_quotes(change: Change, text: str, spans: Mapping[str, Location]) -> bool:
    """Return whether new words hold a mark that ends a text without quotes: a comma between braces, a colon."""
    span = _span(change.path, spans)
    if span is None or _MARKS.search(change.after) is None:
        return False
    raw = text[slice(*span)]
    return raw[:1] not in "\"'>|[{" and "\n" not in raw


def _value(
    change: Change, plan: Plan, whole: Mapping[str, Change], text: str, spans: Mapping[str, Location]
) -> Iterable[Diagnostic]:
    path = change.path
    if path.endswith("]") and not change.after:
        return _without(path, plan, whole, text, spans)
    span = _span(path, spans)
    if span is None:
        return ()
    start, end = span
    raw = text[start:end].rstrip("\n")
    # A block of lines ends with the line end that the next key stands behind.
    end = start + len(raw)
    if change.after:
        return _edit(start, end, _scalar(change.after, raw))
    line = _line(text, start)
    behind = _behind(text, end)
    alone = _KEY.fullmatch(text[line:start]) and "- " not in text[line:start]
    # Who signs is filled in: the key stays, and with it what it stands in.
    fills = path.endswith("name")
    if alone and not fills and not text[end:behind].strip() and not text.lstrip().startswith("{"):
        return _edit(line, behind, "")
    return _edit(start, end, '""' if fills or path.endswith("words") else "null")


def _without(
    path: str, plan: Plan, whole: Mapping[str, Change], text: str, spans: Mapping[str, Location]
) -> Iterable[Diagnostic]:
    """Return what takes an entry out of its list: the entry with its comma, its lines, or its table."""
    several = path[: path.rindex("[")]
    entries = value_at(plan, several)
    assert isinstance(entries, tuple)
    dropped = sum(
        1 for number in range(len(entries)) if (one := whole.get(f"{several}[{number}]")) and not one.after
    )
    if dropped == len(entries):
        span = _span(several, spans)
        if span is None:
            return ()
        # All of a list is taken out once, with its first entry.
        return _edit(*span, "[]") if path.endswith("[0]") and not text.startswith("[[", span[0]) else ()
    span = _span(path, spans) if path in spans else None
    if span is None:
        return ()
    start, end = span
    line = _line(text, start)
    if text.startswith("[[", start):
        following = _TABLE.search(text, end)
        return _edit(line, following.start() if following else len(text), "")
    if re.fullmatch(r"\s*- (?:[a-z_]+:\s*)?", text[line:start]):
        return _edit(line, _behind(text, end), "")
    if before := re.search(r"\s*,\s*(?:\{\s*\"?[a-z_]+\"?\s*[:=]\s*)?$", text[:start]):
        closes = re.match(r"\s*\}", text[end:]) if "{" in before.group() else None
        return _edit(before.start(), end + (closes.end() if closes else 0), "")
    if after := re.match(r"\s*,\s*", text[end:]):
        return _edit(start, end + after.end(), "")
    return ()


def _line(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _behind(text: str, end: int) -> int:
    if text[end - 1 : end] == "\n":
        return end
    behind = text.find("\n", end)
    return len(text) if behind < 0 else behind + 1


def _scalar(value: str, raw: str) -> str:
    quoted = raw[:1] in "\"'>|"
    if not quoted and _BARE.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _edit(start: int, end: int, text: str) -> tuple[Diagnostic, ...]:
    return (Diagnostic(code="", vi="", en="", edits=(Edit(start=start, end=end, text=text),)),)
