"""Vietnamese text: cleaning, comparing, sorting, dates, and offsets that lead back to the original.

Nothing here opens a file or knows a document; every function takes text and returns text or plain values.
"""

from cchc.text._clean import USUAL, Cleaned, Mapped, clean, is_clean, normalise
from cchc.text._dates import (
    FoundDate,
    date_at,
    document_number,
    find_dates,
    long_date,
    parse_date,
    short_date,
    two_digits,
    written,
)
from cchc.text._names import CAPITALS, fold, nearest, slug, sort_key

__all__ = [
    "CAPITALS",
    "USUAL",
    "Cleaned",
    "FoundDate",
    "Mapped",
    "clean",
    "date_at",
    "document_number",
    "find_dates",
    "fold",
    "is_clean",
    "long_date",
    "nearest",
    "normalise",
    "parse_date",
    "short_date",
    "slug",
    "sort_key",
    "two_digits",
    "written",
]
