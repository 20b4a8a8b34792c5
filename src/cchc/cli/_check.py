"""``cchc check``: what is wrong with plans, each finding at its place."""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click
from attrs import frozen

import cchc
from cchc.cli._cores import installed, over_cores
from cchc.cli._frame import Command, code_of, sentence
from cchc.cli._many import matching
from cchc.cli._options import day_option, form_option
from cchc.cli._speech import Say, shown, tell
from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.errors import CchcError
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
_LONGEST_LINE = 110


@frozen(kw_only=True)
class Checked:
    """A file with what was found in it; *text* is what its places count in."""

    file: str
    text: str
    found: tuple[Diagnostic, ...]
    repaired: int = 0


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
            form_option(say, tuple(_WRITERS)),
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
    files = list(dict.fromkeys(file for pattern in plans for file in matching(pattern)))
    one = functools.partial(_one, on=on, select=select, ignore=ignore, fix=fix, form=form, say=say)
    codes, problems, total = [0], list[str](), [0, 0, 0, 0, 0]
    checked = 0
    begin, between, end = _FRAMES[form](say)
    print(begin, end="")
    try:
        with over_cores(one, files, say("Đang kiểm tra", "Checking"), say) as results:
            for _, done in results:
                codes.append(done.code)
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
        tell(_summary(len(files), total, say))
    return max(codes)


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
        if fix and not _is_plan_file(file):
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
        return _Done(code=code_of(error), said=(sentence(error, say),))
    weights = [found.severity for found in one.found]
    return _Done(
        code=_code(one.found),
        out=_WRITERS[form](one, say),
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
    data = read_source(file, limit=_LIMIT)
    if _is_plan_file(file):
        text = data.decode("utf-8-sig", errors="replace")
        if _SAYS_REPORT.search(text):
            return _report(file, text, check)
        reading = cchc.read_plan(file, registry=registry)
        placed = located(check(reading.plan), reading.plan, text, reading.spans)
        return Checked(file=file, text=text, found=obeyed(placed, text, reading.spans))
    reading = cchc.read_plan(file, registry=registry)
    text = _text(file, data, registry)
    placed = located(check(reading.plan), reading.plan, text, reading.spans)
    form = check(ReadDocument(text=text, plan=reading.plan))
    # What is wrong with the plugins was told with the plan.
    placed += at_offsets((one for one in form if one.code != "CC002"), text, file)
    ordered = sorted(placed, key=lambda one: (one.location.start or 0, one.code))
    return Checked(file=file, text=text, found=tuple(ordered))


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


def _is_plan_file(plan: str) -> bool:
    return Path(plan).suffix.lower() in SUFFIXES


def _text(plan: str, data: bytes, registry: Registry) -> str:
    """Return the text that the places of a reading count in."""
    try:
        read = registry.reader(Path(plan).suffix.lower()).read(data, plan)
    except CchcError:
        return ""
    return str(getattr(read, "text", ""))


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


def _level(one: Diagnostic, say: Say) -> str:
    return say(one.severity.vi, one.severity.name.lower())


def _as_text(checked: Checked, say: Say) -> str:
    blocks = []
    lines = checked.text.split("\n")
    for one in checked.found:
        place = ":".join(str(part) for part in (checked.file, one.location.line, one.location.column) if part)
        if one.location.start is not None and not _is_plan_file(checked.file):
            place += say(f" (ký tự {one.location.start})", f" (offset {one.location.start})")
        blocks.append(f"{place}: {one.code} {_level(one, say)}: {say(one.vi, one.en)}")
        if one.location.line and one.location.column and one.location.line <= len(lines):
            blocks += _marked(lines[one.location.line - 1], one)
        if one.source:
            blocks.append(f"      {say('nguồn', 'source')}: {one.source}")
    return "".join(f"{shown(line)}\n" for line in blocks)


def _marked(line: str, one: Diagnostic) -> list[str]:
    """Return a line and the carets under its place; of a long line, the piece around the place."""
    assert one.location.column is not None
    start = one.location.column - 1
    length = max(1, (one.location.end or 0) - (one.location.start or 0))
    line = line.rstrip("\r")
    first = 0
    if len(line) > _LONGEST_LINE and start > _LONGEST_LINE // 2:
        first = start - _LONGEST_LINE // 3
    cut = line[first : first + _LONGEST_LINE].replace("\t", " ")
    head = f"{one.location.line or 0:>5} | "
    before = "…" if first else ""
    length = min(length, max(1, len(cut) - (start - first)))
    return [f"{head}{before}{cut}", " " * (len(head) + len(before) + start - first) + "^" * length]


def _as_json(checked: Checked, say: Say) -> str:  # noqa: ARG001  # both languages are in it
    told = (
        {
            "file": checked.file,
            "code": one.code,
            "severity": one.severity.name.lower(),
            "vi": one.vi,
            "en": one.en,
            "path": one.location.path,
            "line": one.location.line,
            "column": one.location.column,
            "start": one.location.start,
            "end": one.location.end,
            "source": one.source,
            "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in one.edits],
        }
        for one in checked.found
    )
    return ",\n".join(json.dumps(one, ensure_ascii=False) for one in told)


_STYLE = (
    "body{margin:0;color:#1a1a1a;background:#fff;font:1rem/1.5 system-ui,sans-serif}"
    "main{max-width:60rem;margin:0 auto;padding:1rem}h1{font-size:1.5rem;line-height:1.25}"
    "h2{font-size:1.2rem;overflow-wrap:anywhere}ul{padding-left:0;list-style:none}"
    "li{margin:0 0 1rem;padding:0 0 0 .75rem;border-left:.25rem solid #1a5fb4}"
    "li.error{border-color:#b00020}li.warning{border-color:#8a5a00}"
    "pre{font:inherit;background:#f4f4f4;padding:.5rem;margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere}"
    "mark{background:#ffe08a;color:#1a1a1a;text-decoration:underline;text-underline-offset:.2em}"
    ".error strong{color:#a0001c}.warning strong{color:#7a4f00}.info strong{color:#1a5fb4}.source{color:#4a4a4a;font-size:.875em}"
    "@media print{li{break-inside:avoid}pre,mark{background:none}pre{border:1px solid #b5b5b5}}"
)


def _as_html(checked: Checked, say: Say) -> str:
    from cchc.rendering._markup import NOTHING, Markup, element, text

    lines = checked.text.split("\n")
    items: list[Markup] = []
    for one in checked.found:
        level = one.severity.name.lower()
        inner = [
            element("strong", None, text(f"{one.code} {_level(one, say)}")),
            text(f" {say('dòng', 'line')} {one.location.line}: " if one.location.line else " "),
            text(say(one.vi, one.en)),
        ]
        if one.location.line and one.location.column and one.location.line <= len(lines):
            line = lines[one.location.line - 1]
            start = one.location.column - 1
            end = min(len(line), start + max(1, (one.location.end or 0) - (one.location.start or 0)))
            marked = element("mark", None, text(line[start:end])) if line[start:end] else NOTHING
            # How far a line stands in says nothing on a page.
            inner.append(element("pre", None, text(line[:start].lstrip()), marked, text(line[end:])))
        if one.source:
            source = text(f"{say('Nguồn', 'Source')}: {one.source}")
            inner += (Markup(" "), element("span", {"class": "source"}, source))
        items.append(element("li", {"class": level}, *inner))
    below = (
        element("ul", None, *items) if items else element("p", None, text(say("Không có gì.", "Nothing.")))
    )
    return element("h2", None, text(checked.file)) + below + "\n"


def _page(say: Say) -> tuple[str, str, str]:
    from cchc.rendering._markup import web_page

    begin, end = web_page(say("Kết quả kiểm tra", "What was found"), _STYLE, say("vi", "en"))
    return f"{begin}\n", "", end


_WRITERS: dict[str, Callable[[Checked, Say], str]] = {"text": _as_text, "json": _as_json, "html": _as_html}
# What stands before all files, between two of them, and behind the last.
_FRAMES: dict[str, Callable[[Say], tuple[str, str, str]]] = {
    "text": lambda _: ("", "", ""),
    "json": lambda _: ("[", ",\n", "]\n"),
    "html": _page,
}


def _summary(files: int, total: Sequence[int], say: Say) -> str:
    errors, warnings, notes, mended, mendable = total
    said = say(
        f"{files} tệp: {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý.",
        f"Files checked: {files}. Errors: {errors}, warnings: {warnings}, notes: {notes}.",
    )
    if mended:
        said += say(f" Đã sửa {mended} chỗ.", f" Mended: {mended}.")
    elif mendable:
        said += say(f" Sửa được {mendable} chỗ bằng --fix.", f" --fix can mend {mendable}.")
    return said
