"""A Word file as its parts: the zip and the XML in it, opened so that no file can cost more than a plan is worth."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from attrs import define, field, frozen
from lxml import etree

from cchc.errors import CouldNotReadError
from cchc.reading._kinds import ANEW, IN_WORD, NO_PASSWORD, other_kind, other_zip, refused

if TYPE_CHECKING:
    from lxml.etree import _Element

# The text of a plan of 12,000 characters is 60 KB of XML; that of the longest decree a few megabytes.
_MOST_BYTES = 16_000_000
_MOST_MEMBERS = 4_000
# Real parts are deflated to a tenth, tables of one word to a fiftieth.
_MOST_RATIO = 200
_SMALL = 1_000_000
# The longest decree has 30,000; a million empty paragraphs are small, and seconds of work.
_MOST_TAGS = 1_000_000

_END_OF_DIRECTORY = b"PK\x05\x06"
# What a document only shows or was made from; none of its text stands there, and nothing of it is opened.
_LINKS = frozenset(
    f"/{kind}"
    for kind in (
        "hyperlink",
        "image",
        "attachedTemplate",
        "oleObject",
        "package",
        "audio",
        "video",
        "mailMergeSource",
    )
)

_UNLINK = (
    "Break the link in Word (File, Info, Edit Links to Files) and save it.",
    "Hãy ngắt liên kết trong Word (File, Info, Edit Links to Files) rồi lưu lại.",
)
# "Strict Open XML Document", as Word offers to save it too, differs in what it calls its elements.
_STRICT = (
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
)

MAIN = "/officeDocument"


@frozen
class Relation:
    """A relationship of a part: the end of its type, and the name of the part that it leads to."""

    kind: str
    target: str


@define
class Package:
    """The parts of one file."""

    name: str
    _zip: zipfile.ZipFile
    _left: int = field(default=_MOST_BYTES, init=False)

    def part(self, part: str, thin: Callable[[bytes], bytes] = bytes) -> _Element | None:
        """Return the root element of a part, ``None`` where there is no such part; *thin* leaves out what nobody asks.

        Raises:
            CouldNotReadError: it is larger than any plan needs, is no XML, or declares a document type.
        """
        try:
            info = self._zip.getinfo(part)
        except KeyError:
            return None
        data = self._read(info)
        if len(data) > _MOST_TAGS < data.count(b"<"):
            raise refused(
                self.name,
                f"{part} has more than a million tags, and no plan has so many",
                "tệp có quá nhiều đoạn văn hoặc ô trống so với một kế hoạch",
                ANEW,
            )
        try:
            # Entities are not even defined where a document type is seen at once; UTF-16 shows it only when parsed.
            root = None if b"<!DOCTYPE" in data else etree.fromstring(thin(data.replace(*_STRICT)), _parser())
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            raise self._no_xml(part, error) from None
        if root is None or etree.ElementTree(root).docinfo.internalDTD is not None:
            raise refused(
                self.name,
                f"{part} declares a document type, which no Word file has",
                "tệp có khai báo DOCTYPE, không phải tệp Word thông thường",
                ANEW,
            )
        return root

    def _no_xml(self, part: str, error: Exception) -> CouldNotReadError:
        why = getattr(error, "msg", None) or str(error)
        if "depth" in why:
            return refused(self.name, f"{part} is nested too deep", "nội dung tệp lồng nhau quá sâu", ANEW)
        return refused(self.name, f"{part} is no XML ({why})", "nội dung tệp bị hỏng (XML sai)", ANEW)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return the relationships of a part by their ids; links that are only shown are left out.

        Raises:
            CouldNotReadError: one of them leads out of the file.
        """
        folder, base = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        found = {}
        for one in root.iterchildren("*"):
            kind = f"/{one.get('Type', '').rpartition('/')[2]}"
            target = one.get("Target", "")
            if kind in _LINKS:
                continue
            path = posixpath.normpath(posixpath.join("/", folder, target))
            outside = one.get("TargetMode") == "External" or ":" in target or _climbs(folder, target)
            if outside:
                raise refused(
                    self.name,
                    f"it takes a part of its text from outside ({target[:80]!r}), which is not followed",
                    f"một phần nội dung nằm ngoài tệp ({target[:80]}), không được mở",
                    _UNLINK,
                )
            found[one.get("Id", "")] = Relation(kind, path.lstrip("/"))
        return found

    def main(self) -> str:
        """Return the name of the part with the text.

        Raises:
            CouldNotReadError: there is none.
        """
        named = (one.target for one in self.relations("").values() if one.kind == MAIN)
        names = frozenset(self._zip.namelist())
        for part in (*named, "word/document.xml"):
            if part in names:
                return part
        raise other_zip(names, self.name) or refused(
            self.name, "it is no Word file: word/document.xml is missing", "đây không phải tệp Word", IN_WORD
        )

    def no_text(self) -> CouldNotReadError:
        """Return the error for a file whose main part has no text as Word writes it."""
        return other_zip(self._zip.namelist(), self.name) or refused(
            self.name, "it is no Word file: it has no body", "đây không phải tệp Word", IN_WORD
        )

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        size, packed = info.file_size, max(info.compress_size, 1)
        if size > self._left:
            raise self._too_large()
        if size > _SMALL and size > _MOST_RATIO * packed:
            raise refused(
                self.name,
                f"{info.filename} unpacks to {size // packed} times its size, which no document does",
                f"tệp bung ra gấp {size // packed} lần, không giống văn bản nào",
                ANEW,
            )
        try:
            with self._zip.open(info) as member:
                # The directory may lie about the size.
                data = member.read(self._left + 1)
        except RuntimeError as error:
            raise _encrypted(self.name) from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            EOFError,
            OSError,
            ValueError,
            struct.error,
        ) as error:
            raise _damaged(self.name) from error
        self._left -= len(data)
        if self._left < 0:
            raise self._too_large()
        return data

    def _too_large(self) -> CouldNotReadError:
        most = _MOST_BYTES // 1_000_000
        return refused(
            self.name,
            f"it unpacks to more than {most} MB, and no plan is as large",
            f"tệp bung ra hơn {most} MB, không kế hoạch nào lớn như vậy",
            ANEW,
        )


