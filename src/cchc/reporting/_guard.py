"""Opening what came back: bounded, nothing run, nothing followed, and only what was looked at is read on.

The reader of workbooks (python-calamine) ends the process on a file with a cell at XFD1048576, and unpacks what it is given
without a limit. So the parts are unpacked here, looked through, and given on as a package that holds nothing else.
"""

from __future__ import annotations

import re
import struct
import zlib
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
_MOST_ROWS, _MOST_CELLS = 20_000, 500_000

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL_HEAD = 30
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_OTHERS = ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"<", "HTML/XML"))

# What calamine reads; all else (pictures, printers, macros, links) is left behind.
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/sharedStrings\.xml|"
    r"xl/styles\.xml|xl/worksheets/[^/]+\.xml"
)
# References within column ZZ and row 999, as every program writes them; any other deserves a closer look.
_NEAR = re.compile(rb' r="(?:[A-Z]{1,2})?[0-9]{1,3}"')
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["'](?!(?i:utf-8)["'])""")
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NAME = re.compile(
    r"""<(?:\w+:)?definedName\b[^>]*?\bname=["']([^"']*)["'][^>]*>"""
    r"""\$?(?:'((?:[^'<]|'')+)'|([^'!<]+))!\$?([A-Z]{1,2})\$?([0-9]{1,5})(?::[^<]*)?<"""
)


@frozen
class Opened:
    """A workbook that is safe to read.

    Attributes:
        data: a package of the parts that were looked at.
        names: sheet, row and column (from 0) of each defined name.
        diagnostics: what is to be said of the file.
    """

    data: bytes
    names: dict[str, tuple[str, int, int]]
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
        if name.startswith("xl/worksheets/") and not _is_near(part):
            refused = _too_far(part, file)
            if refused is not None:
                return refused
    found = []
    if any(name.endswith("vbaProject.bin") for name in others):
        found.append(finding("CN104", file))
    if any(name.startswith("xl/externalLinks/") for name in others):
        found.append(finding("CN105", file))
    return Opened(
        package(Packed(name.encode(), zlib.crc32(part), len(part), part, 0) for name, part in parts.items()),
        _names(parts["xl/workbook.xml"]),
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
        flags, method, packed, unpacked, local = head[3], head[4], head[8], head[9], head[16]
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


def _is_near(part: bytes) -> bool:
    """Whether every reference of a sheet is near, told in a hundredth of the time that reading it takes."""
    body = part[part.find(b"?>") + 4 :]
    # Sheets are written on one line, so that a space alone can stand before an attribute.
    if b"\n" in body or b"\t" in body or b"\r" in body or b" r " in body:
        return False
    return body.count(b" r=") == len(_NEAR.findall(body))


def _too_far(part: bytes, file: str) -> Diagnostic | None:
    """Return why a sheet is not read, if its cells reach further than a form can."""
    last_row = last_column = row = column = 0
    strange = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, last_row, last_column, strange
        tag = tag.rpartition(":")[2]
        if tag == "row":
            number = attributes.get("r", "")
            row, column = (int(number) if number.isascii() and number.isdigit() else row + 1), 0
        elif tag == "c":
            match = _CELL.fullmatch(attributes.get("r", ""))
            if match:
                row, column = int(match[2]), _column(match[1]) + 1
            elif attributes.get("r"):
                strange = attributes["r"]
            else:
                column += 1
        elif tag in ("v", "is", "f"):
            # An empty cell that only has a colour is passed over by the reader too.
            last_row, last_column = max(last_row, row), max(last_column, column)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        return finding("CN101", file, why=f"a sheet is no XML ({error})", why_vi="nội dung bảng bị hỏng")
    if strange or last_row > _MOST_ROWS or last_row * last_column > _MOST_CELLS:
        why = f"a cell at row {last_row}, column {last_column}" + (f", {strange!r}" if strange else "")
        return finding("CN103", file, why=why, why_vi=f"có ô ở dòng {last_row}, cột {last_column}")
    return None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _names(part: bytes) -> dict[str, tuple[str, int, int]]:
    found = _NAME.findall(part.decode("utf-8", "replace").replace("&apos;", "'"))
    # A few sheets and columns for all names of a form.
    sheets = {title: unescape(title.replace("''", "'")) for title in {one[1] or one[2] for one in found}}
    columns = {letters: _column(letters) for letters in {one[3] for one in found}}
    return {
        name: (sheets[quoted or plain], int(row) - 1, columns[letters])
        for name, quoted, plain, letters, row in found
    }
