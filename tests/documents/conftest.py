"""What tests of printed documents share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents import tools


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[Path]]:
    """Return a function that prints .docx and .xlsx files into a folder, with a LibreOffice profile of its own."""
    profile = tmp_path_factory.mktemp("libreoffice")

    def printer(*paths: Path, folder: Path) -> list[Path]:
        return tools.print_pdf(paths, folder, profile=profile)

    return printer
