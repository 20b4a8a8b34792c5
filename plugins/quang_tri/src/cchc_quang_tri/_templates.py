"""The plans of Quảng Trị: what is said, then how it is said, both in short prose bullets."""

from __future__ import annotations

import datetime as dt

import attrs

from cchc.plugins import Section, Template

_TWO_TIERS = dt.date(2025, 7, 1)  # Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện

# The source is a news item about the plan: it tells contents and forms and leaves out what stands before and behind.
_SOURCE = (
    "Tin ngày 09/7/2022 về Kế hoạch số 17/KH-UBND ngày 14/02/2022 của UBND thị trấn Khe Sanh, huyện Hướng Hóa"
)
_SAME_STYLE = (
    f"Cùng bố cục với kế hoạch mà nguồn sau thuật lại: {_SOURCE}; chưa đối chiếu với kế hoạch của cấp này"
)

_BULLETS = ("I.", "-", "+")

_COMMUNE = Template(
    key="quang-tri-xa",
    name="Kế hoạch của UBND xã, phường, đặc khu, tỉnh Quảng Trị",
    province="quang-tri",
    levels=("commune",),
    since=_TWO_TIERS,
    source=f"{_SOURCE}; nơi nhận theo mô hình hai cấp",
    sections=(
        Section(
            role="aims",
            heading="MỤC ĐÍCH, YÊU CẦU",
            sections=(
                Section(role="purpose", heading="Mục đích"),
                Section(role="requirements", heading="Yêu cầu"),
                Section(role="audience", heading="Đối tượng tuyên truyền"),
            ),
        ),
        Section(
            role="contents",
            heading="NỘI DUNG TUYÊN TRUYỀN",
            markers=_BULLETS,
            starter=(
                "Chủ trương của Đảng, chính sách, pháp luật của Nhà nước và kế hoạch cải cách hành chính năm {year}.",
                "Nhiệm vụ, giải pháp nâng cao các chỉ số về cải cách hành chính và sự hài lòng của người dân.",
                "Mô hình, cách làm tốt; hoạt động của Trung tâm Phục vụ hành chính công.",
            ),
        ),
        Section(role="channels", heading="HÌNH THỨC TUYÊN TRUYỀN", markers=_BULLETS),
        Section(
            role="budget",
            heading="KINH PHÍ THỰC HIỆN",
            run_in=True,
            starter=("Bố trí trong dự toán năm {year} được giao theo quy định.",),
        ),
        Section(
            role="organisation",
            heading="TỔ CHỨC THỰC HIỆN",
            sections=(Section(role="duties", heading=""),),
        ),
    ),
    markers=("I.", "1.", "-", "+"),
    opening="{bases}, {issuer} ban hành {kind} {subject} với các nội dung và hình thức sau:",
    citation="short",
    channels="prose",
    duties="by_body",
    recipients=(
        "UBND tỉnh",
        "Sở Nội vụ",
        "Thường trực Đảng ủy, Thường trực HĐND",
        "Chủ tịch, các Phó Chủ tịch UBND",
        "Các phòng, ban, ngành, đoàn thể",
    ),
    archive="VT",
    symbol="KH-UBND",
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
)

_PROVINCE = attrs.evolve(
    _COMMUNE,
    key="quang-tri",
    name="Kế hoạch của UBND tỉnh Quảng Trị",
    levels=("province",),
    source=_SAME_STYLE,
    recipients=(
        "Bộ Nội vụ",
        "Thường trực Tỉnh ủy",
        "Thường trực HĐND tỉnh",
        "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
        "Các sở, ban, ngành, đoàn thể cấp tỉnh",
        "UBND các xã, phường, đặc khu",
    ),
)

TEMPLATES = (
    _COMMUNE,
    attrs.evolve(
        _COMMUNE,
        key="quang-tri-xa-2022",
        name="Kế hoạch của UBND xã, phường, thị trấn, tỉnh Quảng Trị (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        source=_SOURCE,
        recipients=("UBND huyện", "Phòng Nội vụ", "Các ban, ngành, đoàn thể", "Các khối dân cư"),
    ),
    _PROVINCE,
    attrs.evolve(
        _PROVINCE,
        key="quang-tri-2022",
        name="Kế hoạch của UBND tỉnh Quảng Trị (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        recipients=(
            "Bộ Nội vụ",
            "Thường trực Tỉnh ủy",
            "Thường trực HĐND tỉnh",
            "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
            "Các sở, ban, ngành, đoàn thể cấp tỉnh",
            "UBND các huyện, thị xã, thành phố",
        ),
    ),
    attrs.evolve(
        _COMMUNE,
        key="quang-tri-so",
        name="Kế hoạch của sở, ban, ngành tỉnh Quảng Trị",
        levels=("department",),
        since=None,
        source=_SAME_STYLE,
        recipients=("UBND tỉnh", "Sở Nội vụ", "Các phòng, đơn vị trực thuộc"),
        symbol="",
        signature=("GIÁM ĐỐC",),
    ),
    attrs.evolve(
        _COMMUNE,
        key="quang-tri-huyen",
        name="Kế hoạch của UBND huyện, thị xã, thành phố, tỉnh Quảng Trị (trước ngày 01/7/2025)",
        levels=("district",),
        since=None,
        until=_TWO_TIERS,
        source=_SAME_STYLE,
        recipients=(
            "UBND tỉnh",
            "Sở Nội vụ",
            "Các phòng, ban, ngành, đoàn thể",
            "UBND các xã, phường, thị trấn",
        ),
    ),
)
