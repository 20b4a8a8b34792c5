"""Reporting: periods and deadlines, forms out, returns in, one report up."""

from cchc.reporting._asked import INDICATORS
from cchc.reporting._collect import Collection, Return, UnitStatus, collect
from cchc.reporting._document import report_document
from cchc.reporting._figures import figures_csv, figures_json
from cchc.reporting._make import Forms
from cchc.reporting._periods import LOCAL_PERIODS, Period, calendar, reporting_period
from cchc.reporting._status import STATE_WORDS, status_document
from cchc.reporting._sums import (
    GROUPS,
    Part,
    Sum,
    doubled_returns,
    group_of,
    period_before,
    sums,
    year_before,
)
from cchc.reporting._units import UnitList, read_units

__all__ = [
    "GROUPS",
    "INDICATORS",
    "LOCAL_PERIODS",
    "STATE_WORDS",
    "Collection",
    "Forms",
    "Part",
    "Period",
    "Return",
    "Sum",
    "UnitList",
    "UnitStatus",
    "calendar",
    "collect",
    "doubled_returns",
    "figures_csv",
    "figures_json",
    "group_of",
    "period_before",
    "read_units",
    "report_document",
    "reporting_period",
    "status_document",
    "sums",
    "year_before",
]
