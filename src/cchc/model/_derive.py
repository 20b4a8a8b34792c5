"""What follows from a plan: its channels, its duties, its tasks and its bare facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from cchc.model._plan import Assignment, Body, Channel, LegalBasis, Month, Schedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cchc.model._plan import Item, Plan, Quantity, Signature


_PROPOSED = ("theo đề nghị", "xét đề nghị")


@frozen(kw_only=True)
class Place:
    """An item and its path in the plan, ``parts[2].items[0]``."""

    path: str
    item: Item
    depth: int


def walk(plan: Plan) -> Iterator[Place]:
    """Yield every item of the plan's parts with its path, parents before children, in reading order."""

    def below(items: Iterable[Item], prefix: str, depth: int) -> Iterator[Place]:
        for index, item in enumerate(items):
            path = f"{prefix}[{index}]"
            yield Place(path=path, item=item, depth=depth)
            yield from below(item.items, f"{path}.items", depth + 1)

    return below(plan.parts, "parts", 0)


def walk_facts(plan: Plan) -> Iterator[tuple[str, Channel | Assignment, Item]]:
    """Yield every fact of the plan's parts with its path and the item that states it, in reading order."""

    # Most items state none, and make no path.
    def below(items: Iterable[Item], prefix: str) -> Iterator[tuple[str, Channel | Assignment, Item]]:
        for index, item in enumerate(items):
            if item.facts:
                for number, fact in enumerate(item.facts):
                    yield f"{prefix}[{index}].facts[{number}]", fact, item
            if item.items:
                yield from below(item.items, f"{prefix}[{index}].items")

    return below(plan.parts, "parts")


def channels(plan: Plan) -> tuple[Channel, ...]:
    """Return every channel of the plan in reading order, wherever it is said."""
    return tuple(fact for _, fact, _ in walk_facts(plan) if isinstance(fact, Channel))


def assignments(plan: Plan) -> tuple[Assignment, ...]:
    """Return every duty of the plan in reading order, wherever it is said."""
    return tuple(fact for _, fact, _ in walk_facts(plan) if isinstance(fact, Assignment))


def all_bases(plan: Plan) -> tuple[LegalBasis, ...]:
    """Return every document that the opening of *plan* names: its bases, then the plans that it belongs to.

    On paper a parent plan is one document more that this one carries out; one that stands among the bases is not said twice.
    At whose proposal the plan is issued (*theo đề nghị của …*) stays the last word.
    """
    if not plan.parent_plans:
        return plan.bases
    said = {_identity(basis) for basis in plan.bases}
    end = len(plan.bases)
    while end and plan.bases[end - 1].words.strip().lower().startswith(_PROPOSED):
        end -= 1
    parents = tuple(parent for parent in plan.parent_plans if _identity(parent) not in said)
    return (*plan.bases[:end], *parents, *plan.bases[end:])


def _identity(basis: LegalBasis) -> tuple[object, ...]:
    # A number comes again every year, and words alone are all that some have.
    if basis.number:
        return "".join(basis.number.split()).lower(), basis.date and basis.date.year
    return (" ".join(f"{basis.kind} {basis.title} {basis.words}".split()).lower(),)


@frozen(kw_only=True)
class Task:
    """One line of the task table: what is said at a channel, under organisation, or at both.

    Attributes:
        id: id of the channel or assignment; reports answer to it.
        content: what is to be done, in words.
        lead: leading bodies (*cơ quan chủ trì*).
        partners: cooperating bodies (*cơ quan phối hợp*).
        schedule: when.
        product: what is to be handed over (*sản phẩm*), in words.
        quantity: how much.
        budget: from which money, in words.
        channel: id of the channel that it is or belongs to.
        paths: where the plan says it.
    """

    id: str
    content: str
    lead: tuple[Body, ...] = ()
    partners: tuple[Body, ...] = ()
    schedule: Schedule | None = None
    product: str = ""
    quantity: Quantity | None = None
    budget: str = ""
    channel: str = ""
    paths: tuple[str, ...] = ()


def _joined(first: tuple[Body, ...], second: tuple[Body, ...]) -> tuple[Body, ...]:
    known = {body.words for body in first}
    return first + tuple(body for body in second if body.words not in known)


