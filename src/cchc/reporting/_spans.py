"""Periods beside each other: which came before, which is the latest, which make up the year so far."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["in_order", "period_before", "period_words", "year_before", "year_so_far"]

_HALVES = {"": (1, 12), "H1": (1, 6), "H2": (7, 12), "9M": (1, 9)}
_WORDS = {
    "": "năm",
    "Q1": "quý I",
    "Q2": "quý II",
    "Q3": "quý III",
    "Q4": "quý IV",
    "H1": "6 tháng đầu năm",
    "H2": "6 tháng cuối năm",
    "9M": "9 tháng",
}


def _months(period: str) -> tuple[int, int]:
    """Return the first and the last month that the name of *period* stands for."""
    rest = period[5:]
    if rest in _HALVES:
        return _HALVES[rest]
    number = int(rest[1:])
    return (number * 3 - 2, number * 3) if rest.startswith("Q") else (number, number)


def in_order(period: str) -> tuple[str, int, int]:
    """Return what periods are sorted by: the month in which they end, of those that end together the longest last."""
    first, last = _months(period)
    return period[:4], last, last - first


def period_words(period: str) -> str:
    """Return "quý I năm 2027", for a period of which no regime knows more."""
    words = _WORDS.get(period[5:]) or f"tháng {int(period[6:])}"
    return f"{words} {period[:4]}" if words.endswith("năm") else f"{words} năm {period[:4]}"


def year_before(period: str) -> str:
    """Return the same period of the year before."""
    return f"{int(period[:4]) - 1:04}{period[4:]}"


def period_before(period: str) -> str:
    """Return the period of the same length before this one; for nine months, which has none, that of last year."""
    year, rest = int(period[:4]), period[5:]
    if not rest or rest == "9M":
        return year_before(period)
    number, last = int(rest[1:]), {"M": 12, "Q": 4, "H": 2}[rest[0]]
    width = 2 if rest[0] == "M" else 1
    year, number = (year, number - 1) if number > 1 else (year - 1, last)
    return f"{year:04}-{rest[0]}{number:0{width}}"


def year_so_far(period: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the periods of *known* that, with *period* itself, cover its year up to its end without overlap, in order.

    Where they do not the answer is empty: part of a year must not pass for all of it. Of several ways the one with the
    longest last periods is taken.
    """
    same_year = sorted({one for one in known if one[:4] == period[:4]}, key=in_order, reverse=True)

    def before(month: int) -> tuple[str, ...] | None:
        if month == 0:
            return ()
        for one in same_year:
            first, last = _months(one)
            if last == month and (earlier := before(first - 1)) is not None:
                return (*earlier, one)
        return None

    earlier = before(_months(period)[0] - 1)
    return () if earlier is None else (*earlier, period)
