"""What stands in the middle of its column and alone: letterhead, titles, signature block, and the lines below names.

Lengths that the standard does not give are those of the law's own sample (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from cchc.document import AnnexTitle, Letterhead, SignatureBlock, Title
from cchc.rendering._markup import NOTHING, Markup, element, join
from cchc.rendering._typography import NO_BREAK, bind
from cchc.rendering.docx._measure import even_width, millimetres, text_width, twips
from cchc.rendering.docx._styles import RULE_POINTS, Style
from cchc.rendering.docx._wml import cell, layout_table, paragraph, row, run
from cchc.text import clean, fold

__all__ = ["Page", "annex_title", "letterhead", "signature_block", "title"]

# Twips: columns of the letterhead and of the signature block, blanks at the sides of a cell. The letterhead begins 5 mm
# left of the text, as in the sample; the recipients begin at the margin.
_HEAD_COLUMNS, _HEAD_MARGIN, _HEAD_INDENT = (3829, 5670), 85, -284
_FOOT_COLUMNS, _FOOT_MARGIN, _FOOT_GAP = (2994, 6290), 108, 550

# NĐ 30/2020/NĐ-CP, Phụ lục I: a line below a name or title is a third to a half as long as the text.
_RULE_SHARE = 0.4
# From the bottom of the text to the line.
_RULE_DROP = 2.9
_EMU_PER_MM = 36_000

# Degrees of urgency are vivid red, in boxes of a fixed width in millimetres (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II, 10.b);
# the box of any other mark is so much wider than its text.
_URGENCY_WIDTHS = {fold("HỎA TỐC"): 30, fold("THƯỢNG KHẨN"): 40, fold("KHẨN"): 20}
_MARK_MARGIN = 6
_RED, _BLACK = "FF0000", "000000"
_NO_SPACE_AFTER = element("w:spacing", {"w:after": 0})

# A face that is a little wider than Times New Roman must not break lines that were made even.
_ROOM = 1.02


@frozen(kw_only=True)
class Page:
    """Where a block is written: the styles, the width of the text in millimetres, numbers for drawings."""

    styles: Mapping[str, Style]
    width: float
    numbers: Iterator[int]


def letterhead(block: Letterhead, page: Page) -> Markup:
    """Return the head of page 1: names and number at the left, motto, place and date at the right.

    Number, place and date are a row of their own, so that they share a line however many lines the names take.
    """
    left, right = (_inner(width, _HEAD_MARGIN) for width in _HEAD_COLUMNS)
    names = (
        *_centred_lines("SuperiorBody", block.superior, left, page),
        *_centred_lines("IssuingBody", block.issuer, left, page, rule=_RULE_SHARE),
    )
    country = (
        *_centred_lines("Country", (block.country,), right, page),
        *_centred_lines("Motto", (block.motto,), right, page, rule=1),
    )
    number = block.number.replace(" ", NO_BREAK)
    return layout_table(
        _HEAD_COLUMNS,
        (
            _side_by_side(_HEAD_COLUMNS, names, country),
            _side_by_side(
                _HEAD_COLUMNS,
                (
                    *_centred_lines("DocumentNumber", (number,), left, page),
                    *(_mark(mark, left, page) for mark in block.marks),
                ),
                _centred_lines("PlaceDate", (block.place_date,), right, page),
            ),
        ),
        indent=_HEAD_INDENT,
        margin=_HEAD_MARGIN,
    )


def title(block: Title, page: Page) -> Markup:
    """Return type and subject, the line that says what the document belongs to, and the drawn line below."""
    if block.note.strip():
        subject = _centred_lines("Subtitle", (block.subject,), page.width, page, properties=_NO_SPACE_AFTER)
    else:
        subject = _centred_lines("Subtitle", (block.subject,), page.width, page, rule=_RULE_SHARE)
    return join(
        (
            *_centred_lines("Title", (block.kind,), page.width, page),
            *subject,
            *_centred_lines("TitleNote", (block.note,), page.width, page, rule=_RULE_SHARE),
        )
    )


def annex_title(block: AnnexTitle, page: Page) -> Markup:
    """Return label, title and note of an annex."""
    return join(
        (
            *_centred_lines("AnnexLabel", (block.label,), page.width, page),
            *_centred_lines("AnnexTitle", (block.title,), page.width, page),
            *_centred_lines("AnnexNote", (block.note,), page.width, page),
        )
    )


def signature_block(block: SignatureBlock, page: Page) -> Markup:
    """Return recipients and signature side by side, in one row that no page break divides."""
    width = _inner(_FOOT_COLUMNS[1], _FOOT_MARGIN)
    office = [words for words in (*block.authority, block.position) if words.strip()]
    signature = (
        *_centred_lines("SignatoryAuthority", office[:-1], width, page),
        *_centred_lines("SignatoryPosition", office[-1:], width, page),
        *_centred_lines("SignatoryName", (block.name,), width, page),
    )
    recipients = (
        (
            paragraph("RecipientsLabel", (run(block.label),)),
            *(paragraph("Recipients", (run(line),)) for line in block.recipients),
        )
        if block.recipients
        else ()
    )
    return layout_table(
        _FOOT_COLUMNS,
        (_side_by_side(_FOOT_COLUMNS, recipients, signature),),
        indent=-_FOOT_MARGIN,
        margin=_FOOT_MARGIN,
        above=_FOOT_GAP,
    )


def _inner(column: int, margin: int) -> float:
    return millimetres(column - 2 * margin)


def _side_by_side(columns: tuple[int, int], left: Iterable[Markup], right: Iterable[Markup]) -> Markup:
    return row(cell(width, content) for width, content in zip(columns, (left, right)))


def _centred_lines(
    style: str,
    lines: Iterable[str],
    available: float,
    page: Page,
    *,
    rule: float = 0,
    properties: Markup = NOTHING,
) -> Iterator[Markup]:
    """Yield a paragraph for each of *lines* that says something; the last one has a line below.

    A text that needs several lines is given indents that make them even. The drawn line is *rule* times as long as the
    longest line of text.
    """
    look = page.styles[style]
    texts = [words for words in (clean(line).text.strip() for line in lines) if words]
    lengths = [even_width(bind(words), look.points, look.face, available) for words in texts]
    for number, (words, length) in enumerate(zip(texts, lengths), 1):
        own, content = [properties], [run(words)]
        if text_width(words, look.points, look.face) > available:
            side = max(0, twips((available - length * _ROOM) / 2))
            own.append(element("w:ind", {"w:left": side, "w:right": side}))
        if rule and number == len(texts):
            size = (
                element("w:sz", {"w:val": 2 * RULE_POINTS}),
                element("w:szCs", {"w:val": 2 * RULE_POINTS}),
            )
            own.append(element("w:rPr", None, *size))
            line = _line(rule * max(lengths), next(page.numbers))
            small = element("w:rPr", None, *size)
            content += (element("w:r", None, small, element("w:br")), element("w:r", None, small, line))
        yield paragraph(style, content, *own)


def _line(length: float, number: int) -> Markup:
    """Return a drawn line, *length* millimetres long, that stands in the text like a letter.

    In the text it stays where it belongs in every program, whatever is typed above it; a border would be as wide as its
    paragraph, and a row of underscores would be read aloud.
    """
    width, height = round(length * _EMU_PER_MM), round(_RULE_DROP * _EMU_PER_MM)
    shape = element(
        "wps:wsp",
        None,
        element("wps:cNvSpPr"),
        element(
            "wps:spPr",
            None,
            element(
                "a:xfrm",
                None,
                element("a:off", {"x": 0, "y": 0}),
                element("a:ext", {"cx": width, "cy": height}),
            ),
            _LOWER_EDGE,
            element("a:noFill"),
            _STROKE,
        ),
        element("wps:bodyPr"),
    )
    drawing = element(
        "w:drawing",
        None,
        element(
            "wp:inline",
            {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
            element("wp:extent", {"cx": width, "cy": height}),
            element("wp:docPr", {"id": number, "name": f"Line {number}"}, _DECORATIVE),
            element("wp:cNvGraphicFramePr"),
            element("a:graphic", None, element("a:graphicData", {"uri": _SHAPE}, shape)),
        ),
    )
    return element("mc:AlternateContent", None, element("mc:Choice", {"Requires": "wps"}, drawing))


def _point(x: int, y: int) -> Markup:
    return element("a:pt", {"x": x, "y": y})


# Only the lower edge of the shape is drawn; its height is what keeps the line away from the text.
_LOWER_EDGE = element(
    "a:custGeom",
    None,
    element("a:avLst"),
    element("a:gdLst"),
    element("a:ahLst"),
    element("a:cxnLst"),
    element("a:rect", {"l": 0, "t": 0, "r": "r", "b": "b"}),
    element(
        "a:pathLst",
        None,
        element(
            "a:path",
            {"w": 1, "h": 1, "fill": "none"},
            element("a:moveTo", None, _point(0, 1)),
            element("a:lnTo", None, _point(1, 1)),
        ),
    ),
)
_STROKE = element(
    "a:ln",
    {"w": 6350},
    element("a:solidFill", None, element("a:srgbClr", {"val": "000000"})),
)
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DECORATION = "http://schemas.microsoft.com/office/drawing/2017/decorative"
# Tells programs that read aloud to pass over it.
_DECORATIVE = element(
    "a:extLst",
    None,
    element(
        "a:ext",
        {"uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"},
        element("adec:decorative", {"xmlns:adec": _DECORATION, "val": 1}),
    ),
)


def _mark(words: str, available: float, page: Page) -> Markup:
    """Return a boxed mark in the middle of its column."""
    look = page.styles["Mark"]
    words = clean(words).text.strip()
    colour, width = _BLACK, text_width(words, look.points, look.face) + _MARK_MARGIN
    if (urgent := fold(words)) in _URGENCY_WIDTHS:
        colour, width = _RED, _URGENCY_WIDTHS[urgent]
    indent = max(0, twips((available - width) / 2))
    border: dict[str, str | int] = {"w:val": "single", "w:sz": 8, "w:space": 3, "w:color": colour}
    return paragraph(
        "Mark",
        (run(words, element("w:color", {"w:val": colour})),),
        element(
            "w:pBdr", None, *(element(f"w:{side}", border) for side in ("top", "left", "bottom", "right"))
        ),
        element("w:ind", {"w:left": indent, "w:right": indent}),
    )
