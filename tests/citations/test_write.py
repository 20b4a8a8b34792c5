"""Citations written from their fields."""

from __future__ import annotations

import datetime as dt

import pytest

from cchc.citations import cite
from cchc.errors import UnknownNameError
from cchc.model import LegalBasis

RESOLUTION = LegalBasis(
    kind="Nghị quyết",
    number="76/NQ-CP",
    date=dt.date(2021, 7, 15),
    issuer="Chính phủ",
    title="ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030",
)
LAW = LegalBasis(
    kind="Luật",
    number="72/2025/QH15",
    date=dt.date(2025, 6, 16),
    issuer="Quốc hội",
    title="Tổ chức chính quyền địa phương",
)


@pytest.mark.parametrize(
    ("basis", "style", "expected"),
    [
        (
            RESOLUTION,
            "full",
            ("Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước "
            "giai đoạn 2021 - 2030"),
        ),
        (
            RESOLUTION,
            "full_short_date",
            ("Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn "
            "2021 - 2030"),
        ),
        (RESOLUTION, "short", "Nghị quyết số 76/NQ-CP"),
        (LAW, "full", "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
        (LAW, "full_short_date", "Luật Tổ chức chính quyền địa phương ngày 16/6/2025"),
        (LAW, "short", "Luật Tổ chức chính quyền địa phương"),
        (LegalBasis(kind="Luật", number="72/2025/QH15", issuer="Quốc hội"), "full", "Luật số 72/2025/QH15 của Quốc hội"),
        (LegalBasis(kind="Hiến pháp", date=dt.date(2013, 11, 28)), "full", "Hiến pháp ngày 28 tháng 11 năm 2013"),
        (LegalBasis(number="725/BNV-CCHC"), "short", "số 725/BNV-CCHC"),
        (LegalBasis(words="Kế hoạch CCHC thị trấn năm 2022"), "full", "Kế hoạch CCHC thị trấn năm 2022"),
        (LegalBasis(kind="Kế hoạch", issuer="UBND tỉnh", title="cải cách hành chính năm 2022"), "short", "Kế hoạch của UBND tỉnh về cải cách hành chính năm 2022"),
        (LegalBasis(kind="Quyết định", number="1489/QĐ-UBND", title="Kế hoạch cải cách hành chính"), "full", "Quyết định số 1489/QĐ-UBND về Kế hoạch cải cách hành chính"),
    ],
)  # fmt: skip
def test_each_style_writes_what_the_decree_wants(basis, style, expected):
    """Type, number, day, body, title at first mention; type and number later; a law by its name and day."""
    assert expected == cite(basis, style)


def test_a_style_that_does_not_exist_is_refused() -> None:
    """A slip in its name would pass for the full style."""
    with pytest.raises(UnknownNameError, match="Known: full, full_short_date, short"):
        cite(LegalBasis(words="Luật"), "long")  # type: ignore[arg-type]
