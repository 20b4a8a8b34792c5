"""The typed tables of a report, for workbooks and web pages, and the table that traces every figure to its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.document import Sheet, SheetColumn, Value
from cchc.model import CellSource, Indicator, Report, UnitReport
from cchc.reporting._asked import QUESTIONS, STATES
from cchc.reporting._outcome import Outcome
from cchc.reporting._pieces import NO_SUM, duty_words
from cchc.reporting._spans import period_before, year_before, year_so_far
from cchc.reporting._sums import added_up, counted, group_of

__all__ = ["report_sheets", "trace_sheet"]


def report_sheets(outcome: Outcome) -> tuple[Sheet, ...]:
    """Return the tables beside the pages; those without a row are left out."""
    made = (_figures(outcome), _by_unit(outcome), _steps(outcome), _answers(outcome), _missing(outcome))
    return tuple(one for one in made if one.rows)


def _figures(outcome: Outcome) -> Sheet:
    groups = outcome.groups if len(outcome.groups) > 1 else ()
    columns = [
        (SheetColumn(key="tt", title="TT", kind="integer", width=5), range(1, len(outcome.rows) + 1)),
        (SheetColumn(key="name", title="Chỉ tiêu", width=46), [row.sum.indicator.name for row in outcome.rows]),
        (SheetColumn(key="unit", title="Đơn vị tính", width=13), [row.sum.indicator.unit for row in outcome.rows]),
        (
            SheetColumn(key="value", title="Trong kỳ", width=14),
            [NO_SUM if row.sum.parts and row.sum.value is None else row.sum.value for row in outcome.rows],
        ),
        (
            SheetColumn(key="units", title="Số đơn vị", kind="integer", width=10),
            [len(row.sum.parts) for row in outcome.rows],
        ),
        (SheetColumn(key="so_far", title="Lũy kế năm", width=14), [row.so_far for row in outcome.rows]),
        (SheetColumn(key="target", title="Kế hoạch năm", width=14), [row.target for row in outcome.rows]),
        (SheetColumn(key="before", title="Kỳ trước", width=14), [row.before for row in outcome.rows]),
        (SheetColumn(key="last", title="Cùng kỳ năm trước", width=14), [row.last_year for row in outcome.rows]),
        *(
            (
                SheetColumn(key=f"group{number}", title=outcome.group_words(group), width=14),
                [one.value for one in outcome.of_group(group)],
            )
            for number, group in enumerate(groups, start=1)
        ),
    ]  # fmt: skip
    # What is compared with nothing needs no column.
    kept = [(column, values) for column, values in columns if any(value is not None for value in values)]
    return Sheet(
        key="figures",
        title="Số liệu tổng hợp",
        columns=tuple(column for column, _ in kept),
        rows=tuple(zip(*(values for _, values in kept), strict=True)),
    )


def _by_unit(outcome: Outcome) -> Sheet:
    return Sheet(
        key="by_unit",
        title="Số liệu theo đơn vị",
        columns=(
            SheetColumn(key="unit", title="Đơn vị", width=34),
            SheetColumn(key="group", title="Nhóm", width=28),
            # A title on three lines at most.
            *(
                SheetColumn(key=f"f{n}", title=one.name, width=max(13, len(one.name) // 3 + 4))
                for n, one in enumerate(outcome.indicators)
            ),
        ),
        rows=tuple(_unit_row(outcome, one, outcome.indicators) for one in outcome.returns),
    )


def _unit_row(outcome: Outcome, one: UnitReport, indicators: Sequence[Indicator]) -> tuple[Value, ...]:
    values: dict[str, Value] = {figure.indicator: figure.value for figure in one.figures}
    if len(values) < len(one.figures):
        # Several figures of one indicator in one return add up in the report, and so they do here.
        values = {
            found.indicator.id: found.parts[0].value if len(found.parts) == 1 else found.value
            for found in added_up((one,), indicators)
            if found.parts
        }
    group = outcome.group_words(group_of(one.unit))
    return (one.unit.words, group, *(values.get(indicator.id) for indicator in indicators))


def _steps(outcome: Outcome) -> Sheet:
    return Sheet(
        key="progress",
        title="Tiến độ nhiệm vụ",
        columns=(
            SheetColumn(key="unit", title="Đơn vị", width=30),
            SheetColumn(key="task", title="Nhiệm vụ", width=40),
            SheetColumn(
                key="status", title="Trạng thái", kind="choice", width=16, choices=tuple(STATES.values())
            ),
            SheetColumn(key="result", title="Kết quả", width=36),
            SheetColumn(key="reason", title="Lý do", width=24),
            SheetColumn(key="evidence", title="Tài liệu kiểm chứng", width=24),
        ),
        rows=tuple(
            (
                step.unit.words,
                duty_words(course.task),
                STATES[step.progress.status],
                step.progress.result,
                step.progress.reason,
                step.progress.evidence,
            )
            for course in outcome.courses
            for step in course.steps
        ),
    )


def _answers(outcome: Outcome) -> Sheet:
    words = {one.key: one.words for one in QUESTIONS}
    return Sheet(
        key="answers",
        title="Ý kiến của đơn vị",
        columns=(
            SheetColumn(key="question", title="Nội dung hỏi", width=32),
            SheetColumn(key="unit", title="Đơn vị", width=30),
            SheetColumn(key="answer", title="Trả lời", width=70),
        ),
        rows=tuple(
            (words[key], one.unit.words, answer.words)
            for key in words
            for one in outcome.returns
            for answer in one.texts
            if answer.key == key
        ),
    )


def _missing(outcome: Outcome) -> Sheet:
    return Sheet(
        key="missing",
        title="Đơn vị chưa gửi",
        columns=(
            SheetColumn(key="unit", title="Đơn vị", width=40),
            SheetColumn(key="group", title="Nhóm", width=28),
        ),
        rows=tuple((one.words, outcome.group_words(group_of(one))) for one in outcome.missing),
    )


def trace_sheet(report: Report, outcome: Outcome) -> Sheet:
    """Return every figure and every state that *outcome* is made of, with file, sheet and cell: also of earlier periods."""
    return Sheet(
        key="trace",
        title="Nguồn số liệu",
        columns=tuple(
            SheetColumn(key=key, title=title, width=width)
            for key, title, width in (
                ("period", "Kỳ", 10),
                ("name", "Chỉ tiêu, nhiệm vụ", 40),
                ("unit", "Đơn vị", 30),
                ("value", "Số liệu", 14),
                ("file", "Tệp", 36),
                ("sheet", "Trang", 16),
                ("cell", "Ô", 8),
            )
        ),
        rows=tuple(_traced(report, outcome)),
    )


def _traced(report: Report, outcome: Outcome) -> Iterator[tuple[Value, ...]]:
    every = counted(report.returns)
    so_far = year_so_far(outcome.period, {one.period for one in every})
    periods = dict.fromkeys(
        (outcome.period, *so_far, period_before(outcome.period), year_before(outcome.period))
    )
    for period in periods:
        for found in added_up((one for one in every if one.period == period), outcome.indicators):
            for part in found.parts:
                yield period, found.indicator.name, part.unit.words, part.value, *_cell(part.source)
    for course in outcome.courses:
        for step in course.steps:
            yield (
                outcome.period,
                duty_words(course.task),
                step.unit.words,
                STATES[step.progress.status],
                *_cell(step.progress.source),
            )


def _cell(source: CellSource) -> tuple[str, str, str]:
    return source.file, source.sheet, source.cell
