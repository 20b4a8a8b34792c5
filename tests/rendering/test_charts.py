"""Charts: the same figures in every format, drawn where a format can draw, and nothing that a text could break."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import docx
import lxml.etree
import lxml.html
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from cchc.document import Block, Chart, Document, Series
from cchc.errors import ModelError
from cchc.rendering import FORMATS
from cchc.rendering._chart import is_lying, scale, written
from tests.documents import tools
from tests.rendering.sample import HOSTILE, chart_document, charts, plan_document, printed_words, words

RENDER = {one.key: one.render for one in FORMATS}
_C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
_PROPERTIES = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
}


def _chart(
    values: Sequence[int | Decimal | None] = (1, 2),
    *more: Sequence[int | Decimal | None],
    kind: Literal["bar", "column", "line", "stacked"] = "bar",
    names: Sequence[str] = (),
) -> Chart:
    return Chart(
        title="Biểu đồ 1. Số tin theo quý",
        description="Số tin tăng qua từng quý.",
        kind=kind,
        categories=tuple(names) or tuple(f"Quý {number}" for number in range(1, len(values) + 1)),
        series=tuple(
            Series(name=f"Năm {at}", values=tuple(one)) for at, one in enumerate((values, *more), 2026)
        ),
        unit="tin",
    )


def _document(*blocks: Block) -> Document:
    (first, *_) = chart_document().sections
    return evolve(chart_document(), sections=(evolve(first, blocks=blocks),))


def _parts(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _xml(part: bytes) -> Any:
    return lxml.etree.fromstring(part)


def _cached(series: Any, name: Literal["cat", "val"]) -> dict[int, str]:
    """Return what a native chart shows of a series before any workbook is opened."""
    return {
        int(point.get("idx")): point.findtext("c:v", namespaces=_C) or ""
        for point in series.iterfind(f"c:{name}//c:pt", namespaces=_C)
    }


def _cells(book: Any, series: Any, name: Literal["cat", "val"]) -> list[Any]:
    """Return the cells that a series of a native chart refers to."""
    sheet, cells = series.find(f"c:{name}//c:f", namespaces=_C).text.rsplit("!", 1)
    found = book[sheet.strip("'")][cells.replace("$", "")]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


def _numbers(series: Series) -> dict[int, Decimal]:
    return {at: Decimal(value) for at, value in enumerate(series.values) if value is not None}


@pytest.mark.parametrize(
    "change",
    [
        {"categories": ()},
        {"series": ()},
        {"categories": ("một", "hai", "ba")},
        {"kind": "pie"},
    ],
    ids=["no category", "no series", "lengths", "kind"],
)
def test_a_chart_has_a_value_for_every_category(change: dict[str, Any]) -> None:
    """What cannot be drawn is refused when it is made, not when a document is written."""
    with pytest.raises(ModelError):
        evolve(_chart(), **change)


@pytest.mark.parametrize("value", [True, 1.5, "1", Decimal("NaN"), Decimal("Infinity")])
def test_a_value_is_a_number(value: Any) -> None:
    """Floats, texts and numbers without an end are no figures."""
    with pytest.raises(ModelError):
        Series(name="", values=(value,))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (None, ""),
        (1234567, "1.234.567"),
        (Decimal("1234.5"), "1.234,5"),
        (Decimal("1E+3"), "1.000"),
        (-12, "-12"),
    ],
)
def test_numbers_are_written_the_vietnamese_way(value: int | Decimal | None, text: str) -> None:
    """Points between thousands, a comma before decimals."""
    assert text == written(value)


@given(charts())
def test_the_scale_holds_every_bar_on_few_round_marks(chart: Chart) -> None:
    """Every value stands on the axis, zero is a mark, and marks are 1, 2 or 5 times a power of ten apart."""
    axis = scale(chart)
    rows = [[value or 0 for value in row] for row in zip(*(one.values for one in chart.series), strict=True)]
    ends = [value for row in rows for value in row]
    if chart.kind == "stacked":
        ends = [sum(value for value in row if (value > 0) is up) for row in rows for up in (True, False)]

    assert all(axis.low <= end <= axis.high for end in ends)
    assert 0 in axis.marks
    assert (axis.marks[0], axis.marks[-1]) == (axis.low, axis.high)
    assert 2 <= len(axis.marks) <= 12
    assert axis.step.normalize().as_tuple().digits in {(1,), (2,), (5,)}


def test_counts_have_no_halves() -> None:
    """The axis of small counts has whole numbers, that of small shares has parts."""
    assert scale(_chart((1, 2))).marks == [0, 1, 2]
    assert scale(_chart((0, 0))).marks == [0, 1]
    assert scale(_chart((Decimal("0.5"), Decimal(1)))).step == Decimal("0.2")


def test_columns_lie_down_where_their_names_have_no_room() -> None:
    """Short names stand below columns, long ones beside bars, many beside bars too."""
    long = ("Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính", "Sở Nội vụ", "Sở Tư pháp")

    assert not is_lying(_chart((1, 2, 3), kind="column"), 75)
    assert is_lying(_chart((1, 2, 3), kind="column", names=long), 40)
    assert is_lying(_chart(range(30), kind="column"), 75)
    assert not is_lying(_chart((1, 2, 3), kind="line", names=long), 40)


@pytest.mark.parametrize("key", RENDER)
@settings(max_examples=12)
@given(chart=charts())
def test_rendering_is_repeatable(key: str, chart: Chart) -> None:
    """The same chart gives the same bytes, whatever it holds."""
    document = _document(chart, chart)

    assert RENDER[key](document) == RENDER[key](document)


@pytest.mark.parametrize("key", RENDER)
@pytest.mark.parametrize(
    "value", [10**40, 10**100, -(10**20), Decimal("1E-30"), Decimal("123456789.123456789123")]
)
def test_numbers_of_any_size_are_written(key: str, value: int | Decimal) -> None:
    """What no office counts breaks no format either."""
    assert RENDER[key](_document(_chart((value, 1, None), kind="column"), _chart((value, 1), kind="stacked")))


@given(charts())
def test_plain_text_has_every_word_in_columns(chart: Chart) -> None:
    """Words stand in order, and every column is as wide in one row as in the next."""
    made = RENDER["txt"](_document(chart)).decode()
    rows = [line.split("\t") for line in made.rstrip("\n").split("\n") if "\t" in line]

    assert words(made) == printed_words(_document(chart))
    assert len(rows) == 1 + len(chart.categories)
    assert len({tuple(map(len, row)) for row in rows}) == 1


@given(charts())
def test_markdown_has_a_table(chart: Chart) -> None:
    """A parser of Markdown finds the figures in a table."""
    tokens = MarkdownIt("commonmark").enable("table").parse(RENDER["md"](_document(chart)).decode())
    at = next(number for number, token in enumerate(tokens) if token.type == "tbody_open")
    cells = [token.content for token in tokens[at:] if token.type == "inline"]
    width = 1 + len(chart.series)

    assert [cells[width * row + 1 : width * (row + 1)] for row in range(len(chart.categories))] == [
        [written(value) for value in row] for row in zip(*(one.values for one in chart.series), strict=True)
    ]


@given(charts())
def test_texts_of_a_chart_are_never_markup(chart: Chart) -> None:
    """Pictures have the elements of their figures alone, each name stands once, every reference finds its element."""
    page = lxml.html.document_fromstring(RENDER["html"](_document(chart)).decode())
    drawn = {
        "svg", "title", "desc", "defs", "pattern", "rect", "path", "text",
    }  # fmt: skip
    ids = page.xpath("//@id")
    referred = [
        *" ".join(page.xpath("//@aria-labelledby")).split(),
        *re.findall(r"url\(#([^)]*)\)", " ".join(page.xpath("//@fill"))),
    ]

    assert {element.tag for element in page.xpath("//figure//svg/descendant-or-self::*")} <= drawn
    assert len(ids) == len(set(ids))
    assert set(referred) <= set(ids)
    assert page.xpath("count(//figure//svg[@role='img'][title][desc])") == 2


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=8))
def test_bars_are_as_long_as_their_values(values: list[int]) -> None:
    """Twice the value is twice the length, in both pictures."""
    page = lxml.html.document_fromstring(RENDER["html"](_document(_chart(values))).decode())
    for picture in page.xpath("//figure//svg"):
        widths = [float(bar.get("width")) for bar in picture.xpath(".//*[@class='bar']")]
        long = max(widths)

        assert [round(long * value / max(values)) for value in values] == pytest.approx(widths, abs=1)


def test_a_page_shows_figures_to_who_cannot_see_the_picture() -> None:
    """The picture has a name and words, the figures stand in a table."""
    page = lxml.html.document_fromstring(RENDER["html"](_document(_chart((1234, None)))).decode())
    svg = page.xpath("//figure//svg")[0]

    assert svg.findtext("title") == "Biểu đồ 1. Số tin theo quý (đơn vị tính: tin)"
    assert svg.findtext("desc") == "Số tin tăng qua từng quý."
    assert [cell.text_content() for cell in page.xpath("//details//td")] == ["Quý 1", "1.234", "Quý 2", ""]


def test_parts_of_nothing_have_no_length() -> None:
    """What is zero or not known gets no part of a stack."""
    made = RENDER["html"](_document(_chart((1, 0), (None, 2), kind="stacked"))).decode()
    svg = lxml.html.document_fromstring(made).xpath("//figure//svg")[0]

    # One of each series in the legend, and the two parts.
    assert len(svg.xpath(".//*[@class='bar']")) == 4


@settings(max_examples=25)
@given(charts())
def test_word_shows_and_edits_the_figures(chart: Chart) -> None:
    """The chart has its values in itself, and the workbook within has them in the cells that the chart names."""
    parts = _parts(RENDER["docx"](_document(chart, _chart())))
    drawn = _xml(parts["word/charts/chart1.xml"])
    book = load_workbook(io.BytesIO(parts["word/embeddings/chart1.xlsx"]))
    found = drawn.findall(".//c:ser", namespaces=_C)

    assert len(found) == len(chart.series)
    for series, one in zip(found, chart.series, strict=True):
        expected = _numbers(one)
        assert {at: Decimal(value) for at, value in _cached(series, "val").items()} == expected
        assert _cells(book, series, "val") == [
            float(expected[at]) if at in expected else None for at in range(len(chart.categories))
        ]
        assert len(_cached(series, "cat")) == len(chart.categories)


@settings(max_examples=25)
@given(charts())
def test_excel_shows_the_cells_beside_the_chart(chart: Chart) -> None:
    """Each series names cells of its page, and has the values of these cells before they are counted."""
    made = RENDER["xlsx"](_document(_chart(), chart))
    book = load_workbook(io.BytesIO(made))
    drawn = _xml(_parts(made)["xl/charts/chart2.xml"])
    formulas = [cell for row in book["Biểu đồ"].iter_rows() for cell in row if cell.data_type == "f"]

    for series, one in zip(drawn.findall(".//c:ser", namespaces=_C), chart.series, strict=True):
        expected = _numbers(one)
        cached = {at: Decimal(value) for at, value in _cached(series, "val").items()}
        assert cached == expected
        assert _cells(book, series, "val") == [
            float(expected[at]) if at in expected else None for at in range(len(chart.categories))
        ]
    assert formulas == []


@pytest.mark.parametrize(
    ("key", "part", "name", "said"),
    [
        (
            "docx",
            "word/document.xml",
            "wp:docPr",
            "Số tin tăng qua từng quý. Năm 2026: Quý 1 1.234; Quý 2 không có số liệu.",
        ),
        ("xlsx", "xl/drawings/drawing1.xml", "xdr:cNvPr", "Số tin tăng qua từng quý."),
    ],
    ids=["docx", "xlsx"],
)
def test_native_charts_have_words_for_who_cannot_see_them(key: str, part: str, name: str, said: str) -> None:
    """The text alternative is the description, with the figures where they stand in the picture alone."""
    root = _xml(_parts(RENDER[key](_document(_chart((1234, None)))))[part])

    assert [said] == [one.get("descr") for one in root.iterfind(f".//{name}", namespaces=_PROPERTIES)]


def test_a_workbook_without_charts_has_no_page_for_them() -> None:
    """The page of charts is there where a chart is, after the sheets."""
    plan = plan_document()
    drawn = evolve(plan, sections=(*plan.sections, *_document(_chart()).sections))
    names = [load_workbook(io.BytesIO(RENDER["xlsx"](one))).sheetnames for one in (plan, drawn)]

    assert [name for name in names[1] if name not in names[0]] == ["Biểu đồ"]
    assert "Biểu đồ" not in names[0]


def test_captions_stand_below_charts_in_word() -> None:
    """The chart keeps to its title, which counts as a caption in Word's own lists."""
    document = docx.Document(io.BytesIO(RENDER["docx"](_document(_chart(), _chart()))))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]

    assert styles == ["Chart", "Caption", "Chart", "Caption"]
    assert document.paragraphs[1].text == "Biểu đồ 1. Số tin theo quý (đơn vị tính: tin)"
    assert [part.partname for part in document.part.package.iter_parts() if "chart" in part.partname][:1] == [
        "/word/charts/chart1.xml"
    ]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("key", ["docx", "xlsx"])
