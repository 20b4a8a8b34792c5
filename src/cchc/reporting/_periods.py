"""Reporting periods: from which day to which the figures count, and until when a report is due."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from cchc.errors import UnknownNameError
from cchc.knowledge import DayRule, Knowledge, PeriodRule, Regime, RegimeLevel
from cchc.model import Month

__all__ = ["LOCAL_PERIODS", "Period", "calendar", "reporting_period"]

_PERIOD = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<rule>M(?:0[1-9]|1[0-2])|Q[1-4]|H[12]|9M))?")
# The month in which a period ends decides which regime binds it.
_LAST_MONTH = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12, "9M": 9, "Y": 12}
#: Asked, in this order, where the regime that a plan follows has no such period.
_GENERAL = ("dinh-ky", "dia-phuong")
#: Working days between cut-off and deadline: Nghị định 09/2019/NĐ-CP, Điều 8, khoản 5.
_LEAST, _LEAST_SINCE = 1, dt.date(2019, 3, 12)

#: Nine months is no period of the Decree; it is what one province was seen to set, until a plugin says otherwise.
LOCAL_PERIODS = Regime(
    key="dia-phuong",
    name="Kỳ báo cáo do cấp tỉnh quy định",
    law="Quyết định 01/2023/QĐ-UBND của UBND tỉnh Khánh Hòa, Điều 4",
    levels=("ministry", "province", "department", "district", "commune"),
    periods=(
        PeriodRule(
            id="9M",
            kind="nine_months",
            name="9 tháng",
            start=DayRule(year=-1, month=12, day=15),
            end=DayRule(month=9, day=14),
        ),
    ),
    working_days=2,
    note="quy định của một tỉnh, dùng khi tỉnh chưa khai báo kỳ của mình; ngày bắt đầu hiệu lực chưa rõ",
    source="Quyết định 01/2023/QĐ-UBND của tỉnh Khánh Hòa, theo một tệp dữ liệu công khai",
    confidence="one_source",
)


@frozen(kw_only=True)
class Period:
    """One reporting period (*kỳ báo cáo*) of one year, for the bodies of one level.

    Attributes:
        id: "2027-Q1"; the year alone for a whole year.
        name: "Quý I năm 2027".
        start: first day of the figures; ``None`` where no source shows it.
        end: cut-off, the last day of the figures (*thời gian chốt số liệu*).
        due: last day to send the report.
        is_set: whether the regime sets *due*; else it is the first day that the law allows.
        working_days: working days behind the cut-off up to and with *due*; ``None`` where one of the two is not known.
        least: how many there must be.
        regime: the regime that says so.
    """

    id: str
    name: str
    start: dt.date | None
    end: dt.date | None
    due: dt.date | None
    is_set: bool
    working_days: int | None
    least: int
    regime: Regime

    def contains(self, other: Period) -> bool:
        """Whether *other* starts on the same day and ends no later: its figures are part of those of this period."""
        if self.start is None or self.end is None or other.end is None:
            return False
        return self.start == other.start and other.end < self.end


def reporting_period(
    id_: str, *, level: RegimeLevel, knowledge: Knowledge, regime: str = "cchc", due: dt.date | None = None
) -> Period:
    """Return the period *id_* ("2027-Q1") as it binds bodies of *level*.

    A period that *regime* does not have is taken from the State's periodic reports (Nghị định 09/2019/NĐ-CP), nine
    months from the province's rule.

    Args:
        id_: "2027", "2027-Q1", "2027-H1", "2027-9M" or "2027-M03".
        level: level of the bodies that report.
        knowledge: the dated facts.
        regime: key of the regime.
        due: a deadline that somebody has set; it takes the place of that of the regime.

    Raises:
        UnknownNameError: there is no such regime, or it has no such period on that day.
    """
    match = _PERIOD.fullmatch(id_)
    # The years that a plan can have, but the first, whose figures would begin before it.
    if match is None or not 1946 <= int(match["year"]) <= 2200:
        raise UnknownNameError(
            noun="period",
            noun_vi="kỳ báo cáo",
            name=id_,
            known=("2027", "2027-Q1", "2027-H1", "2027-9M", "2027-M03"),
        )
    year, rule_id = int(match["year"]), match["rule"] or "Y"
    on = _last_day(year, rule_id)
    _refuse_unknown(regime, knowledge)
    known: list[str] = []
    for key in dict.fromkeys((regime, *_GENERAL)):
        found = knowledge.regime(key, level, on)
        if found and (rule := found.period(rule_id)):
            return _made(id_, year, rule, found, knowledge, due)
        known += [f"{year}-{one.id}".removesuffix("-Y") for one in (found.periods if found else ())]
    raise UnknownNameError(
        noun="period", noun_vi="kỳ báo cáo", name=id_, known=tuple(dict.fromkeys(known)) or ("-",)
    )


def calendar(
    year: int, *, level: RegimeLevel, knowledge: Knowledge, regime: str = "cchc"
) -> tuple[Period, ...]:
    """Return the periods of *regime* in *year* in the order of their cut-offs.

    Raises:
        UnknownNameError: there is no such regime.
    """
    _refuse_unknown(regime, knowledge)
    made = [
        _made(f"{year}-{rule.id}".removesuffix("-Y"), year, rule, one, knowledge, None)
        for one in _binding(regime, level, year, knowledge)
        for rule in one.periods
        if knowledge.regime(regime, level, _last_day(year, rule.id)) is one
    ]
    return tuple(sorted(made, key=lambda one: (one.end or one.due or dt.date.max, len(one.id), one.id)))


def _binding(key: str, level: RegimeLevel, year: int, knowledge: Knowledge) -> Iterator[Regime]:
    seen = []
    for month in range(1, 13):
        found = knowledge.regime(key, level, Month(year=year, month=month).last_day)
        if found is not None and found not in seen:
            seen.append(found)
            yield found


def _refuse_unknown(key: str, knowledge: Knowledge) -> None:
    known = {one.key for one in knowledge.regimes()}
    if key not in known:
        raise UnknownNameError(noun="regime", noun_vi="chế độ báo cáo", name=key, known=tuple(sorted(known)))


def _last_day(year: int, rule_id: str) -> dt.date:
    month = int(rule_id[1:]) if rule_id.startswith("M") else _LAST_MONTH[rule_id]
    return Month(year=year, month=month).last_day


def _made(
    id_: str, year: int, rule: PeriodRule, regime: Regime, knowledge: Knowledge, due: dt.date | None
) -> Period:
    start = rule.start.of(year) if rule.start else None
    end = rule.end.of(year) if rule.end else None
    least = regime.working_days
    if end and end >= _LEAST_SINCE:
        least = max(least, _LEAST)
    due = due or (rule.due.of(year) if rule.due else None)
    is_set = due is not None
    if due is None and end is not None:
        due = knowledge.add_working_days(end, max(least, 1))
    return Period(
        id=id_,
        name=f"{rule.name} {year}" if rule.name.lower().endswith("năm") else f"{rule.name} năm {year}",
        start=start,
        end=end,
        due=due,
        is_set=is_set,
        working_days=_working_days(end, due, knowledge) if end and due else None,
        least=least,
        regime=regime,
    )


def _working_days(end: dt.date, due: dt.date, knowledge: Knowledge) -> int:
    days = (end + dt.timedelta(days=number) for number in range(1, (due - end).days + 1))
    return sum(map(knowledge.is_working_day, days))
