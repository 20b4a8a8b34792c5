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
    "đính chính", "xin ý", "trả lời", "chấn chỉnh", "tổ chức", "rà soát", "hợp nhất", "khen thưởng", "đánh giá", "cho phép",
    "thẩm định", "góp ý", "đôn đốc", "công khai", "gửi", "chấp thuận", "thống nhất", "nghiêm", "cần", "tiến hành",
    "tuyên truyền", "cụ thể", "lãnh đạo", "kể từ", "mà", "nếu", "quán triệt", "quyết định", "giải thích", "giải quyết", "kiểm tra",
    "chuẩn bị", "huy động", "tham mưu", "phối hợp với", "phát hành", "nhất là", "truyền đạt", "giữa",
)  # fmt: skip
# Behind these the same words name a work: "Ban tổ chức", "Ủy ban kiểm tra".
_WORD_BEHIND = re.compile(
    r"(?:[Bb]an|(?<!Hải\s)(?<!Quốc\s)(?<!Văn\s)[Pp]hòng|(?<!Nội\s)[Vv]ụ|[Cc]ục|(?<!Tỉnh\s)(?<!Thành\s)(?<!Huyện\s)(?<!ương\s)[Đđ]oàn|[Tt]ổ|[Đđ]ội|đầu\s+tư|[Cc]ác|Ủy|Uỷ)\s+$"
)
_ENDS_ALONE = frozenset(word for word in _ENDS if " " not in word and "/" not in word)
# Words of names that begin or end like those.
_COMPOUNDS = frozenset(
    ("giao thông", "giao dịch", "giao lưu", "hiện đại", "hiện vật", "từ thiện", "không gian", "không quân", "không khí", "phòng không",
     "sau đại", "sau chiến", "sau cai", "sau thu", "sau thiên", "sau bão", "sau thanh", "sau sắp", "trước sinh", "cần thơ", "cần giờ", "cần giuộc", "cần đước", "từ sơn",
     "từ liêm", "năm căn", "giao thủy", "giao thuỷ", "hàng không", "tự do",
     "trong sạch", "cho vay", "có công", "trên biển", "còn thiếu", "qua biên", "cùng phát", "bằng sáng", "tại doanh")
)  # fmt: skip
# Names with "về" in them: "Cục Cảnh sát điều tra tội phạm về ma túy", "Ủy ban về các vấn đề xã hội".
_WITH_VE = re.compile(
    r"(?:Cảnh\s+sát\s[^;:.]{0,40}?(?:tội\s+phạm|hành\s+chính)|(?:Ủy|Uỷ)\s+ban(?:\s+(?:[Nn]hà\s+nước|[Qq]uốc\s+gia))?|Giám\s+định\s+nhà\s+nước|[Tt]ư\s+vấn"
    r"|[Dd]ữ\s+liệu\s+quốc\s+gia)\s+(?=về\s+(?!việc(?!\s+làm)))"
)
_NEXT_WORD = re.compile(r"\s(\w+)")
_ENDS_TOGETHER = frozenset(word for word in _ENDS if " " in word)
# With one capital most of these are parts of names ("Ban Chỉ đạo"); these are not.
_ENDS_TITLED = frozenset(("Về", "Ban hành", "Quy định", "Phê duyệt"))
_WORDS = re.compile(r"\w+|\n")
# A line may break inside a name, but a new line that begins like a heading or a clause belongs to no name.
_NEW_CLAUSE = re.compile(
    r"[ \t]*(?:\r?\n|[-+•*(\d|]|(?:Căn|Theo|Thực|Điều|Mục|Chương|Phần|Nơi|Kính|Về|Ngày|Số|Để|Xét|Quyết|Nghị|Kế|Chỉ|Thông|Công|Báo|Tờ"
    r"|Luật|Trên|Trong|Tại|KT|TM|TL|TUQ|QUYẾT|KẾ|[IVX]+[.)])(?!\w))"
)

