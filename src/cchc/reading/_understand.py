"""Understanding: a source becomes a plan, with where each part of it came from and what is in doubt."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from typing import TYPE_CHECKING

import attrs

from cchc.diagnostics import Diagnostic, Location
from cchc.errors import CouldNotReadError
from cchc.model import Assignment, Body, Channel, Item, Plan, Signature, tasks, walk
from cchc.reading._bodies import BodyReader
from cchc.reading._divide import divide, divide_decision, without_issued_with
from cchc.reading._doubts import doubt, numbering_doubts
from cchc.reading._furniture import left_behind, left_repeated, strip_furniture
from cchc.reading._header import Foot, Head, read_foot, read_head
from cchc.reading._issuer import issuer_of
from cchc.reading._items import ORDERS, ItemReader
from cchc.reading._opening import bases_in, divide_opening, subject_of, take_news, year_of
from cchc.reading._outline import leads, marker_of, outline
from cchc.reading._places import fact_places, foot_places, head_places
from cchc.reading._record import Reading
from cchc.reading._roles import part_role
from cchc.reading._statements import WORDIEST, StatementReader
from cchc.reading._tables import with_cells
from cchc.text import fold, slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cchc.knowledge import Knowledge
    from cchc.model import Role
    from cchc.reading._source import Line, Source

_CLOSES = re.compile(
    r"^(?:trên đây|trong quá trình|quá trình|(?:kế hoạch|phương án|chương trình|đề án|hướng dẫn) này|khi thực hiện|căn cứ (?:kế hoạch|phương án|chương trình)|nhận được|(?:đề nghị|yêu cầu) (?:các|thủ trưởng)"
    r"|khó khăn, vướng mắc|(?:ủy ban nhân dân|ubnd)\b.*(?:đề nghị|yêu cầu))"
)
#: Beginnings that no other paragraph than the last has.
_SAYS_GOODBYE = re.compile(r"^(?:trên đây|trong quá trình|quá trình|khó khăn, vướng mắc)")
_ATTACHED = re.compile(r"\((?:ban hành )?kèm theo .*\)")
#: What plans of the family are about; one of these words is in each of them.
_SUBJECTS = (
    "cải cách hành chính", "cchc", "tuyên truyền", "kế hoạch", "thủ tục hành chính", "dịch vụ công", "chuyển đổi số", "truyền thông",
)  # fmt: skip
_TELLS = re.compile(
    r"tuyên truyền|truyền thông|phổ biến|đối thoại|hội thi|cuộc thi|thông tin(?! và truyền thông)"
)
_REFERS_TO_ANNEX = re.compile(r"^\(.*\bphụ lục\b.*\)\.?(?:/\.)?$")
_END = "./."
_COMMITTEE_NAME = re.compile(
    r"^(?:uy-ban-nhan-dan|ubnd)-(?:(?:tinh|thanh-pho|huyen|quan|thi-xa|xa|phuong|thi-tran|dac-khu)-)?"
)


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
    kept, left_out = strip_furniture(source.lines, source.name)
    divided = divide(with_cells(kept))
    doubts = [*source.diagnostics]

    def heads(text: str) -> bool:
        return text.isupper() and part_role(text, headings) is not None

    # What was left out has its place in the text of the source as well, but says nothing of the plan.
    text = "\n".join(line.text for line in kept)
    head, begin = read_head(divided.main)
    if head.about and head.subject != head.about:
        left_out += left_repeated(
            [divided.main[at] for at, said in head.said if said == "about"], source.name
        )
    foot = read_foot(divided.main, begin)
    left_out += left_behind(divided.main[foot.end :], source.name)
    body = divided.main[begin : foot.start]
    decision: tuple[Item, ...] = ()
    based: list[Line] = []
    if divided.attached:
        based, decision = divide_decision(body)
        titled, begin = read_head(divided.attached)
        head.subject = titled.subject or head.subject
        attached, behind = _until_end(divided.attached[begin:])
        left_out += left_behind(behind, source.name)
        own_foot = read_foot(attached, 0)
        body = without_issued_with(attached[: own_foot.start])
    opening, rest = divide_opening(body, heads)
    news = take_news(opening, head)
    if news:
        doubts.append(doubt("CR010", _where(opening[:1], source)))
    _refuse_other(source.name, text, head, rest, news=news)
    words = "\n".join(line.text.strip() for line in opening)
    year = year_of(head.subject, words[-400:], words) or _year_elsewhere(head, text, source.name, doubts)
    day = head.date or on or dt.date(year, 1, 1)
    issuer = issuer_of(head, words, text, BodyReader(knowledge, day))
    bodies = BodyReader(knowledge, day, within=issuer.code)
    bases, base_places = bases_in(
        based or opening,
        source.name,
        own=f"{head.number}/{head.symbol}" if head.number else None,
        keep_words=bool(based),
    )
    closing, rest, refers = _closing(rest)
    nodes = outline(rest, heads)
    items = ItemReader(bodies, headings, source.name)
    written = items.items(nodes)
    if (
        closing
        and _gives_orders(closing[-1], bodies)
        and not any(item.role == "organisation" for item in written)
    ):
        # Where nothing else says who is to do what, the last sentence does.
        written = (*written, *_ordering(closing, len(written), items))
        closing = []
    own = partial(_is_own_note, number=head.number, symbol=head.symbol)
    annexes = [
        [line for line in lines if line.cell is not None or not own(line)] for lines in divided.annexes
    ]
    kept_annexes = [*_annex_items(annexes, items, heads, len(written))]
    statements = StatementReader(
        bodies, year, items.rows, issuer.parties, _TELLS.search(fold(head.subject or words)) is not None
    )
    parts = statements.with_facts((*written, *kept_annexes))
    if not parts:
        raise CouldNotReadError(
            source=source.name,
            why="it has the head of a plan and nothing below it",
            why_vi="tệp chỉ có phần đầu của kế hoạch, không có nội dung",
            hint="Check that it was saved whole, each paragraph on a line of its own.",
            hint_vi="Hãy kiểm tra tệp đã lưu đủ, mỗi đoạn văn một dòng.",
        )
    plan = Plan(
        id=_plan_id(issuer.body.words, year),
        kind="QĐ" if head.kind == "QĐ" else "KH",
        status="draft" if head.draft else "issued",
        year=year,
        level=issuer.level,
        issuer=issuer.body,
        parent_body=issuer.parent,
        number=head.number if head.symbol else None,
        symbol=head.symbol,
        place=head.place,
        date=head.date,
        subject=head.subject or subject_of(words, year),
        opening=words,
        bases=bases,
        decision=decision,
        parts=parts,
        closing="\n".join(_ended(line.text) for line in closing),
        recipients=tuple(Body(words=name) for name in foot.recipients),
        archive=foot.archive,
        signature=_signature(foot),
        annex=refers and not kept_annexes,
    )
    plan, tabled = _own_annex(plan, len(written))
    if kept_annexes and not tabled:
        doubts.append(doubt("CR018", _where(divided.annexes[0], source)))
    if divided.attached:
        head.title = titled.title
    if head.title not in ("", "kế hoạch", "quyết định"):
        doubts.append(doubt("CR021", _where(divided.main[:1], source), title=head.title.upper()))
    if head.bodies or foot.signers > 1:
        doubts.append(doubt("CR022", _where(divided.main[:1], source), issuer=issuer.body.words))
    if not issuer.sure:
        doubts.append(doubt("CR017", _where(divided.main[:1], source), issuer=issuer.body.words))
    spans: dict[str, Location] = {
        **dict(head_places(head, divided.main, source.name)),
        **dict(foot_places(foot, divided.main, source.name)),
        **{f"bases[{index}]": where for index, where in enumerate(base_places)},
        **({"opening": _where(opening, source)} if opening else {}),
        **({"closing": _where(closing, source)} if closing else {}),
        **{path: where for path, where in items.spans.items() if _is_in(path, plan)},
    }
    spans.update(fact_places(plan, items.extents, source.text, source.name))
    doubts += [*items.doubts, *numbering_doubts(nodes, source.name), *_fact_doubts(plan, bodies, spans)]
    return Reading(
        plan=plan,
        spans=spans,
        left_out=(*source.left_out, *left_out),
        diagnostics=tuple(sorted(doubts, key=lambda one: (one.location.start or 0, one.code))),
    )


def _where(lines: Sequence[Line], source: Source) -> Location:
    if not lines:
        return Location(file=source.name, start=0, end=0)
    return Location(file=source.name, start=lines[0].start, end=lines[-1].end)


def _until_end(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of an attached plan, and those of a page that goes on with a heading behind its end mark."""
    for place, line in enumerate(lines[1:], start=1):
        if line.heading is not None and lines[place - 1].text.rstrip().endswith(_END):
            return lines[:place], lines[place:]
    return lines, []


