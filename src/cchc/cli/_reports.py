"""What the commands on reports share: their options, the plan, the list of units."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import click

import cchc
from cchc.cli._frame import Stop, code_of, sentence
from cchc.cli._speech import Say, tell
from cchc.diagnostics import Diagnostic, Severity
from cchc.errors import CchcError
from cchc.model import Body, Plan
from cchc.plugins import Registry
from cchc.reporting import UnitList, read_units

__all__ = [
    "due_option",
    "force_option",
    "output_option",
    "period_option",
    "plan_argument",
    "plan_of",
    "progress",
    "regime_option",
    "registry",
    "slug",
    "tell_all",
    "units_of",
    "units_option",
]

T = TypeVar("T")


def plan_argument(say: Say) -> click.Argument:
    """Return the argument that names the plan."""
    return click.Argument(["plan"], metavar=say("KẾ_HOẠCH", "PLAN"))


def period_option(say: Say) -> click.Option:
    """Return the option ``--period``."""
    return click.Option(
        ["--period"],
        required=True,
        metavar=say("KỲ", "PERIOD"),
        help=say(
            "Kỳ báo cáo: 2027-M03, 2027-Q1, 2027-H1, 2027-9M hoặc 2027 (cả năm).",
            "The period: 2027-M03, 2027-Q1, 2027-H1, 2027-9M, or 2027 for the year.",
        ),
    )


def units_option(say: Say) -> click.Option:
    """Return the option ``--units``."""
    return click.Option(
        ["--units", "units_file"],
        required=True,
        metavar=say("TỆP.csv", "FILE.csv"),
        help=say(
            "Danh sách đơn vị báo cáo: tệp .csv có cột mã và cột tên đơn vị.",
            "The units that report: a .csv file with the columns code and name.",
        ),
    )


def regime_option(say: Say) -> click.Option:
    """Return the option ``--regime``."""
    return click.Option(
        ["--regime"],
        default="cchc",
        metavar=say("CHẾ_ĐỘ", "REGIME"),
        help=say("Chế độ báo cáo; mặc định là cchc.", "The report regime; cchc by default."),
    )


def due_option(say: Say) -> click.Option:
    """Return the option ``--due``."""

    def parse(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:  # noqa: ARG001
        from cchc.text import parse_date

        if value is None:
            return None
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            day = parse_date(value)
        if day is None:
            ctx.fail(
                say(
                    f"--due {value!r} không phải một ngày có thật; viết như 2027-03-16 hoặc 16/3/2027.",
                    f"--due {value!r} is no day of the calendar; write 2027-03-16 or 16/3/2027.",
                )
            )
        return day

    return click.Option(
        ["--due"],
        callback=parse,
        metavar=say("NGÀY", "DATE"),
        help=say(
            "Hạn gửi do nơi nhận đặt. Mặc định theo chế độ báo cáo.",
            "The deadline that the receiver sets. That of the regime by default.",
        ),
    )


def output_option(say: Say) -> click.Option:
    """Return the option ``-o`` for a directory."""
    return click.Option(
        ["-o", "--output"],
        default=".",
        metavar=say("THƯ_MỤC", "DIRECTORY"),
        help=say(
            "Thư mục ghi kết quả; được tạo nếu chưa có. Mặc định là thư mục hiện tại.",
            "Where to write; made if it is missing. The current directory by default.",
        ),
    )


def force_option(say: Say) -> click.Option:
    """Return the option ``--force``."""
    return click.Option(
        ["--force"], is_flag=True, help=say("Ghi đè tệp đã có.", "Overwrite files that exist.")
    )


def registry(say: Say) -> Registry:
    """Return the registry, having said what of it cannot be used."""
    found = Registry.discover()
    for failure in found.failures:
        tell(say("Cảnh báo: phần mở rộng ", "Warning: plugin ") + say(failure.line("vi"), failure.line("en")))
    return found


def plan_of(file: str, found: Registry, say: Say) -> Plan:
    """Return the plan of a file; its doubts are told, and where it has none, the command ends."""
    try:
        reading = cchc.read_plan(file, registry=found)
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    tell_all(reading.diagnostics, say, file)
    return reading.plan


def units_of(file: str, plan: Plan, found: Registry, say: Say) -> tuple[tuple[Body, ...], int]:
    """Return the units of a list and the exit code that it asks for; what is doubtful about it is told."""
    try:
        listed: UnitList = read_units(
            file, knowledge=found.knowledge, on=plan.date or dt.date(plan.year, 1, 1)
        )
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    code = tell_all(listed.diagnostics, say)
    if not listed.units:
        raise Stop(1, say(f"Lỗi: {file} không có đơn vị nào.", f"Error: {file} lists no unit."))
    return listed.units, code


def tell_all(found: Iterable[Diagnostic], say: Say, file: str = "") -> int:
    """Say what was found, and return the exit code that it asks for."""
    code = 0
    for one in found:
        line = say(one.line("vi"), one.line("en"))
        tell(f"{file}: {line}" if file and not one.location.file else line)
        code = max(code, one.severity is Severity.ERROR)
    return code


def slug(words: str) -> str:
    """Return *words* as a part of a file's name: small letters without marks, digits, hyphens."""
    bare = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", bare.encode("ascii", "ignore").decode())[:60].strip("-")


@contextlib.contextmanager
def progress(steps: Sequence[T], label: str) -> Iterator[Iterable[T]]:
    """Give *steps*, with a bar on a terminal where there are many."""
    if len(steps) > 1 and sys.stderr.isatty():
        with click.progressbar(steps, label=label, file=sys.stderr) as bar:
            yield bar
    else:
        yield steps
