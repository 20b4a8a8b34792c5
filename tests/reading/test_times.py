"""Times and quantities in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from cchc.model import Month, Schedule
from cchc.reading._times import quantity_of, schedule_of


def month(number: int, year: int = 2022) -> Month:
    """Return a month of the plan's year."""
    return Month(year=year, month=number)


SCHEDULES = {
    "Mỗi tháng hai kỳ trong năm 2022": {"kind": "recurring", "every": "month", "times": 2},
    "Mỗi quý một lần": {"kind": "recurring", "every": "quarter", "times": 1},
    "02 lần/tuần": {"kind": "recurring", "every": "week", "times": 2},
    "Hằng tuần": {"kind": "recurring", "every": "week"},
    "Hàng quý": {"kind": "recurring", "every": "quarter"},
    "Định kỳ 06 tháng": {"kind": "recurring", "every": "half_year"},
    "Bắt đầu từ tháng 04 năm 2022 và kết thúc vào tháng 10 năm 2022": {"kind": "range", "start": month(4), "end": month(10)},
    "Từ tháng 4 đến tháng 10 năm 2021": {"kind": "range", "start": month(4, 2021), "end": month(10, 2021)},
    "Bắt đầu từ tháng 04": {"kind": "range", "start": month(4)},
    "Đến hết ngày 30/11/2022": {"kind": "range", "end": dt.date(2022, 11, 30)},
    "Trước ngày 15 tháng 12 năm 2022": {"kind": "once", "end": dt.date(2022, 12, 15)},
    "Chậm nhất tháng 6 năm 2022": {"kind": "once", "end": month(6)},
    "Tháng 04 và tháng 08 năm 2022": {"kind": "months", "months": (4, 8)},
    "Tháng 3, 6, 9 và 12": {"kind": "months", "months": (3, 6, 9, 12)},
    "Quý II/2022": {"kind": "range", "start": month(4), "end": month(6)},
    "Quý I và Quý III": {"kind": "months", "months": (1, 2, 3, 7, 8, 9)},
    "Tháng 09 năm 2022": {"kind": "once", "start": month(9)},
    "Ngày 05/3/2022": {"kind": "once", "start": dt.date(2022, 3, 5)},
    "Thường xuyên trong năm 2022": {"kind": "all_year"},
    "Cả năm": {"kind": "all_year"},
    "Năm 2022": {"kind": "all_year"},
    "Theo quy định": {"kind": "words"},
    "Khi có yêu cầu của cấp trên": {"kind": "words"},
    "Tháng 13": {"kind": "words"},
}  # fmt: skip


@pytest.mark.parametrize("words", SCHEDULES)
def test_a_time_in_words_is_understood(words: str) -> None:
    """Fields that can be reckoned with, and the words as they stand."""
    expected = Schedule(words=words, **SCHEDULES[words])  # type: ignore[arg-type]

    assert expected == schedule_of(words + ".", 2022)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thực hiện ít nhất 03 tiểu phẩm tuyên truyền", (3, "tiểu phẩm", True)),
        ("in 1.500 tờ rơi", (1500, "tờ rơi", False)),
        ("tối thiểu 12 tin, bài mỗi quý", (12, "tin, bài", True)),
        ("đạt 2,5 lượt", (Decimal("2.5"), "lượt", False)),
        ("ngày 14/02/2022", None),
        ("mức độ 3, mức độ 4", None),
        ("cả 02 phía: cơ quan nhà nước và công dân", None),
    ],
)
def test_a_quantity_in_a_sentence_is_found(words: str, expected: tuple[object, ...] | None) -> None:
    """Only what plans count is a quantity; other numbers are not."""
    found = quantity_of(words)

    assert expected == (found and (found.number, found.unit, found.at_least))
