"""A Word file as lines: what Word would print, in reading order, and what was left out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import cchc
from cchc.errors import CouldNotReadError
from cchc.reading import Source, read_docx
from tests.reading.word import level, lists, numbered, p, relation, table, word

EXAMPLES = Path(__file__).parents[2] / "examples"


def texts(data: bytes) -> list[str]:
    """Return the lines of a file."""
    return [line.text for line in read_docx(data, "thu.docx").lines]


def codes(source: Source) -> set[str]:
    """Return what is said of a source."""
    return {one.code for one in source.diagnostics}


def left_out(source: Source) -> dict[str, str]:
    """Return the reason for each stretch that was left out."""
    return {one.words: one.why for one in source.left_out}


def test_places_are_offsets_in_the_text() -> None:
    """Each line says where it stands in the text of the source, and the text there is the line."""
    source = read_docx(word(p("Một") + table(("Hai", "Ba"), ("Bốn", "Năm")) + p("Sáu")), "thu.docx")

    assert [line.text for line in source.lines] == ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu"]
    assert [line.text for line in source.lines] == [
        source.text[line.start : line.end] for line in source.lines
    ]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", ["a\tb"]),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", ["a", "b"]),
        ("<w:r><w:t>05</w:t><w:noBreakHyphen/><w:t>KH</w:t></w:r>", ["05-KH"]),
        ("<w:r><w:t>tổ</w:t><w:softHyphen/><w:t>chức</w:t></w:r>", ["tổchức"]),
        ('<w:hyperlink r:id="x"><w:r><w:t>Luật</w:t></w:r></w:hyperlink>', ["Luật"]),
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>năm 2027</w:t></w:r></w:fldSimple>', ["năm 2027"]),
        (
            (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>mục I</w:t></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            ["mục I"],
        ),
        ('<w:r><w:sym w:font="Symbol" w:char="F02D"/><w:t> Sở Nội vụ</w:t></w:r>', ["- Sở Nội vụ"]),
        ("<w:r><w:t>ke\u0302\u0301 hoa\u0323ch\u00a0số</w:t></w:r>", ["kế hoạch số"]),
        ("<w:r><w:rPr><w:caps/></w:rPr><w:t>Kế hoạch</w:t></w:r>", ["KẾ HOẠCH"]),
        (
            (
                "<mc:AlternateContent><mc:Choice Requires='wps'><w:r><w:t>một lần</w:t></w:r></mc:Choice>"
                "<mc:Fallback><w:r><w:t>một lần</w:t></w:r></mc:Fallback></mc:AlternateContent>"
            ),
            ["một lần"],
        ),
    ],
)
def test_text_is_what_word_prints(inner: str, expected: list[str]) -> None:
    """Breaks, tabs, hyphens, links, fields and symbols are read as they look on paper."""
    assert expected == texts(word(p(inner=inner)))


@pytest.mark.parametrize(
    ("definition", "depths", "expected"),
    [
        (level(0, "decimal", "%1."), [0, 0, 0], ["1.", "2.", "3."]),
        (level(0, "decimal", "%1)", start=4), [0, 0], ["4)", "5)"]),
        (level(0, "upperRoman", "%1.") + level(1, "decimal", "%2."), [0, 1, 1, 0, 1], ["I.", "1.", "2.", "II.", "1."]),
        (level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2."), [0, 1, 1, 0, 1], ["1.", "1.1.", "1.2.", "2.", "2.1."]),
        (level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", more="<w:isLgl/>"), [0, 1], ["I.", "1.1"]),
        (level(0, "lowerLetter", "%1)"), [0] * 5, ["a)", "b)", "c)", "d)", "e)"]),
        (level(0, "decimal", "%1.") + level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>'),
         [0, 1, 0, 1], ["1.", "1.", "2.", "2."]),
        (level(0, "bullet", "\uf0b7") + level(1, "bullet", "o"), [0, 1, 0], ["-", "+", "-"]),
        (level(0, "bullet", "-") + level(1, "bullet", "–"), [0, 1], ["-", "+"]),
        (level(0, "bullet", "+"), [0], ["+"]),
        (level(0, "vietnameseCounting", "Phần %1:"), [0, 0], ["Phần một:", "Phần hai:"]),
        (level(0, "none", ""), [0], [""]),
    ],
)  # fmt: skip
def test_numbers_of_lists_are_computed(definition: str, depths: list[int], expected: list[str]) -> None:
    """A number that stands nowhere in the text is the one that Word prints, whose letters are Latin: e) follows d)."""
    body = "".join(numbered("Tuyên truyền", depth=depth) for depth in depths)

    assert [f"{marker} Tuyên truyền".strip() for marker in expected] == texts(
        word(body, numbering=lists(definition))
    )


def test_a_list_goes_on_or_starts_again() -> None:
    """Two lists of one definition count on; one with a start of its own begins again, once."""
    again = (
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = numbered("a") + numbered("b", 7) + numbered("c", 8) + numbered("d", 8)

    assert ["1. a", "2. b", "1. c", "2. d"] == texts(
        word(body, numbering=lists(level(0, "decimal", "%1."), numbers=again))
    )


def test_styles_bring_numbers_levels_and_weight() -> None:
    """What a paragraph has of its style, and of the styles that this is based on, counts as its own."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Mục con"/>'
        '<w:basedOn w:val="Muc"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = p("Mục đích", '<w:pStyle w:val="Muc"/>') + p("Yêu cầu", '<w:pStyle w:val="Con"/>')
    body += p(
        "Thường", '<w:pStyle w:val="Con"/><w:outlineLvl w:val="9"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    lines = read_docx(
        word(body, styles=styles, numbering=lists(level(0, "decimal", "%1."))), "thu.docx"
    ).lines

    assert [("1. Mục đích", 1, True), ("2. Yêu cầu", 2, True), ("Thường", None, True)] == [
        (line.text, line.heading, line.bold) for line in lines
    ]


