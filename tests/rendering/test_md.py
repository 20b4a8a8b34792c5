"""Markdown: what a reader of the file sees is what the document says."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cchc.document import Document, Letterhead, Paragraph, Properties, Run, Section
from cchc.rendering.markdown import render_md
from tests.rendering.sample import HOSTILE, documents, plan_document, printed_words, words


def _tokens(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(markdown)


def _seen(markdown: str) -> str:
    """Return what a reader sees, markers of lists included."""
    seen: list[str] = []
    for token in _tokens(markdown):
        if token.type == "list_item_open":
            seen.append(f"{token.markup} ")
        for child in token.children or ():
            assert child.type not in {"link_open", "image", "code_inline"}
            seen.append("\n" if child.type == "hardbreak" or child.content == "<br>" else child.content)
        if token.type in {"fence", "code_block", "html_block"}:
            pytest.fail(f"Text became {token.type}: {token.content!r}")
        seen.append("\n" if token.type.endswith("_close") or token.type == "inline" else "")
    return "".join(seen)


def _kinds(markdown: str) -> list[str]:
    return [token.type for token in _tokens(markdown) if token.type.endswith("_open")]


def test_words_of_the_plan_stand_in_order() -> None:
    """A parser of Markdown reads the words of the tree."""
    document = plan_document()

    assert printed_words(document) == words(_seen(render_md(document).decode()))


@given(documents)
def test_text_is_never_markup(document: Document) -> None:
    """Whatever the texts hold, a reader sees every word of them, in order."""
    assert printed_words(document) == words(_seen(render_md(document).decode()))


@given(documents)
def test_rendering_is_repeatable(document: Document) -> None:
    """The same document gives the same bytes."""
    assert render_md(document) == render_md(document)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "# đề mục", "> trích", "1) một", "12. hai", "***", "===", "+ cộng"]
)
def test_a_paragraph_stays_a_paragraph(text: str) -> None:
    """Signs at the start of a line make no list, heading, rule or quotation."""
    document = Document(
        standard=plan_document().standard,
        properties=Properties(title=""),
        sections=(Section(blocks=(Paragraph(runs=(Run(f"{text} x"),)),)),),
    )

    assert _kinds(render_md(document).decode()) == ["paragraph_open"]


def test_outline_and_lists_are_real() -> None:
    """Headings carry the outline, dashes are nested lists, bold runs are strong."""
    made = render_md(plan_document()).decode()

    assert "\n## I. MỤC ĐÍCH, YÊU CẦU\n\n### 1. Mục đích\n" in made
    assert "\n- Nội dung ngắn gọn, dễ hiểu, sát với từng đối tượng:\n  + Cán bộ, công chức" in made
    assert "\na) **Thời gian thực hiện:** mỗi tháng hai kỳ" in made


def test_blanks_to_be_filled_in_stay() -> None:
    """A place that is not known yet is a blank, also at the beginning of a line."""
    blank = "\N{NO-BREAK SPACE}" * 8
    head = Letterhead(issuer=("UBND",), number="Số:", place_date=f"{blank}, ngày 05 tháng 02 năm 2026")
    document = evolve(plan_document(), sections=(Section(blocks=(head,)),))

    assert blank in render_md(document).decode()
