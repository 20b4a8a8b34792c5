"""The texts of a plan in reading order, and its bodies, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from cchc.checks._pattern import Late
from cchc.checks._record import CheckContext
from cchc.knowledge import KnownBody
from cchc.model import Assignment, Body, Channel, Item, Plan, walk, walk_facts
from cchc.text import fold

if TYPE_CHECKING:
    from cchc.citations import Mention

# A day, a month, a quarter, a rhythm: whoever writes it has said when, though no field has it.
_WHEN = Late(
    r"\b(?:hằng|hàng|mỗi|từng) (?:ngày|tuần|tháng|quý|năm)|\b(?:mỗi|một) (?:tuần|tháng|quý|năm)\b|thường xuyên|định kỳ|cuối (?:năm|quý|tháng)"
    r"|\btháng \d|\bquý (?:[1-4]|i{1,3}|iv)\b|\bngày \d|\d{1,2}/\d{1,2}/\d{4}|(?:6|06|9) tháng|trong năm \d{4}|\bthứ (?:hai|ba|tư|năm|sáu|bảy)\b"
)
_FACT_TEXTS = ("name", "task", "audience", "content", "method", "budget", "product")


@frozen(kw_only=True)
class Text:
    """A text of the plan and its path."""

    path: str
    words: str


@frozen(kw_only=True)
class Named:
    """A body that the plan names at a place; *owner* is the field that names it, "lead" or "recipients"."""

    path: str
    owner: str
    body: Body


def says_when(words: str) -> bool:
    """Return whether *words* say a time or a rhythm."""
    return bool(words) and _WHEN.search(fold(words)) is not None


def all_texts(plan: Plan, context: CheckContext) -> tuple[Text, ...]:
    """Return every text that an officer wrote, in reading order; what facts repeat of their item's words comes once."""
    return tuple(_texts(plan))


def prose(plan: Plan, context: CheckContext) -> tuple[Text, ...]:
    """Return the texts that are sentences or parts of them: neither the subject line nor recipients."""
    apart = ("subject", "recipients", "place", "archive")
    return tuple(text for text in context.once(plan, all_texts) if not text.path.startswith(apart))


def cited(plan: Plan, context: CheckContext) -> tuple[Mention, ...]:
    """Return all citations of the plan."""
    # The grammar of citations takes a while to compile, and the rules are loaded by many a command that runs none.
    from cchc.citations import mentions

    return mentions(plan)


def quoted(plan: Plan, context: CheckContext) -> dict[str, list[tuple[int, int]]]:
    """Return for each path the places that cite: names and titles of others' documents are not the plan's words."""
    found: dict[str, list[tuple[int, int]]] = {}
    for one in context.once(plan, cited):
        found.setdefault(one.path, []).append((one.citation.start, one.citation.end))
        if one.path.startswith("bases["):
            found.setdefault(f"{one.path}.words", []).append((one.citation.start, one.citation.end))
            found.setdefault(f"{one.path}.title", []).append((0, 1_000_000))
    return found


def is_inside(at: int, places: Iterable[tuple[int, int]]) -> bool:
    """Return whether *at* lies in one of these places."""
    return any(start <= at < end for start, end in places)


def bodies(plan: Plan, context: CheckContext) -> tuple[Named, ...]:
    """Return every body that the plan names in a field, in reading order."""
    return tuple(_bodies(plan))


def home(plan: Plan, context: CheckContext) -> str | None:
    """Return the code of the unit whose plan it is."""
    unit = context.knowledge.unit_of(plan, context.on)
    return unit.code if unit else None


def _resolved(plan: Plan, context: CheckContext) -> dict[str, KnownBody | None]:
    return {}


def known_body(words: str, plan: Plan, context: CheckContext) -> KnownBody | None:
    """Return what the tables know of a body that this plan names."""
    known = context.once(plan, _resolved)
    if words not in known:
        within = context.once(plan, home)
        known[words] = context.knowledge.resolve_body(words, on=context.on, within=within)
    return known[words]


def _texts(plan: Plan) -> Iterator[Text]:
    yield Text(path="subject", words=plan.subject)
    if plan.opening:
        yield Text(path="opening", words=plan.opening)
    for number, basis in enumerate(plan.bases):
        for name in ("words", "title"):
            if words := getattr(basis, name):
                yield Text(path=f"bases[{number}].{name}", words=words)
    for number, item in enumerate(plan.decision):
        yield from _below(f"decision[{number}]", item)
    said = {place.item.words for place in walk(plan) if place.item.words}
    for place in walk(plan):
        yield from _of_item(place.path, place.item, said)
    if plan.closing:
        yield Text(path="closing", words=plan.closing)
    for number, body in enumerate(plan.recipients):
        yield Text(path=f"recipients[{number}]", words=body.words)


def _below(path: str, item: Item) -> Iterator[Text]:
    yield from _of_item(path, item, {item.words})
    for number, inner in enumerate(item.items):
        yield from _below(f"{path}.items[{number}]", inner)


def _of_item(path: str, item: Item, said: set[str]) -> Iterator[Text]:
    if item.label:
        yield Text(path=f"{path}.label", words=item.label)
    if item.words:
        yield Text(path=f"{path}.words", words=item.words)
    for number, fact in enumerate(item.facts):
        for name in _FACT_TEXTS:
            words = getattr(fact, name, "")
            if words and words not in said and words not in item.words and words not in item.label:
                yield Text(path=f"{path}.facts[{number}].{name}", words=words)


def _bodies(plan: Plan) -> Iterator[Named]:
    yield Named(path="issuer", owner="issuer", body=plan.issuer)
    if plan.parent_body:
        yield Named(path="parent_body", owner="parent_body", body=plan.parent_body)
    for path, fact, _ in walk_facts(plan):
        for owner in ("lead", "partners") if isinstance(fact, Channel) else ("bodies", "partners"):
            several: tuple[Body, ...] = getattr(fact, owner)
            for index, body in enumerate(several):
                yield Named(path=f"{path}.{owner}[{index}]", owner=owner, body=body)
        if isinstance(fact, Assignment) and fact.reports_to:
            yield Named(path=f"{path}.reports_to", owner="reports_to", body=fact.reports_to)
    for number, body in enumerate(plan.recipients):
        yield Named(path=f"recipients[{number}]", owner="recipients", body=body)
