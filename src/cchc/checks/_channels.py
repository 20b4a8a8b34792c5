"""Rules about channels and their times, and about bodies and words that have had their day (CC2xx)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from attrs import frozen

from cchc.checks._pattern import Late
from cchc.checks._record import CheckContext
from cchc.checks._rule import Found, rule
from cchc.checks._texts import Named, bodies, home, is_inside, known_body, prose, quoted, says_when
from cchc.diagnostics import Severity
from cchc.knowledge import Confidence, KnownBody, holds
from cchc.model import Assignment, Channel, Item, Month, Plan, Schedule, walk, walk_facts
from cchc.text import fold, short_date

_REFORM = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025"
_TWO_TIERS = dt.date(2025, 7, 1)
# Of so many alike, each is told at its own place; of more, the plan is told once.
_EACH = 3


@frozen(kw_only=True)
class Said:
    """A channel or duty with its path, and the words of its item, where that states nothing else of its kind."""

    path: str
    fact: Channel | Assignment
    words: str = ""


def _facts(plan: Plan) -> Iterator[Said]:
    for path, fact, item in walk_facts(plan):
        alone = len([one for one in item.facts if isinstance(one, Channel)]) < 2
        yield Said(path=path, fact=fact, words=item.words if alone else "")


def _channels(plan: Plan) -> list[tuple[str, Channel]]:
    return [(one.path, one.fact) for one in _facts(plan) if isinstance(one.fact, Channel)]


def missing(
    several: list[tuple[str, str, str]], of: int, vi: tuple[str, str], en: tuple[str, str]
) -> Iterator[Found]:
    """Yield what lacks something, place by place in a plan that as a rule says it, else once for the whole plan.

    A plan in prose that gives no channel a time of its own is a style; one channel of ten without a time is a slip. What
    lacks a field and says a time in its words lacks nothing.

    Args:
        several: path, name and words of what lacks the field.
        of: how many there are in all.
        vi: noun and predicate for an officer.
        en: the same for a programmer.
    """
    as_a_rule = len(several) <= _EACH and len(several) * 2 <= of
    lacking = [(path, name) for path, name, words in several if not says_when(words)]
    if as_a_rule:
        for path, name in lacking:
            yield Found(path=path, vi=f"{vi[0]} {name!r} {vi[1]}.", en=f"{en[0]} {name!r} {en[1]}.")
    elif lacking:
        names = "; ".join(name for _, name in lacking[:_EACH]) + ("; …" if len(lacking) > _EACH else "")
        yield Found(
            path=lacking[0][0],
            severity=Severity.INFO,
            vi=f"{len(lacking)}/{of} {vi[0].lower()} {vi[1]}: {names}.",
            en=f"{len(lacking)} of {of}: {en[0].lower()} {en[1]}: {names}.",
        )


def _whole_year(plan: Plan) -> list[tuple[str, Item]]:
    """Return the items that say when the plan as a whole is carried out."""
    return [
        (place.path, place.item) for place in walk(plan) if place.item.role == "schedule" and place.depth < 2
    ]


@rule(
    "CC201",
    name="Hình thức chưa có thời gian",
    rationale="Không có thời gian thì không theo dõi được tiến độ và không biết khi nào là chậm.",
    wrong="          family: portal\n          quantity",
    right="          family: portal\n          schedule: {kind: all_year}\n          quantity",
)
def without_schedule(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find channels without a time, neither of their own nor of a duty that belongs to them nor of the whole plan."""
    timed = {
        one.fact.channel for one in _facts(plan) if isinstance(one.fact, Assignment) and one.fact.schedule
    }
    several = _channels(plan)
    if _whole_year(plan):
        return
    lacking = [
        (one.path, one.fact.name, one.words)
        for one in _facts(plan)
        if isinstance(one.fact, Channel) and one.fact.schedule is None and one.fact.id not in timed
    ]
    yield from missing(
        lacking, len(several), ("Hình thức", "chưa có thời gian thực hiện"), ("Channel", "has no schedule")
    )


