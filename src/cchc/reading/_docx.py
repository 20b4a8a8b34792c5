"""A Word file as a source: its paragraphs and tables in reading order, with what Word would print of them."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from cchc.errors import CouldNotReadError
from cchc.reading._grid import GridCell, is_layout, write_grid
from cchc.reading._kinds import ANEW, RECOGNISE, refused
from cchc.reading._legacy import from_tcvn3, from_vni
from cchc.reading._numbering import VAL, Numbering, W
from cchc.reading._package import open_package
from cchc.reading._source import Cell, Source, SourceWriter
from cchc.reading._styles import (
    Style,
    StyleSheet,
    any_line,
    first_said,
    font_of,
    is_on,
    outline_of,
    parts_of,
    switch,
    used_styles,
    value_of,
    whole_number,
)
from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML = "{urn:schemas-microsoft-com:vml}"

# Names of elements and attributes, made once: there are tens of thousands of comparisons with them in a file.
_ALTERNATE = f"{_MC}AlternateContent"
_ALT_CHUNK = f"{W}altChunk"
_BODY = f"{W}body"
_BR = f"{W}br"
_CHAR = f"{W}char"
_CR = f"{W}cr"
_DEL = f"{W}del"
_DRAWING = f"{W}drawing"
_INS = f"{W}ins"
_MOVE_FROM = f"{W}moveFrom"
_MOVE_TO = f"{W}moveTo"
_NO_BREAK_HYPHEN = f"{W}noBreakHyphen"
_NUM_PR = f"{W}numPr"
_OBJECT = f"{W}object"
_P = f"{W}p"
_P_PR = f"{W}pPr"
_PICT = f"{W}pict"
_PTAB = f"{W}ptab"
_R = f"{W}r"
_R_PR = f"{W}rPr"
_RUBY = f"{W}ruby"
_SDT = f"{W}sdt"
_SDT_CONTENT = f"{W}sdtContent"
_SDT_PR = f"{W}sdtPr"
_SECT_PR = f"{W}sectPr"
_SYM = f"{W}sym"
_T = f"{W}t"
_TAB = f"{W}tab"
_TBL = f"{W}tbl"
_TBL_BORDERS = f"{W}tblBorders"
_TBL_PR = f"{W}tblPr"
_TC = f"{W}tc"
_TC_PR = f"{W}tcPr"
_TR = f"{W}tr"
_TR_PR = f"{W}trPr"
_TXBX_CONTENT = f"{W}txbxContent"
_TYPE = f"{W}type"

_CONTENTS_NAME = re.compile(r"toc (?:[1-9]|heading)", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"[\s\-–—.|/]*(?:(?:trang|page)?\s*[0-9ivx]{1,4}\s*(?:/|trên|of)?\s*)*[\s\-–—.|/]*", re.IGNORECASE
)
# Signs of typefaces that have no letters; any other is printed as a dot.
_SYMBOLS = {
    "F0B7": "•",
    "F02D": "-",
    "F02B": "+",
    "F0E0": "→",
    "F0D8": "➢",
    "F0FC": "✓",
    "F0A8": "□",
    "F06F": "□",
    "F0FE": "☒",
}
# Typefaces of symbols, and old Vietnamese ones that pass for such, keep their letters here.
_PRIVATE = {0xF000 + code: code for code in range(0x20, 0x100)}
_RUNNING_HEAD = "tiêu đề đầu trang, chân trang hoặc số trang, lặp lại trên các trang"
_COMMENT = "ghi chú của người soạn ở lề (comment)"
_NOTE = "chú thích ở chân trang hoặc cuối văn bản"
_HIDDEN = "chữ ẩn, không in ra"
_CONTENTS = "mục lục tự động"
_PROMPT = "lời nhắc của ô chờ nhập, chưa có nội dung"

#: What a Word file may hold besides plain text, and what became of it: code, Vietnamese, English.
NOTES = {
    "CR101": (
        "Văn bản còn vết sửa (Track Changes): phần chèn thêm được lấy, phần đã xóa thì không.",
        "The document has tracked changes: what was inserted is taken, what was deleted is not.",
    ),
    "CR102": (
        "Có hộp văn bản (text box); chữ trong hộp được đọc ngay sau đoạn văn mà hộp gắn vào.",
        "There is a text box; its text is read behind the paragraph that it is anchored to.",
    ),
    "CR103": (
        "Có chú thích chân trang; chú thích không thuộc nội dung kế hoạch, xem phần bị bỏ ra.",
        "There are footnotes or endnotes; they are no part of the plan and stand among what was left out.",
    ),
    "CR104": (
        "Có ghi chú (comment) của người soạn; ghi chú không thuộc nội dung kế hoạch.",
        "There are comments; they are no part of the plan.",
    ),
    "CR105": (
        "Có chữ ẩn, không in ra nên không đọc vào kế hoạch.",
        "There is hidden text, which is not printed and not read.",
    ),
    "CR106": (
        "Có ô nhập liệu (content control); nội dung trong ô được đọc như chữ thường.",
        "There are content controls; what is filled in is read as text.",
    ),
    "CR107": (
        "Có hình ảnh; chữ trong hình không đọc được.",
        "There are pictures; words in them cannot be read.",
    ),
    "CR108": (
        "Có phần nhúng từ tệp khác, không đọc được.",
        "A part is embedded from another file and cannot be read.",
    ),
    "CR109": (
        "Một số chữ dùng phông cũ (TCVN3 hoặc VNI), đã được chuyển sang Unicode.",
        "Some text is in a typeface from before Unicode (TCVN3 or VNI) and was converted.",
    ),
}


@define
class _Piece:
    """A stretch of a paragraph's text."""

    text: str
    bold: bool
    convert: Callable[[str], str] | None = None


