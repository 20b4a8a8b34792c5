"""Checks: coded rules over a plan, a report or a document that was read."""

from cchc.checks._engine import run_checks
from cchc.checks._places import at_offsets, located, obeyed, repaired
from cchc.checks._record import Check, CheckContext, ReadDocument
from cchc.checks._rule import Found, rule
from cchc.checks._words import slips

__all__ = [
    "Check",
    "CheckContext",
    "Found",
    "ReadDocument",
    "at_offsets",
    "located",
    "obeyed",
    "repaired",
    "rule",
    "run_checks",
    "slips",
]
