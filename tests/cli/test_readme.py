"""The tour of the README: every command of it does what it says, in its order."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

from tests.cli.conftest import EXAMPLES, Run

README = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")


def test_the_tour_can_be_followed(run: Run, tmp_path: Path) -> None:
    """From an empty folder with the examples to a report."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    lines = [
        line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()
    ]
    commands = [shlex.split(line)[1:] for line in lines if line.startswith("cchc ")]

    assert {"new", "check", "render", "read", "rollover", "lookup", "forms", "collect", "report"} == {
        name for name, *_ in commands
    }
    for command in commands:
        done = run(*command)

        assert (command, 0) == (command, done.code), done.err
    assert (tmp_path / "bao-cao" / "van-ho-2027_2027-Q1.docx").stat().st_size > 5000


def test_what_developers_are_shown_runs() -> None:
    """The example needs nothing but what it imports."""
    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    code = block.replace('"examples/', f'"{EXAMPLES.as_posix()}/')

    exec(compile(code, "README.md", "exec"), {})  # our own page
