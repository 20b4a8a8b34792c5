"""Whatever spelling a citation is written in, it is read as what it says."""

from __future__ import annotations

import datetime as dt
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cchc.citations import cite, find_citations
from cchc.model import LegalBasis
from cchc.text import document_number, long_date, short_date

# type, code, organ, bodies that sign so
STATE = [
    ("Nghị quyết", "NQ", "CP", ("Chính phủ",)),
    ("Nghị quyết", "NQ", "HĐND", ("Hội đồng nhân dân tỉnh Sơn La", "HĐND xã Vân Hồ", "HĐND huyện")),
    ("Quyết định", "QĐ", "TTg", ("Thủ tướng Chính phủ",)),
    (
        "Quyết định",
        "QĐ",
        "UBND",
        ("UBND tỉnh", "Ủy ban nhân dân thành phố Cần Thơ", "Chủ tịch UBND huyện Hướng Hóa"),
    ),
    ("Quyết định", "QĐ", "BNV", ("Bộ Nội vụ", "Bộ trưởng Bộ Nội vụ")),
    ("Kế hoạch", "KH", "UBND", ("UBND huyện", "UBND thị trấn Khe Sanh", "Ủy ban nhân dân phường Ninh Kiều")),
    ("Kế hoạch", "KH", "SVHTTDL", ("Sở Văn hóa, Thể thao và Du lịch",)),
    ("Chỉ thị", "CT", "TTg", ("Thủ tướng Chính phủ",)),
    ("Chương trình hành động", "CTr", "UBND", ("UBND tỉnh Bà Rịa - Vũng Tàu",)),
    ("Tờ trình", "TTr", "SNV", ("Sở Nội vụ", "Giám đốc Sở Nội vụ")),
    ("Công điện", "CĐ", "TTg", ("Thủ tướng Chính phủ",)),
    ("Báo cáo", "BC", "STP", ("Sở Tư pháp tỉnh Nam Định",)),
]
LEGAL = [
    ("Nghị định", "NĐ", "CP", ("Chính phủ",)),
    ("Thông tư", "TT", "BNV", ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ")),
    ("Quyết định", "QĐ", "UBND", ("UBND tỉnh Quảng Trị",)),
    ("Nghị quyết", "NQ", "HĐND", ("HĐND tỉnh",)),
]
PARTY = [
    ("Nghị quyết", "NQ", "TW", ("Bộ Chính trị", "Ban Chấp hành Trung ương Đảng khóa XII")),
    ("Chỉ thị", "CT", "HU", ("Ban Thường vụ huyện ủy", "Huyện ủy Vân Hồ")),
    ("Nghị quyết", "NQ", "TU", ("Tỉnh ủy", "Ban Chấp hành Đảng bộ tỉnh")),
    ("Kết luận", "KL", "TW", ("Ban Bí thư",)),
    ("Hướng dẫn", "HD", "VPTW", ("Văn phòng Trung ương Đảng",)),
]
LETTERS = [
    ("Công văn", "BNV-CCHC", ("Bộ Nội vụ",)),
    ("Công văn", "SNV-CCHC&PC", ("Sở Nội vụ",)),
    ("Văn bản", "UBND-KSTT", ("UBND thành phố Hồ Chí Minh",)),
]
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2026, 12, 31))
DATES = [
    long_date,
    lambda day: f"ngày {short_date(day)}",
    lambda day: f"ngày {day:%d/%m/%Y}",
    lambda day: f"ngày {day.day}.{day.month}.{day.year}",
    lambda day: f"ngày {day.day}-{day.month}-{day.year}",
    lambda day: f"ngày {day.day} tháng {day.month} năm {day.year}",
    lambda day: f"ngày  {day.day:02d} tháng\u00a0{day.month:02d} năm {day.year}",
]
BEFORE = ("", "Căn cứ ", "Thực hiện ", "Theo ", "Tiếp tục triển khai ", "1. ", "- ", "(Kèm theo ", "Trích ")
AFTER = (
    "",
    ";",
    ".",
    ", các đơn vị triển khai.",
    " về việc cải cách hành chính;",
    " và các văn bản liên quan.",
)
SAID = (" số ", " số: ", " Số ", " ", " số\u00a0", " số\n", " số  ")


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, str, str, str, str]:
    """Draw type, digits as printed, spelled number, normal form, body."""
    digits = str(draw(st.integers(1, 9999)))
    digits = draw(st.sampled_from((digits, document_number(digits))))
    normal = document_number(digits)
    family = draw(st.sampled_from(("state", "legal", "party", "letter")))
    slash = draw(st.sampled_from(("/", " /", "/ ", " / ", "/\n")))
    if family == "letter":
        kind, symbol, bodies = draw(st.sampled_from(LETTERS))
        gap = draw(st.sampled_from(("-", "- ", " -", " - ")))
        return (
            kind,
            f"{digits}{slash}{symbol.replace('-', gap)}",
            f"{normal}/{symbol}",
            family,
            draw(st.sampled_from(bodies)),
        )
    kind, code, organ, bodies = draw(
        st.sampled_from({"state": STATE, "legal": LEGAL, "party": PARTY}[family])
    )
    body = draw(st.sampled_from(bodies))
    hyphen = draw(st.sampled_from(("-", "- ", " - ", "-\n", "\u2013", "\u2011")))
    if family == "party":
        text = draw(st.sampled_from((f"{digits}{hyphen}{code}{slash}{organ}", f"{digits}/{code}-{organ}")))
        return kind, text, f"{normal}-{code}/{organ}", family, body
    if family == "legal":
        year = draw(st.integers(1998, 2026))
        joint = draw(st.sampled_from((hyphen, "/")))
        return (
            kind,
            f"{digits}{slash}{year}/{code}{joint}{organ}",
            f"{normal}/{year}/{code}-{organ}",
            family,
            body,
        )
    letter = draw(st.sampled_from(("", "", "", "a", "c", "đ")))
    spelled = draw(st.sampled_from((f"{code}{hyphen}{organ}", f"{code}/{organ}", f"{code.upper()}-{organ}")))
    swapped = draw(st.sampled_from((f"{digits}{letter}{slash}{spelled}", f"{digits}{letter}-{code}/{organ}")))
    if organ == "SVHTTDL":
        # A code that nobody knows is read as printed where the hyphen and slash of the Party stand in it.
        swapped = f"{digits}{letter}{slash}{code}{hyphen}{organ}"
    return kind, swapped, f"{normal}{letter}/{code}-{organ}", family, body


