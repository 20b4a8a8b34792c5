"""The laws of rolling forward, over plans of real places, years, bodies and documents."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc
from cchc import (
    Assignment,
    Body,
    Channel,
    Item,
    LegalBasis,
    Month,
    Plan,
    Quantity,
    Registry,
    Schedule,
    Signature,
)
from cchc.errors import CchcError
from cchc.interchange import load_plan_with_places
from cchc.rollover import Decision, draft_text, page
from tests.strategies import plans as any_plans

REGISTRY = Registry.discover()

# Level, issuer, body above, place: units that stay, change their name, merge or are divided between 2019 and 2030.
ISSUERS: list[tuple[str, Body, Body | None, str]] = [
    ("province", Body(words="UBND tỉnh Sơn La", code="14"), None, "Sơn La"),
    ("province", Body(words="Ủy ban nhân dân tỉnh Nam Định", code="36"), None, "Nam Định"),
    ("province", Body(words="UBND thành phố Cần Thơ", code="92"), None, "Cần Thơ"),
    ("province", Body(words="UBND tỉnh Đồng Nai", code="75"), None, "Biên Hòa"),
    ("department", Body(words="Sở Nội vụ"), Body(words="UBND tỉnh Quảng Trị"), "Quảng Trị"),
    ("department", Body(words="Sở Kế hoạch và Đầu tư"), Body(words="UBND tỉnh Sơn La"), "Sơn La"),
    ("commune", Body(words="UBND thị trấn Khe Sanh", code="19429"), Body(words="UBND huyện Hướng Hóa"), "Khe Sanh"),
    ("commune", Body(words="UBND xã Vân Hồ"), Body(words="UBND tỉnh Sơn La"), "Vân Hồ"),
    ("district", Body(words="UBND huyện Vân Hồ", code="128"), None, "Vân Hồ"),
    ("ministry", Body(words="Bộ Nội vụ"), None, "Hà Nội"),
]  # fmt: skip
SOLE = [
    "Sở Nội vụ", "Sở Kế hoạch và Đầu tư", "Sở Tài chính", "Sở Giao thông vận tải", "Sở Xây dựng", "Sở Tư pháp",
    "Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn",
]  # fmt: skip
OTHERS = [
    "Sở Thông tin và Truyền thông",
    "Phòng Nội vụ",
    "Đài Phát thanh và Truyền hình tỉnh",
    "Cục Thuế",
    "UBND huyện",
]
LAWS = [
    ("Nghị quyết", "76/NQ-CP", dt.date(2021, 7, 15), "Chính phủ", "ban hành Chương trình tổng thể"),
    ("Luật", "77/2015/QH13", dt.date(2015, 6, 19), "Quốc hội", "Tổ chức chính quyền địa phương"),
    ("Luật", "65/2025/QH15", dt.date(2025, 2, 19), "Quốc hội", "Tổ chức chính quyền địa phương"),
    ("Nghị định", "30/2020/NĐ-CP", dt.date(2020, 3, 5), "Chính phủ", "về công tác văn thư"),
    ("Nghị định", "61/2018/NĐ-CP", dt.date(2018, 4, 23), "Chính phủ", "về cơ chế một cửa"),
]


def rare(usual: list[Any], unusual: list[Any]) -> st.SearchStrategy[Any]:
    """Return mostly one of *usual*: what is unusual leaves a question, and the law is about plans that leave none."""
    return st.integers(0, 29).flatmap(lambda n: st.sampled_from(unusual if n == 0 else usual))


@st.composite
def sentences(draw: st.DrawFn, year: int) -> str:
    """Return a sentence that names years, days, bodies or documents."""
    kind, number, day, issuer, title = draw(st.sampled_from(LAWS[:2] + LAWS[3:4]))
    there = draw(st.dates(dt.date(year, 1, 1), dt.date(year, 12, 31)))
    usual = [
        f"Hoàn thành trước ngày {there.day}/{there.month}/{year}.",
        f"Tổng kết vào ngày {there.day:02d} tháng {there.month:02d} năm {year}.",
        f"Sơ kết trong quý I/{year}, tháng {there.month}/{year}.",
        f"Bám sát kế hoạch cải cách hành chính năm {year} của tỉnh.",
        f"Thực hiện {kind} số {number} ngày {day.day}/{day.month}/{day.year} của {issuer} {title} trong năm {year}.",
        "Phổ biến Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030.",
        f"{draw(st.sampled_from(SOLE))} phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh.",
        f"{draw(st.sampled_from(SOLE))}, {draw(st.sampled_from(SOLE))} cùng thực hiện.",
        "Tầm nhìn đến năm 2045, phục vụ Nhân dân.",
    ]
    unusual = [
        f"So với năm {year + draw(st.integers(-3, 9))}.",
        f"Giai đoạn {year - 1} - {year + draw(st.integers(0, 9))}.",
        f"Năm học {year} - {year + 1}.",
        f"{draw(st.sampled_from(OTHERS))} báo cáo.",
        "Dịch vụ công trực tuyến mức độ 3.",
    ]
    return str(draw(rare(usual, unusual)))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return a plan of 2019 to 2026 that says all that a plan has to, so that questions come from the year alone."""
    year = draw(st.integers(2019, 2026))
    level, issuer, parent, place = draw(rare(ISSUERS[:6] + ISSUERS[9:], ISSUERS[6:9]))
    moments = st.one_of(
        st.builds(Month, year=st.just(year), month=st.integers(1, 12)),
        st.dates(dt.date(year, 1, 1), dt.date(year, 12, 31)),
    )
    times = st.one_of(
        st.builds(lambda start: Schedule(kind="once", start=start), moments),
        st.builds(lambda end: Schedule(kind="once", end=end), moments),
        st.just(Schedule(kind="recurring", every="month", words=f"Mỗi tháng một lần trong năm {year}")),
        st.just(Schedule(kind="months", months=(3, 9), words=f"Tháng 3 và tháng 9 năm {year}")),
    )
    bodies = st.lists(
        rare(SOLE, OTHERS).map(lambda words: Body(words=words)), min_size=1, max_size=2, unique=True
    )
    used: list[Body] = []
    facts: list[Channel | Assignment] = []
    for number in range(draw(st.integers(1, 3))):
        lead, partners = draw(bodies)[:1], draw(bodies)
        used += [*lead, *partners]
        quantity = Quantity(number=3, unit="buổi")
        name = f"buổi tuyên truyền thứ {number}"
        facts.append(
            Channel(id=f"c{number}", name=name, schedule=draw(times), quantity=quantity, lead=lead, partners=partners)
        )  # fmt: skip
    duty = Assignment(id="d", bodies=draw(bodies), task="đôn đốc", schedule=draw(times), product="bảng")
    used += duty.bodies
    cited = draw(st.lists(rare(LAWS[:4], LAWS[4:]), max_size=2, unique=True))
    return Plan(
        id=f"mau-{year}",
        status=draw(st.sampled_from(["draft", "issued"])),
        year=year,
        level=level,  # type: ignore[arg-type]
        issuer=issuer,
        parent_body=parent,
        number=draw(st.none() | st.just("5")),
        symbol="KH-UBND",
        place=place,
        date=draw(st.none() | st.dates(dt.date(year, 1, 1), dt.date(year, 12, 31))),
        subject=f"Tuyên truyền cải cách hành chính năm {year}",
        opening=f"Thực hiện kế hoạch cải cách hành chính năm {year}, ban hành Kế hoạch tuyên truyền năm {year}:",
        bases=[LegalBasis(kind=k, number=n, date=d, issuer=i, title=t) for k, n, d, i, t in cited],
        parts=(
            Item(role="contents", label="NỘI DUNG", items=[Item(words=draw(sentences(year))) for _ in range(2)]),
            Item(role="channels", label="HÌNH THỨC", items=[Item(facts=(fact,)) for fact in facts]),
            Item(role="duties", label="TRÁCH NHIỆM", items=(Item(facts=(duty,)),)),
        ),
        closing=draw(sentences(year)),
        recipients=tuple(dict.fromkeys(used)),
        signature=Signature(authority=("TM. ỦY BAN NHÂN DÂN",), position="CHỦ TỊCH", name="Nguyễn Văn A"),
    )  # fmt: skip


