"""Number and symbol (*số, ký hiệu*): every spelling met in the wild, and its normal form.

The examples are data: each is read in the tests, and each must come out as its normal form says.
"""

from __future__ import annotations

import functools
import re

from attrs import evolve, frozen

from cchc.citations._kinds import CODES, KIND_OF_CODE
from cchc.text import document_number

_GAP = r"[ \t]{0,2}"
# A line may break after a separator, and before a slash: before a hyphen it would be the bullet of the next line.
_WRAP = r"[ \t]{0,2}(?:\r?\n[ \t]{0,8})?"
_LETTER = "A-Za-zĐđƯư"
_PART = rf"[{_LETTER}]{{1,16}}[0-9]{{0,3}}(?:(?:&|\.(?=[A-ZĐ]))[{_LETTER}]{{1,16}}[0-9]{{0,3}}){{0,4}}"
_YEAR = r"(?:19|20)[0-9]{2}"
# The next word may stand at once: "QĐ-UBNDngày 11/5/2007".
_ALONE = r"(?:(?!\w)|(?=(?:ngày|của|về)(?:[\s0-9A-ZĐ]|$)))"
# Behind the number, or its year, these are a symbol even where no mark parts them: "11NQ/ĐTN", "43/2010 NĐ-CP".
_CODE_NEXT = r"(?=(?:NQ|N[ĐD]|Q[ĐD]|CT|TT|TTLT|KH|CV|TB|BC|HD|KL|TTr|CTr|CTHĐ|ĐA|PA|QC|QyĐ|QĐi)[ \t]?[-/])"

#: A number with its symbol, no part of a longer one; groups: digits, letter, first separator, year, the rest of the symbol.
NUMBER = (
    rf"([0-9](?<![0-9_@#][0-9])(?<![0-9][./:,][0-9])[0-9]{{0,5}}+(?:\.[0-9]{{3}}(?=[ \t]{{0,2}}/[ \t]{{0,2}}[A-ZĐ]))?)"
    rf"((?:[ \t](?=[a-zđ]/))?[a-zđA-ZĐ](?=[ \t/-]))?({_WRAP}/{_WRAP}|{_GAP}-{_WRAP}|[ \t]{{1,2}}|{_CODE_NEXT})"
    rf"(?:({_YEAR})(?:{_GAP}[/-]{_WRAP}|[ \t]{{1,2}}{_CODE_NEXT}))?"
    rf"({_PART}{_ALONE}(?:(?:{_GAP}[-/]{_WRAP})(?:{_YEAR}{_GAP}[/-]{_WRAP})?{_PART}{_ALONE}){{0,5}})"
)
#: A number without symbol, perhaps with its year, alone or in a list: "1489", "18,19", "63/2010, 48/2013".
_BARE_ONE = rf"[0-9][0-9]{{0,4}}[a-zđ]?(?:/{_YEAR})?(?![\w%/+]|[.,-][0-9]{{3}}|[.:][0-9]|-[\w])"
BARE = rf"{_BARE_ONE}(?:[ \t]{{0,2}}(?:,|và|;)[ \t]{{0,2}}(?:số[ \t]{{1,2}})?{_BARE_ONE}){{0,9}}"
_BARE_PARTS = re.compile(rf"([0-9]{{1,5}}[a-zđ]?)(?:/({_YEAR}))?")

