"""Nam Định, which has been part of Ninh Bình since 1 July 2025 and has had no code of its own since."""

from __future__ import annotations

import datetime as dt

from cchc.plugins import Agency, Province, UnitSpan

_MERGED = dt.date(2025, 7, 1)

_PLAN = "Kế hoạch thông tin, tuyên truyền về cải cách hành chính năm 2022 của UBND tỉnh Nam Định"

PROVINCE = Province(
    key="nam-dinh",
    name="Nam Định",
    spans=(UnitSpan(code="36", until=_MERGED),),
    agencies=(
        Agency(
            key="nam-dinh.bao",
            name="Báo Nam Định",
            level="province",
            kind="press",
            owner="tinh-uy",
            source=_PLAN,
            confidence="one_source",
        ),
        Agency(
            key="nam-dinh.dai-phat-thanh-va-truyen-hinh",
            name="Đài Phát thanh và Truyền hình tỉnh Nam Định",
            level="province",
            kind="press",
            names=("Đài Phát thanh và Truyền hình tỉnh",),
            abbreviations=("ĐPTTHT",),
            source=_PLAN,
            confidence="one_source",
        ),
        Agency(
            key="nam-dinh.trung-tam-phuc-vu-hanh-chinh-cong",
            name="Trung tâm Phục vụ hành chính công, xúc tiến đầu tư và hỗ trợ doanh nghiệp tỉnh",
            level="province",
            kind="service",
            abbreviations=("TTPVHCC",),
            source=_PLAN,
            confidence="one_source",
        ),
    ),
    source="Nghị quyết số 202/2025/QH15 ngày 12/6/2025: Nam Định sáp nhập vào tỉnh Ninh Bình từ ngày 01/7/2025",
)
