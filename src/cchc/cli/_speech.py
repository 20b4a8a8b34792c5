"""Speaking to people: in which language, on which stream, in which characters."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Callable, Sequence

__all__ = ["Say", "is_of_output", "language", "prepare_streams", "print_table", "shown", "tell"]

Say = Callable[[str, str], str]
"""Chooses between a Vietnamese and an English text."""


def language(line: Sequence[str]) -> Say:
    """Return who chooses the language of this command line.

    The whole line is looked at before it is parsed, because help and complaints about the line need the language too.
    """
    chosen = "vi"
    for position, word in enumerate(line):
        if word == "--":
            break
        if word == "--lang":
            chosen = "".join(line[position + 1 : position + 2])
        elif word.startswith("--lang="):
            chosen = word.removeprefix("--lang=")
    return _english if chosen == "en" else _vietnamese


def _vietnamese(vi: str, en: str) -> str:  # noqa: ARG001  # one of two that are chosen between
    return vi


def _english(vi: str, en: str) -> str:  # noqa: ARG001  # one of two that are chosen between
    return en


def prepare_streams() -> None:
    """Let Vietnamese through on every system: files and pipes get UTF-8, a terminal what it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def is_of_output(error: OSError) -> bool:
    """Whether what the command prints went nowhere: to a full disk, or to somebody who is gone.

    Errors of files are told from these by the name that they carry.
    """
    return error.filename is None and error.errno in {errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EIO}


def shown(text: str) -> str:
    """Return *text* without characters that would move the cursor or colour the terminal."""
    return "".join(
        letter if letter.isprintable() or letter == "\n" else letter.encode("unicode_escape").decode("ascii")
        for letter in text
    )


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows of cells, each column as wide as its longest."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print(shown("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()))


def tell(text: str) -> None:
    """Write *text* to stderr, where people read and programs do not."""
    print(shown(text), file=sys.stderr)
