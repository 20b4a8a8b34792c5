"""A web page as lines: the article of a portal, and what the site prints around it left out with a reason."""

from __future__ import annotations

import pytest

from cchc.errors import CouldNotReadError
from cchc.reading import Source, read_html

ARTICLE = """
<p>Thực hiện Quyết định số 1489/QĐ-UBND ngày 28/12/2016 của UBND huyện</p>
<p><b>I. MỤC ĐÍCH, YÊU CẦU</b></p><p>1. Mục đích</p><p>- Nâng cao nhận thức</p><p>- Phát huy vai trò</p>
<p>2. Yêu cầu</p><p>- Kịp thời, đầy đủ</p>
<p><strong>II. NỘI DUNG</strong></p><p>1. Cải cách thủ tục</p><p>2. Cải cách thể chế</p>
<p>Nơi nhận:</p><p>- Lưu: VT.</p>
"""


def read(page: str) -> Source:
    """Return a page as a source."""
    return read_html(page.encode(), "trang.html")


def texts(page: str) -> list[str]:
    """Return the lines of a page."""
    return [line.text for line in read(page).lines]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>một<br>hai</p>ba", ["một", "hai", "ba"]),
        ("<p>một   \n  dòng <i>chữ</i></p>", ["một dòng chữ"]),
        ("<p>&nbsp;</p><p>Kế&nbsp;hoạch &amp; nội dung</p>", ["Kế hoạch & nội dung"]),
        ("<div>một<div>hai</div>ba</div>", ["một", "hai", "ba"]),
        ("<pre>I. MỤC ĐÍCH\n- Một</pre>", ["I. MỤC ĐÍCH", "- Một"]),
        ("<ul><li>một<ul><li>hai</li></ul></li><li>ba</li></ul>", ["- một", "+ hai", "- ba"]),
        ("<ul><li>- một</li><li>a) hai</li></ul>", ["- một", "a) hai"]),
        ("<ol><li>một</li><li>hai</li></ol>", ["1. một", "2. hai"]),
        ('<ol type="I" start="3"><li>một</li><li value="7">hai</li></ol>', ["III. một", "VII. hai"]),
        ('<ol style="list-style-type: lower-alpha"><li>một<br>tiếp</li></ol>', ["a. một", "tiếp"]),
        ("<script>một</script><style>p {}</style><p>hai</p><!-- ba -->", ["hai"]),
        ("<p>ke\u0302\u0301 hoa\u0323ch</p>", ["kế hoạch"]),
    ],
)
def test_text_is_what_a_browser_shows(page: str, expected: list[str]) -> None:
    """Blocks are lines, spaces collapse, markers of lists are computed unless the text has its own."""
    assert expected == texts(page)


def test_headings_and_weight_are_kept() -> None:
    """The title of a page is none of its outline; headings below it are, and bold is told from plain."""
    page = "<h1>Kế hoạch</h1><h2>I. Mục đích</h2><p><b>Đậm</b></p><p>Nửa <b>đậm</b></p><h3>1. Yêu cầu</h3>"

    assert [(None, True), (1, True), (None, True), (None, False), (2, True)] == [
        (line.heading, line.bold) for line in read(page).lines
    ]


def test_places_are_offsets_in_the_text() -> None:
    """Each line and each stretch that was left out says where it stands in the text of the source."""
    source = read(f"<nav><a>Trang chủ</a></nav><article>{ARTICLE}</article><footer>Bản quyền</footer>")

    assert [line.text for line in source.lines] == [
        source.text[line.start : line.end] for line in source.lines
    ]
    assert all(one.words == source.text[one.location.start : one.location.end] for one in source.left_out)


@pytest.mark.parametrize(
    "around",
    [
        "<nav><ul><li><a href='/'>Trang chủ</a></li><li>1. Giới thiệu</li></ul></nav>{}",
        "<header><p>Cổng thông tin điện tử</p></header>{}",
        "{}<footer>Bản quyền thuộc UBND huyện</footer>",
        "{}<aside><p>Tin mới nhất</p></aside>",
        "{}<div class='tin-lien-quan'><p>Tin liên quan</p><p>Kế hoạch khác</p></div>",
        "<div id='cookie-consent'>Trang dùng cookie</div>{}",
        "<div role='navigation'>Danh mục</div>{}",
        "<div class='breadcrumb'>Trang chủ &gt; Tin tức</div>{}",
        "{}<ul><li><a>Tin một của ngày</a></li><li><a>Tin hai của ngày</a></li><li><a>Tin ba của ngày</a></li></ul>",
        "<p style='display:none'>ẩn</p>{}",
        "<button>In trang</button>{}",
        "<div class='main-menu'><div>{}</div></div><div class='menu'>Danh mục</div>",
    ],
)
def test_what_a_site_prints_around_an_article_is_left_out(around: str) -> None:
    """Menus, footers, related news, cookie bars, hidden parts and buttons are no part of a plan, and each has a reason."""
    source = read(f"<html><body>{around.format(ARTICLE)}</body></html>")

    assert texts(ARTICLE) == [line.text for line in source.lines]
    assert source.left_out
    assert all(one.why for one in source.left_out)


