"""``cchc periods``: the calendar of reports of a year."""

from __future__ import annotations

import datetime as dt
import json

import click

from cchc.cli._frame import Command, Stop, sentence
from cchc.cli._options import regime_option, year_option
from cchc.cli._speech import Say, print_table, shown, tell
from cchc.errors import UnknownNameError
from cchc.plugins import Knowledge, Registry
from cchc.reporting import Period, calendar
from cchc.text import short_date

__all__ = ["command"]

_LEVELS = {
    "ministry": "bộ",
    "province": "tỉnh",
    "department": "sở, ngành",
    "district": "huyện",
    "commune": "xã",
}
_DAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "CN")


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""

    def level(ctx: click.Context, param: click.Parameter, value: str) -> str:  # noqa: ARG001
        if value not in _LEVELS:
            known = ", ".join(_LEVELS)
            ctx.fail(
                say(f"Không có cấp {value!r}. Có: {known}.", f"There is no level {value!r}. Known: {known}.")
            )
        return value

    return Command(
        "periods",
        say=say,
        help=about,
        callback=lambda **given: _periods(say, **given),
        params=[
            regime_option(say),
            year_option(say, say("Năm; mặc định là năm nay.", "The year; this year by default.")),
            click.Option(
                ["--level"],
                default="province",
                callback=level,
                metavar="|".join(_LEVELS),
                help=say("Cấp của cơ quan báo cáo.", "Level of the body that reports."),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=say("In dạng JSON.", "Print JSON.")),
        ],
        epilog=say("Ví dụ: cchc periods --regime cchc --year 2027", "Example: cchc periods --year 2027"),
    )


def _periods(say: Say, *, regime: str, year: int, level: str, as_json: bool) -> int:
    knowledge = Registry.discover().knowledge
    try:
        found = calendar(year, level=level, knowledge=knowledge, regime=regime)  # type: ignore[arg-type]  # checked above
    except UnknownNameError as error:
        raise Stop(2, sentence(error, say)) from error
    if as_json:
        print(json.dumps([_facts(one) for one in found], ensure_ascii=False, indent=2))
        return 0
    if not found:
        tell(
            say(
                f"Chế độ {regime} không có kỳ nào cho cấp {_LEVELS[level]} trong năm {year}.",
                f"The regime {regime} has no period for the level {level} in {year}.",
            )
        )
        return 1
    head = say(
        "Kỳ|Tên|Từ ngày|Chốt số liệu|Hạn gửi|Ngày làm việc giữa", "Period|Name|From|Cut-off|Due|Working days"
    ).split("|")
    print_table([head, *(_row(one, knowledge, say) for one in found)])
    for one in dict.fromkeys(one.regime for one in found):
        print(shown(f"\n{one.law}. {one.note}".rstrip()))
    if free := [one for one in found if not one.is_set]:
        least = " / ".join(f"{count:02}" for count in sorted({one.least for one in free}))
        print(
            say(
                "(*) Chưa có văn bản nào ấn định; là ngày sớm nhất theo Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5, hoặc quy định nêu "
                f"trên (cách ngày chốt số liệu ít nhất {least} ngày làm việc). Đặt hạn khác bằng `cchc forms --due`.",
                "(*) No document sets it; it is the first day that Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5, or the rule above "
                f"allows (at least {least} working days behind the cut-off). Set another with `cchc forms --due`.",
            )
        )
    if any(one.due and not knowledge.is_working_day(one.due) for one in found):
        print(
            say(
                "Hạn gửi rơi vào ngày nghỉ thì nên gửi vào ngày làm việc liền trước, ghi sau dấu ←.",
                "Where a deadline is a day off, the working day before it stands behind the arrow ←.",
            )
        )
    return 0


def _row(one: Period, knowledge: Knowledge, say: Say) -> list[str]:
    return [
        one.id,
        one.name,
        short_date(one.start) if one.start else "-",
        _day(one.end, knowledge, say),
        _day(one.due, knowledge, say) + _before(one.due, knowledge) + ("" if one.is_set else " (*)"),
        _room(one, say),
    ]


def _day(day: dt.date | None, knowledge: Knowledge, say: Say) -> str:
    if day is None:
        return "-"
    name = say("CN" if day.weekday() == 6 else f"thứ {_DAYS[day.weekday()]}", f"{day:%a}")
    off = "" if knowledge.is_working_day(day) else say(", ngày nghỉ", ", day off")
    return f"{short_date(day)} ({name}{off})"


def _before(due: dt.date | None, knowledge: Knowledge) -> str:
    if due is None or knowledge.is_working_day(due):
        return ""
    return f" ← {short_date(knowledge.add_working_days(due, -1))}"


def _room(one: Period, say: Say) -> str:
    if one.working_days is None:
        return "-"
    short = one.working_days < one.least
    return f"{one.working_days}" + (
        say(f" (thiếu: cần {one.least})", f" (too few: {one.least} wanted)") if short else ""
    )


def _facts(one: Period) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "start": one.start.isoformat() if one.start else None,
        "end": one.end.isoformat() if one.end else None,
        "due": one.due.isoformat() if one.due else None,
        "is_set": one.is_set,
        "working_days": one.working_days,
        "least_working_days": one.least,
        "law": one.regime.law,
        "source": one.regime.source,
        "confidence": one.regime.confidence,
    }