def tasks(plan: Plan) -> tuple[Task, ...]:
    """Return the union of what is said at channels and under organisation, in reading order.

    A leading duty that refers to a channel says the channel's lead once more: both are one task, with both places.
    Any other duty is a task of its own.
    """
    found: dict[str, Task] = {}
    again: list[tuple[str, Assignment]] = []
    for path, fact, _ in walk_facts(plan):
        if isinstance(fact, Channel):
            found[fact.id] = Task(
                id=fact.id,
                content=fact.name,
                lead=fact.lead,
                partners=fact.partners,
                schedule=fact.schedule,
                quantity=fact.quantity,
                budget=fact.budget,
                channel=fact.id,
                paths=(path,),
            )
        elif fact.channel and fact.role == "lead":
            again.append((path, fact))
            found[fact.id] = _task(fact, path)
        else:
            found[fact.id] = _task(fact, path)
    for path, duty in again:
        # The channel may stand after the duty, so the two are joined once all are known.
        if (channel := found.get(duty.channel)) is not None:
            del found[duty.id]
            found[duty.channel] = attrs.evolve(
                channel,
                lead=_joined(channel.lead, duty.bodies),
                partners=_joined(channel.partners, duty.partners),
                schedule=channel.schedule or duty.schedule,
                product=channel.product or duty.product,
                paths=(*channel.paths, path),
            )
    return tuple(found.values())


def _task(duty: Assignment, path: str) -> Task:
    leads = duty.role != "partner"
    return Task(
        id=duty.id,
        content=duty.task,
        lead=duty.bodies if leads else duty.partners,
        partners=duty.partners if leads else duty.bodies,
        schedule=duty.schedule,
        product=duty.product,
        channel=duty.channel,
        paths=(path,),
    )


@frozen(kw_only=True)
class Facts:
    """What a plan says, without its words, ids, codes, status and provenance; equal for equal plans in other words.

    The plans that it belongs to are bases among others: paper does not tell them apart.
    """

    kind: str
    year: int
    level: str
    issuer: str
    parent_body: str
    number: str | None
    symbol: str
    place: str
    date: object
    subject: str
    bases: tuple[LegalBasis, ...]
    channels: tuple[Channel, ...]
    assignments: tuple[Assignment, ...]
    recipients: tuple[str, ...]
    signature: Signature | None = field(default=None)


def facts(plan: Plan) -> Facts:
    """Return what *plan* says as comparable values.

    Ids become ``x``, a duty's channel is given by that channel's name, bodies keep only their names, and the words of
    a schedule, quantity or basis are dropped where its fields say the same. A text or name loses its first capital and its
    end mark, which only say whether it stood in a sentence or on a line of its own.
    """
    names = {channel.id: channel.name for channel in channels(plan)}
    return Facts(
        kind=plan.kind,
        year=plan.year,
        level=plan.level,
        issuer=plan.issuer.words,
        parent_body=plan.parent_body.words if plan.parent_body else "",
        number=plan.number,
        symbol=plan.symbol,
        place=plan.place,
        date=plan.date,
        subject=_plain(plan.subject),
        bases=tuple(_bare_basis(basis) for basis in all_bases(plan)),
        channels=tuple(_bare_channel(channel, plan.year) for channel in channels(plan)),
        assignments=tuple(_bare_assignment(duty, names, plan.year) for duty in assignments(plan)),
        recipients=tuple(body.words for body in plan.recipients),
        signature=plan.signature,
    )


def _bare_basis(basis: LegalBasis) -> LegalBasis:
    words = "" if basis.number or basis.kind else basis.words
    return attrs.evolve(basis, words=words, use=basis.used_as)


def _bare_bodies(bodies: tuple[Body, ...]) -> tuple[Body, ...]:
    return tuple(Body(words=_plain(body.words)) for body in bodies)


def _bare_schedule(schedule: Schedule | None, year: int) -> Schedule | None:
    if schedule is None:
        return None
    if schedule.kind == "words":
        return attrs.evolve(schedule, words=_plain(schedule.words))
    if schedule.kind == "months" and len(set(schedule.months)) == 1:
        # One listed month and that month of the plan's year are one time, said in two ways.
        return Schedule(kind="once", start=Month(year=year, month=schedule.months[0]))
    return attrs.evolve(schedule, words="", months=tuple(sorted(set(schedule.months))))


def _plain(words: str) -> str:
    """Return *words* as they are said inside a sentence: without its first capital and its end."""
    text = " ".join(words.split()).rstrip(" .;,")
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _bare_channel(channel: Channel, year: int) -> Channel:
    return attrs.evolve(
        channel,
        id="x",
        family=None,
        schedule=_bare_schedule(channel.schedule, year),
        quantity=channel.quantity and attrs.evolve(channel.quantity, words=""),
        lead=_bare_bodies(channel.lead),
        partners=_bare_bodies(channel.partners),
        name=_plain(channel.name),
        audience=_plain(channel.audience),
        content=_plain(channel.content),
        method=_plain(channel.method),
        budget=_plain(channel.budget),
    )


def _bare_assignment(duty: Assignment, names: dict[str, str], year: int) -> Assignment:
    return attrs.evolve(
        duty,
        id="x",
        bodies=_bare_bodies(duty.bodies),
        partners=_bare_bodies(duty.partners),
        task=_plain(duty.task),
        product=_plain(duty.product),
        schedule=_bare_schedule(duty.schedule, year),
        reports_to=duty.reports_to and Body(words=_plain(duty.reports_to.words)),
        channel=_plain(names.get(duty.channel, duty.channel)),
    )
