"""Rules about reports: what units returned, and how it fits the plan and other periods (CC7xx)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from cchc.checks._record import CheckContext
from cchc.checks._rule import Found, rule
from cchc.diagnostics import Severity
from cchc.knowledge import RegimeLevel
from cchc.model import Asked, Body, Indicator, Plan, Report, UnitReport, walk_facts
from cchc.text import fold

# A year, half of it or nine months, and the periods that make it up without overlap; the first that are all there count.
_PARTS = {
    "": (("H1", "H2"), ("Q1", "Q2", "Q3", "Q4"), ("9M", "Q4"), ("H1", "Q3", "Q4")),
    "9M": (("H1", "Q3"), ("Q1", "Q2", "Q3")),
    "H1": (("Q1", "Q2"),),
    "H2": (("Q3", "Q4"),),
}
# What lies within a period whole, so that its figures cannot be more.
_WITHIN = {
    "": ("9M", "H1", "H2", "Q1", "Q2", "Q3", "Q4"),
    "9M": ("H1", "Q1", "Q2", "Q3"),
    "H1": ("Q1", "Q2"),
    "H2": ("Q3", "Q4"),
}
# Of so many, each is told; of more, once.
_EACH = 5


@frozen(kw_only=True)
class _Place:
    """A return and its path."""

    path: str
    report: UnitReport


def _returns(report: Report) -> list[_Place]:
    return [_Place(path=f"returns[{n}]", report=one) for n, one in enumerate(report.returns)]


def _plan(report: Report, plan_id: str) -> Plan | None:
    return next((one for one in report.plans if one.id == plan_id), None)


def _indicators(report: Report, plan_id: str, context: CheckContext) -> dict[str, Indicator]:
    plan = _plan(report, plan_id)
    known = plan.indicators if plan and plan.indicators else context.knowledge.indicators()
    return {one.id: one for one in known}


def _unit(body: Body, context: CheckContext) -> str:
    """Return by what a unit is known: its code, that of its name, else the name."""
    if body.code:
        return body.code
    known = context.knowledge.resolve_body(body.words, on=context.on)
    return (known.code if known and not known.is_class else None) or fold(body.words)


@rule(
    "CC701",
    name="Số liệu không có nguồn",
    rationale="Mỗi số liệu phải truy được về ô mà đơn vị đã điền; không có nguồn thì không ai kiểm lại được.",
    wrong="      - {indicator: hoi-nghi, value: 2}\n",
    right="      - {indicator: hoi-nghi, value: 2, source: {file: van-ho.xlsx, sheet: Số liệu, cell: D5}}\n",
    applies_to="report",
)
def without_source(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find figures that do not say from which file and cell they came."""
    for place in _returns(report):
        lacking = [
            (number, one)
            for number, one in enumerate(place.report.figures)
            if not one.source.file or not one.source.cell
        ]
        if len(lacking) > _EACH:
            yield Found(
                path=place.path,
                vi=f"{place.report.unit.words}: {len(lacking)} số liệu không ghi lấy từ tệp nào, ô nào.",
                en=f"{place.report.unit.words}: {len(lacking)} figures do not say from which file and cell.",
            )
            continue
        for number, one in lacking:
            yield Found(
                path=f"{place.path}.figures[{number}]",
                vi=f"Số liệu {one.indicator!r} không ghi lấy từ tệp nào, ô nào.",
                en=f"The figure {one.indicator!r} does not say from which file and cell.",
            )


