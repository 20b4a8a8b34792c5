"""The styles of an official document, from its standard: what a paragraph of each kind looks like.

Names that Word builds in are used where they exist, so that its outline, its navigation and other programs know them.
Distances that the standard does not give are those of the law's own sample (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4).
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from attrs import frozen

from cchc.document import DocumentStandard
from cchc.rendering._markup import NOTHING, Markup, element
from cchc.rendering.docx._measure import Face, twips

__all__ = ["LANGUAGE", "Style", "paragraph_styles", "style_sheet"]

LANGUAGE = "vi-VN"

Align = Literal["left", "center", "right", "both"]


@frozen(kw_only=True)
class Style:
    """A paragraph style.

    Attributes:
        key: its id in the file.
        name: its name in the program.
        points: size of the letters.
        bold: whether they are bold.
        italic: whether they are italic.
        align: alignment.
        before: space before, in points.
        after: space after, in points.
        indent: indent of the first line, in millimetres.
        exact: height of every line in points; ``None`` for single spacing.
        keep_with_next: whether it stays on the page of what follows.
        outline: level in the outline, from 0; ``None`` for none.
        following: key of the style of the next paragraph that is typed; empty for the same.
    """

    key: str
    name: str
    points: int
    bold: bool = False
    italic: bool = False
    align: Align = "center"
    before: float = 0
    after: float = 0
    indent: float = 0
    exact: float | None = None
    keep_with_next: bool = False
    outline: int | None = None
    following: str = ""

    @property
    def face(self) -> Face:
        """The typeface whose widths count; nothing bold and italic is ever measured."""
        return "bold" if self.bold else "italic" if self.italic else "regular"


@functools.lru_cache(maxsize=8)
def paragraph_styles(standard: DocumentStandard) -> Mapping[str, Style]:
    """Return the paragraph styles of *standard* by key."""
    size = standard.size

    def text(key: str, name: str, *, bold: bool = False, italic: bool = False) -> Style:
        return Style(
            key=key,
            name=name,
            points=size.text,
            bold=bold,
            italic=italic,
            align="both",
            before=standard.gap,
            indent=standard.indent,
        )

    def heading(level: int) -> Style:
        return Style(
            key=f"Heading{level}",
            name=f"heading {level}",
            points=size.text,
            bold=True,
            # Capitals of which one word has no room on the line would be drawn far apart.
            align="left",
            before=standard.gap,
            indent=standard.indent,
            keep_with_next=True,
            outline=level - 1,
            following="BodyText",
        )

    styles = (
        Style(key="Normal", name="Normal", points=size.text, align="left"),
        # The letterhead.
        Style(key="SuperiorBody", name="Superior Body", points=size.body_name),
        Style(key="IssuingBody", name="Issuing Body", points=size.body_name, bold=True),
        Style(key="Country", name="Country", points=size.country, bold=True),
        Style(key="Motto", name="Motto", points=size.motto, bold=True),
        # Two columns of different sizes, one line: half the difference of their ascents is made up for here.
        Style(key="DocumentNumber", name="Document Number", points=size.number, before=7),
        Style(
            key="PlaceDate",
            name="Place And Date",
            points=size.place_date,
            italic=True,
            before=6,
            after=34,
        ),
        Style(key="Mark", name="Mark", points=size.mark, bold=True, before=10, after=4),
        # The title.
        Style(
            key="Title",
            name="Title",
            points=size.title,
            bold=True,
            keep_with_next=True,
            following="Subtitle",
        ),
        Style(
            key="Subtitle",
            name="Subtitle",
            points=size.title,
            bold=True,
            after=14,
            keep_with_next=True,
            following="BodyText",
        ),
        Style(
            key="TitleNote", name="Title Note", points=size.text, italic=True, after=14, following="BodyText"
        ),
        # The text.
        heading(1),
        heading(2),
        heading(3),
        text("BodyText", "Body Text"),
        text("LegalBasis", "Legal Basis", italic=standard.basis_italic),
        text("Article", "Article"),
        Style(
            key="Authority",
            name="Authority",
            points=size.text,
            bold=True,
            before=standard.gap,
            keep_with_next=True,
        ),
        # Tables.
        Style(key="TableHeading", name="Table Heading", points=size.table, bold=True, keep_with_next=True),
        Style(key="TableText", name="Table Text", points=size.table, align="left"),
        # The least that the format allows where it wants a paragraph and the document has none.
        Style(key="TableEnd", name="Table End", points=1, align="left", exact=1),
        # Charts.
        Style(key="Chart", name="Chart", points=size.table, before=standard.gap, keep_with_next=True),
        Style(key="Caption", name="caption", points=size.table, bold=True, before=3, after=standard.gap),
        # The signature block.
        Style(
            key="RecipientsLabel",
            name="Recipients Label",
            points=size.recipients_label,
            bold=True,
            italic=True,
            align="left",
        ),
        Style(key="Recipients", name="Recipients", points=size.recipients, align="left"),
        Style(key="SignatoryAuthority", name="Signatory Authority", points=size.signature, bold=True),
        Style(key="SignatoryPosition", name="Signatory Position", points=size.signature, bold=True, after=53),
        Style(key="SignatoryName", name="Signatory Name", points=size.signature, bold=True),
        # Annexes.
        Style(
            key="AnnexLabel",
            name="Annex Label",
            points=size.title,
            bold=True,
            keep_with_next=True,
            outline=0,
            following="AnnexTitle",
        ),
        Style(key="AnnexTitle", name="Annex Title", points=size.title, bold=True, keep_with_next=True),
        Style(key="AnnexNote", name="Annex Note", points=size.text, italic=True, after=6),
        # The number of the page.
        Style(key="Header", name="header", points=size.page_number),
        Style(key="Footer", name="footer", points=size.page_number, align="right"),
    )
    return MappingProxyType({style.key: style for style in styles})


def style_sheet(standard: DocumentStandard) -> Markup:
    """Return the root element of the part with all styles."""
    fonts = {f"w:{slot}": standard.font for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
    defaults = element(
        "w:docDefaults",
        None,
        element(
            "w:rPrDefault",
            None,
            element(
                "w:rPr",
                None,
                element("w:rFonts", fonts),
                element("w:color", {"w:val": "000000"}),
                element("w:sz", {"w:val": 2 * standard.size.text}),
                element("w:szCs", {"w:val": 2 * standard.size.text}),
                element("w:lang", {"w:val": LANGUAGE, "w:eastAsia": LANGUAGE}),
            ),
        ),
        element(
            "w:pPrDefault",
            None,
            element(
                "w:pPr",
                None,
                element("w:widowControl"),
                element("w:spacing", {"w:before": 0, "w:after": 0, "w:line": 240, "w:lineRule": "auto"}),
            ),
        ),
    )
    return element(
        "w:styles",
        {"xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
        defaults,
        *map(_paragraph_style, paragraph_styles(standard).values()),
        _TABLE_NORMAL,
        _TABLE_GRID,
    )


def _paragraph_style(style: Style) -> Markup:
    normal = style.key == "Normal"
    attributes = {"w:type": "paragraph", "w:styleId": style.key}
    if normal:
        attributes["w:default"] = "1"
    elif style.name not in _BUILT_IN:
        attributes["w:customStyle"] = "1"
    return element(
        "w:style",
        attributes,
        element("w:name", {"w:val": style.name}),
        NOTHING if normal else element("w:basedOn", {"w:val": "Normal"}),
        element("w:next", {"w:val": style.following}) if style.following else NOTHING,
        element("w:qFormat"),
        _paragraph_properties(style),
        _run_properties(style),
    )


# What Word ships under these names; the rest is ours.
_BUILT_IN = frozenset(
    (
        "Normal",
        "Title",
        "Subtitle",
        "heading 1",
        "heading 2",
        "heading 3",
        "Body Text",
        "header",
        "footer",
        "caption",
    )
)


def _paragraph_properties(style: Style) -> Markup:
    spacing: dict[str, str | int] = {
        key: round(20 * points)
        for key, points in (("w:before", style.before), ("w:after", style.after))
        if points
    }
    if style.exact is not None:
        spacing |= {"w:line": round(20 * style.exact), "w:lineRule": "exact"}
    return element(
        "w:pPr",
        None,
        element("w:keepNext") if style.keep_with_next else NOTHING,
        element("w:spacing", spacing) if spacing else NOTHING,
        element("w:ind", {"w:firstLine": twips(style.indent)}) if style.indent else NOTHING,
        element("w:jc", {"w:val": style.align}),
        NOTHING if style.outline is None else element("w:outlineLvl", {"w:val": style.outline}),
    )


def _run_properties(style: Style) -> Markup:
    return element(
        "w:rPr",
        None,
        *((element("w:b"), element("w:bCs")) if style.bold else ()),
        *((element("w:i"), element("w:iCs")) if style.italic else ()),
        element("w:sz", {"w:val": 2 * style.points}),
        element("w:szCs", {"w:val": 2 * style.points}),
    )


def _cell_margins(sides: int, ends: int) -> Markup:
    widths = {"top": ends, "left": sides, "bottom": ends, "right": sides}
    return element(
        "w:tblCellMar",
        None,
        *(element(f"w:{side}", {"w:w": width, "w:type": "dxa"}) for side, width in widths.items()),
    )


_TABLE_NORMAL = element(
    "w:style",
    {"w:type": "table", "w:default": "1", "w:styleId": "TableNormal"},
    element("w:name", {"w:val": "Normal Table"}),
    element("w:uiPriority", {"w:val": 99}),
    element("w:semiHidden"),
    element("w:unhideWhenUsed"),
    element("w:tblPr", None, element("w:tblInd", {"w:w": 0, "w:type": "dxa"}), _cell_margins(108, 0)),
)
_TABLE_GRID = element(
    "w:style",
    {"w:type": "table", "w:styleId": "TableGrid"},
    element("w:name", {"w:val": "Table Grid"}),
    element("w:basedOn", {"w:val": "TableNormal"}),
    element(
        "w:tblPr",
        None,
        element(
            "w:tblBorders",
            None,
            *(
                element(f"w:{side}", {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "000000"})
                for side in ("top", "left", "bottom", "right", "insideH", "insideV")
            ),
        ),
        _cell_margins(85, 40),
    ),
)
