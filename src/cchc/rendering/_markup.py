"""The one writer of markup: every tag of every format is made here, and every text is escaped here.

:data:`Markup` is a type of its own for the type checker and an ordinary ``str`` when the program runs: what takes markup
does not accept a text that has not passed through :func:`text`, and this costs nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import NewType

from cchc.text import USUAL, clean, is_clean

__all__ = [
    "NOTHING",
    "Markup",
    "element",
    "frame",
    "is_verbatim",
    "join",
    "plain",
    "text",
    "web_page",
    "xml_file",
]

Markup = NewType("Markup", str)

NOTHING = Markup("")

# In attributes a line feed or a tab would be read back as a space.
_IN_ATTRIBUTES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
)


# ASCII without control characters and without the three signs that are escaped.
_NOT_VERBATIM = re.compile(f"[^ -%'-;=?-~{USUAL}]")


def plain(words: str) -> str:
    """Return *words* composed (NFC), without the characters that XML cannot hold and without invisible ones."""
    # Nearly every text is clean, and asking costs a third of cleaning.
    return words if is_clean(words) else clean(words).text


def is_verbatim(words: str) -> bool:
    """Whether *words* are surely one line of character data as they are: nothing to clean, to escape or to break."""
    return _NOT_VERBATIM.search(words) is None


def text(words: str) -> Markup:
    """Return *words* as character data: composed (NFC), escaped, without the characters that XML cannot hold."""
    return Markup(plain(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def element(name: str, attributes: Mapping[str, str | int] | None = None, *children: Markup) -> Markup:
    """Return an element with its attributes and children; without children it closes itself."""
    made = f"<{name}"
    if attributes:
        for key, value in attributes.items():
            made += _attribute(key, value)
    return Markup(f"{made}>{''.join(children)}</{name}>" if children else f"{made}/>")


# The same few attributes come again and again: half the time of writing a document went into escaping them.
@functools.lru_cache(maxsize=512)
def _attribute(key: str, value: str | int) -> str:
    return f' {key}="{clean(str(value)).text.translate(_IN_ATTRIBUTES)}"'


def frame(
    name: str, attributes: Mapping[str, str | int] | None = None, *first: Markup
) -> tuple[Markup, Markup]:
    """Return the start of an element with its *first* children, and its end: for what is written many times over."""
    made = element(name, attributes, *first, NOTHING)
    end = f"</{name}>"
    return Markup(made.removesuffix(end)), Markup(end)


def join(parts: Iterable[Markup]) -> Markup:
    """Return *parts* one after another."""
    return Markup("".join(parts))


def web_page(title: str, style: str, lang: str, *first: Markup) -> tuple[Markup, Markup]:
    """Return the start of a page (.html) that needs no other file, and its end; *first* stands below the title."""
    head = element(
        "head",
        None,
        Markup('<meta charset="utf-8">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", None, text(title)),
        element("style", None, Markup(style)),
    )
    html, html_end = frame("html", {"lang": lang}, head)
    body, body_end = frame("body")
    main, main_end = frame("main", None, element("h1", None, text(title)), *first)
    return Markup(f"<!DOCTYPE html>\n{html}{body}{main}"), Markup(f"{main_end}{body_end}{html_end}\n")


_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def xml_file(root: Markup) -> bytes:
    """Return a file of XML with *root* as its only element."""
    return _DECLARATION + root.encode()
