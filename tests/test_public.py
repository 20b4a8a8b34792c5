"""The public face: what it hands out, that it is light, and that it is typed."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import cchc
from cchc import _verbs

VERBS = {
    "load_plan": "(source, *, format=None)",
    "dump_plan": "(plan, format='yaml')",
    "load_report": "(source, *, format=None)",
    "dump_report": "(report, format='yaml')",
    "read_plan": "(source, *, format=None, registry=None)",
    "find_citations": "(text, *, issuer=None)",
    "cite": "(basis, style='full')",
    "check_plan": "(plan, *, on=None, select=(), ignore=(), registry=None)",
    "roll_forward": "(plan, year, *, on=None, registry=None)",
    "compose": "(subject, *, template=None, on=None, registry=None)",
    "render": "(subject, format, *, template=None, on=None, registry=None)",
    "make_form": "(plan, unit, period, *, registry=None)",
    "collect_forms": "(plan, period, units, returns, *, registry=None)",
    "consolidate": "(*reports)",
}


def loaded_by(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has after *code*, beyond those that it has after nothing."""
    show = "import sys; print(' '.join(sys.modules))"
    runs = [
        subprocess.run([sys.executable, "-c", f"{line}\n{show}"], capture_output=True, text=True, check=True)
        for line in ("pass", code)
    ]
    bare, full = (set(run.stdout.split()) for run in runs)
    return full - bare


@pytest.mark.parametrize("name", cchc.__all__)
def test_every_name_is_there(name: str) -> None:
    """What is promised can be had, and is listed."""
    assert getattr(cchc, name) is not None
    assert name in dir(cchc)


@pytest.mark.parametrize("name", VERBS)
def test_verbs_have_their_settled_signatures(name: str) -> None:
    """Names, order and defaults of parameters are a promise to programs outside this project."""
    signature = inspect.signature(getattr(cchc, name))
    bare = signature.replace(
        parameters=[one.replace(annotation=one.empty) for one in signature.parameters.values()],
        return_annotation=signature.empty,
    )

    assert str(bare) == VERBS[name]


def test_what_is_not_there_is_an_attribute_error() -> None:
    """As for any module."""
    with pytest.raises(AttributeError, match="no_such_name"):
        cchc.no_such_name  # noqa: B018


def test_a_name_is_the_same_object_every_time() -> None:
    """No proxies: the class that is handed out is the class of the room."""
    from cchc.model import Plan

    assert cchc.Plan is Plan
    assert cchc.Plan is cchc.Plan


def test_typed_names_are_those_that_are_handed_out() -> None:
    """What type checkers read under TYPE_CHECKING is what ``__getattr__`` finds, room for room."""
    tree = ast.parse(Path(inspect.getfile(cchc)).read_text(encoding="utf-8"))
    typed = {
        (node.module, alias.name)
        for block in ast.walk(tree)
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom) and node.module != "cchc"
        for alias in node.names
    }

    assert typed == {(room, name) for room, names in cchc._ROOMS.items() for name in names}
    assert {name for _, name in typed} | {"errors", "__version__"} == set(cchc.__all__)


def test_the_room_of_reporting_hands_out_what_it_types() -> None:
    """Its names, too, come when they are asked for."""
    from cchc import reporting

    tree = ast.parse(Path(inspect.getfile(reporting)).read_text(encoding="utf-8"))
    typed = {
        (str(node.module).rpartition(".")[2], alias.name)
        for block in ast.walk(tree)
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }

    assert typed == {(room, name) for room, names in reporting._MODULES.items() for name in names}
    assert {name for _, name in typed} == set(reporting.__all__)
    assert not [name for name in reporting.__all__ if getattr(reporting, name) is None]


def test_importing_loads_nothing() -> None:
    """Not even a room of its own: each comes with the first name that is asked of it."""
    assert {name for name in loaded_by("import cchc") if name.startswith("cchc")} == {"cchc"}


def test_a_noun_loads_the_model_and_nothing_heavier() -> None:
    """No room above the model, and none of the libraries that read and write."""
    loaded = loaded_by("import cchc; cchc.Plan")
    rooms = {name for name in loaded if name.startswith("cchc.") and name.count(".") == 1}

    assert rooms == {"cchc.model", "cchc.errors"}
    assert not loaded & {"click", "docx", "jinja2", "lxml", "pluggy", "xlsxwriter", "yaml"}


def test_the_version_costs_no_more_than_click() -> None:
    """``cchc --version`` loads neither the model nor the registry."""
    loaded = loaded_by("from cchc.cli import main; main(['--version'])")

    assert {name for name in loaded if name.startswith("cchc.") and not name.startswith("cchc.cli")} == set()
    assert not loaded & {"attr", "attrs", "pluggy", "yaml", "importlib.metadata"}


def test_the_registry_for_whoever_passes_none_is_made_once() -> None:
    """The second verb finds the registry that the first one made."""
    assert _verbs._installed() is _verbs._installed()
