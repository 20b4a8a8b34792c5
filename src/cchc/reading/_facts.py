"""Facts in sentences: channels and duties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cchc.model import Assignment, AssignmentRole, Body, Channel, Family
from cchc.reading._times import quantity_of, schedule_of
from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cchc.reading._bodies import BodyReader

#: Media by the words that name them, tried in order.
MEDIA: tuple[tuple[Family, str], ...] = (
    ("community", r"người có uy tín|già làng|trưởng bản|trưởng thôn"),
    ("minority_language", r"tiếng (?:các )?dân tộc"),
    (
        "loudspeaker",
        r"(?:hệ thống )?(?:loa|đài truyền thanh(?! - truyền hình| và truyền hình|-)|truyền thanh cơ sở)",
    ),
    (
        "broadcast",
        r"đài (?:phát thanh|ptth|pt-th|truyền hình|truyền thanh)|phát thanh[ ,-]+(?:và )?truyền hình|phóng sự|sóng truyền hình",
    ),
    (
        "portal",
        r"cổng (?:thông tin|dịch vụ)|(?:trang|mạng) (?:thông )?tin điện tử|trang web|website|trang tin|cổng ttđt",
    ),
    ("social", r"mạng xã hội|zalo|facebook|fanpage|youtube|tiktok|nền tảng số"),
    (
        "press",
        r"\bbáo\b(?! cáo)|báo chí|phương tiện thông tin đại chúng|tin, bài|tin bài|chuyên trang|chuyên mục|tạp chí",
    ),
    ("print", r"tờ rơi|tờ gấp|tờ xếp|sổ tay|tài liệu tuyên truyền|ấn phẩm|băng, đĩa|bản tin"),
    ("visual", r"pa ?-?nô|pano|áp phích|băng ?rôn|khẩu hiệu|trực quan|màn hình|bảng điện tử"),
    ("posting", r"niêm yết"),
    ("contest", r"hội thi|cuộc thi|thi tìm hiểu|sáng tác"),
    ("survey", r"khảo sát|điều tra|lấy ý kiến|đo lường"),
    ("dialogue", r"đối thoại|diễn đàn|tọa đàm|giao lưu|tiếp xúc"),
    ("training", r"tập huấn|bồi dưỡng|lớp học"),
    ("stage", r"tiểu phẩm|kịch|văn nghệ|sân khấu|chiếu phim|cổ động"),
    ("integrated", r"lồng ghép"),
    ("meeting", r"hội nghị|cuộc họp|họp khối|họp thôn|họp bản|sinh hoạt|giao ban|hội thảo"),
)
_MEDIA = tuple((family, re.compile(pattern)) for family, pattern in MEDIA)
_BREAK = re.compile(r"[;.]\s+|,\s+|\s+và\s+(?:trên\s+|qua\s+|bằng\s+)?|;\s*|:\s+")
_LEAD_IN = re.compile(
    r"^(?:tiếp tục |tăng cường |đẩy mạnh |tổ chức |thực hiện |xây dựng |duy trì |mở )*"
    r"(?:thông tin|tuyên truyền|truyền thông|phổ biến|đăng tải)?[^,;]*?\b(?:trên|qua|thông qua|bằng|tại|trong)\s+(?:các\s+)?(?=\S)"
)
_CHANNEL_LABELS = re.compile(r"\.\s+(?=(?:Đối tượng|Nội dung|Cách thức|Kinh phí)[^:.]{0,30}: )")
_LABELLED = {"đối tượng": "audience", "nội dung": "content", "cách thức": "method", "kinh phí": "budget"}


def family_of(words: str) -> Family | None:
    """Return the family of media that *words* name first."""
    plain = fold(words)
    found = [
        (match.start(), family) for family, pattern in _MEDIA if (match := pattern.search(plain)) is not None
    ]
    return min(found)[1] if found else None


def channel_from_sentence(words: str, reader: BodyReader, year: int) -> dict[str, object] | None:
    """Return the fields of a channel said in one sentence with semicolons, the way composing writes it."""
    parts = _CHANNEL_LABELS.split(words.strip())
    values: dict[str, object] = {}
    segments = [segment.strip() for segment in _segments(parts[0].rstrip(" ."))]
    if not segments or not segments[0]:
        return None
    rest = segments[1:]
    sure = False
    position = 0
    while position < len(rest):
        segment = rest[position]
        plain = fold(segment)
        if " chủ trì" in f" {plain}":
            lead, _, partners = _at(segment, plain, " chủ trì")
            values["lead"] = reader.bodies("; ".join([*_pending(values), lead]))
            partners = re.sub(r"^\s*,?\s*phối hợp với\s+", "", "; ".join([partners, *rest[position + 1 :]]))
            if partners.strip(" ;."):
                values["partners"] = reader.bodies(partners)
            sure = True
            break
        if plain.startswith("phối hợp với "):
            values["partners"] = reader.bodies("; ".join([segment[13:], *rest[position + 1 :]]))
            sure = True
            break
        quantity = quantity_of(segment, alone=True)
        schedule = schedule_of(segment, year)
        if (
            "schedule" not in values
            and "quantity" not in values
            and (schedule.kind != "words" or quantity is None)
        ):
            values["schedule"] = schedule
            sure = sure or schedule.kind != "words"
        elif quantity is not None and "quantity" not in values:
            values["quantity"] = quantity
            sure = True
        else:
            values.setdefault("pending", []).append(segment)  # type: ignore[attr-defined]
        position += 1
    for part in parts[1:]:
        label, _, said = part.partition(": ")
        key = next((field for name, field in _LABELLED.items() if fold(label).startswith(name)), None)
        if key is not None:
            values[key] = said.strip().rstrip(".")
            sure = True
    if not sure or values.pop("pending", None):
        return None
    return {"name": segments[0], "family": family_of(segments[0]), **values}


def _pending(values: dict[str, object]) -> Iterable[str]:
    pending = values.pop("pending", [])
    assert isinstance(pending, list)
    return pending


def _segments(text: str) -> list[str]:
    return text.split("; ")


def _at(text: str, plain: str, mark: str) -> tuple[str, str, str]:
    at = plain.find(mark)
    return text[:at], mark, text[at + len(mark) :]


def media_in(words: str) -> list[tuple[str, Family]]:
    """Return the media that a sentence names, each with its words: "trên Báo Nam Định, Đài …" names two."""
    found: list[tuple[str, Family]] = []
    start = 0
    pieces: list[tuple[str, str]] = []
    for match in [*_BREAK.finditer(words), None]:
        end = match.start() if match else len(words)
        pieces.append((words[start:end].strip(), match[0].strip() if match else "."))
        start = match.end() if match else end
    goes_on = False
    for piece, mark in pieces:
        family = family_of(piece)
        if family is not None:
            plain = fold(piece)
            lead_in = _LEAD_IN.match(plain)
            name = (
                piece[lead_in.end() :]
                if lead_in and len(plain) == len(piece) and family_of(piece[lead_in.end() :])
                else piece
            )
            found.append((name.strip(" .;:"), family))
            goes_on = mark == ","
        elif found and goes_on and piece and len(piece.split()) <= 6:
            name, last = found[-1]
            found[-1] = (f"{name}, {piece}".strip(" .;:"), last)
            goes_on = mark == ","
        else:
            goes_on = False
    return found


_TIME_TAIL = re.compile(r"^(?:thời gian thực hiện|thời hạn|hoàn thành)\s*:?\s+")
_PRODUCT_TAIL = re.compile(r"^sản phẩm\s*:\s*")
_REPORT_TAIL = re.compile(r"^báo cáo\s+(?=\S)")
_LEADING = re.compile(r"^(?:là cơ quan )?chủ trì(?:,? phối hợp (?:với|cùng)\s+|\s*,?\s*)")
_PARTNERING = re.compile(r"^phối hợp(?: chặt chẽ)? (?:với|cùng)\s+")
_REPORTS = re.compile(
    r"\bbáo cáo\b[^.;]*?\b(?:về|với|lên|cho|gửi)?\s*((?:UBND|Ủy ban nhân dân|HĐND|Sở|Phòng|Chủ tịch UBND)\b[^.;,]*)"
)


def duty_values(words: str, bodies: tuple[Body, ...], reader: BodyReader, year: int) -> dict[str, object]:
    """Return the fields of a duty that *bodies* have, from the sentence that says it."""
    values: dict[str, object] = {"bodies": bodies}
    text = " ".join(words.split()).rstrip(" .;")
    segments = text.split("; ")
    kept: list[str] = []
    role: AssignmentRole = "implement"
    for segment in segments:
        plain = fold(segment)
        if kept and (tail := _TIME_TAIL.match(plain)) is not None:
            values["schedule"] = schedule_of(segment[tail.end() :], year)
        elif kept and (tail := _PRODUCT_TAIL.match(plain)) is not None:
            values["product"] = segment[tail.end() :].strip()
        elif (
            kept
            and (tail := _REPORT_TAIL.match(plain)) is not None
            and _is_body(segment[tail.end() :], reader)
        ):
            values["reports_to"] = Body(words=segment[tail.end() :].strip())
            role = "report"
        elif (
            kept
            and (tail := _PARTNERING.match(plain)) is not None
            and reader.name_bodies(segment[tail.end() :])
        ):
            values["partners"] = reader.bodies(segment[tail.end() :])
        else:
            kept.append(segment)
    task = "; ".join(kept)
    plain = fold(task)
    if (leading := _LEADING.match(plain)) is not None:
        role = "lead" if role != "report" else role
        task = task[leading.end() :]
        if "phối hợp" in leading[0]:
            values["partners"], task = _partners(task, reader)
    elif (partnering := _PARTNERING.match(plain)) is not None:
        role = "partner" if role != "report" else role
        values["partners"], task = _partners(task[partnering.end() :], reader)
    if "reports_to" not in values and (report := _REPORTS.search(task)) is not None:
        names, _ = reader.begins(report[1])
        if names:
            values["reports_to"] = names[0]
    values["role"] = role
    values["task"] = task.strip(" ,.;")
    return values


def _is_body(words: str, reader: BodyReader) -> bool:
    return bool(reader.name_bodies(words)) and "," not in words


def _partners(words: str, reader: BodyReader) -> tuple[tuple[Body, ...], str]:
    partners, task = reader.begins(words)
    return (partners, task.lstrip(" ,:")) if partners else ((), words)


def duty(key: str, values: dict[str, object]) -> Assignment:
    """Return the duty of *values* with the id *key*."""
    return Assignment(id=key, **values)  # type: ignore[arg-type]


def channel(key: str, values: dict[str, object]) -> Channel:
    """Return the channel of *values* with the id *key*."""
    return Channel(id=key, **values)  # type: ignore[arg-type]
