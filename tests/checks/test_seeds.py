"""The four real plans, read and checked: what must be found in them, and what must not."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

import cchc
from cchc import Diagnostic, Registry

SEEDS = Path(os.environ.get("CCHC_SEEDS", Path(__file__).parents[3] / "shared" / "seeds"))
REGISTRY = Registry.of()

# File, and what must be found: code and a piece of the sentence.
MUST = [
    ("000", "CC606", "'hanh chính' có lẽ là 'hành chính'"),
    ("000", "CC205", '"Thường xuyên" là thời gian duy nhất'),
    ("000", "CC207", "là hình thức nhưng nằm trong phần nội dung"),
    ("001", "CC601", "'chính' viết hai lần"),
    ("001", "CC501", "'02/09/2021', đúng là '02/9/2021'"),
    ("001", "CC501", "'18/06/2021', đúng là '18/6/2021'"),
    ("001", "CC111", "không có giai đoạn 2021 - 2025"),
    ("001", "CC107", "34/CT-UBND mang cùng trích yếu với Quyết định số 2084/QĐ-UBND"),
    ("001", "CC602", "'hoá', nơi khác trong kế hoạch viết 'hóa'"),
    ("001", "CC503", "'VP1, VP8'"),
    ("001", "CC507", "'CNTT' không được giải thích"),
    ("003", "CC110", "'Ctr', theo bảng chữ viết tắt là 'CTr'"),
    ("003", "CC606", "'cấp cở' có lẽ là 'cấp sở'"),
    ("003", "CC606", "'khui vực' có lẽ là 'khu vực'"),
    ("003", "CC606", "'các tổ chức, các nhân'"),
    ("004", "CC101", "126/KH-UBND ngày 25/12/2013 ban hành sau ngày kế hoạch (24/12/2013)"),
    ("004", "CC301", "'Báo Cần Thơ' được giao việc nhưng không có trong nơi nhận"),
    ("004", "CC605", "Thừa dấu cách"),
]
# What would be wrong of these four: their bases agree with the register, their bodies stood, their terms were of their day.
MUST_NOT = {
    "CC001", "CC102", "CC103", "CC104", "CC105", "CC106", "CC108", "CC203", "CC204", "CC206", "CC208", "CC209", "CC210",
    "CC303", "CC305", "CC401", "CC402", "CC403", "CC404", "CC502", "CC504", "CC505", "CC603", "CC604", "CC607",
}  # fmt: skip
# Words that look like slips and are none.
INNOCENT = ["số 04/NQ-TU", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố' được giao", "VP UBND TP", "30c/NQ-CP"]


def found(key: str) -> tuple[Diagnostic, ...]:
    """Return what the checks find in a real plan."""
    files = sorted(SEEDS.glob(f"{key}_*.txt"))
    if not files:
        pytest.skip("the real plans are not at hand; set CCHC_SEEDS to their folder")
    return cchc.check_plan(cchc.read_plan(files[0], registry=REGISTRY).plan, registry=REGISTRY)


@pytest.mark.parametrize(("key", "code", "piece"), MUST)
def test_what_must_be_found(key: str, code: str, piece: str) -> None:
    """By the rule that is about it."""
    assert any(one.code == code and piece in one.vi for one in found(key))


@pytest.mark.parametrize("key", ["000", "001", "003", "004"])
def test_what_must_not_be_found(key: str) -> None:
    """An officer switches off a checker that cries wolf."""
    diagnostics = found(key)

    assert {one.code for one in diagnostics} & MUST_NOT == set()
    assert [one.vi for one in diagnostics for words in INNOCENT if words in one.vi] == []


def test_the_words_of_their_day_become_obsolete() -> None:
    """Levels 3 and 4 of online services were right in January 2022, and are not since the decree of that year."""
    files = sorted(SEEDS.glob("001_*.txt"))
    if not files:
        pytest.skip("the real plans are not at hand; set CCHC_SEEDS to their folder")
    plan = cchc.read_plan(files[0], registry=REGISTRY).plan
    later = cchc.check_plan(plan, on=dt.date(2023, 1, 1), select=("CC210",), registry=REGISTRY)

    assert len(later) == 2
    assert all("toàn trình" in one.vi for one in later)
