"""``cchc rollover``: next year's plan from an old one, with every change and every open question."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

import cchc
from cchc.cli._frame import Command, Stop, code_of, sentence
from cchc.cli._lines import line_finder, lines_said
from cchc.cli._many import refuse_suffix
from cchc.cli._options import day_option, force_option, year_option
from cchc.cli._speech import Say, shown, tell
from cchc.errors import CchcError, PlanFileError
from cchc.files import read_source, write_atomic
from cchc.interchange import SUFFIXES
from cchc.plugins import Registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from cchc import Rollover

__all__ = ["command"]

_LIMIT = 8_000_000


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    return Command(
        "rollover",
        say=say,
        help=about,
        callback=lambda **given: _roll(say, **given),
        params=[
            click.Argument(["plan"], metavar=say("KẾ_HOẠCH", "PLAN")),
            year_option(say, say("Năm của kế hoạch mới.", "Year of the new plan."), required=True),
            click.Option(
                ["-o", "--output"],
                metavar=say("TỆP", "FILE"),
                help=say(
                    "Tệp dự thảo; không nêu thì in ra màn hình.",
                    "Where to write the draft; stdout where it is left out.",
                ),
            ),
            click.Option(
                ["--html", "page"],
                metavar=say("TỆP", "FILE"),
                help=say(
                    "Ghi thêm bảng đối chiếu hai bản và các việc cần quyết định (.html).",
                    "Write a page with both versions side by side and the open decisions too (.html).",
                ),
            ),
            day_option(say),
            force_option(say),
        ],
    )


def _roll(
    say: Say, *, plan: str, year: int, output: str | None, page: str | None, on: dt.date | None, force: bool
) -> int:
    refuse_suffix(output, SUFFIXES, say)
    registry = Registry.discover()
    try:
        reading = cchc.read_plan(plan, registry=registry)
        if year <= reading.plan.year:
            raise Stop(
                2,
                say(
                    f"Lỗi: --year {year} phải sau năm của kế hoạch ({reading.plan.year}).",
                    f"Error: --year {year} must be later than the year of the plan, {reading.plan.year}.",
                ),
            )
        rolled = cchc.roll_forward(reading.plan, year, on=on, registry=registry)
        draft = _draft(plan, reading, rolled, output)
        if output is not None:
            write_atomic(Path(output), draft.encode("utf-8"), overwrite=force)
        if page is not None:
            from cchc.rollover import page as side_by_side

            made = side_by_side(rolled, reading.plan, "vi" if say("vi", "en") == "vi" else "en")
            write_atomic(Path(page), made.encode("utf-8"), overwrite=force)
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    form = SUFFIXES.get(Path(output or plan).suffix.lower(), "yaml")
    told = _listed(rolled, line_finder(draft, form, registry), say)
    if output is None:
        print(draft, end="")
        tell(told)
    else:
        print(shown(told))
        tell(
            say(
                f"Đã ghi {output}: {len(rolled.edits)} thay đổi, {len(rolled.decisions)} việc cần quyết định.",
                f"Wrote {output}. Changes: {len(rolled.edits)}, open decisions: {len(rolled.decisions)}.",
            )
        )
    return 0


def _draft(plan: str, reading: cchc.Reading, rolled: Rollover, output: str | None) -> str:
    """Return the draft: the old file with its values exchanged where that says the same, else written anew."""
    from cchc.rollover import draft_text

    syntax = SUFFIXES.get(Path(plan).suffix.lower())
    wanted = SUFFIXES.get(Path(output or plan).suffix.lower(), "yaml")
    if syntax == wanted:
        text = read_source(plan, limit=_LIMIT).decode("utf-8-sig")
        draft = draft_text(rolled, reading.plan, text, reading.spans)
        try:
            if cchc.load_plan(draft.encode("utf-8"), format=syntax) == rolled.plan:
                return draft
        except PlanFileError:
            pass
    return cchc.dump_plan(rolled.plan, wanted)


def _listed(rolled: Rollover, line: Callable[[str], int | None], say: Say) -> str:
    blank = say("(trống)", "(blank)")
    lines = [say("Thay đổi:", "Changes:")]
    for one in rolled.edits:
        place = lines_said((line(one.path),), say) or one.path
        lines.append(f"  {place}: {one.before or blank} → {one.after or blank}")
        source = f" ({one.source})" if one.source else ""
        lines.append(f"      {say(one.vi, one.en)}{source}")
    if rolled.decisions:
        lines.append(say("Cần quyết định:", "To be decided:"))
    for number, decision in enumerate(rolled.decisions, 1):
        code = f"{decision.code}, " if decision.code else ""
        places = lines_said(map(line, decision.places), say) or decision.path
        lines.append(f"  {number}. {code}{places}: {say(decision.vi, decision.en)}")
        lines += [f"      - {answer}" for answer in decision.options]
        if decision.source:
            lines.append(f"      {say('nguồn', 'source')}: {decision.source}")
    return "\n".join(lines)
