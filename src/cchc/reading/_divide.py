"""The documents in one source: a plan alone, or a decision and the plan attached to it; and annexes."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from attrs import frozen

from cchc.model import Item
from cchc.reading._header import KINDS
from cchc.templates import ARTICLES
from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc.reading._source import Line

_PLAN = re.compile(KINDS)
_ANNEX = re.compile(r"^phụ lục(?: (?:số )?(?:[0-9]{1,2}|[ivx]{1,4}|[a-z]))?$")
_ARTICLE = re.compile(r"^\W*điều\s+([0-9]{1,2})\s*[.:]?\s*", re.IGNORECASE)
_DECIDES = re.compile(r"^quyết định\s*:?$")
_ISSUED_WITH = re.compile(r"^\(?(?:ban hành )?kèm theo (?:quyết định|kế hoạch|văn bản|công văn)\b")


@frozen
class Divided:
    """The lines of a source by the document that they belong to; *attached* is the plan of a decision."""

    main: list[Line]
    attached: list[Line]
    annexes: list[list[Line]]


def divide(lines: Sequence[Line]) -> Divided:
    """Return *lines* divided where a decision ends and the plan attached to it begins, and where annexes begin."""
    titles = [(place, title) for place, line in enumerate(lines) if (title := _title(line))]
    annexes = [place for place, line in enumerate(lines) if _is_annex(line) and place > 5]
    ends = [*annexes, len(lines)]
    cut = ends[0]
    if titles and titles[0][1] == "quyết định":
        plan = next(
            (place for place, title in titles if title != "quyết định" and place > titles[0][0]), None
        )
        if plan is not None:
            behind = [place for place in annexes if place > plan]
            ends = [*behind, len(lines)]
            main, attached = list(lines[:plan]), list(lines[plan : ends[0]])
            return Divided(main, attached, _pieces(lines, ends))
    return Divided(list(lines[:cut]), [], _pieces(lines, ends))


def _pieces(lines: Sequence[Line], ends: Sequence[int]) -> list[list[Line]]:
    return [list(lines[first:last]) for first, last in itertools.pairwise(ends)]


def _title(line: Line) -> str:
    text = line.text.strip(" *_")
    if len(text) > 40 or not text.isupper():
        return ""
    plain = fold(text)
    return plain if plain == "quyết định" or _PLAN.fullmatch(plain) else ""


def _is_annex(line: Line) -> bool:
    text = line.text.strip(" *_.:")
    return text[:7].isupper() and _ANNEX.match(fold(text)) is not None


def without_issued_with(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* without the note "(Ban hành kèm theo Quyết định số …)" at their beginning."""
    kept = list(lines)
    while kept and (_ISSUED_WITH.match(fold(kept[0].text)) or _goes_on_note(kept[0].text)):
        kept.pop(0)
    return kept


def _goes_on_note(text: str) -> bool:
    plain = text.strip()
    return plain.endswith(")") and "(" not in plain and len(plain) < 120


def divide_decision(lines: Sequence[Line]) -> tuple[list[Line], tuple[Item, ...]]:
    """Return the lines before the articles of a decision, and its articles; none where they only say what all say."""
    first = next((place for place, line in enumerate(lines) if _ARTICLE.match(line.text)), len(lines))
    before = [line for line in lines[:first] if not _DECIDES.match(fold(line.text).strip(" *:"))]
    articles: list[str] = []
    for line in lines[first:]:
        if (found := _ARTICLE.match(line.text)) is not None:
            articles.append(line.text[found.end() :].strip())
        else:
            articles[-1] = f"{articles[-1]} {line.text.strip()}"
    said = [text.removesuffix("./.").rstrip(" .") + "." for text in articles]
    return before, () if _are_usual(said) else tuple(Item(words=text) for text in said)


def _are_usual(articles: Sequence[str]) -> bool:
    patterns = [re.escape(fold(text)).replace(r"\{kind\}\ \{subject\}", r"kế hoạch .*") for text in ARTICLES]
    return len(articles) == len(patterns) and all(
        re.fullmatch(pattern, fold(text)) for pattern, text in zip(patterns, articles, strict=True)
    )
