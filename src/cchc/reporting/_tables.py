"""The printed tables of a report: sums with what they are compared with, by group, duties by state, units by state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from cchc.document import Cell, Column, Table
from cchc.model import Body, Task
from cchc.reporting._asked import STATES
from cchc.reporting._outcome import Number, Outcome, Row
from cchc.reporting._pieces import counted_states, duty_words, share, summed, table
from cchc.reporting._sums import group_of
from cchc.reporting._units import unit_key
from cchc.templates import bodies_words
from cchc.text import written

__all__ = ["STATE_ORDER", "agency_table", "figure_tables", "group_table", "task_table"]

# The share of a column that has room for "Đang thực hiện" on lines of whole words.
_STATE = 10

STATE_ORDER = ("done", "ongoing", "late", "not_started", "dropped")


def _bold(text: str) -> Cell:
    return Cell(text=text, bold=True)


def figure_tables(outcome: Outcome) -> list[Table]:
    """Return the figures with the plan's targets, and with the period before and the same one last year.

    What is not known has no column. Where there is all of it, it makes two tables: seven figures in a row have no room on
    an upright page.
    """
    rows = [one for one in outcome.rows if one.sum.parts]
    planned = _told(
        rows,
        (
            ("Lũy kế năm", lambda row: written(row.so_far) if row.so_far != row.sum.value else ""),
            ("Kế hoạch năm (đạt %)", lambda row: _beside(row.target, row.so_far, row.target)),
        ),
    )
    earlier = _told(
        rows,
        (
            ("Kỳ trước (so sánh %)", lambda row: _beside(row.before, row.sum.value, row.before)),
            (
                "Cùng kỳ năm trước (so sánh %)",
                lambda row: _beside(row.last_year, row.sum.value, row.last_year),
            ),
        ),
    )
    if not rows:
        return []
    name = f"Số liệu tổng hợp {outcome.name}"
    if len(planned) + len(earlier) < 4:
        return [_figures(name, rows, [*planned, *earlier])]
    compared = [row for row in rows if any(write(row) for _, write in earlier)]
    return [
        _figures(name, rows, planned),
        _figures(f"{name} so với các kỳ trước", compared, earlier),
    ]


_Told = tuple[str, Callable[[Row], str]]


def _told(rows: Sequence[Row], columns: Iterable[_Told]) -> list[_Told]:
    return [(title, write) for title, write in columns if any(map(write, rows))]


def _figures(description: str, rows: Sequence[Row], more: Sequence[_Told]) -> Table:
    shown: list[_Told] = [("Trong kỳ", lambda row: summed(row.sum)), *more]
    widths = [_width(write(row) for row in rows) for _, write in shown]
    columns = [
        Column(title="TT", share=6, align="center"),
        Column(title="Chỉ tiêu", share=82 - sum(widths)),
        Column(title="Đơn vị tính", share=12, align="center"),
        *(
            Column(title=title, share=width, align="right")
            for (title, _), width in zip(shown, widths, strict=True)
        ),
    ]
    return table(
        description,
        columns,
        (
            (
                str(number),
                row.sum.indicator.name,
                row.sum.indicator.unit,
                *(Cell(text=write(row), bold=at == 0) for at, (_, write) in enumerate(shown)),
            )
            for number, row in enumerate(rows, start=1)
        ),
    )


def _width(texts: Iterable[str]) -> int:
    """Return the share of a column in which no number breaks: a digit takes 1.4 hundredths of an upright page."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    return min(20, max(14, 3 + -(-longest * 14 // 10)))


def _beside(value: Number | None, part: Number | None, of: Number | None) -> str:
    said = share(part, of)
    return f"{written(value)}\n({said})" if said else written(value)


