"""The reports of Cần Thơ: results by form of communication and clause, each answer with all who gave it."""

from __future__ import annotations

import datetime as dt

import attrs

from cchc.plugins import ReportSection, ReportTemplate

_TWO_TIERS = dt.date(2025, 7, 1)  # Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện

# No report of the city was read: order, headings and markers follow its plan, the addressee the regime of the ministry.
_SOURCE = (
    "Bố cục, dấu đầu dòng, nơi nhận theo Kế hoạch số 127/KH-UBND ngày 24/12/2013 của UBND thành phố Cần Thơ; nơi gửi "
    "theo văn bản số 581/BNV-CCHC; chưa đối chiếu với báo cáo đã ban hành"
)

_CITY = ReportTemplate(
    key="can-tho-bao-cao",
    name="Báo cáo của UBND thành phố Cần Thơ",
    province="can-tho",
    levels=("province",),
    since=_TWO_TIERS,
    source=_SOURCE,
    sections=(
        ReportSection(
            role="group",
            heading="TÌNH HÌNH TRIỂN KHAI THỰC HIỆN",
            sections=(
                ReportSection(role="returned", heading="Chế độ báo cáo của các cơ quan, đơn vị"),
                ReportSection(role="overview", heading="Tiến độ chung"),
            ),
        ),
        ReportSection(
            role="group",
            heading="KẾT QUẢ THỰC HIỆN",
            sections=(
                ReportSection(role="results", heading="Kết quả theo hình thức, biện pháp tuyên truyền"),
                ReportSection(role="highlights", heading="Cách làm hay, sáng kiến"),
                ReportSection(role="figures", heading="Số liệu tổng hợp"),
                ReportSection(role="groups", heading="Số liệu theo nhóm cơ quan, đơn vị"),
            ),
        ),
        ReportSection(
            role="group",
            heading="TỔ CHỨC THỰC HIỆN",
            sections=(
                ReportSection(role="tasks", heading="Tiến độ từng nhiệm vụ"),
                ReportSection(role="agencies", heading="Tiến độ của từng cơ quan, đơn vị"),
                ReportSection(role="late", heading="Nhiệm vụ chậm tiến độ, lý do"),
            ),
        ),
        ReportSection(
            role="group",
            heading="ĐÁNH GIÁ CHUNG",
            sections=(
                ReportSection(role="own_words", heading="Mặt được"),
                ReportSection(role="difficulties", heading="Khó khăn, vướng mắc"),
            ),
        ),
        ReportSection(
            role="group",
            heading="NHIỆM VỤ THỜI GIAN TỚI",
            sections=(
                ReportSection(role="unfinished", heading="Nhiệm vụ chuyển tiếp"),
                ReportSection(role="next", heading="Nhiệm vụ do các cơ quan, đơn vị đề ra"),
            ),
        ),
        ReportSection(role="proposals", heading="KIẾN NGHỊ, ĐỀ XUẤT"),
    ),
    markers=("I.", "1.", "a)", "-", "+"),
    opening="Thực hiện {plan}; {issuer} báo cáo kết quả thực hiện {period}{days} với các nội dung sau:",
    quotes="by_answer",
    addressees=("Bộ Nội vụ",),
    recipients=(
        "Thường trực Thành ủy",
        "Thường trực HĐND thành phố",
        "Ủy ban MTTQ Việt Nam thành phố",
        "Chủ tịch, các Phó Chủ tịch UBND thành phố",
        "Sở, ban, ngành thành phố",
        "UBND xã, phường",
    ),
    symbol="BC-UBND",
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
)

_COMMUNE = attrs.evolve(
    _CITY,
    key="can-tho-xa-bao-cao",
    name="Báo cáo của UBND xã, phường, thành phố Cần Thơ",
    levels=("commune",),
    addressees=("UBND thành phố", "Sở Nội vụ"),
    recipients=(
        "Thường trực Đảng ủy, Thường trực HĐND",
        "Chủ tịch, các Phó Chủ tịch UBND",
        "Các cơ quan, đơn vị trực thuộc",
    ),
)

REPORT_TEMPLATES = (
    _CITY,
    attrs.evolve(
        _CITY,
        key="can-tho-bao-cao-2013",
        name="Báo cáo của UBND thành phố Cần Thơ (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        recipients=(
            "TT. Thành ủy",
            "TT. HĐND TP",
            "UBMTTQVN TP và các đoàn thể",
            "CT, PCT UBND TP",
            "Sở, ban ngành TP",
            "UBND quận, huyện",
        ),
    ),
    attrs.evolve(
        _CITY,
        key="can-tho-so-bao-cao",
        name="Báo cáo của sở, ban, ngành thành phố Cần Thơ",
        levels=("department",),
        since=None,
        addressees=("UBND thành phố", "Sở Nội vụ"),
        recipients=("Các phòng, đơn vị trực thuộc",),
        symbol="",
        signature=("GIÁM ĐỐC",),
    ),
    attrs.evolve(
        _CITY,
        key="can-tho-quan-huyen-bao-cao",
        name="Báo cáo của UBND quận, huyện, thành phố Cần Thơ (trước ngày 01/7/2025)",
        levels=("district",),
        since=None,
        until=_TWO_TIERS,
        addressees=("UBND thành phố", "Sở Nội vụ"),
        recipients=("CT, PCT UBND quận, huyện", "Các phòng, ban chuyên môn", "UBND xã, phường, thị trấn"),
    ),
    _COMMUNE,
    attrs.evolve(
        _COMMUNE,
        key="can-tho-xa-bao-cao-2013",
        name="Báo cáo của UBND xã, phường, thị trấn, thành phố Cần Thơ (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        addressees=("UBND quận, huyện", "Phòng Nội vụ"),
        recipients=("Thường trực Đảng ủy, Thường trực HĐND", "CT, PCT UBND", "Các ban, ngành, đoàn thể"),
    ),
)
