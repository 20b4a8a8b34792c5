"""A Word file as its parts: the zip and the XML in it, opened so that no file can cost more than a plan is worth."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import define, field, frozen
from lxml import etree

from cchc.errors import CouldNotReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

# The text of a plan of 12,000 characters is 60 KB of XML; that of the longest decree a few megabytes.
_MOST_BYTES = 16_000_000
_MOST_MEMBERS = 4_000
# Real parts are deflated to a tenth, tables of one word to a fiftieth.
_MOST_RATIO = 200
_SMALL = 1_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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

MAIN = "/officeDocument"

_HINT = ("Open it in Word and save it as .docx.", "Hãy mở bằng Word rồi lưu lại dưới dạng .docx.")
_COPY = ("Get the file anew from whoever sent it.", "Hãy xin lại tệp từ nơi gửi.")
_OTHERS = (
    (b"{\\rtf", "it is an .rtf file", "đây là tệp .rtf"),
    (b"%PDF", "it is a .pdf file", "đây là tệp .pdf"),
)


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

    def part(self, part: str) -> _Element | None:
        """Return the root element of a part, ``None`` where there is no such part.

        Raises:
            CouldNotReadError: it is larger than any plan needs, is no XML, or declares a document type.
        """
        try:
            info = self._zip.getinfo(part)
        except KeyError:
            return None
        data = self._read(info)
        try:
            root = etree.fromstring(data, _parser())
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            raise refused(
                self.name, f"{part} is no XML ({error})", "nội dung tệp bị hỏng (XML sai)", _COPY
            ) from None
        if root is None:
            raise refused(self.name, f"{part} is empty", "nội dung tệp bị hỏng", _COPY)
        if etree.ElementTree(root).docinfo.internalDTD is not None:
            raise refused(
                self.name,
                f"{part} declares a document type, which no Word file has",
                "tệp có khai báo DOCTYPE, không phải tệp Word thông thường",
                _COPY,
            )
        return root

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
                    _HINT,
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
        raise refused(
            self.name, "it is no Word file: word/document.xml is missing", "đây không phải tệp Word", _HINT
        )

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        size, packed = info.file_size, max(info.compress_size, 1)
        if size > self._left or (size > _SMALL and size > _MOST_RATIO * packed):
            raise refused(
                self.name,
                f"{info.filename} unpacks to {size / 1e6:.0f} MB, and no plan is as large",
                f"tệp bung ra tới {size / 1e6:.0f} MB, không kế hoạch nào lớn như vậy",
                _COPY,
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
            raise refused(self.name, "it unpacks to more than any plan has", "tệp bung ra quá lớn", _COPY)
        return data


def open_package(data: bytes, name: str) -> Package:
    """Return the parts of a Word file.

    Raises:
        CouldNotReadError: it is something else, damaged, encrypted, or larger than any plan; the error says which.
    """
    if not data:
        raise refused(name, "it is empty", "tệp rỗng", _COPY)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _encrypted(name)
        raise refused(
            name,
            "it is an old Office file (.doc), not a .docx",
            "đây là tệp Word cũ (.doc), chưa phải .docx",
            _HINT,
        )
    for beginning, why, why_vi in _OTHERS:
        if data.startswith(beginning):
            raise refused(name, why, why_vi, _HINT)
    if not data.startswith(b"PK"):
        raise refused(name, "it is no .docx file", "đây không phải tệp .docx", _HINT)
    end = data.rfind(_END_OF_DIRECTORY)
    if end < 0 or len(data) < end + 22:
        raise _damaged(name)
    # A directory of a million members would cost seconds before anything could be asked of it.
    if int.from_bytes(data[end + 10 : end + 12], "little") > _MOST_MEMBERS:
        raise refused(name, "it has thousands of parts", "tệp có hàng nghìn phần bên trong", _COPY)
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
        raise refused(name, "it has thousands of parts", "tệp có hàng nghìn phần bên trong", _COPY)
    return Package(name, opened)


def refused(name: str, why: str, why_vi: str, what_to_do: tuple[str, str]) -> CouldNotReadError:
    """Return the error for a file that cannot be taken."""
    return CouldNotReadError(source=name, why=why, why_vi=why_vi, hint=what_to_do[0], hint_vi=what_to_do[1])


def _damaged(name: str) -> CouldNotReadError:
    return refused(name, "it is damaged or was not copied whole", "tệp bị hỏng hoặc chép chưa hết", _COPY)


def _encrypted(name: str) -> CouldNotReadError:
    remedy = ("Remove the password in Word and save it.", "Hãy bỏ mật khẩu trong Word rồi lưu lại.")
    return refused(name, "it is encrypted", "tệp có đặt mật khẩu", remedy)


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
