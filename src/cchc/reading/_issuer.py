"""Who issued a plan: from its letterhead, else from its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from cchc.model import Body
from cchc.reading._bodies import sentence_case, titled
from cchc.text import CAPITALS, fold

if TYPE_CHECKING:
    from cchc.knowledge import Unit
    from cchc.model import Level
    from cchc.reading._bodies import BodyReader
    from cchc.reading._header import Head

_ISSUES = re.compile(
    r"(?P<name>(?:Ủy ban nhân dân|UBND|Uỷ ban nhân dân)\s*(?:\(UBND\)\s*)?(?P<unit>(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
    rf"(?:\s+[{CAPITALS}][\w'-]*)*)|(?:Sở|Phòng|Ban|Văn phòng|Trung tâm|Bộ)\s[^,;.]{{3,60}}?)\s+(?:xây dựng|ban hành|đề ra|lập|triển khai)"
)
_COMMITTEES = ("ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân")
_UNKNOWN = "Cơ quan ban hành"


@frozen(kw_only=True)
class Issuer:
    """The issuing body, the body above it, its level, the code of its unit, and whether all of that is sure.

    Where several issued it, *parties* are each of them.
    """

    body: Body
    parent: Body | None
    level: Level
    code: str | None
    sure: bool
    parties: tuple[Body, ...] = ()


def issuer_of(head: Head, opening: str, text: str, bodies: BodyReader) -> Issuer:
    """Return who issued the plan with *head* and *opening*; *text* is all of the source."""
    parent: Body | None = None
    within = None
    if head.superior:
        parent, unit, _ = _official(head.superior, text, bodies)
        within = unit.code if unit is not None else None
        if fold(head.superior).startswith(("ubnd ", "hđnd ")):
            # A superior is printed as it is written, in short or in full.
            short = {"ủy ban nhân dân": "UBND", "hội đồng nhân dân": "HĐND"}
            parent = attrs.evolve(parent, words=_shortened(parent.words, short))
    bodies = attrs.evolve(bodies, within=within)
    name = head.issuer or _told(opening, text)
    if not name:
        return Issuer(body=Body(words=_UNKNOWN), parent=parent, level="province", code=within, sure=False)
    if head.bodies:
        each = [_official(one, text, bodies) for one in head.bodies]
        joint = Body(words=", ".join(body.words for body, _, _ in each))
        level = _level(each[0][0], None, bodies)
        parties = tuple(body for body, _, _ in each)
        return Issuer(body=joint, parent=None, level=level, code=within, sure=True, parties=parties)
    body, unit, sure = _official(name, text, bodies)
    code = unit.code if unit is not None else within
    return Issuer(body=body, parent=parent, level=_level(body, parent, bodies), code=code, sure=sure)


def _official(name: str, text: str, bodies: BodyReader) -> tuple[Body, Unit | None, bool]:
    """Return the body that a letterhead names as it names it, in the case that the tables or the text have."""
    body, unit, sure = bodies.official(name)
    if fold(name).startswith(_COMMITTEES) or (sure and fold(body.words) == fold(name)):
        return body, unit, sure
    # Nothing tells the case of an unknown name in capitals but the text itself; a known one in other words stays as it is.
    written = _as_in_text(name, text) if name.isupper() else name
    return Body(words=written or _cased(name, text, bodies)), unit, sure or bool(written)


def _cased(capitals: str, text: str, bodies: BodyReader) -> str:
    """Return a name in capitals as it would be written: its place with capitals, before it what the tables know."""
    words = capitals.split()
    for start in range(1, len(words)):
        place = " ".join(words[start:])
        written = _as_in_text(place, text)
        if not (written and all(word[:1].isupper() for word in written.split())):
            written = titled(place.lower()) if bodies.knowledge.units_named(place.lower(), bodies.on) else ""
        if written:
            return f"{_known_case(words[:start], bodies)} {written}"
    return _known_case(words, bodies)


def _known_case(words: list[str], bodies: BodyReader) -> str:
    for end in range(len(words), 0, -1):
        plain = " ".join(words[:end]).lower()
        known = bodies.known(plain)
        if known is not None and fold(known.name) == fold(plain):
            return " ".join((known.name, *(word.lower() for word in words[end:])))
    return sentence_case(" ".join(words))


def _shortened(words: str, short: dict[str, str]) -> str:
    return next(
        (f"{short[name]}{words[len(name) :]}" for name in short if words.lower().startswith(name)), words
    )


def _told(opening: str, text: str) -> str:
    issued = [*_ISSUES.finditer(opening)] or [*_ISSUES.finditer(text)]
    if not issued:
        return ""
    last = issued[-1]
    unit = last["unit"] or ""
    if unit in ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"):
        return _named_elsewhere(unit, text) or last["name"]
    return re.sub(r"\s*\(UBND\)", "", last["name"])


def _named_elsewhere(kind: str, text: str) -> str:
    """Return the committee of the unit that the text names most often behind *kind*: "huyện" as "huyện Vân Hồ"."""
    named = [name.strip() for name in re.findall(rf"\b{kind} ((?:[{CAPITALS}][\w'-]*\s?){{1,4}})", text)]
    return (
        f"Ủy ban nhân dân {kind} {max(set(named), key=lambda one: (named.count(one), one))}" if named else ""
    )


def _as_in_text(capitals: str, text: str) -> str:
    pattern = r"\s+".join(re.escape(word) for word in capitals.split())
    written = [
        " ".join(found[0].split())
        for found in re.finditer(pattern, text, re.IGNORECASE)
        if not found[0].isupper()
    ]
    return max(set(written), key=lambda one: (written.count(one), one)) if written else ""


def _level(issuer: Body, parent: Body | None, bodies: BodyReader) -> Level:
    plain = fold(issuer.words)
    if plain.startswith(("ủy ban nhân dân", "ubnd", "hội đồng nhân dân")):
        unit = bodies.knowledge.unit(issuer.code, bodies.on) if issuer.code else None
        if unit is not None:
            return unit.level
        if re.search(r"\b(?:xã|phường|thị trấn|đặc khu)\b", plain) and "thị xã" not in plain:
            return "commune"
        below = parent is not None or re.search(r"\b(?:huyện|quận|thị xã)\b", plain) is not None
        return "district" if below else "province"
    return "ministry" if plain.startswith("bộ ") else "department"
