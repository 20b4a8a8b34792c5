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
from cchc.model import (
    Answer,
    Asked,
    Body,
    Channel,
    Figure,
    Indicator,
    Item,
    LegalBasis,
    Level,
    Plan,
    Progress,
    Quantity,
    Report,
    UnitReport,
    assignments,
    channels,
)
from cchc.plugins import Province, Registry, ReportTemplate, Template
from cchc.reporting import outcome_of
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
        assert {template.province for template in self.report_templates(registry)} <= keys

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
        records: list[Province | Template | ReportTemplate] = [
            *registry.provinces,
            *self.templates(registry),
            *self.report_templates(registry),
        ]
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

    def test_every_report_template_serves_somebody(self) -> None:
        """For each of its levels there is a period on whose last day it serves and the province has a code."""
        registry = self.registry()
        wanted = {(one.key, level) for one in self.report_templates(registry) for level in one.levels}

        assert wanted == {(one.key, report.plans[0].level) for one, report in self.reports(registry)}

    def test_report_templates_say_what_units_said(self) -> None:
        """Figures, who is missing, results, difficulties and proposals stand in the report, as they were written."""
        registry = self.registry()
        for template, report in self.reports(registry):
            text = cchc.render(report, "txt", template=template.key, registry=registry).decode("utf-8")
            said = " ".join(text.split())

            assert [words for words in _TOLD if words not in said] == [], template.key

    def test_report_templates_render_in_every_format(self) -> None:
        """Twice to the same bytes."""
        registry = self.registry()
        for template, report in self.reports(registry):
            document = cchc.compose(report, template=template.key, registry=registry)
            for writer in registry.formats:
                written = cchc.render(document, writer.key, registry=registry)

                assert written
                assert written == cchc.render(document, writer.key, registry=registry), writer.key

    def test_a_report_finds_its_template(self) -> None:
        """A report on a plan of the province gets one of this plugin that serves its level and day."""
        registry = self.registry()
        for _, report in self.reports(registry):
            level, day = report.plans[0].level, outcome_of(report, registry.knowledge).day
            fitting = [one.key for one in self.report_templates(registry) if one.serves(level, day)]
            found = cchc.compose(report, registry=registry)

            assert found in [cchc.compose(report, template=key, registry=registry) for key in fitting]

    def templates(self, registry: Registry) -> tuple[Template, ...]:
        """Return the templates of the plugin, without the built-in ones."""
        return tuple(template for template in registry.templates if template.province)

    def report_templates(self, registry: Registry) -> tuple[ReportTemplate, ...]:
        """Return the report templates of the plugin, without the built-in one."""
        return tuple(template for template in registry.report_templates if template.province)

    def reports(self, registry: Registry) -> Iterator[tuple[ReportTemplate, Report]]:
        """Yield a report at each level that a report template serves, on a day on which it does."""
        for template in self.report_templates(registry):
            province = registry.province(template.province)
            for level in template.levels:
                if (report := _report(template, province, level, registry)) is not None:
                    yield template, report

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


def _report(template: ReportTemplate, province: Province, level: Level, registry: Registry) -> Report | None:
    """Return a report of two units out of three for the first period that ends while the template serves."""
    ends = [
        template.since,
        template.until,
        *(day for span in province.spans for day in (span.since, span.until)),
    ]
    years = {day.year + more for day in ends if day for more in (-1, 0, 1)} | {_ANY_DAY.year}
    for period in (f"{year}-{part}" for year in sorted(years) for part in ("Q1", "Q3", "Q4")):
        # The days of a period do not depend on the plan, only on the level at which its office reports.
        plan = _reported(province, province.spans[0].code, level, int(period[:4]))
        asked = Asked(plan_id=plan.id, period=period, units=_UNITS)
        day = outcome_of(Report(plans=(plan,), asked=(asked,)), registry.knowledge).day
        if template.serves(level, day) and (code := province.code(day)):
            returns = tuple(
                UnitReport(
                    plan_id=plan.id,
                    unit=unit,
                    period=period,
                    figures=(Figure(indicator="tin-bai", value=617 * number),),
                    progress=(Progress(task="tin-bai", status="late", result=_TOLD[2], reason=_TOLD[3]),),
                    texts=(Answer(key="kho-khan", words=_TOLD[4]), Answer(key="kien-nghi", words=_TOLD[5])),
                )
                for number, unit in enumerate(_UNITS[:2], start=1)
            )
            plans = (_reported(province, code, level, int(period[:4])),)
            return Report(returns=returns, plans=plans, asked=(asked,))
    return None


_UNITS = (
    Body(words="Sở Nội vụ", code="so-noi-vu"),
    Body(words="Sở Tư pháp", code="so-tu-phap"),
    Body(words="Văn phòng chưa gửi"),
)
#: What a report must say: the sum of both units, who is missing, and what units wrote.
_TOLD = (
    "1.851",
    "Văn phòng chưa gửi",
    "Đã đăng tin trên cổng",
    "Chờ duyệt kinh phí",
    "Thiếu người làm chuyên trách",
    "Xin bổ sung kinh phí",
)


def _reported(province: Province, code: str, level: Level, year: int) -> Plan:
    committee = Body(words=f"UBND tỉnh {province.name}", code=code)
    channel = Channel(id="tin-bai", name="Tin, bài trên báo", quantity=Quantity(number=1200, unit="tin, bài"))
    return Plan(
        id="ke-hoach",
        year=year,
        level=level,
        issuer=committee if level == "province" else Body(words="Cơ quan ban hành"),
        parent_body=None if level == "province" else committee,
        symbol="KH-UBND",
        place=province.name,
        subject=f"Tuyên truyền cải cách hành chính năm {year}",
        parts=(Item(role="channels", facts=(channel,)),),
        indicators=(Indicator(id="tin-bai", name="Tin, bài", unit="tin, bài"),),
    )


def _kernel(words: str) -> str:
    """Return the words without their first letter, which a sentence may write small."""
    return fold(words)[1:]