def group_table(outcome: Outcome) -> Table | None:
    """Return the sums by group of units; nothing where there is one group only."""
    groups = [one for one in outcome.groups if any(group_of(unit) == one for unit in outcome.reported)]
    rows = [
        (at, row.sum)
        for at, row in enumerate(outcome.rows)
        if row.sum.parts and row.sum.indicator.adds != "none"
    ]
    if len(groups) < 2 or not rows:
        return None
    by = {group: outcome.of_group(group) for group in groups}
    cells = [[*(written(by[group][at].value) for group in groups), written(one.value)] for at, one in rows]
    width = min(_width(text for row in cells for text in row), 64 // (len(groups) + 1))
    columns = [
        Column(title="TT", share=6, align="center"),
        Column(title="Chỉ tiêu", share=94 - width * (len(groups) + 1)),
        *(
            Column(title=title, share=width, align="right")
            for title in (*map(outcome.group_words, groups), "Cộng")
        ),
    ]
    return table(
        "Số liệu theo nhóm đơn vị",
        columns,
        (
            (str(number), one.indicator.name, *row[:-1], _bold(row[-1]))
            for number, ((_, one), row) in enumerate(zip(rows, cells, strict=True), start=1)
        ),
    )


def task_table(outcome: Outcome) -> Table | None:
    """Return the duties with who leads them and how many units are in each state."""
    found = [(one, counted_states(one.steps)) for one in outcome.courses if one.steps]
    if not found:
        return None
    total: Counter[str] = sum((counts for _, counts in found), start=Counter())
    states = [key for key in STATE_ORDER if total[key]]
    columns = [
        Column(title="TT", share=6, align="center"),
        Column(title="Nhiệm vụ (cơ quan chủ trì)", share=94 - _STATE * (1 + len(states))),
        *_state_columns(states, "Số đơn vị"),
    ]
    rows: list[Sequence[str | Cell]] = [
        (str(number), _led(one.task), *_state_cells(counts, states))
        for number, (one, counts) in enumerate(found, start=1)
    ]
    rows.append(("", _bold("Cộng"), *map(_bold, _state_cells(total, states))))
    return table("Tiến độ thực hiện nhiệm vụ được phân công", columns, rows)


def _led(task: Task) -> str:
    return f"{duty_words(task)} ({bodies_words(task.lead)})" if task.lead else duty_words(task)


def _state_columns(states: Sequence[str], first: str) -> list[Column]:
    titles = (first, *(STATES[key] for key in states))
    return [Column(title=title, share=_STATE, align="center") for title in titles]


def _state_cells(counts: Counter[str], states: Sequence[str]) -> list[str]:
    return [written(counts.total()), *(written(counts[key] or None) for key in states)]


def agency_table(outcome: Outcome, most: int) -> Table | None:
    """Return the units with how many of their duties are in each state, a bold line for each group.

    Of more than *most* units only the groups have lines.
    """
    counts: dict[str, Counter[str]] = {}
    for course in outcome.courses:
        for step in course.steps:
            counts.setdefault(unit_key(step.unit), Counter())[step.progress.status] += 1
    units = [one for one in outcome.reported if unit_key(one) in counts]
    if not units:
        return None
    total: Counter[str] = sum(counts.values(), start=Counter())
    states = [key for key in STATE_ORDER if total[key]]
    columns = [
        Column(title="TT", share=6, align="center"),
        Column(title="Cơ quan, đơn vị", share=94 - _STATE * (1 + len(states))),
        *_state_columns(states, "Số nhiệm vụ"),
    ]
    rows: list[Sequence[str | Cell]] = []
    grouped = [(group, [one for one in units if group_of(one) == group]) for group in outcome.groups]
    grouped = [(group, own) for group, own in grouped if own]
    for group, own in grouped:
        subtotal: Counter[str] = sum((counts[unit_key(one)] for one in own), start=Counter())
        # The line of the only group would say what the last line says.
        if len(grouped) > 1 or len(units) > most:
            name = f"{outcome.group_words(group)} ({written(len(own))})"
            rows.append(("", _bold(name), *map(_bold, _state_cells(subtotal, states))))
        if len(units) <= most:
            rows += _unit_rows(own, counts, states)
    rows.append(("", _bold("Cộng"), *map(_bold, _state_cells(total, states))))
    return table("Tiến độ thực hiện nhiệm vụ theo cơ quan, đơn vị", columns, rows)


def _unit_rows(
    units: Sequence[Body], counts: dict[str, Counter[str]], states: Sequence[str]
) -> list[Sequence[str | Cell]]:
    return [
        (str(number), one.words, *_state_cells(counts[unit_key(one)], states))
        for number, one in enumerate(units, start=1)
    ]
