"""Composing plans: what is printed, in which order, and that nothing is lost."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from cchc.document import AnnexTitle, Document, Heading, Letterhead, Paragraph, SignatureBlock, Table, Title
from cchc.errors import ModelError
from cchc.model import Assignment, Body, Channel, Item, LegalBasis, Plan, Quantity, Schedule, Signature
from cchc.templates import TEMPLATES, Section, Template, compose_plan

STANDARD, AS_READ = TEMPLATES
ON = dt.date(2027, 1, 1)
BLANK = "\N{NO-BREAK SPACE}" * 8


def plan(**changes: object) -> Plan:
    """Return a small issued plan with *changes*."""
    made = Plan(
        id="p",
        status="issued",
        year=2027,
        level="province",
        issuer=Body(words="UBND tỉnh Sơn La", code="14"),
        number="5",
        symbol="KH-UBND",
        place="Sơn La",
        date=dt.date(2027, 1, 5),
        subject="Tuyên truyền cải cách hành chính năm 2027",
        parts=(Item(role="purpose", items=(Item(words="Một."), Item(words="Hai."))),),
        recipients=(Body(words="Bộ Nội vụ"),),
        archive="VT, SNV",
        signature=Signature(
            authority=("TM. Ủy ban nhân dân", "KT. Chủ tịch"), position="Phó Chủ tịch", name="Nguyễn Văn A"
        ),
    )
    return attrs.evolve(made, **changes)


def lines(document: Document) -> list[str]:
    """Return headings and paragraphs of the pages as lines of text."""
    out = []
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Heading):
                tail = ": " + "".join(run.text for run in block.run_in) if block.run_in else ""
                out.append(f"{block.marker} {block.text}{tail}".strip())
            elif isinstance(block, Paragraph):
                out.append(f"{block.marker} {block.text}".strip())
    return out


def only(document: Document, kind: type, section: int = 0) -> object:
    """Return the one block of *kind* in a section."""
    (found,) = [block for block in document.sections[section].blocks if isinstance(block, kind)]
    return found


def test_the_letterhead_breaks_before_the_unit_and_pads_the_number() -> None:
    """UBND is written out, its unit has a line of its own, numbers below ten take a zero."""
    head = only(compose_plan(plan(), STANDARD, on=ON), Letterhead)

    assert (
        Letterhead(
            issuer=("ỦY BAN NHÂN DÂN", "TỈNH SƠN LA"),
            number="Số: 05/KH-UBND",
            place_date="Sơn La, ngày 05 tháng 01 năm 2027",
        )
        == head
    )


def test_a_long_name_breaks_in_even_lines_and_the_superior_stands_above() -> None:
    """Names that do not fit the column break; a department has a body above it."""
    department = plan(
        issuer=Body(words="Sở Văn hóa, Thể thao và Du lịch"),
        parent_body=Body(words="UBND tỉnh Sơn La"),
        level="department",
    )
    head = only(compose_plan(department, STANDARD, on=ON), Letterhead)

    assert isinstance(head, Letterhead)
    assert ("UBND TỈNH SƠN LA",) == head.superior
    assert ("SỞ VĂN HÓA,", "THỂ THAO VÀ DU LỊCH") == head.issuer


def test_a_draft_has_blanks_and_its_mark() -> None:
    """No number, no date, no place: blanks to fill in, and the page says that it is a draft."""
    head = only(
        compose_plan(plan(status="draft", number=None, date=None, place=""), STANDARD, on=ON), Letterhead
    )

    assert isinstance(head, Letterhead)
    assert f"Số: {BLANK}/KH-UBND" == head.number
    assert f"{BLANK}, ngày{BLANK}tháng{BLANK}năm{BLANK}" == head.place_date
    assert ("DỰ THẢO",) == head.marks


@pytest.mark.parametrize(
    ("date", "on", "expected"),
    [
        (dt.date(2020, 3, 4), ON, "tt01-2011"),
        (dt.date(2020, 3, 5), ON, "nd30-2020"),
        (None, dt.date(2014, 1, 1), "tt01-2011"),
        (None, ON, "nd30-2020"),
    ],
)
def test_the_day_of_issue_decides_the_standard(date: dt.date | None, on: dt.date, expected: str) -> None:
    """NĐ 30/2020/NĐ-CP holds from 5 March 2020; a plan without a date goes by the day that it is asked for."""
    assert expected == compose_plan(plan(date=date), STANDARD, on=on).standard.key


def test_the_end_mark_stands_behind_the_last_words() -> None:
    """Exactly one end mark, whether the closing brings one or not."""
    for closing in ("Hết lời.", "Hết lời./.", "Hết lời"):
        document = compose_plan(plan(closing=closing), STANDARD, on=ON)

        assert "Hết lời./." == lines(document)[-1]

    bare = attrs.evolve(STANDARD, closing="")

    assert "b) Hai./." == lines(compose_plan(plan(), bare, on=ON))[-1]


def test_recipients_end_with_who_files_it() -> None:
    """Each line ends with a semicolon, the filing line with a full stop; a plan without recipients still has it."""
    signed = only(compose_plan(plan(), STANDARD, on=ON), SignatureBlock)
    bare = only(compose_plan(plan(recipients=(), archive=""), STANDARD, on=ON), SignatureBlock)

    assert (
        SignatureBlock(
            recipients=("- Bộ Nội vụ;", "- Lưu: VT, SNV."),
            authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
            position="PHÓ CHỦ TỊCH",
            name="Nguyễn Văn A",
        )
        == signed
    )
    assert isinstance(bare, SignatureBlock)
    assert ("- Lưu: VT.",) == bare.recipients


BASES = (
    LegalBasis(
        kind="Nghị quyết",
        number="76/NQ-CP",
        date=dt.date(2021, 7, 15),
        issuer="Chính phủ",
        title="ban hành Chương trình tổng thể",
        use="basis",
    ),
    LegalBasis(words="Theo đề nghị của Giám đốc Sở Nội vụ"),
)


def test_bases_stand_on_lines_of_their_own() -> None:
    """Each ends with a semicolon, the last with a full stop; words that bring an opener get no second one."""
    document = compose_plan(plan(bases=BASES), STANDARD, on=ON)
    found = [b.text for b in document.sections[0].blocks if isinstance(b, Paragraph) and b.style == "basis"]

    assert [
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể;",
        "Theo đề nghị của Giám đốc Sở Nội vụ.",
    ] == found
    assert (
        "Ủy ban nhân dân tỉnh Sơn La ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2027 như sau:"
        in lines(document)
    )


def test_bases_stand_in_one_sentence_where_the_template_wants_it() -> None:
    """Inline bases open the sentence that issues the plan."""
    inline = attrs.evolve(
        STANDARD, bases="inline", citation="short", opening="{bases}, {issuer} lập {kind} {subject}:"
    )
    document = compose_plan(plan(bases=BASES[:1]), inline, on=ON)

    assert (
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể, Ủy ban nhân dân tỉnh "
        "Sơn La lập Kế hoạch tuyên truyền cải cách hành chính năm 2027:"
    ) == lines(document)[0]


def test_an_opening_in_words_wins_and_says_its_bases_once() -> None:
    """A basis that the opening cites is not printed again; another one is."""
    other = attrs.evolve(BASES[0], number="23/CT-TTg", kind="Chỉ thị")
    words = "Thực hiện Nghị quyết số 76/NQ-CP, UBND tỉnh đề ra Kế hoạch:"
    document = compose_plan(plan(opening=words, bases=(BASES[0], other)), STANDARD, on=ON)
    text = "\n".join(lines(document))

    assert words in text
    assert 1 == text.count("76/NQ-CP")
    assert 1 == text.count("23/CT-TTg")


PARENT = LegalBasis(
    kind="Kế hoạch",
    number="111/KH-UBND",
    date=dt.date(2026, 9, 29),
    issuer="UBND tỉnh",
    title="cải cách hành chính giai đoạn 2026 - 2030",
)


@pytest.mark.parametrize("kind", ["KH", "QĐ"])
@pytest.mark.parametrize("bases", ["lines", "inline"])
def test_a_parent_plan_is_named_among_the_bases(kind: str, bases: str) -> None:
    """It is carried out, whatever the plan itself rests on."""
    template = attrs.evolve(STANDARD, bases=bases, opening="{bases} {issuer} ban hành {kind} {subject}:")
    document = compose_plan(plan(kind=kind, bases=BASES[:1], parent_plans=(PARENT,)), template, on=ON)

    assert 1 == "\n".join(lines(document)).lower().count("thực hiện kế hoạch số 111/kh-ubnd ngày 29")


def test_at_whose_proposal_is_said_last() -> None:
    """A parent plan stands before it."""
    document = compose_plan(plan(bases=BASES, parent_plans=(PARENT,)), STANDARD, on=ON)
    found = [b.text for b in document.sections[0].blocks if isinstance(b, Paragraph) and b.style == "basis"]

    assert ["Căn cứ", "Thực hiện", "Theo đề"] == [" ".join(text.split()[:2]) for text in found]


def test_a_parent_plan_that_is_said_already_is_not_said_again() -> None:
    """Neither where it stands among the bases, nor where the opening names it."""
    bare = LegalBasis(number="111/KH-UBND", date=dt.date(2026, 9, 29))
    among = compose_plan(plan(bases=(*BASES, PARENT), parent_plans=(bare,)), STANDARD, on=ON)
    words = "Thực hiện Kế hoạch số 111/KH-UBND, UBND tỉnh đề ra Kế hoạch:"
    told = compose_plan(plan(opening=words, parent_plans=(PARENT,)), STANDARD, on=ON)

    assert 1 == "\n".join(lines(among)).count("111/KH-UBND")
    assert 1 == "\n".join(lines(told)).count("111/KH-UBND")


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (LegalBasis(kind="Luật", title="Tổ chức chính quyền địa phương"), "Căn cứ Luật"),
        (LegalBasis(kind="Nghị định", number="118/2025/NĐ-CP"), "Căn cứ Nghị định"),
        (LegalBasis(words="Thông tư số 18/2025/TT-BNV"), "Căn cứ Thông tư"),
        (LegalBasis(kind="Quyết định", number="19/2025/QĐ-TTg"), "Căn cứ Quyết định"),
        (LegalBasis(kind="Quyết định", number="282/QĐ-TTg"), "Thực hiện Quyết định"),
        (LegalBasis(kind="Nghị quyết", number="76/NQ-CP"), "Thực hiện Nghị quyết"),
        (LegalBasis(words="Kế hoạch số 204/KH-UBND"), "Thực hiện Kế hoạch"),
        (LegalBasis(kind="Luật", title="Ban hành văn bản", use="implements"), "Thực hiện Luật"),
        (LegalBasis(kind="Kế hoạch", number="204/KH-UBND", use="basis"), "Căn cứ Kế hoạch"),
    ],
)
def test_rules_are_bases_and_tasks_are_carried_out(basis: LegalBasis, expected: str) -> None:
    """Where the plan does not say how a document is used, its type does."""
    document = compose_plan(plan(bases=(basis,)), STANDARD, on=ON)

    assert any(line.startswith(expected) for line in lines(document))


CHANNEL = Channel(
    id="bao",
    name="Chuyên mục trên Báo Sơn La",
    schedule=Schedule(kind="recurring", every="week"),
    lead=(Body(words="Báo Sơn La"),),
    partners=(Body(words="Sở Nội vụ"),),
    quantity=Quantity(number=52, unit="kỳ"),
)


def channel_lines(items: tuple[Item, ...], template: Template = STANDARD) -> list[str]:
    """Return the lines of a plan whose channels are *items*, behind the heading of the channels."""
    document = compose_plan(plan(parts=(Item(role="channels", items=items),)), template, on=ON)
    found = lines(document)
    return found[found.index("1. Hình thức tuyên truyền") + 1 : -1]


def test_a_channel_without_words_is_written_from_its_fields() -> None:
    """Labelled lines stand in the order of the template's labels."""
    assert [
        "a) Chuyên mục trên Báo Sơn La:",
        "- Thời gian thực hiện: Hằng tuần trong năm 2027.",
        "- Cơ quan chủ trì: Báo Sơn La.",
        "- Cơ quan phối hợp: Sở Nội vụ.",
        "- Số lượng: 52 kỳ.",
    ] == channel_lines((Item(facts=(CHANNEL,)),))


