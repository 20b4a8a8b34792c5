"""A plan with duties of every kind, its units, and a hand that fills in forms."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import openpyxl

from cchc.model import Assignment, Body, Channel, Indicator, Item, Plan, Quantity, UnitReport
from cchc.plugins import Registry

REGISTRY = Registry.of()
KNOWLEDGE = REGISTRY.knowledge

PLAN = Plan(
    id="son-la-2027",
    year=2027,
    level="province",
    issuer=Body(words="Ủy ban nhân dân tỉnh Sơn La", code="14"),
    subject="Tuyên truyền cải cách hành chính năm 2027",
    parts=(
        Item(
            role="channels",
            facts=(
                Channel(
                    id="truyen-thanh",
                    name="Phát trên hệ thống truyền thanh cơ sở",
                    lead=(Body(words="UBND các xã, phường", is_class=True),),
                    partners=(Body(words="Sở Văn hóa, Thể thao và Du lịch"),),
                    quantity=Quantity(number=12, unit="buổi", at_least=True),
                ),
                Channel(id="pano", name="Pano tại trung tâm xã", lead=(Body(words="Sở Nội vụ"),)),
                Assignment(
                    id="ke-hoach",
                    bodies=(Body(words="Các sở, ban, ngành"), Body(words="UBND các xã, phường")),
                    task="xây dựng kế hoạch của cơ quan, địa phương",
                ),
                Assignment(
                    id="bao-cao",
                    role="report",
                    bodies=(Body(words="UBND các xã, phường"),),
                    task="báo cáo kết quả hằng quý",
                    reports_to=Body(words="Sở Nội vụ"),
                ),
            ),
        ),
    ),
    indicators=(
        Indicator(id="tin-bao", name="Tin, bài trên báo", unit="tin, bài", evidence="danh mục"),
        Indicator(id="tin-cong", name="Tin, bài trên cổng", unit="tin, bài"),
        Indicator(id="hoi-nghi", name="Hội nghị", unit="cuộc"),
        Indicator(id="hai-long", name="Mức độ hài lòng", unit="%", adds="none"),
        Indicator(id="nguoi-theo-doi", name="Người theo dõi trang", unit="người", adds="last"),
    ),
)

VAN_HO = Body(words="UBND xã Vân Hồ", code="04048")
NOI_VU = Body(words="Sở Nội vụ", code="so-noi-vu")
UNITS = (VAN_HO, NOI_VU, Body(words="UBND xã Song Khủa"))


def filled(
    form: bytes, cells: Mapping[str, Any], *, then: Callable[[openpyxl.Workbook], None] | None = None
) -> bytes:
    """Return *form* with *cells* filled in by their names, as a program would that knows nothing of us."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    for name, value in cells.items():
        (sheet, cell) = next(iter(book.defined_names[name].destinations))
        book[sheet][cell.replace("$", "")] = value
    if then is not None:
        then(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


STATES = {
    "not_started": "Chưa thực hiện",
    "ongoing": "Đang thực hiện",
    "done": "Hoàn thành",
    "late": "Chậm",
    "dropped": "Không thực hiện",
}


def cells_of(report: UnitReport) -> dict[str, Any]:
    """Return what is to be filled in so that a form says *report*."""
    cells: dict[str, Any] = {"lan_gui": report.version}
    for figure in report.figures:
        value = figure.value
        cells[f"sl_{figure.indicator.replace('-', '_')}"] = (
            float(value) if isinstance(value, Decimal) else value
        )
    for one in report.progress:
        name = f"nv_{one.task.replace('-', '_')}"
        cells[f"{name}_tt"] = STATES[one.status]
        cells |= {f"{name}_kq": one.result, f"{name}_ld": one.reason, f"{name}_kc": one.evidence}
    for answer in report.texts:
        cells[f"yk_{answer.key.replace('-', '_')}"] = answer.words
    for number, words in enumerate(report.evidence, start=1):
        cells[f"tl_{number}"] = words
    return {name: value for name, value in cells.items() if value != ""}
