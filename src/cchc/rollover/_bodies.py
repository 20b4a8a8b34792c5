"""What has become of the bodies and units that a plan names."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator

from attrs import frozen

from cchc.knowledge import Agency, Knowledge, KnownBody, Unit, holds
from cchc.model import Body, Plan
from cchc.rollover._tree import stated
from cchc.rollover._years import TWO_TIERS, TWO_TIERS_LAW, Piece
from cchc.text import fold, short_date

_PRESS = ("bao-va-phat-thanh-truyen-hinh",)
_COMMITTEES = re.compile(r"Tỉnh ủy|Thành ủy")
# Both placements of the tone are one name.
_TONES = (("óa", "oá"), ("ủy", "uỷ"), ("Ủy", "Uỷ"), ("òa", "oà"), ("Óa", "Oá"))
# Other names of the tables stand for a field of work as well: "tư pháp - hộ tịch".
_NOUNS = re.compile(
    r"(?:Sở|Phòng|Ban|Bộ|Đài|Báo|Văn phòng|Cục|Chi cục|Tổng cục|Trung tâm|Đảng ủy|Huyện ủy|Quận ủy|Thị ủy|Ủy ban|Trường|Hội)(?!\w)"
)
# What is called by the rank of its place.
_OF_A_CITY = (("Tỉnh ủy", "Thành ủy"), ("Tỉnh đoàn", "Thành đoàn"))
_TYPES = re.compile(r" (?:huyện|quận|thị xã|thành phố)$")
# "Sở Nội vụ, Kế hoạch và Đầu tư": what follows in the clause is a department too.
_DEPARTMENTS = re.compile(r"(?<!\w)[Ss]ở(?!\w)[^.;()\n]*")


@frozen(kw_only=True)
class Became:
    """What a body has become.

    Attributes:
        was: its name in the tables.
        names: names now, several where its work was divided, none where nobody is known to have it.
        code: the code of the only one.
        source: the document that it follows from.
        asks: whether even one is only proposed.
    """

    was: str
    names: tuple[str, ...]
    code: str | None
    source: str
    asks: bool = False

    @property
    def sure(self) -> bool:
        """Whether there is one name that can be written without asking."""
        return len(self.names) == 1 and not self.asks

    def question(self, on: dt.date) -> tuple[str, str]:
        """Return what a person is asked about it."""
        if len(self.names) == 1:
            return (
                f"{self.was!r} không còn vào ngày {short_date(on)}; việc này có giao cho {self.names[0]!r} không?",
                f"{self.was!r} has ended; is this for {self.names[0]!r}?",
            )
        return (
            f"{self.was!r} không còn vào ngày {short_date(on)}; cơ quan nào thay?",
            f"{self.was!r} has ended; who takes over?",
        )


class Bodies:
    """The bodies of a plan, as they were on its day and as they are on the new one."""

    def __init__(self, plan: Plan, on: dt.date, knowledge: Knowledge) -> None:
        self._plan = plan
        self._knowledge = knowledge
        self.before = plan.date or dt.date(plan.year, 1, 1)
        self.on = on
        self.home = knowledge.unit_of(plan, self.before)
        self.home_now: tuple[Unit, ...] = knowledge.successors(self.home, on) if self.home else ()
        self.province = self._province_now()
        self._within = (
            self.home_now[0].code
            if len(self.home_now) == 1
            else self.province.code
            if self.province
            else None
        )
        self.now = functools.cache(self._now)

    def unit(self, body: Body) -> Unit | None:
        """Return the unit whose committee *body* was on the day of the plan."""
        if body.code and (unit := self._knowledge.unit(body.code, self.before)):
            return unit
        known = self._known(body.words, self.before)
        return known.unit if known and known.unit and known.code == known.unit.code else None

    def is_home(self, body: Body) -> bool:
        """Return whether *body* is the committee of the unit whose plan it is."""
        return self.home is not None and not body.is_class and self.unit(body) is self.home

    def _province_now(self) -> Unit | None:
        unit = self.home and self._knowledge.province_of(self.home.code, self.before)
        now = self._knowledge.successors(unit, self.on) if unit else ()
        return now[0] if len(now) == 1 else None

    @property
    def divided(self) -> bool:
        """Whether several units, or none that is known, stand where the plan's own stood."""
        return self.home is not None and len(self.home_now) != 1

    def whose(self) -> tuple[str, str]:
        """Return the question whose plan the new one is."""
        assert self.home
        name = self.home.full_name
        return (
            f"{name} không còn vào ngày {short_date(self.on)}; kế hoạch mới là của đơn vị nào?",
            f"{name} has ended; whose plan is the new one?",
        )

    @property
    def above(self) -> str:
        """The province that stands in the place of the district above the commune whose plan it is; else empty."""
        ended = self.home and self.home.level == "commune" and self.before < TWO_TIERS <= self.on
        return self.province.full_name if ended and self.province else ""

    def _known(self, words: str, on: dt.date) -> KnownBody | None:
        within = self._within if on == self.on else self.home.code if self.home else None
        return self._knowledge.resolve_body(words, on=on, within=within)

    def _now(self, words: str) -> Became | None:
        """Return what the body of these words has become; ``None`` where it still is, or was never known."""
        was, now = self._known(words, self.before), self._known(words, self.on)
        if was is None or was.is_class or was.code is None:
            return None
        # "UBND huyện" is still understood when there are no districts, but then it is nobody's name.
        if now is not None and (now.code is not None or now.is_class):
            return None
        if was.code.isdigit():
            return self._committee_now(words, was.code)
        for agency in self._knowledge.agencies(was.code):
            after = self._after(agency)
            weak = agency.confidence in ("unverified", "doubtful")
            return Became(
                was=agency.name.removesuffix(" {unit}"),
                names=tuple(self._name(one, words) for one in after),
                code=after[0].key if len(after) == 1 else None,
                source=agency.source,
                asks=weak or agency.level == "district",
            )
        return Became(was=words, names=(), code=None, source="")

    def _committee_now(self, words: str, code: str) -> Became | None:
        unit = self._knowledge.unit(code, self.before)
        if unit is None:
            return None
        now, source = self._knowledge.successors(unit, self.on), unit.source
        if unit.level == "district" and self.above and self.home and self.home.parent == unit.code:
            # The law puts communes right below the province: their district's part is the province's.
            now, source = (self.province,) if self.province else (), TWO_TIERS_LAW
        head = "UBND" if words.startswith("UBND") else "Ủy ban nhân dân"
        return Became(
            was=words,
            names=tuple(f"{head} {one.full_name}" for one in now),
            code=now[0].code if len(now) == 1 else None,
            source=source,
        )

    def _after(self, agency: Agency) -> tuple[Agency, ...]:
        # A province names its own newspaper; what became of newspapers everywhere is said once, in the common table.
        keys = agency.successors or (_PRESS if agency.kind == "press" and agency.level != "district" else ())
        found = [after for key in keys for after in self._knowledge.agencies(key) if holds(after, self.on)]
        return tuple(found)

    def _name(self, agency: Agency, words: str) -> str:
        """Return the name of *agency* as this plan would write it, with the place where its name has one."""
        name = agency.name
        committee = _COMMITTEES.search(words)
        if committee:
            name = _COMMITTEES.sub(committee.group(), name)
        if agency.kind == "press" and self.province:
            return name.replace("{unit}", self.province.name)
        name = name.removesuffix(" {unit}")
        tail = re.search(r" (?:tỉnh|thành phố)$", words)
        return f"{name}{tail.group()}" if tail else name

    @functools.cached_property
    def _ended(self) -> dict[str, Became]:
        """Return the names in words that bodies no longer have, and what they have become."""
        named = [body for _, body in stated(self._plan, Body) if not body.is_class]
        # What the divided unit's own committee becomes is asked once, with the unit.
        names = {body.words for body in named if not (self.divided and self.is_home(body))}
        old = self._province_before()
        if (
            self.above
            and self.home
            and (district := self._knowledge.unit(self.home.parent or "", self.before))
        ):
            names |= {
                f"{head} {name}"
                for head in ("UBND", "Ủy ban nhân dân")
                for name in (district.type, district.full_name)
            }
        for agency in self._ended_agencies():
            for name in (agency.name, *agency.names):
                stem = name.removesuffix(" {unit}")
                if " " in stem and _NOUNS.match(_folded(stem)):
                    names.add(stem)
                elif stem != name and old:
                    names.add(f"{stem} {old.name}")
        return {_folded(words): became for words in names if (became := self.now(words)) is not None}

    def _ended_agencies(self) -> Iterator[Agency]:
        for agency in self._knowledge.agencies():
            if agency.until is not None and self.before < agency.until <= self.on:
                yield agency

    def shortened(self, short: str) -> tuple[Became, str] | None:
        """Return what the agency of a short form has become, and its short form now: "SKHĐT" to "STC"."""
        for agency in self._ended_agencies():
            if short in agency.abbreviations and (became := self.now(agency.name.removesuffix(" {unit}"))):
                after = self._knowledge.agencies(became.code) if became.sure and became.code else ()
                return became, next((one for now in after for one in now.abbreviations), "")
        return None

    def _province_before(self) -> Unit | None:
        return self._knowledge.province_of(self.home.code, self.before) if self.home else None

    @functools.cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _any_of(self._ended)

    @functools.cached_property
    def _bare(self) -> tuple[re.Pattern[str], dict[str, Became]]:
        """Return departments without their noun, as lists name them: "Kế hoạch và Đầu tư"."""
        bare = {
            words.removeprefix("Sở "): became
            for words, became in self._ended.items()
            if words.startswith("Sở ") and " " in words.removeprefix("Sở ")
        }
        return _any_of(bare), bare

    @functools.cached_property
    def _places(self) -> tuple[tuple[re.Pattern[str], str, str, str], ...]:
        """Return the units that have another name now: pattern, new name, reason, source; the longest first."""
        found: dict[str, tuple[str, str, str]] = {}
        for old, new in self._units_renamed():
            source = new.source
            found[old.full_name] = (new.full_name, f"{old.full_name} nay thuộc {new.full_name}", source)
            if old is self.home and old.name != new.name and self._plan.place == old.name:
                found[old.name] = (new.name, f"{old.full_name} nay thuộc {new.full_name}", source)
            if old is self.home and old.type != new.type:
                why = f"{old.full_name} nay là {new.full_name}"
                found[old.type] = (new.type, why, source)
                if (old.type, new.type) == ("tỉnh", "thành phố"):
                    found.update({before: (after, why, source) for before, after in _OF_A_CITY})
        longest = sorted(found, key=len, reverse=True)
        return tuple((re.compile(_not_of_others(words)), *found[words]) for words in longest)

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
        for piece in self._named_in(words):
            if not any(start < piece.end and piece.start < end for start, end in taken):
                taken.append((piece.start, piece.end))
                pieces.append(piece)
        return pieces

    def _named_in(self, words: str) -> Iterator[Piece]:
        """Yield what is named in *words*, the longer names before what they hold."""
        for match in self._pattern.finditer(words):
            yield self._piece(match.start(), match.group(), self._ended[_folded(match.group())])
        pattern, bare = self._bare
        for clause in _DEPARTMENTS.finditer(words) if bare else ():
            for match in pattern.finditer(words, *clause.span()):
                if re.search(r"(?:[,:]| và) $", words[: match.start()]):
                    became = bare[_folded(match.group())]
                    yield self._piece(match.start(), match.group(), became, bare=True)
        if self.divided and self.home:
            vi, en = self.whose()
            names = tuple(unit.full_name for unit in self.home_now)
            for match in re.finditer(rf"(?<!\w){_spelled(self.home.full_name)}(?!\w)", words):
                yield Piece(
                    start=match.start(), end=match.end(), after=match.group(), vi=vi, en=en,
                    source=self.home.source, asks="unit", options=names,
                )  # fmt: skip
        for pattern, after, why, source in self._places:
            for match in pattern.finditer(words):
                en = f"{match.group()} is now {after}"
                yield Piece(start=match.start(), end=match.end(), after=after, vi=why, en=en, source=source)

    def _piece(self, start: int, words: str, became: Became, *, bare: bool = False) -> Piece:
        end = start + len(words)
        if became.sure:
            now = became.names[0].removeprefix("Sở ") if bare else became.names[0]
            vi, en = f"{words} nay là {now}", f"{words} is now {now}"
            return Piece(start=start, end=end, after=now, vi=vi, en=en, source=became.source)
        vi, en = became.question(self.on)
        return Piece(
            start=start, end=end, after=words, vi=vi, en=en, source=became.source, asks="body", options=became.names
        )  # fmt: skip


def _not_of_others(words: str) -> str:
    """Return a pattern for the name of a unit; for a type alone, "tỉnh", one that passes over other units and ranks."""
    if words != words.lower():
        return rf"(?<!\w){_spelled(words)}(?!\w)"
    return rf"(?<!\w)(?<!cấp )(?<!các )(?<!, ){_spelled(words)}(?!\w)(?! [A-ZĐÀ-Ỹ])(?!, (?:thành phố|huyện|xã|phường|thị))"


def _folded(words: str) -> str:
    for old, new in _TONES:
        words = words.replace(new, old)
    return words


def _spelled(words: str) -> str:
    pattern = re.escape(_folded(words))
    for old, new in _TONES:
        pattern = pattern.replace(old, f"(?:{old}|{new})")
    return pattern


def _any_of(names: dict[str, Became]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    # "UBND huyện" is no part of "UBND huyện Đakrông", which is another.
    patterns = (_spelled(name) + (r"(?! [A-ZĐ])" if _TYPES.search(name) else "") for name in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns) or '(?!)'})(?!\w)")
