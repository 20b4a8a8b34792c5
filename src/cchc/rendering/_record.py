"""The record by which a plugin adds an output format."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from cchc.document import Document


@frozen(kw_only=True)
class Format:
    """An output format.

    Attributes:
        key: what ``cchc render --to`` takes, "docx".
        name: name for people.
        suffix: suffix of its files, ".docx".
        media_type: its media type.
        render: writes a document as bytes; the same document gives the same bytes. It knows nothing of plans, so one
            format serves plans and reports alike.
        sheets: whether it shows the typed tables beside the pages; for a format that does not, a plan is composed
            without them.
    """

    key: str
    name: str
    suffix: str
    media_type: str
    render: Callable[[Document], bytes]
    sheets: bool = True
