"""Bodies in words, by the longest known names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from cchc.model import Body
from cchc.text import fold

if TYPE_CHECKING:
    import datetime as dt

    from cchc.knowledge import Knowledge, KnownBody, Unit

#: No name of a body is longer than this many syllables.
_LONGEST = 14
_GAP = re.compile(r"\s*(?:,\s*(?:và\s+)?|;\s*(?:và\s+)?|\s+và\s+|\s+cùng\s+)")
_COMMITTEE = re.compile(r"^(ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)\s+(.+)$")
_FULL = {"ubnd": "Ủy ban nhân dân", "ủy ban nhân dân": "Ủy ban nhân dân", "hđnd": "Hội đồng nhân dân"}
_TYPES = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
#: Words with which names of bodies begin; what begins so and is not known is still taken for a body.
_LIKE_A_BODY = re.compile(
    r"^(?:các |những )?(?:sở|phòng|ban|bộ|ubnd|ủy ban|hđnd|hội đồng|văn phòng|trung tâm|báo|đài|công an|chi cục|cục|hội"
    r"|đoàn|liên đoàn|công đoàn|chi nhánh|hiệp hội|trường|bệnh viện|thanh tra|bưu điện|cơ quan|đơn vị|ngành|mặt trận|thường trực"
    r"|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|trưởng|thủ trưởng|chủ tịch|giám đốc|tổ|cổng|ubmttq|công chức|đề nghị)\b"
)


@frozen
class BodyReader:
    """Reads names of bodies as the tables know them on a day, within the unit whose plan it is."""

    knowledge: Knowledge
    on: dt.date
    within: str | None = None

    def known(self, words: str) -> KnownBody | None:
        """Return what the tables know under *words*."""
        return self.knowledge.resolve_body(words.strip(), on=self.on, within=self.within)

    def bodies(self, words: str) -> tuple[Body, ...]:
        """Return a list of bodies; a list with semicolons keeps names together that have a comma of their own."""
        text = " ".join(words.split()).rstrip(" .;,")
        found: list[Body] = []
        for part in (piece.strip() for piece in text.split(";")):
            pieces = self.knowledge.split_bodies(part, on=self.on, within=self.within) if part else ()
            if ";" in text and len(pieces) > 1 and not any(piece.body for piece in pieces):
                found.append(Body(words=part))
                continue
            found.extend(
                Body(words=piece.words, is_class=bool(piece.body and piece.body.is_class)) for piece in pieces
            )
        return tuple(found)

    def begins(self, words: str) -> tuple[tuple[Body, ...], str]:
        """Return the bodies that *words* begin with, and what follows them."""
        found: list[Body] = []
        rest = words.strip()
        while (name := self._longest(rest)) is not None:
            known = self.known(name)
            found.append(Body(words=name, is_class=bool(known and known.is_class)))
            after = rest[len(name) :]
            gap = _GAP.match(after)
            if gap is None or self._longest(after[gap.end() :]) is None:
                return tuple(found), after.strip()
            rest = after[gap.end() :]
        return tuple(found), rest

    def _longest(self, words: str) -> str | None:
        ends = [match.end() for match in re.finditer(r"[^\s]+", words)][:_LONGEST]
        for end in reversed(ends):
            name = words[:end].rstrip(" ,;:.")
            if name and not name.endswith((" và", " cùng")) and self.known(name) is not None:
                return name
        return None

    def name_bodies(self, label: str) -> tuple[Body, ...]:
        """Return the bodies that a heading names; nothing where it reads as no list of bodies."""
        text = label.strip().rstrip(" :.")
        if len(text) > 200 or not text:
            return ()
        plain = fold(text)
        if self.known(text) is None and not _LIKE_A_BODY.match(plain) and not self._longest(text):
            return ()
        return self.bodies(text)

    def official(self, capitals: str) -> tuple[Body, Unit | None]:
        """Return the body that a letterhead names in capitals, with its code, and the unit whose committee it is."""
        plain = " ".join(fold(capitals).split())
        if (committee := _COMMITTEE.match(plain)) is not None:
            units = self.knowledge.units_named(committee[2], self.on)
            name = _FULL.get(committee[1], "Hội đồng nhân dân")
            if len(units) > 1 and self.within is not None:
                inside = [unit for unit in units if self.knowledge.contains(self.within, unit, self.on)]
                units = tuple(inside) or units
            if units:
                unit = units[0]
                code = unit.code if len(units) == 1 else None
                return Body(words=f"{name} {unit.type} {unit.name}", code=code), unit if code else None
            return Body(words=f"{name} {_titled(committee[2])}"), None
        known = self.known(plain)
        return Body(words=known.name if known else plain[:1].upper() + plain[1:]), None


def _titled(plain: str) -> str:
    for kind in _TYPES:
        if plain.startswith(kind + " "):
            return f"{kind} " + " ".join(
                word[:1].upper() + word[1:] for word in plain[len(kind) + 1 :].split()
            )
    return " ".join(word[:1].upper() + word[1:] for word in plain.split())
