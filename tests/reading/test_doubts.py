"""The reference has each doubt of the reader, with how much it weighs; each is said in two languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cchc.diagnostics import Location
from cchc.reading._doubts import DOUBTS, doubt
from tests.reading.held_out import TEXTS
from tests.reading.reader import read

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "reading.md"


def test_the_page_has_each_doubt_with_its_weight() -> None:
    """Codes and severities of the table are those of the code."""
    rows = re.findall(
        r"^\| `(CR0[12][0-9])` \| (info|warning|error) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )

    assert {code: one.severity.name.lower() for code, one in DOUBTS.items()} == dict(rows)


def test_a_doubt_fills_both_its_sentences() -> None:
    """No field of a sentence stays open."""
    said = doubt("CR015", Location(file="x", start=0, end=1), marker="4.", before="2.")

    assert "«4.»" in said.vi
    assert "'2.'" in said.en


SLIPS = {
    "CR011": ("Gồm 03 nội dung:", "Gồm 05 nội dung:"),
    "CR012": ("II. NỘI DUNG TUYÊN TRUYỀN", "II. BỐI CẢNH CHUNG"),
    "CR013": ("2) Sở Nội vụ chủ trì", "2) Đề nghị Công ty Ánh Dương chủ trì"),
    "CR014": ("Tháng 6 năm 2022", "Theo tiến độ chung"),
    "CR015": ("2) Tiết kiệm.", "4) Tiết kiệm."),
    "CR016": ("2) Tiết kiệm.", "2. Tiết kiệm."),
    "CR017": ("ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ", "BAN QUẢN LÝ KHU DU LỊCH XANH"),
    "CR019": (" năm 2022\n\nThực hiện", "\n\nThực hiện"),
    "CR020": ("2) Tiết kiệm.", f"2) {'Tiết kiệm, ' * 500}."),
}


@pytest.mark.parametrize("code", SLIPS)
def test_what_is_in_doubt_is_said(code: str) -> None:
    """One slip in a text that has none of that kind."""
    text = TEXTS["annex with a table of its own"]
    before, after = SLIPS[code]

    assert before in text
    assert code not in {one.code for one in read(text).diagnostics}
    assert code in {one.code for one in read(text.replace(before, after)).diagnostics}
