"""The options and arguments that several commands have, in one wording."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

import click

from cchc.cli._speech import Say
from cchc.text import parse_date

__all__ = [
    "day_option",
    "directory_option",
    "due_option",
    "force_option",
    "form_option",
    "period_option",
    "plan_argument",
    "regime_option",
    "units_option",
    "year_option",
]

Parse = Callable[[click.Context, click.Parameter, str | None], dt.date | None]


def plan_argument(say: Say) -> click.Argument:
    """Return the argument that names the plan."""
    return click.Argument(["plan"], metavar=say("KẾ_HOẠCH", "PLAN"))


def directory_option(say: Say) -> click.Option:
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


def form_option(say: Say, forms: Sequence[str] = ("text", "json")) -> click.Option:
    """Return the option ``--format`` of commands that print in one of several forms, the first by default."""
    known = ", ".join(forms)

    def check(ctx: click.Context, param: click.Parameter, value: str) -> str:  # noqa: ARG001
        if value not in forms:
            ctx.fail(
                say(f"Không có dạng {value!r}. Có: {known}.", f"There is no form {value!r}. Known: {known}.")
            )
        return value

    others = ", ".join(forms[1:])
    return click.Option(
        ["--format", "form"],
        default=forms[0],
        callback=check,
        metavar="|".join(forms),
        help=say(f"Dạng in ra: {forms[0]} (mặc định), {others}.", f"Form: {forms[0]} (default), {others}."),
    )


def day_option(say: Say, about: str = "") -> click.Option:
    """Return the option ``--on``; *about* says what the day decides, where it is not the plan's layout."""
    return click.Option(
        ["--on"],
        callback=_day("--on", say),
        metavar=say("NGÀY", "DATE"),
        help=about
        or say(
            "Ngày quyết định thể thức và tên cơ quan. Mặc định là ngày của kế hoạch, nếu chưa có thì ngày 01/01 của năm.",
            "The day that decides layout and names. By default the plan's date, else 1 January of its year.",
        ),
    )


def due_option(say: Say) -> click.Option:
    """Return the option ``--due``."""
    return click.Option(
        ["--due"],
        callback=_day("--due", say),
        metavar=say("NGÀY", "DATE"),
        help=say(
            "Hạn gửi do nơi nhận đặt. Mặc định theo chế độ báo cáo.",
            "The deadline that the receiver sets. That of the regime by default.",
        ),
    )


def _day(option: str, say: Say) -> Parse:
    def parse(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:  # noqa: ARG001
        if value is None:
            return None
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            day = parse_date(value)
        if day is None:
            ctx.fail(
                say(
                    f"{option} {value!r} không phải một ngày có thật; viết như 2027-01-31 hoặc 31/01/2027.",
                    f"{option} {value!r} is no day of the calendar; write 2027-01-31 or 31/01/2027.",
                )
            )
        return day

    return parse


def year_option(say: Say, about: str, *, required: bool = False) -> click.Option:
    """Return the option ``--year``; where it is not *required*, this year is meant by default."""

    def parse(ctx: click.Context, param: click.Parameter, value: str | None) -> int:  # noqa: ARG001
        if value is None:
            return dt.date.today().year
        # The years that a plan can have.
        if not re.fullmatch("[0-9]{4}", value) or not 1945 <= int(value) <= 2200:
            ctx.fail(
                say(
                    f"--year {value!r} không phải một năm từ 1945 đến 2200.",
                    f"--year {value!r} is no year from 1945 to 2200.",
                )
            )
        return int(value)

    return click.Option(["--year"], required=required, callback=parse, metavar=say("NĂM", "YEAR"), help=about)


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


def regime_option(say: Say) -> click.Option:
    """Return the option ``--regime``."""
    return click.Option(
        ["--regime"],
        default="cchc",
        metavar=say("CHẾ_ĐỘ", "REGIME"),
        help=say(
            "Chế độ báo cáo: cchc (mặc định), dinh-ky …", "The report regime: cchc (default), dinh-ky …"
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
