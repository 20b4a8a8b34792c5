"""Writing is atomic: the file is there whole, or what was there before is."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path
from typing import Any, Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.errors import CouldNotWriteError
from cchc.files import made_directory, path_in, write_atomic


def refusal(path: Path, data: bytes = b"new", *, overwrite: bool = True) -> str:
    """Return what is said of a file that cannot be written, after checking that its directory is as before."""
    before = contents(path.parent)
    with pytest.raises(CouldNotWriteError) as caught:
        write_atomic(path, data, overwrite=overwrite)
    assert before == contents(path.parent)
    return caught.value.message("en")


def contents(directory: Path) -> dict[str, bytes | None]:
    """Return the files of a directory, hidden ones too."""
    if not directory.is_dir():
        return {}
    return {path.name: path.read_bytes() if path.is_file() else None for path in directory.iterdir()}


def test_a_new_file_is_written(tmp_path: Path) -> None:
    """The bytes are there, and nothing else is."""
    write_atomic(tmp_path / "kế hoạch.docx", b"abc")

    assert {"kế hoạch.docx": b"abc"} == contents(tmp_path)


def test_an_old_file_is_replaced_when_told(tmp_path: Path) -> None:
    """With overwrite the new bytes take the place of the old ones."""
    (tmp_path / "a.docx").write_bytes(b"old")
    write_atomic(tmp_path / "a.docx", b"new", overwrite=True)

    assert {"a.docx": b"new"} == contents(tmp_path)


def test_an_old_file_is_kept_unless_told(tmp_path: Path) -> None:
    """Without overwrite an existing file is an error that names the way out."""
    (tmp_path / "a.docx").write_bytes(b"old")

    assert "--force" in refusal(tmp_path / "a.docx", overwrite=False)


def test_a_dangling_link_is_an_old_file(tmp_path: Path) -> None:
    """A link to nowhere is something that stands there, too."""
    (tmp_path / "a.docx").symlink_to(tmp_path / "nowhere")

    with pytest.raises(CouldNotWriteError):
        write_atomic(tmp_path / "a.docx", b"new")


def test_through_a_link_the_file_behind_is_replaced(tmp_path: Path) -> None:
    """The link stays a link."""
    (tmp_path / "b.docx").write_bytes(b"old")
    (tmp_path / "a.docx").symlink_to("b.docx")
    write_atomic(tmp_path / "a.docx", b"new", overwrite=True)

    assert (True, b"new") == ((tmp_path / "a.docx").is_symlink(), (tmp_path / "b.docx").read_bytes())


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_modes_are_those_of_any_other_file(tmp_path: Path) -> None:
    """A new file has the mode that the umask gives, a replaced one keeps its own."""
    (tmp_path / "plain").write_bytes(b"")
    (tmp_path / "old").write_bytes(b"")
    (tmp_path / "old").chmod(0o640)
    write_atomic(tmp_path / "new", b"")
    write_atomic(tmp_path / "old", b"", overwrite=True)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("plain", "new", "old")]

    assert [modes[0], modes[0], 0o640] == modes


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
@pytest.mark.parametrize("existed", [True, False])
def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, existed: bool
) -> None:
    """Whichever step fails for want of space: the old file is untouched and nothing is left beside it."""
    path = tmp_path / "a.docx"
    if existed:
        path.write_bytes(b"old")

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    real_open = Path.open

    class Full:
        def __init__(self, file: Any) -> None:
            self._file = file

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *args: object) -> None:
            self._file.close()

        write = full

    if step == "write":
        monkeypatch.setattr(
            Path,
            "open",
            lambda self, mode: Full(real_open(self, mode)) if "x" in mode else real_open(self, mode),
        )
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)

    assert "the disk is full" in refusal(path)


def test_an_interruption_leaves_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle of writing is passed on, and the half-written file is gone."""

    def interrupt(number: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(tmp_path / "a.docx", b"new")

    assert {} == contents(tmp_path)


def test_a_missing_directory(tmp_path: Path) -> None:
    """The error says that there is no such directory."""
    assert "no such file or directory" in refusal(tmp_path / "no" / "a.docx")


def test_a_directory_that_is_a_file(tmp_path: Path) -> None:
    """The error says that a part of the path is a file."""
    (tmp_path / "out").write_bytes(b"old")

    assert "is a file, not a directory" in refusal(tmp_path / "out" / "a.docx")


def test_a_target_that_is_a_directory(tmp_path: Path) -> None:
    """A directory is never replaced by a file."""
    (tmp_path / "a.docx").mkdir()

    assert "it is a directory" in refusal(tmp_path / "a.docx")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX")
def test_a_target_that_is_no_ordinary_file(tmp_path: Path) -> None:
    """A pipe or a device, /dev/null above all, is never replaced by a file."""
    os.mkfifo(tmp_path / "a.docx")
    with pytest.raises(CouldNotWriteError, match="a pipe or a device"):
        write_atomic(tmp_path / "a.docx", b"new", overwrite=True)

    assert [True] == [stat.S_ISFIFO(path.stat().st_mode) for path in tmp_path.iterdir()]


def test_a_loop_of_links(tmp_path: Path) -> None:
    """Links in a circle are an error of ours, in our words."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")

    with pytest.raises(CouldNotWriteError, match="in a circle"):
        write_atomic(tmp_path / "a", b"", overwrite=True)


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_names_that_no_system_has(tmp_path: Path, name: str) -> None:
    """A name that the system refuses is an error of ours."""
    assert "Cannot write" in refusal(tmp_path / name)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says that permission is denied, whoever runs the tests."""

    def refuse(*args: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    assert "permission is denied" in refusal(tmp_path / "a.docx")


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../a", "a/b", "/etc/passwd", "a\\b", "..\\a", "C:a", "a\0", "a\nb", "a*", "CON", "nul.docx", "a.", "a ",
        "ă" * 128,
    ],
)  # fmt: skip
def test_a_name_that_would_leave_the_directory_is_refused(tmp_path: Path, name: str) -> None:
    """A name is one plain part of a path, on every system, or it is refused."""
    with pytest.raises(CouldNotWriteError):
        path_in(tmp_path, name)


