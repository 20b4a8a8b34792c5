"""Who issued a document: bodies as citations name them, spelled in one way and completed where they are relative."""

from __future__ import annotations

import functools
import re
import unicodedata

from cchc.citations._bodies import FIELDS, LEVEL_END, LEVEL_WORD, NATIONAL, ORGANISATIONS, PLACE

# The only symbols that mean one body everywhere; all others are set by the head of each agency (Nghị định 30/2020/NĐ-CP
# (05/3/2020), Phụ lục III), so that no table of them can be complete.
IMPLIED = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
}

_SHOUTED = {
    name.upper(): name
    for name in (*FIELDS, *NATIONAL, *ORGANISATIONS, "Bộ", "Sở", "Phòng", "Ban", "Cục", "Trung ương Đảng")
}
_WHISPERED = {name.lower(): name for name in NATIONAL}
_COUNCILS = re.compile(r"(?<!\w)(?:ubnd|hđnd)(?!\w)")
_SHOUTED |= {
    words.upper(): words
    for words in (
        "tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu", "Ủy ban nhân dân", "Hội đồng nhân dân",
        "Ban Thường vụ", "Ban Chấp hành", "Đảng bộ", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Chủ tịch",
        "Giám đốc", "Bộ trưởng", "Văn phòng", "Thường trực", "Ban Chỉ đạo", "Ban Quản lý", "Hiệu trưởng", "Viện trưởng", "Chánh án", "Cục trưởng",
        "Trưởng phòng", "Trưởng ban", "Chi cục trưởng", "Tổng Giám đốc", "Thủ trưởng", "Thống đốc", "Bí thư", "Phó", "Quyền", "Hội nghị",
        "lần thứ", "khóa", "khoá", "nhiệm kỳ", "kỳ họp", "thứ", "và", "của", "các", "về", "Bệnh viện", "Bệnh viện Đa khoa", "Trung tâm", "Trường",
        "Tiểu học", "Trung học cơ sở", "Trung học phổ thông", "Mầm non", "Mẫu giáo", "Cao đẳng", "Đại học", "Học viện", "Viện", "Chi cục",
        "Tổng cục", "Vụ", "Hội đồng", "Hội", "Đoàn", "Trạm", "Công ty", "Thủ đô", "Đoàn đại biểu Quốc hội", "Tổ công tác", "Thị đoàn", "Tỉnh đoàn",
        "Huyện đoàn", "Thành đoàn", "nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
    )
}  # fmt: skip
_SHOUTED_WORDS = re.compile(
    "(?:" + "|".join(sorted(map(re.escape, _SHOUTED), key=len, reverse=True)) + r")(?!\w)|\w+"
)
# What follows these in a name is a place or a person, each syllable with a capital; behind others it is a work in small letters.
_PROPER_BEHIND = frozenset(
    ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu", "Tiểu học", "Trung học cơ sở", "Trung học phổ thông",
     "Mầm non", "Mẫu giáo", "Đại học", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Tỉnh đoàn", "Huyện đoàn", "Thành đoàn", "Công ty")
)  # fmt: skip
# In a name of a place or a person these are a part of it: "QUẬN HAI BÀ TRƯNG", "VÕ THỊ SÁU".
_NUMERALS = frozenset(("nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"))
_WORK_BEHIND = frozenset(("Ban Chỉ đạo", "Tổ công tác", "Hội đồng"))
_VOWEL = re.compile(r"[AEIOUY]")
_ROMAN = re.compile(r"[IVXL]+")
_ABBREVIATED = frozenset(
    (
        "HCM",
        "MTTQ",
        "LĐLĐ",
        "BHXH",
        "KBNN",
        "BCĐ",
        "CCHC",
        "TAND",
        "VKSND",
        "TNCS",
        "ĐBQH",
        "GTVT",
        "TTTT",
        "UBND",
        "HĐND",
        "BTV",
        "BCH",
        "TT",
        "TW",
        "UB",
        "CT",
        "TP",
        "UBTVQH",
    )
)


def written(words: str) -> str:
    """Return a name found in a text on one line, in small letters where the text shouts."""
    said = " ".join(words.split()).rstrip(",- ")
    if "-" in said and (known := _WHISPERED.get(said.replace("-", " ").lower())):
        # With hyphens, as until 1975: "Thủ-tướng Chính-phủ".
        return known
    if said.islower():
        return _WHISPERED.get(said) or _COUNCILS.sub(lambda match: match[0].upper(), said)
    if (
        not said.isupper()
        or (" " not in said and said not in _SHOUTED)
        or all(map(_is_abbreviation, re.findall(r"\w+", said)))
    ):
        return said
    return _quietly(said)


