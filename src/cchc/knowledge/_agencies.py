"""Agencies by name, level and date."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable
from typing import cast

from attrs import frozen

from cchc.errors import ConflictError
from cchc.knowledge._records import Abbreviation, Agency, BodyKind, BodyLevel, holds, overlap
from cchc.knowledge._tables import day, parts, read_table
from cchc.text import fold

_TOKEN = re.compile(r"[^\s.,;:&/()–-]+")
# Short forms inside names; a type of unit (TP., TX.) is left to the names of units.
_EXPANDED = {
    "ubnd": ("ủy", "ban", "nhân", "dân"),
    "hđnd": ("hội", "đồng", "nhân", "dân"),
    "mttq": ("mặt", "trận", "tổ", "quốc"),
    "ubmttq": ("ủy", "ban", "mặt", "trận", "tổ", "quốc"),
    "ubmttqvn": ("ủy", "ban", "mặt", "trận", "tổ", "quốc", "việt", "nam"),
    "mttqvn": ("mặt", "trận", "tổ", "quốc", "việt", "nam"),
    "vn": ("việt", "nam"),
    "ub": ("ủy", "ban"),
    "vp": ("văn", "phòng"),
    "bql": ("ban", "quản", "lý"),
    "ptth": ("phát", "thanh", "truyền", "hình"),
    "ttth": ("truyền", "thanh", "truyền", "hình"),
    "tncs": ("thanh", "niên", "cộng", "sản"),
    "tncshcm": ("thanh", "niên", "cộng", "sản", "hồ", "chí", "minh"),
    "hcm": ("hồ", "chí", "minh"),
    "lhpn": ("liên", "hiệp", "phụ", "nữ"),
    "ccb": ("cựu", "chiến", "binh"),
    "lđlđ": ("liên", "đoàn", "lao", "động"),
    "ptnt": ("phát", "triển", "nông", "thôn"),
    "cchc": ("cải", "cách", "hành", "chính"),
    "đbqh": ("đại", "biểu", "quốc", "hội"),
}
_JOINED = re.compile(r"\b(?:pt\s*[-&]\s*th|tt\s*[-&]\s*th)\b")
_UNIT = " {unit}"
# The Party's committee of a city is no Tỉnh ủy: these words change with the type of the unit.
_COMMITTEE = re.compile("Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy")


def tokens(folded: str) -> list[tuple[str, int, int]]:
    """Return the words of folded text with their places; marks and "và" fall out, short forms are written out."""
    text = folded
    if "-" in folded or "&" in folded:
        # Joined by a mark, these two are one short form: "PT-TH".
        text = _JOINED.sub(lambda match: (match.group()[:2] + "th").rjust(len(match.group()), ","), folded)
    found = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word in _EXPANDED:
            found += [(part, *match.span()) for part in _EXPANDED[word]]
        elif word != "và":
            found.append((word, *match.span()))
    return found


@functools.lru_cache(maxsize=4096)
def agency_key(words: str) -> str:
    """Return the form under which spellings of one agency's name are equal: marks and "và" make no difference."""
    return " ".join([word for word, _, _ in tokens(fold(words))])


@frozen(kw_only=True)
class Named:
    """An agency under one of its names; *name* is how it is officially written there, without a place."""

    agency: Agency
    name: str