@given(
    numbers(),
    DAYS,
    st.sampled_from(DATES),
    st.sampled_from(SAID),
    st.sampled_from(BEFORE),
    st.sampled_from(AFTER),
    st.sampled_from(("day body", "body day", "day", "body", "")),
    st.sampled_from(("NFC", "NFD")),
    st.booleans(),
)
def test_every_spelling_is_read_as_what_it_says(number, day, write, said, before, after, order, form, eth):
    """Type, number, day and body come back exactly, and the span is that of the words."""
    kind, spelled, normal, _, body = number
    parts = {"day": write(day), "body": f"của {body}"}
    core = f"{kind}{said}{spelled}" + "".join(f" {parts[name]}" for name in order.split())
    text = before + core + after
    if eth:
        text, core = text.replace("Đ", "Ð"), core.replace("Đ", "Ð")
    text, core = unicodedata.normalize(form, text), unicodedata.normalize(form, core)

    found = find_citations(text)

    implied = {"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ"}.get(normal.rpartition("-")[2])
    expected = (kind, normal, day if "day" in order else None, body if "body" in order else implied)
    assert [expected] == [
        (one.basis.kind, one.basis.number, one.basis.date, one.basis.issuer) for one in found
    ]
    assert text[found[0].start :].startswith(core)
    assert text[found[0].start : found[0].end] == found[0].basis.words


@given(
    numbers(),
    DAYS,
    st.sampled_from(("full", "full_short_date")),
    st.sampled_from(("", "về việc đẩy mạnh cải cách hành chính")),
)
def test_what_is_written_is_found_again(number, day, style, title):
    """``find_citations(cite(basis))`` gives the basis back, with the words that were written."""
    kind, _, normal, _, body = number
    basis = LegalBasis(kind=kind, number=normal, date=day, issuer=body, title=title)

    written = cite(basis, style)

    (found,) = find_citations(written)
    assert (
        LegalBasis(words=written, kind=kind, number=normal, date=day, issuer=body, title=title) == found.basis
    )


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text):
    """Spans lie in the text, in order, and hold the words."""
    found = find_citations(text)

    assert sorted(found, key=lambda one: one.start) == list(found)
    assert all(text[one.start : one.end] == one.basis.words and one.basis.words for one in found)


@given(st.lists(st.sampled_from((
    "Nghị định", "số", "30", "/", "2020", "NĐ-CP", "ngày", "05/3/2020", "của", "Chính phủ", "Luật", "Viên chức", ",", "và", "\n",
    "Điều 5", "khoản", "về", "sửa đổi", "(", ")", "này", "76-NQ/TW", "của tỉnh", ";", ".", "UBND", "Quyết định",
)), max_size=40))  # fmt: skip
def test_no_jumble_of_its_own_words_makes_it_fail(words):
    """Nested ones point before themselves, amended ones into the result."""
    text = " ".join(words)

    found = find_citations(text, issuer="UBND tỉnh Sơn La")

    assert all(text[one.start : one.end] == one.basis.words for one in found)
    assert all(one.within is None or one.within < index for index, one in enumerate(found))
    assert all(0 <= other < len(found) for one in found for other in one.amends)