def test_words_of_a_channel_win() -> None:
    """A channel that the plan says in a sentence is printed as that sentence, and no line is added."""
    assert ["a) Đăng tin hằng tuần trên Báo Sơn La."] == channel_lines(
        (Item(words="Đăng tin hằng tuần trên Báo Sơn La.", facts=(CHANNEL,)),)
    )


def test_a_line_in_words_stands_in_for_the_written_one() -> None:
    """The plan's own line takes the place of the template's, and what followed it stays behind it."""
    own = Item(role="lead", label="Chủ trì", words="Tòa soạn Báo Sơn La.")
    stray = Item(words="Tòa soạn phân công phóng viên.", marked=False)

    assert [
        "a) Chuyên mục trên Báo Sơn La:",
        "- Thời gian thực hiện: Hằng tuần trong năm 2027.",
        "- Chủ trì: Tòa soạn Báo Sơn La.",
        "Tòa soạn phân công phóng viên.",
        "- Cơ quan phối hợp: Sở Nội vụ.",
        "- Số lượng: 52 kỳ.",
    ] == channel_lines((Item(facts=(CHANNEL,), items=(own, stray)),))


def test_channels_as_prose_and_as_a_table() -> None:
    """The layout of channels is the template's choice."""
    prose = attrs.evolve(STANDARD, channels="prose")
    table = attrs.evolve(STANDARD, channels="table")
    document = compose_plan(
        plan(parts=(Item(role="channels", items=(Item(facts=(CHANNEL,)),)),)), table, on=ON
    )
    printed = only(document, Table)

    assert [
        "a) Chuyên mục trên Báo Sơn La; hằng tuần trong năm 2027; 52 kỳ; Báo Sơn La chủ trì, phối hợp với Sở Nội vụ."
    ] == channel_lines((Item(facts=(CHANNEL,)),), prose)
    assert isinstance(printed, Table)
    assert ["1", "Chuyên mục trên Báo Sơn La.", "Báo Sơn La", "Sở Nội vụ"] == [
        cell.text for cell in printed.rows[0]
    ][:4]