def test_a_style_of_runs_changes_only_what_it_says() -> None:
    """A run with a style of its own keeps the typeface of its paragraph where that style names none."""
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="Cu"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>'
    )
    run = '<w:r><w:rPr><w:rStyle w:val="Dam"/></w:rPr><w:t>KÕ ho¹ch</w:t></w:r>'
    (line,) = read_docx(word(p("", '<w:pStyle w:val="Cu"/>', run), styles=styles), "thu.docx").lines

    assert (line.text, line.bold) == ("Kế hoạch", True)


def test_what_was_inserted_is_taken_and_what_was_deleted_is_not() -> None:
    """A document with tracked changes reads as if they were accepted, and says that it has some."""
    body = p(
        "Báo cáo ",
        inner="<w:del><w:r><w:delText>hằng tháng</w:delText></w:r></w:del><w:ins><w:r><w:t>hằng quý</w:t></w:r></w:ins>",
    )
    joined = p("Sở Nội vụ", "<w:rPr><w:del/></w:rPr>") + p(" chủ trì")
    gone = p(inner="<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom>") + p(
        inner="<w:moveTo><w:r><w:t>mới</w:t></w:r></w:moveTo>"
    )
    source = read_docx(word(body + joined + gone), "thu.docx")

    assert ["Báo cáo hằng quý", "Sở Nội vụ chủ trì", "mới"] == [line.text for line in source.lines]
    assert codes(source) == {"CR101"}


def test_a_deleted_point_is_not_counted() -> None:
    """The points behind a deleted one have the numbers that they get when the change is accepted."""
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>"
    )

    assert ["1. một", "2. hai"] == texts(
        word(numbered("một") + gone + numbered("hai"), numbering=lists(level(0, "decimal", "%1.")))
    )