def open_package(data: bytes, name: str) -> Package:
    """Return the parts of a Word file.

    Raises:
        CouldNotReadError: it is something else, damaged, encrypted, or larger than any plan; the error says which.
    """
    if not data:
        raise refused(name, "it is empty", "tệp rỗng", ANEW)
    if not data.startswith(b"PK"):
        raise other_kind(data, name, page=True) or refused(
            name, "it is no .docx file", "đây không phải tệp .docx", IN_WORD
        )
    end = data.rfind(_END_OF_DIRECTORY)
    if end < 0 or len(data) < end + 22:
        raise _damaged(name)
    # A directory of a million members would cost seconds before anything could be asked of it.
    if int.from_bytes(data[end + 10 : end + 12], "little") > _MOST_MEMBERS:
        raise refused(name, "it has thousands of parts", "tệp có hàng nghìn phần bên trong", ANEW)
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
        struct.error,
        OverflowError,
    ) as error:
        raise _damaged(name) from error
    if len(opened.infolist()) > _MOST_MEMBERS:
        raise refused(name, "it has thousands of parts", "tệp có hàng nghìn phần bên trong", ANEW)
    return Package(name, opened)


def _damaged(name: str) -> CouldNotReadError:
    return refused(name, "it is damaged or was not copied whole", "tệp bị hỏng hoặc chép chưa hết", ANEW)


def _encrypted(name: str) -> CouldNotReadError:
    return refused(name, "it is encrypted", "tệp có đặt mật khẩu", NO_PASSWORD)


def _climbs(folder: str, target: str) -> bool:
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined).startswith("..") or "\\" in target


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
