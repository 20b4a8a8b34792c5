"""Plain text (.txt): every word of the pages in reading order, markers included.

The layout is one that a program can read back:

- one paragraph a line, two spaces before it for each depth; empty lines between blocks, none between points of a list;
- the letterhead as two groups, first what stands at the left (superior body, an empty line, issuing body, number; then
  marks, after an empty line), then what stands at the right (country, motto, place and date);
- a row of a table is a line, its cells separated by tabs; a cell over several columns is followed by as many empty
  ones, a cell over the whole table stands alone. Lines within a cell are joined by a semicolon;
- a chart as its title and its figures, a table with its columns one below the other;
- the recipients under their label, an empty line, authority and position, an empty line, the name.

Descriptions for readers who cannot see a table and the typed sheets are not printed, as on the pages of a .docx.
"""

from __future__ import annotations

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
    SignatureBlock,
    Table,
    Title,
)
from cchc.rendering._chart import as_table, caption
from cchc.rendering._lines import lines, one_line, run_in_heading

__all__ = ["render_txt"]


def render_txt(document: Document) -> bytes:
    """Return the pages of *document* as UTF-8 text with line feeds and one at the end."""
    blocks = [block for section in document.sections for block in section.blocks]
    printed: list[str] = []
    previous: Block | None = None
    for block in blocks:
        made = _lines(block)
        if not made:
            continue
        if previous is not None and not _belongs(block, previous):
            printed.append("")
        printed += made
        previous = block
    return ("\n".join(printed) + "\n").encode()


def _belongs(block: Block, previous: Block) -> bool:
    """Return whether no empty line stands between the two: points of one list, and legal bases."""
    if not (isinstance(block, Paragraph) and isinstance(previous, Paragraph)):
        return False
    return block.style == previous.style and (block.style == "basis" or bool(block.marker))


def _group(texts: Iterable[str]) -> list[str]:
    return [line for line in map(one_line, texts) if line]


def _grouped(*groups: Iterable[str]) -> list[str]:
    made: list[str] = []
    for group in map(_group, groups):
        if made and group:
            made.append("")
        made += group
    return made


def _lines(block: Block) -> list[str]:
    match block:
        case Letterhead():
            return _grouped(
                block.superior,
                (*block.issuer, block.number),
                block.marks,
                (block.country, block.motto, block.place_date),
            )
        case Title():
            return _grouped((block.kind, block.subject), (block.note,))
        case AnnexTitle():
            return _grouped((block.label, block.title), (block.note,))
        case Heading():
            return _group([" ".join(run_in_heading(block))])
        case Paragraph():
            line = one_line(f"{block.marker} {block.text}")
            return ["  " * block.depth + line] if line else []
        case Table():
            width = len(block.columns)
            rows = [_row((Cell(text=column.title) for column in block.columns), width)]
            return rows + [_row(row, width) for row in block.rows]
        case Chart():
            return [*_group((caption(block),)), *_aligned(as_table(block))]
        case SignatureBlock():
            recipients = (block.label, *block.recipients) if block.recipients else ()
            return _grouped(recipients, (*block.authority, block.position), (block.name,))


def _row(cells: Iterable[Cell], width: int) -> str:
    printed: list[str] = []
    for cell in cells:
        text = _cell(cell.text)
        printed += [text] if cell.span == width else [text, *[""] * (cell.span - 1)]
    return "\t".join(printed)


def _aligned(table: Table) -> list[str]:
    """Return a table of figures with its columns one below the other: names from the left, numbers to the right."""
    rows = [
        [_cell(text) for text in row]
        for row in (
            [column.title for column in table.columns],
            *([cell.text for cell in cells] for cells in table.rows),
        )
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "\t".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def _cell(text: str) -> str:
    joined = ""
    for line in lines(text):
        separator = " " if joined.endswith((",", ";", ":", ".")) else "; "
        joined += separator + line if joined else line
    return joined