def _is_abbreviation(word: str) -> bool:
    # No syllable is without a vowel.
    return word in _ABBREVIATED or (word.isalpha() and not _VOWEL.search(unicodedata.normalize("NFD", word)))


def _quietly(said: str) -> str:
    words: list[str] = []
    last, begun = "", False
    for match in _SHOUTED_WORDS.finditer(said):
        known = _SHOUTED.get(match[0])
        if known and not (known in _NUMERALS and last in _PROPER_BEHIND):
            last, begun, word = known, False, known
        elif _is_abbreviation(match[0]) or _ROMAN.fullmatch(match[0]):
            word = match[0]
        elif last in _PROPER_BEHIND or not last or not (begun or last in _WORK_BEHIND):
            word, begun = match[0].capitalize(), True
        else:
            word, begun = match[0].lower(), True
        words.append(said[len("".join(words)) : match.start()] + word)
    quiet = "".join(words) + said[len("".join(words)) :]
    return quiet[:1].upper() + quiet[1:] if last else quiet


_SHORT_LEVELS = {
    "tp": "thành phố", "tx": "thị xã", "tt": "thị trấn", "p": "phường", "q": "quận", "h": "huyện", "x": "xã",
}  # fmt: skip


def _level(word: str) -> str:
    folded = " ".join(word.casefold().rstrip(".").split())
    return _SHORT_LEVELS.get(folded, folded)


_PARTY_LEVELS = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}
_COMMITTEE_PLACE = re.compile(rf"(?<!\w)((?i:tỉnh|thành|huyện|quận|thị))\s*(?i:ủy|uỷ|đoàn)\s+({PLACE})")


def places_of(issuer: str | None) -> dict[str, str]:
    """Return the place that each level of *issuer* means: ``{"huyện": "Vân Hồ"}`` for UBND huyện Vân Hồ."""
    found = ((_level(match[1]), match[2]) for match in LEVEL_WORD.finditer(issuer or ""))
    places: dict[str, str] = {}
    for level, place in found:
        if place:
            places.setdefault(level, " ".join(place.split()))
    for level, place in _COMMITTEE_PLACE.findall(issuer or ""):
        places.setdefault(_PARTY_LEVELS[level.casefold()], " ".join(place.split()))
    return places


_PARTY_END = re.compile(r"(?i)(tỉnh|thành|huyện|quận|thị|đảng)\s*(?:ủy|uỷ)$")
_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
_COUNCIL_END = re.compile(r"(?i)(?:UBND|HĐND|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân)$")


@functools.lru_cache(maxsize=1024)
def completed(said: str, organ: str, citing: str | None) -> str:
    """Return the body that *said* means in a text of *citing*.

    "UBND huyện", "của tỉnh", "Tỉnh ủy" and "Chủ tịch UBND" take their place from *citing*; a place that *citing* does not
    name stays unsaid. A level alone ("của tỉnh") takes its body from the symbol, *organ*.
    """
    places = places_of(citing)
    level = LEVEL_END.search(said)
    if level:
        name = _level(level[1])
        if said == level[1] and organ in ("UBND", "HĐND"):
            said = f"{organ} {name}"
        elif said == level[1] and organ in ("TU", "HU"):
            name, said = {"TU": ("tỉnh", "Tỉnh ủy"), "HU": ("huyện", "Huyện ủy")}[organ]
            name = "thành phố" if organ == "TU" and "tỉnh" not in places else name
            said = "Thành ủy" if name == "thành phố" else said
        return f"{said} {places[name]}" if name in places else said
    party = _PARTY_END.search(said)
    if party and party[1].casefold() == "đảng":
        # The committee of a commune is named without its level.
        lowest = next((name for name in _COMMUNES if name in places), None)
        return f"{said} {lowest} {places[lowest]}" if lowest else said
    if party:
        name = _PARTY_LEVELS[party[1].casefold()]
        return f"{said} {places[name]}" if name in places else said
    if _COUNCIL_END.search(said) and places:
        lowest = next(iter(places))
        return f"{said} {lowest} {places[lowest]}"
    if (
        said.casefold() in ("sở", "bộ", "ban", "phòng")
        and citing
        and citing.casefold().startswith(said.casefold())
    ):
        return citing
    return said
