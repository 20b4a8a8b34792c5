"""Finding citations: one scanner for numbers and names of laws, then reading around each within a bounded window."""

from __future__ import annotations

import heapq
import re
from typing import TYPE_CHECKING

from cchc.citations._actors import actor_before, body_before, label_before
from cchc.citations._before import article_before, kind_before
from cchc.citations._behind import behind_bracket, day_and_body_behind
from cchc.citations._found import Found
from cchc.citations._kinds import LAWS, NUMBERED_ALONE, SPOKEN_CODES
from cchc.citations._laws import LAWS_SAID, LIST, SHORTENED, law, laws, shortened, small_law
from cchc.citations._numbers import BARE, NUMBER, read_bare, read_number, with_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Anchor = tuple[re.Match[str], Callable[[str, re.Match[str], int, "Found | None"], tuple["Found", ...]]]

_DEMONSTRATIVES = r"(?:này|nêu\s+trên|nói\s+trên|trên\s+đây|đó|trên(?=\s*[,;.]|\s+(?:có|được|và|đã|của|do|giao|quy|hết|thì)(?!\w)))"
_POINTED = (
    "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư", "Kế hoạch", "Luật", "Chương trình", "Đề án", "Công văn",
    "Kết luận", "Tờ trình", "Thông báo", "Hướng dẫn",
)  # fmt: skip
# The pattern engine skips to the first character of a pattern only where that is a plain set, so that these three begin
# with one, and ask behind it what must stand before them.
_NUMBERS = re.compile(NUMBER)
_BEFORE_DIGIT = r"[ốỐ:hịtưnHỊTƯNĐQ]\s"
_BARES = re.compile(
    rf"[0-9](?<=[\sĐQT][0-9])(?:(?<={_BEFORE_DIGIT}[0-9])|(?<={_BEFORE_DIGIT}\s[0-9])|(?<=N[QĐ][0-9])|(?<=QĐ[0-9])|(?<=TT[0-9])){BARE.removeprefix('[0-9]')}"
)
_NAMES = re.compile(
    "|".join(
        (
            *(rf"{kind}\s+{_DEMONSTRATIVES}(?!\w)" for kind in _POINTED),
            *(rf"{law}(?=[\s:])" for law in LAWS_SAID),
            *(rf"{name}(?![\w/&-])" for name in SHORTENED),
        )
    )
)
_SMALL_LAWS = re.compile(r"luật(?<!pháp luật)(?=\s)")
_BEFORE_BARE = re.compile(
    r"(?:(?:[sS]ố:?|SỐ:?)\s{1,2}|(?:ịnh|yết|thị|\stư|oạch|luận|văn|uật|trình|iện|[Áá]n|ỊNH|YẾT|THỊ|\sTƯ|OẠCH|VĂN|ĐIỆN|ÁN|NĐ|NQ|QĐ|CT|TT)[ \t]{1,2}|(?<!\w)(?:NĐ|NQ|QĐ|TT))$"
)
# Behind a number without "số" these count something: "Kế hoạch 5 năm", "Chương trình 3 điểm".
_COUNTED = re.compile(
    r"\s(?:năm|tháng|ngày(?!\s[0-9])|tuần|quý|nhiệm|nội|điểm|bước|bộ|người|triệu|tỷ|đồng|lần|khoản|lớp|tiêu|dự|cơ|đơn|huyện|xã|tỉnh|sở|phòng|lĩnh|mục)(?!\w)"
)
_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|html?|aspx?|txt|zip|rar|7z|jpe?g|png|gif|csv|xml|json|odt|tiff?|p7s)(?!\w)|[_@%]",
    re.IGNORECASE,
)
# The number of the text itself, in its head or in what a portal prints beside it.
_LETTERHEAD = re.compile(
    r"(?:^|\n)[ \t|]*(?:(?:Số|SỐ)(?:[ \t]*(?:hiệu|,?[ \t]*ký hiệu|/[ \t]*[Kk]ý hiệu))?(?:[ \t]+văn bản)?|Ký hiệu)[ \t]*[:|]?[ \t]*$"
)
# "08/NĐ-CP/2022": the year in the wrong place.
_YEAR_BEHIND = re.compile(r"/((?:19|20)[0-9]{2})(?![\w/]|-[\w])")
# "4/ CV 9184/UBND-ĐT": the fourth of a list.
_ORDINAL = re.compile(r"[0-9]{1,2}[/-]\s[^\s/]+\s+(?:số\s*:?\s*)?[0-9]")
_GOES_ON = re.compile(r"[ \t]{0,2}(?:ngày\s+[0-9]|của\s)")
_LONGEST_LIST = 24
_NO_LAW = re.compile(r"(?:[Pp]háp|[Kk]ỷ|[Qq]uy|[Tt]rật|[Dd]ự|án|[Vv]ăn|các|[Gg]iới|đạo|điều)\s$")
# "thực hiện Chỉ thị 40.", "theo Nghị quyết 57, …": behind it the clause ends, or a word that no counted thing begins with.
_NAMED_SHORT = frozenset(("Nghị quyết", "Nghị định", "Chỉ thị", "Kết luận", "Thông tư"))
_NAMED_LONG = frozenset(("Quyết định", "Công văn"))
_ENDS_SHORT = re.compile(
    r"[a-zđ]?(?:\s*(?:[.,;:)\n”\"]|$)|\s+(?:của|về|quy\s+định|được|đã|và\s+(?:Nghị|Chỉ|Kết|Thông|Quyết|Luật)|là|thì|cũng|có\s+(?:hiệu|nêu|quy)|nêu|yêu\s+cầu|đi\s+vào|ra\s+đời|trên|tại|vào|đến|do|ngày)(?!\w))"
)
_DEFINING = re.compile(r"(?:gọi|viết|gọi chung)(?:\s+tắt)?\s+là:?\s*[“\"(]?$")


