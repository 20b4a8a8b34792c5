"""The names of bodies that issue documents, where a citation says "của …".

Names have no mark at their end: "Sở Văn hóa, Thể thao và Du lịch về việc …". So the words that cannot belong to a name end
it first, and a closed grammar of names reads what stands before them. The examples are data and are read in the tests.
"""

from __future__ import annotations

import re

from cchc.citations._kinds import KINDS
from cchc.citations._letters import LOWER, UPPER

_LONGEST = 200
# Words that end a name: what a document does, or how the sentence goes on. Two words count only together.
_ENDS = (
    "về", "v/v", "ban hành", "quy định", "sửa đổi", "bổ sung", "phê duyệt", "hướng dẫn", "thực hiện", "triển khai", "công bố",
    "kèm", "có", "là", "thì", "đã", "được", "nêu", "trong", "tại", "để", "đến", "cho", "yêu cầu", "giao", "đề nghị", "đề ra", "năm",
    "giai đoạn", "từ", "theo", "với", "trên", "khi", "như", "cũng", "sẽ", "phải", "này", "đó", "gồm", "bao gồm", "nhằm", "do",
    "bởi", "hoặc", "còn", "thay thế", "bãi bỏ", "hết", "liên quan", "nói", "hiện", "đồng thời", "bằng", "qua", "tăng cường",
    "đẩy mạnh", "phát động", "thành lập", "kiện toàn", "điều chỉnh", "phân cấp", "phân công", "ủy quyền", "uỷ quyền",
    "công nhận", "thông qua", "kết luận", "thông báo", "của", "xác định", "chỉ đạo", "vừa", "không", "đạt", "ngày", "ký ban",
    "ký ngày", "vào", "nay", "trước", "sau", "vẫn", "chưa", "cùng", "nâng cao", "xây dựng", "ra", "đang", "tiếp tục", "báo cáo",
    "đính chính", "xin ý", "trả lời", "chấn chỉnh",
)  # fmt: skip
_ENDS_ALONE = frozenset(word for word in _ENDS if " " not in word and "/" not in word)
_ENDS_TOGETHER = frozenset(word for word in _ENDS if " " in word)
# With one capital most of these are parts of names ("Ban Chỉ đạo"); these are not.
_ENDS_TITLED = frozenset(("Về", "Ban hành", "Quy định", "Phê duyệt"))
_WORDS = re.compile(r"\w+|\n")
# A line may break inside a name, but a new line that begins like a heading or a clause belongs to no name.
_NEW_CLAUSE = re.compile(
    r"[ \t]*(?:\r?\n|[-+•*(\d|]|(?:Căn|Theo|Thực|Điều|Mục|Chương|Phần|Nơi|Kính|Về|Ngày|Số|Để|Xét|Quyết|Nghị|Kế|Chỉ|Thông|Công|Báo|Tờ"
    r"|Luật|Trên|Trong|Tại|KT|TM|TL|TUQ|QUYẾT|KẾ|[IVX]+[.)])(?!\w))"
)

_CAPITAL = rf"[{UPPER}][{LOWER}{UPPER}'’]*(?:&[{UPPER}]+)*"
_PLACE = rf"(?:{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}}(?:\s*-\s*{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}})?|[0-9]{{1,2}}(?![\w/]))"
_LEVEL = r"(?i:tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|thị\s+trấn|xã|phường|đặc\s+khu)"
_UNIT = rf"(?<!\w){_LEVEL}(?!\w|\s+ủy|\s+uỷ)(?:\s+{_PLACE}(?:,\s*{_LEVEL}\s+{_PLACE}){{0,2}})?"
_SMALL = rf"(?!và\s)[{LOWER}]+"

