"""The plans for which reading gives back what composing was given; docs/reference/reading.md says why no others.

A plan of the domain has parts that its template knows, in the template's order; facts without words, and points with
words, as a province writes them; bodies that the tables know, classes of bodies, and some that nobody knows. Its texts
keep away from the signs by which a sentence is divided: "; ", "chủ trì" and "phối hợp" in a task, a list in a name.
"""

from __future__ import annotations

import datetime as dt
import functools
from decimal import Decimal
from typing import get_args

import attrs
from hypothesis import strategies as st

from cchc import model as m
from cchc.templates import Section, Template
from tests.reading.reader import registry

#: Committees and departments by the level whose templates they use: words, code, superior, place, day of issue.
ISSUERS: dict[str, dict[str, tuple[str, str | None, str | None, str]]] = {
    "can-tho": {
        "province": ("Ủy ban nhân dân thành phố Cần Thơ", "92", None, "Cần Thơ"),
        "department": ("Sở Nội vụ", None, "Ủy ban nhân dân thành phố Cần Thơ", "Cần Thơ"),
    },
    "nam-dinh": {
        "province": ("Ủy ban nhân dân tỉnh Nam Định", "36", None, "Nam Định"),
        "department": ("Sở Nội vụ", None, "Ủy ban nhân dân tỉnh Nam Định", "Nam Định"),
    },
    "quang-tri": {
        "province": ("Ủy ban nhân dân tỉnh Quảng Trị", "45", None, "Đông Hà"),
        "department": ("Sở Tư pháp", None, "Ủy ban nhân dân tỉnh Quảng Trị", "Đông Hà"),
        "district": ("Ủy ban nhân dân huyện Hướng Hóa", "465", None, "Hướng Hóa"),
        "commune": ("Ủy ban nhân dân thị trấn Khe Sanh", "19429", None, "Khe Sanh"),
    },
    "son-la": {
        "province": ("Ủy ban nhân dân tỉnh Sơn La", "14", None, "Sơn La"),
        "department": ("Sở Nội vụ", None, "Ủy ban nhân dân tỉnh Sơn La", "Sơn La"),
        "district": ("Ủy ban nhân dân huyện Vân Hồ", "128", None, "Vân Hồ"),
    },
}

_LEVELS = ("province", "department", "district", "commune")

