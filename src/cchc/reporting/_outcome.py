"""What a report comes to before it is written: whose it is, which period, who reported, what is compared with what."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.errors import ModelError, UnknownNameError
from cchc.knowledge import Knowledge
from cchc.model import Body, Channel, Indicator, Plan, Progress, Report, Task, UnitReport, channels, tasks
from cchc.reporting._asked import asked_indicators
from cchc.reporting._periods import reporting_period
from cchc.reporting._spans import in_order, period_before, period_words, year_before, year_so_far
from cchc.reporting._sums import GROUPS, Sum, added_up, counted, doubled_returns, group_of, group_words
from cchc.reporting._units import unit_key
from cchc.templates import cleaned, lower_first, upper_first
from cchc.text import fold, sort_key

__all__ = ["Course", "Outcome", "Row", "Step", "outcome_of", "percent"]

_LEVELS = ("ministry", "province", "department", "district", "commune")
# More rows than this nobody reads on paper: they are added up by province.
_MANY = 200

Number = int | Decimal


@frozen(kw_only=True)
class Row:
    """One figure of the report beside what it is compared with; ``None`` where there is nothing.

    Attributes:
        sum: the sum of the period.
        so_far: the sum of the year up to the end of the period.
        target: what the plan wants in its year.
        before: the sum of the period before.
        last_year: the sum of the same period of the year before.
    """

    sum: Sum
    so_far: Number | None
    target: Number | None
    before: Number | None
    last_year: Number | None


@frozen(kw_only=True)
class Step:
    """How far one unit has come with one duty."""

    unit: Body
    progress: Progress


@frozen(kw_only=True)
class Course:
    """One duty of a plan and how far each unit that answered has come with it (*tiến độ*)."""

    task: Task
    steps: tuple[Step, ...]


def percent(value: Number, of: Number) -> Decimal:
    """Return how much *value* is of *of* in percent, to a tenth, halves up; exact before it is rounded."""
    share = Fraction(value) * 1000 / Fraction(of)
    tenths = (share.numerator * 2 + share.denominator) // (share.denominator * 2)
    return Decimal((int(tenths < 0), tuple(map(int, str(abs(tenths)))), -1))


@frozen(kw_only=True)
class Outcome:
    """What a report comes to; a function of a report template gets it and writes what it wants.

    Attributes:
        plan: the plan that the office has issued; ``None`` where the report does not bring it.
        period: "2027-Q1", the latest period of the report.
        name: "quý I năm 2027".
        start: first day of the figures; ``None`` where no regime says it.
        end: last day of the figures.
        day: the day that decides templates, names and the document standard: when the report is due.
        returns: what units returned for the period, each unit and plan once.
        reported: the units that reported, by group and name.
        missing: the units that were to report and did not, by group and name.
        asked: how many units were to report; ``None`` where nobody listed them.
        indicators: what was counted.
        rows: the figures, one for each indicator, reported or not.
        courses: the duties of the plans in their order, and those that units name and no plan has.
        diagnostics: what is doubtful.
    """

    plan: Plan | None
    period: str
    name: str
    start: dt.date | None
    end: dt.date | None
    day: dt.date
    returns: tuple[UnitReport, ...]
    reported: tuple[Body, ...]
    missing: tuple[Body, ...]
    asked: int | None
    indicators: tuple[Indicator, ...]
    rows: tuple[Row, ...]
    courses: tuple[Course, ...]
    diagnostics: tuple[Diagnostic, ...]
    _knowledge: Knowledge = field(eq=False, repr=False)

    @property
    def year(self) -> int:
        """The year of the period."""
        return int(self.period[:4])

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the units that reported or were to report, in their order."""
        there = {group_of(one) for one in (*self.reported, *self.missing)}
        return tuple(one for one in GROUPS if one in there)

    def group_words(self, group: str) -> str:
        """Return how a group is called on the day of the report, by the level of who reports."""
        return group_words(group, self.plan.level if self.plan else "province", self.day)

    def of_group(self, group: str) -> tuple[Sum, ...]:
        """Return the sums of one group of units."""
        return added_up((one for one in self.returns if group_of(one.unit) == group), self.indicators)

    def by_place(self) -> tuple[tuple[str, tuple[tuple[str, tuple[Sum, ...]], ...]], ...]:
        """Return the sums of each unit, by group; of more units than anybody reads on paper, those of each province."""
        many = len(self.reported) > _MANY
        made = []
        for group in self.groups:
            places: dict[str, tuple[str, list[UnitReport]]] = {}
            for one in self.returns:
                if group_of(one.unit) == group:
                    name = self._province(one.unit) if many else one.unit.words
                    # Two communes of one name are two; a unit that reports on two plans is one.
                    places.setdefault(name if many else unit_key(one.unit), (name, []))[1].append(one)
            listed = sorted(places.values(), key=lambda one: sort_key(one[0])) if many else places.values()
            added = tuple((name, added_up(returns, self.indicators)) for name, returns in listed)
            if added:
                made.append((group, added))
        return tuple(made)

    def _province(self, unit: Body) -> str:
        found = self._knowledge.province_of(unit.code, self.day) if unit.code else None
        return upper_first(found.full_name) if found else unit.words


