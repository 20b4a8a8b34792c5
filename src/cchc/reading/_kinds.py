"""What a file is by its bytes, whatever its name says: for whoever is told that it is not what its name promises."""

from __future__ import annotations

from collections.abc import Iterable

from cchc.errors import CouldNotReadError

__all__ = ["ANEW", "IN_WORD", "NO_PASSWORD", "RECOGNISE", "other_kind", "other_zip", "refused"]

#: What to do about a file that cannot be taken, in English and Vietnamese.
IN_WORD = ("Open it in Word and save it as .docx.", "Hãy mở bằng Word rồi lưu lại dưới dạng .docx.")
ANEW = ("Get the file anew from whoever sent it.", "Hãy xin lại tệp từ nơi gửi.")
NO_PASSWORD = ("Remove the password in Word and save it.", "Hãy bỏ mật khẩu trong Word rồi lưu lại.")
_AS_DOCX = ("Give its name the ending .docx.", "Hãy đổi đuôi tên tệp thành .docx.")
_AS_HTML = ("Give its name the ending .html.", "Hãy đổi đuôi tên tệp thành .html.")
_UNPACK = ("Unpack it, and read the document inside.", "Hãy giải nén rồi đọc văn bản ở trong.")
RECOGNISE = ("Recognise its text first (OCR).", "Hãy nhận dạng chữ (OCR) trước.")
_TEXT_ONLY = ("Copy its text into a Word document.", "Hãy chép nội dung sang một tệp Word.")

_Kind = tuple[str, str, tuple[str, str]]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
# Names of streams, which such a file writes in UTF-16.
_IN_OLE: tuple[tuple[str, _Kind], ...] = (
    ("EncryptedPackage", ("it is encrypted", "tệp có đặt mật khẩu", NO_PASSWORD)),
    ("Workbook", ("it is an old Excel workbook (.xls)", "đây là tệp Excel cũ (.xls)", _TEXT_ONLY)),
    ("PowerPoint Document", ("it is an old presentation (.ppt)", "đây là tệp trình chiếu cũ (.ppt)", _TEXT_ONLY)),
    ("", ("it is an old Office file (.doc), not a .docx", "đây là tệp Word cũ (.doc), chưa phải .docx", IN_WORD)),
)  # fmt: skip
# Names of members, which stand in a zip as they are.
_IN_ZIP: tuple[tuple[str, _Kind], ...] = (
    ("xl/workbook.", ("it is an Excel workbook (.xlsx)", "đây là tệp Excel (.xlsx)", _TEXT_ONLY)),
    ("ppt/presentation.xml", ("it is a presentation (.pptx)", "đây là tệp trình chiếu (.pptx)", _TEXT_ONLY)),
    ("META-INF/manifest.xml", ("it is an OpenDocument file (.odt)", "đây là tệp OpenDocument (.odt)", IN_WORD)),
)  # fmt: skip
_WORD_FILE = ("it is a Word file by its content", "nội dung là tệp Word", _AS_DOCX)
_ARCHIVE = ("it is a .zip archive", "đây là tệp nén .zip", _UNPACK)
_BEGINNINGS: tuple[tuple[bytes, _Kind], ...] = (
    (b"%PDF", ("it is a .pdf file", "đây là tệp .pdf", IN_WORD)),
    (b"{\\rtf", ("it is an .rtf file", "đây là tệp .rtf", IN_WORD)),
    *(
        (start, ("it is a picture", "đây là tệp ảnh", RECOGNISE))
        for start in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
    ),
    *(
        (start, ("it is an archive (.rar, .7z, .gz)", "đây là tệp nén (.rar, .7z, .gz)", _UNPACK))
        for start in (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
    ),
)
_PAGES = (b"<!doctype html", b"<html")
_ARCHIVED_PAGE = b"mime-version:"


def other_kind(data: bytes, name: str, *, page: bool = False) -> CouldNotReadError | None:
    """Return the error for a file that is plainly something else than text, ``None`` where nothing tells.

    Args:
        data: the whole file.
        name: its name.
        page: whether a web page is something else, too.
    """
    kind = _kind(data) or (_page(data) if page else None)
    return None if kind is None else refused(name, *kind)


def other_zip(names: Iterable[str], name: str) -> CouldNotReadError | None:
    """Return the error for a zip that is plainly of another program, by the names of its members."""
    names = tuple(names)
    kind = next((kind for part, kind in _IN_ZIP if any(one.startswith(part) for one in names)), None)
    return None if kind is None else refused(name, *kind)


def _kind(data: bytes) -> _Kind | None:
    if data.startswith(_OLE):
        return next(kind for stream, kind in _IN_OLE if stream.encode("utf-16-le") in data)
    if data.startswith(_ZIP):
        if b"word/document.xml" in data:
            return _WORD_FILE
        return next((kind for part, kind in _IN_ZIP if part.encode() in data), _ARCHIVE)
    return next((kind for start, kind in _BEGINNINGS if data.startswith(start)), None)


def _page(data: bytes) -> _Kind | None:
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_ARCHIVED_PAGE):
        return "it is a web archive (.mht)", "đây là trang web lưu dạng .mht", IN_WORD
    return ("it is a web page", "đây là trang web", _AS_HTML) if start.startswith(_PAGES) else None


def refused(name: str, why: str, why_vi: str, what_to_do: tuple[str, str]) -> CouldNotReadError:
    """Return the error for a file that cannot be taken."""
    return CouldNotReadError(source=name, why=why, why_vi=why_vi, hint=what_to_do[0], hint_vi=what_to_do[1])
