"""Composing: a plan and a template become an official document."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

from cchc.document import (
    AnnexTitle,
    Block,
    Document,
    Heading,
    Paragraph,
    Properties,
    Run,
    Section,
    Title,
    standard_on,
)
from cchc.model import Item, all_bases
from cchc.templates._annexes import annex_sections, divided, free_number, says_annex
from cchc.templates._arrange import arrange, as_written
from cchc.templates._cleaning import cleaned
from cchc.templates._head import (
    KINDS,
    day_words,
    decider,
    full_name,
    letterhead,
    number_and_symbol,
    signature_block,
    subject_in_text,
    subject_line,
)
from cchc.templates._layout import Layout, task_table
from cchc.templates._markers import roman
from cchc.templates._sheets import sheets, task_rows
from cchc.templates._wording import bases_sentence, ended, introduced, upper_first
from cchc.text import long_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from cchc.model import Body, LegalBasis, Plan
    from cchc.templates._record import Template

_END = "./."
_PRIMARY = "Kế hoạch"
#: The sentence that refers to annexes that the plan has and its text does not name.
ANNEXED = "(Chi tiết tại Phụ lục kèm theo Kế hoạch này)."

#: The articles of a decision that says none of its own: what it issues, from when it holds, who carries it out.
ARTICLES = (
    "Ban hành kèm theo Quyết định này {kind} {subject}.",
    "Quyết định này có hiệu lực kể từ ngày ký.",
    "Thủ trưởng các cơ quan, đơn vị và tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.",
)


def _nobody(_: Body) -> bool:
    return False


def compose_plan(
    plan: Plan,
    template: Template,
    *,
    on: dt.date,
    asked: Callable[[Body], bool] = _nobody,
    beside: bool = True,
) -> Document:
    """Return *plan* as an official document in the form of *template*.

    Args:
        plan: the plan. Words that are there are printed; words that are not are written from its facts.
        template: the form.
        on: the day that decides the document standard where the plan has no date.
        asked: whether a body is asked (*đề nghị*) and not ordered (*giao*), as bodies of the Party are.
        beside: whether the typed tables beside the pages are made.

    Returns:
        The document; its diagnostics say what had no place in the template and which characters had to go.
    """
    if template.compose is not None:
        return template.compose(plan, template)
    plan, dropped = cleaned(plan)
    standard = standard_on(plan.date or on)
    parts, annexes = divided(plan.parts)
    places, unplaced = arrange(parts, template)
    layout = Layout(plan, template, asked)
    rows = task_rows(plan) if plan.annex else []
    # The text has to refer to its annexes: NĐ 30/2020/NĐ-CP, Phụ lục I, mục III.
    refers = rows or (annexes and not says_annex(parts) and "phụ lục" not in plan.closing.casefold())
    body = [
        *_opening(plan, template),
        *layout.blocks(places),
        *([_paragraph(template.annex_reference if rows else ANNEXED)] if refers else []),
        *_closing(plan, template),
    ]
    kind, subject = KINDS[plan.kind], subject_line(plan)
    attached = f"(Kèm theo {kind} số {number_and_symbol(plan)} {_dated(plan)})"
    signed = signature_block(plan, template)
    if plan.kind == "QĐ":
        issued = f"(Ban hành kèm theo Quyết định số {number_and_symbol(plan)} {_dated(plan)})"
        sections = [
            Section(blocks=(*_decision(plan, template, layout), signed)),
            Section(blocks=(Title(kind=_PRIMARY.upper(), subject=subject, note=issued), *_ended(body))),
        ]
    else:
        head: list[Block] = [letterhead(plan), Title(kind=_PRIMARY.upper(), subject=subject)]
        sections = [Section(blocks=(*head, *_ended(body), signed))]
    attachments = annex_sections(annexes, layout, attached)
    if rows:
        number = free_number(annexes)
        annex = AnnexTitle(
            label=f"PHỤ LỤC {roman(number)}" if annexes else "PHỤ LỤC",
            title=_said(template.annex_heading, plan, template).upper(),
            note=attached,
        )
        table = task_table(rows)
        attachments.insert(number - 1, Section(blocks=(annex, table), landscape=True))
    sections += attachments
    return Document(
        standard=standard,
        properties=Properties(
            title=f"{_PRIMARY} {subject_in_text(plan)}",
            subject=subject,
            creator=full_name(plan.issuer.words),
            identifier=number_and_symbol(plan) if plan.number else "",
            date=plan.date,
            keywords=("cải cách hành chính", "tuyên truyền", str(plan.year)),
        ),
        sections=tuple(sections),
        sheets=sheets(plan) if beside else (),
        diagnostics=(*dropped, *unplaced),
    )


def _dated(plan: Plan) -> str:
    issued_by = decider(plan) if plan.kind == "QĐ" else full_name(plan.issuer.words)
    return f"{day_words(plan.date)} của {issued_by}"


def _said(wording: str, plan: Plan, template: Template, bases: tuple[LegalBasis, ...] | None = None) -> str:
    return wording.format(
        issuer=full_name(plan.issuer.words),
        kind=_PRIMARY,
        subject=subject_in_text(plan),
        year=plan.year,
        bases=bases_sentence(all_bases(plan) if bases is None else bases, template)
        if "{bases}" in wording
        else "",
        place=plan.place,
        superior=plan.parent_body.words if plan.parent_body else "",
        number=number_and_symbol(plan),
        date=long_date(plan.date) if plan.date else "",
    )


def _opening(plan: Plan, template: Template) -> list[Block]:
    """Return the bases that stand on lines of their own, and the opening paragraph."""
    words = plan.opening.strip()
    # A decision prints its bases before its articles; the plan attached to it does not say them again.
    bases = () if plan.kind == "QĐ" else all_bases(plan)
    if words:
        bases = tuple(basis for basis in bases if not _is_said(basis, words))
    if not words and (not template.keep_order or bases):
        inline = template.bases == "inline" and plan.kind != "QĐ"
        said = _said(template.opening, plan, template, bases if inline else ())
        words = ended(upper_first(said.lstrip(" ,;")))
        if inline:
            bases = ()
    return [
        *_basis_lines(bases, template),
        *(_paragraph(line) for line in words.splitlines() if line.strip()),
    ]


def _is_said(basis: LegalBasis, opening: str) -> bool:
    said = basis.number or basis.words.strip()
    return bool(said) and " ".join(said.split()) in " ".join(opening.split())


def _basis_lines(bases: tuple[LegalBasis, ...], template: Template) -> list[Block]:
    lines = [introduced(basis, template).rstrip(" ;.") for basis in bases]
    return [
        _paragraph(line + (";" if index < len(lines) else "."), style="basis")
        for index, line in enumerate(lines, 1)
    ]


def _paragraph(text: str, style: str = "body") -> Paragraph:
    return Paragraph(runs=(Run(text.strip()),), style="basis" if style == "basis" else "body")


def _decision(plan: Plan, template: Template, layout: Layout) -> list[Block]:
    subject = subject_in_text(plan)
    return [
        letterhead(plan),
        Title(kind="QUYẾT ĐỊNH", subject=f"Về việc ban hành {_PRIMARY} {subject}"),
        Paragraph(runs=(Run(decider(plan).upper()),), style="authority", keep_with_next=True),
        *_basis_lines(all_bases(plan), template),
        Paragraph(runs=(Run("QUYẾT ĐỊNH:"),), style="authority", keep_with_next=True),
        *_ended(_articles(plan, subject, layout)),
    ]


def _articles(plan: Plan, subject: str, layout: Layout) -> list[Block]:
    items = plan.decision or [
        Item(words=wording.format(kind=_PRIMARY, subject=subject)) for wording in ARTICLES
    ]
    blocks: list[Block] = []
    for number, item in enumerate(items, start=1):
        label, words = item.label.strip(), item.words.strip()
        title = f"Điều {number}. {ended(label)}" if label and words else f"Điều {number}."
        said = words or label
        facts = () if words else tuple(Item(facts=(fact,)) for fact in item.facts)
        points = layout.blocks(as_written((*facts, *item.items)), depth=1)
        runs = (Run(title, bold=True), *([Run(f" {ended(said)}")] if said else ()))
        blocks += [Paragraph(runs=runs, style="article", keep_with_next=bool(points)), *points]
    return blocks


def _closing(plan: Plan, template: Template) -> list[Block]:
    words = plan.closing.strip()
    if not words and template.closing and not template.keep_order:
        words = _said(template.closing, plan, template)
    return [_paragraph(line) for line in words.splitlines() if line.strip()]


def _with_end(text: str) -> str:
    return text.rstrip().removesuffix(_END).rstrip(" .;:,") + _END


def _ended(blocks: list[Block]) -> list[Block]:
    """Put the end mark behind the last words of the text: NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4."""
    if not blocks:
        return blocks
    last = blocks[-1]
    if isinstance(last, Paragraph):
        return [*blocks[:-1], attrs.evolve(last, runs=_with_end_mark(last.runs))]
    if isinstance(last, Heading) and last.run_in:
        return [*blocks[:-1], attrs.evolve(last, run_in=_with_end_mark(last.run_in))]
    return [*blocks, _paragraph(_END)]


def _with_end_mark(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return (*runs[:-1], attrs.evolve(runs[-1], text=_with_end(runs[-1].text)))
