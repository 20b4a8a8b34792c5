"""The values of a plan by their paths: reading them, and making a plan with some of them exchanged or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

import attrs

from cchc.model import Plan, path_order

T = TypeVar("T")

_FIELDS = [field.name for field in attrs.fields(Plan)]
# Texts that are not an officer's sentences or names: keys, codes, symbols, what the source printed as a marker.
_NO_WORDS = frozenset(
    {
        "id",
        "kind",
        "status",
        "level",
        "code",
        "number",
        "symbol",
        "role",
        "marker",
        "family",
        "every",
        "use",
        "channel",
        "adds",
        "archive",
        "authority",
        "position",
    }
)

GONE: Final = object()
"""In place of a value: what stands there leaves the list that it is in."""


def texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield the texts that an officer wrote, with their paths, in the order of the plan."""
    for path, value in _within(plan, ""):
        if isinstance(value, str) and path.rpartition(".")[2].partition("[")[0] not in _NO_WORDS:
            yield path, value


def stated(plan: Plan, kind: type[T]) -> Iterator[tuple[str, T]]:
    """Yield the values of a class that the fields of a plan hold, with their paths, in the order of the plan."""
    for path, value in _within(plan, ""):
        if isinstance(value, kind):
            yield path, value


def _within(value: Any, path: str) -> Iterator[tuple[str, object]]:
    """Yield a value and all that is within it, with their paths, what holds a value before it."""
    yield path, value
    if isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _within(inner, f"{path}[{number}]")
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _within(getattr(value, field.name), f"{path}.{field.name}" if path else field.name)


def exchanged(plan: Plan, values: Mapping[str, object]) -> Plan:
    """Return *plan* with the values at these paths; what is :data:`GONE` leaves its list."""
    made: Plan = _exchanged(plan, "", values, frozenset(_above(values)))
    return made


def order(path: str) -> tuple[object, ...]:
    """Return the key under which paths sort as a reader meets them: fields of the plan in turn, numbers as they count."""
    first = re.split(r"[.\[]", path, maxsplit=1)[0]
    place = _FIELDS.index(first) if first in _FIELDS else -1
    return place, *path_order(path)


def _above(values: Mapping[str, object]) -> Iterator[str]:
    for path in values:
        yield ""
        for match in re.finditer(r"[.\[]", path):
            yield path[: match.start()]


def _exchanged(value: Any, path: str, values: Mapping[str, object], above: frozenset[str]) -> Any:
    if path in values:
        return values[path]
    if path not in above:
        return value
    if isinstance(value, tuple):
        made = (_exchanged(inner, f"{path}[{number}]", values, above) for number, inner in enumerate(value))
        return tuple(inner for inner in made if inner is not GONE)
    names = (field.name for field in attrs.fields(type(value)))
    inner = {
        name: _exchanged(getattr(value, name), f"{path}.{name}" if path else name, values, above)
        for name in names
    }
    return attrs.evolve(value, **inner)
