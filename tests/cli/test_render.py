"""``cchc render``: documents from plans, and nothing half-written whatever is wrong."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Run

PLAN = EXAMPLES / "van-ho-2017.yaml"

GOOD = """\
cchc: 1
id: thu
year: 2027
level: commune
issuer: UBND xã Vân Hồ
opening: Ủy ban nhân dân xã ban hành Kế hoạch như sau
subject: tuyên truyền cải cách hành chính
parts: [Một nội dung]
"""


def files(folder: Path) -> list[str]:
    """Return every file below a folder, hidden ones too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """Return a small plan file in the current directory."""
    (tmp_path / "ke-hoach.yaml").write_text(GOOD, encoding="utf-8")
    return "ke-hoach.yaml"


def test_the_main_job(run: Run, tmp_path: Path) -> None:
    """One plan becomes a document, a workbook and a page in a directory that is made for them."""
    done = run("render", str(PLAN), "--to", "docx", "--to", "xlsx", "--to", "html", "-o", "out")

    assert (done.code, done.err) == (0, "")
    assert done.out.split() == [
        str(Path("out", f"van-ho-2017.{suffix}")) for suffix in ("docx", "xlsx", "html")
    ]
    assert files(tmp_path) == sorted(done.out.split())
    with zipfile.ZipFile(tmp_path / "out" / "van-ho-2017.docx") as package:
        assert "Vân Hồ" in package.read("word/document.xml").decode("utf-8")


def test_without_options_it_is_a_docx_here(run: Run, tmp_path: Path, plan: str) -> None:
    """The usual format, in the current directory."""
    assert run("render", plan).code == 0
    assert (tmp_path / "ke-hoach.docx").is_file()


def test_a_format_said_twice_is_written_once(run: Run, plan: str) -> None:
    """So is a plan."""
    done = run("render", plan, plan, "--to", "txt", "--to", "txt")

    assert (done.code, done.out.split()) == (0, ["ke-hoach.txt"])


def test_patterns_are_understood_where_the_shell_leaves_them(run: Run, tmp_path: Path, plan: str) -> None:
    """As on Windows; a file that has such a name itself is meant by it."""
    shutil.copy(tmp_path / plan, tmp_path / "ke-hoach[2].yaml")
    done = run("render", "ke-*.yaml", "--to", "txt")
    itself = run("render", "ke-hoach[2].yaml", "--to", "md")

    assert (done.code, done.out.split()) == (0, ["ke-hoach.txt", "ke-hoach[2].txt"])
    assert (itself.code, itself.out.split()) == (0, ["ke-hoach[2].md"])
    assert run("render", "khong-*.yaml").code == 1


def test_one_bad_plan_does_not_stop_the_others(run: Run, tmp_path: Path, plan: str) -> None:
    """What can be written is written; what is wrong stands at the end, all of it; the exit code tells."""
    (tmp_path / "hong.yaml").write_text("cchc: 1\nyear: 20x7\nlevle: xã\n", encoding="utf-8")
    done = run("render", "hong.yaml", "khong-co.yaml", plan, "--to", "txt", "--lang", "en")

    assert done.code == 1
    assert done.out.split() == ["ke-hoach.txt"]
    assert "hong.yaml:2:7" in done.err
    assert "Did you mean level?" in done.err
    assert "Cannot read khong-co.yaml: there is no such file" in done.err
    assert done.err.endswith("1 files written; 2 of 3 plans failed.\n")


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--to", "docxx"), 2, "Có phải là 'docx'?"),
        (("--template", "standart"), 2, "Có phải là 'standard'?"),
        (("--on", "2026-02-30"), 2, "không phải một ngày có thật"),
        (("--on", "hôm nay"), 2, "không phải một ngày có thật"),
        (("--too", "docx"), 2, "Có phải là --to?"),
        (("--to",), 2, "thiếu hoặc thừa giá trị"),
        (("-o", "ke-hoach.yaml"), 3, "đây không phải thư mục"),
        (("-o", "ke-hoach.yaml/out"), 3, "Không ghi được"),
        (("-o", "a/b/c"), 3, "không có thư mục để tạo nó ở trong"),
        (("-o", "a\0b"), 3, "Không ghi được"),
        (("-o", "x" * 5000), 3, "Không ghi được"),
    ],
)
def test_a_wrong_command_line_writes_nothing(
    run: Run, tmp_path: Path, plan: str, options: tuple[str, ...], code: int, said: str
) -> None:
    """One readable block, an exit code, and the directory as it was."""
    done = run("render", plan, *options)

    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert files(tmp_path) == [plan]


