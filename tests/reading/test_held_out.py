"""What is read from plans in other shapes, beside what a reader of each would say."""

from __future__ import annotations

import datetime as dt

import pytest

from cchc.model import Plan, Schedule, assignments, channels
from tests.reading.held_out import TEXTS
from tests.reading.reader import read


def head(plan: Plan) -> tuple[object, ...]:
    """Return what the head of *plan* says."""
    return (
        plan.kind,
        plan.level,
        plan.issuer.words,
        plan.issuer.code,
        plan.number,
        plan.symbol,
        plan.place,
        plan.date,
    )


HEADS = {
    "columns flattened by tabs": (
        "KH", "province", "Ủy ban nhân dân tỉnh Sơn La", "14", "35", "KH-UBND", "Sơn La", dt.date(2021, 2, 18),
    ),
    "commune with decimal numbers and no letterhead": (
        "KH", "commune", "Ủy ban nhân dân thị trấn Khe Sanh", "19429", None, "", "", None,
    ),
    "table of channels": (
        "KH", "department", "Sở Nội vụ", None, "214", "KH-SNV", "Nam Định", dt.date(2023, 3, 9),
    ),
    "plan of reform with parts A and B": (
        "KH", "district", "Ủy ban nhân dân huyện Vân Hồ", "128", None, "KH-UBND", "Vân Hồ", None,
    ),
    "decision with the plan attached": (
        "QĐ", "province", "Ủy ban nhân dân thành phố Cần Thơ", "92", "402", "QĐ-UBND", "Cần Thơ", dt.date(2020, 2, 12),
    ),
    "annex with a table of its own": (
        "KH", "province", "Ủy ban nhân dân tỉnh Quảng Trị", "45", "88", "KH-UBND", "Quảng Trị", dt.date(2022, 4, 5),
    ),
    "headings without markers": (
        "KH", "department", "Sở Tư pháp", None, "61", "KH-STP", "Sơn La", dt.date(2025, 8, 20),
    ),
    "news item": (
        "KH", "district", "Ủy ban nhân dân huyện Vân Hồ", "128", "44", "KH-UBND", "", dt.date(2019, 2, 20),
    ),
    "old style of the two thousands": (
        "KH", "department", "Sở Nội vụ", None, "75", "KH-SNV", "Nam Định", dt.date(2010, 3, 5),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_the_head_is_read(name: str) -> None:
    """Kind, level, issuer with its code, number, symbol, place and date."""
    assert HEADS[name] == head(read(TEXTS[name]).plan)


ROLES = {
    "columns flattened by tabs": ["aims", "channels", "budget", "organisation"],
    "commune with decimal numbers and no letterhead": ["aims", "channels", "organisation"],
    "table of channels": ["purpose", "substance", "organisation"],
    "plan of reform with parts A and B": ["purpose", "contents", "organisation"],
    "decision with the plan attached": ["purpose", "channels", "organisation"],
    "annex with a table of its own": ["requirements", "contents", "organisation", "duties"],
    "headings without markers": ["purpose", "channels", "budget", "organisation"],
    "news item": ["contents", "channels", "organisation"],
    "old style of the two thousands": ["purpose", "contents", "channels", "schedule", "organisation"],
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_parts_are_known_by_their_headings(name: str) -> None:
    """Whatever their order, markers and spelling."""
    assert ROLES[name] == [item.role for item in read(TEXTS[name]).plan.parts]


CHANNELS = {
    "columns flattened by tabs": [
        ("recurring", ["Đài Phát thanh - Truyền hình tỉnh"], ["Sở Nội vụ", "Sở Tư pháp"], None),
        ("range", ["Sở Nội vụ"], [], (3, "lớp")),
    ],
    "commune with decimal numbers and no letterhead": [
        (None, [], [], None),
        (None, [], [], None),
        (None, [], [], None),
        (None, [], [], None),
        (None, ["các đoàn thể"], [], None),
        (None, ["các đoàn thể"], [], None),
    ],
    "table of channels": [
        ("recurring", ["Báo Nam Định"], ["Sở Nội vụ"], (12, "chuyên trang")),
        (
            "months",
            ["Đài Phát thanh và Truyền hình tỉnh"],
            ["Sở Nội vụ", "UBND các huyện, thành phố"],
            (2, "phóng sự"),
        ),
        ("range", ["Sở Kế hoạch và Đầu tư"], ["Sở Nội vụ"], (1, "hội nghị")),
    ],
    "plan of reform with parts A and B": [(None, [], [], None)],
    "decision with the plan attached": [("recurring", ["Báo Cần Thơ"], [], None)],
    "annex with a table of its own": [],
    "headings without markers": [(None, [], [], None), (None, [], [], None)],
    "news item": [(None, [], [], None)] * 4,
    "old style of the two thousands": [
        (None, [], [], None),
        (None, [], [], None),
        (None, [], [], (5000, "tờ rơi")),
    ],
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_channels_are_told(name: str) -> None:
    """As many as the text names, each with its time, who leads, who helps, and how much."""
    found = [
        (
            one.schedule and one.schedule.kind,
            [body.words for body in one.lead],
            [body.words for body in one.partners],
            one.quantity and (one.quantity.number, one.quantity.unit),
        )
        for one in channels(read(TEXTS[name]).plan)
    ]

    assert CHANNELS[name] == found


DUTIES = {
    "columns flattened by tabs": [
        ("lead", "Sở Nội vụ"),
        ("report", "Sở Nội vụ"),
        ("implement", "Sở Tài chính"),
    ],
    "commune with decimal numbers and no letterhead": [
        ("implement", "Công chức Văn phòng - Thống kê"),
        ("partner", "Ủy ban Mặt trận Tổ quốc Việt Nam thị trấn"),
    ],
    "table of channels": [("implement", "Văn phòng Sở"), ("report", "Phòng Cải cách hành chính")],
    "plan of reform with parts A and B": [
        ("lead", "Phòng Nội vụ"),
        ("report", "Phòng Nội vụ"),
        ("implement", "Các phòng, ban chuyên môn"),
    ],
    "decision with the plan attached": [("implement", "Sở Nội vụ")],
    "annex with a table of its own": [
        ("implement", "Các sở, ban, ngành"),
        ("lead", "Sở Nội vụ"),
        ("lead", "Sở Tư pháp"),
        ("lead", "Sở Nội vụ"),
    ],
    "headings without markers": [("lead", "Văn phòng Sở"), ("implement", "Các phòng, đơn vị trực thuộc")],
    "news item": [("implement", "các cơ quan, đơn vị")],
    "old style of the two thousands": [("implement", "các sở, ngành")],
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_duties_are_told(name: str) -> None:
    """Role and first body of each duty, in order."""
    found = [(duty.role, duty.bodies[0].words) for duty in assignments(read(TEXTS[name]).plan)]

    assert DUTIES[name] == found


@pytest.mark.parametrize(
    ("name", "recipients", "archive", "signed"),
    [
        ("columns flattened by tabs", 3, "VT, NC", "Lò Minh Hùng"),
        ("commune with decimal numbers and no letterhead", 0, "", "Hồ Văn Thành"),
        ("table of channels", 2, "VT", "Nguyễn Văn Hòa"),
        ("plan of reform with parts A and B", 1, "VT", ""),
        ("decision with the plan attached", 2, "VT", "Lê Quang Mạnh"),
        ("headings without markers", 1, "VT, VP", "Hà Thị Mai"),
        ("old style of the two thousands", 0, "", "Trần Văn Bình"),
    ],
)
def test_the_foot_is_read(name: str, recipients: int, archive: str, signed: str) -> None:
    """Recipients, who files it, who signs."""
    plan = read(TEXTS[name]).plan

    assert plan.signature is not None
    assert (recipients, archive, signed) == (len(plan.recipients), plan.archive, plan.signature.name)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("columns flattened by tabs", set()),
        ("table of channels", {"CR013"}),
        ("plan of reform with parts A and B", {"CR015"}),
        ("annex with a table of its own", {"CR018"}),
        ("news item", {"CR010"}),
    ],
)
def test_what_is_in_doubt_is_said_at_its_place(name: str, codes: set[str]) -> None:
    """Nothing is guessed over; each doubt has a place in the source."""
    reading = read(TEXTS[name])
    found = {one.code for one in reading.diagnostics}

    assert codes == found
    assert all(one.location.start is not None for one in reading.diagnostics)


def test_a_count_that_does_not_come_true_is_said() -> None:
    """Three contents are announced, two stand there."""
    text = TEXTS["annex with a table of its own"].replace("Kết quả cải cách hành chính của tỉnh.\n", "")
    found = [one for one in read(text).diagnostics if one.code == "CR011"]

    assert ["Gồm 03 nội dung:"] == [text[one.location.start : one.location.end] for one in found]


def test_a_point_that_lost_its_dash_is_a_point_again() -> None:
    """The announced count comes true with it."""
    part = read(TEXTS["annex with a table of its own"]).plan.parts[1]

    assert ["-", "-", "-"] == [item.marker for item in part.items[0].items]


def test_a_decision_keeps_articles_of_its_own() -> None:
    """Those that say more than every decision does."""
    plan = read(TEXTS["decision with the plan attached"]).plan

    assert 3 == len(plan.decision)
    assert ["Luật", "Nghị quyết", ""] == [basis.kind for basis in plan.bases]


def test_duties_of_an_annex_have_times_and_products() -> None:
    """A table of its own is read like one in the body."""
    duty = assignments(read(TEXTS["annex with a table of its own"]).plan)[-1]

    expected = Schedule(words="Trước ngày 30/11/2022", kind="once", end=dt.date(2022, 11, 30))
    assert (expected, "Báo cáo") == (duty.schedule, duty.product)


@pytest.mark.parametrize("name", TEXTS)
def test_each_place_of_a_value_holds_its_words(name: str) -> None:
    """Labels, words and the fields of facts stand where the reading says."""
    reading = read(TEXTS[name])
    for path, where in reading.spans.items():
        said = TEXTS[name][where.start : where.end]

        assert said.strip(), path
        if path.endswith(".words"):
            item = _at(reading.plan, path.removesuffix(".words"))

            assert item.words == said  # type: ignore[attr-defined]


def _at(plan: Plan, path: str) -> object:
    value: object = plan
    for step in path.replace("[", ".").replace("]", "").split("."):
        value = value[int(step)] if step.isdigit() else getattr(value, step)  # type: ignore[index]
    return value
