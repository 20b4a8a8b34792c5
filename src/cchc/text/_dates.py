"""Numbers and days as official documents write them, and finding days in text."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from attrs import frozen

from cchc.text._clean import normalise


def two_digits(n: int) -> str:
    """Return *n* with a leading zero below ten, as quantities and numbers of official documents have it: ``05``."""
    return f"{n:02d}"


def written(value: int | Decimal | None) -> str:
    """Return a number as Vietnamese writes it, ``1.234,5``; an empty text for none."""
    if value is None:
        return ""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.translate({ord(","): ".", ord("."): ","})


def _month(month: int) -> str:
    # Nghị định 30/2020/NĐ-CP (05/3/2020), Phụ lục I, II.4.b: a zero before days below 10 and before months 1 and 2.
    return f"{month:02d}" if month <= 2 else str(month)


def long_date(day: dt.date) -> str:
    """Return *day* as ``ngày 05 tháng 3 năm 2020``."""
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"


def short_date(day: dt.date) -> str:
    """Return *day* as ``05/3/2020``."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year}"


_WITH_LETTER = re.compile(r"([0-9]+)([^0-9].*)?", re.DOTALL)


def document_number(number: str) -> str:
    """Return the number of a document with a leading zero below ten: ``5`` becomes ``05``, ``7a`` becomes ``07a``.

    Zeros that the office wrote itself (``049``) stay, as does anything that is no number.
    """
    match = _WITH_LETTER.fullmatch(number.strip())
    return f"{match[1]:0>2}{match[2] or ''}" if match else number.strip()


@frozen(kw_only=True)
class FoundDate:
    """A day that a text names, from *start* to *end* in its code points."""

    start: int
    end: int
    date: dt.date


_MONTH_WORDS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_DAY_BEFORE = r"(?:\bngày\s{0,3})?(?:\bm[ùồ]ng\s{1,3})?"
_DATE = re.compile(
    _DAY_BEFORE + r"(?<![0-9/.])([0-3]?[0-9])(?:"
    r"\s{0,2}([/.-])\s{0,2}([01]?[0-9])\s{0,2}\2\s{0,2}((?:19|20|21)[0-9]{2})(?![0-9/]|\2[0-9])"
    r"|\s{0,3}tháng\s{0,3}([01]?[0-9]|"
    + "|".join(sorted(_MONTH_WORDS, key=len, reverse=True)).replace(" ", r"\s{1,3}")
    + r")"
    r"[,\s]{0,3}năm\s{0,3}((?:19|20|21)[0-9]{2})(?![0-9]))",
    re.IGNORECASE,
)


def _day(match: re.Match[str]) -> dt.date | None:
    day, separator, number, year, named, named_year = match.groups()
    if separator:
        month = int(number)
    else:
        month = int(named) if named.isdecimal() else _MONTH_WORDS[" ".join(named.lower().split())]
        year = named_year
    try:
        return dt.date(int(year), month, int(day))
    except ValueError:
        return None


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return every whole day that *text* names, in order.

    ``28/12/2016``, ``21.12.2015``, ``15-7-2021``, ``ngày 25 tháng 12 năm 2013``, ``ngày 03 tháng tư năm 2018``. The word
    *ngày* before a day belongs to it. A day that no calendar has (31/02/2020) stays words, as do months and years alone.
    """
    mapped = normalise(text)
    found = []
    for match in _DATE.finditer(mapped.text):
        date = _day(match)
        if date is not None:
            start, end = mapped.span(*match.span())
            found.append(FoundDate(start=start, end=end, date=date))
    return tuple(found)


def date_at(text: str, offset: int) -> FoundDate | None:
    """Return the day that *text*, composed, names from *offset* on; ``None`` where none begins there."""
    match = _DATE.match(text, offset)
    day = _day(match) if match else None
    return FoundDate(start=match.start(), end=match.end(), date=day) if match and day else None


def parse_date(text: str) -> dt.date | None:
    """Return the day that *text* as a whole names, ``None`` where it names none."""
    match = _DATE.fullmatch(normalise(text).text.strip())
    return _day(match) if match else None
