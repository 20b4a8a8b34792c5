"""The forms of a plan file: what may be written shorter, what stays the author's text, and how a dump looks."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.interchange import dump_plan, dump_report, load_plan, load_plan_with_places, load_report
from cchc.model import (
    Assignment,
    Body,
    Channel,
    Item,
    LegalBasis,
    Month,
    Plan,
    Quantity,
    Report,
    Schedule,
    walk,
)
from tests.strategies import plans

HEAD = """\
cchc: 1
id: a
year: 2026
level: commune
issuer: UBND xã
subject: s
"""


def load(text: str) -> Plan:
    """Return the plan of HEAD and *text*."""
    return load_plan((HEAD + text).encode())


def fact(text: str) -> Channel | Assignment:
    """Return the one fact of a plan with one item."""
    return load(f"parts:\n  - {text}").parts[0].facts[0]


def test_a_text_is_an_item_a_body_a_basis_a_schedule() -> None:
    """Words alone need no key."""
    plan = load(
        "bases: [Luật A]\nparts:\n  - x\n  - channel: {id: c, name: n, schedule: Hằng tuần, lead: Sở Nội vụ}\n"
    )

    assert (
        (LegalBasis(words="Luật A"),),
        (
            Item(words="x"),
            Item(
                facts=(
                    Channel(
                        id="c",
                        name="n",
                        schedule=Schedule(words="Hằng tuần"),
                        lead=(Body(words="Sở Nội vụ"),),
                    ),
                )
            ),
        ),
    ) == (plan.bases, plan.parts)


def test_the_name_of_one_body_is_never_split() -> None:
    """Commas are part of names."""
    assert (Body(words="Sở Văn hóa, Thể thao và Du lịch"),) == fact(
        "channel: {id: c, name: n, lead: 'Sở Văn hóa, Thể thao và Du lịch'}"
    ).lead


def test_one_body_in_fields_needs_no_list_either() -> None:
    """A single mapping stands for a list of one."""
    assert (Body(words="UBND cấp xã", is_class=True),) == fact(
        "assignment: {id: c, bodies: {words: UBND cấp xã, is_class: true}}"
    ).bodies


@pytest.mark.parametrize(
    "words",
    ["no", "yes", "00123", "12:30", "1_000", "0x1f", "1e3", "2026-02-05", "true", "3.10", ".inf", "=1+1"],
)
def test_a_text_stays_as_written(words: str) -> None:
    """What YAML takes for something else is the author's text where the model wants text."""
    assert words == load(f"place: {words}\nparts: [x]").place


@pytest.mark.parametrize("written", ["92", '"92"', "'92'"])
def test_codes_keep_their_digits(written: str) -> None:
    """A code is text with or without quotes; zeros in front are part of it."""
    plan = load(f"recipients: [{{words: a, code: {written}}}, {{words: b, code: 04048}}]\nparts: [x]")

    assert ["92", "04048"] == [body.code for body in plan.recipients]


@pytest.mark.parametrize(
    ("written", "number"),
    [("3", 3), ("03", 3), ("010", 10), ("-1", -1), ("1.50", Decimal("1.50")), ("0.1", Decimal("0.1"))],
)
def test_numbers_are_exact(written: str, number: int | Decimal) -> None:
    """Zeros in front count for nothing, and decimal numbers never pass through binary ones."""
    found = fact(f"channel: {{id: c, name: n, quantity: {{number: {written}}}}}").quantity

    assert (Quantity(number=number), str(number)) == (found, str(found.number))


@pytest.mark.parametrize("written", ["2026-02-05", "05/02/2026", "5/2/2026", '"05/02/2026"'])
def test_dates_as_officers_write_them(written: str) -> None:
    """The day stands before the month; ISO dates are taken too."""
    assert dt.date(2026, 2, 5) == load(f"date: {written}\nparts: [x]").date


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2014-04", Month(year=2014, month=4)),
        ("4/2014", Month(year=2014, month=4)),
        ("30/4/2014", dt.date(2014, 4, 30)),
    ],
)
def test_times_of_schedules_are_days_or_months(written: str, time: dt.date | Month) -> None:
    """Both forms of dates have a form of months beside them."""
    assert (
        time
        == fact(f"channel: {{id: c, name: n, schedule: {{kind: once, start: {written}}}}}").schedule.start
    )


@pytest.mark.parametrize("blank", ["", " ~", " null", "  # chưa có số"])
def test_a_key_without_a_value_is_no_key(blank: str) -> None:
    """A form with blanks to fill can be loaded as it is."""
    plan = load(f"number:{blank}\ndate:{blank}\nplace:{blank}\nbases:{blank}\nparts: [x]")

    assert (None, None, "", ()) == (plan.number, plan.date, plan.place, plan.bases)


