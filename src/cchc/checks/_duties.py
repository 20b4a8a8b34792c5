"""Rules about assignments (CC3xx)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cchc.checks._channels import missing
from cchc.checks._decree import DECREE
from cchc.checks._pattern import Late
from cchc.checks._record import CheckContext
from cchc.checks._rule import Found, rule
from cchc.checks._texts import bodies, known_body, prose
from cchc.diagnostics import Severity
from cchc.knowledge import KnownBody
from cchc.model import Assignment, Body, Channel, Item, Plan, channels, walk_facts
from cchc.text import fold


def _duties(plan: Plan) -> list[tuple[str, Assignment]]:
    return [(path, fact) for path, fact, _ in walk_facts(plan) if isinstance(fact, Assignment)]


def _words(plan: Plan) -> dict[str, str]:
    """Return for the path of each fact the words of its item, which may say what no field has."""
    return {path: item.words for path, _, item in walk_facts(plan)}


_EVERYBODY = Late(r"như trên|như mục|như phần|các (?:cơ quan|đơn vị)|(?:cơ quan|đơn vị),|liên quan|tham gia")
_AND = Late(r"\s+và\s+(?=các\s)|\s*;\s*")
_MANY = Late(r"\bcác\b|đoàn thể|\bngành\b|quận, huyện|xã, phường")
_BRACKETS = Late(r"\([^)]*\)")
_PLACE = Late(r"\s+(?:của |thuộc )?(?:tỉnh|thành phố|tp\.?|xã|phường|huyện|quận|thị xã|thị trấn)\b.*$")


def _core(words: str) -> str:
    """Return a name without what says whose body it is: "Sở Nội vụ tỉnh" and "Sở Nội vụ" are one."""
    folded = fold(words).replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
    return _PLACE.sub("", re.sub(r"[\s,;-]+", " ", folded)).strip(" .")


def _covers(recipient: Body, body: Body, plan: Plan, context: CheckContext) -> bool:
    """Return whether what is sent to *recipient* reaches *body*."""
    # "VP UBND TP (3E)": what stands in brackets is for the records office.
    name = _BRACKETS.sub("", recipient.words).strip() or recipient.words
    if (parts := _AND.split(name)) and len(parts) > 1:
        # "UBMTTQVN TP và các đoàn thể" is one and many.
        return any(
            _covers(Body(words=part, is_class=number > 0), body, plan, context)
            for number, part in enumerate(parts)
        )
    one, other = fold(name), fold(body.words)
    if other in one or (_core(name) == _core(body.words) != "ubnd"):
        return True
    first, second = known_body(name, plan, context), known_body(body.words, plan, context)
    if first and second and first.code and first.code == second.code:
        return True
    if _EVERYBODY.search(one) or (
        other.startswith("văn phòng ") and one.endswith(other.removeprefix("văn phòng "))
    ):
        return True
    if not (recipient.is_class or (first and first.is_class) or _MANY.search(one)):
        return False
    # "Các sở, ban, ngành" reaches every Sở and every Ban, "các xã, phường" every committee of one, "đoàn thể" the unions.
    nouns = set(re.findall(r"\w+", one))
    word = re.match(r"(?:các |toàn thể |lãnh đạo |chủ tịch )*(\w+)", other)
    if word and word[1] in nouns and word[1] != "ubnd":
        return True
    if "ngành" in nouns and _is_agency(second) and not other.startswith(("ubnd", "ủy ban nhân dân")):
        return True
    if second and second.kind in ("mass", "front"):
        return bool(nouns & {"thể", "hội"})
    if second and second.kind == "press":
        return bool(nouns & {"báo", "đài", "chí"})
    kinds = {"xã", "phường", "quận", "huyện", "thị", "thành"}
    return bool("ubnd" in one and nouns & kinds & set(re.findall(r"\w+", other)))


def _is_agency(body: KnownBody | None) -> bool:
    # The loudspeakers of a district are one of its own agencies, the newspaper of a province is the Party's.
    return (
        body is None
        or body.kind in ("state", "service")
        or (body.kind == "press" and body.level == "district")
    )


@rule(
    "CC301",
    name="Cơ quan được giao việc không có trong nơi nhận",
    rationale="Cơ quan không nhận được kế hoạch thì không biết mình có việc.",
    wrong="  - Trung tâm Phục vụ hành chính công\narchive",
    right="  - Văn phòng HĐND và UBND\n  - Trung tâm Phục vụ hành chính công\narchive",
    source=f"{DECREE}, Phụ lục I, mục II.9",
)
def not_among_recipients(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find bodies with a duty or channel that do not get the plan; each is told once."""
    if not plan.recipients:
        return
    seen: set[str] = set()
    for one in context.once(plan, bodies):
        words = one.body.words
        if one.owner not in ("lead", "partners", "bodies") or fold(words) in seen:
            continue
        seen.add(fold(words))
        if one.owner == "partners" and one.body.is_class:
            continue
        if fold(words).startswith(("thủ trưởng", "người ", "cá nhân", "cán bộ", "đơn vị chủ trì")):
            continue
        if not any(_covers(recipient, one.body, plan, context) for recipient in plan.recipients):
            yield Found(
                path=one.path,
                vi=f"{words!r} được giao việc nhưng không có trong nơi nhận.",
                en=f"{words!r} has work to do, but is not among the recipients.",
            )


