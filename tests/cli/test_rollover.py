"""``cchc rollover``: the draft, the list, the page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import cchc
from tests.cli.conftest import EXAMPLES, Run


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """Return the name of a plan file in the current directory."""
    shutil.copy(EXAMPLES / "khe-sanh-2022.yaml", tmp_path / "cu.yaml")
    return "cu.yaml"


def test_a_draft_is_written_and_everything_listed(run: Run, plan: str) -> None:
    """Changes with reasons, decisions numbered, comments kept."""
    done = run("rollover", plan, "--year", "2027", "-o", "moi.yaml", "--html", "moi.html")
    text = Path("moi.yaml").read_text(encoding="utf-8")

    assert done.code == 0
    assert "thị trấn Khe Sanh → xã Khe Sanh" in done.out
    assert "Cần quyết định:\n  1. " in done.out
    assert "# Nguồn nói câu này ở cuối, không có tiêu đề." in text
    assert cchc.load_plan("moi.yaml").year == 2027
    page = Path("moi.html").read_text(encoding="utf-8")
    assert "<del>thị trấn Khe Sanh</del>" in page
    assert "<ins>xã Khe Sanh</ins>" in page


def test_without_a_file_the_draft_goes_to_stdout(run: Run, plan: str) -> None:
    """And the list to stderr."""
    done = run("rollover", plan, "--year", "2027")

    assert cchc.load_plan(done.out.encode("utf-8"), format="yaml").year == 2027
    assert "Thay đổi:" in done.err


def test_the_list_names_lines_of_the_draft(run: Run, plan: str) -> None:
    """What is listed is found by its line; what is gone by the name of its key."""
    done = run("rollover", plan, "--year", "2027", "-o", "moi.yaml")
    lines = Path("moi.yaml").read_text(encoding="utf-8").split("\n")
    (year,) = [number for number, line in enumerate(lines, 1) if line == "year: 2027"]

    assert f"  dòng {year}: 2022 → 2027\n" in done.out
    assert "  number: 17 → (trống)\n" in done.out


@pytest.mark.parametrize("suffix", ["json", "toml"])
def test_other_syntaxes(run: Run, plan: str, suffix: str) -> None:
    """A draft in another syntax is written anew, one in the same syntax is edited."""
    assert run("rollover", plan, "--year", "2027", "-o", f"moi.{suffix}").code == 0
    assert run("rollover", f"moi.{suffix}", "--year", "2028", "-o", f"sau.{suffix}").code == 0
    assert cchc.load_plan(f"sau.{suffix}").subject.endswith("2028")


def test_nothing_is_overwritten(run: Run, plan: str) -> None:
    """Without --force; a year that is not later, or a missing file, is said."""
    Path("moi.yaml").write_text("x", encoding="utf-8")

    assert run("rollover", plan, "--year", "2027", "-o", "moi.yaml").code == 3
    assert run("rollover", plan, "--year", "2027", "-o", "moi.yaml", "--force").code == 0
    assert run("rollover", plan, "--year", "2022").code == 2
    assert run("rollover", "khong-co.yaml", "--year", "2027").code == 1
    assert run("rollover", plan).code == 2


@pytest.mark.parametrize("command", ["new", "periods", "rollover"])
@pytest.mark.parametrize("year", ["abc", "1800", "27", "2027.5", ""])
def test_what_is_no_year_is_said_in_the_language_of_the_officer(run: Run, command: str, year: str) -> None:
    """Every command that takes a year says so in the same words."""
    rest = {"new": ("--level", "province"), "periods": (), "rollover": ("ke-hoach.yaml",)}

    done = run(command, *rest[command], "--year", year)

    assert done.code == 2
    assert f"--year {year!r} không phải một năm từ 1945 đến 2200." in done.err


@pytest.mark.parametrize("year", ["2021", "2022"])
def test_a_year_that_is_not_later_is_a_mistake_of_the_line(run: Run, plan: str, year: str) -> None:
    """The option is named, not the value inside the program."""
    done = run("rollover", plan, "--year", year)

    assert (2, "") == (done.code, done.out)
    assert done.err.startswith(f"Lỗi: --year {year} phải sau năm của kế hoạch (2022)")
