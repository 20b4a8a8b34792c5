"""The verbs where a registry meets the engines: which template, which reader, what when something fails."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest

import cchc
from cchc import Asked, Body, Channel, Item, Plan, Registry, Report, UnitReport
from cchc.errors import (
    CouldNotReadError,
    ModelError,
    PlanFileError,
    RenderError,
    UnknownNameError,
    UnsuitableTemplateError,
)
from cchc.plugins import Check, Format, Province, Section, Template, UnitSpan, hookimpl

REFORM = dt.date(2025, 7, 1)
PLAN = Plan(
    id="thu-2027",
    year=2027,
    level="commune",
    issuer=Body(words="UBND xã Vân Hồ", code="04048"),
    parent_body=Body(words="UBND tỉnh Sơn La", code="14"),
    symbol="KH-UBND",
    place="Vân Hồ",
    subject="Tuyên truyền cải cách hành chính năm 2027",
    parts=(Item(role="contents", items=(Item(words="Cải cách thủ tục hành chính"),)),),
)


def template(key: str, **more: object) -> Template:
    """Return a template whose heading tells it from others."""
    facts: dict[str, object] = {
        "name": key,
        "province": "son-la",
        "levels": ("commune", "district"),
        "source": "thử",
        "sections": (Section(role="contents", heading=f"MẪU {key.upper()}"),),
    }
    return Template(key=key, **{**facts, **more})  # type: ignore[arg-type]


def _crash(*_: object) -> Any:
    raise IndexError


class SonLa:
    """A province with three templates, formats that fail and a check that crashes."""

    @hookimpl
    def cchc_provinces(self) -> tuple[Province, ...]:
        """Give the province."""
        return (Province(key="son-la", name="Sơn La", spans=(UnitSpan(code="14"),), source="thử"),)

    @hookimpl
    def cchc_templates(self) -> tuple[Template, ...]:
        """Give an old, a new and a newer template."""
        return (
            template("old", until=REFORM),
            template("new", since=REFORM),
            template("newer", since=dt.date(2028, 1, 1)),
        )

    @hookimpl
    def cchc_formats(self) -> tuple[Format, ...]:
        """Give a format that raises, and one that gives text."""
        return (
            Format(key="raises", name="", suffix=".r", media_type="", render=_crash),
            Format(key="text", name="", suffix=".t", media_type="", render=lambda _: "no bytes"),  # type: ignore[arg-type,return-value]
        )

    @hookimpl
    def cchc_checks(self) -> tuple[Check, ...]:
        """Give a check that crashes."""
        return (Check(code="SL001", name="", rationale="", since="1", run=_crash),)


@pytest.fixture(scope="module")
def registry() -> Registry:
    """Return a registry of that plugin."""
    return Registry.of(SonLa())


def printed(plan: Plan, registry: Registry, **how: object) -> str:
    """Return the plan as plain text."""
    return cchc.render(plan, "txt", registry=registry, **how).decode("utf-8")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "on", "heading"),
    [
        ({}, None, "MẪU NEW"),
        ({"year": 2028}, None, "MẪU NEWER"),
        ({"date": dt.date(2029, 1, 5)}, None, "MẪU NEWER"),
        ({}, dt.date(2028, 1, 2), "MẪU NEWER"),
        ({"issuer": Body(words="Phòng Văn hóa - Xã hội", code="phong-van-hoa-xa-hoi")}, None, "MẪU NEW"),
        ({"issuer": Body(words="Phòng Văn hóa - Xã hội")}, None, "MẪU NEW"),
        ({"issuer": Body(words="UBND xã Vân Hồ"), "parent_body": Body(words="UBND tỉnh Sơn La")}, None, "MẪU NEW"),
        ({"issuer": Body(words="Ủy ban nhân dân tỉnh Sơn La"), "parent_body": None}, None, "MẪU NEW"),
        (
            {"year": 2017, "level": "district", "issuer": Body(words="UBND huyện Vân Hồ"), "parent_body": None},
            None,
            "MẪU OLD",
        ),
        ({"year": 2017, "issuer": Body(words="UBND xã", code="04048")}, None, "MẪU OLD"),
    ],
)  # fmt: skip
def test_a_plan_finds_the_template_of_its_province_level_and_day(
    registry: Registry, change: dict[str, object], on: dt.date | None, heading: str
) -> None:
    """By the code of the issuer or of the body above it, else by their names; of several the latest."""
    plan = attrs.evolve(PLAN, **change)

    assert heading in printed(plan, registry, on=on)


@pytest.mark.parametrize(
    "change",
    [
        {"level": "department"},
        {"issuer": Body(words="UBND tỉnh Quảng Trị", code="44"), "parent_body": None},
        {"issuer": Body(words="Công ty Một"), "parent_body": None},
        {"issuer": Body(words="Công ty Một", code="khong-co"), "parent_body": None},
    ],
)
def test_a_plan_without_a_template_of_its_own_gets_the_standard_one(
    registry: Registry, change: dict[str, object]
) -> None:
    """Another level, another province, a body that nobody knows: the plan is laid out all the same."""
    text = printed(attrs.evolve(PLAN, **change), registry)

    assert "MẪU" not in text
    assert "Cải cách thủ tục hành chính" in text


def test_a_template_can_be_asked_for(registry: Registry) -> None:
    """Its key wins over what would be found."""
    assert "MẪU NEW" not in printed(PLAN, registry, template="standard")


def test_a_template_that_does_not_serve_is_an_error(registry: Registry) -> None:
    """It says what the template serves and what the plan is, in both languages."""
    with pytest.raises(UnsuitableTemplateError) as caught:
        cchc.compose(PLAN, template="old", registry=registry)

    assert "before 2025-07-01" in str(caught.value)
    assert "trước ngày 01/7/2025" in caught.value.message("vi")


def test_an_unknown_template_or_format_is_an_error(registry: Registry) -> None:
    """With the nearest that there is."""
    with pytest.raises(UnknownNameError, match="newer"):
        cchc.compose(PLAN, template="neweer", registry=registry)
    with pytest.raises(UnknownNameError, match="docx"):
        cchc.render(PLAN, "doc", registry=registry)


def test_an_empty_report_is_one_clear_error(registry: Registry) -> None:
    """There is no period to report on; the message says so in both languages."""
    with pytest.raises(ModelError, match="nothing to report on") as caught:
        cchc.compose(Report(), registry=registry)

    assert "Chưa có báo cáo" in caught.value.message("vi")


def test_a_template_of_the_other_kind_is_refused(registry: Registry) -> None:
    """A report is not laid out by a form of plans, nor a plan by a form of reports."""
    report = Report(plans=(PLAN,), asked=(Asked(plan_id=PLAN.id, period="2027-Q1"),))

    with pytest.raises(UnsuitableTemplateError, match="lays out plans"):
        cchc.compose(report, template="standard", registry=registry)
    with pytest.raises(UnsuitableTemplateError, match="lays out reports"):
        cchc.compose(PLAN, template="report", registry=registry)


@pytest.mark.parametrize(("key", "why"), [("raises", "IndexError"), ("text", "gave str, not bytes")])
def test_a_format_that_fails_is_an_error_of_ours(registry: Registry, key: str, why: str) -> None:
    """Whoever renders many plans can catch it and go on."""
    with pytest.raises(RenderError, match=why) as caught:
        cchc.render(PLAN, key, registry=registry)

    assert caught.value.name == key


def test_rendering_a_document_is_rendering_its_plan(registry: Registry) -> None:
    """Composing once for several formats changes nothing."""
    document = cchc.compose(PLAN, registry=registry)

    assert cchc.render(document, "docx", registry=registry) == cchc.render(PLAN, "docx", registry=registry)


def test_bodies_that_are_asked_are_not_ordered() -> None:
    """A committee orders its departments and asks the bodies of the Party, by what the tables know of them."""
    duty = cchc.Assignment(
        id="a",
        bodies=(Body(words="Ban Tuyên giáo và Dân vận Tỉnh ủy"),),
        role="lead",
        task="định hướng tuyên truyền",
    )
    order = attrs.evolve(duty, id="b", bodies=(Body(words="Sở Nội vụ"),))
    by_clause = template("clause", duties="by_clause", sections=(Section(role="duties", heading="NHIỆM VỤ"),))

    class Clause(SonLa):
        @hookimpl
        def cchc_templates(self) -> tuple[Template, ...]:
            return (by_clause,)

    plan = attrs.evolve(PLAN, parts=(Item(role="duties", items=(Item(facts=(duty,)), Item(facts=(order,)))),))
    text = printed(plan, Registry.of(Clause()))

    assert "Đề nghị Ban Tuyên giáo" in text
    assert "Giao Sở Nội vụ" in text


def test_failures_of_plugins_are_findings() -> None:
    """A run of checks is never clean while a plugin that might have found something did not load."""

    class Misspelt:
        @hookimpl
        def cchc_check(self) -> tuple[Check, ...]:
            return ()

    (finding,) = cchc.check_plan(PLAN, select=("XX",), registry=Registry.of(Misspelt()))

    assert finding.code == "CC002"
    assert "cchc_check" in finding.vi


def test_a_check_that_crashes_is_a_finding(registry: Registry) -> None:
    """And can be selected and ignored by its code."""
    assert [one.code for one in cchc.check_plan(PLAN, select=("SL",), registry=registry)] == ["CC001"]
    assert cchc.check_plan(PLAN, select=("SL",), ignore=("SL001",), registry=registry) == ()


@pytest.mark.parametrize("suffix", ["yaml", "json", "toml"])
def test_plan_files_are_read_with_the_place_of_every_value(
    tmp_path: Path, suffix: str, registry: Registry
) -> None:
    """The same plan as load_plan makes, and spans that name the file."""
    file = tmp_path / f"ke-hoach.{suffix}"
    file.write_text(cchc.dump_plan(PLAN, suffix), encoding="utf-8")  # type: ignore[arg-type]
    reading = cchc.read_plan(file, registry=registry)

    assert reading.plan == PLAN == cchc.load_plan(file)
    assert cchc.read_plan(file.read_bytes(), format=suffix, registry=registry).plan == PLAN
    assert reading.spans["subject"].file == str(file)
    assert reading.spans["subject"].line


def test_what_is_wrong_with_a_plan_file_names_the_file(tmp_path: Path, registry: Registry) -> None:
    """Through the reader as through the loader."""
    file = tmp_path / "hong.yaml"
    file.write_text("cchc: 1\nyear: 20x7\n", encoding="utf-8")
    with pytest.raises(PlanFileError) as caught:
        cchc.read_plan(file, registry=registry)

    assert caught.value.source == str(file)
    assert {one.location.file for one in caught.value.problems} == {str(file)}


def test_a_plan_file_that_is_too_large_is_refused_by_name(tmp_path: Path, registry: Registry) -> None:
    """A hundred megabytes are a mistake, and are not read to the end."""
    file = tmp_path / "to.yaml"
    with file.open("wb") as opened:
        opened.truncate(100_000_000)
    with pytest.raises(CouldNotReadError, match=r"to\.yaml"):
        cchc.read_plan(file, registry=registry)
    with file.open("wb") as opened:
        opened.truncate(20_000_000)
    with pytest.raises(CouldNotReadError, match=r"to\.yaml"):
        cchc.read_plan(file, registry=registry)


@pytest.mark.parametrize("name", ["missing.yaml", "missing", "."])
def test_what_is_no_file_is_an_error_about_the_file(tmp_path: Path, name: str, registry: Registry) -> None:
    """Not about its suffix."""
    with pytest.raises(CouldNotReadError):
        cchc.read_plan(tmp_path / name, registry=registry)


def test_consolidating_is_the_union() -> None:
    """Of one report, none, several, and of one with itself."""
    returns = [UnitReport(plan_id="x", unit=Body(words=name), period="2027-Q1") for name in ("A", "B")]
    one, two = (Report(returns=(each,)) for each in returns)

    assert cchc.consolidate() == Report()
    assert cchc.consolidate(one) == one
    assert cchc.consolidate(one, two) == one | two == cchc.consolidate(two, one, two)


def test_derived_facts_are_handed_out() -> None:
    """Channels, duties, tasks and bare facts of a plan."""
    channel = Channel(id="c", name="Cổng thông tin điện tử")
    plan = attrs.evolve(PLAN, parts=(Item(facts=(channel,)),))

    assert cchc.channels(plan) == (channel,)
    assert [task.id for task in cchc.tasks(plan)] == ["c"]
    assert cchc.assignments(plan) == ()
    assert cchc.facts(plan) == cchc.facts(attrs.evolve(plan, id="other"))
