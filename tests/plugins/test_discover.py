"""Finding, requiring, loading: real distributions, each broken in its own way, none of which takes the others down."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc.errors import ConflictError, PluginLoadError, UnknownNameError
from cchc.plugins import Failure, Registry
from tests.plugins.conftest import Install

GOOD = """
    @hookimpl
    def cchc_formats():
        yield Format(key="count", name="Đếm", suffix=".count", media_type="text/plain", render=lambda document: b"1")
"""

# What is wrong with a plugin: its source, the stage at which that is noticed, what the sentence must say.
BROKEN = {
    "its import fails": ("import no_such_module\n", "load", "no_such_module"),
    "its syntax is wrong": ("def (:\n", "load", "SyntaxError"),
    "it ends the program": ("raise SystemExit(7)\n", "load", "SystemExit: 7"),
    "a hook raises": (
        """
        @hookimpl
        def cchc_checks():
            return [][1]
        """,
        "collect",
        "cchc_checks raised IndexError",
    ),
    "a generator raises late": (
        """
        @hookimpl
        def cchc_templates():
            yield Template(key="early", name="Sớm", levels=("commune",), source="thử")
            raise RuntimeError("late")
        """,
        "collect",
        "cchc_templates raised RuntimeError: late",
    ),
    "a hook returns nothing": (
        """
        @hookimpl
        def cchc_readers():
            pass
        """,
        "collect",
        "It must give an iterable of Reader",
    ),
    "a hook is misspelt": (
        """
        @hookimpl
        def cchc_template():
            return ()
        """,
        "collect",
        "there is no hook cchc_template. Did you mean cchc_templates?",
    ),
    "a hook lacks its mark": (
        """
        def cchc_templates():
            return ()
        """,
        "collect",
        "@hookimpl",
    ),
    "a hook wants an argument": (
        """
        @hookimpl
        def cchc_templates(plan):
            return ()
        """,
        "collect",
        "takes no argument",
    ),
    "a hook is a wrapper": (
        """
        @hookimpl(wrapper=True)
        def cchc_templates():
            yield
        """,
        "collect",
        "wrapper",
    ),
    "a record has the wrong class": (
        """
        @hookimpl
        def cchc_formats():
            yield Template(key="x", name="X", levels=("commune",), source="thử")
        """,
        "classify",
        "cchc_formats gave a cchc.templates",
    ),
    "a record is of an older shape": (
        """
        @hookimpl
        def cchc_templates():
            yield Template(key="x", title="X")
        """,
        "collect",
        "cchc_templates raised TypeError",
    ),
    "a template is for a province that nobody gives": (
        """
        @hookimpl
        def cchc_provinces():
            yield Province(key="ha-noi", name="Hà Nội", spans=(UnitSpan(code="01"),), source="thử")

        @hookimpl
        def cchc_templates():
            yield Template(key="x", name="X", province="hanoi", levels=("commune",), source="thử")
        """,
        "classify",
        "did you mean 'ha-noi'?",
    ),
    "a fact contradicts the tables": (
        """
        @hookimpl
        def cchc_facts():
            yield Facts(units=(Unit(code="14", name="Khác", type="tỉnh", level="province", source="thử"),))
        """,
        "conflict",
        "contradicts other facts",
    ),
}


def of(registry: Registry, plugin: str) -> list[Failure]:
    """Return the failures of one plugin."""
    return [failure for failure in registry.failures if failure.plugin == plugin]


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_plugin_is_named_and_the_others_work(install: Install, what: str) -> None:
    """Its failure says which plugin, of which version, in which file, at which stage, and why; the rest is there."""
    source, stage, why = BROKEN[what]
    install("cchc-good", GOOD)
    install("cchc-broken", source, version="1.2.3")
    registry = Registry.discover(only=("good", "broken"))
    (failure,) = of(registry, "broken")

    assert (failure.distribution, failure.version, failure.stage) == ("cchc-broken", "1.2.3", stage)
    assert why in failure.en
    assert Path(failure.file).name == "cchc_broken.py"
    assert registry.format("count").render(None) == b"1"  # type: ignore[arg-type]
    assert registry.template("standard").key == "standard"


def test_what_a_broken_plugin_has_beside_its_fault_is_used(install: Install) -> None:
    """One hook that raises costs that hook and no more."""
    install("cchc-half", GOOD + "    @hookimpl\n    def cchc_checks():\n        raise ValueError\n")
    registry = Registry.discover(only=("half",))

    assert [failure.stage for failure in of(registry, "half")] == ["collect"]
    assert registry.format("count").key == "count"
    assert registry.plugins[-1].gives == {"cchc_formats": ("count",)}


def test_a_good_plugin_says_where_it_comes_from(install: Install) -> None:
    """Name, distribution, version, file and what it gives."""
    install("cchc-good", GOOD, version="2.0")
    registry = Registry.discover(only=("good",))
    plugin = registry.plugins[-1]

    assert registry.failures == ()
    assert (plugin.name, plugin.distribution, plugin.version) == ("good", "cchc-good", "2.0")
    assert Path(plugin.file).name == "cchc_good.py"
    assert plugin.gives == {"cchc_formats": ("count",)}


def test_a_blocked_plugin_is_not_imported(install: Install) -> None:
    """Neither under its name nor under that of its distribution; and it is no failure."""
    install("cchc-bomb", "raise RuntimeError\n")

    assert of(Registry.discover(block=("bomb",)), "bomb") == []
    assert of(Registry.discover(block=("cchc_bomb",)), "bomb") == []
    assert "cchc_bomb" not in sys.modules


def test_only_uses_no_others(install: Install) -> None:
    """Of two plugins the named one and the built-ins are in use."""
    install("cchc-good", GOOD)
    install("cchc-bomb", "raise RuntimeError\n")
    registry = Registry.discover(only=("good",))

    assert [plugin.name for plugin in registry.plugins] == ["builtin", "good"]
    assert registry.failures == ()


def test_only_what_is_not_there_is_a_failure(install: Install) -> None:
    """A slip in a name is not silent."""
    install("cchc-good", GOOD)
    (failure,) = Registry.discover(only=("goood",)).failures

    assert (failure.plugin, failure.stage) == ("goood", "find")
    assert "did you mean good?" in failure.en


def test_names_are_several() -> None:
    """One text in the place of several names would be taken letter by letter."""
    with pytest.raises(TypeError, match="several names"):
        Registry.discover(only="good")


def test_a_required_plugin_that_is_missing_is_an_error() -> None:
    """The error names it and says what is in use."""
    with pytest.raises(PluginLoadError) as caught:
        Registry.discover(only=("builtin",), require=("no-such-plugin",))

    assert caught.value.name == "no-such-plugin"
    assert "not installed" in str(caught.value)


def test_a_required_plugin_that_is_blocked_is_an_error(install: Install) -> None:
    """Who blocks what another part of the program requires must hear of it."""
    install("cchc-good", GOOD)
    with pytest.raises(PluginLoadError, match="blocked"):
        Registry.discover(block=("good",), require=("good",))


def test_a_required_plugin_that_is_broken_is_an_error(install: Install) -> None:
    """The error carries the reason, in both languages."""
    install("cchc-broken", "import no_such_module\n")
    with pytest.raises(PluginLoadError, match="no_such_module") as caught:
        Registry.discover(require=("cchc-broken",))

    assert "không nạp được" in caught.value.message("vi")


def test_strict_makes_any_failure_an_error(install: Install) -> None:
    """The same plugins that pass by default stop a strict program."""
    install("cchc-good", GOOD)
    install("cchc-broken", BROKEN["a hook is misspelt"][0])
    Registry.discover(only=("good",), strict=True)
    with pytest.raises(PluginLoadError, match="cchc_template"):
        Registry.discover(only=("good", "broken"), strict=True)


@pytest.mark.parametrize(
    "requirement", ["cchc>=99", "cchc<0.0.1", "cchc==99.*", "cchc (>=99,<100)", "cchc~=99.1", "cchc!=0.1.0"]
)
def test_a_plugin_for_another_version_is_not_loaded(install: Install, requirement: str) -> None:
    """What its distribution requires of cchc is looked at before its code runs."""
    install("cchc-later", "raise RuntimeError\n", requires=("attrs", requirement))
    (failure,) = Registry.discover(only=("later",)).failures

    assert failure.stage == "require"
    assert requirement in failure.en
    assert "cchc_later" not in sys.modules


@pytest.mark.parametrize(
    "requirement",
    [
        "cchc",
        "cchc>=0.1",
        "cchc>=0.1.0,<99",
        "cchc~=0.1.0",
        "cchc==0.*",
        "cchc!=0.2",
        "cchc-can-tho>=99",
        "cchc @ x",
    ],
)
def test_a_plugin_for_this_version_is_loaded(install: Install, requirement: str) -> None:
    """Nothing stands in the way of a requirement that is met, that is of another distribution, or that is strange."""
    install("cchc-good", GOOD, requires=(requirement,))

    assert Registry.discover(only=("good",)).failures == ()


def test_two_distributions_with_one_plugin_name_are_both_out(install: Install) -> None:
    """Both are named in both failures, and blocking one by its distribution lets the other in."""
    point = "[cchc]\nsame = {}\n"
    install("cchc-one", GOOD, points=point.format("cchc_one"))
    install("cchc-two", GOOD, points=point.format("cchc_two"))
    registry = Registry.discover(only=("same",))

    assert [plugin.name for plugin in registry.plugins] == ["builtin"]
    assert {failure.distribution for failure in registry.failures} == {"cchc-one", "cchc-two"}
    assert all("cchc-one" in failure.en and "cchc-two" in failure.en for failure in registry.failures)
    assert Registry.discover(only=("same",), block=("cchc-two",)).plugins[-1].distribution == "cchc-one"


def test_nobody_passes_for_the_built_ins(install: Install) -> None:
    """A plugin that calls itself builtin is refused, and the built-ins stay."""
    install("cchc-false", GOOD, points="[cchc]\nbuiltin = cchc_false\n")
    registry = Registry.discover(only=("builtin",))

    assert registry.format("docx").key == "docx"
    assert [failure.distribution for failure in registry.failures] == ["cchc-false"]


@pytest.mark.parametrize(
    "points", ["[cchc]\nno equals sign\n", "[cchc]\nbad = not a module!\n", "[cchc]\nx = :\n"]
)
def test_broken_metadata_costs_only_its_own_plugin(install: Install, points: str) -> None:
    """An entry point that cannot be read is a failure, and the search goes on."""
    install("cchc-odd", points=points)
    install("cchc-good", GOOD)
    registry = Registry.discover()

    assert any("odd" in failure.line("en") for failure in registry.failures)
    assert registry.format("count").key == "count"


def test_a_key_of_two_plugins_is_nobodys(install: Install) -> None:
    """Asking for it names both; it is no member of the formats; everything else of both is used."""
    install("cchc-one", GOOD)
    install(
        "cchc-two",
        GOOD + '        yield Format(key="own", name="", suffix=".own", media_type="", render=bytes)\n',
    )
    registry = Registry.discover(only=("one", "two"))
    with pytest.raises(ConflictError) as caught:
        registry.format("count")

    assert (caught.value.first, caught.value.second) == ("one (cchc-one 0.1.0)", "two (cchc-two 0.1.0)")
    assert "count" not in {one.key for one in registry.formats}
    assert [failure.plugin for failure in registry.failures] == ["one", "two"]
    assert {failure.stage for failure in registry.failures} == {"conflict"}
    assert registry.format("own").key == "own"


def test_a_key_of_the_built_ins_is_claimed_like_any_other(install: Install) -> None:
    """Nobody wins in silence: whoever asks for docx hears who claims it, until one of the two is blocked."""
    install("cchc-rival", GOOD.replace("count", "docx"))
    with pytest.raises(ConflictError, match=r"builtin .* and rival"):
        Registry.discover(only=("rival",)).format("docx")

    assert Registry.discover(block=("rival",)).format("docx").suffix == ".docx"


def test_two_readers_of_one_suffix_are_a_conflict(install: Install) -> None:
    """A suffix is a key too: a file must never be read by whichever plugin came first."""
    reader = """
        @hookimpl
        def cchc_readers():
            yield Reader(key="{}", name="", suffixes=(".odt",), read=None)
    """
    install("cchc-one", reader.format("one"))
    install("cchc-two", reader.format("two"))
    with pytest.raises(ConflictError, match=r"'\.odt'"):
        Registry.discover(only=("one", "two")).reader(".odt")


def test_provinces_that_claim_one_code_are_both_out(install: Install) -> None:
    """A plan of that code would else get the templates of one of them by chance."""
    province = """
        @hookimpl
        def cchc_provinces():
            yield Province(key="{}", name="Sơn La", spans=(UnitSpan(code="14"),), source="thử")
    """
    install("cchc-one", province.format("one"))
    install("cchc-two", province.format("two"))
    registry = Registry.discover(only=("one", "two"))

    assert registry.provinces == ()
    assert {failure.plugin for failure in registry.failures} == {"one", "two"}
    assert registry.knowledge.provinces == ()
    with pytest.raises(UnknownNameError):
        registry.province("one")


def test_a_fresh_process_finds_installed_plugins(install: Install, site: Path) -> None:
    """The same in a process that never saw this test: what ``cchc plugins`` prints."""
    install("cchc-good", GOOD)
    install("cchc-broken", "import no_such_module\n")
    done = subprocess.run(
        [sys.executable, "-m", "cchc", "plugins", "--format", "json"],
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        check=False,
    )
    told = json.loads(done.stdout.decode("utf-8"))
    (failure,) = [one for one in told["failures"] if one["plugin"] == "broken"]

    assert done.returncode == 1
    assert {"builtin", "good"} <= {one["name"] for one in told["plugins"]}
    assert "no_such_module" in failure["vi"]
