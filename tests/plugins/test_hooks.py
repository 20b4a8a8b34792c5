"""Hooks: the reference has each with its exact signature, and every example runs."""

from __future__ import annotations

import doctest
import inspect
import re
import types
from pathlib import Path

import pytest

import cchc
from cchc.plugins import Registry, hookspecs
from cchc.plugins._records import HOOKS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")
NAMES = [name for name in hookspecs.__all__ if name != "hookimpl"]


def example(name: str) -> str:
    """Return the code of the example in the docstring of a hook."""
    text = inspect.getdoc(getattr(hookspecs, name))
    assert text is not None
    return "".join(one.source for one in doctest.DocTestParser().get_examples(text))


def blocks(name: str) -> list[str]:
    """Return the blocks of code that the reference has for a hook."""
    section = re.search(rf"(?ms)^## {name}$(.*?)(?=^## |\Z)", PAGE)
    assert section is not None, f"docs/reference/hooks.md has no section {name}"
    return re.findall(r"(?ms)^```python\n(.*?)^```", section[1])


def lines(code: str) -> list[str]:
    """Return the lines of code that are not blank."""
    return [line for line in code.split("\n") if line.strip()]


def plugin(*codes: str) -> types.ModuleType:
    """Return a plugin made of pieces of code."""
    module = types.ModuleType("example_plugin")
    for code in codes:
        exec(code, module.__dict__)
    return module


def test_every_hook_is_collected() -> None:
    """The hooks that are specified are those that the registry knows, in name and number."""
    assert sorted(NAMES) == sorted(HOOKS)
    assert sorted(NAMES) == sorted(
        "cchc_" + noun for noun in ("provinces", "templates", "formats", "readers", "checks", "facts")
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_hook_takes_nothing_and_says_what_it_gives(name: str) -> None:
    """Zero arguments, and an iterable of the classes of its records."""
    signature = inspect.signature(getattr(hookspecs, name))

    assert not signature.parameters
    assert signature.return_annotation == f"Iterable[{HOOKS[name].wanted}]"


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_has_signature_and_example(name: str) -> None:
    """The page says what the code says, word for word."""
    signature, shown = blocks(name)

    assert signature.strip() == f"def {name}{inspect.signature(getattr(hookspecs, name))}".replace("'", "")
    assert lines(shown) == lines(example(name))


def test_the_examples_are_one_good_plugin() -> None:
    """Together they load without a failure and each gives its record."""
    registry = Registry.of(plugin(*map(example, NAMES)))
    gives = registry.plugins[-1].gives

    assert registry.failures == ()
    assert gives == {
        "cchc_provinces": ("quang-tri",),
        "cchc_templates": ("quang-tri-xa", "quang-tri-xa-bao-cao"),
        "cchc_formats": ("count",),
        "cchc_readers": ("line",),
        "cchc_checks": ("QT001",),
        "cchc_facts": ("Quyết định 01/2027/QĐ-UBND",),
    }


def test_the_examples_do_what_they_say() -> None:
    """A plan is read, checked, and rendered by them."""
    registry = Registry.of(plugin(*map(example, NAMES)))
    plan = cchc.read_plan("tuyên truyền CCHC|2027".encode(), format="line", registry=registry).plan

    assert plan.subject == "tuyên truyền CCHC"
    assert [one.code for one in cchc.check_plan(plan, select=("QT",), registry=registry)] == ["QT001"]
    assert cchc.render(plan, "count", registry=registry).startswith("Kế hoạch tuyên truyền CCHC".encode())
