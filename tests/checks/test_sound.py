"""Sound plans of other places, levels and years: whoever wrote them hears nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc
from cchc import Registry

SOUND = sorted((Path(__file__).parent / "sound").glob("*.yaml"))


@pytest.mark.parametrize("file", SOUND, ids=lambda file: file.stem)
def test_nothing_is_found_in_a_sound_plan(file: Path) -> None:
    """An officer switches off a checker that cries wolf."""
    found = cchc.check_plan(cchc.load_plan(file), registry=Registry.discover())

    assert [(one.code, one.location.path, one.vi) for one in found] == []
