"""Times and quantities in words: "Mỗi tháng hai kỳ", "Tháng 04 và tháng 08", "ít nhất 03 tiểu phẩm"."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from cchc.model import Month, Quantity, Schedule
from cchc.text import find_dates, fold

if TYPE_CHECKING:
    from cchc.model import Every

_COUNTS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_COUNT = r"(?:[0-9]{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_PERIODS: dict[str, Every] = {
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "06 tháng": "half_year",
    "6 tháng": "half_year",
    "sáu tháng": "half_year",
    "năm": "year",
}
_PERIOD = r"(?:0?6 tháng|sáu tháng|ngày|tuần|tháng|quý|năm)"
_TURNS = r"(?:kỳ|lần|số|buổi|cuộc|đợt|chuyên mục|chương trình|tin|bài|phiên|lớp)"
_EACH = re.compile(rf"\bmỗi ({_PERIOD}) (?:ít nhất |tối thiểu )?({_COUNT}) {_TURNS}\b")
_PER = re.compile(rf"\b({_COUNT}) {_TURNS}\s*(?:/|trên|mỗi|trong)\s*(?:một |01 |1 )?({_PERIOD})\b")
_ONCE_PER = re.compile(rf"\b({_PERIOD}) ({_COUNT}) {_TURNS}\b")
_RHYTHM = re.compile(rf"\b(?:hằng|hàng|định kỳ(?: hằng| hàng)?|mỗi) ({_PERIOD})\b")
_MONTH = r"tháng\s*([0-9]{1,2})(?:\s*(?:năm\s*|[/.-]\s*)([0-9]{4}))?"
_DAY = r"(?:ngày\s*)?[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|ngày\s*[0-9]{1,2}\s*tháng\s*[0-9]{1,2}\s*năm\s*[0-9]{4}"
_MOMENT = rf"(?:{_DAY}|{_MONTH})"
_MONTHS = re.compile(
    r"\b(?:các )?tháng\s*[0-9]{1,2}(?:\s*(?:,|;|và|,\s*và)\s*(?:tháng\s*)?[0-9]{1,2}(?![0-9/]))+"
)
_QUARTER = r"(?:iv|iii|ii|i|[1-4])\b"
_OF_YEAR = r"(?:\s*(?:năm\s*|/\s*)[0-9]{4})?"
#: "quý II", "quý I, quý III năm 2023", "quý III và IV/2026".
_QUARTER_LIST = re.compile(rf"\bquý\s*{_QUARTER}{_OF_YEAR}(?:\s*(?:,|và)\s*(?:quý\s*)?{_QUARTER}{_OF_YEAR})*")
_ONE_QUARTER = re.compile(rf"\b({_QUARTER})(?:\s*(?:năm\s*|/\s*)([0-9]{{4}}))?")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ALL_YEAR = re.compile(
    r"\b(?:thường xuyên|cả năm|quanh năm|suốt năm|trong cả năm|liên tục)\b|^(?:trong |năm |trong năm )*[0-9]{4}$|^trong năm$"
)
_START = re.compile(rf"\b(?:từ|bắt đầu(?: từ| vào)?|kể từ)\s*(?:đầu )?({_MOMENT})")
_END = re.compile(rf"\b(?:đến|kết thúc(?: vào| trong)?|tới)\s*(?:hết |cuối )?({_MOMENT})")
_LATEST = re.compile(rf"\b(?:chậm nhất(?: là)?|trước|hoàn thành(?: trước| trong)?|xong trước)\s*({_MOMENT})")
_ANY = re.compile(_MOMENT)


def _count(words: str) -> int:
    return _COUNTS.get(words) or int(words)


def _moment(words: str, year: int) -> dt.date | Month | None:
    for found in find_dates(words):
        return found.date
    if (month := re.search(_MONTH, words)) is not None and 1 <= int(month[1]) <= 12:
        return Month(year=int(month[2] or year), month=int(month[1]))
    return None


def schedule_of(words: str, year: int) -> Schedule:
    """Return when something is done; where the words say it in a way that is not known, only the words.

    Months and quarters without a year are those of *year*, the plan's.
    """
    kept = " ".join(words.split()).rstrip(" .;,")
    plain = fold(kept)
    start = _moment(found[1], year) if (found := _START.search(plain)) else None
    end = _moment(found[1], year) if (found := _END.search(plain)) else None
    if start is not None and isinstance(start, Month) and isinstance(end, Month) and found is not None:
        start = _shared_year(plain, start, end)
    if (rhythm := _rhythm(plain)) is not None:
        every, times = rhythm
        return Schedule(words=kept, kind="recurring", every=every, times=times, start=start, end=end)
    if re.search(r"\bthường xuyên\b", plain):
        return Schedule(words=kept, kind="all_year", start=start, end=end)
    if start is not None or end is not None:
        return Schedule(words=kept, kind="range", start=start, end=end)
    if (latest := _LATEST.search(plain)) is not None and (day := _moment(latest[1], year)) is not None:
        return Schedule(words=kept, kind="once", end=day)
    if (listed := _MONTHS.search(plain)) is not None:
        months = tuple(dict.fromkeys(int(number) for number in re.findall(r"[0-9]{1,2}", listed[0])))
        if all(1 <= month <= 12 for month in months):
            return Schedule(words=kept, kind="months", months=months)
    if quarters := [
        one for listed in _QUARTER_LIST.finditer(plain) for one in _ONE_QUARTER.finditer(listed[0])
    ]:
        return _in_quarters(kept, quarters, year)
    if (once := _ANY.search(plain)) is not None and (day := _moment(once[0], year)) is not None:
        return Schedule(words=kept, kind="once", start=day)
    if _ALL_YEAR.search(plain):
        return Schedule(words=kept, kind="all_year")
    return Schedule(words=kept, kind="words")


def _shared_year(plain: str, start: Month, end: Month) -> Month:
    # "từ tháng 4 đến tháng 10 năm 2014": the year behind the second month is that of both.
    first = _START.search(plain)
    said = first is not None and re.search(r"[0-9]{4}", first[1]) is not None
    return start if said else Month(year=end.year, month=start.month)


def _in_quarters(kept: str, quarters: list[re.Match[str]], year: int) -> Schedule:
    numbers = [_QUARTERS[found[1]] for found in quarters]
    if len(numbers) == 1:
        said = int(quarters[0][2] or year)
        first = Month(year=said, month=numbers[0] * 3 - 2)
        return Schedule(words=kept, kind="range", start=first, end=Month(year=said, month=numbers[0] * 3))
    months = tuple(month for number in numbers for month in range(number * 3 - 2, number * 3 + 1))
    return Schedule(words=kept, kind="months", months=months)


def rhythm_in(words: str) -> tuple[int, int] | None:
    """Return where *words* say a rhythm, "hàng tháng", "mỗi quý một lần"; ``None`` where they say none."""
    plain = fold(words)
    if len(plain) != len(words):
        return None
    found = _EACH.search(plain) or _PER.search(plain) or _RHYTHM.search(plain)
    return found.span() if found is not None else None


def time_in(words: str) -> str:
    """Return the rhythm or the last day that a sentence says beside other things; empty where it says none."""
    if (said := rhythm_in(words)) is not None:
        return words[said[0] : said[1]]
    plain = fold(words)
    latest = _LATEST.search(plain)
    return words[latest.start() : latest.end()] if latest is not None and len(plain) == len(words) else ""


def _rhythm(plain: str) -> tuple[Every, int | None] | None:
    if (found := _EACH.search(plain)) is not None:
        return _PERIODS[found[1].replace("06", "6")], _count(found[2])
    if (found := _PER.search(plain)) is not None:
        return _PERIODS[found[2].replace("06", "6")], _count(found[1])
    if (found := _RHYTHM.search(plain)) is not None:
        return _PERIODS[found[1].replace("06", "6")], None
    if (found := _ONCE_PER.search(plain)) is not None and found[1] != "năm":
        return _PERIODS[found[1].replace("06", "6")], _count(found[2])
    return None


#: What plans count, longest first where one begins with another.
UNITS = (
    "tiểu phẩm", "tin, bài", "tin bài", "tin", "bài viết", "bài", "phóng sự", "chuyên mục", "chuyên trang", "chuyên đề",
    "chương trình", "bản tin", "lớp tập huấn", "lớp", "hội nghị", "hội thi", "cuộc thi", "cuộc khảo sát", "cuộc", "buổi",
    "đợt", "tờ rơi", "tờ gấp", "tờ", "pano", "áp phích", "băng rôn", "khẩu hiệu", "tấm", "video", "clip", "kỳ", "số",
    "lượt phát", "lượt", "ấn phẩm", "cuốn", "bộ", "người", "đối thoại", "phiếu", "câu hỏi", "mô hình", "điểm",
)  # fmt: skip
_FLOOR = r"(?P<floor>ít nhất|tối thiểu|không dưới|từ|trên)?\s*"
_VALUE = r"(?P<number>[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?)"
_KNOWN_UNITS = "|".join(sorted((re.escape(unit) for unit in UNITS), key=len, reverse=True))
_QUANTITY = re.compile(rf"{_FLOOR}{_VALUE}\s+(?P<unit>{_KNOWN_UNITS})(?!\w)")
_ALONE = re.compile(rf"^{_FLOOR}{_VALUE}\s*(?P<unit>[^\d].*)?$")


def quantity_of(words: str, *, alone: bool = False) -> Quantity | None:
    """Return the first quantity in *words*; with *alone*, all of the words are one quantity, of whatever unit."""
    kept = " ".join(words.split()).rstrip(" .;")
    plain = fold(kept)
    found = _ALONE.match(plain) if alone else _QUANTITY.search(plain)
    if found is None or len(plain) != len(kept):
        return None
    written = found["number"].replace(".", "")
    number: int | Decimal = Decimal(written.replace(",", ".")) if "," in written else int(written)
    start, end = found.span("unit")
    unit = kept[start:end].strip() if found["unit"] else ""
    floor = cast("str | None", found["floor"]) is not None
    return Quantity(words=kept[found.start() : found.end()].strip(), number=number, unit=unit, at_least=floor)
