"""Hypothesis strategies for every value of the model, up to whole plans and reports, in the words of the field.

``hostile=True`` mixes in what files, office programs and people do to text: signs of the formats, invisible and control
characters, decomposed letters, formulas and markup.

The functions are cached, because Hypothesis spends most of its time on making strategies anew.
"""

from __future__ import annotations

import datetime as dt
import functools
import unicodedata
from decimal import Decimal
from typing import get_args

import attrs
from hypothesis import strategies as st

from cchc import model as m

SENTENCES = (
    "Tuyên truyền sâu rộng mục đích, ý nghĩa, tầm quan trọng của cải cách hành chính đến cán bộ và nhân dân",
    "Chủ động lồng ghép nội dung CCHC vào sinh hoạt cơ quan, họp khối phố; bảo đảm thiết thực, tiết kiệm",
    "Niêm yết công khai thủ tục hành chính tại Bộ phận một cửa theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018",
    "Kinh phí thực hiện: do ngân sách nhà nước bảo đảm",
    "Thực hiện thường xuyên trong năm",
    "Biểu dương mô hình hay (“một cửa điện tử”), phê phán biểu hiện nhũng nhiễu…",
    "Xây dựng 02 phóng sự, ít nhất 12 tin, bài mỗi quý",
    "Ngắn",
)

HOSTILE = (
    "", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "{=1}", "<script>alert(1)</script>", "&amp; < > & ]]>", "no", "yes",
    "null", "~", "true", "00123", "0x1f", "1_000", "1e3", "1.5", "12:30:45", "2026-02-05", ".inf", "=", "<<", "- gạch", "* sao",
    "? hỏi", "khóa: giá trị", "hai chấm:", "chú thích # sau", "#đầu", "'nháy'", '"kép"', "\\n \\u00e2 \\", "[a, b]", "{a: b}",
    "&neo", "*neo", "!nhan", "| dọc", "> gập", "%YAML 1.2", "---", "...", "`huyền`", "  đầu", "cuối  ", "hai  dấu  cách",
    "dòng một\ndòng hai", "dòng\n\n\nba dòng trống\n", "\nđầu trống", "đuôi\n", "đuôi\n\n", "a\n  thụt\n b ", "a\r\nb", "a\rb",
    "tab\tgiữa", "\ttab đầu", "Điều\u00a05", "\u00a0", "\u200bkhông rộng", "\u202edảo\u202c", "\u200f", "\ufeffBOM", "a\u0085b",
    "a\u2028b\u2029c", "\x00", "\x07chuông", "\x1b[31m", "\x7f", "\ufffe", "\U0001f600 cười", "\U0010ffff", '"""', "'''", '""""',
    unicodedata.normalize("NFD", "Quyết định của Ủy ban nhân dân"), "hoà và hòa", "Ð và Đ", "x" * 300, "chữ " * 60 + "hết",
)  # fmt: skip

BODIES = (
    "Sở Nội vụ",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Văn phòng HĐND và UBND huyện",
    "Đài Phát thanh và Truyền hình thành phố",
    "Ủy ban nhân dân thị trấn Khe Sanh",
    "Phòng Tư pháp",
)
CLASSES = ("UBND cấp xã", "Các sở, ban, ngành", "Ủy ban nhân dân các huyện, thành phố")


@functools.cache
def texts(*, hostile: bool = False) -> st.SearchStrategy[str]:
    """Texts that are not blank."""
    some = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(". ".join)
    if not hostile:
        return some
    wild = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
    mixed = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=3).map("".join)
    return st.one_of(some, st.sampled_from(HOSTILE), mixed, wild).filter(_is_visible)


def _is_visible(text: str) -> bool:
    return any(character.isprintable() and not character.isspace() for character in text)


@functools.cache
def blanks(*, hostile: bool = False) -> st.SearchStrategy[str]:
    """Texts that may be absent, and with *hostile*, blank."""
    return st.one_of(
        st.just(""),
        texts(hostile=hostile),
        *([st.sampled_from([" ", "\n", "\t", "\u200b"])] if hostile else []),
    )