# Fields of ministries, departments and offices, of all years; a name with commas in it must be known to be one.
FIELDS = (
    "Nội vụ", "Ngoại giao", "Tư pháp", "Tài chính", "Công an", "Quốc phòng", "Y tế", "Xây dựng", "Công Thương", "Ngoại vụ",
    "Kế hoạch và Đầu tư", "Thông tin và Truyền thông", "Khoa học và Công nghệ", "Khoa học, Công nghệ và Môi trường",
    "Giáo dục và Đào tạo", "Giao thông vận tải", "Giao thông - Xây dựng", "Tài nguyên và Môi trường",
    "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường", "Văn hóa, Thể thao và Du lịch",
    "Văn hóa - Thể thao và Du lịch", "Văn hóa và Thể thao", "Văn hóa và Thông tin", "Văn hóa - Thông tin", "Văn hóa - Xã hội",
    "Văn hóa, Khoa học và Thông tin", "Lao động - Thương binh và Xã hội", "Lao động, Thương binh và Xã hội",
    "Dân tộc và Tôn giáo", "Dân tộc", "Quy hoạch - Kiến trúc", "Du lịch", "Tài chính - Kế hoạch", "Kinh tế - Hạ tầng",
    "Kinh tế và Hạ tầng", "Kinh tế, Hạ tầng và Đô thị", "Kinh tế", "Quản lý đô thị", "Tổ chức cán bộ", "Tổ chức - Cán bộ",
    "Tổ chức", "Kinh tế - Ngân sách", "Pháp chế", "Đô thị", "Văn hóa, Xã hội", "Tuyên giáo và Dân vận", "Tuyên giáo", "Dân vận", "Nội chính", "Bưu chính Viễn thông", "Bưu chính, Viễn thông",
    "Văn hóa - Thông tin và Thể thao", "Thương mại", "Công nghiệp", "Thủy sản",
)  # fmt: skip


def _words(phrases: tuple[str, ...]) -> str:
    # Both placements of the tone are written in names, and a dash may have lost its spaces.
    spelled = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    spelled = spelled.replace("hóa", "h(?:óa|oá)").replace("Thủy", "Th(?:ủy|uỷ)")
    spelled = spelled.replace(r"\ \-\ ", r"\s*-\s*").replace(r"\ và\ ", r"\s+(?:và|&)\s+")
    return "(?i:" + spelled.replace(r"\ ", r"\s+") + r")(?!\w)"


