"""Rolling forward: the laws, the four plans, and what is asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest
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
from cchc.errors import ModelError
from cchc.interchange import load_plan_with_places
from cchc.rollover import draft_text

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "checks" / "good.yaml"
FOUR = ["can-tho-2014", "khe-sanh-2022", "nam-dinh-2022", "van-ho-2017"]
REGISTRY = Registry.discover()

moments = st.one_of(
    st.builds(Month, year=st.just(2026), month=st.integers(1, 12)),
    st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
)
schedules = st.one_of(
    st.builds(lambda start: Schedule(kind="once", start=start), moments),
    st.builds(lambda end: Schedule(kind="once", end=end), moments),
    st.just(Schedule(kind="recurring", every="month", words="Mỗi tháng một lần trong năm 2026")),
    st.just(Schedule(kind="months", months=(3, 9))),
)
sentences = st.sampled_from(
    [
        "Hoàn thành trước ngày 05/3/2026.",
        "Tổng kết vào ngày 20 tháng 12 năm 2026.",
        "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ trong năm 2026.",
        "Bám sát kế hoạch cải cách hành chính năm 2026 của tỉnh.",
        "Phổ biến chương trình giai đoạn 2021 - 2035 đến người dân.",
    ]
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return a plan of 2026 with times, names and documents of its own."""
    channels = tuple(
        Item(
            words=draw(st.sampled_from(["", "", "", "Mở rộng đến các bản trong năm 2026."])),
            facts=(
                Channel(
                    id=f"c{n}",
                    name=f"Hình thức thứ {n}",
                    schedule=draw(schedules),
                    quantity=Quantity(number=3, unit="buổi"),
                    lead=(Body(words="Phòng Văn hóa - Xã hội"),),
                ),
            ),
        )
        for n in range(draw(st.integers(1, 3)))
    )
    duty = Assignment(
        id="d",
        bodies=(Body(words="Phòng Văn hóa - Xã hội"),),
        task="đôn đốc",
        schedule=draw(schedules),
        product="bảng",
    )
    return Plan(
        id="mau-2026",
        status=draw(st.sampled_from(["draft", "issued"])),
        year=2026,
        level="commune",
        issuer=Body(words="UBND xã Vân Hồ", code="04048"),
        parent_body=Body(words="UBND tỉnh Sơn La", code="14"),
        number=draw(st.one_of(st.none(), st.just("5"))),
        symbol="KH-UBND",
        place="Vân Hồ",
        date=draw(st.one_of(st.none(), st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)))),
        subject="Tuyên truyền cải cách hành chính năm 2026",
        bases=(
            LegalBasis(
                kind="Luật",
                number="72/2025/QH15",
                date=dt.date(2025, 6, 16),
                issuer="Quốc hội",
                title="Tổ chức chính quyền địa phương",
            ),
        ),
        parts=(
            Item(
                role="contents",
                label="NỘI DUNG",
                items=(
                    Item(words="Bám sát kế hoạch cải cách hành chính năm 2026 của tỉnh."),
                    Item(words=draw(sentences)),
                ),
            ),
            Item(role="channels", label="HÌNH THỨC", items=channels),
            Item(role="duties", label="TRÁCH NHIỆM", items=(Item(facts=(duty,)),)),
        ),
        signature=Signature(authority=("TM. ỦY BAN NHÂN DÂN",), position="CHỦ TỊCH", name="Nguyễn Văn A"),
    )


class TestRollingTwiceIsRollingOnceToTheLaterYear:
    """Where no decision was open on the way."""

    @settings(max_examples=40, deadline=None)
    @given(plans(), st.integers(2027, 2030), st.integers(1, 5))
    def test_twice(self, plan: Plan, first: int, more: int) -> None:
        """The same draft, whatever stood between."""
        half = cchc.roll_forward(plan, first, registry=REGISTRY)
        once = cchc.roll_forward(plan, first + more, registry=REGISTRY)
        twice = cchc.roll_forward(half.plan, first + more, registry=REGISTRY)
        if not half.decisions:
            assert once.plan == twice.plan
            assert once.decisions == twice.decisions

    def test_the_law_is_about_something(self) -> None:
        """The plans that it is tried on do leave no decision open."""
        done = cchc.roll_forward(_plain(), 2027, registry=REGISTRY)

        assert done.decisions == ()
        assert done.plan.subject.endswith("năm 2027")


