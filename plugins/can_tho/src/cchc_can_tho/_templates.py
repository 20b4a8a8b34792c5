"""The plans of Cần Thơ: labelled lines under each channel, duties clause by clause, dates written out."""

from __future__ import annotations

import datetime as dt

import attrs

from cchc.plugins import Section, Template

_TWO_TIERS = dt.date(2025, 7, 1)  # Luật Tổ chức chính quyền địa phương số 72/2025/QH15: không còn cấp huyện

_SOURCE = "Kế hoạch số 127/KH-UBND ngày 24/12/2013 của UBND thành phố Cần Thơ"
_SAME_STYLE = f"Cùng bố cục với {_SOURCE}; chưa đối chiếu với kế hoạch của cấp này"

_CITY = Template(
    key="can-tho",
    name="Kế hoạch của UBND thành phố Cần Thơ",
    province="can-tho",
    levels=("province",),
    since=_TWO_TIERS,
    source=f"{_SOURCE}; nơi nhận theo mô hình hai cấp",
    sections=(
        Section(
            role="purpose",
            heading="MỤC TIÊU",
            starter=(
                "Cán bộ, công chức, viên chức và Nhân dân hiểu rõ mục tiêu, ý nghĩa của cải cách hành chính.",
                "Mọi người đồng thuận, tích cực tham gia thực hiện kế hoạch cải cách hành chính năm {year}.",
            ),
        ),
        Section(
            role="requirements",
            heading="YÊU CẦU",
            starter=(
                "Nội dung tuyên truyền kịp thời, chính xác, sát với từng đối tượng, từng ngành và từng địa phương.",
                "Kết hợp hình thức truyền thống với công nghệ thông tin; mỗi việc có đơn vị chủ trì và thời gian rõ ràng.",
            ),
        ),
        Section(
            role="contents",
            heading="NỘI DUNG",
            starter=(
                "Chương trình, kế hoạch cải cách hành chính của Trung ương, của thành phố và của địa phương.",
                "Thủ tục hành chính, dịch vụ công trực tuyến; cách gửi phản ánh, kiến nghị về quy định hành chính.",
            ),
        ),
        Section(role="channels", heading="HÌNH THỨC, BIỆN PHÁP TUYÊN TRUYỀN"),
        Section(
            role="organisation",
            heading="TỔ CHỨC THỰC HIỆN",
            sections=(
                Section(
                    role="budget",
                    heading="Về kinh phí",
                    starter=(
                        "Cơ quan, đơn vị bố trí kinh phí trong dự toán năm {year} được giao theo quy định.",
                    ),
                ),
                Section(role="duties", heading=""),
            ),
        ),
    ),
    markers=("I.", "1.", "a)", "-", "+"),
    opening=(
        "{bases}; để tiếp tục đẩy mạnh công tác cải cách hành chính, {issuer} ban hành {kind} {subject} với các nội "
        "dung sau:"
    ),
    citation="long",
    channels="labelled",
    duties="by_clause",
    closing=(
        "Trên đây là {kind} {subject}. Khó khăn, vướng mắc nảy sinh khi thực hiện, các cơ quan, đơn vị gửi về cơ quan "
        "được giao theo dõi để tổng hợp, trình {issuer} xem xét, giải quyết."
    ),
    recipients=(
        "Bộ Nội vụ",
        "Thường trực Thành ủy",
        "Thường trực HĐND thành phố",
        "Ủy ban MTTQ Việt Nam thành phố",
        "Chủ tịch, các Phó Chủ tịch UBND thành phố",
        "Sở, ban, ngành thành phố",
        "UBND xã, phường",
    ),
    archive="VT",
    symbol="KH-UBND",
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
)

_COMMUNE = attrs.evolve(
    _CITY,
    key="can-tho-xa",
    name="Kế hoạch của UBND xã, phường, thành phố Cần Thơ",
    levels=("commune",),
    source=_SAME_STYLE,
    recipients=(
        "UBND thành phố",
        "Sở Nội vụ",
        "Thường trực Đảng ủy, Thường trực HĐND",
        "Chủ tịch, các Phó Chủ tịch UBND",
        "Các cơ quan, đơn vị trực thuộc",
    ),
)

TEMPLATES = (
    _CITY,
    attrs.evolve(
        _CITY,
        key="can-tho-2013",
        name="Kế hoạch của UBND thành phố Cần Thơ (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        source=_SOURCE,
        recipients=(
            "Bộ Nội vụ",
            "Văn phòng Chính phủ",
            "TT. Thành ủy",
            "TT. HĐND TP",
            "UBMTTQVN TP và các đoàn thể",
            "CT, PCT UBND TP",
            "Sở, ban ngành TP",
            "UBND quận, huyện",
            "UBND xã, phường, thị trấn",
        ),
    ),
    attrs.evolve(
        _CITY,
        key="can-tho-so",
        name="Kế hoạch của sở, ban, ngành thành phố Cần Thơ",
        levels=("department",),
        since=None,
        source=_SAME_STYLE,
        recipients=("UBND thành phố", "Sở Nội vụ", "Các phòng, đơn vị trực thuộc"),
        symbol="",
        signature=("GIÁM ĐỐC",),
    ),
    attrs.evolve(
        _CITY,
        key="can-tho-quan-huyen",
        name="Kế hoạch của UBND quận, huyện, thành phố Cần Thơ (trước ngày 01/7/2025)",
        levels=("district",),
        since=None,
        until=_TWO_TIERS,
        source=_SAME_STYLE,
        recipients=(
            "UBND thành phố",
            "Sở Nội vụ",
            "CT, PCT UBND quận, huyện",
            "Các phòng, ban chuyên môn",
            "UBND xã, phường, thị trấn",
        ),
    ),
    _COMMUNE,
    attrs.evolve(
        _COMMUNE,
        key="can-tho-xa-2013",
        name="Kế hoạch của UBND xã, phường, thị trấn, thành phố Cần Thơ (trước ngày 01/7/2025)",
        since=None,
        until=_TWO_TIERS,
        recipients=(
            "UBND quận, huyện",
            "Phòng Nội vụ",
            "Thường trực Đảng ủy, Thường trực HĐND",
            "CT, PCT UBND",
            "Các ban, ngành, đoàn thể",
        ),
    ),
)
