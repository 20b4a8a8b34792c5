"""Rules about documents that were read: what their text shows and a plan no longer does (CC8xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.checks._decree import DECREE, weight
from cchc.checks._pattern import Late
from cchc.checks._record import CheckContext, ReadDocument
from cchc.checks._rule import Found, rule
from cchc.text import fold

# The letterhead stands above the name of the type; a file may have a menu before it.
_HEAD = 1_500
_MOTTO = Late(r"^[ \t*_]*(độc lập\W{1,5}tự do\W{1,5}hạnh phúc)\W*$", re.IGNORECASE | re.MULTILINE)
_RECIPIENTS = Late(r"^[ \t*_]*nơi nhận\b.*$", re.IGNORECASE | re.MULTILINE)
_FILED = Late(r"^[ \t*_+-]*(?:-\s*)?lưu\b", re.IGNORECASE | re.MULTILINE)
_NUMBER = Late(r"^[ \t*_|]*số\s*:\s*(\d{1,6})(?=[a-zđ]?\s*/)", re.IGNORECASE | re.MULTILINE)
_DAY = Late(
    r"[^\W\d][^\n,]{1,40},\s*(ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(?:19|20)\d\d)", re.IGNORECASE
)


def _found(span: tuple[int, int], context: CheckContext, vi: str, en: str) -> Found:
    """Return what a rule of form found at a place in the text of a document."""
    return Found(path="", start=span[0], end=span[1], severity=weight(context), vi=vi, en=en)


@rule(
    "CC801",
    name="Tiêu ngữ viết sai",
    rationale="Quốc hiệu và Tiêu ngữ trình bày đúng mẫu: giữa các cụm từ có gạch nối, trước và sau gạch nối có dấu cách.",
    wrong="Độc lập – Tự do – Hạnh phúc",
    right="Độc lập - Tự do - Hạnh phúc",
    source=f"{DECREE}, Phụ lục I, mục II.1.b",
    applies_to="document",
)
def motto(document: ReadDocument, context: CheckContext) -> Iterator[Found]:
    """Find the motto with other marks, blanks or capitals than the decree's; in capitals throughout it is no motto."""
    for match in _MOTTO.finditer(document.text):
        said = match[1]
        if said != "Độc lập - Tự do - Hạnh phúc":
            yield _found(
                match.span(1),
                context,
                f'Tiêu ngữ viết {said!r}, đúng là "Độc lập - Tự do - Hạnh phúc".',
                f"The motto is written {said!r}; it is 'Độc lập - Tự do - Hạnh phúc'.",
            )


@rule(
    "CC802",
    name="Số 0 trong số và ngày của văn bản",
    rationale="Số văn bản nhỏ hơn 10, ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0 ở trước; tháng 3 đến tháng 9 thì không.",
    wrong="Vân Hồ, ngày 5 tháng 3 năm 2026",
    right="Vân Hồ, ngày 05 tháng 3 năm 2026",
    source=f"{DECREE}, Phụ lục I, mục II.3, II.4.b",
    applies_to="document",
)
def zeros_of_the_head(document: ReadDocument, context: CheckContext) -> Iterator[Found]:
    """Find number and day of the letterhead with a zero too many or too few, which a plan has as bare values."""
    head = document.text[:_HEAD]
    for match in _NUMBER.finditer(head):
        if len(match[1]) == 1:
            yield _found(
                match.span(1),
                context,
                f"Số văn bản viết {match[1]!r}, đúng là '0{match[1]}'.",
                f"The number is written {match[1]!r}; it is '0{match[1]}'.",
            )
    for match in list(_DAY.finditer(head))[:1]:
        day, month = int(match[2]), int(match[3])
        right = f"{day:02d}", f"{month:02d}" if month < 3 else str(month)
        if (match[2], match[3]) != right:
            yield _found(
                match.span(1),
                context,
                f"Ngày văn bản viết {match[1]!r}, đúng là ngày {right[0]} tháng {right[1]}.",
                f"The day is written {match[1]!r}; it is ngày {right[0]} tháng {right[1]}.",
            )


@rule(
    "CC803",
    name='Thiếu dấu kết thúc "./."',
    rationale='Phần nội dung kết thúc bằng "./." thì người đọc biết văn bản không mất trang.',
    wrong="để tổng hợp.\n",
    right="để tổng hợp./.\n",
    source=f"{DECREE}, Phụ lục III, Mẫu 1.4",
    applies_to="document",
)
def without_end_mark(document: ReadDocument, context: CheckContext) -> Iterator[Found]:
    """Find documents with a list of recipients whose last words before it have no end mark."""
    match = next(_RECIPIENTS.finditer(document.text), None)
    if match is None or "./." in document.text:
        return
    body = document.text[: match.start()].rstrip()
    start = body.rfind("\n") + 1
    if body[start:].strip():
        yield _found(
            (max(start, len(body) - 20), len(body)),
            context,
            'Phần nội dung không kết thúc bằng "./.".',
            "The text does not end with './.'.",
        )


@rule(
    "CC804",
    name='Nơi nhận không có dòng "Lưu"',
    rationale='Dòng cuối của nơi nhận ghi "Lưu: VT" và đơn vị soạn thảo; không có thì không rõ bản gốc ở đâu.',
    wrong="- Trung tâm Phục vụ hành chính công.\n",
    right="- Trung tâm Phục vụ hành chính công;\n- Lưu: VT.\n",
    source=f"{DECREE}, Phụ lục I, mục II.9.b",
    applies_to="document",
)
def without_filing(document: ReadDocument, context: CheckContext) -> Iterator[Found]:
    """Find lists of recipients without the line that says who files the document."""
    match = next(_RECIPIENTS.finditer(document.text), None)
    if match and "lưu" not in fold(document.text[match.start() :]) and not _FILED.search(document.text):
        yield _found(
            match.span(),
            context,
            'Nơi nhận không có dòng "Lưu: VT".',
            "The recipients have no filing line, 'Lưu: VT'.",
        )


RULES = (motto, zeros_of_the_head, without_end_mark, without_filing)
