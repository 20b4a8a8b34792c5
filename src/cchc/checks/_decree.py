"""The decree on the form of documents: its name, its first day, and how much its rules weigh before that."""

from __future__ import annotations

import datetime as dt

from cchc.checks._record import CheckContext
from cchc.diagnostics import Severity

DECREE = "Nghị định 30/2020/NĐ-CP ngày 05/3/2020"
IN_FORCE = dt.date(2020, 3, 5)


def weight(context: CheckContext) -> Severity:
    """Return the weight of a rule of form; before the decree it rests on Thông tư 01/2011/TT-BNV, which was not read."""
    return Severity.WARNING if context.on >= IN_FORCE else Severity.INFO
