"""Plain text as a source: the encoding is told from the bytes, the lines are the author's."""

from __future__ import annotations

import re

from cchc.errors import CouldNotReadError
from cchc.reading._source import Line, Source

_LINE = re.compile(r"[^\n]*\S[^\n]*")
# Words that stand in every Vietnamese administrative text; bytes that decode to text without them are another encoding.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decode(data: bytes, name: str) -> str:
    """Return *data* as text: UTF-8, UTF-16 with its mark, or Windows-1258, which old offices used.

    Raises:
        CouldNotReadError: the bytes are no text.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decoded(data, encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decoded(data, "cp1258", name)
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise _no_text(name)
    return text


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _no_text(name) from None


def _no_text(name: str) -> CouldNotReadError:
    return CouldNotReadError(
        source=name,
        why="it is no text in an encoding that is known here",
        why_vi="tệp không phải văn bản thuần hoặc dùng bảng mã không nhận ra",
        hint="Save it as UTF-8 text.",
        hint_vi="Hãy lưu lại dưới dạng văn bản UTF-8.",
    )


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of *text* that are not blank."""
    return tuple(Line(text=found[0], start=found.start(), end=found.end()) for found in _LINE.finditer(text))


def read_text(data: bytes, name: str) -> Source:
    """Return a text file as a source."""
    text = decode(data, name).replace("\r\n", "\n").replace("\r", "\n")
    return Source(name=name, text=text, lines=lines_of(text))
