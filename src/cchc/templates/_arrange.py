"""Arranging: the items of a plan in the order of a template, so that nothing is lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import define, field

from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.model import Item

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cchc.templates._record import Section, Template

#: Roles that gather others below them.
_GROUPS = {"aims", "substance", "organisation"}
#: Roles that are parts of a plan, with the heading that a part gets where neither plan nor template has one.
PARTS = {
    "aims": "Mục đích, yêu cầu",
    "purpose": "Mục đích",
    "requirements": "Yêu cầu",
    "audience": "Đối tượng tuyên truyền",
    "substance": "Nội dung, hình thức tuyên truyền",
    "contents": "Nội dung tuyên truyền",
    "channels": "Hình thức tuyên truyền",
    "schedule": "Thời gian thực hiện",
    "budget": "Kinh phí thực hiện",
    "organisation": "Tổ chức thực hiện",
    "implementers": "Cơ quan thực hiện",
    "duties": "Trách nhiệm thực hiện",
    "reporting": "Chế độ báo cáo",
}


@define
class Placed:
    """An item at its place in the document, with the template's section that took it, and what stands below."""

    item: Item
    section: Section | None = None
    below: list[Placed] = field(factory=list)


@define
class _Piece:
    item: Item
    path: str
    # Whether it is what is left of a group that was taken apart, behind its first part.
    rest: bool = False
    siblings: list[Placed] | None = None
    placed: Placed | None = None

    def below(self) -> list[Placed]:
        """Return what stands below the piece."""
        return as_written(self.item.items)


def _collect(items: Iterable[tuple[str, Item]], into: list[_Piece]) -> None:
    for path, item in items:
        children = item.items
        parts = [index for index, child in enumerate(children) if child.role in PARTS]
        if item.role not in _GROUPS or not parts:
            into.append(_Piece(item, path))
            continue
        after = tuple(child for child in children[parts[0] :] if child.role not in PARTS)
        into.append(_Piece(attrs.evolve(item, items=children[: parts[0]]), path))
        _collect(((f"{path}.items[{index}]", children[index]) for index in parts), into)
        if after:
            rest = attrs.evolve(item, label="", words="", facts=(), marker="", items=after)
            into.append(_Piece(rest, path, rest=True))


def _says_nothing(item: Item) -> bool:
    return not (item.words.strip() or item.facts or item.items)


def _fill(section: Section, pieces: list[_Piece], into: list[Placed]) -> None:
    own = [piece for piece in pieces if piece.item.role == section.role and piece.placed is None]
    if not section.sections:
        for piece in own:
            piece.siblings, piece.placed = into, Placed(piece.item, section, piece.below())
            into.append(piece.placed)
        return
    main = next((piece for piece in own if not piece.rest), None)
    head = Placed(main.item if main else Item(role=section.role), section)
    if main is not None:
        main.siblings, main.placed = into, head
        head.below.extend(main.below())
    for part in section.sections:
        _fill(part, pieces, head.below)
    for piece in own:
        if piece is not main:
            piece.siblings, piece.placed = into, head
            head.below.extend(piece.below() if piece.rest else [Placed(piece.item, None, piece.below())])
    if head.below or not _says_nothing(head.item):
        into.append(head)


def arrange(items: tuple[Item, ...], template: Template) -> tuple[list[Placed], list[Diagnostic]]:
    """Return the parts of a plan in the template's order, and what had no place in it.

    A group that the plan has and the template has not (or the other way) is taken apart: its parts go where the
    template wants them. What the template has no section for follows the part that it followed in the plan, under its
    own heading, with a diagnostic ``CT001``. The heading of a group that is taken apart whole is not printed (``CT003``).
    """
    if template.keep_order:
        return as_written(items), []
    pieces: list[_Piece] = []
    _collect(((f"parts[{index}]", item) for index, item in enumerate(items)), pieces)
    top: list[Placed] = []
    for section in template.sections:
        _fill(section, pieces, top)
    found: list[Diagnostic] = []
    before: _Piece | None = None
    # The last that had no place, and where it was put: of a thousand in a row, none is looked for.
    last, at = None, 0
    for piece in pieces:
        if piece.placed is None:
            group = piece.item.role in _GROUPS
            if group and _says_nothing(piece.item):
                # The heading of a group whose parts all found places of their own has nothing left to head.
                if piece.item.label.strip():
                    found.append(_beheaded(piece, template))
                continue
            # Plain words that no section took stand between the parts: with a number they would be one.
            part = piece.item.role or piece.item.label.strip()
            item = piece.item if part else attrs.evolve(piece.item, marked=False)
            piece.placed = Placed(item, None, piece.below())
            piece.siblings = top if before is None or before.siblings is None else before.siblings
            if before is None or before.placed is None:
                at = 0
            else:
                at = (at if before is last else _index(piece.siblings, before.placed)) + 1
            piece.siblings.insert(at, piece.placed)
            last = piece
            found.append(_unplaced(piece, template))
        before = piece
    return top, found


def _index(places: list[Placed], wanted: Placed) -> int:
    return next((index for index, one in enumerate(places) if one is wanted), len(places) - 1)


def _unplaced(piece: _Piece, template: Template) -> Diagnostic:
    name = piece.item.label or PARTS.get(piece.item.role or "", "") or piece.item.words[:40]
    return Diagnostic(
        code="CT001",
        severity=Severity.INFO,
        vi=f"Mẫu {template.key} không có mục cho «{name}»; nội dung được giữ lại sau mục đứng trước nó.",
        en=f"Template {template.key} has no section for {name!r}; it was kept behind the part before it.",
        location=Location(path=piece.path),
    )


def _beheaded(piece: _Piece, template: Template) -> Diagnostic:
    label = piece.item.label.strip()
    return Diagnostic(
        code="CT003",
        severity=Severity.INFO,
        vi=f"Tiêu đề «{label}» không được in: mẫu {template.key} xếp các phần của nó vào mục riêng.",
        en=f"The heading {label!r} is not printed: template {template.key} has sections of their own for its parts.",
        location=Location(path=piece.path),
    )


def as_written(items: tuple[Item, ...]) -> list[Placed]:
    """Return the items of a plan in their own order."""
    return [Placed(item, None, as_written(item.items) if item.items else []) for item in items]
