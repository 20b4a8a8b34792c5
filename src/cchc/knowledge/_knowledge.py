"""The façade: every question about dated facts goes through one immutable value."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from cchc.errors import ConflictError
from cchc.knowledge._agencies import AgencyTable, core_agencies
from cchc.knowledge._bodies import Bodies
from cchc.knowledge._laws import LawTable, core_laws
from cchc.knowledge._records import (
    Abbreviation,
    Agency,
    Answer,
    BodyLevel,
    BodyPiece,
    Facts,
    IndicatorSet,
    KnownBody,
    Law,
    LawStatus,
    Province,
    Regime,
    RegimeLevel,
    Unit,
    UnitLevel,
    holds,
    overlap,
)
from cchc.knowledge._regimes import core_abbreviations, core_regimes, refuse_conflicts, regime_of
from cchc.knowledge._units import UnitTable
from cchc.knowledge._working_days import add_working_days, is_working_day
from cchc.text import fold

if TYPE_CHECKING:
    from cchc.model import Body, Indicator, Plan


# The number in "Nghị quyết số 76/NQ-CP".
_NUMBER = re.compile(r"\d+[a-zđ]?(?:/|-)\S+")


@functools.cache
def _core_units() -> UnitTable:
    return UnitTable()


@frozen(kw_only=True, eq=False, slots=False)
class Knowledge:
    """The tables of the package with the records of plugins beside them.

    Get it from :meth:`core` and :meth:`extended`. Every question takes the day that it is asked for.
    """

    _facts: tuple[Facts, ...] = field(default=(), repr=False)
    provinces: tuple[Province, ...] = field(default=(), repr=False)

    @staticmethod
    @functools.cache
    def core() -> Knowledge:
        """Return the tables of the package alone."""
        return Knowledge()

    def extended(self, facts: Iterable[Facts] = (), provinces: Iterable[Province] = ()) -> Knowledge:
        """Return this knowledge with the records of plugins beside its own.

        Raises:
            ConflictError: if a record says something else of a day that another record speaks of; it names the
                sources of both.
        """
        wider = Knowledge(facts=(*self._facts, *facts), provinces=(*self.provinces, *provinces))
        if wider._facts or wider.provinces:
            wider._refuse_conflicts()
        return wider

    @functools.cached_property
    def _units(self) -> UnitTable:
        units = [unit for facts in self._facts for unit in facts.units]
        return UnitTable(units) if units else _core_units()

    @functools.cached_property
    def _laws(self) -> LawTable:
        laws = [law for facts in self._facts for law in facts.laws]
        return LawTable((*core_laws().laws, *laws)) if laws else core_laws()

    @functools.cached_property
    def _agencies(self) -> AgencyTable:
        own = [agency for facts in self._facts for agency in facts.agencies]
        own += [placed for province in self.provinces for placed in _placed(province)]
        return AgencyTable((*core_agencies().agencies, *own)) if own else core_agencies()

    @functools.cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self._agencies, self._units)

    @functools.cached_property
    def _regimes(self) -> tuple[Regime, ...]:
        return refuse_conflicts((*core_regimes(), *(one for facts in self._facts for one in facts.regimes)))

    def _refuse_conflicts(self) -> None:
        # Building a table finds its conflicts; a kind to which no plugin adds stays unread.
        for kind, table in (
            ("units", "_units"),
            ("laws", "_laws"),
            ("agencies", "_agencies"),
            ("regimes", "_regimes"),
            ("indicator_sets", "_indicator_sets"),
        ):
            if any(getattr(facts, kind) for facts in self._facts):
                getattr(self, table)
        keys: dict[str, Province] = {}
        spans: list[tuple[Province, str, dt.date, dt.date]] = []
        for province in self.provinces:
            other = keys.setdefault(province.key, province)
            if other is not province:
                raise ConflictError(
                    noun="province", name=province.key, first=other.source, second=province.source
                )
            for span in province.spans:
                since, until = span.since or dt.date.min, span.until or dt.date.max
                for claimed, code, first, end in spans:
                    if code == span.code and since < end and first < until:
                        raise ConflictError(
                            noun="province code",
                            name=f"{code} ({max(since, first)})",
                            first=f"{claimed.key} ({claimed.source})",
                            second=f"{province.key} ({province.source})",
                        )
                spans.append((province, span.code, since, until))
        if any(province.agencies for province in self.provinces):
            _ = self._agencies

    # Units

    def unit(self, code: str, on: dt.date) -> Unit | None:
        """Return the unit that had this code on the day *on*, ``None`` where there was none."""
        return self._units.unit(code, on)

    def units(self, level: UnitLevel, on: dt.date, *, within: str | None = None) -> tuple[Unit, ...]:
        """Return all units of a level on the day *on*, by code; with *within*, those inside the unit of that code."""
        found = (self._units.unit(code, on) for code in self._units.codes(level))
        return tuple(unit for unit in found if unit and (within is None or self.contains(within, unit, on)))

    def unit_history(self, code: str) -> tuple[Unit, ...]:
        """Return all units that have had this code, the earliest first."""
        return self._units.history(code)

    def units_named(self, words: str, on: dt.date) -> tuple[Unit, ...]:
        """Return the units that *words* may mean on the day *on*: "huyện Vân Hồ", "xã Khe Sanh, tỉnh Quảng Trị".

        Both placements of the tone, short types (TP., H., TT.) and any case are understood; higher levels come first.
        """
        return tuple(unit for unit in self._units.ever_named(words) if holds(unit, on))

    def contains(self, code: str, unit: Unit, on: dt.date) -> bool:
        """Return whether the unit of *code* is *unit* or lies above it on the day *on*."""
        return unit.code == code or any(above.code == code for above in self._units.above(unit, on))

    def province_of(self, code: str, on: dt.date) -> Unit | None:
        """Return the province that the unit of *code* (commune, district or province) lies in on the day *on*."""
        unit = self._units.unit(code, on)
        while unit and unit.level != "province":
            unit = self._units.unit(unit.parent, on) if unit.parent else None
        return unit

    def province(self, code: str, on: dt.date) -> Province | None:
        """Return a plugin's province that the unit of *code* lies in on the day *on*."""
        unit = self.province_of(code, on)
        return next((one for one in self.provinces if unit and one.code(on) == unit.code), None)

    def successors(self, unit: Unit, on: dt.date) -> tuple[Unit, ...]:
        """Return what *unit* had become by the day *on*, the unit itself where it still holds.

        A commune that was divided comes with the successor of its greater part first; a district has become the
        communes that its own communes went to.
        """
        return self._units.successors(unit, on)

    def predecessors(self, unit: Unit, on: dt.date) -> tuple[Unit, ...]:
        """Return what *unit* was made of, as it was on the day *on*, the unit itself where it held already."""
        return self._units.predecessors(unit, on)

    # Legal documents

    def laws(self, number: str = "") -> tuple[Law, ...]:
        """Return every document with this number, the earliest first; all documents for an empty number."""
        return self._laws.numbered(number) if number else self._laws.laws

    def laws_named(self, words: str) -> tuple[Law, ...]:
        """Return every document that these words name: "Luật Tổ chức chính quyền địa phương"."""
        return self._laws.named(words)

    def law(
        self, kind: str | None, number: str, issuer: str | None = None, year: int | None = None
    ) -> Law | None:
        """Return the document that fits what is said of it; ``None`` where none does, or several do."""
        return self._laws.law(kind, number, issuer, year)

    def law_status(self, law: Law, on: dt.date) -> LawStatus:
        """Return whether *law* is in force on the day *on*, and what has amended or replaced it by then."""
        return self._laws.status(law, on)

    # Regimes, short forms, indicators, days

    def regime(self, key: str, level: RegimeLevel, on: dt.date) -> Regime | None:
        """Return the report regime *key* that binds bodies of *level* on the day *on*."""
        return regime_of(self._regimes, key, level, on)

    def regimes(self) -> tuple[Regime, ...]:
        """Return every report regime of any day."""
        return self._regimes

    def indicators(self) -> tuple[Indicator, ...]:
        """Return the indicators of any set that plugins give; those of one province or regime come first."""
        bound = (indicator for one in self._indicator_sets for indicator in one.indicators)
        return (*bound, *(indicator for facts in self._facts for indicator in facts.indicators))

    def indicators_for(self, code: str | None, regime: str, on: dt.date) -> tuple[Indicator, ...]:
        """Return the indicators that are asked on a plan of the unit *code* under *regime*, by the day of the plan.

        Those of the province for this regime count alone, else those of the province, else those of the regime, else
        those for anybody.
        """
        province = self.province(code, on) if code else None
        key = province.key if province else ""
        held = [one for one in self._indicator_sets if holds(one, on)]
        for wanted in ((key, regime), (key, ""), ("", regime)):
            found = [each for one in held if (one.province, one.regime) == wanted for each in one.indicators]
            if found and any(wanted):
                return tuple({one.id: one for one in found}.values())
        return tuple({one.id: one for facts in self._facts for one in facts.indicators}.values())

    @functools.cached_property
    def _indicator_sets(self) -> tuple[IndicatorSet, ...]:
        sets = tuple(one for facts in self._facts for one in facts.indicator_sets)
        for number, one in enumerate(sets):
            for other in sets[:number]:
                if (one.province, one.regime) == (other.province, other.regime) and overlap(other, one):
                    raise ConflictError(
                        noun="indicators",
                        name=" ".join(filter(None, (one.province, one.regime))),
                        first=other.source,
                        second=one.source,
                    )
        return sets

    def abbreviations(self, on: dt.date) -> tuple[Abbreviation, ...]:
        """Return the short forms that hold on the day *on*: types of documents, then agencies."""
        documents = tuple(one for one in core_abbreviations() if holds(one, on))
        return (*documents, *self._agencies.abbreviations(on))

    # Bodies

    def agency(self, words: str, on: dt.date, *, level: BodyLevel | None = None) -> Agency | None:
        """Return the agency with this name, key or short form on the day *on*; ``None`` where none or several fit."""
        fits = [
            agency
            for agency in self._agencies.named(words)
            if holds(agency, on) and (level is None or agency.level in (level, None))
        ]
        return fits[0] if len(fits) == 1 else None

    def agencies(self, words: str = "") -> tuple[Agency, ...]:
        """Return the agencies of any day with this name, key or short form; all agencies for no words."""
        return self._agencies.named(words) if words else self._agencies.agencies

    def resolve_body(
        self,
        words: str,
        *,
        on: dt.date,
        level: BodyLevel | None = None,
        within: str | None = None,
        ever: bool = False,
    ) -> KnownBody | None:
        """Return the body that *words* name on the day *on*; ``None`` where the tables do not know it.

        "Sở Văn hóa, Thể thao và Du lịch" is one body, "UBND quận, huyện" a class, "UBND thị trấn Khe Sanh" the
        committee of unit 19429. *level* narrows to bodies of a level; *within* is the code of the unit whose plan it is,
        by which "UBND tỉnh" and names that several places share are understood. With *ever*, a name that nothing bears on
        the day is that of whoever bore it on another: plans go on using names that were abolished.
        """
        return self._bodies.resolve(words, on, level, within, ever=ever)

    def unit_of(self, plan: Plan, on: dt.date) -> Unit | None:
        """Return the unit whose plan it is on the day *on*, ``None`` where neither the issuer nor the body above tells.

        A code tells, else a name; the issuer's is looked for below the body above it, for many communes share one name.
        """
        issuer = plan.issuer
        if issuer.code and (unit := self.unit(issuer.code, on)):
            return unit
        above = self._unit_of(plan.parent_body, on, None) if plan.parent_body else None
        return self._unit_of(issuer, on, above.code if above else None) or above

    def _unit_of(self, body: Body, on: dt.date, within: str | None) -> Unit | None:
        if body.code and (unit := self.unit(body.code, on)):
            return unit
        known = self.resolve_body(body.words, on=on, within=within)
        return known.unit if known else None

    def body_reach(self, words: str) -> int:
        """Return a place in *words* behind which no body's name ends that begins them: longer ones need not be asked for."""
        return self._bodies.reach(words)

    @functools.cached_property
    def body_endings(self) -> frozenset[str]:
        """The folded words with which names of bodies can end; names of units, which end in capitals, are not among them."""
        return self._bodies.endings()

    def split_bodies(
        self,
        words: str,
        *,
        on: dt.date,
        level: BodyLevel | None = None,
        within: str | None = None,
        ever: bool = False,
    ) -> tuple[BodyPiece, ...]:
        """Divide a list of bodies in words by the longest known names, each piece with its place in *words*.

        "Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch, UBND quận, huyện" is three; "các Sở: Nội vụ, Tài chính" is two.
        """
        return self._bodies.split(words, on, level, within, ever=ever)

    # Questions in words

    def lookup(self, query: str, on: dt.date) -> Answer:
        """Return everything that the tables know under a number, a code, a name or a short form."""
        asked = query.strip()
        laws = self._laws.numbered(_number_in(asked)) or self._laws.named(asked)
        units = self._units.history(asked) or self._units.ever_named(asked)
        agencies = self._agencies.named(asked)
        former = tuple(unit for unit in units if not holds(unit, on))
        return Answer(
            query=query,
            on=on,
            laws=tuple(self._laws.status(law, on) for law in laws),
            units=tuple(unit for unit in units if holds(unit, on)),
            former_units=former,
            now=tuple(
                (unit, self._units.successors(unit, on)) for unit in former if unit.until and unit.until <= on
            ),
            agencies=tuple(agency for agency in agencies if holds(agency, on)),
            former_agencies=tuple(agency for agency in agencies if not holds(agency, on)),
            abbreviations=tuple(one for one in self.abbreviations(on) if fold(one.short) == fold(asked)),
        )

    def is_working_day(self, day: dt.date) -> bool:
        """Return whether *day* is neither a Saturday, a Sunday nor a public holiday of Vietnam.

        The holidays are those of the package ``holidays`` (Bộ luật Lao động, Điều 112), with their days in lieu; days that
        the Government swaps in a single year are known as far as that package knows them.
        """
        return is_working_day(day)

    def add_working_days(self, day: dt.date, count: int) -> dt.date:
        """Return the *count*-th working day after *day*, or before it where *count* is negative."""
        return add_working_days(day, count)


def _placed(province: Province) -> Iterator[Agency]:
    """Yield the agencies of *province* once for each code that it has had, within the days of that code."""
    for agency in province.agencies:
        for span in province.spans:
            since = max((one for one in (agency.since, span.since) if one), default=None)
            until = min((one for one in (agency.until, span.until) if one), default=None)
            if since is None or until is None or since < until:
                yield evolve(agency, unit=agency.unit or span.code, since=since, until=until)


def _number_in(words: str) -> str:
    match = _NUMBER.search(words)
    return match.group() if match else words