@define
class _Paragraph:
    """What is gathered of one paragraph: its pieces, and the boxes that hang on it."""

    pieces: list[_Piece] = field(factory=list)
    boxes: list[_Element] = field(factory=list)
    page: bool = False
    hidden: list[str] = field(factory=list)


def read_docx(data: bytes, name: str) -> Source:
    """Return a Word file as a source.

    Raises:
        CouldNotReadError: it is no Word file, damaged, encrypted, not safe to open, or only pictures.
    """
    package = open_package(data, name)
    main = package.main()
    root = package.part(main)
    relations = package.relations(main)
    parts: dict[str, list[_Element]] = {}
    # The styles come last, because of the hundreds that most files bring only those that the others name are parsed.
    for relation in sorted(dict.fromkeys(relations.values()), key=lambda one: one.kind == "/styles"):
        if relation.kind not in _USED:
            continue
        thin = (
            partial(used_styles, parts=[root, *chain(*parts.values())])
            if relation.kind == "/styles"
            else bytes
        )
        if (part := package.part(relation.target, thin)) is not None:
            parts.setdefault(relation.kind, []).append(part)
    body = root.find(_BODY) if root is not None else None
    if body is None:
        raise package.no_text()
    styles = next(iter(parts.get("/styles", ())), None)
    numbering = next(iter(parts.get("/numbering", ())), None)
    reader = _Reader(SourceWriter(name), StyleSheet.of(styles), Numbering.of(numbering))
    reader.heads(parts.get("/header", ()), first=True)
    reader.blocks(body)
    reader.flush()
    reader.around(parts)
    source = reader.out.source()
    if not source.lines:
        pictures = "CR107" in {one.code for one in source.diagnostics}
        raise _empty(name, pictures=pictures)
    return source


_USED = frozenset(("/styles", "/numbering", "/header", "/footer", "/footnotes", "/endnotes", "/comments"))


def _empty(name: str, *, pictures: bool) -> CouldNotReadError:
    if pictures:
        return refused(
            name, "it holds only pictures, as of a scan", "tệp chỉ có hình ảnh (bản quét)", RECOGNISE
        )
    return refused(name, "it has no text", "tệp không có chữ nào", ANEW)