KNOWN = (
    "Sở Nội vụ",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Thông tin và Truyền thông",
    "Văn phòng UBND tỉnh",
    "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh",
    "Công an tỉnh",
    "Báo Nam Định",
    "Đài Phát thanh và Truyền hình tỉnh",
    "Ban Tuyên giáo Tỉnh ủy",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    "Phòng Văn hóa và Thông tin",
    "UBND huyện Vân Hồ",
    "Trung tâm Phục vụ hành chính công tỉnh",
    "Tỉnh đoàn",
)
CLASSES = (
    "UBND cấp xã",
    "các sở, ban, ngành",
    "các cơ quan, đơn vị",
    "các cơ quan liên quan",
    "các sở, ban, ngành tỉnh",
    "các cơ quan báo chí",
    "các phòng, ban chuyên môn",
    "các đoàn thể chính trị - xã hội",
    "UBND các huyện, thành phố",
    "UBND các xã, phường, thị trấn",
    "Thủ trưởng các cơ quan, đơn vị",
    "các doanh nghiệp trên địa bàn",
)
UNKNOWN = (
    "Công ty Truyền thông Ánh Dương",
    "Câu lạc bộ Tuyên truyền viên trẻ",
    "Hợp tác xã Bình Minh",
)
#: Beginnings of tasks and what is done to what; together they are sentences of the field.
DOINGS = (
    "hướng dẫn, theo dõi, đôn đốc việc thực hiện Kế hoạch",
    "tổ chức tập huấn cho công chức làm công tác cải cách hành chính",
    "xây dựng chuyên mục cải cách hành chính, cập nhật tin mới",
    "niêm yết thủ tục hành chính tại Bộ phận tiếp nhận và trả kết quả",
    "in và cấp phát 1.500 tờ rơi cho người dân",
    "lồng ghép nội dung cải cách hành chính vào sinh hoạt cơ quan",
    "mở chuyên trang, chuyên mục về cải cách hành chính",
    "đăng tải văn bản chỉ đạo, điều hành về cải cách hành chính",
    "bố trí kinh phí từ nguồn ngân sách nhà nước và các nguồn hợp pháp khác",
    "tiếp nhận, xử lý phản ánh, kiến nghị của người dân",
    "thẩm định dự toán, trình cấp có thẩm quyền phê duyệt",
    "công khai thủ tục hành chính đầy đủ, kịp thời",
    "khen thưởng tập thể, cá nhân có thành tích",
    "cử 02 công chức tham gia lớp bồi dưỡng",
    "phát động phong trào thi đua",
    "quán triệt đến từng đảng viên, hội viên",
    "chịu trách nhiệm về nội dung tin, bài",
)
REPORTS = ("báo cáo kết quả thực hiện", "tổng hợp, báo cáo tình hình triển khai")
NAMES = (
    "Chuyên mục cải cách hành chính trên Cổng Thông tin điện tử",
    "Hội nghị tập huấn nghiệp vụ cải cách hành chính",
    "Đối thoại trực tiếp giữa lãnh đạo các ngành, các cấp với doanh nghiệp",
    "Tuyên truyền bằng pano, áp phích trên địa bàn",
    "Hội thi tìm hiểu cải cách hành chính giai đoạn 2021 - 2030",
    "Phóng sự về dịch vụ công trực tuyến",
    "Gặp gỡ người dân cuối tuần",
    "Bản tin Cải cách hành chính",
    "Trang thông tin điện tử của các đơn vị",
    "Niêm yết công khai thủ tục hành chính, mức thu phí, lệ phí",
    "Tờ rơi, tờ gấp và sổ tay hỏi đáp",
    "Lớp bồi dưỡng kỹ năng cho công chức Bộ phận Một cửa",
    "Hệ thống loa truyền thanh xã, phường",
    "Ngày hội chuyển đổi số",
    "Cuộc thi trực tuyến “Tìm hiểu cải cách hành chính”",
    "Giao lưu, tọa đàm với thanh niên (theo cụm)",
    "Khảo sát mức độ hài lòng của người dân năm 2025",
)
#: Media that a point with words names, "Tuyên truyền trên …"; each is a channel of its own.
MEDIA = (
    "Báo Nam Định",
    "Cổng Thông tin điện tử của tỉnh",
    "hệ thống Đài Truyền thanh cơ sở",
    "các nền tảng mạng xã hội",
    "các phương tiện thông tin đại chúng",
)
TEXTS = (
    "Người dân, doanh nghiệp và các tổ chức",
    "Ngân sách nhà nước; các nguồn hợp pháp khác",
    "Xây dựng kịch bản, chọn diễn viên không chuyên, biểu diễn tại nhà văn hóa",
    "Phỏng vấn trực tiếp 1.200 người, kết hợp gửi phiếu qua bưu điện",
    "Chế độ công vụ, công chức: quy tắc ứng xử, kỷ luật, kỷ cương",
    "Cán bộ, công chức, viên chức; người dân và doanh nghiệp",
    "Thủ tục hành chính lĩnh vực đất đai. Dịch vụ công trực tuyến",
    "Trắc nghiệm trên giấy, chấm điểm tại chỗ",
    "Dự toán được giao năm nay",
)
SENTENCES = (
    "Kế hoạch cải cách hành chính năm nay của tỉnh và các văn bản hướng dẫn thi hành.",
    "Kết quả Chỉ số cải cách hành chính (PAR INDEX), Chỉ số hài lòng (SIPAS), PAPI và PCI.",
    "Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân về cải cách hành chính.",
    "Nội dung chính xác, kịp thời; hình thức phong phú, phù hợp với từng nhóm đối tượng.",
    "Gắn tuyên truyền với việc thực hiện nhiệm vụ cải cách hành chính của cơ quan, đơn vị: lấy kết quả làm thước đo.",
    "Thủ tục hành chính, dịch vụ công trực tuyến; cách gửi phản ánh, kiến nghị về quy định hành chính.",
)
PRODUCTS = (
    "02 phóng sự",
    "Văn bản, hồ sơ",
    "Quyết định của Chủ tịch UBND tỉnh",
    "Kế hoạch",
    "Báo cáo bằng văn bản",
    "ít nhất 12 tin, bài",
    "Danh sách người tham dự",
)
LATER = (
    "theo kế hoạch của từng đơn vị",
    "khi phát sinh",
    "theo quy định",
    "khi có yêu cầu",
    "định kỳ",
    "cuối năm",
)
RECIPIENTS = (
    "Bộ Nội vụ",
    "TT. Thành ủy",
    "Chủ tịch, các Phó Chủ tịch UBND",
    "Các sở, ban, ngành",
    "UBND quận, huyện",
    "VP UBND TP (3E)",
    "Ban Chỉ đạo CCHC của Chính phủ (để báo cáo)",
    "Báo, Đài PT&TH tỉnh",
    "Lãnh đạo Văn phòng, các phòng chuyên viên",
    "UBND tỉnh (b/c)",
    "Lưu trữ lịch sử tỉnh",
    "Cổng Thông tin điện tử",
)


