"""Guarded reading and atomic writing: a file is read whole or refused, written whole or left as it was."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from cchc.errors import CouldNotReadError, CouldNotWriteError

__all__ = ["Source", "made_directory", "name_of", "path_in", "read_source", "refuse_text", "write_atomic"]

Source = str | Path | bytes

# What each system says in its own words, as a sentence that helps: (why, why_vi, hint, hint_vi).
_REASONS: dict[int, tuple[str, str, str, str]] = {
    errno.ENOENT: ("there is no such file or directory", "không có tệp hoặc thư mục này",
                   "Check the name and the directory.", "Hãy kiểm tra tên tệp và thư mục."),
    errno.EACCES: ("permission is denied", "không có quyền truy cập",
                   "Ask the owner of the file for access, or use another directory.",
                   "Hãy xin quyền truy cập hoặc dùng thư mục khác."),
    errno.EROFS: ("the disk is read-only", "ổ đĩa chỉ cho đọc", "Use another directory.", "Hãy dùng thư mục khác."),
    errno.EISDIR: ("it is a directory", "đây là thư mục", "Name a file.", "Hãy chỉ ra một tệp."),
    errno.ENOTDIR: ("a part of the path is a file, not a directory", "một phần của đường dẫn là tệp, không phải thư mục",
                    "Name a directory that exists.", "Hãy chỉ ra một thư mục có thật."),
    errno.ENOSPC: ("the disk is full", "ổ đĩa đã đầy", "Free some space and try again.",
                   "Hãy giải phóng dung lượng rồi làm lại."),
    errno.EDQUOT: ("the quota of the disk is used up", "đã hết hạn mức ổ đĩa", "Free some space and try again.",
                   "Hãy giải phóng dung lượng rồi làm lại."),
    errno.ENODEV: ("it is a pipe or a device, not a file", "đây là đường ống hoặc thiết bị, không phải tệp",
                   "Name an ordinary file.", "Hãy chỉ ra một tệp thông thường."),
    errno.EIO: ("the disk failed", "ổ đĩa bị lỗi", "Check the disk, or use another one.",
                "Hãy kiểm tra ổ đĩa hoặc dùng ổ khác."),
    errno.ELOOP: ("its links lead in a circle", "các liên kết trỏ vòng quanh", "Name the file itself.",
                  "Hãy chỉ ra chính tệp đó."),
    errno.ENAMETOOLONG: ("the name is too long", "tên quá dài", "Use a shorter name.", "Hãy dùng tên ngắn hơn."),
}  # fmt: skip
_REASONS[errno.EPERM] = _REASONS[errno.EACCES]

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def _reason(error: Exception) -> tuple[str, str, str, str]:
    # Path.resolve says RuntimeError of a circle of links.
    number = (
        error.errno
        if isinstance(error, OSError)
        else errno.ELOOP
        if isinstance(error, RuntimeError)
        else None
    )
    if number in _REASONS:
        return _REASONS[number]
    return (f"the system says {error}", f"hệ thống báo {error}", "", "")


def name_of(source: Source) -> str:
    """Return how messages name *source*: the path on one line, or ``<bytes>``."""
    if isinstance(source, bytes):
        return "<bytes>"
    return _CONTROL.sub(lambda found: ascii(found[0])[1:-1], os.fspath(source)) or "''"


def refuse_text(source: Source) -> None:
    """Refuse a text in the place of a name, which would be looked for on the disk.

    Raises:
        CouldNotReadError: *source* has lines, or is in brackets as JSON or a page is, and no file has this name.
    """
    # "[2027] kế hoạch.docx" only begins like a text.
    if not isinstance(source, str) or not (
        "\n" in source or source.lstrip()[:1] + source.rstrip()[-1:] in ("{}", "[]", "<>")
    ):
        return
    if not os.path.lexists(source.replace("\0", "")):
        begins = " ".join(source[:40].split())
        raise CouldNotReadError(
            source=f"“{begins}…”",
            why="it is a text, not the name of a file",
            why_vi="đây là nội dung, không phải tên tệp",
            hint="Pass the text as bytes: text.encode().",
            hint_vi="Hãy đưa nội dung vào dưới dạng bytes.",
        )


def read_source(source: Source, *, limit: int) -> bytes:
    """Return the bytes of a file, or *source* itself if it is bytes, when they are at most *limit*.

    Never more than *limit* bytes and one are read, whatever the system says of the file's size.

    Raises:
        CouldNotReadError: it is missing, a directory, a pipe or a device, not permitted, or larger than *limit*.
    """
    refuse_text(source)
    if isinstance(source, bytes):
        data = source
    else:
        try:
            path = Path(source)
            if not os.fspath(source):
                # A path without words means the directory that one is in.
                raise FileNotFoundError(errno.ENOENT, "has no name")
            mode = path.stat().st_mode
            if stat.S_ISDIR(mode):
                raise IsADirectoryError(errno.EISDIR, "is a directory")
            if not stat.S_ISREG(mode):
                # Opening a pipe waits for whoever writes to it, and a device may have no end.
                raise OSError(errno.ENODEV, "is no ordinary file")
            with path.open("rb") as file:
                data = file.read(limit + 1)
        except (OSError, ValueError) as error:
            # A name with a NUL character is a ValueError.
            why, why_vi, hint, hint_vi = _reason(error)
            raise CouldNotReadError(
                source=name_of(source), why=why, why_vi=why_vi, hint=hint, hint_vi=hint_vi
            ) from error
    if len(data) > limit:
        raise CouldNotReadError(
            source=name_of(source),
            why=f"it is larger than {limit / 1_000_000:g} MB",
            why_vi=f"tệp lớn hơn {limit / 1_000_000:g} MB",
            hint="Check that this is the right file.",
            hint_vi="Hãy kiểm tra có đúng tệp không.",
        )
    return data


def path_in(directory: str | Path, name: str) -> Path:
    """Return the path of the file *name* in *directory*; a name that would leave it is refused.

    Raises:
        CouldNotWriteError: the name is empty, holds a separator, a drive or a control character, or is one that some
            system keeps for itself.
    """
    unsafe = (
        not name.strip(". ")
        or name != name.rstrip(". ")
        or _UNSAFE.search(name)
        or _RESERVED.fullmatch(name)
        or len(name.encode("utf-8", "surrogatepass")) > 255
    )
    if unsafe:
        raise CouldNotWriteError(
            target=ascii(name)[:100],
            why="this is not a plain file name",
            why_vi="đây không phải tên tệp thông thường",
            hint="Use letters, digits, spaces, dots, hyphens; no / or \\, no directory.",
            hint_vi="Chỉ dùng chữ, số, dấu cách, dấu chấm, gạch nối; không có / hoặc \\, không kèm thư mục.",
        )
    return Path(directory) / name


@contextlib.contextmanager
def made_directory(path: str | Path) -> Iterator[None]:
    """Make a directory inside one that exists, for what is written in it; one that is there already stays.

    Where writing fails and left nothing in it, a directory that was made for it goes again.

    Raises:
        CouldNotWriteError: it cannot be made.
    """
    try:
        there = os.path.lexists(path)
        Path(path).mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        why, why_vi, hint, hint_vi = _reason(error)
        raise CouldNotWriteError(
            target=name_of(path),
            why=f"the directory cannot be made ({why})",
            why_vi=f"không tạo được thư mục ({why_vi})",
            hint=hint,
            hint_vi=hint_vi,
        ) from error
    try:
        yield
    except BaseException:
        if not there:
            with contextlib.suppress(OSError):
                Path(path).rmdir()
        raise


def write_atomic(path: str | Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write *data* to *path*, whole or not at all.

    It is written beside, flushed to the disk, and put in place at once: whoever reads the path sees the old file or the
    new one. Whatever goes wrong, the old file is untouched and nothing is left beside it.

    Raises:
        CouldNotWriteError: *path* exists and *overwrite* is false, is a directory, a pipe or a device, its directory is
            missing or is a file, the disk is full, or permission is denied.
    """
    target = Path(path)
    if not overwrite and os.path.lexists(target):
        raise CouldNotWriteError(
            target=name_of(target),
            why="the file exists",
            why_vi="tệp đã có",
            hint="Choose another name, or overwrite it with --force (overwrite=True).",
            hint_vi="Hãy chọn tên khác, hoặc ghi đè bằng --force.",
        )
    try:
        # Through a symbolic link the file behind it is replaced, not the link.
        target = target.resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        if target.exists() and not target.is_file():
            # To put a file in the place of /dev/null would take that from every other program.
            raise OSError(errno.ENODEV, "is no ordinary file")
        beside = target.with_name(f".cchc-{os.urandom(8).hex()}.tmp")
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                beside.chmod(stat.S_IMODE(target.stat().st_mode))
            beside.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    except (OSError, ValueError, RuntimeError) as error:
        # A name with a NUL character is a ValueError.
        why, why_vi, hint, hint_vi = _reason(error)
        raise CouldNotWriteError(
            target=name_of(path), why=why, why_vi=why_vi, hint=hint, hint_vi=hint_vi
        ) from error
