"""What the styles of a Word file say of its paragraphs and runs, and how properties are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from attrs import define, field, frozen

from cchc.reading._numbering import VAL, W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


def parts_of(one: _Element | None) -> Mapping[str, _Element]:
    """Return what stands in *one* by its tags, the first of each: a walk costs less than one question to the element."""
    return {} if one is None else {part.tag: part for part in one.iterchildren(reversed=True)}


def value_of(properties: Mapping[str, _Element], name: str) -> str | None:
    one = properties.get(W + name)
    return None if one is None else one.get(VAL)


def switch(properties: Mapping[str, _Element], name: str) -> bool | None:
    one = properties.get(W + name)
    return None if one is None else one.get(VAL) not in _OFF


def is_on(properties: Mapping[str, _Element], name: str) -> bool:
    return bool(switch(properties, name))


def first_said(*values: T | None) -> T | None:
    return next((value for value in values if value is not None), None)


def whole_number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() and len(text) < 4 else None


def font_of(properties: Mapping[str, _Element]) -> str | None:
    fonts = properties.get(f"{W}rFonts")
    return None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")


def outline_of(properties: Mapping[str, _Element], style: Style) -> int | None:
    level = first_said(whole_number(value_of(properties, "outlineLvl")), style.outline)
    return level + 1 if level is not None and level < _BODY_LEVEL else None


def any_line(borders: _Element) -> bool:
    return any(edge.get(VAL) not in ("nil", "none", None) for edge in borders)


PLAIN = Style()

_NAMES_STYLE = tuple(f"{W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink"))
_STYLE_ID = re.compile(rb'\bw:styleId="([^"&]*)"')
_BASED_ON = re.compile(rb'<w:basedOn w:val="([^"&]*)"')
_ENCODED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["'](?!utf-8["'])""", re.IGNORECASE)


def _is_plain(style: bytes) -> bool:
    """Whether one style and nothing else stands in *style*, and what it is based on where it can be seen."""
    whole = style.count(b"</w:style>") == 1 and style.rstrip().endswith(b"</w:style>")
    return whole and style.count(b"basedOn") == len(_BASED_ON.findall(style))


def used_styles(data: bytes, parts: Iterable[_Element | None]) -> bytes:
    """Return the part of the styles with those alone that the paragraphs, runs and tables of *parts* have, and their bases.

    Defaults stay as well, and everything where the part is not written as programs write it.
    """
    head, *styles = data.split(b"<w:style ")
    if not styles or b"<!" in data:
        return data
    last, closing, end = styles[-1].rpartition(b"</w:style>")
    styles[-1] = last + closing
    if not all(map(_is_plain, styles)) or _ENCODED.match(data):
        return data
    named: dict[bytes, list[int]] = {}
    kept: set[int] = set()
    wanted: list[bytes] = []
    for place, one in enumerate(styles):
        opening = one[: one.find(b">")]
        said = _STYLE_ID.search(opening)
        if said is None:
            kept.add(place)
            wanted += _BASED_ON.findall(one)
            continue
        named.setdefault(said[1], []).append(place)
        if b"default=" in opening:
            wanted.append(said[1])
    for part in parts:
        wanted += [one.get(VAL, "").encode() for one in part.iter(*_NAMES_STYLE)] if part is not None else []
    while wanted:
        for place in named.pop(wanted.pop(), ()):
            kept.add(place)
            wanted += _BASED_ON.findall(styles[place])
    return b"<w:style ".join((head, *(styles[place] for place in sorted(kept)))) + end


@define
class StyleSheet:
    """The styles of one file, each worked out when it is first asked for: files bring hundreds and use ten."""

    _elements: dict[str, _Element]
    _default: str
    _base: Style
    _made: dict[str, Style] = field(factory=dict)

    @classmethod
    def of(cls, root: _Element | None) -> StyleSheet:
        """Return the styles that the part *root* defines; none for ``None``."""
        elements: dict[str, _Element] = {}
        default = ""
        for one in root.iterchildren(f"{W}style") if root is not None else ():
            key = one.get(f"{W}styleId", "")
            elements[key] = one
            if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") not in (None, *_OFF):
                default = key
        properties = parts_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None)
        base = Style(bold=switch(properties, "b"), font=font_of(properties))
        return cls(elements, default, base)

    def paragraph(self, key: str) -> Style:
        """Return a style of paragraphs; what holds without one, where there is none of that id."""
        return self._style(key if key in self._elements else self._default, self._base)

    def other(self, key: str) -> Style:
        """Return a style of runs or tables, which says only what it changes."""
        return self._style(key, PLAIN)

    def _style(self, key: str, base: Style) -> Style:
        if (made := self._made.get(key)) is not None:
            return made
        # From the style to one that is known, or that all are based on; a circle ends where it closes.
        chain: dict[str, _Element] = {}
        at = key
        while at in self._elements and at not in chain and at not in self._made:
            chain[at] = self._elements[at]
            at = value_of(parts_of(chain[at]), "basedOn") or ""
        made = self._made.get(at, base)
        for name, one in reversed(chain.items()):
            self._made[name] = made = _changed(made, one)
        return made


def _changed(above: Style, one: _Element) -> Style:
    """Return *above* with what a style changes of it."""
    parts = parts_of(one)
    name = value_of(parts, "name") or ""
    paragraph, run = parts_of(parts.get(f"{W}pPr")), parts_of(parts.get(f"{W}rPr"))
    numbers = parts_of(paragraph[f"{W}numPr"]) if f"{W}numPr" in paragraph else None
    named = _HEADING_NAME.fullmatch(name)
    level = whole_number(value_of(paragraph, "outlineLvl"))
    borders = one.find(f"{W}tblPr/{W}tblBorders")
    own_list = None
    if numbers is not None:
        own_list = (
            value_of(numbers, "numId") or (above.list or ("", None))[0],
            whole_number(value_of(numbers, "ilvl")),
        )
    return Style(
        name=name,
        outline=first_said(level, int(named[1]) - 1 if named else None, above.outline),
        bold=first_said(switch(run, "b"), above.bold),
        hidden=first_said(switch(run, "vanish"), above.hidden),
        font=first_said(font_of(run), above.font),
        list=own_list or above.list,
        borders=any_line(borders) if borders is not None else above.borders,
    )
