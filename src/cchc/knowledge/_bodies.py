"""Bodies as plans name them in words: an agency, the People's Committee of a unit, or a class of bodies."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from cchc.knowledge._agencies import AgencyTable, Named, needs_place, tokens
from cchc.knowledge._records import Agency, BodyKind, BodyLevel, BodyPiece, KnownBody, Unit, UnitType, holds
from cchc.knowledge._units import TYPE_WORDS, UnitTable
from cchc.text import CAPITALS, fold

#: A word with the places where it begins and ends.
_Token = tuple[str, int, int]
COMMITTEE = "ủy ban nhân dân"
_TYPE = r"tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?|xã|phường|thị trấn|tt\.?|đặc khu"
_LEVELS: dict[str, frozenset[BodyLevel]] = {
    "tỉnh": frozenset({"province"}),
    "thành phố": frozenset({"province", "district"}),
    "tp": frozenset({"province", "district"}),
    "huyện": frozenset({"district"}),
    "quận": frozenset({"district"}),
    "thị xã": frozenset({"district"}),
    "tx": frozenset({"district"}),
    "xã": frozenset({"commune"}),
    "phường": frozenset({"commune"}),
    "thị trấn": frozenset({"commune"}),
    "tt": frozenset({"commune"}),
    "đặc khu": frozenset({"commune"}),
    "cơ sở": frozenset({"commune"}),
    "trung ương": frozenset({"central"}),
}
# Words that a person who heads a body is named by; the body is what the plan means.
_HEAD = re.compile(
    r"(?:(?:đồng chí|ông|bà) )?(?:thủ trưởng|người đứng đầu|lãnh đạo|phó giám đốc|tổng giám đốc|giám đốc|chủ tịch|chánh"
    r"|tổng biên tập|bí thư|chỉ huy trưởng|viện trưởng|cục trưởng|hiệu trưởng|trưởng(?= (?:các )?(?:phòng|ban|đài|công an)\b| các (?:bản|thôn|xóm|khu|tổ|tiểu khu|khối|ấp|khóm)\b))\s+"
)
_MANY = re.compile(r"(?:(?:các|những|toàn thể|tất cả|mỗi|từng|mọi)\s+)+")
_OF = re.compile(r"(?:của|thuộc|trực thuộc|tại|ở)\s+")
# "huyện", "các xã, thị trấn", "cấp xã", "quận, huyện trên địa bàn tỉnh".
_KINDS_OF_PLACE = re.compile(
    rf"(?P<many>(?:các|từng|mỗi|toàn thể|\d+)\s+)*(?P<rank>(?:các\s+)?cấp\s*)?(?P<types>(?:{_TYPE}|cơ sở|trung ương)"
    rf"(?:(?:\s*[,;/-]\s*|\s+và\s+|\s+)(?:các\s+)?(?:cấp\s+)?(?:{_TYPE}|cơ sở))*)"
    r"(?P<tail>\s*,?\s*(?:trên địa bàn|thuộc|trực thuộc|trong|của|thuộc địa bàn)\s.*)?"
)
_CONCERNED = re.compile(r"\s*(?:có\s+)?liên quan$")
_EVERY_RANK = re.compile(r"(?:(?:\d+|các|hai|ba|02|03)\s+)?cấp(?: (?:chính quyền|trên|dưới))?")
_TYPE_WORD = re.compile(rf"(?<![^\s,;/-])(?:{_TYPE}|cơ sở|trung ương)(?![^\s,;/-]| hội\b)")
_NEXT_UNIT = re.compile(r"\s+(?=(?:huyện|quận|thị xã|thành phố|tỉnh)\s)")
# Nouns that stand for bodies in general, and the words that may follow them in the name of a class.
_NOUN = (
    r"sở|ban|ngành|phòng|cơ quan|đơn vị|tổ chức|đoàn thể|hội|doanh nghiệp|trường|trường học|tỉnh|thành phố|huyện|quận"
    r"|thị xã|xã|phường|thị trấn|đặc khu|địa phương|trung tâm|thôn|bản|tiểu khu|tổ dân phố|khóm|ấp|khu phố|khối|khối phố|bộ|chi cục"
    r"|cục|vụ|tổng cục|viện|báo đài|đài báo|cơ sở|chi nhánh|chi bộ|cấp ủy|đảng bộ|chính quyền|cấp|công ty|bệnh viện|trạm y tế"
)
_TAIL = (
    r"chuyên môn|trực thuộc|thuộc|có|liên quan|báo chí|báo|đài|thông tin|đại chúng|thông tấn|phát thanh|truyền hình"
    r"|truyền thanh|truyền thông|chính trị|xã hội|nghề nghiệp|sự nghiệp|công lập|nhà nước|hành chính|của|ở|tại|trong|toàn"
    r"|trên|địa bàn|đóng|cấp|trung ương|ngành dọc|khác|tham mưu|giúp việc|đảng|việt nam"
    r"|(?:thuộc|trực thuộc|của) (?:ủy ban nhân dân|hội đồng nhân dân|huyện ủy|tỉnh ủy|thành ủy|đảng ủy|sở|bộ)"
    r"|quần chúng|phối hợp|chủ trì|được|giao|nhiệm vụ|vũ trang|hệ thống|các|như|nêu|kể trên"
    r"|tương đương|cơ sở|cổng|trang|điện tử|ủy quyền|quản lý|hưởng|ngân sách"
)
_CLASS = re.compile(
    rf"(?P<nouns>(?:các )*(?:{_NOUN})(?: (?:các )*(?:{_NOUN}))*)(?P<tail>(?: (?:{_TAIL}|{_TYPE}))*)"
)
# "cơ quan liên quan" is a class without "các".
_ALWAYS_MANY = frozenset({"cơ quan", "đơn vị", "tổ chức", "doanh nghiệp", "địa phương", "đoàn thể", "ngành"})
# "các cấp, các ngành" is said of all together; any other "các" behind a comma begins the next of a list.
_NEXT_CLASS = re.compile(r"\s*,\s*(?:các|những)\s+")
_TOGETHER = r"(?:cấp ủy|cấp|sở|ban|bộ|ngành|hội|giới|đoàn thể)"
_ALL_TOGETHER = re.compile(rf"{_TOGETHER}(?:, {_TOGETHER})*(?: (?:có )?liên quan)?")
_NOUN_WORD = re.compile(rf"(?:^| )(?:{_NOUN})(?= |$)")
_NOUN_BEGINS = frozenset({"các", *(noun.split()[0] for noun in _NOUN.split("|"))})
#: Words of classes and of places that are named by their kind: with these and with their own last words names end.
ENDINGS = frozenset(
    re.findall(r"\w+", f"{_NOUN}|{_TAIL}|{_TYPE} quan phương tại cấp nam quyền trên dưới trung ương")
)
#: Places that are named by what they are to whoever speaks.
_HERE = ("địa phương", "sở tại", "cùng cấp", "việt nam")


def _words_of(*patterns: str) -> frozenset[str]:
    """Return the words that *patterns* ask for, and what else in them looks like one."""
    return frozenset(re.findall(r"\w+", re.sub(r"\\.", " ", " ".join(patterns))))


_CLASS_WORDS = _words_of(_CLASS.pattern)
_WORDS_OF_TYPES = _words_of(_TYPE)
#: Words with which a place begins that is not named by its name alone.
_PLACE_WORDS = TYPE_WORDS | _words_of(
    _OF.pattern, _CONCERNED.pattern, _EVERY_RANK.pattern, _KINDS_OF_PLACE.pattern
)
_SEPARATOR = re.compile(r"\s*[,;\n]\s*(?:và\s+)?|\s+và\s+|\s*&\s*", re.IGNORECASE)
_HARD = re.compile(r"[;\n]")
# "các Sở: Nội vụ, Tài chính" names what each of the list is.
_LIST_HEAD = re.compile(r"(?:các\s+)?(sở|phòng|ban|bộ|hội|báo)\s*:\s*", re.IGNORECASE)
_SINGLE = re.compile(r"^\s*các\s+(?=(?:sở|phòng|ban)\s)", re.IGNORECASE)
_ELLIPTIC = re.compile(r"sở|phòng|ban|bộ|hội", re.IGNORECASE)
_EDGES = " \t\n\u00a0.;,:-–"
# No official name holds more marks of enumeration than this.
_WINDOW = 9
# "các cơ quan" goes on in small letters, "các Sở, Ban, Ngành" in capitals.
_STARTS_SMALL = re.compile(rf"\s*(?:(?:[Cc]ác|[Nn]hững|[Tt]oàn thể|[Tt]ất cả)\s+)*[^\W\d_{CAPITALS}]")
# A plan asks for a few hundred names, and most of them many times.
_REMEMBERED = 8192


@frozen(kw_only=True)
class _Place:
    """What follows a body's name: levels that it may mean, the unit that it names, whether it stands for many."""

    levels: frozenset[BodyLevel] = frozenset()
    unit: Unit | None = None
    is_class: bool = False
    named: bool = False


