"""Findings about a plan, a file or a document: frozen values that are returned, never raised."""

from __future__ import annotations

import enum
from typing import Literal

from attrs import frozen

__all__ = ["Diagnostic", "Edit", "Location", "Severity"]


class Severity(enum.IntEnum):
    """How much a finding weighs; the highest of a run decides the exit code of the command."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def vi(self) -> str:
        """The word that an officer reads."""
        return {1: "lưu ý", 2: "cảnh báo", 3: "lỗi"}[self.value]


@frozen(kw_only=True)
class Location:
    """Where a finding stands.

    Attributes:
        file: name of the file, as it was given; empty for a value in memory.
        path: path in the model, ``parts[2].items[0].facts[0].schedule``; empty for the whole.
        line: line in the file, from 1.
        column: column in that line, in characters, from 1.
        start: first character in the source text, in code points from 0.
        end: end of the place in the source text, exclusive.
    """

    file: str = ""
    path: str = ""
    line: int | None = None
    column: int | None = None
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part not in ("", None))
        return " ".join(part for part in (place, self.path) if part)


@frozen(kw_only=True)
class Edit:
    """A replacement of the characters from *start* to *end* (code points) of the source text by *text*."""

    start: int
    end: int
    text: str


@frozen(kw_only=True)
class Diagnostic:
    """One finding.

    Attributes:
        code: its code for ever, ``CC101``.
        severity: how much it weighs.
        vi: the sentence for an officer.
        en: the sentence for a programmer.
        location: where it stands.
        source: the rule's source (document and date), empty where the rule is ours.
        edits: a safe fix, empty where there is none.
    """

    code: str
    severity: Severity = Severity.WARNING
    vi: str
    en: str
    location: Location = Location()
    source: str = ""
    edits: tuple[Edit, ...] = ()

    def line(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Return this finding on one line: place, code, sentence."""
        place = str(self.location)
        sentence = self.vi if lang == "vi" else self.en
        return f"{place}: {self.code} {sentence}" if place else f"{self.code} {sentence}"
