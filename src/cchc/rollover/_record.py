"""What a rollover gives back."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from cchc.diagnostics import Edit
from cchc.model import Plan

Kind = Literal[
    "unit", "body", "merged", "districts", "document", "period", "term", "day", "year", "words", "missing"
]


@frozen(kw_only=True)
class Change:
    """Something that was changed at a place of the plan.

    Attributes:
        path: the place in the model.
        before: what stood there, in words; empty for nothing.
        after: what stands there now; empty where it was blanked.
        vi: why, for an officer.
        en: why, for a programmer.
        source: the document that it follows from, with its date; empty where it is plain arithmetic.
        edit: where in the text at *path* the change is; ``None`` where all of the value changed.
    """

    path: str
    before: str
    after: str
    vi: str
    en: str
    source: str = ""
    edit: Edit | None = None


@frozen(kw_only=True)
class Decision:
    """Something that only a person can decide; the draft shows what it was, or what is proposed.

    Attributes:
        kind: what it is about: ``unit`` (whose plan it is), ``body`` (who takes over), ``merged`` (bodies that are one now
            and that a sentence names apart), ``districts`` (a duty of districts, proposed to the communes), ``document``,
            ``period``, ``term`` (a word that is no longer said), ``day`` (29 February), ``year`` (a year beside the
            plan's own), ``words`` (a sentence that no longer fits its facts) or ``missing`` (what the old plan never said).
        path: the first place in the model.
        words: what it is about, as it stands.
        vi: the question, for an officer.
        en: the question, for a programmer.
        places: every place that waits for the answer, *path* first.
        options: answers that the tables know.
        code: code of the check that finds the same as long as it is open; empty where none does.
        source: the document that it follows from.
    """

    kind: Kind
    path: str
    words: str
    vi: str
    en: str
    places: tuple[str, ...]
    options: tuple[str, ...] = ()
    code: str = ""
    source: str = ""

    def line(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Return this decision on one line: place, question, answers."""
        answers = f" [{' | '.join(self.options)}]" if self.options else ""
        return f"{self.path}: {self.vi if lang == 'vi' else self.en}{answers}"


@frozen(kw_only=True)
class Rollover:
    """A plan for another year.

    Attributes:
        plan: the draft.
        edits: every change, in the order of the plan.
        decisions: everything that is left to a person, in the order of the plan.
    """

    plan: Plan
    edits: tuple[Change, ...] = ()
    decisions: tuple[Decision, ...] = ()
