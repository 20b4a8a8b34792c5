"""``cchc new``: every province, level and time gets a plan that renders at once."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from pathlib import Path

import pytest

import cchc
from cchc import Registry
from cchc.model import channels
from tests.cli.conftest import Run

CASES = [
    ("can-tho", "province", 2027),
    ("can-tho", "commune", 2027),
    ("can-tho", "district", 2014),
    ("can-tho", "department", 2027),
    ("nam-dinh", "province", 2022),
    ("nam-dinh", "district", 2022),
    ("nam-dinh", "commune", 2025),
    ("quang-tri", "province", 2027),
    ("quang-tri", "commune", 2022),
    ("quang-tri", "commune", 2027),
    ("son-la", "department", 2027),
    ("son-la", "district", 2017),
    ("son-la", "commune", 2027),
]
#: Provinces without a plugin, the first of them since there are 34.
OTHERS = [("an-giang", "commune", 2027), ("ha-noi", "department", 2024), ("kien-giang", "district", 2019)]


def starter(run: Run, *line: str) -> str:
    """Return the plan file that a command line prints."""
    done = run("new", *line)

    assert (done.code, done.err) == (0, "")
    return done.out


@pytest.mark.parametrize(("province", "level", "year"), CASES + OTHERS)
def test_a_starter_renders_at_once_in_every_format(
    run: Run, tmp_path: Path, province: str, level: str, year: int
) -> None:
    """Without a word of complaint, in the form of its province, with its facts."""
    line = ("new", "--province", province, "--level", level, "--year", str(year))
    done = run(*line, "-o", "moi.yaml")
    plan = cchc.load_plan(tmp_path / "moi.yaml")
    rendered = run("render", "moi.yaml", *(f"--to={key}" for key in ("docx", "xlsx", "html", "md", "txt")))

    assert (done.code, done.out.strip(), done.err) == (0, "moi.yaml", "")
    assert (plan.level, plan.year) == (level, year)
    assert len(channels(plan)) == 2
    assert (rendered.code, rendered.err) == (0, "")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in (tmp_path / "moi.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("province", "level", "year"), CASES)
def test_a_starter_finds_the_template_it_was_made_from(
    run: Run, province: str, level: str, year: int
) -> None:
    """The same template that starts it prints it: its sections are those of the document."""
    text = starter(run, "--province", province, "--level", level, "--year", str(year))
    plan = cchc.load_plan(text.encode("utf-8"), format="yaml")
    registry = Registry.discover()
    fitting = [
        one.key
        for one in registry.templates
        if one.province == province and one.serves(level, dt.date(year, 1, 1))
    ]

    assert fitting
    assert cchc.compose(plan) in [cchc.compose(plan, template=key) for key in fitting]


@pytest.mark.slow
@pytest.mark.parametrize("year", [2019, 2024, 2027])
def test_every_province_and_level_has_a_starter_without_errors(run: Run, year: int) -> None:
    """What may be missed is the plan that an office has for the year; nothing else is left to warn of."""
    registry = Registry.discover()
    units = registry.knowledge.units("province", dt.date(year, 1, 1))
    levels = ["province", "department", "commune", *(["district"] if year < 2026 else [])]
    found = set()
    for unit, level in itertools.product(units, levels):
        text = starter(run, "--province", unit.name, "--level", level, "--year", str(year))
        plan = cchc.load_plan(text.encode("utf-8"), format="yaml")
        document = cchc.compose(plan, registry=registry)
        found |= {one.code for one in (*cchc.check_plan(plan, registry=registry), *document.diagnostics)}

        assert cchc.render(document, "docx")

    assert len(units) == (34 if year > 2025 else 63)
    assert {"CC108"} == found - {"CC301"}


def test_comments_say_what_to_do(run: Run) -> None:
    """Every part of the file has one, and number and date are there to be uncommented."""
    text = starter(run, "--province", "son-la", "--level", "commune", "--unit", "04048", "--year", "2027")
    issued = text.replace('# number: "05"', 'number: "05"').replace("# date: 2027", "date: 2027")
    plan = cchc.load_plan(issued.encode("utf-8"), format="yaml")

    assert (plan.number, plan.date) == ("05", dt.date(2027, 1, 15))
    assert plan.issuer.words == "Ủy ban nhân dân xã Vân Hồ"
    assert plan.id == "van-ho-2027"
    assert all(re.search(rf"(?m)^# .*\n(# .*\n)*{key}:", text) for key in ("id", "issuer", "bases", "parts"))


def test_bases_are_in_force_and_sure(run: Run) -> None:
    """A plan of 2014 carries out the programme of 2011, one of 2027 that of 2021, and neither what is not confirmed."""
    old = starter(run, "--province", "can-tho", "--level", "province", "--year", "2014")
    new = starter(run, "--province", "can-tho", "--level", "province", "--year", "2027")

    assert "30c/NQ-CP" in old
    assert "76/NQ-CP" not in old
    assert "30c/NQ-CP" not in new
    assert "72/2025/QH15" in new


def test_the_issuer_can_be_named(run: Run) -> None:
    """Its code is looked up; a body that the tables do not know is taken with a note."""
    line = ("--province", "quang-tri", "--level", "commune", "--year", "2027", "--issuer")
    known = cchc.load_plan(starter(run, *line, "UBND xã Khe Sanh").encode("utf-8"), format="yaml")
    done = run("new", *line, "Ban Quản lý Chợ")

    assert (known.issuer.code, known.place) == ("19429", "Khe Sanh")
    assert done.code == 0
    assert "hãy kiểm tra lại tên" in done.err


def test_the_year_is_this_one_where_none_is_said(run: Run) -> None:
    """The command alone asks what day it is."""
    text = starter(run, "--province", "can-tho", "--level", "province")

    assert f"year: {dt.datetime.now().year}" in text  # noqa: DTZ005  # the day of the machine is what is meant


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (("--level", "commune"), 2, "cần --province hoặc --unit"),
        (("--province", "can-tho"), 2, "Thiếu --level"),
        (("--province", "cantho", "--level", "commune"), 2, "Có phải là Cần Thơ?"),
        (("--province", "can-tho", "--level", "xã"), 2, "commune (xã)"),
        (("--province", "can-tho", "--level", "ministry"), 2, "Không có cấp"),
        (("--province", "can-tho", "--level", "commune", "--year", "27"), 2, "không phải một năm"),
        (("--province", "can-tho", "--level", "commune", "--year", "9999"), 2, "không phải một năm"),
        (("--province", "can-tho", "--level", "district", "--year", "2027"), 2, "không có đơn vị hành chính cấp huyện"),
        (("--province", "nam-dinh", "--level", "province", "--year", "2027"), 2, "nay thuộc tỉnh Ninh Bình"),
        (("--province", "Bình Dương", "--level", "province", "--year", "2027"), 2, "nay thuộc Thành phố Hồ Chí Minh"),
        (("--province", "son-la", "--level", "commune", "--year", "2027", "--unit", "00000"), 2, "mã '00000'"),
        (("--province", "son-la", "--level", "district", "--year", "2027", "--unit", "128"), 2, "Nay là:"),
        (("--province", "son-la", "--level", "commune", "--year", "2027", "--unit", "19429"), 2, "Khe Sanh"),
        (("--province", "son-la", "--level", "commune", "--year", "2027", "--unit", "14"), 2, "không phải đơn vị cấp xã"),
        (("--province", "son-la", "--level", "commune", "--year", "2027", "-o", "a/b.yaml"), 3, "Không ghi được a/b.yaml"),
        (("--province", "son-la", "--level", "commune", "--year", "2027", "-o", "."), 3, "Không ghi được"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_writes_nothing(
    run: Run, tmp_path: Path, line: tuple[str, ...], code: int, said: str
) -> None:
    """It is said what is wrong, and where there is one, what was meant."""
    done = run("new", *line)

    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_exists_is_kept_without_force(run: Run, tmp_path: Path) -> None:
    """A plan that somebody has worked on for a week is not replaced by a starter."""
    line = ("new", "--province", "can-tho", "--level", "province", "-o", "moi.yaml")
    (tmp_path / "moi.yaml").write_text("của tôi", encoding="utf-8")

    assert run(*line).code == 3
    assert (tmp_path / "moi.yaml").read_text(encoding="utf-8") == "của tôi"
    assert run(*line, "--force").code == 0
    assert cchc.load_plan(tmp_path / "moi.yaml").level == "province"


def test_comments_are_in_the_language_of_the_command(run: Run) -> None:
    """The plan itself stays Vietnamese."""
    text = starter(run, "--province", "can-tho", "--level", "province", "--year", "2027", "--lang", "en")

    assert "# Recipients, without the filing line." in text
    assert "subject: Tuyên truyền cải cách hành chính năm 2027" in text


@pytest.mark.parametrize(
    ("line", "issuer", "number"),
    [
        (("--level", "province", "--province", "Lai Châu"), "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU", "/KH-UBND"),
        (("--level", "commune", "--unit", "03478"), "ỦY BAN NHÂN DÂN\nXÃ SÌN HỒ", "/KH-UBND"),
        (("--level", "department", "--province", "12"), "SỞ NỘI VỤ", "/KH-SNV"),
    ],
)
def test_a_province_without_a_form_of_its_own_starts_from_the_common_one(
    run: Run, line: tuple[str, ...], issuer: str, number: str
) -> None:
    """Any of the 34 provinces may be named, by name or code, or told from the unit."""
    made = run("new", *line, "--year", "2027", "-o", "a.yaml")
    done = run("render", "a.yaml", "--to", "txt", "-o", "out")
    text = Path("out/a.txt").read_text(encoding="utf-8")

    assert (0, 0) == (made.code, done.code)
    assert issuer in text
    assert number in text


def test_a_place_named_after_a_person_is_written_in_full(run: Run) -> None:
    """NĐ 30/2020/NĐ-CP wants "Thành phố Hồ Chí Minh" before the date."""
    run("new", "--level", "province", "--province", "79", "--year", "2027", "-o", "a.yaml")

    assert "place: Thành phố Hồ Chí Minh" in Path("a.yaml").read_text(encoding="utf-8")
