"""The head and the foot of a document: letterhead, title, subject; recipients and signature."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from attrs import define, field

from cchc.text import fold, parse_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc.reading._source import Line

COUNTRY = re.compile(r"c[ộô]ng h[oòó]a? ?x[aã] h[ộô]i ch[uủ] ngh[iĩ]a vi[eệ]t nam")
_MOTTO = re.compile(r"đ[oộ]c l[aậ]p\s*[-–—]\s*t[uự] do\s*[-–—]\s*h[aạ]nh ph[uú]c")
_RULE = re.compile(r"[\s\-–—_=*.~|•]+")
_NUMBER = re.compile(
    r"^số\s*:?\s*(?P<number>[0-9]{1,6}[a-zđ]?)?[\s.…_]*(?:[/\-]\s*(?P<symbol>[A-ZĐa-zđ][\w&Đđ]*(?:\s?[-–/]\s?[\w&]+)*))?\s*$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"^(?P<place>[^,;:()]{0,60}?)\s*,?\s*ngày(?P<rest>[\s.…_0-9/]*(?:tháng[\s.…_0-9]*năm[\s.…_0-9]*)?)$",
    re.IGNORECASE,
)
_KINDS = {"kế hoạch": "KH", "quyết định": "QĐ"}
#: A title whose kind and subject stand on one line; the kind is in capitals, the subject goes on at once.
_TITLED = re.compile(
    r"^\W*(KẾ HOẠCH|QUYẾT ĐỊNH)\s+((?:[Vv]ề|VỀ|[Tt]hông tin|THÔNG TIN|[Tt]uyên|TUYÊN|[Tt]ruyền|TRUYỀN|[Cc]ải|CẢI).*)$"
)
#: The same in small letters, behind the name of the body.
_TITLED_SMALL = re.compile(
    r"^(Kế hoạch)\s+((?:thông tin|tuyên truyền|truyền thông|cải cách|công tác)\b[^.;:]*\bnăm\s+[0-9]{4}[^.;:]{0,80})$"
)
_MARKS = ("dự thảo", "hỏa tốc", "thượng khẩn", "khẩn", "mật")
_BODY = re.compile(
    r"^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|PHÒNG|VĂN PHÒNG|BAN|CHI CỤC|CỤC|TỔNG CỤC|BỘ|TRUNG TÂM|TRƯỜNG|BỆNH VIỆN|VIỆN"
    r"|THANH TRA|CÔNG AN|ĐẢNG|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|ĐOÀN|HỘI|LIÊN ĐOÀN|CÔNG ĐOÀN|BÁO|ĐÀI|BQL)\b"
)
#: A site calls itself so above the documents that it shows.
_OF_A_SITE = re.compile(r"^(?:CỔNG|TRANG|WEBSITE)\b")
#: A name that a letterhead has in small letters; what goes on with a verb is a sentence.
_NAME_IN_SMALL = re.compile(
    r"^(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Sở|Chi cục|Cục)\s(?!.*(?:ban hành|xây dựng|kế hoạch|triển khai|thực hiện))[^.,:;]{3,60}$",
    re.IGNORECASE,
)
#: Words that begin an opening paragraph.
_OPENS = re.compile(r"^(?:căn cứ|thực hiện|trên cơ sở|để |nhằm |theo |xét |triển khai|tiếp tục|thi hành)")
_PREFIX = re.compile(r"^(?:TM|KT|TL|TUQ|Q|T/M|K/T)\s*\.?\s")
_OFFICES = re.compile(
    r"^(?:PHÓ |QUYỀN |Q\. )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|HIỆU TRƯỞNG|BỘ TRƯỞNG"
    r"|THỨ TRƯỞNG|VIỆN TRƯỞNG|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|CHI CỤC TRƯỞNG|TỔNG BIÊN TẬP|BÍ THƯ)"
)
_RECIPIENTS = re.compile(r"^nơi nhận\s*:?\s*$")
#: No line of a head or a foot is wider, and what is matched there must not take long on what is.
_WIDEST = 300
#: No line with two columns of a foot is wider.
_TWO_COLUMNS = 160
#: No label of the foot is longer.
_LABEL = 40
#: A foot without a label is no longer than this many lines.
_FOOT = 6
_ARCHIVE = re.compile(r"^lưu(?! trữ\b)\s*:?\s*(.+)$", re.IGNORECASE)


@define
class Head:
    """What the head of a document says, and which of its lines say it."""

    superior: str = ""
    issuer: str = ""
    number: str | None = None
    symbol: str = ""
    place: str = ""
    date: dt.date | None = None
    kind: str | None = None
    subject: str = ""
    draft: bool = False
    names: list[str] = field(factory=list)
    #: Numbers of lines of the source with the fields that they give.
    said: list[tuple[int, str]] = field(factory=list)


def columns(text: str) -> list[str]:
    """Return the columns of a line that two columns were flattened to: by tabs, pipes or wide gaps."""
    if len(text) > _WIDEST:
        return [text.strip()]
    if _NUMBER.match(text.strip()) or _DATED.match(text.strip()):
        # Its gaps are blanks to fill in.
        return [text.strip()]
    return [part.strip() for part in re.split(r"\t+|\s*\|\s*|[ \u00a0]{3,}", text) if part.strip(" |\t")]


def read_head(lines: Sequence[Line]) -> tuple[Head, int]:
    """Return the head of a document, and the number of the line behind it."""
    head = Head()
    subject: list[str] = []
    end = 0
    for place, line in enumerate(lines[:60]):
        text = line.text.strip()
        if len(text) > _WIDEST:
            break
        if subject and _ends_subject(text, subject):
            break
        titled = _TITLED.match(text) or (_TITLED_SMALL.match(text) if head.names else None)
        if not head.kind and titled is not None:
            head.kind = _KINDS[fold(titled[1])]
            text = titled[2][:1].upper() + titled[2][1:]
            head.said.append((place, "kind"))
        taken = [_take(part, head, place) for part in columns(text)] if not head.kind else [False]
        if head.kind and not subject and any(taken):
            end = place + 1
            continue
        if head.kind and not _RULE.fullmatch(text):
            if _ends_subject(text, subject):
                break
            subject.append(text)
            head.said.append((place, "subject"))
        elif _RULE.fullmatch(text):
            head.said.append((place, "rule"))
        elif not any(taken):
            break
        end = place + 1
    head.subject = " ".join(" ".join(subject).split())
    _name_bodies(head)
    return head, end


def belongs_to_head(text: str) -> bool:
    """Whether a line is one that letterheads have: a name in capitals, number, place and date, a rule."""
    return (
        len(text) <= _WIDEST
        and any(_take(part, Head(), 0) for part in columns(text))
        and not _OF_A_SITE.match(text)
    )


def _ends_subject(text: str, subject: list[str]) -> bool:
    plain = fold(text)
    opener = bool(_OPENS.match(plain)) and (len(text) > 80 or bool(subject))
    return (
        opener
        or len(subject) >= 4
        or len(text) > 300
        or (bool(subject) and len(text) > 60 and text.rstrip()[-1:] in ".:;")
        or bool(re.match(r"^(?!V/v)(?:[IVX]+|[0-9]+)\s*[./)]", text))
        or (plain.startswith(("ủy ban nhân dân", "(ban hành kèm theo", "(kèm theo")) and bool(subject))
    )


def _take(part: str, head: Head, place: int) -> bool:
    """Take one column of a line into *head*; return whether it belongs to a head."""
    if len(part) > _WIDEST:
        return False
    plain = fold(part).strip(" :.-–—*_")
    if COUNTRY.fullmatch(plain) or _MOTTO.fullmatch(plain):
        head.said.append((place, "country"))
        return True
    if plain in _MARKS or plain.startswith("dự thảo"):
        head.draft = head.draft or plain.startswith("dự thảo")
        head.said.append((place, "mark"))
        return True
    if plain in _KINDS and part.strip(" :*_").isupper():
        head.kind = _KINDS[plain]
        head.said.append((place, "kind"))
        return True
    if (found := _NUMBER.match(part)) is not None and head.number is None and not head.symbol:
        head.number = found["number"]
        head.symbol = re.sub(r"\s*([-–/])\s*", r"\1", found["symbol"] or "").replace("–", "-")
        head.said.append((place, "number"))
        return True
    if (dated := _DATED.match(part)) is not None and head.date is None:
        head.place = dated["place"].strip(" ,.…")
        if head.place:
            head.said.append((place, "place"))
        head.date = parse_date(re.sub(r"\s+", " ", "ngày" + dated["rest"]).strip())
        head.said.append((place, "date"))
        return True
    letters = [character for character in part if character.isalpha()]
    if letters and len(part) <= 90 and (part.isupper() or _NAME_IN_SMALL.match(part)):
        head.names.append(part.strip(" *"))
        head.said.append((place, "name"))
        return True
    return bool(_RULE.fullmatch(part))


def _name_bodies(head: Head) -> None:
    """Divide the lines in capitals into the superior and the issuing body: a body's name begins with what it is."""
    bodies: list[str] = []
    for name in head.names:
        if bodies and not _BODY.match(name.upper()):
            bodies[-1] = f"{bodies[-1]} {name}"
        else:
            bodies.append(name)
    if bodies:
        head.issuer = bodies[-1]
        head.superior = " ".join(bodies[:-1])


