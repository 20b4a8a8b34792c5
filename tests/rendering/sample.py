"""A document as a template makes it, built by hand, and strategies for documents of any content."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from cchc.document import (
    AnnexTitle,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Properties,
    Run,
    Section,
    Series,
    Sheet,
    SheetColumn,
    SignatureBlock,
    Summary,
    Table,
    Title,
    Value,
    standard_on,
)
from cchc.rendering._chart import as_table, caption
from cchc.text import clean

HOSTILE = (
    "=cmd|'/C calc'!A0",
    "=1+1",
    "{=1}",
    "+84 292 382 0000",
    "-1",
    "@SUM(A1)",
    "https://cantho.gov.vn",
    "file:///etc/passwd",
    "mailto:ai@do.vn",
    "<script>alert(1)</script>",
    "&amp; & < > \" '",
    "dòng một\ndòng hai\r\ndòng ba",
    "điều\x00khiển\x0b\x1f",
    "lẻ \ud800 đôi \udfff",
    "_x000D_ _x0041_",
    "Tiếng Việt tổ hợp",
    "|ống| *sao* _gạch_ [ngoặc](x) `mã` # $1$ ~~bỏ~~",
    "{{ 7 * 7 }} {% raw %}",
    "  hai đầu  ",
    "đuôi\ufffe\uffff",
    "<ruby>",
    "1. không phải danh sách",
    "---",
    "\u202eđảo",
)


def _paragraph(text: str, marker: str = "", depth: int = 0, **more: str) -> Paragraph:
    return Paragraph(runs=(Run(text),), marker=marker, depth=depth, **more)  # type: ignore[arg-type]


STATUS = ("Chưa thực hiện", "Đang thực hiện", "Hoàn thành", "Chậm", "Không thực hiện")

_TASKS: tuple[tuple[str, str, str, str, dt.date | None, str], ...] = (
    (
        "Xây dựng chuyên mục “Cải cách hành chính” trên sóng phát thanh, truyền hình",
        "Đài Phát thanh và Truyền hình Thành phố",
        "Sở Nội vụ",
        "Mỗi tháng hai kỳ",
        dt.date(2014, 12, 31),
        "24 chuyên mục",
    ),
    (
        "Mở chuyên trang trên Báo Cần Thơ",
        "Báo Cần Thơ",
        "Sở Nội vụ; Sở Thông tin và Truyền thông",
        "Hằng tuần",
        dt.date(2014, 12, 31),
        "52 chuyên trang",
    ),
    (
        "Tổ chức cuộc thi tìm hiểu cải cách hành chính, thi tiểu phẩm sân khấu ở ba cấp",
        "Sở Nội vụ",
        "Sở Văn hóa, Thể thao và Du lịch; Thành đoàn; UBND quận, huyện",
        "Từ tháng 4 đến tháng 10 năm 2014",
        dt.date(2014, 10, 31),
        "Ít nhất 03 tiểu phẩm mỗi quận, huyện; kế hoạch, thể lệ và báo cáo tổng kết",
    ),
    (
        "Biên soạn, in và phát tờ gấp về thủ tục hành chính thuộc lĩnh vực đất đai",
        "Sở Tư pháp",
        "Sở Tài nguyên và Môi trường",
        "Quý II",
        dt.date(2014, 6, 30),
        "20.000 tờ gấp",
    ),
    (
        "Treo băng rôn, khẩu hiệu tại trụ sở",
        "UBND quận, huyện",
        "",
        "Thường xuyên",
        None,
        "",
    ),
    (
        "Đăng tin, bài trên Cổng Thông tin điện tử thành phố",
        "Sở Thông tin và Truyền thông",
        "Các cơ quan, đơn vị",
        "Thường xuyên",
        None,
        "Ít nhất 04 tin, bài mỗi tháng",
    ),
    (
        "Tập huấn nghiệp vụ cho cán bộ, công chức làm công tác cải cách hành chính",
        "Sở Nội vụ",
        "Trường Chính trị Thành phố",
        "Tháng 4 và tháng 8",
        dt.date(2014, 8, 31),
        "02 lớp",
    ),
)


def task_sheet() -> Sheet:
    """Return the sheet of tasks."""
    return Sheet(
        key="tasks",
        title="Theo dõi nhiệm vụ",
        columns=(
            SheetColumn(key="tt", title="TT", kind="integer", width=5),
            SheetColumn(key="content", title="Nội dung nhiệm vụ", width=44),
            SheetColumn(key="lead", title="Cơ quan chủ trì", width=24),
            SheetColumn(key="partners", title="Cơ quan phối hợp", width=28),
            SheetColumn(key="schedule", title="Thời gian thực hiện", width=18),
            SheetColumn(key="deadline", title="Hạn hoàn thành", kind="date", width=13),
            SheetColumn(key="product", title="Sản phẩm", width=24),
            SheetColumn(key="budget", title="Kinh phí", width=18),
            SheetColumn(
                key="status", title="Tình trạng", kind="choice", width=16, choices=STATUS, input=True
            ),
            SheetColumn(key="progress", title="Tiến độ", kind="percent", width=9, input=True),
            SheetColumn(key="note", title="Ghi chú", width=24, input=True),
        ),
        rows=tuple(
            (
                number,
                content,
                lead,
                partners,
                schedule,
                deadline,
                product,
                "Ngân sách thành phố" if number < 5 else "",
                STATUS[0],
                None,
                None,
            )
            for number, (content, lead, partners, schedule, deadline, product) in enumerate(_TASKS, 1)
        ),
        summary=Summary(
            title="Tổng hợp theo cơ quan chủ trì", sheet="tasks", by="lead", across="status", due="deadline"
        ),
    )


_MONTHS: tuple[tuple[Value, ...], ...] = (
    (2,) * 12,
    (4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5),
    (*(None,) * 3, *("x",) * 7, None, None),
    (*(None,) * 3, "x", "x", "x", *(None,) * 6),
    ("x",) * 12,
    ("x",) * 12,
    (*(None,) * 3, 1, *(None,) * 3, 1, *(None,) * 4),
)


def calendar_sheet() -> Sheet:
    """Return the sheet of the year."""
    return Sheet(
        key="calendar",
        title="Lịch thực hiện",
        year=2014,
        columns=(
            SheetColumn(key="content", title="Nội dung", width=44),
            SheetColumn(key="lead", title="Cơ quan chủ trì", width=24),
            *(
                SheetColumn(key=f"m{month}", title=f"T{month}", kind="mark", width=5)
                for month in range(1, 13)
            ),
        ),
        rows=tuple(
            (content, lead, *marks) for (content, lead, *_), marks in zip(_TASKS, _MONTHS, strict=True)
        ),
    )


def channel_sheet() -> Sheet:
    """Return the sheet of channels."""
    titles = {
        "tt": ("TT", 5),
        "name": ("Hình thức tuyên truyền", 30),
        "family": ("Nhóm", 16),
        "schedule": ("Thời gian", 18),
        "quantity": ("Số lượng", 16),
        "lead": ("Cơ quan chủ trì", 24),
        "partners": ("Cơ quan phối hợp", 24),
        "audience": ("Đối tượng", 20),
        "content": ("Nội dung", 36),
        "method": ("Cách thức", 24),
        "budget": ("Kinh phí", 18),
    }
    rows = (
        ("Phát thanh, truyền hình", "Báo chí", "Mỗi tháng hai kỳ", "24 chuyên mục", 0),
        ("Báo in", "Báo chí", "Hằng tuần", "52 chuyên trang", 1),
        ("Cuộc thi tìm hiểu", "Sự kiện", "Từ tháng 4 đến tháng 10", "ít nhất 03 tiểu phẩm", 2),
        ("Tờ gấp", "Ấn phẩm", "Quý II", "20.000 tờ", 3),
    )
    return Sheet(
        key="channels",
        title="Hình thức tuyên truyền",
        columns=tuple(
            SheetColumn(key=key, title=title, kind="integer" if key == "tt" else "text", width=width)
            for key, (title, width) in titles.items()
        ),
        rows=tuple(
            (
                number,
                name,
                family,
                schedule,
                quantity,
                _TASKS[task][1],
                _TASKS[task][2],
                "Người dân, tổ chức, doanh nghiệp",
                _TASKS[task][0],
                "Trực tiếp và qua báo, đài",
                "Ngân sách thành phố",
            )
            for number, (name, family, schedule, quantity, task) in enumerate(rows, 1)
        ),
    )


def plan_document(*, draft: bool = False) -> Document:
    """Return a plan as a template composes it: every kind of block, and three sheets."""
    head: tuple[Block, ...] = (
        Letterhead(
            superior=(),
            issuer=("ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"),
            number="Số:        /KH-UBND" if draft else "Số: 127/KH-UBND",
            place_date="Cần Thơ, ngày     tháng     năm 2013"
            if draft
            else "Cần Thơ, ngày 24 tháng 12 năm 2013",
            marks=("DỰ THẢO",) if draft else (),
        ),
        Title(kind="KẾ HOẠCH", subject="Tuyên truyền cải cách hành chính năm 2014"),
    )
    body: tuple[Block, ...] = (
        _paragraph(
            "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;",
            style="basis",
        ),
        _paragraph(
            "Căn cứ Nghị quyết số 30c/NQ-CP ngày 08 tháng 11 năm 2011 của Chính phủ ban hành Chương trình tổng thể "
            "cải cách hành chính nhà nước giai đoạn 2011 - 2020.",
            style="basis",
        ),
        _paragraph(
            "Ủy ban nhân dân thành phố ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2014 như sau:"
        ),
        Heading(level=1, marker="I.", text="MỤC ĐÍCH, YÊU CẦU"),
        Heading(level=2, marker="1.", text="Mục đích"),
        _paragraph(
            "Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân về cải cách hành chính.",
            "a)",
            1,
        ),
        _paragraph("Huy động các tổ chức, cá nhân tham gia tuyên truyền.", "b)", 1),
        Heading(level=2, marker="2.", text="Yêu cầu"),
        _paragraph("Nội dung ngắn gọn, dễ hiểu, sát với từng đối tượng:", "-", 1),
        _paragraph("Cán bộ, công chức, viên chức;", "+", 2),
        _paragraph("Người dân, tổ chức, doanh nghiệp.", "+", 2),
        _paragraph("Lồng ghép với các phong trào của địa phương, tránh phô trương, lãng phí.", "-", 1),
        Heading(level=1, marker="II.", text="HÌNH THỨC TUYÊN TRUYỀN"),
        Heading(level=2, marker="1.", text="Trên phát thanh, truyền hình và báo chí"),
        Paragraph(
            marker="a)",
            depth=1,
            runs=(Run("Thời gian thực hiện:", bold=True), Run(" mỗi tháng hai kỳ, trong cả năm 2014.")),
        ),
        Paragraph(
            marker="b)",
            depth=1,
            runs=(Run("Cơ quan chủ trì:", bold=True), Run(" Đài Phát thanh và Truyền hình Thành phố.")),
        ),
        Heading(
            level=2,
            marker="2.",
            text="Kinh phí",
            run_in=(Run("Thực hiện theo dự toán được "), Run("giao đầu năm", italic=True), Run(".")),
        ),
        Heading(level=1, marker="III.", text="TỔ CHỨC THỰC HIỆN"),
        _paragraph(
            "Sở Nội vụ: Chủ trì, phối hợp với các cơ quan liên quan theo dõi, đôn đốc, kiểm tra và báo cáo.",
            "1.",
        ),
        _paragraph("Sở Tài chính: Hướng dẫn lập dự toán, quyết toán kinh phí.", "2."),
        _paragraph(
            "Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị phản ánh về Sở Nội vụ để tổng hợp./."
        ),
        SignatureBlock(
            recipients=(
                "- Bộ Nội vụ;",
                "- TT. TU, TT. HĐND thành phố;",
                "- Sở, ban, ngành thành phố;",
                "- UBND quận, huyện;",
                "- Lưu: VT, TS.",
            ),
            authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
            position="PHÓ CHỦ TỊCH",
            name="" if draft else "Lê Hùng Dũng",
        ),
    )
    annex: tuple[Block, ...] = (
        AnnexTitle(
            label="PHỤ LỤC",
            title="DANH MỤC NHIỆM VỤ",
            note="(Kèm theo Kế hoạch số 127/KH-UBND ngày 24 tháng 12 năm 2013 của Ủy ban nhân dân thành phố Cần Thơ)",
        ),
        Table(
            description="Các nhiệm vụ tuyên truyền năm 2014, mỗi nhiệm vụ một dòng",
            columns=(
                Column(title="TT", share=5, align="center"),
                Column(title="Nội dung", share=40),
                Column(title="Cơ quan chủ trì", share=20),
                Column(title="Cơ quan phối hợp", share=20),
                Column(title="Thời gian", share=15, align="center"),
            ),
            rows=(
                (Cell(text="I", bold=True), Cell(text="Báo chí", bold=True, span=4)),
                *(
                    (
                        Cell(text=str(number)),
                        Cell(text=content),
                        Cell(text=lead),
                        Cell(text=partners.replace("; ", "\n")),
                        Cell(text=schedule),
                    )
                    for number, (content, lead, partners, schedule, *_) in enumerate(_TASKS, 1)
                ),
            ),
        ),
    )
    return Document(
        standard=standard_on(dt.date(2013, 12, 24)),
        properties=Properties(
            title="Kế hoạch tuyên truyền cải cách hành chính năm 2014",
            subject="Tuyên truyền cải cách hành chính năm 2014",
            creator="Ủy ban nhân dân thành phố Cần Thơ",
            identifier="" if draft else "127/KH-UBND",
            date=None if draft else dt.date(2013, 12, 24),
            keywords=("cải cách hành chính", "tuyên truyền"),
        ),
        sections=(Section(blocks=head + body), Section(blocks=annex, landscape=True)),
        sheets=(task_sheet(), calendar_sheet(), channel_sheet()),
    )


def printed_texts(block: Block) -> tuple[str, ...]:
    """Return what *block* prints, in the order in which a person reads it."""
    match block:
        case Letterhead():
            return (
                *block.superior,
                *block.issuer,
                block.number,
                *block.marks,
                block.country,
                block.motto,
                block.place_date,
            )
        case Title():
            return block.kind, block.subject, block.note
        case AnnexTitle():
            return block.label, block.title, block.note
        case Heading():
            run_in = " ".join(words("".join(run.text for run in block.run_in)))
            return block.marker, f"{clean(block.text).text.strip()}:" if run_in else block.text, run_in
        case Paragraph():
            return block.marker, block.text
        case Table():
            return (
                *(column.title for column in block.columns),
                *(cell.text for row in block.rows for cell in row),
            )
        case Chart():
            # What formats without pictures print.
            return caption(block), *printed_texts(as_table(block))
        case SignatureBlock():
            return (
                *((block.label, *block.recipients) if block.recipients else ()),
                *block.authority,
                block.position,
                block.name,
            )


def words(text: str) -> list[str]:
    """Return the words of *text*, markers among them, as far as a format can carry them.

    Semicolons do not count: a format without lines in its cells separates by them.
    """
    return clean(text).text.replace(";", " ").split()


def printed_words(document: Document) -> list[str]:
    """Return the words of all pages of *document* in order."""
    return [
        word
        for section in document.sections
        for block in section.blocks
        for text in printed_texts(block)
        for word in words(text)
    ]


# Letters that Vietnamese needs, and everything that some format takes for a sign of its own.
_ALPHABET = "aăđêôơưAĐÔạếổữ 0123456789.,;:-+*/\\_`'\"“”()[]{}<>&#$%!?@|~^=\t\n\u00a0\u200b\x07\ud800"
texts = st.one_of(st.text(_ALPHABET, max_size=24), st.sampled_from(HOSTILE))
filled = st.one_of(
    st.sampled_from(HOSTILE), st.text(_ALPHABET, min_size=1, max_size=24).map("Lời {} cuối".format)
)
_runs = st.lists(st.builds(Run, texts, st.booleans(), st.booleans()), min_size=1, max_size=4).map(tuple)
_markers = st.sampled_from(("", "-", "+", "1.", "a)", "đ)", "II.", "Điều 1."))


def _tuples(of: st.SearchStrategy[str], least: int = 0, most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, min_size=least, max_size=most).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return a printed table whose spans add up."""
    width = draw(st.integers(1, 4))
    rows = []
    for _ in range(draw(st.integers(0, 3))):
        left = width
        row: list[Cell] = []
        while left:
            span = draw(st.integers(1, left))
            row.append(Cell(text=draw(texts), bold=draw(st.booleans()), span=span))
            left -= span
        rows.append(tuple(row))
    return Table(
        description=draw(filled),
        columns=tuple(Column(title=draw(filled), share=1) for _ in range(width)),
        rows=tuple(rows),
    )


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(
        Letterhead,
        superior=_tuples(filled, 0, 2),
        issuer=_tuples(filled, 1, 2),
        number=filled,
        place_date=filled,
        marks=_tuples(filled, 0, 2),
    ),
    st.builds(Title, kind=filled, subject=filled, note=texts),
    st.builds(
        Heading, level=st.integers(1, 4), marker=_markers, text=filled, run_in=st.one_of(st.just(()), _runs)
    ),
    st.builds(
        Paragraph,
        runs=_runs,
        marker=_markers,
        depth=st.integers(0, 3),
        style=st.sampled_from(("body", "basis", "authority", "article")),
    ),
    tables(),
    st.builds(
        SignatureBlock, recipients=_tuples(filled), authority=_tuples(filled), position=filled, name=texts
    ),
    st.builds(AnnexTitle, label=filled, title=filled, note=texts),
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Return a typed table of any columns."""
    values: dict[str, st.SearchStrategy[Value]] = {
        "text": st.one_of(st.none(), texts),
        "integer": st.one_of(st.none(), st.integers(-(10**9), 10**9)),
        "date": st.one_of(st.none(), st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)), texts),
        "percent": st.one_of(st.none(), st.decimals(0, 1, places=2)),
        "choice": st.one_of(st.none(), st.sampled_from(STATUS), texts),
        "mark": st.one_of(st.none(), st.just("x"), st.integers(0, 31)),
    }
    columns = tuple(
        SheetColumn(
            key=f"c{number}",
            title=draw(texts),
            kind=kind,  # type: ignore[arg-type]
            choices=STATUS if kind == "choice" else (),
            input=draw(st.booleans()),
        )
        for number, kind in enumerate(draw(st.lists(st.sampled_from(sorted(values)), min_size=1, max_size=6)))
    )
    rows = draw(st.lists(st.tuples(*(values[column.kind] for column in columns)), max_size=4))
    choices = [column.key for column in columns if column.kind == "choice"]
    dates = [column.key for column in columns if column.kind == "date"]
    summary = None
    counted: bool = draw(st.booleans())
    if choices and counted:
        summary = Summary(
            title=draw(texts),
            sheet="s",
            by=columns[0].key,
            across=choices[0],
            due=draw(st.sampled_from(["", *dates])),
        )
    return Sheet(key="s", title=draw(texts), columns=columns, rows=tuple(rows), summary=summary)


def chart_document() -> Document:
    """Return a document with a chart of each kind, of the sizes and names that offices have, and some that they have not."""
    offices = (
        "Xã Vĩnh Trường",
        "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính tỉnh",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Đài Phát thanh và Truyền hình",
    )
    states = ((12, 25, 31, 2), (15, 28, 2, 0), (1, 0, 2, 51), (5, 3, 20, 30), (0, 0, 1, 2))
    charts = (
        ("bar", offices, {"Kỳ này": (1234, Decimal("567.5"), 0, None), "Kỳ trước": (1000, 612, 12, 45)}),
        ("column", ("Quý I", "Quý II", "Quý III"), {"2025": (12, 25, 31), "2026": (15, 28, 22)}),
        (
            "line",
            tuple(f"Tháng {n}" for n in range(1, 13)),
            {"2026": (1, 2, 2, 3, 5, None, 7, 9, 8, 7, 6, 4)},
        ),
        ("stacked", offices, dict(zip(STATUS, states, strict=True))),
        (
            "column",
            tuple(f"Ủy ban nhân dân phường Thành phố số {n} tỉnh Quảng Trị mới" for n in range(1, 31)),
            {"": range(0, 3000, 100)},
        ),
        ("bar", ("Không",), {"a": (0,), "b": (None,)}),
        ("column", ("2025", "2026"), {str(n): (123_456_789 * n, 98_765_432) for n in range(1, 6)}),
        ("column", HOSTILE, dict.fromkeys(HOSTILE[:3], range(-7, len(HOSTILE) - 7))),
        ("line", HOSTILE, {HOSTILE[9]: (None, *range(1, len(HOSTILE)))}),
    )
    blocks: list[Block] = []
    for number, (kind, categories, series) in enumerate(charts, 1):
        hostile = HOSTILE[number] if categories is HOSTILE else ""
        blocks += (
            _paragraph("Số liệu như sau:"),
            Chart(
                title=f"Biểu đồ {number}. Kết quả {hostile}",
                description=f"Kết quả theo đơn vị {hostile}",
                kind=kind,  # type: ignore[arg-type]
                categories=categories,
                series=tuple(Series(name=name, values=values) for name, values in series.items()),  # type: ignore[arg-type]
                unit="tin, bài" if number % 2 else hostile,
            ),
        )
    return Document(
        standard=standard_on(dt.date(2026, 1, 1)),
        properties=Properties(title="Báo cáo kết quả", creator="Sở Nội vụ"),
        sections=(
            Section(blocks=(Title(kind="BÁO CÁO", subject="Kết quả tuyên truyền"), *blocks)),
            Section(blocks=tuple(blocks[1:6:2]), landscape=True),
        ),
    )


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Return a chart of any texts and figures."""
    names = draw(st.lists(texts, min_size=1, max_size=5))
    figures = st.one_of(st.none(), st.integers(-9, 9), st.integers(0, 10**7), st.decimals(0, 10**4, places=2))
    values = st.lists(figures, min_size=len(names), max_size=len(names)).map(tuple)
    return Chart(
        title=draw(texts),
        description=draw(texts),
        kind=draw(st.sampled_from(("bar", "column", "line", "stacked"))),
        categories=tuple(names),
        series=draw(
            st.lists(st.builds(Series, name=texts, values=values), min_size=1, max_size=3).map(tuple)
        ),
        unit=draw(texts),
    )


documents = st.builds(
    Document,
    standard=st.just(standard_on(dt.date(2026, 1, 1))),
    properties=st.builds(Properties, title=texts, creator=texts, keywords=_tuples(texts)),
    sections=st.lists(
        st.builds(Section, blocks=st.lists(blocks, max_size=6).map(tuple), landscape=st.booleans()),
        max_size=2,
    ).map(tuple),
    sheets=st.lists(sheets(), max_size=1).map(tuple),
)
