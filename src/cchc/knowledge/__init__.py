"""Dated facts: legal documents, administrative units, agencies, report regimes and working days.

Every row of the tables names its source, the days on which it holds and how sure it is. The tables are part of the
package and are loaded kind by kind when first used; plugins add records of the same classes.
"""

from cchc.knowledge._knowledge import Knowledge
from cchc.knowledge._records import (
    Abbreviation,
    Agency,
    Answer,
    BodyKind,
    BodyLevel,
    BodyPiece,
    Confidence,
    DayRule,
    Facts,
    IndicatorSet,
    KnownBody,
    Law,
    LawKey,
    LawStatus,
    PeriodKind,
    PeriodRule,
    Province,
    Regime,
    RegimeLevel,
    Unit,
    UnitLevel,
    UnitSpan,
    UnitType,
    holds,
)

__all__ = [
    "Abbreviation",
    "Agency",
    "Answer",
    "BodyKind",
    "BodyLevel",
    "BodyPiece",
    "Confidence",
    "DayRule",
    "Facts",
    "IndicatorSet",
    "Knowledge",
    "KnownBody",
    "Law",
    "LawKey",
    "LawStatus",
    "PeriodKind",
    "PeriodRule",
    "Province",
    "Regime",
    "RegimeLevel",
    "Unit",
    "UnitLevel",
    "UnitSpan",
    "UnitType",
    "holds",
]
