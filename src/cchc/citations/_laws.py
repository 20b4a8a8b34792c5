"""Laws, which are cited by name: with their day, number or year, in lists, shortened, in small letters."""

from __future__ import annotations

import re

from cchc.citations._actors import body_before
from cchc.citations._before import article_before
from cchc.citations._behind import BEFORE_DATE, PASSED, day_and_body_behind
from cchc.citations._found import Found
from cchc.citations._letters import lettered
from cchc.citations._numbers import NUMBER, read_number
from cchc.text import date_at

# The longest name, and a bound on the work at one place.
_NAME = 200
LAWS_SAID = {
    "Luật": "Luật", "LUẬT": "Luật", "Bộ luật": "Bộ luật", "Bộ Luật": "Bộ luật", "BỘ LUẬT": "Bộ luật", "Pháp lệnh": "Pháp lệnh",
    "PHÁP LỆNH": "Pháp lệnh", "Hiến pháp": "Hiến pháp", "HIẾN PHÁP": "Hiến pháp",
}  # fmt: skip
# Codes that courts and lawyers shorten, with what stands behind "Bộ luật" or "Luật" in their names.
SHORTENED = {
    "BLHS": ("Bộ luật", "Hình sự"), "BLDS": ("Bộ luật", "Dân sự"), "BLLĐ": ("Bộ luật", "Lao động"),
    "BLHH": ("Bộ luật", "Hàng hải Việt Nam"), "BLTTHS": ("Bộ luật", "Tố tụng hình sự"), "BLTTDS": ("Bộ luật", "Tố tụng dân sự"),
    "LTTHC": ("Luật", "Tố tụng hành chính"), "LĐĐ": ("Luật", "Đất đai"), "LHNGĐ": ("Luật", "Hôn nhân và gia đình"),
    "LHN&GĐ": ("Luật", "Hôn nhân và gia đình"), "LTHADS": ("Luật", "Thi hành án dân sự"), "LDN": ("Luật", "Doanh nghiệp"),
}  # fmt: skip
# What stands between two documents of one list.
LIST = re.compile(
    r"(?:\s*\(kh(?:óa|oá)\s+[IVX0-9]{1,5}\))?[\s,;]*(?:(?:và|hoặc|&|-)\s+)?(?:các\s+)?(?:(?:văn bản|vb)\s+)?(?:số)?\s*:?\s*"
)
# In small letters a law is one only with its day, number or year: "Pháp lệnh cán bộ, công chức ngày …", "luật đất đai 2013".
_SMALL_NAME = re.compile(
    lettered(
        r"\s+(?!(?:sư|gia|pháp|lệ|định|sửa\s+đổi|chơi|khoa|học|hóa|hoá|hiện|khác|có|về|cũ|mới|trên|tại|năm|ngày|số|và|hoặc)(?!\w))[<a>]"
    )
)
_OPENS_CLAUSE = re.compile(r"(?:^|[;\n:])[\s+•*–-]*$")
_PASSING_LAW = re.compile(
    r"(?:Quốc\s+hội|Ủy\s+ban\s+Thường\s+vụ\s+Quốc\s+hội|UBTVQH)(?:\s+[^.;:\n]{0,60}?)?\s(?:thông\s+qua|ban\s+hành)\s+(?:các\s+)?$"
)
_CAPITAL = re.compile(lettered(r"\s+(?!Sư(?!\w))(?:[<A>]|sửa\s+đổi)"))
# Behind a comma a name goes on in small letters; in capitals where its words are known to, "Luật Thi đua, Khen thưởng",
# or where its day, number or year follows and what stands between is neither a document nor a body.
_GOES_ON = (
    r"(?:(?:Khen\s+thưởng|Chống|Công\s+chức|Viên\s+chức|Sử\s+dụng|Xuất\s+cảnh|Quá\s+cảnh|Cư\s+trú|Viễn\s+thông|Trợ\s+giúp)(?!\w)"
    r"|(?!(?:Luật|Bộ|Pháp\s+lệnh|Nghị|Quyết|Thông|Chỉ|Hiến|Văn|Công|Kế|Tờ|Báo|Sở|Phòng|Ban|Hội|Chính\s+phủ|Quốc\s+hội|Thủ|Chủ|Tòa|Toà|Viện)(?!\w))"
    r"(?:[^\W\d_]+\s+){1,8}?(?:ngày\s+[0-9]|số\s*:?\s*[0-9]|năm\s+(?:19|20)[0-9]{2}))"
)
# Words that no name of a law holds.
_LAW_ENDS = re.compile(
    lettered(
        r"(?=[;:.()“”\"\[\],\s])(?:[;:.()“”\"\[\]]|\n(?![ \t]{0,8}[<a>0-9])|,?\s+(?=ngày[0-9])|,?\s+(?=(?:thì|phải|được|đã|sẽ|là|nếu|khi|từ|trước|sau|đến|quy\s+định|này|đó|nêu|nói|hiện\s+hành|số(?=\s*:?\s*[0-9])|ngày"
        r"|năm|để|nhằm|cho|tại|do|gồm|bao\s+gồm|không|còn|vẫn|cần|kể|hết|SỐ|NGÀY|NĂM|thay\s+thế|mới|lần|như)(?!\w))"
        r"|\s+(?=(?:19|20)[0-9]{2}(?!\w)|[0-9]{1,3}/(?:19|20)[0-9]{2}/)"
        rf"|,\s+(?=[<A>])(?!{_GOES_ON})"
        r"|,?\s+(?:và|hoặc)\s+(?=(?:các\s+)?(?:(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm)\s+(?:[0-9]+|[a-zđ](?!\w))|Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị|"
        r"Quyết|Thông|Chỉ|Hiến|văn\s+bản)(?!\w))|\s+(?=(?:Luật|Bộ\s+luật)\s)|,\s*(?=(?:các|văn\s+bản|những|điều|khoản|điểm)\s)|\s+-\s+)"
    )
)
_AMENDING_ENDS = re.compile(
    lettered(
        r"[;:()“”\"]|\n(?![ \t]{0,8}[<a>0-9])|\.(?:\s|$)|,?\s+(?=ngày[0-9])|,?\s+(?=(?:số(?!\s+điều)|ngày|năm|SỐ|NGÀY|thì|đã|được|có\s+hiệu)(?!\w))|\s+(?=(?:19|20)[0-9]{2}(?!\w))"
    )
)
_REVISED = re.compile(r"\s*\(sửa đổi\)")
_YEAR = re.compile(r"\s+(?:năm\s+)?((?:19|20)[0-9]{2})(?![\w/])")
_NEXT_LAW = re.compile(
    r"\s?[;,](?=\s)(?!\s+(?:Luật|Bộ\s+luật|Nghị|Quyết|Thông|Pháp|Chỉ|Căn|Theo)(?!\w))|\s+và(?=\s)"
)
_LONGEST_LAWS = 20
_NUMBER_AFTER = re.compile(
    rf"\s*,?\s*\(?\s*(?:(?:Luật|Bộ luật|Pháp lệnh)\s+)?(?:(?:số|SỐ)\s*:?\s*)?(?:{NUMBER})\)?"
)
_CITING = re.compile(
    r"(?:[Cc]ăn\s+cứ|CĂN CỨ|[Tt]heo|[Qq]uy\s+định\s+(?:tại|của|trong)|[Tt]hi\s+hành|THI HÀNH|[Cc]hiếu|hướng\s+dẫn|[Áá]p\s+dụng|[Vv]i\s+phạm"
    r"|(?:một\s+số|MỘT SỐ)\s+(?:điều|ĐIỀU)(?:,\s+khoản|\s+và\s+biện\s+pháp\s+thi\s+hành)?\s+(?:của|CỦA))\s+(?:quy\s+định\s+(?:tại|của|trong)\s+)?"
    r"(?:các\s+)?$"
)


