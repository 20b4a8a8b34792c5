"""The list of the units that report, as a table that any office program saves (*danh sách đơn vị báo cáo*)."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools

from attrs import frozen

from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.errors import CouldNotReadError, ModelError
from cchc.files import Source, name_of, read_source
from cchc.knowledge import Knowledge
from cchc.model import Body
from cchc.text import clean, fold

__all__ = ["UnitList", "doubled_units", "read_units", "unit_key"]

# 3,321 communes are 150 KB.
_LIMIT = 4_000_000
_MOST_ROWS = 20_000
_HEADS = {
    "code": ("code", "mã", "mã đơn vị", "ma", "ma don vi"),
    "name": ("name", "unit", "tên", "tên đơn vị", "đơn vị", "ten", "ten don vi", "don vi", "words"),
}


@frozen(kw_only=True)
class UnitList:
    """The units of a file, and what is doubtful about it."""

    units: tuple[Body, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def unit_key(unit: Body) -> str:
    """Return what makes two mentions of a unit one: its code, else its name however it is spelt."""
    return unit.code or fold(unit.words)


def doubled_units(units: tuple[Body, ...], file: str = "") -> tuple[Diagnostic, ...]:
    """Return a finding for each unit that *units* name again."""
    seen: set[str] = set()
    found = []
    for unit in units:
        if unit_key(unit) in seen:
            found.append(
                Diagnostic(
                    code="CN201",
                    severity=Severity.WARNING,
                    vi=f"Đơn vị {unit.words} có hai lần trong danh sách; chỉ tính một lần.",
                    en=f"The unit {unit.words} stands twice in the list; it counts once.",
                    location=Location(file=file),
                )
            )
        seen.add(unit_key(unit))
    return tuple(found)


def read_units(source: Source, *, knowledge: Knowledge, on: dt.date) -> UnitList:
    """Return the units of a .csv file with the columns *code* and *name* (*mã*, *tên đơn vị*), one of them at least.

    Comma, semicolon and tab divide columns; the first line names them. A row with a code alone is the People's Committee of
    the unit that has it on the day *on*.

    Raises:
        CouldNotReadError: the file cannot be opened, is no text in UTF-8, is no table, or has none of the columns, or more
            rows than there are units.
    """
    name = name_of(source)
    text = _text(read_source(source, limit=_LIMIT), name)
    rows = _rows(text, name)
    columns = _columns(rows[0] if rows else [], name)
    units: dict[str, Body] = {}
    found: list[Diagnostic] = []
    for line, row in enumerate(rows[1:], start=2):
        said = {key: " ".join(row[at].split()) if at < len(row) else "" for key, at in columns.items()}
        code, words = said.get("code", ""), said.get("name", "")
        place = Location(file=name, line=line)
        if not code and not words:
            continue
        known = knowledge.unit(code, on) if code else None
        if not words and known is None:
            found.append(_nameless(code, place))
            continue
        if code and not known and code.isdigit():
            found.append(_unknown(code, place))
        try:
            unit = Body(words=words or (f"UBND {known.full_name}" if known else ""), code=code or None)
        except ModelError as error:
            found.append(_refused(error, place))
            continue
        if unit_key(unit) in units:
            found += [_at(one, place) for one in doubled_units((units[unit_key(unit)], unit))]
        units.setdefault(unit_key(unit), unit)
    return UnitList(units=tuple(units.values()), diagnostics=tuple(found))


def _at(one: Diagnostic, place: Location) -> Diagnostic:
    return Diagnostic(code=one.code, severity=one.severity, vi=one.vi, en=one.en, location=place)


def _text(data: bytes, name: str) -> str:
    try:
        return clean(data.decode("utf-8-sig")).text
    except UnicodeDecodeError:
        raise CouldNotReadError(
            source=name,
            why="it is no text in UTF-8",
            why_vi="đây không phải tệp văn bản mã UTF-8",
            hint="Save the table as CSV UTF-8.",
            hint_vi="Hãy lưu bảng dưới dạng CSV UTF-8.",
        ) from None


def _rows(text: str, name: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    try:
        rows = list(
            itertools.islice(
                csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count)), _MOST_ROWS + 1
            )
        )
    except csv.Error as error:
        raise CouldNotReadError(
            source=name,
            why=f"it is no table ({error})",
            why_vi="đây không phải bảng, hoặc có dấu ngoặc kép chưa đóng",
            hint="Save the table as CSV UTF-8.",
            hint_vi="Hãy lưu bảng dưới dạng CSV UTF-8.",
        ) from None
    if len(rows) > _MOST_ROWS:
        raise CouldNotReadError(
            source=name,
            why=f"it has more than {_MOST_ROWS:,} rows, and the country has not so many units",
            why_vi="bảng dài hơn số đơn vị của cả nước",
            hint="Check that this is the right file.",
            hint_vi="Hãy kiểm tra có đúng tệp không.",
        )
    return rows


def _columns(head: list[str], name: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, title in enumerate(head):
        for key, titles in _HEADS.items():
            if fold(title) in titles:
                found.setdefault(key, at)
    if not found:
        raise CouldNotReadError(
            source=name,
            why="its first line names neither a column 'code' nor a column 'name'",
            why_vi="dòng đầu không có cột 'mã' hoặc 'tên đơn vị'",
            hint="Begin the file with the line code,name.",
            hint_vi="Hãy để dòng đầu là: mã,tên đơn vị.",
        )
    return found


def _unknown(code: str, place: Location) -> Diagnostic:
    return Diagnostic(
        code="CN202",
        severity=Severity.WARNING,
        vi=f"Không có đơn vị hành chính mang mã {code} vào ngày của kế hoạch; vẫn dùng theo tên.",
        en=f"No administrative unit has the code {code} on the day of the plan; it is used by its name.",
        location=place,
    )


def _nameless(code: str, place: Location) -> Diagnostic:
    return Diagnostic(
        code="CN203",
        severity=Severity.ERROR,
        vi=f"Dòng chỉ có mã {code} mà không rõ là đơn vị nào; đã bỏ qua. Hãy ghi thêm tên.",
        en=f"The row has only the code {code}, which no unit has; it is left out. Add a name.",
        location=place,
    )


def _refused(error: ModelError, place: Location) -> Diagnostic:
    return Diagnostic(
        code="CN203", severity=Severity.ERROR, vi=error.message("vi"), en=error.message("en"), location=place
    )