@pytest.mark.parametrize("level", ["ministry", "province"])
def test_a_template_that_does_not_fit_is_the_plans_problem(
    run: Run, tmp_path: Path, plan: str, level: str
) -> None:
    """The key is known, so that the command line is right; this plan is of another level."""
    (tmp_path / plan).write_text(GOOD.replace("commune", level), encoding="utf-8")
    done = run("render", plan, "--template", "son-la-xa")

    assert done.code == 1
    assert "son-la-xa" in done.err


def test_a_file_that_exists_is_kept_without_force(run: Run, tmp_path: Path, plan: str) -> None:
    """Neither it nor the other formats of the plan are written; with --force all are."""
    (tmp_path / "ke-hoach.txt").write_text("của tôi", encoding="utf-8")
    done = run("render", plan, "--to", "md", "--to", "txt")

    assert done.code == 3
    assert "--force" in done.err
    assert files(tmp_path) == ["ke-hoach.txt", plan]
    assert (tmp_path / "ke-hoach.txt").read_text(encoding="utf-8") == "của tôi"
    assert run("render", plan, "--to", "md", "--to", "txt", "--force").code == 0
    assert "Một nội dung" in (tmp_path / "ke-hoach.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "ổ đĩa đã đầy"),
        (errno.EDQUOT, "đã hết hạn mức"),
        (errno.EACCES, "không có quyền"),
        (errno.EROFS, "chỉ cho đọc"),
    ],
)
def test_a_disk_that_takes_nothing_is_left_as_it_was(
    run: Run, tmp_path: Path, plan: str, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    """No half of a file, no file beside it, not even the directory that was made for it."""

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    done = run("render", plan, "-o", "out")

    assert done.code == 3
    assert said in done.err
    assert files(tmp_path) == [plan]
    assert not (tmp_path / "out").exists()


def test_a_full_disk_keeps_what_was_there(
    run: Run, tmp_path: Path, plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Overwriting is all or nothing too."""
    (tmp_path / "ke-hoach.docx").write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert run("render", plan, "--force").code == 3
    assert (tmp_path / "ke-hoach.docx").read_bytes() == b"old"


@pytest.mark.parametrize("name", ["..yaml", "....yaml", "con.yaml", "a*b.yaml", "x.yaml.yaml", " .yaml"])
def test_no_name_leaves_the_directory(run: Run, tmp_path: Path, name: str) -> None:
    """Whatever a plan is called, its documents are in the output directory or nowhere."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text(GOOD, encoding="utf-8")
    done = run("render", str(Path("in", name)), "--to", "txt", "-o", "out")

    assert done.code in {0, 3}
    assert all(one.startswith(("in", "out")) for one in files(tmp_path))


def test_a_plugins_suffix_does_not_leave_the_directory(
    run: Run, tmp_path: Path, plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A suffix with a path in it is refused as any name that is no plain file name."""
    site = tmp_path / "site"
    info = site / "cchc_leaves-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.4\nName: cchc-leaves\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[cchc]\nleaves = cchc_leaves\n", encoding="utf-8")
    (site / "cchc_leaves.py").write_text(
        "from cchc.plugins import Format, hookimpl\n"
        "@hookimpl\n"
        "def cchc_formats():\n"
        "    yield Format(key='up', name='', suffix='/../../up', media_type='', render=lambda _: b'x')\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(site)
    before = files(tmp_path)
    done = run("render", plan, "--to", "up", "-o", "out")

    assert done.code == 3
    assert "không phải tên tệp" in done.err
    assert [name for name in files(tmp_path) if "__pycache__" not in name] == before


def test_two_plans_for_one_file_are_refused(run: Run, tmp_path: Path) -> None:
    """One would overwrite the other; capitals make no difference, as on Windows."""
    for folder, name in (("a", "plan.yaml"), ("b", "PLAN.yaml")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(GOOD, encoding="utf-8")
    done = run("render", str(Path("a", "plan.yaml")), str(Path("b", "PLAN.yaml")), "--to", "txt")

    assert (done.code, done.out) == (2, "")
    assert "đều ghi vào" in done.err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("x.pdf", "Không đọc được x.pdf"),
        ("empty.yaml", "CF003"),
        ("latin.yaml", "CF001"),
    ],
)
def test_what_is_no_plan_is_said(run: Run, tmp_path: Path, name: str, said: str) -> None:
    """In one block, with exit code 1."""
    (tmp_path / name).write_bytes({"empty.yaml": b"", "latin.yaml": b"id: \xe9", "x.pdf": b"%PDF-1.7"}[name])
    done = run("render", name)

    assert done.code == 1
    assert said in done.err


def test_text_from_a_file_cannot_move_the_cursor(run: Run, tmp_path: Path) -> None:
    """Escape sequences in a key or in a name are shown, not obeyed (the fixture looks)."""
    name = "a\x1b[2Jb.yaml"
    (tmp_path / name).write_text('cchc: 1\n"\\e[31mkey": 1\n', encoding="utf-8")

    assert run("render", name).code == 1


def test_a_fault_of_the_program_is_one_block(run: Run, plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to report: the kind of error, the place, the versions."""
    import cchc

    monkeypatch.setattr(cchc, "compose", lambda *_, **__: [][1:][0])
    done = run("render", plan, "--lang", "en")

    assert done.code == 4
    assert "IndexError" in done.err
    assert "test_render.py:" in done.err
    assert "Python" in done.err


def test_ctrl_c_ends_the_run_and_says_what_is_done(
    run: Run, tmp_path: Path, plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 130; what was written before is named."""
    import cchc

    shutil.copy(tmp_path / plan, tmp_path / "hai.yaml")
    compose = cchc.compose

    def interrupted(subject: cchc.Plan, **how: object) -> cchc.Document:
        if (tmp_path / "ke-hoach.txt").exists():
            raise KeyboardInterrupt
        return compose(subject, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(cchc, "compose", interrupted)
    done = run("render", plan, "hai.yaml", "--to", "txt")

    assert done.code == 130
    assert done.out.split() == ["ke-hoach.txt"]
    assert "Đã dừng" in done.err


def test_many_plans_on_a_terminal_show_progress(
    tmp_path: Path, plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And only there: a log is not filled with it, and stdout has nothing but the names of files."""
    from cchc.cli import main

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.chdir(tmp_path)
    shutil.copy(tmp_path / plan, tmp_path / "hai.yaml")
    shown = {}
    for kind in (Terminal, io.StringIO):
        out, err = io.StringIO(), kind()
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)

        assert main(["render", plan, "hai.yaml", "--to", "txt", "--force"]) == 0
        assert out.getvalue().split() == ["ke-hoach.txt", "hai.txt"]
        shown[kind] = err.getvalue()

    assert "Đang viết" in shown[Terminal]
    assert "100%" in shown[Terminal]
    assert "Đang viết" not in shown[io.StringIO]


def test_what_composing_found_is_said(run: Run, tmp_path: Path) -> None:
    """Characters that had to go are told with their place; the document is written all the same."""
    text = GOOD.replace("Một nội dung", '"Một\\x07 nội dung"')
    (tmp_path / "chuong.yaml").write_text(text, encoding="utf-8")
    done = run("render", "chuong.yaml", "--to", "txt")

    assert done.code == 0
    assert "parts[0]" in done.err
