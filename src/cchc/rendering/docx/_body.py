"""The part with the text: sections of blocks, each block written by what it is."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence

from cchc.document import (
    AnnexTitle,
    Block,
    Cell,
    Chart,
    Document,
    DocumentStandard,
    Heading,
    Letterhead,
    Paragraph,
    Run,
    Section,
    SignatureBlock,
    Table,
    Title,
)
from cchc.rendering._markup import NOTHING, Markup, element, frame, join
from cchc.rendering._typography import NO_BREAK
from cchc.rendering.docx._chart import chart
from cchc.rendering.docx._head import Page, annex_title, letterhead, signature_block, title
from cchc.rendering.docx._measure import text_width, twips
from cchc.rendering.docx._parts import NAMESPACES, PAGE_NUMBER_ID
from cchc.rendering.docx._styles import paragraph_styles
from cchc.rendering.docx._wml import (
    BOLD,
    ITALIC,
    KEEP_WITH_NEXT,
    NOT_BOLD,
    TABLE_END,
    cell,
    paragraph,
    row,
    run,
    table,
    text_cell,
    text_paragraph,
)
from cchc.text import clean

__all__ = ["document_part"]

_STYLES = {"body": "BodyText", "basis": "LegalBasis", "authority": "Authority", "article": "Article"}
_DEEPEST_HEADING = 3
# A table has no space above of its own.
_SPACE_AFTER = element("w:spacing", {"w:after": 120})
# Millimetres that a chart leaves on its page to its title.
_CAPTION = 25
_JUSTIFIED = element("w:jc", {"w:val": "both"})
_ALIGNED = {
    "left": NOTHING,
    "center": element("w:jc", {"w:val": "center"}),
    "right": element("w:jc", {"w:val": "right"}),
}

# The format wants a paragraph between two of these, and between one and the end of its section.
_TABULAR = (Letterhead, Table, SignatureBlock)

_DOCUMENT, _BODY = frame("w:document", NAMESPACES), frame("w:body")
_START, _END = join((_DOCUMENT[0], _BODY[0])), join((_BODY[1], _DOCUMENT[1]))


def document_part(document: Document) -> Markup:
    """Return the root element of the part with the text."""
    numbers, charts = itertools.count(1), itertools.count(1)
    # A file has pages, even where the document has none.
    *inner, last = document.sections or (Section(blocks=()),)
    made = [_START]
    for section in inner:
        made += _section(section, document.standard, numbers, charts, closed_within=True)
    made += _section(last, document.standard, numbers, charts, closed_within=False)
    made.append(_END)
    # Once for all sections, since each joining copies the whole text.
    return join(made)


def _section(
    section: Section,
    standard: DocumentStandard,
    numbers: Iterator[int],
    charts: Iterator[int],
    *,
    closed_within: bool,
) -> list[Markup]:
    """Return the blocks of *section* and its properties.

    The properties of all sections but the last stand *within* the last paragraph of the section.
    """
    width, height = standard.width, standard.height
    if section.landscape:
        width, height = height, width
    page = Page(
        styles=paragraph_styles(standard),
        width=width - standard.left - standard.right,
        height=height - standard.top - standard.bottom,
        numbers=numbers,
        charts=charts,
    )
    properties = _section_properties(standard, section.landscape, width, height)
    blocks = section.blocks
    staying = _staying(blocks, page)
    made: list[Markup] = []
    previous: Block | None = None
    for number, (block, following) in enumerate(itertools.zip_longest(blocks, blocks[1:])):
        if isinstance(block, _TABULAR) and isinstance(previous, _TABULAR):
            made.append(TABLE_END)
        more: tuple[Markup, ...] = (_SPACE_AFTER,) if isinstance(following, Table) else ()
        if closed_within and following is None:
            more = (properties,)
        made.append(_block(block, page, more, keep=number in staying))
        previous = block
    if closed_within:
        if not isinstance(previous, Heading | Paragraph):
            made.append(paragraph("TableEnd", (), properties))
        return made
    if previous is None or isinstance(previous, _TABULAR):
        made.append(TABLE_END)
    made.append(properties)
    return made


def _staying(blocks: Sequence[Block], page: Page) -> set[int]:
    """Return the indexes of what stays on the page of the block behind it: no signature stands there without text.

    A last paragraph of one line brings the one before it along.
    """
    staying = set()
    for number, block in enumerate(blocks):
        if isinstance(block, SignatureBlock):
            staying.add(number - 1)
            if number and isinstance(last := blocks[number - 1], Paragraph):
                look = page.styles[_STYLES[last.style]]
                words = f"{last.marker} {last.text}".strip()
                if text_width(words, look.points, look.face) + look.indent <= page.width:
                    staying.add(number - 2)
    return staying


# The same for all documents of one standard.
@functools.lru_cache(maxsize=16)
def _section_properties(standard: DocumentStandard, landscape: bool, width: float, height: float) -> Markup:
    place = "header" if standard.page_number == "top-center" else "footer"
    size: dict[str, str | int] = {"w:w": twips(width), "w:h": twips(height)}
    if landscape:
        size["w:orient"] = "landscape"
    margins = {side: getattr(standard, side) for side in ("top", "right", "bottom", "left")}
    margins |= {"header": standard.edge, "footer": standard.edge, "gutter": 0}
    return element(
        "w:sectPr",
        None,
        element(f"w:{place}Reference", {"w:type": "default", "r:id": PAGE_NUMBER_ID}),
        element("w:type", {"w:val": "nextPage"}),
        element("w:pgSz", size),
        element("w:pgMar", {f"w:{side}": twips(margin) for side, margin in margins.items()}),
        element("w:pgNumType", {"w:start": 1}),
        # The first page has a header and footer of its own: none.
        element("w:titlePg"),
    )


def _block(block: Block, page: Page, more: tuple[Markup, ...], *, keep: bool) -> Markup:
    """Return *block*; a paragraph is given *more* properties."""
    match block:
        case Paragraph():
            return _paragraph(block, more, keep=keep)
        case Heading():
            return _heading(block, more)
        case Letterhead():
            return letterhead(block, page)
        case Title():
            return title(block, page)
        case Table():
            return _table(block, page)
        case Chart():
            size = (page.width, page.height - _CAPTION)
            return chart(block, next(page.charts), next(page.numbers), size)
        case SignatureBlock():
            return signature_block(block, page)
        case AnnexTitle():
            return annex_title(block, page)


def _paragraph(block: Paragraph, more: tuple[Markup, ...], *, keep: bool) -> Markup:
    style = _STYLES[block.style]
    kept = KEEP_WITH_NEXT if keep or block.keep_with_next else NOTHING
    marker = f"{block.marker}{NO_BREAK}" if block.marker else ""
    runs = [of for of in block.runs if of.text]
    if runs and not (runs[0].bold or runs[0].italic):
        # The marker and the text that it stands before are one run.
        marker += runs.pop(0).text
    if marker and not runs:
        return text_paragraph(style, marker, kept, *more)
    content = [run(marker), *map(_run, runs)] if marker else map(_run, runs)
    return paragraph(style, content, kept, *more)


def _run(of: Run) -> Markup:
    if not (of.bold or of.italic):
        return run(of.text)
    return run(of.text, BOLD if of.bold else NOTHING, ITALIC if of.italic else NOTHING)


def _heading(block: Heading, more: tuple[Markup, ...]) -> Markup:
    words = f"{block.marker}{NO_BREAK}{block.text}" if block.marker else block.text
    content = [run(words)]
    # The format wants the space before, and the end of a section behind, how lines are aligned.
    spacing, rest = (more, ()) if more == (_SPACE_AFTER,) else ((), more)
    if any(clean(of.text).text.strip() for of in block.run_in):
        # What goes on in the line is text.
        rest = (_JUSTIFIED, *rest)
        content = [run(words if words.endswith(":") else f"{words}:"), run(" ", NOT_BOLD)]
        content += (
            run(of.text, BOLD if of.bold else NOT_BOLD, ITALIC if of.italic else NOTHING)
            for of in block.run_in
        )
    level = min(max(block.level, 1), _DEEPEST_HEADING)
    return paragraph(f"Heading{level}", content, *spacing, *rest)


def _table(block: Table, page: Page) -> Markup:
    if not block.columns:
        return NOTHING
    widths = _shared(twips(page.width), [column.share for column in block.columns])
    header = row(
        (
            text_cell(width, "TableHeading", column.title, middle=True)
            for column, width in zip(block.columns, widths)
        ),
        header=True,
    )
    rows = (_row(cells, block, widths) for cells in block.rows if cells)
    return table(widths, (header, *rows), description=block.description)


def _row(cells: tuple[Cell, ...], block: Table, widths: list[int]) -> Markup:
    # A cell over several columns is the heading of a group, and stays with the first row of it.
    kept = KEEP_WITH_NEXT if any(one.span > 1 for one in cells) else NOTHING
    made, column = [], 0
    for one in cells:
        if one.span == 1:
            width, align = widths[column], _ALIGNED[block.columns[column].align]
        else:
            width, align = sum(widths[column : column + one.span]), _ALIGNED["left"]
        if one.text and not one.bold:
            made.append(text_cell(width, "TableText", one.text, kept, align, span=one.span))
        else:
            content = (run(one.text, BOLD),) if one.text else ()
            made.append(cell(width, (paragraph("TableText", content, kept, align),), span=one.span))
        column += one.span
    return row(made)


def _shared(total: int, shares: list[int]) -> list[int]:
    """Return *total* divided by *shares*, in whole numbers that add up to it."""
    ends = [total * end // sum(shares) for end in itertools.accumulate(shares)]
    return [end - start for start, end in zip([0, *ends], ends)]