def outcome_of(report: Report, knowledge: Knowledge) -> Outcome:
    """Return what *report* comes to in its latest period; earlier ones in it are what that is compared with.

    Args:
        report: the returns, as a rule with the plan and with who was asked.
        knowledge: the dated facts: regimes, indicators, units.

    Raises:
        ModelError: the report holds no return and nobody was asked, so that there is no period to report on.
    """
    report, dropped = cleaned(report)
    periods = {one.period for one in report.returns} | {one.period for one in report.asked}
    if not periods:
        raise ModelError(
            where="Report.returns",
            value=(),
            why="there is nothing to report on: neither a return nor a list of who was asked",
            why_vi="Chưa có báo cáo của đơn vị nào và chưa biết kỳ báo cáo.",
        )
    period = max(periods, key=in_order)
    every = counted(report.returns)
    returns = tuple(
        sorted((one for one in every if one.period == period), key=lambda one: (_rank(one.unit), one.plan_id))
    )
    plans, doubts = _plans_of(report, period, returns)
    plan = plans[0] if plans else None
    name, start, end, due = _days(report, period, plan, knowledge)
    regime = next((one.regime for one in report.asked if one.period == period), "cchc")
    indicators = _indicators(plans, returns, knowledge, regime)
    units = {unit_key(unit): unit for one in report.asked if one.period == period for unit in one.units}
    named = {_name(unit): key for key, unit in units.items()}
    came = {_asked_key(one.unit, units, named): one.unit for one in returns}
    return Outcome(
        plan=plan,
        period=period,
        name=name,
        start=start,
        end=end,
        day=due or end or dt.date(min(max(int(period[:4]), 1945), 2200), 12, 31),
        returns=returns,
        reported=_listed(came.values()),
        missing=_listed(unit for key, unit in units.items() if key not in came),
        asked=len(units) or None,
        indicators=indicators,
        rows=_rows(every, returns, period, indicators, plans),
        courses=_courses(plans, returns),
        diagnostics=(
            *dropped,
            *doubts,
            *doubled_returns(report),
            *_counted_twice(returns),
            *_alike(returns),
            *(_uncalled(unit) for key, unit in came.items() if units and key not in units),
        ),
        knowledge=knowledge,
    )


def _listed(units: Iterable[Body]) -> tuple[Body, ...]:
    return tuple(sorted(units, key=_rank))


def _rank(unit: Body) -> tuple[object, ...]:
    # "Khối 9" stands before "Khối 10".
    parts = re.split(r"([0-9]+)", unit.words)
    words = [(int(part[:99]), ()) if part.isdecimal() else (-1, sort_key(part)) for part in parts]
    return GROUPS.index(group_of(unit)), words, unit.code or ""


