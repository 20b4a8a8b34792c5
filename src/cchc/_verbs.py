"""The public verbs that need plugins: the only place where a registry meets the engines."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cchc.diagnostics import Diagnostic, Severity
from cchc.document import Document
from cchc.errors import CchcError, RenderError, UnknownNameError, UnsuitableTemplateError
from cchc.files import name_of, read_source
from cchc.model import Body, Plan, Report, UnitReport
from cchc.plugins import Registry
from cchc.text import short_date

if TYPE_CHECKING:
    from cchc.checks import ReadDocument
    from cchc.plugins import Knowledge, Reader, Reading, ReportTemplate, Template
    from cchc.reading import Source
    from cchc.reporting import Collection, Forms, Return
    from cchc.rollover import Rollover

__all__ = [
    "check_plan",
    "collect_forms",
    "compose",
    "consolidate",
    "make_form",
    "read_plan",
    "render",
    "roll_forward",
]

T = TypeVar("T", "Template", "ReportTemplate")

# A plan with pictures is a few megabytes; a hundred are a mistake.
_READ_LIMIT = 64_000_000

_ANY_TEMPLATE = "standard"
_ANY_REPORT = "report"
# Whatever nothing recognises may still be text; the reader says so where it is none.
_ANY_READER = "txt"

#: Levels as an officer calls them.
LEVEL_WORDS = {"ministry": "bộ", "province": "tỉnh", "department": "sở", "district": "huyện", "commune": "xã"}


@functools.cache
def _installed() -> Registry:
    """Return the registry for whoever passes none, made at first use."""
    return Registry.discover()


def _day(plan: Plan, on: dt.date | None) -> dt.date:
    return on or plan.date or dt.date(plan.year, 1, 1)


def _day_of(subject: Plan | Report | ReadDocument, on: dt.date | None) -> dt.date:
    """Return the day that decides about what is checked."""
    if isinstance(subject, Report):
        periods = [one.period for one in subject.returns] + [one.period for one in subject.asked]
        return on or (dt.date(int(max(periods)[:4]), 12, 31) if periods else dt.date.max)
    return _day(subject if isinstance(subject, Plan) else subject.plan, on)


def read_plan(
    source: str | Path | bytes,
    *,
    format: str | None = None,  # noqa: A002  # the public name
    registry: Registry | None = None,
) -> Reading:
    """Return the plan in a file, with the place of each of its values, what was left out, and doubts.

    A document (.docx, .html, .txt) is understood by the names that the knowledge of the registry has and by the
    headings of its templates; a plan file is taken field by field.

    Args:
        source: path of the file, or its bytes.
        format: key of the reader; without it the suffix of the path tells, else how the bytes begin.
        registry: the plugins to use; those that are installed where it is ``None``.

    Raises:
        CouldNotReadError: the file is missing, not permitted, too large, not what it is said to be, or no plan.
        PlanFileError: everything that is wrong with a plan file.
        UnknownNameError: there is no such reader.
        ConflictError: two plugins claim the suffix.
    """
    return read_beside(source, format=format, registry=registry)[0]


def read_beside(
    source: str | Path | bytes,
    *,
    format: str | None = None,  # noqa: A002  # as the verb calls it
    registry: Registry | None = None,
) -> tuple[Reading, Source | None]:
    """Return what :func:`read_plan` does, and the document that it was understood from; ``None`` for a plan file."""
    from cchc.reading import Source, understand

    registry = registry or _installed()
    read, _ = opened(source, registry, format)
    if isinstance(read, Source):
        return understand(read, registry.knowledge, registry.headings), read
    return read, None


def opened(
    source: str | Path | bytes, registry: Registry, key: str | None = None
) -> tuple[Source | Reading, bytes]:
    """Return what a reader makes of a file, and its bytes.

    Without a *key* the suffix tells the reader, else how the bytes begin. Errors are those of :func:`read_plan`.
    """
    # First of all there must be a file: of what is missing, nobody wants to hear that its name ends strangely.
    data = read_source(source, limit=_READ_LIMIT)
    suffix = "" if isinstance(source, bytes) else Path(source).suffix.lower()
    try:
        reader = registry.reader(key or suffix)
    except UnknownNameError:
        if key is not None:
            raise
        reader = _recognised(data, registry)
    return reader.read(data, name_of(source)), data


def _recognised(data: bytes, registry: Registry) -> Reader:
    for reader in registry.readers:
        if reader.recognises is not None and reader.recognises(data):
            return reader
    return registry.reader(_ANY_READER)


def check_plan(
    plan: Plan | Report | ReadDocument,
    *,
    on: dt.date | None = None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    registry: Registry | None = None,
) -> tuple[Diagnostic, ...]:
    """Return what the checks of all plugins find in *plan*, ordered by code and place.

    Each rule says what it applies to: a plan, a report, or the text of a document that was read, which is checked beside
    the plan that it was understood as. What cannot be used of a plugin is the finding ``CC002``, whatever is selected: its checks did not run, and the
    absence of findings would say nothing.

    Args:
        plan: the plan, the report, or the document as :class:`cchc.checks.ReadDocument`.
        on: the day that decides; the plan's date where it is ``None``, else 1 January of its year, and for a report the
            last day of its latest year.
        select: codes, or beginnings of codes, to run; all where it is empty.
        ignore: codes, or beginnings of codes, to pass over.
        registry: the plugins to use; those that are installed where it is ``None``.
    """
    from cchc.checks import CheckContext, run_checks

    registry = registry or _installed()
    context = CheckContext(on=_day_of(plan, on), knowledge=registry.knowledge)
    broken = tuple(
        Diagnostic(
            code="CC002",
            severity=Severity.ERROR,
            vi=f"Phần mở rộng không dùng được nên có quy tắc không chạy. {failure.line('vi')}",
            en=f"A plugin cannot be used, so that checks may be missing. {failure.line('en')}",
        )
        for failure in registry.failures
    )
    owners = {
        code: str(plugin) for plugin in registry.plugins for code in plugin.gives.get("cchc_checks", ())
    }
    return broken + run_checks(plan, registry.checks, context, select=select, ignore=ignore, owners=owners)


def roll_forward(
    plan: Plan, year: int, *, on: dt.date | None = None, registry: Registry | None = None
) -> Rollover:
    """Return *plan* as a draft for *year*, with every change and every decision that is left to a person.

    Args:
        plan: the plan to start from.
        year: the year of the draft, later than that of the plan.
        on: the day by which names and documents are looked up; 1 January of *year* where it is ``None``.
        registry: the plugins to use; those that are installed where it is ``None``.

    Raises:
        ModelError: *year* is not later than the plan's.
    """
    from cchc.rollover import roll

    registry = registry or _installed()
    return roll(plan, year, on=on, knowledge=registry.knowledge, checks=registry.checks)


def compose(
    subject: Plan | Report,
    *,
    template: str | None = None,
    on: dt.date | None = None,
    registry: Registry | None = None,
) -> Document:
    """Return *subject* as an official document.

    Without *template*, the issuer, or the body above it, leads to the province on that day (by its code, else by its
    name) and so to its template for the plan's level; of several the one with the latest ``since`` is taken. Where
    there is none the built-in ``standard`` serves for plans, ``report`` for reports.

    A report is laid out for its latest period; earlier periods in it are what that is compared with. Its office is that
    of its plan; a report that does not bring the plan leaves that blank.

    Args:
        subject: the plan, or the report.
        template: key of a template.
        on: the day that decides; where it is ``None``, the plan's date, else 1 January of its year, and for a report
            the day on which it is due.
        registry: the plugins to use; those that are installed where it is ``None``.

    Raises:
        UnknownNameError: there is no such template.
        ConflictError: two plugins claim that key.
        UnsuitableTemplateError: the template does not serve the level and day, or is for the other kind of subject.
        ModelError: the report is empty, so that there is no period to report on.
    """
    return _composed(subject, template, on, registry or _installed())


def _composed(
    subject: Plan | Report,
    template: str | None,
    on: dt.date | None,
    registry: Registry,
    *,
    beside: bool = True,
) -> Document:
    if isinstance(subject, Report):
        return _report(subject, template, on, registry, beside=beside)
    return _plan(subject, template, on, registry, beside=beside)


def _plan(
    plan: Plan, template: str | None, on: dt.date | None, registry: Registry, *, beside: bool
) -> Document:
    from cchc.templates import compose_plan

    day, knowledge = _day(plan, on), registry.knowledge

    # Neither is asked of most plans whose template is given.
    @functools.cache
    def within() -> str | None:
        unit = knowledge.unit_of(plan, day)
        return unit.code if unit else None

    @functools.cache
    def asked(body: Body) -> bool:
        found = knowledge.resolve_body(body.words, on=day, within=within())
        return found is not None and found.asked

    if template is None:
        chosen = _fitting(registry.templates, plan, day, knowledge) or registry.template(_ANY_TEMPLATE)
    else:
        _refuse_other(template, registry.report_templates, "reports", "báo cáo", plan.id)
        chosen = registry.template(template)
        _refuse_unsuitable(chosen, plan, day)
    return compose_plan(plan, chosen, on=day, asked=asked, beside=beside)


def _report(
    report: Report, template: str | None, on: dt.date | None, registry: Registry, *, beside: bool
) -> Document:
    from cchc.reporting import compose_report, outcome_of

    outcome = outcome_of(report, registry.knowledge)
    plan, day = outcome.plan, on or outcome.day
    if template is None:
        fitting = _fitting(registry.report_templates, plan, day, registry.knowledge) if plan else None
        chosen = fitting or registry.report_template(_ANY_REPORT)
    else:
        _refuse_other(template, registry.templates, "plans", "kế hoạch", f"a report for {outcome.period}")
        chosen = registry.report_template(template)
        if plan is not None:
            _refuse_unsuitable(chosen, plan, day)
    return compose_report(outcome, chosen, on=on, beside=beside)


def _fitting(templates: Iterable[T], plan: Plan, day: dt.date, knowledge: Knowledge) -> T | None:
    """Return the template of the province whose plan it is, the latest of those that serve its level and the day."""
    unit = knowledge.unit_of(plan, day)
    province = knowledge.province(unit.code, day) if unit else None
    fitting = [
        one for one in templates if province and one.province == province.key and one.serves(plan.level, day)
    ]
    return max(fitting, key=lambda one: one.since or dt.date.min, default=None)


def _refuse_other(
    key: str, others: Iterable[Template | ReportTemplate], kind: str, kind_vi: str, subject: str
) -> None:
    if any(one.key == key for one in others):
        raise UnsuitableTemplateError(
            subject=subject,
            why=f"{key!r} lays out {kind}",
            why_vi=f"mẫu {key!r} chỉ trình bày {kind_vi}",
            hint="Leave the template out.",
            hint_vi="Hãy bỏ chọn mẫu.",
        )


def _refuse_unsuitable(template: Template | ReportTemplate, plan: Plan, day: dt.date) -> None:
    if template.serves(plan.level, day):
        return
    vi = [f"cấp {', '.join(LEVEL_WORDS[level] for level in template.levels)}"]
    en = [f"the level {', '.join(template.levels)}"]
    if template.since:
        vi.append(f"từ ngày {short_date(template.since)}")
        en.append(f"from {template.since}")
    if template.until:
        vi.append(f"trước ngày {short_date(template.until)}")
        en.append(f"before {template.until}")
    raise UnsuitableTemplateError(
        subject=plan.id,
        why=f"{template.key!r} serves {' '.join(en)}; this plan is of the level {plan.level} on {day}",
        why_vi=f"mẫu {template.key!r} dùng cho {' '.join(vi)}; "
        f"kế hoạch này thuộc cấp {LEVEL_WORDS[plan.level]}, ngày {short_date(day)}",
        hint="Leave the template out.",
        hint_vi="Hãy bỏ chọn mẫu.",
    )


def render(
    subject: Plan | Report | Document,
    format: str,  # noqa: A002  # the public name
    *,
    template: str | None = None,
    on: dt.date | None = None,
    registry: Registry | None = None,
) -> bytes:
    """Return *subject* as the bytes of a file: the same subject, the same bytes.

    Args:
        subject: a plan, a report, or a document that :func:`compose` made of one.
        format: key of the output format, "docx".
        template: as for :func:`compose`.
        on: as for :func:`compose`.
        registry: the plugins to use; those that are installed where it is ``None``.

    Raises:
        UnknownNameError: there is no such format or template.
        ConflictError: two plugins claim one of these keys.
        UnsuitableTemplateError: as for :func:`compose`.
        ModelError: as for :func:`compose`.
        RenderError: the format failed.
    """
    registry = registry or _installed()
    writer = registry.format(format)
    document = (
        subject
        if isinstance(subject, Document)
        else _composed(subject, template, on, registry, beside=writer.sheets)
    )
    title = document.properties.title
    try:
        data = writer.render(document)
    except CchcError:
        raise
    except Exception as error:
        # A format may come from anybody; whoever renders many plans must be able to go on with the next.
        raise RenderError(name=format, subject=title, why=f"{type(error).__name__}: {error}") from error
    if not isinstance(data, bytes):
        raise RenderError(name=format, subject=title, why=f"it gave {type(data).__name__}, not bytes")
    return data


def make_form(plan: Plan, unit: Body, period: str, *, registry: Registry | None = None) -> bytes:
    """Return the form (.xlsx) that *unit* fills in on *plan* for *period*: the same unit, the same bytes.

    It asks for the unit's own duties, the figures of the plan (else those of the plugins and of cchc), and difficulties and
    proposals; its deadline is that of the reform reports (``cchc``) for the unit's level. ``cchc.reporting.Forms``
    takes another regime or deadline.

    Args:
        plan: the plan.
        unit: the unit, with its code where it has one.
        period: "2027", "2027-Q1", "2027-H1", "2027-9M" or "2027-M03".
        registry: the plugins to use; those that are installed where it is ``None``.

    Raises:
        UnknownNameError: no regime has such a period.
        ModelError: two figures that the plan asks for have one id.
    """
    return _forms(plan, period, (registry or _installed()).knowledge).make(unit)


def collect_forms(
    plan: Plan,
    period: str,
    units: Iterable[Body],
    returns: Iterable[Return | str | Path | bytes],
    *,
    registry: Registry | None = None,
) -> Collection:
    """Return what *units* have reported on *plan* for *period* in the forms that came back, and every doubt.

    A file that cannot be read costs itself alone, no file is changed, and the same files give the same collection in any
    order. Without a day of receipt a return is never late. ``cchc.reporting.collect`` compares with earlier periods too.

    Args:
        plan: the plan that the forms were made from.
        period: "2027-Q1".
        units: who is to report.
        returns: what came back: paths, bytes, or :class:`~cchc.reporting.Return` with the day of receipt.
        registry: the plugins to use; those that are installed where it is ``None``.

    Raises:
        UnknownNameError: no regime has such a period.
    """
    from cchc.reporting import Return, collect

    forms = _forms(plan, period, (registry or _installed()).knowledge)
    given = (one if isinstance(one, Return) else Return(one) for one in returns)
    return collect(forms, tuple(units), given)


@functools.lru_cache(maxsize=4)
def _forms(plan: Plan, period: str, knowledge: Knowledge) -> Forms:
    from cchc.reporting import Forms

    return Forms(plan, period, knowledge)


def consolidate(*reports: Report | UnitReport) -> Report:
    """Return the union of *reports*: of each plan, unit and period the return with the highest version.

    Plans, and who was asked, come along with the reports that bring them.
    """
    whole = [one for one in reports if isinstance(one, Report)]
    returns = (one.returns if isinstance(one, Report) else (one,) for one in reports)
    return Report(
        returns=tuple(each for several in returns for each in several),
        plans=tuple(plan for one in whole for plan in one.plans),
        asked=tuple(asked for one in whole for asked in one.asked),
    )
