"""The plans of Nam Định: prose bullets for the channels, the budget on its heading's line, duties under each body."""

from __future__ import annotations

import datetime as dt

import attrs

from cchc.plugins import Section, Template

# Nghị quyết số 202/2025/QH15: tỉnh Nam Định sáp nhập vào tỉnh Ninh Bình.
_MERGED = dt.date(2025, 7, 1)

_SOURCE = "Kế hoạch thông tin, tuyên truyền về cải cách hành chính năm 2022 của UBND tỉnh Nam Định"
_SAME_STYLE = f"Cùng bố cục với {_SOURCE}; chưa đối chiếu với kế hoạch của cấp này"

_PROVINCE = Template(
    key="nam-dinh",
    name="Kế hoạch của UBND tỉnh Nam Định (trước ngày 01/7/2025)",
    province="nam-dinh",
    levels=("province",),
    until=_MERGED,
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
                        "Giúp cán bộ, công chức, viên chức hiểu đúng và đề cao trách nhiệm về cải cách hành chính.",
                        "Vận động người dân, doanh nghiệp, tổ chức xã hội tham gia và giám sát cải cách hành chính.",
                    ),
                ),
                Section(
                    role="requirements",
                    heading="Yêu cầu",
                    starter=(
                        "Thông tin kịp thời, đầy đủ, thường xuyên; hình thức phong phú, thiết thực, đúng đối tượng.",
                        "Nội dung bám sát kế hoạch cải cách hành chính năm {year} của cấp có thẩm quyền.",
                    ),
                ),
                Section(role="audience", heading="Đối tượng tuyên truyền"),
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
                        "Văn bản chỉ đạo của Trung ương và của tỉnh về cải cách hành chính.",
                        "Kết quả cải cách thủ tục hành chính, cung cấp dịch vụ công trực tuyến và chuyển đổi số.",
                    ),
                ),
                Section(role="channels", heading="Hình thức tuyên truyền"),
            ),
        ),
        Section(
            role="budget",
            heading="KINH PHÍ THỰC HIỆN",
            run_in=True,
            starter=(
                "Bố trí trong dự toán chi thường xuyên năm {year} của các cơ quan, đơn vị theo quy định.",
            ),
        ),
        Section(
            role="organisation",
            heading="TỔ CHỨC THỰC HIỆN",
            sections=(Section(role="duties", heading=""),),
        ),
    ),
    markers=("I.", "1.", "-", "+"),
    opening="{bases}, {issuer} xây dựng {kind} {subject} với các nội dung sau:",
    citation="short",
    channels="prose",
    duties="by_body",
    closing=(
        "Khi thực hiện, khó khăn, vướng mắc được gửi về cơ quan thường trực để tổng hợp, báo cáo {issuer} xem xét, "
        "quyết định."
    ),
    recipients=(
        "Bộ Nội vụ",
        "Bộ Thông tin và Truyền thông",
        "Các sở, ban, ngành của tỉnh",
        "UBMTTQVN tỉnh và các đoàn thể của tỉnh",
        "UBND các huyện, thành phố",
        "Cổng Thông tin điện tử tỉnh",
        "Các cơ quan báo chí trên địa bàn",
    ),
    archive="VT",
    symbol="KH-UBND",
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
)

TEMPLATES = (
    _PROVINCE,
    attrs.evolve(
        _PROVINCE,
        key="nam-dinh-so",
        name="Kế hoạch của sở, ban, ngành tỉnh Nam Định (trước ngày 01/7/2025)",
        levels=("department",),
        source=_SAME_STYLE,
        recipients=("UBND tỉnh", "Sở Nội vụ", "Sở Thông tin và Truyền thông", "Các phòng, đơn vị trực thuộc"),
        symbol="",
        signature=("GIÁM ĐỐC",),
    ),
    attrs.evolve(
        _PROVINCE,
        key="nam-dinh-huyen",
        name="Kế hoạch của UBND huyện, thành phố, tỉnh Nam Định (trước ngày 01/7/2025)",
        levels=("district",),
        source=_SAME_STYLE,
        recipients=(
            "UBND tỉnh",
            "Sở Nội vụ",
            "Sở Thông tin và Truyền thông",
            "Các phòng, ban, ngành, đoàn thể",
            "UBND các xã, phường, thị trấn",
        ),
    ),
    attrs.evolve(
        _PROVINCE,
        key="nam-dinh-xa",
        name="Kế hoạch của UBND xã, phường, thị trấn, tỉnh Nam Định (trước ngày 01/7/2025)",
        levels=("commune",),
        source=_SAME_STYLE,
        recipients=("UBND huyện, thành phố", "Phòng Nội vụ", "Các ban, ngành, đoàn thể"),
    ),
)