@functools.cache
def ids() -> st.SearchStrategy[str]:
    """Stable ids."""
    return st.from_regex(r"[a-z0-9][a-z0-9-]{0,11}", fullmatch=True)


@functools.cache
def dates() -> st.SearchStrategy[dt.date]:
    """Days of the years in which there are such plans."""
    return st.dates(dt.date(2006, 1, 1), dt.date(2030, 12, 31))


@functools.cache
def months() -> st.SearchStrategy[m.Month]:
    """Months of the same years."""
    return st.builds(m.Month, year=st.integers(2006, 2030), month=st.integers(1, 12))


@functools.cache
def numbers() -> st.SearchStrategy[int | Decimal]:
    """Whole and decimal numbers as people report them."""
    return st.one_of(
        st.integers(0, 100_000), st.decimals(0, 10_000, places=2), st.decimals(-100, 100, places=1)
    )


@functools.cache
def bodies(*, hostile: bool = False) -> st.SearchStrategy[m.Body]:
    """Bodies: named ones, some with the code of their unit, and classes of bodies."""
    names = st.sampled_from(BODIES) if not hostile else texts(hostile=True)
    codes = st.none() | st.sampled_from(["92", "04048", "001", "so-noi-vu"])
    return st.one_of(
        st.builds(m.Body, words=names),
        st.builds(m.Body, words=names, code=codes),
        st.builds(m.Body, words=st.sampled_from(CLASSES), is_class=st.just(True)),
    )


@functools.cache
def body_lists(*, least: int = 0, hostile: bool = False) -> st.SearchStrategy[tuple[m.Body, ...]]:
    """Lists of bodies, mostly short."""
    return st.lists(bodies(hostile=hostile), min_size=least, max_size=3).map(tuple)


@functools.cache
def legal_bases(*, hostile: bool = False) -> st.SearchStrategy[m.LegalBasis]:
    """Bases written out, bases in fields, and both."""
    use = st.sampled_from((*get_args(m.Use), None))
    fields = {
        "kind": st.sampled_from(["Nghị quyết", "Nghị định", "Quyết định", "Kế hoạch", "Luật"]),
        "number": st.none()
        | st.sampled_from(["76/NQ-CP", "30c/NQ-CP", "61/2018/NĐ-CP", "204/KH-UBND", "01-NQ/TU"]),
        "date": st.none() | dates(),
        "issuer": st.none() | st.sampled_from(["Chính phủ", "Tỉnh ủy", "UBND tỉnh Quảng Trị"]),
        "title": blanks(hostile=hostile),
        "use": use,
    }
    return st.one_of(
        st.builds(m.LegalBasis, words=texts(hostile=hostile), use=use),
        st.builds(m.LegalBasis, **fields),
        st.builds(m.LegalBasis, words=texts(hostile=hostile), **fields),
    )


@st.composite
def schedules(draw: st.DrawFn, *, hostile: bool = False) -> m.Schedule:
    """Schedules of every kind; a range never ends before it starts."""
    kind = draw(st.sampled_from(get_args(m.ScheduleKind)))
    words = draw(texts(hostile=hostile) if kind == "words" else blanks(hostile=hostile))
    one_time = dates() | months()
    match kind:
        case "once":
            return m.Schedule(kind=kind, words=words, start=draw(one_time))
        case "range":
            first, last = sorted([draw(one_time), draw(one_time)], key=_first_day)
            return m.Schedule(kind=kind, words=words, start=first, end=last)
        case "months":
            listed = draw(st.sets(st.integers(1, 12), min_size=1, max_size=6))
            return m.Schedule(kind=kind, words=words, months=tuple(sorted(listed)))
        case "recurring":
            every = draw(st.sampled_from(get_args(m.Every)))
            return m.Schedule(kind=kind, words=words, every=every, times=draw(st.none() | st.integers(1, 4)))
    return m.Schedule(kind=kind, words=words)


