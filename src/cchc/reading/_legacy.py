"""Vietnamese before Unicode: TCVN3 (ABC) and VNI letters, and telling them by what they spell.

Both used the places of Western letters for Vietnamese ones, so their text is read as Windows-1252 first: "Kế hoạch" shows
as "KÕ ho¹ch" (TCVN3) or "Keá hoaïch" (VNI). Sources: TCVN 5712:1993, third table; the code table of VNI for Windows.
"""

from __future__ import annotations

import re
import unicodedata

from cchc.text import clean

# Letters of TCVN3 from 0xA1 and 0xB5 on; accented capitals have no place there and are written with the small letters of
# a typeface that shows capitals.
_TCVN3 = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}  # fmt: skip
TCVN3 = {start + at: letter for start, letters in _TCVN3.items() for at, letter in enumerate(letters)}
_BOTH_CASES = frozenset(_TCVN3[0xA1])

# VNI writes a mark behind its vowel.
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_LETTERS |= {old.upper(): new.upper() for old, new in _VNI_LETTERS.items()}
_VNI_VOWELS = "aeouyôöAEOUYÔÖ"
_VNI = re.compile(
    f"(?P<vowel>[{_VNI_VOWELS}])(?P<mark>[{''.join(_VNI_MARKS)}{''.join(_VNI_MARKS).upper()}])"
    f"|[{''.join(_VNI_LETTERS)}]"
)

_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f][^\W\d_]*)*")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    r"(?:[aăâeêioôơuưy]|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iêu|iu|oa|oai|oao|oay|oă|oe|oeo|oi|oo|ôi|ơi|ua|uâ|uây|uê|ui|uô|uôi|uơ|uy|uya"
    r"|uyê|uyu|ưa|ưi|ươ|ươi|ươu|ưu|yê|yêu)"
    r"(?:ch|ng|nh|[cmnpt])?"
)
# "nghiêng" with its marks apart; sorting the marks of a hostile word would take for ever.
_LONGEST_SYLLABLE = 12
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


def from_tcvn3(text: str) -> str:
    """Return text that was read as Windows-1252 or Latin-1 and is TCVN3.

    The table has no capitals with tones: they are told by the letters around them, as in CéNG for CỘNG.
    """
    return "\n".join(map(_raised, text.translate(TCVN3).split("\n")))


def _raised(line: str) -> str:
    if _in_capitals(line):
        return line.upper()
    return _WORD.sub(lambda word: word[0].upper() if _in_capitals(word[0]) else word[0], line)


def _in_capitals(text: str) -> bool:
    """Whether all letters that the table has in both cases are capitals, and there are more than a name begins with."""
    telling = [letter for letter in text if letter.isalpha() and (letter.isascii() or letter in _BOTH_CASES)]
    return len(telling) > 1 and all(letter.isupper() for letter in telling)


def from_vni(text: str) -> str:
    """Return text that was read as Windows-1252 and is VNI."""

    def letter(found: re.Match[str]) -> str:
        vowel, mark = found["vowel"], found["mark"]
        if vowel is None:
            return _VNI_LETTERS[found[0]]
        base = _VNI_LETTERS.get(vowel, vowel)
        return unicodedata.normalize("NFC", base + _VNI_MARKS[mark.lower()])

    return _VNI.sub(letter, text)


def vietnamese(text: str) -> float:
    """Return the share of the words with letters beyond ASCII that are Vietnamese syllables; 1.0 where there are none."""
    words = [word for word in _WORD.findall(clean(text).text) if not word.isascii()]
    # Signs like © and ® stand within the words of a text that is read by the wrong table.
    broken = len(re.findall(r"[^\W\d_][\u00a1-\u00bf](?=[^\W\d_]|\b)|\ufffd", text))
    if not words:
        return 0.0 if broken else 1.0
    good = sum(map(_is_syllable, words))
    return good / (len(words) + broken)


def _is_syllable(word: str) -> bool:
    if len(word) > _LONGEST_SYLLABLE:
        return False
    marked = unicodedata.normalize("NFD", word.casefold())
    bare = unicodedata.normalize("NFC", marked.translate(_TONES))
    return len(marked) - len(marked.translate(_TONES)) <= 1 and _SYLLABLE.fullmatch(bare) is not None
