"""Of the hundreds of styles that a Word file brings, those are parsed that something in it has, and no answer changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cchc.reading._numbering import W
from cchc.reading._styles import StyleSheet, used_styles

IDS = ("Normal", "Heading1", "ThanVan", "a b", "Trích yếu", "x")
ROOT = f'<w:styles xmlns:w="{W[1:-1]}">'


@st.composite
def style(draw: st.DrawFn) -> str:
    """Draw a style: its id, what it is based on, whether it is the default, and what it says."""
    key = draw(st.sampled_from(IDS))
    default = draw(st.sampled_from(("", ' w:default="1"', ' w:default="0"')))
    based = draw(
        st.sampled_from(("", *(f'<w:basedOn w:val="{one}"/>' for one in IDS), "<w:basedOn w:val='x'/>"))
    )
    said = draw(st.sampled_from(("", "<w:rPr><w:b/></w:rPr>", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')))
    return f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{key}"/>{based}{said}</w:style>'


def document(used: list[str]) -> etree._Element:
    """Return a body whose paragraphs have these styles."""
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="{one}"/></w:pPr></w:p>' for one in used)
    return etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{body}</w:body>')


@given(
    st.lists(style(), max_size=8),
    st.lists(st.sampled_from(IDS), max_size=3),
    st.sampled_from(("", "\n", "<w:x/>")),
)
def test_styles_that_nothing_has_make_no_difference(styles: list[str], used: list[str], between: str) -> None:
    """Also with circles, styles of one id, and something else between them."""
    data = f"{ROOT}<w:docDefaults/>{between.join(styles)}</w:styles>".encode()
    whole = StyleSheet.of(etree.fromstring(data))
    thin = StyleSheet.of(etree.fromstring(used_styles(data, [document(used), None])))

    assert [whole.paragraph(one) for one in ("", *used)] == [thin.paragraph(one) for one in ("", *used)]
    assert [whole.other(one) for one in used] == [thin.other(one) for one in used]


def a_style(key: str, more: str = "", inner: str = "") -> str:
    """Return a style that says nothing else."""
    return f'<w:style w:type="paragraph" w:styleId="{key}"{more}>{inner}</w:style>'


def test_only_styles_that_something_has_are_kept() -> None:
    """With what they are based on, and the default; all of them where a comment might hold one."""
    based = a_style("b", inner='<w:basedOn w:val="c"/>')
    default = a_style("d", ' w:default="1"')
    data = f"{ROOT}{a_style('a')}{based}{a_style('c')}{default}{a_style('e')}</w:styles>".encode()
    remarked = data.replace(b"<w:style ", b"<!-- --><w:style ", 1)
    thin = etree.fromstring(used_styles(data, [document(["b"])]))

    assert ["b", "c", "d"] == [child.get(f"{W}styleId") for child in thin]
    assert remarked == used_styles(remarked, [document(["b"])])
