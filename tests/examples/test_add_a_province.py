"""The page on adding a province: the plugin that it shows is made, found, tested and used as it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "add-a-province.md"
# "`pyproject.toml` — …" or "`src/…/_province.py`:" and the fenced block that follows.
SHOWN = re.compile(
    r"^`(?P<path>[\w./-]+)`(?: —|:)(?:(?!```).)*?\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files of the page, installed as pip would leave them."""
    folder = tmp_path_factory.mktemp("province")
    files = {match["path"]: match["text"] for match in SHOWN.finditer(PAGE.read_text(encoding="utf-8"))}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    about = tomllib.loads(files["pyproject.toml"])["project"]
    info = folder / "src" / f"{about['name'].replace('-', '_')}-{about['version']}.dist-info"
    info.mkdir()
    head = f"Metadata-Version: 2.4\nName: {about['name']}\nVersion: {about['version']}\n"
    (info / "METADATA").write_text(head + f"Requires-Dist: {about['dependencies'][0]}\n", encoding="utf-8")
    points = "".join(f"{name} = {target}\n" for name, target in about["entry-points"]["cchc"].items())
    (info / "entry_points.txt").write_text(f"[cchc]\n{points}", encoding="utf-8")
    return folder


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python with *words* in the project, which is installed for it."""
    env = {**os.environ, "PYTHONPATH": str(project / "src"), "PYTHONUTF8": "1"}
    env.pop("PYTEST_ADDOPTS", None)
    return subprocess.run(
        [sys.executable, *words],
        cwd=project,
        env=env,
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=False,
    )


def test_the_page_shows_every_file_of_its_tree(project: Path) -> None:
    """The tree of step 2 and the files that follow are the same."""
    tree = PAGE.read_text(encoding="utf-8").split("```")[1]
    named = set(re.findall(r"[\w.]+\.(?:py|toml)", tree))
    found = {path.name for path in project.rglob("*") if path.suffix in {".py", ".toml"}}

    assert found == named


def test_its_own_tests_pass(project: Path) -> None:
    """The contract of the kit and the province's own lines."""
    done = run(project, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:openxml_audit", "tests")

    assert done.returncode == 0, done.stdout + done.stderr


def test_its_commands_do_what_the_page_says(project: Path) -> None:
    """Each line of step 7 that begins with cchc, in its order."""
    for line in re.findall(r"^cchc .+$", PAGE.read_text(encoding="utf-8"), re.MULTILINE):
        done = run(project, "-m", *line.split())
        assert done.returncode == 0, done.stdout + done.stderr
        if line == "cchc plugins":
            assert "lai-chau" in done.stdout
    text = (project / "out" / "plan.txt").read_text(encoding="utf-8")

    assert (project / "out" / "plan.docx").stat().st_size > 1000
    for heading in ("I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG TUYÊN TRUYỀN", "V. TỔ CHỨC THỰC HIỆN"):
        assert heading in text
