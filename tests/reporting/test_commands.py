"""The commands on reports: files in, files out, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc
from cchc.cli import main
from tests.reporting.sample import PLAN, REGISTRY, VAN_HO


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a directory with a plan and a list of units, and work in it."""
    (tmp_path / "plan.yaml").write_text(cchc.dump_plan(PLAN), encoding="utf-8")
    (tmp_path / "units.csv").write_text(
        "\ufeffMã;Tên đơn vị\n04048;UBND xã Vân Hồ\nso-noi-vu;Sở Nội vụ\n;UBND xã Song Khủa\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_periods_prints_the_calendar(capsys: pytest.CaptureFixture[str]) -> None:
    """Cut-offs, deadlines with their day of the week, working days between."""
    assert main(["periods", "--regime", "cchc", "--year", "2027"]) == 0

    said = capsys.readouterr().out
    assert "2027-Q1  Quý I năm 2027" in said
    assert "14/3/2027 (CN, ngày nghỉ)" in said
    assert "20/3/2027 (thứ Bảy, ngày nghỉ)" in said
    assert "581/BNV-CCHC" in said


def test_periods_says_what_nobody_has_set(capsys: pytest.CaptureFixture[str]) -> None:
    """A deadline of ours is marked as such."""
    assert main(["periods", "--level", "commune", "--year", "2027", "--lang", "en"]) == 0

    said = capsys.readouterr().out
    assert "15/3/2027 (Mon) (*)" in said
    assert "(*) No document sets it" in said


@pytest.mark.parametrize(
    "line", [["--year", "x"], ["--level", "phường"], ["--regime", "y"], ["--year", "99999"]]
)
def test_periods_refuses_what_it_does_not_know(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, and the exit code of a wrong line."""
    assert main(["periods", *line]) == 2
    assert capsys.readouterr().err.startswith("Lỗi: ")


def test_forms_writes_one_workbook_a_unit(office: Path) -> None:
    """Named by period, code and name."""
    assert main(["forms", "plan.yaml", "--period", "2027-Q1", "--units", "units.csv", "-o", "forms"]) == 0

    made = sorted(path.name for path in (office / "forms").iterdir())
    assert made == [
        "2027-Q1_04048_ubnd-xa-van-ho.xlsx",
        "2027-Q1_so-noi-vu_so-noi-vu.xlsx",
        "2027-Q1_ubnd-xa-song-khua.xlsx",
    ]
    assert (office / "forms" / made[0]).read_bytes() == cchc.make_form(
        PLAN, VAN_HO, "2027-Q1", registry=REGISTRY
    )


def test_forms_never_writes_over_forms(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody may have begun to fill them in."""
    line = ["forms", "plan.yaml", "--period", "2027-Q1", "--units", "units.csv", "-o", "forms"]
    assert main(line) == 0
    begun = office / "forms" / "2027-Q1_04048_ubnd-xa-van-ho.xlsx"
    begun.write_bytes(b"begun")

    assert main(line) == 3
    assert begun.read_bytes() == b"begun"
    assert "--force" in capsys.readouterr().err
    assert main([*line, "--force"]) == 0
    assert begun.read_bytes() != b"begun"


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        ("mã,tên đơn vị\n04048,UBND xã Vân Hồ\n04048,UBND xã Vân Hồ\n", 0, "units.csv:3: CN201"),
        ("code,name\n99999,UBND xã Y\n", 0, "units.csv:2: CN202"),
        ("code,name\n99999,\n04048,\n", 1, "units.csv:2: CN203"),
        ("code,name\n", 1, "không có đơn vị nào"),
        ("a,b\n1,2\n", 1, "dòng đầu không có cột"),
    ],
)
def test_doubts_about_the_units_are_said(
    office: Path, rows: str, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With line and code."""
    (office / "units.csv").write_text(rows, encoding="utf-8")

    assert main(["forms", "plan.yaml", "--period", "2027-Q1", "--units", "units.csv", "-o", "out"]) == code
    assert said in capsys.readouterr().err


def test_a_wrong_period_is_a_wrong_line(office: Path) -> None:
    """Nothing is written."""
    assert main(["forms", "plan.yaml", "--period", "2027-Q7", "--units", "units.csv", "-o", "out"]) == 2
    assert not (office / "out").exists()
