"""Paths of the model, ``parts[2].items[0].facts[0].schedule``: what stands at one, and in which order they are met."""

from __future__ import annotations

import re

_STEP = re.compile(r"\.?([a-z_]+)|\[(\d+)\]")
_DIGITS = re.compile(r"(\d+)")


def value_at(value: object, path: str) -> object:
    """Return what stands in *value*, a plan or a report, at *path*; ``None`` where it has no such place."""
    for match in _STEP.finditer(path):
        try:
            if match[2] and isinstance(value, tuple):
                value = value[int(match[2])]
            else:
                value = getattr(value, match[1] or "")
        except (AttributeError, IndexError):
            return None
    return value


def path_order(path: str) -> tuple[object, ...]:
    """Return the key under which paths sort as a reader meets them: the second item comes before the tenth."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in _DIGITS.split(path))
