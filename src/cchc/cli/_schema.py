"""``cchc schema``: what editors complete and check plan files by."""

from __future__ import annotations

import json

from cchc.cli._frame import Command
from cchc.cli._speech import Say

__all__ = ["command"]


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    return Command(
        "schema",
        say=say,
        help=about,
        callback=_print,
        epilog=say(
            "Ví dụ: cchc schema > plan.schema.json, đặt cạnh các tệp kế hoạch.",
            "Example: cchc schema > plan.schema.json, beside the plan files.",
        ),
    )


def _print() -> None:
    from cchc.interchange import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
