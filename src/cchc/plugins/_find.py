"""Finding plugins and asking whether they were made for this version, before any of their code runs."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import itertools
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import attr
import pluggy
from attrs import frozen

__all__ = ["GROUP", "Found", "Unusable", "find", "plain", "said", "this_version", "unmet"]

GROUP = "cchc"

_OURS = re.compile(r"cchc\s*(?:\[[^\]]*\])?\s*\(?([^;)]*)\)?\s*(?:;.*)?", re.IGNORECASE | re.DOTALL)
_CLAUSE = re.compile(r"(===?|~=|!=|<=|>=|<|>)\s*v?([0-9]+(?:\.[0-9]+)*)(\.\*)?.*", re.DOTALL)


@frozen(kw_only=True)
class Found:
    """A plugin that was found and not yet loaded.

    Attributes:
        name: its name: that of its entry point, or of the object.
        distribution: the distribution that names it; empty for an object that a program passes.
        version: version of the distribution.
        requires: what the distribution requires, as its metadata say.
        load: imports it and returns the object that has the hooks.
        file: where its module is, as far as that is known before it is imported.
    """

    name: str
    distribution: str = ""
    version: str = ""
    requires: tuple[str, ...] = ()
    load: Callable[[], object]
    file: str = ""


@frozen(kw_only=True)
class Unusable:
    """A distribution whose metadata cannot be read."""

    distribution: str
    file: str
    why: str


def find() -> Iterator[Found | Unusable]:
    """Yield the plugins of the installed distributions; importlib's own search would fail as one with any of them."""
    seen: set[str] = set()
    for distribution in importlib.metadata.distributions():
        try:
            declared = distribution.read_text("entry_points.txt") or ""
            if not re.search(rf"^\s*\[\s*{GROUP}\s*\]", declared, re.MULTILINE):
                continue
            name, version = distribution.metadata["Name"], distribution.version
            # The first of several copies on the path is the one that is imported.
            if plain(name) in seen:
                continue
            seen.add(plain(name))
            requires = tuple(distribution.requires or ())
            points = tuple(distribution.entry_points.select(group=GROUP))
        except Exception as error:  # noqa: BLE001  # metadata can be broken in any way; only its own plugin is lost
            folder = str(distribution.locate_file(""))
            named = str(getattr(distribution, "_path", "") or folder)
            yield Unusable(distribution=Path(named).name, file=named, why=said(error))
            continue
        for point in points:
            yield Found(
                name=point.name,
                distribution=name,
                version=version,
                requires=requires,
                load=point.load,
                file=_origin(point.value),
            )


def _origin(value: str) -> str:
    """Return the file of the package that an entry point names, without importing it."""
    package = re.split(r"[.:\s\[]", value.strip(), maxsplit=1)[0]
    if package in sys.modules:
        return getattr(sys.modules[package], "__file__", None) or ""
    try:
        spec = importlib.util.find_spec(package)
    except (ImportError, ValueError):
        return ""
    return (spec.origin or "") if spec else ""


def plain(name: str) -> str:
    """Return the name of a distribution in the one spelling that stands for all, "cchc-can-tho"."""
    return re.sub(r"[-_.]+", "-", name).lower()


def said(error: BaseException) -> str:
    """Return what an exception of foreign code says and where it was raised, on one line."""
    lines = traceback.format_exception_only(error)
    text = lines[-1] if isinstance(error, SyntaxError) else "".join(lines)
    text = " ".join(text.split())
    text = text if len(text) <= 300 else text[:299] + "…"
    if isinstance(error, SyntaxError) and error.filename:
        return f"{text} ({Path(error.filename).name}, line {error.lineno})"
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.startswith("<")
    ]
    # What a plugin gives wrongly is refused in our records, and found where it wrote it.
    libraries = (Path(library.__file__).parent for library in (attr, pluggy) if library.__file__)
    # Plugins are installed beside us, under names that begin as ours does.
    directories = (f"{directory}{os.sep}" for directory in (Path(__file__).parents[1], *libraries))
    ours = (*directories, importlib.metadata.__file__)
    foreign = [frame for frame in frames if not frame.filename.startswith(ours)]
    return f"{text} ({Path(foreign[-1].filename).name}, line {foreign[-1].lineno})" if foreign else text


def this_version() -> str:
    """Return the installed version of cchc, empty where it is used without being installed."""
    try:
        return importlib.metadata.version("cchc")
    except importlib.metadata.PackageNotFoundError:
        return ""


def unmet(requires: tuple[str, ...], version: str) -> str:
    """Return the requirement of cchc that *version* does not meet, empty where it meets all.

    Installers see to this, but not where files are copied or another version is put in later. Clauses are compared by
    their release numbers; what is not understood does not stand in the way.
    """
    if not version:
        return ""
    for requirement in requires:
        ours = _OURS.fullmatch(requirement.strip())
        if ours and not all(_meets(version, clause) for clause in ours[1].split(",") if clause.strip()):
            return requirement
    return ""


def _meets(version: str, clause: str) -> bool:
    parsed, have = _CLAUSE.fullmatch(clause.strip()), re.match(r"[0-9]+(?:\.[0-9]+)*", version)
    if not parsed or not have:
        return True
    operator, wanted, prefix = parsed.groups()
    want = [int(part) for part in wanted.split(".")]
    pairs = itertools.zip_longest((int(part) for part in have[0].split(".")), want, fillvalue=0)
    is_, needed = map(list, zip(*pairs, strict=True))
    same = is_[: len(want)] == want if prefix else is_ == needed
    return {
        "==": same,
        "===": same,
        "!=": not same,
        "<": is_ < needed,
        "<=": is_ <= needed,
        ">": is_ > needed,
        ">=": is_ >= needed,
        "~=": is_ >= needed and is_[: len(want) - 1] == want[:-1],
    }[operator]
