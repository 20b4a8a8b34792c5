"""Report regimes by level and date, and the short forms of the types of documents."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from typing import cast

from cchc.errors import ConflictError
from cchc.knowledge._records import (
    Abbreviation,
    Confidence,
    DayRule,
    PeriodKind,
    PeriodRule,
    Regime,
    RegimeLevel,
    holds,
    overlap,
)
from cchc.knowledge._tables import day, parts, read_table


def _rule(cell: str) -> DayRule | None:
    if not cell:
        return None
    month, of_month = cell.removeprefix("-").split("-")
    return DayRule(year=-1 if cell.startswith("-") else 0, month=int(month), day=int(of_month))


@functools.cache
def core_regimes() -> tuple[Regime, ...]:
    """Return the regimes of the package's table."""
    periods: dict[str, list[PeriodRule]] = {}
    for row in read_table("regime-periods").rows():
        rule = PeriodRule(
            id=row["id"],
            kind=cast("PeriodKind", row["kind"]),
            name=row["name"],
            start=_rule(row["start"]),
            end=_rule(row["end"]),
            due=_rule(row["due"]),
        )
        periods.setdefault(row["regime"], []).append(rule)
    return tuple(
        Regime(
            key=row["key"],
            name=row["name"],
            law=row["law"],
            levels=cast("tuple[RegimeLevel, ...]", parts(row["levels"])),
            receiver=row["receiver"],
            since=day(row["since"]),
            until=day(row["until"]),
            periods=periods[row["id"]],
            working_days=int(row["working_days"]),
            note=row["note"],
            source=row["source"],
            confidence=cast("Confidence", row["confidence"]),
        )
        for row in read_table("regimes").rows()
    )


def refuse_conflicts(regimes: Iterable[Regime]) -> tuple[Regime, ...]:
    """Return *regimes*; two of one key that bind one level on one day are a conflict."""
    known: list[Regime] = []
    for regime in regimes:
        for other in known:
            if regime.key == other.key and {*regime.levels} & {*other.levels} and overlap(other, regime):
                raise ConflictError(noun="regime", name=regime.key, first=other.source, second=regime.source)
        known.append(regime)
    return tuple(known)


def regime_of(regimes: Iterable[Regime], key: str, level: RegimeLevel, on: dt.date) -> Regime | None:
    """Return the regime *key* that binds bodies of *level* on the day *on*."""
    return next((one for one in regimes if one.key == key and level in one.levels and holds(one, on)), None)


@functools.cache
def core_abbreviations() -> tuple[Abbreviation, ...]:
    """Return the short forms of types of documents."""
    table = read_table("abbreviations")
    return tuple(
        Abbreviation(
            short=row["short"],
            words=row["words"],
            of="document",
            since=day(row["since"]),
            until=day(row["until"]),
            source=table.sources[row["source"]].words,
            confidence=table.sources[row["source"]].confidence,
        )
        for row in table.rows()
    )