def _plans_of(
    report: Report, period: str, returns: tuple[UnitReport, ...]
) -> tuple[tuple[Plan, ...], list[Diagnostic]]:
    """Return the plans that the period is about, that of the office that reports first, and what is doubtful of them."""
    counts = Counter(one.plan_id for one in returns)
    wanted = {*counts, *(one.plan_id for one in report.asked if one.period == period)}
    versions: dict[str, list[Plan]] = {}
    for plan in report.plans:
        if plan.id in wanted:
            versions.setdefault(plan.id, []).append(plan)
    found = [
        _doubt(
            "CN303",
            f"Có {len(several)} bản khác nhau của kế hoạch {id_}; dùng bản có ngày ban hành muộn nhất.",
            f"There are {len(several)} different versions of the plan {id_}; the one with the latest date counts.",
            id_,
        )
        for id_, several in versions.items()
        if len(several) > 1
    ]
    found += [
        _doubt(
            "CN302",
            f"Không có kế hoạch {id_} trong tệp: nhiệm vụ và cơ quan ban hành chỉ ghi được theo mã hoặc để trống.",
            f"The plan {id_} is not in the report: duties show their ids, and the issuer is left blank.",
            id_,
        )
        for id_ in sorted(wanted - versions.keys())
    ]
    newest = [max(several, key=lambda one: one.date or dt.date.min) for several in versions.values()]
    newest.sort(key=lambda one: (_LEVELS.index(one.level), -counts[one.id], one.id))
    return tuple(newest), found


def _days(
    report: Report, period: str, plan: Plan | None, knowledge: Knowledge
) -> tuple[str, dt.date | None, dt.date | None, dt.date | None]:
    regimes = [one.regime for one in report.asked if one.period == period]
    try:
        known = reporting_period(
            period,
            level=plan.level if plan else "province",
            knowledge=knowledge,
            regime=regimes[0] if regimes else "cchc",
        )
    except UnknownNameError:
        # A report from before the regimes that are known is still a report.
        return period_words(period), None, None, None
    return lower_first(known.name), known.start, known.end, known.due


def _indicators(
    plans: tuple[Plan, ...], returns: tuple[UnitReport, ...], knowledge: Knowledge, regime: str
) -> tuple[Indicator, ...]:
    """Return what was asked for, and what units reported beyond it; of what nobody knows, nobody knows how it adds up."""
    known = {one.id: one for one in reversed(knowledge.indicators())}
    asked: dict[str, Indicator] = {}
    for plan in plans:
        for one in asked_indicators(plan, knowledge, regime):
            asked.setdefault(one.id, one)
    for id_ in sorted({figure.indicator for one in returns for figure in one.figures} - asked.keys()):
        asked[id_] = known.get(id_) or Indicator(id=id_, name=id_, adds="none")
    return tuple(asked.values())


def _rows(
    every: list[UnitReport],
    returns: tuple[UnitReport, ...],
    period: str,
    indicators: tuple[Indicator, ...],
    plans: tuple[Plan, ...],
) -> tuple[Row, ...]:
    def values(of: Iterable[Sum]) -> dict[str, Number]:
        return {one.indicator.id: one.value for one in of if one.value is not None}

    def reported(periods: Sequence[str], of: Iterable[UnitReport]) -> dict[str, Number]:
        return values(added_up((one for one in of if one.period in periods), indicators))

    now = added_up(returns, indicators)
    same_plans = {one.plan_id for one in returns} | {plan.id for plan in plans}
    of_plans = [one for one in every if one.plan_id in same_plans]
    periods = year_so_far(period, {one.period for one in of_plans})
    # Most reports are on the first period of their year, or on all of it.
    so_far = values(now) if periods == (period,) else reported(periods, of_plans)
    before = reported((period_before(period),), every)
    # For nine months and for a year the period before is that of the year before.
    last = year_before(period)
    last_year = reported((last,), every) if last != period_before(period) else {}
    forms = {one.id: one for plan in reversed(plans) for one in channels(plan)}
    return tuple(
        Row(
            sum=one,
            so_far=so_far.get(one.indicator.id),
            target=_target(one.indicator, forms.get(one.indicator.channel or one.indicator.id)),
            before=before.get(one.indicator.id),
            last_year=last_year.get(one.indicator.id),
        )
        for one in now
    )


