"""Annexes that a plan holds as its last parts: behind the signature, on pages of their own."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import attrs

from cchc.document import AnnexTitle, Section, Table
from cchc.templates._arrange import as_written
from cchc.templates._markers import roman

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cchc.model import Item
    from cchc.templates._layout import Layout

#: The label of an annex: its name, its title, and the line that says what it belongs to.
_LABEL = re.compile(
    r"(PHỤ LỤC(?: (?:SỐ )?(?:[0-9]{1,2}|[IVX]{1,4}))?)[.:]?(?:\s+(.*?))?\s*(\([^()]*[Kk]èm theo[^()]*\))?"
)
#: A table of so many columns wants a page that lies.
_WIDE = 6


def divided(items: tuple[Item, ...]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return the parts of a plan before its annexes, and the annexes."""
    end = len(items)
    while end and not items[end - 1].marked and _LABEL.fullmatch(items[end - 1].label.strip()):
        end -= 1
    return items[:end], items[end:]


def free_number(annexes: Iterable[Item]) -> int:
    """Return the first number that none of *annexes* bears."""
    names = [found[1] for item in annexes if (found := _LABEL.fullmatch(item.label.strip()))]
    taken = {name.split()[-1].lstrip("0") for name in names}
    return next(number for number in itertools.count(1) if taken.isdisjoint((str(number), roman(number))))


def annex_sections(annexes: Iterable[Item], layout: Layout, note: str) -> list[Section]:
    """Return the pages of *annexes*.

    Each keeps its name and title; *note* says what it belongs to where it does not say that itself.
    """
    made = []
    for item in annexes:
        found = _LABEL.fullmatch(item.label.strip())
        name, title, own = found.groups() if found else (item.label, "", "")
        # Words of its own stand above what is below it, or are the head of its table.
        inner = (attrs.evolve(item, label=""),) if item.words.strip() or item.facts else item.items
        below = layout.blocks(as_written(inner), depth=1)
        head = AnnexTitle(label=name, title=title or "", note=own or note)
        wide = any(isinstance(block, Table) and len(block.columns) >= _WIDE for block in below)
        made.append(Section(blocks=(head, *below), landscape=wide))
    return made


def says_annex(items: Iterable[Item]) -> bool:
    """Return whether words of *items* refer to an annex."""
    return any(
        "phụ lục" in f"{item.label} {item.words}".casefold() or says_annex(item.items) for item in items
    )
