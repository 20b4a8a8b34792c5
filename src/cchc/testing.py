"""Tests that the plugin of a province inherits, so that its author writes none of them.

A complete test file::

    import cchc_can_tho
    from cchc.testing import ProvinceContract


    class TestCanTho(ProvinceContract):
        plugin = cchc_can_tho

pytest runs every test of the class. No test reads what else is installed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

import cchc
from cchc.model import Body, LegalBasis, Level, Plan, assignments, channels
from cchc.plugins import Province, Registry, Template
from cchc.templates import start_plan
from cchc.text import fold

__all__ = ["PluginContract", "ProvinceContract"]

_ANY_DAY = dt.date(2026, 1, 1)
_ONE_DAY = dt.timedelta(days=1)


class PluginContract:
    """What holds for every plugin. Subclasses set *plugin*, the object that the entry point names."""

    plugin: ClassVar[object]

    def registry(self) -> Registry:
        """Return a registry of the plugin and the built-ins."""
        return Registry.of(self.plugin)

    def test_nothing_of_it_fails(self) -> None:
        """Its hooks have the right names, raise nothing, give the right records, and claim no key of the built-ins."""
        failures = self.registry().failures

        assert failures == (), "\n".join(failure.line("en") for failure in failures)

    def test_it_gives_something(self) -> None:
        """It gives at least one record."""
        gives = self.registry().plugins[-1].gives

        assert any(gives.values())


class ProvinceContract(PluginContract):
    """What holds for the plugin of a province: its codes exist, its templates say their source and render every plan."""

    def test_it_gives_a_province_with_templates(self) -> None:
        """It gives at least one province, and each of its templates is for one of its provinces."""
        registry = self.registry()
        keys = {province.key for province in registry.provinces}

        assert keys
        assert self.templates(registry)
        assert {template.province for template in self.templates(registry)} <= keys

    def test_codes_are_those_of_the_province(self) -> None:
        """On the first and the last day of each span the tables know the code, as a province with that name."""
        registry = self.registry()
        for province in registry.provinces:
            for span in province.spans:
                for day in _days(span.since, span.until):
                    unit = registry.knowledge.unit(span.code, day)

                    assert unit is not None, f"{province.key}: no unit has the code {span.code} on {day}"
                    assert (unit.level, unit.name) == ("province", province.name)

    def test_agencies_are_of_units_that_exist(self) -> None:
        """An agency that names a unit names one that the tables have had."""
        registry = self.registry()
        for province in registry.provinces:
            for agency in province.agencies:
                assert not agency.unit or registry.knowledge.unit_history(agency.unit), agency.key

    def test_sources_are_stated(self) -> None:
        """Every province and template says where it was taken from, with the number or the year of a document."""
        registry = self.registry()
        records: list[Province | Template] = [*registry.provinces, *self.templates(registry)]
        for record in records:
            assert any(letter.isdigit() for letter in record.source), f"{record.key}: {record.source!r}"

    def test_every_template_serves_somebody(self) -> None:
        """There is a day on which the template serves and the province has a code."""
        registry = self.registry()
        for template in self.templates(registry):
            province = registry.province(template.province)

            assert _day(template, province) is not None, template.key

    def test_templates_place_every_word(self) -> None:
        """A plan in the form of the template loses no word, no channel and no duty on its way to the page."""
        registry = self.registry()
        for template, plan in self.plans(registry):
            document = cchc.compose(plan, template=template.key, registry=registry)
            text = fold(cchc.render(document, "txt", registry=registry).decode("utf-8"))
            said = [channel.name for channel in channels(plan)] + [duty.task for duty in assignments(plan)]

            assert document.diagnostics == ()
            assert [words for words in said if _kernel(words) not in text] == [], template.key

    def test_templates_render_in_every_format(self) -> None:
        """A plan of each level that a template serves renders in every format, twice to the same bytes."""
        registry = self.registry()
        for template, plan in self.plans(registry):
            document = cchc.compose(plan, template=template.key, registry=registry)
            for writer in registry.formats:
                written = cchc.render(document, writer.key, registry=registry)

                assert written
                assert written == cchc.render(document, writer.key, registry=registry), writer.key

    def test_a_plan_finds_its_template(self) -> None:
        """A plan of the province that names no template gets one of this plugin that serves its level and day."""
        registry = self.registry()
        for _, plan in self.plans(registry):
            found = cchc.compose(plan, registry=registry)
            assert plan.date is not None
            fitting = [one.key for one in self.templates(registry) if one.serves(plan.level, plan.date)]

            assert found in [cchc.compose(plan, template=key, registry=registry) for key in fitting]

    def templates(self, registry: Registry) -> tuple[Template, ...]:
        """Return the templates of the plugin, without the built-in ones."""
        return tuple(template for template in registry.templates if template.province)

    def plans(self, registry: Registry) -> Iterator[tuple[Template, Plan]]:
        """Yield a plan of each level that a template serves: a draft of the template's own, and one with all in it."""
        for template in self.templates(registry):
            province = registry.province(template.province)
            day = _day(template, province)
            for level in template.levels if day else ():
                assert day is not None
                draft = _plan(template, province, level, day)
                yield template, draft
                yield template, attrs.evolve(draft, number="7", symbol=draft.symbol or "KH-SNV", kind="QĐ")


def _days(since: dt.date | None, until: dt.date | None) -> tuple[dt.date, ...]:
    """Return the first and the last day of a stretch of time, or any day of one without ends."""
    ends = (since, until and until - _ONE_DAY)
    return tuple(day for day in ends if day) or (_ANY_DAY,)


def _day(template: Template, province: Province) -> dt.date | None:
    """Return a day on which the template serves and the province is there."""
    days = _days(template.since, template.until)
    for span in province.spans:
        days += _days(span.since, span.until)
    serving = (day for day in days if template.serves(template.levels[0], day))
    return next((day for day in serving if province.code(day)), None)


def _plan(template: Template, province: Province, level: Level, day: dt.date) -> Plan:
    committee = Body(words=f"UBND tỉnh {province.name}", code=province.code(day))
    draft = start_plan(
        template,
        id="ke-hoach",
        year=day.year,
        level=level,
        issuer=committee if level == "province" else Body(words="Cơ quan ban hành"),
        parent_body=None if level == "province" else committee,
        place=province.name,
        bases=(
            LegalBasis(
                kind="Nghị quyết",
                number="01/NQ-CP",
                date=dt.date(2011, 1, 9),
                issuer="Chính phủ",
                title="về cải cách",
            ),
        ),
        lead=Body(words="Sở Nội vụ"),
    )
    return attrs.evolve(draft, date=day)


def _kernel(words: str) -> str:
    """Return the words without their first letter, which a sentence may write small."""
    return fold(words)[1:]
