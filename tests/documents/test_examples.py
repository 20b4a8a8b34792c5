"""Every document of every example plan passes every checker that an office or a portal would meet."""

from __future__ import annotations

import functools
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import cchc
from tests.documents import tools

EXAMPLES = sorted(tools.ROOT.glob("examples/*.yaml"))

pytestmark = pytest.mark.slow

each_example = pytest.mark.parametrize("stem", [path.stem for path in EXAMPLES])
each_office_file = pytest.mark.parametrize("suffix", ["docx", "xlsx"])


@pytest.fixture(scope="module")
def rendered(tmp_path_factory) -> Callable[[str], Path]:
    """Return a function that renders all examples in one format, once, and names their folder."""

    @functools.cache
    def render(suffix: str) -> Path:
        folder = tmp_path_factory.mktemp(suffix)
        for path in EXAMPLES:
            (folder / f"{path.stem}.{suffix}").write_bytes(cchc.render(cchc.load_plan(path), suffix))
        return folder

    return render


@pytest.fixture(scope="module")
def printed(rendered, to_pdf) -> Callable[[str], Path]:
    """Return a function that prints all examples in one format, once, and names the folder of the PDFs."""

    @functools.cache
    def print_all(suffix: str) -> Path:
        folder = rendered(suffix)
        to_pdf(*sorted(folder.glob(f"*.{suffix}")), folder=folder)
        return folder

    return print_all


@each_example
@each_office_file
@pytest.mark.needs("ooxml-validator")
def test_open_xml_sdk_finds_nothing(rendered, stem, suffix):
    """Microsoft's own rules for the format are kept."""
    findings = tools.sdk_findings(rendered(suffix) / f"{stem}.{suffix}")

    assert findings == []


@each_example
@each_office_file
@pytest.mark.needs("openxml-audit")
def test_openxml_audit_finds_nothing(rendered, stem, suffix):
    """What Word and Excel refuse, beyond the format's rules, is avoided."""
    findings = tools.audit_findings(rendered(suffix) / f"{stem}.{suffix}")

    assert findings == []


@each_example
@each_office_file
@pytest.mark.needs("soffice", "qpdf")
def test_it_prints(printed, stem, suffix):
    """LibreOffice prints a sound PDF."""
    findings = tools.pdf_findings(printed(suffix) / f"{stem}.pdf")

    assert findings == []


@each_example
@pytest.mark.needs("soffice")
def test_every_letter_is_in_times(printed, stem):
    """No letter falls back to another face, which happens where a font is set for some scripts only."""
    lines = tools.text_lines(printed("docx") / f"{stem}.pdf")
    faces = {face.split("-")[0] for line in lines for face, _ in line.fonts}

    assert faces == {"LiberationSerif"}


@pytest.mark.needs("java", "vnu")
def test_nu_finds_nothing(rendered):
    """The pages are valid HTML and CSS."""
    findings = tools.nu_findings(sorted(rendered("html").glob("*.html")))

    assert findings == []


@pytest.mark.needs("node", "html-validate")
def test_html_validate_finds_nothing(rendered):
    """The pages keep the stricter rules of html-validate."""
    findings = tools.html_validate_findings(sorted(rendered("html").glob("*.html")))

    assert findings == []


@each_example
@pytest.mark.needs("node", "playwright", "axe", "chromium")
def test_page_is_accessible_and_keeps_to_itself(rendered, tmp_path, stem):
    """Axe finds nothing, nothing is logged or loaded from elsewhere, and a telephone needs no sideways scrolling."""
    seen = tools.visit(rendered("html") / f"{stem}.html", tmp_path)

    assert (seen.axe, seen.console, seen.sideways) == ((), (), ())


RENDER_ALL = """
import pathlib, sys, cchc
for path in map(pathlib.Path, sys.argv[2:]):
    plan = cchc.load_plan(path)
    for suffix in ("docx", "xlsx", "html", "md", "txt"):
        pathlib.Path(sys.argv[1], f"{path.stem}.{suffix}").write_bytes(cchc.render(plan, suffix))
"""


def test_same_input_same_bytes(tmp_path):
    """Two processes with other hashes, on other days in other zones, write the same bytes."""
    digests = []
    for seed, zone in (("1", "Asia/Ho_Chi_Minh"), ("2", "America/Los_Angeles")):
        folder = tmp_path / seed
        folder.mkdir()
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run(
            [sys.executable, "-c", RENDER_ALL, folder, *EXAMPLES], env=env, check=True, timeout=120
        )
        digests.append(
            {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
        )

    assert digests[0] == digests[1]
    assert len(digests[0]) == 5 * len(EXAMPLES) > 0