DUTIES = (
    Assignment(id="d1", bodies=(Body(words="Sở Nội vụ"),), role="lead", task="theo dõi"),
    Assignment(id="d2", bodies=(Body(words="Sở Nội vụ"),), task="tập huấn"),
    Assignment(id="d3", bodies=(Body(words="Báo Sơn La"),), task="đăng tin"),
)


def test_duties_are_gathered_under_their_body() -> None:
    """Neighbours of one body share its heading; a single duty stands in the heading's line."""
    duties = plan(parts=(Item(role="duties", items=tuple(Item(facts=(one,)) for one in DUTIES)),))

    assert ["1. Sở Nội vụ", "a) Chủ trì theo dõi.", "b) Tập huấn.", "2. Báo Sơn La: Đăng tin."] == lines(
        compose_plan(duties, STANDARD, on=ON)
    )[2:-1]


def test_a_party_body_is_asked_and_others_are_ordered() -> None:
    """By clause, who may be ordered is "giao", who may not is "đề nghị"."""
    by_clause = attrs.evolve(STANDARD, duties="by_clause")
    duties = plan(parts=(Item(role="duties", items=tuple(Item(facts=(one,)) for one in DUTIES[1:])),))
    document = compose_plan(duties, by_clause, on=ON, asked=lambda body: body.words.startswith("Báo"))

    assert ["1. Giao Sở Nội vụ tập huấn.", "2. Đề nghị Báo Sơn La đăng tin."] == lines(document)[2:-1]


