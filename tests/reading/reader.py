"""Reading for the tests: a plan from text or from what composing printed, by the installed plugins."""

from __future__ import annotations

import functools
import os
import re
from pathlib import Path

import pytest

from cchc import Registry, read_plan, render
from cchc.model import Plan
from cchc.reading import Reading

SEEDS = Path(os.environ.get("CCHC_SEEDS", Path(__file__).parents[3] / "shared" / "seeds"))
#: The four real plans by the name of the example that was written anew from each.
SEED_NAMES = {"van-ho-2017": "000_", "nam-dinh-2022": "001_", "khe-sanh-2022": "003_", "can-tho-2014": "004_"}


@functools.cache
def registry() -> Registry:
    """Return the installed plugins."""
    return Registry.discover()


def read(text: str | bytes, format: str = "txt") -> Reading:  # noqa: A002
    """Return the reading of a document."""
    data = text.encode() if isinstance(text, str) else text
    return read_plan(data, format=format, registry=registry())


def printed(plan: Plan, template: str, format: str = "txt") -> bytes:  # noqa: A002
    """Return *plan* as a page in the form of *template*."""
    return render(plan, format, template=template, registry=registry())


def seed(name: str) -> bytes:
    """Return the real plan that the example *name* was written from; skip where the seeds are not at hand."""
    found = sorted(SEEDS.glob(SEED_NAMES[name] + "*")) if SEEDS.is_dir() else []
    if not found:
        pytest.skip("the real plans are not at hand; set CCHC_SEEDS to their folder")
    return found[0].read_bytes()


def words(text: str) -> list[str]:
    """Return the words of *text* in order."""
    return re.findall(r"\w+", text)


def in_order(first: list[str], second: list[str]) -> int:
    """Return the length of the longest common subsequence of two lists of words (Hyyrö's bit-parallel way)."""
    places: dict[str, int] = {}
    for index, word in enumerate(second):
        places[word] = places.get(word, 0) | 1 << index
    full = (1 << len(second)) - 1
    row = full
    for word in first:
        match = row & places.get(word, 0)
        row = ((row + match) | (row - match)) & full
    return len(second) - row.bit_count()
