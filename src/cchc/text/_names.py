"""Comparing and sorting Vietnamese names."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable

from cchc.text._clean import in_form

# Both placements of a tone are written (hòa and hoà, ủy and uỷ), but only at the end of an open syllable, and never
# after q, whose u belongs to the consonant (quý). The pattern begins with a plain set, to which the engine skips.
_OPEN_SYLLABLE = re.compile(r"[ou](?<!q[ou])(?:(?<=o)[àáảãạèéẻẽẹ]|(?<=u)[ỳýỷỹỵ])(?![^\W\d_]|[\u0300-\u036f])")
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_TONE_FIRST = {
    unicodedata.normalize("NFC", first + second + tone): unicodedata.normalize("NFC", first + tone + second)
    for first, second in ("oa", "oe", "uy")
    for tone in _TONES
}
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u00f0\u0256", "đ"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
    }
)
#: The capital letters of Vietnamese, for a class in a pattern: those with marks lie among small ones in Unicode.
CAPITALS = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))

_HAS_ALIKE = re.compile(f"[{''.join(map(chr, _ALIKE))}]")
# Nearly all text is made of these alone, composed letters without look-alikes, each of which folds by itself.
_UNUSUAL = re.compile("[^ -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")


def fold(text: str) -> str:
    """Return the form under which two spellings of one name are equal.

    Composition, letter case, Đ and its look-alikes, the placement of the tone (hoà and hòa), kinds of dash, no-break
    and repeated spaces make no difference; i and y do (Lí is not Lý), since names differ by them.
    """
    usual = _UNUSUAL.search(text) is None
    folded = text.casefold() if usual else _composed(text)
    folded = _OPEN_SYLLABLE.sub(lambda match: _TONE_FIRST[match.group()], folded)
    return folded.strip(" ") if usual and "  " not in folded else " ".join(folded.split())


def _composed(text: str) -> str:
    folded = in_form("NFD", text).casefold()
    if _HAS_ALIKE.search(folded):
        folded = folded.translate(_ALIKE)
    return in_form("NFC", folded)


def slug(text: str, longest: int = 60) -> str:
    """Return *text* as a part of an id or of a file's name: small letters without marks, digits, hyphens between."""
    apart = in_form("NFD", fold(text).replace("đ", "d"))
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:longest].rstrip("-")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that *word* most probably stands for, empty where none is like it."""
    import difflib

    return next(iter(difflib.get_close_matches(word[:64], list(known), n=1)), "")


# The Vietnamese alphabet with the four guest letters at their Latin place; spaces, then marks, then digits come first.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_MARKS = " _-–—,;:!?.'‘’\"“”()[]{}@*/\\&#%"
_RANK = {mark: rank for rank, mark in enumerate(_MARKS + "0123456789" + _LETTERS)}
_OTHER = len(_RANK)


@functools.cache
def _weights(character: str) -> tuple[int, int, int]:
    lowered = character.lower()
    parts = unicodedata.normalize("NFD", lowered)
    tone = next((rank for rank, mark in enumerate(_TONES, 1) if mark in parts), 0)
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    rank = _RANK.get(bare)
    if rank is None:
        rank = _RANK.get(parts[:1], _OTHER + ord(character)) if len(parts) > 1 else _OTHER + ord(character)
    return rank, tone, int(lowered != character)


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], str]:
    """Return the key under which names sort as in a Vietnamese dictionary.

    First the letters (a ă â b c d đ e ê …, a space before all), then the tones (ngang, huyền, hỏi, ngã, sắc, nặng),
    then small before capital letters. The same order as ICU's ``vi_VN`` for names of Vietnamese places.
    """
    composed = in_form("NFC", text)
    weights = [_weights(character) for character in composed]
    return (
        tuple(rank for rank, _, _ in weights),
        tuple(tone for _, tone, _ in weights),
        tuple(case for _, _, case in weights),
        composed,
    )
