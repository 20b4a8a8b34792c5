"""The drawn line below a name or a title."""

from __future__ import annotations

from cchc.rendering._markup import Markup, element, join

__all__ = ["SMALL", "drawn_line"]

_EMU_PER_MM = 36_000
# Millimetres from the bottom of the text to the line, as in the law's own sample.
_DROP = 2.9
_HALF_A_POINT = 6350
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DECORATION = "http://schemas.microsoft.com/office/drawing/2017/decorative"


def drawn_line(length: float, number: int) -> Markup:
    """Return the runs that end a centred paragraph with a line, *length* millimetres long.

    The line is a shape that stands in the text like a letter, on a line of text of its own: so it stays below what it
    belongs to in every program, however many lines of text that takes. A border would be as wide as its paragraph, and
    a row of underscores would be read aloud. The *number* is unique among the drawings of a document.
    """
    size = {"cx": round(length * _EMU_PER_MM), "cy": round(_DROP * _EMU_PER_MM)}
    shape = element(
        "wps:wsp",
        None,
        element("wps:cNvSpPr"),
        element(
            "wps:spPr",
            None,
            element("a:xfrm", None, element("a:off", {"x": 0, "y": 0}), element("a:ext", size)),
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
            element("wp:extent", size),
            element("wp:docPr", {"id": number, "name": f"Line {number}"}, _DECORATIVE),
            element("wp:cNvGraphicFramePr"),
            element("a:graphic", None, element("a:graphicData", {"uri": _SHAPE}, shape)),
        ),
    )
    chosen = element("mc:AlternateContent", None, element("mc:Choice", {"Requires": "wps"}, drawing))
    # LibreOffice draws the line one line of text too high when the break and the shape share a run.
    return join((_BREAK, element("w:r", None, SMALL, chosen)))


# The height of the shape alone makes the height of its line of text: letters there would be as small as can be.
SMALL = element("w:rPr", None, element("w:sz", {"w:val": 2}), element("w:szCs", {"w:val": 2}))
_BREAK = element("w:r", None, SMALL, element("w:br"))

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
            element("a:moveTo", None, element("a:pt", {"x": 0, "y": 1})),
            element("a:lnTo", None, element("a:pt", {"x": 1, "y": 1})),
        ),
    ),
)
_STROKE = element(
    "a:ln",
    {"w": _HALF_A_POINT},
    element("a:solidFill", None, element("a:srgbClr", {"val": "000000"})),
)
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
