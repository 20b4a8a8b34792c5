"""Markers of points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.templates._markers import marker


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("I.", ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX.", "X."]),
        ("A.", ["A.", "B.", "C.", "D.", "Đ.", "E.", "G.", "H.", "I.", "K."]),
        ("1.", ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.", "9.", "10."]),
        ("1)", ["1)", "2)", "3)", "4)", "5)", "6)", "7)", "8)", "9)", "10)"]),
        ("a)", ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)"]),
        ("-", ["-"] * 10),
        ("+", ["+"] * 10),
    ],
)
def test_the_first_ten_markers_of_a_set(pattern: str, expected: list[str]) -> None:
    """Letters run as the decree's own lists do: đ after d, g after e."""
    assert expected == [marker(pattern, number) for number in range(1, 11)]


@given(st.sampled_from(["I.", "A.", "1.", "a)"]), st.integers(1, 300), st.integers(1, 300))
def test_no_two_points_of_a_list_have_one_marker(pattern: str, first: int, second: int) -> None:
    """Markers are distinct for distinct numbers, however long the list."""
    assert (first == second) == (marker(pattern, first) == marker(pattern, second))
