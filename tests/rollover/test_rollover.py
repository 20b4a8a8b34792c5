"""Rolling forward: what is changed, what is asked, and what stays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest

import cchc
from cchc import Assignment, Body, Channel, Item, LegalBasis, Plan, Registry, Schedule
from cchc.errors import ModelError

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "checks" / "good.yaml"
REGISTRY = Registry.discover()


def _plain() -> Plan:
    plan = cchc.load_plan(GOOD)
    return attrs.evolve(
        plan,
        bases=plan.bases[:2],
        opening=plan.opening.replace("sau:", "theo kế hoạch cải cách hành chính năm 2026 của tỉnh:"),
    )


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


def test_a_law_is_known_by_its_name_and_day() -> None:
    """As preambles cite it, without a number."""
    plan = attrs.evolve(
        _plain(),
        bases=(
            LegalBasis(
                words="Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
                kind="Luật",
                title="Tổ chức chính quyền địa phương",
                date=dt.date(2025, 6, 16),
            ),
        ),
    )
    done = cchc.roll_forward(plan, plan.year + 1, registry=REGISTRY)

    assert [one for one in done.decisions if one.path.startswith("bases")] == []


def test_a_later_mention_is_the_document_that_the_bases_cite_in_full() -> None:
    """Alone, 76/NQ-CP is two documents; beside the basis it is one, and nothing is asked twice."""
    full = LegalBasis(kind="Nghị quyết", number="76/NQ-CP", date=dt.date(2021, 7, 15), issuer="Chính phủ")
    plan = attrs.evolve(
        _plain(),
        bases=(full,),
        parts=(Item(role="contents", items=(Item(words="Tuyên truyền Nghị quyết số 76/NQ-CP."),)),),
    )
    done = cchc.roll_forward(plan, plan.year + 1, registry=REGISTRY)

    assert [one for one in done.decisions if one.path.startswith("parts")] == []


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


def province(*items: Item, **fields: object) -> Plan:
    """Return a plan of tỉnh Nam Định for 2022 with these items."""
    given: dict[str, object] = {
        "id": "nam-dinh-2022",
        "year": 2022,
        "level": "province",
        "issuer": Body(words="UBND tỉnh Nam Định", code="36"),
        "subject": "Tuyên truyền cải cách hành chính năm 2022",
        "parts": (Item(label="NHIỆM VỤ", items=items),),
    }
    return Plan(**{**given, **fields})  # type: ignore[arg-type]


def said(words: str, **fields: object) -> tuple[str, list[tuple[str, str]]]:
    """Return what a sentence has become in 2027, and the kinds and words of the questions about it."""
    done = cchc.roll_forward(province(Item(words=words), **fields), 2027, registry=REGISTRY)
    asked = [(one.kind, one.words) for one in done.decisions if "parts[0].items[0].words" in one.places]
    return done.plan.parts[0].items[0].words, asked


def named(*names: str) -> tuple[Body, ...]:
    """Return bodies with these names."""
    return tuple(Body(words=name) for name in names)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sở Kế hoạch và Đầu tư chủ trì.", "Sở Tài chính chủ trì."),
        ("Sở KH&ĐT, Sở TN&MT.", "Sở Tài chính, Sở Nông nghiệp và Môi trường."),
        ("Sở Kế hoạch và Đầu tư, Sở Tài chính phối hợp.", "Sở Tài chính phối hợp."),
        ("Sở Tài chính và Sở Kế hoạch và Đầu tư.", "Sở Tài chính."),
        ("Sở Kế hoạch và Đầu tư, Sở Tài chính và Sở KH&ĐT.", "Sở Tài chính."),
        ("Các Sở: Nội vụ, Kế hoạch và Đầu tư, Tài chính.", "Các Sở: Nội vụ, Tài chính."),
        ("Trên Báo Nam Định và Đài Phát thanh và Truyền hình tỉnh.", "Trên Báo và phát thanh, truyền hình Ninh Bình."),
        ("Xong trong quý I/2022, tháng 03/2022.", "Xong trong quý I/2027, tháng 03/2027."),
        ("Kế hoạch và đầu tư công trung hạn.", "Kế hoạch và đầu tư công trung hạn."),
        ("Đất đai, xây dựng, Tư pháp - Hộ tịch.", "Đất đai, xây dựng, Tư pháp - Hộ tịch."),
        ("Đến năm 2030 hoàn thành.", "Đến năm 2030 hoàn thành."),
    ],
)  # fmt: skip
def test_words_are_rewritten_though_no_field_names_the_body(before: str, after: str) -> None:
    """Full and short names, lists that leave the noun out, two bodies that are one now; nothing is left to ask."""
    assert said(before) == (after, [])


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Sở Thông tin và Truyền thông chủ trì.", [("body", "Sở Thông tin và Truyền thông")]),
        ("Các Sở: Nội vụ, Thông tin và Truyền thông.", [("body", "Thông tin và Truyền thông")]),
        ("Huyện ủy chỉ đạo.", [("body", "Huyện ủy")]),
        ("Theo kết quả năm 2021.", [("year", "2021")]),
        ("Gửi trước ngày 15/01/2023.", [("year", "15/01/2023")]),
        ("Đến năm 2025 hoàn thành.", [("year", "2025")]),
        ("Năm học 2022 - 2023.", [("year", "2022 - 2023")]),
        ("Giai đoạn 2021 - 2025.", [("period", "2021 - 2025")]),
        ("Các cơ quan của huyện.", [("term", "của huyện")]),
    ],
)
def test_what_only_a_person_knows_is_asked_and_left(words: str, kinds: list[tuple[str, str]]) -> None:
    """The words stay as they were, with one question at their place."""
    assert said(words) == (words, kinds)


def test_a_sentence_that_names_two_apart_is_asked_about() -> None:
    """What one asks of the other cannot be asked of itself."""
    words, asked = said("Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Tài chính.")

    assert words == "Sở Tài chính chủ trì, phối hợp với Sở Tài chính."
    assert asked == [("merged", "Sở Kế hoạch và Đầu tư")]


def test_bodies_that_became_one_are_named_once() -> None:
    """In a list, as lead and partner, and among the recipients; what left a list is a change with its reason."""
    channel = Channel(
        id="hoi-nghi",
        name="hội nghị",
        schedule=Schedule(kind="all_year"),
        lead=named("Sở Kế hoạch và Đầu tư"),
        partners=named("Sở Tài chính", "Sở Giao thông vận tải", "Sở Xây dựng", "Sở Nội vụ"),
    )
    plan = province(
        Item(facts=(channel,)), recipients=named("Sở Kế hoạch và Đầu tư", "Sở Tài chính", "Sở Nội vụ")
    )
    done = cchc.roll_forward(plan, 2027, registry=REGISTRY)
    (after,) = cchc.channels(done.plan)
    gone = {change.path: change for change in done.edits if change.path.endswith("]")}

    assert (after.lead, after.partners) == (named("Sở Tài chính"), named("Sở Xây dựng", "Sở Nội vụ"))
    assert done.plan.recipients == named("Sở Tài chính", "Sở Nội vụ")
    assert sorted(one.rsplit(".", 1)[-1] for one in gone) == ["partners[0]", "partners[2]", "recipients[1]"]
    assert all(change.after == "" and change.vi for change in gone.values())


def test_a_name_that_the_old_plan_said_twice_is_no_matter_of_the_year() -> None:
    """Only what has become one is joined."""
    plan = province(recipients=named("Sở Nội vụ", "Sở Nội vụ"))

    assert len(cchc.roll_forward(plan, 2027, registry=REGISTRY).plan.recipients) == 2


def test_channels_of_bodies_that_became_one_are_one_too() -> None:
    """Duties go with the first; a newspaper and a broadcaster are two forms of which a person decides."""

    def of(id_: str, name: str, family: str) -> Channel:
        return Channel(id=id_, name=name, family=family, schedule=Schedule(kind="all_year"))  # type: ignore[arg-type]

    duty = Assignment(id="d", bodies=named("Sở Nội vụ"), task="viết bài", channel="b")
    one = province(
        Item(
            facts=(
                of("a", "Báo Nam Định", "press"),
                of("b", "Đài Phát thanh và Truyền hình tỉnh", "press"),
                duty,
            )
        )
    )
    two = province(
        Item(
            facts=(
                of("a", "Báo Nam Định", "press"),
                of("b", "Đài Phát thanh và Truyền hình tỉnh", "broadcast"),
            )
        )
    )
    joined, apart = (cchc.roll_forward(plan, 2027, registry=REGISTRY) for plan in (one, two))

    assert [channel.id for channel in cchc.channels(joined.plan)] == ["a"]
    assert cchc.assignments(joined.plan)[0].channel == "a"
    assert len(cchc.channels(apart.plan)) == 2
    assert "merged" in {decision.kind for decision in apart.decisions}


def test_a_department_that_ended_takes_its_symbol_and_filing_line_along() -> None:
    """Or asks, with the issuer, where several took over."""
    fields = {"level": "department", "parent_body": Body(words="UBND tỉnh Nam Định")}
    one = province(
        **fields, issuer=Body(words="Sở Kế hoạch và Đầu tư"), symbol="KH-SKHĐT", archive="VT, SKHĐT"
    )
    two = province(**fields, issuer=Body(words="Sở Thông tin và Truyền thông"), symbol="KH-STTTT")
    done, asked = (cchc.roll_forward(plan, 2027, registry=REGISTRY) for plan in (one, two))

    assert (done.plan.issuer.words, done.plan.symbol, done.plan.archive) == (
        "Sở Tài chính",
        "KH-STC",
        "VT, STC",
    )
    assert asked.plan.symbol == "KH-STTTT"
    assert next(decision.places for decision in asked.decisions if decision.kind == "body") == (
        "issuer",
        "symbol",
    )


def test_a_communes_district_becomes_its_province() -> None:
    """In fields and in words, named or not; another district is asked about."""
    plan = Plan(
        id="khe-sanh-2022",
        year=2022,
        level="commune",
        issuer=Body(words="UBND thị trấn Khe Sanh", code="19429"),
        parent_body=Body(words="UBND huyện Hướng Hóa", code="465"),
        subject="Tuyên truyền năm 2022",
        parts=(Item(words="Báo cáo UBND huyện trước kỳ họp; trao đổi với UBND huyện Đakrông."),),
        recipients=named("UBND huyện", "Sở Nội vụ"),
    )
    done = cchc.roll_forward(plan, 2027, registry=REGISTRY)

    assert done.plan.recipients == named("UBND tỉnh Quảng Trị", "Sở Nội vụ")
    assert (
        done.plan.parts[0].words
        == "Báo cáo UBND tỉnh Quảng Trị trước kỳ họp; trao đổi với UBND huyện Đakrông."
    )
    assert [one.words for one in done.decisions if one.kind == "term"] == ["UBND huyện"]


def test_words_that_no_longer_fit_their_time_are_cleared() -> None:
    """Words of a schedule that name another year than its fields do."""
    channel = Channel(
        id="a",
        name="hội nghị",
        lead=named("Sở Nội vụ"),
        schedule=Schedule(kind="once", start=dt.date(2022, 5, 9), words="tuần thứ hai của tháng 4 năm 2022"),
    )
    (after,) = cchc.channels(
        cchc.roll_forward(province(Item(facts=(channel,))), 2027, registry=REGISTRY).plan
    )

    assert after.schedule == Schedule(kind="once", start=dt.date(2027, 5, 9))


def test_what_a_rule_mends_safely_is_mended_with_its_source() -> None:
    """A slip, the filing line, a capital: the change names the rule's source."""
    plan = province(Item(words="Phục vụ nhân dân ở khui vực nông thôn"), archive="VP1")
    done = cchc.roll_forward(plan, 2027, registry=REGISTRY)
    mended = {change.after: change.source for change in done.edits}

    assert done.plan.parts[0].items[0].words == "Phục vụ Nhân dân ở khu vực nông thôn"
    assert done.plan.archive == "VT, VP1"
    assert "30/2020/NĐ-CP" in mended["Nhân dân"]
    assert "30/2020/NĐ-CP" in mended["VT, VP1"]


