"""The head and the foot of a document: letterhead, title, subject; recipients and signature."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from attrs import define, field

from cchc.text import CAPITALS, fold, parse_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc.reading._source import Line

COUNTRY = re.compile(r"c[ộô]ng h[oòó]a? ?x[aã] h[ộô]i ch[uủ] ngh[iĩ]a vi[eệ]t nam")
_MOTTO = re.compile(r"đ[oộ]c l[aậ]p\s*[-–—]\s*t[uự] do\s*[-–—]\s*h[aạ]nh ph[uú]c")
#: What the Party and its Youth Union print in the place of the name of the country.
PARTY = re.compile(r"đảng cộng sản việt nam|đoàn (?:tncs|thanh niên cộng sản) hồ chí minh")
_RULE = re.compile(r"[\s\-–—_=*.~|•]+")
_NUMBER = re.compile(
    r"^số\s*:?\s*(?P<number>[0-9]{1,6}[a-zđ]?)?[\s.…_]*(?:[/\-]\s*(?P<symbol>[A-ZĐa-zđ][\w&Đđ]*(?:\s?[-–/]\s?[\w&]+)*))?\s*$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"^(?P<place>[^,;:()]{0,60}?)\s*,?\s*ngày(?P<rest>[\s.…_0-9/]*(?:tháng[\s.…_0-9]*năm[\s.…_0-9]*)?)$",
    re.IGNORECASE,
)
#: Kinds of documents that plans are issued as, "PHƯƠNG ÁN", "CHƯƠNG TRÌNH PHỐI HỢP"; what is no decision is read as a plan.
KINDS = (
    r"(?:kế hoạch|chương trình|phương án|đề án|hướng dẫn)(?: (?:phối hợp|liên tịch|liên ngành|hành động))?"
)
_KIND = re.compile(rf"{KINDS}|quyết định")
#: A title whose kind and subject stand on one line; the kind is in capitals, the subject goes on at once.
_TITLED = re.compile(
    rf"^\W*({KINDS.upper()}|QUYẾT ĐỊNH)\s+((?:[Vv]ề|VỀ|[Tt]hông tin|THÔNG TIN|[Tt]uyên|TUYÊN|[Tt]ruyền|TRUYỀN|[Cc]ải|CẢI).*)$"
)
#: The same in small letters, behind the name of the body.
_TITLED_SMALL = re.compile(
    r"^(Kế hoạch|Phương án|Chương trình|Đề án)\s+((?:thông tin|tuyên truyền|truyền thông|cải cách|công tác)\b[^.;:]*\bnăm\s+[0-9]{4}[^.;:]{0,80})$"
)
_MARKS = ("dự thảo", "hỏa tốc", "thượng khẩn", "khẩn", "mật")
_BODY = re.compile(
    r"^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|PHÒNG|VĂN PHÒNG|BAN|CHI CỤC|CỤC|TỔNG CỤC|BỘ|TRUNG TÂM|TRƯỜNG|BỆNH VIỆN|VIỆN"
    r"|THANH TRA|CÔNG AN|ĐẢNG|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ) (?:ỦY|UỶ|ĐOÀN)|(?:XÃ|PHƯỜNG) ĐOÀN|ĐOÀN|HỘI|LIÊN ĐOÀN|CÔNG ĐOÀN|BÁO|ĐÀI|BQL"
    r"|BCH|BTV|MẶT TRẬN|UBMTTQ|LIÊN HIỆP|LIÊN MINH|HỌC VIỆN|TỔNG CÔNG TY|CÔNG TY|TẬP ĐOÀN|KHO BẠC|TÒA ÁN|TOÀ ÁN|BẢO HIỂM XÃ HỘI|NGÂN HÀNG)\b"
)
#: A committee with its unit, behind which the next line names a lower unit in the place of its committee: "ĐẶC KHU LÝ SƠN".
_COMMITTEE = re.compile(
    r"^(?P<committee>ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)\s+(?P<unit>TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ)\s+\S"
)
_LOWER = re.compile(r"^(?:HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s+\S")
#: A subject that is said below the number, and once more below the title.
_ABOUT = re.compile(r"^[“\"(]?v/v\b")
#: A site calls itself so above the documents that it shows.
_OF_A_SITE = re.compile(r"^(?:CỔNG|TRANG|WEBSITE)\b")
#: A name that a letterhead has in small letters; what goes on with a verb is a sentence.
_NAME_IN_SMALL = re.compile(
    r"^(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Sở|Chi cục|Cục)\s(?!.*(?:ban hành|xây dựng|kế hoạch|triển khai|thực hiện))[^.,:;]{3,60}$",
    re.IGNORECASE,
)
#: Words that begin an opening paragraph.
_OPENS = re.compile(r"^(?:căn cứ|thực hiện|trên cơ sở|để |nhằm |theo |xét |triển khai|tiếp tục|thi hành)")
_PREFIX = re.compile(r"^(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s*\.?\s")
_OFFICES = re.compile(
    r"^(?:PHÓ |QUYỀN |Q\. )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TRƯỞNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CHÁNH ÁN|HIỆU TRƯỞNG|BỘ TRƯỞNG"
    r"|THỨ TRƯỞNG|VIỆN TRƯỞNG|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|CHI CỤC TRƯỞNG|TRẠM TRƯỞNG|ĐỘI TRƯỞNG|CHỈ HUY TRƯỞNG|TỔNG BIÊN TẬP|BÍ THƯ"
    r"|CHỦ NHIỆM|TỔNG THƯ KÝ|ỦY VIÊN|UỶ VIÊN)\b"
)
#: Where the second column begins in a line of two columns that one blank divides: the country, the motto, place and day.
_SECOND_OF_HEAD = re.compile(rf"\s+(?=(?:{COUNTRY.pattern}|{_MOTTO.pattern}|{PARTY.pattern})\W*$)")
#: What of these no other line need be searched for: the ends of all that the three patterns take.
_ENDS_OF_HEAD = ("t nam", "nh phúc", "nh phuc", "chí minh")
_NUMBER_THEN_PLACE = re.compile(
    r"^(số\s*:?[\s.…_]*[0-9]*[a-zđ]?[\s.…_]*[/\-]\s*[\w&]+(?:\s?[-–/]\s?[\w&]+)*)\s+([^\W\d_][^,;:()|\t]{0,60}?,\s*ngày[\s.…_0-9/]*(?:tháng[\s.…_0-9]*năm[\s.…_0-9]*)?)$",
    re.IGNORECASE,
)
#: The same in the foot: authority, office, "(đã ký)".
_SECOND_OF_FOOT = re.compile(
    rf"\s(?<=[:;.,)]\s)\s*(?=(?:(?:TM|KT|TL|TUQ|Q|T/M)\s*\.?\s|PHÓ |QUYỀN )?[{CAPITALS}]{{2,}}(?:[\s,-]+[{CAPITALS}]+)+$|\((?:đã ký|Đã ký|ĐÃ KÝ|ký tên|Ký tên)[^()]*\)$)"
)
#: An office behind a recipient that has no mark at its end: "- UBND tỉnh PHÓ CHỦ TỊCH".
_OFFICE_BEHIND = re.compile(
    rf"(?<=[^\W\d_])\s+(?=(?:(?:KT|TM|TL|TUQ|Q)\.\s?)?(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|HIỆU TRƯỞNG|BÍ THƯ|CHÁNH|CỤC TRƯỞNG)(?:\s[{CAPITALS}\s]+)?$)"
)
_LABELLED = re.compile(r"^(nơi nhận\s*:?)\s+(?=\S)", re.IGNORECASE)
_RECIPIENTS = re.compile(r"^nơi nhận\s*:?\s*$")
#: With these a line in capitals is the name of somebody and no title.
_SURNAMES = frozenset(
    {
        "NGUYỄN", "TRẦN", "LÊ", "PHẠM", "HOÀNG", "HUỲNH", "PHAN", "VŨ", "VÕ", "ĐẶNG", "BÙI", "ĐỖ", "NGÔ", "DƯƠNG", "LÝ", "ĐINH",
        "TRỊNH", "LƯƠNG", "MAI", "TRƯƠNG", "CAO", "LÂM", "HÀ", "TẠ",
    }
)  # fmt: skip
#: No line of a head or a foot is wider, and what is matched there must not take long on what is.
_WIDEST = 300
_GAP = re.compile(r"\t+|\s*\|\s*|[ \u00a0]{3,}")
_GAPS = ("\t", "|", "   ", "\u00a0")
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
    title: str = ""
    subject: str = ""
    about: str = ""
    draft: bool = False
    #: Who issued it, where several did.
    bodies: tuple[str, ...] = ()
    names: list[str] = field(factory=list)
    #: Numbers of lines of the source with the fields that they give.
    said: list[tuple[int, str]] = field(factory=list)


def columns(text: str) -> list[str]:
    """Return the columns of a line that two columns were flattened to: by tabs, pipes or wide gaps."""
    if len(text) > _WIDEST:
        return [text.strip()]
    small = text.lower()
    if _NUMBER.match(text.strip()) or ("ngày" in small and _DATED.match(text.strip())):
        # Its gaps are blanks to fill in.
        return [text.strip()]
    if (numbered := _NUMBER_THEN_PLACE.match(text.strip())) is not None:
        return [*numbered.groups()]
    gaps = any(gap in text for gap in _GAPS)
    parts = [part.strip() for part in (_GAP.split(text) if gaps else [text]) if part.strip(" |\t")]
    if (
        len(parts) == 1
        and any(end in small for end in _ENDS_OF_HEAD)
        and len(plain := fold(parts[0])) == len(parts[0])
    ):
        second = _SECOND_OF_HEAD.search(plain)
        if second is not None:
            return [parts[0][: second.start()], parts[0][second.end() :]]
    return parts


def foot_columns(text: str) -> list[str]:
    """Return the columns of a line of the foot; of those that one blank divides, the second is in capitals, or says "(đã ký)"."""
    found = columns(text)
    if len(found) != 1 or len(text) > _TWO_COLUMNS or text.isupper():
        return found
    label = _LABELLED.match(found[0])
    if label is not None:
        return [label[1], found[0][label.end() :]]
    return _SECOND_OF_FOOT.split(found[0], maxsplit=1)


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
        if not head.kind and head.said and _ABOUT.match(fold(text)) is not None:
            head.about = re.sub(r"^\W*[Vv]/[Vv]\s+", "", text).strip(' “”"()')
            head.said.append((place, "about"))
            end = place + 1
            continue
        titled = _TITLED.match(text) or (_TITLED_SMALL.match(text) if head.names else None)
        if not head.kind and titled is not None:
            _entitle(head, fold(titled[1]))
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
    head.subject = " ".join(" ".join(subject).split()) or head.about
    _name_bodies(head)
    return head, end


def _entitle(head: Head, title: str) -> None:
    head.title = title
    head.kind = "QĐ" if title == "quyết định" else "KH"


def belongs_to_head(text: str) -> bool:
    """Whether a line is one that letterheads have: a name in capitals, number, place and date, a rule."""
    if len(text) > _WIDEST or _OF_A_SITE.match(text):
        return False
    return _ABOUT.match(fold(text)) is not None or any(_take(part, Head(), 0) for part in columns(text))


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
    if COUNTRY.fullmatch(plain) or _MOTTO.fullmatch(plain) or PARTY.fullmatch(plain):
        head.said.append((place, "country"))
        return True
    if plain in _MARKS or plain.startswith("dự thảo"):
        head.draft = head.draft or plain.startswith("dự thảo")
        head.said.append((place, "mark"))
        return True
    if _KIND.fullmatch(plain) and part.strip(" :*_").isupper():
        _entitle(head, plain)
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
        name = _of_unit(bodies[-1], name) if bodies else name
        if bodies and not _BODY.match(name.upper()):
            bodies[-1] = f"{bodies[-1]} {name}"
        else:
            bodies.append(name)
    joint = re.search(r"\b(?:phối hợp|liên tịch|liên ngành)$", head.title) is not None
    if len(bodies) > 1 and joint and len(re.findall(r"[-/]", head.symbol)) > 1:
        # Each of them issues it: "CTrPH-SNV-HLHPN".
        head.bodies = tuple(bodies)
        head.issuer = bodies[0]
    elif bodies:
        head.issuer = bodies[-1]
        head.superior = " ".join(bodies[:-1])


def _of_unit(above: str, name: str) -> str:
    """Return *name* as that of a committee, where it is a unit below the one whose committee stands *above*."""
    committee = _COMMITTEE.match(above.upper())
    if committee is None or _LOWER.match(name.upper()) is None or name.upper().startswith(committee["unit"]):
        return name
    return f"{committee['committee']} {name}"


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
    #: Whether the recipients stand behind the signature.
    last: bool = False
    #: Lines in capitals behind the name, which another signer may follow, and how many signed.
    behind: list[str] = field(factory=list)
    signers: int = 1
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
        parts = foot_columns(lines[place].text) or [lines[place].text]
        if len(parts) == 1 and listing and not parts[0].isupper():
            parts = _OFFICE_BEHIND.split(parts[0], maxsplit=1)
        for part in parts:
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
    parts = foot_columns(text)
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
        foot.last = bool(foot.position or foot.name)
        return True
    bullet = re.match(r"^[-–—+•*]\s*(.+)$", text)
    # "- TT. HĐND, UBND;" is a recipient in capitals.
    listed = listing and (bullet is not None or text.endswith(";"))
    if (
        text.isupper()
        and not (listed or _is_name(text))
        and _take_signing(" ".join(text.split()), foot, place)
    ):
        return listing
    words = (bullet[1] if bullet else text).strip()
    if (archive := _ARCHIVE.match(words)) is not None and (listing or bullet):
        said, mark, name = archive[1].strip().rpartition(". ")
        if mark and foot.position and not foot.name and _is_name(name.strip()):
            _sign(name, foot, place)
            archive = _ARCHIVE.match(f"Lưu: {said}") or archive
        foot.archive = archive[1].strip().rstrip(".").strip()
        foot.said.append((place, "archive"))
        return False
    if bullet or (listing and (foot.last or not foot.position)):
        names = words.rstrip(";.,").split("; ")
        if bullet and len(names) > 1 and foot.position and not foot.name and _is_name(names[-1]):
            # The name of the signer stands in the second column.
            _sign(names.pop(), foot, place)
        for name in names:
            if name.strip():
                foot.recipients.append(name.strip())
                foot.said.append((place, "recipient"))
        return listing
    if (foot.position or foot.authority) and (not foot.name or foot.behind) and _is_name(text):
        _sign(text, foot, place)
    return listing


def _take_signing(text: str, foot: Foot, place: int) -> bool:
    """Take a line in capitals above the name of who signs; return whether it is one."""
    office, prefixed = _OFFICES.match(text) is not None, _PREFIX.match(text) is not None
    if foot.name:
        if office or prefixed or foot.behind or _BODY.match(text):
            foot.behind.append(text)
        return True
    if office:
        foot.position = text
        foot.said.append((place, "position"))
    elif foot.position and not prefixed:
        # "GIÁM ĐỐC TRUNG TÂM", broken before "PHỤC VỤ HÀNH CHÍNH CÔNG".
        foot.position = f"{foot.position} {text}"
    elif prefixed or foot.authority:
        foot.authority.append(text)
        foot.said.append((place, "authority"))
    else:
        return False
    return True


def _sign(text: str, foot: Foot, place: int) -> None:
    """Take the name of who signs; where another has signed before, in whose place the plan has none, he stands above."""
    if foot.name and not any(_OFFICES.match(line) for line in foot.behind):
        return
    if foot.name:
        foot.authority += [part for part in (foot.position, foot.name, *foot.behind[:-1]) if part]
        foot.position = foot.behind[-1]
        foot.behind = []
        foot.signers += 1
    foot.name = " ".join(text.split())
    foot.said.append((place, "name"))


def _is_name(text: str) -> bool:
    words = text.split()
    # One word is the name of somebody only where an apostrophe joins two: "K’Brếu".
    if text.isupper() and words[0] not in _SURNAMES:
        return False
    several = 2 <= len(words) <= 6 or re.fullmatch(r"\w+[’']\w+", text) is not None
    return several and all(word[:1].isupper() for word in words)