def test_groups_of_the_plan_are_taken_apart_where_the_template_has_none() -> None:
    """Parts go where the template wants them, in its order, and the paragraph of the group is kept."""
    flat = attrs.evolve(
        STANDARD,
        sections=(
            Section(role="channels", heading="HÌNH THỨC"),
            Section(role="purpose", heading="MỤC TIÊU"),
            Section(role="requirements", heading="YÊU CẦU"),
        ),
    )
    parts = (
        Item(
            role="aims",
            label="MỤC ĐÍCH, YÊU CẦU",
            items=(
                Item(words="Lời chung.", marked=False),
                Item(role="purpose", items=(Item(words="A."),)),
                Item(role="requirements", label="YÊU CẦU CỤ THỂ", items=(Item(words="B."),)),
            ),
        ),
        Item(role="channels", items=(Item(words="C."),)),
    )
    document = compose_plan(plan(parts=parts), flat, on=ON)

    assert [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Lời chung.",
        "II. HÌNH THỨC",
        "1. C.",
        "III. MỤC TIÊU",
        "1. A.",
        "IV. YÊU CẦU CỤ THỂ",
        "1. B.",
    ] == lines(document)[1:-1]


def test_a_group_whose_parts_all_move_is_told() -> None:
    """Its heading has nothing left to head, and does not go in silence."""
    parts = (
        Item(role="aims", label="PHẦN CHUNG", items=(Item(role="purpose", items=(Item(words="Một."),)),)),
    )
    flat = attrs.evolve(STANDARD, sections=(Section(role="purpose", heading="MỤC ĐÍCH"),))
    document = compose_plan(plan(parts=parts), flat, on=ON)

    assert [("CT003", "parts[0]")] == [(one.code, one.location.path) for one in document.diagnostics]


