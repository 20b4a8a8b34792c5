"""What cchc itself gives, through the same door as any plugin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from cchc.plugins.hookspecs import hookimpl
from cchc.reading import Reader, Reading, read_docx, read_html, read_text
from cchc.rendering import FORMATS, Format

if TYPE_CHECKING:
    from cchc.checks import Check
    from cchc.interchange import Format as FileFormat
    from cchc.knowledge import Facts
    from cchc.reporting import ReportTemplate
    from cchc.templates import Template


@hookimpl
def cchc_formats() -> tuple[Format, ...]:
    """Give .docx, .xlsx, .html, .md and .txt."""
    return FORMATS


@hookimpl
def cchc_templates() -> tuple[Template | ReportTemplate, ...]:
    """Give the templates that any province can use: two for plans, one for reports."""
    from cchc.reporting import PLAIN_REPORT
    from cchc.templates import TEMPLATES

    return (*TEMPLATES, PLAIN_REPORT)


@hookimpl
def cchc_facts() -> tuple[Facts, ...]:
    """Give the figures that forms ask for where a plan names none, and the period that only provinces set."""
    from cchc.knowledge import Facts
    from cchc.reporting import INDICATORS, LOCAL_PERIODS

    return (Facts(indicators=INDICATORS, regimes=(LOCAL_PERIODS,)),)


@hookimpl
def cchc_checks() -> tuple[Check, ...]:
    """Give the rules that hold everywhere."""
    from cchc.checks._all import RULES

    return RULES


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


def _is_word(data: bytes) -> bool:
    # What passes for a Word file among officers; the reader says of each what it is and what to do.
    return data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF"))


def _is_page(data: bytes) -> bool:
    start = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return start.startswith(
        (b"<!doctype html", b"<html", b"<head", b"<body", b"<div", b"<p>", b"<p ", b"<table")
    ) or (start.startswith((b"<!--", b"<?xml")) and b"<html" in start)


def _is_yaml(data: bytes) -> bool:
    return _FIELD.match(data.removeprefix(b"\xef\xbb\xbf")[:4096]) is not None


def _is_toml(data: bytes) -> bool:
    return _TOML_FIELD.match(data.removeprefix(b"\xef\xbb\xbf")[:4096]) is not None


def _is_json(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") and not data.startswith(b"{\\rtf")


# The first line that says anything is a field: an English word in small letters, which no document begins with.
_FIELD = re.compile(rb"(?:\s|#[^\n]*\n|---\n)*[a-z_]+:(?:\s|$)")
_TOML_FIELD = re.compile(rb"(?:\s|#[^\n]*\n)*[a-z_]+[ \t]*=")


@hookimpl
def cchc_readers() -> Iterator[Reader]:
    """Give Word files, web pages and text files, and the plan files: YAML, JSON and TOML."""
    yield Reader(
        key="docx",
        name="Văn bản Word (.docx)",
        suffixes=(".docx", ".docm"),
        read=read_docx,
        recognises=_is_word,
    )
    yield Reader(
        key="html",
        name="Trang web (.html)",
        suffixes=(".html", ".htm", ".xhtml"),
        read=read_html,
        recognises=_is_page,
    )
    yield Reader(key="txt", name="Văn bản thuần (.txt)", suffixes=(".txt",), read=read_text)
    for key, name, suffixes, recognises in (
        ("yaml", "YAML", (".yaml", ".yml"), _is_yaml),
        ("json", "JSON", (".json",), _is_json),
        ("toml", "TOML", (".toml",), _is_toml),
    ):
        yield Reader(
            key=key,
            name=f"Tệp kế hoạch {name}",
            suffixes=suffixes,
            read=_plan_file(cast("FileFormat", key)),
            recognises=recognises,
        )