@pytest.mark.parametrize("name", ["can-tho-2014.docx", "Sở Nội vụ (2).xlsx", ".ẩn", "a..b", "=a"])
def test_plain_names_stand_in_the_directory(tmp_path: Path, name: str) -> None:
    """Vietnamese letters, spaces, dots and brackets are plain."""
    assert tmp_path / name == path_in(tmp_path, name)


@given(name=st.text(max_size=20))
def test_no_name_leaves_the_directory(name: str) -> None:
    """Whatever the name: it stands directly in the directory, or is refused."""
    directory = Path("/some/where").resolve()
    try:
        path = path_in(directory, name)
    except CouldNotWriteError:
        return

    assert directory == Path(os.path.normpath(path)).parent


def test_a_directory_is_made_where_there_is_none(tmp_path: Path) -> None:
    """One that is there stays as it is."""
    with made_directory(tmp_path / "new"):
        (tmp_path / "new" / "a").write_bytes(b"a")
    with made_directory(tmp_path / "new"):
        pass

    assert {"a": b"a"} == contents(tmp_path / "new")


@pytest.mark.parametrize(("there", "written"), [(False, False), (True, False), (False, True)])
def test_a_directory_that_was_made_for_nothing_goes_again(tmp_path: Path, there: bool, written: bool) -> None:
    """One that was there before, or that holds something, stays."""
    new = tmp_path / "new"
    if there:
        new.mkdir()
    for name in ("a", "no/a") if written else ("no/a",):
        with contextlib.suppress(CouldNotWriteError), made_directory(new):
            write_atomic(new / name, b"a")

    assert (there or written) == new.exists()


@pytest.mark.parametrize(
    ("name", "why"),
    [("missing/new", "no such file"), ("file/new", "is a file"), ("x" * 300, "too long"), ("a\0b", "null")],
)
def test_a_directory_that_cannot_be_made(tmp_path: Path, name: str, why: str) -> None:
    """The system's reason is said in a sentence."""
    (tmp_path / "file").write_bytes(b"")
    with (
        pytest.raises(CouldNotWriteError, match=f"the directory cannot be made .*{why}"),
        made_directory(tmp_path / name),
    ):
        pass
