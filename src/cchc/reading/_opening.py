"""The opening of a plan: which lines it has, what it rests on, and news that only tell of a plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from cchc.citations import find_citations
from cchc.diagnostics import Location
from cchc.model import LegalBasis
from cchc.reading._outline import marker_of
from cchc.reading._roles import announced
from cchc.text import fold, parse_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cchc.model import Use
    from cchc.reading._header import Head
    from cchc.reading._source import Line

_NEWS = re.compile(
    r"ngày (?P<date>[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}),?\s*(?P<issuer>[^,]{4,80}?)"
    r"\s+(?:đã )?(?:ban hành|xây dựng)\s+kế hoạch số\s*:?\s*(?P<number>[0-9]+[a-zđ]?)\s*/\s*(?P<symbol>[\w-]+)\s*"
    r"(?P<subject>(?:(?:về việc|về|v/v)\s+)?[^.;]*)",
    re.IGNORECASE,
)
_BASIS = re.compile(r"^(?:căn cứ|theo đề nghị|xét đề nghị|xét |theo chỉ đạo)\b")
#: Words before a citation that say how the plan rests on it; they begin a sentence or a member of its list.
_OPENER = re.compile(r"(?:^|[;.:]\s+|,\s+)(căn cứ|thực hiện|triển khai|thi hành|trên cơ sở)\s")
#: "năm 2024 và định hướng đến năm 2025" is of 2024.
_YEAR = re.compile(
    r"(?:\b(?P<beyond>định hướng|tầm nhìn)\s+(?:đến\s+)?)?\bnăm\s+(?P<year>20[0-9]{2}|19[0-9]{2})\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"[Kk]ế hoạch\s+((?:thông tin|tuyên truyền|truyền thông|cải cách|công tác)(?:(?!kế hoạch)[^.;])*?năm [0-9]{4})",
    re.IGNORECASE,
)


def divide_opening(lines: Sequence[Line], heads: Callable[[str], bool]) -> tuple[list[Line], list[Line]]:
    """Return the lines of the opening and those behind it; *heads* tells an unmarked line that heads a part of a plan."""
    for place, line in enumerate(lines):
        marker = marker_of(line.text)
        basis = marker is not None and _BASIS.match(fold(line.text[marker.end :]))
        told = announced(line.text)
        begins = (marker is not None and not basis) or line.heading is not None or line.cell is not None
        if begins or heads(line.text.strip()) or (told and len(line.text) < 300):
            return list(lines[:place]), list(lines[place:])
    return list(lines), []


def take_news(opening: Sequence[Line], head: Head) -> bool:
    """Take into *head* what a news item tells of the plan that it is about; return whether the opening is such an item."""
    if head.kind is not None:
        return False
    found = _NEWS.search(" ".join(line.text for line in opening[:6]))
    if found is None:
        return False
    head.date = parse_date(found["date"])
    head.issuer = found["issuer"].strip()
    head.number = found["number"]
    head.symbol = found["symbol"]
    head.subject = re.sub(r"^(?:về việc|về|v/v)\s+", "", found["subject"].strip(), flags=re.IGNORECASE)
    head.subject = head.subject[:1].upper() + head.subject[1:]
    return True


def bases_in(
    lines: Sequence[Line], name: str, *, own: str | None = None, keep_words: bool = False
) -> tuple[tuple[LegalBasis, ...], tuple[Location, ...]]:
    """Return the documents that *lines* rest on, with their places; the plan's *own* number is no basis of it.

    With *keep_words* each keeps its words, for a document whose opening paragraph does not say them. A line "Căn cứ …" or "Theo đề nghị của …" that cites no document is a basis in words.
    """
    bases: list[LegalBasis] = []
    places: list[Location] = []
    for line in lines:
        cited = [
            one
            for one in find_citations(line.text)
            if not one.nested and one.antecedent is None and (own is None or one.basis.number != own)
        ]
        for one in cited:
            openers = _OPENER.findall(f"{fold(line.text[: one.start])} ")
            use: Use = "basis" if openers and openers[-1] == "căn cứ" else "implements"
            # A number says enough to know the citation again; without one its words do.
            words = one.basis.words if keep_words or not one.basis.number else ""
            bases.append(attrs.evolve(one.basis, words=words, use=use))
            places.append(Location(file=name, start=line.start + one.start, end=line.start + one.end))
        text = line.text[marker.end :].strip() if (marker := marker_of(line.text)) else line.text.strip()
        if not cited and _BASIS.match(fold(text)) and len(text) < 300:
            words = re.sub(r"^[Cc]ăn cứ(?:\s+vào)?\s+", "", text).rstrip(" ;.,")
            bases.append(LegalBasis(words=words, use="basis"))
            places.append(Location(file=name, start=line.start, end=line.end))
    return tuple(bases), tuple(places)


def year_of(*texts: str) -> int | None:
    """Return the year that the first of *texts* with years names last; ``None`` where none has any."""
    for text in texts:
        found = [*_YEAR.finditer(text)]
        if years := [one["year"] for one in found if not one["beyond"]] or [one["year"] for one in found]:
            return int(years[-1])
    return None


def subject_of(opening: str, year: int) -> str:
    """Return the subject that an opening paragraph tells, for a plan without a title."""
    # What is issued is said last; before it stand the plans that it carries out.
    found = [*_SUBJECT.finditer(opening)]
    words = (
        re.sub(r"\s*\([^)]*\)", "", found[-1][1]) if found else f"tuyên truyền cải cách hành chính năm {year}"
    )
    return words[:1].upper() + words[1:]
