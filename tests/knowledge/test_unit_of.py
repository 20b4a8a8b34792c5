"""Whose plan it is: the unit of the issuer, or of the body above."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from cchc.knowledge import Knowledge
from cchc.model import Body, Plan

CORE = Knowledge.core()
ON = dt.date(2026, 1, 1)
PLAN = Plan(id="mot", year=2026, level="commune", issuer=Body(words="Ban nào đó"), subject="Tuyên truyền")


@pytest.mark.parametrize(
    ("issuer", "above", "expected"),
    [
        (Body(words="UBND xã", code="04048"), Body(words="UBND tỉnh", code="14"), "04048"),
        (Body(words="UBND xã Vân Hồ"), Body(words="UBND tỉnh", code="14"), "04048"),
        (Body(words="UBND xã Vân Hồ, tỉnh Sơn La"), None, "04048"),
        (Body(words="Sở Nội vụ", code="so-noi-vu"), Body(words="UBND tỉnh", code="14"), "14"),
        (Body(words="Sở Nội vụ"), Body(words="UBND tỉnh Sơn La"), "14"),
        (Body(words="UBND xã", code="00000"), Body(words="UBND tỉnh", code="14"), "14"),
        (Body(words="Sở Nội vụ"), Body(words="Ủy ban nhân dân tỉnh"), None),
        (Body(words="Sở Nội vụ"), None, None),
    ],
)
def test_a_code_tells_else_a_name_else_the_body_above(
    issuer: Body, above: Body | None, expected: str | None
) -> None:
    """A code that nobody has on the day tells nothing."""
    unit = CORE.unit_of(attrs.evolve(PLAN, issuer=issuer, parent_body=above), ON)

    assert expected == (unit.code if unit else None)


def test_a_name_that_many_communes_have_is_that_below_the_body_above() -> None:
    """In each province the plan of "UBND xã Tân Lập" is that of its own commune of this name."""
    communes = CORE.units_named("xã Tân Lập", ON)
    provinces = [CORE.province_of(one.code, ON) for one in communes]
    found = []
    for province in provinces:
        assert province is not None
        above = Body(words=f"UBND {province.full_name}", code=province.code)
        issuer = Body(words="UBND xã Tân Lập")
        found.append(CORE.unit_of(attrs.evolve(PLAN, issuer=issuer, parent_body=above), ON))

    assert len(communes) > 2
    assert list(communes) == found
