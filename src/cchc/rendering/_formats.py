"""The formats that cchc itself writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc.rendering._record import Format

if TYPE_CHECKING:
    from cchc.document import Document

__all__ = ["FORMATS"]

# Each writer, and the library that it needs, is loaded when a document is written, not when the format is registered.


def _docx(document: Document) -> bytes:
    from cchc.rendering.docx import render_docx

    return render_docx(document)


def _xlsx(document: Document) -> bytes:
    from cchc.rendering.xlsx import render_xlsx

    return render_xlsx(document)


def _html(document: Document) -> bytes:
    from cchc.rendering.html import render_html

    return render_html(document)


def _md(document: Document) -> bytes:
    from cchc.rendering.markdown import render_md

    return render_md(document)


def _txt(document: Document) -> bytes:
    from cchc.rendering.text import render_txt

    return render_txt(document)


_OFFICE = "application/vnd.openxmlformats-officedocument"

FORMATS = (
    Format(
        key="docx",
        name="Văn bản Word (.docx)",
        suffix=".docx",
        media_type=f"{_OFFICE}.wordprocessingml.document",
        render=_docx,
        sheets=False,
    ),
    Format(
        key="xlsx",
        name="Bảng tính Excel (.xlsx)",
        suffix=".xlsx",
        media_type=f"{_OFFICE}.spreadsheetml.sheet",
        render=_xlsx,
    ),
    Format(
        key="html",
        name="Trang web (.html)",
        suffix=".html",
        media_type="text/html; charset=utf-8",
        render=_html,
    ),
    Format(
        key="md",
        name="Markdown (.md)",
        suffix=".md",
        media_type="text/markdown; charset=utf-8",
        render=_md,
        sheets=False,
    ),
    Format(
        key="txt",
        name="Văn bản thuần (.txt)",
        suffix=".txt",
        media_type="text/plain; charset=utf-8",
        render=_txt,
        sheets=False,
    ),
)
