"""Every error that cchc raises.

One root, :class:`CchcError`, and narrow leaves. An error is facts (attributes that a program can read) and a sentence
made from them: in English for programmers (``str(error)``), in Vietnamese for officers (``error.message("vi")``).
Every error pickles, so that it survives a worker process.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from cchc.diagnostics import Diagnostic

__all__ = [
    "CchcError",
    "ConflictError",
    "CouldNotReadError",
    "CouldNotWriteError",
    "ModelError",
    "PlanFileError",
    "PluginLoadError",
    "RenderError",
    "UnknownNameError",
    "UnsuitableTemplateError",
]

Lang = Literal["vi", "en"]


class _Sentence(string.Formatter):
    """Write tuples as comma-separated words, so that a template can name ``{known}``."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, tuple):
            return ", ".join(str(part) for part in value)
        return str(super().format_field(value, format_spec))


def _rebuild(cls: type[CchcError], facts: dict[str, Any]) -> CchcError:
    return cls(**facts)


@attrs.define(kw_only=True, eq=False, str=False, slots=False)
class CchcError(Exception):
    """The root of all errors of this package: catch it to catch whatever cchc raises on purpose."""

    en: ClassVar[str] = "Something is wrong."
    vi: ClassVar[str] = "Có lỗi."

    def facts(self) -> dict[str, Any]:
        """Return the attributes of this error by name."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(type(self))}

    def message(self, lang: Lang = "en") -> str:
        """Return the sentence of this error in *lang*."""
        return _Sentence().vformat(self.vi if lang == "vi" else self.en, (), self.facts())

    def __str__(self) -> str:
        return self.message("en")

    def __reduce__(self) -> tuple[Callable[..., CchcError], tuple[type[CchcError], dict[str, Any]]]:
        return _rebuild, (type(self), self.facts())


@attrs.define(kw_only=True, eq=False, str=False, slots=False)
class ModelError(CchcError, ValueError):
    """A value does not fit its field of the model; *where* is the field, *why* what it must be."""

    en = "{where}: {why} (got {value!r})."
    vi = "{where}: giá trị {value!r} không hợp lệ. {why_vi}"

    where: str
    value: object
    why: str
    why_vi: str = ""


@attrs.define(kw_only=True, eq=False, str=False, slots=False)
class PlanFileError(CchcError, ValueError):
    """A plan or report file cannot be taken; *problems* lists everything that is wrong with it, in file order.

    Each problem has a code, its place (path in the model, line and column in the file) and a sentence that says what
    to do, with the nearest known key or value where there is one.
    """

    source: str
    problems: tuple[Diagnostic, ...]

    def message(self, lang: Lang = "en") -> str:
        """Return one line for the file and one for each problem."""
        count = len(self.problems)
        head = f"{self.source}: {count} lỗi" if lang == "vi" else f"{self.source}: {count} problem(s)"
        return "\n".join([head, *("  " + problem.line(lang) for problem in self.problems)])


@attrs.define(kw_only=True, eq=False, str=False, slots=False)
class CouldNotReadError(CchcError, ValueError):
    """A source cannot be opened or is not what it is said to be; nothing was read."""

    en = "Cannot read {source}: {why}. {hint}"
    vi = "Không đọc được {source}: {why_vi}. {hint_vi}"

    source: str
    why: str
    why_vi: str
    hint: str = ""
    hint_vi: str = ""


@attrs.define(kw_only=True, eq=False, str=False, slots=False)
class CouldNotWriteError(CchcError, OSError):
    """A file cannot be written; what stood in its place before is untouched."""

    en = "Cannot write {target}: {why}. {hint}"
    vi = "Không ghi được {target}: {why_vi}. {hint_vi}"

    target: str
    why: str
    why_vi: str
    hint: str = ""
    hint_vi: str = ""


@attrs.define(kw_only=True, eq=False, str=False, slots=False)
class UnknownNameError(CchcError, LookupError):
    """A name that is not registered: *noun* is what was asked for (format, template, province …)."""

    en = "Unknown {noun} {name!r}. {hint}Known: {known}."
    vi = "Không có {noun_vi} {name!r}. {hint_vi}Có: {known}."

    noun: str
    noun_vi: str
    name: str
    known: tuple[str, ...] = ()
    hint: str = ""
    hint_vi: str = ""


@attrs.define(kw_only=True, eq=False, str=False, slots=False)
class ConflictError(CchcError):
    """Two sources claim one key, so that neither can be trusted; *first* and *second* name them."""

    en = "Both {first} and {second} claim {noun} {name!r}. Block one of the two, or rename its key."
    vi = "{first} và {second} cùng khai báo {noun} {name!r}. Hãy tắt một trong hai hoặc đổi khóa."

    noun: str
    name: str
    first: str
    second: str


@attrs.define(kw_only=True, eq=False, str=False, slots=False)
class PluginLoadError(CchcError):
    """A plugin that was required, or any plugin under ``strict=True``, could not be used."""

    en = "Plugin {name!r} cannot be used: {why}. {hint}"
    vi = "Không dùng được phần mở rộng {name!r}: {why_vi}. {hint_vi}"

    name: str
    why: str
    why_vi: str
    hint: str = ""
    hint_vi: str = ""


@attrs.define(kw_only=True, eq=False, str=False, slots=False)
class UnsuitableTemplateError(CchcError, ValueError):
    """No template, or not the named one, serves this subject at its level and date."""

    en = "No template for {subject}: {why}. {hint}"
    vi = "Không có mẫu cho {subject}: {why_vi}. {hint_vi}"

    subject: str
    why: str
    why_vi: str
    hint: str = ""
    hint_vi: str = ""


@attrs.define(kw_only=True, eq=False, str=False, slots=False)
class RenderError(CchcError):
    """A format could not write a document; *name* is the format and *why* what it met."""

    en = "Format {name!r} cannot write {subject}: {why}."
    vi = "Định dạng {name!r} không viết được {subject}: {why}."

    name: str
    subject: str
    why: str