_YEAR_INSIDE = re.compile(rf"/({_YEAR})/")
_SEPARATED = re.compile(r"[\s]*([-/])[\s]*")
_ORGANS = (
    "CP", "TTg", "QH", "UBTVQH", "CTN", "HĐBT", "HĐNN", "UBND", "UBHC", "UB", "HĐND", "TW", "TU", "HU", "QU", "ĐU", "LB",
    "VPCP", "VPQH", "VPTW", "BNV", "BTC", "BTP", "BCA", "BQP", "BNG", "BYT", "BXD", "BCT", "BKHCN", "BGDĐT", "BVHTTDL",
    "BTTTT", "BKHĐT", "BGTVT", "BTNMT", "BNNPTNT", "BNNMT", "BLĐTBXH", "BDTTG", "UBDT", "NHNN", "TTCP", "TANDTC",
    "VKSNDTC", "KTNN", "SNV", "STC", "STP", "SYT",
)  # fmt: skip
_ORGAN = {organ.upper(): organ for organ in _ORGANS}
# Bodies of before 2003, whose symbols were printed either way: 832-QĐ/UB and 832/QĐ-UB are both right.
_EITHER_WAY = frozenset(("UB", "UBHC", "LB", "HĐBT"))
# Ministries of earlier years; they stand here only to part a symbol that has lost its hyphen: TTBKH.
_ONCE = frozenset(
    ("BKH", "BTM", "BCN", "BTS", "BNN", "BVHTT", "BLĐ", "BKHCNMT", "BCVT", "BBCVT", "BGD&ĐT", "BKH&CN", "BVHTT&DL", "BTT&TT", "HĐND")
)  # fmt: skip
# Typed without marks.
_UNMARKED = {"ND": "NĐ", "QD": "QĐ"}
# Hospitals and schools of the centre (BVTW, CĐSPTW) and the Front (MTTW) number as the State does.
_PARTY = re.compile(
    r"(?!BV|V(?!P)|MT|ĐCT|TT|ĐH|CĐ|TC(?!TW$)|HV|NH).*TW|TW.*|(?:.*[A-ZĐ])?(?:TU|HU|QU|ĐU)|T[HX]U|ĐU[A-ZĐ]+",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"UBND|HĐND|UBMTTQ\w*|MTTQ\w*|VP[A-ZĐ]{2,8}|[BS][A-ZĐ]{2,9}(?:&[A-ZĐ]+)?|TTCP|NHNN|TTg|CP|KBNN|BHXH|CTK|PNV"
)
_NATIONAL_ASSEMBLY = re.compile(r"(?:UBTV)?QH[0-9]{0,2}")
_YOUTH_UNION = re.compile(r"(?:.*[A-ZĐ])?ĐTN")
_CENTRE = re.compile(r"^TƯ|TƯ$")
_MAX_DOUBLED = 8


@frozen(kw_only=True)
class Number:
    """A number with symbol, read.

    Attributes:
        text: normal form.
        digits: the number alone, as in short forms: "30" of 30/2020/NĐ-CP.
        year: the year inside the number, where legal documents have one.
        code: code of the type, "NQ"; empty for official letters (*công văn*) and laws.
        organ: what follows the code, "UBND".
    """

    text: str
    digits: str
    year: str = ""
    code: str = ""
    organ: str = ""

    @property
    def kind(self) -> str:
        """The type that the symbol says; empty where it says none (a law or a resolution of Quốc hội)."""
        if self.code:
            return KIND_OF_CODE[self.code]
        return "" if _NATIONAL_ASSEMBLY.fullmatch(self.organ) else "Công văn"

    @property
    def certain(self) -> bool:
        """Whether the symbol is that of a document even where no words say so."""
        if self.code:
            return len(self.organ) > 1
        parts = self.organ.split("-")
        if _NATIONAL_ASSEMBLY.fullmatch(self.organ):
            return bool(self.year)
        return len(parts) > 1 and _AGENCY.fullmatch(parts[0]) is not None

    @property
    def key(self) -> str:
        """What two spellings of the number have in common: no zeros before it."""
        return self.text.lstrip("0").casefold()


def _canonical(part: str) -> str:
    # Only codes that are written in one way may change their letters: Ctr is CTr, TTG is TTg, TƯ is TW.
    plain = _CENTRE.sub("TW", part.upper())
    if plain in CODES:
        return CODES[plain]
    if plain in _ORGAN:
        return _ORGAN[plain]
    if plain == "HDND":
        return "HĐND"
    return plain if part.islower() else _CENTRE.sub("TW", part)


def _doubled(part: str) -> list[str]:
    # The hyphen between code and organ is lost, NQCP, QĐUBND, or a full stop, QĐ.UBND, UBND.NN.
    head, point, tail = part.partition(".")
    if point:
        return [head, tail] if head.upper() in CODES or _AGENCY.fullmatch(head) else [part]
    upper = part.upper()
    if upper in CODES or upper in _ORGAN or len(upper) > _MAX_DOUBLED + 2:
        return [part]
    for cut in range(min(4, len(upper) - 2), 0, -1):
        if upper[:cut] in CODES and (upper[cut:] in _ORGAN or upper[cut:] in _ONCE):
            return [part[:cut], part[cut:]]
    return [part]