def _closing(lines: list[Line]) -> tuple[list[Line], list[Line], bool]:
    """Return the closing lines, the lines before them, and whether these refer to an annex."""
    kept = list(lines)
    while kept and kept[-1].text.strip() == _END:
        kept.pop()
    closing: list[Line] = []
    while kept and kept[-1].cell is None and marker_of(kept[-1].text) is None and kept[-1].heading is None:
        text = kept[-1].text.strip()
        said = _CLOSES.match(fold(text)) is not None and not text.endswith(":")
        if _REFERS_TO_ANNEX.match(fold(text)) or not (said or (text.endswith(_END) and not closing)):
            break
        if len(kept) > 1 and _heads(kept[-2]) and not _SAYS_GOODBYE.match(fold(text)):
            break
        closing.insert(0, kept.pop())
    refers = bool(kept) and _REFERS_TO_ANNEX.match(fold(kept[-1].text.strip())) is not None
    if refers:
        kept.pop()
    if kept and kept[-1].text.rstrip().endswith(_END):
        # The mark ends the document and not the sentence; composing sets it again.
        text = kept[-1].text.rstrip().removesuffix(_END).rstrip()
        line = kept.pop()
        kept.append(attrs.evolve(line, text=f"{text}.", end=line.start + len(text) + 1))
    return closing, kept, refers


