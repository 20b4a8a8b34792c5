"""The record by which a plugin adds a reader, and what a reader returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from cchc.diagnostics import Diagnostic, Location
from cchc.model import Plan

if TYPE_CHECKING:
    from cchc.reading._source import Source


@frozen(kw_only=True)
class LeftOut:
    """A stretch of the source that is no part of the plan (page furniture), and why it was left out."""

    location: Location
    words: str
    why: str


@frozen(kw_only=True)
class Reading:
    """A plan that was read.

    Attributes:
        plan: the plan.
        spans: for each path of the model, where it stands in the source.
        left_out: what was left out, and why.
        diagnostics: doubts of the reader.
    """

    plan: Plan
    spans: Mapping[str, Location] = field(factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@frozen(kw_only=True)
class Reader:
    """A kind of source that plans can be read from.

    Attributes:
        key: what ``format=`` takes, "yaml".
        name: name for people.
        suffixes: suffixes of its files, (".yaml", ".yml").
        read: reads the bytes of a file; the second argument is its name for messages. Returns a
            :class:`Reading` where the file says field by field what the plan is, else a
            :class:`~cchc.reading.Source`: its text and lines, which are then understood the same way for every kind of
            file. Raises :class:`~cchc.errors.CchcError` where the bytes are not what they are said to be.
        recognises: tells by the first bytes whether a file without a known suffix is of this kind; ``None`` for never.
    """

    key: str
    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Source | Reading]
    recognises: Callable[[bytes], bool] | None = None
