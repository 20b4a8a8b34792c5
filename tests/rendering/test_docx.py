"""Word documents: what python-docx and an XML parser find in them is what the tree says and the standard wants."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator

import docx
import pytest
from attrs import evolve
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table as OpenedTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as OpenedParagraph
from hypothesis import given, settings
from lxml import etree

from cchc.document import (
    AnnexTitle,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Properties,
    Run,
    Section,
    SignatureBlock,
    Table,
    Title,
    standard_on,
)
from cchc.rendering.docx import render_docx
from cchc.text import clean
from tests.documents import tools
from tests.rendering.sample import documents, plan_document, printed_texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOW, BEFORE = dt.date(2026, 2, 5), dt.date(2014, 2, 5)
TABLE = Table(
    description="Nhiệm vụ & sản phẩm",
    columns=(
        Column(title="TT", share=1, align="center"),
        Column(title="Nội dung", share=4),
        Column(title="Kinh phí", share=2, align="right"),
    ),
    rows=(
        (Cell(text="I", bold=True), Cell(text="Báo chí", bold=True, span=2)),
        (Cell(text="1"), Cell(text="Đăng tin\nđăng bài"), Cell(text="")),
    ),
)
SIGNATURE = SignatureBlock(
    recipients=("- Như Điều 2;", "- Lưu: VT, VP."),
    authority=("KT. GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH",),
    position="PHÓ GIÁM ĐỐC",
    name="Nguyễn Thị Minh Khai",
)


def page(*blocks: Block, day: dt.date = NOW) -> Document:
    """Return a document of one section."""
    return Document(
        standard=standard_on(day), properties=Properties(title="Văn bản"), sections=(Section(blocks=blocks),)
    )


def decision(day: dt.date = NOW) -> Document:
    """Return a decision with a plan and an annex attached: long names, marks, and every kind of block and paragraph."""
    main = (
        Letterhead(
            superior=("ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ",),
            issuer=("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",),
            number="Số:        /QĐ-SVHTTDL",
            place_date="Thành phố Hồ Chí Minh, ngày 21 tháng 12 năm 2026",
            marks=("DỰ THẢO", "HỎA TỐC"),
        ),
        Title(
            kind="QUYẾT ĐỊNH",
            subject="Về việc ban hành Kế hoạch thông tin, tuyên truyền cải cách hành chính nhà nước năm 2026",
        ),
        Paragraph(runs=(Run("GIÁM ĐỐC SỞ"),), style="authority"),
        Paragraph(runs=(Run("Căn cứ Nghị quyết số 76/NQ-CP;"),), style="basis"),
        Paragraph(runs=(Run("Điều 1. ", bold=True), Run("Ban hành Kế hoạch.")), style="article"),
        Paragraph(runs=(Run("Có hiệu lực từ ngày ký./."),)),
        SIGNATURE,
    )
    plan = (
        Title(kind="KẾ HOẠCH", subject="Tuyên truyền năm 2026", note="(Kèm theo Quyết định số      /QĐ)"),
        Heading(level=1, marker="I.", text="MỤC ĐÍCH"),
        Heading(level=2, marker="1.", text="Chung"),
        Heading(level=3, marker="a)", text="Thời gian", run_in=(Run("cả "), Run("năm", italic=True))),
        Paragraph(runs=(Run("Một\nhai\tba", bold=True),), marker="-", depth=1),
        Paragraph(runs=(Run("https://" + "x" * 200),), marker="+", depth=2),
    )
    annex = (AnnexTitle(label="PHỤ LỤC I", title="NHIỆM VỤ", note="(Kèm theo Kế hoạch)"), TABLE, TABLE)
    sections = (Section(blocks=main), Section(blocks=plan), Section(blocks=annex, landscape=True))
    properties = Properties(
        title="Quyết định", creator="Sở", identifier="05/QĐ-SVHTTDL", date=day, keywords=("a", "b")
    )
    return Document(standard=standard_on(day), properties=properties, sections=sections)


def opened(document: Document) -> Opened:
    """Return *document* as python-docx reads it."""
    return docx.Document(io.BytesIO(render_docx(document)))


def part(document: Document, name: str) -> etree._Element:
    """Return the root of a part."""
    with zipfile.ZipFile(io.BytesIO(render_docx(document))) as package:
        return etree.fromstring(package.read(name))


def paragraphs_of(container: Opened | _Cell) -> Iterator[OpenedParagraph]:
    """Yield all paragraphs in the order of the file, those of tables row by row."""
    for inner in container.iter_inner_content():
        if isinstance(inner, OpenedTable):
            for row in inner._tbl.tr_lst:
                for cell in row.tc_lst:
                    yield from paragraphs_of(_Cell(cell, inner))
        else:
            yield inner


def expected_texts(block: Block) -> tuple[str, ...]:
    """Return what *block* prints; the letterhead is read row by row, since number and date share one."""
    if isinstance(block, Letterhead):
        names = (*block.superior, *block.issuer, block.country, block.motto)
        return (*names, block.number, *block.marks, block.place_date)
    if isinstance(block, Heading):
        run_in = clean("".join(run.text for run in block.run_in)).text
        return block.marker, block.text + (":" if run_in.strip() else ""), run_in
    return printed_texts(block)


def expected_words(document: Document) -> list[str]:
    """Return the words of the tree."""
    texts = (
        text for section in document.sections for block in section.blocks for text in expected_texts(block)
    )
    return [word for text in texts for word in clean(text).text.split()]


def found_words(document: Document) -> list[str]:
    """Return the words of the file."""
    return [word for one in paragraphs_of(opened(document)) for word in one.text.split()]


# --- words -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "document",
    [plan_document(), plan_document(draft=True), decision(), decision(BEFORE)],
    ids=["plan", "draft", "decision", "old decision"],
)
def test_words_of_the_file_are_the_words_of_the_tree(document: Document) -> None:
    """No word is lost, added or moved."""
    assert expected_words(document) == found_words(document)


@settings(max_examples=60)
@given(documents)
def test_any_text_gives_its_words(document: Document) -> None:
    """Whatever the texts hold, python-docx reads every word of them, in order."""
    assert expected_words(document) == found_words(document)


def test_breaks_and_tabs_are_elements() -> None:
    """Line feeds and tabs of a text are those of the format, whatever ends the line."""
    (paragraph,) = opened(page(Paragraph(runs=(Run("a\r\nb\rc\td"),)))).paragraphs

    assert "a\nb\nc\td" == paragraph.text
    assert ["t", "br", "t", "br", "t", "tab", "t"] == [
        etree.QName(child).localname for child in paragraph.runs[0]._r
    ]


# --- validity ----------------------------------------------------------------------------------------------------------

every_kind = pytest.mark.parametrize(
    "document",
    [
        decision(),
        decision(BEFORE),
        plan_document(draft=True),
        evolve(page(), sections=()),
        page(SIGNATURE, SIGNATURE, TABLE),
        evolve(decision(), sections=(Section(blocks=(TABLE,)), Section(blocks=()), Section(blocks=()))),
    ],
    ids=["decision", "old decision", "draft", "no section", "tables", "empty sections"],
)


@every_kind
@pytest.mark.needs("openxml-audit")
def test_openxml_audit_finds_nothing(document: Document, tmp_path) -> None:
    """Every kind of block stands where Word wants it."""
    path = tmp_path / "document.docx"
    path.write_bytes(render_docx(document))

    assert [] == tools.audit_findings(path)


@pytest.mark.slow
@every_kind
@pytest.mark.needs("ooxml-validator")
def test_open_xml_sdk_finds_nothing(document: Document, tmp_path) -> None:
    """Every kind of block keeps the rules of the format."""
    path = tmp_path / "document.docx"
    path.write_bytes(render_docx(document))

    assert [] == tools.sdk_findings(path)


@pytest.mark.needs("openxml-audit")
@settings(max_examples=8, deadline=None)
@given(documents)
def test_any_text_gives_a_valid_file(tmp_path_factory, document: Document) -> None:
    """No text, however hostile, breaks the file."""
    path = tmp_path_factory.mktemp("any") / "document.docx"
    path.write_bytes(render_docx(document))

    assert [] == tools.audit_findings(path)


# --- repeatability -----------------------------------------------------------------------------------------------------

_PRINT_DIGEST = """
import hashlib
from cchc.rendering.docx import render_docx
from tests.rendering.test_docx import decision
print(hashlib.sha256(render_docx(decision())).hexdigest())
"""


def test_same_document_same_bytes() -> None:
    """Processes with other hashes in other zones write the same bytes."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", _PRINT_DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(tools.ROOT)},
            check=True,
            capture_output=True,
            timeout=60,
        ).stdout
        for seed, zone in (("1", "Asia/Ho_Chi_Minh"), ("2", "America/Los_Angeles"))
    }

    assert 1 == len(digests)


