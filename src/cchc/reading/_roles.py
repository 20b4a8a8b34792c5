"""What a heading or a label stands for, by its words."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, cast

from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cchc.model import Role

#: Parts of a plan by their headings, tried in order; each with headings that are it.
PART_HEADINGS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "aims",
        r"(?:mục đích|mục tiêu|quan điểm).*(?:yêu cầu|nguyên tắc)",
        ("MỤC ĐÍCH, YÊU CẦU", "Mục đích và yêu cầu", "MỤC TIÊU, YÊU CẦU VÀ ĐỐI TƯỢNG"),
    ),
    ("purpose", r"(?:mục đích|mục tiêu)\b", ("Mục đích", "MỤC TIÊU CHUNG", "Mục tiêu cụ thể")),
    ("requirements", r"(?:các )?yêu cầu\b", ("Yêu cầu", "YÊU CẦU CHUNG")),
    ("audience", r"(?:phạm vi(?: và|,) )?đối tượng\b", ("Đối tượng tuyên truyền", "Phạm vi, đối tượng")),
    (
        "substance",
        r"(?:các )?(?:nội dung|nhiệm vụ|thông điệp).*(?:hình thức|biện pháp|giải pháp|phương thức|cách thức)",
        ("NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN", "Nội dung và biện pháp", "NHIỆM VỤ, GIẢI PHÁP"),
    ),
    (
        "channels",
        r"(?:các )?(?:hình thức|biện pháp|giải pháp|phương thức|cách thức|kênh)\b",
        ("Hình thức tuyên truyền", "HÌNH THỨC, BIỆN PHÁP TUYÊN TRUYỀN", "Các giải pháp"),
    ),
    (
        "contents",
        r"(?:các )?(?:nội dung|nhiệm vụ trọng tâm|nhiệm vụ cụ thể|nhiệm vụ)\b",
        ("NỘI DUNG", "Nội dung tuyên truyền", "Các nhiệm vụ trọng tâm"),
    ),
    ("schedule", r"(?:về )?(?:thời gian|tiến độ)\b", ("Thời gian thực hiện", "Thời gian, địa điểm")),
    ("budget", r"(?:về |nguồn )?kinh phí\b", ("KINH PHÍ THỰC HIỆN", "Về kinh phí")),
    (
        "organisation",
        r"(?:công tác )?tổ chức (?:triển khai )?(?:thực hiện|thi hành)\b|(?:điều khoản|hiệu lực) thi hành\b",
        ("TỔ CHỨC THỰC HIỆN", "ĐIỀU KHOẢN THI HÀNH"),
    ),
    (
        "reporting",
        r"(?:chế độ |công tác |về )?(?:thông tin,? )?báo cáo\b",
        ("Chế độ báo cáo", "Công tác báo cáo", "CHẾ ĐỘ THÔNG TIN, BÁO CÁO"),
    ),
    (
        "implementers",
        r"(?:các )?(?:cơ quan|đơn vị) (?:tổ chức |chịu trách nhiệm )?thực hiện\b",
        ("Cơ quan thực hiện kế hoạch",),
    ),
    (
        "duties",
        r"(?:phân công )?(?:trách nhiệm|nhiệm vụ)\b|phân công\b",
        ("Trách nhiệm thực hiện", "Phân công trách nhiệm", "PHÂN CÔNG THỰC HIỆN"),
    ),
)

#: Labelled lines of a channel, tried in order.
LINE_LABELS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "schedule",
        (
            r"(?:về )?(?:thời gian|thời điểm|thời hạn|tiến độ)\b|(?:tần suất|định kỳ|lịch|chu kỳ|hoàn thành|hạn hoàn thành)"
            r"(?: (?:thực hiện|phát sóng|phát|đăng tải|đăng|cập nhật|tổ chức|trong|trước))*$"
        ),
        (
            "Thời gian thực hiện",
            "Thời gian",
            "Tần suất",
            "Tần suất đăng tải",
            "Định kỳ",
            "Hoàn thành",
            "Lịch phát sóng",
        ),
    ),
    (
        "lead",
        (
            r"(?:các )?(?:cơ quan|đơn vị|cơ quan, đơn vị|bộ phận|người) (?:chủ trì\b|phụ trách\b|(?:tổ chức )?thực hiện$|đầu mối$)|chủ trì\b"
            r"|(?:phân công )?(?:tổ chức )?thực hiện$|(?:người |cá nhân )?phụ trách$|(?:đơn vị |cơ quan )?(?:được giao|chịu trách nhiệm)$|đầu mối(?: thực hiện)?$|giao$"
        ),
        (
            "Cơ quan chủ trì",
            "Chủ trì thực hiện",
            "Đơn vị thực hiện",
            "Phụ trách",
            "Đầu mối",
            "Đơn vị chịu trách nhiệm",
        ),
    ),
    (
        "partners",
        (
            r"(?:các )?(?:cơ quan|đơn vị|cơ quan, đơn vị|bộ phận) phối hợp\b|phối hợp\b"
            r"|(?:cơ quan |đơn vị |lực lượng )?(?:cùng (?:thực hiện|phối hợp|tham gia)|đồng tổ chức|hỗ trợ)$|(?:đơn vị|cơ quan|lực lượng) tham gia$"
        ),
        ("Cơ quan phối hợp", "Đơn vị phối hợp", "Cùng thực hiện", "Đơn vị hỗ trợ", "Lực lượng tham gia"),
    ),
    ("audience", r"(?:phạm vi,? )?(?:đối tượng|thành phần)\b", ("Đối tượng", "Đối tượng tham dự khảo sát")),
    ("content", r"nội dung\b|chủ đề\b", ("Nội dung", "Nội dung khảo sát")),
    (
        "quantity",
        r"(?:thời lượng(?:,| và) )?(?:số|khối) lượng\b|chỉ tiêu\b|(?:định mức|quy mô)$",
        ("Số lượng", "Định mức"),
    ),
    (
        "method",
        r"(?:cách thức|hình thức|phương thức|phương pháp|biện pháp)\b",
        ("Cách thức tổ chức", "Hình thức tổ chức"),
    ),
    ("budget", r"(?:về |nguồn )?kinh phí\b", ("Kinh phí thực hiện", "Kinh phí")),
)

#: Labels that say more of a channel and that no field has; they name nobody who has a duty.
_MORE = re.compile(
    r"(?:địa điểm|thời lượng|nơi|khung giờ|kết quả|sản phẩm|thông điệp|tên gọi|quy mô|ghi chú|lưu ý|liên hệ|người liên hệ|giải thưởng|cơ cấu giải thưởng)\b"
    r"|(?:đơn vị|cơ quan|bộ phận) (?:tham mưu|tài trợ|bảo trợ|thường trực|giám sát|theo dõi)$|(?:tham mưu|tài trợ|bảo trợ)$"
)

#: "Trách nhiệm của Sở Nội vụ", "Nhiệm vụ của các phòng": whose they are stands behind.
OF = re.compile(r"(?:về )?(?:trách nhiệm|nhiệm vụ)(?: cụ thể| thực hiện| chính)? của\s+(?=\S)")
#: What all the bodies have to do that issued it together.
OF_ALL = re.compile(
    r"(?:trách nhiệm|nhiệm vụ) chung|(?:trách nhiệm|nhiệm vụ) (?:chung )?của (?:hai|các) (?:bên|cơ quan|ngành|đơn vị)|(?:hai|các) bên"
)

#: Parts that gather others.
GROUPS = frozenset({"aims", "substance", "organisation"})

_PARTS = tuple((role, re.compile(pattern)) for role, pattern, _ in PART_HEADINGS)
_LINES = tuple((role, re.compile(pattern)) for role, pattern, _ in LINE_LABELS)
_COUNT = re.compile(r"\b([0-9]{1,2})\s+(?:\([^)]*\)\s*)?(nội dung|hình thức|biện pháp|giải pháp|nhiệm vụ)\b")
_DIGIT = re.compile(r"[0-9]")
_WORDY = 120


def _plain(text: str) -> str:
    return fold(text).strip(" .:;,-")


def part_role(heading: str, known: Mapping[str, Role]) -> Role | None:
    """Return the part of a plan that *heading* heads; *known* are headings that templates bring, folded."""
    if len(heading) > 2 * _WORDY:
        return None
    plain = _plain(heading)
    if plain in known:
        return known[plain]
    if len(plain) > _WORDY:
        return None
    return next((cast("Role", role) for role, pattern in _PARTS if pattern.match(plain)), None)


def line_role(label: str) -> Role | None:
    """Return the field of a channel that a line with *label* gives."""
    # "Phối hợp cử 02 công chức …; sản phẩm" is a sentence with a label at its end.
    return None if len(label) > _WORDY // 2 or ";" in label else _role_of_line(label)


# Plans share their labels.
@functools.lru_cache(maxsize=1024)
def _role_of_line(label: str) -> Role | None:
    plain = _plain(label)
    return next((cast("Role", role) for role, pattern in _LINES if pattern.match(plain)), None)


def says_more(label: str) -> bool:
    """Whether a line with *label* says something of a channel that is no field of it: "Địa điểm", "Đơn vị tham mưu"."""
    return len(label) <= _WORDY // 2 and _MORE.match(_plain(label)) is not None


def announced(text: str) -> tuple[int, Role] | None:
    """Return how many contents or channels a sentence announces: "đưa ra 06 nội dung trọng tâm"."""
    found = _COUNT.search(fold(text)) if _DIGIT.search(text) else None
    if found is None:
        return None
    return int(found[1]), "contents" if found[2] in ("nội dung", "nhiệm vụ") else "channels"
