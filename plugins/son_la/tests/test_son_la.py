"""Sơn La: what holds for every province, and what is its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import cchc_son_la
from cchc import Registry, compose, load_plan, render
from cchc.testing import ProvinceContract

REGISTRY = Registry.of(cchc_son_la)
PROVINCE = REGISTRY.province("son-la")
EXAMPLE = Path(__file__).parents[3] / "examples" / "van-ho-2017.yaml"


class TestSonLa(ProvinceContract):
    """The contract of the kit."""

    plugin = cchc_son_la


def printed() -> str:
    """Return the example of the province as plain text, in the form that its code leads to."""
    return render(load_plan(EXAMPLE), "txt", registry=REGISTRY).decode("utf-8")


def test_the_example_finds_its_form() -> None:
    """Level, code and day of the plan lead to the template that was made from it."""
    plan = load_plan(EXAMPLE)

    assert compose(plan, registry=REGISTRY) == compose(plan, template="son-la-huyen", registry=REGISTRY)


def test_the_province_did_not_change() -> None:
    """14 before and after 1 July 2025."""
    assert [PROVINCE.code(dt.date(2017, 1, 13)), PROVINCE.code(dt.date(2027, 1, 1))] == ["14", "14"]


def test_duties_stand_under_each_body_in_dashes_and_plusses() -> None:
    """The audience among the aims, the time on its heading's line, two duties of one office."""
    text = printed()

    assert "3. Đối tượng tuyên truyền" in text
    assert "2. Thời gian thực hiện: Thường xuyên trong năm 2017." in text
    assert "- Phòng Nội vụ:" in text
    assert "+ Đánh giá kết quả thông tin, tuyên truyền CCHC" in text
