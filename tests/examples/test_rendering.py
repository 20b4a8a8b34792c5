"""The examples as documents: the forms of their provinces, the order of their sources, every format."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc import Registry, compose, load_plan, render
from cchc.document import AnnexTitle, Heading, Letterhead, Paragraph, SignatureBlock

EXAMPLES = Path(__file__).parents[2] / "examples"

# Headings of each source in their order; the numbers are part of what is printed.
HEADINGS = {
    "can-tho-2014": [
        "I. MỤC TIÊU",
        "II. YÊU CẦU",
        "III. NỘI DUNG",
        "IV. HÌNH THỨC, BIỆN PHÁP TUYÊN TRUYỀN",
        "V. TỔ CHỨC THỰC HIỆN",
    ],
    "nam-dinh-2022": [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN",
        "III. KINH PHÍ THỰC HIỆN",
        "IV. TỔ CHỨC THỰC HIỆN",
    ],
    "khe-sanh-2022": ["I. NỘI DUNG TUYÊN TRUYỀN", "II. HÌNH THỨC TUYÊN TRUYỀN", "III. TỔ CHỨC THỰC HIỆN"],
    "van-ho-2017": ["I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN", "III. TỔ CHỨC THỰC HIỆN"],
    "son-la-2027": ["I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN", "III. TỔ CHỨC THỰC HIỆN"],
    "van-ho-2027": ["I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN", "III. TỔ CHỨC THỰC HIỆN"],
}
SECOND = {
    "van-ho-2017": [
        "1. Mục đích",
        "2. Yêu cầu",
        "3. Đối tượng tuyên truyền",
        "1. Nội dung tuyên truyền",
        "2. Hình thức tuyên truyền",
        "1. Cơ quan thực hiện kế hoạch",
        "2. Thời gian thực hiện",
        "3. Kinh phí thực hiện",
        "4. Trách nhiệm thực hiện",
    ],
    "nam-dinh-2022": [
        "1. Mục đích",
        "2. Yêu cầu",
        "1. Nội dung tuyên truyền",
        "2. Hình thức tuyên truyền",
        "1. Sở Nội vụ",
        "2. Sở Thông tin và Truyền thông",
        "3. Sở Văn hoá, Thể thao và Du lịch",
        "4. Báo Nam Định, Đài Phát thanh và Truyền hình tỉnh",
        "5. Các sở, ban, ngành, đoàn thể, Ủy ban nhân dân các huyện, thành phố",
    ],
}


@pytest.fixture(scope="module")
def installed() -> Registry:
    """Return the registry of what is installed; the provinces are part of the development environment."""
    registry = Registry.discover()
    missing = {"can-tho", "nam-dinh", "quang-tri", "son-la"} - {one.key for one in registry.provinces}
    if missing:
        pytest.skip(f"not installed: the provinces {sorted(missing)}")
    return registry


def headings(name: str, level: int, registry: Registry, template: str | None = None) -> list[str]:
    """Return the headings of a level as they are printed."""
    document = compose(load_plan(EXAMPLES / f"{name}.yaml"), template=template, registry=registry)
    return [
        f"{block.marker} {block.text}"
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Heading) and block.level == level
    ]


@pytest.mark.parametrize("template", [None, "as_read"])
@pytest.mark.parametrize("name", HEADINGS)
def test_parts_stand_in_the_order_of_the_source(name: str, template: str | None, installed: Registry) -> None:
    """The template of the province and the order of the plan itself agree."""
    assert headings(name, 1, installed, template) == HEADINGS[name]


@pytest.mark.parametrize("name", SECOND)
def test_points_stand_in_the_order_of_the_source(name: str, installed: Registry) -> None:
    """Second-level headings, with the numbers of the source."""
    assert headings(name, 2, installed) == SECOND[name]


@pytest.mark.parametrize("name", HEADINGS)
def test_the_form_of_the_province_has_a_place_for_everything(name: str, installed: Registry) -> None:
    """No part has to be kept behind another for want of a section."""
    assert compose(load_plan(EXAMPLES / f"{name}.yaml"), registry=installed).diagnostics == ()


def printed(name: str, registry: Registry) -> list[str]:
    """Return the paragraphs of a plan with their markers."""
    document = compose(load_plan(EXAMPLES / f"{name}.yaml"), registry=registry)
    return [
        f"{block.marker} {''.join(run.text for run in block.runs)}".strip()
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


def test_can_tho_lays_out_its_channels_in_labelled_lines(installed: Registry) -> None:
    """Lines are lettered, words between them are not, and a duty goes on with the next letter."""
    lines = printed("can-tho-2014", installed)
    at = lines.index("b) Cơ quan chủ trì: Báo Cần Thơ.")

    assert lines[at - 1] == "a) Thời gian thực hiện: Hằng tuần trong năm 2014."
    assert lines[at + 1].startswith("Ban biên tập Báo Cần Thơ")
    assert lines[at + 2].startswith("c) Thông tin do Báo Cần Thơ chuyển đến")


def test_nam_dinh_says_its_budget_on_the_heading_line(installed: Registry) -> None:
    """III. KINH PHÍ THỰC HIỆN: … is one line."""
    document = compose(load_plan(EXAMPLES / "nam-dinh-2022.yaml"), registry=installed)
    budget = next(
        block
        for block in document.sections[0].blocks
        if isinstance(block, Heading) and block.text == "KINH PHÍ THỰC HIỆN"
    )

    assert "".join(run.text for run in budget.run_in).strip().startswith("Lấy từ kinh phí thường xuyên")


def test_nam_dinh_writes_its_opening_from_its_bases(installed: Registry) -> None:
    """Four documents in one sentence, with short days."""
    opening = printed("nam-dinh-2022", installed)[0]

    assert opening.startswith("Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành")
    assert opening.count(" ngày ") == 4


@pytest.mark.parametrize("name", ["son-la-2027", "van-ho-2027"])
def test_plans_of_today_carry_their_table_of_tasks(name: str, installed: Registry) -> None:
    """Letterhead, signature and annex are all there, and the draft says that it is one."""
    document = compose(load_plan(EXAMPLES / f"{name}.yaml"), registry=installed)
    kinds = [type(block) for section in document.sections for block in section.blocks]

    assert {Letterhead, SignatureBlock, AnnexTitle} <= set(kinds)
    assert [block.marks for block in document.sections[0].blocks if isinstance(block, Letterhead)] == [
        ("DỰ THẢO",)
    ]


@pytest.mark.parametrize("name", HEADINGS)
def test_every_format_says_every_heading(name: str, installed: Registry) -> None:
    """Formats that are plain text say the parts in their order; the others are written without a complaint."""
    plan = load_plan(EXAMPLES / f"{name}.yaml")
    for kind in installed.formats:
        data = render(plan, kind.key, registry=installed)

        assert data
        if kind.media_type.startswith("text/plain"):
            text = data.decode("utf-8")
            places = [text.index(heading) for heading in HEADINGS[name]]
            assert places == sorted(places)


def test_a_merged_province_has_its_form_until_the_day_of_the_merger(installed: Registry) -> None:
    """Nam Định's plans are laid out in its own form for as long as there was a Nam Định."""
    spans = installed.province("nam-dinh")

    assert spans.code(dt.date(2025, 6, 30)) == "36"
    assert spans.code(dt.date(2025, 7, 1)) is None


@pytest.mark.parametrize("province", ["can-tho", "nam-dinh", "quang-tri", "son-la"])
def test_a_plan_of_a_province_has_one_form_at_most(province: str, installed: Registry) -> None:
    """On the days around every change, no two templates of one province serve the same level."""
    own = [one for one in installed.templates if one.province == province]
    changes = {day for one in own for day in (one.since, one.until) if day}
    days = {day + dt.timedelta(days=shift) for day in changes for shift in (-1, 0)} | {dt.date(2013, 12, 24)}
    levels = {level for one in own for level in one.levels}
    crowded = [
        (level, day) for level in levels for day in days if sum(one.serves(level, day) for one in own) > 1
    ]

    assert crowded == []
    assert levels == {"province", "department", "district", "commune"}
