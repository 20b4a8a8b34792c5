"""Page furniture: what a web page or a copied text has around the document, and why it is none of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cchc.diagnostics import Location
from cchc.reading._header import COUNTRY, PARTY, belongs_to_head
from cchc.reading._record import LeftOut
from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc.reading._source import Line

#: Lines that begin what a portal prints behind an article.
_TAIL = re.compile(
    r"^(?:(?:các )?tin (?:khác|liên quan|mới|cùng chuyên mục|đã đưa)|(?:các )?bài viết (?:khác|liên quan)|(?:danh sách )?(?:tệp|file|tập tin)"
    r" (?:tin )?đính kèm(?:\s*:.*)?|(?:các )?văn bản (?:cùng loại|liên quan|khác|mới(?: ban hành)?)|tải (?:về|xuống|file|tệp)|đăng nhập\b.*|đăng ký\b.{0,40}|in (?:trang|bài viết|ấn)(?: này)?|chia sẻ\b.*|gửi (?:email|bình luận|(?:bài viết )?(?:cho|tới|qua) (?:bạn bè|email|thư điện tử)|phản hồi|ý kiến)"
    r"|bình luận\b.*|lượt (?:xem|truy cập)\b.*|quay lại|(?:về )?(?:đầu trang|trang chủ|trang trước)|bản quyền\b.*|copyright\b.*|thống kê truy cập"
    r"|ý kiến bạn đọc|tags?\s*:.*|nguồn(?: tin)?\s*:.*|tác giả\s*:.*)$"
)
#: Lines that a portal prints before an article: a path, a time stamp, a heading of the site.
_STAMP = re.compile(
    r"^(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|ngày đăng|cập nhật|đăng ngày|ngày)?[\s,:-]*)?"
    r"(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\s*(?:am|pm|sa|ch)?[\s,|-]*(?:thứ \w+|chủ nhật)?[\s,|-]*[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
    r"|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}[\s,|-]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:.{0,8}|\s*\|\s.{0,60}))$"
)
_SITE = re.compile(
    r"^(?:chi tiết (?:tin|bài viết|văn bản)|trang chủ|tin tức(?: - sự kiện)?|cỡ chữ|xem với cỡ chữ|đọc bài)\b.{0,80}$"
)

#: A letterhead begins within so many lines.
_FAR = 60
_BEHIND = "đứng sau văn bản, do trang thông tin điện tử in kèm"
_SIGNED = "đứng sau phần ký, không phải phụ lục của văn bản"
_REPEATED = "trích yếu ghi dưới số, ký hiệu, lặp lại ở tiêu đề"
_BEFORE = "đứng trước văn bản, do trang thông tin điện tử in kèm"


def strip_furniture(lines: Sequence[Line], name: str) -> tuple[list[Line], list[LeftOut]]:
    """Return the lines of the document itself, and what stood around it with the reason why it is no part of it."""
    kept = list(lines)
    left: list[LeftOut] = []
    # Furniture begins behind the end of the text, so a line of the document that reads alike is safe.
    ends = [place for place, line in enumerate(kept) if line.text.rstrip().endswith("./.")]
    behind = (ends[-1] if ends else len(kept) * 2 // 3) + 1
    first = next((place for place in range(behind, len(kept)) if _TAIL.match(_plain(kept[place]))), None)
    if first is not None:
        left.extend(_left(line, name, _BEHIND) for line in kept[first:])
        del kept[first:]
    head = [
        place
        for place, line in enumerate(kept[:12])
        if _STAMP.match(plain := _plain(line)) or _SITE.match(plain)
    ]
    if head:
        # A news item repeats its title above its time stamp; the title is the site's, not the document's.
        last = head[-1] + 1
        left[:0] = [_left(line, name, _BEFORE) for line in kept[:last]]
        del kept[:last]
    if begin := _letterhead(kept):
        left += [_left(line, name, _BEFORE) for line in kept[:begin]]
        del kept[:begin]
    return kept, left


def _letterhead(lines: Sequence[Line]) -> int:
    """Return the place of the first line of the letterhead, where the name of the country tells that there is one."""
    country = next((place for place, line in enumerate(lines[:_FAR]) if _is_country(fold(line.text))), 0)
    begin = country
    while begin and belongs_to_head(lines[begin - 1].text):
        begin -= 1
    return begin


def _is_country(plain: str) -> bool:
    return COUNTRY.search(plain) is not None or PARTY.fullmatch(plain.strip(" *_")) is not None


def left_behind(lines: Sequence[Line], name: str) -> list[LeftOut]:
    """Return what stands behind the signature and is no annex, with the reason why it is no part of the document."""
    return [_left(line, name, _SIGNED) for line in lines]


def left_repeated(lines: Sequence[Line], name: str) -> list[LeftOut]:
    """Return lines below the number that say the subject once more, with the reason why the plan has it only once."""
    return [_left(line, name, _REPEATED) for line in lines]


def _plain(line: Line) -> str:
    return fold(line.text).strip(" .:|»>")


def _left(line: Line, name: str, why: str) -> LeftOut:
    return LeftOut(
        location=Location(file=name, start=line.start, end=line.end), words=line.text.strip(), why=why
    )
