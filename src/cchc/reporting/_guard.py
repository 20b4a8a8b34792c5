"""Opening what came back: bounded, nothing run, nothing followed, and only what was looked at is read on.

The reader of workbooks (python-calamine) ends the process on a file with a cell at XFD1048576, and unpacks what it is given
without a limit. So the parts are unpacked here, looked through, and given on as a package that holds nothing else.
"""

from __future__ import annotations

import functools
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from html import unescape
from xml.parsers import expat

from attrs import frozen

from cchc.diagnostics import Diagnostic
from cchc.reporting._findings import finding
from cchc.reporting._package import Packed, package

__all__ = ["MOST_BYTES", "Opened", "open_form"]

#: A filled form is 20 KB.
MOST_BYTES = 8_000_000
# Unpacked a form is 200 KB; pasted tables make it a few megabytes.
_MOST_UNPACKED = 32_000_000
_MOST_PARTS = 1_000
_MOST_SHEETS, _MOST_ROWS, _MOST_CELLS, _MOST_MERGED = 100, 20_000, 500_000, 5_000
# The reader copies a shared string into every cell that shows it.
_MOST_TEXT = 128_000_000

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL_HEAD = 30
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_OTHERS = ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"<", "HTML/XML"))

# What calamine reads; all else (pictures, printers, macros, links) is left behind.
_NEEDED = re.compile(
    r"_rels/\.rels|xl/(?:workbook\.xml|_rels/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets/[^/]+\.xml)"
)
# References within column ZZ and row 999, as every program writes them; any other deserves a closer look.
_FAR = re.compile(rb' r=(?!"(?:[A-Z]{1,2})?[1-9][0-9]{0,2}")')
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["'](?!(?i:utf-8)["'])""")
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ROW = re.compile(r"[1-9][0-9]{0,6}")
_WORKSHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
# Atomic groups and classes without "<": whatever stands there, each tag is looked at once.
_NAME = re.compile(
    r"""<(?:\w+:)?definedName\b(?=([^<>]*\blocalSheetId=)?)(?>[^<>]*?\bname=["']([^"'<]*)["'])[^<>]*+>"""
    r"""\$?(?:'((?>(?:[^'<]|'')+))'|([^'!<]++))!\$?([A-Z]{1,2})\$?([0-9]{1,5})(?::[^<]*+)?<"""
)
_TAG = re.compile(rb"<(?:\w+:)?(sheet|Relationship)\b([^<>]*+)>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*["']([^"'<]*)["']""")
# A formula that no program has calculated, or that could not be: the reader takes both for an empty cell.
_UNREAD = re.compile(rb"<f[^<>]*+(?:/>|>[^<]*+</f>)(?:<v ?/>|<v></v>)?</c>")
_ERROR = re.compile(rb' t="e"')
_PLACE = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"')


@frozen
class Opened:
    """A workbook that is safe to read.

    Attributes:
        data: a package of the parts that were looked at.
        names: sheet, row and column (from 0) of each defined name.
        unread: sheet, row and column of each formula that has no value, or an error for one.
        diagnostics: what is to be said of the file.
    """

    data: bytes
    names: Mapping[str, tuple[str, int, int]]
    unread: frozenset[tuple[str, int, int]]
    diagnostics: tuple[Diagnostic, ...]


def open_form(data: bytes, file: str) -> Opened | Diagnostic:
    """Return the workbook in *data*, or why it is not opened."""
    if not data.startswith(b"PK"):
        return _no_zip(data, file)
    try:
        parts, others = _unpacked(data)
    except _TooLarge as error:
        return finding("CN103", file, why=error.why, why_vi=error.why_vi)
    except (struct.error, zlib.error, ValueError, IndexError, UnicodeDecodeError) as error:
        return finding("CN101", file, why=f"the zip is broken ({error})", why_vi="tệp nén bị hỏng")
    if "xl/workbook.xml" not in parts:
        what = "Word" if "word/document.xml" in others else "ZIP"
        if "xl/workbook.bin" in others:
            what = ".xlsb"
        elif "content.xml" in others:
            what = ".ods"
        return finding("CN106", file, what=what)
    for name, part in parts.items():
        if b"<!DOCTYPE" in part or _ENCODING.match(part) or b"\0" in part[:200]:
            return finding(
                "CN101",
                file,
                why=f"{name} declares a document type or another encoding",
                why_vi="tệp có khai báo DOCTYPE hoặc bảng mã lạ",
            )
    try:
        _look_through(parts)
    except _TooLarge as error:
        return finding("CN103", file, why=error.why, why_vi=error.why_vi)
    except expat.ExpatError as error:
        return finding("CN101", file, why=f"a sheet is no XML ({error})", why_vi="nội dung bảng bị hỏng")
    found = []
    if any(name.endswith("vbaProject.bin") for name in others):
        found.append(finding("CN104", file))
    if any(name.startswith("xl/externalLinks/") for name in others):
        found.append(finding("CN105", file))
    return Opened(
        package(Packed(name.encode(), zlib.crc32(part), len(part), part, 0) for name, part in parts.items()),
        _names(_between(parts["xl/workbook.xml"], b"definedNames")),
        _unread(parts),
        tuple(found),
    )


