"""Facts of the four real plans, counted by hand in their texts, against the examples that tell them."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path

import pytest

from cchc import LegalBasis, Month, Plan, Schedule, assignments, channels, load_plan

EXAMPLES = Path(__file__).parents[2] / "examples"
REAL = ("can-tho-2014", "nam-dinh-2022", "khe-sanh-2022", "van-ho-2017")
ALL = (*REAL, "son-la-2027", "van-ho-2027")


@functools.cache
def example(name: str) -> Plan:
    """Return an example plan."""
    return load_plan(EXAMPLES / f"{name}.yaml")


def heads(name: str) -> tuple[object, ...]:
    """Return what the letterhead says."""
    plan = example(name)
    above = plan.parent_body and plan.parent_body.code
    return plan.level, plan.issuer.code, above, plan.number, plan.symbol, plan.place, plan.date


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("can-tho-2014", ("province", "92", None, "127", "KH-UBND", "Cần Thơ", dt.date(2013, 12, 24))),
        ("nam-dinh-2022", ("province", "36", None, None, "", "", None)),
        ("khe-sanh-2022", ("commune", "19429", "465", "17", "KH-UBND", "", dt.date(2022, 2, 14))),
        ("van-ho-2017", ("district", "128", None, None, "", "", dt.date(2017, 1, 13))),
        ("son-la-2027", ("province", "14", None, None, "KH-UBND", "Sơn La", None)),
        ("van-ho-2027", ("commune", "04048", "14", None, "KH-UBND", "Vân Hồ", None)),
    ],
)
def test_the_letterhead_has_what_the_source_has_and_no_more(name: str, expected: tuple[object, ...]) -> None:
    """Numbers, dates and places that a source lacks stay absent."""
    assert heads(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("can-tho-2014", [("126/KH-UBND", dt.date(2013, 12, 25))]),
        (
            "nam-dinh-2022",
            [
                ("76/NQ-CP", dt.date(2021, 7, 15)),
                ("23/CT-TTg", dt.date(2021, 9, 2)),
                ("2084/QĐ-UBND", dt.date(2021, 9, 28)),
                ("111/KH-UBND", dt.date(2021, 9, 29)),
            ],
        ),
        ("khe-sanh-2022", []),
        ("van-ho-2017", [("1489/QĐ-UBND", dt.date(2016, 12, 28))]),
    ],
)
def test_the_opening_rests_on_the_documents_of_the_source(
    name: str, expected: list[tuple[str, dt.date]]
) -> None:
    """Each basis has its number and its day."""
    found = [(basis.number, basis.date) for basis in example(name).bases]

    assert found == expected


# Name of the channel (its beginning), kind of its schedule, leading bodies, number of partners.
CHANNELS: dict[str, list[tuple[str, str | None, tuple[str, ...], int]]] = {
    "can-tho-2014": [
        ("Chuyên mục CCHC", "recurring", ("Đài Phát thanh và Truyền hình thành phố",), 0),
        ("Chương trình Gặp gỡ và đối thoại", "range", ("Đài Phát thanh và Truyền hình thành phố",), 2),
        ("Diễn đàn trao đổi ý kiến", "recurring", ("Báo Cần Thơ",), 0),
        ("Đối thoại trực tiếp", "recurring", ("Sở Kế hoạch và Đầu tư",), 8),
        ("Diễn đàn đối thoại", "range", ("UBND quận, huyện",), 0),
        ("Nhân rộng", "range", ("Sở Nội vụ",), 1),
        ("Tuyên truyền trên Đài Truyền thanh", "recurring", ("UBND quận, huyện",), 1),
        ("Tuyên truyền bằng pano", "all_year", ("Sở Văn hóa, Thể thao và Du lịch",), 2),
        ("tiểu phẩm", None, ("Sở Văn hóa, Thể thao và Du lịch",), 0),
        ("tuyên truyền CCHC lồng ghép", None, (), 2),
        ("Khảo sát", "months", ("UBND quận, huyện",), 1),
        ("Hội thi", "once", ("Công đoàn viên chức thành phố",), 1),
        ("cổng thông tin điện tử", None, (), 0),
        ("trang tin điện tử", None, (), 0),
    ],
    "nam-dinh-2022": [
        ("Báo Nam Định", None, (), 0),
        ("Đài Phát thanh và Truyền hình tỉnh", None, (), 0),
        ("hệ thống Đài Truyền thanh cơ sở", None, (), 0),
        ("Cổng Thông tin điện tử", None, (), 0),
        ("trang Thông tin điện tử", None, (), 0),
        ("các nền tảng mạng xã hội", None, (), 0),
        ("pano", None, (), 0),
        ("áp phích", None, (), 0),
        ("tờ rơi", None, (), 0),
        ("tờ gấp", None, (), 0),
        ("băng, đĩa", None, (), 0),
        ("các hoạt động văn hóa, văn nghệ", None, (), 0),
        ("hội nghị giao ban báo chí", "recurring", (), 0),
        ("chuyên mục", None, (), 0),
        ("chương trình tọa đàm, giao lưu", None, (), 0),
        (
            "các hoạt động thường xuyên",
            None,
            ("các sở, ngành", "UBND các huyện, thành phố", "các xã, phường, thị trấn"),
            0,
        ),
        (
            "các hội nghị tuyên truyền",
            None,
            ("các sở, ngành", "UBND các huyện, thành phố", "các xã, phường, thị trấn"),
            0,
        ),
    ],
    "khe-sanh-2022": [
        (name, None, (), 0)
        for name in (
            "các phương tiện thông tin đại chúng",
            "trang thông tin điện tử",
            "hệ thống loa",
            "các cuộc họp thị trấn",
            "họp khối",
            "các hội nghị tuyên truyền",
            "niêm yết công khai",
            "điều tra mức độ hài lòng",
            "panô",
            "áp phích",
            "viết tin, bài, ảnh",
            "huy động các tổ chức, cá nhân",
        )
    ],
    "van-ho-2017": [
        (name, None, (), 0)
        for name in (
            "chương trình giảng dạy",
            "Đài Truyền thanh - Truyền hình huyện",
            "Cổng Thông tin điện tử",
            "các cuộc thi",
            "các lớp tập huấn, bồi dưỡng",
            "các hội nghị tuyên truyền",
            "tuyên truyền bằng tiếng dân tộc",
            "các cuộc họp của bản, tiểu khu",
            "người có uy tín",
            "niêm yết công khai",
        )
    ],
}


@pytest.mark.parametrize("name", REAL)
def test_each_channel_of_the_source_is_told_with_its_bodies_and_its_time(name: str) -> None:
    """Name, kind of time, who leads and with how many: as a reader of the source counts them."""
    expected = CHANNELS[name]
    found = [
        (
            channel.name[: len(wanted)],
            channel.schedule.kind if channel.schedule else None,
            tuple(body.words for body in channel.lead),
            len(channel.partners),
        )
        for channel, (wanted, *_) in zip(channels(example(name)), expected)
    ]

    assert (len(channels(example(name))), found) == (len(expected), expected)


def test_times_are_told_as_they_can_be_reckoned_with() -> None:
    """Every kind of time that Cần Thơ's plan has."""
    schedules = {channel.id: channel.schedule for channel in channels(example("can-tho-2014"))}

    assert schedules["chuyen-muc-cchc"] == Schedule(
        words="Mỗi tháng hai kỳ trong năm 2014", kind="recurring", every="month", times=2
    )
    assert schedules["doi-thoai-doanh-nghiep"] == Schedule(
        words="Mỗi quý một lần trong năm 2014", kind="recurring", every="quarter", times=1
    )
    talks = schedules["doi-thoai-nguoi-dan"]
    assert talks
    assert (talks.start, talks.end) == (Month(year=2014, month=6), Month(year=2014, month=7))
    posting = schedules["niem-yet-nha-thong-tin"]
    assert posting
    assert (posting.start, posting.end) == (Month(year=2014, month=4), None)
    survey = schedules["khao-sat-cbccvc"]
    assert survey
    assert survey.months == (4, 8)
    contest = schedules["hoi-thi-tim-hieu"]
    assert contest
    assert contest.start == Month(year=2014, month=9)


