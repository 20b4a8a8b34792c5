"""Rules about bodies and words that have had their day (CC208 to CC210)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from cchc.checks._pattern import Late
from cchc.checks._record import CheckContext
from cchc.checks._rule import Found, rule
from cchc.checks._texts import Named, bodies, home, is_inside, known_body, prose, quoted
from cchc.diagnostics import Severity
from cchc.knowledge import Confidence, KnownBody, holds
from cchc.model import Plan
from cchc.text import fold, short_date

_REFORM = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025"
_TWO_TIERS = dt.date(2025, 7, 1)
# Days on which most bodies that have ever stood did so; a name that is known on one of them is a body's name.
_OTHER_DAYS = (
    dt.date(2024, 6, 1), dt.date(2025, 4, 15), dt.date(2026, 1, 1), dt.date(2014, 1, 1), dt.date(2026, 10, 1),
)  # fmt: skip
_DISTRICT = Late(r"\b(?:quận|huyện|thị xã|thị trấn)\b")


def _known_then(words: str, plan: Plan, context: CheckContext) -> tuple[KnownBody, dt.date] | None:
    """Return the body that *words* name on another day, and that day; ``None`` where they name none, or one of today."""
    if known_body(words, plan, context) is not None:
        return None
    within = context.once(plan, home)
    for day in _OTHER_DAYS:
        found = context.knowledge.resolve_body(words, on=day, within=within)
        if found and not found.is_class and found.code:
            # A commune sets up service units of its own, and calls them as districts called theirs.
            own = plan.level == "commune" and found.kind == "service" and not _DISTRICT.search(fold(words))
            return None if own and context.on >= _TWO_TIERS else (found, day)
    return None


def _became(body: KnownBody, day: dt.date, context: CheckContext) -> tuple[tuple[str, ...], Confidence]:
    """Return what has become of a body by the day that decides, and how sure that is."""
    knowledge = context.knowledge
    unit = knowledge.unit(body.code, day) if body.code and body.code.isdigit() else None
    if unit:
        now = knowledge.successors(unit, context.on) if unit.until and unit.until <= context.on else ()
        return tuple(f"Ủy ban nhân dân {one.full_name}" for one in now), unit.confidence
    for agency in knowledge.agencies(body.code or ""):
        names = [
            after.name.removesuffix(" {unit}")
            for key in agency.successors
            for after in knowledge.agencies(key)
            if holds(after, context.on)
        ]
        return tuple(names), agency.confidence
    return (), body.confidence


@rule(
    "CC208",
    name="Cơ quan không tồn tại vào ngày của kế hoạch",
    rationale="Giao việc cho cơ quan chưa có hoặc không còn thì việc không có người làm.",
    wrong="recipients:\n  - Sở Thông tin và Truyền thông\n",
    right="recipients:\n",
    source=f"{_REFORM}; bảng cơ quan, đơn vị hành chính của cchc",
)
def no_such_body(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find bodies that did not stand on the day, and classes of bodies of a level that has ended."""
    seen: set[str] = set()
    for one in context.once(plan, bodies):
        words = one.body.words
        if words in seen:
            continue
        seen.add(words)
        if context.on >= _TWO_TIERS and _DISTRICT.search(fold(words)):
            known = known_body(words, plan, context)
            if one.body.is_class or (known and (known.is_class or known.code is None)):
                yield Found(
                    path=one.path,
                    vi=f"{words!r}: không còn quận, huyện, thị xã, thị trấn từ ngày 01/7/2025.",
                    en=f"{words!r}: districts and thị trấn ended on 1 July 2025.",
                )
                continue
        if one.body.is_class:
            continue
        yield from _former(one, plan, context)


def _former(one: Named, plan: Plan, context: CheckContext) -> Iterator[Found]:
    words = one.body.words
    found = _known_then(words, plan, context)
    if found is None:
        return
    names, confidence = _became(found[0], found[1], context)
    now = f"; nay là {' hoặc '.join(names)}" if names else ""
    weak = " (chưa đối chiếu văn bản)" if confidence in ("unverified", "doubtful") else ""
    yield Found(
        path=one.path,
        severity=Severity.INFO if weak else None,
        vi=f"{words!r} không tồn tại vào ngày {short_date(context.on)}{now}{weak}.",
        en=f"{words!r} did not stand on {context.on}"
        + (f"; now {' or '.join(names)}" if names else "")
        + ".",
    )


