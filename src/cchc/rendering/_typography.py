"""Spaces that do not break, where official Vietnamese must not be torn apart at the end of a line.

Hyphens stay plain, so that a line may end within a symbol ("KH-UBND"): every hyphen that does not break is another
character, and whoever searches, copies or reads by machine would no longer find the symbol.
"""

from __future__ import annotations

import re
from itertools import groupby

__all__ = ["NO_BREAK", "bind"]

NO_BREAK = "\u00a0"

# What stands before its number or letter: "Điều 5", "điểm a", "Mục IV", "số 76/NQ-CP", "ngày 05", "năm 2026".
_BEFORE = [
    "phần",
    "chương",
    "mục",
    "điều",
    "khoản",
    "điểm",
    "tiết",
    "lục",
    "mẫu",
    "biểu",
    "hình",
    "số",
    "số:",
    "ngày",
    "tháng",
    "năm",
    "quý",
    "kỳ",
    "lần",
    "tuần",
    "đợt",
    "khóa",
    "khoá",
    "trang",
    "quận",
    "phường",
    "tổ",
]
# What stands after its number: "02 lượt", "15 phút".
_AFTER = [
    "%",
    "đồng",
    "nghìn",
    "triệu",
    "tỷ",
    "giờ",
    "phút",
    "giây",
    "buổi",
    "lần",
    "lượt",
    "kỳ",
    "tin",
    "bài",
    "tờ",
    "tấm",
    "cuộc",
    "lớp",
    "người",
    "đơn",
    "bản",
    "km",
    "m",
    "m2",
]

# Every alternative starts at a space, and the text is looked at only around the spaces that have a number beside them.
# Most spaces stand before a word of several letters, which the first question tells from a number in one step.
_BOUND = re.compile(
    " (?:(?![^0-9IVX]\\w)(?=[0-9]|(?:[a-zđ]|[IVX]+)\\b)(?:{before})|(?<=[0-9] )(?=(?:{after})(?!\\w)))".format(
        # A look back has one length.
        before="|".join(
            f"(?<=\\b(?i:{'|'.join(words)}) )" for _, words in groupby(sorted(_BEFORE, key=len), key=len)
        ),
        after="|".join(_AFTER),
    )
)


def bind(text: str) -> str:
    """Return *text* with no-break spaces between a number or letter and what it belongs to.

    Each joins two words only, so that nothing grows too long for a narrow column. Rows of spaces, which are blanks to
    be filled in by hand, stay whole too.
    """
    if "  " in text:
        text = text.replace("  ", NO_BREAK * 2).replace(f"{NO_BREAK} ", NO_BREAK * 2)
    return _BOUND.sub(NO_BREAK, text)
