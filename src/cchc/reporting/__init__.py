"""Reporting: periods and deadlines, forms out, returns in, one report up."""

from cchc.reporting._asked import INDICATORS
from cchc.reporting._collect import Collection, Return, UnitStatus, collect
from cchc.reporting._make import Forms
from cchc.reporting._periods import LOCAL_PERIODS, Period, calendar, reporting_period
from cchc.reporting._status import STATE_WORDS, status_document
from cchc.reporting._units import UnitList, read_units

__all__ = [
    "INDICATORS",
    "LOCAL_PERIODS",
    "STATE_WORDS",
    "Collection",
    "Forms",
    "Period",
    "Return",
    "UnitList",
    "UnitStatus",
    "calendar",
    "collect",
    "read_units",
    "reporting_period",
    "status_document",
]
