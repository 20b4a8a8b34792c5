"""What every test may ask for: the programs that it needs, and the real plans that it may read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.documents.tools import find

IN_CI = bool(os.environ.get("CI"))
SEEDS_ABSENT = "the seeds are absent: set CCHC_SEEDS to their folder"

# Machines of CI are slow at times; the same examples every time keep a red run repeatable.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if IN_CI else "here")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose programs are missing."""
    wanted = [str(name) for mark in item.iter_markers("needs") for name in mark.args]
    missing = sorted(name for name in wanted if find(name) is None)
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (tools/install brings them)")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """Turn a skip into a failure in CI, where all is installed; the seeds alone are no part of the project."""
    report = yield
    if (
        IN_CI
        and report.skipped
        and not hasattr(report, "wasxfail")
        and "seeds" not in str(report.longrepr).lower()
    ):
        report.outcome = "failed"
        report.longrepr = (
            f"{item.nodeid} was skipped, and in CI nothing may be: {call.excinfo and call.excinfo.value}"
        )
    return report


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder with four real plans as text, or skip."""
    default = Path(__file__).parents[2] / "shared" / "seeds"
    folder = Path(os.environ.get("CCHC_SEEDS") or default)
    if not folder.is_dir():
        pytest.skip(SEEDS_ABSENT)
    return folder
