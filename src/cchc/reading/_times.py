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
    "03 tháng": "quarter",
    "3 tháng": "quarter",
    "06 tháng": "half_year",
    "6 tháng": "half_year",
    "09 tháng": "year",
    "9 tháng": "year",
    "sáu tháng": "half_year",
    "năm": "year",
}
PERIOD = r"(?:0?[369] tháng|sáu tháng|(?:0?1|một) (?:tháng|quý|năm)|ngày|tuần|tháng|quý|năm)"
_ONE = re.compile(r"^(?:0?1|một) ")
#: What is done so many times; pieces ("tin, bài") are how much and not how often.
_TURNS = r"(?:kỳ|lần|số|buổi|cuộc|đợt|chuyên mục|chuyên trang|chương trình|phiên|lớp|lượt|hội nghị|bản tin|phóng sự|chuyên đề)"
TIMES_OF = rf"{_COUNT} {_TURNS}"
_FLOOR_WORDS = r"(?:ít nhất |tối thiểu )?"
_EACH = re.compile(rf"\b(?:mỗi|hằng|hàng|định kỳ) ({PERIOD}) {_FLOOR_WORDS}({_COUNT}) {_TURNS}(?!\w)")
_PER = re.compile(rf"\b({_COUNT}) {_TURNS}\s*(?:/|trên|mỗi|trong)\s*(?:một |01 |1 )?({PERIOD})(?!\w)")
#: Pieces of which so many are told in a month: "trong tháng 02 tin, bài" names no month.
PIECES = r"(?:tin|bài|phóng sự|video|clip|lượt)"
#: "trong tháng phát 02 tin, bài": as much in each month.
IN_EACH = rf"trong (tuần|tháng|quý)(?=\s+(?:(?:đăng tải|đăng|phát sóng|phát|có|viết)\s+)?{_FLOOR_WORDS}[0-9]{{1,3}}\s+{PIECES}\b)"
_IN_EACH = re.compile(r"trong (tuần|tháng|quý)")
_ONCE_PER = re.compile(rf"\b({PERIOD}) ({_COUNT}) {_TURNS}(?!\w)")
_APART = re.compile(
    r"\b(?:([0-9]{1,2}|một|hai|ba|sáu) )?(ngày|tuần|tháng|quý|năm)\s*/\s*(?:một |01 |1 )?(?:lần|kỳ|số)\b"
    r"|\b(?P<count>[0-9]{1,2}|hai|ba|sáu) (?P<period>ngày|tuần|tháng|quý|năm) (?:một|01|1) (?:lần|kỳ|số)\b"
)
PERIODS_LISTED = rf"{PERIOD}(?:(?:\s*,\s*|\s*,?\s+và\s+){PERIOD}(?!\s*[0-9]))*"
_RHYTHM = re.compile(
    rf"\b(?:hằng|hàng|định kỳ(?: vào)?(?: hằng| hàng)?|mỗi) ({PERIODS_LISTED})(?!\w|\s*[0-9])"
)
_RATE = re.compile(rf"\s*/\s*{PERIOD}$", re.IGNORECASE)
_PER_ALONE = re.compile(rf"(?<=\w)\s*/\s*({PERIOD})(?!\w|/)")
#: A day of each month or quarter: "trước ngày 15 của tháng cuối quý", "chậm nhất ngày 20 hằng tháng".
_DAY_OF_EACH = re.compile(
    r"\bngày\s*[0-9]{1,2}(?:(?:\s*,\s*|\s+và\s+)(?:ngày\s*)?[0-9]{1,2})*\s*(?:của\s+)?(?:(tháng) (?:cuối|đầu|thứ \w+)(?: của)?(?: mỗi| hằng| hàng| các)? (quý|kỳ báo cáo|kỳ)|(?:hằng|hàng|mỗi|các) (tháng|quý))\b"
)
MONTH = rf"tháng\s*([0-9]{{1,2}})(?![0-9]|\s+{PIECES}\b)(?:\s*(?:năm\s*|[/.-]\s*)([0-9]{{4}}))?"
DAY = (
    r"(?:ngày\s*)?[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|ngày\s*[0-9]{1,2}\s*tháng\s*[0-9]{1,2}(?:\s*năm\s*[0-9]{4})?"
    r"|ngày\s*[0-9]{1,2}/[0-9]{1,2}(?![0-9/])"
)
_MOMENT = rf"(?:{DAY}|{MONTH})"
#: "trước 17 giờ ngày 15/7", "trước 16 giờ 30 phút, ngày 20 tháng 6".
HOUR = r"(?:[0-9]{1,2}\s*(?:giờ|h)\s*(?:[0-9]{2}\s*)?(?:phút\s*)?,?\s*)?"
#: A day of the plan's year in figures alone; only behind "trước" it is sure to be one.
BARE_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])(?![0-9/]|\.[0-9])"
_YEARLESS = re.compile(r"(?:ngày\s*|^)([0-9]{1,2})(?:\s*tháng\s*|/)([0-9]{1,2})(?!\s*năm|[0-9/])")
#: "tháng 3, 6 và 9/2022", "tháng 01/2026 và tháng 7/2026"; in "tháng 3, 02 buổi" the second number is none of a month.
_MONTHS = re.compile(
    r"\b(?:các )?tháng\s*[0-9]{1,2}(?:/[0-9]{4})?"
    rf"(?:\s*(?:,|;|và|,\s*và)\s*(?:tháng\s*)?[0-9]{{1,2}}(?![0-9]|/[0-9]{{1,2}}(?![0-9])|\s+(?:{PIECES}|{_TURNS})\b)(?:/[0-9]{{4}})?)+"
    r"(?:\s*(?:năm\s*|/\s*)[0-9]{4})?"
)
_QUARTER = r"(?:iv|iii|ii|i|[1-4])\b"
_OF_YEAR = r"(?:\s*(?:năm\s*|/\s*)[0-9]{4})?"
#: "quý II", "quý I, quý III năm 2023", "quý III và IV/2026".
_QUARTER_LIST = re.compile(rf"\bquý\s*{_QUARTER}{_OF_YEAR}(?:\s*(?:,|và)\s*(?:quý\s*)?{_QUARTER}{_OF_YEAR})*")
_ONE_QUARTER = re.compile(rf"\b({_QUARTER})(?:\s*(?:năm\s*|/\s*)([0-9]{{4}}))?")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
#: "6 tháng đầu năm", "9 tháng đầu năm 2021".
_PART = re.compile(r"\b0?([369]) tháng (đầu|cuối) năm(?: ([0-9]{4}))?")
_ALL_YEAR = re.compile(
    r"\b(?:thường xuyên|cả năm|quanh năm|suốt năm|trong cả năm|liên tục)\b|^(?:trong |năm |trong năm |cả năm )*[0-9]{4}$|^trong năm$"
)
_START = re.compile(rf"\b(?:từ|bắt đầu(?: từ| vào)?|kể từ)\s*(?:đầu |giữa )?({_MOMENT})")
_END = re.compile(rf"\b(?:đến|kết thúc(?: vào| trong)?|tới)\s*(?:hết |cuối )?({_MOMENT})")
#: "15/3 - 30/4/2026", "từ 01/10 đến hết ngày 15/10": the first day has the month and the year of the second where it has none.
_DAYS = re.compile(
    r"(?<![0-9/.])([0-9]{1,2})(?:/([0-9]{1,2})(?:/([0-9]{4}))?)?\s*(?:đến|tới|[-–—])\s*(?:hết\s+)?(?:ngày\s*)?([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?(?![0-9/])"
)
#: What begins with one day and ends with another: "phát động 01/6; tổng kết ngày 10/10/2026".
_BEGUN = re.compile(
    rf"\b(?:phát động|khai mạc|khởi động|ra quân)\s*(?:vào |từ |trong )?({_MOMENT}|{BARE_DAY})"
)
_ENDED = re.compile(
    rf"\b(?:tổng kết|trao giải|bế mạc|kết thúc|công bố kết quả|chung kết)(?:,? (?:và )?trao giải)?\s*(?:vào |trong )?({_MOMENT}|{BARE_DAY})"
)
#: "Tháng 10 - 11", "từ tháng 8 - tháng 9/2020", "tháng 4 đến tháng 12".
_DASHED = re.compile(
    rf"\b({MONTH})\s*(?:[-–]\s*(?:tháng\s*)?|(?:đến|tới)\s+(?:hết |cuối )?tháng\s*)([0-9]{{1,2}})(?![0-9])(?:\s*(?:năm\s*|/\s*)([0-9]{{4}}))?"
)
_LATEST = re.compile(
    rf"\b(?:chậm nhất(?: là)?(?: vào| trong| trước)?|muộn nhất(?: là)?|trước|hoàn thành(?: trước| trong)?|xong(?: trước| trong)?)\s*{HOUR}({_MOMENT}|(?<=trước ){BARE_DAY}|(?<=nhất ){BARE_DAY})"
)
_ANY = re.compile(_MOMENT)
_DUE = re.compile(rf"{_MOMENT}|(?<![0-9/]){BARE_DAY}")