@pytest.mark.parametrize("template", [STANDARD, AS_READ])
def test_a_marker_among_the_words_is_the_marker(template: Template) -> None:
    """A label or a point that brings its own gets no second one; the others are numbered on."""
    points = (Item(words="a) Một."), Item(words="Hai."), Item(words="- Ba."), Item(words="2.500 tờ gấp."))
    parts = (Item(label="Phần đầu", items=points), Item(label="II. Phần sau", items=(Item(words="Hết."),)))
    document = compose_plan(plan(parts=parts, closing="Hết."), template, on=ON)
    heading = next(b for b in document.sections[0].blocks if isinstance(b, Heading) and b.marker == "II.")
    points_said = [line for line in lines(document) if line.endswith(("Một.", "Hai.", "Ba.", "tờ gấp."))]

    assert "phần sau" == heading.text.lower()
    assert ["a) Một.", "2. Hai.", "- Ba.", "4. 2.500 tờ gấp."] == points_said


def test_what_the_template_has_no_section_for_follows_what_it_followed() -> None:
    """It keeps its own heading, and a diagnostic says where it went."""
    parts = (
        Item(role="purpose", items=(Item(words="A."),)),
        Item(label="Khen thưởng", items=(Item(words="Thưởng."),)),
        Item(role="requirements", items=(Item(words="B."),)),
    )
    flat = attrs.evolve(
        STANDARD,
        sections=(
            Section(role="requirements", heading="YÊU CẦU"),
            Section(role="purpose", heading="MỤC ĐÍCH"),
        ),
    )
    document = compose_plan(plan(parts=parts), flat, on=ON)

    assert ["I. YÊU CẦU", "1. B.", "II. MỤC ĐÍCH", "1. A.", "III. KHEN THƯỞNG", "1. Thưởng."] == lines(
        document
    )[1:-1]
    assert [("CT001", "parts[1]")] == [(one.code, one.location.path) for one in document.diagnostics]


def test_as_read_keeps_order_headings_and_markers() -> None:
    """A plan comes back as its source had it, a wrong number included."""
    parts = (
        Item(
            label="Mục đích",
            marker="II.",
            items=(Item(words="A.", marker="*"), Item(words="B.", marked=False)),
        ),
        Item(label="KINH PHÍ", words="Tự lo.", marker="II."),
    )
    document = compose_plan(plan(parts=parts, closing="Hết."), AS_READ, on=ON)

    assert ["II. Mục đích", "* A.", "B.", "II. KINH PHÍ: Tự lo.", "Hết./."] == lines(document)


def test_a_decision_has_its_articles_and_the_plan_attached() -> None:
    """The decision carries number, bases and signature; the plan behind it says what it was issued with."""
    document = compose_plan(plan(kind="QĐ", symbol="QĐ-UBND", bases=BASES), STANDARD, on=ON)
    title, attached = only(document, Title), only(document, Title, 1)

    assert isinstance(title, Title)
    assert isinstance(attached, Title)
    assert ("QUYẾT ĐỊNH", "Về việc ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2027") == (
        title.kind,
        title.subject,
    )
    assert (
        "(Ban hành kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 01 năm 2027 của Ủy ban nhân dân tỉnh Sơn La)"
        == attached.note
    )
    articles = [
        block.text
        for block in document.sections[0].blocks
        if isinstance(block, Paragraph) and block.style == "article"
    ]

    assert ["Điều 1.", "Điều 2.", "Điều 3."] == [text[:7] for text in articles]
    assert articles[-1].endswith("./.")
    assert "ỦY BAN NHÂN DÂN TỈNH SƠN LA" in lines(document)
    assert isinstance(document.sections[0].blocks[-1], SignatureBlock)
    assert 1 == "\n".join(lines(document)).count("76/NQ-CP")


def test_the_head_of_an_office_decides_by_title() -> None:
    """Where no collective signs, the decision is its head's, also when a deputy signs."""
    signed = Signature(authority=("KT. Giám đốc",), position="Phó Giám đốc")
    office = plan(
        kind="QĐ", symbol="QĐ-SNV", issuer=Body(words="Sở Nội vụ"), level="department", signature=signed
    )

    assert "GIÁM ĐỐC SỞ NỘI VỤ" in lines(compose_plan(office, STANDARD, on=ON))


