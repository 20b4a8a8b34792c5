"""``cchc forms``: one workbook for each unit to fill in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cchc.cli._frame import Command, Stop, code_of, sentence
from cchc.cli._many import progress, refuse_existing, writable_directory
from cchc.cli._options import (
    directory_option,
    due_option,
    force_option,
    period_option,
    plan_argument,
    regime_option,
    units_option,
)
from cchc.cli._reports import plan_of, registry, units_of
from cchc.cli._speech import Say, shown, tell
from cchc.errors import CchcError, CouldNotWriteError, UnknownNameError
from cchc.files import made_directory, path_in, write_atomic
from cchc.model import Body
from cchc.reporting import Forms
from cchc.text import slug

__all__ = ["command"]


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    return Command(
        "forms",
        say=say,
        help=about,
        callback=lambda **given: _forms(say, **given),
        params=[
            plan_argument(say),
            period_option(say),
            units_option(say),
            regime_option(say),
            due_option(say),
            directory_option(say),
            force_option(say),
        ],
        epilog=say(
            "Ví dụ: cchc forms ke-hoach-2027.yaml --period 2027-Q1 --units don-vi.csv -o bieu",
            "Example: cchc forms plan-2027.yaml --period 2027-Q1 --units units.csv -o forms",
        ),
    )


def _forms(
    say: Say,
    *,
    plan: str,
    period: str,
    units_file: str,
    regime: str,
    due: dt.date | None,
    output: str,
    force: bool,
) -> int:
    found = registry(say)
    subject = plan_of(plan, found, say)
    units, code = units_of(units_file, subject, found, say)
    try:
        forms = Forms(subject, period, found.knowledge, regime=regime, due=due)
    except UnknownNameError as error:
        raise Stop(2, sentence(error, say)) from error
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    directory = writable_directory(output, say)
    names = _names(units, period)
    refuse_existing((directory / name for name in names), say, force=force)
    written = 0
    try:
        with (
            made_directory(directory),
            progress(list(names.items()), say("Đang lập biểu", "Making forms")) as steps,
        ):
            for name, unit in steps:
                write_atomic(path_in(directory, name), forms.make(unit), overwrite=force)
                written += 1
    except CouldNotWriteError as error:
        raise Stop(3, sentence(error, say)) from error
    finally:
        if written:
            print(shown(str(directory)))
        tell(say(f"Đã ghi {written}/{len(names)} biểu.", f"{written} of {len(names)} forms written."))
    return code


def _names(units: Sequence[Body], period: str) -> dict[str, Body]:
    """Return each unit under the name of its file; two that would have one name get a number."""
    named: dict[str, Body] = {}
    for unit in units:
        stem = "_".join(part for part in (period, unit.code or "", slug(unit.words)) if part)
        name, number = f"{stem}.xlsx", 1
        while name in named:
            number += 1
            name = f"{stem}_{number}.xlsx"
        named[name] = unit
    return named