def _count(words: str) -> int:
    return _COUNTS.get(words) or int(words)


def _moment(words: str, year: int) -> dt.date | Month | None:
    for found in find_dates(words):
        return found.date
    if (day := _YEARLESS.search(words)) is not None:
        try:
            return dt.date(year, int(day[2]), int(day[1]))
        except ValueError:
            return None
    if (month := re.search(MONTH, words)) is not None and 1 <= int(month[1]) <= 12:
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
        if every == "year" and end is None and (latest := _LATEST.search(plain)) is not None:
            # "01 hội nghị/năm, hoàn thành trước ngày 30/6/2026"
            end = _moment(latest[1], year)
        return Schedule(words=kept, kind="recurring", every=every, times=times, start=start, end=end)
    if re.search(r"\bthường xuyên\b", plain):
        return Schedule(words=kept, kind="all_year", start=start, end=end)
    if (start is None or end is None) and (days := _day_range(plain, year)) is not None:
        return Schedule(words=kept, kind="range", start=days[0], end=days[1])
    dashed = _DASHED.search(plain) if not isinstance(start, dt.date) else None
    if dashed is not None and 1 <= int(dashed[2]) < int(dashed[4]) <= 12:
        last = Month(year=int(dashed[5] or dashed[3] or year), month=int(dashed[4]))
        first = Month(year=int(dashed[3] or last.year), month=int(dashed[2]))
        return Schedule(words=kept, kind="range", start=first, end=last)
    if start is not None or end is not None:
        return Schedule(words=kept, kind="range", start=start, end=end)
    if (latest := _LATEST.search(plain)) is not None and (day := _moment(latest[1], year)) is not None:
        # Two days by which a thing is due are two times, and no one field holds them.
        due = {_moment(one[0], year) for one in _DUE.finditer(plain)}
        return (
            Schedule(words=kept, kind="once", end=day)
            if len(due) == 1
            else Schedule(words=kept, kind="words")
        )
    listed = _MONTHS.search(plain)
    if listed is not None and (months := _in_months(kept, listed, year)) is not None:
        return months
    if (part := _PART.search(plain)) is not None:
        said, length = int(part[3] or year), int(part[1])
        first_month = 1 if part[2] == "đầu" else 13 - length
        begin, until = Month(year=said, month=first_month), Month(year=said, month=first_month + length - 1)
        return Schedule(words=kept, kind="range", start=begin, end=until)
    if quarters := [
        one for several in _QUARTER_LIST.finditer(plain) for one in _ONE_QUARTER.finditer(several[0])
    ]:
        return _in_quarters(kept, quarters, year)
    if (once := _ANY.search(plain)) is not None and (day := _moment(once[0], year)) is not None:
        return Schedule(words=kept, kind="once", start=day)
    if _ALL_YEAR.search(plain):
        return Schedule(words=kept, kind="all_year")
    return Schedule(words=kept, kind="words")


