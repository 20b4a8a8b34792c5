"""Spaces that do not break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.rendering._typography import NO_BREAK, bind


@pytest.mark.parametrize(
    "bound",
    [
        "điểm~a khoản~2 Điều~5 Mục~IV",
        "Nghị quyết số~76/NQ-CP ngày~15 tháng~7 năm~2021",
        "(Khoản~1, Quý~II) kỳ~2",
        "ít nhất 24~lượt, 15~phút và 3~tin, 02~bài",
        "Số: ~~~~~~/KH-UBND".replace(" ~", "~~"),
        "năm nay, quý vị, ngày hội, mục tiêu, một số 	5, hai 5",
        "tổng số và 5 lượng",
        "NĐ 5",
    ],
)
def test_what_belongs_together_is_bound(bound: str) -> None:
    """A number is bound to what it belongs to, and nothing else is."""
    assert bound.replace("~", NO_BREAK) == bind(bound.replace("~", " "))


@given(st.text("điểmaKhoảnsố 5012IV  ,;:ngày\t\n", max_size=60))
def test_only_spaces_change(text: str) -> None:
    """Binding changes spaces alone, each for one that does not break, and doing it twice changes nothing more."""
    bound = bind(text)

    assert text == bound.replace(NO_BREAK, " ")
    assert bound == bind(bound)