def test_the_annex_is_a_landscape_table_of_all_tasks() -> None:
    """A lead said at a channel and again under organisation is one line; the body refers to the annex."""
    again = Assignment(
        id="again",
        bodies=(Body(words="Báo Sơn La"),),
        role="lead",
        channel="bao",
        partners=(Body(words="Sở Y tế"),),
    )
    parts = (
        Item(role="channels", items=(Item(facts=(CHANNEL,)),)),
        Item(role="duties", items=(Item(facts=(again,)), Item(facts=(DUTIES[1],)))),
    )
    document = compose_plan(plan(parts=parts, annex=True), STANDARD, on=ON)
    table, title = only(document, Table, 1), only(document, AnnexTitle, 1)

    assert isinstance(table, Table)
    assert isinstance(title, AnnexTitle)
    assert document.sections[1].landscape
    assert [
        [
            "1",
            "Chuyên mục trên Báo Sơn La",
            "Báo Sơn La",
            "Sở Nội vụ, Sở Y tế",
            "Hằng tuần trong năm 2027",
            "52 kỳ",
            "",
        ],
        ["2", "Tập huấn", "Sở Nội vụ", "", "", "", ""],
    ] == [[cell.text for cell in row] for row in table.rows]
    assert "Phụ lục" in lines(document)[-2]
    assert (
        "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2027 của Ủy ban nhân dân tỉnh Sơn La)"
        == title.note
    )


def test_forbidden_characters_are_dropped_and_said() -> None:
    """What no file can hold goes, with its place; decomposed letters are composed."""
    parts = (Item(role="purpose", words="Một\x00 hai\u202e ba\ud800 bo\u0302\u0301n."),)
    document = compose_plan(plan(parts=parts), STANDARD, on=ON)

    assert "1. Mục đích: Một hai ba bốn." in lines(document)
    assert [("CT002", "parts[0].words")] == [(one.code, one.location.path) for one in document.diagnostics]


def test_a_calendar_marks_the_months_of_each_task() -> None:
    """Quarterly things are marked at the ends of quarters, with how often where that is known."""
    quarterly = attrs.evolve(CHANNEL, schedule=Schedule(kind="recurring", every="quarter", times=1))
    document = compose_plan(plan(parts=(Item(facts=(quarterly,)),)), STANDARD, on=ON)
    calendar = next(sheet for sheet in document.sheets if sheet.key == "calendar")

    assert (None, None, 1) * 4 == calendar.rows[0][2:]


def test_a_wording_with_a_slip_is_refused_at_once() -> None:
    """A template's author learns of an unknown field before any office does."""
    with pytest.raises(ModelError, match="isuer"):
        attrs.evolve(STANDARD, opening="{isuer} ban hành:")


@pytest.mark.parametrize(
    ("subject", "line"),
    [
        ("tuyên truyền cải cách hành chính năm 2027.", "Tuyên truyền cải cách hành chính năm 2027"),
        ("Kế hoạch tuyên truyền cải cách hành chính năm 2027", "Tuyên truyền cải cách hành chính năm 2027"),
        ("Về việc ban hành Kế hoạch tuyên truyền CCHC năm 2027;", "Tuyên truyền CCHC năm 2027"),
        ("Về việc tuyên truyền CCHC năm 2027", "Về việc tuyên truyền CCHC năm 2027"),
        ("thực hiện Kế hoạch số 5/KH-UBND", "Thực hiện Kế hoạch số 5/KH-UBND"),
    ],
)
def test_a_subject_is_said_once_with_a_capital_and_without_end(subject: str, line: str) -> None:
    """What an officer types around the subject does not come back in the title or in the middle of a sentence."""
    document = compose_plan(plan(subject=subject), STANDARD, on=ON)

    said = " ".join(lines(document))
    assert line == only(document, Title).subject
    assert not any(slip in said for slip in ("2027.;", "2027. như", "2027; như", "Kế hoạch kế hoạch", ".."))


def test_a_part_that_only_states_facts_has_its_heading_and_their_layout() -> None:
    """One channel or several: the part's heading stands above them, and none takes its number."""
    one, two = (Channel(id=id_, name=f"Kênh {id_}", schedule=Schedule(kind="all_year")) for id_ in "ab")

    for facts in ((one,), (one, two)):
        document = compose_plan(plan(parts=(Item(role="channels", facts=facts),)), STANDARD, on=ON)
        assert [
            "1. Hình thức tuyên truyền",
            "a) Kênh a:",
            "- Thời gian thực hiện: Thường xuyên trong năm 2027.",
        ] == lines(document)[2:5]