def test_what_is_counted_has_a_number_and_a_unit() -> None:
    """Four real plans count one thing: at least three sketches."""
    found = [
        (channel.quantity.number, channel.quantity.unit, channel.quantity.at_least)
        for name in REAL
        for channel in channels(example(name))
        if channel.quantity
    ]

    assert found == [(3, "tiểu phẩm", True)]


@pytest.mark.parametrize(
    ("name", "channel", "expected"),
    [
        ("can-tho-2014", "gap-go-doi-thoai", ["Sở Nội vụ"]),
        (
            "can-tho-2014",
            "pano-ap-phich",
            ["Sở Nội vụ", "ngành văn hóa, thông tin", "Chủ tịch UBND quận, huyện"],
        ),
        ("can-tho-2014", "khao-sat-cbccvc", ["Sở Nội vụ", "UBND quận, huyện"]),
        ("can-tho-2014", "hoi-thi-tim-hieu", ["Sở Nội vụ"]),
        ("nam-dinh-2022", "cong-thong-tin", ["Sở Thông tin và Truyền thông"]),
        ("van-ho-2017", "dai-huyen", ["Đài Truyền thanh - Truyền hình huyện"] * 2),
    ],
)
def test_duties_that_are_said_at_a_channel_belong_to_it(name: str, channel: str, expected: list[str]) -> None:
    """Two thirds of Cần Thơ's duties are said at a channel and not under organisation."""
    found = [
        body.words for duty in assignments(example(name)) if duty.channel == channel for body in duty.bodies
    ]

    assert found == expected


