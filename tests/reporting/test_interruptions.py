"""A full disk, an interruption, a file of another version: one sentence, nothing half-written, nothing lost."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import cchc
from cchc.cli import main
from cchc.model import Body
from cchc.reporting import Forms
from tests.reporting.sample import KNOWLEDGE, PLAN

COLLECT = ["collect", "plan.yaml", "in/*.xlsx", "--period", "2027-Q1", "--units", "units.csv"]
FORMS = ["forms", "plan.yaml", "--period", "2027-Q1", "--units", "units.csv", "-o", "out"]
STARTED = "import sys; from cchc.cli import main; print('started', flush=True); sys.exit(main())"


def an_office(folder: Path, count: int) -> None:
    """Write a plan, a list of communes and their forms into a directory."""
    known = KNOWLEDGE.units("commune", dt.date(2027, 1, 1))[:count]
    units = [Body(words=f"UBND {one.full_name}", code=one.code) for one in known]
    (folder / "plan.yaml").write_text(cchc.dump_plan(PLAN), encoding="utf-8")
    rows = "".join(f'{one.code},"{one.words}"\n' for one in units)
    (folder / "units.csv").write_text(f"code,name\n{rows}", encoding="utf-8")
    (folder / "in").mkdir()
    forms = Forms(PLAN, "2027-Q1", KNOWLEDGE)
    for one in units:
        (folder / "in" / f"{one.code}.xlsx").write_bytes(forms.make(one))


def prints(folder: Path) -> dict[str, str]:
    """Return what tells whether any file of a directory has changed."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file()
    }


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small office, and work in it."""
    an_office(tmp_path, 4)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list whose first number says after how many files the disk is full."""
    left = [0]

    def fsync(number: int) -> None:
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left[0] -= 1

    monkeypatch.setattr("os.fsync", fsync)
    return left


@pytest.mark.parametrize("option", [["-o", "old.json"], ["--status-file", "old.xlsx"]])
def test_a_full_disk_leaves_the_old_file(
    office: Path, full: list[int], option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """And one sentence says what to do."""
    Path(option[1]).write_text("old", encoding="utf-8")
    before = prints(office), prints(office / "in")

    assert main([*COLLECT, *option, "--force"]) == 3
    assert (prints(office), prints(office / "in")) == before
    said = capsys.readouterr().err
    assert "ổ đĩa đã đầy" in said
    assert "Traceback" not in said


def test_a_full_disk_leaves_whole_forms(
    office: Path, full: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    """Those that were written are whole, and the count says how many."""
    full[0] = 2

    assert main(FORMS) == 3
    written = sorted((office / "out").iterdir())
    wanted = prints(office / "in").values()
    assert len(written) == 2
    assert {*prints(office / "out").values()} <= {*wanted}
    said = capsys.readouterr().err
    assert "2/4" in said
    assert "ổ đĩa đã đầy" in said


@pytest.mark.parametrize(
    ("line", "step"), [(COLLECT, "cchc.cli._collect.collect"), (FORMS, "cchc.cli._forms.write_atomic")]
)
def test_an_interruption_is_one_line(
    office: Path,
    line: list[str],
    step: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And the exit code that a shell expects."""

    def stop(*given: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(step, stop)
    more = ["-o", "returns.json"] if line is COLLECT else []

    assert main([*line, *more]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == "Đã dừng theo yêu cầu."
    assert not Path("returns.json").exists()


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals of another kind")
@pytest.mark.parametrize("delay", [0.1, 0.4, 0.7, 1.1])
@pytest.mark.parametrize("line", [[*COLLECT, "-o", "old.json", "--force"], FORMS])
def test_a_real_interruption_at_any_moment(line: list[str], delay: float, tmp_path: Path) -> None:
    """The old file or the new one, forms that are whole, no traceback, and what came back as it was."""
    an_office(tmp_path, 600)
    old = tmp_path / "old.json"
    old.write_text("old", encoding="utf-8")
    before = prints(tmp_path / "in")
    process = subprocess.Popen(
        [sys.executable, "-c", STARTED, *line],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "started\n"
    try:
        process.wait(delay)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]

    # On a fast machine all may be done before the signal comes, or the interpreter be at its own end, where it has no
    # handler any more: the shell is told of the signal itself.
    assert process.returncode in {0, 130, -signal.SIGINT}
    assert "Traceback" not in said
    assert prints(tmp_path / "in") == before
    assert {path.name for path in tmp_path.iterdir()} <= {"in", "out", "plan.yaml", "units.csv", "old.json"}
    text = old.read_text(encoding="utf-8")
    assert text == "old" or len(cchc.load_report(old).returns) == 600
    if (tmp_path / "out").exists():
        assert {*prints(tmp_path / "out").values()} <= {*before.values()}


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("2", 'không phải "2"; do bản cchc mới hơn ghi'),
        ("0", 'không phải "0"'),
        ('"x"', 'không phải "x"'),
        (None, "cchc: 1"),
    ],
)
def test_returns_of_another_version_are_refused(
    office: Path, version: str | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the version that is read and the one that it is."""
    assert main([*COLLECT, "-o", "returns.json"]) == 0
    text = Path("returns.json").read_text(encoding="utf-8")
    changed = text.replace('"cchc": 1', f'"cchc": {version}' if version else '"other": 1', 1)
    Path("other.json").write_text(changed, encoding="utf-8")
    capsys.readouterr()

    assert changed != text
    assert main([*COLLECT, "--previous", "other.json"]) == 1
    assert said in capsys.readouterr().err


def test_running_again_gives_the_same(office: Path) -> None:
    """Byte for byte, also in another order of the files."""
    files = sorted(str(path) for path in Path("in").iterdir())
    rest = COLLECT[3:]
    for number, order in enumerate((files, files[::-1], files[2:] + files[:2])):
        assert main(["collect", "plan.yaml", *order, *rest, "-o", f"{number}.json"]) == 0

    assert len({Path(f"{number}.json").read_bytes() for number in range(3)}) == 1
