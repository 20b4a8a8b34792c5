"""``cchc read``: documents in, plan files out, and whatever is wrong with one file costs no other."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc
from cchc import load_plan, read_plan, render
from tests.cli.conftest import EXAMPLES, Run

SONG = "Quê hương là chùm khế ngọt\nCho con trèo hái mỗi ngày\n"


def document(name: str, *, example: str = "khe-sanh-2022", format_: str = "docx") -> Path:
    """Write an example as a document in the current directory."""
    path = Path(name)
    path.write_bytes(render(load_plan(EXAMPLES / f"{example}.yaml"), format_))
    return path


def test_one_document_is_printed(run: Run) -> None:
    """Without a target the plan goes to stdout, and what is said about it does not."""
    path = document("ke-hoach.docx")
    done = run("read", str(path))

    assert done.code == 0
    assert read_plan(path).plan == cchc.load_plan(done.out.encode())
    assert "bỏ ra 1 đoạn" in done.err


def test_what_is_in_doubt_is_found_by_its_line_in_the_plan_file(run: Run) -> None:
    """Nobody mends the document, so its own lines help nobody."""
    text = document("ke-hoach.txt", format_="txt").read_text(encoding="utf-8")
    text += "\nPHỤ LỤC\nTT | Nội dung | Chủ trì | Thời gian\n1 | Hội thi | Tổ Hoa Sen | Quý II\n"
    Path("ke-hoach.txt").write_text(text, encoding="utf-8")
    done = run("read", "ke-hoach.txt", "-o", "ra.yaml")
    lines = Path("ra.yaml").read_text(encoding="utf-8").split("\n")
    (number,) = [number for number, line in enumerate(lines, 1) if "bodies: Tổ Hoa Sen" in line]

    assert f"(dòng {number} của tệp kế hoạch)" in done.err


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".toml"])
def test_one_document_becomes_one_file_of_the_form_that_its_name_says(run: Run, suffix: str) -> None:
    """``-o plan.json`` writes JSON."""
    path = document("ke-hoach.html", format_="html")
    done = run("read", str(path), "-o", f"ra{suffix}")

    assert (done.code, done.out) == (0, f"ra{suffix}\n")
    assert read_plan(path).plan == load_plan(f"ra{suffix}")


def test_several_documents_become_files_in_a_directory(run: Run) -> None:
    """Each plan has the name of its document; a file that is no plan, and one that is missing, are said and skipped."""
    document("mot.docx")
    document("hai.txt", format_="txt")
    Path("bai-hat.txt").write_text(SONG, encoding="utf-8")
    done = run("read", "mot.docx", "bai-hat.txt", "hai.txt", "khong-co.docx", "-o", "ra")

    assert done.code == 1
    assert ["hai.yaml", "mot.yaml"] == sorted(path.name for path in Path("ra").iterdir())
    assert "Không đọc được bai-hat.txt" in done.err
    assert "khong-co.docx: không có tệp" in done.err
    assert "Đã ghi 2 kế hoạch; 2/4 tệp bị lỗi." in done.err


def test_nothing_is_written_for_a_bad_file(run: Run) -> None:
    """Not even the directory is made."""
    Path("bai-hat.txt").write_text(SONG, encoding="utf-8")

    assert run("read", "bai-hat.txt", "-o", "ra").code == 1
    assert ["bai-hat.txt"] == [path.name for path in Path().iterdir()]


def test_a_plan_that_exists_is_kept(run: Run) -> None:
    """Somebody may have mended it by hand; --force says that it may go."""
    document("mot.docx")
    Path("mot.yaml").write_text("của tôi", encoding="utf-8")

    kept = run("read", "mot.docx", "-o", "mot.yaml")
    assert (kept.code, "của tôi") == (3, Path("mot.yaml").read_text(encoding="utf-8"))
    assert "mot.yaml: tệp đã có" in kept.err
    assert run("read", "mot.docx", "-o", "mot.yaml", "--force").code == 0
    assert load_plan("mot.yaml").year == 2022


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("a.docx", "b.docx"), "-o DIRECTORY"),
        (("a.docx", "b.docx", "-o", "ra.yaml"), "name a directory"),
        (("a.docx", "x/a.html", "-o", "ra"), "would both be written to a.yaml"),
        (("a.docx", "--format", "dox"), "Did you mean 'docx'?"),
    ],
)
def test_mistakes_in_the_line_are_told_before_anything_is_read(
    run: Run, line: tuple[str, ...], said: str
) -> None:
    """The files of these lines do not even exist."""
    done = run("read", *line, "--lang", "en")

    assert done.code == 2
    assert said in done.err
    assert list(Path().iterdir()) == []


def test_a_directory_that_cannot_be_made_is_said(run: Run) -> None:
    """The target lies in a directory that is missing."""
    document("mot.docx")

    assert run("read", "mot.docx", "-o", "khong/co").code == 3


def test_the_format_may_be_said(run: Run) -> None:
    """A file with any name is read as what it is said to be."""
    document("ke-hoach.docx").rename("ke-hoach.txt")

    assert run("read", "ke-hoach.txt", "--format", "docx").code == 0
    assert run("read", "ke-hoach.txt").code == 1


@pytest.mark.slow
def test_many_documents_are_read_over_all_cores(run: Run) -> None:
    """Over processes the plans are the same, in the order of the files, and a bad one costs no other."""
    data = document("mau.docx").read_bytes()
    names = [f"ke-hoach-{number:02}" for number in range(40)]
    for name in names:
        Path(f"{name}.docx").write_bytes(data)
    Path(f"{names[7]}.docx").write_bytes(b"PK")
    done = run("read", *(f"{name}.docx" for name in names), "-o", "ra", "--lang", "en")

    assert done.code == 1
    assert [f"ra/{name}.yaml" for name in names if name != names[7]] == done.out.splitlines()
    assert {load_plan(path) for path in Path("ra").iterdir()} == {read_plan(data).plan}
    assert "39 plans written; 1 of 40 files failed." in done.err


def test_an_error_names_its_file_once_and_on_one_line(run: Run) -> None:
    """A name with a line end in it forges no second line; what is wrong is said once."""
    Path("a\nb.docx").write_bytes(b"x")
    done = run("read", "a\nb.docx", "-o", "ra.yaml")

    assert done.code == 1
    assert done.err.startswith("Lỗi: Không đọc được a\\nb.docx: ")
    assert done.err.count("\n") == 1


def test_nothing_is_made_for_a_name_that_cannot_be_written(run: Run) -> None:
    """A name that some system keeps for itself leaves no empty directory behind."""
    document("con.docx")
    done = run("read", "con.docx", "-o", "ra")

    assert (3, False) == (done.code, Path("ra").exists())
    assert "tên tệp thông thường" in done.err


def test_a_head_without_a_body_is_no_plan(run: Run) -> None:
    """What has a title and no parts is refused as a document, not as a value of the model."""
    Path("dau.txt").write_text("KẾ HOẠCH\nTuyên truyền cải cách hành chính năm 2027\n", encoding="utf-8")
    done = run("read", "dau.txt", "-o", "ra.yaml", "--lang", "en")

    assert (1, False) == (done.code, Path("ra.yaml").exists())
    assert "Cannot read dau.txt: it has the head of a plan and nothing below it" in done.err


@pytest.mark.parametrize("command", [("read", "a.docx"), ("render", "a.docx")])
@pytest.mark.parametrize("target", ["", "ra.docx", "ra.PDF"])
def test_what_is_no_name_of_a_directory_is_refused(run: Run, command: tuple[str, str], target: str) -> None:
    """Who says -o plan.docx means a file, and gets no directory of that name."""
    document("a.docx")
    done = run(*command, "-o", target)

    assert (2, ["a.docx"]) == (done.code, [path.name for path in Path().iterdir()])
    assert "cần tên một thư mục" in done.err


@pytest.mark.parametrize(
    ("line", "known"),
    [
        (("rollover", "a.yaml", "--year", "2028", "-o", "b.docx"), ".yaml, .yml, .json, .toml"),
        (("new", "--province", "son-la", "--level", "commune", "--year", "2027", "-o", "b.json"), ".yaml, .yml"),
        (("collect", "a.yaml", "--period", "2027-Q1", "--units", "u.csv", "-o", "b"), ".yaml, .yml, .json, .toml"),
    ],
)  # fmt: skip
def test_a_file_gets_the_suffix_of_its_form(run: Run, line: tuple[str, ...], known: str) -> None:
    """A plan file under another name would be read back by nothing."""
    done = run(*line)

    assert (2, []) == (done.code, list(Path().iterdir()))
    assert f"phải có đuôi {known}." in done.err
