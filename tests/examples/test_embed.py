"""The page on using the library in a program: its blocks run in their order and come to what it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "embed.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    """Return what the blocks leave behind."""
    code = "\n".join(BLOCKS).replace('"examples/', f'"{(ROOT / "examples").as_posix()}/')
    left: dict[str, Any] = {"__name__": "embed"}
    exec(compile(code, "embed.md", "exec"), left)  # our own page

    return left


def test_the_blocks_come_to_what_the_page_says(names: dict[str, Any]) -> None:
    """Problems with places, findings as plain values, papers with their types, doubts about one file alone."""
    assert ("CF010", "yeer") in {problem[:2] for problem in names["problems"]}
    assert (names["findings"], names["blocked"]) == ([], False)
    assert names["media_type"].endswith("wordprocessingml.document")
    assert "CN101" in {doubt[0] for doubt in names["doubts"]}
    assert names["schema"]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert names["paper_of"](names["row"].encode()) == names["paper"]
