"""From the outline of a source to the items of a plan, with the facts that they state."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import attrs
from attrs import define, field

from cchc.diagnostics import Location
from cchc.model import Assignment, Channel, Item
from cchc.reading._facts import channel, channel_from_sentence, duty, duty_values, family_of, media_in
from cchc.reading._outline import Node, leads
from cchc.reading._roles import GROUPS, announced, line_role, part_role
from cchc.reading._times import quantity_of, schedule_of
from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cchc.model import Body, Role
    from cchc.reading._bodies import BodyReader

_ORDERS = re.compile(r"^(?:giao|đề nghị|yêu cầu|mời|phân công)\s+(?:cho\s+)?")
_RESPONSIBLE = re.compile(r"^(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)\s+")
_GIVES_DUTIES = ("organisation", "duties", "reporting", "implementers", "budget")
_FIELDS = ("schedule", "lead", "partners", "audience", "content", "quantity", "method", "budget")
#: A label in a line is no longer than this.
_LABEL = 140
_TABLE_HEADERS = (
    ("content", r"nội dung|nhiệm vụ|công việc|hình thức"),
    ("lead", r"chủ trì|thực hiện$"),
    ("partners", r"phối hợp"),
    ("schedule", r"thời gian|thời hạn|tiến độ"),
    ("product", r"sản phẩm|kết quả"),
    ("budget", r"kinh phí"),
)


@define
class ItemReader:
    """One run over the outline of one source.

    Attributes:
        bodies: reads names of bodies.
        year: the plan's year.
        headings: headings that templates bring, folded, with their roles.
        name: the source's name.
        spans: where each item of the plan came from, filled as items are made.
    """

    bodies: BodyReader
    year: int
    headings: Mapping[str, Role]
    name: str
    spans: dict[str, Location] = field(factory=dict)
    _keys: set[str] = field(factory=set)

    def items(
        self, nodes: list[Node], path: str = "parts", within: Role | None = None, depth: int = 0
    ) -> tuple[Item, ...]:
        """Return the items that *nodes* stand for; *within* is the part of the plan that they belong to."""
        nodes = _with_lost_dashes(nodes)
        made = []
        for index, node in enumerate(nodes):
            place = f"{path}[{index}]"
            self.spans[place] = Location(file=self.name, start=node.start, end=node.end)
            made.append(self._table(node, within) if node.rows else self._item(node, place, within, depth))
        return tuple(made)

    def _item(self, node: Node, path: str, within: Role | None, depth: int) -> Item:
        label, words = self._label_and_words(node, within, depth)
        role = self._role(label, within, depth)
        part = within if within == "channels" else role or within
        return Item(
            role=role,
            label=label,
            words=words,
            marked=bool(node.marker),
            marker=node.marker,
            items=self.items(node.below, f"{path}.items", part, depth + 1),
        )

    def _label_and_words(self, node: Node, within: Role | None, depth: int) -> tuple[str, str]:
        text = node.text.strip()
        if node.below and leads(text):
            return text, ""
        label, colon, words = text.partition(":")
        if colon and words.strip() and len(label) <= _LABEL and self._is_label(label, within, depth):
            return label.strip(), words.strip()
        if not node.below and leads(text) and depth == 0 and part_role(text, self.headings) is not None:
            return text, ""
        return "", text

    def _is_label(self, label: str, within: Role | None, depth: int) -> bool:
        if label.isupper() or line_role(label) is not None:
            return True
        if part_role(label, self.headings) is not None and (depth == 0 or within in GROUPS):
            return True
        plain = fold(label)
        return not _ORDERS.match(plain) and bool(self.bodies.name_bodies(label)) and "." not in label

    def _role(self, label: str, within: Role | None, depth: int) -> Role | None:
        if not label:
            return None
        if within == "channels":
            return line_role(label)
        if depth == 0 and len(label) > 40 and (said := announced(label)) is not None:
            return said[1]
        if depth == 0 or within in GROUPS:
            role = part_role(label, self.headings)
            return role if role != within else None
        return None

    # Facts

    def with_facts(self, items: tuple[Item, ...], within: Role | None = None) -> tuple[Item, ...]:
        """Return *items* with the facts that they state, from the parts down; *within* is the part they belong to."""
        return tuple(self._with_facts(item, within) for item in items)

    def _with_facts(self, item: Item, within: Role | None) -> Item:
        if item.facts:
            return item
        if within == "channels":
            return self._channel_item(item)
        if within in _GIVES_DUTIES and item.role is None:
            return self._duty_item(item)
        inner = item.role or within
        if inner in _GIVES_DUTIES and item.words:
            item = self._clause(item)
        return attrs.evolve(item, items=self.with_facts(item.items, inner))

    def _channel_item(self, item: Item) -> Item:
        lines = {child.role: child for child in item.items if child.role is not None}
        if lines.keys() & {"schedule", "lead", "partners"}:
            return self._labelled(item, lines)
        if any(grandchild.role in ("schedule", "lead") for child in item.items for grandchild in child.items):
            return attrs.evolve(item, items=self.with_facts(item.items, "channels"))
        if item.label and item.items and all(child.marked for child in item.items):
            # A heading over points: each of them says its own channels.
            return attrs.evolve(item, items=self.with_facts(item.items, "channels"))
        if item.label and (item.items or item.words):
            return self._told(item)
        if item.words:
            return attrs.evolve(item, facts=self._in_sentence(item.words))
        return item

    def _labelled(self, item: Item, lines: dict[Role, Item]) -> Item:
        name = (item.label or item.words).strip().rstrip(" :.")
        values: dict[str, object] = {"name": name, "family": family_of(name)}
        for role, line in lines.items():
            said = _said(line)
            if role == "schedule":
                values["schedule"] = schedule_of(said, self.year)
            elif role == "lead":
                values["lead"] = self.bodies.bodies(said)
            elif role == "partners":
                values["partners"] = self.bodies.bodies(said)
            elif role == "quantity":
                quantity = quantity_of(said, alone=True)
                values |= {"quantity": quantity} if quantity is not None else {}
            elif role in ("audience", "content", "method", "budget"):
                values[role] = said.rstrip(".;").strip()
        key = self._key(name)
        inner = tuple(
            child if child.role in _FIELDS else self._duty_within(child, key) for child in item.items
        )
        return attrs.evolve(item, facts=(channel(key, values),), items=inner)

    def _duty_within(self, item: Item, key: str) -> Item:
        """Return *item* with the duty that it gives inside a channel: "Giao Sở …", "Sở … có trách nhiệm …"."""
        made = self._clause(item)
        linked = tuple(attrs.evolve(fact, channel=key) for fact in made.facts if isinstance(fact, Assignment))
        return attrs.evolve(made, facts=linked or made.facts)

    def _told(self, item: Item) -> Item:
        """Return a channel that is told under its name, in sentences."""
        name = item.label.rstrip(" :.")
        told = _said(item)
        values: dict[str, object] = {"name": name, "family": family_of(name)}
        if (quantity := quantity_of(told)) is not None:
            values["quantity"] = quantity
        for words in (item.words, *(child.words for child in item.items)):
            order = _ORDERS.match(fold(words))
            if order is not None and (bodies := self.bodies.begins(words[order.end() :])[0]):
                values["lead"] = bodies
                break
        return attrs.evolve(item, facts=(channel(self._key(name), values),))

    def _in_sentence(self, words: str) -> tuple[Channel | Assignment, ...]:
        values = channel_from_sentence(words, self.bodies, self.year)
        if values is not None:
            return (channel(self._key(str(values["name"])), values),)
        return tuple(
            channel(self._key(name), {"name": name, "family": family})
            for name, family in media_in(words)
            if name
        )

    def _duty_item(self, item: Item) -> Item:
        if item.label and (bodies := self.bodies.name_bodies(item.label)):
            if item.words:
                return attrs.evolve(item, facts=(self._duty(item.words, bodies),))
            return attrs.evolve(item, items=tuple(self._given(child, bodies) for child in item.items))
        if item.words and not item.label:
            item = self._clause(item)
        return attrs.evolve(item, items=self.with_facts(item.items, "duties"))

    def _given(self, item: Item, bodies: tuple[Body, ...]) -> Item:
        if item.words and not item.label:
            return attrs.evolve(item, facts=(self._duty(item.words, bodies),))
        return item

    def _clause(self, item: Item) -> Item:
        plain = fold(item.words)
        order = _ORDERS.match(plain)
        text = item.words[order.end() :] if order is not None else item.words
        bodies, rest = self.bodies.begins(text)
        responsible = _RESPONSIBLE.match(fold(rest))
        if not bodies or (order is None and responsible is None):
            return item
        rest = rest[responsible.end() :] if responsible is not None else rest
        return attrs.evolve(item, facts=(self._duty(rest.lstrip(" ,:"), bodies),))

    def _duty(self, words: str, bodies: tuple[Body, ...]) -> Assignment:
        values = duty_values(words, bodies, self.bodies, self.year)
        return duty(self._key(str(values["task"]) or bodies[0].words), values)

    def _table(self, node: Node, within: Role | None) -> Item:
        header, *rows = node.rows
        fields = [
            next((key for key, pattern in _TABLE_HEADERS if re.search(pattern, fold(cell))), "")
            for cell in header
        ]
        made = []
        for row in rows:
            said = {key: cell.strip() for key, cell in zip(fields, row, strict=False) if key and cell.strip()}
            words = " | ".join(cell.replace("\n", " ") for cell in row if cell.strip())
            facts = (
                (self._row(said, within),) if "content" in said and {"lead", "schedule"} & said.keys() else ()
            )
            made.append(Item(words=words, marked=False, facts=facts))
        heading = " | ".join(cell.replace("\n", " ") for cell in header if cell.strip())
        return Item(words=heading, marked=False, items=tuple(made))

    def _row(self, said: dict[str, str], within: Role | None) -> Channel | Assignment:
        name = said["content"].replace("\n", " ").rstrip(" .;")
        schedule = schedule_of(said["schedule"], self.year) if "schedule" in said else None
        lead = self.bodies.bodies(said.get("lead", "")) if said.get("lead") else ()
        partners = self.bodies.bodies(said.get("partners", "")) if said.get("partners") else ()
        if within in ("channels", "substance", None) or not lead:
            values: dict[str, object] = {
                "name": name,
                "family": family_of(name),
                "schedule": schedule,
                "lead": lead,
            }
            values |= {"partners": partners, "budget": said.get("budget", "")}
            values["quantity"] = quantity_of(said.get("product", ""), alone=True)
            return channel(self._key(name), values)
        return duty(
            self._key(name),
            {
                "bodies": lead,
                "role": "lead",
                "partners": partners,
                "task": name,
                "schedule": schedule,
                "product": said.get("product", ""),
            },
        )

    def _key(self, words: str) -> str:
        plain = unicodedata.normalize("NFD", fold(words).replace("đ", "d"))
        slug = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip(
            "-"
        )
        slug = slug[:40].rstrip("-") or "muc"
        key, number = slug, 1
        while key in self._keys:
            number += 1
            key = f"{slug}-{number}"
        self._keys.add(key)
        return key


def _said(item: Item) -> str:
    parts = [item.words, *(_said(child) for child in item.items)]
    return " ".join(part for part in parts if part)


def _with_lost_dashes(nodes: list[Node]) -> list[Node]:
    """Tell points that lost their dash from paragraphs between points: they stand between two points of a list.

    A paragraph behind the last point, or one in a list of labelled lines, may be either, and stays a paragraph.
    """
    kinds = [node.kind for node in nodes]
    for index in range(1, len(nodes) - 1):
        node = nodes[index]
        listed = kinds[index - 1] in ("dash", "bullet", "plus") and kinds[index + 1] in (
            "dash",
            "bullet",
            "plus",
        )
        if (
            node.kind == "text"
            and listed
            and not any(line_role(one.text.partition(":")[0]) for one in nodes if ":" in one.text)
        ):
            # The marker that it lost is its neighbours'; with it, it comes back as the point that it is.
            node.kind = kinds[index] = kinds[index - 1]
            node.marker = nodes[index - 1].marker
    return nodes