# Under organisation: bodies of the duties in their order, and how many of them there are.
ORGANISATION = {
    "nam-dinh-2022": {
        "Sở Nội vụ": 4,
        "Sở Thông tin và Truyền thông": 5,
        "Sở Văn hoá, Thể thao và Du lịch": 1,
        "Báo Nam Định": 2,
        "các sở, ban, ngành, đoàn thể của tỉnh": 1,
    },
    "van-ho-2017": {
        "các phòng, ban chuyên môn": 1,
        "các cấp ủy Đảng": 1,
        "các cơ quan, đơn vị, phòng, ban chuyên môn": 1,
        "Phòng Nội vụ": 5,
        "Phòng Tư pháp": 1,
        "Đài Truyền thanh - Truyền hình huyện": 2,
        "Văn phòng HĐND và UBND huyện": 1,
    },
    "khe-sanh-2022": {"các ban ngành": 1},
}


@pytest.mark.parametrize("name", ORGANISATION)
def test_each_duty_of_the_source_has_its_bodies(name: str) -> None:
    """Duties by the first body that has them."""
    found: dict[str, int] = {}
    for duty in assignments(example(name)):
        found[duty.bodies[0].words] = found.get(duty.bodies[0].words, 0) + 1

    assert found == ORGANISATION[name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("can-tho-2014", [("Sở Nội vụ", "UBND thành phố", "words")]),
        ("nam-dinh-2022", [("Sở Thông tin và Truyền thông", "UBND tỉnh", "words")]),
        (
            "van-ho-2017",
            [
                ("Phòng Nội vụ", "UBND huyện", "recurring"),
                ("Phòng Nội vụ", "UBND huyện", "recurring"),
                ("Phòng Nội vụ", "UBND tỉnh", None),
            ],
        ),
    ],
)
def test_who_reports_to_whom_and_how_often(name: str, expected: list[tuple[str, str, str | None]]) -> None:
    """Reporting duties name their receiver."""
    found = [
        (
            duty.bodies[0].words,
            duty.reports_to and duty.reports_to.words,
            duty.schedule and duty.schedule.kind,
        )
        for duty in assignments(example(name))
        if duty.role == "report"
    ]

    assert found == expected


@pytest.mark.parametrize(
    ("name", "recipients", "archive", "signed"),
    [
        ("can-tho-2014", 10, "VT, TS", "Lê Hùng Dũng"),
        ("nam-dinh-2022", 7, "VP1, VP8", "Trần Lê Đoài"),
        ("khe-sanh-2022", 0, "", None),
        ("van-ho-2017", 0, "", None),
    ],
)
def test_recipients_and_signer(name: str, recipients: int, archive: str, signed: str | None) -> None:
    """The foot of the plan; two sources have none."""
    plan = example(name)

    assert (len(plan.recipients), plan.archive, plan.signature and plan.signature.name) == (
        recipients,
        archive,
        signed,
    )


def test_names_with_commas_stay_whole_and_classes_are_marked() -> None:
    """A list of bodies is never cut at a comma."""
    plan = example("can-tho-2014")
    talks = next(channel for channel in channels(plan) if channel.id == "doi-thoai-doanh-nghiep")

    assert [(body.words, body.is_class) for body in talks.partners[-2:]] == [
        ("sở, ban ngành", True),
        ("UBND quận, huyện có liên quan", True),
    ]


@pytest.mark.parametrize("name", ["son-la-2027", "van-ho-2027"])
def test_plans_of_today_leave_nothing_open(name: str) -> None:
    """Each channel has lead, time and quantity; each duty has time and product."""
    plan = example(name)
    open_channels = [one.id for one in channels(plan) if not (one.lead and one.schedule and one.quantity)]
    open_duties = [one.id for one in assignments(plan) if not (one.schedule and one.product)]

    assert (open_channels, open_duties) == ([], [])


def said(plan: Plan) -> list[str]:
    """Return every text of *plan*, wherever it stands."""
    found: list[str] = []

    def collect(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, tuple):
            for part in value:
                collect(part)
        elif hasattr(value, "__attrs_attrs__"):
            for field in value.__attrs_attrs__:
                collect(getattr(value, field.name))

    collect(plan)
    return found


@pytest.mark.parametrize("name", ["son-la-2027", "van-ho-2027"])
@pytest.mark.parametrize(
    "gone",
    [
        "huyện",
        "thị trấn",
        "mức độ 3",
        "Sở Thông tin và Truyền thông",
        "Sở Kế hoạch và Đầu tư",
        "Phòng Nội vụ",
    ],
)
def test_plans_of_today_name_nothing_that_has_gone(name: str, gone: str) -> None:
    """Two tiers, agencies and terms as they are after 2025."""
    assert [text for text in said(example(name)) if gone in text] == []


def test_equal_numbers_are_different_documents() -> None:
    """07/CT-TTg is cited with the day that tells which of the two is meant."""
    basis = next(one for one in example("son-la-2027").bases if one.number == "07/CT-TTg")

    assert basis == LegalBasis(
        kind="Chỉ thị",
        number="07/CT-TTg",
        date=dt.date(2023, 3, 21),
        issuer="Thủ tướng Chính phủ",
        title="về việc tăng cường công tác truyền thông chính sách",
    )


@pytest.mark.parametrize("name", ALL)
def test_ids_of_channels_that_duties_name_exist(name: str) -> None:
    """A duty refers to a channel of its own plan."""
    plan = example(name)
    known = {channel.id for channel in channels(plan)}

    assert {duty.channel for duty in assignments(plan)} - known - {""} == set()
