"""The parts that are the same for all documents of one standard, and what a document says of itself."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from cchc.document import DocumentStandard, Properties
from cchc.rendering._markup import NOTHING, Markup, element, text, xml_file
from cchc.rendering.docx._package import Part, deflated
from cchc.rendering.docx._styles import LANGUAGE, style_sheet
from cchc.rendering.docx._theme import theme
from cchc.rendering.docx._wml import paragraph

__all__ = [
    "NAMESPACES",
    "PAGE_NUMBER_ID",
    "chart_id",
    "chart_relationships",
    "core_properties",
    "fixed_parts",
]

# The relationship by which sections find the part with the page number.
PAGE_NUMBER_ID = "rId5"
# What the text is joined with before that.
_TARGETS = (
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("theme", "theme.xml"),
)

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DRAWING = "application/vnd.openxmlformats-officedocument.drawingml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

NAMESPACES = {
    "xmlns:w": _W,
    "xmlns:r": f"{_OFFICE}/relationships",
    "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}


def chart_id(number: int) -> str:
    """Return the relationship by which the text finds the chart with this number, from 1."""
    return f"rId{len(_TARGETS) + 1 + number}"


def chart_relationships(number: int) -> Markup:
    """Return the root element of the part by which a chart finds the workbook of its figures, ``rId1``."""
    return _relationships(("package", f"../embeddings/chart{number}.xlsx"))


@functools.lru_cache(maxsize=16)
def fixed_parts(standard: DocumentStandard, charts: int) -> tuple[Part, ...]:
    """Return the parts that depend on the standard and the number of charts alone, compressed once."""
    place = "header" if standard.page_number == "top-center" else "footer"
    drawn = range(1, charts + 1)
    roots = {
        "[Content_Types].xml": _content_types(place, drawn),
        "_rels/.rels": _relationships(
            ("officeDocument", "word/document.xml"),
            ("extended-properties", "docProps/app.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/app.xml": element(
            "Properties",
            {"xmlns": f"{_OFFICE}/extended-properties"},
            element("Application", None, text("cchc")),
        ),
        "word/_rels/document.xml.rels": _relationships(
            *_TARGETS,
            (place, f"{place}.xml"),
            *(("chart", f"charts/chart{number}.xml") for number in drawn),
        ),
        f"word/{place}.xml": _page_number(place),
        "word/fontTable.xml": _font_table(standard.font),
        "word/settings.xml": _SETTINGS,
        "word/styles.xml": style_sheet(standard),
        "word/theme.xml": theme(standard.font),
    }
    return tuple(deflated(name, xml_file(root)) for name, root in roots.items())


def _content_types(place: str, charts: Iterable[int]) -> Markup:
    types = {
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
        f"/word/{place}.xml": f"{_WORD}.{place}+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/theme.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    types |= {f"/word/charts/chart{number}.xml": f"{_DRAWING}.chart+xml" for number in charts}
    types |= {f"/word/embeddings/chart{number}.xlsx": _WORKBOOK for number in charts}
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    return element(
        "Types",
        {"xmlns": f"{_PACKAGE}/content-types"},
        element("Default", {"Extension": "rels", "ContentType": relationships}),
        element("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        *(element("Override", {"PartName": name, "ContentType": kind}) for name, kind in types.items()),
    )


def _relationships(*targets: tuple[str, str]) -> Markup:
    return element(
        "Relationships",
        {"xmlns": f"{_PACKAGE}/relationships"},
        *(
            element(
                "Relationship",
                {
                    "Id": f"rId{number}",
                    "Type": kind if "/" in kind else f"{_OFFICE}/relationships/{kind}",
                    "Target": target,
                },
            )
            for number, (kind, target) in enumerate(targets, 1)
        ),
    )


def _page_number(place: str) -> Markup:
    def mark(kind: str) -> Markup:
        return element("w:r", None, element("w:fldChar", {"w:fldCharType": kind}))

    # The cached "2" is what programs show that do not compute fields; on page 1 there is no number.
    field = (
        mark("begin"),
        element("w:r", None, element("w:instrText", {"xml:space": "preserve"}, text(" PAGE "))),
        mark("separate"),
        element("w:r", None, element("w:t", None, text("2"))),
        mark("end"),
    )
    root = {"header": "w:hdr", "footer": "w:ftr"}[place]
    return element(root, {"xmlns:w": _W}, paragraph(place.capitalize(), field))


def _font_table(font: str) -> Markup:
    return element(
        "w:fonts",
        {"xmlns:w": _W},
        element(
            "w:font",
            {"w:name": font},
            # A3: the Vietnamese character set.
            element("w:charset", {"w:val": "A3"}),
            element("w:family", {"w:val": "roman"}),
            element("w:pitch", {"w:val": "variable"}),
        ),
    )


_SETTINGS = element(
    "w:settings",
    {"xmlns:w": _W},
    element("w:zoom", {"w:percent": 100}),
    element("w:defaultTabStop", {"w:val": 567}),
    element("w:characterSpacingControl", {"w:val": "doNotCompress"}),
    element(
        "w:compat",
        None,
        # The last line before a break within a justified paragraph is not stretched.
        element("w:doNotExpandShiftReturn"),
        # 15: as Word 2013 and later lay out, without "compatibility mode" in the title bar.
        element(
            "w:compatSetting",
            {
                "w:name": "compatibilityMode",
                "w:uri": "http://schemas.microsoft.com/office/word",
                "w:val": 15,
            },
        ),
    ),
    element("w:themeFontLang", {"w:val": LANGUAGE, "w:eastAsia": LANGUAGE}),
    element("w:decimalSymbol", {"w:val": ","}),
    element("w:listSeparator", {"w:val": ";"}),
)


def core_properties(properties: Properties) -> Markup:
    """Return the root element of the part by which programs list and search documents.

    A document without a date says nothing of when it was created: the day on which the file is written is no fact of it.
    """
    stated = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.creator,
        "cp:keywords": "; ".join(properties.keywords),
        "dc:identifier": properties.identifier,
        "dc:language": properties.language,
    }
    day = properties.date
    moments = () if day is None else ("dcterms:created", "dcterms:modified")
    return element(
        "cp:coreProperties",
        {
            "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        },
        *(element(name, None, text(words)) if words else NOTHING for name, words in stated.items()),
        *(element(name, {"xsi:type": "dcterms:W3CDTF"}, text(f"{day}T00:00:00Z")) for name in moments),
    )
