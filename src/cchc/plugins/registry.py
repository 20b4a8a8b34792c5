"""The registry: which plugins there are, what each gives, and which of them could not be used and why."""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self, TypeVar

from attrs import field, frozen

from cchc.checks import Check
from cchc.errors import ConflictError, PluginLoadError, UnknownNameError
from cchc.knowledge import Facts, Knowledge, Province
from cchc.model import Role
from cchc.plugins._collect import failed
from cchc.plugins._find import Found, Unusable, find, plain, this_version
from cchc.plugins._merge import merged
from cchc.plugins._records import BUILTIN, HOOKS, Claim, Failure, Plugin, label
from cchc.reading import Reader
from cchc.rendering import Format
from cchc.reporting import ReportTemplate
from cchc.templates import Template
from cchc.text import fold, nearest

__all__ = ["Registry"]

R = TypeVar("R")


@frozen(kw_only=True)
class Registry:
    """Everything that plugins give, the built-ins among them; it never changes once it is made.

    A plugin that cannot be used never takes the others down and is never silent: it is in :attr:`failures`. A key that
    two records claim is given to neither of them: it is missing from the tuples here, stands in the failures of both
    plugins, and whoever asks for it gets the :class:`~cchc.errors.ConflictError` that names both.

    Attributes:
        plugins: the plugins in use, the built-in one first, then by name.
        failures: what could not be used.
        provinces: records of ``cchc_provinces``.
        templates: records of ``cchc_templates`` that lay out plans.
        report_templates: those that lay out reports.
        formats: records of ``cchc_formats``.
        readers: records of ``cchc_readers``.
        checks: records of ``cchc_checks``.
        facts: records of ``cchc_facts``.
        knowledge: the dated facts of cchc and of the plugins.
    """

    plugins: tuple[Plugin, ...] = ()
    failures: tuple[Failure, ...] = ()
    provinces: tuple[Province, ...] = ()
    templates: tuple[Template, ...] = ()
    report_templates: tuple[ReportTemplate, ...] = ()
    formats: tuple[Format, ...] = ()
    readers: tuple[Reader, ...] = ()
    checks: tuple[Check, ...] = ()
    facts: tuple[Facts, ...] = ()
    knowledge: Knowledge = field(factory=Knowledge.core, eq=False)
    _contested: tuple[Claim, ...] = ()

    @classmethod
    def discover(
        cls,
        *,
        only: Iterable[str] = (),
        block: Iterable[str] = (),
        require: Iterable[str] = (),
        strict: bool = False,
    ) -> Self:
        """Return a registry of the installed plugins (entry points of the group ``cchc``) and the built-ins.

        A name is that of an entry point, "can-tho", or of a distribution, "cchc-can-tho"; that of the built-ins is
        ``builtin``.

        Args:
            only: names of the plugins to use, beside the built-ins; empty for all.
            block: names of plugins that must not be loaded.
            require: names of plugins without which the program is of no use.
            strict: whether any failure is an error.

        Raises:
            PluginLoadError: a required plugin is missing or has a failure, or *strict* is set and any has one.
        """
        wanted, unwanted, needed = _names(only), _names(block), _names(require)
        failures: list[Failure] = []
        chosen: dict[str, list[Found]] = {BUILTIN: []}
        known: set[str] = set()
        for one in (_builtin(), *find()):
            if isinstance(one, Unusable):
                failures.append(_unreadable(one))
                continue
            names = _names((one.name, one.distribution))
            known |= names
            if not names & unwanted and (not wanted or names & wanted or one.name == BUILTIN):
                chosen.setdefault(one.name, []).append(one)
        failures += (_missing(name, known) for name in sorted(wanted - known))
        failures += _refuse_namesakes(chosen)
        made = cls(**merged([one for several in chosen.values() for one in several], failures))
        _insist(made, needed, strict=strict)
        return made

    @classmethod
    def of(cls, *plugins: object) -> Self:
        """Return a registry of these objects and the built-ins, without looking for what is installed.

        An object is a module, a class or an instance with functions marked by ``hookimpl``; its name is that of the
        module or class, with a number behind where several have one name.
        """
        found = {BUILTIN: _builtin()}
        for plugin in plugins:
            base = name = str(getattr(plugin, "__name__", None) or type(plugin).__name__)
            while name in found:
                name = f"{base}-{len(found)}"
            module = sys.modules.get(getattr(plugin, "__module__", ""))
            file = getattr(plugin, "__file__", None) or getattr(module, "__file__", None) or ""
            found[name] = Found(name=name, load=functools.partial(_itself, plugin), file=file)
        return cls(**merged(found.values()))

    @functools.cached_property
    def headings(self) -> Mapping[str, Role]:
        """The headings of all templates of plans, folded, with their roles; without those that mean two things."""
        found: dict[str, set[Role]] = {}
        pending = [section for template in self.templates for section in template.sections]
        while pending:
            section = pending.pop()
            if section.heading and section.role is not None:
                found.setdefault(fold(section.heading).strip(" .:;,-"), set()).add(section.role)
            pending += section.sections
        return {heading: next(iter(roles)) for heading, roles in found.items() if len(roles) == 1}

    def province(self, key: str) -> Province:
        """Return the province with this key.

        Raises:
            UnknownNameError: no plugin gives it; the error says which there are, and the nearest.
            ConflictError: two records claim it.
        """
        return self._pick("cchc_provinces", self.provinces, key)

    def template(self, key: str) -> Template:
        """Return the template of plans with this key; errors as for :meth:`province`."""
        return self._pick("cchc_templates", self.templates, key)

    def report_template(self, key: str) -> ReportTemplate:
        """Return the template of reports with this key; errors as for :meth:`province`."""
        return self._pick("cchc_templates", self.report_templates, key)

    def format(self, key: str) -> Format:
        """Return the output format with this key; errors as for :meth:`province`."""
        return self._pick("cchc_formats", self.formats, key)

    def reader(self, key: str) -> Reader:
        """Return the reader with this key or for this suffix, ".docx"; errors as for :meth:`province`."""
        return self._pick("cchc_readers", self.readers, key)

    def _pick(self, hook: str, records: Sequence[R], key: str) -> R:
        kind = HOOKS[hook]
        for claim in self._contested:
            if (claim.noun, claim.name) == (kind.noun, key):
                raise claim.error()
        known = {name: record for record in records for name in kind.claims(record)}
        if key in known:
            return known[key]
        near = nearest(key, known)
        raise UnknownNameError(
            noun=kind.noun,
            noun_vi=kind.noun_vi,
            name=key,
            known=tuple(sorted(known)),
            hint=f"Did you mean {near!r}? " if near else "",
            hint_vi=f"Có phải là {near!r}? " if near else "",
        )


