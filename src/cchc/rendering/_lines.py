"""What the formats that print lines of text share: one line from a text, and lines from a cell."""

from __future__ import annotations

import re

from cchc.document import Heading, Sheet
from cchc.text import clean

__all__ = ["dated_title", "lines", "one_line", "run_in_heading"]

# Whatever some program takes for the end of a line or of a cell.
_BREAKS = re.compile("[\t\n\x85\u2028\u2029]+")
_LINE_ENDS = re.compile("[\n\x85\u2028\u2029]+")


def one_line(text: str) -> str:
    """Return *text* clean, on one line and without spaces at its ends; blanks to be filled in by hand stay."""
    return _BREAKS.sub(" ", clean(text).text).strip(" ")


def lines(text: str) -> list[str]:
    """Return the lines of *text* that say something, each clean."""
    return [line for line in map(one_line, _LINE_ENDS.split(clean(text).text)) if line]


def run_in_heading(heading: Heading) -> tuple[str, str]:
    """Return *heading* with its marker and, where text goes on in its line, a colon; and the words of that text."""
    words = one_line(heading.text)
    run_in = one_line("".join(run.text for run in heading.run_in))
    if run_in and words and not words.endswith(":"):
        words += ":"
    return one_line(f"{heading.marker} {words}"), run_in


def dated_title(sheet: Sheet) -> str:
    """Return the title of *sheet* with the year that it shows, where the title does not say it already."""
    title = one_line(sheet.title)
    if sheet.year is None or str(sheet.year) in title:
        return title
    return f"{title} {sheet.year}" if title.casefold().endswith(" năm") else f"{title} năm {sheet.year}"
