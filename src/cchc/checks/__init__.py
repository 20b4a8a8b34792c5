"""Checks: coded rules over a plan."""

from cchc.checks._engine import run_checks
from cchc.checks._places import located, obeyed, repaired
from cchc.checks._record import Check, CheckContext
from cchc.checks._rule import Found, rule
from cchc.checks._words import slips

__all__ = ["Check", "CheckContext", "Found", "located", "obeyed", "repaired", "rule", "run_checks", "slips"]