@rule(
    "CC209",
    name="Cơ quan không thuộc địa phương ban hành kế hoạch",
    rationale="Kế hoạch chỉ giao việc được cho cơ quan trực thuộc; tên của tỉnh khác thường còn sót khi dùng lại kế hoạch.",
    wrong='parent_body: {words: Ủy ban nhân dân tỉnh Quảng Trị, code: "44"}',
    right='parent_body: {words: Ủy ban nhân dân tỉnh Sơn La, code: "14"}',
    source=_REFORM,
)
def not_below(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find bodies of another province than the plan's, and a body above the issuer that is not."""
    own = context.once(plan, home)
    knowledge = context.knowledge
    ours = knowledge.province_of(own, context.on) if own else None
    if ours is None:
        return
    for one in context.once(plan, bodies):
        if one.owner in ("issuer", "recipients", "reports_to") or one.body.is_class:
            continue
        known = known_body(one.body.words, plan, context)
        if known is None or known.unit is None:
            continue
        theirs = knowledge.province_of(known.unit.code, context.on)
        if theirs and theirs.code != ours.code:
            yield Found(
                path=one.path,
                vi=f"{one.body.words!r} thuộc {theirs.full_name}, kế hoạch là của {ours.full_name}.",
                en=f"{one.body.words!r} belongs to {theirs.name}, the plan to {ours.name}.",
            )


@frozen(kw_only=True)
class _Term:
    """A term that has had its day: from *since* on, *now* is said."""

    pattern: str
    since: dt.date
    now: str
    source: str
    weak: bool = False


_TERMS = (
    _Term(
        pattern=r"dịch vụ công (?:trực tuyến )?(?:ở |đạt )?mức độ [34](?:(?:,| và| hoặc) (?:mức độ )?[34])?",
        since=dt.date(2022, 8, 15),
        now="dịch vụ công trực tuyến toàn trình, một phần",
        source="Nghị định 42/2022/NĐ-CP ngày 24/6/2022 (theo một nguồn)",
    ),
    _Term(
        pattern=r"cấp huyện|(?:ubnd|ủy ban nhân dân|hđnd|cấp|các|của) (?:các )?(?:quận|huyện|thị xã)\b"
        r"|quận, huyện|huyện, (?:quận|thị xã|thành phố)|phường, thị trấn|xã, thị trấn",
        since=_TWO_TIERS,
        now="xã, phường, đặc khu (không còn cấp huyện và thị trấn)",
        source=_REFORM,
    ),
)


# Who speaks of former times calls things by their former names.
_FORMERLY = Late(
    r"\bcũ\b|trước đây|trước khi (?:sắp xếp|sáp nhập|hợp nhất)|trước ngày 0?1[/-]0?7[/-]2025|\bnguyên là\b"
)


def _sentence(words: str, at: int) -> str:
    start = max(words.rfind(mark, 0, at) for mark in ".;\n") + 1
    end = min((place for mark in ".;\n" if (place := words.find(mark, at)) >= 0), default=len(words))
    return words[start:end]


@rule(
    "CC210",
    name="Thuật ngữ không còn dùng",
    rationale="Từ cũ cho thấy đoạn văn được chép từ kế hoạch năm trước và có thể không còn đúng.",
    wrong="- words: Dịch vụ công trực tuyến mức độ 3 và thủ tục hành chính (TTHC) ở cấp xã.",
    right="- words: Dịch vụ công trực tuyến toàn trình và thủ tục hành chính (TTHC) ở cấp xã.",
    source=f"Nghị định 42/2022/NĐ-CP ngày 24/6/2022; {_REFORM}",
)
def obsolete(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find terms that are no longer said; titles of cited documents keep theirs."""
    terms = [(re.compile(term.pattern), term) for term in _TERMS if term.since <= context.on]
    if not terms:
        return
    titles = context.once(plan, quoted)
    for text in context.once(plan, prose):
        folded = text.words.lower()
        for pattern, term in terms:
            for match in pattern.finditer(folded):
                if is_inside(match.start(), titles.get(text.path, ())):
                    continue
                if _FORMERLY.search(_sentence(folded, match.start())):
                    continue
                yield Found(
                    path=text.path,
                    start=match.start(),
                    end=match.end(),
                    vi=f"{text.words[match.start() : match.end()].strip()!r} không còn dùng từ ngày {short_date(term.since)}; nay là: {term.now}.",
                    en=f"No longer said since {term.since}; now: {term.now}.",
                )


RULES = (no_such_body, not_below, obsolete)