def test_a_duty_that_only_a_headless_part_states_is_printed() -> None:
    """A section without a heading hands up facts as it hands up words."""
    duty = Assignment(id="d", bodies=(Body(words="Sở Nội vụ"),), task="Theo dõi việc thực hiện")

    assert "1. Sở Nội vụ: Theo dõi việc thực hiện." in lines(
        compose_plan(plan(parts=(Item(role="duties", facts=(duty,)),)), STANDARD, on=ON)
    )


def test_a_duty_beside_a_channel_in_prose_is_printed_below_it() -> None:
    """The sentence that a channel is written as does not swallow what else its item states."""
    channel = Channel(id="c", name="Loa truyền thanh")
    duty = Assignment(id="d", bodies=(Body(words="Sở Nội vụ"),), task="Biên soạn tin")
    parts = (Item(role="channels", items=(Item(facts=(channel, duty), label="Loa truyền thanh"),)),)
    prose = attrs.evolve(STANDARD, channels="prose", duties="by_clause")

    assert ["a) Loa truyền thanh.", "- Giao Sở Nội vụ biên soạn tin."] == lines(
        compose_plan(plan(parts=parts), prose, on=ON)
    )[3:5]


def test_a_duty_below_the_name_of_its_body_does_not_name_it_again() -> None:
    """By body and by clause: the heading has said who."""
    duty = Assignment(id="d", bodies=(Body(words="Sở Nội vụ"),), role="lead", task="tổng hợp báo cáo")
    below = (Item(words="Hướng dẫn, kiểm tra."), Item(facts=(duty,)))
    parts = (Item(role="organisation", items=(Item(label="Sở Nội vụ", items=below),)),)

    for duties in ("by_body", "by_clause"):
        template = attrs.evolve(STANDARD, duties=duties)
        assert "b) Chủ trì tổng hợp báo cáo." in lines(compose_plan(plan(parts=parts), template, on=ON))


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("MỤC ĐÍCH", "1. Mục đích"),
        ("MỤC ĐÍCH TUYÊN TRUYỀN", "1. Mục đích tuyên truyền"),
        ("MỤC ĐÍCH CỦA TỈNH SƠN LA", "1. MỤC ĐÍCH CỦA TỈNH SƠN LA"),
        ("Mục đích:", "1. Mục đích"),
    ],
)
def test_a_label_keeps_its_words_when_it_changes_its_level(label: str, printed: str) -> None:
    """Capitals go where the words of headings allow it; a name keeps them, and no word is lost."""
    parts = (Item(role="purpose", label=label, items=(Item(words="Một."),)),)

    assert printed == lines(compose_plan(plan(parts=parts), STANDARD, on=ON))[2]


def test_words_that_no_part_took_bear_no_number_of_a_part() -> None:
    """They stand as a paragraph behind the part before them, at whatever level that is."""
    parts = (
        Item(role="purpose", items=(Item(words="Một."),)),
        Item(words="Lời lạc."),
        Item(role="requirements", words="Hai."),
    )

    assert ["1. Mục đích", "a) Một.", "Lời lạc.", "2. Yêu cầu: Hai."] == lines(
        compose_plan(plan(parts=parts), STANDARD, on=ON)
    )[2:6]


def test_an_article_prints_its_label_its_points_and_one_end_mark() -> None:
    """Nothing that a decision says drops, and its end mark stands behind its last words."""
    decision = (
        Item(label="Hiệu lực", words="Có hiệu lực từ ngày ký"),
        Item(
            words="Trách nhiệm thi hành:",
            items=(Item(words="Chánh Văn phòng;"), Item(words="Trưởng các phòng;")),
        ),
    )
    document = compose_plan(plan(kind="QĐ", symbol="QĐ-UBND", decision=decision), STANDARD, on=ON)

    first = lines(document)
    start = first.index("Điều 1. Hiệu lực. Có hiệu lực từ ngày ký.")
    assert ["Điều 2. Trách nhiệm thi hành:", "1. Chánh Văn phòng;", "2. Trưởng các phòng./."] == first[
        start + 1 : start + 4
    ]


def test_a_decision_of_an_office_is_named_by_who_signed_it() -> None:
    """The head of an office decides, not the office: so says the note of what is attached."""
    document = compose_plan(
        plan(
            kind="QĐ",
            symbol="QĐ-SYT",
            issuer=Body(words="Sở Y tế"),
            signature=Signature(authority=("KT. GIÁM ĐỐC",), position="PHÓ GIÁM ĐỐC"),
        ),
        STANDARD,
        on=ON,
    )

    note = "(Ban hành kèm theo Quyết định số 05/QĐ-SYT ngày 05 tháng 01 năm 2027 của Giám đốc Sở Y tế)"
    assert note == only(document, Title, section=1).note