_CAPITAL = rf"(?!(?:KHÓA|KHOÁ|VÀ|KỲ|NHIỆM)(?!\w))[{UPPER}][{LOWER}{UPPER}'’]*(?:&[{UPPER}]+)*"
PLACE = rf"(?:{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}}(?:\s[1-9](?!\w|\s*[/-]|[.,][0-9]))?(?:\s*-\s*{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}})?|[0-9]{{1,2}}(?![\w/]))"
_LEVEL = r"(?i:tỉnh|thành\s+phố|tp\.?|tx\.?|huyện|quận|thị\s+xã|thị\s+trấn|xã|phường|đặc\s+khu|(?:tt|[pqhx])\.(?=\s?[A-ZĐ0-9]))"
# No province is called like these families: "Chủ tịch UBND tỉnh Trần Văn A".
_FAMILY = r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh|Trịnh|Lương|Mai|Đoàn|Trương|Đào|Tạ|Tô|Phùng|Quách|Nông|Triệu|Lưu|Đàm)(?=\s)"
_BEFORE_PLACE = rf"(?:\s+|(?<=\.))(?!(?<=(?i:tỉnh)\s){_FAMILY})"
_PLACES = rf"{_BEFORE_PLACE}{PLACE}(?:(?:\s*,\s*|\s+){_LEVEL}{_BEFORE_PLACE}{PLACE}){{0,2}}"
_UNIT = (
    rf"(?:TP\.?\s?HCM(?!\w)|(?<!\w)(?<!tác\s)(?<!tấn\s){_LEVEL}(?:(?<=\.)|(?!\w|\s+ủy|\s+uỷ))(?:{_PLACES})?)"
)
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
    spelled = spelled.replace("hóa", "h(?:óa|oá)").replace("hòa", "h(?:òa|oà)").replace("Thủy", "Th(?:ủy|uỷ)")
    spelled = spelled.replace(r"\ \-\ ", r"\s*-\s*").replace(r"\ và\ ", r"\s+(?:và|&)\s+")
    return "(?i:" + spelled.replace(r"\ ", r"(?:\s+|-)") + r")(?!\w)"


def field_words() -> str:
    """Return the pattern of what ministries and departments are for, "Tài chính", "Kế hoạch và Đầu tư"."""
    return _words(FIELDS)


