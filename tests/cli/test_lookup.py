"""``cchc lookup`` and ``cchc cite``: answers with their source, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import EXAMPLES, Run


def test_one_number_may_be_two_documents(run: Run) -> None:
    """76/NQ-CP is asked for: both documents are told apart by date, each with whether it holds."""
    done = run("lookup", "76/NQ-CP", "--on", "2026-11-22")

    assert 0 == done.code
    assert "Nghị quyết 76/NQ-CP 13/06/2013 (Chính phủ): không còn hiệu lực" in done.out
    assert "Nghị quyết 76/NQ-CP 15/07/2021 (Chính phủ): còn hiệu lực" in done.out
    assert 2 == done.out.count("nguồn: ")


def test_a_unit_that_ended_says_what_became_of_it(run: Run) -> None:
    """Huyện Vân Hồ is five communes today, and was itself before."""
    done = run("lookup", "huyện Vân Hồ", "--on", "2026-01-01")
    before = run("lookup", "huyện Vân Hồ", "--on", "2017-01-13")

    assert "mã 128 (đến hết 30/06/2025)" in done.out
    for code in ("04048", "04018", "04006", "04057", "03985"):
        assert code in done.out
    assert "ngày 13/01/2017 là" not in before.out
    assert "huyện Vân Hồ, tỉnh Sơn La" in before.out


def test_a_merged_province_says_what_it_was_made_of(run: Run) -> None:
    """Ninh Bình of today is Hà Nam, Nam Định and the old Ninh Bình."""
    done = run("lookup", "tỉnh Ninh Bình", "--on", "2026-01-01")

    assert "hình thành từ: tỉnh Hà Nam; tỉnh Nam Định; tỉnh Ninh Bình" in done.out


def test_an_agency_that_ended_names_its_successors(run: Run) -> None:
    """Successors are named, not given by key."""
    done = run("lookup", "Sở Thông tin và Truyền thông", "--on", "2026-01-01")

    assert "Sở Khoa học và Công nghệ; Sở Văn hóa, Thể thao và Du lịch" in done.out


def test_json_says_the_same(run: Run) -> None:
    """Programs get plain values with dates, source and confidence."""
    told = json.loads(run("lookup", "Quảng Trị", "--on", "2022-02-14", "--format", "json").out)
    (province,) = [unit for unit in told["units"] if unit["level"] == "province"]

    assert ("45", "tỉnh", "2025-07-01") == (province["code"], province["type"], province["until"])
    assert province["source"]


def test_nothing_known_is_said(run: Run) -> None:
    """An unknown query ends with 1 and one sentence."""
    done = run("lookup", "xứ Thần Tiên", "--on", "2026-01-01", "--lang", "en")

    assert 1 == done.code
    assert "Nothing is known under" in done.err


TEXT = (
    "KẾ HOẠCH\n"
    "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ; Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ;\n"
    "Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND huyện về điểm a khoản 1 Điều 5 Nghị định số 30/2020/NĐ-CP.\n"
)


def test_citations_of_a_text_have_place_and_status(run: Run, tmp_path: Path) -> None:
    """Line and column are those of the file, and what is known says whether it held."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run("cite", "a.txt", "--on", "2026-11-22", "--issuer", "UBND huyện Vân Hồ")

    assert 0 == done.code
    assert "2:11  Nghị quyết 76/NQ-CP 15/07/2021 (Chính phủ)  [còn hiệu lực]" in done.out
    assert "30c/NQ-CP 08/11/2011 (Chính phủ)  [không còn hiệu lực ngày 22/11/2026]" in done.out
    assert "3:1  Kế hoạch 12/KH-UBND 05/01/2026 (UBND huyện Vân Hồ)" in done.out


def test_citations_of_a_plan_file_as_json(run: Run) -> None:
    """Each citation is an exact span of the file's text."""
    plan = EXAMPLES / "nam-dinh-2022.yaml"
    told = json.loads(run("cite", str(plan), "--format", "json").out)
    text = plan.read_text(encoding="utf-8")

    assert {"76/NQ-CP", "79/KH-UBND", "107/2020/NĐ-CP"} <= {one["number"] for one in told}
    assert all(text[one["start"] : one["end"]] == one["words"] for one in told)


def test_a_file_that_is_missing_is_one_sentence(run: Run) -> None:
    """No citations of nothing."""
    done = run("cite", "khong-co.txt")

    assert 1 == done.code
    assert "khong-co.txt" in done.err
