"""What stands behind a number: day and body, in either order, in brackets and in tables."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from cchc.citations._bodies import UNIT_BEHIND, body_at
from cchc.citations._found import Found
from cchc.citations._issuers import written
from cchc.citations._letters import lettered
from cchc.citations._symbols import signs
from cchc.text import date_at

if TYPE_CHECKING:
    from cchc.citations._numbers import Number

# Between number, day and body a line may break, but no new paragraph or bullet may begin.
_SPACE = lettered(r"[ \t]{0,4}(?:\r?\n[ \t]{0,8}(?=[<a>0-9(]))?[ \t]{0,4}")
BEFORE_DATE = re.compile(
    rf"{_SPACE}[,(|]?{_SPACE}(?:(?:hồi|lúc)\s+[0-9]{{1,2}}\s?(?:giờ|h|:)\s?(?:[0-9]{{2}}\s?(?:phút)?)?\s*,?\s*(?=ngày))?(?:(?:đã\s+)?(?:được\s+)?(?:ký\s+)?(?:ban\s+hành|ký|thông\s+qua|phát\s+hành|đề|lập|ra)\s+(?:vào\s+)?(?=ngày))?",
)
_HOUR = re.compile(r",?\s+(?:lúc|hồi)\s+[0-9]{1,2}\s?(?:giờ|h|:)\s?(?:[0-9]{2}\s?(?:phút)?)?")
_DATE_STARTS = re.compile(r"(?:ngày|NGÀY|Ngày)|[0-3]?[0-9](?:\s?[./-]|\s+tháng)")
_NO_DATE = re.compile(
    r"(?:ngày|NGÀY)[\s.…_/0-9]{0,20}(?:tháng|THÁNG)[\s.…_/0-9]{0,20}(?:năm|NĂM)(?:\s{0,2}[.…_0-9]{1,10})?"
    r"|(?:ngày\s+)?[0-9]{1,2}\s?([/.-])\s?[0-9]{1,2}\s?\1\s?[0-9]{2,4}(?![0-9])|năm\s+(?:19|20)[0-9]{2}(?!\w)"
    r"|ngày\s+[0-9]{1,2}(?:\s?[/.-]\s?|\s+tháng\s+)[0-9]{1,2}(?![0-9/.-]|\s+năm|\s*[/-])"
)
# Spelled as no calendar prints it, and plain enough behind a number: marks that differ, "năm" left out, two digits.
_ODD_DAY = re.compile(
    r"(?:ngày|NGÀY)?\s{0,3}([0-3]?[0-9])(?:\s?[./-]\s?|\s{0,2}[-/]?\s?(?:tháng|THÁNG)\s{0,2})([01]?[0-9])"
    r"(?:\s?[./-]\s?|\s{0,2}[-/,.]?\s?(?:năm|NĂM)\s{0,2}|\s{1,2})((?:19|20)[0-9]{2}|(?<=[./-])[0-9]{2})(?![0-9/]|[.-][0-9])"
)
# Two digits of a year: from 1945 to 2044.
_EARLIEST = 45
_ASIDE = re.compile(r"\s*\((?:đã\s+)?(?:được\s+)?(?:sửa đổi|bổ sung)(?:[^()0-9]|năm [0-9]{4}){0,60}\)")
_BRACKET = re.compile(
    r"\s*\((?:(?:đã|mới)\s+)?(?:được\s+)?(?:khóa|khoá|nhiệm|sửa|bổ|thay|đính|hợp|bãi|hết|còn|nay|viết|gọi|sau|gửi|kèm|theo|trừ|căn|ban|đăng)\s[^()]{1,220}\)"
)
_NEXT_DAY = re.compile(r"\s*(?:,|và)\s*(?=(?:ngày\s*)?[0-9]{1,2}(?:\s?[/.-]|\s+tháng))")
_SAME_DAY = re.compile(r"\s*,?\s*\(?(?:cùng\s+ngày)(?!\w)")
_BEFORE_BODY = re.compile(
    rf"{_SPACE},?{_SPACE}(?:(?:đều|cùng)\s+)?(?:của|do|CỦA|DO|Của)(?:\s+|(?=[A-ZĐ]))(?:(?:các\s+)?đồng\s+chí\s+)?"
)
# Without "của" a body stands only where nothing but a title or the end of the clause follows it.
_AT_ONCE = re.compile(
    rf"{_SPACE}(?:[,|]{_SPACE})?(\()?(?=Hội\s+nghị|UB|HĐND|Ủy\s|Uỷ\s|Hội\s+đồng\s|Bộ\s|Sở\s|Ban\s|Chính\s+phủ|Thủ\s+tướng|Tỉnh|Thành|Huyện|Đảng|Chủ\s+tịch)"
)
_AFTER_IT = re.compile(r"\s*(?:[;.)]|$|về\s|v/v\s|V/v\s)|[ ]?[\t|]|[ ]*\n")
_INSIDE = re.compile(r"\s*(?:\)|,?\s*(?:ban\s+hành\s+)?ngày\s)")
_PASSIVE = re.compile(rf"{_SPACE},?{_SPACE}(?:(?:đã|vừa|mới)\s+)?được\s+(?=[A-ZĐỦ])")
_BY = re.compile(r"\s+(?:ký\s+)?(?:ban\s+hành|thông\s+qua|ký)(?!\w)")
BESIDE = re.compile(r"\s*,?\s*(?:và|,|-)\s+")
_ISSUED = re.compile(r"\s+ban\s+hành(?=\s+ngày|\s*[,;.])")
SESSIONS = (
    r"(?:\s*,?\s*\(?(?i:(?:khóa|khoá|nhiệm\s+kỳ|(?:tại\s+)?kỳ\s+họp(?:\s+(?:thứ|lần|chuyên\s+đề|thường\s+lệ|bất\s+thường|cuối\s+năm"
    r"|giữa\s+năm)){0,3})\s+(?:[IVXL]+|[0-9]+(?:\s*-\s*[0-9]+)?|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s\w+)?)"
    r"|(?:tại\s+)?kỳ\s+họp\s+(?:chuyên\s+đề|thường\s+lệ|bất\s+thường))(?!\w)\)?)+"
)
_SESSION_BEHIND = re.compile(
    rf"{SESSIONS}(?=\s+(?:về|quy\s+định|ban\s+hành|thông\s+qua|phê\s+duyệt|sửa\s+đổi|ngày)(?!\w))"
)
PASSED = re.compile(
    r"\s*,?\s*(?:đã\s+)?được\s+(?:Quốc\s+hội|Ủy\s+ban\s+Thường\s+vụ\s+Quốc\s+hội)[^.;\n]{0,90}?thông\s+qua\s+(?=ngày)"
)


def _day_from(text: str, offset: int) -> tuple[dt.date, int] | None:
    """Read a day at *offset* and where it ends; behind a number also "12/6/99", "28/12-2016", "ngày 05 tháng 3/2020"."""
    begin = offset
    if text.startswith("ngày", offset) and text[offset - 1 : offset].isalnum():
        # Glued to the symbol: "QĐ-UBNDngày 11/5/2007".
        begin = offset + 4
        while text[begin : begin + 1].isspace():
            begin += 1
    if day := date_at(text, begin):
        return day.date, day.end
    odd = _ODD_DAY.match(text, offset)
    if odd is None:
        return None
    year = int(odd[3])
    if year < 100:
        year += 1900 if year >= _EARLIEST else 2000
    try:
        return dt.date(year, int(odd[2]), int(odd[1])), odd.end()
    except ValueError:
        return None


def _days_of_list(text: str, found: Found, offset: int) -> int:
    """Read the further days of "số 61/2018/NĐ-CP và số 107/2021/NĐ-CP ngày 23/4/2018, ngày 06/12/2021"."""
    if not (found.follows and found.date):
        return offset
    days = [found.date]
    while (joint := _NEXT_DAY.match(text, offset)) and (day := _day_from(text, joint.end())):
        days.append(day[0])
        offset = day[1]
    found.days = tuple(days) if len(days) > 1 else ()
    return offset


def day_and_body_behind(text: str, found: Found, *, opened: bool = False) -> None:
    """Read day and body behind the number, in either order, and move the end of *found* behind them."""
    offset = found.end
    dated = found.date is not None
    if found.organ in ("UBND", "HĐND") and not found.issuer and (unit := UNIT_BEHIND.match(text, offset)):
        found.issuer, offset = f"{found.organ} {written(unit[1])}", unit.end()
    for _ in range(3):
        if dated and found.issuer:
            break
        space = BEFORE_DATE.match(text, offset)
        begin = space.end() if space else offset
        if not dated and _DATE_STARTS.match(text, begin):
            named = _day_from(text, begin)
            skipped = None if named else _NO_DATE.match(text, begin)
            if named or skipped:
                found.date, offset = named or (None, skipped.end() if skipped else offset)
                dated = True
                offset = _days_of_list(text, found, offset)
                opened = opened or "(" in text[found.end : begin]
                offset += opened and text[offset : offset + 1] == ")"
                if hour := _HOUR.match(text, offset):
                    offset = hour.end()
                continue
        elif not dated and (skipped := _NO_DATE.match(text, begin)):
            offset, dated = skipped.end(), True
            continue
        if not dated and (same := _SAME_DAY.match(text, offset)):
            found.same_day, dated, offset = True, True, same.end()
            if day := date_at(text, text.rfind("ngày", 0, offset)):
                found.date, offset = day.date, day.end
            offset += "(" in same[0] and text[offset : offset + 1] == ")"
            continue
        body = None if found.issuer else _body_behind(text, offset, found.number)
        if body is None:
            break
        found.issuer, offset = written(body[0]), body[1]
        opened = opened or text.count("(", found.end, offset) > text.count(")", found.end, offset)
        if session := _SESSION_BEHIND.match(text, offset):
            offset = session.end()
        if issued := _ISSUED.match(text, offset):
            offset = issued.end()
        offset = _further_bodies(text, found, offset)
        offset += opened and text[offset : offset + 1] == ")"
    if not dated and (passed := PASSED.match(text, offset)) and (day := date_at(text, passed.end())):
        found.date, offset = day.date, day.end
    found.end = offset


def _further_bodies(text: str, found: Found, offset: int) -> int:
    while (
        _is_joint(found)
        and (beside := BESIDE.match(text, offset))
        and (body := body_at(text, beside.end(), known=True))
    ):
        found.issuer = f"{found.issuer} {beside[0].strip()} {written(body[0])}".replace(" ,", ",")
        offset = body[1]
    return offset


def behind_bracket(text: str, found: Found) -> None:
    """Read day and body behind a bracket: "Nghị định số 63/2010/NĐ-CP (được sửa đổi bởi …) ngày … của Chính phủ"."""
    bracket = _BRACKET.match(text, found.end)
    if bracket is None:
        return
    behind = Found(start=found.start, end=bracket.end(), kind=found.kind, number=found.number)
    behind.date, behind.issuer = found.date, found.issuer
    day_and_body_behind(text, behind)
    found.date, found.issuer = behind.date, behind.issuer


def _body_behind(text: str, offset: int, number: Number | None) -> tuple[str, int] | None:
    """Read "của X", X at once, "(X, ngày …)" or "đã được X ban hành" at *offset*, and where that ends."""
    aside = _ASIDE.match(text, offset)
    if (of := _BEFORE_BODY.match(text, aside.end() if aside else offset)) and (
        body := body_at(text, of.end())
    ):
        return body
    if (at_once := _AT_ONCE.match(text, offset)) and (body := body_at(text, at_once.end(), known=True)):
        fits = signs(body[0], number) and (_INSIDE if at_once[1] else _AFTER_IT).match(text, body[1])
        return body if fits else None
    if (
        (passive := _PASSIVE.match(text, offset))
        and (body := body_at(text, passive.end(), known=True))
        and (verb := _BY.match(text, body[1]))
    ):
        return body[0], verb.end()
    return None


def _is_joint(found: Found) -> bool:
    # Only a document of several bodies takes "và" and a further body for its own.
    return "liên" in found.kind or "phối hợp" in found.kind
