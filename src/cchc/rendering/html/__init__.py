"""Web page (.html): one file for the portal that needs nothing else, neither a network nor JavaScript.

The pages of the document come first, then its typed sheets. A sheet shows as what its columns are, whatever it is
called: with columns of marks it is a calendar and gets a timeline, with a summary it can be filtered by the column that
the summary counts by, with many columns it becomes one card a row. Columns that the office fills in are left to the
workbook.
"""

from __future__ import annotations

from cchc.document import Document

__all__ = ["render_html"]


def render_html(document: Document) -> bytes:
    """Return *document* as a self-contained page in UTF-8."""
    # jinja2 is heavy: it is loaded when the first page is made.
    from cchc.rendering.html._environment import page_template
    from cchc.rendering.html._page import page

    return page_template().render(page=page(document)).encode()
