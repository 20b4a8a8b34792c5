"""The reports of Nam Định: duties under each body first, then forms and figures; what units write stands unit by unit."""

from __future__ import annotations

import datetime as dt

import attrs

from cchc.plugins import ReportSection, ReportTemplate

# Nghị quyết số 202/2025/QH15: tỉnh Nam Định sáp nhập vào tỉnh Ninh Bình.
_MERGED = dt.date(2025, 7, 1)

# No report of the province was read: order, headings and markers follow its plan, the addressee the regime of the ministry.
_SOURCE = (
    "Bố cục, dấu đầu dòng, nơi nhận theo Kế hoạch thông tin, tuyên truyền về cải cách hành chính năm 2022 của UBND tỉnh "
    "Nam Định; nơi gửi theo văn bản số 581/BNV-CCHC; chưa đối chiếu với báo cáo đã ban hành"
)

_PROVINCE = ReportTemplate(
    key="nam-dinh-bao-cao",
    name="Báo cáo của UBND tỉnh Nam Định (trước ngày 01/7/2025)",
    province="nam-dinh",
    levels=("province",),
    until=_MERGED,
    source=_SOURCE,
    sections=(
        ReportSection(
            role="group",
            heading="CÔNG TÁC TỔ CHỨC THỰC HIỆN",
            sections=(
                ReportSection(role="returned", heading="Tình hình báo cáo"),
                ReportSection(role="overview", heading="Tiến độ chung"),
                ReportSection(role="agencies", heading="Kết quả theo cơ quan, đơn vị"),
                ReportSection(role="tasks", heading="Kết quả theo nhiệm vụ"),
            ),
        ),
        ReportSection(
            role="group",
            heading="KẾT QUẢ THÔNG TIN, TUYÊN TRUYỀN",
            sections=(
                ReportSection(role="results", heading="Hình thức tuyên truyền đã thực hiện"),
                ReportSection(role="figures", heading="Số liệu"),
                ReportSection(role="groups", heading="Số liệu theo nhóm đơn vị"),
                ReportSection(role="highlights", heading="Mô hình, cách làm hay"),
            ),
        ),
        ReportSection(
            role="group",
            heading="TỒN TẠI, HẠN CHẾ",
            sections=(
                ReportSection(role="late", heading="Nhiệm vụ chậm, chưa thực hiện"),
                ReportSection(role="difficulties", heading="Khó khăn, vướng mắc"),
            ),
        ),
        ReportSection(
            role="group",
            heading="PHƯƠNG HƯỚNG, NHIỆM VỤ",
            sections=(
                ReportSection(role="own_words", heading="Phương hướng chung"),
                ReportSection(role="unfinished", heading="Nhiệm vụ tiếp tục thực hiện"),
                ReportSection(role="next", heading="Nhiệm vụ do các đơn vị đề ra"),
            ),
        ),
        ReportSection(role="proposals", heading="ĐỀ XUẤT, KIẾN NGHỊ"),
    ),
    charts=("states", "before"),
    markers=("I.", "1.", "-", "+"),
    opening="Thực hiện {plan}, {issuer} báo cáo kết quả {period}{days} như sau:",
    quotes="by_unit",
    addressees=("Bộ Nội vụ",),
    recipients=(
        "Bộ Thông tin và Truyền thông",
        "Các sở, ban, ngành của tỉnh",
        "UBMTTQVN tỉnh và các đoàn thể của tỉnh",
        "UBND các huyện, thành phố",
        "Cổng Thông tin điện tử tỉnh",
    ),
    symbol="BC-UBND",
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
)

REPORT_TEMPLATES = (
    _PROVINCE,
    attrs.evolve(
        _PROVINCE,
        key="nam-dinh-so-bao-cao",
        name="Báo cáo của sở, ban, ngành tỉnh Nam Định (trước ngày 01/7/2025)",
        levels=("department",),
        addressees=("UBND tỉnh", "Sở Nội vụ", "Sở Thông tin và Truyền thông"),
        recipients=("Các phòng, đơn vị trực thuộc",),
        symbol="",
        signature=("GIÁM ĐỐC",),
    ),
    attrs.evolve(
        _PROVINCE,
        key="nam-dinh-huyen-bao-cao",
        name="Báo cáo của UBND huyện, thành phố, tỉnh Nam Định (trước ngày 01/7/2025)",
        levels=("district",),
        addressees=("UBND tỉnh", "Sở Nội vụ", "Sở Thông tin và Truyền thông"),
        recipients=("Các phòng, ban, ngành, đoàn thể", "UBND các xã, phường, thị trấn"),
    ),
    attrs.evolve(
        _PROVINCE,
        key="nam-dinh-xa-bao-cao",
        name="Báo cáo của UBND xã, phường, thị trấn, tỉnh Nam Định (trước ngày 01/7/2025)",
        levels=("commune",),
        addressees=("UBND huyện, thành phố", "Phòng Nội vụ"),
        recipients=("Các ban, ngành, đoàn thể",),
    ),
)