@define
class _Reader:
    """One run over the parts of one file."""

    out: SourceWriter
    styles: StyleSheet
    numbering: Numbering
    _page: bool = False
    _held: list[_Piece] = field(factory=list)
    _table: int = 0
    _laid_out: bool = False

    def note(self, code: str) -> None:
        self.out.note(code, *NOTES[code])

    # Blocks

    def blocks(self, parent: _Element, cell: Cell | None = None) -> None:
        """Read the paragraphs and tables in *parent*, those in its wrappers too."""
        for one in parent:
            tag = one.tag
            if tag == _P:
                self.paragraph(one, cell)
            elif tag == _TBL:
                self.table(one, cell)
            elif tag == _SDT:
                self._control(one, lambda content: self.blocks(content, cell))
            elif tag in _READ_THROUGH:
                self.blocks(one, cell)
            elif tag == _ALTERNATE:
                if (chosen := _choice(one)) is not None:
                    self.blocks(chosen, cell)
            elif tag == _ALT_CHUNK:
                self.note("CR108")
            elif tag == _SECT_PR:
                self._page = True

    def paragraph(self, one: _Element, cell: Cell | None) -> None:
        properties = parts_of(parts_of(one).get(_P_PR))
        mark = parts_of(properties.get(_R_PR))
        style = self.styles.paragraph(value_of(properties, "pStyle") or "")
        made = _Paragraph()
        if is_on(properties, "pageBreakBefore"):
            self._page = True
        self._inline(one, style, made)
        self._modernise(made.pieces)
        marker = "" if self._is_gone(mark, made) else self._marker(properties, style)
        if self._mark_deleted(mark):
            self._held += made.pieces
        else:
            pieces, self._held = [*self._held, *made.pieces], []
            if _CONTENTS_NAME.match(style.name):
                self.out.leave_out("".join(piece.text for piece in pieces), _CONTENTS)
            else:
                # Offices take heading styles for the look of a letterhead too.
                heading = None if self._laid_out else outline_of(properties, style)
                self._lines(pieces, marker, heading, cell)
        if made.page:
            self._page = True
        for words in made.hidden:
            self.note("CR105")
            self.out.leave_out(words, _HIDDEN)
        for box in made.boxes:
            self.note("CR102")
            self.blocks(box, cell)
        if _SECT_PR in properties:
            self._page = True

    def _modernise(self, pieces: list[_Piece]) -> None:
        """Make Unicode of a paragraph in a typeface from before it; a letter that the old table lacks shows that it is."""
        old = [piece for piece in pieces if piece.convert is not None]
        if not old or any("\u0100" <= letter <= "\u1fff" for piece in old for letter in piece.text):
            return
        for piece in old:
            assert piece.convert is not None
            text = piece.convert(piece.text.translate(_PRIVATE))
            if text != piece.text:
                self.note("CR109")
                piece.text = text

    def _is_gone(self, mark: Mapping[str, _Element], made: _Paragraph) -> bool:
        """Whether nothing of the paragraph is printed, so that its list does not count it."""
        hidden = _DEL in mark or is_on(mark, "vanish")
        return hidden and not any(piece.text.strip() for piece in made.pieces)

    def _mark_deleted(self, mark: Mapping[str, _Element]) -> bool:
        if _INS in mark or _DEL in mark:
            self.note("CR101")
        return _DEL in mark

    def flush(self) -> None:
        """Write what was held for a paragraph to come, where none came."""
        pieces, self._held = self._held, []
        self._lines(pieces, "", None, None)

    def _marker(self, properties: Mapping[str, _Element], style: Style) -> str:
        own = parts_of(properties.get(_NUM_PR))
        number, depth = style.list or ("", None)
        number = value_of(own, "numId") or number
        depth = first_said(whole_number(value_of(own, "ilvl")), depth)
        if not number or number == "0":
            return ""
        if depth is None:
            key = value_of(properties, "pStyle") or ""
            depth = self.numbering.depth_of_style(number, key) or 0
        return self.numbering.next(number, depth)

    def _lines(self, pieces: list[_Piece], marker: str, heading: int | None, cell: Cell | None) -> None:
        """Write a paragraph; each of its line breaks begins a line."""
        line: list[_Piece] = []
        for piece in [*pieces, _Piece("\n", False)]:
            first, *others = piece.text.split("\n")
            line.append(_Piece(first, piece.bold))
            for other in others:
                words = "".join(one.text for one in line).strip()
                if words and marker:
                    words, marker = f"{marker} {words}", ""
                bold = all(one.bold for one in line if one.text.strip())
                if self.out.line(words, heading=heading, bold=bold, cell=cell, new_page=self._page):
                    self._page = False
                line = [_Piece(other, piece.bold)]
        if marker and cell is not None:
            # The numbers of rows stand alone in their cells.
            self.out.line(marker, cell=cell)

    def _control(self, one: _Element, read: Callable[[_Element], None]) -> None:
        content = one.find(_SDT_CONTENT)
        if content is None:
            return
        properties = one.find(_SDT_PR)
        gallery = properties.find(f".//{W}docPartGallery") if properties is not None else None
        if gallery is not None and gallery.get(VAL) == "Table of Contents":
            self.out.leave_out(_text_of(content), _CONTENTS)
        elif is_on(parts_of(properties), "showingPlcHdr"):
            self.note("CR106")
            self.out.leave_out(_text_of(content), _PROMPT)
        else:
            self.note("CR106")
            read(content)

    # Text within a paragraph

    def _inline(self, parent: _Element, style: Style, made: _Paragraph) -> None:
        for one in parent:
            tag = one.tag
            if tag == _R:
                self._run(one, style, made)
            elif tag in _INSERTED:
                self.note("CR101")
                self._inline(one, style, made)
            elif tag in _DELETED:
                self.note("CR101")
            elif tag in _READ_THROUGH:
                self._inline(one, style, made)
            elif tag == _SDT:
                self._control(one, lambda content: self._inline(content, style, made))
            elif tag == _ALTERNATE:
                if (chosen := _choice(one)) is not None:
                    self._inline(chosen, style, made)
            elif tag in _FORMULAS:
                words = "".join(piece.text or "" for piece in one.iter(f"{_MATH}t"))
                made.pieces.append(_Piece(words, False))

    def _run(self, one: _Element, style: Style, made: _Paragraph) -> None:
        properties = parts_of(parts_of(one).get(_R_PR))
        bold, hidden, font = style.bold, style.hidden, style.font
        if properties:
            look = self.styles.other(value_of(properties, "rStyle") or "")
            bold = first_said(switch(properties, "b"), look.bold, bold)
            hidden = first_said(switch(properties, "vanish"), look.hidden, hidden)
            font = first_said(font_of(properties), look.font, font)
        text = self._words(one, made)
        if not text:
            return
        if is_on(properties, "webHidden"):
            return
        if hidden:
            made.hidden.append(text)
            return
        if is_on(properties, "caps"):
            text = text.upper()
        made.pieces.append(_Piece(text, bool(bold), _legacy_of(font) if font is not None else None))

    def _words(self, run: _Element, made: _Paragraph) -> str:
        text = ""
        for one in run:
            tag = one.tag
            if tag == _T:
                text += (one.text or "").replace("\n", " ")
            elif tag in _CHARACTERS:
                text += _CHARACTERS[tag]
            elif tag == _BR:
                if one.get(_TYPE) == "page":
                    made.page = True
                text += "\n"
            elif tag == _SYM:
                text += _SYMBOLS.get((one.get(_CHAR) or "").upper(), "•")
            elif tag in _DRAWINGS:
                self._drawing(one, made)
            elif tag == _ALTERNATE:
                if (chosen := _choice(one)) is not None:
                    for drawing in chosen:
                        self._drawing(drawing, made)
            elif tag == _RUBY:
                text += "".join(piece.text or "" for piece in one.iterfind(f"{W}rubyBase//{W}t"))
        return text

    def _drawing(self, one: _Element, made: _Paragraph) -> None:
        boxes = [box for box in one.iter(_TXBX_CONTENT) if _outermost(box, one)]
        made.boxes += (box for box in boxes if any((text.text or "").strip() for text in box.iter(_T)))
        if not boxes and any(True for _ in one.iter(*_PICTURES)):
            self.note("CR107")

    # Tables

    def table(self, one: _Element, cell: Cell | None) -> None:
        rows = [_Row.of(row) for row in _rows(one)]
        cells = [
            GridCell(row=at, column=column, span=span, content=content, rows=_reach(rows, at, column))
            for at, row in enumerate(rows)
            for column, span, content in row.cells
        ]
        texts = [fold(_text_of(made.content)) for made in cells]
        if cell is not None or is_layout(cells, texts, ruled=self._ruled(one)):
            outer, self._laid_out = self._laid_out, cell is None
            write_grid(cells, lambda made: self.blocks(made.content, cell))
            self._laid_out = outer
            return
        table, self._table = self._table, self._table + 1
        for made in cells:
            self.blocks(made.content, Cell(table=table, row=made.row, column=made.column, rows=made.rows))

    def _ruled(self, table: _Element) -> bool:
        properties = table.find(_TBL_PR)
        borders = properties.find(_TBL_BORDERS) if properties is not None else None
        if borders is not None and len(borders):
            ruled = any_line(borders)
        else:
            ruled = bool(self.styles.other(value_of(parts_of(properties), "tblStyle") or "").borders)
        of_cells = [
            edge
            for row in table.iterchildren(_TR)
            for edges in row.iterfind(f"{W}tc/{W}tcPr/{W}tcBorders")
            for edge in edges
        ]
        if of_cells and all(edge.get(VAL) in ("nil", "none") for edge in of_cells):
            cells = sum(1 for row in table.iterchildren(_TR) for _ in row.iterchildren(_TC))
            return ruled and len(of_cells) < 2 * cells
        return ruled or any(edge.get(VAL) not in ("nil", "none", None) for edge in of_cells)

    # Beside the body

    def heads(self, parts: Iterable[_Element], *, first: bool) -> None:
        """Read a letterhead that stands in the head of the first page."""
        for part in parts:
            if first and "độc lập - tự do" in fold(_text_of(part)):
                self.blocks(part)
                part.clear()

    def around(self, parts: dict[str, list[_Element]]) -> None:
        """Leave out what stands beside the text: running heads, notes, comments."""
        for kind in ("/header", "/footer"):
            for part in parts.get(kind, ()):
                words = _text_of(part)
                if _PAGE_NUMBER.fullmatch(words) is None or words.strip():
                    self.out.leave_out(words, _RUNNING_HEAD)
        for kind, tag, code, why in (
            ("/footnotes", "footnote", "CR103", _NOTE),
            ("/endnotes", "endnote", "CR103", _NOTE),
            ("/comments", "comment", "CR104", _COMMENT),
        ):
            for part in parts.get(kind, ()):
                for one in part.iterchildren(f"{W}{tag}"):
                    words = _text_of(one)
                    if one.get(_TYPE) in (None, "normal") and words.strip():
                        self.note(code)
                        self.out.leave_out(words, why)


