"""Cleaning a plan before it is printed: what no file format can hold is dropped and said, never passed on."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.text import clean, is_clean

T = TypeVar("T")

_names: dict[type, tuple[str, ...]] = {}
_getters: dict[type, Callable[[Any], tuple[Any, ...]]] = {}


def cleaned(value: T) -> tuple[T, tuple[Diagnostic, ...]]:
    """Return *value* with every text composed (NFC) and without characters that XML forbids or that hide or turn text.

    Each text that lost characters is a diagnostic ``CT002`` with its path.
    """
    if is_clean("\n".join(_texts(value))):
        # Nearly every plan, and one search over all its words costs a tenth of asking value by value.
        return value, ()
    found: list[Diagnostic] = []
    return _walk(value, "", found), tuple(found)


def _texts(value: Any) -> list[str]:
    """Return every text in *value*, in no order."""
    found: list[str] = []
    pending = [value]
    while pending:
        value = pending.pop()
        kind = value.__class__
        if kind is not tuple:
            if (fields := _getters.get(kind)) is None:
                fields = _getters[kind] = _getter(kind)
            value = fields(value)
        for part in value:
            if part:
                if part.__class__ is str:
                    found.append(part)
                elif part.__class__ not in _PLAIN:
                    pending.append(part)
    return found


def _getter(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    names = [one.name for one in attrs.fields(kind)] if attrs.has(kind) else []
    if len(names) < 2:
        return lambda value: tuple(getattr(value, name) for name in names)
    return operator.attrgetter(*names)


def _walk(value: Any, path: str, found: list[Diagnostic]) -> Any:
    kind = type(value)
    if kind is str:
        result = clean(value)
        if result.dropped:
            found.append(_dropped(path, [character for _, character in result.dropped]))
        return result.text
    if kind is tuple:
        parts = [_walk(part, f"{path}[{index}]", found) for index, part in enumerate(value)]
        return value if all(new is old for new, old in zip(parts, value, strict=True)) else tuple(parts)
    if kind not in _names:
        _names[kind] = tuple(one.name for one in attrs.fields(kind)) if attrs.has(kind) else ()
    changes = {}
    for name in _names[kind]:
        old = getattr(value, name)
        if old.__class__ in _PLAIN:
            continue
        new = _walk(old, f"{path}.{name}" if path else name, found)
        if new is not old:
            changes[name] = new
    return attrs.evolve(value, **changes) if changes else value


_PLAIN = frozenset({int, bool, type(None)})


def _dropped(path: str, characters: list[str]) -> Diagnostic:
    names = ", ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in characters))
    return Diagnostic(
        code="CT002",
        severity=Severity.WARNING,
        vi=f"Đã bỏ {len(characters)} ký tự không in được ({names}).",
        en=f"Dropped {len(characters)} character(s) that cannot be printed ({names}).",
        location=Location(path=path),
    )
