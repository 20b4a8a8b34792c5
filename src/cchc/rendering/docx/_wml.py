"""The elements of WordprocessingML that all parts of a document are made of: paragraphs, runs, tables."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from cchc.rendering._markup import NOTHING, Markup, element, frame, is_verbatim, join, text
from cchc.rendering._typography import bind

__all__ = [
    "BOLD",
    "ITALIC",
    "KEEP_WITH_NEXT",
    "NOT_BOLD",
    "TABLE_END",
    "cell",
    "layout_table",
    "long_row",
    "paragraph",
    "row",
    "run",
    "table",
    "text_cell",
    "text_paragraph",
]

# Each look twice: the second is for scripts that the program takes for complex.
BOLD = join((element("w:b"), element("w:bCs")))
NOT_BOLD = join((element("w:b", {"w:val": 0}), element("w:bCs", {"w:val": 0})))
ITALIC = join((element("w:i"), element("w:iCs")))
KEEP_WITH_NEXT = element("w:keepNext")

_TEXT_START, _TEXT_END = frame("w:t", {"xml:space": "preserve"})
_BREAK, _TAB = (join((_TEXT_END, element(name), _TEXT_START)) for name in ("w:br", "w:tab"))
_MIDDLE = element("w:vAlign", {"w:val": "center"})
_FIXED = element("w:tblLayout", {"w:type": "fixed"})
_WHOLE = element("w:cantSplit")
_WHOLE_ROW = element("w:trPr", None, _WHOLE)
_HEADER_ROW = element("w:trPr", None, _WHOLE, element("w:tblHeader"))


def paragraph(style: str, content: Iterable[Markup], *properties: Markup) -> Markup:
    """Return a paragraph of runs; *properties* beyond its style stand in the order of the format's schema."""
    start, end = _paragraph_frame(style, properties)
    return join((start, *content, end))


def text_paragraph(style: str, words: str, *properties: Markup) -> Markup:
    """Return a paragraph of *words* that all look as its style says."""
    start, end = _text_paragraph_frame(style, properties)
    return Markup(f"{start}{_within(words)}{end}")


# Thousands of paragraphs, runs and cells are alike but for their text.
@functools.lru_cache(maxsize=256)
def _text_paragraph_frame(style: str, properties: tuple[Markup, ...]) -> tuple[Markup, Markup]:
    (start, end), (run_start, run_end) = _paragraph_frame(style, properties), _run_frame(())
    return join((start, run_start)), join((run_end, end))


@functools.lru_cache(maxsize=256)
def _paragraph_frame(style: str, properties: tuple[Markup, ...]) -> tuple[Markup, Markup]:
    return frame("w:p", None, element("w:pPr", None, element("w:pStyle", {"w:val": style}), *properties))


# The least that the format allows where it wants a paragraph and the document has none.
TABLE_END = paragraph("TableEnd", ())


def run(words: str, *properties: Markup) -> Markup:
    """Return *words* in one look, with spaces that do not break where none may."""
    start, end = _run_frame(properties)
    return Markup(f"{start}{_within(words)}{end}")


@functools.lru_cache(maxsize=64)
def _run_frame(properties: tuple[Markup, ...]) -> tuple[Markup, Markup]:
    start, end = frame("w:r", None, element("w:rPr", None, *properties) if properties else NOTHING)
    return join((start, _TEXT_START)), join((_TEXT_END, end))


def _within(words: str) -> Markup:
    """Return *words* as they stand within an element of text, with breaks and tabs between such elements."""
    words = bind(words)
    if is_verbatim(words):
        return Markup(words)
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Markup(_BREAK.join(_TAB.join(map(text, line.split("\t"))) for line in lines))


def cell(
    width: int, content: Iterable[Markup], *, span: int = 1, middle: bool = False, above: int = 0
) -> Markup:
    """Return a cell of a table, *width* twips wide, its text *above* twips below its edge.

    The format wants a paragraph in it even where it is empty.
    """
    start, end = _cell_frame(width, span, middle, above)
    return join((start, *(tuple(content) or (TABLE_END,)), end))


def text_cell(
    width: int, style: str, words: str, *properties: Markup, span: int = 1, middle: bool = False
) -> Markup:
    """Return a cell with one paragraph of *words* that all look as its style says."""
    start, end = _text_cell_frame(width, span, middle, style, properties)
    return Markup(f"{start}{_within(words)}{end}")


@functools.lru_cache(maxsize=256)
def _text_cell_frame(
    width: int, span: int, middle: bool, style: str, properties: tuple[Markup, ...]
) -> tuple[Markup, Markup]:
    outer, inner = _cell_frame(width, span, middle, 0), _text_paragraph_frame(style, properties)
    return join((outer[0], inner[0])), join((inner[1], outer[1]))


@functools.lru_cache(maxsize=256)
def _cell_frame(width: int, span: int, middle: bool, above: int) -> tuple[Markup, Markup]:
    properties = element(
        "w:tcPr",
        None,
        element("w:tcW", {"w:w": width, "w:type": "dxa"}),
        element("w:gridSpan", {"w:val": span}) if span > 1 else NOTHING,
        element("w:tcMar", None, element("w:top", {"w:w": above, "w:type": "dxa"})) if above else NOTHING,
        _MIDDLE if middle else NOTHING,
    )
    return frame("w:tc", None, properties)


def row(cells: Iterable[Markup], *, header: bool = False) -> Markup:
    """Return a row of a table, which no page break divides and which is repeated on each page as a *header*."""
    return element("w:tr", None, _HEADER_ROW if header else _WHOLE_ROW, *cells)


def long_row(cells: Iterable[Markup]) -> Markup:
    """Return a row of a table that goes on on the next page where it does not fit."""
    return element("w:tr", None, *cells)


def table(columns: Sequence[int], rows: Iterable[Markup], *, description: str) -> Markup:
    """Return a table with borders; the widths of its columns are twips."""
    properties = element(
        "w:tblPr",
        None,
        element("w:tblStyle", {"w:val": "TableGrid"}),
        element("w:tblW", {"w:w": sum(columns), "w:type": "dxa"}),
        _FIXED,
        element("w:tblDescription", {"w:val": description}),
    )
    return element("w:tbl", None, properties, _grid(columns), *rows)


def layout_table(columns: Sequence[int], rows: Iterable[Markup], *, indent: int, margin: int) -> Markup:
    """Return a table without borders, which only puts things side by side; all lengths are twips."""
    start, end = _layout_frame(tuple(columns), indent, margin)
    return join((start, *rows, end))


@functools.lru_cache(maxsize=16)
def _layout_frame(columns: tuple[int, ...], indent: int, margin: int) -> tuple[Markup, Markup]:
    margins = {"left": margin, "right": margin}
    properties = element(
        "w:tblPr",
        None,
        element("w:tblW", {"w:w": sum(columns), "w:type": "dxa"}),
        element("w:tblInd", {"w:w": indent, "w:type": "dxa"}),
        _FIXED,
        element(
            "w:tblCellMar",
            None,
            *(element(f"w:{side}", {"w:w": width, "w:type": "dxa"}) for side, width in margins.items()),
        ),
    )
    return frame("w:tbl", None, properties, _grid(columns))


def _grid(columns: Iterable[int]) -> Markup:
    # LibreOffice follows these widths, Word those of the cells.
    return element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in columns))
