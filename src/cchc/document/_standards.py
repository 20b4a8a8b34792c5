"""Document standards (*thể thức và kỹ thuật trình bày văn bản*) by date, with their measurements.

Lengths are millimetres, sizes are points. Where the law gives a range, the value is the one that the law's own sample
uses (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4).
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrs import frozen

__all__ = ["STANDARDS", "DocumentStandard", "standard_on"]


@frozen(kw_only=True)
class Size:
    """Sizes in points of the components that the law gives a size of their own."""

    country: int = 13
    motto: int = 14
    body_name: int = 13
    number: int = 13
    place_date: int = 14
    title: int = 14
    text: int = 14
    signature: int = 14
    recipients_label: int = 12
    recipients: int = 11
    page_number: int = 14
    table: int = 12
    mark: int = 13


@frozen(kw_only=True)
class DocumentStandard:
    """A document standard and the days on which it holds.

    Attributes:
        key: stable name.
        source: the document that sets it, with number and date.
        since: first day; ``None`` where it is the oldest known.
        until: first day on which it no longer holds; ``None`` while it is in force.
        confidence: ``law`` where the text was read, ``practice`` where values follow practice.
        font: typeface.
        width: page width, portrait.
        height: page height, portrait.
        top: margin.
        bottom: margin.
        left: margin.
        right: margin.
        edge: from the page's edge to the page number.
        indent: first-line indent.
        gap: space before a paragraph, in points.
        page_number: where the number of the page stands, from page 2 on.
        basis_italic: whether the lines of legal bases are in italics.
        size: sizes of components.
    """

    key: str
    source: str
    since: dt.date | None
    until: dt.date | None
    confidence: Literal["law", "practice"]
    font: str = "Times New Roman"
    width: float = 210.0
    height: float = 297.0
    top: float = 25.0
    bottom: float = 20.0
    left: float = 35.0
    right: float = 20.0
    edge: float = 10.0
    indent: float = 10.0
    gap: float = 6.0
    page_number: Literal["top-center", "bottom-right"]
    basis_italic: bool
    size: Size = Size()


STANDARDS: tuple[DocumentStandard, ...] = (
    DocumentStandard(
        key="tt01-2011",
        source="Thông tư số 01/2011/TT-BNV ngày 19/01/2011 của Bộ Nội vụ",
        # The first day in force is not verified, and older standards are legacy that we do not lay out by; what was
        # issued before is printed by the oldest standard that is known well.
        since=None,
        until=dt.date(2020, 3, 5),
        confidence="practice",
        page_number="bottom-right",
        # Upright in practice; the text of the circular on this point was not read.
        basis_italic=False,
    ),
    DocumentStandard(
        key="nd30-2020",
        source="Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, Phụ lục I và Phụ lục III (Mẫu 1.4)",
        since=dt.date(2020, 3, 5),
        until=None,
        confidence="law",
        page_number="top-center",
        basis_italic=True,
    ),
)


def standard_on(day: dt.date) -> DocumentStandard:
    """Return the document standard that holds on *day*."""
    return next(
        one
        for one in STANDARDS
        if (one.since is None or one.since <= day) and (one.until is None or day < one.until)
    )