def _heads(line: Line) -> bool:
    """Whether *line* is a heading, to which a paragraph behind it belongs."""
    marker = marker_of(line.text)
    return marker is not None and leads(line.text[marker.end :])


def _ended(text: str) -> str:
    words = text.strip().removesuffix(_END).rstrip()
    return words if words[-1:] in ".…!" else f"{words}."


def _gives_orders(line: Line, bodies: BodyReader) -> bool:
    order = ORDERS.match(fold(line.text))
    return order is not None and bool(bodies.begins(line.text.strip()[order.end() :])[0])


def _ordering(lines: Sequence[Line], count: int, items: ItemReader) -> Iterator[Item]:
    for index, line in enumerate(lines, start=count):
        items.spans[f"parts[{index}]"] = Location(file=items.name, start=line.start, end=line.end)
        items.extents[f"parts[{index}]"] = (line.start, line.end)
        yield Item(role="organisation", words=_ended(line.text), marked=False)


def _annex_items(
    annexes: Sequence[Sequence[Line]], items: ItemReader, heads: Callable[[str], bool], count: int
) -> Iterator[Item]:
    """Yield an item for each annex: its title lines as the label, what stands in it below."""
    for index, lines in enumerate(annexes, start=count):
        first = next(
            (place for place, line in enumerate(lines) if line.cell is not None or marker_of(line.text)), None
        )
        titles = lines[: first if first is not None else 1]
        path = f"parts[{index}]"
        label = " ".join(line.text.strip() for line in titles)
        items.spans[path] = Location(file=items.name, start=titles[0].start, end=titles[-1].end)
        items.extents[path] = (titles[0].start, lines[-1].end)
        below = items.items(outline(lines[len(titles) :], heads), f"{path}.items", "organisation", 1)
        yield Item(role="duties", label=label, marked=False, items=below)


def _is_own_note(line: Line, *, number: str | None, symbol: str) -> bool:
    """Whether *line* says that an annex belongs to this very plan, which composing says again."""
    text = line.text.strip()
    if not _ATTACHED.fullmatch(fold(text)):
        return False
    said = re.search(r"[Ss]ố[\s:.…_]*([0-9]+[a-zA-Z]?)?[\s.…_]*(/\s*[\w-]+)?", text)
    if said is None or said[1] is None:
        # What has no number yet is the plan that it stands in.
        return said is not None
    same = (said[2] or "").lstrip("/ ") == symbol
    return same and (number is None or said[1].lstrip("0") == number.lstrip("0"))


def _own_annex(plan: Plan, count: int) -> tuple[Plan, bool]:
    """Return *plan* without annexes that only say its tasks once more, and whether there was such a table."""
    if len(plan.parts) == count:
        return plan, False
    body = attrs.evolve(plan, parts=plan.parts[:count])
    said = {fold(task.content).strip(" .;") for task in tasks(body)}
    own = [item for item in plan.parts[count:] if said and _repeats(item, said)]
    if not own:
        return plan, False
    rest = tuple(item for item in plan.parts[count:] if item not in own)
    return attrs.evolve(body, parts=(*body.parts, *rest), annex=True), not rest


