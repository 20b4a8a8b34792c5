"""The record by which a plugin adds a check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar, get_args

from attrs import field, frozen
from attrs.validators import in_

from cchc.diagnostics import Diagnostic, Severity
from cchc.knowledge import Knowledge
from cchc.model import Plan, Report

S = TypeVar("S")
T = TypeVar("T")

AppliesTo = Literal["plan", "report", "document"]


@frozen(kw_only=True)
class ReadDocument:
    """A document that was read: what rules of its form see, which a plan no longer shows.

    Attributes:
        text: its text in reading order, lines divided by line feeds.
        plan: the plan that it was understood as.
    """

    text: str
    plan: Plan


Subject = Plan | Report | ReadDocument
"""What checks look at."""


@frozen(kw_only=True)
class CheckContext:
    """What a check may ask beside the plan: the day that decides, and the dated facts."""

    on: dt.date
    knowledge: Knowledge
    _known: dict[Any, tuple[Any, Any]] = field(factory=dict, init=False, repr=False, eq=False)

    def once(self, subject: S, make: Callable[[S, CheckContext], T]) -> T:
        """Return ``make(subject, self)``, made once for all checks of a run."""
        # The subject is kept beside the value: while it lives, no other has its id.
        key = (make, id(subject))
        if key not in self._known:
            self._known[key] = (subject, make(subject, self))
        made: T = self._known[key][1]
        return made


@frozen(kw_only=True)
class Check:
    """A rule.

    Attributes:
        code: its code for ever: letters and three digits, "CC101"; a province uses letters of its own.
        name: what it looks for, in a few Vietnamese words.
        severity: how much a finding weighs as a rule; one that rests on a weak source weighs less.
        rationale: why it matters.
        wrong: a piece of a plan file that it finds fault with.
        right: the same piece mended; exchanging the two is the one edit that makes the finding come and go.
        source: the rule's source, document and date; empty where the rule is ours.
        since: version of the package or plugin that brought it.
        applies_to: what it looks at: ``plan``, ``report`` (what units returned) or ``document`` (the text of a document
            that was read).
        fix: what ``cchc check --fix`` does about it; empty where only a person can mend it.
        run: yields a finding for each place; gets the plan, the report or the :class:`ReadDocument`, and a
            :class:`CheckContext`. The place is a path in the plan or report; in a document it is *start* and *end* in its text.
    """

    code: str
    name: str
    severity: Severity = Severity.WARNING
    rationale: str
    wrong: str = ""
    right: str = ""
    source: str = ""
    since: str
    applies_to: AppliesTo = field(default="plan", validator=in_(get_args(AppliesTo)))
    fix: str = ""
    run: Callable[[Any, CheckContext], Iterable[Diagnostic]]
