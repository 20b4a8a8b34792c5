"""Years, days and terms that move with the plan's year."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator

from attrs import frozen

from cchc.model import Month
from cchc.rollover._record import Kind


@frozen(kw_only=True)
class Piece:
    """A piece of a text that is to be something else, with the reason; with *asks*, what kind of thing is to be decided."""

    start: int
    end: int
    after: str
    vi: str
    en: str
    source: str = ""
    asks: Kind | None = None
    options: tuple[str, ...] = ()


_DAY = re.compile(r"(?<![\d/.,-])([0-3]?\d)([/.-])([01]?\d)\2((?:19|20|21)\d\d)(?![\d/])")
_LONG_DAY = re.compile(r"([0-3]?\d) tháng ([01]?\d) năm ((?:19|20|21)\d\d)")
_YEAR = re.compile(r"(?<![\d/.,-])((?:19|20|21)\d\d)(?![\d/])")
PERIOD = re.compile(r"(?<!\d)((?:19|20|21)\d\d)\s*[-–]\s*((?:19|20|21)\d\d)(?!\d)")
# "tháng 3/2026", "quý I/2026", "02/2026"; a longer number with a slash is a document's.
_OF_MONTH = re.compile(
    r"(?:(?<!\w)(?:tháng|quý) +(?:1[0-2]|0?[1-9]|I{1,3}|IV) ?[/-] ?|(?<![\d/.,-])(?:1[0-2]|0?[1-9])/)"
    r"(?P<year>(?:19|20|21)\d\d)(?![\d/-])",
    re.IGNORECASE,
)
_LEVELS = re.compile(
    r"(?P<service>dịch vụ công (?:trực tuyến )?(?:ở |đạt )?)(?P<levels>mức độ [34](?:(?:,| và| hoặc) (?:mức độ )?[34])?)",
    re.IGNORECASE,
)
_SERVICES = "Nghị định 42/2022/NĐ-CP ngày 24/6/2022 (theo một nguồn)"
_SERVICES_SINCE = dt.date(2022, 8, 15)
TWO_TIERS_LAW = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025"
TWO_TIERS = dt.date(2025, 7, 1)
# Longest first. The first say districts alone: what they did is proposed to the communes, for a person to confirm.
_OF_DISTRICTS = (
    (r"(UBND|Ủy ban nhân dân) (?:các )?(?:quận, huyện|huyện, thành phố|huyện, thị xã, thành phố|huyện, thị xã|huyện)(?:(?:,| và) (?:UBND |Ủy ban nhân dân )?(?:các )?xã, phường, thị trấn|(?:,| và) (?:UBND )?các xã)", r"\1 các xã, phường"),
    (r"(UBND|Ủy ban nhân dân) (?:các )?(?:quận, huyện|huyện, thành phố|huyện, thị xã, thành phố|huyện, thị xã|quận|huyện(?=[,;.]|$| và| có| liên))", r"\1 các xã, phường"),
    (r"từ cấp xã đến cấp huyện|giữa cấp xã và cấp huyện", "ở cấp xã"),
    (r"cấp huyện,? (?:và )?cấp xã|cấp xã,? (?:và )?cấp huyện", "cấp xã"),
    (r"cấp huyện", "cấp xã"),
    (r"(?:các )?quận, huyện(?:,? (?:và )?(?:UBND )?(?:các )?xã, phường, thị trấn)?", "xã, phường"),
    (r"các huyện, thành phố(?:, (?:các )?xã, phường, thị trấn)?|huyện, thị xã, thành phố", "các xã, phường"),
)  # fmt: skip
_OF_COMMUNES = (
    (r"xã, phường, thị trấn", "xã, phường"),
    (r"phường, thị trấn", "phường"),
    (r"các xã, thị trấn", "các xã"),
)


@functools.cache
def _tiers(level: str | None) -> tuple[tuple[re.Pattern[str], str], ...]:
    # In a commune's own plan the district stands above it, and its duties are not the commune's.
    pairs = _OF_COMMUNES if level == "commune" else _OF_DISTRICTS + _OF_COMMUNES
    return tuple((re.compile(rf"(?<!\w){pattern}(?!\w)"), after) for pattern, after in pairs)


def moved(moment: dt.date | Month, by: int) -> dt.date | Month:
    """Return the same day or month *by* years later; 29 February becomes 28 February where there is none."""
    if isinstance(moment, Month):
        return Month(year=moment.year + by, month=moment.month)
    return day_of(moment.year + by, moment.month, moment.day)


def day_of(year: int, month: int, day: int) -> dt.date:
    """Return a day; 29 February of a common year is its last day of February."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return dt.date(year, month, 28)


