"""Bodies that issue documents, as citations name them, and how relative names are completed."""

from __future__ import annotations

import re

# The only symbols that mean one body everywhere; all others are set by the head of each agency (Nghị định 30/2020/NĐ-CP
# (05/3/2020), Phụ lục III), so that no table of them can be complete.
IMPLIED = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
}

_UPPER = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
_LOWER = "a-zà-ãè-êìíò-õùúýăđĩũơư" + "".join(chr(code) for code in range(0x1EA1, 0x1EFA, 2))

# Words that end a name: what a document does, or how the sentence goes on.
_ENDS = (
    "về", "v/v", "ban hành", "quy định", "sửa đổi", "bổ sung", "phê duyệt", "hướng dẫn", "thực hiện", "triển khai", "công bố",
    "kèm theo", "có", "là", "thì", "đã", "được", "nêu", "trong", "tại", "để", "đến", "cho", "yêu cầu", "giao", "đề", "năm",
    "giai đoạn", "từ", "theo", "với", "trên", "khi", "như", "cũng", "sẽ", "phải", "này", "đó", "gồm", "bao gồm", "nhằm", "do",
    "bởi", "hoặc", "còn", "thay thế", "bãi bỏ", "hết", "liên quan", "nói", "hiện", "đồng thời", "bằng", "qua", "tăng cường",
    "đẩy mạnh", "phát động", "thành lập", "kiện toàn", "điều chỉnh", "phân cấp", "phân công", "ủy quyền", "uỷ quyền",
    "công nhận", "thông qua", "kết luận", "thông báo", "của", "xác định", "chỉ đạo", "vừa", "không", "đạt", "ngày", "số", "ký",
    "vào", "nay", "trước", "sau", "vẫn", "chưa", "cùng", "cấp cho", "nâng cao", "xây dựng", "ra", "đang", "tiếp tục", "báo cáo",
)  # fmt: skip
_END = (
    r"(?:"
    + "|".join(sorted((re.escape(word) for word in _ENDS), key=len, reverse=True)).replace(r"\ ", r"\s+")
    + r")(?!\w)"
)

_CAPITAL = rf"(?!(?i:{_END}))[{_UPPER}][{_LOWER}{_UPPER}'’]*"
_PLACE = rf"(?:{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}}(?:\s*-\s*{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}})?|[0-9]{{1,2}}(?![\w/]))"
_LEVEL = r"(?i:tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|thị\s+trấn|xã|phường|đặc\s+khu)"
_UNIT = rf"(?<!\w){_LEVEL}(?!\w|\s+ủy|\s+uỷ)(?:\s+{_PLACE}(?:,\s*{_LEVEL}\s+{_PLACE}){{0,2}})?"

# Fields of ministries, departments and offices, of all years; a name with commas in it must be known to be one.
_FIELDS = (
    "Nội vụ", "Ngoại giao", "Tư pháp", "Tài chính", "Công an", "Quốc phòng", "Y tế", "Xây dựng", "Công Thương", "Ngoại vụ",
    "Kế hoạch và Đầu tư", "Thông tin và Truyền thông", "Khoa học và Công nghệ", "Khoa học, Công nghệ và Môi trường",
    "Giáo dục và Đào tạo", "Giao thông vận tải", "Giao thông - Xây dựng", "Tài nguyên và Môi trường",
    "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường", "Văn hóa, Thể thao và Du lịch",
    "Văn hóa - Thể thao và Du lịch", "Văn hóa và Thể thao", "Văn hóa và Thông tin", "Văn hóa - Thông tin", "Văn hóa - Xã hội",
    "Văn hóa, Khoa học và Thông tin", "Lao động - Thương binh và Xã hội", "Lao động, Thương binh và Xã hội",
    "Dân tộc và Tôn giáo", "Dân tộc", "Quy hoạch - Kiến trúc", "Du lịch", "Tài chính - Kế hoạch", "Kinh tế - Hạ tầng",
    "Kinh tế và Hạ tầng", "Kinh tế, Hạ tầng và Đô thị", "Kinh tế", "Quản lý đô thị", "Tổ chức cán bộ", "Tổ chức - Cán bộ",
    "Tổ chức", "Tuyên giáo và Dân vận", "Tuyên giáo", "Dân vận", "Nội chính", "Bưu chính Viễn thông", "Bưu chính, Viễn thông",
    "Văn hóa - Thông tin và Thể thao", "Thương mại", "Công nghiệp", "Thủy sản",
)  # fmt: skip


