"""Where a sentence says when something is done and how much of it, among its other words."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from cchc.model import Month, Schedule
from cchc.reading._times import (
    BARE_DAY,
    DAY,
    HOUR,
    IN_EACH,
    MONTH,
    PERIOD,
    PERIODS_LISTED,
    SPELT,
    TIMES_OF,
    UNITS,
    quantity_of,
    schedule_of,
)
from cchc.text import fold

if TYPE_CHECKING:
    from cchc.model import Quantity

_AND = r"(?:\s*,\s*(?:và\s+)?|\s+và\s+|\s*[-–]\s*)"
_YEAR = r"(?:\s*(?:năm\s*|/\s*)[0-9]{4})?"
_ROMAN = r"(?:iv|iii|ii|i|[1-4])(?!\w)"
_QUARTERS = rf"quý\s*{_ROMAN}{_YEAR}(?:{_AND}(?:quý\s*)?{_ROMAN}{_YEAR})*"
_MONTHS = rf"tháng\s*[0-9]{{1,2}}(?![0-9]){_YEAR}(?:{_AND}(?:tháng\s*)?[0-9]{{1,2}}(?![0-9.]|/[0-9]{{1,2}}/){_YEAR})*"
_HALF = r"0?[369] tháng (?:đầu|cuối) năm(?: [0-9]{4})?"
_WEEK = r"tuần (?:đầu(?: tiên)?|cuối(?: cùng)?|thứ \w+)(?: của)?\s+"
_POINT = rf"(?:{DAY}|{_MONTHS}|{_QUARTERS}|{_HALF}|năm [0-9]{{4}}|cả năm(?: [0-9]{{4}})?)"
_DAY_OF_EACH = (
    r"ngày\s*[0-9]{1,2}(?:(?:\s*,\s*|\s+và\s+)(?:ngày\s*)?[0-9]{1,2})*\s*(?:của\s+)?(?:tháng (?:cuối|đầu|thứ \w+)(?: của)?(?: mỗi| hằng| hàng| các)? (?:quý|kỳ báo cáo|kỳ)"
    r"|(?:hằng|hàng|mỗi|các) (?:tháng|quý))"
)
_LATEST = r"(?:(?:chậm nhất|muộn nhất)(?:\s+là)?(?:\s+(?:vào|trong|trước|đến))?|trước)"
_DONE = r"(?:(?:và |phải )?(?:hoàn thành|thực hiện xong|xong)\s+)"
_BY = rf"(?:{_DONE}(?:{_LATEST}|trong|vào)?|{_LATEST}|trong|vào|đến hết)\s*(?:cuối |đầu |hết |{_WEEK})?{HOUR}(?:(?:sáng|trưa|chiều|tối)\s+(?=[0-9n]))?"
#: "từ ngày 10 đến ngày 25/6": the month is said behind the second.
_FIRST_DAY = r"(?:ngày\s*)?[0-9]{1,2}(?=\s*(?:đến|tới|[-–])\s*(?:hết\s+)?(?:ngày\s*)?[0-9]{1,2}/)"
_WEEKDAYS = r"(?:(?:các )?(?:ngày )?(?:thứ \w+|chủ nhật)(?:(?:\s*,|\s+và)\s+(?:thứ \w+|chủ nhật))*\s+)?"
_CLOCK = (
    r"(?:vào\s+(?:lúc\s+)?(?:[0-9]{1,2}\s*(?:giờ|h)\s*(?:[0-9]{1,2}\s*)?(?:phút\s+)?)?(?:buổi\s+)?"
    r"(?:(?:sáng|trưa|chiều|tối)\s+)?)?"
)
_ON_THE_DAYS = r"(?:\s+vào\s+(?:tuần|ngày|thứ|chiều|sáng|tối)\s[^,;.()]{1,60})?"
_OFTEN = r"(?=\s*(?:$|[;,.]|trong năm|cập nhật|đăng|duy trì|đưa|phát|cung cấp|tuyên truyền|thông tin|niêm yết|phổ biến))"
#: Ways in which a sentence says a time, tried in order at each place.
_TIME = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        (
            rf"(?:(?:{_LATEST}|vào)\s+)?{_DAY_OF_EACH}",
            (
                rf"(?:từ|bắt đầu từ|kể từ)\s+(?:đầu |giữa )?(?:{DAY}|{MONTH}|{BARE_DAY}|{_FIRST_DAY})"
                rf"(?:\s*(?:(?:đến|tới|[-–])\s*|,?\s*(?:và )?kết thúc (?:vào |trong )?)(?:hết |cuối )?(?:{DAY}|{MONTH}|{BARE_DAY}))?"
            ),
            rf"(?:ít nhất |tối thiểu )?{TIMES_OF}\s*(?:/\s*|mỗi |trong )(?:một |01 |1 )?{PERIOD}(?!\w|/){_ON_THE_DAYS}",
            rf"(?:định kỳ,?\s+)?(?:(?:[0-9]{{1,2}}|một|hai|ba|sáu) )?{PERIOD}\s*/\s*(?:một |01 |1 )?(?:lần|kỳ|số)",
            rf"(?:[0-9]{{1,2}}|hai|ba|sáu) {PERIOD} (?:một|01|1) (?:lần|kỳ|số)",
            (
                rf"{_CLOCK}{_WEEKDAYS}(?:hằng|hàng|mỗi|(?:theo )?định kỳ(?: vào)?(?: hằng| hàng)?)\s+{PERIODS_LISTED}(?!\w|\s*[0-9]{{4}})"
                rf"(?:\s+(?:ít nhất |tối thiểu )?{TIMES_OF}(?!\w))?{_ON_THE_DAYS}"
            ),
            IN_EACH,
            rf"{_DONE}?{_LATEST}\s+{BARE_DAY}(?!\s*(?:,|và|[-–])\s*[0-9])",
            rf"{_BY}{_POINT}(?:\s*(?:,|và)\s*(?:{_LATEST}\s*)?(?:{DAY}))?",
            rf"(?:(?<=^)|(?<=[,;:] )|(?<=\())(?:{_QUARTERS}|{_HALF}|{_MONTHS}(?:\s+(?:đến|tới)\s+(?:hết\s+)?{MONTH})?)",
            r"(?:trong\s+)?(?:cả|suốt) năm(?: [0-9]{4})?|quanh năm",
            r"(?:(?:nhân|vào|trong)\s+)?(?:các\s+)?dịp\s+[^,;.]{3,}",
            rf"(?<=^)thường xuyên(?=\s+\w)|(?:(?<=^)|(?<=[;,:] ))thường xuyên{_OFTEN}|(?<=cập nhật )thường xuyên|(?<=duy trì )thường xuyên|(?<=sử dụng )thường xuyên|(?<=thực hiện )thường xuyên(?=\s*(?:$|[;,.]|trong năm))",
        )
    )
    + r")(?!\w)"
)
_DIGIT = re.compile(r"[0-9]")
#: Every way has a digit in it, or one of these.
_WORDS_OF_TIME = ("ngày", "tuần", "tháng", "quý", "năm", "dịp", "thường xuyên")
_JOINT = re.compile(r"\s*[,(]?\s*(?:và\s+)?")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]|«[^»]*»")

UNIT = "|".join(sorted((re.escape(unit) for unit in UNITS), key=len, reverse=True))
_VALUE = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
#: A count of pieces, "ít nhất 10 tin, bài, video ngắn", with what it is counted by, "/thôn/năm".
AMOUNT = re.compile(
    rf"(?<![\w.,/])(?P<floor>ít nhất|tối thiểu|không dưới|từ|trên)?\s*(?P<number>{_VALUE}){SPELT}\s+(?P<unit>(?:{UNIT})(?:(?:, | và )(?:{UNIT})(?!\w)(?: ngắn)?)*)(?!\w)"
    rf"(?P<up> trở lên)?(?:\s*/\s*\w+(?=/))?(?P<per>\s*/\s*{PERIOD}(?!\w))?"
)
_FLOORS = ("ít nhất", "tối thiểu", "không dưới")
#: Before a number that counts what is made stands a verb, a mark, or nothing.
_COUNTS_BEHIND = re.compile(
    r"(?:^|[,;:(]|\b(?:đăng|phát|in|treo|tổ chức|mở|sản xuất|xây dựng|thực hiện|viết|đạt|có|dựng|lắp đặt|biên soạn|phát hành|cấp phát"
    r"|đăng tải|phát sóng|mới|tải|làm|ra|duy trì|thiết kế|mỗi tháng|mỗi quý|mỗi tuần|mỗi năm|hằng tháng|hằng quý|hằng tuần|hằng năm"
    r"|hàng tháng|hàng quý|hàng tuần|hàng năm|được|với|ban hành|dàn dựng|phối hợp|bố trí|kẻ vẽ|vẽ|căng|số lượng))\s*$"
)


@frozen
class Said:
    """A stretch of a sentence that says a time or an amount: where it stands, and its words."""

    start: int
    end: int
    words: str


# A sentence is asked for many things before the next one comes.
@functools.lru_cache(maxsize=64)
def plain(words: str) -> str:
    """Return *words* folded where that keeps every place, else in small letters."""
    folded = fold(words)
    return folded if len(folded) == len(words) else words.lower()


def times_in(words: str) -> tuple[Said, ...]:
    """Return the stretches of *words* that say a time; two that follow each other are one: "hằng quý, trước ngày 10 …"."""
    text = plain(words)
    if _DIGIT.search(text) is None and not any(word in text for word in _WORDS_OF_TIME):
        return ()
    quoted = [found.span() for found in _QUOTED.finditer(words)]
    found: list[tuple[int, int]] = []
    for one in _TIME.finditer(text):
        start, end = one.span()
        if any(first <= start < last for first, last in quoted):
            continue
        if found and _JOINT.fullmatch(text[found[-1][1] : start]):
            opened = "(" in text[found[-1][1] : start] and text[end : end + 1] == ")"
            found[-1] = (found[-1][0], end + opened)
        else:
            found.append((start, end))
    return tuple(Said(start, end, words[start:end].strip()) for start, end in found)


def schedule_in(words: str, year: int) -> Schedule | None:
    """Return the first time that a sentence says and that can be reckoned with, else the first that it says at all."""
    said = [schedule_of(one.words, year) for one in times_in(words)]
    months = [one.start.month for one in said if one.kind == "once" and isinstance(one.start, Month)]
    if 1 < len(months) == len(said):
        listed = ", ".join(one.words for one in said)
        return Schedule(words=listed, kind="months", months=tuple(sorted(set(months))))
    return next((one for one in said if one.kind != "words"), said[0] if said else None)


def amount_in(words: str) -> tuple[Said, Quantity] | None:
    """Return the first count of pieces in *words*; a number of places, people or minutes is none."""
    text = plain(words)
    for found in AMOUNT.finditer(text):
        before = text[: found.start()].rstrip()
        place = found["floor"] in ("từ", "trên") and re.search(r"(?:ngày|tuần|tháng|quý|năm)$", before)
        if found["floor"] not in _FLOORS and (place or not _COUNTS_BEHIND.search(before)):
            continue
        start, end = found.span()
        quantity = quantity_of(words[start : found.end("unit")])
        if quantity is None:
            continue
        first, last = found.span("unit")
        said = words[start:end].strip()
        floor = bool(found["floor"] or found["to"] or found["up"])
        return Said(start, end, said), attrs.evolve(
            quantity, words=said, unit=words[first:last], at_least=floor
        )
    return None