def test_boxes_and_controls_are_read_and_said() -> None:
    """The text of a box stands behind its paragraph, that of a control in its place; a prompt is no text."""
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('DỰ THẢO')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    control = f"<w:sdt><w:sdtContent>{p('Sở Nội vụ')}</w:sdtContent></w:sdt>"
    prompt = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Bấm để nhập')}</w:sdtContent></w:sdt>"
    )
    source = read_docx(word(p("Kế hoạch", inner=box) + control + prompt), "thu.docx")

    assert ["Kế hoạch", "DỰ THẢO", "Sở Nội vụ"] == [line.text for line in source.lines]
    assert codes(source) == {"CR102", "CR106"}
    assert list(left_out(source)) == ["Bấm để nhập"]


def test_what_stands_beside_the_text_is_left_out_with_a_reason() -> None:
    """Running heads, notes, comments, hidden text and tables of contents are no part of a plan, and none is lost."""
    contents = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = p("I. MỤC ĐÍCH\t2", '<w:pStyle w:val="TOC1"/>') + p(
        "Nội dung", inner="<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
    )
    source = read_docx(
        word(
            body,
            styles=contents,
            header=p("Kế hoạch 2027"),
            footnotes=f'<w:footnote w:type="separator">{p("-")}</w:footnote><w:footnote w:id="2">{p("Xem Điều 3")}</w:footnote>',
            comments=f"<w:comment>{p('Sửa lại')}</w:comment>",
        ),
        "thu.docx",
    )

    assert ["Nội dung"] == [line.text for line in source.lines]
    assert {"I. MỤC ĐÍCH\t2", "ẩn", "Kế hoạch 2027", "Xem Điều 3", "Sửa lại"} == left_out(source).keys()
    assert all(left_out(source).values())
    assert codes(source) == {"CR103", "CR104", "CR105"}
    assert all(one.words == source.text[one.location.start : one.location.end] for one in source.left_out)


def test_a_letterhead_without_lines_is_read_column_by_column() -> None:
    """A table that only puts things side by side becomes lines: the left column from its top, then the right one."""
    head = table(
        (
            p("UBND TỈNH SƠN LA") + p("SỞ NỘI VỤ"),
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc"),
        ),
        ("Số: 05/KH-SNV", "Sơn La, ngày 05 tháng 02 năm 2026"),
        ruled=False,
    )
    lines = read_docx(word(head), "thu.docx").lines

    assert [line.text for line in lines] == [
        "UBND TỈNH SƠN LA",
        "SỞ NỘI VỤ",
        "Số: 05/KH-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sơn La, ngày 05 tháng 02 năm 2026",
    ]
    assert {line.cell for line in lines} == {None}


