"""Mending: in every syntax, once and for all, and never a new fault for an old one."""

from __future__ import annotations

import contextlib
import io
import json
import os
import stat
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc
from cchc.cli import main
from tests.cli.conftest import EXAMPLES, Run

CHECKS = Path(__file__).parents[1] / "checks"
GOOD = (CHECKS / "good.yaml").read_text(encoding="utf-8")
# What is right, and the slip that is made of it.
SLIPS = [
    ("hành chính", "hanh chính"), ("30/9/2026", "30/09/2026"), ("của các", "của các các"), ("khu vực", "khui vực"),
    ("thủ tục", "thủ tuc"), ("Nhân dân", "nhân dân"), ("khoản 2", "Khoản 2"), (" và ", "  và "), ("Kế hoạch", "Kế họach"),
    ("Đề nghị", "\u00d0ề nghị"), ("hóa", "hoá"), ("archive: VT", "archive: VP1"), ("để tổng hợp", "để tổng hợp./."),
    ("9/KH-UBND", "9/Kh-UBND"), ("trực tuyến", "trực tuyến "), ("đối thoại", "đo\u0302\u0301i thoại"), (", ", " , "),
]  # fmt: skip
SOURCES = {
    "good": CHECKS / "good.yaml",
    "nam-dinh-2022": EXAMPLES / "nam-dinh-2022.yaml",
    "khe-sanh-2022": EXAMPLES / "khe-sanh-2022.yaml",
}


def checked(*line: str) -> Any:
    """Return what ``cchc check`` finds, as JSON."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
        main(["check", "--format", "json", *line])
    return json.loads(said.getvalue())


def comments(text: str) -> list[str]:
    """Return the comments of a file, in order."""
    return [line[line.index("# ") :] for line in text.splitlines() if "# " in line]


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(list(SOURCES)),
    st.lists(st.tuples(st.sampled_from(SLIPS), st.integers(0, 9)), min_size=1, max_size=6),
    st.sampled_from(["yaml", "json", "toml"]),
)
def test_mending_twice_is_mending_once_and_makes_no_new_fault(source: str, slips: Any, syntax: str) -> None:
    """Nothing is left that could be mended, comments stay, the file loads, and no fault is of the mending's making.

    A slip can hide a fault, as one in a title that two documents share: it is a fault of the file without the slips too.
    """
    text = SOURCES[source].read_text(encoding="utf-8")
    sound = {one.code for one in cchc.check_plan(cchc.load_plan(SOURCES[source]))}
    for (right, wrong), which in slips:
        parts = text.split(right)
        if len(parts) > 1:
            at = which % (len(parts) - 1) + 1
            text = right.join(parts[:at]) + wrong + right.join(parts[at:])
    try:
        plan = cchc.load_plan(text.encode("utf-8"), format="yaml")
    except cchc.errors.CchcError:
        return
    if syntax != "yaml":
        text = cchc.dump_plan(plan, syntax)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"ke-hoach.{syntax}")
        file.write_bytes(text.encode("utf-8"))
        before = checked(str(file))
        after = checked("--fix", str(file))
        once = file.read_bytes()
        again = checked("--fix", str(file))
        found, left = (Counter(one["code"] for one in several) for several in (before, after))

        assert [one for one in after if one["edits"]] == []
        assert [code for code in left - found if code not in sound] == []
        assert (again, file.read_bytes()) == (after, once)
        assert comments(once.decode("utf-8")) == comments(text)
        cchc.load_plan(file)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "# đầu\ncchc: 1\nid: a\nyear: 2026  # năm\nlevel: commune\nissuer: UBND xã A\nsubject: >-\n  Tuyên truyền  cải cách\n  hanh chính  năm 2026\nparts: [x]\n# cuối\n"),
        ("a.toml", "# đầu\ncchc = 1\nid = 'a'\nyear = 2026 # năm\nlevel = \"commune\"\nissuer = \"UBND xã A\"\nsubject = \"Tuyên truyền  cải cách hanh chính năm 2026\"\nparts = [\"x\"]\n# cuối\n"),
        ("a.json", '{"cchc": 1,\n "id": "a", "year": 2026,\n "level": "commune", "issuer": "UBND xã A",\n "subject": "Tuyên truyền  cải cách hanh ch\\u00ednh năm 2026", "parts": ["x"]}\n'),
    ],
)  # fmt: skip
def test_everything_around_a_mended_place_stays(run: Run, name: str, text: str) -> None:
    """Folded, quoted and escaped words, with comments above, behind and below."""
    Path(name).write_text(text, encoding="utf-8")
    run("check", name, "--fix")
    mended = (
        text.replace("truyền  cải", "truyền cải")
        .replace("hanh chính", "hành chính")
        .replace("hanh ch\\u00ednh", "hành chính")
    )

    assert Path(name).read_text(encoding="utf-8") == mended.replace("chính  năm", "chính năm")


def test_escapes_of_every_kind_are_counted(run: Run) -> None:
    """A slip behind a line end, a letter beyond four digits and a quote is mended at its place."""
    text = '{"cchc": 1, "id": "a", "year": 2026, "level": "commune", "issuer": "UBND xã A", "subject": "x", '
    text += '"parts": ["a\\nb \\ud840\\udc00 \\"c\\" \\u00e0 khui vực"]}'
    Path("a.json").write_text(text, encoding="utf-8")
    run("check", "a.json", "--fix")

    assert Path("a.json").read_text(encoding="utf-8") == text.replace("khui", "khu")


def test_line_ends_and_the_byte_order_mark_stay(run: Run) -> None:
    """As a Windows program writes them."""
    text = GOOD.replace("30/9/2026", "30/09/2026").replace("\n", "\r\n")
    Path("a.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
    run("check", "a.yaml", "--fix")

    assert Path("a.yaml").read_bytes() == b"\xef\xbb\xbf" + text.replace("30/09/2026", "30/9/2026").encode(
        "utf-8"
    )


def test_a_file_is_replaced_in_one_step(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk fails in the middle, the old file is still there whole, and nothing lies beside it."""
    wrong = GOOD.replace("30/9/2026", "30/09/2026")
    Path("a.yaml").write_text(wrong, encoding="utf-8")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", fails)
        done = run("check", "a.yaml", "--fix")

    assert done.code != 0
    assert Path("a.yaml").read_text(encoding="utf-8") == wrong
    assert [one.name for one in Path().iterdir()] == ["a.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes of that kind")
def test_a_mended_file_keeps_its_mode(run: Run) -> None:
    """Who could read it still can."""
    file = Path("a.yaml")
    file.write_text(GOOD.replace("30/9/2026", "30/09/2026"), encoding="utf-8")
    file.chmod(0o640)
    run("check", "a.yaml", "--fix")

    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_only_what_is_selected_is_mended(run: Run) -> None:
    """``--select`` and ``--ignore`` hold for mending, and so does a comment."""
    wrong = GOOD.replace("30/9/2026", "30/09/2026").replace(
        "archive: VT", "archive: VP1  # cchc: ignore CC503 (mẫu cũ)"
    )
    file = Path("a.yaml")
    for line in (("--select", "CC6"), ("--ignore", "CC501")):
        file.write_text(wrong, encoding="utf-8")
        run("check", "a.yaml", "--fix", *line)

        assert file.read_text(encoding="utf-8") == wrong
    run("check", "a.yaml", "--fix")

    assert file.read_text(encoding="utf-8") == wrong.replace("30/09/2026", "30/9/2026")
