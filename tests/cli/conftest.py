"""Running the command in this process, in a directory of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from cchc.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"


@frozen
class Done:
    """What a run of the command left."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command line in an empty directory."""
    monkeypatch.chdir(tmp_path)

    def do(*line: str) -> Done:
        capsys.readouterr()
        code = main(list(line))
        said = capsys.readouterr()
        # Whatever happens, nobody is shown a traceback, and the screen is left alone.
        assert "Traceback" not in said.out + said.err
        assert "\x1b" not in said.out + said.err
        return Done(code, said.out, said.err)

    return do
