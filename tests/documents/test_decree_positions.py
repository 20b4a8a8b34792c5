"""Each component of a printed plan stands where the decree's own sample has it, to a millimetre.

The numbers were measured on Mẫu 1.4 (Văn bản có tên loại) of Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, Phụ lục III,
printed by LibreOffice with a face of Times New Roman's metrics. Where the sample and the words of Phụ lục I disagree
(number and place on one line, length of the lines, upright subject), the words win and the note beside says so.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import cchc
from tests.documents.tools import Line, Rule, rules, text_lines

pytestmark = [pytest.mark.slow, pytest.mark.needs("soffice")]

SENTENCE = "Tuyên truyền sâu rộng về nội dung, kết quả của công tác cải cách hành chính đến cán bộ, công chức và Nhân dân. "

PLAN = cchc.Plan(
    id="thu-vi-tri",
    status="issued",
    year=2022,
    level="department",
    issuer=cchc.Body(words="Sở Nội vụ"),
    parent_body=cchc.Body(words="UBND tỉnh Nam Định"),
    number="15",
    symbol="KH-SNV",
    place="Nam Định",
    date=dt.date(2022, 3, 21),
    subject="Tuyên truyền cải cách hành chính năm 2022",
    opening="Mở đầu của kế hoạch. " + SENTENCE * 3,
    parts=tuple(cchc.Item(words=f"Đoạn {n}.", marked=False) for n in range(1, 31)),
    closing="Đoạn cuối của kế hoạch.",
    recipients=(cchc.Body(words="UBND tỉnh"), cchc.Body(words="Các phòng thuộc Sở")),
    archive="VT, CCHC",
    signature=cchc.Signature(position="GIÁM ĐỐC", name="Nguyễn Văn An"),
)

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "", "-Bold", "-Italic", "-BoldItalic"

# Centres of the left and right half of the letterhead, of the text, and of the right half of the signature block.
LEFT, RIGHT, MIDDLE, SIGNER = 63.81, 147.56, 112.5, 141.4

# Text of the line; its baseline; its centre; its face; the sizes that Phụ lục I allows.
HEAD = [
    ("UBND TỈNH NAM ĐỊNH", 29.32, LEFT, REGULAR, (12, 13)),
    ("SỞ NỘI VỤ", 34.57, LEFT, BOLD, (12, 13)),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 29.32, RIGHT, BOLD, (12, 13)),
    ("Độc lập - Tự do - Hạnh phúc", 34.93, RIGHT, BOLD, (13, 14)),
    ("Số: 15/KH-SNV", 45.12, LEFT, REGULAR, (13, 13)),
    ("Nam Định, ngày 21 tháng 3 năm 2022", 46.28, RIGHT, ITALIC, (13, 14)),
    ("KẾ HOẠCH", 63.32, MIDDLE, BOLD, (13, 14)),
    ("Tuyên truyền cải cách hành chính năm 2022", 69.00, MIDDLE, BOLD, (13, 14)),
]


def near(value: float) -> object:
    """Return what equals any number within a millimetre of `value`."""
    return pytest.approx(value, abs=1.0)


@pytest.fixture(scope="module")
def printed(to_pdf, tmp_path_factory) -> Path:
    """Print the plan once for all tests."""
    folder = tmp_path_factory.mktemp("decree")
    source = folder / "plan.docx"
    source.write_bytes(cchc.render(PLAN, "docx", template="as_read"))
    return to_pdf(source, folder=folder)[0]


@pytest.fixture(scope="module")
def lines(printed) -> list[Line]:
    """Return the lines of text of the printed plan."""
    return text_lines(printed)


def one(lines: list[Line], text: str) -> Line:
    """Return the one line with this text."""
    (line,) = (line for line in lines if line.text == text)
    return line


@pytest.mark.parametrize(("text", "baseline", "centre", "face", "sizes"), HEAD, ids=[row[0] for row in HEAD])
def test_head(lines, text, baseline, centre, face, sizes):
    """A component of the head has the sample's place, and the face and size of the rules."""
    line = one(lines, text)
    smallest, largest = sizes

    assert (near(baseline), near(centre)) == (line.baseline, line.centre)
    assert [f"LiberationSerif{face}"] == [name for name, _ in line.fonts]
    assert all(smallest <= size <= largest for _, size in line.fonts)


def test_number_and_place_share_a_line(lines):
    """Number and place with date stand on one line, as Phụ lục I says; in the sample they are 1.2 mm apart."""
    number = one(lines, "Số: 15/KH-SNV")

    assert number.baseline == pytest.approx(
        one(lines, "Nam Định, ngày 21 tháng 3 năm 2022").baseline, abs=0.2
    )


