"""Write plans of about 12,000 characters as .docx: cchc, docxtpl, python-docx, and the floor below which none can go.

cchc starts from a `Plan` in memory, composing included, and once more from the finished tree; the others start from the
finished paragraphs, so that what they are asked is less.

All write the same words in paragraphs with styles and the same annex table. Each document is the plan of another
commune, whose name, numbers and days stand in nearly every sentence; together they have more sentences than any cache
holds. The other libraries start from the document that python-docx brings, as most of their users do, and once more from
ours, whose styles are a fifth of that. The floor serialises the XML of our finished parts and deflates them, at our level
of compression: what remains when nothing has to be built. Each way runs in a process of its own, in turns; what counts is
processor time, which other work on the machine disturbs least.

    python benchmarks/bench_docx.py [seconds of a turn]
"""

from __future__ import annotations

import datetime as dt
import functools
import io
import itertools
import multiprocessing
import statistics
import sys
import time
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import attrs

from cchc.document import (
    AnnexTitle,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Properties,
    Run,
    Section,
    SignatureBlock,
    Table,
    Title,
    standard_on,
)
from cchc.model import Assignment, Body, Item, LegalBasis, Plan, Schedule, Signature

T = TypeVar("T")
Texts = tuple[Letterhead, str, list[tuple[str, str, str]], list[tuple[str, ...]]]

TURNS = 7
# That of our packages.
LEVEL = 3
MEMORY_AT = (100, 1000)
MEMORY_OF = ("cchc", "docxtpl")

CHANNELS = (
    "Đài Phát thanh và Truyền hình tỉnh",
    "Báo tỉnh",
    "Cổng thông tin điện tử tỉnh",
    "trang thông tin điện tử của các sở, ban, ngành",
    "hệ thống truyền thanh cơ sở",
    "mạng xã hội Zalo, Facebook chính thức",
    "pa-nô, áp phích, băng rôn tại trụ sở",
    "tờ gấp, sổ tay hỏi đáp",
    "hội nghị tập huấn, bồi dưỡng nghiệp vụ",
    "cuộc thi tìm hiểu cải cách hành chính",
    "đối thoại giữa lãnh đạo tỉnh với người dân, doanh nghiệp",
    "tuyên truyền miệng qua báo cáo viên pháp luật",
)
TOPICS = (
    "cải cách thể chế",
    "cải cách thủ tục hành chính",
    "cải cách tổ chức bộ máy",
    "cải cách chế độ công vụ",
    "cải cách tài chính công",
    "xây dựng và phát triển chính quyền điện tử, chính quyền số",
)
OFFICES = ("Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Khoa học và Công nghệ", "Văn phòng UBND tỉnh")
SYLLABLES = (
    ("Chiềng", "Mường", "Phiêng", "Tà", "Nậm", "Bản"),
    ("Ân", "Bằng", "Cang", "Hặc", "Khoa", "La", "Mung", "Sơ"),
)
COMMUNES = [f"{first} {second}" for first, second in itertools.product(*SYLLABLES)]
COLUMNS = ("TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm", "Kinh phí")
SHARES = (5, 33, 14, 18, 10, 12, 8)


