"""What cchc itself gives, through the same door as any plugin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from cchc.plugins.hookspecs import hookimpl
from cchc.reading import Reader, Reading
from cchc.rendering import Format

if TYPE_CHECKING:
    from cchc.document import Document
    from cchc.interchange import Format as FileFormat
    from cchc.templates import Template


# Each writer loads its library when a document is written, not when it is registered.


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


@hookimpl
def cchc_formats() -> Iterator[Format]:
    """Give .docx, .xlsx, .html, .md and .txt."""
    office = "application/vnd.openxmlformats-officedocument"
    yield Format(
        key="docx",
        name="Văn bản Word (.docx)",
        suffix=".docx",
        media_type=f"{office}.wordprocessingml.document",
        render=_docx,
    )
    yield Format(
        key="xlsx",
        name="Bảng tính Excel (.xlsx)",
        suffix=".xlsx",
        media_type=f"{office}.spreadsheetml.sheet",
        render=_xlsx,
    )
    yield Format(
        key="html",
        name="Trang web (.html)",
        suffix=".html",
        media_type="text/html; charset=utf-8",
        render=_html,
    )
    yield Format(
        key="md", name="Markdown (.md)", suffix=".md", media_type="text/markdown; charset=utf-8", render=_md
    )
    yield Format(
        key="txt",
        name="Văn bản thuần (.txt)",
        suffix=".txt",
        media_type="text/plain; charset=utf-8",
        render=_txt,
    )


@hookimpl
def cchc_templates() -> tuple[Template, ...]:
    """Give the templates that any province can use."""
    from cchc.templates import TEMPLATES

    return TEMPLATES


def _plan_file(format: FileFormat) -> Callable[[bytes, str], Reading]:  # noqa: A002  # the word of the verbs
    def read(data: bytes, name: str) -> Reading:
        import attrs

        from cchc.errors import CouldNotReadError, PlanFileError
        from cchc.interchange import load_plan_with_places

        # The loader is given bytes; what it says must name the file that they came from.
        try:
            plan, places = load_plan_with_places(data, format=format)
        except CouldNotReadError as error:
            raise CouldNotReadError(**{**error.facts(), "source": name}) from None
        except PlanFileError as error:
            problems = tuple(
                attrs.evolve(one, location=attrs.evolve(one.location, file=name)) for one in error.problems
            )
            raise PlanFileError(source=name, problems=problems) from None
        return Reading(plan=plan, spans={path: attrs.evolve(at, file=name) for path, at in places.items()})

    return read


@hookimpl
def cchc_readers() -> Iterator[Reader]:
    """Give the plan files: YAML, JSON and TOML."""
    yield Reader(key="yaml", name="Tệp kế hoạch YAML", suffixes=(".yaml", ".yml"), read=_plan_file("yaml"))
    yield Reader(key="json", name="Tệp kế hoạch JSON", suffixes=(".json",), read=_plan_file("json"))
    yield Reader(key="toml", name="Tệp kế hoạch TOML", suffixes=(".toml",), read=_plan_file("toml"))
