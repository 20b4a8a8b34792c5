"""Administrative units by code, by name and by date."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Mapping
from typing import cast

from cchc.errors import ConflictError
from cchc.knowledge._records import Unit, UnitLevel, UnitType, holds
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
    "(?P<type>"
    + "|".join(re.escape(word) for word, _ in _TYPES)
    + r")(?:(?<=\.)\s*|\s+|(?<=q\.|p\.)(?=\d))(?P<name>\S.*)"
)
_KINDS = dict(_TYPES)
_HYPHEN = re.compile(r"\s*-\s*")
_COMMUNE_TYPES: dict[str, UnitType] = {"x": "xã", "p": "phường", "t": "thị trấn", "đ": "đặc khu"}


def name_key(words: str) -> str:
    """Return the form under which spellings of one unit's name are equal; hyphens lose their spaces."""
    return _HYPHEN.sub("-", fold(words))


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
        self._rows: dict[int, dict[str, list[tuple[Table, str]]]] = {}
        self._names: Mapping[str, tuple[str, ...]] | None = None
        self._refuse_overlaps()

    def extended(self, units: Iterable[Unit]) -> UnitTable:
        """Return this table with *units* beside its own; a unit that overlaps another of its code is a conflict."""
        return UnitTable((*self._extra, *units))

    def _refuse_overlaps(self) -> None:
        for code in {unit.code for unit in self._extra}:
            history = self.history(code)
            for earlier, later in itertools.pairwise(history):
                if earlier.until is None or later.since is None or later.since < earlier.until:
                    raise ConflictError(noun="unit", name=code, first=earlier.source, second=later.source)

    def _rows_of(self, digits: int) -> dict[str, list[tuple[Table, str]]]:
        if digits not in self._rows:
            names = {
                2: ("provinces",),
                3: ("districts",),
                5: ("communes-until-2025", "communes-2025", "communes-2026"),
            }[digits]
            rows: dict[str, list[tuple[Table, str]]] = {}
            for name in names:
                table = read_table(name)
                for line in table.lines:
                    rows.setdefault(line[:digits], []).append((table, line))
            self._rows[digits] = rows
        return self._rows[digits]

    def history(self, code: str) -> tuple[Unit, ...]:
        """Return all units that have had this code, the earliest first."""
        known = self._histories.get(code)
        if known is None:
            rows = self._rows_of(len(code)).get(code, []) if len(code) in (2, 3, 5) else []
            units = [_unit(table, line) for table, line in rows]
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
        return tuple(sorted({*self._rows_of(digits), *own}))

    def codes_named(self, key: str) -> tuple[str, ...]:
        """Return the codes under which a unit has ever had the name with this key."""
        if self._names is None:
            self._names = self._read_names()
        return self._names.get(key, ())

    def _read_names(self) -> Mapping[str, tuple[str, ...]]:
        names: dict[str, tuple[str, ...]] = {}
        for digits in (2, 3, 5):
            for code, rows in self._rows_of(digits).items():
                seen = ""
                for _, line in rows:
                    # The tables hold only names whose folded form is their small letters; a test holds them to it.
                    key = line.split("\t", 2)[1].lower().replace(" - ", "-")
                    if key != seen:
                        names[key] = (*names.get(key, ()), code)
                        seen = key
        for row in read_table("provinces").rows():
            for other in row["also"].split(";") if row["also"] else ():
                names[name_key(other)] = tuple(dict.fromkeys((*names.get(name_key(other), ()), row["code"])))
        for unit in self._extra:
            key = name_key(unit.name)
            names[key] = tuple(dict.fromkeys((*names.get(key, ()), unit.code)))
        return names

    def ever_named(self, words: str) -> tuple[Unit, ...]:
        """Return every unit of any time that *words* may mean: "xã Vân Hồ, tỉnh Sơn La", "Quảng Trị", "TP. Huế"."""
        first, *above = (part.strip() for part in name_key(words).split(","))
        types, name = split_type(first)
        found = [
            unit
            for key, kinds in {name: types, first: ()}.items()
            for code in self.codes_named(key)
            for unit in self.history(code)
            if not kinds or unit.type in kinds
        ]
        named = [unit for unit in dict.fromkeys(found) if self._is_named(unit, {name, first})]
        return tuple(unit for unit in named if all(self._lies_in(unit, place) for place in above))

    def _is_named(self, unit: Unit, keys: set[str]) -> bool:
        # A code goes on under another name: 44 is found under Quảng Bình, but its later unit is not so named.
        if name_key(unit.name) in keys:
            return True
        return unit.level == "province" and any(
            name_key(unit.name) == row["name"].lower().replace(" - ", "-")
            for row in read_table("provinces").rows()
            if row["code"] == unit.code and keys & {name_key(other) for other in row["also"].split(";")}
        )

    def _lies_in(self, unit: Unit, place: str) -> bool:
        types, name = split_type(place)
        days = {unit.since, unit.until and unit.until - dt.timedelta(days=1)} - {None}
        return any(
            name_key(above.name) == name and (not types or above.type in types)
            for on in days
            if on is not None
            for above in self.above(unit, on)
        )

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
