"""Ctrl-C while many files are read: the run ends, says so, and shows nobody a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import cchc

EXAMPLES = Path(__file__).parents[2] / "examples"
MANY = 120


@pytest.mark.skipif(os.name != "posix", reason="only here a signal reaches a group of processes")
@pytest.mark.parametrize(
    "seconds",
    [1.2, *(pytest.param(0.2 * tenth, marks=pytest.mark.slow) for tenth in range(2, 21))],
)
def test_ctrl_c_never_shows_a_traceback(seconds: float, tmp_path: Path) -> None:
    """Whenever it comes: while the command starts, while its processes start, while they read."""
    page = cchc.render(cchc.load_plan(EXAMPLES / "can-tho-2014.yaml"), "docx")
    files = [tmp_path / f"plan-{number}.docx" for number in range(MANY)]
    for path in files:
        path.write_bytes(page)
    command = [sys.executable, "-m", "cchc", "read", *map(str, files), "-o", str(tmp_path / "plans")]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(seconds)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=60)

    assert b"Traceback" not in said, said.decode()
    # A fast machine may be done before the signal comes; a slow one may not have begun to handle signals.
    assert run.returncode in (0, 130, -signal.SIGINT)
