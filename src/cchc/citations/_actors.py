"""Bodies that stand before a document: who issues, reports, proposes, in the clause, before a colon or a bracket."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cchc.citations._behind import BESIDE, SESSIONS
from cchc.citations._bodies import PERSON, POINT_BELONGS, body_at, field_words
from cchc.citations._issuers import written
from cchc.citations._symbols import signs
from cchc.text import date_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc.citations._found import Found

_TRIGGER = re.compile(
    r"(?<!\w)(?:(?:đã|vừa|cũng|sẽ|có)\s+)?(?:(?:ký\s+)?(?:ban\s+hành|có|ký|ra|gửi|trình|phát\s+hành|thông\s+qua|xây\s+dựng|lập|tham\s+mưu|soạn\s+thảo|hoàn\s+thành|hoàn\s+thiện)"
    r"|(?:báo\s+cáo|(?<!chương\s)(?<!quy\s)(?<!công\s)trình|tham\s+mưu|kiến\s+nghị|đề\s+nghị|chỉ\s+đạo|yêu\s+cầu|giao|hướng\s+dẫn|thông\s+báo|phân\s+công|đôn\s+đốc|triển\s+khai|phê\s+duyệt|cho\s+phép|cụ\s+thể\s+(?:hóa|hoá)|trả\s+lời|phúc\s+đáp|xin\s+ý\s+kiến|giải\s+đáp"
    r"|tổng\s+hợp|phản\s+ánh|đánh\s+giá|nhận\s+xét|khuyến\s+nghị|giải\s+trình|cung\s+cấp|xác\s+nhận|đề\s+xuất|góp\s+ý|thẩm\s+định|thẩm\s+tra|chấp\s+thuận|công\s+bố|lưu\s+ý)"
    r"\s+(?!của|tại)(?:(?!quy\s+định|nội\s+dung|nêu|theo\s)(?:[^,;.()]|\([^()]{1,40}\))){3,60}?\s+(?:tại|bằng)|(?:được\s+)?(?:đã\s+)?(?:trình\s+)?(?:(?:có|cho)\s+ý\s+kiến(?:\s+chỉ\s+đạo)?|truyền\s+đạt\s+ý\s+kiến|báo\s+cáo|đề\s+nghị|kiến\s+nghị|trả\s+lời"
    r"|thông\s+báo|giải\s+trình|chấp\s+thuận|thống\s+nhất|kết\s+luận|chỉ\s+đạo|yêu\s+cầu|phê\s+duyệt|ban\s+hành|quy\s+định|hướng\s+dẫn|giao|công\s+nhận"
    r"|quyết\s+định|công\s+bố|thẩm\s+tra|thẩm\s+định|góp\s+ý|đề\s+xuất|đồng\s+ý|trình|nêu|triển\s+khai|cụ\s+thể\s+(?:hóa|hoá)|thể\s+hiện|xác\s+định"
    r"|thông\s+qua|cho\s+phép|bổ\s+nhiệm|khen\s+thưởng|phân\s+bổ|điều\s+chỉnh|sửa\s+đổi|thành\s+lập|kiện\s+toàn|xếp\s+hạng|bãi\s+bỏ)\s+(?:tại|bằng)|(?P<aside>\((?:(?:tại|bằng)\s)?)$|(?P<at>tại|theo|trong))"
    r"(?:\s+(?:các|những|một\s+số|nhiều|kèm\s+theo|hai|ba|02|03))?"
    r"(?:\s+(?:văn\s+bản|nghị\s+quyết|quyết\s+định|kế\s+hoạch|công\s+văn|chỉ\s+thị)(?:\s+(?:sau|như\s+sau|gồm|quan\s+trọng|chỉ\s+đạo))?\s*:?)?\s*$"
)
_BULLET = re.compile(r"[\s(]*(?:[0-9]{1,2}[.)/](?![0-9])|[a-zđ]\)|[-+•*–])?\s*")
_LABEL_ENDS = re.compile(r":[\s+•*-]*$|(?<=\w)[ ][-–][ ]$")
_OPENED = re.compile(r"\(\s*(?:(?:tại|bằng)\s+)?$")
# Departments of one list say "Sở" once: "ý kiến của các Sở: Tài chính (Công văn số …), Tư pháp (Công văn số …)".
_ONE_FIELD = re.compile(rf"(?:[:,;]|\svà|(?:Sở|Bộ|Phòng))\s+({field_words()})\s*\($")
_MANY = re.compile(r"các\s+(Sở|Bộ|Phòng|Ban)(?:\s*:)?\s(?=[^.\n]*$)")
_SAYS = re.compile(
    r"(?<!\w)(?:(?:đã|vừa|cũng|có)\s+)?(?:báo\s+cáo|đề\s+nghị|kiến\s+nghị|(?<!chương\s)(?<!quy\s)(?<!công\s)trình|tham\s+mưu|chỉ\s+đạo|hướng\s+dẫn|thông\s+báo|trả\s+lời"
    r"|thống\s+nhất|góp\s+ý|đề\s+xuất|xin\s+ý\s+kiến|(?:có|cho)\s+ý\s+kiến|yêu\s+cầu|phê\s+duyệt|quyết\s+định|cho\s+phép|chấp\s+thuận|đồng\s+ý|công\s+bố|ban\s+hành"
    r"|thẩm\s+định|thẩm\s+tra|kết\s+luận|giải\s+trình|giao|xác\s+nhận|phúc\s+đáp|ra\s+quyết\s+định)(?=(?:\s+[^\s;()]+){0,12}\s*\($)"
)
_CLAUSE_WORDS = re.compile(
    r"(?:Ông|Bà|Ngày|Hiện|Theo|Thực|Căn|Trên|Trong|Tại|Để|Nhằm|Sau|Từ|Khi|Đồng|Năm|Vừa|Mới|Xét|Qua|Tiếp|Do|Với)(?!\w)"
)
_PASSING = re.compile(r"\s*\([^()]{1,80}\)\s*$")
# Between a body and what it does.
_MEANWHILE = re.compile(
    r"(?:\s*,?\s+(?:tiếp\s+tục|kịp\s+thời|chủ\s+động|khẩn\s+trương|nhanh\s+chóng|trực\s+tiếp|chính\s+thức|(?:căn\s+cứ|dựa)\s+vào\s+đó|theo\s+đó|sau\s+đó|trên\s+cơ\s+sở\s+đó"
    r"|từ\s+đó|hằng\s+năm|hàng\s+năm|cũng\s+đã|đồng\s+thời|thống\s+nhất|(?:đã\s+)?(?:chủ\s+trì\s*,?\s*)?phối\s+hợp\s+(?:với|cùng)\s+[^;.()]{3,80}?)\s*,?)+\s*$"
)
_SESSION = re.compile(rf"{SESSIONS}$")
_WORD_STARTS = re.compile(r"(?<!\w)(?=\w)")
_DAY_BEFORE = re.compile(r"(?:[Nn]gày|NGÀY)\s[^;:\n]{5,32}?,?\s*$")


def _name_starts(window: str, begin: int, end: int) -> Iterator[int]:
    first = True
    for match in _WORD_STARTS.finditer(window, begin, end):
        if not (first and _CLAUSE_WORDS.match(window, match.start())):
            yield match.start()
        first = False


def _bodies_at(
    text: str, offset: int, stop: int, ends: tuple[int, ...], *, known: bool
) -> tuple[str, int] | None:
    """Read a body, or several up to one of *ends*: "Sở Tài chính và Sở Y tế"."""
    body = body_at(text, offset, stop, known=known)
    while body and body[1] not in ends:
        beside = BESIDE.match(text, body[1], stop)
        following = body_at(text, beside.end(), stop, known=True) if beside else None
        if following is None:
            return None
        body = text[offset : following[1]], following[1]
    return body


def _clause_start(window: str, end: int) -> int:
    begin = max(window.rfind(mark, 0, end) for mark in (";", "\n\n")) + 1
    point = window.rfind(". ", begin, end)
    while point >= 0 and POINT_BELONGS.search(window, max(begin, point - 3), point):
        point = window.rfind(". ", begin, point)
    return max(begin, point + 1)


def label_before(text: str, found: Found, floor: int) -> None:
    """Read a body before a colon or a dash: "Trạm Khuyến nông huyện: BC số …"."""
    base = max(floor, found.start - 120)
    window = text[base : found.start]
    closing = _LABEL_ENDS.search(window)
    if closing is None:
        return
    end = closing.start()
    begin = max(window.rfind(mark, 0, end) for mark in (";", "\n", ". ")) + 1
    if begin == 0 and base > 0:
        return
    start = _BULLET.match(window, begin)
    body = body_at(window, start.end() if start else begin, end, known=True)
    if body and body[1] == end and signs(body[0], found.number):
        found.issuer, found.shares = written(body[0]), True


def actor_before(text: str, found: Found, floor: int) -> None:
    """Read who acts before a bracket: "Sở Tài chính đã thẩm định dự toán (Công văn số …)"."""
    base = max(floor, found.start - 120)
    window = _OPENED.sub("(", text[base : found.start])
    if not window.endswith("("):
        return
    if (field := _ONE_FIELD.search(window)) and (
        heads := _MANY.search(text, max(0, base - 500), found.start)
    ):
        whole = f"{heads[1]} {field[1]}"
        if signs(whole, found.number):
            found.issuer = written(whole)
            return
    begin = max(_clause_start(window, len(window)), window.rfind("\n") + 1, window.rfind(")") + 1)
    for says in reversed(list(_SAYS.finditer(window, begin))):
        end = len(window[: says.start()].rstrip(" ,"))
        for offset in _name_starts(window, begin, end):
            body = body_at(window, offset, end, known=True) if window[offset].isupper() else None
            if body and body[1] == end and signs(body[0], found.number):
                found.issuer, found.shares = written(body[0]), True
                return


def body_before(text: str, found: Found, floor: int) -> None:
    """Read a body, and its day, that stand before: "Ngày 14/02/2022, UBND tỉnh ban hành Kế hoạch số …"."""
    base = max(floor, found.start - 160)
    window = text[base : found.start]
    trigger = _TRIGGER.search(window, max(0, len(window) - 90))
    if trigger is None or "kèm" in trigger[0]:
        return
    end = len(_MEANWHILE.sub("", _PASSING.sub("", window[: trigger.start()])).rstrip(" ,"))
    ends = (end, len(_SESSION.sub("", window[:end])), len(PERSON.sub("", window[:end])))
    begin = _clause_start(window, end)
    if found.issuer == "":
        for offset in _name_starts(window, begin, end):
            before = window[:offset].rstrip()
            owned = before.rstrip(" :").casefold().endswith("của")
            opens = offset == begin or before == "" or (before[-1:] in ",;.\n" and before != window[:offset])
            if trigger["aside"]:
                opens = opens or before.endswith(") và")
            # "… tại Công văn số 15/STC-NS và Sở Nội vụ tại Công văn số 20/SNV-TC".
            follows = base == floor and offset < 8
            owned = owned or (follows and before.strip(" ,") == "và")
            owned = owned or (
                follows and floor > 0 and trigger["at"] == "tại" and before.strip() in (";", ",")
            )
            if (trigger["at"] and not owned) or (trigger["aside"] and not (opens or owned)):
                continue
            # In the middle of a clause only known names are told from the words around them.
            body = _bodies_at(
                window, offset, end, ends, known=not (owned or (opens and not trigger["aside"]))
            )
            if body and (owned or opens or body[0][0].isupper()) and signs(body[0], found.number):
                found.issuer, found.shares, end = written(body[0]), True, offset
                break
        else:
            if trigger["at"] or trigger["aside"]:
                return
    if found.date is None and (day := _DAY_BEFORE.search(window, max(begin, end - 44), end)):
        read = date_at(window, day.start())
        found.date = read.date if read and not window[read.end : end].strip(" ,") else None
