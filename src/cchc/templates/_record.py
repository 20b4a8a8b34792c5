"""The records by which a plugin says what the documents of its province look like."""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Callable, Iterable
from typing import Any, Literal, get_args

import attrs
from attrs import field, frozen

from cchc.document import Document
from cchc.errors import ModelError
from cchc.knowledge import holds
from cchc.model import Level, Plan, Role
from cchc.templates._arrange import PARTS

Layout = Literal["labelled", "prose", "table"]

#: The fields that wordings of a template may name.
WORDING_FIELDS = frozenset(
    {"issuer", "kind", "subject", "year", "bases", "place", "superior", "number", "date"}
)


def wording(fields: frozenset[str]) -> Callable[[object, attrs.Attribute[str], str], None]:
    """Return the check of a wording that may name *fields* in braces."""

    def check(instance: object, attribute: attrs.Attribute[str], value: str) -> None:
        # A wording with a slip in it would otherwise crash at an office's first plan, long after it was written.
        unknown = {name for _, name, _, _ in string.Formatter().parse(value) if name is not None} - fields
        if unknown:
            raise ModelError(
                where=f"{type(instance).__name__}.{attribute.name}",
                value=value,
                why=f"names unknown fields {sorted(unknown)}; known: {sorted(fields)}",
                why_vi="Có trường không biết trong ngoặc nhọn.",
            )

    return check


_wording = wording(WORDING_FIELDS)


def chosen(words: Iterable[str]) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """Return the check of a word, or of each word of a tuple, that must be one of *words*."""
    known = tuple(words)

    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        # A word with a slip in it would pass for one that never applies, and nobody would be told.
        for word in value if isinstance(value, tuple) else (value,):
            if word not in known:
                raise ModelError(
                    where=f"{type(instance).__name__}.{attribute.name}",
                    value=word,
                    why=f"must be one of {', '.join(map(repr, known))}",
                    why_vi=f"Chọn một trong: {', '.join(known)}.",
                )

    return check


def several(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Check that *value* is a tuple: one text would be taken for its letters."""
    if not isinstance(value, tuple):
        raise ModelError(
            where=f"{type(instance).__name__}.{attribute.name}",
            value=value,
            why="must be a tuple; of one value, write a comma behind it",
            why_vi="Cần một bộ giá trị (tuple); nếu chỉ có một thì thêm dấu phẩy phía sau.",
        )


@frozen(kw_only=True)
class Labels:
    """Labels of the lines of a channel, in the order of the fields here."""

    schedule: str = "Thời gian thực hiện"
    lead: str = "Cơ quan chủ trì"
    partners: str = "Cơ quan phối hợp"
    audience: str = "Đối tượng"
    content: str = "Nội dung"
    quantity: str = "Số lượng"
    method: str = "Cách thức tổ chức"
    budget: str = "Kinh phí thực hiện"


@frozen(kw_only=True)
class Section:
    """A part of the plan in a template.

    Attributes:
        role: which items of the plan it takes.
        heading: its heading, as printed.
        sections: parts below it; then the role is that of the group.
        run_in: whether text that is one paragraph goes on in the heading's line.
        markers: markers of its points from the top of this section down, where they differ from the template's.
        starter: points that ``cchc new`` writes for an office to start from; they may name the wording fields.
    """

    role: Role = field(validator=chosen(PARTS))
    heading: str
    sections: tuple[Section, ...] = field(default=(), validator=several)
    run_in: bool = False
    markers: tuple[str, ...] = field(default=(), validator=several)
    starter: tuple[str, ...] = field(default=(), validator=several)


@frozen(kw_only=True)
class Template:
    """The form of a plan in one province, for some levels and dates.

    Attributes:
        key: what ``template=`` takes, "can-tho-2013".
        name: name for people.
        province: key of the province; empty for any.
        levels: levels that it serves.
        since: first day of issue that it serves; ``None`` for no limit.
        until: first day that it no longer serves; ``None`` for no limit.
        source: what it was taken from: number and date of a real document, or why it is so.
        keep_order: whether the plan's own order and headings stay, and *sections* are not used.
        sections: the parts in their order.
        markers: markers by depth: ("I.", "1.", "a)", "-", "+").
        opening: the opening paragraph, where the plan has no words of its own.
        bases: ``inline`` (one sentence "Thực hiện …; …,") or ``lines`` ("Căn cứ …;", each on its own line).
        citation: style of the citations that it writes: ``long`` ("ngày 05 tháng 3 năm 2020") or ``short`` ("05/3/2020").
        channels: layout of channels that have no words: labelled lines, prose or a table.
        labels: labels of a channel's lines.
        duties: layout of duties that have no words: under a heading for each body, or by clause ("Giao Sở …").
        closing: the closing paragraph, where the plan has no words of its own; empty for none.
        annex_heading: title of the task table.
        annex_reference: sentence of the body that refers to it.
        archive: who files the document, where the plan does not say.
        recipients: recipients that ``cchc new`` writes; rendering never adds any.
        symbol: symbol that ``cchc new`` writes.
        signature: lines of authority and office that ``cchc new`` writes, the office last.
        compose: a function for what data cannot say; it gets the plan and this template and returns the document.
    """

    key: str
    name: str
    province: str = ""
    levels: tuple[Level, ...] = field(validator=(several, chosen(get_args(Level))))
    since: dt.date | None = None
    until: dt.date | None = None
    source: str
    keep_order: bool = False
    sections: tuple[Section, ...] = field(default=(), validator=several)
    markers: tuple[str, ...] = field(default=("I.", "1.", "a)", "-", "+"), validator=several)
    opening: str = field(default="{bases}, {issuer} ban hành {kind} {subject} như sau:", validator=_wording)
    bases: Literal["inline", "lines"] = field(default="inline", validator=chosen(("inline", "lines")))
    citation: Literal["long", "short"] = field(default="short", validator=chosen(("long", "short")))
    channels: Layout = field(default="prose", validator=chosen(get_args(Layout)))
    labels: Labels = Labels()
    duties: Literal["by_body", "by_clause"] = field(
        default="by_body", validator=chosen(("by_body", "by_clause"))
    )
    closing: str = field(default="", validator=_wording)
    annex_heading: str = field(default="PHÂN CÔNG NHIỆM VỤ {subject}", validator=_wording)
    annex_reference: str = "(Phân công nhiệm vụ chi tiết tại Phụ lục kèm theo Kế hoạch này)."
    archive: str = "VT"
    recipients: tuple[str, ...] = field(default=(), validator=several)
    symbol: str = ""
    signature: tuple[str, ...] = field(default=(), validator=several)
    compose: Callable[[Plan, Template], Document] | None = field(default=None, eq=False)

    def serves(self, level: str, day: dt.date) -> bool:
        """Whether it serves plans of *level* issued on *day*."""
        return level in self.levels and holds(self, day)