@functools.lru_cache(maxsize=1024)
def _symbol(rest: str, separator: str, dated: bool) -> tuple[str, str, str, str] | None:
    """Return the mark after the number, the symbol, its code and its organ; a text repeats few symbols many times."""
    pieces = _SEPARATED.split(rest)
    parts = pieces[::2] if len(pieces) > 1 else _doubled(rest)
    if len(parts) > 1 and parts[1].isdecimal():
        # 30-NQ/2026/QH16: the type stands before the year.
        organ = "-".join(map(_canonical, parts[2:]))
        return "-", f"{_canonical(parts[0])}/{parts[1]}/{organ}", "", organ
    names = [_canonical(part) for part in parts]
    if len(names) > 1:
        names[0] = _UNMARKED.get(names[0], names[0])
    swapped = pieces[1:2] == ["/"]
    if (
        separator
        and swapped
        and (names[0] == "TC" or names[0] not in KIND_OF_CODE)
        and names[1] in KIND_OF_CODE
    ):
        # The body before the type, as ministries wrote it until 1996: 1141-TC/QĐ/CĐKT.
        printed = "".join(_canonical(piece) for piece in pieces)
        return separator, printed, names[1], "-".join([names[0], *names[2:]])
    if names[0] in KIND_OF_CODE and len(names) > 1:
        organ = "-".join(names[1:])
        own = names[1].upper() not in _ORGAN or names[1].upper() in _EITHER_WAY
        as_printed = swapped and (
            (separator == "-" and own) or (not separator and _YOUTH_UNION.fullmatch(names[1]))
        )
        if not dated and (as_printed or _PARTY.fullmatch(names[1])):
            return "-", f"{names[0]}/{organ}", names[0], organ
        return "/", f"{names[0]}-{organ}", names[0], organ
    if not separator or not any(letter.isupper() for letter in rest):
        return None
    if separator == "-" and pieces[1:2] == ["/"] and _PARTY.fullmatch(names[1]):
        organ = "-".join(names[1:])
        return "-", f"{names[0]}/{organ}", "", organ
    mark = "-" if separator == "-" and len(names) == 1 else "/"
    code = names[0] if names[0] in KIND_OF_CODE else ""
    return mark, "-".join(names), code, "" if code else "-".join(names)


def read_number(match: re.Match[str]) -> Number | None:
    """Return the number that :data:`NUMBER` matched; ``None`` where it is none."""
    digits, letter, separator, year, rest = match.groups()[:5]
    digits = digits.replace(".", "")
    symbol = _symbol(rest, separator.strip(), year is not None)
    if symbol is None:
        return None
    mark, printed, code, organ = symbol
    number = document_number(digits + (letter or "").strip().lower())
    text = f"{number}{mark}{year}/{printed}" if year else f"{number}{mark}{printed}"
    inner = _YEAR_INSIDE.search(printed) if year is None and not code else None
    return Number(text=text, digits=number, year=year or (inner[1] if inner else ""), code=code, organ=organ)


def with_year(number: Number, year: str) -> Number:
    """Return *number* with *year* where legal documents have it; as it is where it has one, or is none of the State's."""
    if number.year or not number.code or not number.text.startswith(f"{number.digits}/"):
        return number
    return evolve(number, text=f"{number.digits}/{year}{number.text[len(number.digits) :]}", year=year)


def read_bare(text: str) -> tuple[tuple[str, str, int, int], ...]:
    """Return digits, year ("" where none) and place in *text* of each number of a :data:`BARE` match."""
    return tuple(
        (document_number(match[1]), match[2] or "", match.start(), match.end())
        for match in _BARE_PARTS.finditer(text)
    )


