"""Cần Thơ: what holds for every province, and what is its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import cchc_can_tho
from cchc import Registry, compose, load_plan, render
from cchc.testing import ProvinceContract

REGISTRY = Registry.of(cchc_can_tho)
PROVINCE = REGISTRY.province("can-tho")
EXAMPLE = Path(__file__).parents[3] / "examples" / "can-tho-2014.yaml"


class TestCanTho(ProvinceContract):
    """The contract of the kit."""

    plugin = cchc_can_tho


def printed() -> str:
    """Return the example of the province as plain text, in the form that its code leads to."""
    return render(load_plan(EXAMPLE), "txt", registry=REGISTRY).decode("utf-8")


def test_the_example_finds_its_form() -> None:
    """Level, code and day of the plan lead to the template that was made from it."""
    plan = load_plan(EXAMPLE)

    assert compose(plan, registry=REGISTRY) == compose(plan, template="can-tho-2013", registry=REGISTRY)


def test_the_city_kept_its_code_when_two_provinces_joined_it() -> None:
    """92 before and after 1 July 2025."""
    assert [PROVINCE.code(dt.date(2013, 12, 24)), PROVINCE.code(dt.date(2025, 7, 1))] == ["92", "92"]


def test_channels_stand_in_labelled_lines_with_letters() -> None:
    """a) time, b) who leads, c) with whom, d) what about; days of bases are written out."""
    text = printed()

    assert "3. Đối thoại trực tiếp của doanh nghiệp với lãnh đạo các ngành, các cấp" in text
    assert "a) Thời gian thực hiện: Mỗi quý một lần trong năm 2014." in text
    assert "b) Cơ quan chủ trì: Sở Kế hoạch và Đầu tư." in text
    assert "d) Nội dung: Lắng nghe" in text
