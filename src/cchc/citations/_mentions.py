"""All citations of a plan, with their place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from cchc.citations._citation import Citation
from cchc.citations._resolve import find_citations
from cchc.citations._write import cite
from cchc.model import LegalBasis, all_bases, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cchc.model import Item, Plan

# Two line ends: no citation, and no title, reaches from one text into the next.
_BETWEEN = "\n\n"


@frozen(kw_only=True)
class Mention:
    """A document that a plan names at one place.

    Attributes:
        path: the text in the plan, "opening", "bases[0]", "parts[1].items[0].words".
        basis: the document.
        citation: where it stands in that text and what else the words say; ``antecedent``, ``within`` and ``amends`` are
            indexes into the mentions of the plan. For a basis without words, places refer to the citation as
            :func:`~cchc.citations.cite` writes it in full.
    """

    path: str
    basis: LegalBasis
    citation: Citation


def mentions(plan: Plan) -> tuple[Mention, ...]:
    """Return all citations of *plan* in reading order: opening, bases with parent plans, decision, parts, closing.

    The texts are read as one, so that a short form finds its antecedent in an earlier part. A basis of the plan always is
    a mention, even where its words hold no number; its own fields win over what its words say.
    """
    texts = list(_texts(plan))
    bases = dict(_bases(plan))
    found = find_citations(_BETWEEN.join(text for _, text in texts), issuer=plan.issuer.words)
    made: list[Mention] = []
    moved: dict[int, int] = {}
    position = offset = 0
    for path, text in texts:
        end = offset + len(text)
        basis = bases.get(path)
        mine = [index for index in range(position, len(found)) if found[index].start < end]
        position += len(mine)
        first = next((index for index in mine if found[index].within is None), None)
        if basis is not None and first is None:
            made.append(
                Mention(path=path, basis=basis, citation=Citation(start=0, end=len(text), basis=basis))
            )
        for index in mine:
            citation = attrs.evolve(
                found[index], start=found[index].start - offset, end=found[index].end - offset
            )
            moved[index] = len(made)
            own = _joined(basis, citation.basis) if basis is not None and index == first else citation.basis
            made.append(Mention(path=path, basis=own, citation=citation))
        offset = end + len(_BETWEEN)
    return tuple(attrs.evolve(one, citation=_renumbered(one.citation, moved)) for one in made)


def _renumbered(citation: Citation, moved: dict[int, int]) -> Citation:
    if citation.within is None and citation.antecedent is None and not citation.amends:
        return citation
    return attrs.evolve(
        citation,
        within=None if citation.within is None else moved[citation.within],
        antecedent=None if citation.antecedent is None else moved[citation.antecedent],
        amends=tuple(moved[index] for index in citation.amends),
    )


def _joined(basis: LegalBasis, said: LegalBasis) -> LegalBasis:
    return attrs.evolve(
        basis,
        kind=basis.kind or said.kind,
        number=basis.number or said.number,
        date=basis.date or said.date,
        issuer=basis.issuer or said.issuer,
        title=basis.title or said.title,
    )


def _bases(plan: Plan) -> Iterator[tuple[str, LegalBasis]]:
    yield from ((f"bases[{index}]", basis) for index, basis in enumerate(plan.bases))
    # A parent plan that stands among the bases is named once.
    said = all_bases(plan)
    yield from (
        (f"parent_plans[{index}]", parent)
        for index, parent in enumerate(plan.parent_plans)
        if parent in said and parent not in plan.bases
    )


def _texts(plan: Plan) -> Iterator[tuple[str, str]]:
    if plan.opening:
        yield "opening", plan.opening
    for path, basis in _bases(plan):
        yield path, basis.words or cite(basis)
    for index, item in enumerate(plan.decision):
        yield from _of_item(f"decision[{index}]", item)
    for place in walk(plan):
        yield from _own_texts(place.path, place.item)
    if plan.closing:
        yield "closing", plan.closing


def _of_item(path: str, item: Item) -> Iterator[tuple[str, str]]:
    yield from _own_texts(path, item)
    for index, below in enumerate(item.items):
        yield from _of_item(f"{path}.items[{index}]", below)


def _own_texts(path: str, item: Item) -> Iterable[tuple[str, str]]:
    if item.label:
        yield f"{path}.label", item.label
    if item.words:
        yield f"{path}.words", item.words
        return
    # Without words of its own, an item prints what its facts say.
    for index, fact in enumerate(item.facts):
        for name in ("content", "task", "method", "product"):
            if said := getattr(fact, name, ""):
                yield f"{path}.facts[{index}].{name}", said