def test_the_article_is_found_where_nothing_else_is_named() -> None:
    """What stands beside the element with nearly all of the plan is left out, whatever it is called."""
    source = read(
        f"<div class='x'>Thứ ba</div><div class='content-detail'>{ARTICLE}</div><div class='y'>Tin khác 1</div>"
    )

    assert texts(ARTICLE) == [line.text for line in source.lines]
    assert ["Thứ ba", "Tin khác 1"] == [one.words for one in source.left_out]


def test_tables_about_a_plan_are_no_part_of_its_article() -> None:
    """An article with every sign of a plan is the plan, though cells beside it look like a title or begin with markers."""
    cells = "".join(f"<p>{number}. Tập huấn</p><p>Kế hoạch</p>" for number in range(1, 4))
    source = read(f"<main><article><p>KẾ HOẠCH</p>{ARTICLE}</article><section>{cells}</section></main>")

    assert ["KẾ HOẠCH", *texts(ARTICLE)] == [line.text for line in source.lines]


def test_a_letterhead_is_no_furniture() -> None:
    """An element with the national motto belongs to the document, though it be called a header."""
    page = "<header class='header'><p>UBND HUYỆN</p><p>Độc lập - Tự do - Hạnh phúc</p></header>" + ARTICLE

    assert texts(page)[:2] == ["UBND HUYỆN", "Độc lập - Tự do - Hạnh phúc"]


def test_tables_of_data_keep_their_cells_and_letterheads_become_lines() -> None:
    """Cells that span columns and rows stand where a browser shows them; what only lies side by side becomes lines."""
    page = (
        "<table><tr><td>UBND XÃ</td><td>Độc lập - Tự do - Hạnh phúc</td></tr><tr><td>Số: 5</td><td>ngày 5</td></tr></table>"
        "<table border='1'><tr><th>TT</th><th>Nội dung</th><th>Chủ trì</th></tr>"
        "<tr><td rowspan='2'>1</td><td>Tập huấn</td><td>Sở Nội vụ</td></tr><tr><td colspan='2'>Hội thi</td></tr></table>"
    )
    lines = read(page).lines

    assert ["UBND XÃ", "Số: 5", "Độc lập - Tự do - Hạnh phúc", "ngày 5"] == [
        line.text for line in lines if line.cell is None
    ]
    assert [("TT", 0, 0), ("Nội dung", 0, 1), ("Chủ trì", 0, 2), ("1", 1, 0), ("Tập huấn", 1, 1), ("Sở Nội vụ", 1, 2),
            ("Hội thi", 2, 1)] == [(line.text, line.cell.row, line.cell.column) for line in lines if line.cell]  # fmt: skip


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("", "utf-8"), ("", "utf-8-sig"), ("", "utf-16"), ("windows-1258", "cp1258"), ("utf-8", "utf-8")],
)
def test_the_encoding_is_told(declared: str, encoding: str) -> None:
    """A page says how it is encoded, by a mark or a declaration; what it says is believed where it fits."""
    text = "<p>Ba\u0309o đa\u0309m</p>" if encoding == "cp1258" else "<p>Bảo đảm</p>"
    page = f'<meta charset="{declared}">{text}'.encode(encoding)

    assert ["Bảo đảm"] == [line.text for line in read_html(page, "trang.html").lines]


@pytest.mark.parametrize("page", ["", "<html></html>", "<script>x</script>", "<nav>Trang chủ</nav>"])
def test_a_page_without_text_is_refused(page: str) -> None:
    """A page that a program would have to run to show anything is refused with what to do."""
    with pytest.raises(CouldNotReadError):
        read(page)


def test_a_page_nested_without_end_is_refused() -> None:
    """Depth costs a bounded time: the page is read or refused."""
    with pytest.raises(CouldNotReadError):
        read("<div>" * 20_000 + "sâu")
