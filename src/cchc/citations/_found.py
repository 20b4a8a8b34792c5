"""What is read around one number or name of a law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

if TYPE_CHECKING:
    import datetime as dt

    from cchc.citations._numbers import Number


@define
class Found:
    """What was read around one number or name, in offsets of the normalised text."""

    start: int
    end: int
    kind: str
    number: Number | None = None
    digits: str = ""
    year: str = ""
    date: dt.date | None = None
    issuer: str = ""
    title: str = ""
    article: str = ""
    follows: bool = False
    spoken: bool = False
    pointer: bool = False
    defines: bool = False
    same_day: bool = False
    shares: bool = False
    weak: bool = False
    joined: bool = False
    cited: bool = False
    named: bool = False
    days: tuple[dt.date, ...] = ()

    @property
    def organ(self) -> str:
        """The body in the symbol."""
        return self.number.organ if self.number else ""
