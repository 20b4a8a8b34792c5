"""The Báo cáo: nothing of what units said is lost, every figure leads back to its cell, every form of it holds."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc
import cchc_can_tho
import cchc_nam_dinh
import cchc_quang_tri
import cchc_son_la
from cchc.cli import main
from cchc.document import AnnexTitle, Chart, Document, Heading, SignatureBlock, Table
from cchc.model import (
    Answer,
    Asked,
    Body,
    CellSource,
    Channel,
    Figure,
    Indicator,
    Item,
    Level,
    Plan,
    Progress,
    Quantity,
    Report,
    UnitReport,
)
from cchc.plugins import Outcome, Registry, ReportSection, ReportTemplate, hookimpl
from cchc.reporting import GROUPS, group_of, outcome_of, sums, trace_sheet
from tests.reporting.sample import NOI_VU, PLAN, UNITS, VAN_HO
from tests.strategies import reports

BARE = Registry.of()
REGISTRY = Registry.of(cchc_can_tho, cchc_nam_dinh, cchc_quang_tri, cchc_son_la)
FORMATS = [one.key for one in BARE.formats]


def returned(unit: Body, period: str = "2027-Q1", **more: object) -> UnitReport:
    """Return what one unit returned."""
    facts: dict[str, object] = {"plan_id": PLAN.id, "unit": unit, "period": period}
    return UnitReport(**{**facts, **more})  # type: ignore[arg-type]


def counted(indicator: str, value: int | Decimal, cell: str = "D4", file: str = "van-ho.xlsx") -> Figure:
    """Return a figure from a cell."""
    return Figure(indicator=indicator, value=value, source=CellSource(file=file, sheet="Số liệu", cell=cell))


def report(*returns: UnitReport, plan: Plan = PLAN, units: tuple[Body, ...] = UNITS) -> Report:
    """Return these returns with the plan and with who was asked for the first quarter."""
    return Report(
        returns=returns, plans=(plan,), asked=(Asked(plan_id=plan.id, period="2027-Q1", units=units),)
    )


def text(subject: Report | Document, **more: object) -> str:
    """Return the words of a report, each blank one space."""
    return " ".join(cchc.render(subject, "txt", registry=BARE, **more).decode("utf-8").split())  # type: ignore[arg-type]


def headings(document: Document) -> list[str]:
    """Return the headings of the main part with their markers."""
    return [f"{one.marker} {one.text}" for one in document.sections[0].blocks if isinstance(one, Heading)]


class TestEveryFormHolds:
    """A report renders in every format, in every form, to the same bytes, whatever units wrote."""

    @given(given_=reports(hostile=True), key=st.sampled_from(FORMATS))
    @settings(max_examples=40, deadline=None)
    def test_without_an_exception(self, given_: Report, key: str) -> None:
        """With a plan and without, contradictions and odd characters among it; the empty one is refused."""
        if not (given_.returns or given_.asked):
            with pytest.raises(cchc.errors.ModelError):
                cchc.render(given_, key, registry=REGISTRY)
            return
        written = cchc.render(given_, key, registry=REGISTRY)

        assert written == cchc.render(given_, key, registry=REGISTRY)

    @given(given_=reports(), template=st.sampled_from([one.key for one in REGISTRY.report_templates]))
    @settings(max_examples=40, deadline=None)
    def test_in_every_province(self, given_: Report, template: str) -> None:
        """Each template takes each report; only level and day can be refused."""
        if not (given_.returns or given_.asked):
            return
        try:
            document = cchc.compose(given_, template=template, registry=REGISTRY)
        except cchc.errors.UnsuitableTemplateError:
            return

        assert document.sections[0].blocks


class TestGroupsAddUpToTheWhole:
    """The sums of the groups of units are the sum of all units, digit by digit."""

    @given(given_=reports())
    @settings(max_examples=60)
    def test_sums(self, given_: Report) -> None:
        """Also of long decimals, and of states; what does not add up has no sum in any group."""
        indicators = (
            Indicator(id="tin-bai", name="Tin, bài"),
            Indicator(id="ty-le", name="Tỷ lệ", adds="none"),
        )
        whole = sums(given_, indicators)
        parts = [sums(given_, indicators, group=group) for group in GROUPS]
        values = [found[0].value for found in parts if found[0].value is not None]

        assert sum(values) == (whole[0].value or 0)
        assert {found[1].value for found in parts} == {None}

    def test_no_digit_is_rounded_away(self) -> None:
        """Longer than the arithmetic of decimals is precise."""
        many = Decimal("1234567890123456789012345678901.25")
        made = Report(
            returns=(
                returned(VAN_HO, figures=(counted("tin-bai", many),)),
                returned(NOI_VU, figures=(counted("tin-bai", Decimal("0.125")),)),
            )
        )

        (found,) = sums(made, (Indicator(id="tin-bai", name="Tin, bài"),))

        assert str(found.value) == "1234567890123456789012345678901.375"


class TestEveryFigureLeadsToItsCell:
    """What the table of sources says adds up to what the report prints, and no returned figure is missing in it."""

    @given(given_=reports())
    @settings(max_examples=50, deadline=None)
    def test_traced(self, given_: Report) -> None:
        """Each figure of the period that counts, once, with file, sheet and cell."""
        if not (given_.returns or given_.asked):
            return
        outcome = outcome_of(given_, BARE.knowledge)
        sheet = trace_sheet(given_, outcome)
        traced: dict[str, list[int | Decimal]] = defaultdict(list)
        names = {one.name for one in outcome.indicators}
        for period, name, _, value, *_cell in sheet.rows:
            if period == outcome.period and name in names and isinstance(value, (int, Decimal)):
                traced[str(name)].append(value)
        for row in outcome.rows:
            if len([one for one in outcome.indicators if one.name == row.sum.indicator.name]) > 1:
                continue
            found = traced[row.sum.indicator.name]

            assert len(row.sum.parts) == len(found)
            assert row.sum.value is None or row.sum.value == sum(found)

    def test_states_have_their_cells_too(self) -> None:
        """A count of duties is a figure like any other."""
        step = Progress(
            task="ke-hoach", status="done", source=CellSource(file="a.xlsx", sheet="Nhiệm vụ", cell="E7")
        )
        made = report(returned(VAN_HO, progress=(step,)))
        rows = trace_sheet(made, outcome_of(made, BARE.knowledge)).rows

        assert [("Hoàn thành", "a.xlsx", "Nhiệm vụ", "E7")] == [row[3:] for row in rows]


def test_a_report_file_holds_all_that_its_document_needs() -> None:
    """Dumped and loaded, nothing else at hand, the same document; a file of returns alone still loads."""
    made = report(returned(VAN_HO, figures=(counted("tin-bao", 5),)))
    again = cchc.load_report(cchc.dump_report(made, "json").encode(), format="json")
    old = cchc.load_report(b'{"cchc": 1, "returns": []}', format="json")

    assert made == again
    assert cchc.compose(made, registry=BARE) == cchc.compose(again, registry=BARE)
    assert Report() == old


def test_a_report_without_its_plan_is_still_a_report() -> None:
    """Figures that the tables know have their names and sums; others say that nobody knows how they add up."""
    made = Report(
        returns=(
            returned(VAN_HO, figures=(counted("hoi-nghi", 1200), counted("la", 7))),
            returned(NOI_VU, figures=(counted("hoi-nghi", 34),)),
        )
    )
    document = cchc.compose(made, registry=BARE)
    said = text(document)

    assert ["CN302"] == [one.code for one in document.diagnostics]
    assert "Kết quả tuyên truyền cải cách hành chính quý I năm 2027" in said
    assert "Hội nghị, hội thảo tuyên truyền cuộc 1.234" in said
    assert "la không cộng" in said


def test_sections_without_a_word_are_left_out_and_numbers_close_up() -> None:
    """Only figures were reported: no results, no duties, no difficulties; what the office must write itself stays."""
    document = cchc.compose(report(returned(VAN_HO, figures=(counted("tin-bao", 5),))), registry=BARE)

    assert [
        "I. TÌNH HÌNH TRIỂN KHAI",
        "1. Tình hình gửi báo cáo",
        "II. KẾT QUẢ THỰC HIỆN",
        "1. Số liệu tổng hợp",
        "III. ĐÁNH GIÁ CHUNG",
        "1. Ưu điểm",
    ] == headings(document)


def test_nobody_reported() -> None:
    """Who was asked is known, and that is what there is to say."""
    said = text(report())

    assert "Chưa có đơn vị nào trong 03 đơn vị gửi báo cáo." in said
    assert "Chưa có đơn vị nào báo cáo số liệu." in said


CHANNEL = Channel(id="bao", name="Tin, bài trên báo", quantity=Quantity(number=150, unit="tin, bài"))
TARGETED = attrs.evolve(
    PLAN,
    parts=(Item(role="channels", facts=(CHANNEL,)),),
    indicators=(
        Indicator(id="tin", name="Tin, bài", unit="tin, bài", channel="bao"),
        Indicator(id="doc", name="Người đọc", unit="người", channel="bao"),
    ),
)


def test_targets_are_those_of_the_channel_that_is_counted() -> None:
    """In its unit of count; readers are not measured by the number of items. Halves round up."""
    made = report(
        returned(VAN_HO, figures=(counted("tin", 37), counted("doc", 9000))),
        plan=attrs.evolve(TARGETED, id=PLAN.id),
    )
    rows = {one.sum.indicator.id: one for one in outcome_of(made, BARE.knowledge).rows}

    assert (150, None) == (rows["tin"].target, rows["doc"].target)
    assert "Tin, bài trên báo: tin, bài: 37 tin, bài, đạt 24,7% kế hoạch năm (150)." in text(made)


def test_the_year_so_far_is_compared_with_the_target() -> None:
    """Two quarters of the half of 150; the first quarter alone would be a third of it."""
    plan = attrs.evolve(TARGETED, id=PLAN.id)
    made = report(returned(VAN_HO, "2027-Q1", figures=(counted("tin", 50),)), plan=plan) | Report(
        returns=(returned(VAN_HO, "2027-Q2", figures=(counted("tin", 25),)),)
    )
    (row, _) = outcome_of(made, BARE.knowledge).rows

    assert (25, 75, 50) == (row.sum.value, row.so_far, row.before)
    assert "đạt 50% kế hoạch năm (150)" in text(made)


def test_what_has_no_room_in_the_text_stands_in_the_annex() -> None:
    """Thirty units, thirty difficulties: each is quoted as written somewhere, and the text says where."""
    units = tuple(Body(words=f"UBND xã Số {number}") for number in range(30))
    made = report(
        *(
            returned(unit, texts=(Answer(key="kho-khan", words=f"Khó khăn thứ {number} & <b>"),))
            for number, unit in enumerate(units)
        ),
        units=units,
    )
    said = text(made)

    assert [] == [number for number in range(30) if f"Khó khăn thứ {number} & <b>" not in said]
    assert "(Còn 20 ý kiến khác, ghi đủ tại Phụ lục.)" in said


def test_the_text_names_each_annex() -> None:
    """By its number and its title; each says to which report it belongs."""
    made = report(
        returned(
            VAN_HO,
            figures=(counted("tin-bao", 5),),
            progress=(Progress(task="ke-hoach", status="done", result="Đã ban hành"),),
        )
    )
    document = cchc.compose(made, registry=BARE)
    heads = [section.blocks[0] for section in document.sections[1:]]

    assert ["PHỤ LỤC I", "PHỤ LỤC II"] == [one.label for one in heads if isinstance(one, AnnexTitle)]
    assert (
        "Kèm theo Báo cáo này: Phụ lục I (Số liệu theo đơn vị); "
        "Phụ lục II (Tiến độ thực hiện nhiệm vụ của từng đơn vị)."
    ) in text(document)
    assert text(document).count("Kèm theo Báo cáo số") == 2


def test_each_line_of_an_answer_is_one_answer() -> None:
    """Forms ask for one difficulty a line, so that equal ones are named together."""
    made = report(
        returned(VAN_HO, texts=(Answer(key="kho-khan", words="- Thiếu người\n- Thiếu tiền"),)),
        returned(NOI_VU, texts=(Answer(key="kho-khan", words="Thiếu tiền"),)),
    )

    assert "a) Sở Nội vụ; UBND xã Vân Hồ: “Thiếu tiền”. b) UBND xã Vân Hồ: “Thiếu người”." in text(made)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Không", False),
        ("- Không có.", False),
        ("Không có khó khăn, vướng mắc", False),
        ("Ko có ý kiến", False),
        ("Không có kinh phí", True),
        ("Chưa có loa ở 3 bản", True),
    ],
)
def test_who_has_nothing_to_say_is_not_quoted(words: str, said: bool) -> None:
    """The workbook keeps the answer as it was given."""
    answer = Answer(key="kien-nghi", words=words, source=CellSource())
    document = cchc.compose(report(returned(VAN_HO, texts=(answer,))), registry=BARE)
    sheets = [sheet for sheet in document.sheets if sheet.key == "answers"]

    assert [words.strip("-. ") in text(document), [row[2] for row in sheets[0].rows]] == [said, [words]]


def test_nobody_reports_to_himself() -> None:
    """A template for every department is addressed to Sở Nội vụ; Sở Nội vụ itself writes to the others."""
    plan = attrs.evolve(PLAN, level="department", issuer=Body(words="Sở Nội vụ"))
    template = ReportTemplate(
        key="so",
        name="Báo cáo của sở",
        levels=("department",),
        source="Ví dụ của phép thử",
        sections=(ReportSection(role="own_words", heading="KẾT QUẢ"),),
        addressees=("UBND tỉnh", "Sở Nội vụ"),
    )
    said = cchc.reporting.compose_report(
        outcome_of(report(returned(VAN_HO), plan=plan), BARE.knowledge), template
    )

    assert "Kính gửi: UBND tỉnh. " in text(said)


def test_recipients_that_are_named_by_a_part_of_the_plan_are_not_the_report_s() -> None:
    """A part of the plan that names them is no part of the report."""
    plan = attrs.evolve(PLAN, recipients=(Body(words="Sở Nội vụ (b/c)"), Body(words="Như mục V (t/h)")))
    document = cchc.compose(report(returned(VAN_HO), plan=plan), registry=BARE)
    signed = document.sections[0].blocks[-1]

    assert isinstance(signed, SignatureBlock)
    assert signed.recipients == ("- Sở Nội vụ (b/c);", "- Lưu: VT.")


@pytest.mark.parametrize(
    ("level", "words"), [("province", "Sở, ban, ngành, đơn vị"), ("commune", "Cơ quan, đơn vị")]
)
def test_a_commune_has_offices_and_no_departments(level: Level, words: str) -> None:
    """The group of units without a place of their own is called as at the level of who reports."""
    plan = attrs.evolve(PLAN, level=level)
    (sheet,) = [
        one
        for one in cchc.compose(report(returned(NOI_VU), plan=plan), template="report", registry=BARE).sheets
        if one.key == "missing"
    ]

    assert {group for _, group in sheet.rows if "Xã" not in str(group)} <= {words}
    assert words in text(cchc.compose(report(plan=plan), template="report", registry=BARE))


def test_what_is_late_says_why_or_that_nobody_said() -> None:
    """Reasons as written; units that give none are named."""
    made = report(
        returned(VAN_HO, progress=(Progress(task="ke-hoach", status="late", reason="Thiếu người"),)),
        returned(NOI_VU, progress=(Progress(task="ke-hoach", status="late"),)),
    )

    assert "chậm 02. Chưa nêu lý do: Sở Nội vụ. - UBND xã Vân Hồ: “Thiếu người”" in text(made)


def test_units_are_told_from_each_other_by_their_codes() -> None:
    """The list spells a name otherwise; who was not asked is said, and counts."""
    other = Body(words="Ủy ban nhân dân xã Vân Hồ", code="04048")
    made = report(returned(other), returned(Body(words="Trường Chính trị tỉnh")))
    document = cchc.compose(made, registry=BARE)

    assert ["CN305"] == [one.code for one in document.diagnostics]
    assert "Có 01/03 đơn vị gửi báo cáo" in text(document)


def test_a_unit_without_a_code_is_known_by_its_name() -> None:
    """In the list as in the returns; where it reports under both, that is said."""
    bare = Body(words="ủy ban nhân dân xã Vân Hồ")
    alone = outcome_of(report(returned(bare)), BARE.knowledge)
    twice = outcome_of(report(returned(bare), returned(VAN_HO)), BARE.knowledge)

    assert [NOI_VU, UNITS[2]] == list(alone.missing)
    assert ((), ("CN306",)) == tuple(tuple(one.code for one in each.diagnostics) for each in (alone, twice))


def test_two_drafts_of_one_plan_are_said() -> None:
    """The later one counts."""
    later = attrs.evolve(PLAN, date=dt.date(2027, 2, 1), symbol="KH-UBND", subject="Kế hoạch sau")
    outcome = outcome_of(report(returned(VAN_HO)) | Report(plans=(later,)), BARE.knowledge)

    assert ("CN303", later) == (outcome.diagnostics[0].code, outcome.plan)


def test_a_unit_that_reports_on_two_plans_is_said() -> None:
    """Its figures stand in both, and are added up from both."""
    two = report(returned(VAN_HO), attrs.evolve(returned(VAN_HO), plan_id="khac"))

    assert "CN304" in {one.code for one in outcome_of(two, BARE.knowledge).diagnostics}


def test_a_ministry_is_reported_by_its_own_plan() -> None:
    """Of the plans of one period that of the highest level is whose report it is."""
    ministry = attrs.evolve(PLAN, id="bo-noi-vu-2027", level="ministry", issuer=Body(words="Bộ Nội vụ"))
    made = report(returned(VAN_HO)) | Report(
        plans=(ministry,), asked=(Asked(plan_id=ministry.id, period="2027-Q1"),)
    )

    assert ministry == outcome_of(made, BARE.knowledge).plan


def test_old_units_have_their_old_groups() -> None:
    """Townships before 1 July 2025, none since."""
    unit = Body(words="UBND thị trấn Khe Sanh")
    plan = attrs.evolve(PLAN, year=2022)
    made = Report(returns=(returned(unit, "2022-Q1"), returned(NOI_VU, "2022-Q1")), plans=(plan,))

    assert GROUPS[3] == group_of(unit)
    assert "xã, phường, thị trấn: 01" in text(made)


def test_charts_are_numbered_and_stand_only_where_there_is_something_to_see() -> None:
    """Who is missing by group, states, figures beside the quarter before; none for a single figure."""
    steps = (Progress(task="ke-hoach", status="done"), Progress(task="bao-cao", status="late"))
    figures = (counted("tin-bao", 5), counted("hoi-nghi", 3))
    made = report(returned(NOI_VU, progress=steps, figures=figures)) | Report(
        returns=(returned(NOI_VU, "2026-Q4", figures=figures),)
    )
    charts = [
        one.title for one in cchc.compose(made, registry=BARE).sections[0].blocks if isinstance(one, Chart)
    ]

    assert [
        "Biểu đồ 1. Số đơn vị gửi báo cáo theo nhóm",
        "Biểu đồ 2. Tiến độ thực hiện nhiệm vụ",
        "Biểu đồ 3. Số liệu trong kỳ so với kỳ trước (kỳ trước = 100%)",
    ] == charts
    assert "Biểu đồ" not in text(report(returned(NOI_VU, figures=figures[:1]), units=()))


def test_shares_of_printed_tables_make_a_whole() -> None:
    """No column is squeezed because others claim too much."""
    steps = tuple(
        Progress(task=task, status=status)  # type: ignore[arg-type]
        for task, status in zip(
            ("ke-hoach", "bao-cao", "pano", "truyen-thanh", "khac"),
            ("done", "ongoing", "late", "not_started", "dropped"),
        )
    )
    figures = tuple(counted(one.id, 5) for one in PLAN.indicators)
    made = report(
        *(returned(unit, progress=steps, figures=figures) for unit in UNITS),
    ) | Report(
        returns=(returned(VAN_HO, "2026-Q4", figures=figures), returned(VAN_HO, "2026-Q1", figures=figures))
    )
    tables = [
        block
        for section in cchc.compose(made, registry=BARE).sections
        for block in section.blocks
        if isinstance(block, Table)
    ]

    assert len(tables) >= 5
    assert [] == [
        table.description for table in tables if not 90 <= sum(one.share for one in table.columns) <= 100
    ]


class TestTheProvinceDecides:
    """A report finds the form of its province, level and day, as a plan does; `template=` takes any that fits."""

    def test_by_the_code_of_the_issuer(self) -> None:
        """Sơn La has its own; where no plugin knows the province the plain form serves."""
        made = report(returned(VAN_HO, progress=(Progress(task="pano", status="done"),)))

        assert "I. NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN ĐÃ THỰC HIỆN" in headings(
            cchc.compose(made, registry=REGISTRY)
        )
        assert "I. TÌNH HÌNH TRIỂN KHAI" in headings(cchc.compose(made, registry=BARE))

    def test_a_plugin_brings_one(self) -> None:
        """As data, or as a function where data is not enough; a key that plans have is a conflict."""

        class Plugin:
            @hookimpl
            def cchc_templates(self) -> tuple[ReportTemplate, ...]:
                own = ReportTemplate(
                    key="rieng",
                    name="Mẫu riêng",
                    levels=("province",),
                    source="thử",
                    sections=(ReportSection(role="figures", heading="Số liệu"),),
                    title="Số liệu {period}",
                    addressees=("Bộ Nội vụ", "UBND tỉnh"),
                )
                return own, attrs.evolve(own, key="standard")

        registry = Registry.of(Plugin())
        made = report(returned(VAN_HO, figures=(counted("tin-bao", 5),)))
        document = cchc.compose(made, template="rieng", registry=registry)

        assert "Số liệu quý I năm 2027" == document.properties.subject
        assert "Kính gửi: - Bộ Nội vụ; - UBND tỉnh." in text(document)
        assert ["conflict"] * 2 == [one.stage for one in registry.failures]

    def test_a_function_writes_what_data_cannot_say(self) -> None:
        """It gets what the report comes to, and its template."""

        def write(outcome: Outcome, template: ReportTemplate) -> Document:
            plain = cchc.compose(report(), registry=BARE)
            title = f"{template.key}: {outcome.rows[0].sum.value}"
            return attrs.evolve(plain, properties=attrs.evolve(plain.properties, title=title))

        class Plugin:
            @hookimpl
            def cchc_templates(self) -> tuple[ReportTemplate, ...]:
                return (attrs.evolve(BARE.report_template("report"), key="rieng", compose=write),)

        made = report(returned(VAN_HO, figures=(counted("tin-bao", 5),)))
        document = cchc.compose(made, template="rieng", registry=Registry.of(Plugin()))

        assert "rieng: 5" == document.properties.title

    def test_answers_without_a_part_stand_in_the_annex(self) -> None:
        """A template without a part for proposals loses none of them."""

        class Plugin:
            @hookimpl
            def cchc_templates(self) -> tuple[ReportTemplate, ...]:
                parts = (ReportSection(role="figures", heading="Số liệu"),)
                return (attrs.evolve(BARE.report_template("report"), key="rieng", sections=parts),)

        made = report(returned(VAN_HO, texts=(Answer(key="kien-nghi", words="Xin thêm người"),)))
        document = cchc.compose(made, template="rieng", registry=Registry.of(Plugin()))

        assert "Ý KIẾN CỦA CÁC ĐƠN VỊ" in text(document)
        assert "Xin thêm người" in text(document)
        assert "UBND xã Song Khủa" in text(document)

    def test_a_slip_in_a_wording_is_said_when_it_is_written(self) -> None:
        """Not at an office's first report."""
        with pytest.raises(cchc.errors.ModelError, match="unknown fields"):
            attrs.evolve(REGISTRY.report_templates[0], opening="{nguoi}")


