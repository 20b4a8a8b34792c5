"""Reports: what units send back, and their union."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, TypeVar

import attrs
from attrs import field, frozen

from cchc.model._plan import Body, Plan
from cchc.model._shape import a_number, all_are, an_id, as_tuple, between, is_a, matches, not_blank, one_of

T = TypeVar("T")

_PERIOD = re.compile(r"[0-9]{4}(?:-(?:M(?:0[1-9]|1[0-2])|Q[1-4]|H[12]|9M))?")
_a_period = matches(
    _PERIOD,
    "must be a period such as 2027, 2027-Q1, 2027-H1, 2027-9M or 2027-M03",
    "Kỳ báo cáo viết như 2027, 2027-Q1, 2027-H1, 2027-9M hoặc 2027-M03.",
)


@frozen(kw_only=True, order=True)
class CellSource:
    """The cell that a figure came from, so that every sum can be traced to what somebody sent."""

    file: str = field(default="", validator=is_a(str))
    sheet: str = field(default="", validator=is_a(str))
    cell: str = field(default="", validator=is_a(str))


@frozen(kw_only=True)
class Figure:
    """One reported figure (*số liệu*).

    Attributes:
        indicator: id of the indicator.
        value: whole or decimal number, never a float.
        source: where it was read.
    """

    indicator: str = field(validator=an_id)
    value: int | Decimal = field(validator=a_number)
    source: CellSource = field(factory=CellSource, validator=is_a(CellSource))


@frozen(kw_only=True)
class Progress:
    """How far one duty has come (*tiến độ*).

    Attributes:
        task: id of the channel or assignment.
        status: ``not_started``, ``ongoing``, ``done``, ``late`` or ``dropped``.
        result: what was done, in the unit's own words.
        reason: why it is late or was dropped.
        evidence: what proves it (*tài liệu kiểm chứng*).
        source: where the state was read.
    """

    task: str = field(validator=an_id)
    status: Literal["not_started", "ongoing", "done", "late", "dropped"] = field(
        validator=one_of("not_started", "ongoing", "done", "late", "dropped")
    )
    result: str = field(default="", validator=is_a(str))
    reason: str = field(default="", validator=is_a(str))
    evidence: str = field(default="", validator=is_a(str))
    source: CellSource = field(factory=CellSource, validator=is_a(CellSource))


@frozen(kw_only=True)
class Answer:
    """A free text of a report: difficulties, proposals; *key* says which question it answers."""

    key: str = field(validator=an_id)
    words: str = field(validator=not_blank)
    source: CellSource = field(factory=CellSource, validator=is_a(CellSource))


@frozen(kw_only=True)
class UnitReport:
    """What one unit reports on one plan for one period (*báo cáo của đơn vị*).

    Attributes:
        plan_id: id of the plan.
        unit: the reporting unit.
        period: ``2027``, ``2027-Q1``, ``2027-H1``, ``2027-9M`` or ``2027-M03``.
        version: 1 for the first return, higher for each correction.
        figures: reported figures.
        progress: how far each duty has come.
        texts: free texts.
        evidence: what the unit attached or linked.
    """

    plan_id: str = field(validator=an_id)
    unit: Body = field(validator=is_a(Body))
    period: str = field(validator=_a_period)
    version: int = field(default=1, validator=between(1, 10_000))
    figures: tuple[Figure, ...] = field(default=(), converter=as_tuple, validator=all_are(Figure))
    progress: tuple[Progress, ...] = field(default=(), converter=as_tuple, validator=all_are(Progress))
    texts: tuple[Answer, ...] = field(default=(), converter=as_tuple, validator=all_are(Answer))
    evidence: tuple[str, ...] = field(default=(), converter=as_tuple, validator=all_are(str))

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two returns answers to the same question: plan, unit (code, else name) and period."""
        return self.plan_id, self.unit.code or self.unit.words, self.period


