"""The examples beside the patterns of reading are run: what a pattern says it takes, it takes, and no more."""

from __future__ import annotations

import pytest

from cchc.reading._outline import MARKERS, Node, marker_of, outline
from cchc.reading._plain import read_text
from cchc.reading._roles import LINE_LABELS, PART_HEADINGS, line_role, part_role
from cchc.reading._tables import COLUMNS, column_key


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, _, lines, _ in MARKERS for line in lines])
def test_a_marker_is_known(kind: str, line: str) -> None:
    """Each spelling of the wild."""
    found = marker_of(line)

    assert found is not None
    assert kind == found.kind


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, _, _, lines in MARKERS for line in lines])
def test_what_only_looks_like_a_marker_is_none(kind: str, line: str) -> None:
    """Dates, amounts and words that begin alike."""
    found = marker_of(line)

    assert found is None or kind != found.kind


@pytest.mark.parametrize(
    ("role", "heading"), [(role, one) for role, _, several in PART_HEADINGS for one in several]
)
def test_a_heading_tells_its_part(role: str, heading: str) -> None:
    """Headings of plans, without any that templates bring."""
    assert role == part_role(heading, {})


@pytest.mark.parametrize(
    ("role", "label"), [(role, one) for role, _, several in LINE_LABELS for one in several]
)
def test_a_label_tells_the_field_of_a_channel(role: str, label: str) -> None:
    """Labels of lines below a channel."""
    assert role == line_role(label)


@pytest.mark.parametrize(("key", "title"), [(key, one) for key, _, several in COLUMNS for one in several])
def test_a_title_tells_what_a_column_says(key: str, title: str) -> None:
    """Titles of columns of task tables."""
    assert key == column_key(title)


def shape(text: str) -> list[object]:
    """Return the markers of the outline of *text*, each with those below it."""

    def below(nodes: list[Node]) -> list[object]:
        signs = [node.marker or node.text for node in nodes]
        return [
            (sign, below(node.below)) if node.below else sign for sign, node in zip(signs, nodes, strict=True)
        ]

    return below(outline(read_text(text.encode(), "x").lines))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I. A B\n1. C D\n- e\n- f\n2. G H\nII. I K", [("I.", [("1.", ["-", "-"]), "2."]), "II."]),
        ("A. PHẦN MỘT\nI. Một\n1. một\nB. PHẦN HAI\nI. Một", [("A.", [("I.", ["1."])]), ("B.", ["I."])]),
        ("1. Một\n1.1. Một một\n1.2. Một hai\n2. Hai", [("1.", ["1.1.", "1.2."]), "2."]),
        ("I. TÊN PHẦN\nCÒN TIẾP\n1. Một", [("I.", ["1."])]),
        ("1. Đối tượng\nCán bộ, công chức.\n2. Nội dung", [("1.", ["Cán bộ, công chức."]), "2."]),
        ("a) một;\nb) hai;\n- ba\nc) bốn", ["a)", ("b)", ["-"]), "c)"]),
    ],
)
def test_an_outline_follows_the_markers(text: str, expected: list[object]) -> None:
    """A kind that is open goes on at its level, a new one opens a level."""
    assert expected == shape(text)
