"""The annexes of a report: the figures of each unit, its duties, its answers, and who did not report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from cchc.document import Block, Cell, Column, Table
from cchc.model import Progress
from cchc.reporting._asked import QUESTIONS, STATES
from cchc.reporting._outcome import Outcome
from cchc.reporting._pieces import (
    NAMED,
    QUOTED,
    duty_words,
    paragraph,
    said,
    says_nothing,
    summed,
    table,
)
from cchc.reporting._sums import Sum, group_of
from cchc.reporting._template import ANSWERS, AnnexRole, ReportTemplate
from cchc.text import written

__all__ = ["PORTRAIT", "annex"]

#: Annexes of few columns stand on upright pages.
PORTRAIT = ("answers", "not_reported")

# So many figures have room beside each other on a page that lies.
_ACROSS = 8
# Longer lists are for the workbook; nobody prints thirty thousand lines.
_STEPS = 300
_ANSWERS = 1000
# As many names the text has room for.
_NAMED = 10


def annex(outcome: Outcome, role: AnnexRole, template: ReportTemplate) -> list[Block]:
    """Return the blocks of an annex; nothing where the text says it all, or where it has more than anybody prints."""
    named = len(outcome.missing) <= _NAMED and "returned" in template.roles
    if (role == "not_reported" and named) or (role == "answers" and _all_quoted(outcome, template)):
        return []
    return _ROLES[role](outcome)


def _bold(text: str) -> Cell:
    return Cell(text=text, bold=True)


def _by_unit(outcome: Outcome) -> list[Block]:
    shown = [at for at, row in enumerate(outcome.rows) if row.sum.parts]
    if not shown:
        return []
    places = outcome.by_place()
    # As many columns in each table as in the others.
    count = -(-len(shown) // _ACROSS)
    chunks = [shown[len(shown) * n // count : len(shown) * (n + 1) // count] for n in range(count)]
    blocks: list[Block] = []
    for number, chunk in enumerate(chunks, start=1):
        if len(chunks) > 1:
            blocks.append(paragraph(f"Bảng {number}/{len(chunks)}", leads=True))
        blocks.append(_unit_table(outcome, places, chunk))
    return blocks


def _unit_table(
    outcome: Outcome,
    places: Sequence[tuple[str, Sequence[tuple[str, Sequence[Sum]]]]],
    chunk: Sequence[int],
) -> Table:
    indicators = [outcome.rows[at].sum.indicator for at in chunk]
    width = min(72 // len(chunk), 18)
    columns = [
        Column(title="TT", share=4, align="center"),
        Column(title="Đơn vị", share=96 - width * len(chunk)),
        *(
            Column(title=f"{one.name} ({one.unit})" if one.unit else one.name, share=width, align="right")
            for one in indicators
        ),
    ]
    rows: list[Sequence[str | Cell]] = []
    for group, units in places:
        if len(places) > 1:
            added = outcome.of_group(group)
            rows.append(
                (
                    "",
                    _bold(f"{outcome.group_words(group)} ({written(len(units))})"),
                    *(_bold(summed(added[at])) for at in chunk),
                )
            )
        rows += [
            (str(number), name, *(_own(found[at]) for at in chunk))
            for number, (name, found) in enumerate(units, start=1)
        ]
    rows.append(("", _bold("Cộng"), *(_bold(summed(outcome.rows[at].sum)) for at in chunk)))
    return table("Số liệu theo đơn vị", columns, rows)


def _own(found: Sum) -> str:
    # The figure of one unit needs no adding up.
    return written(found.parts[0].value) if len(found.parts) == 1 else summed(found)


def _steps(outcome: Outcome) -> list[Block]:
    told = [
        one
        for one in outcome.courses
        if any(step.progress.result or step.progress.reason for step in one.steps)
    ]
    if not told or sum(len(one.steps) for one in told) > _STEPS:
        return []
    fields: tuple[tuple[str, int, Callable[[Progress], str]], ...] = (
        ("Kết quả", 27, lambda one: one.result),
        ("Lý do chậm, không thực hiện", 17, lambda one: one.reason),
        ("Tài liệu kiểm chứng", 17, lambda one: one.evidence),
    )
    # A column in which nobody wrote anything takes room from the others.
    kept = [field for field in fields if any(field[2](step.progress) for one in told for step in one.steps)]
    columns = (
        Column(title="TT", share=4, align="center"),
        Column(title="Nhiệm vụ, đơn vị", share=25),
        Column(title="Trạng thái", share=10, align="center"),
        *(Column(title=title, share=share) for title, share, _ in kept),
    )
    rows: list[Sequence[str | Cell]] = []
    for course in told:
        rows.append((Cell(text=duty_words(course.task), bold=True, span=len(columns)),))
        rows += [
            (
                str(number),
                step.unit.words,
                STATES[step.progress.status],
                *(write(step.progress) for _, _, write in kept),
            )
            for number, step in enumerate(course.steps, start=1)
        ]
    return [table("Tiến độ thực hiện nhiệm vụ của từng đơn vị", columns, rows)]


def _answers(outcome: Outcome) -> list[Block]:
    rows: list[Sequence[str | Cell]] = []
    for question in QUESTIONS:
        found = [
            (one.unit.words, answer.words)
            for one in outcome.returns
            for answer in one.texts
            if answer.key == question.key and not says_nothing(answer.words)
        ]
        if found:
            rows.append((Cell(text=question.words, bold=True, span=3),))
            rows += [(str(number), unit, words) for number, (unit, words) in enumerate(found, start=1)]
    columns = (
        Column(title="TT", share=7, align="center"),
        Column(title="Đơn vị", share=28),
        Column(title="Nội dung", share=65),
    )
    return [table("Ý kiến của các đơn vị", columns, rows)] if 0 < len(rows) <= _ANSWERS else []


def _all_quoted(outcome: Outcome, template: ReportTemplate) -> bool:
    """Whether the text has every answer, with everybody who gave it."""
    for role, key in ANSWERS.items():
        pairs = [
            (one.unit, answer.words)
            for one in outcome.returns
            for answer in one.texts
            if answer.key == key and not says_nothing(answer.words)
        ]
        lines = sum(len(words.splitlines()) for _, words in pairs)
        if pairs and role not in template.roles:
            return False
        if lines > QUOTED or any(len(one.units) > NAMED for one in said(pairs)):
            return False
    return True


def _not_reported(outcome: Outcome) -> list[Block]:
    columns = (Column(title="TT", share=10, align="center"), Column(title="Đơn vị", share=90))
    rows = list(_missing_rows(outcome))
    return [table("Đơn vị chưa gửi báo cáo", columns, rows)] if rows else []


def _missing_rows(outcome: Outcome) -> Iterator[Sequence[str | Cell]]:
    for group, units in groupby(outcome.missing, key=group_of):
        listed = list(units)
        yield (Cell(text=f"{outcome.group_words(group)} ({written(len(listed))})", bold=True, span=2),)
        for number, one in enumerate(listed, start=1):
            yield (str(number), one.words)


_ROLES: dict[AnnexRole, Callable[[Outcome], list[Block]]] = {
    "by_unit": _by_unit,
    "steps": _steps,
    "answers": _answers,
    "not_reported": _not_reported,
}
