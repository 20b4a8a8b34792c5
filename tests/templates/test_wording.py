"""Facts in words: schedules, quantities, lists of bodies, duties."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from cchc.model import Assignment, Body, Channel, Month, Quantity, Schedule
from cchc.templates import TEMPLATES
from cchc.templates._wording import (
    bodies_words,
    channel_sentence,
    deadline,
    duty_sentence,
    number_words,
    quantity_words,
    schedule_words,
)

STANDARD = TEMPLATES[0]


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (Schedule(kind="once", start=Month(year=2027, month=9)), "Tháng 9 năm 2027"),
        (Schedule(kind="once", start=Month(year=2027, month=1)), "Tháng 01 năm 2027"),
        (Schedule(kind="once", start=dt.date(2027, 3, 5)), "Ngày 05 tháng 3 năm 2027"),
        (Schedule(kind="once", end=dt.date(2027, 12, 15)), "Chậm nhất ngày 15 tháng 12 năm 2027"),
        (
            Schedule(kind="range", start=Month(year=2027, month=4), end=Month(year=2027, month=10)),
            "Từ tháng 4 năm 2027 đến tháng 10 năm 2027",
        ),
        (Schedule(kind="range", start=Month(year=2027, month=4)), "Từ tháng 4 năm 2027"),
        (Schedule(kind="range", end=Month(year=2027, month=10)), "Đến hết tháng 10 năm 2027"),
        (Schedule(kind="months", months=(8,)), "Tháng 8 năm 2027"),
        (Schedule(kind="months", months=(2, 4, 8)), "Tháng 02, tháng 4 và tháng 8 năm 2027"),
        (Schedule(kind="recurring", every="week"), "Hằng tuần trong năm 2027"),
        (Schedule(kind="recurring", every="month", times=2), "Mỗi tháng hai lần trong năm 2027"),
        (Schedule(kind="recurring", every="quarter", times=1), "Mỗi quý một lần trong năm 2027"),
        (Schedule(kind="recurring", every="month", times=12), "Mỗi tháng 12 lần trong năm 2027"),
        (
            Schedule(kind="recurring", every="month", start=Month(year=2027, month=3)),
            "Hằng tháng, từ tháng 3 năm 2027",
        ),
        (Schedule(kind="all_year"), "Thường xuyên trong năm 2027"),
        (Schedule(words="Theo Kế hoạch của tỉnh"), "Theo Kế hoạch của tỉnh"),
        (Schedule(words="Mỗi tháng hai kỳ", kind="recurring", every="month", times=2), "Mỗi tháng hai kỳ"),
    ],
)
def test_a_schedule_is_written_in_the_style_of_the_field(schedule: Schedule, expected: str) -> None:
    """Words win; fields are written with the decree's rule on leading zeros."""
    assert expected == schedule_words(schedule, 2027)


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (None, None),
        (Schedule(words="khi cần"), None),
        (Schedule(kind="once", start=Month(year=2027, month=2)), dt.date(2027, 2, 28)),
        (Schedule(kind="once", start=dt.date(2027, 3, 5)), dt.date(2027, 3, 5)),
        (
            Schedule(kind="range", start=Month(year=2027, month=4), end=dt.date(2027, 6, 15)),
            dt.date(2027, 6, 15),
        ),
        (Schedule(kind="range", start=Month(year=2027, month=4)), dt.date(2027, 12, 31)),
        (Schedule(kind="months", months=(8, 4)), dt.date(2027, 8, 31)),
        (Schedule(kind="recurring", every="week"), dt.date(2027, 12, 31)),
        (Schedule(kind="all_year"), dt.date(2027, 12, 31)),
    ],
)
def test_a_deadline_is_the_last_day_of_a_schedule(
    schedule: Schedule | None, expected: dt.date | None
) -> None:
    """Only words leave the deadline open."""
    assert expected == deadline(schedule, 2027)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "00"), (3, "03"), (10, "10"), (1500, "1.500"), (1234567, "1.234.567"), (Decimal("2.5"), "2,5")],
)
def test_a_number_is_written_as_vietnamese_documents_print_it(number: int | Decimal, expected: str) -> None:
    """A point groups thousands, a comma begins the fraction, and one digit takes a zero."""
    assert expected == number_words(number)