def _no_zip(data: bytes, file: str) -> Diagnostic:
    if data.startswith(_OLE):
        return finding("CN102", file) if _PASSWORD in data else finding("CN106", file, what=".xls")
    for start, what in _OTHERS:
        if data.lstrip()[:8].startswith(start):
            return finding("CN106", file, what=what)
    why = ("it is empty", "tệp rỗng") if not data else ("it is no workbook", "đây không phải tệp Excel")
    return finding("CN101", file, why=why[0], why_vi=why[1])


class _TooLarge(Exception):  # noqa: N818  # it carries a reason up two calls, and is never seen outside
    def __init__(self, why: str, why_vi: str) -> None:
        super().__init__(why)
        self.why, self.why_vi = why, why_vi


def _unpacked(data: bytes) -> tuple[dict[str, bytes], set[str]]:
    """Return the parts that are read, and the names of all others, from the directory of the zip."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    if at < 0:
        raise ValueError("no directory")
    count, size, offset = (_END.unpack_from(data, at)[n] for n in (4, 5, 6))
    if count > _MOST_PARTS:
        raise _TooLarge(f"{count} parts", f"{count} phần")
    if offset + size > len(data):
        raise ValueError("the directory lies outside")
    parts: dict[str, bytes] = {}
    others: set[str] = set()
    left = _MOST_UNPACKED
    for _ in range(count):
        head = _CENTRAL.unpack_from(data, offset)
        if head[0] != b"PK\x01\x02":
            raise ValueError("the directory is broken")
        flags, method, check, packed, unpacked, local = (head[at] for at in (3, 4, 7, 8, 9, 16))
        start = offset + _CENTRAL.size
        name = data[start : start + head[10]].decode("utf-8")
        offset = start + head[10] + head[11] + head[12]
        if unpacked > _MOST_UNPACKED:
            raise _TooLarge(f"{name[:60]} unpacks to {unpacked:,} bytes", "dung lượng sau giải nén quá lớn")
        if not _NEEDED.fullmatch(name):
            others.add(name)
            continue
        if flags & 1 or name in parts:
            raise ValueError("a part is encrypted or stands twice")
        parts[name] = _part(data, local, packed, method, left)
        if zlib.crc32(parts[name]) != check:
            # A figure that changed on the way must not count.
            raise ValueError("a part is not what was packed")
        left -= len(parts[name])
    return parts, others


def _part(data: bytes, local: int, packed: int, method: int, left: int) -> bytes:
    if data[local : local + 4] != b"PK\x03\x04":
        raise ValueError("a part is not where the directory says")
    lengths = struct.unpack_from("<2H", data, local + 26)
    start = local + _LOCAL_HEAD + sum(lengths)
    stored = data[start : start + packed]
    if len(stored) != packed:
        raise ValueError("a part is cut off")
    if method == 0:
        made = stored
    elif method == 8:
        # Never more than is left, whatever the directory says of the size.
        unpacker = zlib.decompressobj(-15)
        made = unpacker.decompress(stored, left + 1)
        if len(made) <= left and not unpacker.eof:
            raise ValueError("a part is cut off")
    else:
        raise ValueError(f"method {method}")
    if len(made) > left:
        raise _TooLarge("it unpacks to too much", "dung lượng sau giải nén quá lớn")
    return made


def _look_through(parts: dict[str, bytes]) -> None:
    """Leave of each sheet only its cells and merged areas, and refuse what the reader could not bear."""
    sheets = [name for name in parts if name.startswith("xl/worksheets/")]
    if len(sheets) > _MOST_SHEETS:
        raise _TooLarge(f"{len(sheets)} sheets", f"{len(sheets)} trang")
    cells = 0
    for name in sheets:
        part = parts[name] = _cells_alone(parts[name])
        if part.count(b"mergeCell ") > _MOST_MERGED:
            raise _TooLarge("thousands of merged cells", "hàng nghìn ô gộp")
        cells += part.count(b"<c") if _is_near(part) else _count(part)
    strings = parts.get("xl/sharedStrings.xml", b"")
    # Each of a form's strings is short, so that the first product tells; else the longest string does.
    if len(strings) * cells > _MOST_TEXT and max(map(len, strings.split(b"</si>"))) * cells > _MOST_TEXT:
        raise _TooLarge("a long text in very many cells", "một nội dung dài lặp lại ở quá nhiều ô")


def _cells_alone(part: bytes) -> bytes:
    """Return a sheet without what is never read, lists and help above all; one that is written in an odd way, whole."""
    start, end = part.find(b"<sheetData>"), part.find(b"</sheetData>")
    if start < 0 or end < start:
        return part
    merged = part.find(b"<mergeCells", end)
    areas = part[merged : part.find(b"</mergeCells>", merged) + 13] if merged > 0 else b""
    return b"".join((_WORKSHEET, part[start : end + 12], areas, b"</worksheet>"))


def _is_near(part: bytes) -> bool:
    """Whether every cell says where it is, and that is near: told in a tenth of the time that reading it takes."""
    return (
        part.startswith(_WORKSHEET)
        # A cell that has another name, two places, or anything but its place first, is not what a program writes.
        and not any(odd in part for odd in (b":c", b" r ", b"\n", b"\t", b"\r"))
        and part.count(b"<c") == part.count(b'<c r="')
        and part.count(b"<row") == part.count(b'<row r="')
        and not _FAR.search(part)
    )


def _count(part: bytes) -> int:
    """Return how many cells of a sheet have a value, if none is further away than a form can reach."""
    last_row = last_column = row = column = count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, last_row, last_column, count
        tag = tag.rpartition(":")[2]
        place = attributes.get("r")
        if tag == "row":
            row, column = row + 1, 0
            if place is not None:
                row = int(place) if _ROW.fullmatch(place) else 0
        elif tag == "c":
            column += 1
            if place is not None:
                match = _CELL.fullmatch(place)
                row, column = (int(match[2]), _column(match[1]) + 1) if match else (0, 0)
        elif tag in ("v", "is", "f"):
            # An empty cell that only has a colour is passed over by the reader too.
            count += 1
            last_row, last_column = max(last_row, row), max(last_column, column)
            if not row or last_row > _MOST_ROWS or last_row * last_column > _MOST_CELLS:
                raise _TooLarge(f"a cell at row {row}, column {column}", f"có ô ở dòng {row}, cột {column}")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(part, True)
    return count


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _between(part: bytes, tag: bytes) -> bytes:
    start = part.find(tag)
    return part[start : part.find(tag, start + len(tag))] if start >= 0 else b""


# Forms that came of one plan say the same here, also after one office program saved them.
@functools.lru_cache(maxsize=8)
def _names(part: bytes) -> Mapping[str, tuple[str, int, int]]:
    found = _NAME.findall(part.decode("utf-8", "replace").replace("&apos;", "'"))
    # A sheet that was copied has names of its own beside those of the form, which come last here and count.
    found.sort(key=lambda one: not one[0])
    return {
        name: (_title(quoted or plain), int(row) - 1, _column(letters))
        for _, name, quoted, plain, letters, row in found
    }


def _title(written: str) -> str:
    return unescape(written.replace("''", "'"))


def _unread(parts: dict[str, bytes]) -> frozenset[tuple[str, int, int]]:
    cells = {
        name: [place for found in (_UNREAD, _ERROR) for place in _cells_of(part, found)]
        for name, part in parts.items()
        if name.startswith("xl/worksheets/")
    }
    if not any(cells.values()):
        return frozenset()
    titles = _titles(
        _between(parts["xl/workbook.xml"], b"sheets"), parts.get("xl/_rels/workbook.xml.rels", b"")
    )
    return frozenset((titles.get(name, ""), *place) for name in cells for place in cells[name])


@functools.lru_cache(maxsize=8)
def _titles(sheets: bytes, relations: bytes) -> Mapping[str, str]:
    """Return the title of each part that holds a sheet."""
    targets = {
        one.get("Id"): one.get("Target", "").rpartition("/")[2] for one in _tags(relations, b"Relationship")
    }
    return {
        f"xl/worksheets/{targets.get(one.get('r:id'))}": unescape(one.get("name", ""))
        for one in _tags(sheets, b"sheet")
    }


def _cells_of(part: bytes, wanted: re.Pattern[bytes]) -> Iterator[tuple[int, int]]:
    for match in wanted.finditer(part):
        cell = _PLACE.match(part, part.rfind(b"<c ", 0, match.start()))
        if cell:
            yield int(cell[2]) - 1, _column(cell[1].decode())


def _tags(part: bytes, tag: bytes) -> Iterator[dict[str, str]]:
    for name, attributes in _TAG.findall(part):
        if name == tag:
            yield dict(_ATTRIBUTE.findall(attributes.decode("utf-8", "replace")))