def _first_day(time: dt.date | m.Month) -> dt.date:
    return time.first_day if isinstance(time, m.Month) else time


@functools.cache
def quantities(*, hostile: bool = False) -> st.SearchStrategy[m.Quantity]:
    """Quantities such as "ít nhất 03 tiểu phẩm"."""
    return st.builds(
        m.Quantity,
        words=blanks(hostile=hostile),
        number=numbers(),
        unit=st.sampled_from(["", "tin, bài", "tiểu phẩm", "chuyên mục", "lượt người"]),
        at_least=st.booleans(),
    )


@functools.cache
def channels(*, hostile: bool = False) -> st.SearchStrategy[m.Channel]:
    """Channels, from bare names to all fields given."""
    return st.builds(
        m.Channel,
        id=ids(),
        name=texts(hostile=hostile),
        family=st.none() | st.sampled_from(get_args(m.Family)),
        schedule=st.none() | schedules(hostile=hostile),
        quantity=st.none() | quantities(hostile=hostile),
        lead=body_lists(hostile=hostile),
        partners=body_lists(hostile=hostile),
        audience=blanks(hostile=hostile),
        content=blanks(hostile=hostile),
        method=blanks(hostile=hostile),
        budget=blanks(hostile=hostile),
    )


@functools.cache
def assignments(*, hostile: bool = False) -> st.SearchStrategy[m.Assignment]:
    """Duties of every role that belong to no channel; :func:`plans` has those that do."""
    return st.builds(
        m.Assignment,
        id=ids(),
        bodies=body_lists(least=1, hostile=hostile),
        role=st.sampled_from(get_args(m.AssignmentRole)),
        partners=body_lists(hostile=hostile),
        task=blanks(hostile=hostile),
        schedule=st.none() | schedules(hostile=hostile),
        product=blanks(hostile=hostile),
        reports_to=st.none() | bodies(hostile=hostile),
    )


@functools.cache
def indicators(*, hostile: bool = False) -> st.SearchStrategy[m.Indicator]:
    """Figures that units are asked for."""
    return st.builds(
        m.Indicator,
        id=ids(),
        name=texts(hostile=hostile),
        unit=st.sampled_from(["", "tin, bài", "cuộc", "%"]),
        adds=st.sampled_from(["sum", "last", "none"]),
        evidence=blanks(hostile=hostile),
    )


