"""Putting together what plugins give: keys and facts that two of them claim go to neither."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, evolve

from cchc.checks import Check
from cchc.errors import CchcError
from cchc.knowledge import Facts, Knowledge
from cchc.plugins._collect import collect, failed
from cchc.plugins._find import Found, said
from cchc.plugins._records import BUILTIN, HOOKS, Claim, Failure, Plugin
from cchc.text import nearest

__all__ = ["merged"]


@define
class _Given:
    """A record, the hook that gave it and whose it is."""

    plugin: Plugin
    hook: str
    record: Any


def merged(found: Iterable[Found], failures: Iterable[Failure] = ()) -> dict[str, Any]:
    """Return the fields of the registry of these plugins."""
    all_failures = list(failures)
    plugins: list[Plugin] = []
    given: list[_Given] = []
    for one in sorted(found, key=lambda one: (one.name != BUILTIN, one.name)):
        collected = collect(one)
        all_failures += collected.failures
        if collected.plugin:
            plugins.append(collected.plugin)
            given += (
                _Given(collected.plugin, hook, record)
                for hook in HOOKS
                for record in collected.records.get(hook, ())
            )
    contested = _contested(given)
    given = [one for one in given if not any((HOOKS[one.hook].noun, key) in contested for key in _keys(one))]
    knowledge, refused = _knowledge(given)
    lost = {id(one) for one, _ in refused}
    given = [one for one in given if id(one) not in lost]
    all_failures += (failure for claim, owners in contested.values() for failure in _refused(claim, owners))
    all_failures += (failure for _, failure in refused)
    all_failures += _orphans(given)
    return {
        "plugins": tuple(evolve(plugin, gives=_gives(plugin, given)) for plugin in plugins),
        "failures": tuple(all_failures),
        **{
            name: tuple(one.record for one in given if isinstance(one.record, kind))
            for hook in HOOKS.values()
            for name, kind in hook.records.items()
        },
        "knowledge": knowledge,
        "contested": tuple(claim for claim, _ in contested.values()),
    }


def _keys(one: _Given) -> tuple[str, ...]:
    return HOOKS[one.hook].claims(one.record)


def _gives(plugin: Plugin, given: Iterable[_Given]) -> dict[str, tuple[str, ...]]:
    gives: dict[str, tuple[str, ...]] = {}
    for one in given:
        if one.plugin == plugin:
            gives[one.hook] = (*gives.get(one.hook, ()), *_shown(one.record))
    return gives


def _shown(record: Any) -> tuple[str, ...]:
    if isinstance(record, Facts):
        return (
            *(f"{law.kind} {law.number}" for law in record.laws),
            *(f"{unit.full_name} ({unit.code})" for unit in record.units),
            *(agency.key for agency in record.agencies),
            *(regime.key for regime in record.regimes),
            *(indicator.id for indicator in record.indicators),
            *(indicator.id for one in record.indicator_sets for indicator in one.indicators),
        )
    return (record.code if isinstance(record, Check) else record.key,)


def _contested(given: Iterable[_Given]) -> dict[tuple[str, str], tuple[Claim, list[Plugin]]]:
    """Return the keys that several records claim, and whose records those are."""
    owners: dict[tuple[str, str], list[Plugin]] = {}
    for one in given:
        # A record that says a key twice, as key and as suffix, claims it once.
        for key in dict.fromkeys(_keys(one)):
            owners.setdefault((HOOKS[one.hook].noun, key), []).append(one.plugin)
    return {
        (noun, key): (Claim(noun=noun, name=key, owners=tuple(map(str, plugins))), plugins)
        for (noun, key), plugins in owners.items()
        if len(plugins) > 1
    }


def _refused(claim: Claim, owners: Iterable[Plugin]) -> Iterator[Failure]:
    error = claim.error()
    for plugin in {str(plugin): plugin for plugin in owners}.values():
        yield failed(plugin, "conflict", error.message("en"), error.message("vi"))


def _knowledge(given: Iterable[_Given]) -> tuple[Knowledge, list[tuple[_Given, Failure]]]:
    """Return the tables with the dated facts of all plugins, and what contradicts them or each other."""
    dated = [one for one in given if one.hook in {"cchc_facts", "cchc_provinces"}]
    if not isinstance(wider := _with(dated), Exception):
        return wider, []
    wrong: dict[int, tuple[_Given, Exception]] = {}
    for one in dated:
        if isinstance(alone := _with([one]), Exception):
            wrong[id(one)] = one, alone
    for first, second in itertools.combinations([one for one in dated if id(one) not in wrong], 2):
        if isinstance(both := _with([first, second]), Exception):
            wrong.setdefault(id(first), (first, both))
            wrong.setdefault(id(second), (second, both))
    kept = _with([one for one in dated if id(one) not in wrong])
    refused = [(one, _contradiction(one, error)) for one, error in wrong.values()]
    return (Knowledge.core() if isinstance(kept, Exception) else kept), refused


def _with(dated: Iterable[_Given]) -> Knowledge | Exception:
    records = [one.record for one in dated]
    facts = [record for record in records if isinstance(record, Facts)]
    provinces = [record for record in records if not isinstance(record, Facts)]
    try:
        return Knowledge.core().extended(facts, provinces)
    except Exception as error:  # noqa: BLE001  # whatever comes of foreign records is laid to their plugin
        return error


def _contradiction(one: _Given, error: Exception) -> Failure:
    en, vi = (
        (error.message("en"), error.message("vi")) if isinstance(error, CchcError) else (said(error),) * 2
    )
    return failed(
        one.plugin,
        "conflict",
        f"{one.hook} contradicts other facts and is left out. {en}",
        f"{one.hook} mâu thuẫn với dữ liệu khác và bị bỏ qua. {vi}",
    )


def _orphans(given: list[_Given]) -> Iterator[Failure]:
    """Yield a failure for each template that names a province which no plugin gives: no plan would ever find it."""
    provinces = [one.record.key for one in given if one.hook == "cchc_provinces"]
    for one in given:
        if one.hook == "cchc_templates" and one.record.province not in ("", *provinces):
            near = nearest(one.record.province, provinces)
            en = f"template {one.record.key!r} is for the province {one.record.province!r}, which no plugin gives"
            vi = f"mẫu {one.record.key!r} dành cho tỉnh {one.record.province!r}, nhưng chưa có tỉnh này"
            yield failed(
                one.plugin,
                "classify",
                f"{en}; did you mean {near!r}?" if near else f"{en}.",
                f"{vi}; có phải là {near!r}?" if near else f"{vi}.",
            )