def test_package_is_sound_and_without_a_date() -> None:
    """Any reader of zip files opens it; the content types come first, and no entry says when it was written."""
    with zipfile.ZipFile(io.BytesIO(render_docx(decision()))) as package:
        assert package.testzip() is None
        assert "[Content_Types].xml" == package.namelist()[0]
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in package.infolist()}


def test_properties_come_from_the_document_and_never_from_a_clock() -> None:
    """The file says what the tree says; without a date it says nothing of when it was made."""
    dated, undated = opened(decision()).core_properties, opened(page()).core_properties

    assert ("Quyết định", "Sở", "05/QĐ-SVHTTDL", "vi-VN", "a; b") == (
        dated.title,
        dated.author,
        dated.identifier,
        dated.language,
        dated.keywords,
    )
    assert (NOW, NOW) == (dated.created.date(), dated.modified.date())
    assert (None, None) == (undated.created, undated.modified)


# --- page --------------------------------------------------------------------------------------------------------------


def test_page_is_that_of_the_standard() -> None:
    """A4 with the margins of the standard, the annex on its side, every section numbered from 1."""
    upright, _, landscape = opened(decision()).sections

    def millimetres(*lengths: int) -> list[int]:
        return [round(length / Mm(1)) for length in lengths]

    assert [210, 297, 25, 20, 35, 20, 10] == millimetres(
        upright.page_width,
        upright.page_height,
        upright.top_margin,
        upright.bottom_margin,
        upright.left_margin,
        upright.right_margin,
        upright.header_distance,
    )
    assert [297, 210] == millimetres(landscape.page_width, landscape.page_height)
    assert WD_ORIENT.LANDSCAPE == landscape.orientation
    starts = part(decision(), "word/document.xml").iter(f"{W}pgNumType")
    assert ["1", "1", "1"] == [start.get(f"{W}start") for start in starts]


