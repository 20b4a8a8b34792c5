"""A web page as a source: the article of a portal, without what the site prints around it."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from attrs import define, field
from lxml import etree

from cchc.errors import CouldNotReadError
from cchc.reading._grid import GridCell, is_layout, write_grid
from cchc.reading._numbering import list_marker
from cchc.reading._outline import marker_of
from cchc.reading._plain import decode
from cchc.reading._source import Cell, Source, SourceWriter, too_long
from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

# Pages with their pictures written into them are larger; none of that is text.
_MOST_CHARACTERS = 16_000_000
_DEEPEST = 200
_MOST_ELEMENTS = 60_000
_LONGEST_ATTRIBUTE = 1_000
# Cells beyond so many columns stand in one: cells that reach down and across could take a million.
_WIDEST = 200

_SILENT = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
    )
)
_CONTROLS = frozenset(
    ("button", "select", "option", "input", "textarea", "datalist", "progress", "meter", "dialog")
)
_LANDMARKS = frozenset(("nav", "header", "footer", "aside"))
_ROLES = frozenset(
    (
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
    )
)
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
        "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
        "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_HEADING = re.compile(r"h([1-6])")
_BOLD = frozenset(("b", "strong", "th"))

# Names by which sites call what stands around an article; whole words of a class or an id.
_AROUND = re.compile(
    r"(?:^|[-_\s])(?:menu|nav|navbar|navigation|breadcrumbs?|sidebar|side-?bar|footer|cookies?|consent|related|lien-?quan"
    r"|tin-?khac|other-?news|tin-?moi|most-?viewed|xem-?nhieu|comments?|binh-?luan|share|sharing|social|addthis|popup|modal|paging"
    r"|pagination|pager|search|tim-?kiem|login|dang-?nhap|skip|skip-?link|advert|ads|banner|quang-?cao|toolbar|tools|newsletter"
    r"|back-?to-?top|scroll-?top|visitor|thong-?ke|counter|weblink|lien-?ket|tags|print|hidden|sr-only|visually-hidden)(?:$|[-_\s])"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|lighter|[1-5]00)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(decimal|lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman"
                         r"|upper-roman|none)\b", re.IGNORECASE)  # fmt: skip
_BORDER = re.compile(
    r"border(?:-\w+)?\s*:(?!\s*(?:none|0|medium none))[^;]*(?:solid|double|dotted|windowtext)", re.IGNORECASE
)
_CONTENT = re.compile(
    r"(?:^|[-_\s])(?:content|article|detail|details|entry|post|news|noi-?dung|chi-?tiet|bai-?viet|van-?ban|document|body)(?:$|[-_\s])"
)

# What a plan has and the page around it has not; each counts for what it is worth in telling the article from the rest.
_SIGN = 6
_WORTH = (
    (re.compile(r"độc lập\s*-\s*tự do"), _SIGN),
    (re.compile(r"^nơi nhận\b"), _SIGN),
    (re.compile(r"^kế hoạch$"), _SIGN),
    (re.compile(r"^căn cứ\b"), 2),
)
_NEARLY_ALL = 0.9
_MOST = 0.5
_LINKED = 0.7
_FEW_LINKS = 3

WHY = {
    "menu": "trình đơn, thanh điều hướng của trang",
    "around": "phần của trang web nằm ngoài bài viết (tin liên quan, chia sẻ, bình luận, quảng cáo, thông báo)",
    "links": "danh sách liên kết của trang web",
    "hidden": "phần bị ẩn, không hiện trên trang",
    "control": "nút bấm, ô nhập liệu của trang",
    "outside": "nằm ngoài bài viết chính của trang",
    "caption": "chú thích của bảng",
    "script": "mã lệnh, kiểu trình bày của trang, không phải chữ",
}


def read_html(data: bytes, name: str) -> Source:
    """Return a web page as a source.

    Raises:
        CouldNotReadError: it is no text, larger or nested deeper than any page, or has no visible text.
    """
    text = decode(data, name, declared=_declared(data))[0]
    root = _tree(text, name)
    reader = _Reader(SourceWriter(name))
    reader.read(root)
    source = reader.out.source()
    if not source.lines:
        raise CouldNotReadError(
            source=name,
            why="the page shows no text of its own",
            why_vi="trang không có nội dung chữ",
            hint="Save the whole page from the browser.",
            hint_vi="Hãy lưu cả trang từ trình duyệt.",
        )
    return source


def _declared(data: bytes) -> str | None:
    found = re.search(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", data[:4096], re.IGNORECASE)
    return found[1].decode("ascii", "replace") if found else None


def _tree(text: str, name: str) -> _Element:
    if len(text) > _MOST_CHARACTERS:
        raise CouldNotReadError(
            source=name,
            why=f"it is larger than {_MOST_CHARACTERS / 1e6:g} million characters",
            why_vi="trang quá lớn",
            hint="Check that it is the right file.",
            hint_vi="Hãy kiểm tra lại tệp.",
        )
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    visible = re.sub("[\x00-\x08\x0b\x0e-\x1f]", "", text)
    try:
        root = etree.fromstring(visible.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise CouldNotReadError(
            source=name,
            why="it cannot be parsed as a web page",
            why_vi="tệp không phải trang web hoặc bị hỏng",
            hint="Save the page anew from the browser.",
            hint_vi="Hãy lưu lại trang từ trình duyệt.",
        )
    if root.xpath(f"count(//*) > {_MOST_ELEMENTS}"):
        raise too_long(name)
    return root


@define
class _Piece:
    text: str
    bold: bool


@define
class _List:
    """A list that is open: its kind, how it counts, and how deep it is among the lists without numbers."""

    kind: str | None
    count: int
    depth: int


@define
class _Reader:
    """One run over one page."""

    out: SourceWriter
    _line: list[_Piece] = field(factory=list)
    _lists: list[_List] = field(factory=list)
    _marker: str = ""
    _heading: int | None = None
    _cell: Cell | None = None
    _table: int = 0
    _page: bool = False

    def read(self, root: _Element) -> None:
        """Read the article of the page; what stands before and behind it is left out."""
        scripts = sum(1 for _ in root.iter("script", "style"))
        body = next((one for one in root.iter("body")), root)
        content = _article(body)
        above = set(content.iterancestors())
        several = sum(1 for _ in content.iter("h1")) > 1
        self._outside(body, content, above, behind=False)
        self._walk(content, several=several, depth=0)
        self._end()
        self._outside(body, content, above, behind=True)
        if scripts:
            self.out.leave_out(f"<script>, <style> ({scripts})", WHY["script"])

    def _outside(self, body: _Element, content: _Element, above: set[_Element], *, behind: bool) -> None:
        """Leave out what stands before the article, or what stands *behind* it."""
        if content is body:
            return
        for ancestor in [
            one for one in reversed([*content.iterancestors()]) if one is body or body in one.iterancestors()
        ]:
            passed = False
            children = list(ancestor)
            if not behind:
                self._leave(ancestor.text or "", WHY["outside"])
            for child in children:
                if child is content or child in above:
                    passed = True
                elif passed == behind and child.tag not in _SILENT:
                    self._leave(_visible(child), WHY[_furniture(child) or "outside"])
                if (passed == behind and child is not content and child not in above) or (
                    passed and behind and (child is content or child in above)
                ):
                    self._leave(child.tail or "", WHY["outside"])

    def _leave(self, words: str, why: str) -> None:
        self.out.leave_out(
            "\n".join(line for line in (part.strip() for part in words.split("\n")) if line), why
        )

    def _walk(self, one: _Element, *, several: bool, depth: int, bold: bool = False) -> None:
        if depth > _DEEPEST:
            raise CouldNotReadError(
                source=self.out.name,
                why=f"its elements are nested more than {_DEEPEST} deep",
                why_vi="trang lồng nhau quá sâu",
                hint="Copy the text of the article into a file of its own.",
                hint_vi="Hãy chép riêng nội dung bài viết ra một tệp.",
            )
        self._text(one.text, bold, one)
        for child in one:
            tag = child.tag
            if tag not in _SILENT:
                self._child(child, tag, several=several, depth=depth, bold=bold)
            self._text(child.tail, bold, one)

    def _child(self, one: _Element, tag: str, *, several: bool, depth: int, bold: bool) -> None:
        if (why := _furniture(one)) is not None:
            self._end()
            self._leave(_visible(one), WHY[why])
            return
        if tag == "br":
            self._break()
            return
        if tag == "hr":
            self._end()
            return
        own = _bold(one, tag, bold)
        classes = _said(one, "class").split()
        if tag == "table":
            self._end()
            self._read_table(one, several=several, depth=depth)
            return
        if "run-in" in classes:
            self._run_in(one, several=several, depth=depth)
            return
        block = tag in _BLOCKS
        if block:
            self._end()
        heading, before = self._heading, self._lists
        if (found := _HEADING.fullmatch(tag)) is not None:
            level = int(found[1]) if several else int(found[1]) - 1
            self._heading, own = level or None, True
        elif tag in ("ol", "ul", "menu", "dir"):
            self._lists = [*before, _opened(one, tag, before)]
        elif tag == "li":
            self._item(one)
        if "page-break" in _said(one, "style"):
            self._page = True
        self._walk(one, several=several, depth=depth + 1, bold=own)
        # Our own pages put the type of a document before its subject, and marks side by side, on lines of their own.
        if (
            block
            or ("kind" in classes and self._in(one, _HEADING))
            or (tag == "strong" and self._in_class(one, "marks"))
        ):
            self._end()
        self._lists = before
        if block:
            self._heading = heading

    @staticmethod
    def _in(one: _Element, tags: re.Pattern[str]) -> bool:
        above = one.getparent()
        return above is not None and tags.fullmatch(above.tag) is not None

    @staticmethod
    def _in_class(one: _Element, name: str) -> bool:
        above = one.getparent()
        return above is not None and name in _said(above, "class").split()

    def _item(self, one: _Element) -> None:
        """Set the marker of a list item as a browser computes it."""
        if not self._lists:
            return
        within = self._lists[-1]
        if within.kind == "none":
            self._marker = ""
        elif within.kind is None:
            self._marker = ("-", "+", "•")[min(within.depth, 2)]
        else:
            value = one.get("value")
            within.count = int(value) if value and re.fullmatch(r"-?[0-9]{1,6}", value) else within.count + 1
            self._marker = f"{list_marker(within.kind, within.count)}."

    def _run_in(self, one: _Element, *, several: bool, depth: int) -> None:
        """Read a heading whose text goes on in its line, which our own pages write as two elements."""
        self._end()
        head = next((child for child in one if _HEADING.fullmatch(child.tag)), None)
        level = self._heading
        for child in one:
            if child is head:
                found = _HEADING.fullmatch(child.tag)
                self._heading = (int(found[1]) if several else int(found[1]) - 1) or None if found else level
                self._walk(child, several=several, depth=depth + 1, bold=True)
                told = "".join(piece.text for piece in self._line).rstrip()
                self._line.append(_Piece(" " if told.endswith(":") else ": ", True))
            else:
                self._walk(child, several=several, depth=depth + 1)
        self._end()
        self._heading = level

    def _text(self, text: str | None, bold: bool, parent: _Element) -> None:
        if text:
            if parent.tag == "pre":
                for number, line in enumerate(text.split("\n")):
                    if number:
                        self._break()
                    self._line.append(_Piece(line, bold))
            else:
                self._line.append(_Piece(re.sub(r"[ \t\r\n\f]+", " ", text), bold))

    def _break(self) -> None:
        """End a line within a block."""
        words = "".join(piece.text for piece in self._line)
        bold = all(piece.bold for piece in self._line if piece.text.strip())
        self._line = []
        words = re.sub(r" {2,}", " ", words).strip()
        if not words:
            return
        if self._marker:
            words = words if marker_of(words) is not None else f"{self._marker} {words}"
            self._marker = ""
        if self.out.line(words, heading=self._heading, bold=bold, cell=self._cell, new_page=self._page):
            self._page = False

    _end = _break

    # Tables

    def _read_table(self, one: _Element, *, several: bool, depth: int) -> None:
        for caption in one.iterchildren("caption"):
            self._leave(_visible(caption), WHY["caption"])
        cells = list(_cells(one))
        texts = [fold(_visible(cell.content)) for cell in cells]

        def write(cell: GridCell, where: Cell | None) -> None:
            self._cell = where
            self._walk(cell.content, several=several, depth=depth + 3, bold=cell.content.tag == "th")
            self._end()

        outer, lists = self._cell, self._lists
        self._lists = []
        if outer is not None or is_layout(cells, texts, ruled=_ruled(one)):
            write_grid(cells, lambda cell: write(cell, outer))
        else:
            table, self._table = self._table, self._table + 1
            for cell in cells:
                write(cell, Cell(table=table, row=cell.row, column=cell.column, rows=cell.rows))
        self._cell, self._lists = outer, lists


def _opened(one: _Element, tag: str, before: list[_List]) -> _List:
    style = _LIST_STYLE.search(_said(one, "style"))
    depth = sum(1 for above in before if above.kind is None)
    kind = None
    if tag == "ol":
        kind = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}.get(
            one.get("type") or "", "decimal"
        )
    if style is not None:
        kind = style[1].lower()
    start = one.get("start") or ""
    return _List(kind, int(start) - 1 if re.fullmatch(r"-?[0-9]{1,6}", start) else 0, depth)


def _bold(one: _Element, tag: str, above: bool) -> bool:
    style = _BOLD_STYLE.search(_said(one, "style"))
    if style is not None:
        return style[1].lower() in ("bold", "bolder", "600", "700", "800", "900")
    return above or tag in _BOLD


# Furniture


def _furniture(one: _Element) -> str | None:
    """Return why an element is no part of a document; ``None`` where it may be one."""
    tag = one.tag
    if tag in _CONTROLS:
        return "control"
    style = _said(one, "style")
    if one.get("hidden") is not None or one.get("aria-hidden") == "true" or _HIDDEN_STYLE.search(style):
        return "hidden"
    why = None
    if tag in _LANDMARKS or (one.get("role") or "") in _ROLES:
        why = "menu" if tag in ("nav", "header") else "around"
    elif _AROUND.search(f"{_said(one, 'class')} {_said(one, 'id')}".lower().replace(".", " ")):
        why = "around"
    elif tag in ("ul", "ol", "div", "table", "section", "dl", "td") and _is_links(one):
        why = "links"
    return why if why is not None and not _has_marks(one) else None


def _has_marks(one: _Element) -> bool:
    return any(pattern.search(line) for line in _lines(one) for pattern, value in _WORTH if value >= _SIGN)


def _is_links(one: _Element) -> bool:
    """Whether an element is made of links; a paragraph of a document may have some, a menu has nothing else."""
    links = [_length(link) for link in one.iter("a")]
    return (
        len(links) >= _FEW_LINKS
        and sum(links) > _LINKED * _length(one)
        and not any(True for _ in one.iter("p"))
    )


def _length(one: _Element) -> int:
    return sum(len(text.strip()) for text in one.itertext())


def _article(body: _Element) -> _Element:
    """Return the smallest element that holds nearly all of what looks like a plan."""
    lines: list[str] = []
    ranges: dict[_Element, tuple[int, int]] = {}

    def walk(one: _Element, depth: int) -> None:
        begin = len(lines)
        lines.append(one.text or "")
        for child in one:
            tag = child.tag
            if tag not in _SILENT and depth < _DEEPEST and _furniture(child) is None:
                if tag in _BLOCKS or tag == "br":
                    lines.append("")
                    walk(child, depth + 1)
                    lines.append("")
                else:
                    lines[-1] += _joined(child)
            lines[-1] += child.tail or ""
        if _may_be_article(one):
            ranges[one] = (begin, len(lines))

    walk(body, 0)
    values = [_worth(line) for line in lines]
    sums = [0, *itertools.accumulate(values)]
    worth = {one: sums[end] - sums[begin] for one, (begin, end) in ranges.items()}
    most = sums[-1]
    plain = [fold(line) if value >= _SIGN else "" for line, value in zip(lines, values, strict=True)]
    counts = [
        [0, *itertools.accumulate(sign.search(line) is not None for line in plain)]
        for sign, value in _WORTH
        if value >= _SIGN
    ]
    shown = [count for count in counts if count[-1]]

    def holds(one: _Element) -> bool:
        # An article with every sign of a plan is one; what counts beside it are cells of tables about it.
        begin, end = ranges[one]
        whole = one.tag == "article" and bool(shown) and all(count[end] > count[begin] for count in shown)
        return worth[one] > 0 and worth[one] >= (_MOST if whole else _NEARLY_ALL) * most

    # The elements were finished from the inside out; those that hold nearly all hold each other.
    return next(filter(holds, ranges), body)


def _joined(one: _Element) -> str:
    return "".join(str(text) for text in one.itertext())


def _may_be_article(one: _Element) -> bool:
    if one.tag in ("article", "main") or one.get("role") in ("main", "article"):
        return True
    named = f"{_said(one, 'class')} {_said(one, 'id')} {_said(one, 'itemprop')}".lower()
    return _CONTENT.search(named) is not None


def _worth(line: str) -> int:
    plain = fold(line)
    if not plain:
        return 0
    return int(marker_of(line) is not None) + sum(value for pattern, value in _WORTH if pattern.search(plain))


def _lines(one: _Element) -> list[str]:
    return [fold(line) for line in _visible(one).split("\n") if line.strip()]


def _visible(one: _Element) -> str:
    """Return the text of an element, a block a line."""
    parts: list[str] = []

    def walk(at: _Element, depth: int) -> None:
        parts.append(re.sub(r"\s+", " ", at.text or ""))
        for child in at:
            tag = child.tag
            if tag not in _SILENT and depth < _DEEPEST:
                block = tag in _BLOCKS or tag == "br"
                if block:
                    parts.append("\n")
                walk(child, depth + 1)
                if block:
                    parts.append("\n")
            parts.append(re.sub(r"\s+", " ", child.tail or ""))

    walk(one, 0)
    return "".join(parts)


def _cells(table: _Element) -> Iterable[GridCell]:
    """Yield the cells of a table where they stand, with those that reach down from rows above in their way."""
    rows = [row for part in table for row in ([part] if part.tag == "tr" else part) if row.tag == "tr"]
    # For each column that a cell of an earlier row goes on in, the row in which it is free again.
    free: dict[int, int] = {}
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while column < _WIDEST and free.get(column, 0) > at:
                column += 1
            span, down = _spanned(cell, "colspan"), _spanned(cell, "rowspan")
            if down > 1:
                free |= {
                    column + beside: max(at + down, free.get(column + beside, 0)) for beside in range(span)
                }
            yield GridCell(row=at, column=column, span=span, content=cell, rows=down)
            column += span


def _spanned(cell: _Element, name: str) -> int:
    said = cell.get(name) or ""
    return min(max(int(said), 1), 50) if said.isascii() and said.isdigit() and len(said) < 5 else 1


def _ruled(table: _Element) -> bool:
    if any(True for _ in table.iter("th")) or (table.get("border") or "0") not in ("0", ""):
        return True
    return any(_BORDER.search(_said(one, "style")) for one in table.iter("table", "td"))


def _said(one: _Element, name: str) -> str:
    """Return an attribute as far as any page needs it: patterns must not meet megabytes."""
    return (one.get(name) or "")[:_LONGEST_ATTRIBUTE]