class TestRollingTwiceIsRollingOnceToTheLaterYear:
    """Where no decision was open on the way."""

    @settings(max_examples=60, deadline=None)
    @given(plans(), st.integers(1, 5), st.integers(1, 6))
    def test_twice(self, plan: Plan, first: int, more: int) -> None:
        """The same draft and the same questions, whatever stood between."""
        half = cchc.roll_forward(plan, plan.year + first, registry=REGISTRY)
        if not half.decisions:
            once = cchc.roll_forward(plan, plan.year + first + more, registry=REGISTRY)
            twice = cchc.roll_forward(half.plan, plan.year + first + more, registry=REGISTRY)

            assert once.plan == twice.plan
            assert [_asked(one) for one in once.decisions] == [_asked(one) for one in twice.decisions]

    def test_the_law_is_about_something(self) -> None:
        """A third of the plans leave no question on the way, and some of those change more than their year."""
        free: list[tuple[Plan, Plan]] = []
        tried: list[int] = []

        @settings(max_examples=60, deadline=None, database=None, derandomize=True)
        @given(plans(), st.integers(1, 5))
        def collect(plan: Plan, first: int) -> None:
            tried.append(first)
            half = cchc.roll_forward(plan, plan.year + first, registry=REGISTRY)
            if not half.decisions:
                free.append((plan, half.plan))

        collect()
        renamed = [one for one, other in free if _leads(one) != _leads(other)]

        assert len(free) * 3 >= len(tried)
        assert len(renamed) >= 3


