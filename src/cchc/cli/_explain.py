"""``cchc explain``: the page of a rule."""

from __future__ import annotations

import textwrap

import click

from cchc.cli._frame import Command, Stop
from cchc.cli._speech import Say, shown
from cchc.plugins import Check, Registry

__all__ = ["command"]


_APPLIES = {"plan": "kế hoạch", "report": "báo cáo", "document": "văn bản được đọc"}


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    return Command(
        "explain",
        say=say,
        help=about,
        callback=lambda codes: _explain(say, codes),
        params=[click.Argument(["codes"], nargs=-1, metavar=say("MÃ…", "CODE…"))],
    )


def _explain(say: Say, codes: tuple[str, ...]) -> int:
    checks = sorted(Registry.discover().checks, key=lambda one: one.code)
    if not codes:
        for check in checks:
            print(shown(f"{check.code}  {check.name}"))
        return 0
    for number, code in enumerate(codes):
        chosen = [check for check in checks if check.code == code.upper()]
        if not chosen:
            near = ", ".join(check.code for check in checks if check.code[:3] == code.upper()[:3])
            raise Stop(
                2,
                say(
                    f"Lỗi: Không có quy tắc {code!r}. "
                    + (f"Có: {near}." if near else "Xem tất cả: cchc explain"),
                    f"Error: There is no rule {code!r}. "
                    + (f"Known: {near}." if near else "See all: cchc explain"),
                ),
            )
        print(("\n" if number else "") + shown(_page(chosen[0], say)), end="")
    return 0


def _page(check: Check, say: Say) -> str:
    """Return what a rule is about; its name, reason and source are Vietnamese, as their law is."""
    lines = [
        f"{check.code}: {check.name}",
        "",
        check.rationale,
        "",
        say("Mức độ: ", "Severity: ") + say(check.severity.vi, check.severity.name.lower()),
        say("Từ phiên bản: ", "Since: ") + check.since,
        say("Áp dụng cho: ", "Applies to: ") + say(_APPLIES[check.applies_to], check.applies_to),
    ]
    if check.source:
        lines.append(say("Nguồn: ", "Source: ") + check.source)
    if check.fix:
        lines.append(say("Tự sửa (--fix): ", "Mended by --fix: ") + check.fix)
    for head, words in ((say("Sai:", "Wrong:"), check.wrong), (say("Đúng:", "Right:"), check.right)):
        if words.strip():
            lines += ["", head, textwrap.indent(textwrap.dedent(words).strip("\n"), "    ")]
    return "\n".join(lines) + "\n"
