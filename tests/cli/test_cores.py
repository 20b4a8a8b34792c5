"""Working on many files: what is said when the system ends one of the processes."""

from __future__ import annotations

import os

import pytest

from cchc.cli._cores import over_cores
from cchc.cli._frame import Stop
from cchc.cli._speech import language


def _ends_itself(file: str) -> str:
    if file == "7":
        os._exit(9)
    return file


@pytest.mark.slow
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core: the work stays in this process")
def test_a_process_that_the_system_ends_is_said() -> None:
    """The command stops with a sentence in the officer's language, and does not wait for ever."""
    files = [str(number) for number in range(40)]

    with (
        pytest.raises(Stop, match="Một tiến trình bị hệ thống dừng") as stopped,
        over_cores(_ends_itself, files, "", language(())) as results,
    ):
        list(results)

    assert stopped.value.code == 4
