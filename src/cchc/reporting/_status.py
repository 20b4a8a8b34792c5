"""Who has reported, as a document that every format writes (*tình hình gửi báo cáo*)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from cchc.diagnostics import Severity
from cchc.document import (
    Cell,
    Column,
    Document,
    Paragraph,
    Properties,
    Run,
    Section,
    Sheet,
    SheetColumn,
    Summary,
    Table,
    Title,
    Value,
    standard_on,
)
from cchc.model import Plan
from cchc.reporting._collect import Collection, UnitStatus
from cchc.reporting._periods import Period
from cchc.reporting._sums import group_of, group_words
from cchc.text import short_date

__all__ = ["STATE_WORDS", "status_document"]

#: States of a return as an officer reads them.
STATE_WORDS = {
    "reported": "Đã gửi",
    "late": "Gửi muộn",
    "doubtful": "Đã gửi, cần làm rõ",
    "missing": "Chưa gửi",
}

# What somebody has to do something about comes first.
_ORDER = ("missing", "doubtful", "late", "reported")

_COLUMNS = (
    SheetColumn(key="tt", title="TT", kind="integer", width=5),
    SheetColumn(key="unit", title="Đơn vị", width=38),
    SheetColumn(key="group", title="Nhóm", width=27),
    SheetColumn(
        key="state", title="Tình trạng", kind="choice", width=20, choices=tuple(STATE_WORDS.values())
    ),
    SheetColumn(key="received", title="Ngày nhận", kind="date", width=12),
    SheetColumn(key="due", title="Hạn gửi", kind="date", width=12),
    SheetColumn(key="days", title="Muộn (ngày)", kind="integer", width=9),
    SheetColumn(key="version", title="Lần gửi", kind="integer", width=8),
    SheetColumn(key="errors", title="Ô lỗi", kind="integer", width=7),
    SheetColumn(key="warnings", title="Ô cần xem", kind="integer", width=9),
    SheetColumn(key="file", title="Tệp", width=32),
)
_DOUBTS = (
    SheetColumn(key="tt", title="TT", kind="integer", width=5),
    SheetColumn(key="unit", title="Đơn vị", width=30),
    SheetColumn(key="file", title="Tệp", width=26),
    SheetColumn(key="place", title="Trang, ô", width=16),
    SheetColumn(key="weight", title="Mức", kind="choice", width=10, choices=("Lỗi", "Cần xem")),
    SheetColumn(key="code", title="Mã", width=9),
    SheetColumn(key="words", title="Nội dung", width=80),
)


def status_document(collection: Collection, plan: Plan, period: Period) -> Document:
    """Return who has reported and what is doubtful, counted, what needs somebody first."""
    units = sorted(collection.status, key=lambda one: _ORDER.index(one.state))
    dues = {one.due for one in units}
    title = f"Tình hình gửi báo cáo {period.name}"
    table = Table(
        description=title,
        columns=(
            Column(title="TT", share=6, align="center"),
            Column(title="Đơn vị", share=37),
            Column(title="Tình trạng", share=18),
            Column(title="Ngày nhận", share=17, align="center"),
            Column(title="Ghi chú", share=22),
        ),
        rows=tuple(
            (
                Cell(text=str(number)),
                Cell(text=one.unit.words),
                Cell(text=STATE_WORDS[one.state]),
                Cell(text=short_date(one.received) if one.received else ""),
                Cell(text=_note(one, of=dues)),
            )
            for number, one in enumerate(units, start=1)
        ),
    )
    intro = Paragraph(runs=(Run(_counts(collection.status, dues)),))
    day = period.end or period.due or dt.date(plan.year, 12, 31)
    return Document(
        standard=standard_on(day),
        properties=Properties(
            title=title, subject=plan.subject, creator=plan.issuer.words, date=None, keywords=(period.id,)
        ),
        sections=(Section(blocks=(Title(kind="TÌNH HÌNH GỬI BÁO CÁO", subject=period.name), intro, table)),),
        sheets=(
            Sheet(
                key="status",
                title="Tình hình gửi báo cáo",
                columns=_COLUMNS,
                rows=tuple(
                    _row(number, one, group_words(group_of(one.unit), plan.level, day))
                    for number, one in enumerate(units, start=1)
                ),
                summary=Summary(title="Số đơn vị theo nhóm", sheet="status", by="group", across="state"),
            ),
            Sheet(
                key="doubts", title="Điểm cần làm rõ", columns=_DOUBTS, rows=tuple(_doubts(collection, units))
            ),
        ),
    )


def _counts(status: Sequence[UnitStatus], dues: AbstractSet[dt.date | None]) -> str:
    came = [one for one in status if one.state != "missing"]
    late = sum(_days_late(one) > 0 for one in came)
    doubtful = sum(one.state == "doubtful" for one in came)
    due = next(iter(dues), None) if len(dues) == 1 else None
    until = f" Hạn gửi: {short_date(due)}." if due else ""
    return (
        f"Tổng số {len(status)} đơn vị: đã gửi {len(came)} (đúng hạn {len(came) - late}, muộn {late}; "
        f"cần làm rõ {doubtful}); chưa gửi {len(status) - len(came)}.{until}"
    )


def _days_late(one: UnitStatus) -> int:
    return max((one.received - one.due).days, 0) if one.received and one.due else 0


def _note(one: UnitStatus, *, of: AbstractSet[dt.date | None]) -> str:
    counted = (
        (_days_late(one), "muộn {} ngày"),
        (one.errors, "{} ô lỗi"),
        (one.warnings - (_days_late(one) > 0), "{} ô cần xem"),
    )
    # Deadlines that all units share stand above the table.
    due = [f"hạn {short_date(one.due)}"] if one.due and len(of) > 1 else []
    return "; ".join([*due, *(words.format(count) for count, words in counted if count > 0)])


def _row(number: int, one: UnitStatus, group: str) -> tuple[Value, ...]:
    there = one.state != "missing"
    return (
        number,
        one.unit.words,
        group,
        STATE_WORDS[one.state],
        one.received,
        one.due,
        _days_late(one) or None,
        one.version or None,
        one.errors if there else None,
        one.warnings if there else None,
        one.file,
    )


def _doubts(collection: Collection, units: Sequence[UnitStatus]) -> Iterator[tuple[Value, ...]]:
    """Yield every error and warning but for what the first table says, file by file."""
    sent = {one.file: one.unit.words for one in units if one.file}
    said = (
        one
        for one in collection.diagnostics
        if one.severity is not Severity.INFO and one.code not in {"CN120", "CN121"}
    )
    for number, one in enumerate(said, start=1):
        place = one.location
        weight = "Lỗi" if one.severity is Severity.ERROR else "Cần xem"
        yield number, sent.get(place.file, ""), place.file, place.path, weight, one.code, one.vi
