"""Collecting what came back: one file never costs the others, and the same files give the same result in any order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Literal

import attrs
from attrs import field, frozen

from cchc.diagnostics import Diagnostic, Severity
from cchc.errors import CouldNotReadError, UnknownNameError
from cchc.files import Source, name_of, read_source
from cchc.knowledge import Knowledge
from cchc.model import Asked, Body, CellSource, Report, UnitReport
from cchc.reporting._book import Book
from cchc.reporting._findings import finding
from cchc.reporting._guard import MOST_BYTES, open_form
from cchc.reporting._make import Forms
from cchc.reporting._periods import reporting_period
from cchc.reporting._read import identity_of, read_form
from cchc.reporting._units import doubled_units, unit_key
from cchc.text import fold, short_date

__all__ = ["Collection", "Return", "UnitStatus", "collect"]


@frozen
class Return:
    """A file that came back.

    Attributes:
        source: path of the file, or its bytes.
        received: the day on which it came; ``None`` where nobody knows.
        name: how findings name it; that of the path where it is empty.
    """

    source: Source
    received: dt.date | None = None
    name: str = field(default="", kw_only=True)

    @property
    def file(self) -> str:
        """How findings name it: without directories, so that a copy elsewhere gives the same report."""
        if self.name or isinstance(self.source, bytes):
            return self.name or name_of(self.source)
        return name_of(Path(self.source).name) if Path(self.source).name else name_of(self.source)


@frozen(kw_only=True)
class UnitStatus:
    """Whether a unit has reported.

    Attributes:
        unit: the unit.
        state: ``reported``, ``late``, ``doubtful`` (it counts, and something in it is wrong) or ``missing``.
        file: the file that counts; empty for none.
        received: when that came.
        due: its deadline.
        version: number of the return.
        errors: how many cells or files of the unit could not be taken.
        warnings: how many are doubtful.
    """

    unit: Body
    state: Literal["reported", "late", "doubtful", "missing"]
    file: str = ""
    received: dt.date | None = None
    due: dt.date | None = None
    version: int = 0
    errors: int = 0
    warnings: int = 0


@frozen(kw_only=True)
class Collection:
    """What came back for one period.

    Attributes:
        reports: one report a unit: that which counts.
        report: the same as one value, with the plan and with who was asked: all that a report upwards needs.
        diagnostics: every doubt, by file.
        status: who has reported, in the order of the list of units.
    """

    reports: tuple[UnitReport, ...]
    report: Report
    diagnostics: tuple[Diagnostic, ...]
    status: tuple[UnitStatus, ...]


@frozen(kw_only=True)
class _Arrival:
    """A form that could be read."""

    file: str
    received: dt.date | None
    due: dt.date | None
    report: UnitReport
    diagnostics: tuple[Diagnostic, ...]

    @property
    def rank(self) -> tuple[object, ...]:
        return (self.report.version, self.received or dt.date.min, self.file)


def collect(
    forms: Forms,
    units: Sequence[Body],
    returns: Iterable[Return],
    *,
    previous: Report | None = None,
    knowledge: Knowledge | None = None,
) -> Collection:
    """Return what *units* have reported in *returns*.

    Args:
        forms: the forms that were sent.
        units: who is to report.
        returns: what came back.
        previous: reports of earlier periods, by which cumulative figures are compared.
        knowledge: the dated facts, by which the days of earlier periods are known.
    """
    known = {unit_key(unit): unit for unit in reversed(units)}
    names = {fold(unit.words): unit for unit in reversed(units)}
    found: list[Diagnostic] = list(doubled_units(tuple(units)))
    arrived: dict[str, list[_Arrival]] = {}
    for one in returns:
        got = _arrival(one, forms, known, names)
        if isinstance(got, _Arrival):
            arrived.setdefault(unit_key(got.report.unit), []).append(got)
        else:
            found += got
    kept: dict[str, _Arrival] = {}
    for key, several in arrived.items():
        kept[key], said = _chosen(several)
        found += said
    earlier = _Earlier(previous, forms, knowledge) if previous is not None and knowledge is not None else None
    status = []
    for key, unit in {unit_key(unit): unit for unit in units}.items():
        unit = known[key]
        arrival = kept.get(key)
        if arrival is None:
            due = forms.period_of(unit).due
            found.append(finding("CN120", "", unit.words, unit=unit.words))
            status.append(UnitStatus(unit=unit, state="missing", due=due))
            continue
        own = list(arrival.diagnostics)
        if arrival.received and arrival.due and arrival.received > arrival.due:
            own.append(
                finding(
                    "CN121",
                    arrival.file,
                    received=short_date(arrival.received),
                    due=short_date(arrival.due),
                )
            )
        if earlier is not None:
            own += earlier.fallen(arrival.report, arrival.file)
        found += own
        status.append(_status(arrival, own))
    reports = tuple(sorted((one.report for one in kept.values()), key=lambda one: one.key))
    asked = Asked(plan_id=forms.plan.id, period=forms.period, regime=forms.regime, units=units)
    return Collection(
        reports=reports,
        report=Report(returns=reports, plans=(forms.plan,), asked=(asked,)),
        diagnostics=_sorted(found),
        status=tuple(status),
    )


def _sorted(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda one: (one.location.file, one.code, one.location.path, one.vi)))


def _status(arrival: _Arrival, own: Sequence[Diagnostic]) -> UnitStatus:
    errors = sum(one.severity is Severity.ERROR for one in own)
    late = any(one.code == "CN121" for one in own)
    return UnitStatus(
        unit=arrival.report.unit,
        state="doubtful" if errors else "late" if late else "reported",
        file=arrival.file,
        received=arrival.received,
        due=arrival.due,
        version=arrival.report.version,
        errors=errors,
        warnings=sum(one.severity is Severity.WARNING for one in own),
    )


def _arrival(
    one: Return, forms: Forms, known: dict[str, Body], names: dict[str, Body]
) -> _Arrival | tuple[Diagnostic, ...]:
    from python_calamine import CalamineError

    try:
        return _read(one, forms, known, names)
    except CouldNotReadError as error:
        return (finding("CN101", one.file, why=error.why, why_vi=error.why_vi),)
    except CalamineError as error:
        why = f"the workbook is damaged ({error})"
        return (finding("CN101", one.file, why=why, why_vi="nội dung tệp bị hỏng"),)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # noqa: BLE001  # a panic of the reader is no Exception, and costs one file
        return (finding("CN107", one.file, why=f"{type(error).__name__}: {error}"),)


def _read(
    one: Return, forms: Forms, known: dict[str, Body], names: dict[str, Body]
) -> _Arrival | tuple[Diagnostic, ...]:
    opened = open_form(read_source(one.source, limit=MOST_BYTES), one.file)
    if isinstance(opened, Diagnostic):
        return (opened,)
    book = Book(opened)
    identity = identity_of(book)
    if not identity:
        return (*opened.diagnostics, finding("CN110", one.file))
    for key, code, wanted in (("plan", "CN111", forms.plan.id), ("period", "CN112", forms.period)):
        if identity[key] != wanted:
            return (*opened.diagnostics, finding(code, one.file, said=identity[key], wanted=wanted))
    unit = known.get(identity.get("code") or "") or names.get(fold(identity["unit"]))
    if unit is None:
        return (*opened.diagnostics, finding("CN113", one.file, said=identity["unit"]))
    read = read_form(book, forms.layout(unit), identity, unit, one.file)
    return _Arrival(
        file=one.file,
        received=one.received.date() if isinstance(one.received, dt.datetime) else one.received,
        due=_due(identity) or forms.period_of(unit).due,
        report=read.report,
        diagnostics=(*opened.diagnostics, *read.diagnostics),
    )


def _due(identity: dict[str, str]) -> dt.date | None:
    try:
        return dt.date.fromisoformat(identity.get("due", ""))
    except ValueError:
        return None


def _chosen(several: list[_Arrival]) -> tuple[_Arrival, list[Diagnostic]]:
    """Return the return that counts: the highest number, then the latest day, then the last by name."""
    several = sorted(several, key=lambda one: one.rank)
    kept, found = several[-1], []
    for one in several[:-1]:
        if _bare(one.report) == _bare(kept.report):
            reason, reason_vi = "it says the same", "nội dung giống nhau"
        elif one.report.version < kept.report.version:
            reason, reason_vi = "its number is lower", f"lần gửi {one.report.version} cũ hơn"
        elif (one.received or dt.date.min) < (kept.received or dt.date.min):
            reason, reason_vi = "it came earlier", "gửi trước"
        else:
            reason, reason_vi = (
                "they differ with one number and one day; the last by name counts",
                "nội dung khác nhau nhưng cùng lần gửi, cùng ngày; lấy theo tên tệp, cần hỏi lại đơn vị",
            )
        found.append(
            finding(
                "CN122",
                one.file,
                unit=one.report.unit.words,
                kept=kept.file,
                reason=reason,
                reason_vi=reason_vi,
            )
        )
    return kept, found


def _bare(report: UnitReport) -> UnitReport:
    nowhere = CellSource()
    return attrs.evolve(
        report,
        figures=tuple(attrs.evolve(one, source=nowhere) for one in report.figures),
        progress=tuple(attrs.evolve(one, source=nowhere) for one in report.progress),
        texts=tuple(attrs.evolve(one, source=nowhere) for one in report.texts),
    )


class _Earlier:
    """What units have reported for periods that are part of this one."""

    def __init__(self, previous: Report, forms: Forms, knowledge: Knowledge) -> None:
        self._summed = {one.id: one.name for one in forms.indicators if one.adds == "sum"}
        self._values: dict[str, list[tuple[str, dict[str, int | Decimal]]]] = {}
        for one in previous.returns:
            if one.plan_id != forms.plan.id or not self._is_part(one.period, one.unit, forms, knowledge):
                continue
            figures = {figure.indicator: figure.value for figure in one.figures}
            self._values.setdefault(unit_key(one.unit), []).append((one.period, figures))

    def _is_part(self, period: str, unit: Body, forms: Forms, knowledge: Knowledge) -> bool:
        whole = forms.period_of(unit)
        level = whole.regime.levels[0]
        try:
            part = reporting_period(period, level=level, knowledge=knowledge, regime=whole.regime.key)
        except UnknownNameError:
            return False
        return whole.contains(part)

    def fallen(self, report: UnitReport, file: str) -> Iterator[Diagnostic]:
        """Yield a finding for each figure that is less than what was reported of a part of the period."""
        for period, values in self._values.get(unit_key(report.unit), []):
            for figure in report.figures:
                before = values.get(figure.indicator)
                if figure.indicator in self._summed and before is not None and figure.value < before:
                    yield finding(
                        "CN151",
                        file,
                        figure.source.sheet,
                        figure.source.cell,
                        wanted=self._summed[figure.indicator],
                        said=figure.value,
                        value=before,
                        period=period,
                    )
