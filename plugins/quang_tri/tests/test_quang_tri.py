"""Quảng Trị: what holds for every province, and what is its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import cchc_quang_tri
from cchc import Registry, compose, load_plan, render
from cchc.testing import ProvinceContract

REGISTRY = Registry.of(cchc_quang_tri)
PROVINCE = REGISTRY.province("quang-tri")
EXAMPLE = Path(__file__).parents[3] / "examples" / "khe-sanh-2022.yaml"


class TestQuangTri(ProvinceContract):
    """The contract of the kit."""

    plugin = cchc_quang_tri


def printed() -> str:
    """Return the example of the province as plain text, in the form that its code leads to."""
    return render(load_plan(EXAMPLE), "txt", registry=REGISTRY).decode("utf-8")


def test_the_example_finds_its_form() -> None:
    """Level, code and day of the plan lead to the template that was made from it."""
    plan = load_plan(EXAMPLE)

    assert compose(plan, registry=REGISTRY) == compose(plan, template="quang-tri-xa-2022", registry=REGISTRY)


def test_the_province_changed_its_code_with_the_merger() -> None:
    """45 until 30 June 2025, then 44, which had been Quảng Bình's."""
    assert [PROVINCE.code(dt.date(2025, 6, 30)), PROVINCE.code(dt.date(2025, 7, 1))] == ["45", "44"]


def test_contents_and_forms_are_bullets_under_their_headings() -> None:
    """Six contents, five forms, as the news item counts them."""
    contents, forms = printed().split("II. HÌNH THỨC TUYÊN TRUYỀN")
    forms = forms.split("III. TỔ CHỨC THỰC HIỆN")[0]

    assert (contents.split("I. NỘI DUNG TUYÊN TRUYỀN")[1].count("  - "), forms.count("  - ")) == (6, 5)
