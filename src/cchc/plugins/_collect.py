"""Loading plugins and collecting their records, each in its own ``try``, so that none takes the others down."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from typing import Any, cast

import pluggy
from attrs import frozen

from cchc.plugins import hookspecs
from cchc.plugins._find import Found, said, this_version, unmet
from cchc.plugins._records import HOOKS, Failure, Plugin, Stage
from cchc.text import nearest

__all__ = ["Collected", "collect", "failed"]


@frozen(kw_only=True)
class Collected:
    """What came of one plugin.

    Attributes:
        plugin: the plugin, ``None`` where it cannot be used at all.
        records: its records by hook.
        failures: what went wrong.
    """

    plugin: Plugin | None
    records: dict[str, list[Any]]
    failures: tuple[Failure, ...]


def failed(of: Found | Plugin, stage: Stage, en: str, vi: str) -> Failure:
    """Return a failure of a plugin."""
    return Failure(
        plugin=of.name,
        distribution=of.distribution,
        version=of.version,
        file=of.file,
        stage=stage,
        en=en,
        vi=vi,
    )


def collect(found: Found) -> Collected:
    """Load a plugin and call its hooks, whatever it does."""
    if requirement := unmet(found.requires, this_version()):
        en = f"it needs {requirement}, and this is cchc {this_version()}. Install versions that fit each other."
        vi = f"cần {requirement}, còn đây là cchc {this_version()}. Hãy cài các phiên bản phù hợp với nhau."
        return Collected(plugin=None, records={}, failures=(failed(found, "require", en, vi),))
    try:
        loaded = found.load()
    except (Exception, SystemExit) as error:  # noqa: BLE001  # foreign code costs no more than its own plugin
        en = f"its import failed: {said(error)}. Install it anew, or tell its authors."
        vi = f"không nạp được: {said(error)}. Hãy cài đặt lại hoặc báo cho tác giả."
        return Collected(plugin=None, records={}, failures=(failed(found, "load", en, vi),))
    file = found.file or getattr(loaded, "__file__", None) or ""
    plugin = Plugin(name=found.name, distribution=found.distribution, version=found.version, file=file)
    # One manager a plugin: what pluggy refuses in one, it refuses in that one alone.
    manager = pluggy.PluginManager("cchc")
    manager.add_hookspecs(hookspecs)
    records: dict[str, list[Any]] = {}
    failures: list[Failure] = []
    try:
        manager.register(loaded, found.name)
        failures += _unmarked(plugin, loaded)
    except Exception as error:  # noqa: BLE001  # pluggy refuses parameters; an object can raise when looked at
        en = f"its hooks cannot be used: {said(error)}. A hook takes no argument and returns records."
        vi = f"không dùng được các hook: {said(error)}. Hook không nhận tham số và trả về các bản ghi."
        return Collected(plugin=None, records={}, failures=(failed(plugin, "collect", en, vi),))
    for caller in manager.get_hookcallers(loaded) or ():
        if caller.name not in HOOKS:
            failures.append(_unknown(plugin, caller.name))
            continue
        for implementation in caller.get_hookimpls():
            for one in _call(plugin, caller.name, implementation):
                if isinstance(one, Failure):
                    failures.append(one)
                else:
                    records.setdefault(caller.name, []).append(one)
    return Collected(plugin=plugin, records=records, failures=tuple(failures))


def _unmarked(plugin: Plugin, loaded: object) -> Iterator[Failure]:
    # pluggy passes over a function without the mark, and its author waits for it in vain.
    for name in dir(loaded):
        if not name.startswith("cchc_"):
            continue
        function = inspect.getattr_static(loaded, name)
        function = getattr(function, "__func__", function)
        if inspect.isfunction(function) and not (
            hasattr(function, "cchc_impl") or hasattr(function, "cchc_spec")
        ):
            en = f"its function {name} is not marked. Write @hookimpl above it."
            vi = f"hàm {name} chưa được đánh dấu. Hãy viết @hookimpl phía trên."
            yield failed(plugin, "collect", en, vi)


def _unknown(plugin: Plugin, name: str) -> Failure:
    near, hooks = nearest(name, HOOKS), ", ".join(HOOKS)
    en = f"there is no hook {name}. " + (f"Did you mean {near}?" if near else f"Hooks: {hooks}.")
    vi = f"không có hook {name}. " + (f"Có phải là {near}?" if near else f"Có: {hooks}.")
    return failed(plugin, "collect", en, vi)


def _call(plugin: Plugin, hook: str, implementation: pluggy.HookImpl) -> Iterator[Any]:
    """Yield the records of one implementation, and failures in the place of what is none."""
    wanted = HOOKS[hook].wanted
    if implementation.wrapper or implementation.hookwrapper:
        en = f"{hook} is a wrapper, and there is nothing to wrap. Return the records themselves."
        vi = f"{hook} khai báo wrapper. Hãy trả về chính các bản ghi."
        yield failed(plugin, "collect", en, vi)
        return
    try:
        # A generator raises only while it is used up: that is done here, not by whoever wants the records.
        records = tuple(cast("Iterable[object]", implementation.function()))
    except (Exception, SystemExit) as error:  # noqa: BLE001  # a foreign hook costs no more than itself
        en = f"{hook} raised {said(error)}. It must give an iterable of {wanted}."
        vi = f"{hook} bị lỗi {said(error)}. Hook phải trả về danh sách bản ghi {wanted}."
        yield failed(plugin, "collect", en, vi)
        return
    for record in records:
        if HOOKS[hook].takes(record):
            yield record
            continue
        got = f"{type(record).__module__}.{type(record).__qualname__}"
        en = f"{hook} gave a {got}, not a {wanted} of cchc.plugins; that record is left out."
        vi = f"{hook} trả về {got}, không phải {wanted} của cchc.plugins; bản ghi đó bị bỏ qua."
        yield failed(plugin, "classify", en, vi)
