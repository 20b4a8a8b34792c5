"""The reports of Quảng Trị: short, what was done by form of communication in bullets, then figures, then what is asked."""

from __future__ import annotations

import datetime as dt

import attrs

from cchc.plugins import ReportSection, ReportTemplate

_TWO_TIERS = dt.date(2025, 7, 1)  # Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện

# No report of the province was read: headings and markers follow what a news item tells of a plan of one of its towns.
_SOURCE = (
    "Tiêu đề, dấu đầu dòng theo tin ngày 09/7/2022 về Kế hoạch số 17/KH-UBND ngày 14/02/2022 của UBND thị trấn Khe Sanh, "
    "huyện Hướng Hóa; chưa đối chiếu với báo cáo đã ban hành"
)
_BULLETS = ("I.", "-", "+")

_COMMUNE = ReportTemplate(
    key="quang-tri-xa-bao-cao",
    name="Báo cáo của UBND xã, phường, đặc khu, tỉnh Quảng Trị",
    province="quang-tri",
    levels=("commune",),
    since=_TWO_TIERS,
    source=_SOURCE,
    sections=(
        ReportSection(
            role="group",
            heading="TÌNH HÌNH THỰC HIỆN",
            sections=(ReportSection(role="returned"), ReportSection(role="overview")),
        ),
        ReportSection(role="results", heading="KẾT QUẢ THEO HÌNH THỨC TUYÊN TRUYỀN", markers=_BULLETS),
        ReportSection(
            role="group",
            heading="SỐ LIỆU",
            sections=(
                ReportSection(role="figures", heading="Số liệu tổng hợp"),
                ReportSection(role="groups", heading="Số liệu theo nhóm đơn vị"),
                ReportSection(role="agencies", heading="Tiến độ theo cơ quan, đơn vị"),
                ReportSection(role="tasks", heading="Tiến độ theo nhiệm vụ"),
            ),
        ),
        ReportSection(role="highlights", heading="MÔ HÌNH, CÁCH LÀM TỐT", markers=_BULLETS),
        ReportSection(
            role="group",
            heading="KHÓ KHĂN, VƯỚNG MẮC",
            sections=(ReportSection(role="late"), ReportSection(role="difficulties")),
            markers=_BULLETS,
        ),
        ReportSection(
            role="group",
            heading="NHIỆM VỤ THỜI GIAN TỚI",
            sections=(
                ReportSection(role="own_words"),
                ReportSection(role="unfinished"),
                ReportSection(role="next"),
            ),
            markers=_BULLETS,
        ),
        ReportSection(role="proposals", heading="ĐỀ XUẤT, KIẾN NGHỊ", markers=_BULLETS),
    ),
    charts=("states",),
    markers=("I.", "1.", "-", "+"),
    opening="Thực hiện {plan}, {issuer} báo cáo kết quả {period}{days} như sau:",
    quotes="by_unit",
    addressees=("UBND tỉnh", "Sở Nội vụ"),
    recipients=(
        "Thường trực Đảng ủy, Thường trực HĐND",
        "Chủ tịch, các Phó Chủ tịch UBND",
        "Các phòng, ban, ngành, đoàn thể",
    ),
    symbol="BC-UBND",
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
)

_PROVINCE = attrs.evolve(
    _COMMUNE,
    key="quang-tri-bao-cao",
    name="Báo cáo của UBND tỉnh Quảng Trị",
    levels=("province",),
    source=f"{_SOURCE}; nơi gửi theo văn bản số 581/BNV-CCHC",
    charts=("returned", "states", "before"),
    addressees=("Bộ Nội vụ",),
    recipients=(
        "Thường trực Tỉnh ủy",
        "Thường trực HĐND tỉnh",
        "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
        "Các sở, ban, ngành, đoàn thể cấp tỉnh",
        "UBND các xã, phường, đặc khu",
    ),
)

REPORT_TEMPLATES = (
    _COMMUNE,
    attrs.evolve(
        _COMMUNE,
        key="quang-tri-xa-bao-cao-2022",
        name="Báo cáo của UBND xã, phường, thị trấn, tỉnh Quảng Trị (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        addressees=("UBND huyện", "Phòng Nội vụ"),
        recipients=("Các ban, ngành, đoàn thể", "Các khối dân cư"),
    ),
    _PROVINCE,
    attrs.evolve(
        _PROVINCE,
        key="quang-tri-bao-cao-2022",
        name="Báo cáo của UBND tỉnh Quảng Trị (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        recipients=(
            "Thường trực Tỉnh ủy",
            "Thường trực HĐND tỉnh",
            "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
            "Các sở, ban, ngành, đoàn thể cấp tỉnh",
            "UBND các huyện, thị xã, thành phố",
        ),
    ),
    attrs.evolve(
        _COMMUNE,
        key="quang-tri-so-bao-cao",
        name="Báo cáo của sở, ban, ngành tỉnh Quảng Trị",
        levels=("department",),
        since=None,
        recipients=("Các phòng, đơn vị trực thuộc",),
        symbol="",
        signature=("GIÁM ĐỐC",),
    ),
    attrs.evolve(
        _COMMUNE,
        key="quang-tri-huyen-bao-cao",
        name="Báo cáo của UBND huyện, thị xã, thành phố, tỉnh Quảng Trị (trước ngày 01/7/2025)",
        levels=("district",),
        since=None,
        until=_TWO_TIERS,
        recipients=("Các phòng, ban, ngành, đoàn thể", "UBND các xã, phường, thị trấn"),
    ),
)
