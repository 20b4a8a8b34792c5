"""Administrative units by code, by name and by date."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterable, Mapping
from typing import cast

from cchc.errors import ConflictError
from cchc.knowledge._records import Unit, UnitLevel, UnitType, holds, overlap
from cchc.knowledge._tables import Table, day, parts, read_table
from cchc.text import fold

# Types as they open a name, with the short forms that plans use; longer ones first.
_TYPES: tuple[tuple[str, tuple[UnitType, ...]], ...] = (
    ("thành phố trực thuộc trung ương", ("thành phố",)),
    ("thành phố", ("thành phố", "thành phố thuộc tỉnh", "thành phố thuộc thành phố")),
    ("thị trấn", ("thị trấn",)),
    ("đặc khu", ("đặc khu",)),
    ("thị xã", ("thị xã",)),
    ("phường", ("phường",)),
    ("huyện", ("huyện",)),
    ("thủ đô", ("thành phố",)),
    ("tỉnh", ("tỉnh",)),
    ("quận", ("quận",)),
    ("xã", ("xã",)),
    ("tp.", ("thành phố", "thành phố thuộc tỉnh", "thành phố thuộc thành phố")),
    ("tx.", ("thị xã",)),
    ("tt.", ("thị trấn",)),
    ("đk.", ("đặc khu",)),
    ("tp", ("thành phố", "thành phố thuộc tỉnh", "thành phố thuộc thành phố")),
    ("tx", ("thị xã",)),
    ("tt", ("thị trấn",)),
    ("h.", ("huyện",)),
    ("q.", ("quận",)),
    ("p.", ("phường",)),
    ("t.", ("tỉnh",)),
    ("x.", ("xã",)),
)
_TYPED = re.compile(
    "(?P<type>" + "|".join(re.escape(word) for word, _ in _TYPES) + r")(?:(?<=\.)\s*|\s+)(?P<name>\S.*)"
)
_KINDS = dict(_TYPES)
#: The folded words of types, short forms without their dot.
TYPE_WORDS = frozenset(re.findall(r"\w+", " ".join(_KINDS)))
# Tables by the digits of their codes; within one, a code stands once.
_TABLES = {
    2: ("provinces-until-2025", "provinces-2025", "provinces-2026"),
    3: ("districts",),
    5: ("communes-until-2025", "communes-2025", "communes-2026"),
}
_MARKS = re.compile("[ .,;:&/()–-]+")
_FIRST_WORDS = re.compile(r"^ ?(\S+(?: \S+)?)", re.MULTILINE)
_HYPHEN = re.compile(r"\s*-\s*")


def name_key(words: str) -> str:
    """Return the form under which spellings of one unit's name are equal; hyphens lose their spaces."""
    folded = fold(words)
    return _HYPHEN.sub("-", folded) if "-" in folded else folded


def _proper_key(name: str) -> str:
    # The same for a name of the tables, whose folded form is its small letters; a test holds them to it.
    return name.lower().replace(" - ", "-")


def split_type(words: str) -> tuple[tuple[UnitType, ...], str]:
    """Divide folded *words* into the types that their first word means and the name: "tp. huế" is a city, "huế"."""
    match = _TYPED.fullmatch(words)
    if not match:
        return (), words
    return _KINDS[match["type"]], match["name"]