def _plain() -> Plan:
    plan = cchc.load_plan(GOOD)
    return attrs.evolve(
        plan,
        bases=plan.bases[:2],
        opening=plan.opening.replace("sau:", "theo kế hoạch cải cách hành chính năm 2026 của tỉnh:"),
    )


@settings(max_examples=20, deadline=None)
@given(plans())
def test_every_change_is_listed(plan: Plan) -> None:
    """Without the places that are listed, the draft is the old plan."""
    done = cchc.roll_forward(plan, 2027, registry=REGISTRY)
    listed = {change.path.split(".")[0].split("[")[0] for change in done.edits}
    fields = {field.name for field in attrs.fields(Plan)}

    assert {name for name in fields if getattr(plan, name) != getattr(done.plan, name)} <= listed
    assert all(change.vi and change.en for change in done.edits)


@pytest.mark.parametrize("name", FOUR)
def test_the_four_plans_roll_to_2027(name: str) -> None:
    """They render, and what the checks find is among the decisions."""
    plan = cchc.load_plan(ROOT / "examples" / f"{name}.yaml")
    done = cchc.roll_forward(plan, 2027, registry=REGISTRY)
    asked = {decision.vi for decision in done.decisions}
    places = {decision.path.removesuffix(".words") for decision in done.decisions}
    found = cchc.check_plan(done.plan, registry=REGISTRY)

    assert [
        one.vi
        for one in found
        if one.vi not in asked and one.location.path.removesuffix(".words") not in places
    ] == []
    assert (done.plan.year, done.plan.status, done.plan.number, done.plan.date) == (2027, "draft", None, None)
    for key in ("docx", "xlsx", "html", "txt"):
        assert cchc.render(done.plan, key, registry=REGISTRY)


@pytest.mark.parametrize("name", FOUR)
def test_the_draft_file_says_what_the_draft_is_and_keeps_its_comments(name: str) -> None:
    """The text of the file is edited, not written anew."""
    file = ROOT / "examples" / f"{name}.yaml"
    text = file.read_text(encoding="utf-8")
    plan, spans = load_plan_with_places(file)
    done = cchc.roll_forward(plan, 2027, registry=REGISTRY)
    draft = draft_text(done, plan, text, spans)
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]

    assert cchc.load_plan(draft.encode("utf-8"), format="yaml") == done.plan
    assert [line for line in draft.splitlines() if line.lstrip().startswith("#")] == comments


def rolled(name: str) -> tuple[cchc.Plan, dict[str, str], str]:
    """Return the draft of an example, its changed values by path, and all questions in one text."""
    done = cchc.roll_forward(cchc.load_plan(ROOT / "examples" / f"{name}.yaml"), 2027, registry=REGISTRY)
    return (
        done.plan,
        {change.path: change.after for change in done.edits},
        "\n".join(one.line() for one in done.decisions),
    )


def test_units_become_their_successors() -> None:
    """A merged province and a commune that was a thị trấn; the body above a commune is the province."""
    nam_dinh = rolled("nam-dinh-2022")[0]
    khe_sanh = rolled("khe-sanh-2022")[0]

    assert (nam_dinh.issuer.words, nam_dinh.issuer.code) == ("Ủy ban nhân dân tỉnh Ninh Bình", "37")
    assert khe_sanh.issuer.words == "Ủy ban nhân dân xã Khe Sanh"
    assert khe_sanh.parent_body == Body(words="Ủy ban nhân dân tỉnh Quảng Trị", code="44")
    assert "UBND) xã Khe Sanh ban hành" in khe_sanh.opening


def test_a_split_asks() -> None:
    """A district that became several communes, a department whose work went to two: nothing is guessed."""
    van_ho, _, questions = rolled("van-ho-2017")
    _, _, of_nam_dinh = rolled("nam-dinh-2022")

    assert van_ho.issuer.words == "Ủy ban nhân dân huyện Vân Hồ"
    assert "xã Vân Hồ" in questions
    assert "xã Tô Múa" in questions
    assert "Sở Khoa học và Công nghệ | Sở Văn hóa, Thể thao và Du lịch" in of_nam_dinh


