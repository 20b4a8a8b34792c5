"""Markers of points: "I.", "1.", "a)", "-"."""

from __future__ import annotations

import functools
import re

# The letters that Vietnamese lists run through: NĐ 30/2020/NĐ-CP numbers its own points so (a, b, c, d, đ, e, g …),
# without ă, â, ê, ô, ơ, ư and without the letters that Vietnamese lacks.
LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


_OWN = re.compile(r"\s*((?:[IVXLC]+|[0-9]{1,3}|[A-Za-zđĐ])[.)]|[-–+•*])\s+(?=\S)")


def divided(text: str) -> tuple[str, str]:
    """Return the marker that *text* brings along, "II." of "II. Nội dung", and the rest; an empty marker for none."""
    match = _OWN.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def roman(number: int) -> str:
    """Return *number* (1 to 399) in capital Roman numerals."""
    parts: list[str] = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        parts.append(sign * count)
    return "".join(parts)


def letter(number: int) -> str:
    """Return the letter of the *number*-th point; after the last letter they double (aa, ab …)."""
    sign = ""
    while number > 0:
        number, rest = divmod(number - 1, len(LETTERS))
        sign = LETTERS[rest] + sign
    return sign


@functools.lru_cache(maxsize=1024)
def marker(pattern: str, number: int) -> str:
    """Return the marker of the *number*-th point in a set written as its first member: "I.", "A.", "1.", "a)", "-"."""
    sign, tail = pattern.rstrip(".)/"), pattern[len(pattern.rstrip(".)/")) :]
    match sign:
        case "I":
            return roman(number) + tail
        case "A":
            return letter(number).upper() + tail
        case "a":
            return letter(number) + tail
        case "1":
            return f"{number}{tail}"
        case _:
            return pattern
