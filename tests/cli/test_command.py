"""The command as a whole: languages, help, exit codes, streams, and the page that describes it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import cchc
from cchc.cli import _application, main
from cchc.cli._speech import language
from tests.cli.conftest import EXAMPLES, Run

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "command.md").read_text(encoding="utf-8")
COMMANDS = tuple(_application._COMMANDS)


def process(*line: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "cchc", *line], env={**os.environ, **env}, capture_output=True, check=False
    )


def made(name: str) -> click.Command:
    """Return a subcommand."""
    group = _application._application(language([]))
    found = group.get_command(click.Context(group), name)
    assert found is not None
    return found


def test_version(run: Run) -> None:
    """The version is a literal of the package."""
    done = run("--version")

    assert (done.code, done.out, done.err) == (0, f"cchc {cchc.__version__}\n", "")


@pytest.mark.parametrize("line", [(), ("--help",), ("-h",), *((name, "--help") for name in COMMANDS)])
def test_help_is_in_one_language(run: Run, line: tuple[str, ...]) -> None:
    """Vietnamese without a heading of click's own; English wherever ``--lang en`` stands."""
    said = {}
    for options in ((), ("--lang", "en"), ("--lang=en",)):
        done = run(*line, *options)
        said[options] = done.out + done.err
    before = run("--lang", "en", *line)

    assert "Cách dùng: cchc" in said[()]
    assert not re.search(r"Usage|Options|Commands|Show|Error", said[()])
    assert "Usage: cchc" in said["--lang", "en"]
    assert not re.search(r"Cách dùng|Tùy chọn|Lệnh|Hiện", said["--lang", "en"])
    assert said["--lang", "en"] == said[("--lang=en",)] == before.out + before.err


@pytest.mark.parametrize(
    ("line", "vi", "en"),
    [
        (("rendr",), "Không có lệnh 'rendr'. Có phải là render?", "There is no command 'rendr'. Did you mean render?"),
        (("xyz",), "Không có lệnh 'xyz'. Có: new", "There is no command 'xyz'. Known: new"),
        (("render",), "Thiếu KẾ_HOẠCH…", "PLAN… is missing"),
        (("schema", "thừa"), "Không hiểu phần thừa trên dòng lệnh: thừa", "Nothing takes these words: thừa"),
        (("--x",), "Không có tùy chọn --x", "There is no option --x"),
        (("plugins", "--format", "xml"), "Không có dạng 'xml'", "There is no form 'xml'"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_told_in_both_languages(run: Run, line: tuple[str, ...], vi: str, en: str) -> None:
    """With exit code 2, nothing on stdout, and where to look."""
    for options, said, where in (
        ((), vi, "Xem cách dùng: cchc"),
        (("--lang", "en"), en, "How to use it: cchc"),
    ):
        done = run(*line, *options)

        assert (done.code, done.out) == (2, "")
        assert said in done.err
        assert where in done.err


def test_there_is_no_third_language(run: Run) -> None:
    """What is asked for and cannot be had is an error, not Vietnamese."""
    done = run("schema", "--lang", "fr")

    assert done.code == 2
    assert "'fr'" in done.err


def test_schema_prints_the_schema(run: Run) -> None:
    """As JSON with its words as they are."""
    from cchc.interchange import json_schema

    done = run("schema")

    assert json.loads(done.out) == json_schema()
    assert "\\u" not in done.out


def test_plugins_lists_what_is_there(run: Run) -> None:
    """Name, version, file and what each gives; exit code 0 while nothing fails."""
    done = run("plugins")

    assert (done.code, done.err) == (0, "")
    assert "builtin (cchc" in done.out
    assert "_builtin.py" in done.out
    assert "cchc_formats: docx, xlsx, html, md, txt" in done.out
    assert "cchc_provinces: can-tho" in done.out


def test_a_failure_is_told_wherever_plugins_are_used(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``plugins`` lists it and exits with 1; ``render`` warns and goes on."""
    info = tmp_path / "site" / "cchc_hong-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.4\nName: cchc-hong\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[cchc]\nhong = cchc_no_such_module\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "site")
    listed = run("plugins")
    rendered = run("render", str(EXAMPLES / "van-ho-2017.yaml"), "--to", "txt")
    (failure,) = json.loads(run("plugins", "--format", "json").out)["failures"]

    assert listed.code == 1
    assert "hong (cchc-hong 1.0): không nạp được" in listed.out
    assert rendered.code == 0
    assert "hong (cchc-hong 1.0)" in rendered.err
    assert (failure["plugin"], failure["stage"]) == ("hong", "load")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_has_every_option(name: str) -> None:
    """docs/reference/command.md has a section for each command with its options, and none that is not there."""
    section = re.search(rf"(?ms)^## cchc {name}$(.*?)(?=^## )", PAGE)
    assert section is not None
    told = set(re.findall(r"`(--?[a-z-]+)`", "\n".join(re.findall(r"(?m)^\|.*?\|", section[1]))))
    options = [one for one in made(name).params if isinstance(one, click.Option) and one.name != "lang"]

    assert told == {spelling for option in options for spelling in option.opts}


def test_the_page_has_no_other_commands() -> None:
    """Sections are commands, and these are all."""
    assert tuple(re.findall(r"(?m)^## cchc (\w+)$", PAGE)) == COMMANDS


def test_output_is_utf_8_on_any_locale() -> None:
    """A pipe gets UTF-8 whatever the system believes, and nothing crashes."""
    done = process("rendr", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")

    assert done.returncode == 2
    assert "Có phải là render?" in done.stderr.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break in another way there")
def test_a_reader_that_goes_away_is_no_error() -> None:
    """``cchc schema | head`` ends with 141 and without a word."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "cchc", "schema"], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("line", [["--version"], ["schema"], ["explain", "--lang", "en"]])
def test_a_full_disk_behind_the_output_is_said(line: list[str]) -> None:
    """What is printed may go to a file too; whether it was a byte or many, it is no fault of the program."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cchc", *line], stdout=full, stderr=subprocess.PIPE, check=False
        )
    said = done.stderr.decode()

    assert (3, 1) == (done.returncode, said.count("\n"))
    assert ("the disk is full" if "en" in line else "ổ đĩa đã đầy") in said


def test_no_output_at_all_is_no_reason_to_fall_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service may start the command with its output closed."""
    monkeypatch.setattr(sys, "stdout", None)

    assert main(["--version"]) == 0


def test_main_returns_the_exit_code() -> None:
    """Programs may call it; it never ends them."""
    assert main(["--version"]) == 0
    assert main(["--no-such-option"]) == 2
