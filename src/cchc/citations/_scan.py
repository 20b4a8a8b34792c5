"""Finding citations: one scanner for numbers and names of laws, then reading around each within a bounded window."""

from __future__ import annotations

import datetime as dt
import heapq
import re
from typing import TYPE_CHECKING

from attrs import define

from cchc.citations._bodies import PERSON, POINT_BELONGS, body_at, field_words
from cchc.citations._issuers import IMPLIED, written
from cchc.citations._kinds import KINDS, LAWS, NUMBERED_ALONE, SPOKEN_CODES
from cchc.citations._letters import lettered
from cchc.citations._numbers import BARE, NUMBER, Number, read_bare, read_number, with_year
from cchc.text import date_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Anchor = tuple[re.Match[str], Callable[[str, re.Match[str], int, "Found | None"], tuple["Found", ...]]]

# How far a citation is read from its number: enough for the longest names, and a bound on the work at one place.
_BEFORE, _NAME = 240, 200

_LAWS_SAID = {
    "Luật": "Luật", "LUẬT": "Luật", "Bộ luật": "Bộ luật", "Bộ Luật": "Bộ luật", "BỘ LUẬT": "Bộ luật", "Pháp lệnh": "Pháp lệnh",
    "PHÁP LỆNH": "Pháp lệnh", "Hiến pháp": "Hiến pháp", "HIẾN PHÁP": "Hiến pháp",
}  # fmt: skip
# Codes that courts and lawyers shorten, with what stands behind "Bộ luật" or "Luật" in their names.
_SHORTENED = {
    "BLHS": ("Bộ luật", "Hình sự"), "BLDS": ("Bộ luật", "Dân sự"), "BLLĐ": ("Bộ luật", "Lao động"),
    "BLHH": ("Bộ luật", "Hàng hải Việt Nam"), "BLTTHS": ("Bộ luật", "Tố tụng hình sự"), "BLTTDS": ("Bộ luật", "Tố tụng dân sự"),
    "LTTHC": ("Luật", "Tố tụng hành chính"), "LĐĐ": ("Luật", "Đất đai"), "LHNGĐ": ("Luật", "Hôn nhân và gia đình"),
    "LHN&GĐ": ("Luật", "Hôn nhân và gia đình"), "LTHADS": ("Luật", "Thi hành án dân sự"), "LDN": ("Luật", "Doanh nghiệp"),
}  # fmt: skip
_DEMONSTRATIVES = r"(?:này|nêu\s+trên|nói\s+trên|trên\s+đây|đó|trên(?=\s*[,;.]|\s+(?:có|được|và|đã|của|do|giao|quy|hết|thì)(?!\w)))"
_POINTED = (
    "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư", "Kế hoạch", "Luật", "Chương trình", "Đề án", "Công văn",
    "Kết luận", "Tờ trình", "Thông báo", "Hướng dẫn",
)  # fmt: skip
# The pattern engine skips to the first character of a pattern only where that is a plain set, so that these three begin
# with one, and ask behind it what must stand before them.
_NUMBERS = re.compile(NUMBER)
_BEFORE_DIGIT = r"[ốỐ:hịtưnHỊTƯNĐQ]\s"
_BARES = re.compile(
    rf"[0-9](?<=[\sĐQT][0-9])(?:(?<={_BEFORE_DIGIT}[0-9])|(?<={_BEFORE_DIGIT}\s[0-9])|(?<=N[QĐ][0-9])|(?<=QĐ[0-9])|(?<=TT[0-9])){BARE.removeprefix('[0-9]')}"
)
_NAMES = re.compile(
    "|".join(
        (
            *(rf"{kind}\s+{_DEMONSTRATIVES}(?!\w)" for kind in _POINTED),
            *(rf"{law}(?=[\s:])" for law in _LAWS_SAID),
            *(rf"{name}(?![\w/&-])" for name in _SHORTENED),
        )
    )
)
_SMALL_LAWS = re.compile(r"luật(?<!pháp luật)(?=\s)")
_BEFORE_BARE = re.compile(
    r"(?:(?:[sS]ố:?|SỐ:?)\s{1,2}|(?:ịnh|yết|thị|\stư|oạch|luận|văn|uật|trình|iện|[Áá]n|ỊNH|YẾT|THỊ|\sTƯ|OẠCH|VĂN|ĐIỆN|ÁN|NĐ|NQ|QĐ|CT|TT)[ \t]{1,2}|(?<!\w)(?:NĐ|NQ|QĐ|TT))$"
)
# Behind a number without "số" these count something: "Kế hoạch 5 năm", "Chương trình 3 điểm".
_COUNTED = re.compile(
    r"\s(?:năm|tháng|ngày(?!\s[0-9])|tuần|quý|nhiệm|nội|điểm|bước|bộ|người|triệu|tỷ|đồng|lần|khoản|lớp|tiêu|dự|cơ|đơn|huyện|xã|tỉnh|sở|phòng|lĩnh|mục)(?!\w)"
)

