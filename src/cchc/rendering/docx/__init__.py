"""Word documents (.docx): the official document of record, written part by part without a template.

- ``_body`` writes the sections and the blocks of running text, ``_head`` the blocks that stand
  centred, with the ``_line`` below some of them;
- ``_styles`` says how each kind of paragraph looks, from the document standard;
- ``_chart`` draws charts;
- ``_parts`` has the parts that do not depend on the text, with the ``_theme``; ``_package`` zips;
- ``_measure`` knows lengths, and how wide text is in Times New Roman;
- ``_wml`` has the few elements that the others are made of.
"""

from __future__ import annotations

from cchc.document import Document
from cchc.rendering._chart import charts_of
from cchc.rendering._markup import xml_file
from cchc.rendering.docx._body import document_part
from cchc.rendering.docx._chart import chart_parts
from cchc.rendering.docx._package import deflated, package
from cchc.rendering.docx._parts import core_properties, fixed_parts

__all__ = ["render_docx"]


def render_docx(document: Document) -> bytes:
    """Return *document* as a .docx file: Office Open XML, transitional, as Word 2013 and later write it.

    Any text gives a valid file: what XML cannot hold is dropped, line feeds and tabs become breaks and tabs of the
    format. The same document gives the same bytes.
    """
    charts = charts_of(document)
    return package(
        (
            *fixed_parts(document.standard, len(charts)),
            deflated("docProps/core.xml", xml_file(core_properties(document.properties))),
            deflated("word/document.xml", xml_file(document_part(document))),
            *chart_parts(charts, document.standard.font),
        )
    )
