"""What stands centred and apart from the text: letterhead, titles, signature block.

Lengths that the standard does not give are those of the law's own sample (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from attrs import evolve, frozen

from cchc.document import AnnexTitle, Letterhead, SignatureBlock, Title
from cchc.rendering._markup import NOTHING, Markup, element, join, plain
from cchc.rendering._typography import NO_BREAK, bind
from cchc.rendering.docx._line import SMALL, drawn_line
from cchc.rendering.docx._measure import even_width, line_count, millimetres, text_width, twips
from cchc.rendering.docx._styles import Style
from cchc.rendering.docx._wml import cell, layout_table, long_row, paragraph, row, run, text_paragraph
from cchc.text import fold

__all__ = ["Page", "annex_title", "letterhead", "signature_block", "title"]

# Twips: the columns of the letterhead and of the signature block, the blanks at the sides of their cells. The letterhead
# begins 5 mm left of the text, as in the sample; the recipients begin at the margin.
_HEAD_COLUMNS, _HEAD_MARGIN, _HEAD_INDENT = (3829, 5670), 85, -284
_FOOT_COLUMNS, _FOOT_MARGIN, _FOOT_GAP = (2994, 6290), 108, 550

# How far a long place and date may reach over each side of their cell, where nothing stands; twips.
_OVERHANG = 30

# Phụ lục I: the line below a name or title is a third to a half as long as the text, that below the motto as long.
_PART, _WHOLE = 0.4, 1.0

# Degrees of urgency are vivid red, in boxes of a fixed width in millimetres (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II, 10.b);
# the box of any other mark is so much wider than its text.
_URGENCY_WIDTHS = {fold("HỎA TỐC"): 30, fold("THƯỢNG KHẨN"): 40, fold("KHẨN"): 20}
_MARK_MARGIN = 6
_RED, _BLACK = "FF0000", "000000"

_NO_SPACE_AFTER = element("w:spacing", {"w:after": 0})

# A list of recipients of this share of the page may be divided; a shorter one would leave a few lines on the last page.
_VERY_LONG = 0.4

# Height of a line of Times New Roman in its size.
_LINE_HEIGHT = 1.15

# A face that is a little wider than Times New Roman must not break lines that were made even.
_ROOM = 1.02


@frozen(kw_only=True)
class Page:
    """Where a block is written: the styles, width and height of the text in millimetres, numbers for drawings and charts."""

    styles: Mapping[str, Style]
    width: float
    height: float
    numbers: Iterator[int]
    charts: Iterator[int]


def letterhead(block: Letterhead, page: Page) -> Markup:
    """Return the head of page 1: names and number at the left, motto, place and date at the right.

    Number, place and date are a row of their own, so that they share a line however many lines the names take.
    """
    left, right = _columns(page, _HEAD_COLUMNS, _HEAD_MARGIN)
    names = (
        *_centred("SuperiorBody", block.superior, left),
        *_centred("IssuingBody", block.issuer, left, line=_PART),
    )
    country = (
        *_centred("Country", (block.country,), right),
        *_centred("Motto", (block.motto,), right, line=_WHOLE),
    )
    number = (
        *_centred("DocumentNumber", (block.number.replace(" ", NO_BREAK),), left),
        *(_mark(mark, left) for mark in block.marks if mark.strip()),
    )
    place_date = _place_date(block.place_date, right)
    rows = (_side_by_side(_HEAD_COLUMNS, names, country), _side_by_side(_HEAD_COLUMNS, number, place_date))
    return layout_table(_HEAD_COLUMNS, rows, indent=_HEAD_INDENT, margin=_HEAD_MARGIN)


def _place_date(words: str, page: Page) -> Iterable[Markup]:
    """Return place and date on one line: the law lets a long place, such as "Thành phố Hồ Chí Minh", have smaller letters.

    The smaller line may reach over the blanks at the sides of its cell; what is longer still takes two lines.
    """
    look = page.styles["PlaceDate"]
    small = look.points - 1
    said = plain(words).strip()
    room = page.width + 2 * millimetres(_HEAD_MARGIN + _OVERHANG)
    fits = text_width(bind(said), look.points, look.face) <= page.width
    if fits or text_width(said, small, look.face) > room:
        return _centred("PlaceDate", (words,), page)
    size = (element("w:sz", {"w:val": 2 * small}), element("w:szCs", {"w:val": 2 * small}))
    sides = -_HEAD_MARGIN - _OVERHANG
    return (
        paragraph(
            "PlaceDate",
            (run(said, *size),),
            element("w:spacing", {"w:before": round(20 * page.styles["DocumentNumber"].before)}),
            element("w:ind", {"w:left": sides, "w:right": sides}),
        ),
    )


def title(block: Title, page: Page) -> Markup:
    """Return type and subject, the note that says what the document belongs to, and the line below the last of them."""
    noted = bool(block.note.strip())
    return join(
        (
            *_centred("Title", (block.kind,), page),
            *_centred(
                "Subtitle",
                (block.subject,),
                page,
                line=0 if noted else _PART,
                spacing=_NO_SPACE_AFTER if noted else NOTHING,
            ),
            *_centred("TitleNote", (block.note,), page, line=_PART),
        )
    )


def annex_title(block: AnnexTitle, page: Page) -> Markup:
    """Return label, title and note of an annex."""
    return join(
        (
            *_centred("AnnexLabel", (block.label,), page),
            *_centred("AnnexTitle", (block.title,), page),
            *_centred("AnnexNote", (block.note,), page),
        )
    )


def signature_block(block: SignatureBlock, page: Page) -> Markup:
    """Return recipients and signature side by side, in a row that no page break divides.

    Of a very long list of recipients, what reaches further down than the signature is a second row: with it the page is
    filled, and where it does not fit it goes on on the next.
    """
    left, right = _columns(page, _FOOT_COLUMNS, _FOOT_MARGIN)
    office = [words for words in (*block.authority, block.position) if words.strip()]
    # The room for the signature comes after the last line of the office, whether a name follows or not.
    signature = (
        *_centred("SignatoryAuthority", office[:-1], right),
        *_centred("SignatoryPosition", office[-1:], right),
        *_centred("SignatoryName", (block.name,), right),
    )
    lines = [line for line in block.recipients if line.strip()]
    heights = list(
        accumulate(
            (_height("Recipients", (line,), left) for line in lines),
            initial=_height("RecipientsLabel", (block.label,), left),
        )
    )
    beside = len(lines)
    if heights[-1] > _VERY_LONG * page.height:
        height = (
            _height("SignatoryAuthority", office[:-1], right)
            + _height("SignatoryPosition", office[-1:], right)
            + _height("SignatoryName", (block.name,), right)
        )
        beside = sum(reached < height for reached in heights)
    recipients = [text_paragraph("Recipients", line) for line in lines]
    label = [text_paragraph("RecipientsLabel", block.label)] if lines else []
    widths = _FOOT_COLUMNS
    rows = [_side_by_side(widths, [*label, *recipients[:beside]], signature, above=_FOOT_GAP)]
    if recipients[beside:]:
        rows.append(long_row(map(cell, widths, (recipients[beside:], ()))))
    return layout_table(widths, rows, indent=-_FOOT_MARGIN, margin=_FOOT_MARGIN)


def _height(style: str, lines: Iterable[str], page: Page) -> float:
    """Return how high paragraphs of *lines* stand, in millimetres."""
    look = page.styles[style]
    counts = [line_count(words, look.points, look.face, page.width) for words in lines if words.strip()]
    points = sum(count * look.points * _LINE_HEIGHT + look.before + look.after for count in counts)
    return millimetres(20 * points)


def _columns(page: Page, widths: tuple[int, int], margin: int) -> Iterator[Page]:
    return (evolve(page, width=millimetres(width - 2 * margin)) for width in widths)


def _side_by_side(
    widths: tuple[int, int], left: Iterable[Markup], right: Iterable[Markup], *, above: int = 0
) -> Markup:
    return row(cell(width, content, above=above) for width, content in zip(widths, (left, right)))


def _centred(
    style: str, lines: Iterable[str], page: Page, *, line: float = 0, spacing: Markup = NOTHING
) -> Iterator[Markup]:
    """Yield a paragraph for each of *lines* that says something.

    A text that needs several lines is given indents that make them even. Below the last paragraph stands a drawn *line*
    of so many times the length of the longest text.
    """
    look = page.styles[style]
    texts = [bind(words) for words in (plain(words).strip() for words in lines) if words]
    lengths = [text_width(words, look.points, look.face) for words in texts]
    for number, words in enumerate(texts, 1):
        properties = [spacing]
        if lengths[number - 1] > page.width:
            length = lengths[number - 1] = even_width(words, look.points, look.face, page.width)
            properties.append(_indented((page.width - length * _ROOM) / 2))
        if line and number == len(texts):
            drawn = drawn_line(line * max(lengths), next(page.numbers))
            yield paragraph(style, (run(words), drawn), *properties, SMALL)
        else:
            yield text_paragraph(style, words, *properties)


def _indented(sides: float) -> Markup:
    indent = max(0, twips(sides))
    return element("w:ind", {"w:left": indent, "w:right": indent})


def _mark(words: str, page: Page) -> Markup:
    """Return a boxed mark in the middle of its column."""
    look = page.styles["Mark"]
    words = plain(words).strip()
    colour, width = _BLACK, text_width(words, look.points, look.face) + _MARK_MARGIN
    if (urgent := fold(words)) in _URGENCY_WIDTHS:
        colour, width = _RED, _URGENCY_WIDTHS[urgent]
    border: dict[str, str | int] = {"w:val": "single", "w:sz": 8, "w:space": 3, "w:color": colour}
    return paragraph(
        "Mark",
        (run(words, element("w:color", {"w:val": colour})),),
        element(
            "w:pBdr", None, *(element(f"w:{side}", border) for side in ("top", "left", "bottom", "right"))
        ),
        _indented((page.width - width) / 2),
    )