def _day_range(plain: str, year: int) -> tuple[dt.date | Month, dt.date | Month] | None:
    """Return the first and the last day that *plain* says in figures, or by what begins and ends a thing."""
    if (found := _DAYS.search(plain)) is not None:
        day, month, said, last_day, last_month, last_said = found.groups()
        last_year = int(last_said or said or year)
        try:
            last = dt.date(last_year, int(last_month), int(last_day))
            first = dt.date(int(said or last_year), int(month or last_month), int(day))
        except ValueError:
            return None
        return (first, last) if first < last else None
    if (begun := _BEGUN.search(plain)) is not None and (
        ended := _ENDED.search(plain, begun.end())
    ) is not None:
        end = _moment(ended[1], year)
        start = _moment(begun[1], end.year if end is not None else year)
        return (start, end) if start is not None and end is not None else None
    return None


def _shared_year(plain: str, start: Month, end: Month) -> Month:
    # "từ tháng 4 đến tháng 10 năm 2014": the year behind the second month is that of both.
    first = _START.search(plain)
    said = first is not None and re.search(r"[0-9]{4}", first[1]) is not None
    return start if said else Month(year=end.year, month=start.month)


def _in_months(kept: str, listed: re.Match[str], year: int) -> Schedule | None:
    """Return listed months; those of another year than the plan's are a range where they follow each other."""
    years = {int(one) for one in re.findall(r"[0-9]{4}", listed[0])}
    months = tuple(dict.fromkeys(map(int, re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", listed[0]))))
    if not all(1 <= month <= 12 for month in months):
        return None
    if len(years) > 1:
        return Schedule(words=kept, kind="words")
    said = years.pop() if years else year
    if said == year:
        return Schedule(words=kept, kind="months", months=months)
    if months[-1] - months[0] != len(months) - 1:
        return Schedule(words=kept, kind="words")
    first, last = Month(year=said, month=months[0]), Month(year=said, month=months[-1])
    return Schedule(words=kept, kind="range", start=first, end=last)


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


def _rhythm(plain: str) -> tuple[Every, int | None] | None:
    if (found := _EACH.search(plain)) is not None:
        return _every(found[1]), _count(found[2])
    if (found := _PER.search(plain)) is not None:
        return _every(found[2]), _count(found[1])
    if (found := _APART.search(plain)) is not None:
        return _apart(found)
    if (found := _DAY_OF_EACH.search(plain)) is not None:
        return ("month" if found[3] == "tháng" else "quarter"), None
    if (found := _RHYTHM.search(plain)) is not None:
        # "Định kỳ quý, 6 tháng và năm": what comes round soonest holds the others.
        said = {_every(one) for one in re.findall(PERIOD, found[1])}
        return next(one for one in _PERIODS.values() if one in said), None
    if (found := _IN_EACH.fullmatch(plain)) is not None:
        return _every(found[1]), None
    if (found := _ONCE_PER.search(plain)) is not None and found[1] != "năm":
        return _every(found[1]), _count(found[2])
    return (_every(alone[1]), None) if (alone := _PER_ALONE.search(plain)) is not None else None


def _every(words: str) -> Every:
    return _PERIODS[_ONE.sub("", words)]


def _apart(found: re.Match[str]) -> tuple[Every, int] | None:
    """Return the rhythm of "01 tháng/lần", "6 tháng/lần"; none where no period of ours is that long."""
    said, period = (found["count"], found["period"]) if found["period"] else (found[1], found[2])
    count = _count(said) if said else 1
    lengths: dict[tuple[int, str], Every] = {
        (1, "ngày"): "day", (1, "tuần"): "week", (1, "tháng"): "month", (3, "tháng"): "quarter", (1, "quý"): "quarter",
        (2, "quý"): "half_year", (6, "tháng"): "half_year", (12, "tháng"): "year", (1, "năm"): "year",
    }  # fmt: skip
    every = lengths.get((count, period))
    return (every, 1) if every is not None else None


#: What plans count, longest first where one begins with another.
UNITS = (
    "tiểu phẩm", "tin, bài", "tin bài", "tin", "bài viết", "bài", "phóng sự", "chuyên mục", "chuyên trang", "chuyên đề",
    "chương trình", "bản tin", "lớp", "hội nghị", "hội thi", "cuộc thi", "cuộc khảo sát", "cuộc", "buổi",
    "đợt", "tờ rơi", "tờ gấp", "tờ bướm", "tờ", "pano", "áp phích", "băng rôn", "khẩu hiệu", "tấm", "video", "clip", "kỳ", "số",
    "lượt phát", "lượt", "phiên", "cụm", "gian hàng", "chuyên đề", "tài liệu", "sổ tay", "panô", "pa nô", "áp phích", "poster",
    "quyển", "biển", "màn hình", "diễn đàn", "tọa đàm", "hội thảo", "vở", "suất", "đêm diễn", "chiến dịch", "ngày hội", "thư ngỏ",
    "infographic", "video clip", "ấn phẩm", "cuốn", "bộ", "người", "đối thoại", "phiếu", "câu hỏi", "mô hình", "điểm",
)  # fmt: skip
_FLOOR = r"(?P<floor>ít nhất|tối thiểu|không dưới|từ|trên)?\s*"
_VALUE = r"(?P<number>[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?)"
_KNOWN_UNITS = "|".join(sorted((re.escape(unit) for unit in UNITS), key=len, reverse=True))
#: "02 (hai) lớp", "02 - 03 hội nghị", "từ 02 đến 03 buổi".
SPELT = r"(?:\s*(?P<to>-|–|đến)\s*[0-9]{1,3}(?![0-9/.]))?(?:\s*\([^\W\d_][^()0-9]{0,30}\))?"
_QUANTITY = re.compile(rf"{_FLOOR}{_VALUE}{SPELT}\s+(?P<unit>{_KNOWN_UNITS})(?!\w)")
#: What is counted, before what a line says of it besides: "tin, bài trở lên", "lớp/150 học viên", "băng rôn, treo tại …".
_COUNTED = re.compile(
    rf"(?P<unit>(?:{_KNOWN_UNITS})(?:(?:, | và )(?:{_KNOWN_UNITS})(?!\w))*)"
    r"(?:(?P<up>\s+trở lên)|\s*/\s*[0-9]|\s+\(|,\s+(?=[0-9])|,\s+(?:mỗi|treo|trong đó|đặt|dựng|cấp|phát|tại|cho|có|gồm)\s)"
)
_ALONE = re.compile(rf"^{_FLOOR}{_VALUE}{SPELT}\s*(?P<unit>[^\d].*)?$")


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
    unit = _RATE.sub("", kept[start:end].strip()) if found["unit"] else ""
    floor = cast("str | None", found["floor"] or found["to"]) is not None
    if alone and (counted := _COUNTED.match(fold(unit))) is not None:
        floor = floor or counted["up"] is not None
        unit = unit[: counted.end("unit")]
    return Quantity(words=kept[found.start() : found.end()].strip(), number=number, unit=unit, at_least=floor)