def paragraphs(commune: int) -> list[tuple[str, str, str]]:
    """Return style, marker and words of each paragraph of the plan of a commune, given by its index."""
    name = COMMUNES[commune]
    made = [
        (
            "basis",
            "",
            (
                f"Căn cứ Nghị quyết số {70 + n * commune}/NQ-HĐND ngày {n + 10} tháng 7 năm 2021 của HĐND xã {name} về Chương "
                f"trình cải cách hành chính nhà nước giai đoạn 2021 - 2030, phần {n};"
            ),
        )
        for n in range(1, 17)
    ]
    made.append(("heading", "I.", "MỤC ĐÍCH, YÊU CẦU"))
    made += (
        (
            "body",
            f"{n}.",
            (
                f"Nâng cao nhận thức, trách nhiệm của cán bộ, công chức và Nhân dân xã {name} về {topic}; tạo sự đồng thuận "
                f"của xã hội, để người dân và doanh nghiệp giám sát việc thực hiện theo khoản 2 Điều {commune} của Kế hoạch."
            ),
        )
        for n, topic in enumerate(TOPICS, 1)
    )
    made.append(("heading", "II.", "HÌNH THỨC TUYÊN TRUYỀN"))
    for n, channel in enumerate(CHANNELS, 1):
        made.append(("label", f"{n}.", f"Tuyên truyền tại xã {name} qua {channel}"))
        made += (
            (
                "body",
                "a)",
                f"Thời gian thực hiện: mỗi tháng {n % 3 + 1} kỳ, từ ngày {commune + 1} tháng 02 năm 2026.",
            ),
            (
                "body",
                "b)",
                (
                    f"Nội dung: đăng tải ít nhất {n + commune:02d} tin, bài về {TOPICS[n % 6]}, {TOPICS[(n + 3) % 6]}; biểu dương "
                    f"cá nhân làm tốt; tiếp nhận, trả lời phản ánh, kiến nghị của người dân xã {name}."
                ),
            ),
            (
                "body",
                "c)",
                f"Cơ quan chủ trì: {OFFICES[n % 5]}; cơ quan phối hợp: {OFFICES[(n + 2) % 5]}, UBND xã {name}.",
            ),
        )
    made.append(("heading", "III.", "TỔ CHỨC THỰC HIỆN"))
    made += (
        (
            "body",
            "-",
            (
                f"{office}: hướng dẫn, theo dõi, đôn đốc, kiểm tra các cơ quan, đơn vị của xã {name} thực hiện Kế hoạch; "
                "tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng cuối quý."
            ),
        )
        for office in OFFICES
    )
    return made


def rows(commune: int) -> list[tuple[str, ...]]:
    """Return the cells of the annex table of the plan of a commune."""
    return [
        (
            str(n),
            f"Tuyên truyền về {TOPICS[n % 6]} qua {channel}",
            OFFICES[n % 5],
            f"Các sở, ban, ngành; UBND xã {COMMUNES[commune]}",
            f"Tháng {n}/2026",
            f"{n + commune:02d} tin, bài",
            "Ngân sách tỉnh",
        )
        for n, channel in enumerate(CHANNELS, 1)
    ]


def head(commune: int) -> Letterhead:
    """Return the head of page 1."""
    return Letterhead(
        issuer=("ỦY BAN NHÂN DÂN", f"XÃ {COMMUNES[commune]}".upper()),
        number=f"Số: {commune + 1:02d}/KH-UBND",
        place_date=f"{COMMUNES[commune]}, ngày 05 tháng 02 năm 2026",
    )


def subject(commune: int) -> str:
    """Return the subject line."""
    return f"Tuyên truyền cải cách hành chính xã {COMMUNES[commune]} năm 2026"


SIGNATURE = SignatureBlock(
    recipients=("- Bộ Nội vụ;", "- Các sở, ban, ngành;", "- UBND cấp xã;", "- Lưu: VT, NC."),
    authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
    position="PHÓ CHỦ TỊCH",
    name="Nguyễn Văn An",
)


def tree(commune: int) -> Document:
    """Return the plan as a template of cchc composes it."""

    def block(style: str, marker: str, words: str) -> Block:
        if style in {"heading", "label"}:
            return Heading(level=1 if style == "heading" else 2, marker=marker, text=words)
        return Paragraph(runs=(Run(words),), marker=marker, style="basis" if style == "basis" else "body")

    table = Table(
        description="Nhiệm vụ tuyên truyền năm 2026",
        columns=tuple(Column(title=title, share=share) for title, share in zip(COLUMNS, SHARES)),
        rows=tuple(tuple(Cell(text=words) for words in row) for row in rows(commune)),
    )
    body = tuple(block(*one) for one in paragraphs(commune))
    return Document(
        standard=standard_on(dt.date(2026, 2, 5)),
        properties=Properties(
            title=subject(commune), creator=f"UBND xã {COMMUNES[commune]}", date=dt.date(2026, 2, 5)
        ),
        sections=(
            Section(
                blocks=(head(commune), Title(kind="KẾ HOẠCH", subject=subject(commune)), *body, SIGNATURE)
            ),
            Section(blocks=(AnnexTitle(label="PHỤ LỤC", title="NHIỆM VỤ"), table), landscape=True),
        ),
    )


