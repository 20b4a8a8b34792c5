"""What the symbol of a number says of who issued the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cchc.citations._issuers import IMPLIED

if TYPE_CHECKING:
    from cchc.citations._numbers import Number

# Symbols whose bodies are known by their first words, and those words.
_OWN_SYMBOLS = tuple(
    (re.compile(symbols), re.compile(names, re.IGNORECASE))
    for symbols, names in (
        ("CP", "Chính phủ"),
        ("TTg", "Thủ tướng"),
        ("QH|UBTVQH", "Quốc hội"),
        (
            "UBND|UB|UBHC",
            "UBND|UB ?ND|(?:Ủy|Uỷ) ban|Chủ tịch|^(?:tỉnh|thành phố|huyện|quận|thị|xã|phường|đặc khu)",
        ),
        ("HĐND", "HĐND|Hội đồng|^(?:tỉnh|thành phố|huyện|quận|thị|xã|phường|đặc khu)"),
        (
            "B(?:NV|TC|TP|CA|QP|NG|YT|XD|CT|KHCN|GDĐT|VHTTDL|TTTT|KHĐT|GTVT|TNMT|NNPTNT|NNMT|LĐTBXH|DTTG)",
            "Bộ|Liên",
        ),
        ("VP[A-ZĐ]*", "Văn phòng|VP"),
        (
            "S(?:NV|TC|TP|YT|XD|CT|GDĐT|KHCN|VHTTDL|VHTT|DL|TTTT|KHĐT|GTVT|TNMT|NNPTNT|NNMT|LĐTBXH|DTTG)",
            "Sở|Liên",
        ),
    )
)
# What a ministry or department is for; its first letter stands in the symbol, STC, BGDĐT.
_FIELD = re.compile(r"(?:Bộ|Sở)(?:\s+trưởng\s+Bộ)?\s+(\w)")


def signs(body: str, number: Number | None, *, surely: bool = False) -> bool:
    """Whether *body* may issue under the symbol; a body said far from a number must not belie it.

    Of most symbols nothing is known, so that every body may; with *surely*, none may.
    """
    head = number.organ.rstrip("0123456789").split("-")[0] if number else ""
    for symbols, names in _OWN_SYMBOLS:
        if symbols.fullmatch(head):
            field = _FIELD.search(body) if head[0] in "BS" else None
            return names.search(body) is not None and (field is None or field[1].upper() == head[1])
    return not surely


def implied_issuer(number: Number) -> str:
    """Return the body that the symbol alone means, where it means only one."""
    organ = number.organ.rstrip("0123456789")
    return IMPLIED.get(organ, "")
