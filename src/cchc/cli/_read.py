"""``cchc read``: documents in, plan files out."""

from __future__ import annotations

import concurrent.futures
import contextlib
import functools
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Literal, TypeVar, cast

import click
from attrs import frozen

import cchc
from cchc.cli._frame import Command, Stop, code_of, sentence
from cchc.cli._options import force_option
from cchc.cli._render import writable_directory
from cchc.cli._speech import Say, shown, tell
from cchc.errors import CchcError, CouldNotWriteError, UnknownNameError
from cchc.files import path_in, write_atomic
from cchc.plugins import LeftOut, Reading, Registry

__all__ = ["command", "over_cores"]

T = TypeVar("T")

_FORMATS = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".toml": "toml"}
_FormatKey = Literal["yaml", "json", "toml"]

# Starting processes costs as much as reading some twenty documents.
_FEW = 24
_SHOWN = 60


@frozen
class _Read:
    """What became of one file: the plan as text where there is one, what is to be said, the exit code."""

    text: str
    said: tuple[str, ...]
    code: int = 0


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    return Command(
        "read",
        say=say,
        help=about,
        callback=lambda **given: _read(say, **given),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar=say("TỆP…", "FILE…")),
            click.Option(
                ["-o", "--output"],
                metavar=say("TỆP|THƯ_MỤC", "FILE|DIRECTORY"),
                help=say(
                    "Tệp .yaml, .json, .toml, hoặc thư mục (được tạo nếu chưa có). Mặc định in ra màn hình.",
                    "A .yaml, .json or .toml file, or a directory, made if it is missing. Stdout by default.",
                ),
            ),
            click.Option(
                ["--format", "format_"],
                metavar=say("ĐỊNH_DẠNG", "FORMAT"),
                help=say(
                    "Định dạng của tệp đọc vào: docx, html, txt, yaml … Mặc định theo đuôi tệp, nếu không thì theo nội dung.",
                    "What the files are: docx, html, txt, yaml … By default their suffix tells, else how they begin.",
                ),
            ),
            force_option(say),
        ],
        epilog=say("Ví dụ: cchc read *.docx -o ke-hoach", "Example: cchc read *.docx -o plans"),
    )


def _read(say: Say, *, files: Sequence[str], output: str | None, format_: str | None, force: bool) -> int:
    # A shell's pattern and a name beside it may give one file twice.
    files = tuple(dict.fromkeys(files))
    write = _writer(files, output, say, force=force)
    registry = _registry()
    for failure in registry.failures:
        tell(say("Cảnh báo: phần mở rộng ", "Warning: plugin ") + say(failure.line("vi"), failure.line("en")))
    if format_ is not None:
        try:
            registry.reader(format_)
        except CchcError as error:
            raise Stop(
                2 if isinstance(error, UnknownNameError) else code_of(error), sentence(error, say)
            ) from error
    form = _FORMATS.get(Path(output).suffix.lower(), "yaml") if output is not None else "yaml"
    one = functools.partial(_one, reader=format_, form=cast(_FormatKey, form), say=say)
    codes, problems, failed, written = [0], list[str](), 0, 0
    try:
        with over_cores(one, files, say("Đang đọc", "Reading")) as results:
            for file, read in results:
                problems += (line if line.startswith(file) else f"{file}: {line}" for line in read.said)
                try:
                    if not read.code:
                        write(file, read.text)
                        written += 1
                except CouldNotWriteError as error:
                    read = _Read("", (), code_of(error))
                    problems.append(sentence(error, say))
                codes.append(read.code)
                failed += bool(read.code)
    except BrokenProcessPool as error:
        raise Stop(
            4,
            say(
                "Lỗi: Một tiến trình đọc bị hệ thống dừng, có thể do thiếu bộ nhớ. Hãy đọc ít tệp hơn mỗi lần.",
                "Error: A process that read was ended by the system, perhaps for want of memory. Read fewer files at once.",
            ),
        ) from error
    finally:
        # Whoever interrupts wants to know what is done already.
        for problem in problems:
            tell(problem)
        if len(files) > 1:
            tell(
                say(
                    f"Đã ghi {written} kế hoạch; {failed}/{len(files)} tệp bị lỗi.",
                    f"{written} plans written; {failed} of {len(files)} files failed.",
                )
            )
    return max(codes)


# One file


@functools.cache
def _registry() -> Registry:
    return Registry.discover()


def _one(file: str, *, reader: str | None, form: _FormatKey, say: Say) -> _Read:
    """Return what became of one file; whatever is wrong with it, the others are read."""
    try:
        reading = cchc.read_plan(file, format=reader, registry=_registry())
        text = cchc.dump_plan(reading.plan, form)
    except Exception as error:  # noqa: BLE001  # one file, or one plugin, must not cost the others
        return _Read("", (sentence(error, say),), code_of(error))
    return _Read(text, tuple(_told(file, reading, say)))