NATIONAL = (
    "Chính phủ", "Thủ tướng Chính phủ", "Phó Thủ tướng Chính phủ", "Thủ tướng CP", "VPCP", "Thủ tướng", "Quốc hội", "Ủy ban Thường vụ Quốc hội",
    "Uỷ ban Thường vụ Quốc hội", "UBTVQH", "Chủ tịch nước", "Chủ tịch Quốc hội", "Bộ Chính trị, Ban Bí thư", "Bộ Chính trị", "Ban Bí thư Trung ương Đảng",
    "Ban Bí thư Trung ương", "Ban Bí thư", "Trung ương Đảng", "Văn phòng Trung ương Đảng", "Văn phòng Trung ương", "Trung ương",
    "Chính phủ lâm thời Việt Nam Dân chủ Cộng hòa", "Chính phủ nước Việt Nam Dân chủ Cộng hòa", "Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Chủ tịch nước Việt Nam Dân chủ Cộng hòa", "Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Ban Vật giá Chính phủ",
    "Hội đồng Bộ trưởng", "Hội đồng Chính phủ", "Chính phủ lâm thời", "Chính phủ Việt Nam Dân chủ Cộng hòa",
    "Hội đồng Nhà nước", "Văn phòng Chính phủ", "Văn phòng Quốc hội",
    "Thanh tra Chính phủ", "Kiểm toán Nhà nước", "Tổng Thanh tra Chính phủ", "Văn phòng Chủ tịch nước", "Đảng", "Liên Bộ",
)  # fmt: skip
_TERM = r"(?:\s*,?\s*(?i:khóa|khoá)\s+(?:[IVX]{1,5}|[0-9]{1,2})|\s*\((?i:khóa|khoá)\s+(?:[IVX]{1,5}|[0-9]{1,2})\))?"
_CENTRAL_COMMITTEE = (
    rf"(?:(?i:Hội\s+nghị)\s+(?:(?i:lần\s+thứ)\s+\w+\s*,?\s+)?)?(?:(?i:Ban\s+Chấp\s+hành|BCH)\s+)?"
    rf"(?i:Trung\s+ương|TW|TƯ)(?!\w|\s+(?i:Đoàn|Hội|Mặt))(?:\s+(?i:Đảng)(?!\w)(?:\s+(?i:Cộng\s+sản\s+Việt\s+Nam))?)?(?:\s+[0-9]{{1,2}}(?![\w/]))?{_TERM}"
)
_PARTY = (
    r"(?:(?i:Ban\s+Thường\s+vụ|Ban\s+Chấp\s+hành|Thường\s+trực|BTV|BCH|TT|Văn\s+phòng|Ban\s+Tổ\s+chức|Ban\s+Tuyên\s+giáo(?:\s+và\s+Dân\s+vận)?"
    r"|Ban\s+Dân\s+vận|Trung\s+tâm\s+chính\s+trị|Ban\s+Nội\s+chính|(?:Ủy|Uỷ)\s+ban\s+Kiểm\s+tra|Bí\s+thư)\s+)?"
    rf"(?:(?i:(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng)\s*(?:ủy|uỷ))(?!\w)(?:\s+(?:{_UNIT}|(?!(?i:khối|các)\s){PLACE}))?|(?i:Đảng\s+bộ)(?:\s+(?:{_UNIT}|{PLACE})){{0,1}})"
)
_YOUTH = (
    r"(?:(?i:Ban\s+Bí\s+thư|Ban\s+Thường\s+vụ|Ban\s+Chấp\s+hành|BTV|BCH|Thường\s+trực|Văn\s+phòng)\s+)?"
    rf"(?i:Trung\s+ương|Tỉnh|Thành|Huyện|Quận|Thị|Xã|Phường)\s+(?i:đoàn)(?!\w)(?:\s+TNCS\s+Hồ\s+Chí\s+Minh|\s+{PLACE})?"
)
_HEAD_OF = (
    r"(?:(?i:Phó\s+)?(?i:Bộ\s+trưởng,\s+Chủ\s+nhiệm|Chủ\s+tịch|Bộ\s+trưởng|Thứ\s+trưởng|Giám\s+đốc|Chủ\s+nhiệm|Trưởng\s+phòng|Trưởng\s+ban|Cục\s+trưởng"
    r"|Tổng\s+cục\s+trưởng|Tổng\s+Giám\s+đốc|Chi\s+cục\s+trưởng|Chỉ\s+huy\s+trưởng|Chánh\s+Thanh\s+tra|Quyền\s+Giám\s+đốc|Thống\s+đốc|Thường\s+trực|Chánh\s+Văn\s+phòng|Hiệu\s+trưởng|Viện\s+trưởng|Chánh\s+án|TT\.?|CT\.?)\s+)?"
)
_COUNCIL = (
    rf"(?i:Văn\s+phòng\s+|Đoàn\s+ĐBQH\s+và\s+)?(?i:UBND|UB\s*ND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân|HĐND|Hội\s+đồng\s+nhân\s+dân)(?!\w)"
    rf"(?:\s+lâm\s+thời)?(?:(?:\s+(?i:và)\s+|\s*-\s*)(?i:UBND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân))?(?:\s+{_UNIT}|\s+(?i:các)\s+{_LEVEL}|\s+(?i:cấp)\s+{_LEVEL})?"
)
# Bodies outside the People's Committees, each with its own ladder of levels.
ORGANISATIONS = (
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
_ORGANISATION = rf"(?:(?i:Ban\s+Thường\s+vụ|Ban\s+Thường\s+trực|Thường\s+trực|BTV|Văn\s+phòng)\s+)?{_words(ORGANISATIONS)}(?:\s+{_UNIT})?"
_OFFICE = (
    rf"(?:(?i:Bộ|Sở|Phòng|Ban|Cục|Tổng\s+cục|Vụ|Chi\s+cục|Văn\s+phòng)\s+){_words(FIELDS)}"
    rf"(?:\s+(?:{_UNIT}|(?i:Trung\s+ương|TW|TƯ)(?!\w)|[TH]U(?!\w)|(?i:HĐND|Hội\s+đồng\s+nhân\s+dân)(?!\w)(?:\s+{_UNIT})?))?"
)
_JOINED = rf"{_CAPITAL}(?:\s+(?:và\s+(?!Bộ|Sở){_CAPITAL}|{_SMALL})){{0,4}}"
_ONE_OF_JOINT = rf"(?:(?:(?:Bộ|Sở|Phòng)\s+)?{_words(FIELDS)}|{_words(ORGANISATIONS)}|{_words(NATIONAL)})"
_JOINT = (
    rf"(?i:Liên\s+(?:Bộ|Sở|ngành|phòng))(?!\w)(?:\s*:?\s*(?:{_ONE_OF_JOINT}|{_JOINED})"
    rf"(?:\s*-\s*(?:{_ONE_OF_JOINT}|{_JOINED})|(?:\s*[,;]\s*|\s+và\s+){_ONE_OF_JOINT}){{0,5}}(?:\s+{_UNIT})?)?"
)
# Bodies named by their work, in small letters, with commas and verbs in it.
_COMMITTEE = re.compile(
    r"(?:(?:Phó\s+)?(?:Trưởng|Chủ\s+tịch|Thường\s+trực|Văn\s+phòng|Cơ\s+quan\s+thường\s+trực)\s+)?"
    r"(?:(?i:Ban\s+Chỉ\s+đạo|Ban\s+Quản\s+lý)|BCĐ|BQL|Ban\s+[Tt]ổ\s+chức|Ban\s+[Vv]ận\s+động|Ban\s+[Ss]oạn\s+thảo|Ban\s+Vì\s+sự\s+tiến\s+bộ\s+của\s+phụ\s+nữ|Ban\s+An\s+toàn"
    r"|Tổ\s+(?:công\s+tác|[Cc]ông\s+nghệ|giúp\s+việc|thẩm\s+định)|Đoàn\s+(?:công\s+tác|kiểm\s+tra|thanh\s+tra|giám\s+sát)|Quỹ"
    r"|(?:Ủy|Uỷ)\s+ban\s+(?:[Qq]uốc\s+gia|An\s+toàn|[Bb]ầu\s+cử)|Hội\s+đồng(?!\s+(?:nhân\s+dân|Bộ|Chính|Nhà)))(?!\w)"
    r"(?:\s+(?:[Qq]uốc\s+gia|Trung\s+ương|Nhà\s+nước|liên\s+ngành|(?:của\s+)?Chính\s+phủ(?=\s+về\s+phát\s+triển\s+khoa\s+học)))?"
    r"(?:\s+về(?!\s+việc)|\s+(?:triển\s+khai\s+thực\s+hiện|triển\s+khai|thực\s+hiện|xây\s+dựng|đánh\s+giá|thẩm\s+định|giải\s+quyết"
    r"|kiểm\s+tra|tuyên\s+truyền|rà\s+soát|tổ\s+chức|đẩy\s+mạnh))?(?!\w)"
)
_ALONE = r"(?i:Sở|Bộ|Ban|Phòng|Trường)(?=\s*[,;.)]|\s*$)"
# With these, in capitals, another body begins.
_HEADS = (
    r"(?:Sở|Bộ|Ban|Phòng|Cục|Chi\s+cục|Tổng\s+cục|Vụ|UBND|HĐND|UB|Ủy\s+ban|Uỷ\s+ban|Hội|Chủ\s+tịch|Giám\s+đốc|Thủ\s+tướng|Chính\s+phủ"
    r"|Quốc\s+hội|Đảng|Tỉnh|Thành|Huyện|Trung\s+tâm|Trung\s+ương|Trường|Viện|Học\s+viện|Bệnh\s+viện|Văn\s+phòng|Thanh\s+tra|Tòa|Toà|Công\s+an|Công\s+ty"
    r"|Liên|Kho\s+bạc|Bảo\s+hiểm|Ngân\s+hàng|Thường\s+trực|Đoàn|Tổ|Đài|Báo|Kiểm\s+toán|Quỹ|Trưởng|Phó|Tổng|Trạm|Hạt|Đồn|Chi\s+nhánh|Bưu\s+điện|Tập\s+đoàn|Hiệu\s+trưởng|Viện\s+trưởng|Chánh\s+án|Cục\s+trưởng|Bí\s+thư|Thống\s+đốc|Bảo\s+tàng"
    r"|Thư\s+viện|Công\s+đoàn|Quân\s+khu|Quân\s+đoàn|Xí\s+nghiệp|Nhà\s+xuất\s+bản|BHXH|LĐLĐ|MTTQ|TAND|VKSND)(?!\w)"
)
_HEAD = re.compile(_HEADS)
_SMALL_HEAD = (
    r"(?:trường|trung\s+tâm|bệnh\s+viện|phòng|ban|cục|chi\s+cục|tổng\s+cục|văn\s+phòng|hội|liên\s+đoàn|viện|công\s+ty|đài|ủy\s+ban|hội\s+đồng"
    r"|giám\s+đốc|hiệu\s+trưởng|trưởng\s+phòng|thường\s+trực|sở|bộ|công\s+đoàn|chi\s+bộ|đảng\s+bộ|đảng\s+ủy|trạm|hạt|thanh\s+tra|chánh\s+án|viện\s+trưởng)"
)
_STARTS = re.compile(
    rf"{_CAPITAL}|{_SMALL_HEAD}\s+(?=[{UPPER}])|(?!hội\s+(?:nghị|thảo|trường)|ban\s+(?:hành|lãnh|giám)){_SMALL_HEAD}\s+[{LOWER}]"
)
_BREAKS = re.compile(r"[;:()\"“”\[\]|…]|\.(?=\s|$)|,|\s+và\s+|\s+-\s+")
POINT_BELONGS = re.compile(r"(?<!\w)(?:TP|Tp|tp|TX|Tx|TT|Q|P|H|X|C)$")
_ONE_WORK = re.compile(
    r"(?i:phòng,\s+chống|phát\s+thanh,\s+truyền|khám,\s+chữa|thi\s+đua,\s+khen|khoa\s+học,\s+công|công\s+nghệ,\s+đổi|sáng\s+tạo,\s+chuyển|tham\s+nhũng,\s+lãng|lãng\s+phí,\s+tiêu|tham\s+nhũng,\s+kinh|tham\s+nhũng,\s+tiêu|kinh\s+tế,\s+(?:buôn|tham)|buôn\s+lậu,\s+môi|phổ\s+biến,\s+giáo)(?!\w)"
)
_ITEM = rf"(?!{_HEADS})[{UPPER}][{LOWER}{UPPER}]*(?:\s+\w+){{0,4}}?"
_LISTED = re.compile(rf"\s*{_ITEM}(?:\s*,\s*{_ITEM})*\s+(?:và|&)\s+(?!{_HEADS})[{UPPER}]")
_NO_WORK = re.compile(r"(?:các|những|một|mỗi|ý\s+kiến|việc|căn\s+cứ|chỉ\s+đạo|trong|từng|toàn)(?!\w)")
_LISTED_WORK = re.compile(rf"[^;:.()]{{1,90}}?\s+và\s|[^,;:.()]{{1,60}}?\s{_LEVEL}(?=[\s,;.)]|$)")
_PARKS = re.compile(r"(?:các\s+)?(?:[Kk]hu|[Cc]ụm|KCN)\s")
_SMALL_END = re.compile(rf"{_SMALL}(?:\s+{_SMALL}){{0,5}}(?=\s*(?:[,;.:)]|$)|\s+{_LEVEL}(?!\w))")
_UNIT_INSIDE = re.compile(
    rf"(?<!\w)(?<!tác\s)(?<!tấn\s){_LEVEL}(?:(?<=\.)|(?!\w|\s+(?i:ủy|uỷ|hội|đoàn|viên|lộ|thông\s+minh|hóa|hoá)(?!\w)))"
    rf"(?:{_PLACES}|(?=\s+(?:[{LOWER}]|{_FAMILY})))"
)
_TERM_AFTER = re.compile(rf"{_TERM}(?!\w)")
_NUMBERED_BODY = re.compile(
    r"(?:\w+\s+\w+\s+)?(?:[Tt]rường|[Bb]ệnh\s+viện|Trung\s+tâm|Trạm|Quân|Đội|Tổ|Đồn|Hạt|Thuế|Chi\s+cục|Văn\s+phòng|Công\s+ty|Xí\s+nghiệp|Nhà\s+máy)(?!\w)"
)
_OWN_NUMBER = re.compile(r"\s[0-9]{1,2}(?![\w/-]|\s*[/-]|\s+ngày)")
_LONGEST_SMALL = 10
_SMALL_RUN = re.compile(rf"(?:\s+[{LOWER}]+){{{_LONGEST_SMALL + 1},}}$")

_KNOWN = re.compile(
    rf"(?:{_HEAD_OF}{_COUNCIL}|(?P<party>{_PARTY}{_TERM})|(?P<office>{_HEAD_OF}{_OFFICE})|{_HEAD_OF}{_ORGANISATION}|{_YOUTH}|{_JOINT}|{_CENTRAL_COMMITTEE}"
    rf"|(?P<national>{_HEAD_OF}{_words(NATIONAL)}{_TERM})(?!\s+(?i:Đoàn|Hội|Mặt|ủy|uỷ|bộ)(?!\w))|{_UNIT}|{_ALONE})(?!\w)"
)
_GOES_ON = re.compile(
    rf"\s+-\s+(?!{_HEADS})[{UPPER}]|&|\s+(?:khu\s+vực|chuyên\s+ngành|vùng|liên\s+huyện|liên\s+xã|cơ\s+sở|miền)(?!\w)|\s+(?!{_FAMILY})[{UPPER}][{LOWER}]|,{_LISTED.pattern}"
)
_SMALL_FOLLOWS = re.compile(rf"\s+(?!(?:và|các(?!\s+cơ\s+quan))(?!\w))[{LOWER}]")
_LEAGUE = re.compile(rf"[Ll]iên\s+(?:ngành|tịch|cơ\s+quan)\s*:?\s*(?={_HEADS})")
_NEXT_OF_LEAGUE = re.compile(rf"\s*(?:,|-|;|\s+và)\s+(?={_HEADS})")
_OWNED = re.compile(r"(?:Ủy|Uỷ)\s+ban|Ban|Hội\s+đồng|Tổ|Vụ|Cục|Đoàn|Phó|Chủ|Trưởng")
_OWNER = re.compile(
    rf"\s+của\s+(?:(?:HĐND|Hội\s+đồng\s+nhân\s+dân|UBND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân)(?:\s+{_UNIT})?|{_words(NATIONAL)})(?!\w)"
)
# A department of a ministry may stand with it: "Cục Văn thư và Lưu trữ nhà nước, Bộ Nội vụ".
_OFFICE_OF_PARENT = re.compile(r"Cục|Vụ|Tổng\s+cục")
_PARENT = re.compile(rf"(?:\s*,\s*|\s+-\s+)(?:Bộ\s+{_words(FIELDS)}|Văn\s+phòng\s+Chính\s+phủ(?!\w))")
PERSON = re.compile(rf"\s+{_FAMILY}(?:\s+{_CAPITAL}){{1,3}}$")
# Who holds an office may be named with it: "Chánh án TANDTC Trương Hòa Bình"; behind a school or a hospital the name is its own.
_HOLDER = re.compile(
    rf"(?:Phó\s+|Quyền\s+)?(?:Chánh\s+án|Viện\s+trưởng|Chủ\s+tịch|Giám\s+đốc|Bộ\s+trưởng|Thứ\s+trưởng|Tổng\s+Giám\s+đốc|Cục\s+trưởng|Trưởng\s+(?:ban|phòng))\s"
    rf".*(?:(?<!THPT)(?<!THCS)(?<!PTDT)(?<!PTDTNT)(?<!\sTH)(?<!\sMN)(?<!GDTX)(?<=[A-ZĐ]{{3}})|tối\s+cao|Chính\s+phủ|Quốc\s+hội|nước){PERSON.pattern}"
)
_SMALL_PLACE = re.compile(
    rf"(?:\s+(?!(?:các|những|và|mình|ta|tôi|cấp|thuộc)(?!\w))[{LOWER}]+){{1,3}}(?=\s|[;.,)]|$)"
)
_CLAUSE_END = re.compile(r"\s*(?:[;.,)\n]|$)")
_THIS = re.compile(r"\s+(?:này|đó|nêu|trên)(?!\w)")
_AND = re.compile(rf"\s+(?:và|&)\s+(?!{_HEADS})[{UPPER}][{LOWER}]")
LEVEL_WORD = re.compile(rf"({_LEVEL})(?!\w)(?:\s+({PLACE}))?")
#: A place right behind a symbol, where it completes the body: "số 88/NQ-HĐND tỉnh Quảng Ngãi ngày …".
UNIT_BEHIND = re.compile(rf"\s({_UNIT})(?=\s*(?:[,;.)]|$|ngày\s|năm\s|về\s|v/v\s))")
LEVEL_END = re.compile(rf"(?:^|\s)({_LEVEL})$")


# Said most often, and told at a glance by what follows.
_PLAIN = re.compile(
    r"(?:Chính phủ|Thủ tướng Chính phủ|Quốc hội|Bộ Chính trị|Bộ Nội vụ|(?:Chủ tịch )?UBND (?:tỉnh|huyện|thành phố))"
    r"(?= (?:về|ban hành|quy định|sửa đổi|phê duyệt|hướng dẫn) |[;.:]\s)"
)


def _end_of_names(text: str, start: int, stop: int, worked: bool) -> int:
    """Return the place from *start* on where no name can go on; with *worked*, verbs behind "và" belong to it."""
    first, before = "", start
    for match in _WORDS.finditer(text, start, min(stop, start + _LONGEST)):
        word = match[0]
        if word == "\n":
            if _NEW_CLAUSE.match(text, match.end()):
                return match.start()
            continue
        lowered, behind = word.lower(), first.lower()
        if (
            f"{behind} {lowered}" in _ENDS_TOGETHER
            and (not first[0].isupper() or first.isupper() or f"{first} {word}" in _ENDS_TITLED)
            and not (worked and text.endswith((" và ", "thi đua, "), start, before))
            and _WORD_BEHIND.search(text, max(start, before - 8), before) is None
        ):
            return before
        if first == "và" and _kind_begins(text, match.start()):
            return before
        if word == "về" and _ends_with_ve(text, start, match.start()):
            first, before = word, match.start()
            continue
        if lowered in _ENDS_ALONE and (
            word == lowered or word in _ENDS_TITLED or (word.isupper() and len(word) > 1)
        ):
            after = _NEXT_WORD.match(text, match.end())
            if not {f"{lowered} {after[1].lower() if after else ''}", f"{behind} {lowered}"} & _COMPOUNDS:
                return match.start()
        elif (lowered == "v" and text.startswith("/v", match.end())) or (
            lowered == "số"
            and text[match.end() : match.end() + 3].strip(" :")[:1].isdecimal()
            and not (_NUMBERED_BODY.match(text, start) and _OWN_NUMBER.match(text, match.end()))
        ):
            return match.start()
        first, before = word, match.start()
    return min(stop, start + _LONGEST, len(text))


def _ends_with_ve(text: str, start: int, place: int) -> bool:
    """Whether "về" at *place* belongs to the name from *start* on."""
    return any(name.end() == place for name in _WITH_VE.finditer(text, start, place + 6))


_PART = re.compile(
    r"(?i:các\s+)?(?i:điều|khoản|điểm|mục|chương|phần|phụ\s+lục)\s+(?:[0-9]|[IVX]+(?!\w)|[a-zđ](?!\w))"
)


def _kind_begins(text: str, start: int) -> bool:
    """Whether a further document, or a part of one, begins at *start*."""
    if _PART.match(text, start):
        return True
    # The steering committee for digital transformation has a document in its own name.
    return " ".join(text[start : start + 24].split()[:2]).casefold() in KINDS and not text.startswith(
        "Đề án 06", start
    )


def _goes_on(text: str, start: int, mark: re.Match[str], end: int, worked: bool) -> bool:
    """Whether the name from *start* on goes on behind a comma, a dash, a full stop or "và"."""
    behind, said = mark.end(), mark[0].strip()
    if said == ".":
        return POINT_BELONGS.search(text, start, mark.start()) is not None
    if said not in (",", "và", "-"):
        return False
    while text[behind : behind + 1].isspace():
        behind += 1
    if behind >= end:
        return False
    capital = text[behind].isupper()
    if said == ",":
        if behind == mark.end() and capital and text[mark.start() - 1].isupper():
            return True
        if _ONE_WORK.search(text, max(start, mark.start() - 10), behind + 6) or _LISTED.match(
            text, behind, end
        ):
            return True
        return (
            worked
            and not capital
            and not _NO_WORK.match(text, behind)
            and bool(_LISTED_WORK.match(text, behind, end))
        )
    if capital:
        if said == "và" and text.startswith(("Văn phòng", "Chánh Văn phòng", "VP"), start):
            return not _kind_begins(text, behind)
        return not _HEAD.match(text, behind) and not _kind_begins(text, behind)
    if _NO_WORK.match(text, behind):
        return text.startswith("Ban", start) and _PARKS.match(text, behind) is not None
    return worked or (said == "và" and _SMALL_END.match(text, behind, end) is not None)


def _named(text: str, start: int, end: int, worked: bool) -> int:
    """Return where a name that is in no table ends: it goes on until a mark or word that none holds, or behind its place."""
    unit = _UNIT_INSIDE.search(text, start + 1, end)
    last = unit.end() if unit else end
    for mark in _BREAKS.finditer(text, start, last):
        if unit and unit.start() < mark.start():
            break
        if not _goes_on(text, start, mark, end, worked):
            last = mark.start()
            break
    if not worked and (small := _SMALL_RUN.search(text, start, last)) and not (unit and last == unit.end()):
        last = small.start()
    term = _TERM_AFTER.match(text, last)
    return term.end() if term else last


def _league(text: str, start: int, offset: int, stop: int) -> tuple[str, int] | None:
    last = start
    while body := body_at(text, offset, stop, known=True):
        last = body[1]
        following = _NEXT_OF_LEAGUE.match(text, last, stop)
        if following is None:
            break
        offset = following.end()
    return (text[start:last], last) if last > start else None


def body_at(text: str, start: int, stop: int | None = None, *, known: bool = False) -> tuple[str, int] | None:
    """Return the name of the body at *start* of *text* (normalised) and where it ends.

    With *known*, only names that begin like those of bodies count, not every phrase that reads like a name.
    """
    stop = len(text) if stop is None else stop
    if (plain := _PLAIN.match(text, start, stop)) and plain.end() < stop:
        return plain[0], plain.end()
    if league := _LEAGUE.match(text, start, stop):
        return _league(text, start, league.end(), stop)
    committee = _COMMITTEE.match(text, start, stop)
    inside = committee.end() if committee else start
    end = _end_of_names(text, inside, stop, committee is not None)
    match = None if committee else _KNOWN.match(text, start, end)
    last = match.end() if match else start
    if (
        match is None
        or ("ảng" in (match["party"] or "") and _SMALL_FOLLOWS.match(text, last, end))
        or (
            (not match["national"] or text.startswith((" khu vực", " chuyên ngành"), last))
            and _GOES_ON.match(text, last, end)
        )
        or (
            match["office"]
            and _AND.match(text, last, end)
            and not _kind_begins(text, text.index(" ", last + 1) + 1)
        )
    ) and (committee or (_HEAD if known else _STARTS).match(text, start, end)):
        # "Ban Kinh tế" may be the beginning of "Ban Kinh tế - Ngân sách".
        last = _named(text, start, end, committee is not None)
        name = text[start:last].rstrip(" ,-\n\t\r")
        if _HOLDER.fullmatch(name) and (person := PERSON.search(name)):
            last = start + person.start()
    if last < end and text[start:last].islower() and (place := _SMALL_PLACE.match(text, last, end)):
        # All in small letters: "sở nội vụ tỉnh sơn la".
        last = (
            place.end() if _CLAUSE_END.match(text, place.end()) or text[place.end() : end].isspace() else last
        )
    said = text[start:last].rstrip(" ,-\n\t\r")
    last = start + len(said)
    if (owner := _OWNER.match(text, last, stop)) and _OWNED.match(said):
        last = owner.end()
    if (parent := _PARENT.match(text, last, stop)) and _OFFICE_OF_PARENT.match(said):
        last = parent.end()
        said = text[start:last]
    if not said or (" " not in said and _THIS.match(text, last)):
        return None
    return text[start:last], last


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
    "liên Bộ Xây dựng - Ban Vật giá Chính phủ;": "liên Bộ Xây dựng - Ban Vật giá Chính phủ",
    "liên Bộ: Nội vụ, Tài chính, Lao động - Thương binh và Xã hội về": "liên Bộ: Nội vụ, Tài chính, Lao động - Thương binh và Xã hội",
    "liên ngành Giáo dục và Đào tạo - Tài chính tỉnh Nam Định.": "liên ngành Giáo dục và Đào tạo - Tài chính tỉnh Nam Định",
    "Cục Cảnh sát điều tra tội phạm về ma túy về việc": "Cục Cảnh sát điều tra tội phạm về ma túy",
    "Ủy ban về các vấn đề xã hội của Quốc hội về": "Ủy ban về các vấn đề xã hội của Quốc hội",
    "Ban Chỉ đạo công tác sau cai nghiện tỉnh Hà Nam về": "Ban Chỉ đạo công tác sau cai nghiện tỉnh Hà Nam",
    "UBND TPHCM;": "UBND TPHCM",
    "phòng nội vụ huyện vân hồ về việc": "phòng nội vụ huyện vân hồ",
    "Viện trưởng VKSNDTC Nguyễn Huy Tiến về": "Viện trưởng VKSNDTC",
    "Hiệu trưởng Trường THCS Trần Phú về": "Hiệu trưởng Trường THCS Trần Phú",
    "Chủ tịch nước Việt Nam Dân chủ Cộng hòa ban hành": "Chủ tịch nước Việt Nam Dân chủ Cộng hòa",
    "Trung tâm Phục vụ hành chính công thành phố Hà Nội;": "Trung tâm Phục vụ hành chính công thành phố Hà Nội",
    "Liên đoàn Lao động tỉnh về": "Liên đoàn Lao động tỉnh",
    "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam hướng dẫn": "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
}
