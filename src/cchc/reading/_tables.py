"""Tables of channels and duties: which column says what, which rows are headings, and the facts of each row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from cchc.reading._media import family_of
from cchc.reading._source import Cell
from cchc.reading._times import quantity_of, schedule_of
from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cchc.reading._bodies import BodyReader
    from cchc.reading._source import Line

#: Columns by their titles, tried in order.
COLUMNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("number", r"^(?:tt|stt|số tt|số thứ tự|th?ứ tự)$", ("TT", "STT", "Số TT")),
    (
        "lead",
        r"chủ trì|(?:cơ quan|đơn vị|bộ phận)(?:,? (?:cơ quan|đơn vị))? (?:tổ chức )?thực hiện|phụ trách|đầu mối|^(?:người|cá nhân) thực hiện",
        ("Cơ quan chủ trì", "Đơn vị thực hiện", "Chủ trì", "Đầu mối"),
    ),
    (
        "partners",
        r"phối hợp|cùng (?:thực hiện|tham gia)|(?:đơn vị|cơ quan) (?:tham gia|hỗ trợ)",
        ("Cơ quan phối hợp", "Đơn vị phối hợp", "Cùng thực hiện"),
    ),
    (
        "schedule",
        r"thời gian|thời hạn|tiến độ|thời điểm|tần suất|định kỳ|^lịch\b|hoàn thành",
        ("Thời gian thực hiện", "Tiến độ", "Tần suất", "Hoàn thành"),
    ),
    ("product", r"sản phẩm|kết quả|đầu ra", ("Sản phẩm", "Kết quả, sản phẩm")),
    ("quantity", r"số lượng|khối lượng|chỉ tiêu|định mức", ("Số lượng", "Định mức")),
    ("audience", r"^(?:đối tượng|thành phần)", ("Đối tượng", "Thành phần tham dự")),
    ("budget", r"kinh phí", ("Kinh phí", "Dự kiến kinh phí")),
    (
        "content",
        r"nội dung|nhiệm vụ|công việc|hình thức|hoạt động|^(?:các )?kênh\b|^phương tiện|thông điệp",
        ("Nội dung", "Nhiệm vụ, giải pháp", "Tên công việc", "Kênh truyền thông", "Thông điệp"),
    ),
)
_COLUMNS = tuple((key, re.compile(pattern)) for key, pattern, _ in COLUMNS)
_DIVIDER = re.compile(r"\t|\s*\|\s*")
_ORDINAL = re.compile(r"^(?:[0-9]{1,3}|[IVXL]{1,6}|[A-Za-zĐđ]|[0-9]{1,2}(?:\.[0-9]{1,2}){1,2})[.)]?$")
#: Ranks of group rows by how they are numbered; a row of a rank ends the groups of this and of lower ones.
_RANKS = (
    re.compile(r"(?:Phần|PHẦN)\b"),
    re.compile(r"[A-HKĐ]\b"),
    re.compile(r"[IVXL]+\b"),
    re.compile(r"[0-9]+(?![0-9.]*\.[0-9])"),
)
#: A column before the tasks that says whose they are: "Phòng, đơn vị | Nhiệm vụ | Thời hạn".
_WHOSE = re.compile(
    r"(?:các )?(?:phòng|ban|sở|cơ quan|đơn vị|bộ phận)(?:(?:,| và) (?:các )?(?:phòng|ban|ngành|cơ quan|đơn vị|bộ phận|cá nhân|địa phương))*"
    r"(?: được giao| được phân công| chịu trách nhiệm| trực thuộc)?"
)
#: What one cell may say for several rows.
_SHARED = ("lead", "body", "partners", "schedule", "budget")
#: No title of a column has more characters.
_TITLE = 80
#: A head has no more rows than this.
_MOST_HEADS = 3


@frozen
class Row:
    """A row of a table: what its columns say by their keys, its cells, and its depth below group rows."""

    said: dict[str, str]
    cells: tuple[str, ...]
    group: bool = False
    rank: int = 0


def with_cells(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with the tables of a text file, whose cells are divided by tabs or pipes, divided into cells."""
    out: list[Line] = []
    number = 1 + max((line.cell.table for line in lines if line.cell is not None), default=-1)
    place = 0
    while place < len(lines):
        rows = [*_table_from(lines[place:])]
        if not rows:
            out.append(lines[place])
            place += 1
            continue
        for row, cells in enumerate(rows):
            line = lines[place + row]
            for column, (start, end) in enumerate(cells):
                if line.text[start:end].strip():
                    out.append(_cell(line, start, end, Cell(table=number, row=row, column=column)))
        number += 1
        place += len(rows)
    return out


def _table_from(lines: Sequence[Line]) -> Iterator[list[tuple[int, int]]]:
    if not lines or not ("\t" in lines[0].text or "|" in lines[0].text):
        return
    if not _is_head(_DIVIDER.split(lines[0].text)):
        return
    for line in lines:
        if line.cell is not None or not _DIVIDER.search(line.text):
            return
        cuts = [found.span() for found in _DIVIDER.finditer(line.text)]
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(line.text)]
        spans = [*zip(starts, ends, strict=True)]
        # A bar at the edge of the line is a frame and divides nothing.
        if line.text.lstrip().startswith("|"):
            spans = spans[1:]
        yield spans


