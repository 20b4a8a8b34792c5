"""Lengths of a page, and how wide text is in Times New Roman."""

from __future__ import annotations

import unicodedata
from typing import Literal

__all__ = ["Face", "even_width", "line_count", "millimetres", "text_width", "twips"]

_MM_PER_POINT = 25.4 / 72
_TWIPS_PER_MM = 1440 / 25.4

# Advance widths in 2048ths of the size, read from Liberation Serif 2.1.5, whose metrics are those of Times New Roman.
# A letter with marks is as wide as its base letter, save those with a horn or a bar, which stand here themselves.
_CHARACTERS = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    "ĐđƠơƯư–—‘’“”…"
)
_REGULAR = (
    512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139,
    1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479,
    1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024,
    1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108, 1479, 1024, 1479, 1083,
    1589, 1110, 1024, 2048, 682, 682, 909, 909, 2048,
)  # fmt: skip
_BOLD = (
    512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366, 1251,
    1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479,
    1366, 682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139,
    1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065, 1479, 1139, 1593, 1134,
    1630, 1229, 1024, 2048, 682, 682, 1024, 1024, 2048,
)  # fmt: skip
_ITALIC = (
    512, 682, 860, 1024, 1024, 1706, 1593, 438, 682, 682, 1024, 1382, 512, 682, 512, 569, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1382, 1382, 1382, 1024, 1884, 1251, 1251, 1366, 1479,
    1251, 1251, 1479, 1479, 682, 909, 1366, 1139, 1706, 1366, 1479, 1251, 1479, 1251, 1024, 1139, 1479, 1251,
    1706, 1251, 1139, 1139, 797, 569, 797, 864, 1024, 682, 1024, 1024, 909, 1024, 909, 569, 1024, 1024, 569,
    569, 909, 569, 1479, 1024, 1024, 1024, 1024, 797, 797, 569, 1024, 909, 1366, 909, 909, 797, 819, 563, 819,
    1108, 1479, 1024, 1479, 1093, 1544, 1117, 1024, 1821, 682, 682, 1139, 1139, 1821,
)  # fmt: skip
_UNITS = 2048
# Above this many lines, evenness does not show.
_MOST_LINES = 8
Face = Literal["regular", "bold", "italic"]


def twips(length: float) -> int:
    """Return a length of millimetres in twentieths of a point, the unit of the format."""
    return round(length * _TWIPS_PER_MM)


def millimetres(length: float) -> float:
    """Return a length of twentieths of a point in millimetres."""
    return length / _TWIPS_PER_MM


class _Advances(dict[str, int]):
    """The advance widths of a face by character; one that is asked for the first time is looked up and kept."""

    def __missing__(self, character: str) -> int:
        base = unicodedata.decomposition(character).split(" ")[0]
        # ǎ → a; Ợ → Ơ, which stands in the table itself; unknown letters count as wide as a figure.
        known = base and not base.startswith("<")
        return self.setdefault(character, self[chr(int(base, 16))] if known else self["0"])


# LibreOffice adds a tenth of the size to a no-break space in italics, Word does not; what leaves room for it suits both.
_ADVANCES: dict[Face, _Advances] = {
    "regular": _Advances(zip(_CHARACTERS, _REGULAR), **{"\u00a0": 512}),
    "bold": _Advances(zip(_CHARACTERS, _BOLD), **{"\u00a0": 512}),
    "italic": _Advances(zip(_CHARACTERS, _ITALIC), **{"\u00a0": 512 + 205}),
}


def text_width(text: str, points: float, face: Face) -> float:
    """Return how long *text* is on one line, in millimetres."""
    return sum(map(_ADVANCES[face].__getitem__, text)) / _UNITS * points * _MM_PER_POINT


def line_count(text: str, points: float, face: Face, available: float) -> int:
    """Return how many lines *text* takes where lines are *available* millimetres long."""
    if text_width(text, points, face) <= available:
        return 1
    return _filled(_word_widths(text, points, face), text_width(" ", points, face), available)[1]


def even_width(text: str, points: float, face: Face, available: float) -> float:
    """Return the longest line when *text* is broken into as few lines as fit and these are as even as can be.

    Lengths are millimetres. Greedy breaking would leave a last line of one word, which a centred name or title must not
    have. No-break spaces do not break; a word longer than what is available counts as long as that.
    """
    words, space = _word_widths(text, points, face), text_width(" ", points, face)
    longest, count = _filled(words, space, available)
    # A hair narrower, until a line more would be needed.
    while count <= _MOST_LINES:
        narrower, lines = _filled(words, space, longest - 0.01)
        if lines > count or narrower >= longest:
            break
        longest = narrower
    return min(longest, available)


def _word_widths(text: str, points: float, face: Face) -> list[float]:
    return [text_width(word, points, face) for word in text.split(" ")]


def _filled(words: list[float], space: float, limit: float) -> tuple[float, int]:
    """Return the longest line and the number of lines when each takes as many words as fit within *limit*."""
    longest, count, line = 0.0, 1, -space
    for word in words:
        if line > 0 and line + space + word > limit:
            longest, line, count = max(longest, line), -space, count + 1
        line += space + word
    return max(longest, line), count
