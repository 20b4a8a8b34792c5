"""Writing a rule: a function that yields what it finds, and the page that explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from cchc.checks._record import AppliesTo, Check, CheckContext
from cchc.diagnostics import Diagnostic, Edit, Location, Severity


@frozen(kw_only=True)
class Found:
    """What a rule found at a place.

    Attributes:
        path: the place in the plan or report; empty in a document, where *start* and *end* are the place.
        vi: the sentence for an officer.
        en: the sentence for a programmer.
        start: first character of the text at *path*; ``None`` for all of it.
        end: behind its last character.
        becomes: what the characters from *start* to *end* should be, where that is safe.
        severity: its weight, where it is not that of the rule.
    """

    path: str
    vi: str
    en: str
    start: int | None = None
    end: int | None = None
    becomes: str | None = None
    severity: Severity | None = None


Look = Callable[[Any, CheckContext], Iterable[Found]]


def rule(
    code: str,
    *,
    name: str,
    rationale: str,
    wrong: str,
    right: str,
    severity: Severity = Severity.WARNING,
    source: str = "",
    since: str = "0.1.0",
    applies_to: AppliesTo = "plan",
    fix: str = "",
) -> Callable[[Look], Check]:
    """Make a :class:`Check` of a function that yields :class:`Found`."""

    def made(look: Look) -> Check:
        def run(subject: Any, context: CheckContext) -> Iterator[Diagnostic]:
            for one in look(subject, context):
                edits: tuple[Edit, ...] = ()
                if one.becomes is not None and one.start is not None and one.end is not None:
                    edits = (Edit(start=one.start, end=one.end, text=one.becomes),)
                yield Diagnostic(
                    code=code,
                    severity=one.severity or severity,
                    vi=one.vi,
                    en=one.en,
                    location=Location(path=one.path, start=one.start, end=one.end),
                    source=source,
                    edits=edits,
                )

        return Check(
            code=code,
            name=name,
            severity=severity,
            rationale=rationale,
            wrong=wrong,
            right=right,
            source=source,
            since=since,
            applies_to=applies_to,
            fix=fix,
            run=run,
        )

    return made
