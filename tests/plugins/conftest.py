"""Distributions as pip leaves them, in a directory of their own: metadata, entry points and modules."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Install = Callable[..., None]

HEAD = "from cchc.plugins import *\nfrom cchc.plugins import hookimpl\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a directory of installed packages that this process looks into."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    before = set(sys.modules)
    yield folder
    for name in set(sys.modules) - before:
        del sys.modules[name]


@pytest.fixture
def install(site: Path) -> Install:
    """Return what installs a distribution with one module; its plugin has the name without "cchc-"."""

    def put(
        name: str,
        source: str = "",
        *,
        version: str = "0.1.0",
        requires: tuple[str, ...] = ("cchc>=0.1.0",),
        points: str | None = None,
        metadata: str | None = None,
    ) -> None:
        module = name.replace("-", "_")
        (site / f"{module}.py").write_text(HEAD + textwrap.dedent(source), encoding="utf-8")
        info = site / f"{module}-{version}.dist-info"
        info.mkdir()
        needs = "".join(f"Requires-Dist: {one}\n" for one in requires)
        head = f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n{needs}"
        (info / "METADATA").write_text(head if metadata is None else metadata, encoding="utf-8")
        declared = f"[cchc]\n{name.removeprefix('cchc-')} = {module}\n" if points is None else points
        (info / "entry_points.txt").write_text(declared, encoding="utf-8")

    return put
