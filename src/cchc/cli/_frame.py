"""What every command shares: its language, its help, and how it ends when something is wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

import cchc
from cchc.cli._speech import Say, tell

if TYPE_CHECKING:
    from cchc.plugins import Registry

__all__ = ["Bilingual", "Command", "Stop", "code_of", "fault", "sentence", "tell_failures"]


class Stop(Exception):  # noqa: N818  # it ends a command, and says why where there is a why
    """Ends the command with an exit code; *message* is for people, in their language."""

    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class _Formatter(click.HelpFormatter):
    """Help with Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix="Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading({"Options": "Tùy chọn", "Commands": "Lệnh"}.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class Bilingual(click.Command):
    """A command whose help, options and complaints are in the language of *say*."""

    def __init__(self, name: str, *, say: Say, **attrs: Any) -> None:
        # click puts --help after these.
        attrs["params"] = [*attrs.get("params", ()), _lang_option(say)]
        attrs.setdefault("options_metavar", say("[TÙY CHỌN]", "[OPTIONS]"))
        super().__init__(name, context_settings={"help_option_names": ["-h", "--help"]}, **attrs)
        self.say = say
        if say("vi", "en") == "vi":
            self.context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = self.say("Hiện phần trợ giúp này.", "Show this message.")
        return option


class Command(Bilingual):
    """A subcommand."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the line; words that nothing takes are complained of in the right language."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            words = " ".join(rest)
            ctx.fail(
                self.say(
                    f"Không hiểu phần thừa trên dòng lệnh: {words}", f"Nothing takes these words: {words}"
                )
            )
        return rest


def _lang_option(say: Say) -> click.Option:
    def check(ctx: click.Context, param: click.Parameter, value: str) -> None:  # noqa: ARG001
        if value not in {"vi", "en"}:
            ctx.fail(
                say(
                    f"Không có ngôn ngữ {value!r}. Có: vi, en.",
                    f"There is no language {value!r}. Known: vi, en.",
                )
            )

    return click.Option(
        ["--lang"],
        metavar="vi|en",
        default="vi",
        callback=check,
        expose_value=False,
        help=say("Ngôn ngữ: vi (mặc định) hoặc en.", "Language: vi (default) or en."),
    )


def code_of(error: Exception) -> int:
    """Return the exit code for an error that a verb raised."""
    # Here, and not above: `cchc --version` raises nothing and needs no attrs.
    from cchc.errors import CchcError, ConflictError, CouldNotWriteError, PluginLoadError, RenderError

    if isinstance(error, CouldNotWriteError):
        return 3
    if isinstance(error, RenderError | ConflictError | PluginLoadError) or not isinstance(error, CchcError):
        return 4
    return 1


def sentence(error: Exception, say: Say) -> str:
    """Return what an error says, in the language of *say*."""
    from cchc.errors import CchcError

    if isinstance(error, CchcError):
        return say("Lỗi: ", "Error: ") + say(error.message("vi"), error.message("en")).rstrip()
    return fault(error, say)


def tell_failures(registry: Registry, say: Say) -> None:
    """Say what of the plugins cannot be used."""
    for failure in registry.failures:
        tell(say("Cảnh báo: phần mở rộng ", "Warning: plugin ") + say(failure.line("vi"), failure.line("en")))


def fault(error: Exception, say: Say) -> str:
    """Return one block about a mistake of ours, with what its finder must send to us."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"
    what = f"{type(error).__name__}: {error}"
    version = f"cchc {cchc.__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    return say(
        f"Lỗi của chương trình, không phải của bạn. Hãy gửi các dòng này cho người phát triển:\n  {what}\n  {place}\n  {version}",
        f"This is a fault of the program, not yours. Please report these lines:\n  {what}\n  {place}\n  {version}",
    )
