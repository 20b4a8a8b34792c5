"""Bodies that stand outside a citation: behind its title, in the clause that goes on, at the head of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cchc.citations._bodies import body_at
from cchc.citations._issuers import completed, written
from cchc.citations._letters import lettered
from cchc.citations._symbols import signs

if TYPE_CHECKING:
    from cchc.citations._resolve import Cited

_FURTHER = 160
# A colon, a line break and the mark of an item.
_LONGEST_ITEM = 24
_DONE_BY = re.compile(lettered(r"(?<!\w)do\s+(?=[<A>])"))
_ISSUES = re.compile(
    r"\s+(?:đã\s+)?(?:ký\s+)?(?:ban\s+hành|ký|phát\s+hành|thông\s+qua|công\s+bố|lập|soạn\s+thảo)(?!\w)"
)
_OF = re.compile(r"\scủa\s+")
# What a title names as a body's own is no document of it: "Quy chế làm việc của UBND tỉnh".
_ITS_OWN = re.compile(
    r"(?:làm\s+việc|hoạt\s+động|tổ\s+chức|bộ\s+máy|trách\s+nhiệm|thẩm\s+quyền|quyền\s+hạn|ý\s+kiến|chỉ\s+đạo|quản\s+lý|thành\s+viên|[Qq]uy\s+chế|[Kk]ế\s+hoạch|[Đđ]ề\s+án"
    r"|[Cc]hương\s+trình|[Nn]ghị\s+quyết|[Qq]uyết\s+định|[Cc]hỉ\s+thị|[Kk]ết\s+luận|văn\s+bản|quy\s+định|đề\s+nghị|chức\s+năng|nhiệm\s+vụ|cơ\s+cấu|trụ\s+sở|[Vv]ăn\s+phòng|Chủ\s+tịch)$"
)
_AT = re.compile(r"(?:^|[\s(])(?:[Tt]ại|[Bb]ằng|[Tt]rong)\s+(?:các\s+)?$")
_SPEAKS = re.compile(
    r"\s+(?:(?:đã|cũng|vừa|có)\s+)?(?:đề\s+nghị|yêu\s+cầu|kiến\s+nghị|giao|chỉ\s+đạo|hướng\s+dẫn|quy\s+định|thông\s+báo|trả\s+lời|cho\s+(?:rằng|biết|phép|ý\s+kiến)|ý\s+kiến"
    r"|phê\s+duyệt|quyết\s+định|báo\s+cáo|thống\s+nhất|xác\s+định|nhận\s+định|kết\s+luận|khẳng\s+định|tuyên|xin|trình|đề\s+xuất|ban\s+hành|chấp\s+thuận|đồng\s+ý|góp\s+ý|nêu"
    r"|khuyến\s+nghị|lưu\s+ý|cảnh\s+báo|công\s+bố|ủy\s+quyền|uỷ\s+quyền|phân\s+công|bổ\s+nhiệm|xử\s+phạt|truy\s+tố|kháng\s+nghị|phản\s+ánh|giải\s+thích|làm\s+rõ)(?!\w)"
)
_BEHIND_COMMA = re.compile(r"\s*,\s+")
_ITEM = r"(?:\(?[0-9]{1,2}[.)/]|\(?[a-zđ]\)|[-+•*–])?\s*"
_HEAD_ENDS = re.compile(rf"\s*:\s*{_ITEM}(?:các\s+)?$")
# The numbers alone stand behind the colon: "Các quyết định của UBND tỉnh: số …; số …".
_OWN_HEAD = re.compile(r"[^;:0-9]{2,24}\scủa\s[^;:0-9]{2,90}:\s*số")
_REST_OF_HEAD = re.compile(r"[^.;:\n]{0,60}")
_NEXT_ITEM = re.compile(
    rf"(?:\s*[,;]\s*|\s*[.,;]?\s*\n\s*|\s+(?=và|cùng))(?:(?:và|cùng)\s+)?{_ITEM}(?:các\s+)?"
)
_BESIDE = re.compile(r"\s*,?\s*(?:và|cùng)\s+(?:các\s+)?|\s*,\s*")


def add_bodies(text: str, cited: list[Cited], citing: str | None) -> None:
    """Give bodies to those of *cited*, whose titles are known, that have none of their own."""
    head, last = "", None
    for one in cited:
        if one.found.pointer or not one.found.digits:
            # A law by its name has no body, and what points takes that of its antecedent.
            if not one.issuer and one.antecedent is not None:
                one.issuer = cited[one.antecedent].issuer
            continue
        if not one.issuer:
            _give(one, _behind(text, one), citing)
        if one.within is None:
            head = _head(text, one, last, head)
            if head and not one.issuer and signs(head, one.found.number):
                _give(one, head, citing)
            last = one
        if not one.issuer and one.antecedent is not None:
            one.issuer = cited[one.antecedent].issuer


def _give(one: Cited, said: str, citing: str | None) -> None:
    if said:
        one.issuer = completed(said, one.found.organ, citing)


def _behind(text: str, one: Cited) -> str:
    """Read "… về X do Y ký", "… về X của Y" where Y fits the symbol, and "Tại …, Y đề nghị"."""
    number, end = one.found.number, one.end
    if end > one.core:
        for done in _DONE_BY.finditer(text, one.core, end):
            body = body_at(text, done.end(), known=True)
            if body and _ISSUES.match(text, body[1]) and signs(body[0], number):
                return written(body[0])
        owner = _last_of(text, one.core, end)
        if owner and not _ITS_OWN.search(text, one.core, owner.start()):
            body = body_at(text, owner.end(), known=True)
            if body and body[1] >= end and signs(body[0], number, surely=True):
                return written(body[0])
    if (comma := _BEHIND_COMMA.match(text, end)) and _AT.search(
        text, max(0, one.found.start - 16), one.found.start
    ):
        body = body_at(text, comma.end(), known=True)
        if body and _SPEAKS.match(text, body[1]) and signs(body[0], number):
            return written(body[0])
    return ""


def _last_of(text: str, start: int, end: int) -> re.Match[str] | None:
    return next(iter(reversed(list(_OF.finditer(text, start, end)))), None)


def _head(text: str, one: Cited, last: Cited | None, head: str) -> str:
    """Return the body that is said once for all of a list in which *one* stands; empty where there is none.

    "Các quyết định của UBND tỉnh sau đây: …; …", "UBND tỉnh đã ban hành: …; …"; and "UBND tỉnh ban hành … về … và …", where
    the symbols are the same.
    """
    start = one.found.start
    colon = text.rfind(":", max(0, start - _LONGEST_ITEM), start) >= 0
    if not (
        colon or head or (last and last.found.shares) or (one.issuer and text.find(":", start, one.core) >= 0)
    ):
        return ""
    gap = text[max(last.end if last else 0, start - _FURTHER) : start]
    if colon and (ends := _HEAD_ENDS.search(gap)):
        owner = _last_of(gap, 0, ends.start())
        body = body_at(gap, owner.end(), ends.start()) if owner else None
        if body and _REST_OF_HEAD.fullmatch(gap, body[1], ends.start()):
            return written(body[0])
        return one.issuer if one.found.shares else ""
    if one.issuer and _OWN_HEAD.match(text, one.found.start, one.core):
        return one.issuer
    if head and _NEXT_ITEM.fullmatch(gap):
        return head
    if last and last.found.shares and last.found.organ == one.found.organ and _BESIDE.fullmatch(gap):
        one.found.shares = True
        return last.issuer
    return ""