@functools.cache
def bodies(*, unknown: bool) -> st.SearchStrategy[m.Body]:
    """Bodies that the tables know, classes of bodies, and with *unknown*, some that nobody knows."""
    named = st.sampled_from(KNOWN + (UNKNOWN if unknown else ()))
    return st.builds(m.Body, words=named) | st.builds(
        m.Body, words=st.sampled_from(CLASSES), is_class=st.just(True)
    )


@functools.cache
def body_lists(*, least: int = 0, unknown: bool = True) -> st.SearchStrategy[tuple[m.Body, ...]]:
    """Lists of different bodies."""
    return st.lists(
        bodies(unknown=unknown), min_size=least, max_size=3, unique_by=lambda body: body.words
    ).map(tuple)


def _said_times(year: int) -> tuple[tuple[str, dict[str, object]], ...]:
    """Return times as offices write them, each with what it says."""
    return (
        (f"Quý II năm {year}", {"kind": "range", "start": m.Month(year=year, month=4), "end": m.Month(year=year, month=6)}),
        ("Mỗi tháng hai kỳ", {"kind": "recurring", "every": "month", "times": 2}),
        ("Tháng 04 và tháng 08", {"kind": "months", "months": (4, 8)}),
        ("Hằng tuần", {"kind": "recurring", "every": "week"}),
        ("Thường xuyên", {"kind": "all_year"}),
        (f"Trước ngày 15/12/{year}", {"kind": "once", "end": dt.date(year, 12, 15)}),
        (
            f"Bắt đầu từ tháng 04 năm {year} và kết thúc vào tháng 10",
            {"kind": "range", "start": m.Month(year=year, month=4), "end": m.Month(year=year, month=10)},
        ),
        ("03 lần/năm", {"kind": "recurring", "every": "year", "times": 3}),
    )  # fmt: skip


@st.composite
def schedules(draw: st.DrawFn, year: int) -> m.Schedule:
    """Schedules of every kind without words of their own, and words that give no day."""
    days = st.dates(dt.date(year, 1, 1), dt.date(year, 12, 31))
    months = st.builds(m.Month, year=st.just(year), month=st.integers(1, 12))
    kind = draw(
        st.sampled_from(
            ["once", "latest", "range", "from", "until", "months", "recurring", "all_year", "words", "said"]
        )
    )
    first, last = sorted([draw(days), draw(days)])
    early, late = sorted([draw(months), draw(months)])
    whole_days = draw(st.booleans())
    start, end = (first, last) if whole_days else (early, late)
    rhythm: dict[str, object] = {
        "every": draw(st.sampled_from(["day", "week", "month", "quarter", "half_year", "year"]))
    }
    rhythm["times"] = draw(st.none() | st.integers(1, 12))
    match kind:
        case "once":
            return m.Schedule(kind="once", start=start)
        case "latest":
            return m.Schedule(kind="once", end=end)
        case "range":
            return m.Schedule(kind="range", start=start, end=end)
        case "from":
            return m.Schedule(kind="range", start=start)
        case "until":
            return m.Schedule(kind="range", end=end)
        case "months":
            listed = draw(st.sets(st.integers(1, 12), min_size=1, max_size=4))
            return m.Schedule(kind="months", months=tuple(sorted(listed)))
        case "recurring":
            bounds = draw(st.sampled_from([{}, {"start": start, "end": end}, {"start": start}, {"end": end}]))
            return m.Schedule(kind="recurring", **rhythm, **bounds)  # type: ignore[arg-type]
        case "all_year":
            bounds = draw(st.sampled_from([{}, {"start": start, "end": end}]))
            return m.Schedule(kind="all_year", **bounds)  # type: ignore[arg-type]
    if kind == "said":
        words, said = draw(st.sampled_from(_said_times(year)))
        return m.Schedule(words=words, **said)  # type: ignore[arg-type]
    return m.Schedule(kind="words", words=draw(st.sampled_from(LATER)))


