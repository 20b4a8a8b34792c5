"""Reporting: periods and deadlines, forms out, returns in, one report up.

Who asks for a template of reports, or for the figures that forms count, does not wait for what reads and writes forms: a name
comes from its module when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.reporting._asked import INDICATORS
    from cchc.reporting._collect import Collection, Return, UnitStatus, collect
    from cchc.reporting._document import compose_report
    from cchc.reporting._figures import figures_csv, figures_json
    from cchc.reporting._make import Forms
    from cchc.reporting._outcome import Course, Outcome, Row, Step, outcome_of
    from cchc.reporting._periods import LOCAL_PERIODS, Period, calendar, reporting_period
    from cchc.reporting._report_sheets import trace_sheet
    from cchc.reporting._spans import in_order, period_before, year_before, year_so_far
    from cchc.reporting._status import STATE_WORDS, status_document
    from cchc.reporting._sums import GROUPS, Part, Sum, doubled_returns, group_of, sums
    from cchc.reporting._template import PLAIN_REPORT, REPORT_FIELDS, ReportSection, ReportTemplate
    from cchc.reporting._units import UnitList, read_units

_MODULES = {
    "_asked": ("INDICATORS",),
    "_collect": (
        "Collection",
        "Return",
        "UnitStatus",
        "collect",
    ),
    "_document": ("compose_report",),
    "_figures": (
        "figures_csv",
        "figures_json",
    ),
    "_make": ("Forms",),
    "_outcome": (
        "Course",
        "Outcome",
        "Row",
        "Step",
        "outcome_of",
    ),
    "_periods": (
        "LOCAL_PERIODS",
        "Period",
        "calendar",
        "reporting_period",
    ),
    "_report_sheets": ("trace_sheet",),
    "_spans": (
        "in_order",
        "period_before",
        "year_before",
        "year_so_far",
    ),
    "_status": (
        "STATE_WORDS",
        "status_document",
    ),
    "_sums": (
        "GROUPS",
        "Part",
        "Sum",
        "doubled_returns",
        "group_of",
        "sums",
    ),
    "_template": (
        "PLAIN_REPORT",
        "REPORT_FIELDS",
        "ReportSection",
        "ReportTemplate",
    ),
    "_units": (
        "UnitList",
        "read_units",
    ),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "GROUPS",
    "INDICATORS",
    "LOCAL_PERIODS",
    "PLAIN_REPORT",
    "REPORT_FIELDS",
    "STATE_WORDS",
    "Collection",
    "Course",
    "Forms",
    "Outcome",
    "Part",
    "Period",
    "ReportSection",
    "ReportTemplate",
    "Return",
    "Row",
    "Step",
    "Sum",
    "UnitList",
    "UnitStatus",
    "calendar",
    "collect",
    "compose_report",
    "doubled_returns",
    "figures_csv",
    "figures_json",
    "group_of",
    "in_order",
    "outcome_of",
    "period_before",
    "read_units",
    "reporting_period",
    "status_document",
    "sums",
    "trace_sheet",
    "year_before",
    "year_so_far",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'cchc.reporting' has no attribute {name!r}")
    value: object = getattr(import_module(f"cchc.reporting.{_HOMES[name]}"), name)
    # Found once, it is a plain attribute from then on.
    globals()[name] = value
    return value