class Bodies:
    """The bodies that two tables know."""

    def __init__(self, agencies: AgencyTable, units: UnitTable) -> None:
        self._agencies = agencies
        self._units = units
        self._remembered = functools.lru_cache(maxsize=_REMEMBERED)(self._resolve)

    def resolve(
        self,
        words: str,
        on: dt.date,
        level: BodyLevel | None = None,
        within: str | None = None,
        *,
        ever: bool = False,
    ) -> KnownBody | None:
        """Return the body that *words* name on the day *on*, by the longest known name at their beginning.

        With *ever*, a name that nothing bears on that day is that of whoever bore it on another.
        """
        return self._remembered(words, on, level, within, ever)

    def reach(self, words: str) -> int:
        """Return a place in *words* behind which no known name ends that begins them.

        Behind a name stands a place, and in the name of a class stand words of classes alone. So it is told by few words
        how far a name can go, where to ask for each of the longer ones would cost the most of reading.
        """
        asked = fold(words)
        if len(asked) != len(words) or asked[:1] in _EDGES or _HEAD.match(asked):
            return len(words)
        many = _MANY.match(asked)
        begin = many.end() if many else 0
        said = tokens(asked[begin:])
        names = [word for word, _, _ in said]
        counts = [
            count
            for count in (self._agencies.lengths(names[0]) if names else ())
            if self._is_stem(" ".join(names[:count]))
        ]
        if any(count >= len(names) or self._may_be_place(names[count:]) for count in counts):
            return len(words)
        if names and names[0] in _NOUN_BEGINS:
            of_class = [*itertools.takewhile(_CLASS_WORDS.__contains__, names)]
            # Behind a type of unit its name follows.
            if len(of_class) == len(names) or not _WORDS_OF_TYPES.isdisjoint(of_class):
                return len(words)
            counts.append(len(of_class))
        return begin + said[max(counts)][1] if counts else begin

    def _is_stem(self, stem: str) -> bool:
        return stem == COMMITTEE or bool(self._agencies.stemmed(stem))

    def _may_be_place(self, names: Sequence[str]) -> bool:
        """Whether *names*, the words behind the name of an agency, begin like a place."""
        first = names[0]
        if first in _PLACE_WORDS or first[0].isdigit():
            return True
        two = " ".join(names[:2])
        return first in self._units.openings or two in self._units.openings or two in _HERE

    def endings(self) -> frozenset[str]:
        """Return the folded words with which names can end that do not end with the name of a unit."""
        return ENDINGS | self._agencies.last_words

    def _resolve(
        self, words: str, on: dt.date, level: BodyLevel | None, within: str | None, ever: bool
    ) -> KnownBody | None:
        asked = fold(words).strip(_EDGES)
        if head := _HEAD.match(asked):
            asked = asked[head.end() :]
        many = _MANY.match(asked)
        stripped = asked[many.end() :] if many else asked
        said = tokens(stripped)
        found = self._by_name(words, stripped, said, on, level, within, ever)
        if found and many and not found.is_class:
            return KnownBody(
                words=words,
                name=words.strip(_EDGES),
                is_class=True,
                kind=found.kind,
                level=found.level,
                asked=found.asked,
                confidence=found.confidence,
            )
        return found or self._by_class(words, stripped, said, on, many=bool(many), ever=ever)

    def _by_name(
        self,
        words: str,
        asked: str,
        found: Sequence[_Token],
        on: dt.date,
        level: BodyLevel | None,
        within: str | None,
        ever: bool,
    ) -> KnownBody | None:
        names = [word for word, _, _ in found]
        for count in self._agencies.lengths(names[0]) if names else ():
            stem = " ".join(names[:count])
            if count > len(found) or not self._is_stem(stem):
                continue
            # A short form is cut only where it ends.
            if count < len(found) and found[count][1] == found[count - 1][1]:
                continue
            # The mark before it belongs to the rest: it tells a place of the body from the next of a list.
            rest = asked[found[count - 1][2] :] if count < len(found) else ""
            if stem == COMMITTEE:
                return self._committee(words, self._place(rest, on, within, level, ever), level)
            bearing = self._agencies.stemmed(stem)
            named = [one for one in bearing if holds(one.agency, on)] or (bearing if ever else ())
            if named:
                body = self._agency(words, named, rest, stem, on, level, within, ever)
                if body:
                    return body
        return None

    def _committee(self, words: str, place: _Place | None, level: BodyLevel | None) -> KnownBody | None:
        if place is None or (level and place.levels and level not in place.levels):
            return None
        if place.is_class:
            own = next(iter(place.levels)) if len(place.levels) == 1 else None
            return KnownBody(words=words, name=words.strip(_EDGES), is_class=True, level=own)
        unit = place.unit
        own = unit.level if unit else level or (next(iter(place.levels)) if len(place.levels) == 1 else None)
        return KnownBody(
            words=words,
            name=f"Ủy ban nhân dân {unit.full_name}" if unit else "Ủy ban nhân dân",
            code=unit.code if unit else None,
            level=own,
            unit=unit,
            confidence=unit.confidence if unit else "confirmed",
        )

    def _agency(
        self,
        words: str,
        named: Iterable[Named],
        rest: str,
        stem: str,
        on: dt.date,
        level: BodyLevel | None,
        within: str | None,
        ever: bool,
    ) -> KnownBody | None:
        fits = []
        for one in named:
            agency = one.agency
            place = self._place(rest, on, within, agency.level or level, ever)
            if place is None or (not rest and needs_place(agency, stem)):
                continue
            levels = place.levels or frozenset({agency.level} if agency.level else ())
            if (agency.level and agency.level not in levels) or (level and levels and level not in levels):
                continue
            if agency.unit and not self._serves(agency, place, on, within):
                continue
            fits.append((self._rank(agency, on, level, within), one, place))
        if not fits:
            return None
        _, best, place = min(fits, key=lambda fit: fit[0])
        agency, name = best.agency, best.name
        if place.named and place.unit:
            in_name = place.unit.name if agency.name.endswith(" {unit}") else place.unit.full_name
            name = f"{name} {in_name}"
        own = agency.level or (place.unit.level if place.unit else None)
        if own is None and len(place.levels) == 1:
            own = next(iter(place.levels))
        return KnownBody(
            words=words,
            name=words.strip(_EDGES) if place.is_class else name,
            code=None if place.is_class else agency.key,
            is_class=place.is_class,
            kind=agency.kind,
            level=own,
            unit=place.unit,
            asked=self._is_asked(agency),
            confidence=agency.confidence,
        )

    def _is_asked(self, agency: Agency) -> bool:
        owners = self._agencies.keyed(agency.owner)
        return agency.kind in ("party", "front", "mass") or any(owner.kind == "party" for owner in owners)

    def _rank(self, agency: Agency, on: dt.date, level: BodyLevel | None, within: str | None) -> int:
        here = level or (unit.level if within and (unit := self._units.unit(within, on)) else None)
        order = ("province", "district", "commune", "central", None)
        return (0 if agency.level == here else 10) + order.index(agency.level) - (20 if agency.unit else 0)

    def _serves(self, agency: Agency, place: _Place, on: dt.date, within: str | None) -> bool:
        unit = place.unit or (self._units.unit(within, on) if within else None)
        return unit is None or agency.unit in {
            unit.code,
            *(above.code for above in self._units.above(unit, on)),
        }

    def _place(
        self, rest: str, on: dt.date, within: str | None, level: BodyLevel | None, ever: bool
    ) -> _Place | None:
        """Return what *rest* says of the place, ``None`` where it says something else."""
        text = rest.strip(_EDGES)
        if text.endswith("liên quan"):
            text = _CONCERNED.sub("", text)
        if (of := _OF.match(text)) is not None:
            text = text[of.end() :]
        kinds = _KINDS_OF_PLACE.fullmatch(text)
        if text and rest.lstrip().startswith(",") and (kinds or not _TYPE_WORD.match(text)):
            # Behind a comma only a type with a name tells a place from the next of a list: the commune Trung Tâm,
            # "Trung tâm …".
            return None
        if not text or text in _HERE:
            return _Place()
        if _EVERY_RANK.fullmatch(text):
            return _Place(is_class=True)
        if kinds:
            return self._kinds_of_place(kinds, on, within)
        found = self._units.ever_named(text)
        if not found and (listed := _NEXT_UNIT.sub(", ", text)) != text:
            found = self._units.ever_named(listed)
        found = tuple(unit for unit in found if holds(unit, on)) or (found if ever else ())
        if level in ("province", "district", "commune"):
            found = tuple(unit for unit in found if unit.level == level)
        if not found:
            return None
        return _Place(
            levels=frozenset({unit.level for unit in found}), unit=self._choose(found, on, within), named=True
        )

    def _kinds_of_place(self, kinds: re.Match[str], on: dt.date, within: str | None) -> _Place:
        types = [match.group().rstrip(".") for match in _TYPE_WORD.finditer(kinds["types"])]
        levels = frozenset(one for kind in types for one in _LEVELS[kind])
        if len(levels) > 1 and len(types) > 1:
            # Beside districts, "thành phố" is a city of the province.
            levels = levels - {"province"} if "tỉnh" not in types else levels
        if kinds["many"] or kinds["rank"] or len(types) > 1:
            return _Place(levels=levels, is_class=True)
        chain: tuple[Unit, ...] = ()
        unit = self._units.unit(within, on) if within else None
        if unit:
            chain = (unit, *self._units.above(unit, on))
        meant = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn"}.get(types[0], types[0])
        unit = next((one for one in chain if _is_of_type(one.type, meant)), None)
        return _Place(levels=frozenset({unit.level}) if unit else levels, unit=unit)

    def _choose(self, found: tuple[Unit, ...], on: dt.date, within: str | None) -> Unit | None:
        """Return the one of several units of a name that lies where *within* lies; else the only one of its level."""
        if within and len(found) > 1:
            here = self._units.unit(within, on)
            around = {here.code, *(one.code for one in self._units.above(here, on))} if here else {within}
            found = (
                tuple(
                    unit
                    for unit in found
                    if around & {unit.code, *(one.code for one in self._units.above(unit, on))}
                )
                or found
            )
        order = ("province", "district", "commune")
        highest = min(order.index(unit.level) for unit in found)
        best = [unit for unit in found if order.index(unit.level) == highest]
        return best[0] if len(best) == 1 else None

    def _by_class(
        self, words: str, asked: str, found: Sequence[_Token], on: dt.date, *, many: bool, ever: bool
    ) -> KnownBody | None:
        if not found or found[0][0] not in _NOUN_BEGINS:
            return None
        key = " ".join([word for word, _, _ in found])
        match = _CLASS.fullmatch(key) or _CLASS.fullmatch(self._without_place(asked, on, ever))
        if not match:
            return None
        members = _NEXT_CLASS.split(asked)
        if len(members) > 1 and not all(map(_ALL_TOGETHER.fullmatch, members)):
            return None
        if self._holds_a_name(words, on, ever):
            return None
        nouns = _NOUN_WORD.findall(" " + match["nouns"])
        several = many or len(nouns) > 1 or bool(re.search(r"\b(?:các|cấp)\b", key))
        if not several and not (match["tail"] and nouns[0].strip() in _ALWAYS_MANY):
            return None
        kind = _kind_of_class(match["nouns"].strip(), match["tail"])
        return KnownBody(
            words=words,
            name=words.strip(_EDGES),
            is_class=True,
            kind=kind,
            level=_level_of_class(key),
            asked=kind not in ("state", "service"),
        )

    def _without_place(self, asked: str, on: dt.date, ever: bool) -> str:
        for match in _TYPE_WORD.finditer(asked):
            if any(ever or holds(unit, on) for unit in self._units.ever_named(asked[match.start() :])):
                return " ".join([word for word, _, _ in tokens(asked[: match.end()])])
        return ""

    def split(
        self,
        words: str,
        on: dt.date,
        level: BodyLevel | None = None,
        within: str | None = None,
        *,
        ever: bool = False,
    ) -> tuple[BodyPiece, ...]:
        """Divide a list of bodies by the longest known names; what is not known is a piece up to the next mark."""
        pieces: list[BodyPiece] = []
        head, start = "", 0
        while start < len(words):
            opening = _LIST_HEAD.match(words, start)
            if opening:
                head, start = opening[1], opening.end()
                continue
            ends = _ends(words, start)
            body, end = self._longest(words, start, ends, on, level, within, head, ever)
            if words[start:end].strip(_EDGES):
                first = start + len(words[start:end]) - len(words[start:end].lstrip(_EDGES))
                last = first + len(words[first:end].rstrip(_EDGES))
                pieces.append(BodyPiece(words=words[first:last], start=first, end=last, body=body))
                noun = _ELLIPTIC.match(fold(words[first:last]).removeprefix("các "))
                if body and noun and not head:
                    head = noun.group()
                elif body and not noun and body.code is None and not body.is_class:
                    head = ""
            after = _SEPARATOR.match(words, end)
            start = max(after.end() if after else end, end + (0 if after else 1))
        return tuple(pieces)

    def _longest(
        self,
        words: str,
        start: int,
        ends: list[int],
        on: dt.date,
        level: BodyLevel | None,
        within: str | None,
        head: str,
        ever: bool,
    ) -> tuple[KnownBody | None, int]:
        for end in reversed(ends):
            piece = words[start:end]
            # "các Sở Nội vụ, Tài chính" lists single departments.
            single = _SINGLE.sub("", piece)
            body = (
                self.resolve(single, on, level, within, ever=ever)
                if single != piece and end != ends[-1]
                else None
            )
            if not body or body.is_class:
                body = self.resolve(piece, on, level, within, ever=ever)
            if body:
                return body, end
        if head:
            for end in reversed(ends):
                body = self.resolve(f"{head} {words[start:end]}", on, level, within, ever=ever)
                if body and not body.is_class:
                    return body, end
        return None, ends[0]

    def _holds_a_name(self, words: str, on: dt.date, ever: bool) -> bool:
        """Return whether behind a mark in *words* a name of its own begins, which is no part of a class."""
        rests = [words[mark.end() :] for mark in _SEPARATOR.finditer(words)]
        small = _STARTS_SMALL.match(words) is not None
        for rest in rests:
            if not rest[:1].isupper():
                continue
            asked = fold(rest)
            one = self._by_name(rest, asked, tokens(asked), on, None, None, ever)
            if (small and (rest[1:2].islower() or one is not None)) or (one is not None and not one.is_class):
                return True
        return False