@frozen
class _Row:
    """A row of a table: for each cell its column, how many columns it spans, and its element."""

    cells: list[tuple[int, int, _Element]]
    #: Columns in which a cell of a row above goes on.
    continued: frozenset[int] = frozenset()

    @classmethod
    def of(cls, row: _Element) -> _Row:
        properties = parts_of(row.find(_TR_PR))
        column = whole_number(value_of(properties, "gridBefore")) or 0
        made = []
        continued = set()
        for cell in _through(row, _TC):
            of_cell = parts_of(cell.find(_TC_PR))
            span = whole_number(value_of(of_cell, "gridSpan")) or 1
            merged = of_cell.get(f"{W}vMerge")
            if merged is not None and merged.get(VAL) in (None, "continue"):
                continued.add(column)
            made.append((column, span, cell))
            column += span
        return cls(made, frozenset(continued))


def _reach(rows: Sequence[_Row], at: int, column: int) -> int:
    """Return how many rows the cell at *column* has; those that it goes on over are empty in the file."""
    if column in rows[at].continued:
        return 1
    below = at + 1
    while below < len(rows) and column in rows[below].continued:
        below += 1
    return below - at


def _rows(table: _Element) -> Iterable[_Element]:
    for row in _through(table, _TR):
        properties = row.find(_TR_PR)
        if properties is None or properties.find(_DEL) is None:
            yield row