@pytest.mark.parametrize(("day", "place", "align"), [(NOW, "header", "center"), (BEFORE, "footer", "right")])
def test_page_number_stands_where_the_standard_wants_it(day: dt.date, place: str, align: str) -> None:
    """A complete field with a cached number; no number on the first page."""
    document = decision(day)
    root = part(document, f"word/{place}.xml")
    style = root.find(f".//{W}pStyle").get(f"{W}val")
    look = part(document, "word/styles.xml").find(f".//{W}style[@{W}styleId='{style}']//{W}jc")

    assert ["begin", "separate", "end"] == [mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar")]
    assert " PAGE " == root.findtext(f".//{W}instrText")
    assert align == look.get(f"{W}val")
    for section in opened(document).sections:
        assert section.different_first_page_header_footer
        assert section.first_page_header.is_linked_to_previous
        assert not getattr(section, place).is_linked_to_previous


def test_every_section_has_its_page() -> None:
    """A section keeps its properties whatever it ends with, be it a table without columns."""
    nothing = Table(description="", columns=(), rows=())
    endings: tuple[tuple[Block, ...], ...] = (
        (),
        (Heading(level=1, text="I"),),
        (Heading(level=1, text="I"), nothing),
    )
    sections = tuple(Section(blocks=blocks, landscape=True) for blocks in (*endings, ()))

    assert 4 == len(opened(evolve(page(), sections=sections)).sections)


# --- styles ------------------------------------------------------------------------------------------------------------


def test_every_letter_has_one_face_and_one_language() -> None:
    """All four slots of the font and both languages are set once, for the whole document, and nowhere else."""
    styles = part(decision(), "word/styles.xml")
    (fonts,) = styles.iter(f"{W}rFonts")
    (language,) = styles.iter(f"{W}lang")

    assert {f"{W}{slot}": "Times New Roman" for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == dict(
        fonts.attrib
    )
    assert {f"{W}val": "vi-VN", f"{W}eastAsia": "vi-VN"} == dict(language.attrib)
    assert "docDefaults" in [etree.QName(above).localname for above in fonts.iterancestors()]


def test_sizes_and_looks_are_set_for_all_scripts() -> None:
    """What is set for Latin letters is set for complex ones too."""
    pairs = (("sz", "szCs"), ("b", "bCs"), ("i", "iCs"))
    for name in ("word/styles.xml", "word/document.xml"):
        for look in part(decision(), name).iter(f"{W}rPr"):
            for latin, complex_ in pairs:
                one, other = look.find(f"{W}{latin}"), look.find(f"{W}{complex_}")

                assert (one is None) == (other is None)
                assert one is None or dict(one.attrib) == dict(other.attrib)


def test_headings_make_the_outline() -> None:
    """Headings have the styles and levels that navigation and contents use; the annex is in it."""
    document = opened(decision())
    levels = {
        one.text: (one.style.name, one.style.element.pPr.find(f"{W}outlineLvl").get(f"{W}val"))
        for one in document.paragraphs
        if one.style.element.pPr.find(f"{W}outlineLvl") is not None
    }

    assert {
        "I.\u00a0MỤC ĐÍCH": ("Heading 1", "0"),
        "1.\u00a0Chung": ("Heading 2", "1"),
        "a)\u00a0Thời gian: cả năm": ("Heading 3", "2"),
        "PHỤ LỤC\u00a0I": ("Annex Label", "0"),
    } == levels


def test_text_after_a_heading_in_its_line_is_body_text() -> None:
    """Only the label is bold."""
    (heading,) = opened(
        page(Heading(level=2, text="Kinh phí", run_in=(Run("ngân sách"), Run(" tỉnh", italic=True))))
    ).paragraphs

    assert [
        ("Kinh phí:", None, None),
        (" ", False, None),
        ("ngân sách", False, None),
        (" tỉnh", False, True),
    ] == [(run.text, run.bold, run.italic) for run in heading.runs]


@pytest.mark.parametrize(("day", "italic"), [(NOW, True), (BEFORE, None)])
def test_legal_bases_are_in_italics_where_the_standard_wants_it(day: dt.date, italic: bool | None) -> None:
    """The decree wants italics, the circular did not."""
    (basis,) = opened(page(Paragraph(runs=(Run("Căn cứ …;"),), style="basis"), day=day)).paragraphs

    assert italic == basis.style.font.italic


def test_no_paragraph_is_empty_for_spacing() -> None:
    """Space comes from styles; where the format wants a paragraph that has no words, it is a point high."""
    empty = [
        one
        for one in paragraphs_of(opened(decision()))
        if not one.text.strip() and one._p.getparent().tag != f"{W}tc"
    ]

    assert ["Table End", "Table End", "Table End"] == [one.style.name for one in empty]
    assert {12700} == {one.style.paragraph_format.line_spacing for one in empty}


# --- blocks ------------------------------------------------------------------------------------------------------------


def test_a_paragraph_is_written_like_this() -> None:
    """The marker belongs to the text, the style says the rest."""
    (body,) = part(
        page(Paragraph(runs=(Run("Một "), Run("hai", bold=True)), marker="a)", depth=2)), "word/document.xml"
    )

    assert (
        '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">a)\u00a0Một </w:t></w:r>'
        '<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">hai</w:t></w:r></w:p>'
    ) == _without_namespaces(body[0])


def _without_namespaces(element: etree._Element) -> str:
    text = etree.tostring(element, encoding="unicode")
    start, end = text.index(" xmlns:"), text.index(">")
    return text[:start] + text[end:]


def test_names_that_take_several_lines_are_even() -> None:
    """A long name is indented so that no line holds a single word, and a short one is not."""
    head = decision().sections[0].blocks[0]
    assert isinstance(head, Letterhead)
    (long,) = (one for one in paragraphs_of(opened(page(head))) if one.style.name == "Issuing Body")
    short = evolve(head, issuer=("SỞ NỘI VỤ",))
    (fits,) = (one for one in paragraphs_of(opened(page(short))) if one.style.name == "Issuing Body")

    assert long.paragraph_format.left_indent == long.paragraph_format.right_indent > Mm(5)
    assert fits.paragraph_format.left_indent is None


def test_lines_below_names_are_drawn() -> None:
    """Issuer, motto and subject or note have a line each, hidden from programs that read aloud."""
    root = part(decision(), "word/document.xml")
    extents = [int(one.get("cx")) / 36_000 for one in root.iter("{*}extent")]
    numbers = [one.get("id") for one in root.iter("{*}docPr")]

    assert 5 == len([*root.iter("{*}decorative")]) + 1 == len(extents) + 1
    assert ["1", "2", "3", "4"] == numbers
    # The motto, 14 points bold, is 60.4 mm long in print, and so is its line.
    assert pytest.approx(60.4, abs=0.1) == extents[1]


@pytest.mark.parametrize(("mark", "colour"), [("DỰ THẢO", "000000"), ("HOẢ TỐC", "FF0000")])
def test_marks_are_boxed(mark: str, colour: str) -> None:
    """Marks stand in a box; degrees of urgency are red and as wide as the decree says, however they are spelt."""
    head = Letterhead(issuer=("SỞ",), number="Số: 1/KH", place_date="Huế", marks=(mark,))
    (boxed,) = (one for one in paragraphs_of(opened(page(head))) if one.text == mark)
    borders = boxed._p.pPr.find(f"{W}pBdr")

    assert {colour} == {border.get(f"{W}color") for border in borders}
    if colour == "FF0000":
        width = (3829 - 170) / 1440 * 25.4 - 2 * boxed.paragraph_format.left_indent / Mm(1)
        assert pytest.approx(30, abs=0.1) == width


def test_table_fills_the_page_and_repeats_its_header() -> None:
    """Widths agree in both places and fill the text; rows stay whole; spans and alignments are those of the tree."""
    (table,) = opened(evolve(page(), sections=(Section(blocks=(TABLE,), landscape=True),))).tables
    columns = [int(column.get(f"{W}w")) for column in table._tbl.tblGrid]
    header, group, row = table._tbl.tr_lst

    assert round((297 - 55) / 25.4 * 1440) == sum(columns)
    assert columns == [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.tc_lst]
    assert header.trPr.find(f"{W}tblHeader") is not None
    assert all(one.trPr.find(f"{W}cantSplit") is not None for one in (header, group, row))
    assert [1, 2] == [cell.grid_span for cell in group.tc_lst]
    assert ["center", None, "right"] == [
        jc if jc is None else jc.get(f"{W}val") for jc in (cell.find(f".//{W}jc") for cell in row.tc_lst)
    ]
    assert "Nhiệm vụ & sản phẩm" == table._tbl.tblPr.find(f"{W}tblDescription").get(f"{W}val")


@pytest.mark.parametrize(("last", "kept"), [("Hai./.", True), ("Hai " * 40 + "./.", None)])
def test_signature_stays_with_the_end_of_the_text(last: str, kept: bool | None) -> None:
    """The last paragraph is kept with the signature, whose row is never divided; one of a single line brings another."""
    blocks = (Paragraph(runs=(Run(words),)) for words in ("Không.", "Một.", last))
    document = opened(page(*blocks, SIGNATURE))
    (row,) = document.tables[0]._tbl.tr_lst

    assert [None, kept, True] == [
        one.paragraph_format.keep_with_next for one in document.paragraphs if one.text
    ]
    assert row.trPr.find(f"{W}cantSplit") is not None


def test_a_long_list_of_recipients_goes_on_on_the_next_page() -> None:
    """What reaches below the signature is a row that may be divided; the signature's own row never is."""
    recipients = (*(f"- Cơ quan thứ {number};" for number in range(1, 41)), "- Lưu: VT.")
    document = opened(page(Paragraph(runs=(Run("Hết./."),)), evolve(SIGNATURE, recipients=recipients)))
    first, second = document.tables[0]._tbl.tr_lst

    assert first.trPr.find(f"{W}cantSplit") is not None
    assert second.trPr is None
    assert ["Nơi nhận:", *recipients] == [
        one.text for row in document.tables[0].rows for one in row.cells[0].paragraphs
    ]
    assert "" == document.tables[0].rows[1].cells[1].text


def test_a_heading_is_not_stretched_and_the_text_in_its_line_is() -> None:
    """A long heading in capitals keeps its words together; a heading that goes on as text is set as text."""
    file = opened(
        page(Heading(level=1, text="TỔ CHỨC"), Heading(level=1, text="KINH PHÍ", run_in=(Run("ngân sách"),)))
    )
    bare, with_text = file.paragraphs[:2]

    assert [bare.style.paragraph_format.alignment, bare.alignment, with_text.alignment] == [
        WD_ALIGN_PARAGRAPH.LEFT,
        None,
        WD_ALIGN_PARAGRAPH.JUSTIFY,
    ]


def test_a_heading_that_ends_a_section_keeps_the_order_of_its_properties() -> None:
    """How its lines are aligned stands before the end of the section, as the format wants it."""
    head = Heading(level=1, text="KINH PHÍ", run_in=(Run("ngân sách"),))
    document = page(head)
    file = opened(evolve(document, sections=document.sections * 2))
    names = [child.tag.removeprefix(W) for child in file.paragraphs[0]._p.pPr]

    assert ["pStyle", "jc", "sectPr"] == names


def test_a_table_does_not_touch_the_heading_above_it() -> None:
    """There is the space of a paragraph between the two."""
    document = opened(page(Heading(level=1, marker="I.", text="HÌNH THỨC"), TABLE))

    assert Pt(6) == document.paragraphs[0].paragraph_format.space_after


@pytest.mark.parametrize("name", ["Nguyễn Văn An", ""])
def test_there_is_room_to_sign(name: str) -> None:
    """Whether the name is known or not, there is room for a signature below the office, without empty paragraphs."""
    document = opened(page(evolve(SIGNATURE, name=name)))
    (office,) = (one for one in paragraphs_of(document) if one.text == "PHÓ GIÁM ĐỐC")

    assert 15 < office.style.paragraph_format.space_after / Mm(1) < 25


def test_no_recipients_no_label() -> None:
    """A copy without recipients says nothing of them."""
    document = page(evolve(SIGNATURE, recipients=()))

    assert "nhận:" not in found_words(document)


@pytest.mark.parametrize(
    ("place_date", "points"),
    [
        ("Cần Thơ, ngày 21 tháng 12 năm 2026", None),
        ("Thành phố Hồ Chí Minh, ngày 21 tháng 12 năm 2026", 13),
        ("Thành phố Hồ Chí Minh và các đặc khu, ngày 21 tháng 12 năm 2026", None),
    ],
)
def test_a_long_place_has_smaller_letters_where_they_keep_it_on_one_line(
    place_date: str, points: float | None
) -> None:
    """Phụ lục I allows 13 points beside 14; what does not fit by them either stays at 14."""
    head = Letterhead(issuer=("SỞ",), number="Số: 1/KH", place_date=place_date)
    (found,) = opened(page(head)).tables[0].cell(1, 1).paragraphs
    (run,) = found.runs

    assert points == (run.font.size and run.font.size.pt)
