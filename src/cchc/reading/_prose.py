"""Channels told in prose, in one sentence or several: what it is, when, how much, who leads, who helps.

A sentence is taken apart by the words that say its parts: "do … thực hiện", "… chủ trì, phối hợp với …", "giao …", times,
counts. What is left is the thing or the medium; its words stay with the item, nothing is guessed that is not said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from attrs import define, field

from cchc.model import Schedule
from cchc.reading._media import VENUES, VERBS, Named, channels_named, family_of, is_programme, without_tail
from cchc.reading._phrases import AMOUNT, amount_in, plain, schedule_in, times_in
from cchc.reading._roles import line_role
from cchc.reading._times import quantity_of, schedule_of
from cchc.text import CAPITALS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cchc.model import Body, Family, Quantity
    from cchc.reading._bodies import BodyReader

_SENTENCE_END = re.compile(rf"(?<=[.!?…])(?<!TP\.)(?<!Tp\.)(?<!\sP\.)(?<!\sQ\.)\s+(?=[{CAPITALS}“])")
# No bracket is longer; looked for without an end it would cost the square of a long text.
_CLAUSE_END = re.compile(r";\s+(?![^(“]{0,400}[)”])")
_LABEL = re.compile(rf"^([{CAPITALS}][^.;:]{{2,40}}):\s+(\S.*)$", re.DOTALL)
#: Words that begin an order to somebody; whoever is asked helps, whoever is told leads.
ORDER = re.compile(
    r"^(?:(?:ủy ban nhân dân|ubnd|chủ tịch)[^,.;:]{0,60},?\s+)?(giao|đề nghị|yêu cầu|mời|phân công)\s+(?:cho\s+)?"
)
_ASKED = ("đề nghị", "mời")
_DOES_IT = (
    r"(?:chịu trách nhiệm |tổ chức |trực tiếp )*(?:chủ trì|thực hiện|phụ trách|đảm nhiệm|đảm nhận|quản trị(?: nội dung)?|quản lý|vận hành"
    r"|triển khai|biên soạn|biên tập|sản xuất|phát hành|tổ chức)(?: (?:tổ chức |triển khai )?thực hiện)?"
)
#: "đơn vị chủ trì: Sở …", "phối hợp: Sở …" as a clause of a sentence.
_DOER_LABEL = re.compile(r"^([^.;:]{3,40}):\s+(\S.*)$")
_BRACKET = re.compile(r"\s*\(([^()]*\b(?:chủ trì|phụ trách|thực hiện|phối hợp)\b[^()]*)\)$")
_LEADS = re.compile(r"[,:]?\s*(?:là (?:cơ quan|đơn vị) )?(?:chịu trách nhiệm )?(?:chính )?chủ trì\b")
_WITH = re.compile(
    r"\s*,?\s*(?:và )?(?:chủ động |tích cực )?(?:phối hợp(?: chặt chẽ)?|(?:ký |ký kết )?hợp đồng|liên kết) (?:với|cùng(?: với)?)\s*:?\s*"
)
#: "Báo …, Đài … là những kênh chủ yếu, được sử dụng thường xuyên": what they are is no name, and they do nothing.
_ARE_MEDIA = re.compile(
    r"\s+(?:là|được xác định là)\s+(?:những |các |một trong (?:những |các ))?(?:phương tiện|hình thức|kênh|phương thức|công cụ)\b"
)
#: A body through which is told: "tuyên truyền qua Bưu điện tỉnh khi chi trả lương hưu".
_THROUGH = re.compile(rf"(?:[Tt]uyên truyền|[Tt]ruyền thông|[Pp]hổ biến) (?:thông )?qua\s+(?=[{CAPITALS}])")
_NOTHING_ELSE = re.compile(
    r"[,]?\s*(?:để )?(?:(?:tổ chức|triển khai|cùng|chịu trách nhiệm|trực tiếp)\s+)*(?:thực hiện(?: việc này| nội dung này)?|triển khai|phụ trách|đảm nhiệm"
    r"|đảm nhận|quản trị(?: nội dung)?|vận hành|tổ chức|chủ trì|(?:chịu trách nhiệm )?(?:về )?nội dung(?: và (?:phát hành|in ấn|xuất bản))?|chịu trách nhiệm)?\s*"
)
_HELPS = re.compile(
    r"\s*(?:cùng )?phối hợp(?: thực hiện| tổ chức| triển khai| (?:cung cấp|viết|gửi) (?:tin|bài|thông tin|nội dung|số liệu)[^;:.]{0,40})?\s*"
)
#: Who leads and who helps in one clause: "Văn phòng quản trị, các phòng phối hợp cung cấp tin, bài".
_AND_HELPS = re.compile(
    r"^([^,;:]+ (?:chủ trì|phụ trách|thực hiện|quản trị|đảm nhiệm|đảm nhận)), ([^;:]+? phối hợp\b[^;:]*)$"
)
#: The same behind who does it: "do Đài … chủ trì, UBND các huyện phối hợp".
_OTHERS_HELP = re.compile(r"^\s*,\s*(\S.*?) (?:cùng )?phối hợp(?: thực hiện| tổ chức| triển khai)?\s*$")
_LEADING = re.compile(r"\b(?:chủ trì|phụ trách|đảm nhiệm|đảm nhận)\b")
_BEHIND_COMMA = re.compile(rf",\s+(?=[{CAPITALS}])")
#: Each of several does it, which says how many there are and not who leads: "Mỗi xã treo 05 băng rôn".
_EACH_OF = re.compile(rf"mỗi (?!(?:ngày|tuần|tháng|quý|năm|kỳ)\b)\S+(?: \S+){{0,4}}? (?={VERBS.pattern})")
#: Short words before a full stop that a paragraph is under: "Trên truyền hình. Sản xuất …".
_LEAD_IN = re.compile(rf"^([{CAPITALS}][^.;:0-9]{{2,70}}(?:\w\.\w[^.;:0-9]*)*)\.\s+(?=[{CAPITALS}])")
_LONGEST_LEAD_IN = 9
_LONGEST_NAMING = 20
#: What is no name of a form of communication: a label of something else, or a sentence.
_NO_FORM = re.compile(
    r"^(?:về|việc|người|nội dung|yêu cầu|mục|thời|đối|nguyên tắc|lưu ý|riêng|quá trình|công tác|trong|từ|đến|theo|khi|nếu|để|các hình thức)\b"
    r"|\b(?:phải|cần|bảo đảm|đảm bảo|là|được|không)\b"
)
_BY = re.compile(r"(?:^|,\s*|\s+\(?)do\s+(?=\S)")
#: A colon behind an open quotation or bracket heads nothing.
_CUT = re.compile(r";|[“(][^”)]*$")
_HUNG = ("visual", "print")
_SETS_OFF = re.compile(
    r"(?:trong|hoàn thành|xong|trước|chậm nhất|từ|bắt đầu|kể từ|cả năm|suốt năm|thường xuyên)(?!\w)"
)
_LONGEST_LIST = 60
_LONGEST_NAME = 14
_SEVERAL = re.compile(r"(?:các|những|toàn thể|[0-9]+) ")
#: Where a list of names ends, because it is said what they do.
_SAYS_WHO = re.compile(
    r",?\s(?=(?:là (?:cơ quan|đơn vị) )?(?:(?:chịu trách nhiệm )?(?:chủ trì|phụ trách|đảm nhiệm|đảm nhận|quản trị|phối hợp|thực hiện)\b|chịu trách nhiệm(?:$| (?:về )?nội dung\b)))"
)
#: A medium in so few words is a kind of channel and no channel of its own: "Mạng xã hội".
_GENERAL = 3
#: What showed when, and says nothing without it: "…, phát sóng từ tháng 4 …".
_LEFT_ALONE = re.compile(
    r"(?:(?:phát sóng|phát|đăng tải|đăng|thực hiện|tổ chức|triển khai|cập nhật|hoàn thành|và)(?:\s+|$))+"
)
#: What was done with the count that is taken out: "Trang tin của Sở đăng …".
_LEFT_BEHIND = re.compile(r"\s+(?:đăng tải|đăng|cập nhật|phát sóng|phát)(?: trong năm)?$")
#: A verb of making with the count of what is made: "In và phát 5.000 tờ gấp …", "Xây dựng mới 02 cụm pano …".
_MAKES = re.compile(
    rf"(?:{VERBS.pattern})?(?:mới\s+)?(?=(?:ít nhất |tối thiểu |không dưới |từ |trên )?[0-9])"
)
_NEXT_COUNT = re.compile(r"(?:,|\s+và)\s+(?=(?:ít nhất |tối thiểu )?[0-9][0-9.]*\s+[^\W\d])")
_PIECES = re.compile(r"(?:tin|bài|bài viết|video|clip|lượt|lượt phát|người|số|kỳ|buổi|lần)\b")
_MENTIONS = re.compile(r"^(?:trên|qua|tại|thông qua|bằng|ở)\s+", re.IGNORECASE)


@define
class Told:
    """What the sentences about one channel or several say beside the thing itself.

    Attributes:
        clauses: the clauses that are left, in which the thing is named.
        lead: who leads.
        partners: who helps.
        fields: labelled sentences, "Đối tượng: …", by the field that they give.
        own: sentences that give their bodies a duty of its own.
    """

    clauses: list[str] = field(factory=list)
    lead: tuple[Body, ...] = ()
    partners: tuple[Body, ...] = ()
    fields: dict[str, str] = field(factory=dict)
    own: list[str] = field(factory=list)


def doers_in(words: str, bodies: BodyReader) -> tuple[tuple[Body, ...], tuple[Body, ...]]:
    """Return who leads and who helps as a line under a label says it: "Sở A chủ trì; Sở B phối hợp", else a list of names."""
    told = Told()
    for clause in _CLAUSE_END.split(" ".join(words.split()).rstrip(" .;")):
        who, rest = _doers(clause, bodies, ordered=False)
        together = _WITH.match(plain(rest)) or re.match(r"\s*phối hợp\s+(?=\S)", plain(rest))
        if who and together is not None and not _HELPS.fullmatch(plain(rest)):
            told.lead = (*told.lead, *who)
            told.partners = (*told.partners, *bodies.bodies(rest[together.end() :]))
        elif not _take_doers(clause, told, bodies) or told.clauses:
            return bodies.bodies(words), ()
    return told.lead, told.partners


def own_clauses(words: str, bodies: BodyReader) -> tuple[str, ...]:
    """Divide what tells several channels, each in a clause of its own, by its medium or by who makes it.

    "Trên sóng truyền hình: …; trên báo in: …"; "Trên báo chí: Báo … mở chuyên mục …; Tạp chí … đăng …". Empty for any other.
    """
    whole = _CLAUSE_END.split(words.rstrip(" ."))
    if len(whole) > 1 and all(_led_in(part, bodies)[0] for part in whole):
        return tuple(whole)
    label, colon, rest = words.rstrip(" .").partition(": ")
    parts = _CLAUSE_END.split(rest) if colon and family_of(label) in VENUES else []
    own = all(
        bodies.is_like_one(part) and VERBS.match(plain(_doers(part, bodies, ordered=False)[1].lstrip()))
        for part in parts
    )
    return tuple(parts) if len(parts) > 1 and own else ()


def tell(words: str, bodies: BodyReader) -> Told:
    """Take *words* apart: who leads and helps, labelled sentences, and the clauses that are left."""
    told = Told()
    for sentence in _SENTENCE_END.split(" ".join(words.split())):
        labelled = _LABEL.match(sentence)
        role = line_role(labelled[1]) if labelled is not None else None
        if labelled is not None and role is not None and told.clauses:
            told.fields.setdefault(role, labelled[2].rstrip(" .;"))
            continue
        for clause in _CLAUSE_END.split(sentence):
            _take(clause.strip().rstrip(".;"), told, bodies)
    return told


def _take(clause: str, told: Told, bodies: BodyReader) -> None:
    bracket = _BRACKET.search(clause) if clause.endswith(")") else None
    if bracket is not None and bracket.start():
        aside = Told(clauses=[clause])
        if _take_all(_each_doer(bracket[1]), aside, bodies):
            _take(clause[: bracket.start()].rstrip(" ,."), told, bodies)
            told.lead = told.lead or aside.lead
            told.partners = (*told.partners, *aside.partners)
            return
    if (each := _EACH_OF.match(plain(clause))) is not None and not told.clauses:
        told.clauses.append(clause[each.end() :])
        return
    are = _ARE_MEDIA.search(clause) if " là " in clause else None
    if are is not None:
        times = "".join(f", {said.words}" for said in times_in(clause[are.end() :]))
        told.clauses.append(f"{clause[: are.start()]}{times}")
        return
    both = _AND_HELPS.match(clause) if told.clauses else None
    if both is not None and _take_all(both.groups(), told, bodies):
        return
    if _take_doers(clause, told, bodies):
        return
    labelled = _DOER_LABEL.match(clause)
    role = line_role(labelled[1]) if labelled is not None and told.clauses else None
    if labelled is not None and role in ("lead", "partners"):
        told.fields.setdefault(role, labelled[2])
        return
    kept = _without_doer(clause, told, bodies)
    if kept:
        told.clauses.append(kept)
    if not kept:
        return
    if not told.lead and (leading := _LEADING.search(kept)) is not None:
        _take_tail(kept, leading.start(), told, bodies)


def _each_doer(words: str) -> list[str]:
    """Divide what brackets say of who leads and who helps, by semicolons or by the comma between the two."""
    parts: list[str] = []
    for clause in words.split(";"):
        both = _AND_HELPS.match(clause.strip())
        parts += both.groups() if both is not None else [clause]
    return parts


def _take_tail(clause: str, verb: int, told: Told, bodies: BodyReader) -> None:
    """Take who leads from the end of the last clause, where only a comma sets it off: "…, Phòng Y tế chủ trì"."""
    for comma in reversed([*_BEHIND_COMMA.finditer(clause, 0, verb)]):
        tail = clause[comma.end() :]
        both = _AND_HELPS.match(tail)
        if bodies.is_like_one(tail) and _take_all(both.groups() if both else [tail], told, bodies):
            told.clauses[-1] = clause[: comma.start()]
            return


def _take_all(parts: Iterable[str], told: Told, bodies: BodyReader) -> bool:
    """Take *parts* that all say who leads or who helps; none of them where one says something else."""
    inner = Told(clauses=[*told.clauses])
    if not all(_take_doers(part.strip(), inner, bodies) for part in parts) or inner.own:
        return False
    told.lead = told.lead or inner.lead
    told.partners = (*told.partners, *inner.partners)
    return True


def _take_doers(clause: str, told: Told, bodies: BodyReader) -> bool:
    """Take a clause that says who leads or who helps; one that says what as well leaves that among the clauses."""
    text = plain(clause)
    if text.startswith("mỗi "):
        # "Mỗi phường tổ chức 02 cuộc …" says how many, and not who.
        return False
    order = ORDER.match(text)
    begin = order.end() if order is not None else 0
    said = clause[begin:]
    if (alone := _WITH.match(plain(said))) is not None and order is None:
        names = said[alone.end() :].rstrip(" .;")
        if told.clauses and _are_names(names, bodies, said=True):
            told.partners = (*told.partners, *bodies.bodies(names))
            return True
        partners, task = _partners(names, bodies) if not told.clauses else ((), "")
        if partners and VERBS.match(plain(task)):
            told.partners = (*told.partners, *partners)
            told.clauses.append(task)
            return True
        return False
    who, rest = _doers(said, bodies, ordered=order is not None)
    if not who:
        return False
    rest_of = _share(who, rest, told, bodies, order[1] if order is not None else None)
    if rest_of is None:
        return False
    rest = rest_of.strip(" ,.:")
    if times_in(rest) and _NOTHING_ELSE.fullmatch(plain(_without_times(rest))):
        told.clauses.append(rest)
    elif rest and not _NOTHING_ELSE.fullmatch(plain(rest)):
        (told.own if told.clauses else told.clauses).append(clause if told.clauses else rest)
    return True


def _share(who: tuple[Body, ...], rest: str, told: Told, bodies: BodyReader, order: str | None) -> str | None:
    """Give *who* the lead or the help that *rest* says, and return what is left of it; ``None`` where it says neither."""
    asked = order in _ASKED
    leads = _LEADS.match(plain(rest))
    if leads is None and _HELPS.fullmatch(plain(rest)):
        told.partners = (*told.partners, *who)
        return ""
    behind = rest[leads.end() :] if leads is not None else rest
    together = _WITH.match(plain(behind)) if leads is not None or order is not None else None
    partners: tuple[Body, ...] = ()
    if together is not None:
        partners, behind = _partners(behind[together.end() :], bodies)
    if leads is None and asked:
        told.partners = (*told.partners, *who, *partners)
        return behind
    said = leads is not None or order is not None
    nothing_else = bool(plain(rest).strip()) and _NOTHING_ELSE.fullmatch(plain(rest)) is not None
    # "Báo … mở chuyên mục …": who does it stands first.
    does = not told.clauses and VERBS.match(plain(rest.lstrip(" ,:"))) is not None
    if not (said or nothing_else or does):
        return None
    told.lead = told.lead or who
    told.partners = (*told.partners, *partners)
    return behind


def _doers(words: str, bodies: BodyReader, *, ordered: bool) -> tuple[tuple[Body, ...], str]:
    """Return the bodies with which a clause begins; a name that nobody knows ends where it is said what the body does."""
    verbs = (one for one in _SAYS_WHO.finditer(plain(words)) if not bodies.is_inside_name(words, one.start()))
    if (verb := next(verbs, None)) is not None and _are_names(words[: verb.start()], bodies):
        return bodies.bodies(words[: verb.start()].rstrip(" ,")), words[verb.start() :]
    found, rest = bodies.begins(words)
    if found and (not rest or rest[:1] in ",:" or _ends_name(rest)):
        return found, rest
    return bodies.doers(words) if ordered or bodies.is_like_one(words) else ((), words)


def _ends_name(rest: str) -> bool:
    return rest[:1].islower() and not re.match(
        r"(?:của|thuộc|cấp|trên|tại|các|tỉnh|huyện|xã|phường|và|có|chức năng|trung học|trực thuộc|phổ thông)\b",
        rest,
    )


def _are_names(words: str, bodies: BodyReader, *, said: bool = False) -> bool:
    """Whether *words*, which end where something is said to be done, are names of bodies and nothing else.

    Where it is *said* that they are, behind "phối hợp với", the first may be one that nobody knows.
    """
    if len(words.split()) > _LONGEST_LIST or re.search(r"[.:“]|\bnăm [0-9]", words):
        return False
    names = [one.words for one in bodies.bodies(words)]
    if not names or not (
        said or bodies.is_known(names[0]) or bodies.is_like_one(names[0][:1].upper() + names[0][1:])
    ):
        return False
    return all(bodies.is_known(name) or _is_written_as_name(name) for name in names)


def _is_written_as_name(words: str) -> bool:
    several = words[:1].isupper() or _SEVERAL.match(words) is not None
    return several and len(words.split()) <= _LONGEST_NAME


def _partners(words: str, bodies: BodyReader) -> tuple[tuple[Body, ...], str]:
    """Return the bodies behind "phối hợp với", and what is to be done with them."""
    text = words.strip().rstrip(" .;")
    verb = re.search(
        r"\s(?=(?:(?:tổ chức|triển khai|cùng) )*thực hiện(?: nội dung này| việc này)?$)", plain(text)
    )
    names = text[: verb.start()] if verb is not None else text
    found, rest = bodies.begins(names)
    if found and (not rest or _ends_name(rest)):
        return found, rest
    partners, task = bodies.doers(names)
    if partners and task and _ends_name(task):
        return partners, task
    return (bodies.bodies(names), "") if _are_names(names, bodies, said=True) else ((), words)


def _without_doer(clause: str, told: Told, bodies: BodyReader) -> str:
    """Return *clause* without "do … thực hiện" at its end, which is taken."""
    text = plain(clause)
    for found in reversed([*_BY.finditer(text)]):
        said = clause[found.end() :].rstrip(" .)")
        names, rest = bodies.begins(said)
        if not names or (rest and not _ends_name(rest)):
            # A verb inside a name has its capital: "Cục Quản lý hoạt động xây dựng thực hiện".
            verb = next(
                (
                    one
                    for one in re.finditer(rf"\s(?={_DOES_IT}(?!\w))", plain(said))
                    if said[one.end()].islower() and _are_names(said[: one.start()], bodies)
                ),
                None,
            )
            if verb is None:
                continue
            names, rest = bodies.bodies(said[: verb.start()]), said[verb.start() :].strip()
        if (does := re.match(_DOES_IT, plain(rest))) is None:
            continue
        rest = rest[does.end() :]
        if (together := _WITH.match(plain(rest))) is not None:
            partners, rest = _partners(rest[together.end() :], bodies)
            told.partners = (*told.partners, *partners)
        elif (helping := _OTHERS_HELP.match(rest)) is not None and _are_names(helping[1], bodies, said=True):
            told.partners, rest = (*told.partners, *bodies.bodies(helping[1])), ""
        if rest.strip(" ,.") and not times_in(rest):
            continue
        told.lead = told.lead or names
        return f"{clause[: found.start()].rstrip(' ,(')}{',' if rest.strip(' ,.') else ''} {rest.strip(' ,.')}".strip()
    return clause


@define
class Thing:
    """A channel that prose tells: its name with all that is said of it."""

    named: Named
    schedule: Schedule | None = None
    quantity: Quantity | None = None


def things_told(told: Told, bodies: BodyReader, year: int) -> list[Thing]:
    """Return the channels that the clauses of *told* name, each with its time and its count."""
    words = "; ".join(told.clauses)
    label, rest = _led_in(words, bodies)
    if label:
        return _under(label, rest, bodies, year, _MENTIONS.sub("", words.partition(":")[0]))
    return _made(words, year) or _named(words, bodies, year)


def details(words: str, year: int) -> tuple[Schedule | None, Quantity | None]:
    """Return when and how much *words* say that something under a name of its own is done."""
    amount = amount_in(_without_times(words))
    schedule = schedule_in(words, year)
    if schedule is None and amount is not None and "/" in words:
        # "24 bài trong năm, định kỳ 02 bài/tháng": how often stands with any of the counts.
        per = next((one for one in AMOUNT.finditer(plain(words)) if one["per"]), None)
        schedule = schedule_of(per[0], year) if per is not None else None
    return schedule, amount[1] if amount is not None else None


def rate_in(words: str, year: int) -> Schedule | None:
    """Return the rhythm that a count says, "15 tin, bài/tháng"; ``None`` where it says none."""
    said = schedule_of(words, year) if "/" in words else None
    return said if said is not None and said.kind == "recurring" else None


def _led_in(words: str, bodies: BodyReader) -> tuple[list[Named], str]:
    """Return the media before a colon, "Trên hệ thống loa truyền thanh: …", and what is said of them."""
    label, colon, rest = words.partition(":")
    if not colon or not rest.strip() or len(label) > 140 or _CUT.search(label) is not None:
        return [], words
    found = list(channels_named(label, bodies))
    if (
        len(found) > 1
        and all(one.family in _HUNG for one in found)
        and (verbs := VERBS.match(plain(label))) is not None
    ):
        # What is hung up together is one channel: "Treo pano, khẩu hiệu tại …".
        found = [Named(without_tail(label[verbs.end() :]), found[0].family)]
    if not found and _MENTIONS.match(label):
        found = list(channels_named(f"Tuyên truyền {label[:1].lower()}{label[1:]}", bodies))
    return found, rest.strip()


def lead_in(words: str, bodies: BodyReader) -> tuple[str, str] | None:
    """Divide *words* into the medium that they begin with, before a full stop, and what is told of it."""
    begins = _LEAD_IN.match(words)
    if begins is None or len(begins[1].split()) > _LONGEST_LEAD_IN or family_of(begins[1]) is None:
        return None
    label, rest = _MENTIONS.sub("", begins[1]), words[begins.end() :]
    said = VERBS.match(plain(label)) or _doers(rest, bodies, ordered=False)[0]
    return None if said or ORDER.match(plain(rest)) else (label, rest)


def names_form(words: str, year: int, bodies: BodyReader) -> tuple[str, Told] | None:
    """Divide *words* into a name that no medium is known by, before a colon, and what is told of it.

    Only where that says when, how much or who, as nothing but a form of communication has it.
    """
    label, colon, rest = words.partition(": ")
    plainly = plain(label)
    if not colon or len(label.split()) > _LONGEST_NAMING or not label[:1].isupper() or ORDER.match(plainly):
        return None
    if (
        line_role(label) is not None
        or _NO_FORM.search(plainly)
        or bodies.is_like_one(label)
        or bodies.says_to_do(label)
        or VERBS.match(plainly)
        or _CUT.search(label) is not None
    ):
        return None
    told = tell(rest, bodies)
    return (
        (label, told) if told.lead or told.partners or any(details("; ".join(told.clauses), year)) else None
    )


def under_label(label: str, told: Told, bodies: BodyReader, year: int) -> list[Thing]:
    """Return the channels that stand under *label*, "Mạng xã hội: …"; several where it names several."""
    named = list(channels_named(label, bodies))
    first = Named(label, family_of(label) or "other")
    return _under(named if len(named) > 1 else [first], "; ".join(told.clauses), bodies, year, label)


def _under(label: list[Named], rest: str, bodies: BodyReader, year: int, whole: str = "") -> list[Thing]:
    """Return the channels of a sentence with a medium before its colon; a programme behind it is shown there."""
    schedule, quantity = details(rest, year)
    if len(label) > 1 and quantity is not None and whole:
        # What is counted is counted for all of them.
        label = [Named(without_tail(whole), label[0].family)]
    first = label[0]
    if len(label) == 1 and (inner := _inner(first, rest, bodies, year)) is not None:
        inner.schedule, inner.quantity = inner.schedule or schedule, inner.quantity or quantity
        return [inner]
    return [
        _counted_name(
            Thing(
                named,
                schedule_of(named.schedule, year) if named.schedule else schedule,
                quantity if len(label) == 1 else None,
            )
        )
        for named in label
    ]


def _inner(first: Named, rest: str, bodies: BodyReader, year: int) -> Thing | None:
    """Return the channel behind a colon that says more than the medium before it: "Đối thoại: tổ chức 04 phiên …"."""
    general = len(first.name.split()) <= _GENERAL
    inner = _made(rest, year, first.family) or _named(rest, bodies, year)
    if general and len(inner) == 1 and is_piece(inner[0]) and (amount := amount_in(rest)) is not None:
        # What is shown are pieces; where they are shown is the medium.
        inner = _named(f"{rest[: amount[0].start]}{rest[amount[0].end :]}", bodies, year)
    if len(inner) != 1 or is_piece(inner[0]):
        return None
    thing = inner[0]
    if first.family in VENUES and is_programme(thing.named.name):
        if not re.search(r"\b(?:trên|tại|qua)\s", thing.named.name):
            thing.named.name = f"{thing.named.name} trên {first.name}"
        return thing
    # "Tuyên truyền miệng: thông qua già làng; lồng ghép …" stays what it is.
    return thing if general and thing.named.family == first.family else None


def is_piece(thing: Thing) -> bool:
    """Whether *thing* is only pieces, "tin, bài", that are shown in a medium."""
    return _PIECES.match(plain(thing.named.name)) is not None


def _made(words: str, year: int, family: Family | None = None) -> list[Thing]:
    """Return what is made in a number: "In và phát 5.000 tờ gấp …"; nothing where *words* do not begin so."""
    first, *more = _CLAUSE_END.split(words)
    made = _counts(first, family)
    if not made:
        return []
    said = schedule_in(first, year)
    for place, clause in enumerate(more):
        others = _counts(clause, None)
        if others and not any(is_piece(one) for one in others):
            # The next count of the list, with its own time.
            made += [attrs.evolve(one, schedule=schedule_in(clause, year)) for one in others]
        else:
            said = said or schedule_in("; ".join(more[place:]), year)
            break
    for thing in made:
        assert thing.quantity is not None
        per = AMOUNT.match(plain(thing.quantity.words)) if said is None else None
        rate = schedule_of(thing.quantity.words, year) if per is not None and per["per"] else None
        thing.schedule = thing.schedule or said or rate
    return made


def _counts(clause: str, family: Family | None) -> list[Thing]:
    text = _without_times(clause)
    begins = _MAKES.match(plain(text))
    if begins is None:
        return []
    members = _NEXT_COUNT.split(text[begins.end() :])
    made = [thing for one in members if (thing := _counted(one, family)) is not None]
    return made if len(made) == len(members) else []


def _counted(words: str, family: Family | None) -> Thing | None:
    """Return the thing that *words* begin to count, "5.000 tờ gấp hướng dẫn …"."""
    amount = AMOUNT.match(plain(words))
    quantity = quantity_of(words[: amount.end("unit")]) if amount is not None else None
    if amount is None or quantity is None:
        return None
    start, end = amount.span("unit")
    name = re.sub(r"\s*/\s*(?:ngày|tuần|tháng|quý|năm)(?!\w)", "", without_tail(words[start:]))
    family = family_of(name) or family
    floor = bool(amount["floor"] or amount["to"] or amount["up"])
    counted = attrs.evolve(
        quantity, words=words[: amount.end()].strip(), unit=words[start:end], at_least=floor
    )
    return Thing(Named(name, family), None, counted) if family is not None else None


def _named(words: str, bodies: BodyReader, year: int) -> list[Thing]:
    """Return the channels that *words* name without a count before them."""
    found = list(channels_named(words, bodies))
    found = found or list(channels_named(_without_times(words), bodies))
    if len(found) == 1:
        bare = _without_times(words)
        if (counted := amount_in(bare)) is not None:
            bare = f"{bare[: counted[0].start].rstrip(' ,')} {bare[counted[0].end :].lstrip(' ,')}".strip()
        again = list(channels_named(bare, bodies))
        named = again[0] if len(again) == 1 else found[0]
        named.name = _LEFT_BEHIND.sub("", named.name)
        return [Thing(named, *details(words, year))]
    begin, said = _said_of_all(words)
    if said:
        found = list(channels_named(words[:begin].rstrip(" ,;("), bodies))
    shared = schedule_of(said, year) if said else None
    if not found and (through := _THROUGH.search(words)) is not None:
        found = [Named(one.words, "community") for one in bodies.begins(words[through.end() :])[0]]
    return [
        _counted_name(Thing(named, schedule_of(named.schedule, year) if named.schedule else shared))
        for named in found
    ]


def _counted_name(thing: Thing) -> Thing:
    """Return *thing* with the count that its name begins with as its count: "05 băng rôn tại …"."""
    counted = _counted(thing.named.name, thing.named.family) if thing.named.name[:1].isdigit() else None
    if counted is None or (is_piece(counted) and len(counted.named.name.split()) < _GENERAL):
        return thing
    named = attrs.evolve(thing.named, name=counted.named.name)
    return attrs.evolve(thing, named=named, quantity=counted.quantity)


def _said_of_all(words: str) -> tuple[int, str]:
    """Return where a time begins that is said of all that *words* name, at their end and set off from the last name."""
    times = times_in(words)
    if not times or words[times[-1].end :].strip(" .)"):
        return len(words), ""
    last = times[-1]
    set_off = (
        words[: last.start].rstrip()[-1:] in tuple(",;(") or _SETS_OFF.match(plain(last.words)) is not None
    )
    return (last.start, last.words) if set_off else (len(words), "")


def _without_times(words: str) -> str:
    """Return *words* without the stretches that say a time, and without the verbs that are left alone by that."""
    out = words
    for said in reversed(times_in(words)):
        out = f"{out[: said.start].rstrip(' ,(')}{_bridge(out[: said.start], out[said.end :])}{out[said.end :].lstrip(' ,)')}"
    pieces = re.split(r",\s+(?![^(“]*[)”])", out)
    while len(pieces) > 1 and _LEFT_ALONE.fullmatch(plain(pieces[-1].strip(" ."))):
        pieces.pop()
    return ", ".join(pieces).strip(" ,")


def _bridge(before: str, after: str) -> str:
    if not before.strip() or not after.strip():
        return ""
    return ", " if before.rstrip().endswith(",") or after.lstrip().startswith(",") else " "
