"""Adding up: each figure by its own rule, every sum with the cells that it was made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import frozen

from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.model import Body, CellSource, Indicator, Report, UnitReport

__all__ = ["GROUPS", "Part", "Sum", "doubled_returns", "group_of", "period_before", "sums", "year_before"]

#: Groups of units in the order in which a report names them.
GROUPS = ("Tỉnh, thành phố", "Sở, ban, ngành, đơn vị", "Huyện", "Xã, phường, đặc khu")


@frozen(kw_only=True)
class Part:
    """A figure of one unit in a sum, and the cell that it came from."""

    unit: Body
    period: str
    value: int | Decimal
    source: CellSource


@frozen(kw_only=True)
class Sum:
    """A figure over many units.

    Attributes:
        indicator: what is counted, and how it adds up.
        value: the sum, exact; ``None`` where nobody reported it, or where it does not add up.
        parts: what it was made of, in the order of the units.
    """

    indicator: Indicator
    value: int | Decimal | None
    parts: tuple[Part, ...]


def group_of(unit: Body) -> str:
    """Return the group of a unit, by the kind of its code."""
    code = unit.code or ""
    if code.isdigit():
        return {2: GROUPS[0], 3: GROUPS[2], 5: GROUPS[3]}.get(len(code), GROUPS[1])
    return (
        GROUPS[3]
        if re.match(r"(?i)(?:ubnd|ủy ban nhân dân) (?:xã|phường|đặc khu)\b", unit.words)
        else GROUPS[1]
    )


def sums(
    report: Report,
    indicators: Sequence[Indicator],
    *,
    period: str = "",
    plan_id: str = "",
    group: str = "",
) -> tuple[Sum, ...]:
    """Return the sums of *report*, one for each of *indicators*.

    A ``sum`` adds up over units and periods; of a ``last`` the latest period of each unit counts, and units add up; what
    adds up in no way has its parts and no value. Of two contradictory returns of a unit the first counts (see
    :func:`doubled_returns`).

    Args:
        report: the returns.
        indicators: what to add up.
        period: only returns for this period; all where it is empty, which must not overlap then.
        plan_id: only returns on this plan.
        group: only units of this group.
    """
    returns = [
        one
        for one in _once(report.returns)
        if period in ("", one.period) and plan_id in ("", one.plan_id) and group in ("", group_of(one.unit))
    ]
    parts: dict[str, list[Part]] = {}
    for one in returns:
        for figure in one.figures:
            parts.setdefault(figure.indicator, []).append(
                Part(unit=one.unit, period=one.period, value=figure.value, source=figure.source)
            )
    return tuple(_sum(one, parts.get(one.id, [])) for one in indicators)


def _once(returns: Iterable[UnitReport]) -> list[UnitReport]:
    return list({one.key: one for one in reversed(tuple(returns))}.values())[::-1]


def _sum(indicator: Indicator, parts: list[Part]) -> Sum:
    if indicator.adds == "last":
        latest: dict[str, Part] = {}
        for part in sorted(parts, key=lambda one: _order(one.period)):
            latest[part.unit.code or part.unit.words] = part
        parts = list(latest.values())
    value = sum((one.value for one in parts), start=0) if parts and indicator.adds != "none" else None
    return Sum(indicator=indicator, value=value, parts=tuple(parts))


def _order(period: str) -> tuple[str, int]:
    year, _, rest = period.partition("-")
    months = {"": 12, "H1": 6, "H2": 12, "9M": 9}
    last = months[rest] if rest in months else int(rest[1:]) * (3 if rest.startswith("Q") else 1)
    return year, last


def doubled_returns(report: Report) -> tuple[Diagnostic, ...]:
    """Return a finding for each unit that contradicts itself: two returns of one number for one period."""
    seen: set[tuple[str, str, str]] = set()
    found = []
    for one in report.returns:
        if one.key in seen:
            found.append(
                Diagnostic(
                    code="CN301",
                    severity=Severity.WARNING,
                    vi=f"{one.unit.words} có hai báo cáo khác nhau cho kỳ {one.period}, cùng lần gửi {one.version}; chỉ tính một.",
                    en=f"{one.unit.words} has two different returns for {one.period} with the number {one.version}; one counts.",
                    location=Location(path=one.unit.words),
                )
            )
        seen.add(one.key)
    return tuple(found)


def year_before(period: str) -> str:
    """Return the same period of the year before."""
    return f"{int(period[:4]) - 1}{period[4:]}"


def period_before(period: str) -> str:
    """Return the period of the same length before this one; for nine months, which has none, that of last year."""
    year, rest = int(period[:4]), period[5:]
    if not rest or rest == "9M":
        return year_before(period)
    number, last = int(rest[1:]), {"M": 12, "Q": 4, "H": 2}[rest[0]]
    width = 2 if rest[0] == "M" else 1
    year, number = (year, number - 1) if number > 1 else (year - 1, last)
    return f"{year}-{rest[0]}{number:0{width}}"
