"""Heads and feet of documents of the family: other kinds, other bodies than committees, several that issue and sign."""

from __future__ import annotations

import pytest

from cchc.model import Plan
from tests.reading.reader import read

BODY = """
Căn cứ Quyết định số 15/QĐ-UBND ngày 05/01/2023 của UBND tỉnh về cải cách hành chính;

I. MỤC ĐÍCH
1. Nâng cao nhận thức của người dân về thủ tục hành chính năm 2023.

II. HÌNH THỨC TUYÊN TRUYỀN
1. Tuyên truyền trên Trang thông tin điện tử của đơn vị.
"""

ONE_BLANK = f"""UBND TỈNH QUẢNG NINH CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN CÔ TÔ Độc lập - Tự do - Hạnh phúc
Số: 17/KH-UBND Cô Tô, ngày 09 tháng 02 năm 2023
KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2023
{BODY}
Nơi nhận: KT. CHỦ TỊCH
- UBND tỉnh (b/c); PHÓ CHỦ TỊCH
- Các phòng, ban;
- UBND xã Thanh Lân; (đã ký)
- Trạm Y tế xã; Lê Thị Hải Yến
- Lưu: VT, NV.
"""

PARTY = f"""ĐẢNG BỘ TỈNH HÀ NAM
THỊ ỦY DUY TIÊN
*
Số 21-KH/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Duy Tiên, ngày 14 tháng 3 năm 2023
KẾ HOẠCH
tuyên truyền cải cách hành chính năm 2023
-----
{BODY}
Nơi nhận:
- Tỉnh ủy (để báo cáo),
- Các chi bộ trực thuộc,
- Lưu Văn phòng Thị ủy.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Quốc Vượng
"""

YOUTH = f"""TỈNH ĐOÀN LÀO CAI
***
Số: 55-KH/TĐTN-BTG
ĐOÀN TNCS HỒ CHÍ MINH
Lào Cai, ngày 02 tháng 3 năm 2023
KẾ HOẠCH
Thanh niên tham gia cải cách hành chính năm 2023
{BODY}
Nơi nhận:
- TW Đoàn;
- Lưu: VP.
TM. BAN THƯỜNG VỤ
BÍ THƯ
Hà Đức Minh
"""

JOINT = f"""SỞ TƯ PHÁP TỈNH LÀO CAI
HỘI NÔNG DÂN TỈNH
Số: 03/CTrPH-STP-HND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lào Cai, ngày 20 tháng 4 năm 2023
CHƯƠNG TRÌNH PHỐI HỢP
Tuyên truyền, phổ biến thủ tục hành chính cho nông dân năm 2023
{BODY}
TM. BAN THƯỜNG VỤ
HỘI NÔNG DÂN TỈNH
CHỦ TỊCH
Giàng Thị Mỷ
SỞ TƯ PHÁP
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Vũ Đình Khang
Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT STP, HND.
"""

SCHEME = f"""UBND TỈNH LÀO CAI
SỞ KH&CN LÀO CAI
Số: 44/ĐA-SKHCN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lào Cai, ngày 20 tháng 4 năm 2023
ĐỀ ÁN
Đổi mới truyền thông về chuyển đổi số năm 2023
{BODY}
TL. GIÁM ĐỐC
TRƯỞNG PHÒNG CHUYỂN ĐỔI SỐ
VÀ AN TOÀN THÔNG TIN
Vũ Đình Khang
Nơi nhận
UBND tỉnh (b/c)
Các phòng, đơn vị thuộc Sở
Lưu VT, CĐS
"""

DRAFT = f"""ỦY BAN NHÂN DÂN
HUYỆN CÔ TÔ
Số:       /KH-UBND
"V/v tuyên truyền cải cách hành chính năm 2023"

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cô Tô, ngày      tháng 3 năm 2023

KẾ HOẠCH
TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2023
{BODY}
"""


LAST_WORDS = (
    ONE_BLANK.replace("ngày 09 tháng 02 năm 2023", "ngày 09/02/2023")
    .replace("(b/c); PHÓ", "PHÓ")
    .replace("Trạm Y tế xã; Lê Thị Hải Yến", "Trạm Y tế xã;")
    .replace("VT, NV.", "VT, NV. Lê Thị Hải Yến")
)

IN_CAPITALS = ONE_BLANK.replace("- Trạm Y tế xã; Lê Thị Hải Yến", "- TT. HĐND, UBND;\nLê Thị Hải Yến")