def scan(text: str) -> Iterator[Found]:
    """Yield what may be citations of *text* (normalised), in order; no two overlap."""
    end = 0
    last: Found | None = None
    sources = [_numbers(text), _bares(text), _names(text)]
    if _SMALL_LAWS.search(text):
        sources.append(_small_laws(text))
    anchors = heapq.merge(*sources, key=lambda anchor: anchor[0].start())
    for match, read in anchors:
        if match.start() < end:
            continue
        for found in read(text, match, end, last):
            found.joined = last is not None and LIST.fullmatch(text, last.end, found.start) is not None
            yield found
            last, end = found, max(end, found.end)


def _numbers(text: str) -> Iterator[_Anchor]:
    for match in _NUMBERS.finditer(text):
        yield match, _numbered


def _bares(text: str) -> Iterator[_Anchor]:
    for match in _BARES.finditer(text):
        start = match.start()
        if _BEFORE_BARE.search(text, max(0, start - 6), start):
            yield match, _bare


def _names(text: str) -> Iterator[_Anchor]:
    for match in _NAMES.finditer(text):
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        if match[0] in LAWS_SAID:
            yield match, laws if text.startswith(":", match.end()) else law
        else:
            yield match, shortened if match[0] in SHORTENED else _pointed


def _small_laws(text: str) -> Iterator[_Anchor]:
    for match in _SMALL_LAWS.finditer(text):
        if not _NO_LAW.search(text, max(0, match.start() - 5), match.start()):
            yield match, small_law


def _pointed(_text: str, match: re.Match[str], _floor: int, _last: Found | None) -> tuple[Found, ...]:
    kind = next(kind for kind in _POINTED if match[0].startswith(kind))
    return (Found(start=match.start(), end=match.end(), kind=kind, pointer=True),)


def _numbered(text: str, match: re.Match[str], floor: int, last: Found | None) -> tuple[Found, ...]:
    number = read_number(match)
    start, end = match.span()
    if number is None or _FILE.match(text, end):
        return ()
    if match[5].casefold() in SPOKEN_CODES and _ORDINAL.match(text, start):
        return ()
    if text.startswith("/", end) and (behind := _YEAR_BEHIND.match(text, end)):
        number, end = with_year(number, behind[1]), behind.end()
    previous = text[start - 1 : start]
    if (previous in (".", "-", "=", "&") and start > 1 and text[start - 2].isalnum()) or previous in (
        "\\",
        "/",
    ):
        return ()
    before = kind_before(text, start, floor, number)
    if before.refused:
        return ()
    if previous.isalpha() and not (before.kind or before.said_number):
        return ()
    found = Found(
        start=before.start, end=end, kind=before.kind, number=number, digits=number.digits, year=number.year
    )
    found.issuer, found.date, found.title = before.issuer, before.date, before.title
    found.shares = bool(before.issuer)
    if (
        last
        and start - last.end <= _LONGEST_LIST
        and not before.kind
        and last.digits
        and LIST.fullmatch(text, last.end, start)
    ):
        found.follows = True
        found.kind = (
            last.kind
            if not number.kind or last.kind.startswith(number.kind) or number.kind == "Công văn"
            else number.kind
        )
    elif not before.kind:
        if not number.certain or (
            _LETTERHEAD.search(text, max(0, start - 32), start) and not _GOES_ON.match(text, end)
        ):
            return ()
        found.kind = number.kind
    elif not (
        number.certain
        or before.said_number
        or before.kind in NUMBERED_ALONE
        or before.kind in LAWS
        or len(number.organ) > 1
    ):
        return ()
    day_and_body_behind(
        text, found, opened=text[found.start - 1 : found.start] != "(" and "(" in text[found.start : start]
    )
    if not found.follows and (not found.issuer or found.date is None):
        body_before(text, found, floor)
    if not found.follows and not found.issuer:
        label_before(text, found, floor)
        actor_before(text, found, floor)
    if not found.issuer or found.date is None:
        behind_bracket(text, found)
    found.article = article_before(text, found.start, floor)
    found.spoken = True
    return (found,)


def _bare(text: str, match: re.Match[str], floor: int, _last: Found | None) -> tuple[Found, ...]:
    start = match.start()
    before = kind_before(text, start, floor, None)
    if not before.kind or before.refused or (not before.said_number and _COUNTED.match(text, match.end())):
        return ()
    parts = read_bare(match[0])
    if text.startswith("TT", start - 2) and not parts[0][1]:
        return ()
    defines = _DEFINING.search(text, max(0, before.start - 24), before.start) is not None
    found = []
    for index, (digits, year, first, stop) in enumerate(parts):
        one = Found(
            start=before.start if index == 0 else start + first,
            end=start + stop,
            kind=before.kind,
            digits=digits,
            year=year,
            follows=index > 0,
            spoken=before.said_number,
        )
        one.issuer, one.date, one.defines = before.issuer, before.date, defines
        one.named = (
            len(parts) == 1
            and (before.kind in _NAMED_SHORT or (before.kind in _NAMED_LONG and stop - first > 2))
            and stop - first > 1
            and text[before.start].isupper()
            and _ENDS_SHORT.match(text, one.end) is not None
        )
        found.append(one)
    day_and_body_behind(text, found[-1])
    found[0].article = article_before(text, found[0].start, floor)
    first_one, last_one = found[0], found[-1]
    if not last_one.issuer and last_one.date is None and first_one.kind in NUMBERED_ALONE:
        body_before(text, first_one, floor)
    return tuple(found)