def _words(phrases: tuple[str, ...]) -> str:
    # Both placements of the tone are written in names, and a dash may have lost its spaces.
    spelled = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    spelled = spelled.replace("hóa", "h(?:óa|oá)").replace("Thủy", "Th(?:ủy|uỷ)")
    spelled = spelled.replace(r"\ \-\ ", r"\s*-\s*").replace(r"\ và\ ", r"\s+(?:và|&)\s+")
    return "(?i:" + spelled.replace(r"\ ", r"\s+") + r")(?!\w)"


_NATIONAL = (
    "Chính phủ", "Thủ tướng Chính phủ", "Phó Thủ tướng Chính phủ", "Thủ tướng", "Quốc hội", "Ủy ban Thường vụ Quốc hội",
    "Uỷ ban Thường vụ Quốc hội", "UBTVQH", "Chủ tịch nước", "Chủ tịch Quốc hội", "Bộ Chính trị", "Ban Bí thư Trung ương Đảng",
    "Ban Bí thư Trung ương", "Ban Bí thư", "Trung ương Đảng", "Văn phòng Trung ương Đảng", "Văn phòng Trung ương", "Trung ương",
    "Hội đồng Bộ trưởng", "Hội đồng Chính phủ", "Hội đồng Nhà nước", "Văn phòng Chính phủ", "Văn phòng Quốc hội",
    "Thanh tra Chính phủ", "Kiểm toán Nhà nước", "Tổng Thanh tra Chính phủ", "Văn phòng Chủ tịch nước", "Đảng", "Liên Bộ",
)  # fmt: skip
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
_OFFICE = (
    rf"(?:(?i:Bộ|Sở|Phòng|Ban|Cục|Tổng\s+cục|Vụ|Chi\s+cục|Văn\s+phòng)\s+){_words(_FIELDS)}"
    rf"(?:\s+(?:{_UNIT}|(?i:Trung\s+ương)))?"
)
_JOINT = rf"(?i:Liên\s+(?:Bộ|Sở|ngành))(?:\s*:?\s*{_words(_FIELDS)}(?:\s*-\s*{_words(_FIELDS)}){{0,3}})?"
# Any other body: a capital, then at most five small words between capitals, and no word that ends a name.
_SMALL = rf"(?!(?i:{_END}))(?!và\s)[{_LOWER}][{_LOWER}]*"
_OTHER = (
    rf"{_CAPITAL}(?:(?:\s+(?:{_SMALL})){{0,5}}(?:\s+-\s+|,?\s+và\s+|,\s+(?=[{_UPPER}][{_LOWER}]+(?:\s+[{_LOWER}]+){{0,3}}\s+và\s+[{_UPPER}])|\s+){_CAPITAL}){{0,8}}"
    rf"(?:\s+{_SMALL}){{0,4}}(?:\s+{_UNIT})?"
)
_ALONE = rf"(?i:Sở|Bộ|Ban|Phòng|Trường)(?=\s*[,;.)]|\s+(?i:{_END})|\s*$)"

# A line may break inside a name, but a new line that begins like a heading or a clause belongs to no name.
_NEW_CLAUSE = (
    r"Căn|Theo|Thực|Điều|Mục|Chương|Phần|Nơi|Kính|Về|Ngày|Số|Để|Xét|Quyết|Nghị|Kế|Chỉ|Thông|Công|Báo|Tờ|Luật|Trên|Trong|Tại|KT|TM|TL|TUQ|QUYẾT"
    r"|KẾ|[IVX]+[.)]"
)
_SPACE = (
    rf"(?:[ \t]+|[ \t]*\r?\n[ \t]*(?=[{_LOWER}])|[ \t]*\r?\n[ \t]*(?=[{_UPPER}])(?!(?:{_NEW_CLAUSE})(?!\w)))"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(r"\s+", _SPACE))


