"""``cchc collect``: what came back, as one file of returns, and every doubt about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import click

import cchc
from cchc.cli._frame import Command, Stop, code_of, sentence
from cchc.cli._many import matching, progress, refuse_existing, refuse_suffix
from cchc.cli._options import (
    due_option,
    force_option,
    period_option,
    plan_argument,
    regime_option,
    units_option,
)
from cchc.cli._reports import plan_of, registry, tell_all, units_of
from cchc.cli._speech import Say, print_table, shown, tell
from cchc.errors import CchcError, UnknownNameError
from cchc.files import write_atomic
from cchc.interchange import SUFFIXES
from cchc.plugins import Registry
from cchc.reporting import STATE_WORDS, Collection, Forms, Return, collect, status_document
from cchc.text import short_date

__all__ = ["command"]


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    return Command(
        "collect",
        say=say,
        help=about,
        callback=lambda **given: _collect(say, **given),
        params=[
            plan_argument(say),
            click.Argument(["files"], nargs=-1, metavar=say("TỆP…", "FILE…")),
            period_option(say),
            units_option(say),
            regime_option(say),
            due_option(say),
            click.Option(
                ["--previous"],
                multiple=True,
                metavar=say("TỆP.json", "FILE.json"),
                help=say(
                    "Kết quả thu của kỳ trước, để phát hiện số lũy kế giảm; nêu nhiều lần được.",
                    "Returns of an earlier period, to find cumulative figures that fell; may be given several times.",
                ),
            ),
            click.Option(
                ["-o", "--output"],
                metavar=say("TỆP.json", "FILE.json"),
                help=say(
                    "Tệp ghi kết quả thu (.json, .yaml, .toml).",
                    "Where to write the returns (.json, .yaml, .toml).",
                ),
            ),
            click.Option(
                ["--status"],
                is_flag=True,
                help=say("In bảng tình hình gửi báo cáo.", "Print who has reported."),
            ),
            click.Option(
                ["--status-file"],
                metavar=say("TỆP", "FILE"),
                help=say(
                    "Ghi bảng tình hình gửi báo cáo ra tệp .xlsx, .html, .docx …",
                    "Write who has reported to a file: .xlsx, .html, .docx …",
                ),
            ),
            force_option(say),
        ],
        epilog=say(
            "Ví dụ: cchc collect ke-hoach.yaml nhan/*.xlsx --period 2027-Q1 --units don-vi.csv -o thu.json --status",
            "Example: cchc collect plan.yaml in/*.xlsx --period 2027-Q1 --units units.csv -o returns.json --status",
        ),
    )


def _collect(
    say: Say,
    *,
    plan: str,
    files: Sequence[str],
    period: str,
    units_file: str,
    regime: str,
    due: dt.date | None,
    previous: Sequence[str],
    output: str | None,
    status: bool,
    status_file: str | None,
    force: bool,
) -> int:
    refuse_suffix(output, SUFFIXES, say)
    found = registry(say)
    subject = plan_of(plan, found, say)
    units, code = units_of(units_file, subject, found, say)
    writer = _writer(status_file, found, say)
    try:
        forms = Forms(subject, period, found.knowledge, regime=regime, due=due)
        earlier = cchc.consolidate(*(cchc.load_report(file) for file in previous))
    except UnknownNameError as error:
        raise Stop(2, sentence(error, say)) from error
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    refuse_existing([one for one in (output, status_file) if one], say, force=force)
    paths = list(dict.fromkeys(path for file in files for path in matching(file)))
    # Excel marks a workbook that somebody has open by a file of this name; it is none that was sent.
    marks = [path for path in paths if Path(path).name.startswith("~$")]
    paths = [path for path in paths if path not in marks]
    for path in marks:
        tell(
            say(
                f"{shown(path)}: tệp tạm của Excel, bỏ qua; tệp gốc đang được mở, hãy lưu và đóng rồi thu lại nếu vừa sửa.",
                f"{shown(path)}: a mark of Excel, passed over; its workbook is open: save and close it if it was changed.",
            )
        )
    with progress(paths, say("Đang đọc", "Reading")) as steps:
        got = collect(
            forms,
            units,
            (Return(path, _received(path)) for path in steps),
            previous=earlier,
            knowledge=found.knowledge,
        )
    code = max(code, tell_all((one for one in got.diagnostics if one.code != "CN120" or not status), say))
    try:
        if output:
            syntax = SUFFIXES[Path(output).suffix.lower()]
            _write(output, cchc.dump_report(got.report, syntax).encode(), force=force)
        if status_file and writer:
            document = status_document(got, subject, forms.period_of(units[0]))
            _write(status_file, cchc.render(document, writer, registry=found), force=force)
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    if status:
        _print_status(got)
    tell(
        say(
            f"{len(got.reports)}/{len(got.status)} đơn vị đã báo cáo; đọc {len(paths)} tệp.",
            f"{len(got.reports)} of {len(got.status)} units have reported; {len(paths)} files read.",
        )
    )
    return code


def _writer(status_file: str | None, found: Registry, say: Say) -> str:
    if status_file is None:
        return ""
    suffix = Path(status_file).suffix.lower()
    for one in found.formats:
        if one.suffix == suffix:
            return one.key
    known = ", ".join(one.suffix for one in found.formats)
    raise Stop(
        2,
        say(
            f"Lỗi: --status-file {status_file}: không có định dạng cho đuôi {suffix!r}. Có: {known}.",
            f"Error: --status-file {status_file}: no format ends in {suffix!r}. Known: {known}.",
        ),
    )


def _received(path: str) -> dt.date | None:
    """Return the day on which a file was saved here: of mail and portals that is the day of receipt."""
    try:
        return dt.datetime.fromtimestamp(Path(path).stat().st_mtime).date()  # noqa: DTZ006  # the day of this office
    except (OSError, ValueError, OverflowError):
        return None


def _write(target: str, data: bytes, *, force: bool) -> None:
    write_atomic(target, data, overwrite=force)
    print(shown(target))


def _print_status(got: Collection) -> None:
    rows = [("Đơn vị", "Tình trạng", "Ngày nhận", "Hạn gửi", "Lỗi", "Cần xem", "Tệp")]
    rows += [
        (
            one.unit.words,
            STATE_WORDS[one.state],
            short_date(one.received) if one.received else "-",
            short_date(one.due) if one.due else "-",
            str(one.errors),
            str(one.warnings),
            one.file or "-",
        )
        for one in got.status
    ]
    print_table(rows)
