"""Reporting: periods and deadlines, forms out, returns in, one report up."""

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
