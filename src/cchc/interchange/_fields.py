"""What the files can say, read off the model's classes: one walk over attrs fields for loading, dumping and the schema.

This takes the place of a converter library: the sugar of the files, the place of every value and the wish to report all
problems at once would each be an exception there, and they are the rule here.
"""

from __future__ import annotations

import datetime as dt
import functools
import types
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from cchc.model import Assignment, Body, Channel, Item, LegalBasis, Month, Schedule

VERSION = 1
"""The version of the file's form, the value of its first key ``cchc``."""

MAX_DIGITS = 40
"""How long a number may be; longer ones cannot be figures of a plan or report."""

# A value of one of these may be written as its words alone.
SUGAR: frozenset[type] = frozenset({Item, Body, LegalBasis, Schedule})

# What an entry of ``facts`` may be, by its one key.
FACTS: dict[str, type] = {"channel": Channel, "assignment": Assignment}


@frozen
class Text:
    """Any text."""


@frozen
class Whole:
    """A whole number."""


@frozen
class Number:
    """A whole or decimal number."""


@frozen
class Flag:
    """True or false."""


@frozen
class Day:
    """A day, or where *month* is true, a day or a month."""

    month: bool


@frozen
class OneOf:
    """One of a closed list of words."""

    words: tuple[str, ...]


@frozen
class Object:
    """A mapping with the fields of *cls*."""

    cls: type


@frozen
class Fact:
    """A mapping with one key, ``channel`` or ``assignment``."""


@frozen
class ListOf:
    """A list, in file order."""

    kind: Text | Whole | Object | Fact


Kind = Text | Whole | Number | Flag | Day | OneOf | Object | Fact | ListOf


@frozen
class Field:
    """One key of a mapping; it must be there where it has no default."""

    kind: Kind
    required: bool
    default: Any
    attribute: attrs.Attribute[Any]


def _kind(hint: Any) -> Kind:
    simple: dict[Any, Kind] = {str: Text(), int: Whole(), bool: Flag(), dt.date: Day(False)}
    if hint in simple:
        return simple[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return OneOf(args)
    if origin is tuple:
        inner = _kind(args[0])
        assert isinstance(inner, (Text, Whole, Object, Fact))
        return ListOf(inner)
    if origin in (Union, types.UnionType):
        rest = {arg for arg in args if arg is not types.NoneType}
        unions: dict[frozenset[Any], Kind] = {
            frozenset({int, Decimal}): Number(),
            frozenset({dt.date, Month}): Day(True),
            frozenset({Channel, Assignment}): Fact(),
        }
        return _kind(rest.pop()) if len(rest) == 1 else unions[frozenset(rest)]
    assert attrs.has(hint)
    return Object(hint)


@functools.cache
def fields(cls: type) -> dict[str, Field]:
    """Return the keys of the mapping that stands for a *cls*, in the order of its fields."""
    hints = get_type_hints(cls)
    found = {}
    for attribute in attrs.fields(cls):
        default = attribute.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class to mypy only at run time
            default = default.factory()
        found[attribute.name] = Field(
            _kind(hints[attribute.name]), default is attrs.NOTHING, default, attribute
        )
    return found