#: The name of a body at this place, longest kinds first.
BODY = _compiled(
    rf"(?:{_HEAD_OF}{_COUNCIL}|{_PARTY}|{_HEAD_OF}{_OFFICE}|{_YOUTH}|{_JOINT}|{_CENTRAL_COMMITTEE}|{_words(_NATIONAL)}(?!\s+(?i:Đoàn|Hội|Mặt)(?!\w))|{_UNIT}|{_ALONE})"
    r"(?!\w)"
)
#: The same, or any phrase that reads like a name.
ANY_BODY = _compiled(rf"{BODY.pattern}|{_HEAD_OF}{_OTHER}(?!\w)")

_LEVEL_WORD = re.compile(rf"({_LEVEL})(?!\w)(?:\s+({_PLACE}))?")
_SHOUTED = {
    name.upper(): name
    for name in (*_FIELDS, *_NATIONAL, "Bộ", "Sở", "Phòng", "Ban", "Cục", "Trung ương Đảng")
}
_SHOUTED |= {
    words.upper(): words
    for words in (
        "tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu", "Ủy ban nhân dân", "Hội đồng nhân dân",
        "Ban Thường vụ", "Ban Chấp hành", "Đảng bộ", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Chủ tịch",
        "Giám đốc", "Bộ trưởng", "Văn phòng", "Thường trực",
    )
}  # fmt: skip
_SHOUTED_WORDS = re.compile(
    "|".join(sorted(map(re.escape, _SHOUTED), key=len, reverse=True)) + r"|\w+", re.UNICODE
)
_ABBREVIATED = frozenset(("UBND", "HĐND", "BTV", "BCH", "TT", "TW", "UB", "CT", "TP", "UBTVQH"))


def written(words: str) -> str:
    """Return a name found in a text on one line, in small letters where the text shouts."""
    said = " ".join(words.split()).rstrip(",- ")
    if not said.isupper() or said in _ABBREVIATED:
        return said
    return _SHOUTED_WORDS.sub(
        lambda match: (
            _SHOUTED.get(match[0]) or (match[0] if match[0] in _ABBREVIATED else match[0].capitalize())
        ),
        said,
    )


def _level(word: str) -> str:
    folded = " ".join(word.casefold().rstrip(".").split())
    return "thành phố" if folded == "tp" else folded


def places_of(issuer: str | None) -> dict[str, str]:
    """Return the place that each level of *issuer* means: ``{"huyện": "Vân Hồ"}`` for UBND huyện Vân Hồ."""
    found = ((_level(match[1]), match[2]) for match in _LEVEL_WORD.finditer(issuer or ""))
    places: dict[str, str] = {}
    for level, place in found:
        if place:
            places.setdefault(level, " ".join(place.split()))
    return places


_PARTY_LEVELS = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}
_PARTY_END = re.compile(r"(?i)(tỉnh|thành|huyện|quận|thị)\s*(?:ủy|uỷ)$")
_LEVEL_END = re.compile(rf"(?:^|\s)({_LEVEL})$")
_COUNCIL_END = re.compile(r"(?i)(?:UBND|HĐND|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân)$")


def completed(said: str, organ: str, citing: str | None) -> str:
    """Return the body that *said* means in a text of *citing*.

    "UBND huyện", "của tỉnh", "Tỉnh ủy" and "Chủ tịch UBND" take their place from *citing*; a place that *citing* does not
    name stays unsaid. A level alone ("của tỉnh") takes its body from the symbol, *organ*.
    """
    places = places_of(citing)
    level = _LEVEL_END.search(said)
    if level:
        name = _level(level[1])
        if said == level[1] and organ in ("UBND", "HĐND"):
            said = f"{organ} {name}"
        elif said == level[1] and organ in ("TU", "HU"):
            name, said = {"TU": ("tỉnh", "Tỉnh ủy"), "HU": ("huyện", "Huyện ủy")}[organ]
            name = "thành phố" if organ == "TU" and "tỉnh" not in places else name
            said = "Thành ủy" if name == "thành phố" else said
        return f"{said} {places[name]}" if name in places else said
    party = _PARTY_END.search(said)
    if party:
        name = _PARTY_LEVELS[party[1].casefold()]
        return f"{said} {places[name]}" if name in places else said
    if _COUNCIL_END.search(said) and places:
        lowest = next(iter(places))
        return f"{said} {lowest} {places[lowest]}"
    if (
        said.casefold() in ("sở", "bộ", "ban", "phòng")
        and citing
        and citing.casefold().startswith(said.casefold())
    ):
        return citing
    return said


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