def test_the_command_takes_a_template_and_the_list_of_the_collection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The returns say who was asked, so that no list is needed again; later periods are left out."""
    monkeypatch.chdir(tmp_path)
    made = report(returned(VAN_HO, figures=(counted("tin-bao", 5),))) | Report(
        returns=(returned(VAN_HO, "2027-Q2", figures=(counted("tin-bao", 900),)),)
    )
    Path("plan.yaml").write_text(cchc.dump_plan(PLAN), encoding="utf-8")
    Path("thu.json").write_text(cchc.dump_report(made, "json"), encoding="utf-8")
    line = ["report", "plan.yaml", "thu.json", "--period", "2027-Q1", "--to", "txt"]

    assert 0 == main([*line, "--template", "report"])
    said = Path("son-la-2027_2027-Q1.txt").read_text(encoding="utf-8")
    assert "Có 01/03 đơn vị gửi báo cáo" in said
    assert "900" not in said
    assert 1 == main([*line, "--force", "--template", "standard"])
    assert "chỉ trình bày kế hoạch" in capsys.readouterr().err
    assert 0 == main(["report", "plan.yaml", "thu.json", "--period", "2027-Q3", "--to", "txt"])
    assert "không có báo cáo nào" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("level", "words"), [("province", "Sở, ban, ngành, đơn vị"), ("commune", "Cơ quan, đơn vị")]
)
def test_who_has_reported_is_grouped_by_the_same_words(level: Level, words: str) -> None:
    """The list of who has reported, too, knows no departments in a commune."""
    plan = attrs.evolve(PLAN, level=level)
    collection = cchc.collect_forms(plan, "2027-Q1", [NOI_VU], [], registry=BARE)
    period = cchc.reporting.reporting_period("2027-Q1", level=level, knowledge=BARE.knowledge, regime="cchc")
    (status, *_) = cchc.reporting.status_document(collection, plan, period).sheets

    assert [row[2] for row in status.rows] == [words]