def _through(parent: _Element, tag: str) -> Iterable[_Element]:
    """Yield the children with *tag*, those in wrappers too."""
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag == _SDT:
            if (content := one.find(_SDT_CONTENT)) is not None:
                yield from _through(content, tag)
        elif one.tag in _READ_THROUGH:
            yield from _through(one, tag)


_READ_THROUGH = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "ins", "moveTo", "dir", "bdo")
)
_INSERTED = frozenset((_INS, _MOVE_TO))
_DELETED = frozenset((_DEL, _MOVE_FROM))
_FORMULAS = frozenset((f"{_MATH}oMath", f"{_MATH}oMathPara"))
_CHARACTERS = {
    _TAB: "\t",
    _PTAB: "\t",
    _CR: "\n",
    _NO_BREAK_HYPHEN: "-",
}
_DRAWINGS = frozenset((_DRAWING, _PICT, _OBJECT))
_PICTURES = ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", f"{_VML}imagedata")


def _choice(one: _Element) -> _Element | None:
    """Return the first way of saying something that is said in several ways."""
    chosen = one.find(f"{_MC}Choice")
    return chosen if chosen is not None else one.find(f"{_MC}Fallback")


def _outermost(box: _Element, within: _Element) -> bool:
    above = box.getparent()
    while above is not None and above is not within:
        if above.tag in (_TXBX_CONTENT, f"{_MC}Fallback"):
            return False
        above = above.getparent()
    return True


def _text_of(one: _Element) -> str:
    """Return the words of *one* as a paragraph a line, for what is only reported."""
    lines = ("".join(part.text or "" for part in line.iter(_T)) for line in one.iter(_P))
    return "\n".join(line for line in lines if line.strip())


def _legacy_of(font: str) -> Callable[[str], str] | None:
    """Return what makes Unicode of the letters of a typeface from before it."""
    if font.startswith(".Vn"):
        # A face whose name ends in H shows capitals for small letters.
        return (lambda text: from_tcvn3(text).upper()) if font.endswith("H") else from_tcvn3
    if font.upper().startswith("VNI-"):
        return from_vni
    return None
