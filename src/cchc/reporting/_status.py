"""Who has reported, as a document that every format writes (*tình hình gửi báo cáo*)."""

from __future__ import annotations

import datetime as dt
from collections import Counter

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
    Table,
    Title,
    Value,
    standard_on,
)
from cchc.model import Plan
from cchc.reporting._collect import Collection, UnitStatus
from cchc.reporting._periods import Period
from cchc.text import short_date

__all__ = ["STATE_WORDS", "status_document"]

#: States of a return as an officer reads them.
STATE_WORDS = {
    "reported": "Đã gửi",
    "late": "Gửi muộn",
    "doubtful": "Đã gửi, cần làm rõ",
    "missing": "Chưa gửi",
}

_COLUMNS = (
    SheetColumn(key="tt", title="TT", kind="integer", width=5),
    SheetColumn(key="unit", title="Đơn vị", width=40),
    SheetColumn(
        key="state", title="Tình trạng", kind="choice", width=20, choices=tuple(STATE_WORDS.values())
    ),
    SheetColumn(key="received", title="Ngày nhận", kind="date", width=13),
    SheetColumn(key="due", title="Hạn gửi", kind="date", width=13),
    SheetColumn(key="version", title="Lần gửi", kind="integer", width=9),
    SheetColumn(key="errors", title="Ô lỗi", kind="integer", width=9),
    SheetColumn(key="warnings", title="Ô cần xem", kind="integer", width=9),
    SheetColumn(key="file", title="Tệp", width=36),
)


def status_document(collection: Collection, plan: Plan, period: Period) -> Document:
    """Return the table of who has reported, with the counts above it."""
    counts = Counter[str](one.state for one in collection.status)
    said = ", ".join(f"{words.lower()} {counts[key]}" for key, words in STATE_WORDS.items() if counts[key])
    title = f"Tình hình gửi báo cáo {period.name}"
    table = Table(
        description=title,
        columns=(
            Column(title="TT", share=6, align="center"),
            Column(title="Đơn vị", share=44),
            Column(title="Tình trạng", share=24),
            Column(title="Ngày nhận", share=13, align="center"),
            Column(title="Hạn gửi", share=13, align="center"),
        ),
        rows=tuple(
            (
                Cell(text=str(number)),
                Cell(text=one.unit.words),
                Cell(text=STATE_WORDS[one.state]),
                Cell(text=short_date(one.received) if one.received else ""),
                Cell(text=short_date(one.due) if one.due else ""),
            )
            for number, one in enumerate(collection.status, start=1)
        ),
    )
    intro = Paragraph(
        runs=(Run(f"Tổng số {len(collection.status)} đơn vị: {said or 'chưa có đơn vị nào'}."),)
    )
    return Document(
        standard=standard_on(period.end or period.due or dt.date(plan.year, 12, 31)),
        properties=Properties(
            title=title, subject=plan.subject, creator=plan.issuer.words, date=None, keywords=(period.id,)
        ),
        sections=(Section(blocks=(Title(kind="TÌNH HÌNH GỬI BÁO CÁO", subject=period.name), intro, table)),),
        sheets=(
            Sheet(
                key="status",
                title="Tình hình gửi báo cáo",
                columns=_COLUMNS,
                rows=tuple(_row(number, one) for number, one in enumerate(collection.status, start=1)),
            ),
        ),
    )


def _row(number: int, one: UnitStatus) -> tuple[Value, ...]:
    return (
        number,
        one.unit.words,
        STATE_WORDS[one.state],
        one.received,
        one.due,
        one.version or None,
        one.errors,
        one.warnings,
        one.file,
    )