def test_agencies_become_their_only_successor() -> None:
    """In facts and in words alike."""
    plan, _, _ = rolled("can-tho-2014")
    leads = {body.words for channel in cchc.channels(plan) for body in channel.lead}

    assert "Sở Tài chính" in leads
    assert not leads & {"Sở Kế hoạch và Đầu tư", "Báo Cần Thơ", "Đài Phát thanh và Truyền hình thành phố"}
    assert "Báo và phát thanh, truyền hình Cần Thơ" in leads


def test_districts_duties_are_proposed_to_communes_and_asked_about() -> None:
    """The draft shows the proposal, the list asks."""
    plan, _, questions = rolled("nam-dinh-2022")

    assert "UBND các xã, phường" in {body.words for body in plan.recipients}
    assert "việc này có giao cho cấp xã không?" in questions


def test_obsolete_terms_are_replaced_with_their_source() -> None:
    """The levels of online services, by the decree that ended them."""
    done = cchc.roll_forward(
        cchc.load_plan(ROOT / "examples" / "nam-dinh-2022.yaml"), 2027, registry=REGISTRY
    )
    changes = [change for change in done.edits if "mức độ 3" in change.before]

    assert {change.after for change in changes} == {"dịch vụ công trực tuyến toàn trình, một phần"}
    assert all("42/2022/NĐ-CP" in change.source for change in changes)


def basis(number: str, date: dt.date, kind: str, issuer: str, title: str) -> Plan:
    """Return the plain plan with one more basis."""
    plan = _plain()
    return attrs.evolve(
        plan, bases=(*plan.bases, LegalBasis(kind=kind, number=number, date=date, issuer=issuer, title=title))
    )


def test_a_basis_that_was_surely_replaced_is_replaced() -> None:
    """With what is in force at the end of the chain, and its source."""
    done = cchc.roll_forward(
        basis("65/2025/QH15", dt.date(2025, 2, 19), "Luật", "Quốc hội", "Tổ chức chính quyền địa phương"),
        2027,
        registry=REGISTRY,
    )

    assert done.plan.bases[-1].number == "72/2025/QH15"
    assert done.plan.bases[-1].date == dt.date(2025, 6, 16)
    assert all(change.source for change in done.edits if change.path.startswith("bases["))


def test_a_basis_whose_end_is_not_verified_is_asked_about() -> None:
    """What would take its place is offered, not written."""
    done = cchc.roll_forward(
        basis("61/2018/NĐ-CP", dt.date(2018, 4, 23), "Nghị định", "Chính phủ", "về cơ chế một cửa"),
        2027,
        registry=REGISTRY,
    )

    assert done.plan.bases[-1].number == "61/2018/NĐ-CP"
    assert any("118/2025/NĐ-CP" in option for one in done.decisions for option in one.options)


def test_days_move_by_the_rule_of_zeros_and_citations_stay() -> None:
    """A day of the plan's year moves; that of a cited document does not."""
    plan = attrs.evolve(
        _plain(),
        closing="Xong trước ngày 05/03/2026; theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
    )
    done = cchc.roll_forward(plan, 2027, registry=REGISTRY)

    assert (
        done.plan.closing
        == "Xong trước ngày 05/3/2027; theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ"
    )


def test_a_leap_day_is_asked_about() -> None:
    """29 February of a year that has none."""
    plan = attrs.evolve(_plain(), year=2028, date=None, closing="Xong trước ngày 29/02/2028")
    done = cchc.roll_forward(plan, 2029, registry=REGISTRY)

    assert done.plan.closing.endswith("28/02/2029")
    assert any("29/02" in one.vi for one in done.decisions)


@pytest.mark.parametrize("year", [2026, 2025])
def test_a_year_that_is_not_later_is_refused(year: int) -> None:
    """There is nothing to roll."""
    with pytest.raises(ModelError, match="later"):
        cchc.roll_forward(_plain(), year, registry=REGISTRY)
