"""Reading is guarded: a source comes whole and within its limit, or as an error that says why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cchc import load_plan, read_plan
from cchc.errors import CouldNotReadError
from cchc.files import name_of, read_source


def refusal(source: str | Path | bytes, limit: int = 1000) -> str:
    """Return what is said of a source that cannot be read."""
    with pytest.raises(CouldNotReadError) as caught:
        read_source(source, limit=limit)
    return caught.value.message("en")


@pytest.mark.parametrize("kind", [str, Path, bytes])
def test_paths_and_bytes_are_read(tmp_path: Path, kind: type) -> None:
    """A name, a path and bytes give the same bytes."""
    path = tmp_path / "kế hoạch.yaml"
    path.write_bytes(b"abc")
    source = b"abc" if kind is bytes else kind(path)

    assert b"abc" == read_source(source, limit=3)


def test_bytes_have_no_name(tmp_path: Path) -> None:
    """Messages name a file as it was given, and bytes as what they are."""
    assert ("<bytes>", "a/b.yaml", "b.yaml") == (name_of(b"x"), name_of("a/b.yaml"), name_of(Path("b.yaml")))


@pytest.mark.parametrize("kind", [Path, bytes])
def test_more_than_the_limit_is_refused(tmp_path: Path, kind: type) -> None:
    """One byte too many is too many."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"abcd")

    assert "larger than 3e-06 MB" in refusal(b"abcd" if kind is bytes else path, limit=3)


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    """A file of 100 GB costs no more than its limit."""
    path = tmp_path / "lớn.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000_000)

    assert "larger than 8 MB" in refusal(path, limit=8_000_000)


def test_a_file_that_the_system_calls_empty_is_read() -> None:
    """What the system says of a size is not believed: files of /proc have none."""
    path = Path("/proc/self/maps")
    if not path.exists():
        pytest.skip("this system has no /proc")

    assert (0, True) == (path.stat().st_size, "larger than" in refusal(path, limit=10))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX")
def test_a_pipe_is_refused_unopened(tmp_path: Path) -> None:
    """Opening a pipe that nobody writes to would wait for ever."""
    os.mkfifo(tmp_path / "kế hoạch.docx")

    assert "a pipe or a device" in refusal(tmp_path / "kế hoạch.docx")


def test_a_device_is_refused() -> None:
    """A device may have no end."""
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")

    assert "a pipe or a device" in refusal("/dev/zero")


def test_links_in_a_circle(tmp_path: Path) -> None:
    """The error says what is wrong with the links, not what the system calls it."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")

    assert "in a circle" in refusal(tmp_path / "a")


def test_no_name() -> None:
    """No name at all is a missing file, not the directory that one is in."""
    assert "Cannot read '': there is no such file" in refusal("")


def test_a_missing_file(tmp_path: Path) -> None:
    """The error says that there is no such file."""
    assert "no such file" in refusal(tmp_path / "x.yaml")


def test_a_directory(tmp_path: Path) -> None:
    """The error says that it is a directory."""
    assert "it is a directory" in refusal(tmp_path)


def test_a_path_through_a_file(tmp_path: Path) -> None:
    """The error says that a part of the path is a file."""
    (tmp_path / "a").write_bytes(b"")

    assert "is a file, not a directory" in refusal(tmp_path / "a" / "b.yaml")


def test_a_name_that_no_system_has() -> None:
    """A NUL character in a name is an error of ours, not a ValueError of the system."""
    assert "null" in refusal("a\0b.yaml")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says that permission is denied, whoever runs the tests."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.yaml").write_bytes(b"")
    monkeypatch.setattr(Path, "open", refuse)

    assert "permission is denied" in refusal(tmp_path / "a.yaml")


@pytest.mark.parametrize(
    "text", ['{"cchc": 1}', "cchc: 1\nyear: 2027\n", "<html><body>Kế hoạch</body></html>"]
)
def test_a_text_is_not_taken_for_a_name(text: str) -> None:
    """Whoever has the text in hand is told to give it as bytes, and the message does not repeat all of it."""
    for read in (lambda: read_source(text, limit=9), lambda: load_plan(text), lambda: read_plan(text)):
        with pytest.raises(
            CouldNotReadError, match=r"it is a text, not the name of a file\. Pass the text as bytes"
        ):
            read()


@pytest.mark.parametrize("name", ["[2027] kế hoạch.yaml", "{bản thảo} a.yaml", "<a>.yaml"])
def test_a_name_that_begins_with_a_bracket_is_a_name(name: str) -> None:
    """Of a file that is not there, it is said that it is not there."""
    assert "no such file" in refusal(name)
