"""Templates: a plan in, an official document out.

A :class:`Template` is data: which parts in which order, which headings, markers and wordings. :func:`compose_plan` turns
a plan and a template into a :class:`~cchc.document.Document`; it knows nothing of file formats.
"""

from cchc.templates._builtin import TEMPLATES
from cchc.templates._cleaning import cleaned
from cchc.templates._compose import ARTICLES, compose_plan
from cchc.templates._head import day_words, full_name, letterhead, subject_in_text
from cchc.templates._markers import LETTERS, marker
from cchc.templates._record import WORDING_FIELDS, Labels, Layout, Section, Template, chosen, several, wording
from cchc.templates._starter import start_plan
from cchc.templates._wording import (
    BLANK,
    bodies_words,
    ended,
    lower_first,
    number_words,
    quantity_words,
    schedule_words,
    upper_first,
)

__all__ = [
    "ARTICLES",
    "BLANK",
    "LETTERS",
    "TEMPLATES",
    "WORDING_FIELDS",
    "Labels",
    "Layout",
    "Section",
    "Template",
    "bodies_words",
    "chosen",
    "cleaned",
    "compose_plan",
    "day_words",
    "ended",
    "full_name",
    "letterhead",
    "lower_first",
    "marker",
    "number_words",
    "quantity_words",
    "schedule_words",
    "several",
    "start_plan",
    "subject_in_text",
    "upper_first",
    "wording",
]