def test_a_fault_that_has_nothing_to_do_with_the_year_stays_a_finding() -> None:
    """Questions are those of the new year alone: a number that says another year than its day is for the check."""
    plan = basis("30/2021/NĐ-CP", dt.date(2020, 3, 5), "Nghị định", "Chính phủ", "về công tác văn thư")
    done = cchc.roll_forward(plan, 2027, registry=REGISTRY)

    assert "CC105" in {one.code for one in cchc.check_plan(done.plan, registry=REGISTRY)}
    assert "CC105" not in {one.code for one in done.decisions}


def test_a_province_that_became_a_city_is_called_one() -> None:
    """Where the words mean it: ranks, lists and other provinces keep theirs."""
    words = "Các cơ quan của tỉnh, Tỉnh ủy Đồng Nai và UBND tỉnh; cơ quan cấp tỉnh; các tỉnh, thành phố; UBND tỉnh Sơn La."
    plan = province(Item(words=words), issuer=Body(words="UBND tỉnh Đồng Nai", code="75"))
    done = cchc.roll_forward(plan, 2027, registry=REGISTRY)

    assert done.plan.issuer.words == "UBND thành phố Đồng Nai"
    assert done.plan.parts[0].items[0].words == (
        "Các cơ quan của thành phố, Thành ủy Đồng Nai và UBND thành phố; cơ quan cấp tỉnh; các tỉnh, thành phố; "
        "UBND tỉnh Sơn La."
    )