def _repeats(annex: Item, said: set[str]) -> bool:
    stated = [
        fact
        for table in annex.items
        for row in table.items
        for one in (row, *row.items)
        for fact in one.facts
    ]
    names = [fact.name if isinstance(fact, Channel) else fact.task for fact in stated]
    again = sum(any(fold(name).strip(" .;").startswith(one) for one in said if one) for name in names)
    return bool(names) and again * 5 >= len(names) * 4


def _is_in(path: str, plan: Plan) -> bool:
    number = re.match(r"parts\[([0-9]+)\]", path)
    return number is None or int(number[1]) < len(plan.parts)


def _refuse_other(name: str, text: str, head: Head, rest: Sequence[Line], *, news: bool) -> None:
    # One of the first lines says it; only words that are broken over lines need the whole text.
    about = any(map(_is_about_plans, (*text.split("\n"), text)))
    shaped = head.kind is not None or news or any(marker_of(line.text) or line.heading for line in rest)
    if not (about and shaped):
        raise CouldNotReadError(
            source=name,
            why="nothing in it reads as a plan: no title, no numbered parts, no word of one",
            why_vi="không thấy dấu hiệu của một kế hoạch (tên loại, các mục, nội dung)",
            hint="Check that it is the right file.",
            hint_vi="Hãy kiểm tra lại tệp.",
        )


def _is_about_plans(text: str) -> bool:
    plain = fold(text)
    return any(word in plain for word in _SUBJECTS)


def _year_elsewhere(head: Head, text: str, name: str, doubts: list[Diagnostic]) -> int:
    """Return the year that is the most likely where neither title nor opening says one; this is in doubt."""
    years = re.findall(r"\bnăm\s+((?:19[4-9]|20)[0-9]{2})\b", text)
    year = head.date.year if head.date is not None else None
    if year is None and years:
        year = int(max(sorted(set(years)), key=years.count))
    if year is None:
        raise CouldNotReadError(
            source=name,
            why="it names no year, neither in its title nor in its date nor in its text",
            why_vi="không tìm thấy năm của kế hoạch",
            hint="Say the year in its title, such as 'năm 2026'.",
            hint_vi="Hãy ghi năm trong tiêu đề.",
        )
    doubts.append(doubt("CR019", Location(file=name, start=0, end=0), year=year))
    return year


def _signature(foot: Foot) -> Signature | None:
    if not (foot.authority or foot.position or foot.name):
        return None
    return Signature(authority=tuple(foot.authority), position=foot.position, name=foot.name)


def _plan_id(issuer: str, year: int) -> str:
    name = _COMMITTEE_NAME.sub("", slug(issuer, 80))[:50].rstrip("-")
    return f"{name or 'ke-hoach'}-{year}"


def _fact_doubts(plan: Plan, bodies: BodyReader, spans: Mapping[str, Location]) -> Iterator[Diagnostic]:
    """Yield bodies that nobody knows, each once, and times that only words say."""
    asked: set[str] = set()
    for place in walk(plan):
        if (length := max(len(place.item.words), len(place.item.label))) > WORDIEST:
            yield doubt("CR020", attrs.evolve(spans[place.path], path=place.path), length=length)
        for index, fact in enumerate(place.item.facts):
            path = f"{place.path}.facts[{index}]"
            if fact.schedule is not None and fact.schedule.kind == "words":
                where = spans.get(f"{path}.schedule", spans[path])
                yield doubt("CR014", attrs.evolve(where, path=f"{path}.schedule"), time=fact.schedule.words)
            for key, named in _named(fact):
                if named.words not in asked and not bodies.is_known(named.words):
                    where = spans.get(f"{path}.{key}", spans[path])
                    yield doubt("CR013", attrs.evolve(where, path=f"{path}.{key}"), body=named.words)
                asked.add(named.words)


def _named(fact: Channel | Assignment) -> Iterator[tuple[str, Body]]:
    first = ("lead", fact.lead) if isinstance(fact, Channel) else ("bodies", fact.bodies)
    for key, named in (first, ("partners", fact.partners)):
        for index, body in enumerate(named):
            yield f"{key}[{index}]", body
    if isinstance(fact, Assignment) and fact.reports_to is not None:
        yield "reports_to", fact.reports_to
