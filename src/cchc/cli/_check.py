"""``cchc check``: what is wrong with plans, each finding at its place."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click
from attrs import frozen

import cchc
from cchc._verbs import read_beside
from cchc.cli._checked import FRAMES, WRITERS, Checked, is_plan_file
from cchc.cli._cores import installed, over_cores
from cchc.cli._frame import Command, Stop, code_of, sentence
from cchc.cli._many import matching
from cchc.cli._options import day_option, form_option
from cchc.cli._speech import Say, tell
from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.files import read_source, write_atomic
from cchc.interchange import SUFFIXES
from cchc.model import Report
from cchc.plugins import Registry

__all__ = ["command"]

# The first key that a plan cannot have.
_SAYS_REPORT = re.compile(
    r"(?:^|[{,\n])[ \t]*\"?(?:returns|asked)\"?[ \t]*[:=]|^\[\[(?:returns|asked)\]\]", re.MULTILINE
)
# What tells the returns of a file apart.
_KEY = ("plan_id", "unit.words", "period", "version")
_LIMIT = 64_000_000
# An edit may bring another finding to light; more rounds than this mean that two rules disagree.
_ROUNDS = 5


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""

    def codes(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:  # noqa: ARG001
        several = tuple(code.strip() for value in values for code in value.split(",") if code.strip())
        for code in several:
            if not re.fullmatch(r"[A-Za-z]{1,4}[0-9]{0,3}", code):
                ctx.fail(
                    say(
                        f"{code!r} không phải mã quy tắc, ví dụ CC101 hoặc CC1.",
                        f"{code!r} is no code of a rule, such as CC101 or CC1.",
                    )
                )
        return tuple(code.upper() for code in several)

    return Command(
        "check",
        say=say,
        help=about,
        callback=lambda **given: _check(say, **given),
        params=[
            click.Argument(["plans"], nargs=-1, required=True, metavar=say("KẾ_HOẠCH…", "PLAN…")),
            click.Option(
                ["--select"],
                multiple=True,
                callback=codes,
                metavar=say("MÃ", "CODE"),
                help=say(
                    "Chỉ chạy các quy tắc này, ví dụ CC1,CC203.", "Run only these rules, such as CC1,CC203."
                ),
            ),
            click.Option(
                ["--ignore"],
                multiple=True,
                callback=codes,
                metavar=say("MÃ", "CODE"),
                help=say("Bỏ qua các quy tắc này.", "Pass over these rules."),
            ),
            click.Option(
                ["--fix"],
                is_flag=True,
                help=say(
                    "Sửa ngay trong tệp kế hoạch những gì sửa được an toàn; giữ nguyên chú thích.",
                    "Mend in the plan file what can be mended safely; comments stay.",
                ),
            ),
            form_option(say, tuple(WRITERS)),
            day_option(say),
        ],
    )


@frozen(kw_only=True)
class _Done:
    """What became of one file: what is to be printed, what is to be said, and how much was found."""

    code: int
    out: str = ""
    said: tuple[str, ...] = ()
    counts: tuple[int, int, int] = (0, 0, 0)
    mended: int = 0
    mendable: int = 0
    failed: bool = False


def _check(
    say: Say,
    *,
    plans: Sequence[str],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    form: str,
    on: dt.date | None,
) -> int:
    _known(select, say)
    files = list(dict.fromkeys(file for pattern in plans for file in matching(pattern)))
    one = functools.partial(_one, on=on, select=select, ignore=ignore, fix=fix, form=form, say=say)
    codes, problems, total = [0], list[str](), [0, 0, 0, 0, 0]
    checked = failed = 0
    begin, between, end = FRAMES[form](say)
    print(begin, end="")
    try:
        with over_cores(one, files, say("Đang kiểm tra", "Checking"), say) as results:
            for _, done in results:
                codes.append(done.code)
                failed += done.failed
                problems += done.said
                if done.out:
                    print((between if checked else "") + done.out, end="")
                    checked += 1
                for index, count in enumerate((*done.counts, done.mended, done.mendable)):
                    total[index] += count
    finally:
        print(end, end="")
        for problem in problems:
            tell(problem)
    if form == "text":
        tell(_summary(len(files), failed, total, say))
    return max(codes)


def _known(select: Sequence[str], say: Say) -> None:
    """Refuse a code that no rule has: it would find nothing in any plan, and that would read as good."""
    rules = ["CC001", "CC002", "CC003", *(check.code for check in installed().checks)]
    for code in select:
        if not any(rule.startswith(code) for rule in rules):
            raise Stop(
                2,
                say(
                    f"Lỗi: Không có quy tắc {code}. Xem danh sách: cchc explain.",
                    f"Error: There is no rule {code}. For the list: cchc explain.",
                ),
            )


def _one(
    file: str,
    *,
    on: dt.date | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    form: str,
    say: Say,
) -> _Done:
    """Return what became of one file; whatever is wrong with it, the others are checked."""
    said: list[str] = []
    try:
        one = _checked(file, installed(), on, select, ignore)
        if fix and not is_plan_file(file):
            suffixes = ", ".join(SUFFIXES)
            said.append(
                say(
                    f"{file}: chỉ sửa được tệp kế hoạch ({suffixes}).",
                    f"{file}: only plan files ({suffixes}) can be mended.",
                )
            )
        elif fix:
            one = _mended(one, installed(), on, select, ignore)
    except Exception as error:  # noqa: BLE001  # one plan must not cost the others
        return _Done(code=code_of(error), said=(sentence(error, say),), failed=True)
    weights = [found.severity for found in one.found]
    return _Done(
        code=_code(one.found),
        out=WRITERS[form](one, say),
        said=tuple(said),
        counts=(weights.count(Severity.ERROR), weights.count(Severity.WARNING), weights.count(Severity.INFO)),
        mended=one.repaired,
        mendable=sum(1 for found in one.found if found.edits),
    )


def _code(found: Sequence[Diagnostic]) -> int:
    if any(one.code in ("CC001", "CC002") for one in found):
        return 4
    return 1 if any(one.severity >= Severity.WARNING for one in found) else 0


def _checked(
    file: str, registry: Registry, on: dt.date | None, select: tuple[str, ...], ignore: tuple[str, ...]
) -> Checked:
    from cchc.checks import ReadDocument, at_offsets, located, obeyed

    check = functools.partial(cchc.check_plan, on=on, select=select, ignore=ignore, registry=registry)
    if is_plan_file(file) and _SAYS_REPORT.search(text := _plain(file)):
        return _report(file, text, check)
    reading, document = read_beside(file, registry=registry)
    if document is None:
        text = _plain(file)
        placed = located(check(reading.plan), reading.plan, text, reading.spans)
        return Checked(file=file, text=text, found=obeyed(placed, text, reading.spans))
    text = document.text
    placed = located(check(reading.plan), reading.plan, text, reading.spans)
    form = check(ReadDocument(text=text, plan=reading.plan))
    # What is wrong with the plugins was told with the plan.
    placed += at_offsets((one for one in form if one.code != "CC002"), text, file)
    ordered = sorted(placed, key=lambda one: (one.location.start or 0, one.code))
    return Checked(file=file, text=text, found=tuple(ordered))


def _plain(file: str) -> str:
    return read_source(file, limit=_LIMIT).decode("utf-8-sig", errors="replace")


def _report(file: str, text: str, check: Callable[[Report], tuple[Diagnostic, ...]]) -> Checked:
    from cchc.checks import located, obeyed
    from cchc.interchange import load_report_with_places

    report, spans = load_report_with_places(file)
    places = _as_sorted(report, text, spans)
    placed = located(check(report), report, text, places)
    return Checked(file=file, text=text, found=obeyed(placed, text, places))


def _as_sorted(report: Report, text: str, spans: Mapping[str, Location]) -> dict[str, Location]:
    """Return the places in a file by the paths of the report, which has put the returns of the file in order."""

    def said(path: str) -> str:
        place = spans.get(path) or spans.get(path.removesuffix(".words"))
        return text[place.start : place.end].strip("\"'") if place else ""

    count = sum(1 for path in spans if re.fullmatch(r"returns\[\d+\]", path))
    inside = [f"returns[{number}]" for number in range(count)]
    keys = [tuple(said(f"{path}.{name}") for name in _KEY) for path in inside]
    moved: dict[str, str] = {}
    for number, one in enumerate(report.returns):
        key = (one.plan_id, one.unit.words, one.period, str(one.version))
        # A version that is not written is the first.
        at = next((n for n, other in enumerate(keys) if other in (key, (*key[:3], ""))), None)
        if at is not None:
            moved[inside[at]] = f"returns[{number}]"
            keys[at] = ()
    made: dict[str, Location] = {}
    for path, place in spans.items():
        head = re.match(r"returns\[\d+\]", path)
        if head is None:
            made[path] = place
        elif head.group() in moved:
            made[moved[head.group()] + path[head.end() :]] = place
    return made


def _mended(
    one: Checked, registry: Registry, on: dt.date | None, select: tuple[str, ...], ignore: tuple[str, ...]
) -> Checked:
    from cchc.checks import repaired

    total = 0
    for _ in range(_ROUNDS):
        text, count = repaired(one.text, one.found)
        if not count:
            break
        # What no longer loads is not written.
        load = cchc.load_report if _SAYS_REPORT.search(text) else cchc.load_plan
        load(text.encode("utf-8"), format=SUFFIXES[Path(one.file).suffix.lower()])
        mark = b"\xef\xbb\xbf" if read_source(one.file, limit=_LIMIT).startswith(b"\xef\xbb\xbf") else b""
        write_atomic(Path(one.file), mark + text.encode("utf-8"), overwrite=True)
        total += count
        one = _checked(one.file, registry, on, select, ignore)
    return Checked(file=one.file, text=one.text, found=one.found, repaired=total)


def _summary(files: int, failed: int, total: Sequence[int], say: Say) -> str:
    errors, warnings, notes, mended, mendable = total
    unchecked = say(f"Chưa kiểm tra được {failed} tệp.", f"Files that could not be checked: {failed}.")
    if files == failed:
        return unchecked
    said = say(
        f"{files - failed} tệp: {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý.",
        f"Files checked: {files - failed}. Errors: {errors}, warnings: {warnings}, notes: {notes}.",
    )
    if failed:
        said = f"{said} {unchecked}"
    if mended:
        said += say(f" Đã sửa {mended} chỗ.", f" Mended: {mended}.")
    elif mendable:
        said += say(f" Sửa được {mendable} chỗ bằng --fix.", f" --fix can mend {mendable}.")
    return said
