"""The consolidated report as an official document (*Báo cáo*, Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

import attrs
from attrs import frozen

from cchc.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Properties,
    Run,
    Section,
    Sheet,
    SheetColumn,
    SignatureBlock,
    Table,
    Title,
    Value,
    standard_on,
)
from cchc.model import Body, Indicator, Plan, Report, UnitReport, channels, tasks
from cchc.reporting._asked import STATES
from cchc.reporting._periods import Period
from cchc.reporting._sums import GROUPS, Sum, doubled_returns, group_of, period_before, sums, year_before
from cchc.reporting._units import unit_key
from cchc.templates import full_name, letterhead, upper_first
from cchc.text import long_date, short_date, sort_key

__all__ = ["report_document"]

_BLANK = "       "
_SECTIONS = (
    ("ket-qua", "KẾT QUẢ NỔI BẬT CỦA CÁC ĐƠN VỊ"),
    ("kho-khan", "KHÓ KHĂN, VƯỚNG MẮC"),
    ("kien-nghi", "KIẾN NGHỊ, ĐỀ XUẤT"),
    ("phuong-huong", "NHIỆM VỤ TRỌNG TÂM KỲ TỚI"),
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


@frozen(kw_only=True)
class _Facts:
    plan: Plan
    period: Period
    indicators: Sequence[Indicator]
    returns: tuple[UnitReport, ...]
    report: Report
    earlier: Report
    units: Sequence[Body]


def report_document(
    plan: Plan,
    report: Report,
    period: Period,
    indicators: Sequence[Indicator],
    *,
    units: Sequence[Body] = (),
    earlier: Report | None = None,
    trace: bool = False,
) -> Document:
    """Return the consolidated report of *period*: the text by the structure of NĐ 30, and the figures as sheets.

    Args:
        plan: the plan that is reported on.
        report: the returns; those on other plans and for other periods are left out.
        period: the period.
        indicators: the figures that were asked for.
        units: who was to report; where it is empty nobody is said to be missing.
        earlier: returns of other periods, of which the period before and the same one last year are compared.
        trace: whether a sheet says of each figure from which file and cell it came.
    """
    returns = tuple(one for one in report.returns if (one.plan_id, one.period) == (plan.id, period.id))
    facts = _Facts(
        plan=plan,
        period=period,
        indicators=indicators,
        returns=returns,
        report=Report(returns=returns),
        earlier=earlier or Report(),
        units=units,
    )
    found = sums(facts.report, indicators)
    subject = (
        f"Kết quả thực hiện {plan.subject[:1].lower()}{plan.subject[1:]}"
        f", {period.name[:1].lower()}{period.name[1:]}"
    )
    head = attrs.evolve(
        letterhead(plan),
        number=f"Số:{_BLANK}/{_symbol(plan)}",
        place_date=f"{plan.place or _BLANK}, ngày{_BLANK}tháng{_BLANK}năm {plan.year}",
        marks=(),
    )
    blocks: list[Block] = [head, Title(kind="BÁO CÁO", subject=subject), _opening(facts)]
    parts = [
        ("TÌNH HÌNH GỬI BÁO CÁO", _returned(facts)),
        (
            "KẾT QUẢ THỰC HIỆN",
            _numbered([*_figures(facts, found), *_by_group(facts, found), *_progress(facts)]),
        ),
        *((title, _quoted(facts, key)) for key, title in _SECTIONS),
    ]
    for number, (title, body) in zip(_ROMAN, [one for one in parts if one[1]]):
        blocks += [Heading(level=1, marker=f"{number}.", text=title), *body]
    issuer = full_name(plan.issuer.words)
    blocks.append(_paragraph(f"Trên đây là báo cáo kết quả thực hiện {period.name} của {issuer}./."))
    signed = plan.signature
    blocks.append(
        SignatureBlock(
            recipients=(
                *(f"- {body.words.rstrip(';.')};" for body in plan.recipients),
                f"- Lưu: {plan.archive or 'VT'}.",
            ),
            authority=tuple(line.upper() for line in signed.authority) if signed else (),
            position=signed.position.upper() if signed else "",
            name=signed.name if signed else "",
        )
    )
    return Document(
        standard=standard_on(period.due or dt.date(plan.year, 12, 31)),
        properties=Properties(
            title=f"Báo cáo {subject[:1].lower()}{subject[1:]}",
            subject=subject,
            creator=issuer,
            keywords=("cải cách hành chính", "báo cáo", period.id),
        ),
        sections=(Section(blocks=tuple(blocks)),),
        sheets=tuple(one for one in _sheets(facts, found, trace=trace) if one.rows),
        diagnostics=doubled_returns(facts.report),
    )


def _symbol(plan: Plan) -> str:
    _, mark, rest = plan.symbol.partition("-")
    return f"BC-{rest}" if mark else "BC"


def _paragraph(words: str, marker: str = "") -> Paragraph:
    return Paragraph(runs=(Run(words),), marker=marker)


def _opening(facts: _Facts) -> Paragraph:
    plan, period = facts.plan, facts.period
    number = f" số {plan.number}/{plan.symbol}" if plan.number else ""
    day = f" {long_date(plan.date)}" if plan.date else ""
    window = ""
    if period.start and period.end:
        window = f" (số liệu từ ngày {short_date(period.start)} đến hết ngày {short_date(period.end)})"
    name = full_name(plan.issuer.words)
    return _paragraph(
        f"Thực hiện Kế hoạch{number}{day} của {name} {plan.subject[:1].lower()}{plan.subject[1:]}, "
        f"{name} báo cáo kết quả {period.name[:1].lower()}{period.name[1:]}{window} như sau:"
    )


def _returned(facts: _Facts) -> list[Block]:
    units = {unit_key(one.unit): one.unit for one in facts.returns}
    count = len(units)
    if not facts.units:
        return [_paragraph(f"Có {count} đơn vị gửi báo cáo.")]
    asked = {unit_key(one): one for one in facts.units}
    missing = sorted((one.words for key, one in asked.items() if key not in units), key=sort_key)
    said = f"Có {count - len(units.keys() - asked.keys())}/{len(asked)} đơn vị gửi báo cáo."
    if not missing:
        return [_paragraph(said)]
    return [_paragraph(f"{said} Đơn vị chưa gửi báo cáo: {'; '.join(missing)}.")]


def _numbered(blocks: list[Block]) -> list[Block]:
    headings = [one for one in blocks if isinstance(one, Heading)]
    numbers = {id(one): f"{number}." for number, one in enumerate(headings, start=1)}
    return [attrs.evolve(one, marker=numbers[id(one)]) if isinstance(one, Heading) else one for one in blocks]


def _figures(facts: _Facts, found: Sequence[Sum]) -> list[Block]:
    before, last = _compared(facts)
    targets = _targets(facts.plan)
    rows = [
        (
            Cell(text=str(number)),
            Cell(text=one.indicator.name),
            Cell(text=one.indicator.unit),
            Cell(text=_written(one.value), bold=True),
            Cell(text=_against(one.value, targets.get(one.indicator.id))),
            Cell(text=_written(before.get(one.indicator.id))),
            Cell(text=_written(last.get(one.indicator.id))),
        )
        for number, one in enumerate((one for one in found if one.parts), start=1)
    ]
    if not rows:
        return [_paragraph("Chưa có đơn vị nào báo cáo số liệu.")]
    columns = (
        Column(title="TT", share=6, align="center"),
        Column(title="Chỉ tiêu", share=34),
        Column(title="Đơn vị tính", share=12, align="center"),
        Column(title="Trong kỳ", share=12, align="right"),
        Column(title="So với kế hoạch", share=12, align="right"),
        Column(title="Kỳ trước", share=12, align="right"),
        Column(title="Cùng kỳ năm trước", share=12, align="right"),
    )
    name = f"Số liệu tổng hợp {facts.period.name}"
    return [
        Heading(level=2, text="Số liệu tổng hợp"),
        Table(description=name, columns=columns, rows=tuple(rows)),
    ]


def _by_group(facts: _Facts, found: Sequence[Sum]) -> list[Block]:
    groups = [one for one in GROUPS if any(group_of(part.unit) == one for part in facts.returns)]
    if len(groups) < 2:
        return []
    by = {group: sums(facts.report, facts.indicators, group=group) for group in groups}
    rows = [
        (
            Cell(text=one.indicator.name),
            *(Cell(text=_written(by[group][at].value)) for group in groups),
            Cell(text=_written(one.value), bold=True),
        )
        for at, one in enumerate(found)
        if one.parts
    ]
    columns = (
        Column(title="Chỉ tiêu", share=40),
        *(Column(title=group, share=60 // (len(groups) + 1), align="right") for group in groups),
        Column(title="Cộng", share=60 // (len(groups) + 1), align="right"),
    )
    name = "Số liệu theo nhóm đơn vị"
    return (
        [Heading(level=2, text=name), Table(description=name, columns=columns, rows=tuple(rows))]
        if rows
        else []
    )


def _compared(facts: _Facts) -> tuple[dict[str, int | Decimal | None], dict[str, int | Decimal | None]]:
    made = []
    for period in (period_before(facts.period.id), year_before(facts.period.id)):
        found = sums(facts.earlier, facts.indicators, period=period)
        made.append({one.indicator.id: one.value for one in found})
    return made[0], made[1]


def _targets(plan: Plan) -> dict[str, int | Decimal]:
    """Return what the plan wants: an indicator with the id of a channel counts what that channel is to bring."""
    return {one.id: one.quantity.number for one in channels(plan) if one.quantity}


def _against(value: int | Decimal | None, target: int | Decimal | None) -> str:
    if value is None or not target:
        return ""
    share = (Decimal(value) * 100 / Decimal(target)).quantize(Decimal("0.1"))
    return f"{_written(share)}% ({_written(target)})"


def _written(value: int | Decimal | None) -> str:
    """Return a number as Vietnamese writes it: "1.234,5"."""
    if value is None:
        return ""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.translate({44: ".", 46: ","})


def _progress(facts: _Facts) -> list[Block]:
    counts = _counts(facts)
    rows = [
        (
            Cell(text=str(number)),
            Cell(text=upper_first(task.content)),
            *(Cell(text=str(counts[task.id][key] or "")) for key in STATES),
        )
        for number, task in enumerate((one for one in tasks(facts.plan) if one.id in counts), start=1)
    ]
    if not rows:
        return []
    columns = (
        Column(title="TT", share=6, align="center"),
        Column(title="Nhiệm vụ", share=44),
        *(Column(title=words, share=10, align="center") for words in STATES.values()),
    )
    return [
        Heading(level=2, text="Tiến độ thực hiện nhiệm vụ (số đơn vị)"),
        Table(description="Tiến độ thực hiện nhiệm vụ", columns=columns, rows=tuple(rows)),
    ]


def _counts(facts: _Facts) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for one in facts.returns:
        for step in one.progress:
            counts.setdefault(step.task, Counter())[step.status] += 1
    return counts


def _quoted(facts: _Facts, key: str) -> list[Block]:
    """Return what units wrote, as they wrote it; those that wrote the same are named together."""
    said: dict[str, list[str]] = {}
    for one in facts.returns:
        for answer in one.texts:
            if answer.key == key:
                said.setdefault(answer.words, []).append(one.unit.words)
    return [
        _paragraph(f"{'; '.join(sorted(names, key=sort_key))}: “{' '.join(words.split())}”", marker="-")
        for words, names in said.items()
    ]


def _sheets(facts: _Facts, found: Sequence[Sum], *, trace: bool) -> Iterable[Sheet]:
    before, last = _compared(facts)
    yield Sheet(
        key="figures",
        title="Số liệu tổng hợp",
        columns=(
            SheetColumn(key="tt", title="TT", kind="integer", width=5),
            SheetColumn(key="name", title="Chỉ tiêu", width=46),
            SheetColumn(key="unit", title="Đơn vị tính", width=13),
            SheetColumn(key="value", title="Trong kỳ", width=14),
            SheetColumn(key="units", title="Số đơn vị", kind="integer", width=10),
            SheetColumn(key="before", title="Kỳ trước", width=14),
            SheetColumn(key="last", title="Cùng kỳ năm trước", width=14),
        ),
        rows=tuple(
            (number, one.indicator.name, one.indicator.unit, one.value, len(one.parts),
             before.get(one.indicator.id), last.get(one.indicator.id))
            for number, one in enumerate(found, start=1)
        ),
    )  # fmt: skip
    yield Sheet(
        key="by_unit",
        title="Số liệu theo đơn vị",
        columns=(
            SheetColumn(key="unit", title="Đơn vị", width=34),
            SheetColumn(key="group", title="Nhóm", width=22),
            *(SheetColumn(key=f"f{n}", title=one.name, width=13) for n, one in enumerate(facts.indicators)),
        ),
        rows=tuple(_unit_row(one, facts.indicators) for one in facts.returns),
    )
    yield Sheet(
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
        rows=tuple(_steps(facts)),
    )
    if trace:
        yield Sheet(
            key="trace",
            title="Nguồn số liệu",
            columns=tuple(
                SheetColumn(key=key, title=title, width=width)
                for key, title, width in (
                    ("name", "Chỉ tiêu", 40), ("unit", "Đơn vị", 30), ("value", "Số liệu", 14),
                    ("file", "Tệp", 36), ("sheet", "Trang", 16), ("cell", "Ô", 8),
                )
            ),
            rows=tuple(
                (one.indicator.name, part.unit.words, part.value, part.source.file, part.source.sheet, part.source.cell)
                for one in found
                for part in one.parts
            ),
        )  # fmt: skip


def _unit_row(one: UnitReport, indicators: Sequence[Indicator]) -> tuple[Value, ...]:
    values = {figure.indicator: figure.value for figure in one.figures}
    return (one.unit.words, group_of(one.unit), *(values.get(indicator.id) for indicator in indicators))


def _steps(facts: _Facts) -> Iterable[tuple[Value, ...]]:
    names = {task.id: upper_first(task.content) for task in tasks(facts.plan)}
    for one in facts.returns:
        for step in one.progress:
            task = names.get(step.task, step.task)
            yield one.unit.words, task, STATES[step.status], step.result, step.reason, step.evidence