@define
class Foot:
    """What the foot of a document says, with the numbers of its first line and of the line behind it."""

    start: int
    end: int
    recipients: list[str] = field(factory=list)
    archive: str = ""
    authority: list[str] = field(factory=list)
    position: str = ""
    name: str = ""
    #: Numbers of lines of the source with the fields that they give.
    said: list[tuple[int, str]] = field(factory=list)


def read_foot(lines: Sequence[Line], begin: int) -> Foot:
    """Return the foot of a document: from its label or its line of authority on, or from an office near the end."""
    first = next((place for place in range(begin, len(lines)) if _starts_foot(lines[place].text)), None)
    if first is None:
        near = range(max(begin, len(lines) - _FOOT), len(lines))
        first = next((place for place in near if _is_office(lines[place].text)), len(lines))
    foot = Foot(first, len(lines))
    listing = False
    for place in range(first, len(lines)):
        if place > first and _is_behind(lines[place]):
            foot.end = place
            break
        for part in columns(lines[place].text) or [lines[place].text]:
            text = part.strip().strip("*").strip()
            listing = _take_foot(text, foot, place, listing=listing)
    return foot


def _is_behind(line: Line) -> bool:
    """Whether *line* begins what a page shows behind the document: a heading, or a table of more than two columns."""
    return line.heading is not None or (line.cell is not None and line.cell.column > 1)


