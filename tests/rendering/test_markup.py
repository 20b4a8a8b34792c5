"""The writer of markup: what goes in as text comes out of a parser as the same text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cchc.rendering._markup import NOTHING, element, frame, join, text, xml_file
from cchc.text import clean


@given(st.text())
def test_text_survives(words: str) -> None:
    """A parser reads the clean text, as content and as attribute, whatever it holds."""
    made = etree.fromstring(xml_file(element("a", {"b": words}, text(words))))
    expected = clean(words).text

    assert expected == (made.text or "")
    assert expected == made.get("b")


def test_an_element_without_children_closes_itself() -> None:
    """Empty content is content."""
    assert "<a/>" == element("a")
    assert '<a b="1"></a>' == element("a", {"b": 1}, NOTHING)


@given(st.lists(st.text(), max_size=3))
def test_a_frame_holds_what_an_element_holds(texts: list[str]) -> None:
    """Start and end around some children are the element with these children."""
    children = [text(words) for words in texts]
    start, end = frame("a", {"b": "</a>"}, text("first"))

    assert element("a", {"b": "</a>"}, text("first"), *children) == join((start, *children, end))