def test_hostile_texts_leave_every_part_readable(key: str, text: str) -> None:
    """Whatever names are, every part is XML, and none became a formula."""
    chart = Chart(
        title=text, description=text, kind="column", categories=(text,),
        series=(Series(name=text, values=(1,)), Series(name="b", values=(2,))), unit=text,
    )  # fmt: skip
    parts = _parts(RENDER[key](_document(chart)))
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            _xml(part)

    assert [name for name, part in parts.items() if "/worksheets/sheet" in name and b"<f>" in part] == []


every_format = pytest.mark.parametrize("suffix", ["docx", "xlsx"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the document with all charts in each format that programs judge."""
    made = tmp_path_factory.mktemp("charts")
    for suffix in ("docx", "xlsx", "html"):
        (made / f"charts.{suffix}").write_bytes(RENDER[suffix](chart_document()))
    return made


@pytest.mark.slow
@every_format
@pytest.mark.needs("ooxml-validator", "openxml-audit")
def test_office_validators_find_nothing(folder: Path, suffix: str) -> None:
    """Microsoft's rules for the format are kept, and what Word and Excel refuse beyond them is avoided."""
    path = folder / f"charts.{suffix}"

    assert tools.sdk_findings(path) == []
    assert tools.audit_findings(path) == []


@pytest.mark.slow
@pytest.mark.needs("ooxml-validator")
def test_the_workbook_within_word_is_one(folder: Path, tmp_path: Path) -> None:
    """The workbook by which a chart is edited keeps the rules of workbooks."""
    path = tmp_path / "figures.xlsx"
    path.write_bytes(_parts((folder / "charts.docx").read_bytes())["word/embeddings/chart7.xlsx"])

    assert tools.sdk_findings(path) == []


@pytest.mark.slow
@pytest.mark.needs("java", "vnu", "node", "html-validate", "playwright", "axe", "chromium")
def test_web_checkers_find_nothing(folder: Path, tmp_path: Path) -> None:
    """Nu, html-validate and axe are content, and a telephone needs no sideways scrolling."""
    path = folder / "charts.html"
    visit = tools.visit(path, tmp_path)

    assert tools.nu_findings([path]) == []
    assert tools.html_validate_findings([path]) == []
    assert (visit.axe, visit.console, visit.sideways) == ((), (), ())


@pytest.mark.slow
@every_format
@pytest.mark.needs("soffice", "qpdf")
def test_libreoffice_draws_the_charts(folder: Path, tmp_path: Path, suffix: str) -> None:
    """The printed chart has its names, numbers as Vietnamese writes them, and letters of one face."""
    source = folder / f"charts.{suffix}"
    (printed,) = tools.print_pdf([source], tmp_path, profile=tmp_path / "profile")
    lines = tools.text_lines(printed, gap=2.0)
    said = " ".join(line.text for line in lines)

    assert tools.pdf_findings(printed) == []
    assert "1.234,0" in said
    assert "Xã Vĩnh Trường" in said
    assert "Đang thực hiện" in said
    if suffix == "docx":
        assert {face.split("-")[0] for line in lines for face, _ in line.fonts} <= {
            "LiberationSerif",
            "OpenSymbol",
        }
