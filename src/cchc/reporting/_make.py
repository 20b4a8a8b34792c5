"""Making forms: one after another, or many that share all but the unit's name."""

from __future__ import annotations

import datetime as dt
import re
from xml.sax.saxutils import escape

from attrs import frozen

from cchc.errors import ModelError
from cchc.knowledge import Knowledge
from cchc.model import Body, Plan
from cchc.reporting._asked import Duties, Duty, asked_indicators, level_of
from cchc.reporting._form import Form
from cchc.reporting._layout import lay_out, name_of_unit
from cchc.reporting._package import Packed, pack, package
from cchc.reporting._periods import Period, reporting_period

__all__ = ["NAMELESS", "Forms"]

# What no plan says: where these stand in a form, the name and the code of a unit are put.
NAMELESS, _CODE = "cchc·tên·đơn·vị", "cchc-code-of-unit"
_PLACES = {
    "xl/sharedStrings.xml": ((NAMELESS, 2), (_CODE, 1)),
    "docProps/core.xml": ((NAMELESS, 1), (_CODE, 0)),
}
# Letters that XlsxWriter writes in a way of its own, and lengths that it cuts.
_SIMPLE = re.compile(r"[^\x00-\x1f\x7f_\ud800-\udfff\ufffe\uffff]{1,150}")


@frozen
class _Pattern:
    """A form with all its parts packed but for those that name the unit."""

    parts: tuple[Packed | tuple[str, str], ...]
    words: frozenset[str]

    def of(self, unit: str, code: str) -> bytes | None:
        """Return the form of a unit, or ``None`` where it would not be what writing it in full gives."""
        if not self.parts or not _SIMPLE.fullmatch(unit) or unit in self.words:
            return None
        name = escape(unit)
        return package(
            one
            if isinstance(one, Packed)
            else pack(one[0], one[1].replace(NAMELESS, name).replace(_CODE, code).encode())
            for one in self.parts
        )


def _asked(period: Period, duties: tuple[Duty, ...]) -> tuple[object, ...]:
    return (period.id, period.due, *((one.task.id, one.leads) for one in duties))


class Forms:
    """The forms of one plan for one period: what units share is understood and written once.

    Args:
        plan: the plan.
        period: "2027-Q1".
        knowledge: the dated facts.
        regime: key of the report regime.
        due: a deadline that the receiver has set; that of the regime where it is ``None``.

    Raises:
        UnknownNameError: the regime has no such period.
        ModelError: two figures that the plan asks for have one id.
    """

    def __init__(
        self,
        plan: Plan,
        period: str,
        knowledge: Knowledge,
        *,
        regime: str = "cchc",
        due: dt.date | None = None,
    ) -> None:
        self.plan, self.period = plan, period
        self._knowledge, self.regime, self._due = knowledge, regime, due
        self.indicators = asked_indicators(plan, knowledge, regime)
        ids = [one.id for one in self.indicators]
        if len(set(ids)) < len(ids):
            doubled = next(one for one in ids if ids.count(one) > 1)
            raise ModelError(
                where="Plan.indicators",
                value=doubled,
                why="is the id of two indicators; each id must be unique within the plan",
                why_vi="Hai chỉ tiêu trùng mã; mỗi mã chỉ dùng một lần trong kế hoạch.",
            )
        # Whether there is such a period must be known before the first unit is asked for.
        reporting_period(period, level="province", knowledge=knowledge, regime=regime, due=due)
        self._duties = Duties(plan, knowledge, plan.date or dt.date(plan.year, 1, 1))
        self._periods: dict[str, Period] = {}
        self._patterns: dict[tuple[object, ...], _Pattern] = {}
        self._layouts: dict[tuple[object, ...], Form] = {}

    def period_of(self, unit: Body) -> Period:
        """Return the period as it binds *unit*."""
        level = level_of(self._duties.known(unit), unit)
        if level not in self._periods:
            self._periods[level] = reporting_period(
                self.period, level=level, knowledge=self._knowledge, regime=self.regime, due=self._due
            )
        return self._periods[level]

    def duties_of(self, unit: Body) -> tuple[Duty, ...]:
        """Return the tasks of the plan that are the unit's own."""
        return self._duties.of(unit)

    def form(self, unit: Body) -> Form:
        """Return the layout of the form of *unit*."""
        return self._form(unit, self.period_of(unit), self.duties_of(unit))

    def layout(self, unit: Body) -> Form:
        """Return the layout of the form of *unit* with :data:`NAMELESS` for its name: one value for many units."""
        period, duties = self.period_of(unit), self.duties_of(unit)
        asked = _asked(period, duties)
        if asked not in self._layouts:
            self._layouts[asked] = self._form(Body(words=NAMELESS, code=_CODE), period, duties)
        return self._layouts[asked]

    def _form(self, unit: Body, period: Period, duties: tuple[Duty, ...]) -> Form:
        return lay_out(
            self.plan,
            unit,
            period,
            duties=duties,
            indicators=self.indicators,
            receiver=self._duties.receiver,
        )

    def make(self, unit: Body) -> bytes:
        """Return the workbook of *unit*: the same unit, the same bytes, whatever was made before."""
        period, duties = self.period_of(unit), self.duties_of(unit)
        asked = _asked(period, duties)
        if asked not in self._patterns:
            self._patterns[asked] = self._pattern(period, duties)
        made = self._patterns[asked].of(name_of_unit(unit), unit.code or "")
        return made if made is not None else self.make_in_full(unit)

    def make_in_full(self, unit: Body) -> bytes:
        """Return the workbook of *unit* without the use of what was made for others: slower, and the same bytes."""
        from cchc.reporting._workbook import parts_of

        return package(pack(name, data) for name, data in parts_of(self.form(unit)))

    def _pattern(self, period: Period, duties: tuple[Duty, ...]) -> _Pattern:
        from cchc.reporting._workbook import parts_of

        form = self._form(Body(words=NAMELESS, code=_CODE), period, duties)
        parts: list[Packed | tuple[str, str]] = []
        usable = True
        for name, data in parts_of(form):
            if name in _PLACES:
                text = data.decode()
                usable &= all(text.count(word) == count for word, count in _PLACES[name])
                parts.append((name, text))
            else:
                parts.append(pack(name, data))
        words = {still.words for sheet in form.sheets for still in sheet.stills}
        words |= {f"{key}={value}" for key, value in form.identity}
        return _Pattern(tuple(parts), frozenset(words)) if usable else _Pattern((), frozenset())
