"""From the outline of a source to the items of a plan: labels, roles, paragraphs and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field

from cchc.diagnostics import Diagnostic, Location
from cchc.model import Item
from cchc.reading._doubts import doubt
from cchc.reading._outline import Node, leads, titles
from cchc.reading._roles import GROUPS, OF, announced, line_role, part_role, says_more
from cchc.reading._tables import Row, row_words, rows_of
from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cchc.model import Role
    from cchc.reading._bodies import BodyReader

#: Words that begin an order; a line that begins so gives a duty and has no label before its colon.
ORDERS = re.compile(
    r"^(?:(?:ủy ban nhân dân|ubnd|chủ tịch)[^,.;:]{0,60},?\s+)?(?:giao|đề nghị|yêu cầu|mời|phân công)\s+(?:cho\s+)?"
)
#: A label in a line is no longer than this, unless it lists known bodies.
_LABEL = 140
#: A label that announces a count is a sentence; a shorter one with a number in it is a heading.
_ANNOUNCES = 25
_LISTED = ("dash", "bullet", "plus")


@define
class ItemReader:
    """One run over the outline of one source.

    Attributes:
        bodies: reads names of bodies.
        headings: headings that templates bring, folded, with their roles.
        name: the source's name.
        spans: where each item of the plan came from, filled as items are made.
        extents: for each item, where it begins and where all that stands below it ends.
        rows: the rows of tables by the path of their items.
        doubts: what is in doubt about headings and lists.
    """

    bodies: BodyReader
    headings: Mapping[str, Role]
    name: str
    spans: dict[str, Location] = field(factory=dict)
    extents: dict[str, tuple[int, int]] = field(factory=dict)
    rows: dict[str, Row] = field(factory=dict)
    doubts: list[Diagnostic] = field(factory=list)

    def items(
        self, nodes: list[Node], path: str = "parts", within: Role | None = None, depth: int = 0
    ) -> tuple[Item, ...]:
        """Return the items that *nodes* stand for; *within* is the part of the plan that they belong to."""
        made = []
        for index, node in enumerate(self._gathered(nodes)):
            place = f"{path}[{index}]"
            self.spans[place] = Location(file=self.name, start=node.line.start, end=node.end)
            self.extents[place] = (node.line.start, _end(node))
            made.append(self._table(node, place) if node.rows else self._item(node, place, within, depth))
        return tuple(made)

    def _gathered(self, nodes: list[Node]) -> list[Node]:
        """Put points below the body or channel that they stand behind with one marker: "- Phòng Nội vụ:", "- Theo dõi …"."""
        out: list[Node] = []
        head: Node | None = None
        lined = False
        for place, node in enumerate(nodes):
            label, colon, words = node.text.partition(":")
            field = line_role(label) is not None
            named = (
                node.kind in _LISTED and bool(colon) and not field and bool(self.bodies.name_bodies(label))
            )
            bare = node.kind in _LISTED and bool(colon) and not words.strip() and not node.below
            follows = nodes[place + 1] if place + 1 < len(nodes) else None
            if bare and not named and follows is not None and follows.kind == node.kind:
                # Deep down, a template has no further marker for the lines of a channel.
                opens = not field and _is_field(follows)
            else:
                opens = False
            if opens or (named and bare):
                head, lined = node, opens
            elif named or head is None or node.kind != head.kind or (lined and not _is_field(node)):
                head = None
            else:
                head.below.append(node)
                continue
            out.append(node)
        return out

    def _item(self, node: Node, path: str, within: Role | None, depth: int) -> Item:
        self._restore(node)
        label, words = self._label_and_words(node, within, depth)
        role = self._role(label, within, depth)
        if label and depth == 0 and role is None:
            where = Location(file=self.name, path=path, start=node.start, end=node.end)
            self.doubts.append(doubt("CR012", where, heading=label))
        part = within if within == "channels" else role or within
        if part in ("contents", "substance") and any(_gives_lead(one) for one in node.below):
            part = "channels"
        return Item(
            role=role,
            label=label,
            words=words,
            marked=bool(node.marker),
            marker=node.marker,
            items=self.items(node.below, f"{path}.items", part, depth + 1),
        )

    def _restore(self, node: Node) -> None:
        """Give points below *node* the dash back that they lost; a count that the text announced tells how many."""
        told = announced(node.text) if len(node.text) > 12 else None
        wanted = told[0] if told is not None else None
        _restore_dashes(node.below, wanted)
        found = sum(one.kind in _LISTED or one.number is not None for one in node.below)
        if wanted is not None and found and found != wanted:
            where = Location(file=self.name, start=node.start, end=node.end)
            self.doubts.append(doubt("CR011", where, announced=wanted, found=found))

    def _label_and_words(self, node: Node, within: Role | None, depth: int) -> tuple[str, str]:
        text = node.text.strip()
        if node.below and (titles(text) or (text.endswith(")") and self.bodies.name_bodies(text))):
            return text, ""
        label, colon, words = text.partition(":")
        if colon and words.strip() and self._is_label(label, words, within, depth):
            return label.strip(), words.strip()
        if not node.below and leads(text) and depth == 0 and part_role(text, self.headings) is not None:
            return text, ""
        return "", text

    def _is_label(self, label: str, words: str, within: Role | None, depth: int) -> bool:
        if len(label) > _LABEL:
            # Nothing but names that the tables know makes a label so long.
            return not self.bodies.begins(label)[1]
        if label.isupper() or line_role(label) is not None or (within is not None and says_more(label)):
            return True
        if within == "channels" and ORDERS.match(fold(words)) and not ORDERS.match(fold(label)):
            return True
        if part_role(label, self.headings) is not None and (depth == 0 or within in GROUPS):
            return True
        return not ORDERS.match(fold(label)) and "." not in label and bool(self.bodies.name_bodies(label))

    def _role(self, label: str, within: Role | None, depth: int) -> Role | None:
        if not label:
            return None
        if within == "channels":
            return line_role(label)
        if depth == 0 and len(label) > _ANNOUNCES and (said := announced(label)) is not None:
            return said[1]
        if depth == 0 or within in GROUPS:
            role = part_role(label, self.headings)
            return role if role != within and not self._names_bodies(label, role, depth) else None
        return None

    def _names_bodies(self, label: str, role: Role | None, depth: int) -> bool:
        # "Cơ quan báo chí" under organisation is a body and no part of the plan.
        if role == "duties" and depth and (whose := OF.match(fold(label))) is not None:
            return bool(self.bodies.name_bodies(label[whose.end() :]))
        return role in ("implementers", "reporting") and self.bodies.known(label) is not None

    def _table(self, node: Node, path: str) -> Item:
        titles, rows = rows_of(node.rows, node.merged)
        places = node.places[len(node.places) - len(rows) :]
        items = self._rows([*zip(rows, places, strict=True)], path)
        return Item(words=row_words(titles), marked=False, items=items)

    def _rows(self, rows: Sequence[tuple[Row, tuple[int, int]]], path: str) -> tuple[Item, ...]:
        """Return the items of *rows*; what follows a group stands below it, up to the next of its rank."""
        made: list[Item] = []
        at = 0
        while at < len(rows):
            row, (start, end) = rows[at]
            behind = at + 1
            if row.group:
                while behind < len(rows) and not (rows[behind][0].group and rows[behind][0].rank <= row.rank):
                    behind += 1
            place = f"{path}.items[{len(made)}]"
            self.rows[place] = row
            self.spans[place] = Location(file=self.name, start=start, end=end)
            self.extents[place] = (start, rows[behind - 1][1][1])
            below = self._rows(rows[at + 1 : behind], place)
            made.append(Item(words=row_words(row.cells), marked=False, items=below))
            at = behind
        return tuple(made)


def _is_field(node: Node) -> bool:
    label, colon, words = node.text.partition(":")
    return bool(colon and words.strip()) and line_role(label) is not None


def _gives_lead(node: Node) -> bool:
    label, colon, words = node.text.partition(":")
    return bool(colon and words.strip()) and line_role(label) == "lead"


def _end(node: Node) -> int:
    while node.below:
        node = node.below[-1]
    return node.end


def _restore_dashes(nodes: list[Node], wanted: int | None) -> None:
    """Tell points that lost their dash from paragraphs between points.

    A paragraph that stands alone between two points is taken for a point, unless the count that was announced comes true
    without it; any other only where the count comes true with it.
    """
    listed = [index for index, node in enumerate(nodes) if node.kind in _LISTED]
    if not listed or any(line_role(one.text.partition(":")[0]) for one in nodes if ":" in one.text):
        return
    between = [index for index in range(listed[0] + 1, listed[-1]) if nodes[index].kind == "text"]
    behind = [index for index in range(listed[-1] + 1, len(nodes)) if nodes[index].kind == "text"]
    lost = [index for index in between if index - 1 in listed and index + 1 in listed]
    if wanted == len(listed):
        lost = []
    elif wanted == len(listed) + len(between):
        lost = between
    elif wanted == len(listed) + len(between) + len(behind):
        lost = between + behind
    for index in lost:
        # The marker that it lost is its neighbours'; with it, it comes back as the point that it is.
        nodes[index].kind = nodes[listed[0]].kind
        nodes[index].marker = nodes[listed[0]].marker
