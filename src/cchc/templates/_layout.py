"""Laying out: arranged items become headings, points and tables."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import attrs

from cchc.document import Block, Cell, Column, Heading, Paragraph, Run, Table
from cchc.model import Assignment, Channel, Item
from cchc.templates._arrange import PARTS, Placed
from cchc.templates._markers import divided, marker
from cchc.templates._record import Labels
from cchc.templates._rows import table_of
from cchc.templates._wording import (
    bodies_words,
    channel_lines,
    channel_sentence,
    duty_sentence,
    ended,
    lower_first,
    quantity_words,
    schedule_words,
)
from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cchc.model import Body, Plan
    from cchc.templates._record import Section, Template

#: Headings stand at these depths; what is labelled deeper down is a line of text, as the decree prints its points.
_HEADING_DEPTHS = 2

#: Roles of the labelled lines of a channel, in their order.
_LINES = tuple(one.name for one in attrs.fields(Labels))

#: Lines that a plan may have under labels that no form knows.
_ALSO_ELSEWHERE = ("schedule", "quantity")

_PART_WORDS = frozenset(fold(" ".join(PARTS.values())).replace(",", " ,").split())

_TASK_COLUMNS = (
    Column(title="TT", share=5, align="center"),
    Column(title="Nội dung", share=27),
    Column(title="Cơ quan chủ trì", share=14),
    Column(title="Cơ quan phối hợp", share=16),
    Column(title="Thời gian thực hiện", share=17),
    Column(title="Sản phẩm", share=14),
    Column(title="Kinh phí", share=7),
)
# This table stands among the text of an upright page, where the shares of the annex would divide short words.
_CHANNEL_COLUMNS = (
    Column(title="TT", share=7, align="center"),
    Column(title="Nội dung", share=24),
    Column(title="Cơ quan chủ trì", share=16),
    Column(title="Cơ quan phối hợp", share=16),
    Column(title="Thời gian thực hiện", share=15),
    Column(title="Số lượng", share=13),
    Column(title="Kinh phí", share=9),
)


class Layout:
    """One run over the arranged parts of a plan; its only state is the template and the plan's year."""

    def __init__(self, plan: Plan, template: Template, asked: Callable[[Body], bool]) -> None:
        self._year = plan.year
        self._template = template
        self._asked = asked

    def blocks(
        self, places: Sequence[Placed], depth: int = 0, markers: tuple[str, ...] = (), under: str = ""
    ) -> list[Block]:
        """Return the blocks of *places*, which are siblings at *depth* below the heading *under*."""
        if not places:
            return []
        markers = markers or self._template.markers
        arranged: Sequence[Placed | list[Placed]] = places
        # Most points have words alone, and nothing in which they could be laid out otherwise than one by one.
        if any(place.section is not None or place.item.facts for place in places):
            arranged = self._spread(_handed_up([_opened(place) for place in places]), under)
        out: list[Block] = []
        number = 0
        for place in arranged:
            if isinstance(place, list):
                out.append(self._channel_table(place))
                continue
            if (table := table_of(place)) is not None:
                out.append(table)
                continue
            item = place.item
            sign = ""
            if item.marked:
                number += 1
                sign, item = _own_marker(item)
                if sign:
                    place = attrs.evolve(place, item=item)
                else:
                    sign = self._sign(item, markers, depth, number)
            out.extend(self._placed(place, sign, depth, markers, under))
        return out

    def _sign(self, item: Item, markers: tuple[str, ...], depth: int, number: int) -> str:
        if self._template.keep_order and item.marker:
            return item.marker
        return marker(markers[min(depth, len(markers) - 1)], number)

    def _spread(self, places: Sequence[Placed], under: str) -> list[Placed | list[Placed]]:
        """Give every fact that has no words a place of its own, and gather what is laid out together."""
        single: list[Placed] = []
        for place in places:
            item = place.item
            if len(item.facts) > 1 and not (item.label.strip() or item.words.strip()):
                alone = _one_by_one(place)
                alone[-1].below = place.below
                single.extend(alone)
            else:
                single.append(place)
        gathered: list[Placed | list[Placed]] = []
        for key, group in groupby(single, key=self._gathers):
            members = list(group)
            if key is None:
                gathered.extend(members)
            elif key == "table":
                gathered.append(members)
            else:
                gathered.extend(self._by_body(members, under))
        return gathered

    def _gathers(self, place: Placed) -> object:
        fact = _only_fact(place)
        if isinstance(fact, Channel) and self._template.channels == "table" and not place.below:
            return "table"
        if isinstance(fact, Assignment) and self._template.duties == "by_body" and not place.below:
            return tuple(body.words for body in fact.bodies)
        return None

    def _by_body(self, members: list[Placed], under: str) -> list[Placed]:
        duties = [fact for place in members for fact in place.item.facts if isinstance(fact, Assignment)]
        name = bodies_words(duties[0].bodies)
        sentences = [duty_sentence(duty, self._year) for duty in duties]
        if len(sentences) == 1 and not _names(under, duties[0]):
            return [Placed(Item(label=name, words=sentences[0]))]
        points = [Placed(Item(words=words)) for words in sentences]
        return points if _names(under, duties[0]) else [Placed(Item(label=name), None, points)]

    def _placed(
        self, place: Placed, sign: str, depth: int, markers: tuple[str, ...], under: str
    ) -> list[Block]:
        item, section, below = place.item, place.section, place.below
        words = item.words.strip()
        if words and section is None and not (item.label or item.facts):
            # Words alone, as most points are.
            text = self._text(words, sign, depth, bool(below))
            return text + self.blocks(below, depth + 1, markers) if below else text
        label = self._label(item, section, depth)
        if section is not None:
            markers = section.markers or markers
            if section.run_in and not words and len(below) == 1 and _is_paragraph(below[0]):
                words, below = below[0].item.words.strip(), []
        if section is not None and not label:
            # A section without a heading hands what it took to the level where it stands.
            return [*self._text(words, sign, depth), *self.blocks(below, depth, markers)]
        fact = _named_channel(item, label or words)
        # A template that keeps the plan's order prints the words that are there and writes nothing beside them.
        if fact is not None and not (self._template.keep_order and (label or words)):
            if self._template.channels != "prose" or any(one.item.role in _LINES for one in below):
                return self._channel(fact, item, label or words or fact.name, sign, depth, below, markers)
            label, words = "", channel_sentence(fact, self._template, self._year)
            below = [*_others(item, fact), *below]
        if not label and not words:
            if not item.facts:
                return self.blocks(below, depth + 1, markers)
            words = self._fact_below(item.facts[0], under)
            return [*self._text(words, sign, depth, bool(below)), *self.blocks(below, depth + 1, markers)]
        # Facts are written below a label alone; beside words they are said already.
        if label and not words and not self._template.keep_order:
            said = [self._fact_below(one, label) for one in item.facts]
            if len(said) == 1 and not below:
                words = said[0]
            else:
                below = [*(Placed(Item(words=text)) for text in said), *below]
        return [
            *self._head(label, words, sign, depth, leads=bool(below)),
            *self.blocks(below, depth + 1, markers, label),
        ]

    def _label(self, item: Item, section: Section | None, depth: int) -> str:
        label = item.label.strip()
        if not label:
            label = (
                section.heading
                if section is not None
                else ""
                if item.words or item.facts
                else _part_name(item)
            )
        elif section is not None and depth > 0 and label.isupper() and len(label) > 4:
            label = _in_small_letters(label, section.heading)
        return label.upper() if depth == 0 and not (item.label and self._template.keep_order) else label

    def _head(self, label: str, words: str, sign: str, depth: int, leads: bool) -> list[Block]:
        if not label:
            return self._text(words, sign, depth, leads)
        if depth < _HEADING_DEPTHS and not (words and not sign):
            label = label.rstrip(" :")
            runs = (Run(words),) if words else ()
            return [Heading(level=depth + 1, marker=sign, text=label, run_in=runs)]
        text = f"{label.rstrip(':')}: {words}" if words else (label if label.endswith(":") else label + ":")
        return self._text(text, sign, depth, leads)

    @staticmethod
    def _text(words: str, sign: str, depth: int, leads: bool = False) -> list[Block]:
        made: list[Block] = []
        for line in words.splitlines():
            if text := line.strip():
                own = "" if made else sign
                made.append(Paragraph(runs=(Run(text),), marker=own, depth=depth, keep_with_next=leads))
        return made

    def _channel(
        self,
        channel: Channel,
        item: Item,
        name: str,
        sign: str,
        depth: int,
        below: list[Placed],
        markers: tuple[str, ...],
    ) -> list[Block]:
        inner = [*self._lines(channel, below), *_others(item, channel)]
        head: list[Block]
        if depth < _HEADING_DEPTHS:
            head = [Heading(level=depth + 1, marker=sign, text=name.rstrip(" :."))]
        else:
            head = self._text(name.rstrip(" :.") + (":" if inner else "."), sign, depth, bool(inner))
        return [*head, *self.blocks(inner, depth + 1, markers)]

    def _lines(self, channel: Channel, below: list[Placed]) -> list[Placed]:
        """Return the labelled lines of a channel: those that the plan has in words stand in for the written ones.

        What stands between them stays behind the line that it followed in the plan.
        """
        said: dict[str, list[Placed]] = {}
        loose: list[Placed] = []
        behind = loose
        for place in below:
            role = place.item.role
            if role in _LINES:
                behind = said.setdefault(role, [])
            behind.append(place)
        lines = channel_lines(channel, self._template, self._year)
        led = fold(" ".join(place.item.words for place in said.get("lead", ())))
        for body in channel.lead:
            # A partner may have the first words of the name of who leads.
            led = led.replace(fold(body.words), "", 1)
        out: list[Placed] = []
        for key in _LINES:
            if key in said:
                out.extend([*loose, *said[key]])
                loose = []
            elif key == "partners" and led and all(fold(body.words) in led for body in channel.partners):
                # "X chủ trì, phối hợp với Y" stands in the line of the leading body.
                continue
            elif key in _ALSO_ELSEWHERE and key in lines and _is_told(lines[key][1], below):
                continue
            elif key in lines:
                label, words = lines[key]
                out.append(Placed(Item(label=label, words=words)))
        return [*out, *loose]

    def _fact_words(self, fact: Channel | Assignment) -> str:
        if isinstance(fact, Channel):
            return channel_sentence(fact, self._template, self._year)
        sentence = duty_sentence(fact, self._year)
        opener = "Đề nghị" if any(self._asked(body) for body in fact.bodies) else "Giao"
        names = bodies_words(fact.bodies)
        return f"{opener} {lower_first(names) if fact.bodies[0].is_class else names} {lower_first(sentence)}"

    def _fact_below(self, fact: Channel | Assignment, label: str) -> str:
        if isinstance(fact, Assignment) and _names(label, fact):
            return duty_sentence(fact, self._year)
        return self._fact_words(fact)

    def _channel_table(self, places: list[Placed]) -> Table:
        found = [fact for place in places for fact in place.item.facts if isinstance(fact, Channel)]
        rows = [
            (
                str(number),
                _joined(channel.name, channel.content, channel.audience, channel.method),
                bodies_words(channel.lead),
                bodies_words(channel.partners),
                schedule_words(channel.schedule, self._year) if channel.schedule else "",
                quantity_words(channel.quantity) if channel.quantity else "",
                channel.budget,
            )
            for number, channel in enumerate(found, start=1)
        ]
        return _table("Các hình thức tuyên truyền", _CHANNEL_COLUMNS, rows)


