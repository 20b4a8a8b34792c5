"""What was found in a file as text, as JSON and as a web page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from cchc.cli._speech import Say, shown
from cchc.diagnostics import Diagnostic
from cchc.interchange import SUFFIXES

__all__ = ["FRAMES", "WRITERS", "Checked", "is_plan_file"]

_LONGEST_LINE = 110


@frozen(kw_only=True)
class Checked:
    """A file with what was found in it; *text* is what its places count in."""

    file: str
    text: str
    found: tuple[Diagnostic, ...]
    repaired: int = 0


def is_plan_file(name: str) -> bool:
    """Return whether a file of this name is a plan file, whose places are its own and not those of a reading."""
    return Path(name).suffix.lower() in SUFFIXES


def _level(one: Diagnostic, say: Say) -> str:
    return say(one.severity.vi, one.severity.name.lower())


def _as_text(checked: Checked, say: Say) -> str:
    blocks = []
    lines = checked.text.split("\n")
    for one in checked.found:
        place = ":".join(str(part) for part in (checked.file, one.location.line, one.location.column) if part)
        if one.location.start is not None and not is_plan_file(checked.file):
            place += say(f" (ký tự {one.location.start})", f" (offset {one.location.start})")
        blocks.append(f"{place}: {one.code} {_level(one, say)}: {say(one.vi, one.en)}")
        if one.location.line and one.location.column and one.location.line <= len(lines):
            blocks += _marked(lines[one.location.line - 1], one)
        if one.source:
            blocks.append(f"      {say('nguồn', 'source')}: {one.source}")
    return "".join(f"{shown(line)}\n" for line in blocks)


def _marked(line: str, one: Diagnostic) -> list[str]:
    """Return a line and the carets under its place; of a long line, the piece around the place."""
    assert one.location.column is not None
    start = one.location.column - 1
    length = max(1, (one.location.end or 0) - (one.location.start or 0))
    line = line.rstrip("\r")
    first = 0
    if len(line) > _LONGEST_LINE and start > _LONGEST_LINE // 2:
        first = start - _LONGEST_LINE // 3
    cut = line[first : first + _LONGEST_LINE].replace("\t", " ")
    head = f"{one.location.line or 0:>5} | "
    before = "…" if first else ""
    length = min(length, max(1, len(cut) - (start - first)))
    return [f"{head}{before}{cut}", " " * (len(head) + len(before) + start - first) + "^" * length]


def _as_json(checked: Checked, say: Say) -> str:  # noqa: ARG001  # both languages are in it
    told = (
        {
            "file": checked.file,
            "code": one.code,
            "severity": one.severity.name.lower(),
            "vi": one.vi,
            "en": one.en,
            "path": one.location.path,
            "line": one.location.line,
            "column": one.location.column,
            "start": one.location.start,
            "end": one.location.end,
            "source": one.source,
            "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in one.edits],
        }
        for one in checked.found
    )
    return ",\n".join(json.dumps(one, ensure_ascii=False) for one in told)


_STYLE = (
    "body{margin:0;color:#1a1a1a;background:#fff;font:1rem/1.5 system-ui,sans-serif}"
    "main{max-width:60rem;margin:0 auto;padding:1rem}h1{font-size:1.5rem;line-height:1.25}"
    "h2{font-size:1.2rem;overflow-wrap:anywhere}ul{padding-left:0;list-style:none}"
    "li{margin:0 0 1rem;padding:0 0 0 .75rem;border-left:.25rem solid #1a5fb4}"
    "li.error{border-color:#b00020}li.warning{border-color:#8a5a00}"
    "pre{font:inherit;background:#f4f4f4;padding:.5rem;margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere}"
    "mark{background:#ffe08a;color:#1a1a1a;text-decoration:underline;text-underline-offset:.2em}"
    ".error strong{color:#a0001c}.warning strong{color:#7a4f00}.info strong{color:#1a5fb4}.source{color:#4a4a4a;font-size:.875em}"
    "@media print{li{break-inside:avoid}pre,mark{background:none}pre{border:1px solid #b5b5b5}}"
)


def _as_html(checked: Checked, say: Say) -> str:
    from cchc.rendering._markup import NOTHING, Markup, element, text

    lines = checked.text.split("\n")
    items: list[Markup] = []
    for one in checked.found:
        level = one.severity.name.lower()
        inner = [
            element("strong", None, text(f"{one.code} {_level(one, say)}")),
            text(f" {say('dòng', 'line')} {one.location.line}: " if one.location.line else " "),
            text(say(one.vi, one.en)),
        ]
        if one.location.line and one.location.column and one.location.line <= len(lines):
            line = lines[one.location.line - 1]
            start = one.location.column - 1
            end = min(len(line), start + max(1, (one.location.end or 0) - (one.location.start or 0)))
            marked = element("mark", None, text(line[start:end])) if line[start:end] else NOTHING
            # How far a line stands in says nothing on a page.
            inner.append(element("pre", None, text(line[:start].lstrip()), marked, text(line[end:])))
        if one.source:
            source = text(f"{say('Nguồn', 'Source')}: {one.source}")
            inner += (Markup(" "), element("span", {"class": "source"}, source))
        items.append(element("li", {"class": level}, *inner))
    below = (
        element("ul", None, *items) if items else element("p", None, text(say("Không có gì.", "Nothing.")))
    )
    return element("h2", None, text(checked.file)) + below + "\n"


def _page(say: Say) -> tuple[str, str, str]:
    from cchc.rendering._markup import web_page

    begin, end = web_page(say("Kết quả kiểm tra", "What was found"), _STYLE, say("vi", "en"))
    return f"{begin}\n", "", end


WRITERS: dict[str, Callable[[Checked, Say], str]] = {"text": _as_text, "json": _as_json, "html": _as_html}
# What stands before all files, between two of them, and behind the last.
FRAMES: dict[str, Callable[[Say], tuple[str, str, str]]] = {
    "text": lambda _: ("", "", ""),
    "json": lambda _: ("[", ",\n", "]\n"),
    "html": _page,
}
