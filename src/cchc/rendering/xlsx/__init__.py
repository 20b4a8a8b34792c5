"""Workbook (.xlsx): the typed sheets of a document, made to be kept open all year.

Each sheet is a table object that grows as rows are typed below it, with its columns as what they are: days are days,
choices have a list, what the office fills in is marked. A summary counts by formulas over ranges with room for rows to
come, and carries values that are already right; the same sheets under other keys come out the same way.

The charts of the pages follow on a page of their own, each beside the cells that it shows.

Texts are texts: no cell of a document's words is ever a formula, a link or a number.
"""

from __future__ import annotations

from cchc.document import Document

__all__ = ["render_xlsx"]


def render_xlsx(document: Document) -> bytes:
    """Return the sheets and charts of *document* as a workbook; one without either has a page that says so.

    Raises:
        RenderError: a summary names a sheet or a column that is not there.
    """
    # xlsxwriter is heavy: it is loaded when the first workbook is made.
    from cchc.rendering.xlsx._workbook import workbook

    return workbook(document)