def task_table(rows: Sequence[tuple[str, ...]]) -> Table:
    """Return the table of tasks; *rows* hold one text a column."""
    return _table("Bảng phân công nhiệm vụ", _TASK_COLUMNS, rows)


def _table(description: str, columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    return Table(
        description=description,
        columns=columns,
        rows=tuple(tuple([Cell(text=text) for text in row]) for row in rows),
    )


def _is_told(words: str, places: Sequence[Placed]) -> bool:
    """Return whether a line under a label that no form knows, "Thời lượng: mỗi tuần 02 buổi", says *words* already."""
    # Words inside a sentence may be about something else: "Theo Kế hoạch năm 2027".
    said = re.compile(rf"(?:^|[,;.(])\s*{re.escape(fold(words).strip(' .;'))}\s*(?:[,;.)]|$)")
    return any(
        place.item.label.strip() and place.item.role is None and said.search(fold(place.item.words))
        for place in places
    )


def _own_marker(item: Item) -> tuple[str, Item]:
    """Return the marker that the words of *item* begin with, and the item without it: words win, and two are one too many."""
    if item.label.strip():
        sign, rest = divided(item.label)
        return sign, attrs.evolve(item, label=rest) if sign else item
    sign, rest = divided(item.words)
    return sign, attrs.evolve(item, words=rest) if sign else item


def _joined(*sentences: str) -> str:
    return "\n".join(ended(text.strip()) for text in sentences if text.strip())


def _part_name(item: Item) -> str:
    return PARTS.get(item.role or "", "")


def _handed_up(places: Sequence[Placed]) -> list[Placed]:
    """Put what a section without a heading took on the section's own level, so that its points count on there."""
    out: list[Placed] = []
    for place in places:
        item, section = place.item, place.section
        bare = section is not None and not (section.heading or section.markers)
        out.extend(place.below if bare and not (item.label or item.words or item.facts) else [place])
    return out


def _one_by_one(place: Placed) -> list[Placed]:
    return [Placed(Item(facts=(fact,))) for fact in place.item.facts]


def _others(item: Item, channel: Channel) -> list[Placed]:
    return [Placed(Item(facts=(fact,))) for fact in item.facts if fact is not channel]


def _opened(place: Placed) -> Placed:
    """Put the facts of a part that has no words of its own below it, where the template lays them out."""
    item = place.item
    if (
        place.section is None
        or not item.facts
        or item.words.strip()
        or _named_channel(item, item.label or "-")
    ):
        return place
    return Placed(attrs.evolve(item, facts=()), place.section, [*_one_by_one(place), *place.below])


def _names(label: str, duty: Assignment) -> bool:
    """Return whether *label* names everybody who has *duty*."""
    return all(fold(body.words) in fold(label) for body in duty.bodies)


def _in_small_letters(label: str, heading: str) -> str:
    """Return a label in capitals as it reads below the top level, to which capitals belong.

    The template's heading says it in the right case, or the words that all headings are made of do; any other word may
    be a name, whose capitals are not known.
    """
    said = set(fold(label).split())
    if said <= set(fold(heading).split()):
        return heading
    return label.capitalize() if said <= _PART_WORDS else label


def _is_paragraph(place: Placed) -> bool:
    item = place.item
    return bool(item.words.strip()) and not (item.label or item.marked or item.facts or place.below)


def _only_fact(place: Placed) -> Channel | Assignment | None:
    item = place.item
    plain = not (item.label.strip() or item.words.strip()) and len(item.facts) == 1
    return item.facts[0] if plain and place.section is None else None


def _named_channel(item: Item, words: str) -> Channel | None:
    """Return the one channel of *item* whose fields are still to be written: its words are its name, or there are none."""
    found = [fact for fact in item.facts if isinstance(fact, Channel)] if item.facts else ()
    if len(found) != 1:
        return None
    name = words.strip().rstrip(" :.")
    return found[0] if not name or fold(name) == fold(found[0].name.rstrip(" :.")) else None
