"""The theme that programs expect in every document: black on white, one typeface, no effects. No style refers to it."""

from __future__ import annotations

from cchc.rendering._markup import Markup, element

__all__ = ["theme"]

_BLACK, _WHITE = (element("a:srgbClr", {"val": value}) for value in ("000000", "FFFFFF"))
_FILL = element("a:solidFill", None, element("a:schemeClr", {"val": "phClr"}))
_COLOURS = (
    *(("dk1", _BLACK), ("lt1", _WHITE), ("dk2", _BLACK), ("lt2", _WHITE)),
    *((f"accent{number}", _BLACK) for number in range(1, 7)),
    *(("hlink", _BLACK), ("folHlink", _BLACK)),
)
# The format wants three of each, for subtle, moderate and intense.
_FORMATS = (
    ("a:fillStyleLst", _FILL),
    ("a:lnStyleLst", element("a:ln", {"w": 6350}, _FILL)),
    ("a:effectStyleLst", element("a:effectStyle", None, element("a:effectLst"))),
    ("a:bgFillStyleLst", _FILL),
)


def theme(font: str) -> Markup:
    """Return the root element of the part with the theme."""
    faces = (
        element("a:latin", {"typeface": font}),
        element("a:ea", {"typeface": font}),
        element("a:cs", {"typeface": font}),
    )
    fonts = (element(f"a:{use}Font", None, *faces) for use in ("major", "minor"))
    colours = (element(f"a:{name}", None, colour) for name, colour in _COLOURS)
    formats = (element(name, None, one, one, one) for name, one in _FORMATS)
    named = {"name": "Office"}
    return element(
        "a:theme",
        {"xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main", **named},
        element(
            "a:themeElements",
            None,
            element("a:clrScheme", named, *colours),
            element("a:fontScheme", named, *fonts),
            element("a:fmtScheme", named, *formats),
        ),
    )
