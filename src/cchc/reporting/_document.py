"""The consolidated report as an official document (*Báo cáo*, Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import attrs

from cchc.document import (
    AnnexTitle,
    Block,
    Chart,
    Document,
    Letterhead,
    Properties,
    Section,
    SignatureBlock,
    Title,
    standard_on,
)
from cchc.model import Plan
from cchc.reporting._annexes import PORTRAIT, annex
from cchc.reporting._outcome import Outcome
from cchc.reporting._pieces import Place, paragraph
from cchc.reporting._report_sheets import report_sheets
from cchc.reporting._sections import sections
from cchc.reporting._template import AnnexRole, ReportTemplate
from cchc.templates import (
    BLANK,
    day_words,
    full_name,
    letterhead,
    lower_first,
    marker,
    subject_in_text,
    upper_first,
)
from cchc.text import fold, long_date, short_date

__all__ = ["compose_report"]

_END = "./."
_ELSEWHERE = re.compile(r"như (?:trên|phần|mục|điều|điểm|khoản)\b")
_NOBODY = "[TÊN CƠ QUAN BÁO CÁO]"


def compose_report(
    outcome: Outcome, template: ReportTemplate, *, on: dt.date | None = None, beside: bool = True
) -> Document:
    """Return *outcome* as an official document in the form of *template*, number and day left blank.

    Args:
        outcome: what the report comes to.
        template: the form.
        on: the day that decides the document standard; that on which the report is due where it is ``None``.
        beside: whether the typed tables beside the pages are wanted.

    Returns:
        The document; its diagnostics say what is doubtful about the report.
    """
    if template.compose is not None:
        return template.compose(outcome, template)
    annexes = [
        (role, title, blocks)
        for role, title in template.annexes
        if (blocks := annex(outcome, role, template))
    ]
    labels = _labels([role for role, _, _ in annexes])
    place = Place(outcome=outcome, template=template, annexes=labels, markers=template.markers)
    said = _fields(outcome)
    title = upper_first(template.title.format(**said).strip())
    head = _letterhead(outcome, template)
    body = [
        head,
        Title(kind="BÁO CÁO", subject=title),
        *_addressed(template, outcome.plan),
        paragraph(_sentence(template.opening.format(**said)) if outcome.plan else _planless(outcome)),
        *sections(place, template.sections),
        *_attached([(labels[role], heading) for role, heading, _ in annexes]),
        paragraph(template.closing.format(**said).rstrip(" .;:,/") + _END),
        _signed(outcome.plan, template),
    ]
    note = f"(Kèm theo Báo cáo số {head.number.removeprefix('Số: ')} {day_words(None)} của {said['issuer']})"
    return Document(
        standard=standard_on(on or outcome.day),
        properties=Properties(
            title=f"Báo cáo {lower_first(title)}",
            subject=title,
            creator=said["issuer"],
            keywords=("cải cách hành chính", "báo cáo", outcome.period),
        ),
        sections=(
            Section(blocks=tuple(_numbered(body))),
            *(
                Section(
                    blocks=(AnnexTitle(label=labels[role].upper(), title=heading, note=note), *blocks),
                    landscape=role not in PORTRAIT,
                )
                for role, heading, blocks in annexes
            ),
        ),
        sheets=report_sheets(outcome) if beside else (),
        diagnostics=outcome.diagnostics,
    )


def _labels(roles: Sequence[AnnexRole]) -> dict[AnnexRole, str]:
    if len(roles) == 1:
        return {roles[0]: "Phụ lục"}
    return {role: f"Phụ lục {marker('I', number)}" for number, role in enumerate(roles, start=1)}


def _attached(annexes: Sequence[tuple[str, str]]) -> list[Block]:
    # The text of a document names its annexes: NĐ 30/2020/NĐ-CP, Phụ lục I.
    if not annexes:
        return []
    named = "; ".join(f"{label} ({heading.capitalize()})" for label, heading in annexes)
    return [paragraph(f"Kèm theo Báo cáo này: {named}.")]


def _fields(outcome: Outcome) -> dict[str, str]:
    plan = outcome.plan
    days = ""
    if outcome.start and outcome.end:
        days = f" (số liệu từ ngày {short_date(outcome.start)} đến hết ngày {short_date(outcome.end)})"
    return {
        "issuer": full_name(plan.issuer.words) if plan else _NOBODY,
        "plan": _named(plan) if plan else "",
        "subject": subject_in_text(plan) if plan else "tuyên truyền cải cách hành chính",
        "title": _title(outcome),
        "period": outcome.name,
        "days": days,
        "year": str(outcome.year),
        "place": plan.place if plan else "",
    }


def _title(outcome: Outcome) -> str:
    if outcome.plan is None:
        return f"kết quả tuyên truyền cải cách hành chính {outcome.name}"
    subject = subject_in_text(outcome.plan)
    # "… cải cách hành chính năm 2027" and "quý I năm 2027" say the year once.
    year = f" năm {outcome.year}"
    if subject.endswith(year) and outcome.name.endswith(year):
        return f"kết quả thực hiện Kế hoạch {subject.removesuffix(year)} {outcome.name}"
    if subject.endswith(year) and outcome.name == year.strip():
        return f"kết quả thực hiện Kế hoạch {subject}"
    return f"kết quả thực hiện Kế hoạch {subject}, {outcome.name}"


def _named(plan: Plan) -> str:
    number = f" số {plan.number}/{plan.symbol}" if plan.number else ""
    day = f" {long_date(plan.date)}" if plan.date else ""
    subject = subject_in_text(plan)
    about = "" if subject.startswith("về ") else "về "
    kind = "Kế hoạch ban hành kèm theo Quyết định" if plan.kind == "QĐ" else "Kế hoạch"
    return f"{kind}{number}{day} của {full_name(plan.issuer.words)} {about}{subject}"


def _planless(outcome: Outcome) -> str:
    return f"Kết quả tuyên truyền cải cách hành chính {outcome.name}{_fields(outcome)['days']} như sau:"


def _sentence(words: str) -> str:
    return upper_first(" ".join(words.split()))


def _letterhead(outcome: Outcome, template: ReportTemplate) -> Letterhead:
    plan = outcome.plan
    symbol = template.symbol or _symbol(plan)
    year = outcome.day.year
    number = f"Số: {BLANK}/{symbol}"
    day = f"{(plan and plan.place) or BLANK}, ngày{BLANK}tháng{BLANK}năm {year}"
    if plan is None:
        return Letterhead(issuer=(_NOBODY,), number=number, place_date=day)
    return attrs.evolve(letterhead(plan), marks=(), number=number, place_date=day)


def _symbol(plan: Plan | None) -> str:
    _, _, office = (plan.symbol if plan else "").partition("-")
    return f"BC-{office}" if office else "BC"


def _addressees(template: ReportTemplate, plan: Plan | None) -> tuple[str, ...]:
    # A template for all departments names Sở Nội vụ, which is one of them.
    own = fold(full_name(plan.issuer.words)) if plan else ""
    return tuple(one for one in template.addressees if fold(full_name(one)) != own)


def _addressed(template: ReportTemplate, plan: Plan | None) -> list[Block]:
    match _addressees(template, plan):
        case ():
            return []
        case (one,):
            return [paragraph(f"Kính gửi: {one}.")]
        case several:
            lines = [f"{one};" for one in several[:-1]] + [f"{several[-1]}."]
            return [paragraph("Kính gửi:", leads=True), *(paragraph(line, "-") for line in lines)]


def _signed(plan: Plan | None, template: ReportTemplate) -> SignatureBlock:
    # "Như mục V" are those to whom the plan gives duties there; the report has other parts.
    own = [body.words for body in (plan.recipients if plan else ()) if not _ELSEWHERE.match(fold(body.words))]
    names = template.recipients or tuple(own)
    names = (*(["Như trên"] if _addressees(template, plan) else []), *names)
    archive = (plan.archive.strip().rstrip(".") if plan else "") or template.archive
    lines = [f"- {name.strip().rstrip(';.')};" for name in names]
    signed = plan.signature if plan else None
    office = template.signature
    return SignatureBlock(
        recipients=(*lines, f"- Lưu: {archive}."),
        authority=tuple(line.upper() for line in (signed.authority if signed else office[:-1])),
        position=(signed.position if signed else "".join(office[-1:])).upper(),
        name=signed.name if signed else "",
    )


def _numbered(blocks: Sequence[Block]) -> list[Block]:
    number = 0
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Chart):
            number += 1
            block = attrs.evolve(block, title=f"Biểu đồ {number}. {block.title}")
        made.append(block)
    return made
