"""Reporting: periods and deadlines, forms out, returns in, one report up."""

from cchc.reporting._asked import INDICATORS
from cchc.reporting._make import Forms
from cchc.reporting._periods import LOCAL_PERIODS, Period, calendar, reporting_period
from cchc.reporting._units import UnitList, read_units

__all__ = [
    "INDICATORS",
    "LOCAL_PERIODS",
    "Forms",
    "Period",
    "UnitList",
    "calendar",
    "read_units",
    "reporting_period",
]
