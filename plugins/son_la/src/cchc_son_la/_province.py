"""Sơn La: unchanged as a province; its districts ended on 1 July 2025."""

from __future__ import annotations

import datetime as dt

from cchc.plugins import Agency, Province, UnitSpan

_TWO_TIERS = dt.date(2025, 7, 1)

_PLAN = "Kế hoạch tuyên truyền cải cách hành chính năm 2017, ngày 13/01/2017, của UBND huyện Vân Hồ"
_PRESS = (
    "Công văn số 1373 ngày 27/6/2025 của Ban Tuyên giáo và Dân vận Trung ương; ngày hợp nhất chưa đối chiếu"
)
_CUSTOM = "Cách gọi quen dùng, chưa đối chiếu văn bản"

PROVINCE = Province(
    key="son-la",
    name="Sơn La",
    spans=(UnitSpan(code="14"),),
    agencies=(
        Agency(
            key="son-la.bao",
            name="Báo Sơn La",
            level="province",
            kind="press",
            owner="tinh-uy",
            until=_TWO_TIERS,
            successors=("son-la.bao-va-phat-thanh-truyen-hinh",),
            source=_CUSTOM,
            confidence="unverified",
        ),
        Agency(
            key="son-la.dai-phat-thanh-truyen-hinh",
            name="Đài Phát thanh - Truyền hình tỉnh Sơn La",
            level="province",
            kind="press",
            names=("Đài Phát thanh và Truyền hình tỉnh Sơn La",),
            abbreviations=("ĐPTTHT",),
            until=_TWO_TIERS,
            successors=("son-la.bao-va-phat-thanh-truyen-hinh",),
            source=_CUSTOM,
            confidence="unverified",
        ),
        Agency(
            key="son-la.bao-va-phat-thanh-truyen-hinh",
            name="Báo và phát thanh, truyền hình Sơn La",
            level="province",
            kind="press",
            owner="tinh-uy",
            since=_TWO_TIERS,
            predecessors=("son-la.bao", "son-la.dai-phat-thanh-truyen-hinh"),
            source=_PRESS,
            confidence="unverified",
        ),
        Agency(
            key="son-la.dai-truyen-thanh-truyen-hinh-huyen",
            name="Đài Truyền thanh - Truyền hình huyện",
            level="district",
            kind="press",
            abbreviations=("ĐTTTHH",),
            until=_TWO_TIERS,
            source=_PLAN,
            confidence="one_source",
        ),
        Agency(
            key="son-la.trung-tam-boi-duong-chinh-tri",
            name="Trung tâm bồi dưỡng - chính trị",
            level="district",
            kind="service",
            owner="huyen-uy",
            until=_TWO_TIERS,
            source=_PLAN,
            confidence="one_source",
        ),
    ),
    source="Nghị quyết số 1681/NQ-UBTVQH15 ngày 16/6/2025; Quyết định số 19/2025/QĐ-TTg ngày 30/6/2025",
)