NATIONAL = (
    "Chính phủ", "Thủ tướng Chính phủ", "Phó Thủ tướng Chính phủ", "Thủ tướng", "Quốc hội", "Ủy ban Thường vụ Quốc hội",
    "Uỷ ban Thường vụ Quốc hội", "UBTVQH", "Chủ tịch nước", "Chủ tịch Quốc hội", "Bộ Chính trị", "Ban Bí thư Trung ương Đảng",
    "Ban Bí thư Trung ương", "Ban Bí thư", "Trung ương Đảng", "Văn phòng Trung ương Đảng", "Văn phòng Trung ương", "Trung ương",
    "Hội đồng Bộ trưởng", "Hội đồng Chính phủ",
    "Hội đồng Nhà nước", "Văn phòng Chính phủ", "Văn phòng Quốc hội",
    "Thanh tra Chính phủ", "Kiểm toán Nhà nước", "Tổng Thanh tra Chính phủ", "Văn phòng Chủ tịch nước", "Đảng", "Liên Bộ",
)  # fmt: skip
# Names that hold words which end others.
_WHOLE = _words(("Ủy ban Quốc gia về chuyển đổi số", "Ban Chỉ đạo cải cách hành chính của Chính phủ"))
_TERM = r"(?:\s*,?\s*\(?(?i:khóa|khoá)\s+(?:[IVX]{1,5}|[0-9]{1,2})\)?)?"
_CENTRAL_COMMITTEE = (
    rf"(?:(?i:Hội\s+nghị)\s+(?:(?i:lần\s+thứ)\s+\w+\s*,?\s+)?)?(?:(?i:Ban\s+Chấp\s+hành|BCH)\s+)?"
    rf"(?i:Trung\s+ương)(?!\w|\s+(?i:Đoàn|Hội|Mặt))(?:\s+(?i:Đảng)(?!\w)(?:\s+(?i:Cộng\s+sản\s+Việt\s+Nam))?)?(?:\s+[0-9]{{1,2}}(?![\w/]))?{_TERM}"
)
_PARTY = (
    r"(?:(?i:Ban\s+Thường\s+vụ|Ban\s+Chấp\s+hành|Thường\s+trực|BTV|BCH|TT|Văn\s+phòng|Ban\s+Tổ\s+chức|Ban\s+Tuyên\s+giáo(?:\s+và\s+Dân\s+vận)?"
    r"|Ban\s+Dân\s+vận|Trung\s+tâm\s+chính\s+trị|Ban\s+Nội\s+chính|(?:Ủy|Uỷ)\s+ban\s+Kiểm\s+tra|Bí\s+thư)\s+)?"
    rf"(?:(?i:(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng)\s*(?:ủy|uỷ))(?!\w)(?:\s+(?:{_UNIT}|{_PLACE}))?|(?i:Đảng\s+bộ)(?:\s+(?:{_UNIT}|{_PLACE})){{0,1}})"
)
_YOUTH = (
    r"(?:(?i:Ban\s+Bí\s+thư|Ban\s+Thường\s+vụ|Ban\s+Chấp\s+hành|BTV|BCH|Thường\s+trực|Văn\s+phòng)\s+)?"
    rf"(?i:Trung\s+ương|Tỉnh|Thành|Huyện|Quận|Thị|Xã|Phường)\s+(?i:đoàn)(?!\w)(?:\s+TNCS\s+Hồ\s+Chí\s+Minh|\s+{_PLACE})?"
)
_HEAD_OF = (
    r"(?:(?i:Phó\s+)?(?i:Chủ\s+tịch|Bộ\s+trưởng|Thứ\s+trưởng|Giám\s+đốc|Chủ\s+nhiệm|Trưởng\s+phòng|Trưởng\s+ban|Cục\s+trưởng"
    r"|Tổng\s+cục\s+trưởng|Thống\s+đốc|Thường\s+trực|Chánh\s+Văn\s+phòng|Hiệu\s+trưởng|Viện\s+trưởng|Chánh\s+án|TT\.?|CT\.?)\s+)?"
)
_COUNCIL = (
    rf"(?i:Văn\s+phòng\s+|Đoàn\s+ĐBQH\s+và\s+)?(?i:UBND|UB\s*ND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân|HĐND|Hội\s+đồng\s+nhân\s+dân)(?!\w)"
    rf"(?:\s+(?i:và)\s+(?i:UBND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân))?(?:\s+{_UNIT}|\s+(?i:các)\s+{_LEVEL}|\s+(?i:cấp)\s+{_LEVEL})?"
)
# Bodies outside the People's Committees, each with its own ladder of levels.
_ORGANISATIONS = (
    "Công an", "Bảo hiểm xã hội", "Bảo hiểm xã hội Việt Nam", "Kho bạc Nhà nước", "Ngân hàng Nhà nước", "Ngân hàng Nhà nước Việt Nam",
    "Thanh tra", "Bộ Chỉ huy Quân sự", "Ban Chỉ huy Quân sự", "Bộ đội Biên phòng", "Bộ Chỉ huy Bộ đội Biên phòng", "Cục Thuế",
    "Chi cục Thuế", "Cục Thống kê", "Chi cục Thống kê", "Cục Hải quan", "Tòa án nhân dân", "Tòa án nhân dân tối cao",
    "Viện kiểm sát nhân dân", "Viện kiểm sát nhân dân tối cao", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban Mặt trận Tổ quốc",
    "Ủy ban MTTQ Việt Nam", "Ủy ban MTTQ", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "Liên đoàn Lao động", "Tổng Liên đoàn Lao động Việt Nam", "Hội Liên hiệp Phụ nữ", "Hội Liên hiệp Phụ nữ Việt Nam", "Hội Nông dân",
    "Hội Nông dân Việt Nam", "Hội Cựu chiến binh", "Hội Chữ thập đỏ", "Đoàn TNCS Hồ Chí Minh", "Đoàn Thanh niên", "Ban Dân tộc",
    "Ban Quản lý Khu kinh tế", "Ban Quản lý các khu công nghiệp", "Trung tâm Phục vụ hành chính công", "Đài Phát thanh và Truyền hình",
    "Đài Phát thanh - Truyền hình", "Ủy ban Dân tộc", "Bảo hiểm xã hội thành phố", "Công đoàn Viên chức", "Đảng ủy Khối các cơ quan",
)  # fmt: skip
_ORGANISATION = rf"(?:(?i:Ban\s+Thường\s+vụ|Ban\s+Thường\s+trực|Thường\s+trực|BTV|Văn\s+phòng)\s+)?{_words(_ORGANISATIONS)}(?:\s+{_UNIT})?"
_OFFICE = (
    rf"(?:(?i:Bộ|Sở|Phòng|Ban|Cục|Tổng\s+cục|Vụ|Chi\s+cục|Văn\s+phòng)\s+){_words(FIELDS)}"
    rf"(?:\s+(?:{_UNIT}|(?i:Trung\s+ương|(?:HĐND|Hội\s+đồng\s+nhân\s+dân)(?!\w)(?:\s+{_UNIT})?)))?"
)
_JOINT = (
    rf"(?i:Liên\s+(?:Bộ|Sở|ngành))(?!\w)(?:\s*:?\s*{_CAPITAL}(?:\s+{_SMALL}){{0,3}}"
    rf"(?:\s*-\s*{_CAPITAL}(?:\s+{_SMALL}){{0,3}}){{0,3}})?"
)
# Bodies named by their work, in small letters.
_COMMITTEE = (
    r"(?:Hội\s+đồng\s+phối\s+hợp\s+phổ\s+biến,\s+giáo\s+dục\s+pháp\s+luật|(?:Ban\s+Chỉ\s+đạo|Ban\s+chỉ\s+đạo|Tổ\s+công\s+tác"
    rf"|Đoàn\s+công\s+tác|Hội\s+đồng)(?!\s+nhân)(?:\s+(?!{_LEVEL}\s+[{UPPER}]){_SMALL}){{1,9}})(?:\s+{_UNIT})?"
)
_ALONE = r"(?i:Sở|Bộ|Ban|Phòng|Trường)(?=\s*[,;.)]|\s*$)"
# Any other body: a capital, then at most five small words between capitals.
_OTHER = (
    rf"{_CAPITAL}(?:(?:\s+{_SMALL}){{0,5}}(?:\s+-\s+|,?\s+và\s+|,\s+(?=[{UPPER}][{LOWER}]+(?:\s+[{LOWER}]+){{0,3}}\s+và\s+[{UPPER}])|\s+)"
    rf"{_CAPITAL}){{0,8}}(?:\s+{_SMALL}){{0,4}}(?:\s+{_UNIT})?"
)