@rule(
    "CC702",
    name="Chỉ tiêu không có trong kế hoạch",
    rationale="Số liệu của chỉ tiêu mà kế hoạch không hỏi thì không cộng vào đâu; thường là mã gõ nhầm.",
    wrong="{indicator: hoi-nghi-x, value: 3, source: {file: to-mua.xlsx, sheet: Số liệu, cell: D5}}",
    right="{indicator: hoi-nghi, value: 3, source: {file: to-mua.xlsx, sheet: Số liệu, cell: D5}}",
    applies_to="report",
)
def unknown_indicator(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find figures of indicators that the plan does not name; where it names none, those of the tables."""
    for place in _returns(report):
        known = _indicators(report, place.report.plan_id, context)
        for number, one in enumerate(place.report.figures):
            if known and one.indicator not in known:
                yield Found(
                    path=f"{place.path}.figures[{number}]",
                    vi=f"Kế hoạch không có chỉ tiêu {one.indicator!r}.",
                    en=f"The plan has no indicator {one.indicator!r}.",
                )


@rule(
    "CC703",
    name="Một chỉ tiêu ghi hai lần trong một báo cáo",
    severity=Severity.ERROR,
    rationale="Cộng cả hai là tính trùng, lấy một là chọn hú họa.",
    wrong="      - {indicator: hoi-nghi, value: 3, source: {file: to-mua.xlsx, sheet: Số liệu, cell: D5}}\n"
    "      - {indicator: hoi-nghi, value: 4, source: {file: to-mua.xlsx, sheet: Số liệu, cell: D6}}\n",
    right="      - {indicator: hoi-nghi, value: 3, source: {file: to-mua.xlsx, sheet: Số liệu, cell: D5}}\n",
    applies_to="report",
)
def figure_twice(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find indicators with two figures in one return."""
    for place in _returns(report):
        seen: set[str] = set()
        for number, one in enumerate(place.report.figures):
            if one.indicator in seen:
                yield Found(
                    path=f"{place.path}.figures[{number}]",
                    vi=f"{place.report.unit.words}: chỉ tiêu {one.indicator!r} đã có số liệu ở trên.",
                    en=f"{place.report.unit.words}: {one.indicator!r} has a figure above already.",
                )
            seen.add(one.indicator)


@rule(
    "CC704",
    name="Một đơn vị có hai báo cáo cùng kỳ",
    severity=Severity.ERROR,
    rationale="Cộng cả hai là tính trùng đơn vị; phải chọn một bản hoặc nâng số lần gửi của bản đúng.",
    wrong="    period: 2027-Q1\n    version: 2\n    figures:\n      - {indicator: hoi-nghi, value: 5, source: {file: to-mua-6t.xlsx, sheet: Số liệu, cell: D5}}",
    right="    period: 2027-H1\n    version: 1\n    figures:\n      - {indicator: hoi-nghi, value: 5, source: {file: to-mua-6t.xlsx, sheet: Số liệu, cell: D5}}",
    applies_to="report",
)
def unit_twice(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find units with two returns for one period: two versions of one number, or one unit under two names."""
    seen: dict[tuple[str, str, str], UnitReport] = {}
    for place in _returns(report):
        one = place.report
        key = (one.plan_id, _unit(one.unit, context), one.period)
        other = seen.setdefault(key, one)
        if other is not one:
            name = "" if other.unit == one.unit else f" (tên khác: {other.unit.words})"
            yield Found(
                path=place.path,
                vi=f"{one.unit.words}{name} có hai báo cáo khác nhau cho kỳ {one.period}.",
                en=f"{one.unit.words} has two different returns for {one.period}.",
            )


@rule(
    "CC705",
    name="Đơn vị phải báo cáo mà chưa có",
    rationale="Thiếu một đơn vị thì tổng số của cả tỉnh thiếu theo; báo cáo phải nêu đơn vị nào chưa gửi.",
    wrong='      - {words: UBND xã Tô Múa, code: "04018"}\n      - {words: UBND xã Xuân Nha, code: "04057"}\n',
    right='      - {words: UBND xã Tô Múa, code: "04018"}\n',
    applies_to="report",
)
def unit_missing(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find units that were to report and did not."""
    there = {(one.plan_id, _unit(one.unit, context), one.period) for one in report.returns}
    for number, asked in enumerate(report.asked):
        lacking = [
            (index, unit)
            for index, unit in enumerate(asked.units)
            if (asked.plan_id, _unit(unit, context), asked.period) not in there
        ]
        if len(lacking) > _EACH:
            names = "; ".join(unit.words for _, unit in lacking[:_EACH])
            yield Found(
                path=f"asked[{number}].units",
                vi=f"{len(lacking)}/{len(asked.units)} đơn vị chưa có báo cáo kỳ {asked.period}: {names}; ….",
                en=f"{len(lacking)} of {len(asked.units)} units have not reported for {asked.period}: {names}; ….",
            )
            continue
        for index, unit in lacking:
            yield Found(
                path=f"asked[{number}].units[{index}]",
                vi=f"{unit.words} chưa có báo cáo kỳ {asked.period}.",
                en=f"{unit.words} has not reported for {asked.period}.",
            )


def _added(
    report: Report, context: CheckContext
) -> Iterator[tuple[_Place, int, str, dict[str, dict[str, int | Decimal]]]]:
    """Yield each figure that adds up over periods: its return, number, indicator, and the same unit's by period."""
    by_unit: dict[tuple[str, str, str], dict[str, dict[str, int | Decimal]]] = {}
    places = _returns(report)
    for place in places:
        one = place.report
        of_year = by_unit.setdefault((one.plan_id, _unit(one.unit, context), one.period[:4]), {})
        of_year.setdefault(one.period[5:], {f.indicator: f.value for f in one.figures})
    for place in places:
        one = place.report
        known = _indicators(report, one.plan_id, context)
        for number, figure in enumerate(one.figures):
            indicator = known.get(figure.indicator)
            if indicator and indicator.adds == "sum":
                of_year = by_unit[one.plan_id, _unit(one.unit, context), one.period[:4]]
                yield place, number, figure.indicator, of_year


def _whole(period: str, indicator: str, of_year: dict[str, dict[str, int | Decimal]]) -> tuple[str, ...]:
    """Return the periods that make up *period* and all have this figure; none where some are missing."""
    return next(
        (
            several
            for several in _PARTS.get(period, ())
            if all(indicator in of_year.get(one, {}) for one in several)
        ),
        (),
    )


@rule(
    "CC706",
    name="Số cả kỳ khác tổng các kỳ bên trong",
    rationale="Sáu tháng là quý I cộng quý II; hai số khác nhau thì một trong các báo cáo sai hoặc đã sửa mà chưa báo lại.",
    wrong="{indicator: tin-bai, value: 31, source: {file: van-ho-6t.xlsx, sheet: Số liệu, cell: D4}}",
    right="{indicator: tin-bai, value: 30, source: {file: van-ho-6t.xlsx, sheet: Số liệu, cell: D4}}",
    applies_to="report",
)
def another_total(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find figures of a long period that are not the sum of the short periods in it, where all of these are there."""
    for place, number, indicator, of_year in _added(report, context):
        period, value = place.report.period, place.report.figures[number].value
        several = _whole(period[5:], indicator, of_year)
        total = sum(of_year[one][indicator] for one in several)
        if several and total != value:
            names = " + ".join(several)
            yield Found(
                path=f"{place.path}.figures[{number}]",
                vi=f"{place.report.unit.words}: {indicator!r} kỳ {period} ghi {value}, cộng {names} là {total}.",
                en=f"{place.report.unit.words}: {indicator!r} says {value} for {period}; {names} make {total}.",
            )


@rule(
    "CC707",
    name="Số lũy kế giảm",
    rationale="Kỳ dài gồm cả kỳ ngắn bên trong nên số của nó không thể nhỏ hơn.",
    wrong="{indicator: luot-nguoi, value: 90, source: {file: van-ho-6t.xlsx, sheet: Số liệu, cell: D6}}",
    right="{indicator: luot-nguoi, value: 150, source: {file: van-ho-6t.xlsx, sheet: Số liệu, cell: D6}}",
    applies_to="report",
)
def fell(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find figures that are less than those of a period within theirs; where all parts are there, CC706 tells."""
    for place, number, indicator, of_year in _added(report, context):
        period, value = place.report.period, place.report.figures[number].value
        if value < 0 or _whole(period[5:], indicator, of_year):
            continue
        for one in _WITHIN.get(period[5:], ()):
            before = of_year.get(one, {}).get(indicator)
            if before is not None and before > value:
                yield Found(
                    path=f"{place.path}.figures[{number}]",
                    vi=f"{place.report.unit.words}: {indicator!r} kỳ {period} ghi {value}, riêng kỳ {one} đã là {before}.",
                    en=f"{place.report.unit.words}: {indicator!r} says {value} for {period}, and {one} alone says {before}.",
                )
                break


@rule(
    "CC708",
    name="Kỳ báo cáo không có trong chế độ báo cáo",
    severity=Severity.INFO,
    rationale="Mỗi chế độ báo cáo có các kỳ của mình; kỳ khác thì ngày chốt số liệu không ai quy định, số liệu không so được.",
    wrong="  - plan_id: son-la-2027\n    period: 2027-Q2\n",
    right="  - plan_id: son-la-2027\n    period: 2027-H1\n",
    source="Công văn 581/BNV-CCHC năm 2022; Nghị định 09/2019/NĐ-CP ngày 24/01/2019",
    applies_to="report",
)
def period_of_no_regime(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find periods that were asked for and that their regime does not have."""
    for number, asked in enumerate(report.asked):
        if _has_period(asked, context) is False:
            yield Found(
                path=f"asked[{number}].period",
                vi=f"Chế độ {asked.regime!r} không có kỳ {asked.period}.",
                en=f"The regime {asked.regime!r} has no period {asked.period}.",
            )


def _has_period(asked: Asked, context: CheckContext) -> bool | None:
    """Return whether a regime has a period for any level that may be meant; ``None`` where the regime is not known."""
    day = dt.date(int(asked.period[:4]), 6, 30)
    levels: tuple[RegimeLevel, ...] = ("ministry", "province", "department", "district", "commune")
    found = [one for level in levels if (one := context.knowledge.regime(asked.regime, level, day))]
    if not found:
        return None
    return any(one.period(asked.period[5:] or "Y") for one in found)


@rule(
    "CC709",
    name="Báo cáo của năm khác",
    severity=Severity.ERROR,
    rationale="Kế hoạch của một năm được báo cáo trong các kỳ của năm đó; năm khác là gửi nhầm biểu.",
    wrong="    period: 2026-H1\n    version: 1",
    right="    period: 2027-H1\n    version: 1",
    applies_to="report",
)
def another_year(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find returns for a period of another year than the plan's, unless the report was asked for it."""
    asked = {(one.plan_id, one.period) for one in report.asked}
    for place in _returns(report):
        one = place.report
        plan = _plan(report, one.plan_id)
        if plan and int(one.period[:4]) != plan.year and (one.plan_id, one.period) not in asked:
            yield Found(
                path=f"{place.path}.period",
                vi=f"{one.unit.words}: kỳ {one.period}, kế hoạch là của năm {plan.year}.",
                en=f"{one.unit.words}: a period of {one.period[:4]}, the plan is of {plan.year}.",
            )


@rule(
    "CC710",
    name="Tiến độ của nhiệm vụ không có trong kế hoạch",
    rationale="Tiến độ gắn với mã nhiệm vụ; mã không có trong kế hoạch thì kết quả ấy không vào bảng nào.",
    wrong="{task: theo-doi-x, status: done, result: có bảng theo dõi, evidence: bảng quý I}",
    right="{task: theo-doi, status: done, result: có bảng theo dõi, evidence: bảng quý I}",
    applies_to="report",
)
def unknown_task(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find progress of duties that the plan does not have."""
    for place in _returns(report):
        plan = _plan(report, place.report.plan_id)
        if plan is None:
            continue
        known = {fact.id for _, fact, _ in walk_facts(plan)}
        for number, one in enumerate(place.report.progress):
            if one.task not in known:
                yield Found(
                    path=f"{place.path}.progress[{number}]",
                    vi=f"Kế hoạch không có nhiệm vụ {one.task!r}.",
                    en=f"The plan has no duty {one.task!r}.",
                )


@rule(
    "CC711",
    name="Nhiệm vụ chậm hoặc bỏ mà không nêu lý do",
    rationale="Chậm hoặc không thực hiện phải có lý do thì báo cáo mới nêu được nguyên nhân và kiến nghị.",
    wrong="{task: truyen-thanh, status: late, result: đã phát 3 buổi}",
    right="{task: truyen-thanh, status: late, result: đã phát 3 buổi, reason: hỏng máy phát}",
    applies_to="report",
)
def without_reason(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find duties that are late or were dropped, without a reason."""
    for place in _returns(report):
        for number, one in enumerate(place.report.progress):
            if one.status in ("late", "dropped") and not one.reason.strip():
                state = ("chậm", "late") if one.status == "late" else ("không thực hiện", "dropped")
                yield Found(
                    path=f"{place.path}.progress[{number}]",
                    vi=f"{place.report.unit.words}: nhiệm vụ {one.task!r} {state[0]} nhưng không nêu lý do.",
                    en=f"{place.report.unit.words}: the duty {one.task!r} is {state[1]}, without a reason.",
                )


@rule(
    "CC712",
    name="Số liệu không thể có",
    severity=Severity.ERROR,
    rationale="Số âm, tỷ lệ trên 100%, hoặc phần lẻ của thứ đếm bằng số nguyên là lỗi gõ hoặc nhầm ô.",
    wrong="{indicator: ty-le, value: 950, source: {file: to-mua.xlsx, sheet: Số liệu, cell: D7}}",
    right="{indicator: ty-le, value: 95, source: {file: to-mua.xlsx, sheet: Số liệu, cell: D7}}",
    applies_to="report",
)
def impossible(report: Report, context: CheckContext) -> Iterator[Found]:
    """Find figures below zero, rates above a hundred, and fractions of people and meetings."""
    for place in _returns(report):
        known = _indicators(report, place.report.plan_id, context)
        for number, one in enumerate(place.report.figures):
            indicator = known.get(one.indicator)
            if indicator is None:
                continue
            unit, rate = fold(indicator.unit), "%" in indicator.unit
            wrong = (
                ("số âm", "below zero") if one.value < 0
                else ("tỷ lệ trên 100%", "a rate above 100%") if rate and one.value > 100
                else ("có phần lẻ", "a fraction") if unit in _WHOLE and one.value != int(one.value)
                else None
            )  # fmt: skip
            if wrong:
                yield Found(
                    path=f"{place.path}.figures[{number}]",
                    vi=f"{place.report.unit.words}: {one.indicator!r} ghi {one.value}, {wrong[0]}.",
                    en=f"{place.report.unit.words}: {one.indicator!r} says {one.value}, {wrong[1]}.",
                )


# What comes one by one.
_WHOLE = frozenset(
    {
        "tin, bài", "tin", "bài", "cuộc", "lớp", "hội nghị", "buổi", "lượt", "lượt người", "người", "phiếu", "bài đăng",
        "phóng sự", "kỳ", "bản", "cái", "tờ", "tấm",
    }
)  # fmt: skip


RULES = (
    without_source, unknown_indicator, figure_twice, unit_twice, unit_missing, another_total, fell, period_of_no_regime,
    another_year, unknown_task, without_reason, impossible,
)  # fmt: skip
