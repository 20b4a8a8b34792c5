"""``cchc read``: documents in, plan files out."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click
from attrs import frozen

import cchc
from cchc.cli._cores import installed, over_cores
from cchc.cli._frame import Command, Stop, code_of, sentence, tell_failures
from cchc.cli._lines import line_finder, lines_said
from cchc.cli._many import refuse_one_target, writable_directory
from cchc.cli._options import force_option
from cchc.cli._speech import Say, shown, tell
from cchc.errors import CchcError, CouldNotWriteError, UnknownNameError
from cchc.files import made_directory, name_of, path_in, write_atomic
from cchc.interchange import SUFFIXES
from cchc.interchange import Format as PlanFormat
from cchc.plugins import LeftOut, Reading

__all__ = ["command"]

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
    registry = installed()
    tell_failures(registry, say)
    if format_ is not None:
        try:
            registry.reader(format_)
        except CchcError as error:
            raise Stop(
                2 if isinstance(error, UnknownNameError) else code_of(error), sentence(error, say)
            ) from error
    form = SUFFIXES.get(Path(output or "").suffix.lower(), "yaml")
    one = functools.partial(_one, reader=format_, form=form, say=say)
    codes, problems, failed, written = [0], list[str](), 0, 0
    try:
        with over_cores(one, files, say("Đang đọc", "Reading"), say) as results:
            for file, read in results:
                name = name_of(file)
                # An error says itself which file it is about.
                problems += (line if name in line else f"{name}: {line}" for line in read.said)
                try:
                    if not read.code:
                        write(file, read.text)
                        written += 1
                except CouldNotWriteError as error:
                    read = _Read("", (), code_of(error))
                    problems.append(sentence(error, say))
                codes.append(read.code)
                failed += bool(read.code)
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


def _one(file: str, *, reader: str | None, form: PlanFormat, say: Say) -> _Read:
    """Return what became of one file; whatever is wrong with it, the others are read."""
    try:
        reading = cchc.read_plan(file, format=reader, registry=installed())
        text = cchc.dump_plan(reading.plan, form)
    except Exception as error:  # noqa: BLE001  # one file, or one plugin, must not cost the others
        return _Read("", (sentence(error, say),), code_of(error))
    return _Read(text, tuple(_told(file, reading, text, form, say)))


def _told(file: str, reading: Reading, text: str, form: PlanFormat, say: Say) -> Iterator[str]:
    """Yield what is in doubt, and each reason for leaving something out with how much it was and how it begins."""
    line = line_finder(text, form, installed()) if reading.diagnostics else None
    for note in reading.diagnostics:
        # Nobody mends the document; what is doubtful is looked up in the plan file.
        at = lines_said((line(note.location.path),), say) if line else ""
        place = say(f" ({at} của tệp kế hoạch)", f" ({at} of the plan file)") if at else ""
        yield f"{file}: {note.code} {say(note.vi, note.en)}{place}"
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
    if Path(output).suffix.lower() in SUFFIXES:
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
    names = {file: f"{Path(file).stem}.yaml" for file in files}
    refuse_one_target(names.items(), say)

    def write(file: str, text: str) -> None:
        path = path_in(directory, names[file])
        with made_directory(directory):
            _put(path, text, force=force)

    return write


def _put(path: Path, text: str, *, force: bool) -> None:
    write_atomic(path, text.encode(), overwrite=force)
    print(shown(str(path)))