_KNOWN = re.compile(
    rf"(?:{_HEAD_OF}{_COUNCIL}|{_PARTY}|{_HEAD_OF}{_OFFICE}|{_HEAD_OF}{_ORGANISATION}|{_COMMITTEE}|{_YOUTH}|{_JOINT}|{_CENTRAL_COMMITTEE}"
    rf"|{_words(NATIONAL)}{_TERM}(?!\s+(?i:Đoàn|Hội|Mặt)(?!\w))|{_UNIT}|{_ALONE})(?!\w)"
)
_ANY = re.compile(rf"{_HEAD_OF}{_OTHER}(?!\w)")
_GOES_ON = re.compile(rf"\s+-\s+[{UPPER}]|&|\s+[{UPPER}][{LOWER}]")
_EXCEPTIONS = re.compile(_WHOLE)
LEVEL_WORD = re.compile(rf"({_LEVEL})(?!\w)(?:\s+({_PLACE}))?")
LEVEL_END = re.compile(rf"(?:^|\s)({_LEVEL})$")


def _end_of_names(text: str, start: int, stop: int) -> int:
    """Return the place from *start* on where no name can go on."""
    first, before = "", start
    for match in _WORDS.finditer(text, start, min(stop, start + _LONGEST)):
        word = match[0]
        if word == "\n":
            if _NEW_CLAUSE.match(text, match.end()):
                return match.start()
            continue
        lowered = word.lower()
        pair = f"{first.lower()} {lowered}"
        if pair in _ENDS_TOGETHER and (
            not first[0].isupper() or first.isupper() or f"{first} {word}" in _ENDS_TITLED
        ):
            return before
        if first == "và" and _kind_begins(text, match.start()):
            return before
        if lowered in _ENDS_ALONE and (
            word == lowered or word in _ENDS_TITLED or (word.isupper() and len(word) > 1)
        ):
            if lowered != "có" or not text.startswith(" công", match.end()):
                return match.start()
        elif (lowered == "v" and text.startswith("/v", match.end())) or (
            lowered == "số" and text[match.end() : match.end() + 3].strip(" :")[:1].isdecimal()
        ):
            return match.start()
        first, before = word, match.start()
    return min(stop, start + _LONGEST, len(text))