@functools.cache
def quantities() -> st.SearchStrategy[m.Quantity]:
    """Whole and decimal quantities, with and without a unit."""
    return st.builds(
        m.Quantity,
        number=st.integers(0, 100_000) | st.decimals(Decimal("0.5"), Decimal(1000), places=1),
        unit=st.sampled_from(
            [
                "",
                "phóng sự",
                "chuyên mục",
                "tờ rơi",
                "người",
                "hội nghị",
                "cuộc khảo sát",
                "video clip",
                "tin, bài",
                "tiểu phẩm",
                "lớp",
                "lượt người",
                "bộ tài liệu hướng dẫn",
            ]
        ),
        at_least=st.booleans(),
    )


@st.composite
def channels(draw: st.DrawFn, year: int, key: str) -> m.Channel:
    """Channels that say at least when, how much, by whom or what, so that they can be told from other points."""
    some = {
        "schedule": draw(st.none() | schedules(year)),
        "quantity": draw(st.none() | quantities()),
        "lead": draw(body_lists()),
        "partners": draw(body_lists()),
        **{
            name: draw(st.just("") | st.sampled_from(TEXTS))
            for name in ("audience", "content", "method", "budget")
        },
    }
    timed = isinstance(some["schedule"], m.Schedule) and some["schedule"].kind != "words"
    told = any(some[name] for name in ("audience", "content", "method", "budget"))
    if not (timed or told or some["quantity"] or some["lead"] or some["partners"]):
        some["lead"] = draw(body_lists(least=1))
    return m.Channel(id=key, name=draw(st.sampled_from(NAMES)), **some)  # type: ignore[arg-type]


@st.composite
def duties(draw: st.DrawFn, year: int, key: str, channel: str = "") -> m.Assignment:
    """Duties of every role, with partners whom the tables know, times, products and receivers of reports."""
    role: m.AssignmentRole = draw(st.sampled_from(get_args(m.AssignmentRole)))
    task = draw(st.sampled_from(REPORTS if role == "report" else DOINGS))
    partners = draw(body_lists())
    # A receiver who is a partner as well is said once.
    receivers = [words for words in KNOWN if words not in {body.words for body in partners}]
    return m.Assignment(
        id=key,
        bodies=draw(body_lists(least=1)),
        role=role,
        partners=partners,
        task=task,
        schedule=draw(st.none() | schedules(year)),
        product=draw(st.just("") | st.sampled_from(PRODUCTS)),
        reports_to=draw(st.none() | st.sampled_from(receivers).map(lambda words: m.Body(words=words)))
        if role != "implement"
        else None,
        channel=channel,
    )


@functools.cache
def bases() -> st.SearchStrategy[m.LegalBasis]:
    """Documents of the Party, the Government and the province, with all that a citation says."""
    known = (
        ("Nghị quyết", "76/NQ-CP", dt.date(2021, 7, 15), "Chính phủ", "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030"),
        ("Chỉ thị", "23/CT-TTg", dt.date(2021, 9, 2), "Thủ tướng Chính phủ", "về việc đẩy mạnh thực hiện Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030"),
        ("Quyết định", "2084/QĐ-UBND", dt.date(2021, 9, 28), "UBND tỉnh", "ban hành Kế hoạch cải cách hành chính giai đoạn 2021 - 2025"),
        ("Nghị quyết", "01-NQ/TU", dt.date(2021, 11, 4), "Tỉnh ủy", "về đẩy mạnh cải cách hành chính"),
        ("Nghị định", "61/2018/NĐ-CP", dt.date(2018, 4, 23), "Chính phủ", "về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính"),
    )  # fmt: skip
    use = st.sampled_from(["basis", "implements", None])
    return st.sampled_from(known).flatmap(
        lambda one: st.builds(
            m.LegalBasis,
            kind=st.just(one[0]),
            number=st.just(one[1]),
            date=st.just(one[2]),
            issuer=st.just(one[3]),
            title=st.just(one[4]),
            use=use,
        )
    )


