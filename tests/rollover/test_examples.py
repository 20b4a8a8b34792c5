"""The four real plans in 2027: what is asked of a person, written by hand from the plans and the law, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc
from cchc import Registry

ROOT = Path(__file__).parents[2]
REGISTRY = Registry.discover()

# Kind, code of the check that goes on finding it, and what it is about; how many places wait for the answer.
ASKED: dict[str, list[tuple[str, str, str, int]]] = {
    # All its times are said; districts have ended; its plan of 2014 and two local documents need a successor.
    "can-tho-2014": [
        ("document", "", "Kế hoạch số 126/KH-UBND ngày 25/12/2013", 2),
        ("document", "", "Chỉ thị số 02/2009/CT-UBND ngày 05/02/2009", 2),
        ("document", "", "Quyết định số 883/QĐ-UBND ngày 03/4/2013", 1),
        ("districts", "", "UBND quận, huyện và xã, phường, thị trấn", 1),
        ("districts", "", "giữa cấp xã và cấp huyện", 1),
        ("districts", "", "cấp huyện, cấp xã", 2),
        ("missing", "CC301", "Báo và phát thanh, truyền hình Cần Thơ", 1),
        ("districts", "", "UBND quận, huyện", 17),
        ("districts", "", "cấp huyện", 3),
        ("districts", "", "quận, huyện", 6),
        ("districts", "", "quận, huyện, xã, phường, thị trấn", 2),
        ("missing", "CC201", "tiểu phẩm tuyên truyền về CCHC", 1),
        ("missing", "CC302", "chỉ đạo dàn dựng, biểu diễn tiểu phẩm trong chương trình thông tin cổ động của thành phố", 1),
        ("districts", "", "cấp huyện và cấp xã", 2),
        ("period", "", "2011 - 2020", 2),
        ("districts", "", "UBND quận, huyện và UBND xã, phường, thị trấn", 1),
        ("missing", "CC202", "cổng thông tin điện tử của thành phố", 2),
        ("districts", "", "UBND quận, huyện, xã, phường, thị trấn", 2),
        ("missing", "CC304", "báo cáo UBND thành phố", 1),
    ],
    # A news report of the plan: it gives neither times nor leads; "Ctr" and "nhân dân" are mended, thị trấn is xã.
    "khe-sanh-2022": [
        ("document", "CC108", "", 1),
        ("document", "", "Kế hoạch số 204/KH-UBND ngày 24/12/2021", 1),
        ("document", "", "Chương trình hành động số 34/CTr-UBND ngày 15/12/2021", 1),
        ("document", "", "Quyết định số 187/QĐ-UBND ngày 21/01/2022", 1),
        ("period", "", "2021 - 2025", 1),
        ("missing", "CC201", "các phương tiện thông tin đại chúng", 1),
        ("missing", "CC202", "các phương tiện thông tin đại chúng", 1),
        ("missing", "CC302", "nghiêm túc tổ chức thực hiện", 1),
    ],
    # The province is part of Ninh Bình; its department of information was divided, newspaper and broadcaster are one.
    "nam-dinh-2022": [
        ("document", "", "Quyết định số 2084/QĐ-UBND ngày 28/9/2021", 2),
        ("document", "", "Kế hoạch số 111/KH-UBND ngày 29/9/2021", 2),
        ("period", "CC111", "2021 - 2025", 1),
        ("document", "", "Nghị quyết số 04-NQ/TU ngày 18/6/2021", 1),
        ("document", "", "Kế hoạch số 79/KH-UBND ngày 16/7/2021", 1),
        ("document", "", "Chỉ thị số 34/CT-UBND ngày 07/10/2021", 1),
        ("districts", "", "UBND huyện, thành phố và UBND xã, phường, thị trấn", 1),
        ("document", "CC102", "Nghị định số 107/2020/NĐ-CP ngày 14/9/2020", 1),
        ("missing", "CC201", "Báo và phát thanh, truyền hình Ninh Bình", 1),
        ("missing", "CC202", "Báo và phát thanh, truyền hình Ninh Bình", 1),
        ("merged", "", "Đài Phát thanh và Truyền hình tỉnh", 1),
        ("merged", "", "Báo Nam Định", 1),
        ("districts", "", "UBND các huyện, thành phố, UBND xã, phường, thị trấn", 2),
        ("districts", "", "UBND các huyện, thành phố", 10),
        ("districts", "", "UBND các huyện, thành phố, các xã, phường, thị trấn", 1),
        ("missing", "CC302", "cung cấp thông tin về cải cách hành chính cho báo chí và cơ quan, đơn vị liên quan", 1),
        ("body", "CC208", "Sở Thông tin và Truyền thông", 7),
        ("missing", "CC304", "tổng hợp, báo cáo kết quả thực hiện", 1),
        ("districts", "", "Ủy ban nhân dân các huyện, thành phố", 1),
        ("body", "CC208", "Bộ Thông tin và Truyền thông", 1),
    ],
    # The district became five communes: all that says "huyện", and all its offices, wait for whose plan it is.
    "van-ho-2017": [
        ("unit", "CC208", "Ủy ban nhân dân huyện Vân Hồ", 4),
        ("document", "", "Quyết định số 1489/QĐ-UBND ngày 28/12/2016", 3),
        ("document", "CC108", "", 1),
        ("unit", "CC210", "của huyện", 13),
        ("document", "CC102", "Nghị quyết số 30c/NQ-CP ngày 08/11/2011", 1),
        ("document", "", "Chỉ thị số 04-CT/HU ngày 21/12/2015", 1),
        ("document", "", "Kế hoạch số 188/KH-UBND ngày 22/12/2015", 1),
        ("document", "", "Quyết định số 315/QĐ-UBND ngày 31/12/2015", 1),
        ("missing", "CC202", "chương trình giảng dạy của Trung tâm bồi dưỡng - chính trị", 1),
        ("missing", "CC207", "chương trình giảng dạy của Trung tâm bồi dưỡng - chính trị", 1),
        ("period", "", "2011 - 2020", 2),
        ("body", "", "Trung tâm bồi dưỡng - chính trị", 2),
        ("body", "CC208", "Đài Truyền thanh - Truyền hình huyện", 5),
        ("missing", "CC302", "phối hợp tuyên truyền về công tác CCHC", 1),
        ("missing", "CC205", "Thường xuyên trong năm 2027.", 1),
        ("body", "CC208", "Phòng Nội vụ", 7),
        ("missing", "CC304", "báo cáo kết quả thực hiện", 3),
        ("body", "CC208", "Phòng Tư pháp", 2),
        ("body", "CC208", "Văn phòng HĐND và UBND huyện", 2),
    ],
}  # fmt: skip

# What the checks still find in the draft, each with the number of places; every one is a question above.
FOUND = {
    "can-tho-2014": {"CC201": 1, "CC202": 2, "CC301": 1, "CC302": 1, "CC304": 1},
    "khe-sanh-2022": {"CC108": 1, "CC201": 1, "CC202": 1, "CC302": 1},
    "nam-dinh-2022": {"CC102": 1, "CC111": 1, "CC201": 1, "CC202": 1, "CC208": 2, "CC302": 1, "CC304": 1},
    "van-ho-2017": {"CC102": 1, "CC108": 1, "CC202": 1, "CC205": 1, "CC207": 1, "CC208": 6, "CC210": 18, "CC302": 1, "CC304": 3},
}  # fmt: skip


def rolled(name: str) -> cchc.Rollover:
    """Return an example in 2027."""
    return cchc.roll_forward(cchc.load_plan(ROOT / "examples" / f"{name}.yaml"), 2027, registry=REGISTRY)


@pytest.mark.parametrize("name", ASKED)
def test_a_person_is_asked_this_and_nothing_else(name: str) -> None:
    """In the order of the plan."""
    asked = [(one.kind, one.code, one.words, len(one.places)) for one in rolled(name).decisions]

    assert asked == ASKED[name]


@pytest.mark.parametrize("name", FOUND)
def test_the_checks_find_nothing_but_what_is_asked(name: str) -> None:
    """These codes, so often; and each finding stands at a place that a question with its code names."""
    done = rolled(name)
    asked = {(one.code, place) for one in done.decisions for place in one.places}
    found = cchc.check_plan(done.plan, registry=REGISTRY)
    counted = {code: [one.code for one in found].count(code) for code in sorted({one.code for one in found})}

    assert counted == FOUND[name]
    assert [one.vi for one in found if (one.code, one.location.path) not in asked] == []


@pytest.mark.parametrize("name", ASKED)
def test_the_draft_is_a_draft_that_every_format_takes(name: str) -> None:
    """Of 2027, without number and day."""
    draft = rolled(name).plan

    assert (draft.year, draft.status, draft.number, draft.date) == (2027, "draft", None, None)
    for key in ("docx", "xlsx", "html", "md", "txt"):
        assert cchc.render(draft, key, registry=REGISTRY)
