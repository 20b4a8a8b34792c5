"""What can be done with this project, one session each.

``nox -l`` lists the sessions, ``nox -s tests`` runs one, ``nox -s tests -- -k letterhead`` passes words on to pytest.
Plain ``nox`` runs what a change must pass before it is shown to others.
"""

from __future__ import annotations

import os
from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.sessions = ["lint", "typing", "tests"]
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_external_run = True

ROOT = Path(__file__).parent
PYPROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
PROVINCES = sorted(path.parent.name for path in ROOT.glob("plugins/*/pyproject.toml"))
EXAMPLES = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("examples/*.yaml"))

# An `open` without an encoding reads Vietnamese on one machine and fails on the next: warn, and pytest makes it an error.
PYTEST_ENV = {"PYTHONWARNDEFAULTENCODING": "1"}
IN_PARALLEL = ("-n", "2", "--dist", "worksteal")
# Tests of one file share the documents that it printed.
FILE_BY_FILE = ("-n", "2", "--dist", "loadfile")


def group(*names: str) -> list[str]:
    """Return the requirements of these dependency groups of pyproject.toml."""
    return list(nox.project.dependency_groups(PYPROJECT, *names))


def install_all(session: nox.Session, *requirements: str) -> None:
    """Install this project and its provinces as they stand in the work tree, and what else is asked for."""
    provinces = [f"--editable=plugins/{name}" for name in PROVINCES]
    session.install("--editable=.", *provinces, *requirements)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests that need no more than seconds each."""
    install_all(session, *group("test"))
    session.run("pytest", *IN_PARALLEL, *session.posargs, env=PYTEST_ENV)


@nox.session
def minimums(session: nox.Session) -> None:
    """Run the same tests with the lowest version that pyproject.toml allows of each direct dependency."""
    lowest = (line.replace(">=", "==") for line in PYPROJECT["project"]["dependencies"])
    install_all(session, *group("test-core"), *lowest)
    session.run(
        "pytest", *IN_PARALLEL, "-m", "not slow and not needs and not many", *session.posargs, env=PYTEST_ENV
    )


@nox.session
@nox.parametrize("province", PROVINCES)
def plugins(session: nox.Session, province: str) -> None:
    """Run the tests of one province in an environment that has it and cchc as wheels, and no other province."""
    wheels = session.create_tmp()
    session.run("pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", wheels, ".", f"./plugins/{province}")
    built = [str(path) for path in Path(wheels).glob("*.whl")]
    session.install("--force-reinstall", "--no-deps", *built)
    session.install(*built, *group("test"))
    session.run("pytest", f"plugins/{province}", *session.posargs, env=PYTEST_ENV)


@nox.session
def typing(session: nox.Session) -> None:
    """Check the types, strictly."""
    install_all(session, *group("typing"))
    sources = [f"plugins/{name}/src" for name in PROVINCES]
    session.run("mypy", "src", *sources, "noxfile.py", "tests/documents/tools.py", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, format and the layers of the architecture."""
    session.install(*group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    # Its cache keeps what a module imported before another one came to be.
    session.run("lint-imports", "--no-cache", env={"PYTHONPATH": "src"})


@nox.session
def package(session: nox.Session) -> None:
    """Build sdist and wheel, and use the wheel with what it requires and nothing else, away from the work tree."""
    dist = Path(session.create_tmp()).absolute()
    session.install("build")
    session.run("python", "-m", "build", "--outdir", str(dist), ".", silent=True)
    session.run("python", "-m", "venv", "--clear", str(dist / "clean"))
    bin_ = dist / "clean" / "bin"
    session.run(str(bin_ / "pip"), "install", "--quiet", *map(str, dist.glob("*.whl")), external=True)
    plan = ROOT / "examples" / "nam-dinh-2022.yaml"
    formats = ["--to", "docx", "--to", "xlsx", "--to", "html"]
    with session.chdir(dist):
        session.run(
            str(bin_ / "python"), "-W", "error", "-c", "import cchc; print(cchc.__file__)", external=True
        )
        session.run(str(bin_ / "cchc"), "--version", external=True)
        render = ["render", str(plan), *formats, "--template", "as_read", "-o", "out", "--force"]
        session.run(str(bin_ / "cchc"), *render, external=True)


@nox.session
def documents(session: nox.Session) -> None:
    """Run the slow tests and those that print, validate and look at documents; `tools/install` brings the programs."""
    install_all(session, *group("test"))
    session.run("pytest", *FILE_BY_FILE, "-m", "slow or needs", *session.posargs, env=PYTEST_ENV)


@nox.session
def laws(session: nox.Session) -> None:
    """Prove for thousands of plans, 75 in each form and format, that what is printed is read."""
    install_all(session, *group("test"))
    session.run("pytest", *IN_PARALLEL, "-m", "many", *session.posargs, env=PYTEST_ENV)


@nox.session
def bench(session: nox.Session) -> None:
    """Compare speed and memory with the usual libraries, side by side in one run."""
    install_all(session, *group("bench"))
    session.run("python", "-m", "compileall", "-q", "src", "plugins")
    for script in sorted(ROOT.glob("benchmarks/[!_]*.py")):
        session.run("python", str(script.relative_to(ROOT)), *session.posargs)


@nox.session
def demo(session: nox.Session) -> None:
    """Render the example plans of four provinces as .docx, .xlsx and .html into out/."""
    install_all(session)
    session.run(
        "cchc", "render", *EXAMPLES, "--to", "docx", "--to", "xlsx", "--to", "html", "-o", "out", "--force"
    )
    for path in sorted((ROOT / "out").iterdir()):
        session.log(f"{path.relative_to(ROOT)}  {path.stat().st_size:,} bytes".replace(os.sep, "/"))
