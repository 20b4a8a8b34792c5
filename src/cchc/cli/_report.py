"""``cchc report``: the returns of a period as one report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs
import click

import cchc
from cchc.cli._frame import Command, Stop, code_of, sentence
from cchc.cli._many import progress, refuse_existing, writable_directory
from cchc.cli._options import directory_option, force_option, period_option, plan_argument, regime_option
from cchc.cli._reports import plan_of, registry, tell_all, units_of
from cchc.cli._speech import Say, shown, tell
from cchc.errors import CchcError, UnknownNameError
from cchc.files import made_directory, path_in, write_atomic
from cchc.model import Asked, Body, Plan, Report
from cchc.reporting import Forms, figures_csv, figures_json, in_order, outcome_of, trace_sheet

__all__ = ["command"]

_FIGURES = {"json": figures_json, "csv": figures_csv}


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    return Command(
        "report",
        say=say,
        help=about,
        callback=lambda **given: _report(say, **given),
        params=[
            plan_argument(say),
            click.Argument(["files"], nargs=-1, required=True, metavar=say("TỆP_THU…", "RETURNS…")),
            period_option(say),
            regime_option(say),
            click.Option(
                ["--units", "units_file"],
                metavar=say("TỆP.csv", "FILE.csv"),
                help=say(
                    "Danh sách đơn vị báo cáo, để nêu đơn vị chưa gửi.",
                    "The units, to name those that are missing.",
                ),
            ),
            click.Option(
                ["--previous"],
                multiple=True,
                metavar=say("TỆP.json", "FILE.json"),
                help=say(
                    "Kết quả thu của kỳ khác để so sánh (kỳ trước, cùng kỳ năm trước).",
                    "Returns of other periods to compare with (the one before, the same one last year).",
                ),
            ),
            click.Option(
                ["--to", "formats"],
                multiple=True,
                default=("docx",),
                metavar=say("ĐỊNH_DẠNG", "FORMAT"),
                help=say(
                    "docx (mặc định), xlsx, html, md, txt …; json, csv cho số liệu; nêu nhiều lần được.",
                    "docx (default), xlsx, html, md, txt …; json, csv for the figures; may be given several times.",
                ),
            ),
            click.Option(
                ["--template"],
                metavar=say("MẪU", "TEMPLATE"),
                help=say(
                    "Mẫu báo cáo. Mặc định theo tỉnh, cấp và ngày.",
                    "The template of the report. By default that of the province, level and day.",
                ),
            ),
            click.Option(
                ["--trace"],
                is_flag=True,
                help=say(
                    "Thêm bảng nguồn: mỗi số liệu lấy từ tệp, trang, ô nào.",
                    "Add a table that says from which file, sheet and cell each figure came.",
                ),
            ),
            directory_option(say),
            force_option(say),
        ],
        epilog=say(
            "Ví dụ: cchc report ke-hoach.yaml thu.json --period 2027-Q1 --to docx --to xlsx -o ket-qua",
            "Example: cchc report plan.yaml returns.json --period 2027-Q1 --to docx --to xlsx -o out",
        ),
    )


def _report(
    say: Say,
    *,
    plan: str,
    files: Sequence[str],
    period: str,
    regime: str,
    units_file: str | None,
    previous: Sequence[str],
    formats: Sequence[str],
    template: str | None,
    trace: bool,
    output: str,
    force: bool,
) -> int:
    found = registry(say)
    subject = plan_of(plan, found, say)
    units, code = units_of(units_file, subject, found, say) if units_file else ((), 0)
    try:
        writers = [found.format(key) for key in dict.fromkeys(formats) if key not in _FIGURES]
        # Whether there is such a period, and whether the plan asks for each figure once.
        Forms(subject, period, found.knowledge, regime=regime)
    except UnknownNameError as error:
        raise Stop(2, sentence(error, say)) from error
    try:
        with progress((*files, *previous), say("Đang đọc kết quả thu", "Reading returns")) as steps:
            report = _of(subject, period, regime, units, [cchc.load_report(file) for file in steps])
        if not any(one.period == period for one in report.returns):
            tell(
                say(
                    f"Cảnh báo: các tệp không có báo cáo nào về kế hoạch {subject.id} cho kỳ {period}.",
                    f"Warning: the files have no return on the plan {subject.id} for {period}.",
                )
            )
        document = cchc.compose(report, template=template, registry=found)
        outcome = outcome_of(report, found.knowledge)
        if trace:
            document = attrs.evolve(document, sheets=(*document.sheets, trace_sheet(report, outcome)))
        code = max(code, tell_all(document.diagnostics, say))
        stem = f"{subject.id}_{period}"
        with progress(writers, say("Đang viết báo cáo", "Writing the report")) as steps:
            made = {f"{stem}{one.suffix}": cchc.render(document, one.key, registry=found) for one in steps}
        for key, write in _FIGURES.items():
            if key in formats:
                made[f"{stem}.{key}"] = write(outcome).encode()
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    _write(made, output, say, force=force)
    return code


def _of(plan: Plan, period: str, regime: str, units: Sequence[Body], files: Iterable[Report]) -> Report:
    """Return what there is on *plan* up to *period*: its returns for the period, and those for earlier ones."""
    whole = cchc.consolidate(*files)
    earlier = tuple(one for one in whole.returns if in_order(one.period) < in_order(period))
    asked = [one for one in whole.asked if (one.plan_id, one.period) == (plan.id, period)]
    if units or not asked:
        # A list that is given now takes the place of that by which the returns were collected.
        asked = [Asked(plan_id=plan.id, period=period, regime=regime, units=tuple(units))]
    return Report(
        returns=(
            *(one for one in whole.returns if (one.plan_id, one.period) == (plan.id, period)),
            *earlier,
        ),
        plans=(plan,),
        asked=asked,
    )


def _write(made: dict[str, bytes], output: str, say: Say, *, force: bool) -> None:
    directory = writable_directory(output, say)
    refuse_existing((directory / name for name in made), say, force=force)
    try:
        with made_directory(directory):
            for name, data in made.items():
                write_atomic(path_in(directory, name), data, overwrite=force)
                print(shown(str(directory / name)))
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
