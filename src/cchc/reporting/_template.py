"""The record by which a plugin says what the reports of its province look like."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, get_args

from attrs import field, frozen

from cchc.document import Document
from cchc.knowledge import holds
from cchc.model import Level
from cchc.templates import chosen, several, wording

if TYPE_CHECKING:
    from cchc.reporting._outcome import Outcome

__all__ = ["ANSWERS", "PLAIN_REPORT", "REPORT_FIELDS", "ReportSection", "ReportTemplate"]

ReportRole = Literal[
    "group",
    "returned",
    "overview",
    "results",
    "figures",
    "groups",
    "tasks",
    "agencies",
    "late",
    "highlights",
    "difficulties",
    "proposals",
    "unfinished",
    "next",
    "own_words",
]
#: Which answers of the forms belong to which part.
ANSWERS: dict[ReportRole, str] = {
    "highlights": "ket-qua",
    "difficulties": "kho-khan",
    "proposals": "kien-nghi",
    "next": "phuong-huong",
}
AnnexRole = Literal["by_unit", "steps", "answers", "not_reported"]
ChartKind = Literal["returned", "states", "before"]

#: The fields that wordings of a report template may name.
REPORT_FIELDS = frozenset({"issuer", "plan", "subject", "title", "period", "days", "year", "place"})


@frozen(kw_only=True)
class ReportSection:
    """A part of the report; one that has nothing to say is left out, and those behind it move up.

    Attributes:
        role: what it says. ``group`` only gathers *sections*; ``returned``: who has reported; ``overview``: how many
            duties are done; ``results``: what came of each form of communication and duty of the plan; ``figures``: sums
            with target and earlier periods; ``groups``: sums by group of units; ``tasks``: states by duty; ``agencies``:
            states by unit; ``late``: what is late and why; ``highlights``, ``difficulties``, ``proposals``, ``next``: what
            units wrote; ``unfinished``: duties that go on; ``own_words``: a blank, because only the office can write it.
        heading: its heading, as printed; empty for text that stands under the heading around it.
        sections: parts below it.
        markers: markers of its points from here down, where they differ from the template's.
    """

    role: ReportRole = field(validator=chosen(get_args(ReportRole)))
    heading: str = ""
    sections: tuple[ReportSection, ...] = field(default=(), validator=several)
    markers: tuple[str, ...] = field(default=(), validator=several)


@frozen(kw_only=True)
class ReportTemplate:
    """The form of a consolidated report (*báo cáo*) in one province, for some levels and dates.

    Attributes:
        key: what ``template=`` takes, "can-tho-bao-cao"; no plan template may have the same.
        name: name for people.
        province: key of the province; empty for any.
        levels: levels of the office that reports, as its plan says.
        since: first day that it serves; ``None`` for no limit.
        until: first day that it no longer serves; ``None`` for no limit.
        source: what it was taken from: number and date of a real document, or why it is so.
        sections: the parts in their order.
        annexes: the annexes in their order, title by role: ``by_unit`` (the figures of each unit), ``steps`` (state and
            result of each duty of each unit), ``answers`` (every answer, where the text has not all of them),
            ``not_reported`` (where the text does not name all of them). One without a row is left out.
        charts: which charts stand in the text: ``returned`` (who has reported, by group), ``states`` (duties by state),
            ``before`` (figures beside the period before).
        markers: markers by depth: ("I.", "1.", "a)", "-", "+").
        title: the subject line.
        opening: the opening paragraph.
        closing: the closing paragraph, without the end mark.
        quotes: whether what units wrote stands answer by answer, with all who wrote it (``by_answer``), or unit by unit
            (``by_unit``).
        addressees: to whom it goes up (*Kính gửi*); empty for none.
        recipients: recipients (*nơi nhận*); where there are none, those of the plan.
        archive: who files it, where the plan does not say.
        symbol: symbol, where it does not follow from that of the plan.
        signature: lines of authority and office, the office last, where the plan does not say who signs.
        compose: a function for what data cannot say; it gets the outcome and this template and returns the document.
    """

    key: str
    name: str
    province: str = ""
    levels: tuple[Level, ...] = field(validator=(several, chosen(get_args(Level))))
    since: dt.date | None = None
    until: dt.date | None = None
    source: str
    sections: tuple[ReportSection, ...] = field(validator=several)
    annexes: tuple[tuple[AnnexRole, str], ...] = field(
        default=(
            ("by_unit", "SỐ LIỆU THEO ĐƠN VỊ"),
            ("steps", "TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ CỦA TỪNG ĐƠN VỊ"),
            ("answers", "Ý KIẾN CỦA CÁC ĐƠN VỊ"),
            ("not_reported", "ĐƠN VỊ CHƯA GỬI BÁO CÁO"),
        ),
        validator=several,
    )
    charts: tuple[ChartKind, ...] = field(
        default=("returned", "states", "before"), validator=(several, chosen(get_args(ChartKind)))
    )
    markers: tuple[str, ...] = field(default=("I.", "1.", "a)", "-", "+"), validator=several)
    title: str = field(default="{title}", validator=wording(REPORT_FIELDS))
    opening: str = field(
        default="Thực hiện {plan}, {issuer} báo cáo kết quả {period}{days} như sau:",
        validator=wording(REPORT_FIELDS),
    )
    closing: str = field(default="Trên đây là báo cáo {title} của {issuer}", validator=wording(REPORT_FIELDS))
    quotes: Literal["by_answer", "by_unit"] = field(
        default="by_answer", validator=chosen(("by_answer", "by_unit"))
    )
    addressees: tuple[str, ...] = field(default=(), validator=several)
    recipients: tuple[str, ...] = field(default=(), validator=several)
    archive: str = "VT"
    symbol: str = ""
    signature: tuple[str, ...] = field(default=(), validator=several)
    compose: Callable[[Outcome, ReportTemplate], Document] | None = field(default=None, eq=False)

    @property
    def roles(self) -> frozenset[ReportRole]:
        """The roles of all its sections."""
        found: set[ReportRole] = set()
        pending = list(self.sections)
        while pending:
            section = pending.pop()
            found.add(section.role)
            pending += section.sections
        return frozenset(found)

    def serves(self, level: str, day: dt.date) -> bool:
        """Whether it serves the reports of an office of *level* on *day*."""
        return level in self.levels and holds(self, day)


PLAIN_REPORT = ReportTemplate(
    key="report",
    name="Mẫu báo cáo chung theo Nghị định số 30/2020/NĐ-CP",
    levels=("ministry", "province", "department", "district", "commune"),
    # The form is law; the order of the parts is custom, no outline of a central form was read.
    source="Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, Phụ lục III, Mẫu 1.4; bố cục theo thông lệ, chưa đối chiếu đề cương",
    sections=(
        ReportSection(role="group", heading="TÌNH HÌNH TRIỂN KHAI", sections=(
            ReportSection(role="returned", heading="Tình hình gửi báo cáo"),
            ReportSection(role="overview", heading="Tình hình thực hiện nhiệm vụ"),
        )),
        ReportSection(role="group", heading="KẾT QUẢ THỰC HIỆN", sections=(
            ReportSection(role="results", heading="Kết quả theo hình thức tuyên truyền và nhiệm vụ"),
            ReportSection(role="highlights", heading="Kết quả nổi bật, cách làm hay"),
            ReportSection(role="figures", heading="Số liệu tổng hợp"),
            ReportSection(role="groups", heading="Số liệu theo nhóm đơn vị"),
            ReportSection(role="tasks", heading="Tiến độ theo nhiệm vụ được phân công"),
            ReportSection(role="agencies", heading="Tiến độ theo cơ quan, đơn vị"),
            ReportSection(role="late", heading="Nhiệm vụ chậm, không thực hiện và lý do"),
        )),
        ReportSection(role="group", heading="ĐÁNH GIÁ CHUNG", sections=(
            ReportSection(role="own_words", heading="Ưu điểm"),
            ReportSection(role="difficulties", heading="Khó khăn, vướng mắc và nguyên nhân"),
        )),
        ReportSection(role="group", heading="NHIỆM VỤ TRỌNG TÂM KỲ TỚI", sections=(
            ReportSection(role="unfinished", heading="Nhiệm vụ tiếp tục thực hiện"),
            ReportSection(role="next", heading="Nhiệm vụ do các đơn vị đề ra"),
        )),
        ReportSection(role="proposals", heading="KIẾN NGHỊ, ĐỀ XUẤT"),
    ),
)  # fmt: skip
