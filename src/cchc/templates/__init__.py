"""Templates: a plan in, an official document out.

A :class:`Template` is data: which parts in which order, which headings, markers and wordings. :func:`compose_plan` turns
a plan and a template into a :class:`~cchc.document.Document`; it knows nothing of file formats.
"""

from cchc.templates._builtin import TEMPLATES
from cchc.templates._compose import ARTICLES, compose_plan
from cchc.templates._head import full_name, letterhead
from cchc.templates._markers import LETTERS
from cchc.templates._record import WORDING_FIELDS, Labels, Layout, Section, Template
from cchc.templates._starter import start_plan
from cchc.templates._wording import quantity_words, schedule_words, upper_first

__all__ = [
    "ARTICLES",
    "LETTERS",
    "TEMPLATES",
    "WORDING_FIELDS",
    "Labels",
    "Layout",
    "Section",
    "Template",
    "compose_plan",
    "full_name",
    "letterhead",
    "quantity_words",
    "schedule_words",
    "start_plan",
    "upper_first",
]
