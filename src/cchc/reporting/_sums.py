"""Adding up: each figure by its own rule, every sum with the cells that it was made of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import frozen

from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.model import Body, CellSource, Indicator, Level, Report, UnitReport
from cchc.reporting._spans import in_order

__all__ = [
    "GROUPS",
    "Part",
    "Sum",
    "added_up",
    "counted",
    "doubled_returns",
    "group_of",
    "group_words",
    "sums",
]

#: Groups of units in the order in which a report names them.
GROUPS = ("Tỉnh, thành phố", "Sở, ban, ngành, đơn vị", "Huyện", "Xã, phường, đặc khu")

# Luật Tổ chức chính quyền địa phương số 72/2025/QH15 and the resolutions of 16 June 2025: no districts, no townships.
_TWO_TIERS = dt.date(2025, 7, 1)
_INNER = "Cơ quan, đơn vị"
_OLD_GROUPS = {GROUPS[2]: "Huyện, quận, thị xã, thành phố", GROUPS[3]: "Xã, phường, thị trấn"}


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
    """Return the group of a unit, by the kind of its code; where it has none, by its name.

    A city without a code passes for one inside a province; those that are provinces have codes in any list that names
    provinces.
    """
    code = unit.code or ""
    if code.isdigit():
        return {2: GROUPS[0], 3: GROUPS[2], 5: GROUPS[3]}.get(len(code), GROUPS[1])
    named = _NAMED.match(unit.words)
    return _KINDS[named[1].lower()] if named else GROUPS[1]


_KINDS = {
    "tỉnh": GROUPS[0],
    **dict.fromkeys(("huyện", "quận", "thị xã", "thành phố"), GROUPS[2]),
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), GROUPS[3]),
}
_NAMED = re.compile(rf"(?:ubnd|[uủ][yỷ] ban nhân dân) ({'|'.join(_KINDS)})\b", re.IGNORECASE)


def group_words(group: str, level: Level, day: dt.date) -> str:
    """Return how a group is called on *day* by an office of *level*.

    "Sở, ban, ngành" are those of a province; a department has divisions, a commune offices and villages.
    """
    if group == GROUPS[1] and level != "province":
        return _INNER
    return _OLD_GROUPS.get(group, group) if day < _TWO_TIERS else group


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
    return added_up(
        [
            one
            for one in counted(report.returns)
            if period in ("", one.period)
            and plan_id in ("", one.plan_id)
            and group in ("", group_of(one.unit))
        ],
        indicators,
    )


def added_up(returns: Iterable[UnitReport], indicators: Sequence[Indicator]) -> tuple[Sum, ...]:
    """Return the sums of these returns, of which no two have one key."""
    parts: dict[str, list[Part]] = {one.id: [] for one in indicators}
    for one in returns:
        for figure in one.figures:
            if figure.indicator in parts:
                parts[figure.indicator].append(
                    Part(unit=one.unit, period=one.period, value=figure.value, source=figure.source)
                )
    return tuple(_sum(one, parts[one.id]) for one in indicators)


def counted(returns: Iterable[UnitReport]) -> list[UnitReport]:
    """Return the returns that count: of two that contradict each other the first."""
    return list({one.key: one for one in reversed(tuple(returns))}.values())[::-1]


def _sum(indicator: Indicator, parts: list[Part]) -> Sum:
    if indicator.adds == "last":
        latest: dict[str, Part] = {}
        for part in sorted(parts, key=lambda one: in_order(one.period)):
            latest[part.unit.code or part.unit.words] = part
        parts = list(latest.values())
    value = _exact(one.value for one in parts) if parts and indicator.adds != "none" else None
    return Sum(indicator=indicator, value=value, parts=tuple(parts))


def _exact(values: Iterable[int | Decimal]) -> int | Decimal:
    """Add up digit by digit: the arithmetic of decimals rounds what is longer than its precision."""
    whole, tenths = 0, 0
    places = 0
    for value in values:
        if isinstance(value, int):
            whole += value
            continue
        sign, digits, exponent = value.as_tuple()
        assert isinstance(exponent, int)
        if -exponent > places:
            tenths *= 10 ** (-exponent - places)
            places = -exponent
        number = int("".join(map(str, digits))) * 10 ** (exponent + places)
        tenths += -number if sign else number
    if not places and not tenths:
        return whole
    total = whole * 10**places + tenths
    return Decimal((int(total < 0), tuple(map(int, str(abs(total)))), -places))


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
