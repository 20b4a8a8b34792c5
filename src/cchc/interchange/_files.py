"""From source to model and back: which syntax, which text, one error with all problems."""

from __future__ import annotations

import codecs
import importlib
import re
from pathlib import Path
from typing import Any

from cchc.diagnostics import Location
from cchc.errors import CouldNotReadError, PlanFileError, UnknownNameError
from cchc.files import Source, name_of, read_source, refuse_text
from cchc.interchange import FORMATS, SUFFIXES
from cchc.interchange._dump import unbuild
from cchc.interchange._load import build
from cchc.interchange._problems import Enough, Problems, model_path
from cchc.interchange._tree import REFUSED, Mark, Marks, TooManyValues, Tree
from cchc.model import Plan, Report

# How many bytes, and how many lines or values, a file may have. A plan is 60 KB and a thousand values; a national quarter,
# 3,321 units with 60 figures each, is 30 MB and two million.
LIMITS: dict[type, tuple[int, int]] = {Plan: (8_000_000, 100_000), Report: (128_000_000, 8_000_000)}

# What ends a line of a file, or of a text in it.
_BREAKS = ("\n", "\\n", "\\r", "\\u000", "\\x0", "\\N", "\\L", "\\P")
# The first line of a TOML file that says anything is a key with its value: tables come after.
_TOML = re.compile(r"(?:\s|#[^\n]*\n)*[\w\"'.-]+[ \t]*=")

# Editors look for the schema beside the file; `cchc schema` prints it.
_HEADS = {"yaml": "# yaml-language-server: $schema=plan.schema.json\n", "toml": "#:schema plan.schema.json\n"}


def load(cls: type, source: Source, format: str | None) -> tuple[Any, Tree]:  # noqa: A002
    """Return the *cls* that *source* holds, and the tree that it was made of."""
    refuse_text(source)
    if format is not None:
        _known(format)
    elif not isinstance(source, bytes):
        format = _by_suffix(source)  # noqa: A001
    name = name_of(source)
    found = Problems()
    tree = Tree(REFUSED, lambda: Marks({}, {}))
    made: Any = REFUSED
    try:
        size, most = LIMITS[cls]
        text = _text(read_source(source, limit=size), found)
        if text is not None:
            if sum(map(text.count, _BREAKS)) > most:
                raise TooManyValues
            tree = _syntax(format or _by_beginning(text)).parse(text, found, most)
            made = build(cls, tree.value, found)
    except Enough:
        pass
    except TooManyValues:
        raise _too_many(name, most) from None
    if found:
        raise PlanFileError(source=name, problems=found.diagnostics(name, tree.marks))
    return made, tree


def _too_many(name: str, most: int) -> CouldNotReadError:
    return CouldNotReadError(
        source=name,
        why=f"it has more than {most:,} lines or values",
        why_vi=f"tệp có hơn {most:,} dòng hoặc giá trị".replace(",", "."),
        hint="Check that this is the right file.",
        hint_vi="Hãy kiểm tra có đúng tệp không.",
    )


def places(tree: Tree, source: Source) -> dict[str, Location]:
    """Return the place of every value of a file by its path in the model."""
    file = "" if isinstance(source, bytes) else name_of(source)
    return {
        model_path(steps): Location(
            file=file,
            path=model_path(steps),
            line=mark.line,
            column=mark.column,
            start=mark.start,
            end=mark.end,
        )
        for steps, mark in tree.marks().values.items()
    }


def dump(value: Plan | Report, format: str) -> str:  # noqa: A002
    """Return *value* as text in *format*."""
    _known(format)
    tree = unbuild(value)
    head = _HEADS.get(format, "") if isinstance(value, Plan) else ""
    if format == "json" and isinstance(value, Plan):
        tree = {"$schema": "plan.schema.json", **tree}
    text: str = head + _syntax(format).write(tree)
    return text


def _known(name: str) -> None:
    if name not in FORMATS:
        raise UnknownNameError(noun="file format", noun_vi="định dạng tệp", name=name, known=FORMATS)


def _by_suffix(source: str | Path) -> str:
    suffix = Path(source).suffix.lower()
    if suffix not in SUFFIXES:
        raise CouldNotReadError(
            source=name_of(source),
            why=f"its name ends in {suffix!r}" if suffix else "its name has no ending",
            why_vi=f"tên tệp có đuôi {suffix!r}" if suffix else "tên tệp không có đuôi",
            hint="Plan and report files end in .yaml, .yml, .json or .toml; say format= for any other name.",
            hint_vi="Tệp kế hoạch và báo cáo có đuôi .yaml, .yml, .json hoặc .toml.",
        )
    return SUFFIXES[suffix]


def _by_beginning(text: str) -> str:
    if text.lstrip().startswith("{"):
        return "json"
    return "toml" if _TOML.match(text) else "yaml"


def _syntax(name: str) -> Any:
    return importlib.import_module(f"cchc.interchange._{name}")


def _text(data: bytes, found: Problems) -> str | None:
    why = why_vi = ""
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        why, why_vi = ": it is a document of an office program", ": đây là tệp Word, Excel hoặc PDF"
    elif (
        data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        or data[:1000].count(0) > len(data[:1000]) // 5
    ):
        why, why_vi = ": it looks like UTF-16", ": có vẻ là UTF-16"
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8-sig", "replace")
            line = before.count("\n") + 1
            column = len(before) - before.rfind("\n")
            mark = Mark(line, column, len(before), len(before))
            why, why_vi = f": byte 0x{data[error.start]:02X}", f": byte 0x{data[error.start]:02X}"
            found.add("CF001", mark=mark, why=why, why_vi=why_vi)
            return None
        if text.strip():
            return text
        found.add("CF003", mark=Mark(1, 1, 0, 0))
        return None
    found.add("CF001", mark=Mark(1, 1, 0, 0), why=why, why_vi=why_vi)
    return None
