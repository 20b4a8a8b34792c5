"""What the registry says of plugins, and what each hook gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from attrs import field, frozen

from cchc.checks import Check
from cchc.errors import ConflictError
from cchc.knowledge import Facts, Province
from cchc.reading import Reader
from cchc.rendering import Format
from cchc.reporting import ReportTemplate
from cchc.templates import Template

__all__ = ["BUILTIN", "HOOKS", "Claim", "Failure", "Hook", "Plugin", "Stage", "label"]

Stage = Literal["find", "require", "load", "collect", "classify", "conflict"]

BUILTIN = "builtin"
"""Name of the plugin that gives what cchc itself has."""


@frozen(kw_only=True)
class Hook:
    """What a hook gives: the classes of its records, what they are called, the keys that each of them claims.

    *records* names the tuple of the registry that holds the records of each class.
    """

    records: Mapping[str, type[Any]]
    noun: str
    noun_vi: str
    claims: Callable[[Any], tuple[str, ...]]

    @property
    def wanted(self) -> str:
        """How messages name the classes, "Template | ReportTemplate"."""
        return " | ".join(one.__name__ for one in self.records.values())

    def takes(self, record: object) -> bool:
        """Whether *record* is of one of the classes."""
        return isinstance(record, tuple(self.records.values()))


HOOKS = {
    "cchc_provinces": Hook(
        records={"provinces": Province},
        noun="province",
        noun_vi="tỉnh, thành phố",
        claims=lambda one: (one.key,),
    ),
    # Plans and reports share one argument `template=`, so their templates share one set of keys.
    "cchc_templates": Hook(
        records={"templates": Template, "report_templates": ReportTemplate},
        noun="template",
        noun_vi="mẫu",
        claims=lambda one: (one.key,),
    ),
    "cchc_formats": Hook(
        records={"formats": Format}, noun="format", noun_vi="định dạng", claims=lambda one: (one.key,)
    ),
    "cchc_readers": Hook(
        records={"readers": Reader},
        noun="reader",
        noun_vi="bộ đọc",
        claims=lambda one: (one.key, *one.suffixes),
    ),
    "cchc_checks": Hook(
        records={"checks": Check}, noun="check", noun_vi="quy tắc", claims=lambda one: (one.code,)
    ),
    "cchc_facts": Hook(records={"facts": Facts}, noun="facts", noun_vi="dữ liệu", claims=lambda _: ()),
}


@frozen(kw_only=True)
class Plugin:
    """A plugin that is in use.

    Attributes:
        name: its name, which *only*, *block* and *require* take.
        distribution: the distribution that brought it; empty for an object that a program passed.
        version: version of that distribution.
        file: where its module is.
        gives: for each hook that it has, the keys of its records; for ``cchc_facts`` the names of the facts.
    """

    name: str
    distribution: str = ""
    version: str = ""
    file: str = ""
    gives: Mapping[str, tuple[str, ...]] = field(factory=dict)

    def __str__(self) -> str:
        return label(self.name, self.distribution, self.version)


@frozen(kw_only=True)
class Failure:
    """Something of a plugin that could not be used, and why.

    Attributes:
        plugin: name of the plugin.
        distribution: the distribution that brought it.
        version: version of that distribution.
        file: where its module is, as far as that is known.
        stage: ``find`` (it is missing, or its metadata are broken), ``require`` (it wants another version of cchc),
            ``load`` (its import), ``collect`` (a hook that is misspelt or raises), ``classify`` (a record of another
            class, or one that fits nothing), ``conflict`` (a key that another record claims too).
        en: what is wrong and what to do.
        vi: the same for an officer.
    """

    plugin: str
    distribution: str = ""
    version: str = ""
    file: str = ""
    stage: Stage
    en: str
    vi: str

    def line(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Return this failure on one line: the plugin and the sentence."""
        return (
            f"{label(self.plugin, self.distribution, self.version)}: {self.vi if lang == 'vi' else self.en}"
        )


@frozen(kw_only=True)
class Claim:
    """A key that several records claim, and the plugins that gave them."""

    noun: str
    name: str
    owners: tuple[str, ...]

    def error(self) -> ConflictError:
        """Return the error for whoever asks for the key."""
        return ConflictError(noun=self.noun, name=self.name, first=self.owners[0], second=self.owners[1])


def label(name: str, distribution: str, version: str) -> str:
    """Return how messages name a plugin: "can-tho (cchc-can-tho 0.1.0)"."""
    return f"{name} ({' '.join(filter(None, (distribution, version)))})" if distribution else name