def _told(file: str, reading: Reading, say: Say) -> Iterator[str]:
    """Yield what is in doubt, and each reason for leaving something out with how much it was and how it begins."""
    for note in reading.diagnostics:
        yield say(note.line("vi"), note.line("en"))
    reasons: dict[str, list[LeftOut]] = {}
    for one in reading.left_out:
        reasons.setdefault(one.why, []).append(one)
    for why, left in reasons.items():
        words = " ".join(left[0].words.split())
        begins = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
        yield say(
            f"{file}: bỏ ra {len(left)} đoạn, {why}: “{begins}”",
            f"{file}: {len(left)} left out ({why}): “{begins}”",
        )


# Many files


@contextlib.contextmanager
def over_cores(
    one: Callable[[str], T], files: Sequence[str], label: str
) -> Iterator[Iterator[tuple[str, T]]]:
    """Give the files with what became of them, in their order, over all cores where there are many."""
    with contextlib.ExitStack() as stack:
        read: Iterator[T] = map(one, files)
        if len(files) > _FEW and (cores := os.cpu_count() or 1) > 1:
            # Fresh processes: a fork would take along whatever locks the threads of this one hold.
            pool = concurrent.futures.ProcessPoolExecutor(
                max_workers=min(cores, 8),
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_begin,
            )
            stack.callback(pool.shutdown, cancel_futures=True)
            with _held_back():
                read = pool.map(one, files, chunksize=4)
        pairs = zip(files, read, strict=True)
        if len(files) > 1 and sys.stderr.isatty():
            bar = click.progressbar(pairs, length=len(files), label=label, file=sys.stderr)
            yield iter(stack.enter_context(bar))
        else:
            yield pairs


@contextlib.contextmanager
def _held_back() -> Iterator[None]:
    """Hold Ctrl-C back while processes start: what comes to one that is still importing would end it with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Started within, the tracker would let signals through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    # Ctrl-C reaches these processes too, and ends them at once: they hold nothing that is half done.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


# Where plans go


def _writer(files: Sequence[str], output: str | None, say: Say, *, force: bool) -> Callable[[str, str], None]:
    """Return what takes the plan of a file; a mistake in the command line is found before anything is read."""
    if output is None:
        if len(files) > 1:
            raise Stop(
                2,
                say(
                    "Lỗi: Nhiều tệp cần một thư mục để ghi: thêm -o THƯ_MỤC.",
                    "Error: Several files need a directory to write to: add -o DIRECTORY.",
                ),
            )
        return lambda _, text: print(text, end="")
    if Path(output).suffix.lower() in _FORMATS:
        if len(files) > 1:
            raise Stop(
                2,
                say(
                    f"Lỗi: Không thể ghi {len(files)} kế hoạch vào một tệp {output}: hãy nêu một thư mục.",
                    f"Error: {len(files)} plans cannot be written to one file {output}: name a directory.",
                ),
            )
        return lambda _, text: _put(Path(output), text, force=force)
    directory = writable_directory(output, say)
    names = _names(files, say)

    def write(file: str, text: str) -> None:
        try:
            directory.mkdir(exist_ok=True)
        except OSError as error:
            raise CouldNotWriteError(
                target=str(directory),
                why=f"{error.strerror}",
                why_vi=f"không tạo được thư mục ({error.strerror})",
            ) from error
        _put(path_in(directory, names[file]), text, force=force)

    return write


def _names(files: Sequence[str], say: Say) -> dict[str, str]:
    """Return the name of the plan file for each document; two that would have one name are a mistake."""
    taken: dict[str, str] = {}
    named = {}
    for file in files:
        named[file] = name = f"{Path(file).stem}.yaml"
        # Some systems do not tell capitals from small letters.
        other = taken.setdefault(name.casefold(), file)
        if other != file:
            raise Stop(
                2,
                say(
                    f"Lỗi: {other} và {file} đều ghi vào {name}. Hãy đổi tên một tệp hoặc chạy riêng.",
                    f"Error: {other} and {file} would both be written to {name}. Rename one, or read it by itself.",
                ),
            )
    return named


def _put(path: Path, text: str, *, force: bool) -> None:
    if os.path.lexists(path) and not force:
        raise CouldNotWriteError(
            target=str(path),
            why="it exists",
            why_vi="tệp đã có",
            hint="Overwrite it with --force, or choose another place with -o.",
            hint_vi="Hãy ghi đè bằng --force hoặc chọn nơi khác bằng -o.",
        )
    write_atomic(path, text.encode(), overwrite=force)
    print(shown(str(path)))
