"""Plain text: every word in order, and a layout that can be read back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cchc.document import (
    Cell,
    Column,
    Document,
    Letterhead,
    Paragraph,
    Properties,
    Run,
    Section,
    Table,
    standard_on,
)
from cchc.rendering.text import render_txt
from tests.rendering.sample import documents, plan_document, printed_words, words


def _page(*blocks: Letterhead | Paragraph | Table) -> str:
    plan = plan_document()
    document = Document(
        standard=plan.standard, properties=Properties(title="Kế hoạch"), sections=(Section(blocks=blocks),)
    )
    return render_txt(document).decode()


def test_words_of_the_plan_stand_in_order() -> None:
    """The words of the file are the words of the tree."""
    document = plan_document()

    assert printed_words(document) == words(render_txt(document).decode())


@given(documents)
def test_words_of_any_tree_stand_in_order(document: Document) -> None:
    """Whatever the texts hold, no word is lost, added or moved."""
    assert printed_words(document) == words(render_txt(document).decode())


@given(documents)
def test_rendering_is_repeatable(document: Document) -> None:
    """The same document gives the same bytes, which are UTF-8 and end in one line feed."""
    made = render_txt(document)

    assert made == render_txt(document)
    assert made.endswith(b"\n")
    assert b"\r" not in made


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_a_paragraph_is_a_line(texts: list[str]) -> None:
    """No character within a text starts a new line, whichever program counts them."""
    printed = _page(*(Paragraph(runs=(Run("x" + text + "x"),), marker="-") for text in texts))

    assert len(texts) == len(printed.splitlines())


def test_letterhead_stands_in_two_groups() -> None:
    """What stands at the left comes first, then what stands at the right."""
    head = render_txt(plan_document(draft=True)).decode().split("\n\n")

    assert head[0] == "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ\nSố:        /KH-UBND"
    assert head[1] == "DỰ THẢO"
    assert head[2].startswith(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nCần Thơ, ngày  "
    )


def test_cells_are_separated_by_tabs() -> None:
    """A row is one line, spans keep the columns in place, lines of a cell are joined by a semicolon."""
    table = Table(
        description="Không in",
        columns=(
            Column(title="TT", share=1),
            Column(title="Cơ\tquan", share=3),
            Column(title="Ghi chú", share=1),
        ),
        rows=(
            (Cell(text="Phần một", span=3),),
            (Cell(text="1"), Cell(text="Sở A\nSở B;\nSở C"), Cell(text="")),
            (Cell(text="2", span=2), Cell(text="x")),
        ),
    )

    assert _page(table) == "TT\tCơ quan\tGhi chú\nPhần một\n1\tSở A; Sở B; Sở C\t\n2\t\tx\n"


def test_an_empty_document_is_an_empty_line() -> None:
    """A document without blocks is no error."""
    document = Document(
        standard=standard_on(plan_document().properties.date),  # type: ignore[arg-type]
        properties=Properties(title=""),
        sections=(),
    )

    assert render_txt(document) == b"\n"


def test_a_place_that_is_not_known_stays_a_blank() -> None:
    """The comma of place and date never begins a line."""
    blank = "\N{NO-BREAK SPACE}" * 8
    head = Letterhead(issuer=("SỞ",), number="Số: 1/KH", place_date=f"{blank}, ngày 01 tháng 3 năm 2027")

    assert f"\n{blank}, ngày 01 tháng 3 năm 2027\n" in _page(head)
