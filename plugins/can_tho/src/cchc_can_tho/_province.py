"""Cần Thơ: a city of one code; what it has beside the agencies that every province has."""

from __future__ import annotations

import datetime as dt

from cchc.plugins import Agency, Province, UnitSpan

_MERGED = dt.date(2025, 7, 1)

_PLAN = "Kế hoạch số 127/KH-UBND ngày 24/12/2013 của UBND thành phố Cần Thơ"
_PRESS = (
    "Công văn số 1373 ngày 27/6/2025 của Ban Tuyên giáo và Dân vận Trung ương; ngày hợp nhất chưa đối chiếu"
)

PROVINCE = Province(
    key="can-tho",
    name="Cần Thơ",
    # The city kept its code when Sóc Trăng (94) and Hậu Giang (93) joined it.
    spans=(UnitSpan(code="92"),),
    agencies=(
        Agency(
            key="can-tho.bao",
            name="Báo Cần Thơ",
            level="province",
            kind="press",
            owner="tinh-uy",
            names=("Ban biên tập Báo Cần Thơ",),
            until=_MERGED,
            successors=("can-tho.bao-va-phat-thanh-truyen-hinh",),
            source=_PLAN,
            confidence="one_source",
        ),
        Agency(
            key="can-tho.dai-phat-thanh-va-truyen-hinh",
            name="Đài Phát thanh và Truyền hình thành phố Cần Thơ",
            level="province",
            kind="press",
            names=("Đài Phát thanh và Truyền hình thành phố",),
            abbreviations=("ĐPTTHTP",),
            until=_MERGED,
            successors=("can-tho.bao-va-phat-thanh-truyen-hinh",),
            source=_PLAN,
            confidence="one_source",
        ),
        Agency(
            key="can-tho.bao-va-phat-thanh-truyen-hinh",
            name="Báo và phát thanh, truyền hình Cần Thơ",
            level="province",
            kind="press",
            owner="tinh-uy",
            since=_MERGED,
            predecessors=("can-tho.bao", "can-tho.dai-phat-thanh-va-truyen-hinh"),
            source=_PRESS,
            confidence="unverified",
        ),
        Agency(
            key="can-tho.trung-tam-van-hoa",
            name="Trung tâm Văn hóa thành phố Cần Thơ",
            level="province",
            kind="service",
            owner="so-van-hoa-the-thao-va-du-lich",
            names=("Trung tâm Văn hóa thành phố",),
            abbreviations=("TTVHTP",),
            source=_PLAN,
            confidence="one_source",
        ),
        Agency(
            key="can-tho.cong-doan-vien-chuc",
            name="Công đoàn viên chức thành phố Cần Thơ",
            level="province",
            kind="mass",
            owner="lien-doan-lao-dong",
            names=("Công đoàn viên chức thành phố",),
            abbreviations=("CĐVCTP",),
            source=_PLAN,
            confidence="one_source",
        ),
        Agency(
            key="can-tho.vcci",
            name="Phòng Thương mại và Công nghiệp Việt Nam - Chi nhánh Cần Thơ",
            level="province",
            kind="mass",
            owner="Phòng Thương mại và Công nghiệp Việt Nam",
            abbreviations=("VCCI Cần Thơ",),
            source=_PLAN,
            confidence="one_source",
        ),
        Agency(
            key="can-tho.ngan-hang-nha-nuoc",
            name="Chi nhánh Ngân hàng nhà nước thành phố Cần Thơ",
            level="province",
            owner="Ngân hàng Nhà nước Việt Nam",
            names=("Ngân hàng Nhà nước Việt Nam - Chi nhánh thành phố Cần Thơ",),
            source=_PLAN,
            confidence="one_source",
        ),
    ),
    source="Nghị quyết số 202/2025/QH15 ngày 12/6/2025; Quyết định số 19/2025/QĐ-TTg ngày 30/6/2025",
)
