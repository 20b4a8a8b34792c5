"""From what was read around each number to citations: lists, short forms, relative bodies, titles, amendments."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from cchc.citations._citation import Citation
from cchc.citations._issuers import IMPLIED, completed
from cchc.citations._kinds import NUMBERED_ALONE
from cchc.citations._letters import lettered
from cchc.citations._scan import scan
from cchc.citations._sharing import add_bodies
from cchc.citations._symbols import implied_issuer
from cchc.citations._titles import CERTAIN, NOUNS, VERBS
from cchc.model import LegalBasis
from cchc.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cchc.citations._found import Found

_LONGEST_TITLE = 700
_SPACE = lettered(r"[ \t]{0,4}(?:\r?\n[ \t]{0,8}(?=[<a>(]))?[ \t]{0,4}")


# "Quy định số 41-QĐ/TW, Quy định số 114-QĐ/TW": the words of these types also begin titles.
_NEXT_DOCUMENT = r"(?:quy\s+định|hướng\s+dẫn|thông\s+báo|kết\s+luận|báo\s+cáo)\s+(?:số\s*:?\s*)?[0-9]"


def _title_start(words: tuple[str, ...], more: str = "") -> re.Pattern[str]:
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"{_SPACE},?{_SPACE}(?:-\s)?[\"“(]?(?!{_NEXT_DOCUMENT})(?=(?:{either}{more})(?!\w))", re.IGNORECASE
    )


_AFTER_BODY = _title_start((*CERTAIN, *VERBS, *NOUNS))
# Behind a bare number a verb may be the sentence's own; "thực hiện Chỉ thị …" is not.
_AFTER_NUMBER = _title_start(
    CERTAIN, r"|(?:triển\s+khai\s+)?thực\s+hiện\s+(?:Nghị|Chỉ|Kết|Quyết|Luật|Chương|Kế|Thông|Đề\s+án)"
)
# Begins with a plain set, to which the pattern engine skips; what stands there is told by looking back at it.
_TITLE_END = re.compile(
    lettered(
        r"[;:“”\"()…\n. ,\t\r](?:(?<=[;:“”\"()…])|(?<=\n)(?![ \t]{0,8}[<a>(])|(?<=\n)[ \t]*\n|(?<=\.)\.+|(?<=\.)(?<!TP\.)(?<!Tp\.)(?=\s|$|/)"
        r"|(?<=,)\s+(?=(?:Ủy\s+ban|Uỷ\s+ban|UBND|HĐND|Hội\s+đồng|Sở|Bộ|Chủ\s+tịch|Chính\s+phủ|Thủ\s+tướng|Phòng|Ban|Văn\s+phòng|Giám\s+đốc"
        r"|Đảng|Thường\s+trực|ỦY\s+BAN|UỶ\s+BAN|căn\s+cứ|Căn\s+cứ|đề\s+nghị|yêu\s+cầu|nhằm|đồng\s+thời|trong\s+đó|để|theo\s+đó|cụ\s+thể|hiện\s+nay|nay|như"
        r"|có\s+hiệu|được|đã|từ\s+đó|(?:các\s+)?cơ\s+quan|(?:các\s+)?đơn\s+vị|(?:các\s+)?địa\s+phương|kể\s+từ|trên\s+cơ\s+sở"
        r"|(?:các|những)\s+văn\s+bản)(?!\w))"
        r"|(?<=\s)(?=(?:có\s+hiệu\s+lực|hết\s+hiệu\s+lực|được\s+sửa\s+đổi|đã\s+được|và\s+các\s+(?:văn\s+bản|quy\s+định)|như\s+sau)(?!\w)))"
    )
)
_CLOSING = {'"': '"', "“": "”"}
_SEPARATED = re.compile(r"(?:,|(?:^|\s)(?:và|hoặc|cùng|cùng\s+với))\s*(?:các\s+)?$")
_ONLY_SEPARATORS = re.compile(r"[\s,)]*(?:(?:và|hoặc|cùng|cùng\s+với)\s+)?(?:các\s+)?")
_AMENDED_BY = re.compile(r"(?:sửa\s+đổi|bổ\s+sung)[^;\n]{0,60}?\s(?:bởi|tại|theo)\s")
_AMENDING = re.compile(r"\s*,?\s*(?:về\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung)", re.IGNORECASE)
_SENTENCE_START = re.compile(r"[.;]\s+$")


_NEVER_BY_YEAR = frozenset(("Quyết định", "Nghị định", "Thông tư", "Công văn"))


@define
class Cited:
    """A citation in the making; *end* is that of its title, *core* that of number, day and body."""

    found: Found
    number: str | None
    issuer: str
    end: int = 0
    title: str = ""
    within: int | None = None
    antecedent: int | None = None
    amends: tuple[int, ...] = ()

    @property
    def core(self) -> int:
        return self.found.end


def find_citations(text: str, *, issuer: str | None = None) -> tuple[Citation, ...]:
    """Return every citation of a document in *text*, in order, with its place in the code points of *text*.

    *issuer* is the body whose text it is: it completes relative names, "của UBND huyện", "của tỉnh". The spelling of the
    text does not matter (composition, spaces, case, lost hyphens); the result is that of the clean spelling.
    """
    mapped = normalise(text)
    cited = _known(mapped.text, _together(mapped.text, scan(mapped.text)), issuer)
    _add_titles(mapped.text, cited)
    add_bodies(mapped.text, cited, issuer)
    _add_amendments(mapped.text, cited)
    return tuple(_citation(text, mapped.span(one.found.start, one.end), one) for one in cited)


def _citation(text: str, span: tuple[int, int], one: Cited) -> Citation:
    found = one.found
    basis = LegalBasis(
        words=text[span[0] : span[1]],
        kind=found.kind,
        number=one.number,
        date=found.date,
        issuer=one.issuer or None,
        title=one.title,
    )
    return Citation(
        start=span[0],
        end=span[1],
        basis=basis,
        article=found.article,
        within=one.within,
        antecedent=one.antecedent,
        amends=one.amends,
    )


# --- lists ------------------------------------------------------------------------------------------------------------


def _together(text: str, items: Iterable[Found]) -> list[Found]:
    """Share day, body and symbol along lists: "số 25-NQ/TW, 27-NQ/TW ngày …", "các Nghị định số A và số B của Chính phủ"."""
    found = list(items)
    for index, one in enumerate(found):
        list_of = found[index + 1 - len(one.days) : index + 1] if one.days else []
        if len(list_of) == len(one.days) and all(later.follows for later in list_of[1:]):
            # As many days as numbers: each its own.
            for each, day in zip(list_of, one.days, strict=True):
                each.date = each.date if each is not one and each.date else day
    for index in range(len(found) - 2, -1, -1):
        one, following = found[index], found[index + 1]
        if following.follows:
            if (
                one.date is None
                and following.date
                and not one.same_day
                and one.year in ("", str(following.date.year))
            ):
                one.date = following.date
            if not one.issuer and one.organ in ("", following.organ):
                one.issuer = following.issuer
            if one.number is None and one.digits and following.number and not one.year:
                one.number = evolve(
                    following.number,
                    text=one.digits + following.number.text[len(following.number.digits) :],
                    digits=one.digits,
                )
        elif (
            not one.issuer
            and one.organ
            and following.joined
            and ";" not in text[one.end : following.start]
            and _same_office(one, following)
        ):
            one.issuer = following.issuer
        if one.date is None and following.date and following.same_day and following.joined:
            one.date, one.same_day = following.date, True
    for previous, one in itertools.pairwise(found):
        if (
            previous.shares
            and one.joined
            and not one.issuer
            and not (one.number and implied_issuer(one.number))
        ):
            # Said before the first: "UBND tỉnh đã ban hành Kế hoạch số … và Công văn số …".
            one.issuer, one.shares = previous.issuer, True
        if one.same_day:
            one.date = one.date or previous.date
    return found


def _same_office(one: Found, other: Found) -> bool:
    # The units that drew up two official letters may differ: BGDĐT-GDMN, BGDĐT-GDTrH.
    letters = not one.number or not one.number.code
    return one.organ == other.organ or (letters and one.organ.split("-")[0] == other.organ.split("-")[0])


# --- short forms and bodies -------------------------------------------------------------------------------------------


def _key(kind: str, digits: str, year: str = "") -> tuple[str, str]:
    return kind, f"{digits.lstrip('0')}/{year}" if year else digits.lstrip("0")


@define
class _Memory:
    """What was cited so far, by everything that a short form may say of it."""

    number: dict[str, int] = field(factory=dict)
    digits: dict[tuple[str, str], int] = field(factory=dict)
    kind: dict[str, int] = field(factory=dict)
    name: dict[tuple[str, str], int] = field(factory=dict)
    law: dict[tuple[str, str], int] = field(factory=dict)

    def earlier(self, one: Found) -> int | None:
        if one.pointer:
            return self.kind.get(one.kind)
        if one.number:
            return self.number.get(one.number.key)
        if not one.digits:
            return None if one.date or one.year else self.law.get((one.kind, one.title.casefold()))
        return self.digits.get(
            _key(one.kind, one.digits, one.year), self.name.get(_key(one.kind, one.digits))
        )

    def name_of(self, one: Found) -> str:
        """Return as much of the title of *one* as an earlier law has for its name."""
        words = one.title.split(" ")
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count]).rstrip(",")
            if (one.kind, name.casefold()) in self.law:
                return name
        return ""

    def keep(self, one: Found, index: int) -> None:
        self.kind[one.kind] = index
        if one.title:
            self.law[one.kind, one.title.casefold()] = index
        if one.number:
            self.number[one.number.key] = index
        if one.digits:
            self.digits[_key(one.kind, one.digits)] = self.digits[_key(one.kind, one.digits, one.year)] = (
                index
            )


def _known(text: str, found: list[Found], citing: str | None) -> list[Cited]:
    """Keep what is a citation, tell for what the short forms stand, and complete the bodies."""
    cited: list[Cited] = []
    memory = _Memory()
    for one in found:
        if one.defines:
            # "(sau đây gọi tắt là Đề án 06)" gives the document before it another name and cites nothing.
            if cited:
                memory.name[_key(one.kind, one.digits)] = len(cited) - 1
            continue
        if one.weak:
            one.title = memory.name_of(one)
            if not one.title or not text.startswith(" " + one.title, one.end):
                continue
            one.end += 1 + len(one.title)
        else:
            _shorten(text, one, memory)
        earlier = memory.earlier(one)
        if earlier is None and not _stands_alone(one):
            continue
        if earlier is not None and one.pointer and not _points(text, one, cited[earlier]):
            continue
        made = Cited(found=one, number=_number(one), issuer="")
        if one.issuer:
            made.issuer = completed(one.issuer, one.organ, citing)
        if earlier is not None:
            if memory.name.get(_key(one.kind, one.digits)) == earlier:
                one.kind = cited[earlier].found.kind
            _take_unsaid(made, cited[earlier], earlier)
        if not made.issuer and one.number:
            made.issuer = implied_issuer(one.number)
        elif not made.issuer and (made.number or "").endswith("/NĐ-CP"):
            made.issuer = IMPLIED["CP"]
        memory.keep(one, len(cited))
        cited.append(made)
    return cited


def _shorten(text: str, one: Found, memory: _Memory) -> None:
    # "theo Luật Thủ đô, thành phố được …": a law that was named before ends where its name did.
    if one.cited and one.date is None and not one.year and (name := memory.name_of(one)):
        place = text.find(f"{name},", one.start, one.end)
        if place >= 0:
            one.title, one.end = name, place + len(name)


def _number(one: Found) -> str | None:
    if one.number:
        return one.number.text
    if not one.digits:
        return None
    number = f"{one.digits}/{one.year}" if one.year else one.digits
    # A decree with its year can have no other symbol.
    return f"{number}/NĐ-CP" if one.year and one.kind == "Nghị định" else number


def _stands_alone(one: Found) -> bool:
    """Whether it cites a document even where nothing before it does."""
    if one.pointer:
        return False
    if one.number or not one.digits:
        return True
    if one.kind not in NUMBERED_ALONE:
        return bool(one.spoken and (one.date or one.issuer))
    if one.spoken or one.year or one.date:
        return True
    # "Kế hoạch 2021 của UBND tỉnh" counts years; "QĐ 1956 của Thủ tướng" does not.
    year = one.digits.isdecimal() and 1900 <= int(one.digits) <= 2199
    return bool((one.issuer and (not year or one.kind in _NEVER_BY_YEAR)) or (one.named and not year))


def _take_unsaid(made: Cited, earlier: Cited, index: int) -> None:
    found, before = made.found, earlier.found
    if (found.date and before.date and found.date != before.date) or (
        found.kind and before.kind and found.kind != before.kind
    ):
        return
    if found.date and made.issuer and found.number:
        return
    made.antecedent = index if earlier.antecedent is None else earlier.antecedent
    made.number = earlier.number or made.number
    found.date = found.date or before.date
    found.kind = found.kind or before.kind
    found.number = found.number or before.number
    made.issuer = made.issuer or earlier.issuer


def _points(text: str, one: Found, earlier: Cited) -> bool:
    """Whether "Quyết định này" and its like mean the citation before them.

    "này" mostly means the document in which it stands; it is taken for another only where it opens the next sentence of
    the same paragraph.
    """
    if one.start - earlier.core > _LONGEST_TITLE:
        return False
    between = text[earlier.core : one.start]
    if "\n" in between:
        return False
    if not text[one.start : one.end].endswith("này"):
        return True
    return _SENTENCE_START.search(between) is not None and len(re.findall(r"[.;]\s", between)) == 1


# --- titles -----------------------------------------------------------------------------------------------------------


def _title_span(text: str, one: Cited) -> tuple[int, int] | None:
    found = one.found
    said = found.issuer or found.date
    start = (_AFTER_BODY if said else _AFTER_NUMBER).match(text, one.core)
    if start is None or found.pointer:
        return None
    limit = min(len(text), start.end() + _LONGEST_TITLE)
    depth, quoted = 0, start.end()
    for end in _TITLE_END.finditer(text, start.end(), limit):
        if end.start() < quoted:
            continue
        if end[0] in _CLOSING and start[0][-1:] not in _CLOSING:
            # A quotation inside: 'về "đổi mới công tác xây dựng pháp luật"'.
            close = text.find(_CLOSING[end[0]], end.end(), limit)
            if close > 0 and "\n" not in text[end.end() : close]:
                quoted = close + 1
                continue
        if end[0] == "(":
            depth += 1
        elif end[0] == ")" and depth:
            depth -= 1
        elif depth == 0 or end[0] in ";\n":
            return start.end(), end.start()
    return (start.end(), limit) if limit == len(text) else None


def _add_titles(text: str, cited: list[Cited]) -> None:
    """Give each citation its title, and tell which citations stand inside the title of another."""
    open_titles: list[int] = []
    spans: dict[int, tuple[int, int]] = {}
    for index, one in enumerate(cited):
        while open_titles and spans[open_titles[-1]][1] <= one.found.start:
            open_titles.pop()
        if open_titles and _is_sibling(text, cited, index, spans[open_titles[-1]][0]):
            for outer in open_titles:
                spans[outer] = (spans[outer][0], _without_separator(text, spans[outer][0], one.found.start))
            open_titles.clear()
        if open_titles:
            one.within = open_titles[-1]
            if one.found.follows and cited[index - 1].within is not None and index - 1 not in spans:
                one.within = cited[index - 1].within
        span = _title_span(text, one)
        if span and span[1] > span[0]:
            spans[index] = span
            open_titles.append(index)
    for index, one in enumerate(cited):
        one.end = one.core
        if index in spans:
            start, end = spans[index]
            end = start + len(text[start:end].rstrip(" \t\n\r,"))
            one.end = end
            one.title = one.found.title or " ".join(text[start:end].split())
        else:
            one.title = one.found.title


def _is_sibling(text: str, cited: list[Cited], index: int, title: int) -> bool:
    one = cited[index]
    if one.found.follows:
        return cited[index - 1].within is None
    previous = cited[index - 1]
    begin = max(title, previous.core)
    gap = text[begin : one.found.start]
    if one.found.article:
        # The cited part stands between: "và khoản 2 Điều 5 Nghị định …".
        at = gap.rfind(one.found.article.split()[0])
        gap = gap[:at] if at >= 0 else gap
    if previous.within is not None and _ONLY_SEPARATORS.fullmatch(gap):
        return False
    return _SEPARATED.search(gap) is not None


def _without_separator(text: str, start: int, end: int) -> int:
    gap = text[start:end]
    separator = _SEPARATED.search(gap)
    return start + (separator.start() if separator else len(gap.rstrip()))


# --- amendments -------------------------------------------------------------------------------------------------------


def _add_amendments(text: str, cited: list[Cited]) -> None:
    """Tell which documents amend which: "A được sửa đổi, bổ sung bởi B và C", "B sửa đổi, bổ sung một số điều của A"."""
    target: int | None = None
    for index, one in enumerate(cited):
        previous = cited[index - 1] if index else None
        gap = (
            text[previous.core : one.found.start]
            if previous and one.found.start - previous.core <= 160
            else ";"
        )
        if _AMENDED_BY.search(gap) and one.within is None:
            target = index - 1 if target is None else target
            one.amends += (target,)
        elif target is not None and _ONLY_SEPARATORS.fullmatch(gap):
            one.amends += (target,)
        else:
            target = None
        if one.within is not None:
            outer = cited[one.within]
            if _AMENDING.match(text, outer.core) or outer.found.title.startswith("sửa đổi"):
                outer.amends += (index,)