def law(text: str, match: re.Match[str], floor: int, last: Found | None) -> tuple[Found, ...]:
    start, offset = match.span()
    kind = LAWS_SAID[match[0]]
    if kind == "Hiến pháp" or _CAPITAL.match(text, offset):
        return _named_law(text, (start, offset), kind, floor, last, small=False)
    small = _SMALL_NAME.match(text, offset)
    return _named_law(text, (start, offset), kind, floor, last, small=True) if small else ()


def small_law(text: str, match: re.Match[str], floor: int, last: Found | None) -> tuple[Found, ...]:
    start, offset = match.span()
    if not (_SMALL_NAME.match(text, offset) or _CAPITAL.match(text, offset)):
        return ()
    code = text.startswith("bộ ", start - 3)
    span = start - 3 * code, offset
    return _named_law(text, span, "Bộ luật" if code else "Luật", floor, last, small=True)


def _named_law(
    text: str, said: tuple[int, int], kind: str, floor: int, last: Found | None, *, small: bool
) -> tuple[Found, ...]:
    """Read the name of a law behind the word for it, *said*; with *small* letters only what says its day too."""
    start, offset = said
    constitution = kind == "Hiến pháp"
    limit = min(len(text), offset + _NAME)
    name_start = offset + 1
    amending = text[name_start : name_start + 7].casefold() == "sửa đổi"
    ending = (_AMENDING_ENDS if amending else _LAW_ENDS).search(
        text, offset if constitution else name_start, limit
    )
    name_end = ending.start() if ending else limit
    if name_end == limit and limit < len(text):
        return ()
    name = " ".join(text[name_start:name_end].split()).rstrip(",")
    if revised := _REVISED.match(text, name_end):
        name_end = revised.end()
        name += " (sửa đổi)"
    found = Found(start=start, end=name_end, kind=kind, title=name)
    found.article = article_before(text, start, floor)
    if numbered := _NUMBER_AFTER.match(text, name_end):
        number = read_number(numbered)
        if number and number.code in ("", "L", "PL"):
            found.number, found.digits, found.year, found.end = (
                number,
                number.digits,
                number.year,
                numbered.end(),
            )
            day_and_body_behind(text, found)
            return (found,)
    found.cited = bool(found.article) or _is_cited(text, start, floor, last)
    if not found.cited and _PASSING_LAW.search(text, max(floor, start - 100), start):
        body_before(text, found, floor)
        found.cited = True
    if small and not (found.cited or _OPENS_CLAUSE.search(text, max(0, start - 8), start)):
        return ()
    passed = PASSED.match(text, name_end)
    space = passed or BEFORE_DATE.match(text, name_end)
    day = date_at(text, space.end()) if space else None
    if day:
        found.date, found.end = day.date, day.end
        return (found,)
    if year := _YEAR.match(text, name_end):
        found.year, found.end = year[1], year.end()
        return (found,)
    if small:
        return ()
    if not found.cited and name:
        # By its name alone it is one only where the text has cited it before.
        found.weak, found.end = True, offset
    return (found,) if name else ()


