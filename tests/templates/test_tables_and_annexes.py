"""Tables and annexes that a plan holds as words: printed as tables, and behind the signature."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

import cchc
from cchc.document import AnnexTitle, Document, Paragraph, SignatureBlock, Table
from cchc.model import Body, Channel, Item, Plan, Schedule
from cchc.templates import TEMPLATES, compose_plan

STANDARD, AS_READ = TEMPLATES
ON = dt.date(2027, 1, 1)


def row(words: str, *below: Item) -> Item:
    """Return a row of a table as reading writes it."""
    return Item(words=words, marked=False, items=below)


GRID = row(
    "TT | Nội dung | Chủ trì | Thời gian",
    row("I | Báo chí", row("1 | Chuyên mục | Văn phòng | Hằng tháng"), row("2 | Bản tin")),
    row("Việc khác | Phòng Kinh tế"),
)
ANNEX = Item(
    role="duties",
    label="PHỤ LỤC I PHÂN CÔNG NHIỆM VỤ",
    marked=False,
    items=(row("TT | Việc", row("1 | Họp")),),
)


def plan(*parts: Item, **changes: object) -> Plan:
    """Return a plan of a commune with *parts*."""
    made = Plan(
        id="don-duong-2027",
        year=2027,
        level="commune",
        issuer=Body(words="UBND xã Đơn Dương", code="24931"),
        symbol="KH-UBND",
        place="Đơn Dương",
        subject="tuyên truyền cải cách hành chính năm 2027",
        parts=(Item(role="contents", label="NỘI DUNG", items=(Item(words="Một."),)), *parts),
        recipients=(Body(words="UBND tỉnh"),),
    )
    return attrs.evolve(made, **changes)


def tables(document: Document) -> list[Table]:
    """Return the tables of all pages."""
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("template", [STANDARD, AS_READ], ids=["standard", "as_read"])
def test_rows_of_words_are_printed_as_a_table(template: cchc.plugins.Template) -> None:
    """The head gives the columns; a row that says less is filled up, a heading of rows spans the table."""
    channels = Item(role="channels", label="HÌNH THỨC", items=(GRID,))

    (table,) = tables(compose_plan(plan(channels), template, on=ON))

    assert [column.title for column in table.columns] == ["TT", "Nội dung", "Chủ trì", "Thời gian"]
    assert [[(cell.text, cell.span) for cell in cells] for cells in table.rows] == [
        [("I", 1), ("Báo chí", 3)],
        [("1", 1), ("Chuyên mục", 1), ("Văn phòng", 1), ("Hằng tháng", 1)],
        [("2", 1), ("Bản tin", 1), ("", 1), ("", 1)],
        [("", 1), ("Việc khác", 1), ("Phòng Kinh tế", 1), ("", 1)],
    ]


def test_words_with_a_bar_that_are_no_table_stay_words() -> None:
    """A row with more cells than the head has, or a point with a marker, is no table."""
    point = Item(words="Hỏi | đáp", items=(Item(words="Trả lời."),))
    uneven = row("Một | hai", row("a | b | c"))

    assert tables(compose_plan(plan(point, uneven), AS_READ, on=ON)) == []


@pytest.mark.parametrize("template", [STANDARD, AS_READ], ids=["standard", "as_read"])
def test_an_annex_stands_behind_the_signature(template: cchc.plugins.Template) -> None:
    """It has pages of its own, says what it belongs to, and the text refers to it."""
    main, annex = compose_plan(plan(ANNEX), template, on=ON).sections

    assert isinstance(main.blocks[-1], SignatureBlock)
    referring = [
        block.text for block in main.blocks if isinstance(block, Paragraph) and "Phụ lục" in block.text
    ]
    assert [text.removesuffix("./.").rstrip(".") for text in referring] == [
        "(Chi tiết tại Phụ lục kèm theo Kế hoạch này)"
    ]
    head, table = annex.blocks
    assert isinstance(head, AnnexTitle)
    assert (head.label, head.title) == ("PHỤ LỤC I", "PHÂN CÔNG NHIỆM VỤ")
    assert head.note.startswith("(Kèm theo Kế hoạch số")
    assert isinstance(table, Table)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (["PHỤ LỤC I"], ["PHỤ LỤC I", "PHỤ LỤC II"]),
        (["PHỤ LỤC SỐ 01", "PHỤ LỤC SỐ 02"], ["PHỤ LỤC SỐ 01", "PHỤ LỤC SỐ 02", "PHỤ LỤC III"]),
        (["PHỤ LỤC II"], ["PHỤ LỤC I", "PHỤ LỤC II"]),
    ],
)
def test_no_two_annexes_have_one_number(own: list[str], expected: list[str]) -> None:
    """The table of tasks takes the first number that is free, and stands there."""
    channel = Channel(id="loa", name="Truyền thanh", lead=(Body(words="Phòng Kinh tế"),))
    part = Item(role="channels", label="HÌNH THỨC", items=(Item(facts=(channel,)),))
    annexes = [Item(label=label, marked=False, items=(Item(words="Họp."),)) for label in own]
    document = compose_plan(plan(part, *annexes, annex=True), STANDARD, on=ON)
    heads = [section.blocks[0] for section in document.sections[1:]]

    assert [head.label for head in heads if isinstance(head, AnnexTitle)] == expected


def test_a_text_that_names_its_annex_refers_to_it_once() -> None:
    """Words that are there are enough."""
    document = compose_plan(plan(ANNEX, closing="Phân công tại Phụ lục."), STANDARD, on=ON)

    texts = [block.text for block in document.sections[0].blocks if isinstance(block, Paragraph)]
    assert [text for text in texts if "Phụ lục" in text] == ["Phân công tại Phụ lục./."]


@pytest.mark.parametrize("template", [STANDARD, AS_READ], ids=["standard", "as_read"])
def test_an_annex_keeps_its_own_words(template: cchc.plugins.Template) -> None:
    """Words beside the label of an annex stand below its title, above what is below them, or head its table."""
    words = Item(label="PHỤ LỤC I", words="Áp dụng từ quý II.", marked=False, items=(Item(words="Họp dân."),))
    grid = Item(label="PHỤ LỤC II", words="TT | Việc", marked=False, items=(row("1 | Họp"),))
    *_, first, second = compose_plan(plan(words, grid), template, on=ON).sections

    assert ["Áp dụng từ quý II.", "Họp dân."] == [
        one.text for one in first.blocks if isinstance(one, Paragraph)
    ]
    assert [["TT", "Việc"]] == [
        [column.title for column in one.columns] for one in second.blocks if isinstance(one, Table)
    ]


def test_tables_and_annexes_come_back_from_word() -> None:
    """Reading what was rendered gives the same parts, and the note of the annex is not taken for its title."""
    channel = Channel(id="hop", name="Họp báo")
    written = plan(
        Item(
            role="channels",
            label="HÌNH THỨC",
            items=(row("TT | Nội dung | Chủ trì | Thời gian", row("1 | Họp báo | Văn phòng | Quý II/2027")),),
        ),
        ANNEX,
        number="5",
        date=dt.date(2027, 2, 5),
    )

    read = cchc.read_plan(cchc.render(written, "docx", template="as_read")).plan

    assert [part.label for part in read.parts] == [part.label for part in written.parts]
    assert read.parts[1].items[0].words == written.parts[1].items[0].words
    assert [one.name for one in cchc.channels(read)] == [channel.name]
    assert cchc.read_plan(cchc.render(read, "docx", template="as_read")).plan == read


def test_a_line_that_names_its_partners_is_not_followed_by_another() -> None:
    """A line of the leading body that says with whom is enough, so no line of partners is written."""
    channel = Channel(
        id="loa",
        name="Hệ thống truyền thanh",
        lead=(Body(words="Văn phòng"),),
        partners=(Body(words="Phòng Kinh tế"),),
    )
    led = Item(role="lead", label="Đơn vị thực hiện", words="Văn phòng chủ trì, phối hợp với Phòng Kinh tế.")
    part = Item(role="channels", label="HÌNH THỨC", items=(Item(facts=(channel,), items=(led,)),))

    text = cchc.render(plan(part), "txt").decode()

    assert text.count("Phòng Kinh tế") == 1


def test_a_partner_is_not_taken_for_a_part_of_who_leads() -> None:
    """A name within the name of the leading body does not name the partner."""
    lead, partner = "Phòng Kinh tế - Hạ tầng", "Phòng Kinh tế"
    channel = Channel(
        id="loa", name="Truyền thanh", lead=(Body(words=lead),), partners=(Body(words=partner),)
    )
    led = Item(role="lead", label="Cơ quan chủ trì", words=lead)
    part = Item(role="channels", label="HÌNH THỨC", items=(Item(facts=(channel,), items=(led,)),))

    text = cchc.render(plan(part), "txt").decode()

    assert [line.split(": ")[1] for line in text.splitlines() if "Cơ quan" in line] == [lead, f"{partner}."]


def test_a_time_under_a_label_of_the_plan_is_not_written_again() -> None:
    """No form has a line "Thời lượng", and the time stands in it."""
    channel = Channel(
        id="loa",
        name="Hệ thống truyền thanh",
        schedule=Schedule(words="mỗi tuần 02 buổi"),
        budget="ngân sách xã",
    )
    content = Item(role="content", label="Nội dung", words="Quy định mới.")
    told = Item(label="Thời lượng", words="mỗi tuần 02 buổi, từ 10 đến 15 phút.")
    part = Item(role="channels", label="HÌNH THỨC", items=(Item(facts=(channel,), items=(content, told)),))
    form = attrs.evolve(STANDARD, channels="labelled")

    document = compose_plan(plan(part), form, on=ON)
    text = "\n".join(block.text for block in document.sections[0].blocks if isinstance(block, Paragraph))

    assert [text.casefold().count(words) for words in ("mỗi tuần 02 buổi", "ngân sách xã")] == [1, 1]


@pytest.mark.parametrize(
    "line",
    [
        Item(role="content", label="Nội dung", words="Kế hoạch cải cách hành chính, năm 2027."),
        Item(label="Ghi chú", words="Theo Kế hoạch năm 2027 của tỉnh."),
    ],
)
def test_a_time_that_a_line_only_mentions_is_written(line: Item) -> None:
    """The year of a plan that a line names is not when the channel is used."""
    channel = Channel(id="loa", name="Hệ thống truyền thanh", schedule=Schedule(words="năm 2027"))
    part = Item(role="channels", label="HÌNH THỨC", items=(Item(facts=(channel,), items=(line,)),))
    document = compose_plan(plan(part), attrs.evolve(STANDARD, channels="labelled"), on=ON)
    texts = [block.text for block in document.sections[0].blocks if isinstance(block, Paragraph)]

    assert [text for text in texts if text.startswith("Thời gian")] == ["Thời gian thực hiện: năm 2027."]


@pytest.mark.parametrize(
    ("note", "own"),
    [
        ("(Kèm theo Kế hoạch số 05/KH-UBND ngày 05/02/2027 của UBND xã Đơn Dương)", True),
        ("(Ban hành kèm theo Kế hoạch số      /KH-UBND ngày    /02/2027 của UBND xã)", True),
        ("(Kèm theo Quyết định số 76/QĐ-UBND ngày 05/02/2026 của UBND tỉnh)", False),
    ],
)
def test_the_note_of_an_annex_is_said_once(note: str, own: bool) -> None:
    """That it belongs to the plan is written from the plan's number; what it belongs to otherwise stays as it is."""
    annex = attrs.evolve(ANNEX, items=(Item(words="Họp báo."),))
    written = plan(annex, number="5", date=dt.date(2027, 2, 5))
    text = cchc.render(written, "txt", template="as_read").decode()
    lines = text.splitlines()
    (place,) = [number for number, line in enumerate(lines) if line.startswith("(Kèm theo")]
    lines[place] = note

    read = cchc.read_plan("\n".join(lines).encode()).plan
    (head,) = [
        block
        for block in compose_plan(read, AS_READ, on=ON).sections[-1].blocks
        if isinstance(block, AnnexTitle)
    ]

    assert head.title == "PHÂN CÔNG NHIỆM VỤ"
    assert ("Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2027" in head.note) == own
    assert (head.note == note) == (not own)
