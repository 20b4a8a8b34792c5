"""Plain text as a source: the encoding is told from the bytes, the lines are the author's, rows of tables are cells."""

from __future__ import annotations

import codecs
import itertools
import re
from typing import TYPE_CHECKING

from cchc.diagnostics import Location
from cchc.errors import CouldNotReadError
from cchc.reading._kinds import ANEW, other_kind, refused
from cchc.reading._legacy import from_tcvn3, from_vni, vietnamese
from cchc.reading._record import LeftOut
from cchc.reading._source import LONGEST, MOST_LINES, Cell, Line, Source, SourceWriter, plain, too_long
from cchc.reading._wrapped import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]*[^\s][^\r\n\v\f\x85\u2028\u2029]*")
_FAR_EAST = re.compile("[\u2e80-\ud7ff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# What text in a one-byte table is read as, before its letters are told.
_OLD_TABLES = (("TCVN3 (ABC)", "latin-1", from_tcvn3), ("VNI", "cp1252", from_vni))
_WESTERN = re.compile(r"(?i:(?:windows-|cp)125[0-8]|iso-8859-[0-9]{1,2}|utf-16(?:le|be)?)")
_SURE = 0.85
_SAMPLE = 200_000
_MOST_BYTES = 8_000_000
# A row of a table has tabs or bars between at least so many cells; two columns are a letterhead flattened to lines.
_LEAST_COLUMNS = 3
_NUMBERED = "số trang"
_AS_UTF8 = ("Save all of it as UTF-8 text.", "Hãy lưu lại toàn bộ dưới dạng văn bản UTF-8.")


def read_text(data: bytes, name: str) -> Source:
    """Return a text file as a source; places are offsets in its text as it was decoded.

    Raises:
        CouldNotReadError: it is empty, no text, in several encodings at once, or longer than any plan.
    """
    if len(data) > _MOST_BYTES:
        raise too_long(name)
    text, encoding = decode(data, name)
    if (
        len(text) > LONGEST
        or next(itertools.islice(_LINE.finditer(text), MOST_LINES, None), None) is not None
    ):
        raise too_long(name)
    lines = lines_of(text)
    if len(lines) > MOST_LINES:
        raise too_long(name)
    if not lines:
        raise refused(name, "it is empty", "tệp rỗng", ANEW)
    writer = SourceWriter(name)
    if encoding is not None:
        writer.note(
            "CR110",
            f"Tệp dùng bảng mã cũ {encoding}, đã được chuyển sang Unicode.",
            f"The file is in {encoding}, from before Unicode, and was converted.",
        )
    whole, numbers = unwrapped(lines, text)
    left_out = tuple(
        LeftOut(
            location=Location(file=name, start=one.start, end=one.end), words=one.text.strip(), why=_NUMBERED
        )
        for one in numbers
    )
    return Source(
        name=name, text=text, lines=whole, left_out=left_out, diagnostics=writer.source().diagnostics
    )


def decode(data: bytes, name: str, *, declared: str | None = None) -> tuple[str, str | None]:
    """Return *data* as text, and the encoding that it was in where that is no Unicode.

    UTF-8 and UTF-16 with or without a mark, Windows-1258, TCVN3 and VNI are told by what makes Vietnamese words of the
    bytes. What the file *declared* is believed where it fits.

    Raises:
        CouldNotReadError: there are none, or they are no text, or text in several encodings.
    """
    if not data.strip():
        raise refused(name, "it is empty", "tệp rỗng", ANEW)
    if (other := other_kind(data, name)) is not None:
        raise other
    text = _unicode(data, name)
    found = None
    if text is None and declared is not None:
        text = _as_declared(data, declared)
    if text is None:
        text, found = _one_byte(data, name)
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise _no_text(name)
    if found is None:
        text, found = _disguised(text)
    return text, found


def _unicode(data: bytes, name: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                raise _mixed(data, name) from None
            if len(_FAR_EAST.findall(text)) > len(text) // 50:
                # What is no UTF-16 becomes Chinese when it is read as such.
                raise refused(
                    name,
                    f"a part of it is {encoding.upper()} and a part is not",
                    f"tệp lẫn nhiều bảng mã: một phần là {encoding.upper()}, một phần thì không",
                    _AS_UTF8,
                )
            return text
    zeros = data[:_SAMPLE].count(0)
    if zeros > len(data[:_SAMPLE]) // 5 and len(data) % 2 == 0:
        encoding = "utf-16-le" if data[1:_SAMPLE:2].count(0) > data[0:_SAMPLE:2].count(0) else "utf-16-be"
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _as_declared(data: bytes, declared: str) -> str | None:
    # Python knows stranger codecs than any page is written in, and some take forever.
    if _WESTERN.fullmatch(declared) is None:
        return None
    try:
        text = data.decode(declared)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    return text if vietnamese(text[:_SAMPLE]) >= _SURE else None


def _one_byte(data: bytes, name: str) -> tuple[str, str]:
    texts = [("Windows-1258", data.decode("cp1258", "replace"))]
    texts += ((encoding, convert(data.decode(codec, "replace"))) for encoding, codec, convert in _OLD_TABLES)
    share, encoding, text = max(
        ((vietnamese(text[:_SAMPLE]), encoding, text) for encoding, text in texts), key=lambda one: one[0]
    )
    if share < _SURE or _CONTROL.search(text[:_SAMPLE]):
        raise _mixed(data, name)
    return text, encoding


def _disguised(text: str) -> tuple[str, str | None]:
    """Return text whose letters are those of an old table that a program took for Western ones, as Vietnamese."""
    sample = text[:_SAMPLE]
    as_it_is = vietnamese(sample)
    if as_it_is >= _SURE:
        return text, None
    for encoding, _, convert in _OLD_TABLES:
        if vietnamese(convert(sample)) >= max(_SURE, as_it_is):
            return convert(text), encoding
    return text, None


def _mixed(data: bytes, name: str) -> CouldNotReadError:
    """Return the error for bytes in no one encoding, with the line where the reading stops where some of it is UTF-8."""
    try:
        data.decode("utf-8")
        at = 0
    except UnicodeDecodeError as error:
        at = error.start
        if error.reason == "unexpected end of data":
            return refused(
                name,
                "it ends within a letter, as if it was not copied whole",
                "tệp dừng giữa chừng một chữ, có vẻ chép chưa hết",
                ANEW,
            )
    if any(byte > 0x7F for byte in data[:at]) and b"\0" not in data:
        line = data.count(b"\n", 0, at) + 1
        return refused(
            name,
            f"it is UTF-8 up to line {line} and another encoding from there on",
            f"tệp lẫn nhiều bảng mã: từ dòng {line} không còn là UTF-8",
            _AS_UTF8,
        )
    return _no_text(name)


def _no_text(name: str) -> CouldNotReadError:
    return refused(
        name,
        "it is no text in an encoding that is known here",
        "tệp không phải văn bản thuần hoặc dùng bảng mã không nhận ra",
        _AS_UTF8,
    )


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of *text* that are not blank; a row of a table becomes a line for each of its cells.

    Once there are more than any plan has, it looks no further.
    """
    lines: list[Line] = []
    table = 0
    for block in _blocks(text):
        rows = [_columns(line) for line in block]
        count = sum(1 for row in rows if len(row) >= _LEAST_COLUMNS)
        if count >= 2 and len(rows[0]) >= _LEAST_COLUMNS:
            lines += itertools.islice(_cells(block, rows, table), MOST_LINES + 1)
            table += 1
        else:
            lines += (one for line in block if (one := _line(line[0], line.start())) is not None)
        if len(lines) > MOST_LINES:
            break
    return tuple(lines)


def _blocks(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the lines of *text* that no blank line divides; whatever ends a line, an empty one has two ends of it."""
    block: list[re.Match[str]] = []
    for found in _LINE.finditer(text):
        gap = text[block[-1].end() : found.start()].replace("\r\n", "\n").strip(" \t") if block else ""
        if len(gap) > 1:
            yield block
            block = []
        block.append(found)
    if block:
        yield block


def _columns(line: re.Match[str]) -> list[str]:
    text = line[0]
    if "\t" in text:
        return text.split("\t")
    bars = text.strip()
    if bars.startswith("|") and bars.endswith("|") and bars.count("|") > _LEAST_COLUMNS:
        return ["", *text.split("|")[1:-1]]
    return [text]


def _cells(block: Sequence[re.Match[str]], rows: Sequence[Sequence[str]], table: int) -> Iterator[Line]:
    row = 0
    for line, cells in zip(block, rows, strict=True):
        if re.fullmatch(r"[\s|:+-]+", line[0]):
            # The line below the head of a table of bars.
            continue
        at, bars = line.start(), "\t" not in line[0] and len(cells) > 1
        for column, text in enumerate(cells):
            shown = column - 1 if bars else column
            one = _line(text, at, Cell(table=table, row=row, column=max(shown, 0)))
            if one is not None:
                yield one
            at += len(text) + 1 if not (bars and column == 0) else line[0].index("|") + 1
        row += 1


def _line(text: str, start: int, cell: Cell | None = None) -> Line | None:
    words = plain(text)
    if not words:
        return None
    begin = len(text) - len(text.lstrip())
    return Line(text=words, start=start + begin, end=start + len(text.rstrip()), cell=cell)