def test_an_empty_report_is_the_identity() -> None:
    """A report file may hold nothing but its version."""
    assert Report() == load_report(dump_report(Report()).encode())


def test_dump_is_short_and_in_the_order_of_the_fields() -> None:
    """Defaults are left out, the shortest forms are used, long texts are folded, the editor is told of the schema."""
    long = "Tuyên truyền sâu rộng: mục đích, ý nghĩa của cải cách hành chính đến cán bộ, công chức và nhân dân trên địa bàn"
    plan = Plan(
        id="a", year=2026, level="commune", issuer=Body(words="UBND xã", code="04048"), subject="s: t", number="127",
        symbol="KH-UBND", date=dt.date(2026, 2, 5), opening="Dòng một\nDòng hai",
        bases=(LegalBasis(words="Luật A"), LegalBasis(kind="Nghị quyết", number="76/NQ-CP")),
        parts=(
            Item(role="channels", label="HÌNH THỨC", items=(
                Item(words=long),
                Item(words="no"),
                Item(facts=(Channel(id="c", name="Đài", lead=(Body(words="Sở A, B"),),
                                    schedule=Schedule(kind="months", months=(1, 4))),)),
            )),
        ),
    )  # fmt: skip

    assert """\
# yaml-language-server: $schema=plan.schema.json
cchc: 1
id: a
year: 2026
level: commune
issuer:
  words: UBND xã
  code: "04048"
number: "127"
symbol: KH-UBND
date: 2026-02-05
subject: "s: t"
opening: |-
  Dòng một
  Dòng hai
bases:
  - Luật A
  - kind: Nghị quyết
    number: 76/NQ-CP
parts:
  - role: channels
    label: HÌNH THỨC
    items:
      - >-
        Tuyên truyền sâu rộng: mục đích, ý nghĩa của cải cách hành chính đến cán bộ, công chức và
        nhân dân trên địa bàn
      - "no"
      - channel:
          id: c
          name: Đài
          schedule:
            kind: months
            months: [1, 4]
          lead: Sở A, B
""" == dump_plan(plan)


class TestAnyYamlReaderUnderstandsADump:
    """A dump is YAML like any other, not a dialect of ours."""

    @given(plan=plans(hostile=True))
    @settings(max_examples=40)
    def test_texts_are_texts(self, plan: Plan) -> None:
        """PyYAML's own loader, with all its guesses, reads the same words."""
        tree = yaml.safe_load(dump_plan(plan))

        assert (plan.subject, plan.opening) == (tree["subject"], tree.get("opening", ""))


class TestPlacesPointAtTheirValues:
    """The place of a value is where the file says it."""

    @given(plan=plans(), name=st.sampled_from(["yaml", "json", "toml"]))
    @settings(max_examples=30)
    def test_every_item_has_a_place(self, plan: Plan, name: str) -> None:
        """Each item of the plan has a place in the file, and items in reading order have places in that order."""
        text = dump_plan(plan, name)
        loaded, places = load_plan_with_places(text.encode(), format=name)
        starts = [places[place.path].start for place in walk(loaded)]

        assert sorted(set(starts)) == starts

    def test_a_place_is_the_text_of_the_value(self) -> None:
        """Offsets cut the value out of the text, line and column count from 1, facts have the path of the model."""
        text = (
            HEAD
            + "parts:\n  - label: Kế hoạch 😀\n    facts:\n      - channel: {id: c, name: 'Đài'}\n  - assignment: {id: d, bodies: x}\n"
        )
        _, places = load_plan_with_places(text.encode())
        found = {
            path: (place.line, place.column, text[place.start : place.end])
            for path, place in places.items()
            if path
            in (
                "parts[0].label",
                "parts[0].facts[0].name",
                "parts[1].facts[0].id",
                "parts[0]",
                "parts[1].facts[0]",
            )
        }

        assert {
            "parts[0]": (8, 5, "label: Kế hoạch 😀\n    facts:\n      - channel: {id: c, name: 'Đài'}"),
            "parts[0].label": (8, 12, "Kế hoạch 😀"),
            "parts[0].facts[0].name": (10, 32, "'Đài'"),
            "parts[1].facts[0]": (11, 17, "{id: d, bodies: x}"),
            "parts[1].facts[0].id": (11, 22, "d"),
        } == found


def test_importing_loads_no_library() -> None:
    """The door is light: PyYAML comes with the first YAML file."""
    code = "import sys, cchc.interchange; print([name for name in ('yaml', 'tomllib', 'json') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]\n" == done.stdout