@rule(
    "CC202",
    name="Hình thức chưa có cơ quan chủ trì",
    rationale="Việc không có cơ quan chủ trì là việc không ai làm.",
    wrong='          quantity: {number: 24, unit: "tin, bài"}\n',
    right='          quantity: {number: 24, unit: "tin, bài"}\n          lead: Văn phòng HĐND và UBND\n',
)
def without_lead(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find channels that no body leads, neither at the channel nor in a duty that belongs to it."""
    led = {one.fact.channel for one in _facts(plan) if isinstance(one.fact, Assignment)}
    several = _channels(plan)
    lacking = [
        (path, channel.name, "") for path, channel in several if not channel.lead and channel.id not in led
    ]
    yield from missing(
        lacking, len(several), ("Hình thức", "chưa có cơ quan chủ trì"), ("Channel", "has no lead")
    )


def _year(moment: dt.date | Month | None) -> int | None:
    return moment.year if moment else None


def _day(moment: dt.date | Month, *, last: bool) -> dt.date:
    if isinstance(moment, Month):
        return moment.last_day if last else moment.first_day
    return moment


def _schedules(plan: Plan) -> Iterator[tuple[str, Schedule, Channel | Assignment]]:
    for one in _facts(plan):
        if one.fact.schedule is not None:
            yield f"{one.path}.schedule", one.fact.schedule, one.fact


@rule(
    "CC203",
    name="Thời gian nằm ngoài năm của kế hoạch",
    rationale="Kế hoạch của một năm giao việc trong năm đó; năm khác thường là chữ còn sót của kế hoạch cũ.",
    wrong="schedule: {kind: recurring, every: month, start: 2025-02}",
    right="schedule: {kind: recurring, every: month}",
)
def outside_the_year(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find times of other years than the plan's; a report on the year may fall into the next."""
    for path, schedule, fact in _schedules(plan):
        allowed = {plan.year, None}
        if isinstance(fact, Assignment) and fact.role == "report":
            allowed.add(plan.year + 1)
        for name in ("start", "end"):
            year = _year(getattr(schedule, name))
            if year not in allowed:
                yield Found(
                    path=f"{path}.{name}",
                    vi=f"Thời gian thuộc năm {year}, kế hoạch là của năm {plan.year}.",
                    en=f"This time is of {year}, the plan of {plan.year}.",
                )


@rule(
    "CC204",
    name="Kết thúc trước khi bắt đầu",
    severity=Severity.ERROR,
    rationale="Một trong hai mốc thời gian bị ghi nhầm.",
    wrong="schedule: {kind: recurring, every: month, start: 2026-10, end: 2026-04}",
    right="schedule: {kind: recurring, every: month}",
)
def end_before_start(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find times that end before they begin."""
    for path, schedule, _ in _schedules(plan):
        if (
            schedule.start
            and schedule.end
            and _day(schedule.end, last=True) < _day(schedule.start, last=False)
        ):
            yield Found(
                path=path,
                vi=f"Kết thúc ({schedule.end}) trước khi bắt đầu ({schedule.start}).",
                en=f"It ends ({schedule.end}) before it begins ({schedule.start}).",
            )


# What happens on days that can be named and counted.
_EVENTS = frozenset({"meeting", "training", "dialogue", "contest", "survey", "stage"})
_ALWAYS = Late(r"^(?:thời gian thực hiện\s*:\s*)?thường xuyên\b")


@rule(
    "CC205",
    name='"Thường xuyên" là thời gian duy nhất của việc đếm được',
    rationale='Hội nghị, lớp tập huấn, cuộc thi là việc có ngày, có số lượng; "thường xuyên" không cho biết khi nào làm và làm mấy lần.',
    wrong="              schedule: {kind: all_year}\n              lead: Văn phòng HĐND và UBND\n",
    right="              schedule: {kind: months, months: [5, 10]}\n              quantity: {number: 2, unit: hội nghị}\n"
    "              lead: Văn phòng HĐND và UBND\n",
)
def always(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find events that happen "all the time": at the channel, or because that is all that the plan says of channels."""
    several = _channels(plan)
    for path, channel in several:
        if (
            channel.family in _EVENTS
            and channel.quantity is None
            and channel.schedule
            and channel.schedule.kind == "all_year"
        ):
            yield Found(
                path=f"{path}.schedule",
                vi=f'{channel.name!r} là việc đếm được; hãy ghi thời gian cụ thể hoặc số lần thay cho "thường xuyên".',
                en=f'{channel.name!r} can be counted: say when or how often, not "all the time".',
            )
    events = [channel.name for _, channel in several if channel.family in _EVENTS]
    if not events or any(channel.schedule for _, channel in several):
        return
    for path, item in _whole_year(plan):
        if _ALWAYS.match(fold(item.words)):
            yield Found(
                path=f"{path}.words",
                vi=f'"Thường xuyên" là thời gian duy nhất của cả kế hoạch, kể cả việc đếm được: {"; ".join(events[:_EACH])}.',
                en=f'"All the time" is the only schedule of the plan, which has events: {"; ".join(events[:_EACH])}.',
            )


@rule(
    "CC206",
    name="Số lượng không có đơn vị tính",
    rationale="Con số không có đơn vị thì không cộng, không so được.",
    wrong="quantity: {number: 20}",
    right="quantity: {number: 20, unit: buổi phát}",
)
def without_unit(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find quantities that say how many, not of what."""
    for path, channel in _channels(plan):
        quantity = channel.quantity
        if quantity and not quantity.unit.strip() and not re.search(r"[^\W\d_]{2}", quantity.words):
            yield Found(
                path=f"{path}.quantity",
                vi=f"Số lượng {quantity.number} không có đơn vị tính.",
                en=f"The quantity {quantity.number} has no unit.",
            )


@rule(
    "CC207",
    name="Hình thức nằm trong phần nội dung",
    severity=Severity.INFO,
    rationale="Hình thức xếp trong phần nội dung dễ bị bỏ sót khi giao việc và thống kê.",
    wrong="        marker: 1.\n        facts: [{channel: {id: lop, name: lớp bồi dưỡng, schedule: {kind: once, start: 2026-08}, "
    "lead: Phòng Văn hóa - Xã hội}}]\n",
    right="        marker: 1.\n",
)
def among_contents(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find channels below the contents of the plan."""

    def below(items: tuple[Item, ...], prefix: str, *, inside: bool) -> Iterator[Found]:
        for number, item in enumerate(items):
            path = f"{prefix}[{number}]"
            here = item.role == "contents" or (inside and item.role != "channels")
            for index, fact in enumerate(item.facts if here else ()):
                if isinstance(fact, Channel):
                    yield Found(
                        path=f"{path}.facts[{index}]",
                        vi=f"{fact.name!r} là hình thức nhưng nằm trong phần nội dung.",
                        en=f"{fact.name!r} is a channel, but stands among the contents.",
                    )
            yield from below(item.items, f"{path}.items", inside=here)

    yield from below(plan.parts, "parts", inside=False)


# Days on which most bodies that have ever stood did so; a name that is known on one of them is a body's name.
_OTHER_DAYS = (
    dt.date(2024, 6, 1), dt.date(2025, 4, 15), dt.date(2026, 1, 1), dt.date(2014, 1, 1), dt.date(2026, 10, 1),
)  # fmt: skip
_DISTRICT = Late(r"\b(?:quận|huyện|thị xã|thị trấn)\b")


def former(words: str, plan: Plan, context: CheckContext) -> tuple[KnownBody, dt.date] | None:
    """Return the body that *words* name on another day, and that day; ``None`` where they name none, or one of today."""
    if known_body(words, plan, context) is not None:
        return None
    within = context.once(plan, home)
    for day in _OTHER_DAYS:
        found = context.knowledge.resolve_body(words, on=day, within=within)
        if found and not found.is_class and found.code:
            return found, day
    return None


def successors(
    body: KnownBody, day: dt.date, context: CheckContext
) -> tuple[tuple[str, ...], Confidence, str]:
    """Return what has become of a body by the day that decides: names, how sure that is, and the source."""
    knowledge = context.knowledge
    unit = knowledge.unit(body.code, day) if body.code and body.code.isdigit() else None
    if unit:
        now = knowledge.successors(unit, context.on) if unit.until and unit.until <= context.on else ()
        return tuple(f"Ủy ban nhân dân {one.full_name}" for one in now), unit.confidence, unit.source
    for agency in knowledge.agencies(body.code or ""):
        names = [
            after.name.removesuffix(" {unit}")
            for key in agency.successors
            for after in knowledge.agencies(key)
            if holds(after, context.on)
        ]
        return tuple(names), agency.confidence, agency.source
    return (), body.confidence, ""


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
    found = former(words, plan, context)
    if found is None:
        return
    names, confidence, _ = successors(found[0], found[1], context)
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
class Term:
    """A term that has had its day: from *since* on, *now* is said."""

    pattern: str
    since: dt.date
    now: str
    source: str
    weak: bool = False


TERMS = (
    Term(
        pattern=r"dịch vụ công (?:trực tuyến )?(?:ở |đạt )?mức độ [34](?:(?:,| và| hoặc) (?:mức độ )?[34])?",
        since=dt.date(2022, 8, 15),
        now="dịch vụ công trực tuyến toàn trình, một phần",
        source="Nghị định 42/2022/NĐ-CP ngày 24/6/2022 (theo một nguồn)",
    ),
    Term(
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
    terms = [(re.compile(term.pattern), term) for term in TERMS if term.since <= context.on]
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


_ONLINE = frozenset({"portal", "social"})
_ONLINE_WORDS = Late(
    r"trang (?:thông tin|tin|zalo)|cổng thông tin|cổng dịch vụ|mạng xã hội|zalo|facebook|fanpage|website"
)
_COUNTED: tuple[tuple[str, Callable[[str], bool], str, str], ...] = (
    ("trực tuyến", lambda family: family in _ONLINE, "cổng, trang thông tin, mạng xã hội", "online"),
    ("truyền thống", lambda family: family not in _ONLINE, "hội nghị, tờ rơi, truyền thanh", "traditional"),
)


@rule(
    "CC211",
    name="Hình thức chưa đa dạng theo hướng dẫn chấm điểm",
    severity=Severity.INFO,
    rationale="Hướng dẫn chấm điểm cấp xã đã biết tính riêng hình thức trực tuyến và hình thức truyền thống; thiếu một nhóm là mất điểm.",
    wrong="          name: Pano cải cách hành chính ở trung tâm xã\n          family: visual\n          schedule",
    right="          name: Chuyên mục cải cách hành chính trên Trang thông tin điện tử xã\n          family: portal\n          schedule",
    source="Công văn 244/PNV ngày 08/8/2022 của Phòng Nội vụ huyện Xuân Lộc (một địa phương; hướng dẫn của tỉnh có thể khác)",
)
def too_alike(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find plans whose channels are all online, or none of them."""
    families = [channel.family for _, channel in _channels(plan) if channel.family]
    # Where a channel's family is not known, nothing is known of the whole.
    if len(families) < 2 or any(channel.family is None for _, channel in _channels(plan)):
        return
    named = fold(" ".join(channel.name for _, channel in _channels(plan)))
    if _ONLINE_WORDS.search(named):
        families.append("portal")
    for name, counts, such_as, english in _COUNTED:
        if not any(counts(family) for family in families):
            yield Found(
                path=_channels(plan)[0][0],
                vi=f"Không có hình thức {name} nào ({such_as}); một số hướng dẫn chấm điểm tính riêng nhóm này.",
                en=f"No {english} channel; some scoring guides count that group by itself.",
            )


RULES = (
    without_schedule, without_lead, outside_the_year, end_before_start, always, without_unit, among_contents, no_such_body,
    not_below, obsolete, too_alike,
)  # fmt: skip
