"""``cchc rollover``: next year's plan from an old one, with every change and every open question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

import cchc
from cchc.cli._frame import Command, Stop, code_of, sentence
from cchc.cli._render import day_option
from cchc.cli._speech import Say, shown, tell
from cchc.errors import CchcError, PlanFileError
from cchc.files import read_source, write_atomic
from cchc.plugins import Registry

if TYPE_CHECKING:
    from cchc import Rollover
    from cchc.rendering._markup import Markup

__all__ = ["command"]

_SYNTAX = {".json": "json", ".toml": "toml", ".yaml": "yaml", ".yml": "yaml"}
_LIMIT = 8_000_000


def command(say: Say, help: str) -> Command:  # noqa: A002  # the word of click
    """Return the command in the language of *say*."""
    return Command(
        "rollover",
        say=say,
        help=help,
        callback=lambda **given: _roll(say, **given),
        params=[
            click.Argument(["plan"], metavar=say("KẾ_HOẠCH", "PLAN")),
            click.Option(
                ["--year"],
                required=True,
                type=click.IntRange(1946, 2200),
                metavar=say("NĂM", "YEAR"),
                help=say("Năm của kế hoạch mới.", "Year of the new plan."),
            ),
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
            click.Option(
                ["--force"], is_flag=True, help=say("Ghi đè tệp đã có.", "Overwrite files that exist.")
            ),
        ],
    )


def _roll(
    say: Say, *, plan: str, year: int, output: str | None, page: str | None, on: dt.date | None, force: bool
) -> int:
    registry = Registry.discover()
    try:
        reading = cchc.read_plan(plan, registry=registry)
        rolled = cchc.roll_forward(reading.plan, year, on=on, registry=registry)
        draft = _draft(plan, reading, rolled, output)
        if output is not None:
            write_atomic(Path(output), draft.encode("utf-8"), overwrite=force)
        if page is not None:
            write_atomic(Path(page), _page(plan, rolled, say).encode("utf-8"), overwrite=force)
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    told = _listed(rolled, say)
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

    syntax = _SYNTAX.get(Path(plan).suffix.lower())
    wanted = _SYNTAX.get(Path(output or plan).suffix.lower(), "yaml")
    if syntax == wanted:
        text = read_source(plan, limit=_LIMIT).decode("utf-8-sig")
        draft = draft_text(rolled, reading.plan, text, reading.spans)
        try:
            if cchc.load_plan(draft.encode("utf-8"), format=syntax) == rolled.plan:  # type: ignore[arg-type]
                return draft
        except PlanFileError:
            pass
    return cchc.dump_plan(rolled.plan, wanted)  # type: ignore[arg-type]


def _listed(rolled: Rollover, say: Say) -> str:
    lines = [say("Thay đổi:", "Changes:")]
    for one in rolled.edits:
        lines.append(f"  {one.path}: {one.before or '∅'} → {one.after or '∅'}")
        source = f" ({one.source})" if one.source else ""
        lines.append(f"      {say(one.vi, one.en)}{source}")
    if rolled.decisions:
        lines.append(say("Cần quyết định:", "To be decided:"))
    for number, decision in enumerate(rolled.decisions, 1):
        code = f"{decision.code} " if decision.code else ""
        lines.append(f"  {number}. {code}{decision.path}: {say(decision.vi, decision.en)}")
        lines += [f"      - {answer}" for answer in decision.options]
        if decision.source:
            lines.append(f"      {say('nguồn', 'source')}: {decision.source}")
    return "\n".join(lines)


_STYLE = (
    "body{font-family:sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;line-height:1.5}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}"
    "td,th{border:1px solid #ccc;padding:.4rem;vertical-align:top;overflow-wrap:anywhere;text-align:left}"
    "del{background:#ffd7d5}ins{background:#d1f8d9;text-decoration:none}small{color:#555}"
)


def _page(plan: str, rolled: Rollover, say: Say) -> str:
    from cchc.rendering._markup import Markup, element, text

    title = say(f"Kế hoạch năm {rolled.plan.year} từ {plan}", f"Plan of {rolled.plan.year} from {plan}")
    rows = [
        _row(
            "th",
            (
                text(say("Chỗ", "Place")),
                text(say("Bản cũ", "Old")),
                text(say("Dự thảo", "Draft")),
                text(say("Lý do", "Reason")),
            ),
        )
    ]
    for one in rolled.edits:
        reason = [text(say(one.vi, one.en))]
        if one.source:
            reason += [element("br"), element("small", None, text(one.source))]
        rows.append(
            _row(
                "td",
                (
                    text(one.path),
                    element("del", None, text(one.before)),
                    element("ins", None, text(one.after)),
                    Markup("".join(reason)),
                ),
            )
        )
    items = []
    for decision in rolled.decisions:
        parts = [text(f"{decision.code} {decision.path}: ".lstrip()), text(say(decision.vi, decision.en))]
        if decision.options:
            parts.append(
                element("ul", None, *(element("li", None, text(answer)) for answer in decision.options))
            )
        if decision.source:
            parts.append(element("small", None, text(f" {say('Nguồn', 'Source')}: {decision.source}")))
        items.append(element("li", None, *parts))
    body = [
        element("h1", None, text(title)),
        element("h2", None, text(say("Cần quyết định", "To be decided"))),
        element("ol", None, *items) if items else element("p", None, text(say("Không có.", "Nothing."))),
        element("h2", None, text(say("Thay đổi", "Changes"))),
        element("table", None, *rows),
    ]
    head = element(
        "head",
        None,
        Markup('<meta charset="utf-8">'),
        element("title", None, text(title)),
        element("style", None, Markup(_STYLE)),
    )
    return (
        f"<!DOCTYPE html>\n{element('html', {'lang': say('vi', 'en')}, head, element('body', None, *body))}\n"
    )


def _row(name: str, cells: Iterable[Markup]) -> Markup:
    from cchc.rendering._markup import element

    return element("tr", None, *(element(name, None, cell) for cell in cells))