# --- the ways ----------------------------------------------------------------------------------------------------------


def in_turn(write: Callable[[T], bytes], subjects: Iterable[T]) -> Callable[[], bytes]:
    """Return what writes the next of *subjects* every time, the first again after the last."""
    following = itertools.cycle(list(subjects)).__next__
    return lambda: write(following())


def with_cchc() -> Callable[[], bytes]:
    """From a tree in memory."""
    from cchc.rendering.docx import render_docx

    return in_turn(render_docx, map(tree, range(len(COMMUNES))))


def plan(commune: int) -> Plan:
    """Return the same words as a plan: parts with points, and the tasks of the annex as duties without words."""
    parts: list[Item] = []
    for style, _, words in paragraphs(commune):
        if style == "heading":
            parts.append(Item(label=words))
        elif style == "label":
            parts[-1] = attrs.evolve(parts[-1], items=(*parts[-1].items, Item(label=words)))
        elif style == "body" and parts[-1].items and parts[-1].items[-1].label:
            *others, last = parts[-1].items
            last = attrs.evolve(last, items=(*last.items, Item(words=words)))
            parts[-1] = attrs.evolve(parts[-1], items=(*others, last))
        elif style == "body":
            parts[-1] = attrs.evolve(parts[-1], items=(*parts[-1].items, Item(words=words)))
    duties = tuple(
        Assignment(
            id=f"d{cells[0]}",
            bodies=(Body(words=cells[2]),),
            role="lead",
            partners=tuple(Body(words=name) for name in cells[3].split("; ")),
            task=cells[1],
            schedule=Schedule(words=cells[4]),
            product=cells[5],
        )
        for cells in rows(commune)
    )
    # The duties are stated by the words of the last point, so that they are printed in the annex alone.
    *points, last = parts[-1].items
    parts[-1] = attrs.evolve(parts[-1], items=(*points, attrs.evolve(last, facts=duties)))
    bases = tuple(
        LegalBasis(words=words.rstrip(";")) for style, _, words in paragraphs(commune) if style == "basis"
    )
    return Plan(
        id=f"xa-{commune}-2026",
        status="issued",
        year=2026,
        level="commune",
        issuer=Body(words=f"Ủy ban nhân dân xã {COMMUNES[commune]}"),
        number=str(commune + 1),
        symbol="KH-UBND",
        place=COMMUNES[commune],
        date=dt.date(2026, 2, 5),
        subject=subject(commune),
        bases=bases,
        parts=tuple(parts),
        recipients=tuple(Body(words=line[2:-1]) for line in SIGNATURE.recipients[:-1]),
        archive="VT, NC",
        signature=Signature(authority=SIGNATURE.authority, position=SIGNATURE.position, name=SIGNATURE.name),
        annex=True,
    )


def with_cchc_from_plan() -> Callable[[], bytes]:
    """From a plan in memory: composing and writing."""
    import cchc

    registry = cchc.Registry.discover()
    write = functools.partial(cchc.render, format="docx", template="standard", registry=registry)
    return in_turn(write, map(plan, range(len(COMMUNES))))


