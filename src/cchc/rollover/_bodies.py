"""What has become of the bodies and units that a plan names."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator

from attrs import frozen

from cchc.knowledge import Agency, Knowledge, KnownBody, Unit
from cchc.model import Body, Plan
from cchc.rollover._tree import texts
from cchc.rollover._years import Piece
from cchc.text import fold

_BODY = re.compile(
    r"(?:^|\.)(?:issuer|parent_body|reports_to|(?:lead|partners|bodies|recipients)\[\d+\])\.words$"
)
_PRESS = ("bao-va-phat-thanh-truyen-hinh",)
_COMMITTEES = re.compile(r"Tỉnh ủy|Thành ủy")


@frozen(kw_only=True)
class Became:
    """What a body has become: names, several where its work was divided; *asks* where even one is only proposed."""

    names: tuple[str, ...]
    source: str
    asks: bool = False


class Bodies:
    """The bodies of a plan, as they were on its day and as they are on the new one."""

    def __init__(self, plan: Plan, on: dt.date, knowledge: Knowledge) -> None:
        self._plan = plan
        self._knowledge = knowledge
        self.before = plan.date or dt.date(plan.year, 1, 1)
        self.on = on
        self.home = self._home()
        self.home_now: tuple[Unit, ...] = knowledge.successors(self.home, on) if self.home else ()
        self._within = self.home_now[0].code if len(self.home_now) == 1 else self._province_now()
        self.now = functools.cache(self._now)

    def _home(self) -> Unit | None:
        for body in (self._plan.issuer, self._plan.parent_body):
            if body and (unit := self._unit(body)):
                return unit
        return None

    def _unit(self, body: Body) -> Unit | None:
        if body.code and (unit := self._knowledge.unit(body.code, self.before)):
            return unit
        known = self._knowledge.resolve_body(body.words, on=self.before)
        return known.unit if known else None

    def _province_now(self) -> str | None:
        unit = self.home and self._knowledge.province_of(self.home.code, self.before)
        now = self._knowledge.successors(unit, self.on) if unit else ()
        return now[0].code if len(now) == 1 else None

    def ended(self, words: str) -> bool:
        """Return whether *words* named a body on the plan's day and name none on the new one."""
        return self._known(words, self.on) is None and self._known(words, self.before) is not None

    def _known(self, words: str, on: dt.date) -> KnownBody | None:
        within = self._within if on == self.on else self.home.code if self.home else None
        return self._knowledge.resolve_body(words, on=on, within=within)

    def _now(self, words: str) -> Became | None:
        """Return what the body of these words has become; ``None`` where it still is, or was never known."""
        if self._known(words, self.on) is not None:
            return None
        was = self._known(words, self.before)
        if was is None or was.is_class or was.code is None:
            return None
        if was.code.isdigit():
            unit = self._knowledge.unit(was.code, self.before)
            now = self._knowledge.successors(unit, self.on) if unit else ()
            head = "UBND" if words.startswith("UBND") else "Ủy ban nhân dân"
            return Became(
                names=tuple(f"{head} {one.full_name}" for one in now), source=unit.source if unit else ""
            )
        for agency in self._knowledge.agencies(was.code):
            names = tuple(self._name(after, words) for after in self._after(agency))
            weak = agency.confidence in ("unverified", "doubtful")
            return Became(names=names, source=agency.source, asks=weak or agency.level == "district")
        return Became(names=(), source="")

    def _after(self, agency: Agency) -> tuple[Agency, ...]:
        # A province names its own newspaper; what became of newspapers everywhere is said once, in the common table.
        keys = agency.successors or (_PRESS if agency.kind == "press" and agency.level != "district" else ())
        return tuple(
            after
            for key in keys
            for after in self._knowledge.agencies(key)
            if (after.since is None or after.since <= self.on)
            and (after.until is None or after.until > self.on)
        )

    def _name(self, agency: Agency, words: str) -> str:
        """Return the name of *agency* as this plan would write it, with the place where its name has one."""
        name = agency.name
        committee = _COMMITTEES.search(words)
        if committee:
            name = _COMMITTEES.sub(committee.group(), name)
        province = self._knowledge.province_of(self._within, self.on) if self._within else None
        if agency.kind == "press" and province:
            return name.replace("{unit}", province.name)
        name = name.removesuffix(" {unit}")
        tail = re.search(r" (?:tỉnh|thành phố)$", words)
        return f"{name}{tail.group()}" if tail else name

    @functools.cached_property
    def _renamed(self) -> tuple[tuple[re.Pattern[str], str, str, str], ...]:
        """Return what is said otherwise now: pattern, new words, reason, source; the longest first."""
        found: dict[str, tuple[str, str, str]] = {}
        for path, words in texts(self._plan):
            if _BODY.search(path) and words not in found:
                became = self.now(words)
                if became and len(became.names) == 1 and not became.asks:
                    found[words] = (became.names[0], f"{words} nay là {became.names[0]}", became.source)
        for old, new in self._units_renamed():
            source = new.source
            found[old.full_name] = (new.full_name, f"{old.full_name} nay thuộc {new.full_name}", source)
            if old is self.home and old.name != new.name and self._plan.place == old.name:
                found[old.name] = (new.name, f"{old.full_name} nay thuộc {new.full_name}", source)
            if old is self.home and old.type != new.type:
                found[old.type] = (new.type, f"{old.full_name} nay là {new.full_name}", source)
        patterns = []
        for words in sorted(found, key=len, reverse=True):
            after, why, source = found[words]
            patterns.append((re.compile(rf"(?<!\w){re.escape(words)}(?!\w)"), after, why, source))
        return tuple(patterns)

    def _units_renamed(self) -> Iterator[tuple[Unit, Unit]]:
        unit = self.home
        while unit:
            now = self._knowledge.successors(unit, self.on)
            if len(now) == 1 and fold(now[0].full_name) != fold(unit.full_name):
                yield unit, now[0]
            unit = self._knowledge.unit(unit.parent, self.before) if unit.parent else None

    def renames(self, words: str, closed: list[tuple[int, int]]) -> list[Piece]:
        """Return the pieces of *words* that name bodies and units otherwise now, outside the places that are *closed*."""
        taken = list(closed)
        pieces = []
        for pattern, after, why, source in self._renamed:
            for match in pattern.finditer(words):
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                # "các xã, phường, thị trấn" names kinds of units, not this one.
                if " " in after or not re.search(r"(?:xã|phường|huyện), $", words[: match.start()]):
                    taken.append(match.span())
                    pieces.append(
                        Piece(
                            start=match.start(),
                            end=match.end(),
                            after=after,
                            vi=why,
                            en=f"{match.group()} is now {after}",
                            source=source,
                        )
                    )
        return pieces
