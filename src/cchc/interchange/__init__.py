"""Plans and reports as files: YAML, JSON and TOML, one form, loaded strictly and dumped so that a person can edit them.

Loading and dumping are inverse. A file that cannot be taken is one error with all its problems, each with its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cchc.diagnostics import Location
    from cchc.model import Plan, Report

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "Format",
    "dump_plan",
    "dump_report",
    "json_schema",
    "load_plan",
    "load_plan_with_places",
    "load_report",
    "load_report_with_places",
]

Format = Literal["yaml", "json", "toml"]

FORMATS: tuple[Format, ...] = ("yaml", "json", "toml")
"""The formats that plans and reports are loaded from and dumped to."""

SUFFIXES: dict[str, Format] = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".toml": "toml"}
"""The format that the ending of a file's name says."""


def load_plan(source: str | Path | bytes, *, format: Format | None = None) -> Plan:  # noqa: A002  # the public name
    """Return the plan of a file, or of the bytes of one.

    The format is told by the suffix of the name (.yaml .yml .json .toml), for bytes by how they begin.

    Raises:
        CouldNotReadError: the file is missing, not permitted, too large, or of no format that its name tells.
        PlanFileError: everything that is wrong with what it says, each with line and column.
        UnknownNameError: there is no such *format*.
    """
    from cchc.interchange._files import load
    from cchc.model import Plan

    plan: Plan = load(Plan, source, format)[0]
    return plan


def load_plan_with_places(
    source: str | Path | bytes,
    *,
    format: Format | None = None,  # noqa: A002  # the public name
) -> tuple[Plan, Mapping[str, Location]]:
    """Return the plan of a file, and the place in it of every value by its path in the model.

    A value that the file writes in a shorter form has no place of its own: look for that of the value around it.
    Offsets count the code points of the text without its byte order mark. Errors are those of :func:`load_plan`.
    """
    from cchc.interchange._files import load, places
    from cchc.model import Plan

    plan, tree = load(Plan, source, format)
    return plan, places(tree, source)


def dump_plan(plan: Plan, format: Format = "yaml") -> str:  # noqa: A002  # the public name
    """Return *plan* as the text of a file that :func:`load_plan` makes the same plan of.

    Raises:
        ModelError: no file can hold the plan; the error says where and why.
        UnknownNameError: there is no such *format*.
    """
    from cchc.interchange._files import dump

    return dump(plan, format)


def load_report(source: str | Path | bytes, *, format: Format | None = None) -> Report:  # noqa: A002  # the public name
    """Return the report of a file, or of the bytes of one; as :func:`load_plan`."""
    from cchc.interchange._files import load
    from cchc.model import Report

    report: Report = load(Report, source, format)[0]
    return report


def load_report_with_places(
    source: str | Path | bytes,
    *,
    format: Format | None = None,  # noqa: A002  # the public name
) -> tuple[Report, Mapping[str, Location]]:
    """Return the report of a file, and the place in it of every value by its path; as :func:`load_plan_with_places`.

    The paths count the entries as the file has them; a report puts its returns in an order of its own.
    """
    from cchc.interchange._files import load, places
    from cchc.model import Report

    report, tree = load(Report, source, format)
    return report, places(tree, source)


def dump_report(report: Report, format: Format = "yaml") -> str:  # noqa: A002  # the public name
    """Return *report* as the text of a file; as :func:`dump_plan`."""
    from cchc.interchange._files import dump

    return dump(report, format)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of plan files, with the terms of the field as descriptions."""
    from cchc.interchange._schema import schema

    return schema()
