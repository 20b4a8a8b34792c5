"""Legal documents by number, by name and by date."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable
from typing import cast

from cchc.errors import ConflictError
from cchc.knowledge._records import Confidence, Law, LawKey, LawStatus, holds
from cchc.knowledge._tables import day, parts, read_table
from cchc.text import fold

_SPACE = re.compile(r"\s+")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
# 30/2026/QH16 is also written 30-NQ/2026/QH16.
_ASSEMBLY = re.compile(r"^(\d+)-nq/(?=\d{4}/)")
_ISSUERS = {
    "cp": "chính phủ",
    "ttg": "thủ tướng chính phủ",
    "thủ tướng": "thủ tướng chính phủ",
    "qh": "quốc hội",
    "ubtvqh": "ủy ban thường vụ quốc hội",
    "bnv": "bộ nội vụ",
    "bộ trưởng bộ nội vụ": "bộ nội vụ",
}


def number_key(number: str) -> str:
    """Return the form under which spellings of one number are equal: no spaces, no case, no leading zeros."""
    return _ASSEMBLY.sub(r"\1/", _LEADING_ZEROS.sub("", _SPACE.sub("", fold(number))))


def _issuer_key(issuer: str) -> str:
    folded = fold(issuer)
    return _ISSUERS.get(folded, folded)


class LawTable:
    """The documents of the package's table and of plugins."""

    def __init__(self, laws: Iterable[Law]) -> None:
        self.laws = tuple(laws)
        self._numbers: dict[str, tuple[Law, ...]] = {}
        self._amended: dict[LawKey, tuple[Law, ...]] = {}
        keys: dict[LawKey, Law] = {}
        for law in self.laws:
            other = keys.setdefault(law.key, law)
            if other is not law:
                raise ConflictError(noun="law", name=str(law.key), first=other.source, second=law.source)
            number = number_key(law.number)
            self._numbers[number] = (*self._numbers.get(number, ()), law)
            for amended in law.amends:
                self._amended[amended] = (*self._amended.get(amended, ()), law)
        self._keys = keys

    def numbered(self, number: str) -> tuple[Law, ...]:
        """Return all documents with this number, the earliest first."""
        return tuple(sorted(self._numbers.get(number_key(number), ()), key=lambda law: law.year))

    def named(self, words: str) -> tuple[Law, ...]:
        """Return all documents whose kind and title these words are, "Luật Tổ chức chính quyền địa phương"."""
        asked = fold(words)
        return tuple(law for law in self.laws if asked in (fold(f"{law.kind} {law.title}"), fold(law.title)))

    def law(self, kind: str | None, number: str, issuer: str | None, year: int | None) -> Law | None:
        """Return the only document that fits what is said of it, ``None`` where none or several do."""
        fits = [
            law
            for law in self.numbered(number)
            if (not kind or fold(law.kind) == fold(kind))
            and (not issuer or _issuer_key(law.issuer) == _issuer_key(issuer))
            and (year is None or law.year == year)
        ]
        return fits[0] if len(fits) == 1 else None

    def status(self, law: Law, on: dt.date) -> LawStatus:
        """Return whether *law* is in force on the day *on*, and what amended or replaced it by then."""
        ended = law.until is not None and law.until <= on
        amending = [other for other in self._amended.get(law.key, ()) if other.since <= on]
        return LawStatus(
            law=law,
            on=on,
            in_force=holds(law, on),
            amended_by=tuple(sorted(amending, key=lambda other: other.since)),
            replaced_by=tuple(self._keys[key] for key in law.replaced_by if key in self._keys)
            if ended
            else (),
            confidence=law.confidence,
        )


@functools.cache
def core_laws() -> LawTable:
    """Return the table of the package."""
    rows = read_table("laws").rows()
    keys = {
        f"{row['number']}@{row['year']}": LawKey(
            kind=row["kind"], number=row["number"], issuer=row["issuer"], year=int(row["year"])
        )
        for row in rows
    }
    return LawTable(
        Law(
            kind=row["kind"],
            number=row["number"],
            issuer=row["issuer"],
            year=int(row["year"]),
            date=day(row["date"]),
            title=row["title"],
            since=dt.date.fromisoformat(row["since"]),
            until=day(row["until"]),
            replaced_by=[keys[reference] for reference in parts(row["replaced_by"])],
            amends=[keys[reference] for reference in parts(row["amends"])],
            note=row["note"],
            source=row["source"],
            confidence=cast("Confidence", row["confidence"]),
        )
        for row in rows
    )