def _target(indicator: Indicator, form: Channel | None) -> Number | None:
    quantity = form.quantity if form else None
    if quantity is None or quantity.number <= 0 or indicator.adds == "none":
        return None
    # "12 chuyên mục" is no target for the people who watched them.
    same = fold(quantity.unit) == fold(indicator.unit) or not quantity.unit or not indicator.unit
    return quantity.number if same else None


def _courses(plans: tuple[Plan, ...], returns: tuple[UnitReport, ...]) -> tuple[Course, ...]:
    steps: dict[tuple[str, str], list[Step]] = {}
    for one in returns:
        for progress in one.progress:
            steps.setdefault((one.plan_id, progress.task), []).append(Step(unit=one.unit, progress=progress))
    known = {(plan.id, task.id): task for plan in plans for task in tasks(plan)}
    unknown = {key: Task(id=key[1], content=key[1]) for key in sorted(steps.keys() - known.keys())}
    return tuple(
        Course(task=task, steps=tuple(steps.get(key, ()))) for key, task in (known | unknown).items()
    )


def _doubt(code: str, vi: str, en: str, path: str) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.WARNING, vi=vi, en=en, location=Location(path=path))


def _counted_twice(returns: tuple[UnitReport, ...]) -> Iterator[Diagnostic]:
    plans: dict[str, list[str]] = {}
    for one in returns:
        plans.setdefault(unit_key(one.unit), []).append(one.plan_id)
    names = {unit_key(one.unit): one.unit.words for one in returns}
    for key, several in plans.items():
        if len(several) > 1:
            yield _doubt(
                "CN304",
                f"{names[key]} báo cáo theo {len(several)} kế hoạch ({', '.join(several)}); số liệu được cộng cả hai.",
                f"{names[key]} reports on {len(several)} plans ({', '.join(several)}); all of its figures are counted.",
                names[key],
            )


def _name(unit: Body) -> str:
    return re.sub(r"^ubnd ", "ủy ban nhân dân ", fold(unit.words))


def _asked_key(unit: Body, units: Mapping[str, Body], named: Mapping[str, str]) -> str:
    """Return what *unit* is called in the list of who was asked: by its code, else by its name where one has no code."""
    key = unit_key(unit)
    same = named.get(_name(unit), "")
    if key in units or not same or (unit.code and units[same].code):
        return key
    return same


def _alike(returns: tuple[UnitReport, ...]) -> Iterator[Diagnostic]:
    units: dict[str, dict[str, Body]] = {}
    for one in returns:
        units.setdefault(_name(one.unit), {})[unit_key(one.unit)] = one.unit
    for several in units.values():
        # Two codes are two units, whatever they are called.
        if len(several) > 1 and not all(one.code for one in several.values()):
            first, second, *_ = (f"{one.words} ({one.code or '-'})" for one in several.values())
            yield _doubt(
                "CN306",
                f"{first} và {second} có thể là một đơn vị; số liệu được cộng cả hai.",
                f"{first} and {second} may be one unit; the figures of both are counted.",
                first,
            )


def _uncalled(unit: Body) -> Diagnostic:
    return _doubt(
        "CN305",
        f"{unit.words} gửi báo cáo nhưng không có trong danh sách đơn vị; số liệu vẫn được cộng.",
        f"{unit.words} reported and is not on the list of units; its figures are counted.",
        unit.words,
    )