_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|html?|aspx?|txt|zip|rar|7z|jpe?g|png|gif|csv|xml|json|odt|tiff?|p7s)(?!\w)|[_@%]",
    re.IGNORECASE,
)
_NEITHER = frozenset(
    [
        "mẫu",
        "biểu",
        "bảng",
        "phiếu",
        "nhà",
        "đường",
        "phố",
        "ngõ",
        "ngách",
        "hẻm",
        "kiệt",
        "thửa",
        "lô",
        "tờ",
        "tổ",
        "kho",
        "phòng",
        "hotline",
        "fax",
        "tel",
        "đt",
        "điện_thoại",
        "tài_khoản",
        "stk",
        "mã",
        "mã_số",
        "cmnd",
        "cccd",
        "hộ_chiếu",
        "hóa_đơn",
        "hoá_đơn",
        "seri",
        "serial",
        "tcvn",
        "qcvn",
        "iso",
        "tiêu_chuẩn",
        "quy_chuẩn",
        "công_báo",
        "biển",
        "biển_số",
        "phụ_lục",
        "biểu_mẫu",
        "tờ_khai",
        "mẫu_đơn",
        "giấy_phép",
        "ký_hiệu",
        "câu",
        "bài",
        "hình",
        "trang",
        "quyển",
        "tập",
        "bộ",
        "chương",
        "mục",
        "số_nhà",
        "căn_hộ",
        "máy",
        "vị_trí",
        "sổ",
        "sổ_đỏ",
        "đề",
        "vào_sổ",
        "giấy_chứng_nhận",
        "chứng_chỉ",
        "bằng",
        "hồ_sơ",
        "phiên",
        "khóa",
        "kỳ",
        "khu_phố",
        "ấp",
        "thôn",
        "tuyến",
        "xe",
        "cột",
        "mốc",
        "block",
        "tầng",
        "quốc_lộ",
        "tỉnh_lộ",
        "chứng_nhận",
        "đăng_ký",
    ]
)
_FORMS = frozenset(["mẫu", "biểu", "bảng", "phụ_lục", "biểu_mẫu", "tờ_khai", "mẫu_đơn"])
_WORD = re.compile(r"\S+")
_AROUND_KINDS = "(\"“'[-:"
# A type of four words, and two words before it.
_LONGEST_BEFORE = 6
_GLUED = re.compile(lettered(r"^[<a>]{2,8}(?=[<A>][<a>])"))
_SO = re.compile(
    lettered(r"(?:(?<!\w)|(?<=[<a>]))(?:số|SỐ|Số)(?:\s{0,2},?\s{0,2}ký hiệu)?\s{0,3}[:.]?\s{0,3}$")
)
# The number of the text itself, in its head or in what a portal prints beside it.
_LETTERHEAD = re.compile(
    r"(?:^|\n)[ \t|]*(?:(?:Số|SỐ)(?:[ \t]*(?:hiệu|,?[ \t]*ký hiệu|/[ \t]*[Kk]ý hiệu))?(?:[ \t]+văn bản)?|Ký hiệu)[ \t]*[:|]?[ \t]*$"
)
# "08/NĐ-CP/2022": the year in the wrong place.
_YEAR_BEHIND = re.compile(r"/((?:19|20)[0-9]{2})(?![\w/]|-[\w])")
# "4/ CV 9184/UBND-ĐT": the fourth of a list.
_ORDINAL = re.compile(r"[0-9]{1,2}[/-]\s[^\s/]+\s+(?:số\s*:?\s*)?[0-9]")
_GOES_ON = re.compile(r"[ \t]{0,2}(?:ngày\s+[0-9]|của\s)")
_LIST = re.compile(r"[\s,;]*(?:(?:và|hoặc|&|-)\s+)?(?:các\s+)?(?:(?:văn bản|vb)\s+)?(?:số)?\s*:?\s*")
_LONGEST_LIST = 24

