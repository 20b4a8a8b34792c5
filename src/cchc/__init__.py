"""Plan, check, issue and report the communication work on administrative reform (*cải cách hành chính*, CCHC).

Nothing is loaded before it is asked for: a name comes from its room when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc import errors
    from cchc._verbs import (
        check_plan,
        collect_forms,
        compose,
        consolidate,
        make_form,
        read_plan,
        render,
        roll_forward,
    )
    from cchc.citations import Citation, cite, find_citations, mentions
    from cchc.diagnostics import Diagnostic, Edit, Location, Severity
    from cchc.document import Document
    from cchc.interchange import dump_plan, dump_report, load_plan, load_report
    from cchc.model import (
        Answer,
        Asked,
        Assignment,
        Body,
        CellSource,
        Channel,
        Figure,
        Indicator,
        Item,
        LegalBasis,
        Month,
        Plan,
        Progress,
        Quantity,
        Report,
        Schedule,
        Signature,
        Task,
        UnitReport,
        assignments,
        channels,
        facts,
        tasks,
    )
    from cchc.plugins import Registry, hookimpl
    from cchc.reading import Reading
    from cchc.reporting import Collection, Return
    from cchc.rollover import Rollover

__version__ = "0.1.0"

_ROOMS = {
    "cchc._verbs": (
        "check_plan",
        "collect_forms",
        "compose",
        "consolidate",
        "make_form",
        "read_plan",
        "render",
        "roll_forward",
    ),
    "cchc.citations": ("Citation", "cite", "find_citations", "mentions"),
    "cchc.diagnostics": ("Diagnostic", "Edit", "Location", "Severity"),
    "cchc.document": ("Document",),
    "cchc.interchange": ("dump_plan", "dump_report", "load_plan", "load_report"),
    "cchc.model": (
        "Answer",
        "Asked",
        "Assignment",
        "Body",
        "CellSource",
        "Channel",
        "Figure",
        "Indicator",
        "Item",
        "LegalBasis",
        "Month",
        "Plan",
        "Progress",
        "Quantity",
        "Report",
        "Schedule",
        "Signature",
        "Task",
        "UnitReport",
        "assignments",
        "channels",
        "facts",
        "tasks",
    ),
    "cchc.plugins": ("Registry", "hookimpl"),
    "cchc.reading": ("Reading",),
    "cchc.reporting": ("Collection", "Return"),
    "cchc.rollover": ("Rollover",),
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Answer",
    "Asked",
    "Assignment",
    "Body",
    "CellSource",
    "Channel",
    "Citation",
    "Collection",
    "Diagnostic",
    "Document",
    "Edit",
    "Figure",
    "Indicator",
    "Item",
    "LegalBasis",
    "Location",
    "Month",
    "Plan",
    "Progress",
    "Quantity",
    "Reading",
    "Registry",
    "Report",
    "Return",
    "Rollover",
    "Schedule",
    "Severity",
    "Signature",
    "Task",
    "UnitReport",
    "__version__",
    "assignments",
    "channels",
    "check_plan",
    "cite",
    "collect_forms",
    "compose",
    "consolidate",
    "dump_plan",
    "dump_report",
    "errors",
    "facts",
    "find_citations",
    "hookimpl",
    "load_plan",
    "load_report",
    "make_form",
    "mentions",
    "read_plan",
    "render",
    "roll_forward",
    "tasks",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in {"errors", "plugins"}:
        return import_module(f"cchc.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'cchc' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    # Found once, it is a plain attribute from then on.
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