@st.composite
def points(draw: st.DrawFn, year: int, role: str, count: list[int]) -> m.Item:
    """A point of a part: with words, or with facts where the part states them."""

    def key() -> str:
        count[0] += 1
        return f"k{count[0]}"

    if role == "channels":
        match draw(st.sampled_from(["facts", "facts", "words", "group", "duties"])):
            case "facts":
                return m.Item(facts=(draw(channels(year, key())),))
            case "words":
                named = draw(st.lists(st.sampled_from(MEDIA), min_size=1, max_size=3, unique=True))
                return m.Item(
                    words=f"Tuyên truyền trên {', '.join(named)}.",
                    facts=tuple(m.Channel(id=key(), name=name) for name in named),
                )
            case "group":
                below = tuple(
                    m.Item(facts=(draw(channels(year, key())),)) for _ in range(draw(st.integers(1, 3)))
                )
                if draw(st.booleans()):
                    below = (m.Item(label="Trên báo chí", items=below),)
                return m.Item(label="Tuyên truyền trực quan và trên báo chí", items=below)
        name = key()
        below = tuple(
            m.Item(facts=(draw(duties(year, key(), name)),)) for _ in range(draw(st.integers(1, 2)))
        )
        return m.Item(facts=(draw(channels(year, name)),), items=below)
    if role in ("duties", "organisation", "reporting"):
        match draw(st.sampled_from(["facts", "many", "body", "label", "words"])):
            case "facts":
                return m.Item(facts=(draw(duties(year, key())),))
            case "many":
                return m.Item(facts=tuple(draw(duties(year, key())) for _ in range(draw(st.integers(2, 3)))))
            case "body":
                doer = draw(bodies(unknown=True))
                return m.Item(
                    label=_capital(doer).words,
                    facts=tuple(
                        attrs.evolve(draw(duties(year, key())), bodies=(_capital(doer),))
                        for _ in range(draw(st.integers(1, 3)))
                    ),
                )
            case "label":
                doer = draw(bodies(unknown=True))
                duty = draw(duties(year, key()))
                return m.Item(
                    label=doer.words[:1].upper() + doer.words[1:],
                    words="Xây dựng kế hoạch của cơ quan, đơn vị.",
                    facts=(
                        m.Assignment(
                            id=duty.id, bodies=(_capital(doer),), task="Xây dựng kế hoạch của cơ quan, đơn vị"
                        ),
                    ),
                )
        return m.Item(
            words="Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch.",
            facts=(
                m.Assignment(
                    id=key(),
                    bodies=(m.Body(words="Sở Nội vụ"),),
                    task="theo dõi, đôn đốc việc thực hiện Kế hoạch",
                ),
            ),
        )
    if draw(st.sampled_from([True, False])):
        told = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2, unique=True))
        return m.Item(
            label="Đối với cán bộ, công chức, viên chức", items=tuple(m.Item(words=words) for words in told)
        )
    return m.Item(words=draw(st.sampled_from(SENTENCES)))


def _capital(body: m.Body) -> m.Body:
    return m.Body(words=body.words[:1].upper() + body.words[1:], is_class=body.is_class)


@st.composite
def parts(draw: st.DrawFn, sections: tuple[Section, ...], year: int, count: list[int]) -> tuple[m.Item, ...]:
    """Parts for *sections*, in their order, each with one to three points."""
    made = []
    for section in sections:
        if section.sections:
            below = draw(parts(section.sections, year, count))
        elif section.role == "schedule":
            below = (m.Item(words=f"Thường xuyên trong năm {year}.", marked=False),)
        elif draw(st.booleans()) or section.role in ("channels", "duties"):
            below = tuple(draw(points(year, section.role, count)) for _ in range(draw(st.integers(1, 3))))
        else:
            below = ()
        if below:
            made.append(m.Item(role=section.role, label=section.heading, items=below))
    return tuple(made)