# Between number, day and body a line may break, but no new paragraph or bullet may begin.
_SPACE = lettered(r"[ \t]{0,4}(?:\r?\n[ \t]{0,8}(?=[<a>0-9(]))?[ \t]{0,4}")
_BEFORE_DATE = re.compile(
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
    r"\s*\((?:(?:đã|mới)\s+)?(?:được\s+)?(?:sửa|bổ|thay|đính|hợp|bãi|hết|còn|nay|viết|gọi|sau|gửi|kèm|theo|trừ|căn|ban|đăng)\s[^()]{1,220}\)"
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
_BESIDE = re.compile(r"\s*,?\s*(?:và|,|-)\s+")
_ISSUED = re.compile(r"\s+ban\s+hành(?=\s+ngày|\s*[,;.])")

_TRIGGER = re.compile(
    r"(?<!\w)(?:(?:đã|vừa|cũng|sẽ|có)\s+)?(?:(?:ký\s+)?(?:ban\s+hành|có|ký|ra|gửi|trình|phát\s+hành|thông\s+qua|xây\s+dựng|lập|tham\s+mưu|soạn\s+thảo|hoàn\s+thành|hoàn\s+thiện)"
    r"|(?:báo\s+cáo|(?<!chương\s)(?<!quy\s)(?<!công\s)trình|tham\s+mưu|kiến\s+nghị|đề\s+nghị|chỉ\s+đạo|yêu\s+cầu|giao|hướng\s+dẫn|thông\s+báo|phân\s+công|đôn\s+đốc|triển\s+khai|phê\s+duyệt|cho\s+phép|cụ\s+thể\s+(?:hóa|hoá)|trả\s+lời|phúc\s+đáp|xin\s+ý\s+kiến|giải\s+đáp"
    r"|tổng\s+hợp|phản\s+ánh|đánh\s+giá|nhận\s+xét|khuyến\s+nghị|giải\s+trình|cung\s+cấp|xác\s+nhận|đề\s+xuất|góp\s+ý|thẩm\s+định|thẩm\s+tra|chấp\s+thuận|công\s+bố|lưu\s+ý)"
    r"\s+(?!của|tại)(?:(?!quy\s+định|nội\s+dung|nêu|theo\s)(?:[^,;.()]|\([^()]{1,40}\))){3,60}?\s+(?:tại|bằng)|(?:được\s+)?(?:đã\s+)?(?:trình\s+)?(?:(?:có|cho)\s+ý\s+kiến(?:\s+chỉ\s+đạo)?|truyền\s+đạt\s+ý\s+kiến|báo\s+cáo|đề\s+nghị|kiến\s+nghị|trả\s+lời"
    r"|thông\s+báo|giải\s+trình|chấp\s+thuận|thống\s+nhất|kết\s+luận|chỉ\s+đạo|yêu\s+cầu|phê\s+duyệt|ban\s+hành|quy\s+định|hướng\s+dẫn|giao|công\s+nhận"
    r"|quyết\s+định|công\s+bố|thẩm\s+tra|thẩm\s+định|góp\s+ý|đề\s+xuất|đồng\s+ý|trình|nêu|triển\s+khai|cụ\s+thể\s+(?:hóa|hoá)|thể\s+hiện|xác\s+định)\s+(?:tại|bằng)|(?P<aside>\((?:(?:tại|bằng)\s)?)$|(?P<at>tại|theo|trong))"
    r"(?:\s+(?:các|những|một\s+số|nhiều|kèm\s+theo|hai|ba|02|03))?"
    r"(?:\s+(?:văn\s+bản|nghị\s+quyết|quyết\s+định|kế\s+hoạch|công\s+văn|chỉ\s+thị)(?:\s+(?:sau|như\s+sau|gồm|quan\s+trọng|chỉ\s+đạo))?\s*:?)?\s*$"
)
_BULLET = re.compile(r"[\s(]*(?:[0-9]{1,2}[.)/](?![0-9])|[a-zđ]\)|[-+•*–])?\s*")
_OPENED = re.compile(r"\(\s*(?:(?:tại|bằng)\s+)?$")
# Departments of one list say "Sở" once: "ý kiến của các Sở: Tài chính (Công văn số …), Tư pháp (Công văn số …)".
_ONE_FIELD = re.compile(rf"(?:[:,;]|\svà|(?:Sở|Bộ|Phòng))\s+({field_words()})\s*\($")
_MANY = re.compile(r"các\s+(Sở|Bộ|Phòng|Ban)(?:\s*:)?\s(?=[^.\n]*$)")
_SAYS = re.compile(
    r"(?<!\w)(?:(?:đã|vừa|cũng|có)\s+)?(?:báo\s+cáo|đề\s+nghị|kiến\s+nghị|(?<!chương\s)(?<!quy\s)(?<!công\s)trình|tham\s+mưu|chỉ\s+đạo|hướng\s+dẫn|thông\s+báo|trả\s+lời"
    r"|thống\s+nhất|góp\s+ý|đề\s+xuất|xin\s+ý\s+kiến|(?:có|cho)\s+ý\s+kiến|yêu\s+cầu|phê\s+duyệt|quyết\s+định|cho\s+phép|chấp\s+thuận|đồng\s+ý|công\s+bố|ban\s+hành"
    r"|thẩm\s+định|thẩm\s+tra|kết\s+luận|giải\s+trình|giao|xác\s+nhận|phúc\s+đáp|ra\s+quyết\s+định)(?=(?:\s+[^\s;()]+){0,12}\s*\($)"
)
# Symbols whose bodies are known by their first words, and those words.
_OWN_SYMBOLS = tuple(
    (re.compile(symbols), re.compile(names, re.IGNORECASE))
    for symbols, names in (
        ("CP", "Chính phủ"),
        ("TTg", "Thủ tướng"),
        ("QH|UBTVQH", "Quốc hội"),
        (
            "UBND|UB|UBHC",
            "UBND|UB ?ND|(?:Ủy|Uỷ) ban|Chủ tịch|^(?:tỉnh|thành phố|huyện|quận|thị|xã|phường|đặc khu)",
        ),
        ("HĐND", "HĐND|Hội đồng|^(?:tỉnh|thành phố|huyện|quận|thị|xã|phường|đặc khu)"),
        (
            "B(?:NV|TC|TP|CA|QP|NG|YT|XD|CT|KHCN|GDĐT|VHTTDL|TTTT|KHĐT|GTVT|TNMT|NNPTNT|NNMT|LĐTBXH|DTTG)",
            "Bộ|Liên",
        ),
        ("VP[A-ZĐ]*", "Văn phòng|VP"),
        (
            "S(?:NV|TC|TP|YT|XD|CT|GDĐT|KHCN|VHTTDL|VHTT|DL|TTTT|KHĐT|GTVT|TNMT|NNPTNT|NNMT|LĐTBXH|DTTG)",
            "Sở|Liên",
        ),
    )
)
# What a ministry or department is for; its first letter stands in the symbol, STC, BGDĐT.
_FIELD = re.compile(r"(?:Bộ|Sở)(?:\s+trưởng\s+Bộ)?\s+(\w)")
_CLAUSE_WORDS = re.compile(
    r"(?:Ông|Bà|Ngày|Hiện|Theo|Thực|Căn|Trên|Trong|Tại|Để|Nhằm|Sau|Từ|Khi|Đồng|Năm|Vừa|Mới|Xét|Qua|Tiếp|Do|Với)(?!\w)"
)
_PASSING = re.compile(r"\s*\([^()]{1,80}\)\s*$")
# Between a body and what it does.
_MEANWHILE = re.compile(
    r"(?:\s*,?\s+(?:tiếp\s+tục|kịp\s+thời|chủ\s+động|khẩn\s+trương|nhanh\s+chóng|trực\s+tiếp|chính\s+thức|(?:căn\s+cứ|dựa)\s+vào\s+đó|theo\s+đó|sau\s+đó|trên\s+cơ\s+sở\s+đó"
    r"|từ\s+đó|hằng\s+năm|hàng\s+năm|cũng\s+đã|đồng\s+thời|thống\s+nhất|(?:đã\s+)?(?:chủ\s+trì\s*,?\s*)?phối\s+hợp\s+(?:với|cùng)\s+[^;.()]{3,80}?)\s*,?)+\s*$"
)
_SESSIONS = (
    r"(?:\s*,?\s*\(?(?i:(?:khóa|khoá|nhiệm\s+kỳ|(?:tại\s+)?kỳ\s+họp(?:\s+(?:thứ|lần|chuyên\s+đề|thường\s+lệ|bất\s+thường|cuối\s+năm"
    r"|giữa\s+năm)){0,3})\s+(?:[IVXL]+|[0-9]+(?:\s*-\s*[0-9]+)?|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s\w+)?)"
    r"|(?:tại\s+)?kỳ\s+họp\s+(?:chuyên\s+đề|thường\s+lệ|bất\s+thường))(?!\w)\)?)+"
)
_SESSION = re.compile(rf"{_SESSIONS}$")
_SESSION_BEHIND = re.compile(
    rf"{_SESSIONS}(?=\s+(?:về|quy\s+định|ban\s+hành|thông\s+qua|phê\s+duyệt|sửa\s+đổi|ngày)(?!\w))"
)
_WORD_STARTS = re.compile(r"(?<!\w)(?=\w)")
_DAY_BEFORE = re.compile(r"(?:[Nn]gày|NGÀY)\s[^;:\n]{5,32}?,?\s*$")

_ARTICLE = re.compile(
    r"(?:(?:các\s+)?(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|ĐIỀU|[Cc]hương|CHƯƠNG|[Mm]ục|[Tt]iểu\s+mục|[Pp]hần|[Pp]hụ\s+lục|PHỤ LỤC)\s+"
    r"(?:[0-9]{1,3}[a-zđ]?|[IVXLC]{1,7}|[a-zđ])(?![\w/])"
    r"(?:(?:\s*,\s*|\s+và\s+|\s*-\s*)(?:[0-9]{1,3}[a-zđ]?|[IVXLC]{1,7}|[a-zđ])(?![\w/]))*[\s,]*(?:và\s+)?){1,8}"
    r"(?:(?:của|ban\s+hành\s+kèm\s+theo|kèm\s+theo|tại)\s+)?(?:các\s+)?$"
)
_ARTICLE_WORDS = re.compile(
    r"[ĐđKkCcMmTtPp](?:iều|hoản|iểm|hương|ục|iểu\s+mục|hần|hụ\s+lục|IỀU|HƯƠNG|HỤ LỤC)\s"
)
# The last number or letter of the cited part, and what may stand behind it.
_ARTICLE_LABEL = re.compile(r"[0-9]{1,3}[a-zđ]?|[IVXLC]{1,7}|[a-zđ]")
_BETWEEN_ARTICLE = frozenset(("của", "ban", "hành", "kèm", "theo", "tại", "và", "các"))
_ARTICLE_TAIL = re.compile(r"[\s,]*(?:(?:của|ban\s+hành\s+kèm\s+theo|kèm\s+theo|tại|và|các)\s*)*$")

# In small letters a law is one only with its day, number or year: "Pháp lệnh cán bộ, công chức ngày …", "luật đất đai 2013".
_SMALL_NAME = re.compile(
    lettered(
        r"\s+(?!(?:sư|gia|pháp|lệ|định|sửa\s+đổi|chơi|khoa|học|hóa|hoá|hiện|khác|có|về|cũ|mới|trên|tại|năm|ngày|số|và|hoặc)(?!\w))[<a>]"
    )
)
_NO_LAW = re.compile(r"(?:[Pp]háp|[Kk]ỷ|[Qq]uy|[Tt]rật|[Dd]ự|án|[Vv]ăn|các|[Gg]iới|đạo|điều)\s$")
_OPENS_CLAUSE = re.compile(r"(?:^|[;\n:])[\s+•*–-]*$")
_PASSING_LAW = re.compile(
    r"(?:Quốc\s+hội|Ủy\s+ban\s+Thường\s+vụ\s+Quốc\s+hội|UBTVQH)(?:\s+[^.;:\n]{0,60}?)?\s(?:thông\s+qua|ban\s+hành)\s+(?:các\s+)?$"
)
_CAPITAL = re.compile(lettered(r"\s+(?!Sư(?!\w))(?:[<A>]|sửa\s+đổi)"))
_UPPERCASE = re.compile(r"[^\W\d_]")
# Words that no name of a law holds.
_LAW_ENDS = re.compile(
    lettered(
        r"(?=[;:.()“”\"\[\],\s])(?:[;:.()“”\"\[\]]|\n(?![ \t]{0,8}[<a>0-9])|,?\s+(?=ngày[0-9])|,?\s+(?=(?:thì|phải|được|đã|sẽ|là|nếu|khi|từ|trước|sau|đến|quy\s+định|này|đó|nêu|nói|hiện\s+hành|số(?=\s*:?\s*[0-9])|ngày"
        r"|năm|để|nhằm|cho|tại|do|gồm|bao\s+gồm|không|còn|vẫn|cần|kể|hết|SỐ|NGÀY|NĂM|thay\s+thế|mới|lần|như)(?!\w))"
        r"|\s+(?=(?:19|20)[0-9]{2}(?!\w)|[0-9]{1,3}/(?:19|20)[0-9]{2}/)|,\s+(?=[<A>])(?!(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân\s+(?:ngày|số|năm)(?!\w))|,?\s+(?:và|hoặc)\s+(?=(?:các\s+)?(?:(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm)\s+(?:[0-9]+|[a-zđ](?!\w))|Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị|"
        r"Quyết|Thông|Chỉ|Hiến|văn\s+bản)(?!\w))|\s+(?=(?:Luật|Bộ\s+luật)\s)|,\s*(?=(?:các|văn\s+bản|những|điều|khoản|điểm)\s)|\s+-\s+)"
    )
)
_AMENDING_ENDS = re.compile(
    lettered(
        r"[;:()“”\"]|\n(?![ \t]{0,8}[<a>0-9])|\.(?:\s|$)|,?\s+(?=ngày[0-9])|,?\s+(?=(?:số(?!\s+điều)|ngày|năm|SỐ|NGÀY|thì|đã|được|có\s+hiệu)(?!\w))|\s+(?=(?:19|20)[0-9]{2}(?!\w))"
    )
)
_PASSED = re.compile(
    r"\s*,?\s*(?:đã\s+)?được\s+(?:Quốc\s+hội|Ủy\s+ban\s+Thường\s+vụ\s+Quốc\s+hội)[^.;\n]{0,90}?thông\s+qua\s+(?=ngày)"
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
# Types that are the last words of a longer type.
_ENDS_LONGER = frozenset(
    kind for kind in KINDS.values() if any(name.endswith(" " + kind.casefold()) for name in KINDS)
)
_LAST_OF_KINDS = frozenset(kind.split()[-1] for kind in KINDS)
# In small letters, and with words behind them, these are no types: "thẻ luật sư số", "lệnh chi tiền số".
_OFTEN_WORDS = frozenset(
    (*LAWS, "Lệnh", "Hợp đồng", "Hiệp định", "Điều lệ", "Thỏa thuận", "Dự án", "Chương trình")
)
# "thực hiện Chỉ thị 40.", "theo Nghị quyết 57, …": behind it the clause ends, or a word that no counted thing begins with.
_NAMED_SHORT = frozenset(("Nghị quyết", "Nghị định", "Chỉ thị", "Kết luận", "Thông tư"))
_NAMED_LONG = frozenset(("Quyết định", "Công văn"))
_ENDS_SHORT = re.compile(
    r"[a-zđ]?(?:\s*(?:[.,;:)\n”\"]|$)|\s+(?:của|về|quy\s+định|được|đã|và\s+(?:Nghị|Chỉ|Kết|Thông|Quyết|Luật)|là|thì|cũng|có\s+(?:hiệu|nêu|quy)|nêu|yêu\s+cầu|đi\s+vào|ra\s+đời|trên|tại|vào|đến|do|ngày)(?!\w))"
)
_DEFINING = re.compile(r"(?:gọi|viết|gọi chung)(?:\s+tắt)?\s+là:?\s*[“\"(]?$")


@define
class Found:
    """What was read around one number or name, in offsets of the normalised text."""

    start: int
    end: int
    kind: str
    number: Number | None = None
    digits: str = ""
    year: str = ""
    date: dt.date | None = None
    issuer: str = ""
    title: str = ""
    article: str = ""
    follows: bool = False
    spoken: bool = False
    pointer: bool = False
    defines: bool = False
    same_day: bool = False
    shares: bool = False
    weak: bool = False
    joined: bool = False
    cited: bool = False
    named: bool = False
    days: tuple[dt.date, ...] = ()

    @property
    def organ(self) -> str:
        """The body in the symbol."""
        return self.number.organ if self.number else ""


def scan(text: str) -> Iterator[Found]:
    """Yield what may be citations of *text* (normalised), in order; no two overlap."""
    end = 0
    last: Found | None = None
    sources = [_numbers(text), _bares(text), _names(text)]
    if _SMALL_LAWS.search(text):
        sources.append(_small_laws(text))
    anchors = heapq.merge(*sources, key=lambda anchor: anchor[0].start())
    for match, read in anchors:
        if match.start() < end:
            continue
        for found in read(text, match, end, last):
            found.joined = last is not None and _LIST.fullmatch(text, last.end, found.start) is not None
            yield found
            last, end = found, max(end, found.end)


def _numbers(text: str) -> Iterator[_Anchor]:
    for match in _NUMBERS.finditer(text):
        yield match, _numbered


def _bares(text: str) -> Iterator[_Anchor]:
    for match in _BARES.finditer(text):
        start = match.start()
        if _BEFORE_BARE.search(text, max(0, start - 6), start):
            yield match, _bare


def _names(text: str) -> Iterator[_Anchor]:
    for match in _NAMES.finditer(text):
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        if match[0] in _LAWS_SAID:
            yield match, _laws if text.startswith(":", match.end()) else _law
        else:
            yield match, _shortened if match[0] in _SHORTENED else _pointed


def _small_laws(text: str) -> Iterator[_Anchor]:
    for match in _SMALL_LAWS.finditer(text):
        if not _NO_LAW.search(text, max(0, match.start() - 5), match.start()):
            yield match, _small_law


def _pointed(_text: str, match: re.Match[str], _floor: int, _last: Found | None) -> tuple[Found, ...]:
    kind = next(kind for kind in _POINTED if match[0].startswith(kind))
    return (Found(start=match.start(), end=match.end(), kind=kind, pointer=True),)


# --- before the number ------------------------------------------------------------------------------------------------


@define
class _Before:
    start: int
    kind: str = ""
    said_number: bool = False
    issuer: str = ""
    date: dt.date | None = None
    title: str = ""
    refused: bool = False


def _folded(words: list[str]) -> str:
    return "_".join(word.strip("(\"“':,.–-").casefold() for word in words)


def _kind_at(words: list[str]) -> tuple[str, int]:
    """Return the type that the last of *words* name, and how many words it takes."""
    last = words[-1].strip(_AROUND_KINDS)
    if last.casefold() not in _LAST_OF_KINDS and _GLUED.sub("", last).casefold() not in _LAST_OF_KINDS:
        return "", 0
    for count in (2, 4, 3, 1):
        if len(words) < count:
            continue
        said = " ".join(words[-count:]).lstrip("(\"“'[-").rstrip(":(")
        kind = KINDS.get(said.casefold()) or KINDS.get(_GLUED.sub("", said).casefold(), "")
        if not kind or (count == 1 and said.casefold() in SPOKEN_CODES and said == said.lower()):
            continue
        if count == 2 and kind in _ENDS_LONGER:
            longer = KINDS.get(" ".join(words[-4:]).casefold()) if len(words) >= 4 else None
            if longer:
                return longer, 4
        if said[0].islower() and len(words) >= count + 2 and words[-count - 2][:1].isupper():
            # "Quyết định kháng nghị số": the word in small letters says of what kind it is.
            whole = KINDS.get(" ".join(words[-count - 2 : -count]).casefold())
            if whole:
                return whole, count + 2
        return kind, count
    return "", 0


def _so(window: str) -> int:
    """Return where the "số" at the end of *window* begins; -1 where none stands there."""
    nearest = max(len(window) - 24, 0)
    for word in ("số", "Số", "SỐ"):
        place = window.rfind(word, nearest)
        if place >= 0 and _SO.match(window, place):
            return place
    return -1


def _before(text: str, offset: int, floor: int, number: Number | None) -> _Before:
    base = max(floor, offset - _BEFORE)
    window = text[base:offset]
    so = _so(window)
    said = so >= 0
    if said:
        window = window[:so]
    begin = base + len(window)
    body = window.rstrip(" \t\r\n:(")
    words = body[-64:].split()[-_LONGEST_BEFORE:]
    if not words or "\n\n" in window[len(body) :]:
        return _Before(start=begin, said_number=said)
    kind, count = _kind_at(words)
    if kind:
        refused = (
            _folded(words[-count - 1 : -count]) in _FORMS or _folded(words[-count - 2 : -count]) in _FORMS
        )
        first = len(body)
        for word in words[: -count - 1 : -1]:
            first = body.rindex(word, 0, first)
        first += len(words[-count]) - len(_GLUED.sub("", words[-count].lstrip("(\"“'[-")))
        return _Before(start=base + first, kind=kind, said_number=said, refused=refused)
    last = _folded(words[-2:])
    if last != "chuyên_đề" and (last in _NEITHER or _folded(words[-1:]) in _NEITHER):
        return _Before(start=begin, said_number=said, refused=True)
    found = _kind_further(body, base, number) if said else None
    return found or _Before(start=begin, said_number=said)


def _kind_further(body: str, base: int, number: Number | None) -> _Before | None:
    """Read "Nghị định của Chính phủ số", "Quyết định ngày 5/3/2020 số", "Báo cáo thẩm định số", "Luật Viên chức số"."""
    window = body[-180:]
    spaced = window.casefold()
    for mark in _AROUND_KINDS:
        spaced = spaced.replace(mark, " ")
    if _LAST_OF_KINDS.isdisjoint(spaced.split()):
        return None
    places = [(len(body) - len(window) + found.start(), found[0]) for found in _WORD.finditer(window)]
    for index in range(len(places) - 1, max(-1, len(places) - 22), -1):
        words = [word for _, word in places[max(0, index - 4) : index]]
        between = len(places) - index
        if places[index - 1][1][-1] in ".;:!?" or index == 0:
            return None
        kind, count = _kind_at(words)
        if not kind:
            continue
        start = places[index - count][0]
        rest = body[places[index][0] :]
        if kind in _OFTEN_WORDS and body[start:].lstrip(_AROUND_KINDS)[:1].islower():
            return None
        found = _Before(start=base + start, kind=kind, said_number=True)
        if _folded([word for _, word in places[max(0, index - count - 1) : index - count]]) in _FORMS:
            found.refused = True
            return found
        offset = _day_and_body(rest, found)
        fits = number is not None and number.kind.startswith(kind)
        if offset >= len(rest.rstrip()):
            return found
        if kind in LAWS and (number is None or not number.kind):
            found.title = " ".join(rest.split())
            return found
        if (fits and between <= 12) or (between <= 4 and rest.islower() and "," not in rest):
            return found
        return None
    return None


def _day_and_body(rest: str, found: _Before) -> int:
    offset = 0
    for _ in range(2):
        day = date_at(rest, offset)
        if day and found.date is None:
            found.date, offset = day.date, day.end
        own = offset + 4 * (rest[offset : offset + 4].casefold() == "của ")
        body = None if found.issuer else body_at(rest, own, known=True)
        # "Quyết định thanh tra số", "Tờ trình liên sở số": small letters say of what kind it is.
        if body and (own > offset or body[0][0].isupper()):
            found.issuer, offset = written(body[0]), body[1]
        while rest[offset : offset + 1].isspace():
            offset += 1
    return offset


# --- after the number -------------------------------------------------------------------------------------------------


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


def _tail(text: str, found: Found, *, opened: bool = False) -> None:
    """Read day and body behind the number, in either order, and move the end of *found* behind them."""
    offset = found.end
    dated = found.date is not None
    for _ in range(3):
        if dated and found.issuer:
            break
        space = _BEFORE_DATE.match(text, offset)
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
        while (
            _is_joint(found)
            and (beside := _BESIDE.match(text, offset))
            and (body := body_at(text, beside.end(), known=True))
        ):
            found.issuer, offset = (
                f"{found.issuer} {beside[0].strip()} {written(body[0])}".replace(" ,", ","),
                body[1],
            )
        offset += opened and text[offset : offset + 1] == ")"
    if not dated and (passed := _PASSED.match(text, offset)) and (day := date_at(text, passed.end())):
        found.date, offset = day.date, day.end
    found.end = offset


def _tail_behind_bracket(text: str, found: Found) -> None:
    """Read day and body behind a bracket: "Nghị định số 63/2010/NĐ-CP (được sửa đổi bởi …) ngày … của Chính phủ"."""
    bracket = _BRACKET.match(text, found.end)
    if bracket is None:
        return
    behind = Found(start=found.start, end=bracket.end(), kind=found.kind, number=found.number)
    behind.date, behind.issuer = found.date, found.issuer
    _tail(text, behind)
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
        beside = _BESIDE.match(text, body[1], stop)
        following = body_at(text, beside.end(), stop, known=True) if beside else None
        if following is None:
            return None
        body = text[offset : following[1]], following[1]
    return body


def signs(body: str, number: Number | None, *, surely: bool = False) -> bool:
    """Whether *body* may issue under the symbol; a body said far from a number must not belie it.

    Of most symbols nothing is known, so that every body may; with *surely*, none may.
    """
    head = number.organ.rstrip("0123456789").split("-")[0] if number else ""
    for symbols, names in _OWN_SYMBOLS:
        if symbols.fullmatch(head):
            field = _FIELD.search(body) if head[0] in "BS" else None
            return names.search(body) is not None and (field is None or field[1].upper() == head[1])
    return not surely


def _clause_start(window: str, end: int) -> int:
    begin = max(window.rfind(mark, 0, end) for mark in (";", "\n\n")) + 1
    point = window.rfind(". ", begin, end)
    while point >= 0 and POINT_BELONGS.search(window, max(begin, point - 3), point):
        point = window.rfind(". ", begin, point)
    return max(begin, point + 1)


def _label_before(text: str, found: Found, floor: int) -> None:
    """Read a body before a colon: "Trạm Khuyến nông huyện: BC số …"."""
    base = max(floor, found.start - 120)
    window = text[base : found.start].rstrip(" \t\n\r-+•*")
    if not window.endswith(":"):
        return
    end = len(window) - 1
    begin = max(window.rfind(mark, 0, end) for mark in (";", "\n", ". ")) + 1
    if begin == 0 and base > 0:
        return
    start = _BULLET.match(window, begin)
    body = body_at(window, start.end() if start else begin, end, known=True)
    if body and body[1] == end and signs(body[0], found.number):
        found.issuer, found.shares = written(body[0]), True


def _actor_before(text: str, found: Found, floor: int) -> None:
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


def _subject_before(text: str, found: Found, floor: int) -> None:
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
            owned = owned or (base == floor and offset < 8 and before.strip(" ,") == "và")
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


def _article(text: str, offset: int, floor: int) -> str:
    base = max(floor, offset - 120)
    before = text[base:offset]
    words = before[-44:].replace(",", " ").split()
    while words and words[-1] in _BETWEEN_ARTICLE:
        words.pop()
    if not words or not _ARTICLE_LABEL.fullmatch(words[-1]):
        return ""
    for word in _ARTICLE_WORDS.finditer(before):
        start = word.start()
        start = start - 4 if before.endswith("các ", 0, start) else start
        if match := _ARTICLE.match(before, start):
            return _ARTICLE_TAIL.sub("", " ".join(match[0].split()))
    return ""


# --- the kinds of anchors ---------------------------------------------------------------------------------------------


def _numbered(text: str, match: re.Match[str], floor: int, last: Found | None) -> tuple[Found, ...]:
    number = read_number(match)
    start, end = match.span()
    if number is None or _FILE.match(text, end):
        return ()
    if match[5].casefold() in SPOKEN_CODES and _ORDINAL.match(text, start):
        return ()
    if text.startswith("/", end) and (behind := _YEAR_BEHIND.match(text, end)):
        number, end = with_year(number, behind[1]), behind.end()
    previous = text[start - 1 : start]
    if (previous in (".", "-", "=", "&") and start > 1 and text[start - 2].isalnum()) or previous in (
        "\\",
        "/",
    ):
        return ()
    before = _before(text, start, floor, number)
    if before.refused:
        return ()
    if previous.isalpha() and not (before.kind or before.said_number):
        return ()
    found = Found(
        start=before.start, end=end, kind=before.kind, number=number, digits=number.digits, year=number.year
    )
    found.issuer, found.date, found.title = before.issuer, before.date, before.title
    found.shares = bool(before.issuer)
    if (
        last
        and start - last.end <= _LONGEST_LIST
        and not before.kind
        and last.digits
        and _LIST.fullmatch(text, last.end, start)
    ):
        found.follows = True
        found.kind = (
            last.kind
            if not number.kind or last.kind.startswith(number.kind) or number.kind == "Công văn"
            else number.kind
        )
    elif not before.kind:
        if not number.certain or (
            _LETTERHEAD.search(text, max(0, start - 32), start) and not _GOES_ON.match(text, end)
        ):
            return ()
        found.kind = number.kind
    elif not (
        number.certain
        or before.said_number
        or before.kind in NUMBERED_ALONE
        or before.kind in LAWS
        or len(number.organ) > 1
    ):
        return ()
    _tail(text, found, opened=text[found.start - 1 : found.start] != "(" and "(" in text[found.start : start])
    if not found.follows and (not found.issuer or found.date is None):
        _subject_before(text, found, floor)
    if not found.follows and not found.issuer:
        _label_before(text, found, floor)
        _actor_before(text, found, floor)
    if not found.issuer or found.date is None:
        _tail_behind_bracket(text, found)
    found.article = _article(text, found.start, floor)
    found.spoken = True
    return (found,)


def _bare(text: str, match: re.Match[str], floor: int, _last: Found | None) -> tuple[Found, ...]:
    start = match.start()
    before = _before(text, start, floor, None)
    if not before.kind or before.refused or (not before.said_number and _COUNTED.match(text, match.end())):
        return ()
    parts = read_bare(match[0])
    if text.startswith("TT", start - 2) and not parts[0][1]:
        return ()
    defines = _DEFINING.search(text, max(0, before.start - 24), before.start) is not None
    found = []
    for index, (digits, year, first, stop) in enumerate(parts):
        one = Found(
            start=before.start if index == 0 else start + first,
            end=start + stop,
            kind=before.kind,
            digits=digits,
            year=year,
            follows=index > 0,
            spoken=before.said_number,
        )
        one.issuer, one.date, one.defines = before.issuer, before.date, defines
        one.named = (
            len(parts) == 1
            and (before.kind in _NAMED_SHORT or (before.kind in _NAMED_LONG and stop - first > 2))
            and stop - first > 1
            and text[before.start].isupper()
            and _ENDS_SHORT.match(text, one.end) is not None
        )
        found.append(one)
    _tail(text, found[-1])
    found[0].article = _article(text, found[0].start, floor)
    first_one, last_one = found[0], found[-1]
    if not last_one.issuer and last_one.date is None and first_one.kind in NUMBERED_ALONE:
        _subject_before(text, first_one, floor)
    return tuple(found)


def _law(text: str, match: re.Match[str], floor: int, last: Found | None) -> tuple[Found, ...]:
    start, offset = match.span()
    kind = _LAWS_SAID[match[0]]
    if kind == "Hiến pháp" or _CAPITAL.match(text, offset):
        return _named_law(text, (start, offset), kind, floor, last, small=False)
    small = _SMALL_NAME.match(text, offset)
    return _named_law(text, (start, offset), kind, floor, last, small=True) if small else ()


def _small_law(text: str, match: re.Match[str], floor: int, last: Found | None) -> tuple[Found, ...]:
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
    found.article = _article(text, start, floor)
    if numbered := _NUMBER_AFTER.match(text, name_end):
        number = read_number(numbered)
        if number and number.code in ("", "L", "PL"):
            found.number, found.digits, found.year, found.end = (
                number,
                number.digits,
                number.year,
                numbered.end(),
            )
            _tail(text, found)
            return (found,)
    found.cited = bool(found.article) or _is_cited(text, start, floor, last)
    if not found.cited and _PASSING_LAW.search(text, max(floor, start - 100), start):
        _subject_before(text, found, floor)
        found.cited = True
    if small and not (found.cited or _OPENS_CLAUSE.search(text, max(0, start - 8), start)):
        return ()
    passed = _PASSED.match(text, name_end)
    space = passed or _BEFORE_DATE.match(text, name_end)
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
    if last is not None and last.cited and _LIST.fullmatch(text, last.end, start):
        return True
    return _CITING.search(text, max(floor, start - 64), start) is not None


def _laws(text: str, match: re.Match[str], floor: int, _last: Found | None) -> tuple[Found, ...]:
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
        space = _BEFORE_DATE.match(text, ending.start())
        if numbered and number and not number.code:
            one.number, one.digits, one.year, one.end = number, number.digits, number.year, numbered.end()
            _tail(text, one)
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
        found[0].article = _article(text, start, floor)
    return tuple(found)


def _shortened(text: str, match: re.Match[str], floor: int, last: Found | None) -> tuple[Found, ...]:
    """Read "Điều 65 BLHS năm 2015", where a part, a year or words of citing say that a law is meant."""
    start, end = match.span()
    kind, name = _SHORTENED[match[0]]
    found = Found(start=start, end=end, kind=kind, title=name, article=_article(text, start, floor))
    found.cited = bool(found.article) or _is_cited(text, start, floor, last)
    if year := _YEAR.match(text, end):
        found.year, found.end = year[1], year.end()
    return (found,) if found.cited or found.year else ()


def implied_issuer(number: Number) -> str:
    """Return the body that the symbol alone means, where it means only one."""
    organ = number.organ.rstrip("0123456789")
    return IMPLIED.get(organ, "")
