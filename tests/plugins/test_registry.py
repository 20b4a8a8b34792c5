"""The registry as a value: what it is made of, what it gives, what it says to who asks for too much."""

from __future__ import annotations

import re
import subprocess
import sys
import types
from pathlib import Path

import attrs
import pytest

import cchc
from cchc.errors import UnknownNameError
from cchc.plugins import Format, Registry, Template, hookimpl


class Shout:
    """A plugin as an object."""

    def __init__(self, key: str) -> None:
        self.key = key

    @hookimpl
    def cchc_formats(self) -> tuple[Format, ...]:
        """Give one format."""
        return (Format(key=self.key, name="", suffix=f".{self.key}", media_type="", render=lambda _: b"!"),)


def test_of_looks_for_nothing() -> None:
    """Without plugins there are the built-ins alone, whatever is installed."""
    registry = Registry.of()

    assert [plugin.name for plugin in registry.plugins] == ["builtin"]
    assert registry.failures == ()
    assert registry.provinces == ()
    assert {one.key for one in registry.formats} == {"docx", "xlsx", "html", "md", "txt"}
    assert {one.key for one in registry.templates} == {"standard", "as_read"}
    assert {one.key for one in registry.readers} >= {"yaml", "json", "toml"}


def test_objects_of_one_class_are_different_plugins() -> None:
    """Each has a name of its own, and both give."""
    registry = Registry.of(Shout("a"), Shout("b"))

    assert len({plugin.name for plugin in registry.plugins}) == 3
    assert registry.failures == ()
    assert registry.format("a").key == "a"
    assert registry.format("b").key == "b"


def test_an_object_that_cannot_be_looked_at_is_a_failure() -> None:
    """Whatever an object does when it is asked for its names costs no more than that object."""

    class Hostile:
        def __dir__(self) -> list[str]:
            raise RuntimeError("go away")

    (failure,) = Registry.of(Hostile(), Shout("a")).failures

    assert "go away" in failure.en


def test_a_registry_does_not_change() -> None:
    """It is frozen, and its parts are tuples."""
    registry = Registry.of()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        registry.formats = ()  # type: ignore[misc]

    assert {type(part) for part in (registry.plugins, registry.failures, registry.formats)} == {tuple}


@pytest.mark.parametrize("asked", ["format", "template", "province", "reader"])
def test_an_unknown_key_is_an_error_that_helps(asked: str) -> None:
    """It says what was asked for and what there is."""
    registry = Registry.of()
    with pytest.raises(UnknownNameError) as caught:
        getattr(registry, asked)("nothing-like-it")

    assert caught.value.name == "nothing-like-it"
    assert "Không có" in caught.value.message("vi")


def test_the_nearest_key_is_named() -> None:
    """A slip of the fingers is answered with what was meant."""
    with pytest.raises(UnknownNameError, match="Did you mean 'docx'"):
        Registry.of().format("dcox")


def test_a_registry_loads_no_writer() -> None:
    """Making one imports neither a library that writes documents nor the tables of units."""
    code = (
        "import sys; from cchc.plugins import Registry; Registry.of();"
        "print([name for name in ('docx', 'lxml', 'xlsxwriter', 'jinja2', 'yaml', 'openpyxl',"
        " 'cchc.rendering.docx', 'cchc.rendering.html', 'cchc.rendering.xlsx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_a_plugin_may_be_a_module() -> None:
    """Functions of a module are hooks as methods are."""
    module = types.ModuleType("a_module")
    module.cchc_formats = Shout("a").cchc_formats  # type: ignore[attr-defined]
    registry = Registry.of(module)

    assert registry.plugins[-1].name == "a_module"
    assert registry.format("a").key == "a"


class Slip:
    """A plugin whose template has a level that does not exist."""

    @hookimpl
    def cchc_templates(self) -> tuple[Template, ...]:
        """Fail where the template is written."""
        return (Template(key="k", name="", levels=("xã",), source="phép thử"),)  # type: ignore[arg-type]


def test_a_refused_record_is_found_where_it_was_written() -> None:
    """The file and line are those of the plugin, not those of the record that refused."""
    (failure,) = Registry.of(Slip()).failures

    assert re.search(r"must be one of .*\(test_registry\.py, line [0-9]+\)", failure.en)


def test_a_plugin_beside_the_library_is_found_too() -> None:
    """A package whose name begins as that of the library is the plugin's all the same."""
    file = f"{Path(cchc.__file__).parent}_son_la/words.py"
    module = types.ModuleType("cchc_son_la")
    module.hookimpl = hookimpl  # type: ignore[attr-defined]
    code = "@hookimpl\ndef cchc_formats():\n    raise ValueError('a slip')\n"
    exec(compile(code, file, "exec"), vars(module))
    (failure,) = Registry.of(module).failures

    assert "a slip (words.py, line 3)" in failure.en
