"""The nouns of the field: plain frozen values, without input or output.

Real plans are prose with facts in it, so the body of a plan is one tree of :class:`Item`, each with its words and the
facts that it states; everything else (:func:`channels`, :func:`assignments`, :func:`tasks`, :func:`facts`) is derived.
"""

from cchc.model._derive import Facts, Place, Task, all_bases, assignments, channels, facts, tasks, walk
from cchc.model._plan import (
    Assignment,
    AssignmentRole,
    Body,
    Channel,
    Every,
    Family,
    Indicator,
    Item,
    Kind,
    LegalBasis,
    Level,
    Month,
    Plan,
    Quantity,
    Role,
    Schedule,
    ScheduleKind,
    Signature,
    Status,
    Use,
)
from cchc.model._report import Answer, Asked, CellSource, Figure, Progress, Report, UnitReport

__all__ = [
    "Answer",
    "Asked",
    "Assignment",
    "AssignmentRole",
    "Body",
    "CellSource",
    "Channel",
    "Every",
    "Facts",
    "Family",
    "Figure",
    "Indicator",
    "Item",
    "Kind",
    "LegalBasis",
    "Level",
    "Month",
    "Place",
    "Plan",
    "Progress",
    "Quantity",
    "Report",
    "Role",
    "Schedule",
    "ScheduleKind",
    "Signature",
    "Status",
    "Task",
    "UnitReport",
    "Use",
    "all_bases",
    "assignments",
    "channels",
    "facts",
    "tasks",
    "walk",
]
