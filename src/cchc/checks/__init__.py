"""Checks: coded rules over a plan."""

from cchc.checks._engine import run_checks
from cchc.checks._record import Check, CheckContext

__all__ = ["Check", "CheckContext", "run_checks"]
