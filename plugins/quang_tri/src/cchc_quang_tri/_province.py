"""Quảng Trị: code 45 until 30 June 2025; since then the merged province has 44, the former code of Quảng Bình."""

from __future__ import annotations

import datetime as dt

from cchc.plugins import Agency, Province, UnitSpan

_MERGED = dt.date(2025, 7, 1)

_PLAN = "Tin ngày 09/7/2022 về Kế hoạch số 17/KH-UBND ngày 14/02/2022 của UBND thị trấn Khe Sanh"
_PRESS = (
    "Công văn số 1373 ngày 27/6/2025 của Ban Tuyên giáo và Dân vận Trung ương; ngày hợp nhất chưa đối chiếu"
)
_CUSTOM = "Cách gọi quen dùng, chưa đối chiếu văn bản"

PROVINCE = Province(
    key="quang-tri",
    name="Quảng Trị",
    spans=(UnitSpan(code="45", until=_MERGED), UnitSpan(code="44", since=_MERGED)),
    agencies=(
        Agency(
            key="quang-tri.trung-tam-phuc-vu-hanh-chinh-cong",
            name="Trung tâm Phục vụ Hành chính công tỉnh",
            level="province",
            kind="service",
            abbreviations=("TTPVHCC",),
            until=_MERGED,
            source=_PLAN,
            confidence="one_source",
        ),
        Agency(
            key="quang-tri.bao",
            name="Báo Quảng Trị",
            level="province",
            kind="press",
            owner="tinh-uy",
            until=_MERGED,
            successors=("quang-tri.bao-va-phat-thanh-truyen-hinh",),
            source=_CUSTOM,
            confidence="unverified",
        ),
        Agency(
            key="quang-tri.dai-phat-thanh-truyen-hinh",
            name="Đài Phát thanh - Truyền hình tỉnh Quảng Trị",
            level="province",
            kind="press",
            names=("Đài Phát thanh và Truyền hình tỉnh Quảng Trị",),
            abbreviations=("ĐPTTHT",),
            until=_MERGED,
            successors=("quang-tri.bao-va-phat-thanh-truyen-hinh",),
            source=_CUSTOM,
            confidence="unverified",
        ),
        Agency(
            key="quang-tri.bao-va-phat-thanh-truyen-hinh",
            name="Báo và phát thanh, truyền hình Quảng Trị",
            level="province",
            kind="press",
            owner="tinh-uy",
            since=_MERGED,
            predecessors=("quang-tri.bao", "quang-tri.dai-phat-thanh-truyen-hinh"),
            source=_PRESS,
            confidence="unverified",
        ),
    ),
    source="Nghị quyết số 202/2025/QH15 ngày 12/6/2025; Quyết định số 19/2025/QĐ-TTg ngày 30/6/2025",
)