class AgencyTable:
    """The agencies of the package's table and of plugins."""

    def __init__(self, agencies: Iterable[Agency]) -> None:
        self.agencies = tuple(agencies)
        self._keys: dict[str, tuple[Agency, ...]] = {}
        self._stems: dict[str, tuple[Named, ...]] = {}
        self._shorts: dict[str, tuple[Agency, ...]] = {}
        lengths: dict[str, set[int]] = {}
        for agency in self.agencies:
            for other in self._keys.get(agency.key, ()):
                if overlap(agency, other):
                    raise ConflictError(
                        noun="agency", name=agency.key, first=other.source, second=agency.source
                    )
            self._keys[agency.key] = (*self._keys.get(agency.key, ()), agency)
            official = agency.name.removesuffix(_UNIT)
            for name in (official, *agency.names):
                stem = agency_key(name)
                if all(known.agency is not agency for known in self._stems.get(stem, ())):
                    own = name if _COMMITTEE.sub("", name) == _COMMITTEE.sub("", official) else official
                    self._stems[stem] = (*self._stems.get(stem, ()), Named(agency=agency, name=own))
                    lengths.setdefault(stem.partition(" ")[0], set()).add(stem.count(" ") + 1)
            for short in agency.abbreviations:
                self._shorts[fold(short)] = (*self._shorts.get(fold(short), ()), agency)
        # Two of one exact name, place and time could never be told apart; two levels of the State may share a name.
        for stem, named in self._stems.items():
            for index, agency in enumerate(one.agency for one in named):
                for other in (one.agency for one in named[:index]):
                    same_place = agency.unit == other.unit and agency.level == other.level
                    if (
                        same_place
                        and agency_key(agency.name) == agency_key(other.name)
                        and overlap(agency, other)
                    ):
                        raise ConflictError(
                            noun="agency name", name=stem, first=other.source, second=agency.source
                        )

        # The committees of units stand in no table.
        committee = agency_key("Ủy ban nhân dân").split()
        lengths.setdefault(committee[0], set()).add(len(committee))
        self._lengths = {first: tuple(sorted(counts, reverse=True)) for first, counts in lengths.items()}

    @functools.cached_property
    def last_words(self) -> frozenset[str]:
        """The folded last words of all names, without their places."""
        return frozenset(stem.rpartition(" ")[2] for stem in self._stems)

    def lengths(self, first: str) -> tuple[int, ...]:
        """Return how many words the names have that begin with the word *first*, the longest first."""
        return self._lengths.get(first, ())

    def keyed(self, key: str) -> tuple[Agency, ...]:
        """Return the agencies of any day with this key."""
        return self._keys.get(key, ())

    def stemmed(self, stem: str) -> tuple[Named, ...]:
        """Return the agencies of any day whose name, without a place, has this key."""
        return self._stems.get(stem, ())

    def shortened(self, short: str) -> tuple[Agency, ...]:
        """Return the agencies of any day with this customary short form."""
        return self._shorts.get(fold(short), ())

    def named(self, words: str) -> tuple[Agency, ...]:
        """Return the agencies of any day with this key, name or short form, those by name first."""
        by_name = (one.agency for one in self.stemmed(agency_key(words)))
        found = (*by_name, *self.keyed(words), *self.shortened(words))
        return tuple(dict.fromkeys(found))

    def abbreviations(self, on: dt.date) -> tuple[Abbreviation, ...]:
        """Return the customary short forms of the agencies that stand on the day *on*."""
        return tuple(
            Abbreviation(
                short=short,
                words=agency.name.removesuffix(_UNIT),
                of="agency",
                key=agency.key,
                since=agency.since,
                until=agency.until,
                source=agency.source,
                confidence=agency.confidence,
            )
            for agency in self.agencies
            if holds(agency, on)
            for short in agency.abbreviations
        )


def needs_place(agency: Agency, stem: str) -> bool:
    """Return whether this name says nothing without a place, as "Báo" of "Báo {unit}"."""
    return agency.name.endswith(_UNIT) and " " not in stem


@functools.cache
def core_agencies() -> AgencyTable:
    """Return the table of the package."""
    table = read_table("agencies")
    return AgencyTable(
        Agency(
            key=row["key"],
            name=row["name"],
            level=cast("BodyLevel", row["level"]) if row["level"] else None,
            kind=cast("BodyKind", row["kind"]),
            owner=row["owner"],
            names=parts(row["names"]),
            abbreviations=parts(row["abbreviations"]),
            since=day(row["since"]),
            until=day(row["until"]),
            predecessors=parts(row["predecessors"], " "),
            successors=parts(row["successors"], " "),
            note=row["note"],
            source=table.sources[row["source"]].words,
            confidence=table.sources[row["source"]].confidence,
        )
        for row in table.rows()
    )
