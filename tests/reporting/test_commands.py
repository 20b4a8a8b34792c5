"""The commands on reports: files in, files out, and what is said."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
from pathlib import Path

import pytest

import cchc
from cchc.cli import main
from tests.reporting.sample import PLAN, REGISTRY, VAN_HO, filled


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
    assert "20/3/2027 (thứ Bảy, ngày nghỉ) ← 19/3/2027" in said
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


@pytest.fixture
def returned(office: Path) -> Path:
    """Return the directory with one good form, one late one and one that is none."""
    folder = office / "in"
    folder.mkdir()
    form = cchc.make_form(PLAN, VAN_HO, "2027-Q1", registry=REGISTRY)
    (folder / "a.xlsx").write_bytes(filled(form, {"sl_hoi_nghi": "12 cuộc"}))
    late = cchc.make_form(PLAN, cchc.Body(words="UBND xã Song Khủa"), "2027-Q1", registry=REGISTRY)
    (folder / "b.xlsx").write_bytes(late)
    (folder / "c.xlsx").write_bytes(b"none")
    for name, day in (("a.xlsx", "2027-03-15"), ("b.xlsx", "2027-03-20"), ("c.xlsx", "2027-03-15")):
        seconds = dt.datetime.fromisoformat(f"{day} 12:00").timestamp()
        os.utime(folder / name, (seconds, seconds))
    return folder


COLLECT = ["collect", "plan.yaml", "in/*.xlsx", "--period", "2027-Q1", "--units", "units.csv"]


def test_collect_writes_the_returns_and_says_every_doubt(
    returned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bad file costs itself alone, and the exit code says that something is wrong."""
    before = {path.name: path.read_bytes() for path in returned.iterdir()}

    assert main([*COLLECT, "-o", "returns.json", "--status"]) == 1
    said = capsys.readouterr()
    report = cchc.load_report("returns.json")
    assert [one.unit.words for one in report.returns] == ["UBND xã Vân Hồ", "UBND xã Song Khủa"]
    assert "a.xlsx Số liệu!D6: CN141" in said.err
    assert "b.xlsx: CN121 Gửi ngày 20/3/2027, quá hạn 15/3/2027." in said.err
    assert "c.xlsx: CN101" in said.err
    assert "2/3 đơn vị đã báo cáo" in said.err
    assert [line.split()[0] for line in said.out.splitlines()[-4:]] == ["Đơn", "UBND", "Sở", "UBND"]
    assert before == {path.name: path.read_bytes() for path in returned.iterdir()}


def test_the_mark_of_an_open_workbook_is_no_return(
    returned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Excel leaves one beside each file that somebody has open."""
    (returned / "~$a.xlsx").write_bytes(b"\x05Officer" + b" " * 157)
    assert main([*COLLECT, "--status"]) == 1

    said = capsys.readouterr().err
    assert "~$a.xlsx: tệp tạm của Excel" in said
    assert "đọc 3 tệp" in said


def test_collect_twice_gives_the_same_file(returned: Path) -> None:
    """And never writes over one without being told."""
    assert main([*COLLECT, "-o", "one.json"]) == 1
    assert main([*COLLECT, "-o", "one.json"]) == 3
    assert main([*COLLECT, "-o", "two.json"]) == 1
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()
    assert json.loads(Path("one.json").read_text(encoding="utf-8"))["returns"]


def test_a_directory_that_cannot_be_made_is_said(
    returned: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of forms and of reports, as of anything that cannot be written."""
    assert main([*COLLECT, "-o", "returns.json"]) == 1

    def refused(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    for line in (["forms", "plan.yaml", "--units", "units.csv"], ["report", "plan.yaml", "returns.json"]):
        assert main([*line, "--period", "2027-Q1", "-o", "new"]) == 3
        assert (
            "Không ghi được new: không tạo được thư mục (không có quyền truy cập)" in capsys.readouterr().err
        )

    assert not (returned / "new").exists()


@pytest.mark.usefixtures("returned")
def test_the_name_of_the_file_says_how_returns_are_written() -> None:
    """JSON, YAML and TOML say the same returns."""
    reports = []
    for suffix in ("json", "yaml", "yml", "toml"):
        assert main([*COLLECT, "-o", f"returns.{suffix}"]) == 1
        reports.append(cchc.load_report(f"returns.{suffix}"))

    assert reports == [reports[0]] * 4


@pytest.mark.parametrize("suffix", ["xlsx", "html", "docx"])
def test_who_has_reported_can_be_had_as_a_file(returned: Path, suffix: str) -> None:
    """In any format that is installed."""
    assert main([*COLLECT, "--status-file", f"status.{suffix}"]) == 1
    assert Path(f"status.{suffix}").stat().st_size > 1000


def test_a_format_that_nobody_writes_is_a_wrong_line(returned: Path) -> None:
    """Nothing is read for it."""
    assert main([*COLLECT, "--status-file", "status.abc"]) == 2


def test_previous_returns_are_compared(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A cumulative figure that fell is said."""
    for period, count in (("2027-Q1", 5), ("2027-H1", 4)):
        form = cchc.make_form(PLAN, VAN_HO, period, registry=REGISTRY)
        Path(f"{period}.xlsx").write_bytes(filled(form, {"sl_hoi_nghi": count}))
        line = ["collect", "plan.yaml", f"{period}.xlsx", "--period", period, "--units", "units.csv"]
        more = ["--previous", "2027-Q1.json"] if period == "2027-H1" else []
        assert main([*line, *more, "-o", f"{period}.json"]) == 0

    assert "CN151" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name\n"' + "x" * 200_000, "đây không phải bảng"),
        ("name\n" + "UBND xã\n" * 30_000, "dài hơn số đơn vị của cả nước"),
        ("code,name\n99999,\n", "Dòng chỉ có mã 99999"),
    ],
)
def test_a_list_of_units_that_is_none_is_refused(
    office: Path, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A cell without end, a list without end, and a code that nobody has: said once, and nothing is made."""
    Path("units.csv").write_text(text, encoding="utf-8")
    before = sorted(office.iterdir())
    code = main(["forms", "plan.yaml", "--period", "2027-Q1", "--units", "units.csv", "-o", "bieu"])
    told = capsys.readouterr().err

    assert (1, before) == (code, sorted(office.iterdir()))
    assert said in told
    assert "vẫn dùng theo tên" not in told


def test_a_directory_among_the_forms_is_named(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The directory that one is in has no name of its own, and the finding still says which it was."""
    assert main([*COLLECT[:2], ".", *COLLECT[3:], "-o", "r.json"]) == 1
    assert ".: CN101" in capsys.readouterr().err
