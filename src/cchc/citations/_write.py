"""Writing a citation as official documents do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from cchc.citations._kinds import LAWS
from cchc.citations._titles import CERTAIN, VERBS
from cchc.errors import UnknownNameError
from cchc.text import long_date, short_date

if TYPE_CHECKING:
    from cchc.model import LegalBasis

_STARTS = tuple(f"{word} " for word in (*CERTAIN, *VERBS))

Style = Literal["full", "full_short_date", "short"]


def cite(basis: LegalBasis, style: Style = "full") -> str:
    """Return the citation of *basis* in *style*, from its fields.

    ``full`` is what a first mention must say: type, number, day, body and title (Nghị định 30/2020/NĐ-CP (05/3/2020),
    Phụ lục I, II.6.b): "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành …".
    ``full_short_date`` says the same with 15/7/2021. ``short`` is for every later mention: "Nghị quyết số 76/NQ-CP". A law
    with a name is cited by that name and its day, without number and body, and later by its name. A basis that has only
    words is its words.

    Raises:
        UnknownNameError: there is no such style.
    """
    if style not in get_args(Style):
        raise UnknownNameError(
            noun="citation style", noun_vi="kiểu viện dẫn", name=style, known=get_args(Style)
        )
    if not (basis.kind or basis.number):
        return basis.words
    law = basis.kind in LAWS
    if law and basis.title:
        head = f"{basis.kind} {basis.title}"
    elif basis.number:
        head = f"{basis.kind} số {basis.number}" if basis.kind else f"số {basis.number}"
    else:
        head = basis.kind
    if style == "short" and (basis.number or law):
        return head
    parts = [head]
    if basis.date:
        parts.append(
            long_date(basis.date) if style != "full_short_date" else f"ngày {short_date(basis.date)}"
        )
    if not (law and basis.title):
        if basis.issuer:
            parts.append(f"của {basis.issuer}")
        if basis.title:
            parts.append(basis.title if basis.title.casefold().startswith(_STARTS) else f"về {basis.title}")
    return " ".join(parts)