def test_a_floor_is_said() -> None:
    """A quantity that is a floor says so."""
    assert "ít nhất 03 tiểu phẩm" == quantity_words(Quantity(number=3, unit="tiểu phẩm", at_least=True))


def test_a_name_with_a_comma_is_kept_together_by_semicolons() -> None:
    """A list stays readable when one of its names has a comma of its own."""
    plain = (Body(words="Sở Nội vụ"), Body(words="Sở Tư pháp"))
    comma = (Body(words="Sở Nội vụ"), Body(words="Sở Văn hóa, Thể thao và Du lịch"))

    assert "Sở Nội vụ, Sở Tư pháp" == bodies_words(plain)
    assert "Sở Nội vụ; Sở Văn hóa, Thể thao và Du lịch" == bodies_words(comma)


def test_a_channel_as_prose_says_every_field() -> None:
    """Each field of a channel stands in its sentence."""
    channel = Channel(
        id="x",
        name="Chuyên mục cải cách hành chính",
        schedule=Schedule(kind="recurring", every="month", times=2),
        quantity=Quantity(number=24, unit="số"),
        lead=(Body(words="Đài tỉnh"),),
        partners=(Body(words="Sở Nội vụ"),),
        audience="người dân",
        content="thủ tục",
        method="trực tiếp",
        budget="dự toán",
    )

    assert (
        "Chuyên mục cải cách hành chính; mỗi tháng hai lần trong năm 2027; 24 số; Đài tỉnh chủ trì, phối hợp với Sở Nội vụ. "
        "Đối tượng: người dân. Nội dung: thủ tục. Cách thức tổ chức: trực tiếp. Kinh phí thực hiện: dự toán."
    ) == channel_sentence(channel, STANDARD, 2027)


@pytest.mark.parametrize(
    ("duty", "expected"),
    [
        (
            {"role": "lead", "partners": (Body(words="Sở Tư pháp"),), "task": "Tổ chức tập huấn"},
            "Chủ trì, phối hợp với Sở Tư pháp tổ chức tập huấn.",
        ),
        ({"role": "lead", "task": "chủ trì biên soạn tài liệu"}, "Chủ trì biên soạn tài liệu."),
        (
            {"role": "partner", "partners": (Body(words="Sở Nội vụ"),), "task": "đưa tin"},
            "Phối hợp với Sở Nội vụ đưa tin.",
        ),
        ({"task": "đăng tin", "product": "12 tin"}, "Đăng tin; sản phẩm: 12 tin."),
        (
            {
                "role": "report",
                "task": "Tổng hợp kết quả",
                "reports_to": Body(words="UBND tỉnh"),
                "schedule": Schedule(kind="recurring", every="quarter"),
            },
            "Tổng hợp kết quả; báo cáo UBND tỉnh; thời gian thực hiện: hằng quý trong năm 2027.",
        ),
        (
            {
                "task": "Tổng hợp kết quả",
                "partners": (Body(words="Văn phòng UBND tỉnh"),),
                "reports_to": Body(words="UBND tỉnh"),
            },
            "Tổng hợp kết quả; phối hợp với Văn phòng UBND tỉnh; báo cáo UBND tỉnh.",
        ),
        ({"task": "UBND các xã niêm yết"}, "UBND các xã niêm yết."),
    ],
)
def test_a_duty_is_one_sentence(duty: dict[str, object], expected: str) -> None:
    """Role, partners, time, product and receiver stand in it, and nothing is said twice."""
    made = Assignment(id="x", bodies=(Body(words="Sở Nội vụ"),), **duty)  # type: ignore[arg-type]

    assert expected == duty_sentence(made, 2027)
