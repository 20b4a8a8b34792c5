"""Times and quantities in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from cchc.model import Month, Schedule
from cchc.reading._phrases import schedule_in
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
    "Tháng 01/2022 và tháng 7/2022": {"kind": "months", "months": (1, 7)},
    "Tháng 11/2022 và tháng 02/2023": {"kind": "words"},
    "Tháng 3, 02 buổi": {"kind": "once", "start": month(3)},
    "01 hội nghị/năm, hoàn thành trước ngày 30/6/2022": {
        "kind": "recurring", "every": "year", "times": 1, "end": dt.date(2022, 6, 30),
    },
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
    "15/3 – 30/4/2022": {"kind": "range", "start": dt.date(2022, 3, 15), "end": dt.date(2022, 4, 30)},
    "Từ 01/9 đến hết ngày 20/9": {"kind": "range", "start": dt.date(2022, 9, 1), "end": dt.date(2022, 9, 20)},
    "Từ ngày 05 đến ngày 25/6/2022": {"kind": "range", "start": dt.date(2022, 6, 5), "end": dt.date(2022, 6, 25)},
    "Tháng 4 đến tháng 12": {"kind": "range", "start": month(4), "end": month(12)},
    "Từ tháng 11 năm 2022 đến tháng 02 năm 2023": {"kind": "range", "start": month(11), "end": month(2, 2023)},
    "Tháng 10, 11/2022": {"kind": "months", "months": (10, 11)},
    "Tháng 8, 9/2023": {"kind": "range", "start": month(8, 2023), "end": month(9, 2023)},
    "Phát động 15/4; tổng kết, trao giải ngày 20/11/2022": {"kind": "range", "start": dt.date(2022, 4, 15), "end": dt.date(2022, 11, 20)},
    "Trước 16 giờ 30 phút, ngày 10/5/2022": {"kind": "once", "end": dt.date(2022, 5, 10)},
    "Ngày 05 và ngày 20 hằng tháng": {"kind": "recurring", "every": "month"},
    "Thứ Ba, thứ Năm hằng tuần": {"kind": "recurring", "every": "week"},
    "Định kỳ quý, 6 tháng, 9 tháng, 01 năm": {"kind": "recurring", "every": "quarter"},
    "Ba tháng một kỳ": {"kind": "recurring", "every": "quarter", "times": 1},
    "Hai tháng một số": {"kind": "words"},
    "31/11 - 05/12": {"kind": "words"},
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


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Treo băng rôn từ 01/9 đến hết ngày 20/9 tại chợ", "từ 01/9 đến hết ngày 20/9"),
        ("Tổ chức hội thi từ ngày 05 đến ngày 25/6/2022", "từ ngày 05 đến ngày 25/6/2022"),
        ("Chiếu phim, bắt đầu từ tháng 3, kết thúc trong tháng 11", "bắt đầu từ tháng 3, kết thúc trong tháng 11"),
        ("Gửi kết quả trước 17 giờ ngày 15/7/2022 về Phòng", "trước 17 giờ ngày 15/7/2022"),
        ("Phiên giao dịch: ngày 10 và 25 hằng tháng", "ngày 10 và 25 hằng tháng"),
        ("Phát hành bản tin ba tháng một số", "ba tháng một số"),
        ("Chạy chữ trên màn hình, tháng 4 đến tháng 9", "tháng 4 đến tháng 9"),
    ],
)  # fmt: skip
def test_a_time_among_other_words_is_found(sentence: str, words: str) -> None:
    """All of it, with both its ends."""
    found = schedule_in(sentence, 2022)

    assert found is not None
    assert words == found.words