def test_no_sentence_refers_to_an_annex_without_rows() -> None:
    """A plan that states no task has no table, and none is announced."""
    document = compose_plan(plan(annex=True), STANDARD, on=ON)

    assert 1 == len(document.sections)
    assert not any("Phụ lục" in line for line in lines(document))


def test_cells_of_the_task_table_end_without_a_mark() -> None:
    """Whether a task came from a list or a sentence, its cell looks like the others."""
    duties = tuple(
        Assignment(id=f"d{number}", bodies=(Body(words="Sở Nội vụ"),), task=task)
        for number, task in enumerate(("in tờ gấp;", "Viết tin, bài.", "Họp, tập huấn, v.v."))
    )
    parts = (Item(role="duties", items=tuple(Item(facts=(duty,)) for duty in duties)),)
    table = only(compose_plan(plan(parts=parts, annex=True), STANDARD, on=ON), Table, section=1)

    assert ["In tờ gấp", "Viết tin, bài", "Họp, tập huấn, v.v."] == [row[1].text for row in table.rows]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("UBND Thành phố Hồ Chí Minh", ("UBND THÀNH PHỐ", "HỒ CHÍ MINH")),
        ("UBND thành phố Cần Thơ", ("UBND THÀNH PHỐ CẦN THƠ",)),
        ("Sở Lao động - Thương binh và Xã hội", ("SỞ LAO ĐỘNG -", "THƯƠNG BINH VÀ XÃ HỘI")),
        ("Thanh tra thành phố Cần Thơ", ("THANH TRA", "THÀNH PHỐ CẦN THƠ")),
        ("Sở Khoa học và Công nghệ", ("SỞ KHOA HỌC", "VÀ CÔNG NGHỆ")),
    ],
)
def test_a_name_in_the_letterhead_breaks_where_its_words_part(name: str, printed: tuple[str, ...]) -> None:
    """No compound is divided, no line begins with a hyphen, and no more lines are made than the column needs."""
    document = compose_plan(plan(parent_body=Body(words=name)), STANDARD, on=ON)

    assert printed == only(document, Letterhead).superior


def test_channels_in_a_table_say_how_much_in_columns_of_their_own() -> None:
    """Among the text a table is narrower than an annex, and what it counts is a quantity, no product."""
    channel = Channel(id="c", name="Loa", quantity=Quantity(number=3, unit="tin"))
    parts = (Item(role="channels", items=(Item(facts=(channel,)),)),)
    table = only(compose_plan(plan(parts=parts), attrs.evolve(STANDARD, channels="table"), on=ON), Table)

    titles = [column.title for column in table.columns]
    assert "03 tin" == table.rows[0][titles.index("Số lượng")].text
    assert 100 == sum(column.share for column in table.columns)


def test_an_office_has_one_name_in_the_sheets() -> None:
    """Sheets count by names: two ways of writing one, and its own commune behind it or not, are one office."""
    duties = tuple(
        Assignment(id=f"viec-{number}", bodies=(Body(words=words),), role="lead", task=f"việc {number}")
        for number, words in enumerate(
            ("Phòng Văn hoá - Xã hội", "Phòng Văn hóa – Xã hội xã", "Phòng Văn hoá - Xã hội", "Phòng Kinh tế")
        )
    )
    document = compose_plan(
        plan(level="commune", parts=(Item(role="organisation", facts=duties),)), STANDARD, on=ON
    )

    assert [row[2] for row in document.sheets[0].rows] == [*["Phòng Văn hoá - Xã hội"] * 3, "Phòng Kinh tế"]


def test_offices_of_two_units_stay_two_in_the_sheets() -> None:
    """The committee of a province and that of a city in it differ in what stands behind."""
    names = ["UBND tỉnh", "UBND thành phố", "UBND tỉnh"]
    duties = tuple(
        Assignment(id=f"viec-{number}", bodies=(Body(words=words),), role="lead", task=f"việc {number}")
        for number, words in enumerate(names)
    )
    document = compose_plan(
        plan(level="province", parts=(Item(role="organisation", facts=duties),)), STANDARD, on=ON
    )

    assert [row[2] for row in document.sheets[0].rows] == names