def head(plan: Plan) -> tuple[object, ...]:
    """Return who issued *plan*, who is above, number, symbol, place and subject."""
    above = plan.parent_body.words if plan.parent_body else None
    return plan.issuer.words, above, plan.number, plan.symbol, plan.place, plan.subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ONE_BLANK, ("Ủy ban nhân dân huyện Cô Tô", "UBND tỉnh Quảng Ninh", "17", "KH-UBND", "Cô Tô", "Tuyên truyền cải cách hành chính năm 2023")),
        (PARTY, ("Thị ủy Duy Tiên", "Đảng bộ tỉnh Hà Nam", "21", "KH/TU", "Duy Tiên", "tuyên truyền cải cách hành chính năm 2023")),
        (YOUTH, ("Tỉnh đoàn Lào Cai", None, "55", "KH/TĐTN-BTG", "Lào Cai", "Thanh niên tham gia cải cách hành chính năm 2023")),
        (JOINT, ("Sở Tư pháp tỉnh Lào Cai, Hội Nông dân tỉnh", None, "03", "CTrPH-STP-HND", "Lào Cai", "Tuyên truyền, phổ biến thủ tục hành chính cho nông dân năm 2023")),
        (SCHEME, ("Sở KH&CN Lào Cai", "UBND tỉnh Lào Cai", "44", "ĐA-SKHCN", "Lào Cai", "Đổi mới truyền thông về chuyển đổi số năm 2023")),
        (DRAFT, ("Ủy ban nhân dân huyện Cô Tô", None, None, "KH-UBND", "Cô Tô", "TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2023")),
    ],
    ids=["one blank", "Party", "Youth Union", "joint", "scheme", "draft"],
)  # fmt: skip
def test_the_head_is_read(text: str, expected: tuple[object, ...]) -> None:
    """Whatever body issued it, and however its two columns were flattened."""
    assert expected == head(read(text).plan)


@pytest.mark.parametrize(
    ("text", "authority", "position", "name", "recipients", "archive"),
    [
        (ONE_BLANK, ("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Lê Thị Hải Yến",
         ["UBND tỉnh (b/c)", "Các phòng, ban", "UBND xã Thanh Lân", "Trạm Y tế xã"], "VT, NV"),
        (LAST_WORDS, ("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Lê Thị Hải Yến",
         ["UBND tỉnh", "Các phòng, ban", "UBND xã Thanh Lân", "Trạm Y tế xã"], "VT, NV"),
        (IN_CAPITALS, ("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Lê Thị Hải Yến",
         ["UBND tỉnh (b/c)", "Các phòng, ban", "UBND xã Thanh Lân", "TT. HĐND, UBND"], "VT, NV"),
        (PARTY, ("T/M BAN THƯỜNG VỤ",), "PHÓ BÍ THƯ", "Trần Quốc Vượng",
         ["Tỉnh ủy (để báo cáo)", "Các chi bộ trực thuộc"], "Văn phòng Thị ủy"),
        (JOINT, ("TM. BAN THƯỜNG VỤ", "HỘI NÔNG DÂN TỈNH", "CHỦ TỊCH", "Giàng Thị Mỷ", "SỞ TƯ PHÁP", "KT. GIÁM ĐỐC"),
         "PHÓ GIÁM ĐỐC", "Vũ Đình Khang", ["UBND tỉnh (b/c)"], "VT STP, HND"),
        (SCHEME, ("TL. GIÁM ĐỐC",), "TRƯỞNG PHÒNG CHUYỂN ĐỔI SỐ VÀ AN TOÀN THÔNG TIN", "Vũ Đình Khang",
         ["UBND tỉnh (b/c)", "Các phòng, đơn vị thuộc Sở"], "VT, CĐS"),
    ],
    ids=["one blank", "one blank and no mark", "a recipient in capitals", "Party", "two signers", "office over two lines, recipients last"],
)  # fmt: skip
def test_the_foot_is_read(
    text: str, authority: tuple[str, ...], position: str, name: str, recipients: list[str], archive: str
) -> None:
    """Who signed, who gets it, who files it; nobody who signed is lost."""
    plan = read(text).plan
    signed = plan.signature

    assert signed is not None
    assert (authority, position, name) == (signed.authority, signed.position, signed.name)
    assert (recipients, archive) == ([one.words for one in plan.recipients], plan.archive)


@pytest.mark.parametrize("title", ["PHƯƠNG ÁN", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "HƯỚNG DẪN", "KẾ HOẠCH LIÊN NGÀNH"])
def test_another_kind_of_the_family_is_read_as_a_plan(title: str) -> None:
    """And it is said what it was called."""
    reading = read(SCHEME.replace("ĐỀ ÁN", title))

    assert "Đổi mới truyền thông về chuyển đổi số năm 2023" == reading.plan.subject
    assert [title in one.vi for one in reading.diagnostics if one.code == "CR021"] == [True]


def test_a_scheme_may_be_attached_to_a_decision() -> None:
    """Its head is that of the decision, its parts are its own."""
    decision = SCHEME.replace("ĐA-SKHCN", "QĐ-SKHCN").replace(
        "ĐỀ ÁN", "QUYẾT ĐỊNH\nPhê duyệt Đề án\n\nĐiều 1. Phê duyệt kèm theo Quyết định này Đề án.\n\nĐỀ ÁN"
    )
    plan = read(decision).plan

    assert ("QĐ", "QĐ-SKHCN") == (plan.kind, plan.symbol)
    assert ["purpose", "channels"] == [part.role for part in plan.parts]


def test_a_subject_that_is_said_twice_is_left_out_once() -> None:
    """Below the number of a draft, and below its title; nothing is lost in silence."""
    reading = read(DRAFT)

    assert ['"V/v tuyên truyền cải cách hành chính năm 2023"'] == [one.words for one in reading.left_out]