def test_a_letterhead_with_lines_is_one_all_the_same() -> None:
    """Some offices draw their letterhead in a table with lines; its words say what it is."""
    head = table(("UBND XÃ VÂN HỒ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))

    assert {line.cell for line in read_docx(word(head), "thu.docx").lines} == {None}


def test_a_table_of_tasks_keeps_its_cells() -> None:
    """Cells of data say where they stand, merged ones included; the numbers of rows are computed too."""
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    head = row.format(p("TT"), p("Nội dung"), p("Chủ trì"))
    group = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{p("Quý I")}</w:tc></w:tr>'
    body = row.format(numbered(""), p("Tập huấn") + p("cho cấp xã"), p("Sở Nội vụ"))
    edges = '<w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'
    made = word(f"<w:tbl>{edges}{head}{group}{body}</w:tbl>", numbering=lists(level(0, "decimal", "%1")))
    cells = [
        (line.text, line.cell.row, line.cell.column)
        for line in read_docx(made, "thu.docx").lines
        if line.cell
    ]

    assert cells == [
        ("TT", 0, 0),
        ("Nội dung", 0, 1),
        ("Chủ trì", 0, 2),
        ("Quý I", 1, 0),
        ("1", 2, 0),
        ("Tập huấn", 2, 1),
        ("cho cấp xã", 2, 1),
        ("Sở Nội vụ", 2, 2),
    ]


@pytest.mark.parametrize(
    ("font", "typed", "expected"),
    [
        (".VnTime", "KÕ ho¹ch tuyªn truyÒn", "Kế hoạch tuyên truyền"),
        (".VnTimeH", "KÕ ho¹ch", "KẾ HOẠCH"),
        ("VNI-Times", "Keá hoaïch tuyeân truyeàn", "Kế hoạch tuyên truyền"),
        (".VnTime", "Kế hoạch đã gõ Unicode", "Kế hoạch đã gõ Unicode"),
        ("Times New Roman", "Kế hoạch", "Kế hoạch"),
    ],
)
def test_old_typefaces_become_unicode(font: str, typed: str, expected: str) -> None:
    """Letters of TCVN3 and VNI typefaces are read as the Vietnamese that they show, Unicode in them as it is."""
    run = f'<w:r><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr><w:t>{typed}</w:t></w:r>'

    assert [expected] == texts(word(p(inner=run)))


def test_pages_begin_where_the_file_says() -> None:
    """Page breaks, sections and paragraphs that begin a page mark the line that stands first on it."""
    body = p("một") + p("hai", inner='<w:r><w:br w:type="page"/></w:r>') + p("ba", "<w:sectPr/>") + p("bốn")
    body += p("năm", "<w:pageBreakBefore/>")

    assert {"ba", "bốn", "năm"} == {
        line.text for line in read_docx(word(body), "thu.docx").lines if line.new_page
    }


def test_links_are_neither_followed_nor_refused() -> None:
    """A document may link to a page or show a picture from one; nothing of that is opened."""
    links = relation("hyperlink", "https://vanban.chinhphu.vn/", external=True) + relation(
        "image", "file:///C:/logo.png", number=91, external=True
    )

    assert ["Kế hoạch"] == texts(word(p("Kế hoạch"), relations=links))


def test_a_scan_says_that_it_is_one() -> None:
    """A file of pictures alone is refused with what to do about it."""
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"

    with pytest.raises(CouldNotReadError, match="scan"):
        read_docx(word(p(inner=picture)), "quet.docx")


@pytest.mark.slow
@pytest.mark.needs("soffice")
def test_libreoffice_saving_our_file_again_changes_nothing_that_is_read(tmp_path: Path) -> None:
    """Whatever program last saved a plan, the same plan is read."""
    plans = sorted(EXAMPLES.glob("*.yaml"))
    for path in plans:
        (tmp_path / f"{path.stem}.docx").write_bytes(cchc.render(cchc.load_plan(path), "docx"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "saved")]
    subprocess.run(
        [*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=120
    )
    saved = sorted((tmp_path / "saved").glob("*.docx"))

    assert len(plans) == len(saved)
    for path in saved:
        assert cchc.read_plan(tmp_path / path.name).plan == cchc.read_plan(path).plan


def test_a_cell_that_goes_on_over_rows_says_so() -> None:
    """The first of them has the words, and how many rows they stand for."""
    row = "<w:tr><w:tc>{}</w:tc><w:tc><w:tcPr>{}</w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    rows = (
        row.format(p("Nội dung"), "", p("Chủ trì"), p("Thời gian"))
        + row.format(p("Tập huấn"), '<w:vMerge w:val="restart"/>', p("Sở Nội vụ"), p("Quý I"))
        + row.format(p("Hội thi"), "<w:vMerge/>", p(), p("Quý II"))
        + row.format(p("Khảo sát"), "", p("Sở Tư pháp"), p("Quý III"))
    )
    edges = '<w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'
    source = read_docx(word(f"<w:tbl>{edges}{rows}</w:tbl>"), "thu.docx")

    assert [("Sở Nội vụ", 2), ("Sở Tư pháp", 1)] == [
        (line.text, line.cell.rows)
        for line in source.lines
        if line.cell and line.cell.column == 1 and line.cell.row
    ]
