"""What stands before a number: the type, "số", the cited part, and what must not be there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define

from cchc.citations._bodies import body_at
from cchc.citations._issuers import written
from cchc.citations._kinds import KINDS, LAWS, SPOKEN_CODES
from cchc.citations._letters import lettered
from cchc.text import date_at

if TYPE_CHECKING:
    import datetime as dt

    from cchc.citations._numbers import Number

# How far a citation is read before its number: enough for the longest names, and a bound on the work at one place.
_BEFORE = 240
_NEITHER = frozenset(
    [
        "mẫu",
        "biểu",
        "bảng",
        "phiếu",
        "nhà",
        "đường",
        "phố",
        "ngõ",
        "ngách",
        "hẻm",
        "kiệt",
        "thửa",
        "lô",
        "tờ",
        "tổ",
        "kho",
        "phòng",
        "hotline",
        "fax",
        "tel",
        "đt",
        "điện_thoại",
        "tài_khoản",
        "stk",
        "mã",
        "mã_số",
        "cmnd",
        "cccd",
        "hộ_chiếu",
        "hóa_đơn",
        "hoá_đơn",
        "seri",
        "serial",
        "tcvn",
        "qcvn",
        "iso",
        "tiêu_chuẩn",
        "quy_chuẩn",
        "công_báo",
        "biển",
        "biển_số",
        "phụ_lục",
        "biểu_mẫu",
        "tờ_khai",
        "mẫu_đơn",
        "giấy_phép",
        "ký_hiệu",
        "câu",
        "bài",
        "hình",
        "trang",
        "quyển",
        "tập",
        "bộ",
        "chương",
        "mục",
        "số_nhà",
        "căn_hộ",
        "máy",
        "vị_trí",
        "sổ",
        "sổ_đỏ",
        "đề",
        "vào_sổ",
        "giấy_chứng_nhận",
        "chứng_chỉ",
        "bằng",
        "hồ_sơ",
        "phiên",
        "khóa",
        "kỳ",
        "khu_phố",
        "ấp",
        "thôn",
        "tuyến",
        "xe",
        "cột",
        "mốc",
        "block",
        "tầng",
        "quốc_lộ",
        "tỉnh_lộ",
        "chứng_nhận",
        "đăng_ký",
    ]
)
_FORMS = frozenset(["mẫu", "biểu", "bảng", "phụ_lục", "biểu_mẫu", "tờ_khai", "mẫu_đơn"])
_WORD = re.compile(r"\S+")
_AROUND_KINDS = "(\"“'[-:"
# A type of four words, and two words before it.
_LONGEST_BEFORE = 6
_GLUED = re.compile(lettered(r"^[<a>]{2,8}(?=[<A>][<a>])"))
_SO = re.compile(
    lettered(r"(?:(?<!\w)|(?<=[<a>]))(?:số|SỐ|Số)(?:\s{0,2},?\s{0,2}ký hiệu)?\s{0,3}[:.]?\s{0,3}$")
)
_ARTICLE = re.compile(
    r"(?:(?:các\s+)?(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|ĐIỀU|[Cc]hương|CHƯƠNG|[Mm]ục|[Tt]iểu\s+mục|[Pp]hần|[Pp]hụ\s+lục|PHỤ LỤC)\s+"
    r"(?:[0-9]{1,3}[a-zđ]?|[IVXLC]{1,7}|[a-zđ])(?![\w/])"
    r"(?:(?:\s*,\s*|\s+và\s+|\s*-\s*)(?:[0-9]{1,3}[a-zđ]?|[IVXLC]{1,7}|[a-zđ])(?![\w/]))*[\s,]*(?:và\s+)?){1,8}"
    r"(?:(?:của|ban\s+hành\s+kèm\s+theo|kèm\s+theo|tại)\s+)?(?:các\s+)?$"
)
_ARTICLE_WORDS = re.compile(
    r"[ĐđKkCcMmTtPp](?:iều|hoản|iểm|hương|ục|iểu\s+mục|hần|hụ\s+lục|IỀU|HƯƠNG|HỤ LỤC)\s"
)
# The last number or letter of the cited part, and what may stand behind it.
_ARTICLE_LABEL = re.compile(r"[0-9]{1,3}[a-zđ]?|[IVXLC]{1,7}|[a-zđ]")
_BETWEEN_ARTICLE = frozenset(("của", "ban", "hành", "kèm", "theo", "tại", "và", "các"))
_ARTICLE_TAIL = re.compile(r"[\s,]*(?:(?:của|ban\s+hành\s+kèm\s+theo|kèm\s+theo|tại|và|các)\s*)*$")
# Types that are the last words of a longer type.
_ENDS_LONGER = frozenset(
    kind for kind in KINDS.values() if any(name.endswith(" " + kind.casefold()) for name in KINDS)
)
_LAST_OF_KINDS = frozenset(kind.split()[-1] for kind in KINDS)
# In small letters, and with words behind them, these are no types: "thẻ luật sư số", "lệnh chi tiền số".
_OFTEN_WORDS = frozenset(
    (*LAWS, "Lệnh", "Hợp đồng", "Hiệp định", "Điều lệ", "Thỏa thuận", "Dự án", "Chương trình")
)


@define
class _Before:
    start: int
    kind: str = ""
    said_number: bool = False
    issuer: str = ""
    date: dt.date | None = None
    title: str = ""
    refused: bool = False


def _folded(words: list[str]) -> str:
    return "_".join(word.strip("(\"“':,.–-").casefold() for word in words)


def _kind_at(words: list[str], *, small: bool = False) -> tuple[str, int]:
    """Return the type that the last of *words* name, and how many words it takes; with *small*, "cv" counts as "CV" does."""
    last = words[-1].strip(_AROUND_KINDS)
    if last.casefold() not in _LAST_OF_KINDS and _GLUED.sub("", last).casefold() not in _LAST_OF_KINDS:
        return "", 0
    for count in (2, 4, 3, 1):
        if len(words) < count:
            continue
        said = " ".join(words[-count:]).lstrip("(\"“'[-").rstrip(":(")
        kind = KINDS.get(said.casefold()) or KINDS.get(_GLUED.sub("", said).casefold(), "")
        if not kind or (
            count == 1 and not small and said.casefold() in SPOKEN_CODES and said == said.lower()
        ):
            continue
        if count == 2 and kind in _ENDS_LONGER:
            longer = KINDS.get(" ".join(words[-4:]).casefold()) if len(words) >= 4 else None
            if longer:
                return longer, 4
        if said[0].islower() and len(words) >= count + 2 and words[-count - 2][:1].isupper():
            # "Quyết định kháng nghị số": the word in small letters says of what kind it is.
            whole = KINDS.get(" ".join(words[-count - 2 : -count]).casefold())
            if whole:
                return whole, count + 2
        return kind, count
    return "", 0


def _so(window: str) -> int:
    """Return where the "số" at the end of *window* begins; -1 where none stands there."""
    nearest = max(len(window) - 24, 0)
    for word in ("số", "Số", "SỐ"):
        place = window.rfind(word, nearest)
        if place >= 0 and _SO.match(window, place):
            return place
    return -1


def kind_before(text: str, offset: int, floor: int, number: Number | None) -> _Before:
    base = max(floor, offset - _BEFORE)
    window = text[base:offset]
    so = _so(window)
    said = so >= 0
    if said:
        window = window[:so]
    begin = base + len(window)
    body = window.rstrip(" \t\r\n:(")
    words = body[-64:].split()[-_LONGEST_BEFORE:]
    if not words or "\n\n" in window[len(body) :]:
        return _Before(start=begin, said_number=said)
    kind, count = _kind_at(words, small=number is not None and number.certain)
    if kind:
        refused = (
            _folded(words[-count - 1 : -count]) in _FORMS or _folded(words[-count - 2 : -count]) in _FORMS
        )
        first = len(body)
        for word in words[: -count - 1 : -1]:
            first = body.rindex(word, 0, first)
        first += len(words[-count]) - len(_GLUED.sub("", words[-count].lstrip("(\"“'[-")))
        return _Before(start=base + first, kind=kind, said_number=said, refused=refused)
    last = _folded(words[-2:])
    if last != "chuyên_đề" and (last in _NEITHER or _folded(words[-1:]) in _NEITHER):
        return _Before(start=begin, said_number=said, refused=True)
    found = _kind_further(body, base, number) if said else None
    return found or _Before(start=begin, said_number=said)


def _kind_further(body: str, base: int, number: Number | None) -> _Before | None:
    """Read "Nghị định của Chính phủ số", "Quyết định ngày 5/3/2020 số", "Báo cáo thẩm định số", "Luật Viên chức số"."""
    window = body[-180:]
    spaced = window.casefold()
    for mark in _AROUND_KINDS:
        spaced = spaced.replace(mark, " ")
    if _LAST_OF_KINDS.isdisjoint(spaced.split()):
        return None
    places = [(len(body) - len(window) + found.start(), found[0]) for found in _WORD.finditer(window)]
    for index in range(len(places) - 1, max(-1, len(places) - 22), -1):
        words = [word for _, word in places[max(0, index - 4) : index]]
        between = len(places) - index
        if places[index - 1][1][-1] in ".;:!?" or index == 0:
            return None
        kind, count = _kind_at(words)
        if not kind:
            continue
        start = places[index - count][0]
        rest = body[places[index][0] :]
        if kind in _OFTEN_WORDS and body[start:].lstrip(_AROUND_KINDS)[:1].islower():
            return None
        found = _Before(start=base + start, kind=kind, said_number=True)
        if _folded([word for _, word in places[max(0, index - count - 1) : index - count]]) in _FORMS:
            found.refused = True
            return found
        offset = _day_and_body(rest, found)
        fits = number is not None and number.kind.startswith(kind)
        if offset >= len(rest.rstrip()):
            return found
        if kind in LAWS and (number is None or not number.kind):
            found.title = " ".join(rest.split())
            return found
        if (fits and between <= 12) or (between <= 4 and rest.islower() and "," not in rest):
            return found
        return None
    return None


def _day_and_body(rest: str, found: _Before) -> int:
    offset = 0
    for _ in range(2):
        day = date_at(rest, offset)
        if day and found.date is None:
            found.date, offset = day.date, day.end
        own = offset + 4 * (rest[offset : offset + 4].casefold() == "của ")
        body = None if found.issuer else body_at(rest, own, known=True)
        # "Quyết định thanh tra số", "Tờ trình liên sở số": small letters say of what kind it is.
        if body and (own > offset or body[0][0].isupper()):
            found.issuer, offset = written(body[0]), body[1]
        while rest[offset : offset + 1].isspace():
            offset += 1
    return offset


def article_before(text: str, offset: int, floor: int) -> str:
    base = max(floor, offset - 120)
    before = text[base:offset]
    words = before[-44:].replace(",", " ").split()
    while words and words[-1] in _BETWEEN_ARTICLE:
        words.pop()
    if not words or not _ARTICLE_LABEL.fullmatch(words[-1]):
        return ""
    for word in _ARTICLE_WORDS.finditer(before):
        start = word.start()
        start = start - 4 if before.endswith("các ", 0, start) else start
        if match := _ARTICLE.match(before, start):
            return _ARTICLE_TAIL.sub("", " ".join(match[0].split()))
    return ""
