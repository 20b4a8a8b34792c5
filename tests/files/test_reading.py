"""Reading is guarded: a source comes whole and within its limit, or as an error that says why."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_a_file_without_end_is_refused() -> None:
    """What the system says of a size is not believed: /dev/zero says nothing."""
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")

    assert "larger than" in refusal("/dev/zero")


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

    monkeypatch.setattr(Path, "open", refuse)

    assert "permission is denied" in refusal(tmp_path / "a.yaml")
