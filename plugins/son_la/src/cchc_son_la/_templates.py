"""The plans of Sơn La: audience among the aims, prose bullets for the channels, duties under each body."""

from __future__ import annotations

import datetime as dt

import attrs

from cchc.plugins import Section, Template

_TWO_TIERS = dt.date(2025, 7, 1)  # Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện

_SOURCE = "Kế hoạch tuyên truyền cải cách hành chính năm 2017, ngày 13/01/2017, của UBND huyện Vân Hồ"
_SAME_STYLE = f"Cùng bố cục với {_SOURCE}; chưa đối chiếu với kế hoạch của cấp này"

_DISTRICT = Template(
    key="son-la-huyen",
    name="Kế hoạch của UBND huyện, thành phố, tỉnh Sơn La (trước ngày 01/7/2025)",
    province="son-la",
    levels=("district",),
    until=_TWO_TIERS,
    source=_SOURCE,
    sections=(
        Section(
            role="aims",
            heading="MỤC ĐÍCH, YÊU CẦU",
            sections=(
                Section(
                    role="purpose",
                    heading="Mục đích",
                    starter=(
                        "Đề cao vai trò, trách nhiệm của người đứng đầu cơ quan, đơn vị trong công tác tuyên truyền.",
                        "Giúp cán bộ, công chức, viên chức và Nhân dân hiểu rõ ý nghĩa của cải cách hành chính.",
                    ),
                ),
                Section(
                    role="requirements",
                    heading="Yêu cầu",
                    starter=(
                        "Hình thức tuyên truyền phù hợp với thực tiễn của cơ quan, đơn vị, địa phương.",
                        "Gắn với mục tiêu, nhiệm vụ của kế hoạch cải cách hành chính năm {year}.",
                    ),
                ),
                Section(
                    role="audience",
                    heading="Đối tượng tuyên truyền",
                    starter=("Cán bộ, công chức, viên chức, doanh nghiệp và các tầng lớp Nhân dân.",),
                ),
            ),
        ),
        Section(
            role="substance",
            heading="NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN",
            sections=(
                Section(
                    role="contents",
                    heading="Nội dung tuyên truyền",
                    starter=(
                        "Ý nghĩa, mục tiêu của cải cách hành chính và văn bản chỉ đạo của cấp trên.",
                        "Điển hình tiên tiến, sáng kiến, mô hình hay trong giải quyết thủ tục hành chính.",
                    ),
                ),
                Section(role="channels", heading="Hình thức tuyên truyền"),
            ),
        ),
        Section(
            role="organisation",
            heading="TỔ CHỨC THỰC HIỆN",
            sections=(
                Section(role="implementers", heading="Cơ quan thực hiện kế hoạch"),
                Section(
                    role="schedule",
                    heading="Thời gian thực hiện",
                    run_in=True,
                    starter=("Thường xuyên trong năm {year}.",),
                ),
                Section(
                    role="budget",
                    heading="Kinh phí thực hiện",
                    starter=("Ngân sách nhà nước bảo đảm theo phân cấp và các nguồn hợp pháp khác.",),
                ),
                Section(role="duties", heading="Trách nhiệm thực hiện"),
                Section(role="reporting", heading="Chế độ báo cáo"),
            ),
        ),
    ),
    markers=("I.", "1.", "-", "+"),
    opening="{bases}, {issuer} ban hành {kind} {subject} với những nội dung như sau:",
    citation="short",
    channels="prose",
    duties="by_body",
    closing=(
        "Khó khăn, vướng mắc khi triển khai, các cơ quan, đơn vị phản ánh về cơ quan được giao theo dõi để tổng hợp, báo "
        "cáo {issuer}."
    ),
    recipients=("UBND tỉnh", "Sở Nội vụ", "Các phòng, ban, ngành, đoàn thể", "UBND các xã, thị trấn"),
    archive="VT",
    symbol="KH-UBND",
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
)

_PROVINCE = attrs.evolve(
    _DISTRICT,
    key="son-la",
    name="Kế hoạch của UBND tỉnh Sơn La",
    levels=("province",),
    since=_TWO_TIERS,
    until=None,
    source=_SAME_STYLE,
    recipients=(
        "Bộ Nội vụ",
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
    key="son-la-xa",
    name="Kế hoạch của UBND xã, phường, tỉnh Sơn La",
    levels=("commune",),
    since=_TWO_TIERS,
    until=None,
    source=_SAME_STYLE,
    recipients=(
        "UBND tỉnh",
        "Sở Nội vụ",
        "Thường trực Đảng ủy",
        "Thường trực HĐND",
        "Chủ tịch, các Phó Chủ tịch UBND",
        "Các cơ quan, đơn vị thuộc UBND",
    ),
)

TEMPLATES = (
    _DISTRICT,
    _PROVINCE,
    attrs.evolve(
        _PROVINCE,
        key="son-la-2017",
        name="Kế hoạch của UBND tỉnh Sơn La (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        recipients=(
            "Bộ Nội vụ",
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
        key="son-la-so",
        name="Kế hoạch của sở, ban, ngành tỉnh Sơn La",
        levels=("department",),
        until=None,
        source=_SAME_STYLE,
        recipients=("UBND tỉnh", "Sở Nội vụ", "Các phòng, đơn vị trực thuộc"),
        symbol="",
        signature=("GIÁM ĐỐC",),
    ),
    _COMMUNE,
    attrs.evolve(
        _COMMUNE,
        key="son-la-xa-2017",
        name="Kế hoạch của UBND xã, phường, thị trấn, tỉnh Sơn La (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        recipients=(
            "UBND huyện, thành phố",
            "Phòng Nội vụ",
            "Thường trực Đảng ủy",
            "Các ban, ngành, đoàn thể",
        ),
    ),
)
