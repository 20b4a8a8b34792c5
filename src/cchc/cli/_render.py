"""``cchc render``: plans in, documents out."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

import cchc
from cchc.cli._frame import Command, Stop, code_of, sentence, tell_failures
from cchc.cli._many import matching, progress, refuse_one_target, writable_directory
from cchc.cli._options import day_option, directory_option, force_option
from cchc.cli._speech import Say, shown, tell
from cchc.diagnostics import Diagnostic
from cchc.errors import ConflictError, CouldNotWriteError, UnknownNameError
from cchc.files import made_directory, path_in, write_atomic
from cchc.plugins import Format, Registry

__all__ = ["command"]


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    return Command(
        "render",
        say=say,
        help=about,
        callback=lambda **given: _render(say, **given),
        params=[
            click.Argument(["plans"], nargs=-1, required=True, metavar=say("KẾ_HOẠCH…", "PLAN…")),
            click.Option(
                ["--to", "formats"],
                multiple=True,
                default=("docx",),
                metavar=say("ĐỊNH_DẠNG", "FORMAT"),
                help=say(
                    "Định dạng: docx (mặc định), xlsx, html, md, txt …; nêu nhiều lần được.",
                    "Format: docx (default), xlsx, html, md, txt …; may be given several times.",
                ),
            ),
            directory_option(say),
            click.Option(
                ["--template"],
                metavar=say("MẪU", "TEMPLATE"),
                help=say(
                    "Khóa của mẫu (xem `cchc plugins`). Mặc định là mẫu của tỉnh ban hành kế hoạch.",
                    "Key of a template (see `cchc plugins`). By default that of the issuer's province.",
                ),
            ),
            day_option(say),
            force_option(say),
        ],
        epilog=say(
            "Ví dụ: cchc render ke-hoach-2027.yaml --to docx --to xlsx -o ket-qua",
            "Example: cchc render plan-2027.yaml --to docx --to xlsx -o out",
        ),
    )


def _render(
    say: Say,
    *,
    plans: Sequence[str],
    formats: Sequence[str],
    output: str,
    template: str | None,
    on: dt.date | None,
    force: bool,
) -> int:
    registry = Registry.discover()
    tell_failures(registry, say)
    try:
        writers = [registry.format(key) for key in dict.fromkeys(formats)]
        if template is not None:
            registry.template(template)
    except UnknownNameError as error:
        raise Stop(2, sentence(error, say)) from error
    except ConflictError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    directory = writable_directory(output, say)
    # A pattern and a name beside it may give one file twice.
    plans = tuple(dict.fromkeys(file for plan in plans for file in matching(plan)))
    refuse_one_target(
        ((f"{plan} ({one.key})", f"{_stem(plan)}{one.suffix}") for plan in plans for one in writers), say
    )
    codes, problems, written = [0], [], []
    try:
        with progress(plans, say("Đang viết", "Rendering")) as steps:
            for plan in steps:
                try:
                    files, notes = _documents(plan, writers, registry, template, on)
                    problems += [_located(plan, note, say) for note in notes]
                    written += _write(directory, files, force=force)
                except Exception as error:  # noqa: BLE001  # one plan, or one plugin, must not cost the others
                    codes.append(code_of(error))
                    problems.append(sentence(error, say))
    finally:
        # Whoever interrupts wants to know what is done already.
        for path in written:
            print(shown(str(path)))
        for problem in problems:
            tell(problem)
    if len(plans) > 1:
        failed = len(codes) - 1
        tell(
            say(
                f"Đã ghi {len(written)} tệp; {failed}/{len(plans)} kế hoạch bị lỗi.",
                f"{len(written)} files written; {failed} of {len(plans)} plans failed.",
            )
        )
    return max(codes)


def _stem(plan: str) -> str:
    return Path(plan).stem


def _located(plan: str, note: Diagnostic, say: Say) -> str:
    # What was found in reading a document names the file itself; what was found in composing knows only the plan.
    line = say(note.line("vi"), note.line("en"))
    return line if note.location.file else f"{plan}: {line}"


def _documents(
    plan: str, writers: Iterable[Format], registry: Registry, template: str | None, on: dt.date | None
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the files of one plan by name, all of them finished before any is written, and what is to be said."""
    reading = cchc.read_plan(plan, registry=registry)
    document = cchc.compose(reading.plan, template=template, on=on, registry=registry)
    files = {
        f"{_stem(plan)}{writer.suffix}": cchc.render(document, writer.key, registry=registry)
        for writer in writers
    }
    return files, (*reading.diagnostics, *document.diagnostics)


def _write(directory: Path, files: dict[str, bytes], *, force: bool) -> list[Path]:
    targets = {path_in(directory, name): data for name, data in files.items()}
    there = [str(path) for path in targets if os.path.lexists(path)]
    if there and not force:
        # All or none: documents of one plan that do not fit each other are worse than old ones.
        raise CouldNotWriteError(
            target=", ".join(there),
            why="it exists",
            why_vi="tệp đã có",
            hint="Overwrite it with --force, or choose another directory with -o.",
            hint_vi="Hãy ghi đè bằng --force hoặc chọn thư mục khác bằng -o.",
        )
    with made_directory(directory):
        for path, data in targets.items():
            write_atomic(path, data, overwrite=force)
    return list(targets)