@functools.cache
def signatures(*, hostile: bool = False) -> st.SearchStrategy[m.Signature]:
    """Signature blocks, also empty ones."""
    lines = st.sampled_from(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "TL. CHỦ TỊCH"])
    return st.builds(
        m.Signature,
        authority=st.lists(lines | texts(hostile=hostile), max_size=2).map(tuple),
        position=st.sampled_from(["", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        name=st.sampled_from(["", "Nguyễn Văn Ánh", "Lê Thị Hoà"]) | texts(hostile=hostile),
    )


@st.composite
def fact_lists(draw: st.DrawFn, *, hostile: bool = False) -> list[m.Channel | m.Assignment]:
    """Channels and duties with different ids, in any order; duties refer to channels before and behind them."""
    made: list[m.Channel | m.Assignment] = []
    names = [""]
    for channel in draw(st.lists(channels(hostile=hostile), max_size=3)):
        names.append(f"{channel.id}-h{len(names)}")
        made.append(attrs.evolve(channel, id=names[-1]))
    for number, duty in enumerate(draw(st.lists(assignments(hostile=hostile), max_size=3))):
        made.append(attrs.evolve(duty, id=f"{duty.id}-n{number}", channel=draw(st.sampled_from(names))))
    return draw(st.permutations(made))


@st.composite
def items(
    draw: st.DrawFn,
    *,
    facts: list[m.Channel | m.Assignment] | None = None,
    depth: int = 2,
    hostile: bool = False,
) -> m.Item:
    """Items with what stands below them; each takes some of *facts* away, so that no fact is said twice."""
    facts = [] if facts is None else facts
    taken = tuple(facts.pop() for _ in range(min(len(facts), draw(st.sampled_from([0, 0, 1, 1, 2])))))
    below = draw(st.integers(0, 2)) if depth else 0
    # An item that says nothing at all is no item of a plan.
    text = texts if not (taken or below) else blanks
    return m.Item(
        role=draw(st.none() | st.sampled_from(get_args(m.Role))),
        label=draw(st.sampled_from(["", "", "MỤC ĐÍCH", "Kinh phí", "Thời gian thực hiện"])),
        words=draw(text(hostile=hostile)),
        marked=draw(st.booleans()),
        marker=draw(st.sampled_from(["", "", "-", "a)", "I.", "1.1."])),
        facts=taken,
        items=tuple(draw(items(facts=facts, depth=depth - 1, hostile=hostile)) for _ in range(below)),
    )


@st.composite
def plans(draw: st.DrawFn, *, hostile: bool = False) -> m.Plan:
    """Whole plans that files, checks and templates can take: some part, different ids, duties whose channels exist."""
    facts = draw(fact_lists(hostile=hostile))
    parts = [draw(items(facts=facts, hostile=hostile)) for _ in range(draw(st.integers(1, 3)))]
    parts += [m.Item(facts=(fact,)) for fact in facts]
    number = draw(st.none() | st.sampled_from(["127", "17", "30c", "09"]))
    return m.Plan(
        id=draw(ids()),
        kind=draw(st.sampled_from(get_args(m.Kind))),
        status=draw(st.sampled_from(get_args(m.Status))),
        year=draw(st.integers(2006, 2030)),
        level=draw(st.sampled_from(get_args(m.Level))),
        issuer=draw(bodies(hostile=hostile)),
        parent_body=draw(st.none() | bodies(hostile=hostile)),
        number=number,
        symbol=draw(st.sampled_from(["KH-UBND", "QĐ-UBND"] + ([""] if number is None else []))),
        place=draw(st.sampled_from(["", "Cần Thơ", "Khe Sanh"])),
        date=draw(st.none() | dates()),
        subject=draw(texts(hostile=hostile)),
        opening=draw(blanks(hostile=hostile)),
        bases=tuple(draw(st.lists(legal_bases(hostile=hostile), max_size=3))),
        decision=tuple(draw(st.lists(items(depth=0, hostile=hostile), max_size=2))),
        parent_plans=tuple(draw(st.lists(legal_bases(hostile=hostile), max_size=1))),
        parts=tuple(parts),
        closing=draw(blanks(hostile=hostile)),
        indicators=tuple(
            draw(st.lists(indicators(hostile=hostile), max_size=2, unique_by=lambda one: one.id))
        ),
        recipients=draw(body_lists(hostile=hostile)),
        archive=draw(st.sampled_from(["", "VT", "VT, SNV"])),
        signature=draw(st.none() | signatures(hostile=hostile)),
        annex=draw(st.booleans()),
    )


@functools.cache
def cell_sources() -> st.SearchStrategy[m.CellSource]:
    """Cells of returned forms, and none."""
    cells = st.builds(
        m.CellSource,
        file=st.sampled_from(["khe-sanh.xlsx", "Sở Nội vụ (2).xlsx"]),
        sheet=st.sampled_from(["Số liệu", "Sheet1"]),
        cell=st.from_regex(r"[A-F][1-9][0-9]?", fullmatch=True),
    )
    return st.just(m.CellSource()) | cells


@functools.cache
def figures() -> st.SearchStrategy[m.Figure]:
    """Reported figures."""
    names = st.sampled_from(["tin-bai", "hoi-nghi", "luot-nguoi", "ty-le"])
    return st.builds(m.Figure, indicator=names, value=numbers(), source=cell_sources())


@functools.cache
def progresses(*, hostile: bool = False) -> st.SearchStrategy[m.Progress]:
    """How far duties have come."""
    return st.builds(
        m.Progress,
        task=st.sampled_from(["hinh-thuc-1", "nv-1", "nv-2"]),
        status=st.sampled_from(["not_started", "ongoing", "done", "late", "dropped"]),
        result=blanks(hostile=hostile),
        reason=blanks(hostile=hostile),
        evidence=blanks(hostile=hostile),
        source=cell_sources(),
    )


@functools.cache
def answers(*, hostile: bool = False) -> st.SearchStrategy[m.Answer]:
    """Free texts of a report."""
    keys = st.sampled_from(["kho-khan", "kien-nghi"])
    return st.builds(m.Answer, key=keys, words=texts(hostile=hostile), source=cell_sources())


@functools.cache
def periods() -> st.SearchStrategy[str]:
    """Reporting periods of every length."""
    return st.sampled_from(["2027", "2027-Q1", "2027-Q4", "2027-H1", "2027-9M", "2027-M03"])


@functools.cache
def unit_reports(*, hostile: bool = False) -> st.SearchStrategy[m.UnitReport]:
    """Returns of few units and periods, so that keys meet often."""
    units = st.sampled_from(
        [
            m.Body(words="UBND xã Khe Sanh", code="19429"),
            m.Body(words="Ủy ban nhân dân xã Khe Sanh", code="19429"),
            m.Body(words="UBND xã Vân Hồ"),
        ]
    )
    return st.builds(
        m.UnitReport,
        plan_id=st.sampled_from(["quang-tri-2027", "son-la-2027"]),
        unit=units if not hostile else units | bodies(hostile=True),
        period=periods(),
        version=st.integers(1, 3),
        figures=st.lists(figures(), max_size=3).map(tuple),
        progress=st.lists(progresses(hostile=hostile), max_size=2).map(tuple),
        texts=st.lists(answers(hostile=hostile), max_size=2).map(tuple),
        evidence=st.lists(texts(hostile=hostile), max_size=2).map(tuple),
    )


@functools.cache
def reported_plans(*, hostile: bool = False) -> st.SearchStrategy[m.Plan]:
    """Short plans that reports are on: few ids, so that two drafts of one plan meet."""
    channel = m.Channel(
        id="hinh-thuc-1", name="Tin, bài trên báo", quantity=m.Quantity(number=12, unit="tin, bài")
    )
    duty = m.Assignment(
        id="nv-1", bodies=(m.Body(words="UBND các xã, phường", is_class=True),), task="Báo cáo"
    )
    return st.builds(
        m.Plan,
        id=st.sampled_from(["quang-tri-2027", "son-la-2027"]),
        year=st.just(2027),
        level=st.sampled_from(get_args(m.Level)),
        issuer=bodies(hostile=hostile),
        date=st.none() | dates(),
        subject=texts(hostile=hostile),
        parts=st.just((m.Item(role="channels", facts=(channel,)), m.Item(role="duties", facts=(duty,)))),
        indicators=st.lists(indicators(hostile=hostile), max_size=2, unique_by=lambda one: one.id).map(tuple),
    )


@functools.cache
def reports(*, hostile: bool = False) -> st.SearchStrategy[m.Report]:
    """Reports of a few units, with or without plans and lists of who was asked, the empty one among them."""
    asked = st.builds(
        m.Asked,
        plan_id=st.sampled_from(["quang-tri-2027", "son-la-2027"]),
        period=periods(),
        units=body_lists(hostile=hostile),
    )
    return st.builds(
        m.Report,
        returns=st.lists(unit_reports(hostile=hostile), max_size=4).map(tuple),
        plans=st.lists(reported_plans(hostile=hostile), max_size=2).map(tuple),
        asked=st.lists(asked, max_size=2).map(tuple),
    )
