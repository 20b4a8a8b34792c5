"""Which figures a form asks for: those of the plan, of its province, of the regime, of anybody, the nearest alone."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

import cchc
from cchc.errors import ConflictError, ModelError
from cchc.model import Body, Indicator
from cchc.plugins import Facts, IndicatorSet, Knowledge, Province, Registry, UnitSpan, hookimpl
from cchc.reporting import INDICATORS, Forms
from tests.reporting.sample import PLAN, VAN_HO, filled

NONE = attrs.evolve(PLAN, indicators=())


def figure(id_: str) -> Indicator:
    """Return an indicator."""
    return Indicator(id=id_, name=f"Chỉ tiêu {id_}", unit="cái", adds="last", evidence="danh mục")


def a_set(id_: str, **bound: object) -> IndicatorSet:
    """Return a set of one indicator."""
    return IndicatorSet(indicators=(figure(id_),), source=f"công văn {id_}", **bound)  # type: ignore[arg-type]


class Plugin:
    """What a province's plugin gives."""

    @hookimpl
    def cchc_provinces(self) -> tuple[Province, ...]:
        """Give the province."""
        return (Province(key="tinh-x", name="X", spans=(UnitSpan(code="14"),), source="danh mục"),)

    @hookimpl
    def cchc_facts(self) -> tuple[Facts, ...]:
        """Give its figures: for one regime, for any other, and for the plans of one year before."""
        return (
            Facts(
                indicator_sets=(
                    a_set("tinh-cchc", province="tinh-x", regime="cchc", since=dt.date(2027, 1, 1)),
                    a_set("tinh", province="tinh-x"),
                    a_set("che-do", regime="cchc"),
                )
            ),
        )


REGISTRY = Registry.of(Plugin())


@pytest.mark.parametrize(
    ("changes", "regime", "expected"),
    [
        ({"indicators": (figure("ke-hoach"),)}, "cchc", ["ke-hoach"]),
        ({}, "cchc", ["tinh-cchc"]),
        ({}, "dinh-ky", ["tinh"]),
        ({"date": dt.date(2026, 12, 20)}, "cchc", ["tinh"]),
        ({"issuer": Body(words="UBND xã Vân Hồ, tỉnh Sơn La")}, "cchc", ["tinh-cchc"]),
        (
            {"issuer": Body(words="Sở Nội vụ"), "parent_body": Body(words="UBND tỉnh Sơn La")},
            "cchc",
            ["tinh-cchc"],
        ),
        ({"issuer": Body(words="UBND thành phố Cần Thơ")}, "cchc", ["che-do"]),
        ({"issuer": Body(words="UBND thành phố Cần Thơ")}, "dinh-ky", [one.id for one in INDICATORS]),
    ],
)
def test_the_nearest_set_counts_alone(changes: dict[str, object], regime: str, expected: list[str]) -> None:
    """Plan, province and regime, province, regime, anybody; by the day of the plan."""
    assert REGISTRY.failures == ()
    forms = Forms(attrs.evolve(NONE, **changes), "2027-Q1", REGISTRY.knowledge, regime=regime)

    assert [one.id for one in forms.indicators] == expected


def test_a_province_asks_for_its_own_figures_from_form_to_report() -> None:
    """A form asks for it with its unit and what proves it, and the report names it and adds it up as it says."""
    form = cchc.make_form(NONE, VAN_HO, "2027-Q1", registry=REGISTRY)
    got = cchc.collect_forms(
        NONE, "2027-Q1", [VAN_HO], [filled(form, {"sl_tinh_cchc": 7})], registry=REGISTRY
    )

    assert [(one.indicator, one.value) for one in got.reports[0].figures] == [("tinh-cchc", 7)]
    assert "tinh-cchc" in REGISTRY.plugins[-1].gives["cchc_facts"]


def test_two_sets_for_one_province_and_regime_are_a_conflict() -> None:
    """It names the sources of both; sets that follow one another are none."""
    first = a_set("mot", regime="cchc", until=dt.date(2027, 1, 1))
    Knowledge.core().extended(
        [Facts(indicator_sets=(first, a_set("hai", regime="cchc", since=dt.date(2027, 1, 1))))]
    )

    with pytest.raises(ConflictError, match="công văn hai"):
        Knowledge.core().extended([Facts(indicator_sets=(first, a_set("hai", regime="cchc")))])


def test_a_set_names_whom_it_is_for() -> None:
    """Figures for anybody have their own place."""
    with pytest.raises(ModelError, match="regime"):
        a_set("mot")
