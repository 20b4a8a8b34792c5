"""``cchc lookup``: what a document, a unit, an agency or a short form is on a day, and where that is said."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

import click

from cchc.cli._frame import Command, Stop
from cchc.cli._options import day_option, form_option
from cchc.cli._speech import Say, shown
from cchc.knowledge import Abbreviation, Agency, Answer, Knowledge, Law, LawStatus, Unit
from cchc.plugins import Registry

__all__ = ["command", "law_facts"]

#: How sure the tables are, for officers and for programmers; what is confirmed needs no word.
_CONFIDENCE = {
    "confirmed": ("", ""),
    "one_source": ("mới có một nguồn", "one source"),
    "doubtful": ("chưa chắc chắn", "doubtful"),
    "unverified": ("chưa kiểm chứng", "unverified"),
}


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    return Command(
        "lookup",
        say=say,
        help=about,
        callback=lambda **given: _lookup(say, **given),
        params=[
            click.Argument(["query"], metavar=say("TRA_CỨU", "QUERY")),
            day_option(
                say,
                say(
                    "Ngày cần hỏi, viết như 2026-01-01 hoặc 01/01/2026. Mặc định là hôm nay.",
                    "The day that is asked about, as 2026-01-01 or 01/01/2026. Today by default.",
                ),
            ),
            form_option(say),
        ],
        epilog=say(
            'Ví dụ: cchc lookup "76/NQ-CP"; cchc lookup "huyện Vân Hồ" --on 2026-01-01',
            'Example: cchc lookup "76/NQ-CP"; cchc lookup "huyện Vân Hồ" --on 2026-01-01',
        ),
    )


def _lookup(say: Say, *, query: str, on: dt.date | None, form: str) -> int:
    knowledge = Registry.discover().knowledge
    answer = knowledge.lookup(query, on or dt.date.today())
    if form == "json":
        print(json.dumps(_facts(answer), ensure_ascii=False, indent=2))
        return 0 if answer else 1
    if not answer:
        raise Stop(
            1,
            say(
                f"Không tìm thấy {query!r} trong các bảng dữ kiện ngày {answer.on:%d/%m/%Y}.",
                f"Nothing is known under {query!r} on {answer.on}.",
            ),
        )
    for line in _lines(answer, knowledge, say):
        print(shown(line))
    return 0


# As text


def _lines(answer: Answer, knowledge: Knowledge, say: Say) -> Iterator[str]:
    for status in answer.laws:
        yield from _law_lines(status, say)
    for unit in answer.units:
        yield f"{_unit_name(unit, knowledge, answer.on)}, {say('mã', 'code')} {unit.code} ({_span(unit.since, unit.until, say)})"
        made = knowledge.predecessors(unit, unit.since - dt.timedelta(days=1)) if unit.since else ()
        if made and made != (unit,):
            names = "; ".join(one.full_name for one in made)
            yield f"  {say('hình thành từ', 'made of')}: {names}"
        yield _source(unit.source, unit.confidence, say)
    now = {(unit.code, unit.since): became for unit, became in answer.now}
    for unit in answer.former_units:
        yield f"{unit.full_name}, {say('mã', 'code')} {unit.code} ({_span(unit.since, unit.until, say)})"
        became = now.get((unit.code, unit.since), ())
        if became:
            names = "; ".join(f"{one.full_name} ({one.code})" for one in became)
            yield f"  {say(f'ngày {answer.on:%d/%m/%Y} là', f'on {answer.on}')}: {names}"
        yield _source(unit.source, unit.confidence, say)
    for agency in (*answer.agencies, *answer.former_agencies):
        yield f"{agency.name} ({_span(agency.since, agency.until, say)})"
        if agency.successors:
            became_names = [one.name for key in agency.successors for one in knowledge.agencies(key)[:1]]
            yield f"  {say('chuyển thành', 'became')}: {'; '.join(became_names)}"
        if agency.note:
            yield f"  {agency.note}"
        yield _source(agency.source, agency.confidence, say)
    for short in answer.abbreviations:
        yield f"{short.short}: {short.words} ({_span(short.since, short.until, say)})"
        yield _source(short.source, short.confidence, say)


def _law_lines(status: LawStatus, say: Say) -> Iterator[str]:
    law = status.law
    held = say("còn hiệu lực", "in force") if status.in_force else say("không còn hiệu lực", "not in force")
    yield f"{_law_name(law)}: {held} {say('ngày', 'on')} {status.on:%d/%m/%Y}"
    if law.title:
        yield f"  {law.title}"
    for label, laws in (
        (say("được sửa đổi, bổ sung bởi", "amended by"), status.amended_by),
        (say("được thay thế bởi", "replaced by"), status.replaced_by),
    ):
        if laws:
            yield f"  {label}: {'; '.join(_law_name(one) for one in laws)}"
    if law.note:
        yield f"  {law.note}"
    yield _source(law.source, status.confidence, say)


def _law_name(law: Law) -> str:
    day = f" {law.date:%d/%m/%Y}" if law.date else f" {law.year}"
    return f"{law.kind} {law.number}{day} ({law.issuer})"


def _unit_name(unit: Unit, knowledge: Knowledge, on: dt.date) -> str:
    parent = knowledge.unit(unit.parent, on) if unit.parent else None
    return f"{unit.full_name}, {parent.full_name}" if parent is not None else unit.full_name


def _span(since: dt.date | None, until: dt.date | None, say: Say) -> str:
    begin = f"{say('từ', 'from')} {since:%d/%m/%Y}" if since else ""
    # A table's `until` is the first day on which a thing no longer holds; people say the last on which it did.
    end = f"{say('đến hết', 'until')} {until - dt.timedelta(days=1):%d/%m/%Y}" if until else ""
    return " ".join(part for part in (begin, end) if part) or say(
        "không giới hạn thời gian", "no limit of time"
    )


def _source(source: str, confidence: str, say: Say) -> str:
    doubt = say(*_CONFIDENCE.get(confidence, (confidence, confidence)))
    return f"  {say('nguồn', 'source')}: {source}" + (f" ({doubt})" if doubt else "")


# As JSON


def _facts(answer: Answer) -> dict[str, object]:
    now = {(unit.code, unit.since): became for unit, became in answer.now}
    return {
        "query": answer.query,
        "on": answer.on.isoformat(),
        "laws": [law_facts(status) for status in answer.laws],
        "units": [_unit_facts(unit) for unit in answer.units],
        "former_units": [
            {**_unit_facts(unit), "now": [_unit_facts(one) for one in now.get((unit.code, unit.since), ())]}
            for unit in answer.former_units
        ],
        "agencies": [_agency_facts(agency) for agency in answer.agencies],
        "former_agencies": [_agency_facts(agency) for agency in answer.former_agencies],
        "abbreviations": [_short_facts(short) for short in answer.abbreviations],
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None


def law_facts(status: LawStatus) -> dict[str, object]:
    """Return what holds of a document on a day, as plain values."""
    law = status.law
    return {
        "kind": law.kind,
        "number": law.number,
        "issuer": law.issuer,
        "date": _day(law.date),
        "year": law.year,
        "title": law.title,
        "on": status.on.isoformat(),
        "in_force": status.in_force,
        "since": _day(law.since),
        "until": _day(law.until),
        "amended_by": [_law_name(one) for one in status.amended_by],
        "replaced_by": [_law_name(one) for one in status.replaced_by],
        "note": law.note,
        "source": law.source,
        "confidence": status.confidence,
    }


def _unit_facts(unit: Unit) -> dict[str, object]:
    return {
        "code": unit.code,
        "name": unit.name,
        "type": unit.type,
        "level": unit.level,
        "parent": unit.parent,
        "since": _day(unit.since),
        "until": _day(unit.until),
        "predecessors": list(unit.predecessors),
        "successors": list(unit.successors),
        "source": unit.source,
        "confidence": unit.confidence,
    }


def _agency_facts(agency: Agency) -> dict[str, object]:
    return {
        "key": agency.key,
        "name": agency.name,
        "level": agency.level,
        "kind": agency.kind,
        "since": _day(agency.since),
        "until": _day(agency.until),
        "successors": list(agency.successors),
        "source": agency.source,
        "confidence": agency.confidence,
    }


def _short_facts(short: Abbreviation) -> dict[str, object]:
    return {
        "short": short.short,
        "words": short.words,
        "of": short.of,
        "since": _day(short.since),
        "until": _day(short.until),
        "source": short.source,
        "confidence": short.confidence,
    }
