"""``cchc check`` and ``cchc explain``: places, forms, comments, mending, exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import cchc
from cchc import Registry
from tests.cli.conftest import EXAMPLES, Run
from tests.documents import tools

CHECKS = Path(__file__).parents[1] / "checks"
GOOD = (CHECKS / "good.yaml").read_text(encoding="utf-8")
REPORT = (CHECKS / "good-report.yaml").read_text(encoding="utf-8")
DOCUMENT = (CHECKS / "good.txt").read_text(encoding="utf-8")


def write(text: str, name: str = "ke-hoach.yaml") -> str:
    """Write a plan file into the current directory and return its name."""
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_good_plan_says_nothing(run: Run) -> None:
    """Nothing on stdout, a summary on stderr, exit code 0."""
    done = run("check", write(GOOD))

    assert (done.code, done.out) == (0, "")
    assert "0 lỗi" in done.err


def test_a_file_that_cannot_be_checked_is_not_counted_as_good(run: Run) -> None:
    """A broken plan has not "0 errors"; it has not been checked."""
    bad = write(GOOD.replace("year: 2026", "nam: 2026"), "hong.yaml")

    assert run("check", bad).err.endswith("Chưa kiểm tra được 1 tệp.\n")
    assert run("check", bad, write(GOOD)).err.endswith(
        "1 tệp: 0 lỗi, 0 cảnh báo, 0 lưu ý. Chưa kiểm tra được 1 tệp.\n"
    )


def test_a_finding_stands_at_its_place(run: Run) -> None:
    """File, line and column, the line itself, and carets under the place."""
    done = run("check", write(GOOD.replace("30/9/2026", "30/09/2026")))
    head, line, carets, source = done.out.splitlines()

    assert done.code == 1
    number = next(n for n, one in enumerate(GOOD.splitlines(), 1) if "30/9/2026" in one)
    column = GOOD.splitlines()[number - 1].index("30/9/2026") + 1
    assert head.startswith(f"ke-hoach.yaml:{number}:{column}: CC501 cảnh báo: ")
    assert line[carets.index("^") :][: carets.count("^")] == "30/09/2026"
    assert source.endswith("mục II.4.b")


def test_a_place_in_folded_words_is_that_of_the_file(run: Run) -> None:
    """Words that the file folds over several lines are found on the line where they stand."""
    folded = GOOD.replace(
        "closing: Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan phản ánh",
        "closing: >-\n  Trong quá trình thực hiện,\n  nếu có vướng mắc, các khui vực\n  và cơ quan phản ánh",
    )
    done = run("check", write(folded), "--format", "json")
    (one,) = json.loads(done.out)

    assert (one["code"], one["path"]) == ("CC606", "closing")
    assert folded[one["start"] : one["end"]] == "khui vực"
    assert folded.splitlines()[one["line"] - 1][one["column"] - 1 :].startswith("khui vực")


@pytest.mark.parametrize("suffix", ["json", "toml"])
def test_places_and_mending_in_other_syntaxes(run: Run, suffix: str) -> None:
    """Escaped and quoted values have exact places too, and can be mended."""
    plan = cchc.load_plan(GOOD.replace("30/9/2026", "30/09/2026").encode(), format="yaml")
    file = write(cchc.dump_plan(plan, suffix), f"ke-hoach.{suffix}")  # type: ignore[arg-type]
    text = Path(file).read_text(encoding="utf-8")
    (one,) = json.loads(run("check", file, "--format", "json").out)

    assert text[one["start"] : one["end"]] == "30/09/2026"
    assert run("check", file, "--fix").code == 0
    assert Path(file).read_text(encoding="utf-8") == text.replace("30/09/2026", "30/9/2026")


def test_mending_changes_nothing_else(run: Run) -> None:
    """Comments, layout and all other characters stay; what only a person can mend stays too."""
    wrong = "# Dự thảo lần hai\n" + GOOD.replace("30/9/2026", "30/09/2026").replace(
        "symbol: KH-UBND", "symbol: QĐ-UBND  # ?"
    )
    file = write(wrong)
    done = run("check", file, "--fix")

    assert done.code == 1
    assert "Đã sửa 1 chỗ" in done.err
    assert Path(file).read_text(encoding="utf-8") == wrong.replace("30/09/2026", "30/9/2026")


def test_mending_a_good_file_writes_nothing(run: Run) -> None:
    """Not even the same bytes."""
    file = Path(write(GOOD))
    before = file.stat().st_mtime_ns
    run("check", str(file), "--fix")

    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("at", "comment"),
    [
        ("archive: VP1", "archive: VP1  # cchc: ignore CC503 (mẫu của tỉnh)"),
        ("archive: VP1", "# cchc: ignore CC503 (mẫu của tỉnh)\narchive: VP1"),
        ("cchc: 1", "# cchc: ignore CC5 (mẫu của tỉnh)\ncchc: 1"),
    ],
)
def test_a_comment_with_a_reason_is_obeyed(run: Run, at: str, comment: str) -> None:
    """Behind the line, above it, or above everything."""
    wrong = GOOD.replace("archive: VT", "archive: VP1")

    assert run("check", write(wrong)).code == 1
    assert run("check", write(wrong.replace(at, comment))).code == 0


def test_a_comment_speaks_of_its_place_only(run: Run) -> None:
    """The same rule at another place goes on finding, and another rule at this place too."""
    wrong = GOOD.replace("archive: VT", "archive: VP1").replace(
        "place: Vân Hồ", "place: Vân Hồ  # cchc: ignore CC503 (x)"
    )

    assert run("check", write(wrong)).code == 1
    assert run("check", write(wrong.replace("CC503 (x)", "CC501 (x)"))).code == 1


def test_a_comment_above_a_block_speaks_of_all_in_it(run: Run) -> None:
    """A channel with all its fields."""
    wrong = GOOD.replace(
        "schedule: {kind: recurring, every: month}",
        "schedule: {kind: recurring, every: month, start: 2025-02}",
    )
    comment = (
        "      # cchc: ignore CC203 (bắt đầu từ năm trước)\n      - words: Phòng Văn hóa - Xã hội theo dõi"
    )

    assert run("check", write(wrong)).code == 1
    assert (
        run("check", write(wrong.replace("      - words: Phòng Văn hóa - Xã hội theo dõi", comment))).code
        == 0
    )


def test_a_comment_without_a_reason_is_not_obeyed(run: Run) -> None:
    """And is a finding of its own."""
    done = run("check", write(GOOD.replace("archive: VT", "archive: VP1  # cchc: ignore CC503")))

    assert {"CC003", "CC503"} <= {word.strip(":") for word in done.out.split()}


def test_rules_are_chosen_by_code(run: Run) -> None:
    """Several, by their beginnings; a word that is no code is a mistake on the line."""
    file = write(GOOD.replace("archive: VT", "archive: VP1").replace("30/9/2026", "30/09/2026"))

    assert run("check", file, "--select", "CC1,CC503").out.count("CC5") == 1
    assert run("check", file, "--ignore", "CC501", "--ignore", "CC503").code == 0
    assert run("check", file, "--select", "tất cả").code == 2
    assert (
        run("check", file, "--select", "CC999").err
        == "Lỗi: Không có quy tắc CC999. Xem danh sách: cchc explain.\n"
    )


def test_notes_alone_do_not_fail(run: Run) -> None:
    """What is only worth a look leaves the exit code at 0."""
    done = run("check", write(GOOD.replace("theo khoản 2 Điều 5", "theo Khoản 2 Điều 5")))

    assert done.code == 0
    assert "CC506 lưu ý" in done.out


def test_html_escapes_what_it_shows(run: Run) -> None:
    """A plan cannot write markup into the page."""
    done = run(
        "check", write(GOOD.replace("30/9/2026", "30/09/2026 <script>alert(1)</script>")), "--format", "html"
    )

    assert "<mark>30/09/2026</mark>" in done.out
    assert "<script>" not in done.out


def test_one_bad_file_does_not_cost_the_others(run: Run) -> None:
    """The rest is checked; the exit code is the highest."""
    done = run("check", "thieu.yaml", write(GOOD.replace("archive: VT", "archive: VP1")))

    assert done.code == 1
    assert "CC503" in done.out
    assert "thieu.yaml" in done.err


def test_english(run: Run) -> None:
    """The same in English."""
    done = run("check", write(GOOD.replace("archive: VT", "archive: VP1")), "--lang", "en")

    assert "CC503 warning: The filing line" in done.out
    assert "warnings: 1" in done.err


@pytest.mark.parametrize("code", [check.code for check in Registry.of().checks])
def test_every_rule_can_be_explained(run: Run, code: str) -> None:
    """Its page says why, with the wrong and the right example."""
    done = run("explain", code.lower())

    assert done.code == 0
    assert done.out.startswith(f"{code}: ")
    assert "Sai:" in done.out


def test_explaining_without_a_code_lists_all(run: Run) -> None:
    """One line a rule; an unknown code names its neighbours."""
    assert run("explain").out.count("\n") >= len(Registry.of().checks)
    assert run("explain", "CC199").code == 2
    assert "CC101" in run("explain", "CC199").err


def test_examples_are_checked_by_name(run: Run) -> None:
    """The plans of 2027 pass."""
    for name in ("son-la-2027", "van-ho-2027"):
        shutil.copy(EXAMPLES / f"{name}.yaml", ".")

    assert run("check", "son-la-2027.yaml", "van-ho-2027.yaml").code == 0


@pytest.mark.parametrize("suffix", ["yaml", "json", "toml"])
def test_a_report_is_checked_at_its_places(run: Run, suffix: str) -> None:
    """What units returned, in any syntax, whatever order the file has: the place is that of the figure."""
    text = REPORT.replace("{indicator: ty-le, value: 95", "{indicator: ty-le, value: 950")
    if suffix != "yaml":
        text = cchc.dump_report(cchc.load_report(text.encode(), format="yaml"), suffix)  # type: ignore[arg-type]
    file = write(text, f"returns.{suffix}")
    (one,) = json.loads(run("check", file, "--format", "json").out)

    assert (one["code"], one["severity"]) == ("CC712", "error")
    around = text[max(0, one["start"] - 120) : one["end"] + 120]
    assert "950" in around
    assert "ty-le" in around


def test_a_report_that_was_written_by_hand_keeps_its_own_order(run: Run) -> None:
    """The report sorts its returns, the places are those of the file."""
    first, second = REPORT.index("  - plan_id"), REPORT.index("  - plan_id", REPORT.index("  - plan_id") + 5)
    end = REPORT.index("\nasked:")
    text = REPORT[:first] + REPORT[second:end] + REPORT[first:second] + REPORT[end:]
    wrong = text.replace("reason: hỏng máy phát", "evidence: ảnh")
    (one,) = json.loads(run("check", write(wrong), "--format", "json").out)

    assert one["code"] == "CC711"
    assert "status: late" in wrong.splitlines()[one["line"] - 1]


def test_a_comment_in_a_report_is_obeyed(run: Run) -> None:
    """As in a plan."""
    wrong = REPORT.replace(", reason: hỏng máy phát}", "}  # cchc: ignore CC711 (đã hỏi lại)")

    assert run("check", write(wrong)).code == 0
    assert run("check", write(wrong.replace(" (đã hỏi lại)", ""))).code == 1


def test_a_document_is_checked_by_line_and_offset(run: Run) -> None:
    """The text output has both, and the line with the place marked."""
    wrong = DOCUMENT.replace("ngày 05 tháng 3", "ngày 5 tháng 3")
    done = run("check", write(wrong, "ke-hoach.txt"))
    head, line, carets, _ = done.out.splitlines()
    at = wrong.index("ngày 5 tháng 3")

    assert head.startswith(f"ke-hoach.txt:8:9 (ký tự {at}): CC802 cảnh báo: ")
    assert line[carets.index("^") :][: carets.count("^")] == "ngày 5 tháng 3 năm 2026"


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_documents_of_every_kind_have_places(run: Run, suffix: str) -> None:
    """What this package writes is read back, and a slip in it is shown on its line."""
    plan = cchc.load_plan(GOOD.replace("30/9/2026", "30/09/2026").encode(), format="yaml")
    Path(f"ke-hoach.{suffix}").write_bytes(cchc.render(plan, suffix, registry=Registry.of()))
    found = json.loads(run("check", f"ke-hoach.{suffix}", "--select", "CC501,CC8", "--format", "json").out)
    shown = run("check", f"ke-hoach.{suffix}", "--select", "CC501").out

    assert [one["code"] for one in found] == ["CC501"]
    assert found[0]["line"] > 1
    assert found[0]["end"] - found[0]["start"] == len("30/09/2026")
    assert "30/09/2026" in shown.splitlines()[1]


@pytest.mark.parametrize("suffix", ["txt", "html", "docx", "yaml"])
def test_a_name_that_says_nothing_makes_no_difference(run: Run, suffix: str) -> None:
    """What a file is told to be by how it begins has the places that it has under its own name, and its citations."""
    plan = cchc.load_plan(EXAMPLES / "khe-sanh-2022.yaml")
    data = cchc.dump_plan(plan).encode() if suffix == "yaml" else cchc.render(plan, suffix)
    said = []
    for name in (f"ke-hoach.{suffix}", "ke-hoach.cu"):
        Path(name).write_bytes(data)
        found = json.loads(run("check", name, "--format", "json").out)
        said.append(([{**one, "file": ""} for one in found], run("cite", name).out))

    assert said[0] == said[1]
    assert any(one["line"] > 1 for one in said[0][0])


@pytest.mark.slow
def test_many_plans_are_checked_over_all_cores(run: Run) -> None:
    """In their order, with the same findings as one by one."""
    wrong = GOOD.replace("archive: VT", "archive: VP1")
    names = [write(wrong if number % 2 else GOOD, f"{number:02d}.yaml") for number in range(30)]
    found = json.loads(run("check", *names, "--format", "json").out)

    assert [one["file"] for one in found] == names[1::2]
    assert {one["code"] for one in found} == {"CC503"}


@pytest.mark.slow
@pytest.mark.needs("node", "playwright", "axe", "chromium", "java", "vnu", "html-validate")
def test_the_page_of_findings_passes_every_checker(run: Run, tmp_path: Path) -> None:
    """HTML that the validators take, that everybody can read, and that no width scrolls sideways."""
    wrong = GOOD.replace("archive: VT", "archive: VP1").replace("30/9/2026", "30/09/2026")
    page = Path("found.html")
    page.write_text(
        run("check", write(wrong), write(REPORT, "r.yaml"), "--format", "html").out, encoding="utf-8"
    )
    seen = tools.visit(page, tmp_path)

    assert tools.nu_findings([page]) == []
    assert tools.html_validate_findings([page]) == []
    assert (seen.axe, seen.console, seen.sideways) == ((), (), ())
