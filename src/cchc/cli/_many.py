"""Many files: which ones a pattern means, how far the work on them has come, where they go."""

from __future__ import annotations

import contextlib
import glob
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from cchc.cli._frame import Stop
from cchc.cli._speech import Say

__all__ = [
    "matching",
    "progress",
    "refuse_existing",
    "refuse_one_target",
    "refuse_suffix",
    "writable_directory",
]

T = TypeVar("T")

# Who gives -o such a name means a file, and would find a directory of that name.
_FILES = frozenset(
    (".docx", ".doc", ".xlsx", ".html", ".pdf", ".md", ".txt", ".yaml", ".yml", ".json", ".toml", ".csv")
)


def matching(pattern: str) -> list[str]:
    """Return the files that a pattern means: shells of Windows leave it as it is."""
    return [pattern] if os.path.lexists(pattern) else sorted(glob.glob(pattern)) or [pattern]  # noqa: PTH207  # it may be absolute


def writable_directory(output: str, say: Say) -> Path:
    """Return the directory to write to; it must exist, or the one that it is to be made in."""
    directory = Path(output)
    try:
        there = os.path.lexists(directory)
        if output and directory.is_dir():
            return directory
        if not output or (not there and directory.suffix.lower() in _FILES):
            raise Stop(
                2,
                say(
                    f"Lỗi: -o cần tên một thư mục, không phải {output!r}; tên tệp lấy theo tệp vào.",
                    f"Error: -o needs the name of a directory, not {output!r}; files are named after what they come from.",
                ),
            )
        if not there and directory.absolute().parent.is_dir():
            return directory
    except (OSError, ValueError):
        there = False
    why = ("đây không phải thư mục", "it is no directory") if there else (
        "không có thư mục để tạo nó ở trong", "there is no directory to make it in"
    )  # fmt: skip
    raise Stop(
        3,
        say(
            f"Lỗi: Không ghi được vào {output}: {why[0]}. Hãy chọn hoặc tạo thư mục khác.",
            f"Error: Cannot write to {output}: {why[1]}. Choose another directory, or make it.",
        ),
    )


def refuse_suffix(output: str | None, suffixes: Iterable[str], say: Say) -> None:
    """Stop where the file to write has a name that its form does not have: no program would take it back."""
    known = ", ".join(suffixes)
    if output is None or Path(output).suffix.lower() in suffixes:
        return
    if not output or not Path(output).is_dir():
        raise Stop(
            2,
            say(
                f"Lỗi: -o {output!r}: tên tệp phải có đuôi {known}.",
                f"Error: -o {output!r}: the name of the file must end in {known}.",
            ),
        )


def refuse_existing(targets: Iterable[str | Path], say: Say, *, force: bool) -> None:
    """Stop before anything is written where one of the files exists: somebody may have filled it in or mended it."""
    there = [str(target) for target in targets if not force and os.path.lexists(target)]
    if there:
        more = len(there) - 1
        raise Stop(
            3,
            say(
                f"Lỗi: {there[0]}{f' và {more} tệp khác' if more else ''} đã có. Dùng --force để ghi đè hoặc chọn nơi khác.",
                f"Error: {there[0]}{f' and {more} more exist' if more else ' exists'}. Overwrite with --force, or choose another place.",
            ),
        )


def refuse_one_target(targets: Iterable[tuple[str, str]], say: Say) -> None:
    """Stop where two things, each with the name of its file, would be written to one: one of them would be lost."""
    taken: dict[str, str] = {}
    for what, name in targets:
        # Some systems do not tell capitals from small letters.
        other = taken.setdefault(name.casefold(), what)
        if other != what:
            raise Stop(
                2,
                say(
                    f"Lỗi: {other} và {what} đều ghi vào {name}. Hãy đổi tên một tệp hoặc chạy riêng.",
                    f"Error: {other} and {what} would both be written to {name}. Rename one, or run it by itself.",
                ),
            )


@contextlib.contextmanager
def progress(steps: Sequence[T], label: str) -> Iterator[Iterable[T]]:
    """Give *steps*, with a bar on a terminal where there are many."""
    if len(steps) > 1 and sys.stderr.isatty():
        with click.progressbar(steps, label=label, file=sys.stderr) as bar:
            yield bar
    else:
        yield steps
