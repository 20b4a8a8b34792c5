"""For plugin authors: the hooks' mark, the registry, and every record that a hook may give.

The hooks are described in :mod:`cchc.plugins.hookspecs`; :mod:`cchc.testing` has tests that any plugin inherits.
"""

from cchc.checks import Check, CheckContext
from cchc.diagnostics import Diagnostic, Edit, Location, Severity
from cchc.document import Document
from cchc.errors import ConflictError, PluginLoadError, UnknownNameError
from cchc.knowledge import (
    Agency,
    DayRule,
    Facts,
    IndicatorSet,
    Knowledge,
    Law,
    LawKey,
    PeriodRule,
    Province,
    Regime,
    Unit,
    UnitSpan,
)
from cchc.model import Body, Indicator, Plan
from cchc.plugins._records import Failure, Plugin, Stage
from cchc.plugins.hookspecs import hookimpl
from cchc.plugins.registry import Registry
from cchc.reading import LeftOut, Reader, Reading
from cchc.rendering import Format
from cchc.reporting import Outcome, ReportSection, ReportTemplate
from cchc.templates import Labels, Section, Template

__all__ = [
    "Agency",
    "Body",
    "Check",
    "CheckContext",
    "ConflictError",
    "DayRule",
    "Diagnostic",
    "Document",
    "Edit",
    "Facts",
    "Failure",
    "Format",
    "Indicator",
    "IndicatorSet",
    "Knowledge",
    "Labels",
    "Law",
    "LawKey",
    "LeftOut",
    "Location",
    "Outcome",
    "PeriodRule",
    "Plan",
    "Plugin",
    "PluginLoadError",
    "Province",
    "Reader",
    "Reading",
    "Regime",
    "Registry",
    "ReportSection",
    "ReportTemplate",
    "Section",
    "Severity",
    "Stage",
    "Template",
    "Unit",
    "UnitSpan",
    "UnknownNameError",
    "hookimpl",
]