def _asked(one: Decision) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    # What stood there before is said in the words of the plan that was rolled.
    return one.kind, one.code, one.places, one.options


def _leads(plan: Plan) -> list[str]:
    return [body.words for channel in cchc.channels(plan) for body in (*channel.lead, *channel.partners)]


@settings(max_examples=25, deadline=None)
@given(plans(), st.integers(1, 8), st.sampled_from(["yaml", "json", "toml"]))
def test_the_draft_file_is_the_draft_in_every_syntax(plan: Plan, more: int, syntax: Any) -> None:
    """Edited in place, never written anew: it loads as the draft, and its lines keep their order."""
    text = cchc.dump_plan(plan, syntax)
    loaded, spans = load_plan_with_places(text.encode("utf-8"), format=syntax)
    done = cchc.roll_forward(loaded, plan.year + more, registry=REGISTRY)
    draft = draft_text(done, loaded, text, spans)

    assert cchc.load_plan(draft.encode("utf-8"), format=syntax) == done.plan


@settings(max_examples=25, deadline=None)
@given(plans(), st.integers(1, 8))
def test_every_change_is_listed(plan: Plan, more: int) -> None:
    """Without the places that are listed, the draft is the old plan; every change has its reason in both languages."""
    done = cchc.roll_forward(plan, plan.year + more, registry=REGISTRY)
    listed = {change.path.split(".")[0].split("[")[0] for change in done.edits}
    fields = {field.name for field in attrs.fields(Plan)}

    assert {name for name in fields if getattr(plan, name) != getattr(done.plan, name)} <= listed
    assert all(change.vi and change.en and (change.before or change.after) for change in done.edits)


@settings(max_examples=15, deadline=None)
@given(any_plans(hostile=True), st.integers(1, 12), st.sampled_from(["yaml", "json", "toml"]))
def test_whatever_a_plan_says_it_rolls_and_its_file_is_edited(plan: Plan, more: int, syntax: Any) -> None:
    """Strange letters, markup, escapes: a draft, a page and an edited file come of any plan that a file can hold."""
    try:
        text = cchc.dump_plan(plan, syntax)
    except CchcError:
        return
    loaded, spans = load_plan_with_places(text.encode("utf-8"), format=syntax)
    done = cchc.roll_forward(loaded, plan.year + more, registry=REGISTRY)
    draft = draft_text(done, loaded, text, spans)

    assert cchc.load_plan(draft.encode("utf-8"), format=syntax) == done.plan
    assert page(done, loaded).startswith("<!DOCTYPE html>")
    assert [one for one in cchc.check_plan(done.plan, registry=REGISTRY) if one.code == "CC001"] == []
