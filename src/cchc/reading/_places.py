"""Where the values of a plan stand in its source: head, foot, bases, and the facts of items down to their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cchc.diagnostics import Location
from cchc.model import Assignment, Channel, walk

if TYPE_CHECKING:
    from cchc.model import Plan
    from cchc.reading._header import Foot, Head
    from cchc.reading._source import Line

_HEAD = {
    "number": ("number", "symbol"),
    "date": ("date",),
    "place": ("place",),
    "kind": ("kind",),
    "subject": ("subject",),
}


def head_places(head: Head, lines: Sequence[Line], name: str) -> Iterator[tuple[str, Location]]:
    """Yield the paths of what the head of a document says, with their places."""
    issuers = [place for place, said in head.said if said == "name"]
    if head.issuer and issuers:
        yield "issuer", _line(lines[issuers[-1]], name)
        if head.superior:
            yield "parent_body", _line(lines[issuers[0]], name)
    seen: set[str] = set()
    for place, said in head.said:
        for path in _HEAD.get(said, ()):
            if path not in seen:
                seen.add(path)
                yield path, _line(lines[place], name)


def foot_places(foot: Foot, lines: Sequence[Line], name: str) -> Iterator[tuple[str, Location]]:
    """Yield the paths of what the foot of a document says, with their places."""
    count = authorities = 0
    for place, said in foot.said:
        where = _line(lines[place], name)
        if said == "recipient":
            yield f"recipients[{count}]", where
            count += 1
        elif said == "authority":
            yield f"signature.authority[{authorities}]", where
            authorities += 1
        elif said in ("position", "name"):
            yield f"signature.{said}", where
        elif said == "archive":
            yield "archive", where


def _line(line: Line, name: str) -> Location:
    return Location(file=name, start=line.start, end=line.end)


def fact_places(
    plan: Plan, extents: Mapping[str, tuple[int, int]], text: str, name: str
) -> Iterator[tuple[str, Location]]:
    """Yield the paths of labels, words, facts and their fields, each where its words stand within its item."""
    for place in walk(plan):
        start, end = extents.get(place.path, (0, 0))
        for key, words in (("label", place.item.label), ("words", place.item.words)):
            if words and (where := _find(words, text, start, end, name)) is not None:
                yield f"{place.path}.{key}", where
        for index, fact in enumerate(place.item.facts):
            path = f"{place.path}.facts[{index}]"
            yield path, Location(file=name, start=start, end=end)
            for key, words in _said(fact):
                if (where := _find(words, text, start, end, name)) is not None:
                    yield f"{path}.{key}", where


def _said(fact: Channel | Assignment) -> Iterator[tuple[str, str]]:
    if fact.schedule is not None:
        yield "schedule", fact.schedule.words
    if isinstance(fact, Channel):
        yield "name", fact.name
        if fact.quantity is not None:
            yield "quantity", fact.quantity.words
        for key in ("audience", "content", "method", "budget"):
            yield key, getattr(fact, key)
        named = {"lead": fact.lead, "partners": fact.partners}
    else:
        yield "task", fact.task
        yield "product", fact.product
        if fact.reports_to is not None:
            yield "reports_to", fact.reports_to.words
        named = {"bodies": fact.bodies, "partners": fact.partners}
    for key, bodies in named.items():
        for index, body in enumerate(bodies):
            yield f"{key}[{index}]", body.words


def _find(words: str, text: str, start: int, end: int, name: str) -> Location | None:
    at = text.find(words, start, end) if words else -1
    return Location(file=name, start=at, end=at + len(words)) if at >= 0 else None