def _itself(plugin: object) -> object:
    return plugin


def _names(names: Iterable[str]) -> frozenset[str]:
    if isinstance(names, str):
        raise TypeError(f"only=, block= and require= take several names, not one text: write ({names!r},).")
    return frozenset(map(plain, filter(None, names)))


def _builtin() -> Found:
    return Found(
        name=BUILTIN,
        distribution="cchc",
        version=this_version(),
        load=lambda: importlib.import_module("cchc.plugins._builtin"),
        file=str(Path(__file__).with_name("_builtin.py")),
    )


def _unreadable(one: Unusable) -> Failure:
    return Failure(
        plugin=one.distribution,
        file=one.file,
        stage="find",
        en=f"its metadata cannot be read: {one.why}. Install it anew.",
        vi=f"không đọc được thông tin gói: {one.why}. Hãy cài đặt lại.",
    )


def _missing(name: str, known: Iterable[str]) -> Failure:
    near = nearest(name, known)
    return Failure(
        plugin=name,
        stage="find",
        en="it is asked for and not installed" + (f"; did you mean {near}?" if near else "."),
        vi="được yêu cầu nhưng chưa cài đặt" + (f"; có phải là {near}?" if near else "."),
    )


def _refuse_namesakes(chosen: dict[str, list[Found]]) -> Iterator[Failure]:
    """Take plugins with one name out of *chosen*, but never the built-ins: nothing else may pass for them."""
    for name, several in chosen.items():
        kept = several[:1] if name == BUILTIN and several and several[0].distribution == "cchc" else []
        if len(several) - len(kept) < 1 or (not kept and len(several) == 1 and name != BUILTIN):
            continue
        for one in several[len(kept) :]:
            other = next((each for each in several if each is not one), _builtin())
            both = [label(each.name, each.distribution, each.version) for each in (one, other)]
            error = ConflictError(noun="plugin", name=name, first=both[0], second=both[1])
            yield failed(one, "conflict", error.message("en"), error.message("vi"))
        chosen[name] = kept


def _insist(made: Registry, needed: frozenset[str], *, strict: bool) -> None:
    for failure in made.failures:
        if strict or needed & _names((failure.plugin, failure.distribution)):
            raise PluginLoadError(name=failure.plugin, why=failure.en, why_vi=failure.vi)
    used = _names(name for plugin in made.plugins for name in (plugin.name, plugin.distribution))
    known = ", ".join(plugin.name for plugin in made.plugins)
    for name in sorted(needed - used):
        raise PluginLoadError(
            name=name,
            why="it is required, and it is not installed or is blocked",
            why_vi="bắt buộc phải có nhưng chưa cài đặt hoặc đã bị tắt",
            hint=f"Install it with pip. In use: {known}.",
            hint_vi=f"Hãy cài đặt bằng pip. Đang dùng: {known}.",
        )
