"""The types of documents (*tên loại văn bản*) and the codes that stand for them in symbols."""

from __future__ import annotations

# Nghị định 30/2020/NĐ-CP (05/3/2020), Phụ lục III, for administrative documents; the laws on legal documents and the
# Party's Hướng dẫn 36-HD/VPTW (03/4/2018) for the rest. A code stands first in a symbol: 76/NQ-CP, 04-CT/HU.
KIND_OF_CODE = {
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "TTLB": "Thông tư liên bộ",
    "NQLT": "Nghị quyết liên tịch",
    "PL": "Pháp lệnh",
    "L": "Lệnh",
    "QC": "Quy chế",
    "QCPH": "Quy chế phối hợp",
    "QyĐ": "Quy định",
    "QĐi": "Quy định",
    "QyC": "Quy chế",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "CTrHĐ": "Chương trình hành động",
    "CTHĐ": "Chương trình hành động",
    "CTPH": "Chương trình phối hợp",
    "CTrPH": "Chương trình phối hợp",
    "KH": "Kế hoạch",
    "KHLT": "Kế hoạch liên tịch",
    "KHPH": "Kế hoạch phối hợp",
    "KHLN": "Kế hoạch liên ngành",
    "HDLN": "Hướng dẫn liên ngành",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "CV": "Công văn",
    "KL": "Kết luận",
    "TTri": "Thông tri",
    "VBHN": "Văn bản hợp nhất",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
}
CODES = {code.upper(): code for code in KIND_OF_CODE}

# Cited by name: the name stands where other documents have their number.
LAWS = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")
_OTHERS = (
    "Sắc lệnh",
    "Văn bản",
    "Công thư",
    "Thư công",
    "Bản án",
    "Kết luận thanh tra",
    "Thông báo kết luận",
    "Kế hoạch hành động",
    "Quy hoạch",
    "Nội quy",
    "Quy trình",
    "Chiến lược",
    "Phiếu trình",
    "Thông tư liên ngành",
    "Công văn liên ngành",
    "Văn bản liên ngành",
    "Quyết định liên ngành",
    "Quyết định liên tịch",
    "Chương trình liên tịch",
    "Điều lệ",
    "Cáo trạng",
    "Bản cáo trạng",
    "Kháng nghị",
    "Án lệ",
    "Mệnh lệnh",
    "Huấn lệnh",
    "Quyết nghị",
    "Công hàm",
    "Thỏa thuận",
    "Biên bản ghi nhớ",
    "Biên bản thỏa thuận",
    "Hiệp định",
    "Nghị định thư",
    "Thể lệ",
    "Tờ trình liên tịch",
    "Tờ trình liên ngành",
    "Báo cáo liên ngành",
    "Hướng dẫn liên tịch",
    "Chỉ thị liên tịch",
)
# Short forms of types that stand before a number: "QĐ số 1489/QĐ-UBND", "NĐ 30/2020/NĐ-CP".
_SPOKEN_CODES = ("NQ", "NĐ", "QĐ", "CT", "TT", "TTLT", "KH", "CV", "TB", "BC", "HD", "TTr", "KL", "CTr", "VB")


def _kinds() -> dict[str, str]:
    names = {name.casefold(): name for name in (*KIND_OF_CODE.values(), *LAWS, *_OTHERS)}
    # Typed as one word, or with hyphens as until 1975.
    names |= {key.replace(" ", joint): name for joint in ("", "-") for key, name in names.items()}
    # The tone of these stands on either vowel; what is compared has no other such syllable.
    names |= {
        "giấy uỷ quyền": "Giấy ủy quyền",
        "bản thoả thuận": "Bản thỏa thuận",
        "thoả thuận": "Thỏa thuận",
    }
    return names | {code.casefold(): KIND_OF_CODE.get(code, "Văn bản") for code in _SPOKEN_CODES}


KINDS = _kinds()
SPOKEN_CODES = frozenset(code.casefold() for code in _SPOKEN_CODES)

# Types whose bare number names a document by itself ("Quyết định số 1489"); of the others ("Chương trình số 3",
# "Biên bản số 1") a bare number may as well count something.
NUMBERED_ALONE = frozenset(
    (
        "Nghị quyết",
        "Nghị định",
        "Quyết định",
        "Chỉ thị",
        "Thông tư",
        "Kết luận",
        "Công văn",
        "Công điện",
        "Kế hoạch",
        "Văn bản",
    )
)
