"""What the commands on reports share: the registry, the plan, the list of units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import cchc
from cchc.cli._frame import Stop, code_of, sentence, tell_failures
from cchc.cli._speech import Say, tell
from cchc.diagnostics import Diagnostic, Severity
from cchc.errors import CchcError
from cchc.model import Body, Plan
from cchc.plugins import Registry
from cchc.reporting import UnitList, read_units

__all__ = [
    "plan_of",
    "registry",
    "tell_all",
    "units_of",
]


def registry(say: Say) -> Registry:
    """Return the registry, having said what of it cannot be used."""
    found = Registry.discover()
    tell_failures(found, say)
    return found


def plan_of(file: str, found: Registry, say: Say) -> Plan:
    """Return the plan of a file; its doubts are told, and where it has none, the command ends."""
    try:
        reading = cchc.read_plan(file, registry=found)
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    tell_all(reading.diagnostics, say, file)
    return reading.plan


def units_of(file: str, plan: Plan, found: Registry, say: Say) -> tuple[tuple[Body, ...], int]:
    """Return the units of a list and the exit code that it asks for; what is doubtful about it is told."""
    try:
        listed: UnitList = read_units(
            file, knowledge=found.knowledge, on=plan.date or dt.date(plan.year, 1, 1)
        )
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    code = tell_all(listed.diagnostics, say)
    if not listed.units:
        raise Stop(1, say(f"Lỗi: {file} không có đơn vị nào.", f"Error: {file} lists no unit."))
    return listed.units, code


def tell_all(found: Iterable[Diagnostic], say: Say, file: str = "") -> int:
    """Say what was found, and return the exit code that it asks for."""
    code = 0
    for one in found:
        line = say(one.line("vi"), one.line("en"))
        tell(f"{file}: {line}" if file and not one.location.file else line)
        code = max(code, one.severity is Severity.ERROR)
    return code
