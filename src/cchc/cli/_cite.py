"""``cchc cite``: the legal citations of a file, each with its place and whether it held."""

from __future__ import annotations

import bisect
import datetime as dt
import functools
import json
import re

import click

from cchc._verbs import opened
from cchc.citations import Citation, find_citations
from cchc.cli._frame import Command, Stop, code_of, sentence
from cchc.cli._lookup import law_facts
from cchc.cli._options import day_option, form_option
from cchc.cli._speech import Say, shown
from cchc.errors import CchcError
from cchc.plugins import Registry
from cchc.reading import Source

__all__ = ["command"]


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    return Command(
        "cite",
        say=say,
        help=about,
        callback=lambda **given: _cite(say, **given),
        params=[
            click.Argument(["file"], metavar=say("TỆP", "FILE")),
            click.Option(
                ["--issuer"],
                metavar=say("CƠ_QUAN", "BODY"),
                help=say(
                    'Cơ quan ban hành, để hiểu "của tỉnh", "của UBND huyện".',
                    'The issuing body, by which "của tỉnh", "của UBND huyện" are understood.',
                ),
            ),
            day_option(
                say,
                say(
                    "Ngày xét hiệu lực của văn bản được viện dẫn. Mặc định là hôm nay.",
                    "The day on which what is cited must hold. Today by default.",
                ),
            ),
            form_option(say),
        ],
        epilog=say("Ví dụ: cchc cite ke-hoach-2022.docx", "Example: cchc cite plan-2022.docx"),
    )


def _cite(say: Say, *, file: str, issuer: str | None, on: dt.date | None, form: str) -> int:
    registry = Registry.discover()
    try:
        text = _text(file, registry)
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    day = on or dt.date.today()
    found = find_citations(text, issuer=issuer)
    if form == "json":
        print(json.dumps([_facts(one, text, registry, day) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            print(shown(_line(one, text, registry, day, say)))
        print(say(f"{len(found)} viện dẫn.", f"{len(found)} citation(s)."))
    return 0


def _text(file: str, registry: Registry) -> str:
    read, data = opened(file, registry)
    # A plan file is text as it stands, comments and keys included: a citation is where its author wrote it.
    return read.text if isinstance(read, Source) else data.decode("utf-8-sig")


@functools.lru_cache(maxsize=1)
def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _place(start: int, text: str) -> tuple[int, int]:
    starts = _line_starts(text)
    line = bisect.bisect_right(starts, start)
    return line, start - starts[line - 1] + 1


def _line(one: Citation, text: str, registry: Registry, day: dt.date, say: Say) -> str:
    line, column = _place(one.start, text)
    basis = one.basis
    said = " ".join(
        part
        for part in (
            basis.kind,
            basis.number or "",
            f"{basis.date:%d/%m/%Y}" if basis.date else "",
            f"({basis.issuer})" if basis.issuer else "",
            one.article,
        )
        if part
    )
    notes = [say("trong tên văn bản khác", "inside another's title")] if one.nested else []
    ended = say("không còn hiệu lực ngày ", "not in force on ") + f"{day:%d/%m/%Y}"
    notes += [
        say("còn hiệu lực", "in force") if status["in_force"] else ended
        for status in _statuses(one, registry, day)
    ]
    return f"{line}:{column}  {said}" + (f"  [{'; '.join(notes)}]" if notes else "")


def _statuses(one: Citation, registry: Registry, day: dt.date) -> list[dict[str, object]]:
    basis = one.basis
    if not basis.number:
        return []
    year = basis.date.year if basis.date else None
    law = registry.knowledge.law(basis.kind, basis.number, issuer=basis.issuer, year=year)
    return [law_facts(registry.knowledge.law_status(law, day))] if law is not None else []


def _facts(one: Citation, text: str, registry: Registry, day: dt.date) -> dict[str, object]:
    line, column = _place(one.start, text)
    basis = one.basis
    return {
        "start": one.start,
        "end": one.end,
        "line": line,
        "column": column,
        "kind": basis.kind,
        "number": basis.number,
        "date": basis.date.isoformat() if basis.date else None,
        "issuer": basis.issuer,
        "title": basis.title,
        "article": one.article,
        "nested": one.nested,
        "words": basis.words,
        "known": _statuses(one, registry, day),
    }
