"""The template of the page and how texts enter it: escaped always, and without characters that HTML forbids."""

from __future__ import annotations

import functools
import importlib.resources
import re
from typing import Any

import jinja2
import markupsafe

from cchc.rendering._lines import lines
from cchc.text import clean

__all__ = ["page_template"]

# HTML forbids more than XML does (HTML Standard, 13.2.3.5): controls from U+007F on and every noncharacter.
_FORBIDDEN = re.compile(
    "[\x7f-\x9f\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


def _printable(value: Any) -> Any:
    # What is Markup already was made by our own writer, for XML; every other string comes from a document.
    if isinstance(value, markupsafe.Markup):
        return markupsafe.Markup(_FORBIDDEN.sub("", value))  # noqa: S704 - only letters go
    return _FORBIDDEN.sub("", clean(value).text) if type(value) is str else value


def _broken(text: str) -> markupsafe.Markup:
    return markupsafe.Markup("<br>").join(_printable(line) for line in lines(text))


@functools.cache
def page_template() -> jinja2.Template:
    """Return the template of a page; it is compiled once."""
    files = importlib.resources.files("cchc.rendering.html")
    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name in ("css", "js"):
        source = files.joinpath(f"page.{name}").read_text(encoding="utf-8")
        environment.globals[name] = markupsafe.Markup(source)  # noqa: S704 - a file of this package
    environment.filters["lines"] = _broken
    return environment.from_string(files.joinpath("page.html.jinja").read_text(encoding="utf-8"))
