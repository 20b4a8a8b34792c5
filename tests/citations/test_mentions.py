"""All citations of a plan, with their place in it."""

from __future__ import annotations

import datetime as dt

from cchc.citations import mentions
from cchc.model import Body, Channel, Item, LegalBasis, Plan

PLAN = Plan(
    id="kh-2027",
    year=2027,
    level="district",
    issuer=Body(words="UBND huyện Vân Hồ"),
    subject="Tuyên truyền cải cách hành chính năm 2027",
    opening="Thực hiện Quyết định số 1489/QĐ-UBND ngày 28/12/2016 của UBND huyện, Ủy ban nhân dân huyện ban hành Kế hoạch:",
    bases=(
        LegalBasis(kind="Nghị quyết", number="76/NQ-CP", date=dt.date(2021, 7, 15), issuer="Chính phủ"),
        LegalBasis(words="Kế hoạch 188/KH-UBND thực hiện Chỉ thị số 04-CT/HU", title="Triển khai Chỉ thị"),
        LegalBasis(words="Kế hoạch cải cách hành chính của huyện"),
    ),
    parts=(
        Item(
            role="contents",
            label="NỘI DUNG",
            items=(
                Item(words="Tuyên truyền Nghị quyết số 76/NQ-CP và Quyết định số 1489."),
                Item(
                    facts=(Channel(id="a", name="Hội nghị", content="Giới thiệu Nghị định số 30/2020/NĐ-CP"),)
                ),
            ),
        ),
    ),
    closing="Trên đây là Kế hoạch thực hiện Quyết định số 1489/QĐ-UBND.",
)


def test_mentions_stand_in_reading_order_with_their_path():
    """Opening, bases, parts, closing; each text by itself; words of facts only where the item has none."""
    found = mentions(PLAN)

    assert [
        ("opening", "1489/QĐ-UBND"),
        ("bases[0]", "76/NQ-CP"),
        ("bases[1]", "188/KH-UBND"),
        ("bases[1]", "04-CT/HU"),
        ("bases[2]", None),
        ("parts[0].items[0].words", "76/NQ-CP"),
        ("parts[0].items[0].words", "1489/QĐ-UBND"),
        ("parts[0].items[1].facts[0].content", "30/2020/NĐ-CP"),
        ("closing", "1489/QĐ-UBND"),
    ] == [(one.path, one.basis.number) for one in found]


def test_places_refer_to_their_own_text_and_indexes_to_the_mentions():
    """Offsets count within the field; short forms and nested ones point into the result."""
    found = mentions(PLAN)

    assert PLAN.opening[found[0].citation.start : found[0].citation.end] == found[0].basis.words
    words = PLAN.parts[0].items[0].words
    assert "Quyết định số 1489" == words[found[6].citation.start : found[6].citation.end]
    assert (0, 1, 2) == (found[6].citation.antecedent, found[5].citation.antecedent, found[3].citation.within)
    assert "UBND huyện Vân Hồ" == found[6].basis.issuer


def test_the_fields_of_a_basis_win_over_its_words():
    """What the plan says of its own basis is not read anew."""
    found = mentions(PLAN)

    assert ("Triển khai Chỉ thị", "Kế hoạch") == (found[2].basis.title, found[2].basis.kind)
    assert PLAN.bases[2] == found[4].basis


def test_a_plan_without_citations_has_no_mentions():
    """Nothing is made up."""
    plan = Plan(
        id="x", year=2027, level="commune", issuer=Body(words="UBND xã Vân Hồ"), subject="Tuyên truyền"
    )

    assert () == mentions(plan)