def _is_cited(text: str, start: int, floor: int, last: Found | None) -> bool:
    """Whether words of citing, or a law cited before it in a list, stand before the law at *start*."""
    if last is not None and last.cited and LIST.fullmatch(text, last.end, start):
        return True
    return _CITING.search(text, max(floor, start - 64), start) is not None


def laws(text: str, match: re.Match[str], floor: int, _last: Found | None) -> tuple[Found, ...]:
    """Read "các Luật: Tổ chức Chính phủ ngày …; Viên chức ngày …", each with its day, number or year."""
    found: list[Found] = []
    start, offset = match.start(), match.end() + 1
    while _CAPITAL.match(text, offset) and len(found) < _LONGEST_LAWS:
        begin = offset + 1
        while text[begin].isspace():
            begin += 1
        ending = _LAW_ENDS.search(text, begin, min(len(text), begin + _NAME))
        if ending is None:
            break
        one = Found(start=start if not found else begin, end=ending.start(), kind="Luật", cited=True)
        one.title = " ".join(text[begin : ending.start()].split()).rstrip(",")
        number = read_number(numbered) if (numbered := _NUMBER_AFTER.match(text, ending.start())) else None
        space = BEFORE_DATE.match(text, ending.start())
        if numbered and number and not number.code:
            one.number, one.digits, one.year, one.end = number, number.digits, number.year, numbered.end()
            day_and_body_behind(text, one)
        elif space and (day := date_at(text, space.end())):
            one.date, one.end = day.date, day.end
        elif year := _YEAR.match(text, ending.start()):
            one.year, one.end = year[1], year.end()
        else:
            break
        found.append(one)
        following = _NEXT_LAW.match(text, one.end)
        if following is None:
            break
        offset = following.end()
    if found:
        found[0].article = article_before(text, start, floor)
    return tuple(found)


def shortened(text: str, match: re.Match[str], floor: int, last: Found | None) -> tuple[Found, ...]:
    """Read "Điều 65 BLHS năm 2015", where a part, a year or words of citing say that a law is meant."""
    start, end = match.span()
    kind, name = SHORTENED[match[0]]
    found = Found(start=start, end=end, kind=kind, title=name, article=article_before(text, start, floor))
    found.cited = bool(found.article) or _is_cited(text, start, floor, last)
    if year := _YEAR.match(text, end):
        found.year, found.end = year[1], year.end()
    return (found,) if found.cited or found.year else ()
