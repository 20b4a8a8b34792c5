"""The plan: a tree of items, each with its words and the facts that it states."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Literal, get_args

from attrs import field, frozen

from cchc.errors import ModelError
from cchc.model._shape import (
    a_number,
    all_are,
    an_id,
    as_tuple,
    between,
    is_a,
    is_visible,
    matches,
    not_blank,
    one_of,
)

Level = Literal["ministry", "province", "department", "district", "commune"]
Kind = Literal["KH", "QĐ"]
Status = Literal["draft", "submitted", "issued", "replaced"]
Use = Literal["basis", "implements"]
ScheduleKind = Literal["once", "range", "months", "recurring", "all_year", "words"]
Every = Literal["day", "week", "month", "quarter", "half_year", "year"]
AssignmentRole = Literal["lead", "partner", "implement", "report"]
Family = Literal[
    "press",
    "broadcast",
    "loudspeaker",
    "portal",
    "social",
    "visual",
    "print",
    "meeting",
    "training",
    "dialogue",
    "contest",
    "survey",
    "stage",
    "posting",
    "integrated",
    "minority_language",
    "community",
    "other",
]
Role = Literal[
    # Parts of a plan, in the order in which most plans have them.
    "aims",
    "purpose",
    "requirements",
    "audience",
    "substance",
    "contents",
    "channels",
    "schedule",
    "budget",
    "organisation",
    "implementers",
    "duties",
    "reporting",
    # Labelled lines of a channel.
    "lead",
    "partners",
    "content",
    "method",
    "quantity",
]

_NUMBER = re.compile(r"[0-9]{1,6}[a-zđ]?")
_SYMBOL = re.compile(r"[^\s/]+(?:/[^\s/]+)?")
_SET_RULES = (
    "hiến pháp",
    "luật",
    "bộ luật",
    "pháp lệnh",
    "nghị định",
    "thông tư",
    "căn cứ ",
    "theo đề nghị",
    "xét ",
)
_MAY_SET_RULES = ("quyết định", "nghị quyết")
_RULING_NUMBER = re.compile(r"[0-9]+[a-zđ]?/[0-9]{4}/")
_UNIT_CODE = re.compile(r"[0-9]{2}|[0-9]{3}|[0-9]{5}|[a-z0-9][a-z0-9.-]{0,63}")


def _number(value: object) -> object:
    # JSON and Python callers write numbers; a whole number loses nothing as text, and a letter may follow it (30c).
    return str(value) if type(value) is int else value


@frozen(kw_only=True, order=True)
class Month:
    """A month of a year (*tháng*), for times that are said without a day."""

    year: int = field(validator=between(1945, 2200))
    month: int = field(validator=between(1, 12))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first_day(self) -> dt.date:
        """The first day of the month."""
        return dt.date(self.year, self.month, 1)

    @property
    def last_day(self) -> dt.date:
        """The last day of the month."""
        following = dt.date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return following - dt.timedelta(days=1)


@frozen(kw_only=True)
class Body:
    """A body (*cơ quan, đơn vị, tổ chức*) as the plan names it, or a class of bodies.

    Attributes:
        words: its name as written, "Sở Nội vụ".
        code: code of the administrative unit whose People's Committee it is ("92", "04048"), or the key of an agency
            in the knowledge tables; ``None`` where it is only named.
        is_class: whether the name stands for many bodies, "UBND cấp xã".
    """

    words: str = field(validator=not_blank)
    code: str | None = field(
        default=None,
        validator=matches(
            _UNIT_CODE,
            "must be the code of a unit (2, 3 or 5 digits) or the key of an agency",
            "Cần mã đơn vị hành chính (2, 3 hoặc 5 chữ số) hoặc khóa của cơ quan.",
            optional=True,
        ),
    )
    is_class: bool = field(default=False, validator=is_a(bool))


@frozen(kw_only=True)
class LegalBasis:
    """A document that a plan rests on or carries out (*căn cứ pháp lý*).

    Attributes:
        words: the citation as written; where empty, it is written from the other fields.
        kind: type of the document in Vietnamese, "Nghị quyết"; empty where *words* say all.
        number: number and symbol as printed, "76/NQ-CP".
        date: day of issue; ``None`` where it is not said.
        issuer: issuing body in words, "Chính phủ".
        title: its subject (*trích yếu*), "ban hành Chương trình tổng thể …".
        use: ``basis`` (*căn cứ*) or ``implements`` (*thực hiện*); ``None`` where its type decides: laws,
            decrees and circulars are bases, what sets tasks is implemented.
    """

    words: str = field(default="", validator=is_a(str))
    kind: str = field(default="", validator=is_a(str))
    number: str | None = field(default=None, validator=is_a(str, optional=True))
    date: dt.date | None = field(default=None, validator=is_a(dt.date, optional=True))
    issuer: str | None = field(default=None, validator=is_a(str, optional=True))
    title: str = field(default="", validator=is_a(str))
    use: Use | None = field(default=None, validator=one_of(*get_args(Use), None))

    def __attrs_post_init__(self) -> None:
        if not any(map(is_visible, (self.words, self.kind, self.number or ""))):
            raise ModelError(
                where="LegalBasis",
                value=self,
                why="must have words, a kind or a number",
                why_vi="Cần có lời văn, tên loại hoặc số, ký hiệu.",
            )

    @property
    def used_as(self) -> Use:
        """Its *use*; where that is not said, what sets rules is a ``basis`` and what sets tasks is carried out.

        That is the practice of the field and no law: one writes "Căn cứ" before laws, decrees and circulars, "Thực hiện"
        before the resolutions, directives, programmes and plans of the bodies above. A decision or resolution that sets
        rules has its year in its number, "19/2025/QĐ-TTg".
        """
        if self.use is not None:
            return self.use
        said = (self.kind.strip() or self.words.strip()).lower()
        if said.startswith(_SET_RULES):
            return "basis"
        ruling = said.startswith(_MAY_SET_RULES) and self.number and _RULING_NUMBER.match(self.number)
        return "basis" if ruling else "implements"


@frozen(kw_only=True)
class Schedule:
    """When something is done (*thời gian thực hiện*).

    Attributes:
        words: the time as written; where empty, it is written from the other fields.
        kind: ``once``, ``range``, ``months`` (listed months of the plan's year), ``recurring``, ``all_year``
            (*thường xuyên*), or ``words`` where only the words say it.
        start: first day or month; the day itself for ``once``.
        end: last day or month.
        months: months of the plan's year, 1 to 12.
        every: the period of a recurring thing.
        times: how often within each period.
    """

    words: str = field(default="", validator=is_a(str))
    kind: ScheduleKind = field(default="words", validator=one_of(*get_args(ScheduleKind)))
    start: dt.date | Month | None = field(default=None, validator=is_a(dt.date, Month, optional=True))
    end: dt.date | Month | None = field(default=None, validator=is_a(dt.date, Month, optional=True))
    months: tuple[int, ...] = field(default=(), converter=as_tuple, validator=all_are(int))
    every: Every | None = field(default=None, validator=one_of(*get_args(Every), None))
    times: int | None = field(default=None, validator=between(1, 1000, optional=True))

    def __attrs_post_init__(self) -> None:
        lacks = {
            "once": self.start is None and self.end is None and "start",
            "range": self.start is None and self.end is None and "start or end",
            "months": not self.months and "months",
            "recurring": self.every is None and "every",
            "words": not is_visible(self.words) and "words",
        }.get(self.kind)
        if lacks:
            raise ModelError(
                where="Schedule",
                value=self.kind,
                why=f"a schedule of this kind needs {lacks}",
                why_vi=f"Thời gian kiểu này cần có {lacks}.",
            )
        if any(not 1 <= month <= 12 for month in self.months):
            raise ModelError(
                where="Schedule.months",
                value=self.months,
                why="must be months from 1 to 12",
                why_vi="Tháng phải từ 1 đến 12.",
            )


@frozen(kw_only=True)
class Quantity:
    """How much is to be made (*số lượng*): "ít nhất 03 tiểu phẩm" is 3, "tiểu phẩm", at least.

    Attributes:
        words: the quantity as written; where empty, it is written from the other fields.
        number: how many, whole or decimal, never a float.
        unit: what is counted, "tin, bài".
        at_least: whether *number* is a floor (*ít nhất*).
    """

    words: str = field(default="", validator=is_a(str))
    number: int | Decimal = field(validator=a_number)
    unit: str = field(default="", validator=is_a(str))
    at_least: bool = field(default=False, validator=is_a(bool))


@frozen(kw_only=True)
class Channel:
    """A form of communication (*hình thức tuyên truyền*).

    Attributes:
        id: stable id within the plan.
        name: what it is, "Chuyên mục CCHC trên Đài Phát thanh và Truyền hình thành phố".
        family: the family that scoring guides and statistics count it under.
        schedule: when (*thời gian thực hiện*).
        quantity: how much.
        lead: leading bodies (*cơ quan chủ trì*), as a rule one.
        partners: cooperating bodies (*cơ quan phối hợp*).
        audience: for whom (*đối tượng*).
        content: what it says (*nội dung*).
        method: how (*cách thức tổ chức*).
        budget: from which money (*kinh phí*).
    """

    id: str = field(validator=an_id)
    name: str = field(validator=not_blank)
    family: Family | None = field(default=None, validator=one_of(*get_args(Family), None))
    schedule: Schedule | None = field(default=None, validator=is_a(Schedule, optional=True))
    quantity: Quantity | None = field(default=None, validator=is_a(Quantity, optional=True))
    lead: tuple[Body, ...] = field(default=(), converter=as_tuple, validator=all_are(Body))
    partners: tuple[Body, ...] = field(default=(), converter=as_tuple, validator=all_are(Body))
    audience: str = field(default="", validator=is_a(str))
    content: str = field(default="", validator=is_a(str))
    method: str = field(default="", validator=is_a(str))
    budget: str = field(default="", validator=is_a(str))


@frozen(kw_only=True)
class Assignment:
    """A duty that the plan gives to bodies (*nhiệm vụ được phân công*).

    Attributes:
        id: stable id within the plan; reports answer to it.
        bodies: who has the duty, one or several.
        role: ``lead`` (*chủ trì*), ``partner`` (*phối hợp*), ``implement`` (*thực hiện*) or ``report`` (*báo cáo*).
        partners: with whom, where a leading duty names them.
        task: the duty in words.
        schedule: when.
        product: what is to be handed over (*sản phẩm*).
        reports_to: who receives the report.
        channel: id of the channel that the duty belongs to, empty for none.
    """

    id: str = field(validator=an_id)
    bodies: tuple[Body, ...] = field(converter=as_tuple, validator=all_are(Body))
    role: AssignmentRole = field(default="implement", validator=one_of(*get_args(AssignmentRole)))
    partners: tuple[Body, ...] = field(default=(), converter=as_tuple, validator=all_are(Body))
    task: str = field(default="", validator=is_a(str))
    schedule: Schedule | None = field(default=None, validator=is_a(Schedule, optional=True))
    product: str = field(default="", validator=is_a(str))
    reports_to: Body | None = field(default=None, validator=is_a(Body, optional=True))
    channel: str = field(default="", validator=is_a(str))

    def __attrs_post_init__(self) -> None:
        if not self.bodies:
            raise ModelError(
                where="Assignment.bodies",
                value=self.bodies,
                why="must name at least one body",
                why_vi="Cần nêu ít nhất một cơ quan.",
            )


@frozen(kw_only=True)
class Item:
    """A piece of the body of a plan: a heading, a numbered point, a bullet, a labelled line or a paragraph.

    ``label`` alone is a heading; ``label`` and ``words`` stand on one line, "Kinh phí: …"; ``words`` alone is a point or,
    with ``marked=False``, a paragraph without a marker.

    Attributes:
        role: what part of a plan it is, or which field of a channel a labelled line gives; ``None`` for plain words.
        label: heading or label, without marker and colon.
        words: its text; printed as it is. Where empty, it is written from *facts*.
        marked: whether it takes a marker of its level's set.
        marker: the marker that its source printed, "b)"; templates that number anew pay no heed to it.
        facts: the channels and duties that it states.
        items: what stands below it.
    """

    role: Role | None = field(default=None, validator=one_of(*get_args(Role), None))
    label: str = field(default="", validator=is_a(str))
    words: str = field(default="", validator=is_a(str))
    marked: bool = field(default=True, validator=is_a(bool))
    marker: str = field(default="", validator=is_a(str))
    facts: tuple[Channel | Assignment, ...] = field(
        default=(), converter=as_tuple, validator=all_are(Channel, Assignment)
    )
    items: tuple[Item, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        for item in self.items:
            if type(item) is not Item:
                raise ModelError(
                    where="Item.items", value=item, why="must hold only Item", why_vi="Chỉ nhận Item."
                )


@frozen(kw_only=True)
class Indicator:
    """A figure that units report (*chỉ tiêu*).

    Attributes:
        id: stable id, "tin-bai".
        name: what is counted, in words.
        unit: unit of count, "tin, bài".
        adds: how figures of units and periods add up: ``sum``, ``last`` (a state, the latest counts) or ``none``.
        evidence: what proves it (*tài liệu kiểm chứng*).
        channel: id of the channel that it counts, whose quantity is then its target; where empty, the channel with the
            indicator's own id, if there is one.
    """

    id: str = field(validator=an_id)
    name: str = field(validator=not_blank)
    unit: str = field(default="", validator=is_a(str))
    adds: Literal["sum", "last", "none"] = field(default="sum", validator=one_of("sum", "last", "none"))
    evidence: str = field(default="", validator=is_a(str))
    channel: str = field(default="", validator=is_a(str))


@frozen(kw_only=True)
class Signature:
    """The signature block (*quyền hạn, chức vụ, họ tên người ký*).

    Attributes:
        authority: the lines of authority in order, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH").
        position: office of the person who signs, "PHÓ CHỦ TỊCH".
        name: that person's name, without titles.
    """

    authority: tuple[str, ...] = field(default=(), converter=as_tuple, validator=all_are(str))
    position: str = field(default="", validator=is_a(str))
    name: str = field(default="", validator=is_a(str))


@frozen(kw_only=True)
class Plan:
    """A communication plan (*kế hoạch tuyên truyền cải cách hành chính*).

    Attributes:
        id: stable id; reports and forms refer to it.
        kind: ``KH`` for a plan issued by itself, ``QĐ`` for a decision with the plan attached.
        status: ``draft``, ``submitted``, ``issued`` or ``replaced``.
        year: the year that it is for.
        level: level of the issuing body.
        issuer: the issuing body.
        parent_body: the body above, printed over the issuer; ``None`` where the letterhead has none.
        number: number without symbol, "127" or "30c"; ``None`` for a blank.
        symbol: symbol, "KH-UBND".
        place: place of issue, "Cần Thơ".
        date: day of issue; ``None`` for a blank.
        subject: subject line (*trích yếu*).
        opening: the opening paragraph as written; where empty, the template writes it from *bases*.
        bases: what the opening rests on, in order.
        decision: for ``QĐ``, the articles of the decision; where empty, the template writes them.
        parent_plans: plans of several years that this one belongs to; the opening names them after the bases.
        parts: the body of the plan.
        closing: the last paragraph, without the end mark.
        indicators: figures that units report on it.
        recipients: who gets it (*nơi nhận*), without the filing line.
        archive: who files it, "VT, SNV" in "Lưu: VT, SNV".
        signature: who signs.
        annex: whether the table of tasks follows as an annex.
    """

    id: str = field(validator=an_id)
    kind: Kind = field(default="KH", validator=one_of(*get_args(Kind)))
    status: Status = field(default="draft", validator=one_of(*get_args(Status)))
    year: int = field(validator=between(1945, 2200))
    level: Level = field(validator=one_of(*get_args(Level)))
    issuer: Body = field(validator=is_a(Body))
    parent_body: Body | None = field(default=None, validator=is_a(Body, optional=True))
    number: str | None = field(
        default=None,
        converter=_number,
        validator=matches(
            _NUMBER,
            "must be digits with at most one small letter behind, as in 127 or 30c",
            "Số gồm các chữ số và nhiều nhất một chữ cái, ví dụ 127 hoặc 30c.",
            optional=True,
        ),
    )
    symbol: str = field(
        default="",
        validator=matches(
            _SYMBOL, "must be a symbol such as KH-UBND", "Ký hiệu viết như KH-UBND.", optional=True
        ),
    )
    place: str = field(default="", validator=is_a(str))
    date: dt.date | None = field(default=None, validator=is_a(dt.date, optional=True))
    subject: str = field(validator=not_blank)
    opening: str = field(default="", validator=is_a(str))
    bases: tuple[LegalBasis, ...] = field(default=(), converter=as_tuple, validator=all_are(LegalBasis))
    decision: tuple[Item, ...] = field(default=(), converter=as_tuple, validator=all_are(Item))
    parent_plans: tuple[LegalBasis, ...] = field(
        default=(), converter=as_tuple, validator=all_are(LegalBasis)
    )
    parts: tuple[Item, ...] = field(default=(), converter=as_tuple, validator=all_are(Item))
    closing: str = field(default="", validator=is_a(str))
    indicators: tuple[Indicator, ...] = field(default=(), converter=as_tuple, validator=all_are(Indicator))
    recipients: tuple[Body, ...] = field(default=(), converter=as_tuple, validator=all_are(Body))
    archive: str = field(default="", validator=is_a(str))
    signature: Signature | None = field(default=None, validator=is_a(Signature, optional=True))
    annex: bool = field(default=False, validator=is_a(bool))

    def __attrs_post_init__(self) -> None:
        if self.number and not is_visible(self.symbol):
            raise ModelError(
                where="Plan.number",
                value=self.number,
                why="a number needs a symbol beside it, such as KH-UBND",
                why_vi="Có số thì phải có ký hiệu, ví dụ KH-UBND.",
            )
        _refuse_doubled_ids(self.parts)


def _refuse_doubled_ids(parts: tuple[Item, ...]) -> None:
    # Reports, forms and tables answer to these ids, so that two facts with one id could never be told apart.
    seen: set[str] = set()
    stack = list(parts)
    while stack:
        item = stack.pop()
        stack.extend(item.items)
        for fact in item.facts:
            if fact.id in seen:
                raise ModelError(
                    where="Plan.parts",
                    value=fact.id,
                    why="is the id of two channels or assignments; each id must be unique within the plan",
                    why_vi="Hai hình thức hoặc nhiệm vụ trùng mã; mỗi mã chỉ dùng một lần trong kế hoạch.",
                )
            seen.add(fact.id)