def between(found: list[Rule], top: float, bottom: float) -> Rule:
    """Return the one rule of page 1 between two heights of the same half of the page."""
    (rule,) = (rule for rule in found if rule.page == 1 and top < rule.y < bottom)
    return rule


def test_line_under_the_issuer(printed, lines):
    """The line under the issuer is a third to a half as long as its name."""
    issuer = one(lines, "SỞ NỘI VỤ")
    rule = between([rule for rule in rules(printed) if rule.centre < 90], 35, 45)

    assert (rule.y, rule.centre) == (near(38.36), near(LEFT))
    assert 1 / 3 - 0.02 <= rule.length / (issuer.right - issuer.left) <= 1 / 2 + 0.02


def test_line_under_the_motto(printed, lines):
    """The line under the motto is as long as the motto, as Phụ lục I says; in the sample it is 3 mm shorter."""
    motto = one(lines, "Độc lập - Tự do - Hạnh phúc")
    rule = between([rule for rule in rules(printed) if rule.centre > 120], 35, 45)

    assert (rule.y, rule.left, rule.right) == (near(38.99), near(motto.left), near(motto.right))


def test_line_under_the_subject(printed, lines):
    """The line under the subject is a third to a half as long as the subject."""
    subject = one(lines, "Tuyên truyền cải cách hành chính năm 2022")
    rule = between(rules(printed), 69, 82)

    assert (rule.y, rule.centre) == (near(73.06), near(MIDDLE))
    assert 1 / 3 - 0.02 <= rule.length / (subject.right - subject.left) <= 1 / 2 + 0.02


def test_body(lines):
    """The body is justified between the margins; first lines are indented by 10 mm; lines and gaps are the sample's."""
    start = next(index for index, line in enumerate(lines) if line.text.startswith("Mở đầu"))
    first, second = lines[start : start + 2]

    assert (first.baseline, first.left, first.right) == (near(82.48), near(45.05), near(190.0))
    assert (second.baseline - first.baseline, second.left) == (pytest.approx(5.68, abs=0.1), near(35.07))
    assert one(lines, "Đoạn 2.").baseline - one(lines, "Đoạn 1.").baseline == pytest.approx(7.79, abs=0.1)
    assert {("LiberationSerif", 14.0)} == {font for line in (first, second) for font in line.fonts}


def test_page_is_filled_to_the_margin(lines):
    """Page 1 ends within a paragraph of the lower margin of 20 mm."""
    last = max(line.baseline for line in lines if line.page == 1)

    assert 277 - 10 < last < 277


def test_page_number(lines):
    """The number of the page stands in the middle of the upper margin, and not on page 1."""
    (number,) = (line for line in lines if line.baseline < 25)

    assert (number.page, number.text) == (2, "2")
    assert (number.baseline, number.centre) == (near(14.64), near(MIDDLE))
    assert number.fonts == (("LiberationSerif", 14.0),)


def test_signature_block(lines):
    """Office, recipients and name stand as far below the last line of the text as in the sample."""
    last = next(line for line in lines if line.text.startswith("Đoạn cuối của kế hoạch"))
    office, name = one(lines, "GIÁM ĐỐC"), one(lines, "Nguyễn Văn An")

    assert last.text.endswith("./.")
    assert (office.baseline - last.baseline, office.centre) == (near(15.06), near(SIGNER))
    assert (name.baseline - office.baseline, name.centre) == (near(24.31), near(SIGNER))
    assert {"LiberationSerif-Bold"} == {face for line in (office, name) for face, _ in line.fonts}
    assert all(13 <= size <= 14 for line in (office, name) for _, size in line.fonts)


def test_recipients(lines):
    """The list of recipients stands at the left margin, level with the office, in its small sizes."""
    last = next(line for line in lines if line.text.startswith("Đoạn cuối của kế hoạch"))
    label = one(lines, "Nơi nhận:")
    entries = [line for line in lines if line.page == label.page and line.text.startswith("- ")]

    assert (label.baseline - last.baseline, label.left) == (near(14.74), near(35.07))
    assert label.fonts == (("LiberationSerif-BoldItalic", 12.0),)
    assert [line.text for line in entries] == ["- UBND tỉnh;", "- Các phòng thuộc Sở;", "- Lưu: VT, CCHC."]
    assert [line.baseline - label.baseline for line in entries] == [near(4.52), near(8.98), near(13.44)]
    assert [line.left for line in entries] == [near(35.07)] * 3
    assert {("LiberationSerif", 11.0)} == {font for line in entries for font in line.fonts}
