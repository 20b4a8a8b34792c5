"""The outline of a source: markers, and which line stands below which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from cchc.reading._roles import announced
from cchc.templates import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cchc.reading._source import Line

_ROMAN = re.compile(r"(?=[IVXL])(XL|X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}

#: Kinds of markers, outermost first, each with its pattern and with lines that have it (and lines that look like it and
#: have it not). A marker ends where words begin.
MARKERS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "part",
        r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:THỨ\s+|thứ\s+)?(?:[IVXL]+|[0-9]{1,2}|(?i:nhất|hai|ba|tư|năm|sáu))\s*[.:\-]?\s*",
        ("Phần I. MỤC TIÊU", "PHẦN THỨ NHẤT", "Chương 2: Nội dung"),
        ("Phần mềm một cửa", "Phần lớn các xã"),
    ),
    (
        "roman",
        r"(?![Vv]/[Vv])[IVXL]{1,7}\s*(?:[./):]|[-–](?=\s))\s*(?=[^\s.])",
        ("I. MỤC ĐÍCH", "IV.TỔ CHỨC", "II/ NỘI DUNG", "III- KINH PHÍ"),
        ("Internet", "I", "VI phạm", "V/v tuyên truyền"),
    ),
    (
        "upper",
        r"[A-HĐK-Z]\s*[./)]\s*(?=\S\S)",
        ("A. PHẦN CHUNG", "B/ Nội dung"),
        ("A Dơi", "TP. Hồ Chí Minh"),
    ),
    (
        "dotted",
        r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?\)?\s+(?=[^\W\d])",
        ("1.1. Báo chí", "2.3 Tập huấn", "1.2.1. Đài"),
        ("21.12.2015 là ngày", "1.500 tờ", "1.5"),
    ),
    (
        "number",
        r"(?:[0-9]{1,2}\s*(?:[.)/]|[-–](?=\s))\s*(?=[^\W\d])|[0-9]{1,2}\s*[.)]\s+(?=\S))",
        ("1. Mục đích", "2.Yêu cầu", "3) Đối tượng", "4/ Kinh phí", "12. Tuyên truyền"),
        ("03 tiểu phẩm", "14/02/2022", "1.500 tờ rơi", "24 tháng 12", "2014 là năm"),
    ),
    (
        "letter",
        r"[a-zđ]\s*(?:\)|[./](?=\s))\s*(?=\S)",
        ("a) Chuyên mục", "đ) Quyền", "b. Nội dung", "g)Kinh phí"),
        ("e-mail", "a", "và các"),
    ),
    (
        "dash",
        r"[-–—−](?:\s*(?=[^\s\d-])|\s+(?=[0-9]\S*\s+[^\W\d]))",
        ("- Nâng cao", "-Cơ quan", "– Lưu VT", "- 100% hồ sơ"),
        ("-5 độ", "--- hết", "- 2030"),
    ),
    (
        "plus",
        r"\+(?:\s*(?=[^\s\d])|\s+(?=[0-9]\S*\s+[^\W\d]))",
        ("+ Tổ chức", "+Phối hợp", "+ 03 lớp tập huấn"),
        ("+84 912",),
    ),
    (
        "bullet",
        r"[•●○▪■◦·*✓✔➢➤►▶❖◆♦□☐❑\uf0b7\uf0a7\uf02d\uf0fc\uf0d8\uf076\uf0a8]\s*(?=\S)|o\s+(?=[A-ZĐ“])",
        ("• Báo chí", "* Ghi chú", "·   Niêm yết", "✓ Hoàn thành", "➢ Chủ trì", "o Thời gian"),
        ("o bế", "oan"),
    ),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern, _, _ in MARKERS)
#: A name in quotation marks that heads something is no longer, and is no sentence.
_TITLE = 140
_MARK = re.compile(r"[.;:]\s")
#: Kinds that head parts and so never stand below a point of a list.
_OUTER = {"part", "roman", "upper"}


@frozen
class Marker:
    """A marker at the beginning of a line: as printed, its kind, its number where it has one, and where words begin."""

    sign: str
    kind: str
    number: int | None
    end: int


def marker_of(text: str) -> Marker | None:
    """Return the marker that *text* begins with, of the outermost kind that fits; ``None`` for none."""
    start = len(text) - len(text.lstrip())
    for kind, pattern in _COMPILED:
        if (found := pattern.match(text, start)) is not None:
            sign = found[0].strip()
            if kind == "roman" and _ROMAN.fullmatch(sign.rstrip("./):-– ")) is None:
                continue
            return Marker(sign, kind, _number(sign, kind), found.end())
    return None


def _number(sign: str, kind: str) -> int | None:
    core = sign.rstrip("./):-– ")
    if kind == "number":
        return int(core)
    if kind == "roman":
        values = [_ROMAN_VALUES[letter] for letter in core]
        following = [*values[1:], 0]
        return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
    if kind in ("letter", "upper"):
        return LETTERS.find(core.lower()) + 1 or None
    return None


@define(eq=False)
class Node:
    """A line of the outline with what stands below it.

    Attributes:
        line: the line; for a heading that goes on over several lines, the first.
        text: its words, without the marker.
        start: offset of the words in the text of the source.
        end: offset behind them.
        marker: the marker as printed; empty for none.
        kind: kind of the marker; ``lead`` for a line without one that heads what follows; ``text`` for any other.
        number: the marker's number.
        below: what stands below, in order.
        rows: for a table, its rows of cells; ``text`` is then empty.
        places: for each row, where it begins and ends.
        merged: for cells by row and column that go on over rows below, how many rows they have.
    """

    line: Line
    text: str
    start: int
    end: int
    marker: str = ""
    kind: str = "text"
    number: int | None = None
    below: list[Node] = field(factory=list)
    rows: list[list[str]] = field(factory=list)
    places: list[tuple[int, int]] = field(factory=list)
    merged: dict[tuple[int, int], int] = field(factory=dict)


def leads(text: str) -> bool:
    """Whether *text* reads as a heading of what follows: it ends with a colon, or is short and ends with no mark."""
    stripped = text.rstrip()
    return stripped.endswith(":") or (len(stripped) <= 160 and stripped[-1:] not in ".;,…!?/)" + '"”')


def titles(text: str) -> bool:
    """Whether *text* heads what follows: it leads to it, or is a short name in quotation marks, 'Diễn đàn “…”'."""
    return leads(text) or (
        len(text) <= _TITLE and text.rstrip()[-1:] in ("”", '"') and not _MARK.search(text)
    )


def _joins(before: Node, text: str) -> bool:
    """Whether *text* goes on with a heading in capitals that was broken over lines."""
    long_enough = len(text.strip()) > 2
    return (
        before.kind in ("part", "roman", "upper") and before.text.isupper() and text.isupper() and long_enough
    )


def outline(lines: Sequence[Line], heads: Callable[[str], bool] = lambda _: False) -> list[Node]:
    """Return the lines as a tree.

    A kind of marker that is open already goes on at its level; a new one opens a level below. A line without a marker
    stands below a line that leads to it, else beside the line before; one that *heads* a part of a plan opens it.
    """
    top: list[Node] = []
    open_: list[Node] = []  # from the outermost to the innermost level
    last: Node | None = None
    for place, line in enumerate(lines):
        if line.cell is not None:
            last = _table_line(line, last, (open_[-1].below if open_ else top))
            continue
        marker = marker_of(line.text)
        follows = lines[place + 1] if place + 1 < len(lines) else None
        if marker is None and last is not None and not last.below and _joins(last, line.text):
            last.text = f"{last.text} {line.text.strip()}"
            last.end = line.end
            continue
        node = _node(line, marker)
        if marker is not None:
            node.kind = _fitting(marker, open_)
            _close_for(node, open_)
        elif line.heading is not None or heads(node.text):
            node.kind = "lead"
            _close_headings(line.heading or 1, open_)
        elif leads(node.text) and _promises(node.text) and _begins_list(follows):
            node.kind = "lead"
            _close_leads(open_)
        else:
            _close_for_text(last, open_)
        (open_[-1].below if open_ else top).append(node)
        if node.kind != "text":
            open_.append(node)
        last = node
    return top


def _node(line: Line, marker: Marker | None) -> Node:
    begin = marker.end if marker else 0
    text = line.text[begin:]
    begin += len(text) - len(text.lstrip())
    text = text.strip()
    start = line.start + begin
    return Node(
        line,
        text,
        start,
        start + len(text),
        marker.sign if marker else "",
        number=marker.number if marker else None,
    )


def _promises(text: str) -> bool:
    return text.rstrip().endswith(":") or announced(text) is not None


def _begins_list(line: Line | None) -> bool:
    return line is not None and marker_of(line.text) is not None


def _fitting(marker: Marker, open_: Iterable[Node]) -> str:
    """Tell a Roman number from a letter by what is open: "C." behind "B." is a letter."""
    if marker.kind == "roman" and len(marker.sign.rstrip("./):-– ")) == 1:
        letter = LETTERS.find(marker.sign[0].lower()) + 1
        for node in open_:
            if node.kind == "upper" and node.number is not None and node.number + 1 == letter:
                return "upper"
    return marker.kind


def _close_for(node: Node, open_: list[Node]) -> None:
    kinds = [one.kind for one in open_]
    if node.kind in kinds:
        del open_[len(kinds) - 1 - kinds[::-1].index(node.kind) :]
    elif node.kind in _OUTER:
        # Below which of the outer kinds another one stands is for the document to say: it stands below what is open.
        while open_ and (node.kind == "part" or open_[-1].kind not in _OUTER):
            open_.pop()


def _close_headings(level: int, open_: list[Node]) -> None:
    while open_ and (open_[-1].line.heading or level) >= level:
        open_.pop()


def _close_leads(open_: list[Node]) -> None:
    kinds = [one.kind for one in open_]
    if "lead" in kinds:
        del open_[kinds.index("lead") :]
    while open_ and open_[-1].kind in ("letter", "dash", "plus", "bullet"):
        open_.pop()


def _close_for_text(last: Node | None, open_: list[Node]) -> None:
    # What leads to a paragraph keeps its level open; any other point is complete, and the paragraph stands beside it.
    if last is not None and open_ and open_[-1] is last and not titles(last.text):
        open_.pop()


def _table_line(line: Line, last: Node | None, siblings: list[Node]) -> Node:
    assert line.cell is not None
    if last is None or last.line.cell is None or last.line.cell.table != line.cell.table:
        last = Node(line, "", line.start, line.end, kind="table")
        siblings.append(last)
    while len(last.rows) <= line.cell.row:
        last.rows.append([])
        last.places.append((line.start, line.end))
    last.places[line.cell.row] = (last.places[line.cell.row][0], line.end)
    row = last.rows[line.cell.row]
    while len(row) <= line.cell.column:
        row.append("")
    if line.cell.rows > 1:
        last.merged[line.cell.row, line.cell.column] = line.cell.rows
    row[line.cell.column] = "\n".join(part for part in (row[line.cell.column], line.text.strip()) if part)
    last.end = line.end
    return last
