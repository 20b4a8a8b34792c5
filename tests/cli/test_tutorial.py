"""The officers' guide: every command of it does what it says, in its order, and what it quotes is said."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

from tests.cli.conftest import EXAMPLES, Run

GUIDE = (EXAMPLES.parent / "docs" / "tutorials" / "can-bo.md").read_text(encoding="utf-8")


def test_the_guide_can_be_followed(run: Run, tmp_path: Path) -> None:
    """From a Word file to a report; forms that come back blank are a report too."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    blocks = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)

    for command in (shlex.split(line)[1:] for block in blocks for line in block.splitlines()):
        done = run(*command)

        assert (command, 0) == (command, done.code), done.err + done.out
    assert {"ke-hoach-2027.docx", "ke-hoach-2027.xlsx", "ke-hoach-2027.html"} == {
        path.name for path in (tmp_path / "ket-qua").iterdir()
    }
    assert len([*(tmp_path / "bao-cao").iterdir()]) == 2
