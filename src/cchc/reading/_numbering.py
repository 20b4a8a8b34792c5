"""The numbers and bullets of a Word file's lists, which stand nowhere in its text: Word computes them when it prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"

_DEPTHS = 9
_HIGHEST = 100_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_COUNTING = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_PLACE = re.compile(r"%([1-9])")
# Word draws the dash of a list from Symbol or Wingdings too.
_DASHES = frozenset("-–—−\u2010\u2011\uf02d\uf0be")
_PLUSES = frozenset("+\uf02b")
#: Signs of bullets by depth, where the file has pictures of dots and squares: the way Vietnamese documents print them.
_SIGNS = ("-", "+", "•")


def _roman(number: int) -> str:
    out = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


def _letters(number: int) -> str:
    # Word goes on with aa, bb, cc; and it uses the Latin alphabet in Vietnamese documents too, so e) follows d).
    return _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)


def _counted(number: int) -> str:
    return _COUNTING[number - 1] if number <= len(_COUNTING) else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "lowerRoman": _roman,
    "none": lambda _: "",
    "upperLetter": lambda number: _letters(number).upper(),
    "upperRoman": lambda number: _roman(number).upper(),
    "vietnameseCounting": _counted,
}


def list_marker(kind: str, number: int) -> str:
    """Return the number of a list item of a web page; *kind* is its ``list-style-type``."""
    if not 0 < number < _HIGHEST:
        return str(number)
    return _FORMATS[_OF_PAGES.get(kind, "decimal")](number)


_OF_PAGES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "lower-roman": "lowerRoman",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "upper-roman": "upperRoman",
}


@frozen
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    restarts_after: int | None = None
    legal: bool = False
    style: str = ""


@define
class _List:
    """A list definition: its levels, and how far each has counted."""

    levels: list[_Level]
    counts: list[int | None] = field(factory=lambda: [None] * _DEPTHS)


@define
class Numbering:
    """The lists of one file, counted on as its paragraphs are read in order."""

    _lists: dict[str, _List]
    _list_of: dict[str, str]
    _own: dict[str, dict[int, _Level]]
    _starts: dict[str, dict[int, int]]
    _begun: set[tuple[str, int]] = field(factory=set)

    @classmethod
    def of(cls, root: _Element | None) -> Numbering:
        """Return the lists that the part *root* defines; none for ``None``."""
        lists: dict[str, _List] = {}
        linked: dict[str, str] = {}
        named: dict[str, str] = {}
        list_of: dict[str, str] = {}
        own: dict[str, dict[int, _Level]] = {}
        starts: dict[str, dict[int, int]] = {}
        for one in root if root is not None else ():
            if one.tag == f"{W}abstractNum":
                key = one.get(f"{W}abstractNumId", "")
                levels = {_number(level, "ilvl"): _level(level) for level in one.iterchildren(f"{W}lvl")}
                lists[key] = _List([levels.get(depth, _Level()) for depth in range(_DEPTHS)])
                if (link := one.find(f"{W}numStyleLink")) is not None:
                    linked[key] = link.get(VAL, "")
                if (style := one.find(f"{W}styleLink")) is not None:
                    named[style.get(VAL, "")] = key
            elif one.tag == f"{W}num":
                number = one.get(f"{W}numId", "")
                target = one.find(f"{W}abstractNumId")
                list_of[number] = target.get(VAL, "") if target is not None else ""
                for changed in one.iterchildren(f"{W}lvlOverride"):
                    depth = _number(changed, "ilvl")
                    if (start := changed.find(f"{W}startOverride")) is not None:
                        starts.setdefault(number, {})[depth] = _value(start, 1)
                    if (level := changed.find(f"{W}lvl")) is not None:
                        own.setdefault(number, {})[depth] = _level(level)
        for number, key in list_of.items():
            # A list that is defined by a style stands where that style says.
            list_of[number] = named.get(linked.get(key, ""), key)
        return cls(lists, list_of, own, starts)

    def depth_of_style(self, number: str, style: str) -> int | None:
        """Return the level of list *number* that belongs to a paragraph style."""
        found = self._lists.get(self._list_of.get(number, ""))
        levels = found.levels if found else ()
        return next((depth for depth, level in enumerate(levels) if style and level.style == style), None)

    def next(self, number: str, depth: int) -> str:
        """Count a paragraph of list *number* at *depth* and return its marker; empty for none."""
        found = self._lists.get(self._list_of.get(number, ""))
        if found is None or not 0 <= depth < _DEPTHS:
            return ""
        levels = [self._own.get(number, {}).get(at, level) for at, level in enumerate(found.levels)]
        self._count(number, depth, found, levels)
        level = levels[depth]
        if level.format == "bullet":
            return _bullet(levels, depth)

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            count = found.counts[at]
            if count is None:
                count = levels[at].start
            format_ = "decimal" if level.legal and levels[at].format != "none" else levels[at].format
            return _FORMATS.get(format_, str)(count) if 0 < count < _HIGHEST else str(count)

        return _PLACE.sub(shown, level.text).strip()

    def _count(self, number: str, depth: int, found: _List, levels: list[_Level]) -> None:
        start = self._starts.get(number, {}).get(depth)
        if start is not None and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            found.counts[depth] = start
        else:
            count = found.counts[depth]
            found.counts[depth] = levels[depth].start if count is None else count + 1
        for deeper in range(depth + 1, _DEPTHS):
            after = levels[deeper].restarts_after
            # Without a word on it, a level restarts after any level above it; 0 means never.
            if after is None or (after and depth < after):
                found.counts[deeper] = None


def _level(level: _Element) -> _Level:
    def said(name: str) -> str | None:
        one = level.find(f"{W}{name}")
        return None if one is None else one.get(VAL, "")

    restart = level.find(f"{W}lvlRestart")
    start = level.find(f"{W}start")
    legal = level.find(f"{W}isLgl")
    return _Level(
        start=0 if start is None else _value(start, 0),
        format=said("numFmt") or "decimal",
        text=said("lvlText") or "",
        restarts_after=None if restart is None else _value(restart, 0),
        legal=legal is not None and legal.get(VAL) not in ("0", "false"),
        style=said("pStyle") or "",
    )


def _bullet(levels: list[_Level], depth: int) -> str:
    """Return the sign of a bullet; below a dash stands a plus, since what both are drawn with is lost in text."""
    text = levels[depth].text.strip()
    if text and text[0] in _PLUSES:
        return "+"
    if text and text[0] in _DASHES:
        above = {levels[at].text.strip()[:1] for at in range(depth) if levels[at].format == "bullet"}
        return "-" if not above & _DASHES else "+"
    return _SIGNS[min(depth, len(_SIGNS) - 1)]


def _value(one: _Element, default: int) -> int:
    try:
        return int(one.get(VAL, ""))
    except ValueError:
        return default


def _number(one: _Element, name: str) -> int:
    try:
        return int(one.get(f"{W}{name}", ""))
    except ValueError:
        return -1
