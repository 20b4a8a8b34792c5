"""A clean form has no findings; each single thing that is wrong with one gives its own code at its place, and no other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.model import Body, Report
from cchc.reporting import Collection, Forms, Return, collect
from tests.reporting.sample import KNOWLEDGE, NOI_VU, PLAN, VAN_HO, filled

FORMS, QUARTER = Forms(PLAN, "2027-H1", KNOWLEDGE), Forms(PLAN, "2027-Q1", KNOWLEDGE)
FORM = FORMS.make(VAN_HO)
DUE = dt.date(2027, 6, 15)
CELLS: dict[str, Any] = {
    "nguoi_lap": "Lò Văn A",
    "ngay_lap": dt.date(2027, 6, 14),
    "sl_tin_bao": 12,
    "sl_tin_cong": 30,
    "sl_hoi_nghi": 4,
    "sl_hai_long": 92.5,
    "sl_nguoi_theo_doi": 1500,
    "cong_1": 42,
    "tong_not_started": 0,
    "tong_ongoing": 1,
    "tong_done": 2,
    "tong_late": 0,
    "tong_dropped": 0,
    "nv_truyen_thanh_tt": "Hoàn thành",
    "nv_ke_hoach_tt": "Hoàn thành",
    "nv_bao_cao_tt": "Đang thực hiện",
    "nv_bao_cao_kq": "Đã gửi báo cáo quý I",
    "yk_kho_khan": "Thiếu kinh phí",
}
BEFORE = collect(
    QUARTER,
    [VAN_HO],
    [Return(filled(QUARTER.make(VAN_HO), {"sl_tin_bao": 5, "sl_hoi_nghi": 4}), name="q1.xlsx")],
)
EARLIER = Report(returns=BEFORE.reports)


def clean(cells: dict[str, Any] | None = None, **more: Any) -> bytes:
    """Return the form filled in, with these cells in place of its own."""
    return filled(FORM, CELLS | (cells or {}), **more)


def found(*returns: Return, units: tuple[Body, ...] = (VAN_HO,)) -> Collection:
    """Return what is collected from some files."""
    return collect(FORMS, units, returns, previous=EARLIER, knowledge=KNOWLEDGE)


def said(got: Collection) -> list[tuple[str, str, str]]:
    """Return code, file and cell of every finding."""
    return [(one.code, one.location.file, one.location.path) for one in got.diagnostics]


def a_return(data: bytes, name: str = "a.xlsx", day: dt.date = DUE) -> Return:
    """Return a file that came on a day."""
    return Return(data, day, name=name)


def test_a_clean_form_has_no_findings() -> None:
    """On its last day, with totals that add up and figures that grew."""
    got = found(a_return(clean()))

    assert said(got) == []
    assert got.status[0].state == "reported"


def write(sheet: str, cell: str, value: object) -> Callable[[openpyxl.Workbook], None]:
    """Return a hand that writes into one cell."""

    def act(book: openpyxl.Workbook) -> None:
        book[sheet][cell] = value

    return act


@pytest.mark.parametrize(
    ("cells", "act", "code", "place"),
    [
        ({"sl_hoi_nghi": "nhiều"}, None, "CN140", "Số liệu!D6"),
        ({"sl_hoi_nghi": "4 cuộc"}, None, "CN141", "Số liệu!D6"),
        ({"sl_nguoi_theo_doi": "1,500"}, None, "CN142", "Số liệu!D8"),
        ({"sl_nguoi_theo_doi": -3}, None, "CN143", "Số liệu!D8"),
        ({"sl_hai_long": 925}, None, "CN143", "Số liệu!D7"),
        ({"sl_nguoi_theo_doi": dt.date(2027, 5, 1)}, None, "CN144", "Số liệu!D8"),
        ({"sl_nguoi_theo_doi": "=1+1"}, None, "CN145", "Số liệu!D8"),
        ({"sl_nguoi_theo_doi": None}, None, "CN146", ""),
        ({"sl_hai_long": 0.925}, None, "CN147", "Số liệu!D7"),
        ({"cong_1": 43}, None, "CN150", "Số liệu!D10"),
        ({"tong_done": 3}, None, "CN150", "Nhiệm vụ!F10"),
        ({"sl_tin_bao": 4, "cong_1": 34}, None, "CN151", "Số liệu!D4"),
        ({"nv_bao_cao_tt": "Chậm", "tong_ongoing": 0, "tong_late": 1}, None, "CN152", "Nhiệm vụ!F6"),
        ({"nv_bao_cao_tt": "gần xong", "tong_ongoing": 0}, None, "CN154", "Nhiệm vụ!F6"),
        ({"ngay_lap": "14/6/2027"}, None, "CN160", "Bìa!B15"),
        ({}, write("Số liệu", "B6", "Họp"), "CN130", "Số liệu!B6"),
        ({}, write("Bìa", "B4", "UBND xã Khác"), "CN130", "Bìa!B4"),
        ({}, write("Số liệu", "C5", None), "CN130", "Số liệu!C5"),
        ({}, write("Ý kiến", "F9", "xem công văn"), "CN134", "Ý kiến!F9"),
    ],
)
def test_one_wrong_cell(
    cells: dict[str, Any], act: Callable[[openpyxl.Workbook], None] | None, code: str, place: str
) -> None:
    """One finding, with file, sheet and cell."""
    assert said(found(a_return(clean(cells, then=act)))) == [(code, "a.xlsx", place)]


def test_one_missing_return() -> None:
    """The unit is named."""
    assert said(found(a_return(clean()), units=(VAN_HO, NOI_VU))) == [("CN120", "", "Sở Nội vụ")]


def test_one_late_return() -> None:
    """A day is enough."""
    assert said(found(a_return(clean(), day=DUE + dt.timedelta(1)))) == [("CN121", "a.xlsx", "")]


def test_one_return_sent_twice() -> None:
    """The file that does not count is named."""
    assert said(found(a_return(clean()), a_return(clean(), "b.xlsx"))) == [("CN122", "a.xlsx", "")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (Forms(attrs.evolve(PLAN, id="khac"), "2027-H1", KNOWLEDGE).make(VAN_HO), "CN111"),
        (QUARTER.make(VAN_HO), "CN112"),
        (FORMS.make(NOI_VU), "CN113"),
    ],
)
def test_one_foreign_return(data: bytes, code: str) -> None:
    """Another plan, another period, a unit that nobody asked."""
    assert said(found(a_return(clean()), a_return(data, "b.xlsx"))) == [(code, "b.xlsx", "")]


class TestEveryCellThatFellOrDoesNotAddUpIsFound:
    """For any figures, exactly those that are wrong are said."""

    @given(
        figures=st.tuples(st.integers(0, 9), st.integers(0, 99), st.integers(0, 9)), off=st.integers(-3, 3)
    )
    @settings(max_examples=25)
    def test_any_figures(self, figures: tuple[int, int, int], off: int) -> None:
        """Of the two that were reported before, those that are less; of the sum, that it is another."""
        press, portal, meetings = figures
        cells = {
            "sl_tin_bao": press,
            "sl_tin_cong": portal,
            "sl_hoi_nghi": meetings,
            "cong_1": press + portal + off,
        }
        wrong = [
            *(("CN150", "a.xlsx", "Số liệu!D10") for _ in range(off != 0)),
            *(("CN151", "a.xlsx", "Số liệu!D4") for _ in range(press < 5)),
            *(("CN151", "a.xlsx", "Số liệu!D6") for _ in range(meetings < 4)),
        ]

        assert said(found(a_return(clean(cells)))) == wrong