def _is_office(text: str) -> bool:
    plain = text.strip(" *")
    return plain.isupper() and _OFFICES.match(plain) is not None and len(plain) <= 60


def _starts_foot(text: str) -> bool:
    if len(text) > _TWO_COLUMNS:
        return False
    parts = columns(text)
    return any(
        (len(part) < _LABEL and _RECIPIENTS.match(fold(part).strip("* ")))
        or (_PREFIX.match(part.strip("* ")) and part.strip("* ").isupper())
        for part in parts
    )


def _take_foot(text: str, foot: Foot, place: int, *, listing: bool) -> bool:
    if len(text) > _WIDEST:
        return listing
    if _RECIPIENTS.match(fold(text)):
        foot.said.append((place, "label"))
        return True
    if text.isupper() and (
        (_PREFIX.match(text) and not _OFFICES.match(text))
        or (foot.authority and not foot.name and not _OFFICES.match(text))
    ):
        foot.authority.append(" ".join(text.split()))
        foot.said.append((place, "authority"))
        return listing
    if text.isupper() and _OFFICES.match(text):
        foot.position = " ".join(text.split())
        foot.said.append((place, "position"))
        return listing
    bullet = re.match(r"^[-–—+•*]\s*(.+)$", text)
    words = (bullet[1] if bullet else text).strip()
    if (archive := _ARCHIVE.match(words)) is not None and (listing or bullet):
        foot.archive = archive[1].strip().rstrip(".").strip()
        foot.said.append((place, "archive"))
        return False
    if bullet or (listing and not foot.position):
        for name in words.rstrip(";.").split("; "):
            if name.strip():
                foot.recipients.append(name.strip())
                foot.said.append((place, "recipient"))
        return listing
    if (foot.position or foot.authority) and not foot.name and _is_name(text):
        foot.name = " ".join(text.split())
        foot.said.append((place, "name"))
    return listing


def _is_name(text: str) -> bool:
    words = text.split()
    # One word is the name of somebody only where an apostrophe joins two: "K’Brếu".
    several = 2 <= len(words) <= 6 or re.fullmatch(r"\w+[’']\w+", text) is not None
    return several and all(word[:1].isupper() for word in words)