#: Spelling → normal form.
EXAMPLES = {
    # State: number / type - body; a letter in the number, a year in the number.
    "1489/QĐ-UBND": "1489/QĐ-UBND",
    "76/NQ-CP": "76/NQ-CP",
    "30c/NQ-CP": "30c/NQ-CP",
    "30C/NQ-CP": "30c/NQ-CP",
    "30 c/NQ-CP": "30c/NQ-CP",
    "1.489/QĐ-UBND": "1489/QĐ-UBND",
    "7/2021/TT-BNV": "07/2021/TT-BNV",
    "049/QĐ-BNV": "049/QĐ-BNV",
    "02/2009/CT-UBND": "02/2009/CT-UBND",
    "55/2005/TTLT-BNV-VPCP": "55/2005/TTLT-BNV-VPCP",
    "55/2005/TTLT/BNV-VPCP": "55/2005/TTLT-BNV-VPCP",
    "34/Ctr-UBND": "34/CTr-UBND",
    "118/TTr- STTTT": "118/TTr-STTTT",
    "127 /KH-UBND": "127/KH-UBND",
    "127 / KH - UBND": "127/KH-UBND",
    "76/\nNQ-CP": "76/NQ-CP",
    "76/NQ-\nCP": "76/NQ-CP",
    "23/CT-TTG": "23/CT-TTg",
    "76-NQ/CP": "76/NQ-CP",
    "76/NQ/CP": "76/NQ-CP",
    "76/NQCP": "76/NQ-CP",
    "1489/QĐUBND": "1489/QĐ-UBND",
    "1489 QĐ-UBND": "1489/QĐ-UBND",
    "1489-QĐ-UBND": "1489/QĐ-UBND",
    "30/2020/NĐ/CP": "30/2020/NĐ-CP",
    "30/2020-NĐ-CP": "30/2020/NĐ-CP",
    "14/2010/TTBKH": "14/2010/TT-BKH",
    "43/2010 NĐ-CP": "43/2010/NĐ-CP",
    "30/2020/ND-CP": "30/2020/NĐ-CP",
    "15/2022/QD-UBND": "15/2022/QĐ-UBND",
    "21/NQ-HDND": "21/NQ-HĐND",
    "1098/QĐ.UBND": "1098/QĐ-UBND",
    "2345/UBND.NN": "2345/UBND-NN",
    "1509/TTCP-C.IV": "1509/TTCP-C.IV",
    "18/BCTĐ-STP": "18/BCTĐ-STP",
    # Party and its organisations: number - type / body.
    "04-CT/HU": "04-CT/HU",
    "04/CT-HU": "04-CT/HU",
    "36-HD/VPTW": "36-HD/VPTW",
    "57-NQ/TƯ": "57-NQ/TW",
    "147-CTHĐ/TU": "147-CTHĐ/TU",
    "196-CV/BTGDVTW": "196-CV/BTGDVTW",
    "02-KH/BCĐTW": "02-KH/BCĐTW",
    "367 - QĐ/TWĐTN-VP": "367-QĐ/TWĐTN-VP",
    "1836 QĐ/TWĐTN": "1836-QĐ/TWĐTN",
    "11NQ/ĐTN": "11-NQ/ĐTN",
    "08 HD/TCTW": "08-HD/TCTW",
    "09/2008/NQLT-CP-UBTƯMTTQVN": "09/2008/NQLT-CP-UBTƯMTTQVN",
    "1305-QĐNS/TW": "1305-QĐNS/TW",
    "88/TB-CĐSPTW": "88/TB-CĐSPTW",
    # National Assembly.
    "72/2025/QH15": "72/2025/QH15",
    "30-NQ/2026/QH16": "30-NQ/2026/QH16",
    "1681/NQ-UBTVQH15": "1681/NQ-UBTVQH15",
    "76/2025/UBTVQH15": "76/2025/UBTVQH15",
    # Official letters: body - unit, no type.
    "725/BNV-CCHC": "725/BNV-CCHC",
    "2231/SNV-CCHC&PC": "2231/SNV-CCHC&PC",
    "5104/BTTTT-PTTH&TTĐT": "5104/BTTTT-PTTH&TTĐT",
    "2539/UBND- SNV": "2539/UBND-SNV",
    "244/PNV": "244/PNV",
    # Before the present rules.
    "195-CP": "195-CP",
    "07/TT-LB": "07/TT-LB",
    "86-HĐBT": "86-HĐBT",
    "832-QĐ/UB": "832-QĐ/UB",
    "832/QĐ-UB": "832/QĐ-UB",
    "1141-TC/QĐ/CĐKT": "1141-TC/QĐ/CĐKT",
    "23-BYT/QĐ": "23-BYT/QĐ",
    "51-TC/HCVX": "51-TC/HCVX",
}