class UnitTable:
    """The units of the package's tables and of plugins; tables are read when a code or a name first needs them."""

    def __init__(self, extra: Iterable[Unit] = ()) -> None:
        self._extra = tuple(extra)
        self._histories: dict[str, tuple[Unit, ...]] = {}
        self._rows: dict[int, tuple[tuple[Table, dict[str, str]], ...]] = {}
        self._codes: Mapping[str, list[str]] | None = None
        self._others: Mapping[tuple[str, str], str] = {}
        self._named_units: dict[str, tuple[Unit, ...]] = {}
        self._refuse_overlaps()

    def _refuse_overlaps(self) -> None:
        for code in {unit.code for unit in self._extra}:
            history = self.history(code)
            for earlier, later in itertools.pairwise(history):
                if earlier.until is None or later.since is None or later.since < earlier.until:
                    raise ConflictError(noun="unit", name=code, first=earlier.source, second=later.source)

    def _rows_of(self, digits: int) -> tuple[tuple[Table, dict[str, str]], ...]:
        """Return the tables for codes of so many digits, each with its lines by code."""
        if digits not in self._rows:
            tables = [read_table(name) for name in _TABLES[digits]]
            self._rows[digits] = tuple(
                (table, {line[:digits]: line for line in table.lines}) for table in tables
            )
        return self._rows[digits]

    def history(self, code: str) -> tuple[Unit, ...]:
        """Return all units that have had this code, the earliest first."""
        known = self._histories.get(code)
        if known is None:
            tables = self._rows_of(len(code)) if len(code) in _TABLES else ()
            units = [_unit(table, lines[code]) for table, lines in tables if code in lines]
            units += [unit for unit in self._extra if unit.code == code]
            known = tuple(sorted(units, key=lambda unit: unit.since or dt.date.min))
            if known:
                self._histories[code] = known
        return known

    def unit(self, code: str, on: dt.date) -> Unit | None:
        """Return the unit that had this code on the day *on*."""
        for unit in self.history(code):
            if holds(unit, on):
                return unit
        return None

    def codes(self, level: UnitLevel) -> tuple[str, ...]:
        """Return all codes of a level, in order."""
        digits = {"province": 2, "district": 3, "commune": 5}[level]
        own = (unit.code for unit in self._extra if unit.level == level)
        return tuple(sorted({code for _, lines in self._rows_of(digits) for code in lines}.union(own)))

    def _named(self, key: str) -> tuple[Unit, ...]:
        """Return the units of any time that are known under the name with this key."""
        if self._codes is None:
            self._codes, self._others = self._read_names()
        found = self._named_units.get(key)
        if found is None:
            # A code goes on under another name, 44 was Quảng Bình, so its units are taken by their name.
            found = tuple(
                unit
                for code in dict.fromkeys(self._codes.get(key, ()))
                for unit in self.history(code)
                if _proper_key(unit.name) == key or self._others.get((key, code)) == unit.name
            )
            if found:
                self._named_units[key] = found
        return found

    def _read_names(self) -> tuple[Mapping[str, list[str]], Mapping[tuple[str, str], str]]:
        """Return the codes by key of the name, and the proper name by key of another name and code."""
        codes: dict[str, list[str]] = {}
        for digits in _TABLES:
            for _, lines in self._rows_of(digits):
                names = [line.split("\t", 2)[1] for line in lines.values()]
                for key, code in zip(_proper_key("\n".join(names)).split("\n"), lines):
                    codes.setdefault(key, []).append(code)
        others = {
            (name_key(other), row["code"]): row["name"]
            for table, _ in self._rows_of(2)
            for row in table.rows()
            for other in parts(row["also"])
        }
        others |= {(name_key(unit.name), unit.code): unit.name for unit in self._extra}
        for key, code in others:
            codes.setdefault(key, []).append(code)
        return codes, others

    @functools.cached_property
    def openings(self) -> frozenset[str]:
        """The folded first two words of all names of units of any time, and names of one word."""
        if self._codes is None:
            self._codes, self._others = self._read_names()
        return frozenset(_FIRST_WORDS.findall(_MARKS.sub(" ", "\n".join(self._codes))))

    def ever_named(self, words: str) -> tuple[Unit, ...]:
        """Return every unit of any time that *words* may mean: "xã Vân Hồ, tỉnh Sơn La", "Quảng Trị", "TP. Huế"."""
        asked, *above = name_key(words).split(",")
        asked = asked.strip()
        types, name = split_type(asked)
        found = [unit for unit in self._named(name) if not types or unit.type in types]
        if types and not found:
            # A name may begin like a type: the ward Phường Đúc.
            found = list(self._named(asked))
        for place in above:
            found = [unit for unit in found if self._lies_in(unit, place.strip())]
        return tuple(found)

    def _lies_in(self, unit: Unit, place: str) -> bool:
        """Return whether on any of its days *unit* lay in a unit that *place* names."""
        types, name = split_type(place)
        for above in self.history(unit.parent) if unit.parent else ():
            if overlap(unit, above) and (
                (_proper_key(above.name) == name and (not types or above.type in types))
                or self._lies_in(above, place)
            ):
                return True
        return False

    def above(self, unit: Unit, on: dt.date) -> tuple[Unit, ...]:
        """Return the units that contain *unit* on the day *on*, the nearest first."""
        chain = []
        parent = unit.parent and self.unit(unit.parent, on)
        while parent:
            chain.append(parent)
            parent = parent.parent and self.unit(parent.parent, on)
        return tuple(chain)

    def successors(self, unit: Unit, on: dt.date) -> tuple[Unit, ...]:
        """Return what *unit* had become by the day *on*, itself where it still holds."""
        return self._follow(unit, on, forward=True)

    def predecessors(self, unit: Unit, on: dt.date) -> tuple[Unit, ...]:
        """Return what *unit* was made of, as it was on the day *on*, itself where it held already."""
        return self._follow(unit, on, forward=False)

    def _follow(self, unit: Unit, on: dt.date, *, forward: bool) -> tuple[Unit, ...]:
        found: dict[Unit, None] = {}
        layer = [unit]
        while layer:
            following: dict[Unit, None] = {}
            for one in layer:
                turn = one.until if forward else one.since
                if turn is None or (on < turn if forward else turn <= on):
                    found[one] = None
                    continue
                if not forward:
                    turn -= dt.timedelta(days=1)
                codes = one.successors if forward else one.predecessors
                following.update((after, None) for code in codes if (after := self.unit(code, turn)))
            layer = list(following)
        return tuple(found)


def _unit(table: Table, line: str) -> Unit:
    row = table.row(line)
    source = table.sources[row["source"]]
    return Unit(
        code=row["code"],
        name=row["name"],
        type=cast("UnitType", row["type"]),
        level=cast("UnitLevel", row["level"]),
        parent=row["parent"] or None,
        since=day(row["since"]),
        until=day(row["until"]),
        predecessors=parts(row["predecessors"], " "),
        successors=parts(row["successors"], " "),
        source=source.words,
        confidence=source.confidence,
    )
