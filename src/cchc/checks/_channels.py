"""Rules about channels and their times (CC2xx)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from attrs import frozen

from cchc.checks._pattern import Late
from cchc.checks._record import CheckContext
from cchc.checks._rule import Found, rule
from cchc.checks._texts import says_when
from cchc.diagnostics import Severity
from cchc.model import Assignment, Channel, Item, Month, Plan, Schedule, walk, walk_facts
from cchc.text import fold

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
    without_schedule, without_lead, outside_the_year, end_before_start, always, without_unit, among_contents, too_alike,
)  # fmt: skip
