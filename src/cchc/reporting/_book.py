"""The sheets of a returned workbook, by their titles."""

from __future__ import annotations

import io
from typing import Any

from cchc.reporting._guard import Opened

__all__ = ["Book", "Rows"]

Rows = list[list[Any]]


class Book:
    """The sheets of a guarded workbook, each read when it is asked for."""

    def __init__(self, opened: Opened) -> None:
        from python_calamine import CalamineWorkbook

        self._book = CalamineWorkbook.from_filelike(io.BytesIO(opened.data))
        self.names, self.unread = opened.names, opened.unread
        self.titles = self._book.sheet_names
        self._rows: dict[str, Rows] = {}
        self._merged: dict[str, list[tuple[tuple[int, int], tuple[int, int]]]] = {}

    def rows(self, title: str) -> Rows:
        """Return the values of a sheet; nothing for a sheet that is not there."""
        if title not in self._rows:
            rows: Rows = []
            if title in self.titles:
                # Asking the workbook for a sheet reads it anew, so that all is taken at once.
                sheet = self._book.get_sheet_by_name(title)
                rows = sheet.to_python(skip_empty_area=False)
                self._merged[title] = sheet.merged_cell_ranges or []
            self._rows[title] = rows
        return self._rows[title]

    def height(self, title: str) -> int:
        """Return the number of the last row of a sheet that says something; 0 for a blank one."""
        sheet = self._book.get_sheet_by_name(title)
        return sheet.total_height if sheet.start is not None else 0

    def merged_count(self, title: str) -> int:
        """Return how many merged areas a sheet has."""
        return len(self._merged[title])

    def merged(self, title: str, row: int, column: int) -> tuple[int, int] | None:
        """Return the first cell of the merged area that this cell lies in, unless it is that itself."""
        for (top, left), (bottom, right) in self._merged[title]:
            if top <= row <= bottom and left <= column <= right and (row, column) != (top, left):
                return top, left
        return None
