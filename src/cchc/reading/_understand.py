"""Understanding: a source becomes a plan, with where each part of it came from and what is in doubt."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import attrs

from cchc.citations import find_citations
from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.errors import CouldNotReadError
from cchc.model import Body, LegalBasis, Plan, Signature
from cchc.reading._bodies import BodyReader
from cchc.reading._furniture import strip_furniture
from cchc.reading._header import Foot, Head, read_foot, read_head
from cchc.reading._items import ItemReader
from cchc.reading._outline import marker_of, outline
from cchc.reading._record import Reading
from cchc.reading._roles import announced
from cchc.text import fold, parse_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cchc.knowledge import Knowledge
    from cchc.model import Level, Role
    from cchc.reading._source import Line, Source

_NEWS = re.compile(
    r"ngày (?P<date>[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}),?\s*(?P<issuer>[^,]{4,80}?)"
    r"\s+(?:đã )?(?:ban hành|xây dựng)\s+kế hoạch số\s*:?\s*(?P<number>[0-9]+[a-zđ]?)\s*/\s*(?P<symbol>[\w-]+)\s*"
    r"(?:(?:về việc|về|v/v)\s+)?(?P<subject>[^.;]*)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\bnăm (20[0-9]{2}|19[0-9]{2})\b")
_ISSUES = re.compile(
    r"(?P<name>(?:Ủy ban nhân dân|UBND|Uỷ ban nhân dân)\s*(?:\(UBND\)\s*)?(?P<unit>(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
    r"(?:\s+[A-ZĐÀ-Ỹ][\w'-]*)*)|(?:Sở|Phòng|Ban|Văn phòng|Trung tâm)\s[^,;.]{3,60}?)\s+(?:xây dựng|ban hành|đề ra|lập|triển khai)"
)
_CLOSES = re.compile(
    r"^(?:trên đây|trong quá trình|kế hoạch này|đề nghị|yêu cầu|khi thực hiện|quá trình|căn cứ kế hoạch|nhận được|(?:ủy ban nhân dân|ubnd)\b.*(?:đề nghị|yêu cầu))"
)
_ANNEXED = re.compile(r"^\(.*\bphụ lục\b.*\)\.?(?:/\.)?$")
_END = "./."


def understand(
    source: Source, knowledge: Knowledge, headings: Mapping[str, Role], *, on: dt.date | None = None
) -> Reading:
    """Return the plan that *source* holds.

    Args:
        source: the source as text and lines.
        knowledge: dated facts, by which units and bodies are told.
        headings: headings that templates bring, folded, each with the part that it heads.
        on: the day by which names are understood where the source has no date.

    Raises:
        CouldNotReadError: nothing in the source reads as a plan.
    """
    lines, left_out = strip_furniture(source.lines, source.name)
    found = [*source.diagnostics]
    head, begin = read_head(lines)
    foot = read_foot(lines, begin)
    body = lines[begin : foot.start]
    opening, rest = _opening(body)
    news = None if head.kind else _NEWS.search(" ".join(line.text for line in opening[:6]))
    if news is not None:
        _take_news(news, head)
        found.append(_said_news(source, opening[0]))
    _refuse_other(source, head, news is not None, rest)
    closing, rest, annexed = _closing(rest)
    words = "\n".join(line.text.strip() for line in opening)
    year = _year(head, words, source)
    day = head.date or on or dt.date(year, 1, 1)
    reader = BodyReader(knowledge, day)
    issuer, parent, code = _issuer(head, words, source.text, reader)
    reader = attrs.evolve(reader, within=code)
    items = ItemReader(reader, year, headings, source.name)
    parts = items.with_facts(items.items(outline(rest)))
    spans = {**items.spans, **_head_spans(lines, head, foot, source.name)}
    if opening:
        spans["opening"] = Location(file=source.name, start=opening[0].start, end=opening[-1].end)
    plan = Plan(
        id=_plan_id(issuer.words, year),
        kind="KH" if head.kind is None else head.kind,  # type: ignore[arg-type]
        status="draft" if head.draft else "issued",
        year=year,
        level=_level(issuer, parent, reader),
        issuer=issuer,
        parent_body=parent,
        number=head.number if head.symbol else None,
        symbol=head.symbol,
        place=head.place,
        date=head.date,
        subject=head.subject or _subject(words, year),
        opening=words,
        bases=_bases(opening, issuer.words),
        parts=parts,
        closing=closing,
        recipients=tuple(Body(words=name) for name in foot.recipients if name),
        archive=foot.archive,
        signature=_signature(foot),
        annex=annexed,
    )
    return Reading(plan=plan, spans=spans, left_out=(*source.left_out, *left_out), diagnostics=tuple(found))


def _opening(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    for place, line in enumerate(lines):
        told = announced(line.text)
        if (
            marker_of(line.text)
            or line.heading is not None
            or line.cell is not None
            or (told and len(line.text) < 300)
        ):
            return list(lines[:place]), list(lines[place:])
    return list(lines), []


def _closing(lines: list[Line]) -> tuple[str, list[Line], bool]:
    kept = list(lines)
    closing = ""
    if kept and kept[-1].cell is None and marker_of(kept[-1].text) is None:
        text = kept[-1].text.strip()
        if text.endswith(_END) or _CLOSES.match(fold(text)):
            closing = text.removesuffix(_END).rstrip()
            closing += "" if closing[-1:] in ".…!" else "."
            kept.pop()
    annexed = bool(kept) and _ANNEXED.match(fold(kept[-1].text.strip())) is not None
    if annexed:
        kept.pop()
    return closing, kept, annexed


def _take_news(news: re.Match[str], head: Head) -> None:
    head.date = parse_date(news["date"])
    head.issuer = news["issuer"].strip()
    head.number = news["number"]
    head.symbol = news["symbol"]
    head.subject = news["subject"].strip()


def _said_news(source: Source, line: Line) -> Diagnostic:
    return Diagnostic(
        code="CR010",
        severity=Severity.INFO,
        vi="Đây là tin về một kế hoạch, không phải toàn văn kế hoạch; chỉ đọc được những gì tin nêu.",
        en="This is a news item about a plan, not the plan itself; only what it tells could be read.",
        location=Location(file=source.name, start=line.start, end=line.end),
    )


def _refuse_other(source: Source, head: Head, news: bool, rest: Sequence[Line]) -> None:
    plain = fold(source.text)
    about = any(word in plain for word in ("cải cách hành chính", "cchc", "tuyên truyền", "kế hoạch"))
    shaped = head.kind is not None or news or any(marker_of(line.text) for line in rest)
    if not (about and shaped):
        raise CouldNotReadError(
            source=source.name,
            why="nothing in it reads as a plan: no title, no numbered parts, no word of one",
            why_vi="không thấy dấu hiệu của một kế hoạch (tên loại, các mục, nội dung)",
            hint="Check that it is the right file.",
            hint_vi="Hãy kiểm tra lại tệp.",
        )


def _year(head: Head, opening: str, source: Source) -> int:
    for text in (head.subject, opening[-400:], source.text):
        if years := _YEAR.findall(text):
            return int(years[-1] if text is not source.text else max(set(years), key=years.count))
    return head.date.year if head.date is not None else 2000


def _issuer(head: Head, opening: str, text: str, reader: BodyReader) -> tuple[Body, Body | None, str | None]:
    parent: Body | None = None
    within = None
    if head.superior:
        parent, unit = reader.official(head.superior)
        within = unit.code if unit is not None else None
    reader = attrs.evolve(reader, within=within)
    name = head.issuer
    if not name:
        issued = [*_ISSUES.finditer(opening)] or [*_ISSUES.finditer(text)]
        name = issued[-1]["name"] if issued else ""
        if (
            issued
            and issued[-1]["unit"]
            and " " not in issued[-1]["unit"].replace("thành phố", "tp").replace("thị ", "t")
        ):
            name = _named_elsewhere(issued[-1]["unit"], text) or name
    if not name:
        return Body(words="Cơ quan ban hành"), parent, within
    body, unit = reader.official(name)
    if (
        unit is None
        and not name.isupper()
        and body.code is None
        and not fold(name).startswith(("ubnd", "ủy ban"))
    ):
        body = Body(words=name)
    return body, parent, (unit.code if unit is not None else within)


def _named_elsewhere(kind: str, text: str) -> str:
    """Return the committee of the unit that the text names most often behind *kind*: "huyện" as "huyện Vân Hồ"."""
    named = re.findall(rf"\b{kind} ((?:[A-ZĐÀ-Ỹ][\w'-]*\s?){{1,4}})", text)
    if not named:
        return ""
    name = max(set(named), key=named.count).strip()
    return f"Ủy ban nhân dân {kind} {name}"


def _level(issuer: Body, parent: Body | None, reader: BodyReader) -> Level:
    plain = fold(issuer.words)
    if plain.startswith(("ủy ban nhân dân", "ubnd", "hội đồng nhân dân")):
        unit = reader.knowledge.unit(issuer.code, reader.on) if issuer.code else None
        if unit is not None:
            return unit.level
        if re.search(r"\b(?:xã|phường|thị trấn|đặc khu)\b", plain) and "thị xã" not in plain:
            return "commune"
        return "district" if re.search(r"\b(?:huyện|quận|thị xã)\b", plain) else "province"
    return "ministry" if plain.startswith("bộ ") else "department"


def _bases(opening: Sequence[Line], issuer: str) -> tuple[LegalBasis, ...]:
    bases: list[LegalBasis] = []
    for line in opening:
        text = line.text.strip()
        cited = [
            one for one in find_citations(text, issuer=issuer) if not one.nested and one.antecedent is None
        ]
        for one in cited:
            before = fold(text[: one.start])
            use = "basis" if before.rfind("căn cứ") > before.rfind("thực hiện") else "implements"
            bases.append(attrs.evolve(one.basis, words="", use=use))
        if not cited and fold(text).startswith(("căn cứ", "theo đề nghị")):
            bases.append(LegalBasis(words=text.rstrip(" ;.,"), use="basis"))
    return tuple(bases)


def _subject(opening: str, year: int) -> str:
    found = re.search(
        r"[Kk]ế hoạch\s+((?:thông tin|tuyên truyền|truyền thông|cải cách)[^.;]*?năm [0-9]{4})", opening
    )
    words = re.sub(r"\s*\([^)]*\)", "", found[1]) if found else f"tuyên truyền cải cách hành chính năm {year}"
    return words[:1].upper() + words[1:]


def _signature(foot: Foot) -> Signature | None:
    if not (foot.authority or foot.position or foot.name):
        return None
    return Signature(authority=tuple(foot.authority), position=foot.position, name=foot.name)


def _plan_id(issuer: str, year: int) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFD", fold(issuer).replace("đ", "d"))
    plain = re.sub(
        r"^(?:uy ban nhan dan|ubnd)\s+(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)?\s*",
        "",
        "".join(c for c in plain if not unicodedata.combining(c)),
    )
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].rstrip("-")
    return f"{slug or 'ke-hoach'}-{year}"


def _head_spans(lines: Sequence[Line], head: Head, foot: Foot, name: str) -> dict[str, Location]:
    spans: dict[str, Location] = {}
    paths = {"name": "issuer", "number": "number", "date": "date", "kind": "kind", "subject": "subject"}
    for place, said in head.said.items():
        if said in paths:
            spans.setdefault(paths[said], Location(file=name, start=lines[place].start, end=lines[place].end))
    count = 0
    for place, said in foot.said.items():
        where = Location(file=name, start=lines[place].start, end=lines[place].end)
        if said == "recipient":
            spans[f"recipients[{count}]"] = where
            count += 1
        elif said in ("authority", "position", "name"):
            spans.setdefault("signature", where)
        elif said == "archive":
            spans["archive"] = where
    return spans
