"""How a report writes numbers, lists, tables and what units said: the small pieces that its parts are made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import attrs
from attrs import frozen

from cchc.document import Block, Cell, Column, Paragraph, Run, Table
from cchc.model import Body, Task
from cchc.reporting._asked import STATES
from cchc.reporting._outcome import Course, Outcome, Step, percent
from cchc.reporting._sums import Sum
from cchc.reporting._template import AnnexRole, ReportTemplate
from cchc.templates import lower_first, marker, number_words, upper_first
from cchc.text import fold, written

__all__ = [
    "NAMED",
    "NO_SUM",
    "QUOTED",
    "Place",
    "Said",
    "counted_states",
    "duty_words",
    "is_open",
    "names",
    "paragraph",
    "points",
    "quoted",
    "said",
    "says_nothing",
    "share",
    "states_words",
    "summed",
    "table",
]

Number = int | Decimal

#: What stands in the place of a sum that cannot be made.
NO_SUM = "không cộng"
#: How many units that wrote the same are named, and how many lines of what units wrote stand in the text.
NAMED, QUOTED = 5, 10
#: "Không", "không có khó khăn, vướng mắc": a unit that has nothing to say.
_NOTHING = re.compile(
    r"(?:không|ko|chưa)(?: có| phát sinh)*(?:(?: |, |/|; | và | hay | hoặc )"
    r"(?:gì|ý kiến|kiến nghị|đề xuất|đề nghị|khó khăn|vướng mắc|tồn tại|hạn chế|nội dung|thêm|khác|nào))*"
)


@frozen(kw_only=True)
class Place:
    """Where in a report something is written: the outcome, the template, the depth below the headings."""

    outcome: Outcome
    template: ReportTemplate
    annexes: Mapping[AnnexRole, str]
    markers: tuple[str, ...]
    depth: int = 0

    def deeper(self, markers: tuple[str, ...] = ()) -> Place:
        """Return the place one level down."""
        return attrs.evolve(self, depth=self.depth + 1, markers=markers or self.markers)

    def sign(self, number: int) -> str:
        """Return the marker of the *number*-th point here."""
        return marker(self.markers[min(self.depth, len(self.markers) - 1)], number)


@frozen(kw_only=True)
class Said:
    """Something that units wrote, in the same words."""

    words: str
    units: tuple[Body, ...]


def paragraph(words: str, sign: str = "", depth: int = 0, *, leads: bool = False) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(runs=(Run(words),), marker=sign, depth=depth, keep_with_next=leads)


def points(place: Place, texts: Iterable[str]) -> list[Block]:
    """Return *texts* as points at *place*."""
    return [paragraph(text, place.sign(number), place.depth) for number, text in enumerate(texts, start=1)]


def share(value: Number | None, of: Number | None) -> str:
    """Return "82,3%", or nothing where it cannot be said."""
    if value is None or of is None or of <= 0:
        return ""
    return f"{written(percent(value, of)).removesuffix(',0')}%"


def summed(one: Sum) -> str:
    """Return a sum as tables print it; a figure that does not add up says so."""
    return NO_SUM if one.parts and one.value is None else written(one.value)


def duty_words(task: Task) -> str:
    """Return what is to be done, as a table or a point begins with it."""
    words = " ".join(task.content.split()).rstrip(" .;:") or task.id
    return upper_first(words)


def counted_states(steps: Iterable[Step]) -> Counter[str]:
    """Return how many of *steps* are in each state."""
    return Counter(one.progress.status for one in steps)


def states_words(counts: Mapping[str, int], *, shares: bool = False) -> str:
    """Return "hoàn thành 09; chậm 01", the best first."""
    total = sum(counts.values())
    order = ("done", "ongoing", "late", "not_started", "dropped")
    return "; ".join(
        f"{lower_first(STATES[key])} {number_words(counts[key])}"
        + (f" ({share(counts[key], total)})" if shares else "")
        for key in order
        if counts.get(key)
    )


def says_nothing(words: str) -> bool:
    """Return whether an answer only says that there is none."""
    return _NOTHING.fullmatch(fold(words).strip(" .,;:!()-+•")) is not None


def said(pairs: Iterable[tuple[Body, str]]) -> list[Said]:
    """Return what was written line by line: what most units wrote first, else in the order of the units.

    Lines that only say that there is nothing to say are no answers.
    """
    found: dict[str, dict[str, Body]] = {}
    for unit, text in pairs:
        for line in text.splitlines():
            words = " ".join(line.split()).lstrip("-+•").strip()
            if words and not says_nothing(words):
                found.setdefault(words, {})[unit.words] = unit
    made = [Said(words=words, units=tuple(units.values())) for words, units in found.items()]
    return sorted(made, key=lambda one: -len(one.units))


def quoted(place: Place, found: Sequence[Said], annex: AnnexRole, *, most: int = QUOTED) -> list[Block]:
    """Return what units wrote as they wrote it; of more than *most* lines the rest stands where all of it is."""
    # What units did of one duty always stands answer by answer: the duty is what it is about.
    by_unit = place.template.quotes == "by_unit" and annex == "answers"
    lines = _by_unit(found, place.outcome) if by_unit else _by_answer(found)
    # One line that is left out takes as much room as the line that says so.
    kept = lines[:most] if len(lines) > most + 1 else lines
    blocks = points(place, kept)
    if rest := len(lines) - len(kept):
        where = place.annexes.get(annex, "bảng số liệu kèm theo")
        blocks.append(paragraph(f"(Còn {number_words(rest)} ý kiến khác, ghi đủ tại {where}.)"))
    return blocks


def _by_answer(found: Sequence[Said]) -> list[str]:
    return [_full_stop(f"{names(one.units)}: “{one.words}”") for one in found]


def _by_unit(found: Sequence[Said], outcome: Outcome) -> list[str]:
    lines: dict[str, list[str]] = {unit.words: [] for unit in outcome.reported}
    for one in found:
        for unit in one.units:
            lines.setdefault(unit.words, []).append(f"“{one.words}”")
    return [_full_stop(f"{name}: {'; '.join(words)}") for name, words in lines.items() if words]


def _full_stop(quote: str) -> str:
    # A mark that the unit wrote itself ends the sentence already.
    return quote if quote.endswith((".”", "!”", "?”", "…”", ";”")) else f"{quote}."


def names(units: Sequence[Body]) -> str:
    """Return the first few of *units*, and how many more there are."""
    first = "; ".join(one.words for one in units[:NAMED])
    rest = len(units) - NAMED
    return f"{first} và {number_words(rest)} đơn vị khác" if rest > 0 else first


def table(description: str, columns: Sequence[Column], rows: Iterable[Sequence[str | Cell]]) -> Table:
    """Return a printed table; a text is a plain cell."""
    return Table(
        description=description,
        columns=tuple(columns),
        rows=tuple(tuple(one if isinstance(one, Cell) else Cell(text=one) for one in row) for row in rows),
    )


def is_open(course: Course) -> bool:
    """Whether some unit has still to do with a duty."""
    return any(one.progress.status in ("not_started", "ongoing", "late") for one in course.steps)