def years(words: str, old: int, new: int, closed: list[tuple[int, int]]) -> Iterator[Piece]:
    """Yield the years and days of the plan's own year in *words*, outside the places that are *closed*.

    Any other year that the plan comes to, passes or leaves is asked about: "kết quả năm 2021" in a plan of 2022 may be last
    year's or a fixed one, "đến năm 2025" is over in 2027. Asking about all of them also makes two steps equal to one: what
    was not asked on the way lies beyond the end of both.
    """
    taken = list(closed)
    for match in PERIOD.finditer(words):
        if not any(start <= match.start() < end for start, end in closed):
            taken.append(match.span())
            yield from _period(match, old, new)
    said_vi, said_en = f"năm của kế hoạch là {new}", f"the plan's year is {new}"
    for pattern, day_group, month_group, year_group in ((_DAY, 1, 3, 4), (_LONG_DAY, 1, 2, 3)):
        for match in pattern.finditer(words):
            if any(start <= match.start() < end for start, end in taken):
                continue
            day, month, year = int(match[day_group]), int(match[month_group]), int(match[year_group])
            if not (1 <= month <= 12 and 1 <= day <= 31):
                continue
            taken.append(match.span())
            if year != old:
                yield from _other(match, year, old, new)
                continue
            there = day_of(new, month, day)
            middle = f"{month:02d}" if month < 3 else str(month)
            form = (
                f"{there.day:02d}{match[2]}{middle}{match[2]}{new}"
                if pattern is _DAY
                else f"{there.day:02d} tháng {middle} năm {new}"
            )
            yield Piece(
                start=match.start(), end=match.end(), after=form, vi=said_vi, en=said_en,
                source="Nghị định 30/2020/NĐ-CP ngày 05/3/2020, Phụ lục I, mục II.4.b",
            )  # fmt: skip
            if there.day != day:
                yield Piece(
                    start=match.start(), end=match.end(), after=form, asks="day",
                    vi=leap_day(new)[0], en=leap_day(new)[1],
                )  # fmt: skip
    for pattern, group in ((_OF_MONTH, "year"), (_YEAR, 1)):
        for match in pattern.finditer(words):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            year = int(match[group])
            if year == old:
                yield Piece(
                    start=match.start(group), end=match.end(group), after=str(new), vi=said_vi, en=said_en
                )
            else:
                yield from _other(match, year, old, new)


def _period(match: re.Match[str], old: int, new: int) -> Iterator[Piece]:
    first, last, said = int(match[1]), int(match[2]), match.group()
    if last - first == 1 and last >= old and first <= new:
        yield Piece(
            start=match.start(), end=match.end(), after=said, asks="year",
            vi=f"{said!r}: giữ nguyên, hay đổi theo năm {new}?", en=f"{said!r}: does it move to {new}?",
        )  # fmt: skip
    elif last < new:
        yield Piece(
            start=match.start(), end=match.end(), after=said, asks="period",
            vi=f"Giai đoạn {said} đã hết vào năm {new}; giai đoạn hoặc văn bản nào thay thế?",
            en=f"The period {said} is over in {new}; which period or document follows?",
        )  # fmt: skip


def leap_day(year: int) -> tuple[str, str]:
    """Return the question about 29 February in a year that has none."""
    return (
        f"Năm {year} không có ngày 29/02; lấy ngày 28/02 có đúng không?",
        f"{year} has no 29 February; is the 28th right?",
    )


def _other(match: re.Match[str], year: int, old: int, new: int) -> Iterator[Piece]:
    if not old - 1 <= year <= new + 1:
        return
    beside = abs(year - old) == 1
    yield Piece(
        start=match.start(), end=match.end(), after=match.group(), asks="year",
        options=(match.group(), match.group().replace(str(year), str(year + new - old))) if beside else (),
        vi=f"{match.group()!r}: giữ nguyên, hay đổi theo năm {new}?", en=f"{match.group()!r}: does it move to {new}?",
    )  # fmt: skip


def terms(
    words: str, on: dt.date, closed: list[tuple[int, int]], *, level: str | None = None
) -> Iterator[Piece]:
    """Yield the terms in *words* that are no longer said on the day *on*.

    *level* is that of the unit whose plan it is. In the plan of a district "UBND huyện" is the district itself, whose
    successor only a person can choose.
    """
    if on >= _SERVICES_SINCE:
        for match in _LEVELS.finditer(words):
            if any(start <= match.start() < end for start, end in closed):
                continue
            levels = set(re.findall(r"[34]", match["levels"]))
            now = {"4": "toàn trình"}.get("".join(levels), "toàn trình, một phần")
            said = (
                match["service"] if "trực tuyến" in match["service"].lower() else "dịch vụ công trực tuyến "
            )
            yield Piece(
                start=match.start(), end=match.end(), after=said + now, source=_SERVICES,
                vi="dịch vụ công trực tuyến chỉ còn hai mức: toàn trình, một phần", en="online services have two levels now: whole and partial",
            )  # fmt: skip
            if levels == {"3"}:
                yield Piece(
                    start=match.start(), end=match.end(), after=said + now, asks="term", options=("toàn trình", "một phần"), source=_SERVICES,
                    vi=f"{match.group()!r} nay là toàn trình hay một phần?", en="Is that whole or partial now?",
                )  # fmt: skip
    if on < TWO_TIERS or level == "district":
        return
    taken = list(closed)
    for pattern, after in _tiers(level):
        for match in pattern.finditer(words):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            now = match.expand(after)
            if now == match.group():
                continue
            why = (
                "không còn cấp huyện và thị trấn từ ngày 01/7/2025",
                "districts and thị trấn ended on 1 July 2025",
            )
            yield Piece(
                start=match.start(), end=match.end(), after=now, vi=why[0], en=why[1], source=TWO_TIERS_LAW
            )
            yield Piece(
                start=match.start(), end=match.end(), after=now, asks="districts", source=TWO_TIERS_LAW,
                vi=f"{match.group()!r} được đổi thành {now!r}; việc này có giao cho cấp xã không?",
                en=f"{match.group()!r} became {now!r}: is this for the communes?",
            )  # fmt: skip