def _kind_begins(text: str, start: int) -> bool:
    return " ".join(text[start : start + 24].split()[:2]).casefold() in KINDS


def body_at(text: str, start: int, stop: int | None = None, *, known: bool = False) -> tuple[str, int] | None:
    """Return the name of the body at *start* of *text* (normalised) and where it ends.

    With *known*, only names of known kinds of bodies count, not every phrase that reads like a name.
    """
    stop = len(text) if stop is None else stop
    if whole := _EXCEPTIONS.match(text, start, stop):
        return whole[0], whole.end()
    end = _end_of_names(text, start, stop)
    match = _KNOWN.match(text, start, end)
    if not known and (match is None or _GOES_ON.match(text, match.end(), end)):
        # "Ban Kinh tế" may be the beginning of "Ban Kinh tế - Ngân sách".
        match = _ANY.match(text, start, end) or match
    if match is None:
        return None
    said = match[0].rstrip(" ,-\n\t\r")
    return said, start + len(said)


#: Text → the body named at its beginning; read in the tests.
EXAMPLES = {
    "Chính phủ ban hành Chương trình": "Chính phủ",
    "Thủ tướng Chính phủ về việc": "Thủ tướng Chính phủ",
    "UBND tỉnh về Cải cách": "UBND tỉnh",
    "UBND huyện Vân Hồ về": "UBND huyện Vân Hồ",
    "Chủ tịch UBND về việc": "Chủ tịch UBND",
    "Chủ tịch Ủy ban nhân dân Thành phố Hồ Chí Minh ban hành": "Chủ tịch Ủy ban nhân dân Thành phố Hồ Chí Minh",
    "UBND thị trấn Khe Sanh, huyện Hướng Hóa ban hành": "UBND thị trấn Khe Sanh, huyện Hướng Hóa",
    "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu quy định": "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu",
    "Ban Thường vụ huyện ủy về tăng cường": "Ban Thường vụ huyện ủy",
    "Ban Chấp hành Đảng bộ tỉnh và Kế hoạch": "Ban Chấp hành Đảng bộ tỉnh",
    "Tỉnh ủy về đẩy mạnh": "Tỉnh ủy",
    "Hội nghị Trung ương 6 khóa XII; kết quả": "Hội nghị Trung ương 6 khóa XII",
    "Ban Chấp hành Trung ương Đảng (khóa XII) về": "Ban Chấp hành Trung ương Đảng (khóa XII)",
    "Bộ Chính trị về đột phá": "Bộ Chính trị",
    "Bộ trưởng Bộ Nội vụ về việc": "Bộ trưởng Bộ Nội vụ",
    "Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La về": "Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La",
    "Sở Văn hoá, Thể thao và Du lịch, Sở Nội vụ": "Sở Văn hoá, Thể thao và Du lịch",
    "Giám đốc Sở Nội vụ tại Tờ trình": "Giám đốc Sở Nội vụ",
    "tỉnh về": "tỉnh",
    "thành phố Cần Thơ, trong đó": "thành phố Cần Thơ",
    "Bảo hiểm xã hội Việt Nam về": "Bảo hiểm xã hội Việt Nam",
    "Trung ương Đoàn TNCS Hồ Chí Minh ban hành": "Trung ương Đoàn TNCS Hồ Chí Minh",
    "Ban Bí thư Trung ương Đoàn về": "Ban Bí thư Trung ương Đoàn",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy.": "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    "Liên Bộ Tài chính - Nội vụ về": "Liên Bộ Tài chính - Nội vụ",
    "Trung tâm Phục vụ hành chính công thành phố Hà Nội;": "Trung tâm Phục vụ hành chính công thành phố Hà Nội",
    "Liên đoàn Lao động tỉnh về": "Liên đoàn Lao động tỉnh",
    "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam hướng dẫn": "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
}