def _is_head(cells: list[str]) -> bool:
    known = {key for cell in cells if (key := column_key(cell)) is not None}
    return len(known) >= 3 and "content" in known


def _cell(line: Line, start: int, end: int, cell: Cell) -> Line:
    text = line.text[start:end]
    begin = line.start + start + len(text) - len(text.lstrip())
    text = text.strip()
    return attrs.evolve(line, text=text, start=begin, end=begin + len(text), cell=cell)


def column_key(title: str) -> str | None:
    """Return what a column with *title* says."""
    if len(title) > _TITLE:
        return None
    plain = fold(title).strip(" .:")
    return next((key for key, pattern in _COLUMNS if pattern.search(plain)), None)


def rows_of(
    grid: Sequence[Sequence[str]], merged: Mapping[tuple[int, int], int] | None = None
) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Return the titles of a table's columns, joined over the rows of its head, and the rows below.

    A cell that is *merged* with those below it, by its row and column, says for each of its rows who and when.
    """
    heads = 1
    while heads < min(_MOST_HEADS, len(grid) - 1) and _goes_on_head(grid[heads]):
        heads += 1
    width = max(len(row) for row in grid)
    titles = tuple(
        " ".join(
            dict.fromkeys(
                row[column].strip() for row in grid[:heads] if column < len(row) and row[column].strip()
            )
        )
        for column in range(width)
    )
    keys = [column_key(title) for title in titles]
    if "lead" not in keys and "content" in keys:
        before = keys.index("content")
        keys[:before] = [
            "body" if key is None and _WHOSE.fullmatch(fold(title).strip(" .:")) else key
            for key, title in zip(keys[:before], titles, strict=False)
        ]
    rows = [_row(row, keys) for row in grid[heads:]]
    for (at, column), count in sorted((merged or {}).items()):
        key = keys[column] if column < len(keys) else None
        if key not in _SHARED or at < heads:
            continue
        for row in rows[at - heads + 1 : at - heads + count]:
            if not row.group:
                row.said.setdefault(key, grid[at][column].strip())
    return titles, tuple(rows)


def _goes_on_head(row: Sequence[str]) -> bool:
    # The second row of a merged head has titles only below the columns that it divides, and no ordinal.
    said = [cell.strip() for cell in row if cell.strip()]
    if not said or _ORDINAL.match(row[0].strip() if row else ""):
        return False
    numbered = all(re.fullmatch(r"\(?[0-9A-Z]{1,2}\)?", cell) for cell in said)
    return numbered or all(column_key(cell) is not None and len(cell) <= 30 for cell in said)


def _row(row: Sequence[str], keys: Sequence[str | None]) -> Row:
    said: dict[str, str] = {}
    for key, cell in zip(keys, row, strict=False):
        if key is not None and cell.strip():
            said[key] = f"{said[key]}\n{cell.strip()}" if key in said else cell.strip()
    texts = [cell for cell in row if cell.strip() and not _ORDINAL.match(cell.strip())]
    first = next((cell.strip() for cell in row if cell.strip()), "")
    rank = next((place for place, pattern in enumerate(_RANKS) if pattern.match(first)), len(_RANKS))
    return Row(said, tuple(cell.strip() for cell in row), group=len(texts) == 1 and len(keys) > 2, rank=rank)


def row_words(cells: Sequence[str]) -> str:
    """Return a row on one line, its columns divided so that they can be told apart again."""
    return " | ".join(" ".join(cell.split()) for cell in cells).strip(" |")


def channel_values(row: Row, bodies: BodyReader, year: int) -> dict[str, object]:
    """Return the fields of the channel that *row* gives."""
    said = row.said
    name, _, more = said["content"].partition("\n")
    name = name.strip().rstrip(" .;:")
    values: dict[str, object] = {"name": name, "family": family_of(name)}
    if more.strip():
        values["content"] = " ".join(more.split()).rstrip(".")
    if "schedule" in said:
        values["schedule"] = schedule_of(said["schedule"], year)
    for key in ("lead", "partners"):
        if key in said:
            values[key] = bodies.bodies(said[key].replace("\n", "; "))
    amount = said.get("quantity") or said.get("product", "")
    if (quantity := quantity_of(amount, alone="quantity" in said)) is not None:
        values["quantity"] = quantity
    if "audience" in said:
        values["audience"] = " ".join(said["audience"].split()).rstrip(" .;")
    if "budget" in said:
        values["budget"] = " ".join(said["budget"].split())
    return values


def duty_values_of(row: Row, bodies: BodyReader, year: int) -> dict[str, object]:
    """Return the fields of the duty that *row* gives; its bodies are those of the leading column."""
    said = row.said
    values: dict[str, object] = {
        "bodies": bodies.bodies(said["lead"].replace("\n", "; ")),
        "role": "lead",
        "task": " ".join(said["content"].split()).rstrip(" .;"),
    }
    if "partners" in said:
        values["partners"] = bodies.bodies(said["partners"].replace("\n", "; "))
    if "schedule" in said:
        values["schedule"] = schedule_of(said["schedule"], year)
    if "product" in said:
        values["product"] = " ".join(said["product"].split()).rstrip(" .;")
    return values