@rule(
    "CC302",
    name="Nhiệm vụ không có thời gian và sản phẩm",
    rationale="Nhiệm vụ không có thời gian, cũng không có sản phẩm thì không biết thế nào là xong.",
    wrong="              task: theo dõi, đôn đốc việc thực hiện Kế hoạch\n",
    right="              task: theo dõi, đôn đốc việc thực hiện Kế hoạch\n"
    "              schedule: {kind: recurring, every: month}\n              product: bảng theo dõi\n",
)
def without_time_or_product(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find duties that say neither when nor what is to be handed over; a duty at a channel has the channel's time."""
    timed = {channel.id for channel in channels(plan) if channel.schedule}
    duties = _duties(plan)
    words = _words(plan)
    lacking = [
        (path, duty.task or duty.bodies[0].words, f"{duty.task} {words[path]}")
        for path, duty in duties
        if duty.schedule is None and not duty.product.strip() and duty.channel not in timed
    ]
    yield from missing(
        lacking,
        len(duties),
        ("Nhiệm vụ", "chưa có thời gian và sản phẩm"),
        ("Duty", "has neither time nor product"),
    )


@rule(
    "CC303",
    name="Hai cơ quan cùng chủ trì một việc",
    rationale="Mỗi việc chỉ giao một cơ quan chủ trì; hai cơ quan cùng chủ trì là không ai chịu trách nhiệm chính.",
    wrong="lead: [Phòng Văn hóa - Xã hội, Văn phòng HĐND và UBND]\n          partners",
    right="lead: Phòng Văn hóa - Xã hội\n          partners",
)
def two_leads(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find channels and leading duties with several single bodies, and those that disagree about who leads."""
    leads: dict[str, tuple[Body, ...]] = {}
    for path, fact, _ in walk_facts(plan):
        several = fact.lead if isinstance(fact, Channel) else fact.bodies if fact.role == "lead" else ()
        single = [body.words for body in several if not body.is_class]
        if isinstance(fact, Channel):
            leads[fact.id] = fact.lead
        if len(single) > 1:
            name = "lead" if isinstance(fact, Channel) else "bodies"
            yield Found(
                path=f"{path}.{name}",
                vi=f"Có {len(single)} cơ quan cùng chủ trì một việc: {', '.join(single)}.",
                en=f"{len(single)} bodies lead one task: {', '.join(single)}.",
            )
    for path, duty in _duties(plan):
        said = leads.get(duty.channel, ())
        if duty.role == "lead" and len(said) == 1 and len(duty.bodies) == 1:
            first, second = said[0].words, duty.bodies[0].words
            if _core(first) != _core(second):
                yield Found(
                    path=f"{path}.bodies",
                    vi=f"Ở đây {second!r} chủ trì, ở phần hình thức là {first!r}.",
                    en=f"Here {second!r} leads; at the channel it is {first!r}.",
                )


_RHYTHM = Late(
    r"\b(?:hằng|hàng|mỗi|từng|theo) (?:ngày|tuần|tháng|quý|năm)|6 tháng|06 tháng|9 tháng|cuối (?:năm|quý|tháng|kỳ)|quý [iv]+\b"
)
_DAY = Late(r"\bngày\s+(?:mùng\s+)?\d|\d{1,2}/\d{1,2}|ngày làm việc")


@rule(
    "CC304",
    name="Chế độ báo cáo chưa đủ",
    rationale="Chế độ báo cáo phải nêu tần suất, nơi nhận và hạn gửi; thiếu một thứ là mỗi đơn vị báo cáo một kiểu.",
    wrong="              product: báo cáo\n",
    right="              product: báo cáo\n              reports_to: Phòng Văn hóa - Xã hội\n",
    source="Nghị định 09/2019/NĐ-CP ngày 24/01/2019",
)
def reporting(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find report duties that do not say how often, to whom or by which day."""
    said = _words(plan)
    for path, duty in _duties(plan):
        if duty.role != "report":
            continue
        schedule = duty.schedule
        words = fold(f"{schedule.words if schedule else ''} {duty.task} {said[path]}")
        fixed = bool(schedule and (isinstance(schedule.end, dt.date) or isinstance(schedule.start, dt.date)))
        often = bool(schedule and (schedule.every or schedule.months)) or fixed or bool(_RHYTHM.search(words))
        lacking = [
            name
            for name, there in (
                (("tần suất", "how often"), often),
                (("nơi nhận báo cáo", "the receiver"), duty.reports_to is not None),
                (("ngày gửi", "the day"), fixed or bool(_DAY.search(words))),
            )
            if not there
        ]
        if lacking:
            yield Found(
                path=path,
                vi=f"Nhiệm vụ báo cáo chưa nêu {', '.join(vi for vi, _ in lacking)}.",
                en=f"This report duty does not say {', '.join(en for _, en in lacking)}.",
            )


_ORDER = Late(r"(?<!\w)(?:[Gg]iao|[Yy]êu cầu|[Cc]hỉ đạo|[Pp]hân công)(?: cho| nhiệm vụ cho)? (?=[A-ZĐÀ-Ỹ])")
_NAME_END = Late(r"[,;:.()]|\s[-–]\s")
_LONGEST_NAME = 10


@rule(
    "CC305",
    name="Ra lệnh cho cơ quan Đảng, Mặt trận hoặc đoàn thể",
    severity=Severity.INFO,
    rationale='Ủy ban nhân dân không phải cấp trên của cơ quan Đảng, Mặt trận, đoàn thể nên viết "Đề nghị", không viết "Giao".',
    wrong="- words: Giao Ủy ban Mặt trận Tổ quốc Việt Nam xã vận động",
    right="- words: Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã vận động",
    source="Thông lệ soạn thảo, chưa đối chiếu văn bản",
)
def ordered(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find bodies that are told to do what a People's Committee can only ask them to do."""
    for text in context.once(plan, prose):
        for match in _ORDER.finditer(text.words):
            rest = _NAME_END.split(text.words[match.end() :], maxsplit=1)[0].split(" ")[:_LONGEST_NAME]
            for count in range(len(rest), 1, -1):
                name = " ".join(rest[:count])
                known = known_body(name, plan, context)
                if known is None:
                    continue
                if known.asked:
                    yield Found(
                        path=text.path,
                        start=match.start(),
                        end=match.end() + len(name),
                        vi=f'{name!r} không thuộc quyền của Ủy ban nhân dân; nên viết "Đề nghị" (thông lệ, chưa đối chiếu văn bản).',
                        en=f"A People's Committee asks {name!r}, it does not order it (custom, not verified).",
                    )
                break


_LEVELS = {"ministry": "central", "department": "province"}
# So many bodies have a duty of their own before a plan is one that gives duties; one of so many may lack it.
_SEVERAL = 3
_DUTY_OF_THE_OFFICE = """\
      - words: Văn phòng HĐND và UBND chuẩn bị nội dung đối thoại trước ngày 20/4/2026.
        facts:
          - assignment:
              id: chuan-bi
              bodies: Văn phòng HĐND và UBND
              task: chuẩn bị nội dung đối thoại
              schedule: {kind: once, end: 2026-04-20}
"""


@rule(
    "CC306",
    name="Cơ quan chủ trì, phối hợp không có nhiệm vụ",
    severity=Severity.INFO,
    rationale="Cơ quan được nêu ở hình thức mà phần tổ chức thực hiện không giao việc thì không rõ phải chuẩn bị gì, ai kiểm tra.",
    wrong="      - words: Đề nghị Ủy ban Mặt trận",
    right=_DUTY_OF_THE_OFFICE + "      - words: Đề nghị Ủy ban Mặt trận",
)
def without_duty(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find leads, and partners of the plan's own level, that have no duty in a plan that as a rule gives each one.

    A plan that says its duties at the channels has a style; one that forgets a single office has a gap.
    """
    given = [body for _, duty in _duties(plan) for body in (*duty.bodies, *duty.partners)]
    if sum(not body.is_class for body in given) < _SEVERAL:
        return
    named: dict[str, tuple[str, bool]] = {}
    said = fold("; ".join(_under_organisation(plan)))
    for path, fact, _ in walk_facts(plan):
        if not isinstance(fact, Channel):
            continue
        several = [(f"{path}.lead[{n}]", body) for n, body in enumerate(fact.lead)]
        several += [
            (f"{path}.partners[{n}]", body)
            for n, body in enumerate(fact.partners)
            if _is_own(body, plan, context)
        ]
        for here, body in several:
            if not body.is_class and body.words not in named:
                lacks = fold(body.words) not in said and not any(
                    _covers(one, body, plan, context) for one in given
                )
                named[body.words] = (here, lacks)
    lacking = [(path, words) for words, (path, lacks) in named.items() if lacks]
    if len(lacking) * _SEVERAL <= len(named):
        for path, words in lacking:
            yield Found(
                path=path,
                vi=f"{words!r} được nêu ở hình thức nhưng không được giao nhiệm vụ nào.",
                en=f"{words!r} stands at a channel, but has no duty.",
            )


def _under_organisation(plan: Plan) -> Iterator[str]:
    """Yield the words that say who does what, whether a fact states the same or not."""

    def below(items: tuple[Item, ...], *, inside: bool) -> Iterator[str]:
        for item in items:
            here = inside or item.role in ("organisation", "duties", "implementers", "reporting")
            if here:
                yield f"{item.label} {item.words}"
            yield from below(item.items, inside=here)

    yield from below(plan.parts, inside=False)


def _is_own(body: Body, plan: Plan, context: CheckContext) -> bool:
    known = known_body(body.words, plan, context)
    level = _LEVELS.get(plan.level, plan.level)
    return known is not None and known.kind in ("state", "service") and known.level == level


RULES = (not_among_recipients, without_time_or_product, two_leads, reporting, ordered, without_duty)
