"""Working days of Vietnam's public administration."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase


@functools.cache
def _calendar(year: int) -> HolidayBase:
    # Takes longer to import than everything else of this room together.
    from holidays import country_holidays

    return country_holidays("VN", years=year)


def is_working_day(day: dt.date) -> bool:
    """Return whether offices work on *day*: no weekend and no public holiday, or a Saturday worked in exchange."""
    return _calendar(day.year).is_working_day(day)


def add_working_days(day: dt.date, count: int) -> dt.date:
    """Return the *count*-th working day after *day*, or before it where *count* is negative; *day* itself for 0."""
    step = dt.timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day
