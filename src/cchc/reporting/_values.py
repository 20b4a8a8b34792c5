"""What a cell says: numbers in the ways in which offices write them, days, words. No number is ever guessed."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from attrs import frozen

from cchc.text import clean, fold, parse_date, short_date

__all__ = ["Cell", "Number", "day_of", "line_of", "number_of", "words_of"]

Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta

_WRITTEN = re.compile(r"([-+\u2212]?) ?([0-9](?:[0-9.,' ]*[0-9])?)[.,]?(?: ?%| ?[^\W\d].*)?", re.DOTALL)
_DIGIT = re.compile(r"[0-9]")
# "12 nghìn" is not 12.
_TIMES = re.compile(r"(?:chục|trăm|nghìn|ngàn|triệu|tr|tỷ|tỉ|k|m)\b")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([., '])[0-9]{3})(?:\1[0-9]{3})*")


@frozen(kw_only=True)
class Number:
    """What a cell says as a number.

    Attributes:
        value: the number; ``None`` where there is none, or where it may be several.
        written: the text that it was written as; empty for a number.
        problem: ``text`` (understood), ``unclear``, ``none`` or ``date``; empty for none.
        ways: what an unclear text may mean.
    """

    value: int | Decimal | None = None
    written: str = ""
    problem: str = ""
    ways: str = ""


def number_of(value: Cell) -> Number:
    """Return the number of a cell.

    A number of a workbook has 15 digits: what a program calculated beyond them is noise. In a text, a point or space before
    three digits groups thousands and a comma begins decimals, as Vietnamese writes; "1,234" may be either and is unclear.
    """
    if isinstance(value, bool):
        return Number(written=str(value), problem="none")
    if isinstance(value, int):
        return Number(value=value)
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return Number(written=str(value), problem="none")
        return Number(value=int(value) if value.is_integer() else Decimal(f"{value:.15g}"))
    if not isinstance(value, str):
        return Number(written=_said(value), problem="date")
    text = " ".join(clean(value).text.split()).lstrip("'")
    return _from_text(text)


def _from_text(text: str) -> Number:
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return Number(written=text, problem="none")
    rest = text[match.end(2) :].strip(" .,")
    if _DIGIT.search(rest):
        return Number(written=text, problem="none")
    if _TIMES.match(rest.casefold()):
        return Number(written=text, problem="unclear", ways=f"{match[2]} × {rest.split()[0]}")
    sign = -1 if match[1] in ("-", "\u2212") else 1
    digits = match[2]
    if re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", digits):
        ways = f"{digits.replace(',', '')}; {digits}"
        return Number(written=text, problem="unclear", ways=ways)
    plain = _plain(digits)
    if plain is None:
        return Number(written=text, problem="none")
    number = Decimal(plain) * sign
    whole = number == number.to_integral_value()
    return Number(value=int(number) if whole else number, written=text, problem="text")


def _plain(digits: str) -> str | None:
    """Return *digits* with a point for decimals and nothing else between them; ``None`` for no number."""
    if digits.isdigit():
        return digits
    if _GROUPED.fullmatch(digits):
        return re.sub(r"[., ']", "", digits)
    whole, mark, decimals = max(
        (digits.rpartition(mark) for mark in ",."), key=lambda parts: len(parts[0]) if parts[1] else -1
    )
    if not mark or not decimals.isdigit():
        return None
    if not (whole.isdigit() or _GROUPED.fullmatch(whole)) or mark in whole:
        return None
    return f"{re.sub(r'[., ]', '', whole)}.{decimals}"


def words_of(value: Cell) -> tuple[str, int]:
    """Return the words of a cell, and how many characters had to go because no document can hold them."""
    if not isinstance(value, str):
        return _said(value), 0
    cleaned = clean(value)
    return cleaned.text.strip(), len(cleaned.dropped)


def line_of(value: Cell) -> str:
    """Return the words of a cell on one line, to be compared."""
    return " ".join(words_of(value)[0].split())


def day_of(value: Cell) -> dt.date | None:
    """Return the day of a cell, also of one that says it in words."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return parse_date(fold(value).replace(".", "/")) if isinstance(value, str) else None


def _said(value: Cell) -> str:
    if isinstance(value, bool):
        return "Đúng" if value else "Sai"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    if isinstance(value, dt.datetime):
        return short_date(value.date())
    return short_date(value) if isinstance(value, dt.date) else str(value)
