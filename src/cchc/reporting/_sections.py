"""The parts of a report, each by its role; one that has nothing to say gives nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from cchc.document import Block, Chart, Heading, Series
from cchc.model import Body
from cchc.reporting._asked import STATES
from cchc.reporting._outcome import Course, Outcome, Row, percent
from cchc.reporting._pieces import (
    NO_SUM,
    Place,
    counted_states,
    duty_words,
    is_open,
    names,
    paragraph,
    points,
    quoted,
    said,
    says_nothing,
    share,
    states_words,
)
from cchc.reporting._sums import group_of
from cchc.reporting._tables import STATE_ORDER, agency_table, figure_tables, group_table, task_table
from cchc.reporting._template import ANSWERS, ReportSection
from cchc.templates import lower_first, number_words
from cchc.text import fold, written

__all__ = ["sections"]

# More units than this go into one line a group.
_LISTED = 30
_BARS = 10
# What units wrote of one duty among many.
_RESULTS = 3
# Dots of the size of the text, as many as one line holds behind its indent.
_DOTS = "…" * 28


def sections(place: Place, parts: Sequence[ReportSection]) -> list[Block]:
    """Return the blocks of *parts* at *place*; headings count only what is there."""
    blocks: list[Block] = []
    number = 0
    for part in parts:
        here = place.deeper(part.markers) if part.heading else place
        body = [*(_ROLES[part.role](here) if part.role in _ROLES else ()), *sections(here, part.sections)]
        if not body:
            continue
        if part.heading:
            number += 1
            text = part.heading.upper() if place.depth == 0 else part.heading
            blocks.append(Heading(level=min(place.depth + 1, 3), marker=place.sign(number), text=text))
        blocks += body
    return blocks


def _returned(place: Place) -> list[Block]:
    outcome = place.outcome
    count = len(outcome.reported)
    if outcome.asked is None and not count:
        return [paragraph("Chưa có đơn vị nào gửi báo cáo.")]
    if outcome.asked is None:
        return [paragraph(f"Có {number_words(count)} đơn vị gửi báo cáo{_by_group(outcome)}.")]
    came = outcome.asked - len(outcome.missing)
    words = f"Có {number_words(came)}/{number_words(outcome.asked)} đơn vị gửi báo cáo ({share(came, outcome.asked)})"
    if not came:
        words = f"Chưa có đơn vị nào trong {number_words(outcome.asked)} đơn vị gửi báo cáo"
    blocks: list[Block] = [paragraph(f"{words}{_by_group(outcome) if came else ''}.")]
    if outcome.missing:
        blocks.append(paragraph(_missing(place, outcome.missing)))
    if count > came:
        blocks.append(paragraph(f"Ngoài danh sách, có thêm {number_words(count - came)} đơn vị gửi báo cáo."))
    chart = _returned_chart(outcome)
    return [*blocks, *([chart] if chart and "returned" in place.template.charts else [])]


def _by_group(outcome: Outcome) -> str:
    if len(outcome.groups) < 2:
        return ""
    came, absent = (Counter(map(group_of, units)) for units in (outcome.reported, outcome.missing))
    parts = (
        f"{lower_first(outcome.group_words(group))}: {number_words(came[group])}"
        + (f"/{number_words(came[group] + absent[group])}" if outcome.asked else "")
        for group in outcome.groups
    )
    return f"; trong đó {'; '.join(parts)}"


def _missing(place: Place, units: Sequence[Body]) -> str:
    label = place.annexes.get("not_reported")
    if label:
        return f"Còn {number_words(len(units))} đơn vị chưa gửi báo cáo (danh sách tại {label})."
    return f"Đơn vị chưa gửi báo cáo: {'; '.join(one.words for one in units)}."


def _returned_chart(outcome: Outcome) -> Chart | None:
    if len(outcome.groups) < 2 or not outcome.missing:
        return None
    came, absent = (Counter(map(group_of, units)) for units in (outcome.reported, outcome.missing))
    return Chart(
        title="Số đơn vị gửi báo cáo theo nhóm",
        description="Số đơn vị đã gửi và chưa gửi báo cáo của từng nhóm",
        kind="stacked",
        categories=[outcome.group_words(group) for group in outcome.groups],
        series=(
            Series(name="Đã gửi", values=[came[group] for group in outcome.groups]),
            Series(name="Chưa gửi", values=[absent[group] for group in outcome.groups]),
        ),
        unit="đơn vị",
    )


def _overview(place: Place) -> list[Block]:
    outcome = place.outcome
    counts: Counter[str] = sum((counted_states(one.steps) for one in outcome.courses), start=Counter())
    if not counts:
        return []
    told = sum(bool(one.steps) for one in outcome.courses)
    planned = len(outcome.courses)
    words = (
        f"Trong {number_words(planned)} nhiệm vụ của Kế hoạch, {number_words(told)} nhiệm vụ đã có đơn vị báo cáo tiến độ. "
        if outcome.plan
        else f"Các đơn vị báo cáo tiến độ của {number_words(told)} nhiệm vụ. "
    )
    words += f"Các đơn vị báo cáo {number_words(counts.total())} lượt nhiệm vụ: {states_words(counts, shares=True)}."
    chart = _states_chart(outcome, counts)
    return [paragraph(words), *([chart] if chart and "states" in place.template.charts else [])]


def _states_chart(outcome: Outcome, counts: Counter[str]) -> Chart | None:
    states = [key for key in STATE_ORDER if counts[key]]
    groups = [
        group
        for group in outcome.groups
        if any(group_of(step.unit) == group for one in outcome.courses for step in one.steps)
    ]
    if len(states) < 2:
        return None
    title, told = "Tiến độ thực hiện nhiệm vụ", "Số lượt nhiệm vụ ở từng trạng thái"
    if len(groups) < 2:
        return Chart(
            title=title,
            description=told,
            kind="bar",
            categories=[STATES[key] for key in states],
            series=(Series(name="Số lượt nhiệm vụ", values=[counts[key] for key in states]),),
            unit="lượt nhiệm vụ",
        )
    by = {
        group: counted_states(
            step for one in outcome.courses for step in one.steps if group_of(step.unit) == group
        )
        for group in groups
    }
    return Chart(
        title=f"{title} theo nhóm đơn vị",
        description=f"{told} của từng nhóm đơn vị",
        kind="stacked",
        categories=[outcome.group_words(group) for group in groups],
        series=tuple(Series(name=STATES[key], values=[by[group][key] for group in groups]) for key in states),
        unit="lượt nhiệm vụ",
    )


def _results(place: Place) -> list[Block]:
    outcome = place.outcome
    rows: dict[str, list[Row]] = {}
    for row in outcome.rows:
        if row.sum.parts:
            rows.setdefault(row.sum.indicator.channel or row.sum.indicator.id, []).append(row)
    blocks: list[Block] = []
    silent = []
    number = 0
    for course in outcome.courses:
        own = rows.get(course.task.id, [])
        if not course.steps and not own:
            silent.append(lower_first(duty_words(course.task)))
            continue
        number += 1
        told = said((one.unit, one.progress.result) for one in course.steps)
        sentences = [*_state_sentence(course), *(_figure_sentence(row, course) for row in own)]
        blocks.append(
            paragraph(
                f"{duty_words(course.task)}: {lower_first(sentences[0]) if sentences else ''}"
                + "".join(f" {one}" for one in sentences[1:]),
                place.sign(number),
                place.depth,
                leads=bool(told),
            )
        )
        blocks += quoted(place.deeper(), told, "steps", most=_RESULTS)
    if blocks and silent:
        blocks.append(paragraph(f"Chưa có đơn vị báo cáo về: {'; '.join(silent)}."))
    return blocks


def _state_sentence(course: Course) -> Iterator[str]:
    if course.steps:
        counts = counted_states(course.steps)
        yield f"{number_words(len(course.steps))} đơn vị báo cáo ({states_words(counts)})."


def _figure_sentence(row: Row, course: Course) -> str:
    one = row.sum
    name = "" if fold(one.indicator.name) == fold(duty_words(course.task)) else f"{one.indicator.name}: "
    if one.value is None:
        return f"{name}{NO_SUM}, số của từng đơn vị tại phụ lục."
    words = f"{name}{number_words(one.value)} {one.indicator.unit}".rstrip()
    if reached := share(row.so_far, row.target):
        words += f", đạt {reached} kế hoạch năm ({written(row.target)})"
    return f"{words}."


def _figures(place: Place) -> list[Block]:
    outcome = place.outcome
    first, *others = figure_tables(outcome) or (None,)
    if first is None:
        return [paragraph("Chưa có đơn vị nào báo cáo số liệu.")] if outcome.indicators else []
    blocks: list[Block] = [first]
    for other in others:
        blocks += [paragraph("So với kỳ trước và cùng kỳ năm trước:", leads=True), other]
    label = place.annexes.get("by_unit")
    at = f" ({label} kèm theo)" if label else ""
    if any(row.sum.parts and row.sum.value is None for row in outcome.rows):
        blocks.append(
            paragraph(
                f"Chỉ tiêu ghi “{NO_SUM}” là số không cộng được giữa các đơn vị; xem số của từng đơn vị{at}."
            )
        )
    elif label:
        blocks.append(paragraph(f"Số liệu theo đơn vị tại {label} kèm theo."))
    silent = [row.sum.indicator.name for row in outcome.rows if not row.sum.parts]
    if silent:
        blocks.append(paragraph(f"Chỉ tiêu chưa có đơn vị báo cáo: {'; '.join(map(lower_first, silent))}."))
    chart = _before_chart(outcome)
    return [*blocks, *([chart] if chart and "before" in place.template.charts else [])]


def _before_chart(outcome: Outcome) -> Chart | None:
    rows = [
        row for row in outcome.rows if row.sum.value is not None and row.before is not None and row.before > 0
    ][:_BARS]
    if len(rows) < 2:
        return None
    # Figures of different units of count have one scale only as shares.
    return Chart(
        title="Số liệu trong kỳ so với kỳ trước (kỳ trước = 100%)",
        description="Số liệu trong kỳ bằng bao nhiêu phần trăm của kỳ trước, theo chỉ tiêu",
        kind="bar",
        categories=[row.sum.indicator.name for row in rows],
        series=(Series(name="So với kỳ trước", values=[_share(row) for row in rows]),),
        unit="%",
    )


def _share(row: Row) -> Decimal:
    assert row.sum.value is not None
    assert row.before is not None
    return percent(row.sum.value, row.before)


def _groups(place: Place) -> list[Block]:
    made = group_table(place.outcome)
    return [made] if made else []


def _tasks(place: Place) -> list[Block]:
    made = task_table(place.outcome)
    return [made] if made else []


def _agencies(place: Place) -> list[Block]:
    made = agency_table(place.outcome, _LISTED)
    if made is None:
        return []
    label = place.annexes.get("steps")
    many = len(place.outcome.reported) > _LISTED and label
    return [made, *([paragraph(f"Tiến độ của từng đơn vị tại {label} kèm theo.")] if many else [])]


def _late(place: Place) -> list[Block]:
    blocks: list[Block] = []
    number = 0
    for course in place.outcome.courses:
        steps = [one for one in course.steps if one.progress.status in ("late", "dropped")]
        if not steps:
            continue
        number += 1
        reasons = said((one.unit, one.progress.reason) for one in steps)
        without = [
            one.unit for one in steps if not one.progress.reason.strip() or says_nothing(one.progress.reason)
        ]
        words = f"{duty_words(course.task)}: {states_words(counted_states(steps))}."
        if without:
            words += f" Chưa nêu lý do: {names(without)}."
        blocks.append(paragraph(words, place.sign(number), place.depth, leads=bool(reasons)))
        blocks += quoted(place.deeper(), reasons, "steps")
    return blocks


def _answers(key: str) -> Callable[[Place], list[Block]]:
    def write(place: Place) -> list[Block]:
        told = said(
            (one.unit, answer.words)
            for one in place.outcome.returns
            for answer in one.texts
            if answer.key == key
        )
        return quoted(place, told, "answers")

    return write


def _unfinished(place: Place) -> list[Block]:
    return points(
        place,
        (
            f"{duty_words(one.task)}: {states_words(_open_states(one))}."
            for one in place.outcome.courses
            if is_open(one)
        ),
    )


def _open_states(course: Course) -> Counter[str]:
    counts = counted_states(course.steps)
    return Counter({key: counts[key] for key in ("ongoing", "late", "not_started") if counts[key]})


def _own_words(_: Place) -> list[Block]:
    return [paragraph(_DOTS), paragraph(_DOTS)]


_ROLES: dict[str, Callable[[Place], list[Block]]] = {
    "returned": _returned,
    "overview": _overview,
    "results": _results,
    "figures": _figures,
    "groups": _groups,
    "tasks": _tasks,
    "agencies": _agencies,
    "late": _late,
    **{role: _answers(key) for role, key in ANSWERS.items()},
    "unfinished": _unfinished,
    "own_words": _own_words,
}
