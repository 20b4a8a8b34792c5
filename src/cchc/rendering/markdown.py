"""Markdown (.md): headings, lists, tables and emphasis in the dialect that CommonMark and GitHub share.

Every text is escaped, so that what is printed is what the document says. Dashes and plus signs are list items; other
markers (``1.``, ``a)``) stay text, because Markdown would number by itself. Where the rules of emphasis would not see
the bold or the italic of a run, the run stays plain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from cchc.document import (
    AnnexTitle,
    Block,
    Cell,
    Chart,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Run,
    SignatureBlock,
    Table,
    Title,
)
from cchc.rendering._chart import as_table, caption
from cchc.rendering._lines import lines, one_line, run_in_heading
from cchc.text import clean

__all__ = ["render_md"]

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|&~$]")
# What would start a list, a rule or the underline of a heading.
_START = re.compile(r"(?=[-+=])|([0-9]{1,9})(?=[.)])")
_DASHED = re.compile(r"-\s+")
_BULLETS = ("-", "+")
_RULES = {"left": ":---", "center": ":---:", "right": "---:"}


def render_md(document: Document) -> bytes:
    """Return the pages of *document* as Markdown in UTF-8 with line feeds and one at the end."""
    made: list[str] = []
    # The points that the next block may belong to: depth of each and where its text begins.
    points: list[tuple[int, int]] = []
    was_point = False
    for section in document.sections:
        for block in section.blocks:
            is_point = isinstance(block, Paragraph) and block.marker in _BULLETS
            if isinstance(block, Paragraph):
                while points and points[-1][0] >= block.depth:
                    points.pop()
                indent = points[-1][1] if points else 0
                text = _paragraph(block)
                parts = [" " * indent + text] if text else []
                if is_point:
                    points.append((block.depth, indent + 2))
            else:
                points.clear()
                parts = _parts(block)
            for part in parts:
                made += [part] if (is_point and was_point) or not made else ["", part]
                was_point = is_point
    return ("\n".join(made) + "\n").encode()


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _from_start(markup: str) -> str:
    match = _START.match(markup)
    return f"{match[0]}\\{markup[match.end() :]}" if match else markup


def _edge(character: str) -> bool:
    return not character or character.isspace() or _punctuation(character)


def _punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _inline(runs: Iterable[Run]) -> str:
    """Return *runs* on one line, bold and italic where CommonMark's rules of flanking see it (0.31, 6.2)."""
    merged: list[Run] = []
    for run in runs:
        text = re.sub("[\t\n\x85\u2028\u2029]+", " ", clean(run.text).text)
        if merged and (merged[-1].bold, merged[-1].italic) == (run.bold, run.italic):
            merged[-1] = Run(merged[-1].text + text, run.bold, run.italic)
        elif text:
            merged.append(Run(text, run.bold, run.italic))
    made, before = "", ""
    for number, run in enumerate(merged):
        core = run.text.strip()
        mark = "**" * run.bold + "*" * run.italic
        after = merged[number + 1].text[0] if number + 1 < len(merged) else ""
        start = run.text[: len(run.text) - len(run.text.lstrip())]
        end = run.text[len(run.text.rstrip()) :]
        left, right = start[-1:] or before, end[:1] or after
        seen = (
            core
            and (_edge(left) or not _punctuation(core[0]))
            and (_edge(right) or not _punctuation(core[-1]))
            and not (made.endswith("*") and not start)
        )
        made += f"{start}{mark}{_escape(core)}{mark}{end}" if mark and seen else _escape(run.text)
        before = run.text[-1]
    # No-break spaces are blanks to be filled in by hand.
    return made.strip(" ")


def _line(text: str, *, bold: bool = False, italic: bool = False) -> str:
    return _from_start(_inline([Run(text, bold, italic)]))


def _broken(*printed: str) -> str:
    """Return lines of one paragraph, each ended by a hard break."""
    return "\\\n".join(line for line in printed if line)


def _parts(block: Block) -> list[str]:
    match block:
        case Letterhead():
            left = (
                *(_line(line) for line in block.superior),
                *(_line(line, bold=True) for line in block.issuer),
            )
            right = (_line(block.country, bold=True), _line(block.motto, bold=True))
            made = [
                _broken(*left, _line(block.number)),
                _broken(*(_line(mark, bold=True) for mark in block.marks)),
                _broken(*right, _line(block.place_date, italic=True)),
            ]
        case Title():
            made = [_heading(1, block.kind), _line(block.subject, bold=True), _line(block.note, italic=True)]
        case AnnexTitle():
            made = [_heading(2, block.label), _line(block.title, bold=True), _line(block.note, italic=True)]
        case Heading():
            title, _ = run_in_heading(block)
            made = [_heading(block.level + 1, title), _from_start(_inline(block.run_in))]
        case Paragraph():
            made = [_paragraph(block)]
        case Table():
            made = [_table(block)]
        case Chart():
            made = [_line(caption(block), bold=True), _table(as_table(block))]
        case SignatureBlock():
            recipients = [_line(block.label, bold=True, italic=True)] if block.recipients else []
            dashed = all(_DASHED.match(one_line(line)) for line in block.recipients)
            listed = ("\n" if dashed else "\n\n").join(map(_recipient, block.recipients))
            office = (*block.authority, block.position)
            made = [*recipients, listed, _broken(*(_line(line, bold=True) for line in office))]
            made.append(_line(block.name, bold=True))
    return [part for part in made if part]


def _heading(level: int, text: str) -> str:
    line = one_line(text)
    return f"{'#' * min(level, 6)} {_escape(line)}" if line else ""


def _paragraph(paragraph: Paragraph) -> str:
    text = _inline(paragraph.runs)
    if paragraph.marker in _BULLETS:
        return f"{paragraph.marker} {_from_start(text)}"
    return _from_start(f"{_escape(one_line(paragraph.marker))} {text}".strip())


def _recipient(line: str) -> str:
    text = one_line(line)
    match = _DASHED.match(text)
    return f"- {_line(text[match.end() :])}" if match else _line(text)


def _table(table: Table) -> str:
    rows = [
        _row(Cell(text=column.title) for column in table.columns),
        "|" + "|".join(_RULES[column.align] for column in table.columns) + "|",
        *map(_row, table.rows),
    ]
    return "\n".join(rows)


def _row(cells: Iterable[Cell]) -> str:
    printed: list[str] = []
    for cell in cells:
        text = "<br>".join(_inline([Run(line, cell.bold)]) for line in lines(cell.text))
        printed += [text, *[""] * (cell.span - 1)]
    return f"| {' | '.join(printed)} |"
