"""The reports of Sơn La: contents and forms, then who did what, in dashes and plusses; what units write stands unit by unit."""

from __future__ import annotations

import datetime as dt

import attrs

from cchc.plugins import ReportSection, ReportTemplate

_TWO_TIERS = dt.date(2025, 7, 1)  # Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện

# No report of the province was read: order, headings and markers follow the plan of one of its districts.
_SOURCE = (
    "Bố cục, dấu đầu dòng theo Kế hoạch tuyên truyền cải cách hành chính năm 2017, ngày 13/01/2017, của UBND huyện Vân "
    "Hồ; chưa đối chiếu với báo cáo đã ban hành"
)

_DISTRICT = ReportTemplate(
    key="son-la-huyen-bao-cao",
    name="Báo cáo của UBND huyện, thành phố, tỉnh Sơn La (trước ngày 01/7/2025)",
    province="son-la",
    levels=("district",),
    until=_TWO_TIERS,
    source=_SOURCE,
    sections=(
        ReportSection(
            role="group",
            heading="NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN ĐÃ THỰC HIỆN",
            sections=(
                ReportSection(role="overview", heading="Tiến độ chung"),
                ReportSection(role="results", heading="Kết quả theo hình thức tuyên truyền, nhiệm vụ"),
                ReportSection(role="highlights", heading="Cách làm hay"),
                ReportSection(role="figures", heading="Số liệu"),
                ReportSection(role="groups", heading="Số liệu theo nhóm đơn vị"),
            ),
        ),
        ReportSection(
            role="group",
            heading="TỔ CHỨC THỰC HIỆN",
            sections=(
                ReportSection(role="agencies", heading="Trách nhiệm của các cơ quan, đơn vị"),
                ReportSection(role="tasks", heading="Tiến độ theo nhiệm vụ"),
                ReportSection(role="late", heading="Nhiệm vụ chậm, lý do"),
                ReportSection(role="returned", heading="Chế độ báo cáo"),
            ),
        ),
        ReportSection(
            role="group",
            heading="ĐÁNH GIÁ CHUNG",
            sections=(
                ReportSection(role="own_words", heading="Ưu điểm"),
                ReportSection(role="difficulties", heading="Khó khăn, vướng mắc"),
            ),
        ),
        ReportSection(
            role="group",
            heading="PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI",
            sections=(
                ReportSection(role="unfinished", heading="Nhiệm vụ tiếp tục thực hiện"),
                ReportSection(role="next", heading="Nhiệm vụ do các đơn vị đề ra"),
            ),
        ),
        ReportSection(role="proposals", heading="KIẾN NGHỊ, ĐỀ XUẤT"),
    ),
    charts=("states", "before"),
    markers=("I.", "1.", "-", "+"),
    opening="Thực hiện {plan}, {issuer} báo cáo kết quả {period}{days} như sau:",
    quotes="by_unit",
    addressees=("UBND tỉnh", "Sở Nội vụ"),
    recipients=("Các phòng, ban, ngành, đoàn thể", "UBND các xã, thị trấn"),
    symbol="BC-UBND",
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
)

_PROVINCE = attrs.evolve(
    _DISTRICT,
    key="son-la-bao-cao",
    name="Báo cáo của UBND tỉnh Sơn La",
    levels=("province",),
    since=_TWO_TIERS,
    until=None,
    source=f"{_SOURCE}; nơi gửi theo văn bản số 581/BNV-CCHC",
    charts=("states", "before", "returned"),
    addressees=("Bộ Nội vụ",),
    recipients=(
        "Thường trực Tỉnh ủy",
        "Thường trực HĐND tỉnh",
        "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
        "Ủy ban MTTQ Việt Nam tỉnh",
        "Các sở, ban, ngành",
        "UBND các xã, phường",
    ),
)

_COMMUNE = attrs.evolve(
    _DISTRICT,
    key="son-la-xa-bao-cao",
    name="Báo cáo của UBND xã, phường, tỉnh Sơn La",
    levels=("commune",),
    since=_TWO_TIERS,
    until=None,
    recipients=(
        "Thường trực Đảng ủy",
        "Thường trực HĐND",
        "Chủ tịch, các Phó Chủ tịch UBND",
        "Các cơ quan, đơn vị thuộc UBND",
    ),
)

REPORT_TEMPLATES = (
    _DISTRICT,
    _PROVINCE,
    attrs.evolve(
        _PROVINCE,
        key="son-la-bao-cao-2017",
        name="Báo cáo của UBND tỉnh Sơn La (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        recipients=(
            "Thường trực Tỉnh ủy",
            "Thường trực HĐND tỉnh",
            "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
            "Ủy ban MTTQ Việt Nam tỉnh",
            "Các sở, ban, ngành",
            "UBND các huyện, thành phố",
        ),
    ),
    attrs.evolve(
        _DISTRICT,
        key="son-la-so-bao-cao",
        name="Báo cáo của sở, ban, ngành tỉnh Sơn La",
        levels=("department",),
        until=None,
        recipients=("Các phòng, đơn vị trực thuộc",),
        symbol="",
        signature=("GIÁM ĐỐC",),
    ),
    _COMMUNE,
    attrs.evolve(
        _COMMUNE,
        key="son-la-xa-bao-cao-2017",
        name="Báo cáo của UBND xã, phường, thị trấn, tỉnh Sơn La (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        addressees=("UBND huyện, thành phố", "Phòng Nội vụ"),
        recipients=("Thường trực Đảng ủy", "Các ban, ngành, đoàn thể"),
    ),
)
