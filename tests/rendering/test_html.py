"""The web page: every word in order, texts that are never markup, and nothing that it needs from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest
from attrs import evolve
from hypothesis import given, settings

from cchc.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Properties,
    Run,
    Section,
    Sheet,
    SheetColumn,
    Title,
)
from cchc.rendering.html import render_html
from tests.documents import tools
from tests.rendering.sample import (
    HOSTILE,
    calendar_sheet,
    documents,
    plan_document,
    printed_words,
    task_sheet,
    words,
)

_INLINE = {"strong", "em"}
_UNSEEN = {"caption", "script", "style"}


def _parse(made: bytes) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(made.decode())


def _seen(element: lxml.html.HtmlElement) -> str:
    """Return the words below *element* in order; what is no stretch of a line stands apart."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        inner = ""
    else:
        inner = (element.text or "") + "".join(_seen(child) for child in element)
        if element.tag not in _INLINE:
            inner = f"\n{inner}\n"
    return inner + (element.tail or "")


def _article(made: bytes) -> str:
    (article,) = _parse(made).xpath("//*[@class='document']")
    return _seen(article)


def _page(*blocks: Block, sheets: tuple[Sheet, ...] = ()) -> lxml.html.HtmlElement:
    document = Document(
        standard=plan_document().standard,
        properties=Properties(title="Kế hoạch"),
        sections=(Section(blocks=blocks),),
        sheets=sheets,
    )
    return _parse(render_html(document))


def hostile_document() -> Document:
    """Return a document with hostile texts wherever it has texts."""
    blocks: list[Block] = [Title(kind="KẾ HOẠCH", subject=HOSTILE[9])]
    for level, text in enumerate(HOSTILE, 1):
        blocks.append(
            Heading(level=1 + level % 4, marker="1.", text=text, run_in=(Run(text),) if level % 2 else ())
        )
        blocks.append(Paragraph(runs=(Run(text, bold=True), Run(text)), marker=text[:2], depth=level % 3))
    sheet = task_sheet()
    rows = tuple(
        tuple(text if column.kind == "text" else value for column, value in zip(sheet.columns, sheet.rows[0]))
        for text in HOSTILE
    )
    return evolve(
        plan_document(),
        properties=Properties(title=HOSTILE[9], subject=HOSTILE[10], creator=HOSTILE[13], keywords=HOSTILE),
        sections=(Section(blocks=tuple(blocks)),),
        sheets=(evolve(sheet, rows=rows), evolve(calendar_sheet(), title=HOSTILE[10])),
    )


def test_words_of_the_plan_stand_in_order() -> None:
    """The words of the document's part of the page are the words of the tree."""
    document = plan_document()

    assert printed_words(document) == words(_article(render_html(document)))


@settings(max_examples=60)
@given(documents)
def test_words_of_any_tree_stand_in_order(document: Document) -> None:
    """Whatever the texts hold, a parser of HTML reads every word of them, in order."""
    assert printed_words(document) == words(_article(render_html(document)))


@settings(max_examples=30)
@given(documents)
def test_rendering_is_repeatable(document: Document) -> None:
    """The same document gives the same bytes."""
    assert render_html(document) == render_html(document)


@settings(max_examples=30)
@given(documents)
def test_texts_bring_no_element(document: Document) -> None:
    """The page has its own script and nothing that a text tried to bring in, and no id twice."""
    page = _parse(render_html(document))
    ids = page.xpath("//@id")

    assert len(page.xpath("//script | //style")) == 2
    assert not page.xpath(
        "//img | //iframe | //link | //object | //embed | //ruby | //base | //@onclick | //@style"
    )
    assert sorted(set(ids)) == sorted(ids)


def test_nothing_is_loaded_from_elsewhere() -> None:
    """The file is whole: no address that a browser would fetch, and links only into itself."""
    made = render_html(plan_document())
    page = _parse(made)

    assert not page.xpath("//@src")
    assert all(href.startswith("#") for href in page.xpath("//@href"))
    assert b"url(" not in made
    assert b"@import" not in made


def test_contents_lead_to_the_headings() -> None:
    """Every entry of the contents has a target, in the order of the page."""
    page = _parse(render_html(plan_document()))
    targets = [href[1:] for href in page.xpath("//nav//@href")]
    ids = page.xpath("//main//@id")

    assert len(targets) == 11
    assert sorted(targets, key=ids.index) == targets


def test_no_level_of_headings_is_left_out() -> None:
    """A document that starts deep has headings that assistive programs can follow."""
    page = _page(
        Title(kind="QUYẾT ĐỊNH", subject="Ban hành kế hoạch"),
        Heading(level=3, marker="a)", text="Sâu"),
        Heading(level=1, marker="I.", text="Nông"),
        Heading(level=4, marker="-", text="Rất sâu"),
        Title(kind="KẾ HOẠCH", subject="Tuyên truyền"),
        Heading(level=1, marker="I.", text="Nông"),
    )
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]

    assert levels == [1, 2, 2, 3, 2, 3]


