"""From a place in the model to the place in the file: which line and column, which comment says to leave it alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from cchc.diagnostics import Diagnostic, Edit, Location, Severity
from cchc.model import Plan, Report, value_at

_LAST = re.compile(r"(?:\.[a-z_]+|\[\d+\]|^[a-z_]+)$")
_IGNORE = re.compile(r"#\s*cchc:\s*ignore\s+([A-Z]{2}\d*(?:\s*,\s*[A-Z]{2}\d*)*)\s*(\([^)\n]*\S[^)\n]*\))?")
_DIGITS_OF = {"x": 2, "u": 4, "U": 8}
# The escapes of YAML, among them those of JSON and TOML.
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    '"': '"', "\\": "\\", "/": "/", " ": " ", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
# A value may stand behind its marker and label; further on there is no sense in looking for its beginning.
_TRIES = 40


def located(
    found: Iterable[Diagnostic], plan: Plan | Report, text: str, spans: Mapping[str, Location]
) -> tuple[Diagnostic, ...]:
    """Return findings with their places in *text*, in the order of those places.

    Args:
        found: findings whose places are paths in the model, with offsets in the text that stands there.
        plan: the plan, or the report, that they are about.
        text: what the plan was read from.
        spans: the place in *text* of what each path names; a path without one is looked for around it.
    """
    placed = (_located(one, plan, text, spans) for one in found)
    return tuple(sorted(placed, key=lambda one: (one.location.start or 0, one.code)))


def at_offsets(found: Iterable[Diagnostic], text: str, file: str) -> tuple[Diagnostic, ...]:
    """Return findings about a document, whose places are offsets in *text*, with file, line and column."""
    return tuple(attrs.evolve(one, location=_at(one.location, text, file)) for one in found)


def _at(place: Location, text: str, file: str) -> Location:
    if place.start is None:
        return attrs.evolve(place, file=file)
    line_start = text.rfind("\n", 0, place.start) + 1
    return attrs.evolve(
        place, file=file, line=text.count("\n", 0, place.start) + 1, column=place.start - line_start + 1
    )


def obeyed(found: Iterable[Diagnostic], text: str, spans: Mapping[str, Location]) -> tuple[Diagnostic, ...]:
    """Return located findings without those that a comment of a plan file says to leave alone.

    ``# cchc: ignore CC203 (why)`` behind a line speaks of what begins on that line, on a line of its own of what begins on
    the next; above everything, of the whole file. A comment without a reason is not obeyed and is itself a finding.
    """
    lines = text.split("\n")
    ignores: dict[int, list[str]] = {}
    kept: list[Diagnostic] = []
    for number, line in enumerate(lines, 1):
        match = _IGNORE.search(line)
        if match is None or "#" in line[: match.start()].strip()[:1]:
            continue
        if not match[2]:
            kept.append(_without_reason(text, number, match, spans))
            continue
        target = number
        if line[: match.start()].strip() == "":
            target = next((n for n in range(number + 1, len(lines) + 1) if _says(lines[n - 1])), number)
        ignores.setdefault(target, []).extend(re.split(r"\s*,\s*", match[1]))
    if not ignores:
        return (*kept, *found)
    begins: dict[str, int] = {path: _first_line(text, place) for path, place in spans.items()}
    begins[""] = next((n for n, line in enumerate(lines, 1) if _says(line)), 1)
    for one in found:
        codes = [code for path in _around(one.location.path) for code in ignores.get(begins.get(path, 0), ())]
        codes += ignores.get(one.location.line or 0, ())
        if not (codes and one.code.startswith(tuple(codes))):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.location.start or 0, one.code)))


def repaired(text: str, found: Iterable[Diagnostic]) -> tuple[str, int]:
    """Return *text* with the edits of located findings made, and how many; of two that overlap the first is made."""
    edits = sorted((edit for one in found for edit in one.edits), key=lambda edit: (edit.start, edit.end))
    parts: list[str] = []
    position = made = 0
    for edit in edits:
        if edit.start < position:
            continue
        parts += (text[position : edit.start], edit.text)
        position, made = edit.end, made + 1
    return "".join(parts) + text[position:], made


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _without_reason(
    text: str, number: int, match: re.Match[str], spans: Mapping[str, Location]
) -> Diagnostic:
    file = next((place.file for place in spans.values()), "")
    start = sum(len(line) + 1 for line in text.split("\n")[: number - 1]) + match.start()
    return Diagnostic(
        code="CC003",
        severity=Severity.WARNING,
        vi=f'Chú thích bỏ qua {match[1]} chưa nêu lý do nên không có tác dụng; viết "# cchc: ignore {match[1]} (lý do)".',
        en=f"This comment gives no reason and is not obeyed; write '# cchc: ignore {match[1]} (why)'.",
        location=Location(
            file=file, line=number, column=match.start() + 1, start=start, end=start + len(match.group())
        ),
    )


def _first_line(text: str, place: Location) -> int:
    """Return the line on which a value begins, that of its key where the value itself begins below."""
    start = place.start or 0
    before = text[:start].rstrip(" \t\r\n-")
    return before.count("\n") + 1 if before.endswith(":") else text.count("\n", 0, start) + 1


def _around(path: str) -> Iterator[str]:
    """Yield a path and all that it lies within, the whole last."""
    while path:
        yield path
        path = _LAST.sub("", path)
    yield ""


def _located(one: Diagnostic, plan: Plan | Report, text: str, spans: Mapping[str, Location]) -> Diagnostic:
    path = one.location.path
    span = next((spans[around] for around in _around(path) if around in spans), None)
    if span is None or span.start is None or span.end is None:
        file = next((place.file for place in spans.values()), "")
        return attrs.evolve(
            one, location=attrs.evolve(one.location, file=file, start=None, end=None), edits=()
        )
    raw = text[span.start : span.end]
    value = value_at(plan, path)
    start, end = 0, len(raw)
    edits: tuple[Edit, ...] = ()
    if one.location.start is not None and one.location.end is not None and hasattr(value, "words"):
        value = value.words
    if isinstance(value, str) and one.location.start is not None and one.location.end is not None:
        offsets = _aligned(value, raw)
        if offsets:
            start, end = offsets[one.location.start], offsets[one.location.end - 1] + 1
            edits = tuple(
                Edit(
                    start=span.start + offsets[edit.start],
                    end=span.start + offsets[edit.end - 1] + 1,
                    text=edit.text,
                )
                for edit in one.edits
                if edit.start < edit.end
            )
        else:
            words = value[one.location.start : one.location.end].split()
            again = re.search(r"\s+".join(map(re.escape, words)), raw) if words else None
            if again:
                start, end = again.span()
    elif "\n" in raw:
        # Of a value of many lines, its first line is shown.
        end = raw.index("\n")
    first = span.start + start
    line = text.count("\n", 0, first) + 1
    place = Location(
        file=span.file,
        path=path,
        line=line,
        column=first - (text.rfind("\n", 0, first) + 1) + 1,
        start=first,
        end=span.start + end,
    )
    return attrs.evolve(one, location=place, edits=edits)


def _aligned(value: str, raw: str) -> list[int] | None:
    """Return for each character of *value* its offset in *raw*; ``None`` where *raw* says it in another way.

    A file folds and escapes what it holds: a space of the value may be a line end with an indent, a quote be doubled.
    """
    first = value[:1]
    at = -1
    for _ in range(_TRIES):
        at = raw.find(first, at + 1) if first and not first.isspace() else at + 1
        if at < 0 or at >= len(raw):
            return None
        found = _from(value, raw, at)
        if found:
            return found
    return None


def _from(value: str, raw: str, at: int) -> list[int] | None:
    offsets: list[int] = []
    single = raw.startswith("'")
    escaping = raw.startswith('"')
    for number, letter in enumerate(value):
        if at >= len(raw):
            # A block that keeps its last line end has it in the value, not in the place.
            return offsets + [len(raw) - 1] * (len(value) - number) if not value[number:].strip() else None
        offsets.append(at)
        if escaping and raw[at] == "\\" and at + 1 < len(raw):
            length = _escape(letter, raw, at)
            if not length:
                return None
            at += length
        elif letter.isspace():
            if not raw[at].isspace():
                return None
            at += 1
            if not value[number + 1 : number + 2].isspace():
                while at < len(raw) and raw[at].isspace():
                    at += 1
        elif raw[at] == letter:
            at += 2 if single and letter == "'" and raw[at : at + 2] == "''" else 1
        else:
            return None
    return offsets


def _escape(letter: str, raw: str, at: int) -> int:
    """Return how long the escape of *letter* at *at* is; 0 where what stands there is another's."""
    kind = raw[at + 1]
    if _ESCAPED.get(kind) == letter:
        return 2
    digits = _DIGITS_OF.get(kind, 0)
    code = raw[at + 2 : at + 2 + digits].lower()
    if digits and code == f"{ord(letter):0{digits}x}":
        return 2 + digits
    if kind == "u" and ord(letter) > 0xFFFF:
        # JSON has two halves for what lies beyond its four digits.
        high, low = divmod(ord(letter) - 0x10000, 0x400)
        pair = f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
        return len(pair) if raw[at : at + len(pair)].lower() == pair else 0
    return 0
