"""Nam Định: what holds for every province, and what is its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import cchc_nam_dinh
from cchc import Registry, compose, load_plan, render
from cchc.testing import ProvinceContract

REGISTRY = Registry.of(cchc_nam_dinh)
PROVINCE = REGISTRY.province("nam-dinh")
EXAMPLE = Path(__file__).parents[3] / "examples" / "nam-dinh-2022.yaml"


class TestNamDinh(ProvinceContract):
    """The contract of the kit."""

    plugin = cchc_nam_dinh


def printed() -> str:
    """Return the example of the province as plain text, in the form that its code leads to."""
    return render(load_plan(EXAMPLE), "txt", registry=REGISTRY).decode("utf-8")


def test_the_example_finds_its_form() -> None:
    """Level, code and day of the plan lead to the template that was made from it."""
    plan = load_plan(EXAMPLE)

    assert compose(plan, registry=REGISTRY) == compose(plan, template="nam-dinh", registry=REGISTRY)


def test_the_province_ends_on_the_day_of_its_merger() -> None:
    """36 until 30 June 2025; tỉnh Ninh Bình, which it joined, is another province."""
    assert [PROVINCE.code(dt.date(2025, 6, 30)), PROVINCE.code(dt.date(2025, 7, 1))] == ["36", None]


def test_the_budget_goes_on_in_its_heading_and_duties_stand_under_each_body() -> None:
    """Short days in the opening, run-in budget, one heading for each body."""
    text = printed()

    assert "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ" in text
    assert "III. KINH PHÍ THỰC HIỆN: Lấy từ kinh phí thường xuyên" in text
    assert "4. Báo Nam Định, Đài Phát thanh và Truyền hình tỉnh" in text