def _template(*, lean: bool, placeholders: bool = False) -> bytes:
    """Return an empty document to start from: the one that python-docx brings, or ours without its text."""
    import docx

    from cchc.rendering.docx import render_docx

    made = docx.Document(io.BytesIO(render_docx(tree(0))) if lean else None)
    body = made.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    if placeholders:
        _fill_with_placeholders(made)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _fill_with_placeholders(made: object) -> None:
    """Write what an author of a template for docxtpl writes."""
    from docx.document import Document as Opened

    assert isinstance(made, Opened)
    top, fixed = made.add_table(2, 2), head(0)
    top.cell(0, 0).text = "{{ issuer }}"
    top.cell(0, 1).text = f"{fixed.country}\n{fixed.motto}"
    top.cell(1, 0).text, top.cell(1, 1).text = "{{ number }}", "{{ place_date }}"
    made.add_paragraph("KẾ HOẠCH", "Title")
    made.add_paragraph("{{ subject }}", "Subtitle")
    made.add_paragraph("{%p for p in paragraphs %}")
    for test, style in (
        ("if p[0] == 'heading'", "heading 1"),
        ("elif p[0] == 'label'", "heading 2"),
        ("else", "Body Text"),
    ):
        made.add_paragraph(f"{{%p {test} %}}")
        made.add_paragraph("{{ p[1] }}\u00a0{{ p[2] }}", style)
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    foot = made.add_table(1, 2)
    foot.cell(0, 0).text = "Nơi nhận:\n{{ recipients }}"
    foot.cell(0, 1).text = "{{ office }}\n{{ name }}"
    made.add_paragraph("PHỤ LỤC", "Title")
    made.add_paragraph("NHIỆM VỤ", "Subtitle")
    annex = made.add_table(4, len(COLUMNS), "Table Grid")
    for cell, title in zip(annex.rows[0].cells, COLUMNS):
        cell.text = title
    annex.cell(1, 0).text = "{%tr for row in rows %}"
    for number, cell in enumerate(annex.rows[2].cells):
        cell.text = f"{{{{ row[{number}] }}}}"
    annex.cell(3, 0).text = "{%tr endfor %}"


def with_docxtpl(*, lean: bool = False) -> Callable[[], bytes]:
    """From a template that holds styles, loops and placeholders."""
    from docxtpl import DocxTemplate

    source = _template(lean=lean, placeholders=True)

    def context(commune: int) -> dict[str, object]:
        return {
            "issuer": "\n".join(head(commune).issuer),
            "number": head(commune).number,
            "place_date": head(commune).place_date,
            "subject": subject(commune),
            "paragraphs": paragraphs(commune),
            "recipients": "\n".join(SIGNATURE.recipients),
            "office": "\n".join((*SIGNATURE.authority, SIGNATURE.position)),
            "name": SIGNATURE.name,
            "rows": rows(commune),
        }

    def write(context: dict[str, object]) -> bytes:
        template = DocxTemplate(io.BytesIO(source))
        template.render(context, autoescape=True)
        file = io.BytesIO()
        template.save(file)
        return file.getvalue()

    return in_turn(write, map(context, range(len(COMMUNES))))


def with_python_docx(*, lean: bool = False) -> Callable[[], bytes]:
    """Paragraph by paragraph, as good code with the library does it."""
    import docx
    from docx.table import Table as Grid

    source = _template(lean=lean)
    styles = {"heading": "heading 1", "label": "heading 2", "basis": "Body Text", "body": "Body Text"}

    def fill(table: Grid, texts: Sequence[Sequence[str]]) -> None:
        for row, cells in zip(table.rows, texts):
            for cell, words in zip(row.cells, cells):
                cell.text = words

    def texts(commune: int) -> Texts:
        return head(commune), subject(commune), paragraphs(commune), rows(commune)

    def write(texts: Texts) -> bytes:
        top, about, text, annex = texts
        made = docx.Document(io.BytesIO(source))
        fill(
            made.add_table(2, 2),
            [("\n".join(top.issuer), f"{top.country}\n{top.motto}"), (top.number, top.place_date)],
        )
        made.add_paragraph("KẾ HOẠCH", "Title")
        made.add_paragraph(about, "Subtitle")
        for style, marker, words in text:
            made.add_paragraph(f"{marker}\u00a0{words}" if marker else words, styles[style])
        foot = made.add_table(1, 2).rows[0].cells
        foot[0].text = "\n".join((SIGNATURE.label, *SIGNATURE.recipients))
        foot[1].text = "\n".join((*SIGNATURE.authority, SIGNATURE.position, SIGNATURE.name))
        made.add_paragraph("PHỤ LỤC", "Title")
        made.add_paragraph("NHIỆM VỤ", "Subtitle")
        table = made.add_table(1 + len(annex), len(COLUMNS), "Table Grid")
        fill(table, [COLUMNS, *annex])
        file = io.BytesIO()
        made.save(file)
        return file.getvalue()

    return in_turn(write, map(texts, range(len(COMMUNES))))


