"""Cleaning text, and normalising it for matching with a way back to the original offsets."""

from __future__ import annotations

import bisect
import re
import unicodedata
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

# Zero-width characters and bidirectional controls: invisible, and able to make a page read unlike its text.
_INVISIBLE = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
# What XML 1.0 cannot carry (production 2, Char); carriage returns become line feeds before this is asked.
_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_UNCLEAN = re.compile(f"[{_FORBIDDEN}{_INVISIBLE}]")
# For matching, the soft hyphen and the joiners are as good as invisible.
_IGNORED = re.compile(f"[{_FORBIDDEN}{_INVISIBLE}\u00ad\u200c\u200d]")
#: Everything beyond ASCII that composed Vietnamese text is made of, for a class in a pattern; text of these and of ASCII
#: without control characters is NFC and has nothing to drop.
USUAL = (
    "\u00a0-\u00ac\u00ae-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9"
    "\u2002-\u200a\u2010-\u2027\u202f\u2030-\u203a\u20ab\u20ac\uf0b7"
)
_UNUSUAL = re.compile(f"[^\t\n\r -~{USUAL}]")
# One character for one, so that offsets stay: spaces, dashes, and the Icelandic and African letters typed for Đ.
_ALIKE = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "\u00d0": "Đ",
    "\u0189": "Đ",
    "\u00f0": "đ",
    "\u2044": "/",
    "\u2215": "/",
    "\uff0f": "/",
}
# Blocks start at a space, which composes with nothing before it. The ceiling bounds the sorting of combining marks,
# which is quadratic in the length of a run of them.
_BLOCK, _LONGEST = 64, 1024


@frozen(kw_only=True)
class Cleaned:
    """Text that every format can carry.

    Attributes:
        text: the text in NFC, with line feeds as the only line ends.
        dropped: the characters that had to go, each with its offset in the code points of the original.
    """

    text: str
    dropped: tuple[tuple[int, str], ...] = ()


def clean(text: str) -> Cleaned:
    r"""Return *text* composed (NFC), without characters that XML forbids, bidirectional controls and zero-width ones.

    ``\r\n`` and ``\r`` become ``\n``. What was dropped is returned with its place, so that nothing vanishes in silence.
    """
    if _UNUSUAL.search(text) is None:
        return Cleaned(text=_line_feeds(text))
    dropped = tuple((match.start(), match.group()) for match in _UNCLEAN.finditer(text))
    kept = _UNCLEAN.sub("", text) if dropped else text
    return Cleaned(text=_line_feeds("".join(_composed(block) for _, block in _blocks(kept))), dropped=dropped)


def is_clean(text: str) -> bool:
    """Whether :func:`clean` surely leaves *text* as it is; text with unusual characters may be clean all the same."""
    return _UNUSUAL.search(text) is None and "\r" not in text


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    start, length = 0, len(text)
    while start < length:
        end = text.find(" ", start + _BLOCK, start + _LONGEST)
        if end < 0:
            end = min(start + _LONGEST, length)
        yield start, text[start:end]
        start = end


def _composed(block: str) -> str:
    return block if _UNUSUAL.search(block) is None else unicodedata.normalize("NFC", block)


def in_form(form: Literal["NFC", "NFD"], text: str) -> str:
    """Return *text* in a normal form, in time that grows with its length alone."""
    if len(text) <= _LONGEST:
        return unicodedata.normalize(form, text)
    return "".join(unicodedata.normalize(form, block) for _, block in _blocks(text))


def _matchable(block: str) -> str:
    return unicodedata.normalize("NFC", _IGNORED.sub("", block))


@frozen(kw_only=True)
class Mapped:
    """Text made ready for matching, with the way back to the text that it came from.

    Attributes:
        text: composed (NFC), one kind of space and of hyphen, Đ for its look-alikes, nothing invisible; line ends stay.
        original: the text as it was given.
    """

    text: str
    original: str = field(repr=False)
    _starts: tuple[int, ...] = field(default=(), repr=False, alias="starts")
    _origins: tuple[int, ...] = field(default=(), repr=False, alias="origins")

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of the original that became the characters from *start* to *end* of the text."""
        if not self._starts:
            return start, end
        first, last = self._back(start), self._back(end)
        while last > first and _IGNORED.match(self.original[last - 1]):
            last -= 1
        return first, last

    def _back(self, offset: int) -> int:
        # The largest original offset whose prefix makes no more than `offset` characters; within one block the length
        # of a prefix never shrinks, so it can be bisected and no table of all offsets is needed.
        index = bisect.bisect_right(self._starts, offset) - 1
        start, origin = self._starts[index], self._origins[index]
        following = self._origins[index + 1] if index + 1 < len(self._origins) else len(self.original)
        block = self.original[origin:following]
        if _UNUSUAL.search(block) is None:
            return origin + offset - start
        low, high = 0, len(block)
        while low < high:
            middle = (low + high + 1) // 2
            if len(_matchable(block[:middle])) <= offset - start:
                low = middle
            else:
                high = middle - 1
        return origin + low


def normalise(text: str) -> Mapped:
    """Return *text* made ready for matching, with the way back to its own offsets.

    Ordinary composed text is passed through and costs a few scans; elsewhere the work grows with the length of the text.
    """
    made, starts, origins = text, [], []
    if _UNUSUAL.search(text) is not None:
        parts, length = [], 0
        for origin, block in _blocks(text):
            part = block if _UNUSUAL.search(block) is None else _matchable(block)
            starts.append(length)
            origins.append(origin)
            parts.append(part)
            length += len(part)
        made = "".join(parts)
    for character, alike in _ALIKE.items():
        made = made.replace(character, alike)
    return Mapped(text=made, original=text, starts=tuple(starts), origins=tuple(origins))