@frozen(kw_only=True)
class Asked:
    """Who was to report on one plan for one period (*đơn vị phải báo cáo*), so that a report can say who did not.

    Attributes:
        plan_id: id of the plan.
        period: the period, as in :class:`UnitReport`.
        regime: key of the report regime that sets the days of the period.
        units: the units; empty where nobody listed them.
    """

    plan_id: str = field(validator=an_id)
    period: str = field(validator=_a_period)
    regime: str = field(default="cchc", validator=an_id)
    units: tuple[Body, ...] = field(default=(), converter=as_tuple, validator=all_are(Body))


def _order(value: Any) -> tuple[Any, ...]:
    # A total order over values of any field: by type first, so that None, numbers and texts never meet in "<".
    if isinstance(value, tuple):
        return ("tuple", tuple(_order(part) for part in value))
    if attrs.has(type(value)):
        names = (name.name for name in attrs.fields(type(value)))
        return (type(value).__name__, tuple(_order(getattr(value, name)) for name in names))
    if value is None:
        return ("",)
    if isinstance(value, (int, Decimal)):
        # 1 and 1.0 are equal, hash alike and sort alike; only their text tells them apart.
        return ("number", value, str(value))
    return (type(value).__name__, str(value))


def _union(returns: tuple[UnitReport, ...]) -> tuple[UnitReport, ...]:
    newest: dict[tuple[str, str, str], list[UnitReport]] = {}
    for one in returns:
        tied = newest.setdefault(one.key, [])
        if tied and one.version > tied[0].version:
            tied.clear()
        if not tied or one.version == tied[0].version:
            tied.append(one)
    return tuple(one for key in sorted(newest) for one in _distinct(newest[key]))


def _returns(returns: Any) -> tuple[UnitReport, ...]:
    values: tuple[UnitReport, ...] = as_tuple(returns)
    return _union(values) if all(type(one) is UnitReport for one in values) else values


def _distinct(values: Sequence[T]) -> tuple[T, ...]:
    """Return different values once each, in an order that does not depend on how they came."""
    if len(values) < 2:
        return tuple(values)
    known = {_order(one): one for one in values}
    return tuple(known[order] for order in sorted(known))


def _plans(plans: Any) -> tuple[Plan, ...]:
    values: tuple[Plan, ...] = as_tuple(plans)
    if not all(type(one) is Plan for one in values):
        return values
    return tuple(sorted(_distinct(values), key=lambda one: one.id))


def _asked(asked: Any) -> tuple[Asked, ...]:
    values: tuple[Asked, ...] = as_tuple(asked)
    if not all(type(one) is Asked for one in values):
        return values
    units: dict[tuple[str, str, str], tuple[Body, ...]] = {}
    for one in values:
        key = one.plan_id, one.period, one.regime
        units[key] = units.get(key, ()) + one.units
    return tuple(
        Asked(plan_id=key[0], period=key[1], regime=key[2], units=_distinct(units[key]))
        for key in sorted(units)
    )


@frozen(kw_only=True)
class Report:
    """The returns of many units (*báo cáo tổng hợp*), as a union: merging is associative, commutative and idempotent.

    Of several returns with one key (plan, unit, period) the highest version stays. Two different returns with the same
    highest version both stay, so that the contradiction can be seen; equal ones are one. ``Report()`` is the identity.

    Attributes:
        returns: what units reported, for any number of plans and periods.
        plans: the plans that they report on, as far as they are known; each makes its own words and duties known.
        asked: who was to report.
    """

    returns: tuple[UnitReport, ...] = field(default=(), converter=_returns, validator=all_are(UnitReport))
    plans: tuple[Plan, ...] = field(default=(), converter=_plans, validator=all_are(Plan))
    asked: tuple[Asked, ...] = field(default=(), converter=_asked, validator=all_are(Asked))

    def __or__(self, other: Report) -> Report:
        return Report(
            returns=self.returns + other.returns,
            plans=self.plans + other.plans,
            asked=self.asked + other.asked,
        )