def floor() -> Callable[[], bytes]:
    """Serialise and deflate the finished parts of our own documents."""
    from lxml import etree

    from cchc.rendering.docx import render_docx

    def parts(commune: int) -> dict[str, etree._Element]:
        with zipfile.ZipFile(io.BytesIO(render_docx(tree(commune)))) as opened:
            return {name: etree.fromstring(opened.read(name)) for name in opened.namelist()}

    def write(roots: dict[str, etree._Element]) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as made:
            for name, root in roots.items():
                made.writestr(name, etree.tostring(root, encoding="UTF-8", standalone=True))
        return file.getvalue()

    return in_turn(write, map(parts, range(len(COMMUNES))))


WAYS: dict[str, Callable[[], Callable[[], bytes]]] = {
    "cchc": with_cchc_from_plan,
    "cchc, from a tree": with_cchc,
    "docxtpl": with_docxtpl,
    "python-docx": with_python_docx,
    "docxtpl, lean template": functools.partial(with_docxtpl, lean=True),
    "python-docx, lean template": functools.partial(with_python_docx, lean=True),
    "floor": floor,
}


# --- measuring ---------------------------------------------------------------------------------------------------------


def _milliseconds(way: str, seconds: float) -> tuple[float, int]:
    """Return the processor time of one document among as many as fit into *seconds*, and its size."""
    write = WAYS[way]()
    size, documents = len(write()), 0
    start = now = time.process_time()
    while now - start < seconds:
        write()
        documents += 1
        now = time.process_time()
    return (now - start) / documents * 1000, size


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def _memory(way: str) -> list[float]:
    """Return the memory of a process after each number of documents of MEMORY_AT."""
    write, written, seen = WAYS[way](), 0, []
    for until in MEMORY_AT:
        while written < until:
            write()
            written += 1
        seen.append(_resident_mb())
    return seen


def main(seconds: float) -> None:
    """Measure and print."""
    characters = sum(len(marker) + len(words) + 1 for _, marker, words in paragraphs(0))
    characters += sum(len(words) for row in rows(0) for words in row)
    print(
        f"{len(COMMUNES)} plans of {characters:,} characters; {TURNS} turns of {seconds} s each, median [least..most]\n"
    )
    times: dict[str, list[float]] = {way: [] for way in WAYS}
    sizes: dict[str, int] = {}
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as alone:
        for _ in range(TURNS):
            for way in WAYS:
                once, sizes[way] = alone.apply(_milliseconds, (way, seconds))
                times[way].append(once)
        memory = {way: alone.apply(_memory, (way,)) for way in MEMORY_OF}
    first, last = MEMORY_AT
    print(f"{'':26} {'ms a document':>24} {'to cchc':>8} {'KB':>6} {f'MB at {first}':>10} {f'at {last}':>9}")
    for way, taken in times.items():
        spread = f"{statistics.median(taken):.2f} [{min(taken):.2f}..{max(taken):.2f}]"
        # Turn by turn, since the machine is never equally quiet.
        ratio = statistics.median(theirs / ours for theirs, ours in zip(taken, times["cchc"]))
        used = " ".join(f"{mb:>9.1f}" for mb in memory.get(way, ()))
        print(f"{way:26} {spread:>24} {ratio:>7.1f}x {sizes[way] / 1024:>6.1f} {used}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 0.7)
