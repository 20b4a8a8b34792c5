"""The tests that plugins inherit: they pass for a good plugin, and each finds the fault that it is there for."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from cchc.errors import CchcError
from cchc.plugins import Agency, Document, Plan, Province, Section, Template, UnitSpan, hookimpl
from cchc.templates import TEMPLATES, compose_plan
from cchc.testing import ProvinceContract

PROVINCE = Province(
    key="son-la", name="Sơn La", spans=(UnitSpan(code="14"),), source="Nghị quyết 202/2025/QH15"
)
TEMPLATE = Template(
    key="son-la-thu",
    name="Thử",
    province="son-la",
    levels=("province", "commune"),
    source="Kế hoạch năm 2017",
    sections=(
        Section(role="contents", heading="NỘI DUNG"),
        Section(role="channels", heading="HÌNH THỨC"),
        Section(role="organisation", heading="TỔ CHỨC THỰC HIỆN"),
    ),
)


class _Plugin:
    def __init__(self, province: Province, template: Template) -> None:
        self.province, self.template = province, template

    @hookimpl
    def cchc_provinces(self) -> tuple[Province, ...]:
        return (self.province,)

    @hookimpl
    def cchc_templates(self) -> tuple[Template, ...]:
        return (self.template,)


class TestGood(ProvinceContract):
    """A small plugin that is in order."""

    plugin = _Plugin(PROVINCE, TEMPLATE)


def _without_parts(plan: Plan, _: Template) -> Document:
    assert plan.date is not None
    return compose_plan(attrs.evolve(plan, parts=(), annex=False), TEMPLATES[0], on=plan.date)


def _no_document(_: Plan, __: Template) -> Any:
    return None


AGENCY = Agency(key="la", name="Lạ", level="province", unit="99999", source="thử 1")
FAULTS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "test_nothing_of_it_fails": ({}, {"key": "standard"}),
    "test_codes_are_those_of_the_province": ({"spans": (UnitSpan(code="01"),)}, {}),
    "test_agencies_are_of_units_that_exist": ({"agencies": (AGENCY,)}, {}),
    "test_sources_are_stated": ({}, {"source": "nghe nói"}),
    "test_every_template_serves_somebody": ({"spans": ()}, {}),
    "test_templates_place_every_word": ({}, {"compose": _without_parts}),
    "test_templates_render_in_every_format": ({}, {"compose": _no_document}),
    "test_it_gives_a_province_with_templates": ({}, {"province": ""}),
    "test_a_plan_finds_its_template": ({"spans": (UnitSpan(code="99"),)}, {}),
}


@pytest.mark.parametrize("test", FAULTS)
def test_a_fault_is_found(test: str) -> None:
    """The test that is there for a fault fails on a plugin that has it."""
    of_province, of_template = FAULTS[test]

    class Faulty(ProvinceContract):
        plugin = _Plugin(attrs.evolve(PROVINCE, **of_province), attrs.evolve(TEMPLATE, **of_template))

    with pytest.raises((AssertionError, CchcError, AttributeError)):
        getattr(Faulty(), test)()