def test_tasks_can_be_filtered_without_javascript() -> None:
    """Each body that leads has a radio button, and a rule of the style sheet hides the rows of the others."""
    made = render_html(plan_document()).decode()
    page = _parse(made.encode())
    labels = [" ".join(label.text_content().split()) for label in page.xpath("//fieldset//label")]

    assert labels == [
        "Tất cả 7",
        "Báo Cần Thơ 1",
        "Đài Phát thanh và Truyền hình Thành phố 1",
        "Sở Nội vụ 2",
        "Sở Thông tin và Truyền thông 1",
        "Sở Tư pháp 1",
        "UBND quận, huyện 1",
    ]
    assert "#bang-1:has(#bang-1-3:checked) tbody > :not(.group-3)" in made
    assert [row.xpath("count(preceding-sibling::tr)") for row in page.xpath("//tr[@class='group-3']")] == [
        2,
        6,
    ]


def test_the_timeline_has_an_alternative_in_words() -> None:
    """The picture of the year has a name and a description, and a table of the same marks beside it."""
    page = _parse(render_html(plan_document()))
    picture = page.xpath("//*[local-name()='svg']")[0]
    said = picture.xpath("*[local-name()='desc']")[0].text

    assert picture.xpath("*[local-name()='title']")[0].text == "Lịch thực hiện năm 2014"
    assert (
        "Biên soạn, in và phát tờ gấp về thủ tục hành chính thuộc lĩnh vực đất đai: tháng 4, tháng 5, tháng 6."
        in said
    )
    assert "Treo băng rôn, khẩu hiệu tại trụ sở: cả năm." in said
    assert len(page.xpath("//details//tbody/tr")) == 7


def test_what_the_office_fills_in_stays_in_the_workbook() -> None:
    """Columns for input are not shown; days are for people and for programs."""
    page = _parse(render_html(plan_document()))
    (table,) = page.xpath("//table[contains(@class, 'table')]")
    (day,) = {time.get("datetime") for time in table.xpath(".//time")} & {"2014-06-30"}

    assert "Tình trạng" not in table.text_content()
    assert [time.text for time in table.xpath(f".//time[@datetime='{day}']")] == ["30/6/2014"]


def test_sheets_of_any_kind_are_shown() -> None:
    """A sheet without rows says so, one without text columns or with unknown keys is a table."""
    empty = evolve(task_sheet(), rows=())
    numbers = Sheet(
        key="n", title="Số", columns=(SheetColumn(key="a", title="A", kind="integer"),), rows=((1,), (None,))
    )
    page = _page(sheets=(empty, evolve(calendar_sheet(), rows=()), numbers))

    assert [p.text for p in page.xpath("//section//p")] == ["Chưa có nội dung."] * 2
    assert [cell.text_content() for cell in page.xpath("//tbody//th")] == ["1", ""]


@pytest.mark.slow
@pytest.mark.needs("java", "vnu", "node", "html-validate", "playwright", "axe", "chromium")
@pytest.mark.parametrize(
    "document",
    [
        plan_document(),
        plan_document(draft=True),
        hostile_document(),
        evolve(plan_document(), sheets=(), sections=()),
    ],
    ids=["plan", "draft", "hostile", "empty"],
)
def test_checkers_find_nothing(document: Document, tmp_path: Path) -> None:
    """Nu, html-validate and axe are content, nothing is loaded, and no page scrolls sideways."""
    path = tmp_path / "page.html"
    path.write_bytes(render_html(document))
    visit = tools.visit(path, tmp_path)

    assert tools.nu_findings([path]) == []
    assert tools.html_validate_findings([path]) == []
    assert (visit.axe, visit.console, visit.sideways) == ((), (), ())


def test_the_style_sheet_holds_its_contrast() -> None:
    """Text colours stand at least 7 to 1 against every ground that they are used on (WCAG 2.2, 1.4.6)."""
    css = (Path(tools.ROOT) / "src/cchc/rendering/html/page.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([a-z]+): #([0-9a-f]{3,6});", css))

    def light(name: str) -> float:
        code = colours.get(name, name)
        code = "".join(digit * 2 for digit in code) if len(code) == 3 else code
        parts = [int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    pairs = [(ink, ground) for ink in ("ink", "soft", "red") for ground in ("paper", "ground", "tint")]
    for one, other in [*pairs, ("fff", "red"), ("4d1003", "ffe9b3"), ("ink", "f6e9d2")]:
        bright, dark = sorted((light(one), light(other)), reverse=True)

        assert (bright + 0.05) / (dark + 0.05) >= 7, (one, other)
