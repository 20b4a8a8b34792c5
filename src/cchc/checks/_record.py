"""The record by which a plugin adds a check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from attrs import frozen

from cchc.diagnostics import Diagnostic, Severity
from cchc.knowledge import Knowledge
from cchc.model import Plan


@frozen(kw_only=True)
class CheckContext:
    """What a check may ask beside the plan: the day that decides, and the dated facts."""

    on: dt.date
    knowledge: Knowledge


@frozen(kw_only=True)
class Check:
    """A rule.

    Attributes:
        code: its code for ever: letters and three digits, "CC101"; a province uses letters of its own.
        name: what it looks for, in a few Vietnamese words.
        severity: how much a finding weighs.
        rationale: why it matters.
        wrong: an example that it finds.
        right: the example mended.
        source: the rule's source, document and date; empty where the rule is ours.
        since: version of the package or plugin that brought it.
        run: yields a finding for each place; gets the plan and a :class:`CheckContext`.
    """

    code: str
    name: str
    severity: Severity = Severity.WARNING
    rationale: str
    wrong: str = ""
    right: str = ""
    source: str = ""
    since: str
    run: Callable[[Plan, CheckContext], Iterable[Diagnostic]]
