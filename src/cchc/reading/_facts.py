"""Facts in sentences, the way composing writes them and the way offices do: channels and duties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cchc.model import AssignmentRole, Body
from cchc.reading._items import ORDERS
from cchc.reading._media import family_of
from cchc.reading._phrases import UNIT, schedule_in, times_in
from cchc.reading._roles import line_role
from cchc.reading._times import PERIODS_LISTED, quantity_of, schedule_of
from cchc.text import CAPITALS, fold

if TYPE_CHECKING:
    from cchc.reading._bodies import BodyReader

#: Fields of a channel that are told in sentences of their own behind the first: "Đối tượng: …", "Kinh phí thực hiện: …".
_TOLD = ("audience", "content", "method", "budget")
_NEXT_LABEL = re.compile(rf"[.;:!?…]\s+(?=([{CAPITALS}][^.;:]{{2,40}}): )")
#: A name with a medium before a colon, or with a sentence behind it, is told in prose.
_IN_PROSE = re.compile(rf":\s|[.!?]\s+(?=[{CAPITALS}])|(?:^|\s)[0-9.]+ (?:{UNIT})(?!\w)")
_LED = re.compile(rf"[.]\s+[{CAPITALS}][^.]*\b(?:chủ trì|thực hiện|phụ trách)\b")
_LEADS = re.compile(
    r"^(?P<lead>.+?)\s+chủ trì(?:\s*,?\s*phối hợp (?:với|cùng)\s+(?P<partners>.+))?$", re.IGNORECASE
)
_WITH = re.compile(r"^phối hợp (?:với|cùng)\s+(.+)$", re.IGNORECASE)


def channel_from_sentence(words: str, bodies: BodyReader, year: int) -> dict[str, object] | None:
    """Return the fields of a channel said in one sentence with semicolons: name; time; number; who leads with whom.

    ``None`` where the words are no such sentence: then nothing in them says when, how much or by whom for certain.
    """
    first, labelled = _labelled(words.strip())
    name, *said_behind = first.rstrip(" .").split("; ")
    segments = [segment for segment in said_behind if segment.strip(" .;,")]
    if _IN_PROSE.search(name) or times_in(name) or any(_LED.search(text) for text in labelled.values()):
        return None
    said: dict[str, object] = {}
    sure = bool(labelled)
    while segments:
        if (found := _leaders(segments, bodies)) is not None:
            said |= found
            sure = True
            break
        segment = segments.pop(0)
        if ORDERS.match(fold(segment)):
            return None
        schedule, quantity = schedule_of(segment, year), quantity_of(segment, alone=True)
        if quantity is not None and "quantity" not in said and schedule.kind == "words":
            said["quantity"] = quantity
            sure = True
        elif not said and family_of(segment) is None:
            said["schedule"] = schedule
            sure = sure or schedule.kind != "words"
        else:
            return None
    if not sure or not name.strip():
        return None
    told = {key: text.strip().rstrip(".") for key, text in labelled.items()}
    return {"name": name.strip(), "family": family_of(name), **said, **told}


def _labelled(words: str) -> tuple[str, dict[str, str]]:
    """Divide *words* into the first sentence and the labelled ones behind it."""
    cuts = [
        (found.start() + 1, found.end(), found[1])
        for found in _NEXT_LABEL.finditer(words)
        if line_role(found[1]) in _TOLD
    ]
    if not cuts:
        return words, {}
    said = {}
    for (_, begin, label), end in zip(cuts, [*(cut[0] for cut in cuts[1:]), len(words)], strict=True):
        said[str(line_role(label))] = words[begin + len(label) + 1 : end]
    return words[: cuts[0][0]], said


def _leaders(segments: list[str], bodies: BodyReader) -> dict[str, object] | None:
    """Return who leads with whom, where *segments* say that and nothing else: names with commas are set off by semicolons."""
    text = "; ".join(segments)
    if (found := _LEADS.match(text)) is not None and bodies.are_bodies(found["lead"]):
        values: dict[str, object] = {"lead": bodies.bodies(found["lead"])}
        if found["partners"]:
            if not bodies.are_bodies(found["partners"]):
                return None
            values["partners"] = bodies.bodies(found["partners"])
        return values
    if (alone := _WITH.match(text)) is not None and bodies.are_bodies(alone[1]):
        return {"partners": bodies.bodies(alone[1])}
    return None


_TIME_TAIL = re.compile(r"^(?:thời gian thực hiện|thời gian|thời hạn|hoàn thành|thực hiện xong)\s*:?\s+")
_PRODUCT_TAIL = re.compile(r"^sản phẩm\s*:\s*")
_REPORT_TAIL = re.compile(r"^báo cáo\s+(?=\S)")
_LEADING = re.compile(
    r"^(?:là (?:cơ quan|đơn vị)(?: thường trực| đầu mối)?,? )?chủ trì(?P<together>\s*,?\s*phối hợp (?:chặt chẽ )?(?:với|cùng)\s+|\s*,?\s*)"
)
_PARTNERING = re.compile(r"^(?:tích cực |chủ động )?phối hợp(?: chặt chẽ)? (?:với|cùng)\s+")
_PARTNER_ALONE = re.compile(r"^phối hợp\s+(?!với\b|cùng\b)")
#: What a report is said by: "báo cáo …", "tổng hợp kết quả, báo cáo …", "gửi báo cáo …", "dự thảo báo cáo …".
_REPORTING = re.compile(
    r"^(?:(?:thường xuyên|định kỳ|chủ động|kịp thời|và|có trách nhiệm)\s+)*(?:(?:tham mưu |theo dõi, )?(?:tổng hợp|thống kê)\b[^;.]{0,80}?|tham mưu (?:(?:cho |giúp )?(?:ubnd|ủy ban|chủ tịch|giám đốc|lãnh đạo|ban)\b[^;.,]{0,40}? )?|(?:dự thảo|xây dựng|lập|gửi|chuẩn bị|thực hiện)"
    r"(?: các| nghiêm| đầy đủ| chế độ| tốt)*\s+|kết quả(?: thực hiện| triển khai)?\s+(?:gửi )?)?báo cáo\b(?!\s+viên)"
)
_REPORTS = re.compile(r"\b[Bb]áo cáo\b(?!\s+viên)[^.;]*")
_RECEIVER = re.compile(
    r"\b(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|Sở|Phòng|Chủ tịch|Giám đốc|Bộ|Văn phòng|Thường trực|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Chính phủ"
    r"|Thủ tướng|(?:Tỉnh|Thành|Huyện|Quận|Thị) đoàn|(?:Quận|Thị) ủy|Lãnh đạo|Trung tâm|Vụ|Cục|Chi cục|Ban(?! hành)|Công an|Liên đoàn|Công đoàn|Đoàn)\b[^.;]*"
)
#: A name that nobody knows ends where a day, a way or a purpose begins.
_NAME_TO = re.compile(
    r"\s*(?:[(,]|\s(?:trước|chậm nhất|theo|để|định kỳ|hằng|hàng|vào|trong|khi|về|kết quả|tình hình|và)\s|$)"
)
_TO = re.compile(r"\b(?:về|cho|gửi|lên|đến|với)\s+$")
_HEADS = re.compile(
    r"(?:Giám đốc Sở|Bộ trưởng|Chủ tịch UBND (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn))\b"
)
#: Whose results they are is not who gets the report.
_NOT_TO = re.compile(r"\b(?:của|tại|do|giữa|thuộc|trên|qua)\s+$")


#: "… xây dựng kế hoạch và báo cáo kết quả về Sở Nội vụ …": what is done, and that it is reported.
_AND_REPORT = re.compile(
    r"(?<=\w) và (?=báo cáo (?:kết quả|tình hình)(?: thực hiện| triển khai)?[^;.,]{0,40}? (?:về|cho|gửi|với|đến) [^\W\d_])"
)
#: "6 tháng, năm tổng hợp báo cáo …".
_BARE_PERIODS = re.compile(rf"{PERIODS_LISTED}\s+(?=tổng hợp\b|báo cáo\b)")


def reports(words: str) -> bool:
    """Whether a sentence, or a clause of one, says that something is reported."""
    return _REPORTING.match(_after_times(words)) is not None


def _after_times(words: str) -> str:
    """Return *words* folded, without the time that they begin with: "hằng quý, trước ngày 10 …, tổng hợp …"."""
    said = times_in(words)
    begin = said[0].end if said and said[0].start == 0 else 0
    after = fold(words[begin:].lstrip(" ,:"))
    bare = _BARE_PERIODS.match(after)
    return after[bare.end() :] if bare is not None else after


def _timed_apart(clause: str) -> tuple[str, ...]:
    """Divide "thống kê hồ sơ hằng ngày, báo cáo Chủ tịch … thứ Sáu hằng tuần": two things at two times are two duties."""
    done, _, reported = clause.partition(", báo cáo ")
    if not reported[:1].isupper() or "báo cáo" in fold(done):
        return (clause,)
    before, after = times_in(done), times_in(reported)
    return (done, f"báo cáo {reported}") if before and after and before[0].start > 0 else (clause,)


def duties_in_clauses(words: str, bodies: BodyReader) -> tuple[str, ...]:
    """Divide a sentence into the duties that it gives: a report is always its own, "…; tổng hợp, báo cáo Sở Nội vụ trước …"."""
    parts: list[str] = []
    clauses = words.split("; ")
    if " và báo cáo " in words:
        clauses = [part for clause in clauses for part in _AND_REPORT.split(clause)]
    if ", báo cáo " in words:
        clauses = [part for clause in clauses for part in _timed_apart(clause)]
    for clause in clauses:
        tail = (found := _REPORT_TAIL.match(fold(clause))) is not None and _is_body(
            clause[found.end() :], bodies
        )
        if not parts or tail or not reports(clause):
            parts = [*parts[:-1], f"{parts[-1]}; {clause}" if parts else clause]
        else:
            parts.append(clause)
    return tuple(parts)


def duty_values(words: str, doers: tuple[Body, ...], bodies: BodyReader, year: int) -> dict[str, object]:
    """Return the fields of a duty that *doers* have, from the sentence that says it."""
    task, values = _without_tails(words, bodies, year)
    plain = fold(task)
    role: AssignmentRole = "report" if "reports_to" in values or reports(task) else "implement"
    if (leading := _LEADING.match(plain)) is not None:
        role = "lead"
        task = task[leading.end() :]
        if "phối hợp" in leading["together"]:
            values["partners"], task = _partners(task, bodies)
    elif (partnering := _PARTNERING.match(plain)) is not None:
        role = "partner"
        values["partners"], task = _partners(task[partnering.end() :], bodies)
    elif (alone := _PARTNER_ALONE.match(plain)) is not None:
        role = "partner"
        task = task[alone.end() :]
        # "Phối hợp Phòng … hướng dẫn …" leaves out the word behind which the name stands.
        named, rest = bodies.begins(task)
        if named and rest:
            values["partners"], task = named, rest
    if "reports_to" not in values and (receiver := _receiver(task, bodies)) is not None:
        values["reports_to"] = receiver
    if "schedule" not in values:
        # What is said behind "báo cáo" is when the report is due, before the rhythm of what is reported.
        tail = _REPORTS.search(words) if role == "report" else None
        schedule = (schedule_in(tail[0], year) if tail is not None else None) or schedule_in(words, year)
        if schedule is not None:
            values["schedule"] = schedule
    return {**values, "bodies": doers, "role": role, "task": task.strip(" ,.;")}


def _without_tails(words: str, bodies: BodyReader, year: int) -> tuple[str, dict[str, object]]:
    """Return the task in *words*, and what is said behind it: time, product, who gets the report, with whom."""
    values: dict[str, object] = {}
    kept: list[str] = []
    segments = " ".join(words.split()).rstrip(" .;").split("; ")
    for place, segment in enumerate(segments):
        plain = fold(segment)
        listed = _listed(segments[place:], bodies) if kept and _PARTNERING.match(plain) else None
        if kept and (tail := _TIME_TAIL.match(plain)) is not None:
            values["schedule"] = schedule_of(segment[tail.end() :], year)
        elif kept and (tail := _PRODUCT_TAIL.match(plain)) is not None:
            values["product"] = segment[tail.end() :].strip()
        elif (
            kept
            and (tail := _REPORT_TAIL.match(plain)) is not None
            and _is_body(segment[tail.end() :], bodies)
        ):
            values["reports_to"] = bodies.body(segment[tail.end() :].strip())
        elif listed is not None:
            values.setdefault("partners", listed)
        elif "partners" in values and bodies.are_bodies(segment):
            continue  # a further name of that list
        else:
            kept.append(segment)
    return "; ".join(kept), values


def _receiver(task: str, bodies: BodyReader) -> Body | None:
    said = _REPORTS.search(task)
    if said is None:
        return None
    for found in _RECEIVER.finditer(said[0]):
        names, before = bodies.begins(found[0])[0], said[0][: found.start()]
        if names and not _NOT_TO.search(before):
            return names[0]
        if (head := _HEADS.match(found[0])) is not None:
            return Body(words=head[0])
        end = _NAME_TO.search(found[0])
        if (
            (_TO.search(before) or before.lower().strip() == "báo cáo")
            and end is not None
            and bodies.is_like_one(found[0])
        ):
            return bodies.body(found[0][: end.start()].strip())
    return None


def _is_body(words: str, bodies: BodyReader) -> bool:
    return not times_in(words) and len(bodies.bodies(words)) == 1 and bodies.are_bodies(words)


def _listed(segments: list[str], bodies: BodyReader) -> tuple[Body, ...] | None:
    """Return the bodies behind "phối hợp với", whose list goes on over *segments* as long as these are names."""
    first = segments[0][_PARTNERING.match(fold(segments[0])).end() :]  # type: ignore[union-attr]
    names = [first]
    for segment in segments[1:]:
        plain = fold(segment)
        if _TIME_TAIL.match(plain) or _PRODUCT_TAIL.match(plain) or _REPORT_TAIL.match(plain):
            break
        names.append(segment)
    text = "; ".join(names)
    return bodies.bodies(text) if bodies.are_bodies(text) else None


def _partners(words: str, bodies: BodyReader) -> tuple[tuple[Body, ...], str]:
    partners, task = bodies.doers(words)
    return (partners, task.lstrip(" ,:")) if partners else ((), words)