@st.composite
def plans(draw: st.DrawFn, template: Template) -> m.Plan:
    """Plans that *template* prints in full: drafts and issued ones, alone and with a decision."""
    level = draw(st.sampled_from([one for one in template.levels if one in _LEVELS]))
    province = template.province or "son-la"
    issuer, code, superior, place = ISSUERS[province].get(level) or _unit(province, level, template)
    day = _day(draw, template)
    year = draw(st.sampled_from([day.year, day.year + 1]))
    kind: m.Kind = draw(st.sampled_from(get_args(m.Kind)))
    number = draw(st.none() | st.sampled_from(["127", "05", "30c", "1489"]))
    status: m.Status = draw(st.sampled_from(get_args(m.Status)))
    rests = draw(st.lists(bases(), min_size=1, max_size=4, unique_by=lambda one: one.number))
    symbol = f"{kind}-{'UBND' if level != 'department' else 'SNV'}"
    return m.Plan(
        id="ke-hoach",
        kind=kind,
        status=status,
        year=year,
        level=level,
        issuer=m.Body(words=issuer, code=code),
        parent_body=m.Body(words=superior) if superior else None,
        number=number,
        symbol=symbol,
        place=place,
        date=day,
        subject=draw(st.sampled_from(["Công tác thông tin, tuyên truyền cải cách hành chính nhà nước năm {}", "Cải cách hành chính năm {}", "Tuyên truyền cải cách hành chính năm {} và định hướng đến năm 2030", "Tuyên truyền cải cách hành chính năm {}", "Về việc tuyên truyền cải cách hành chính năm {}", "Truyền thông, tuyên truyền về cải cách hành chính năm {}"])).format(year),
        bases=tuple(rests[:3]),
        parent_plans=tuple(rests[3:]),
        parts=draw(parts(template.sections, year, [0])),
        closing=draw(st.just("") | st.just("Trong quá trình thực hiện, nếu có khó khăn, các cơ quan phản ánh về Sở Nội vụ để tổng hợp.")),
        recipients=tuple(m.Body(words=words) for words in draw(st.lists(st.sampled_from(RECIPIENTS), max_size=4, unique=True))),
        archive="VT",
        signature=draw(signatures(level)),
        annex=draw(st.booleans()),
    )  # fmt: skip


def _day(draw: st.DrawFn, template: Template) -> dt.date:
    first = max(template.since or dt.date(2016, 1, 1), dt.date(2016, 1, 1))
    last = min((template.until or dt.date(2027, 1, 1)) - dt.timedelta(days=1), dt.date(2026, 12, 31))
    return draw(st.dates(first, last))


def _unit(province: str, level: str, template: Template) -> tuple[str, str, None, str]:
    """Return a committee of *level* of the province on a day that *template* serves."""
    knowledge = registry().knowledge
    day = template.since or (template.until or dt.date(2027, 1, 1)) - dt.timedelta(days=1)
    spans = next(one for one in knowledge.provinces if one.key == province).spans
    code = next(span.code for span in spans if (span.until is None or day < span.until))
    for unit in knowledge.units(level, day, within=code):  # type: ignore[arg-type]
        if len(knowledge.units_named(unit.full_name, day)) == 1:
            return f"Ủy ban nhân dân {unit.full_name}", unit.code, None, unit.name
    raise AssertionError(f"no {level} in {province}")


@functools.cache
def signatures(level: str) -> st.SearchStrategy[m.Signature | None]:
    """Who signs: for the committee, for its head, or none."""
    if level == "department":
        made = st.builds(
            m.Signature,
            authority=st.sampled_from([(), ("KT. GIÁM ĐỐC",)]),
            position=st.sampled_from(["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Q. GIÁM ĐỐC"]),
            name=st.sampled_from(["", "Nguyễn Văn Ánh"]),
        )
    else:
        made = st.builds(
            m.Signature,
            authority=st.sampled_from([("TM. ỦY BAN NHÂN DÂN",), ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")]),
            position=st.sampled_from(["CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
            name=st.sampled_from(["", "Lê Thị Hoà", "Trần Lê Đoài"]),
        )
    return st.none() | made