def _ends(words: str, start: int) -> list[int]:
    """Return the places where a name that begins at *start* may end: marks up to the first that no name holds."""
    ends = []
    for match in itertools.islice(_SEPARATOR.finditer(words, start), _WINDOW):
        ends.append(match.start())
        if _HARD.search(match.group()):
            return ends
    return ends if len(ends) == _WINDOW else [*ends, len(words)]


def _is_of_type(kind: UnitType, meant: str) -> bool:
    return kind == meant or kind.startswith(f"{meant} thuộc")


def _kind_of_class(nouns: str, tail: str) -> BodyKind:
    said = f"{nouns} {tail}"
    if re.search(r"báo chí|thông tin đại chúng|thông tấn|truyền hình|(?:^|\s)(?:báo|đài)(?:\s|$)", said):
        return "press"
    if re.match(r"(?:các )*(?:cấp ủy|đảng bộ|chi bộ)", nouns) or " đảng" in tail:
        return "party"
    if re.match(r"(?:các )*(?:đoàn thể|hội(?:\s|$)|tổ chức(?: (?:đoàn thể|hội))*$)", nouns) and not re.search(
        r"sở|cơ quan|ngành|đơn vị", nouns
    ):
        return "mass"
    return "state"


def _level_of_class(key: str) -> BodyLevel | None:
    types = {match.group().rstrip(".") for match in _TYPE_WORD.finditer(key)} - {"trung ương"}
    levels = {one for kind in types for one in _LEVELS[kind]}
    if re.match(r"(?:các )*sở", key):
        return "province"
    if len(levels) > 1 and {"huyện", "quận", "thị xã"} & types:
        levels -= {"province"}
    return next(iter(levels)) if len(levels) == 1 else None
