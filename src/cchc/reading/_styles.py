"""What the styles of a Word file say of its paragraphs and runs, and how properties are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from cchc.reading._numbering import VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element

T = TypeVar("T")

_OFF = frozenset(("0", "false", "off", "none"))
_BODY_LEVEL = 9
_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)


@frozen
class Style:
    """What a style says of the paragraphs and runs that have it; ``None`` where it says nothing."""

    name: str = ""
    outline: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    list: tuple[str, int | None] | None = None
    borders: bool | None = None


def value_of(properties: _Element | None, name: str) -> str | None:
    one = properties.find(W + name) if properties is not None else None
    return None if one is None else one.get(VAL)


def switch(properties: _Element | None, name: str) -> bool | None:
    one = properties.find(W + name) if properties is not None else None
    return None if one is None else one.get(VAL) not in _OFF


def is_on(properties: _Element | None, name: str) -> bool:
    return bool(switch(properties, name))


def first_said(*values: T | None) -> T | None:
    return next((value for value in values if value is not None), None)


def whole_number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 4 else default


def font_of(properties: _Element) -> str | None:
    fonts = properties.find(f"{W}rFonts")
    return None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")


def outline_of(properties: _Element | None, style: Style) -> int | None:
    said = value_of(properties, "outlineLvl")
    level = int(said) if said is not None and said.isdecimal() else style.outline
    return level + 1 if level is not None and level < _BODY_LEVEL else None


def any_line(borders: _Element) -> bool:
    return any(edge.get(VAL) not in ("nil", "none", None) for edge in borders)


PLAIN = Style()


def read_styles(root: _Element | None) -> dict[str, Style]:
    """Return the styles by their ids, each with what it inherits; under the empty id what holds without a style."""
    found: dict[str, _Element] = {}
    default = ""
    for one in root.iterchildren(f"{W}style") if root is not None else ():
        key = one.get(f"{W}styleId", "")
        found[key] = one
        if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") not in (None, *_OFF):
            default = key
    made: dict[str, Style] = {}
    base = PLAIN
    if root is not None and (properties := root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")) is not None:
        base = Style(bold=switch(properties, "b"), font=font_of(properties))

    def style(key: str, seen: frozenset[str]) -> Style:
        if key in made:
            return made[key]
        one = found.get(key)
        if one is None or key in seen or len(seen) > 50:
            return base
        above = style(value_of(one, "basedOn") or "", seen | {key})
        name = value_of(one, "name") or ""
        paragraph, run = one.find(f"{W}pPr"), one.find(f"{W}rPr")
        numbers = paragraph.find(f"{W}numPr") if paragraph is not None else None
        named = _HEADING_NAME.fullmatch(name)
        outline = value_of(paragraph, "outlineLvl")
        level = int(outline) if outline is not None and outline.isdecimal() else None
        own_list = None
        if numbers is not None:
            depth = value_of(numbers, "ilvl")
            own_list = (
                value_of(numbers, "numId") or (above.list or ("", None))[0],
                int(depth) if depth is not None and depth.isdecimal() else None,
            )
        borders = one.find(f"{W}tblPr/{W}tblBorders")
        made[key] = Style(
            name=name,
            outline=first_said(level, int(named[1]) - 1 if named else None, above.outline),
            bold=first_said(switch(run, "b"), above.bold),
            hidden=first_said(switch(run, "vanish"), above.hidden),
            font=first_said(font_of(run) if run is not None else None, above.font),
            list=own_list or above.list,
            borders=any_line(borders) if borders is not None else above.borders,
        )
        return made[key]

    for key in found:
        style(key, frozenset())
    made[""] = made.get(default, base)
    return made
