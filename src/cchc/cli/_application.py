"""The command and its subcommands, in one of two languages; a subcommand is loaded when it is called."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence

import click

import cchc
from cchc.cli._frame import Bilingual, Command, Stop, fault
from cchc.cli._speech import Say, is_of_output, tell

__all__ = ["run"]

# Name, module, Vietnamese, English.
_COMMANDS: dict[str, tuple[str, str, str]] = {
    "new": ("_new", "Viết một tệp kế hoạch mẫu để bắt đầu.", "Write a plan file to start from."),
    "render": (
        "_render",
        "Viết kế hoạch thành văn bản Word, sổ Excel, trang web.",
        "Write plans as Word, Excel and web documents.",
    ),
    "read": (
        "_read",
        "Đọc văn bản cũ (.docx, .html, .txt) thành tệp kế hoạch.",
        "Read documents (.docx, .html, .txt) into plan files.",
    ),
    "check": (
        "_check",
        "Kiểm tra kế hoạch: sai ở đâu, vì sao, theo văn bản nào.",
        "Check plans: what is wrong, where, and by which rule.",
    ),
    "explain": ("_explain", "Giải thích một quy tắc kiểm tra.", "Explain a rule."),
    "rollover": (
        "_rollover",
        "Lập dự thảo kế hoạch năm sau từ kế hoạch cũ.",
        "Draft next year's plan from an old one.",
    ),
    "lookup": (
        "_lookup",
        "Tra cứu văn bản, đơn vị hành chính, cơ quan, chữ viết tắt theo ngày.",
        "Look up a document, a unit, an agency or a short form on a day.",
    ),
    "cite": ("_cite", "Liệt kê các viện dẫn văn bản trong một tệp.", "List the legal citations of a file."),
    "periods": (
        "_periods",
        "In lịch báo cáo của một năm: ngày chốt số liệu và hạn gửi.",
        "Print the calendar of reports of a year: cut-offs and deadlines.",
    ),
    "forms": (
        "_forms",
        "Lập biểu báo cáo (.xlsx) cho từng đơn vị từ kế hoạch.",
        "Make the form (.xlsx) that each unit fills in, from the plan.",
    ),
    "collect": (
        "_collect",
        "Đọc các biểu đã gửi về, nêu mọi điểm nghi ngờ, ghi thành một tệp kết quả thu.",
        "Read the forms that came back, say every doubt, write one file of returns.",
    ),
    "report": (
        "_report",
        "Tổng hợp kết quả thu thành báo cáo: Word, Excel, trang web, số liệu JSON và CSV.",
        "Consolidate returns into one report: Word, Excel, web page, figures as JSON and CSV.",
    ),
    "plugins": (
        "_plugins",
        "Liệt kê các phần mở rộng và lỗi của chúng.",
        "List the plugins, and what is wrong with them.",
    ),
    "schema": ("_schema", "In lược đồ JSON của tệp kế hoạch.", "Print the JSON Schema of plan files."),
}


class _Application(Bilingual, click.Group):
    """The command ``cchc``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, vi, en = _COMMANDS[cmd_name]
        make: Callable[[Say, str], Command] = importlib.import_module(f"cchc.cli.{module}").command
        return make(self.say, self.say(vi, en))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not ctx.resilient_parsing and args[0] not in _COMMANDS and not args[0].startswith("-"):
            import difflib

            near = "".join(difflib.get_close_matches(args[0], _COMMANDS, n=1))
            known = ", ".join(_COMMANDS)
            ctx.fail(
                self.say(
                    f"Không có lệnh {args[0]!r}. " + (f"Có phải là {near}?" if near else f"Có: {known}."),
                    f"There is no command {args[0]!r}. "
                    + (f"Did you mean {near}?" if near else f"Known: {known}."),
                )
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # click would load every subcommand for its one line.
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.say(vi, en)) for name, (_, vi, en) in _COMMANDS.items()])


def _application(say: Say) -> click.Group:
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help=say("Hiện phiên bản.", "Show the version."),
        callback=_show_version,
    )
    return _Application(
        "cchc",
        say=say,
        params=[version],
        subcommand_metavar=say("LỆNH …", "COMMAND …"),
        invoke_without_command=True,
        no_args_is_help=False,
        callback=_help_alone,
        help=say(
            "Kế hoạch thông tin, tuyên truyền cải cách hành chính: soạn và viết thành văn bản hành chính.",
            "Communication plans on administrative reform: draft them, and write them as official documents.",
        ),
        epilog=say(
            "Mã kết thúc: 0 xong; 1 dữ liệu vào có lỗi; 2 dòng lệnh sai; 3 không ghi được; 4 lỗi của cchc hoặc phần mở rộng.",
            "Exit codes: 0 done; 1 something is wrong with an input; 2 with the command line; 3 it cannot write; 4 cchc or "
            "a plugin failed.",
        ),
    )


@click.pass_context
def _help_alone(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        raise Stop(2, ctx.get_help())


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001
    if value and not ctx.resilient_parsing:
        print(f"cchc {cchc.__version__}")
        ctx.exit()


def run(line: Sequence[str], say: Say) -> int:
    """Run a command line and return its exit code; whatever is raised becomes one readable block."""
    try:
        # Not click's own main: it would end the process where a pipe breaks, and speak English.
        application = _application(say)
        with application.make_context("cchc", list(line)) as ctx:
            code = application.invoke(ctx)
    except Stop as stop:
        if stop.message:
            tell(stop.message)
        return stop.code
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        tell(say("Lỗi: ", "Error: ") + _complaint(error, say))
        if isinstance(error, click.UsageError) and error.ctx:
            path = error.ctx.command_path
            tell(say(f"Xem cách dùng: {path} --help", f"How to use it: {path} --help --lang en"))
        return 2
    except OSError as error:
        if is_of_output(error):
            raise
        tell(fault(error, say))
        return 4
    except Exception as error:  # noqa: BLE001  # an officer gets one block to send on, never a traceback
        tell(fault(error, say))
        return 4
    return int(code or 0)


def _complaint(error: click.ClickException, say: Say) -> str:
    """Return what is wrong with the command line, in Vietnamese where click knows only English."""
    if isinstance(error, click.MissingParameter) and error.param:
        name = (
            error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name
        )
        return say(f"Thiếu {name}.", f"{name} is missing.")
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities[0] if error.possibilities else ""
        return say(
            f"Không có tùy chọn {error.option_name}." + (f" Có phải là {near}?" if near else ""),
            f"There is no option {error.option_name}." + (f" Did you mean {near}?" if near else ""),
        )
    if isinstance(error, click.BadOptionUsage):
        return say(
            f"Tùy chọn {error.option_name} viết chưa đúng: thiếu hoặc thừa giá trị.", error.format_message()
        )
    return error.format_message()
