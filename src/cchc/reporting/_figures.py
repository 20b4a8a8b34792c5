"""Figures for other systems: JSON and CSV, each with the cells that it came from."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

from cchc.model import Body, CellSource
from cchc.reporting._outcome import Course, Outcome, Row
from cchc.reporting._sums import group_of

__all__ = ["figures_csv", "figures_json"]


def figures_json(outcome: Outcome) -> str:
    """Return what a report comes to as JSON: who reported, sums with what they are compared with, states, every source.

    Numbers are exact, as they were added up: whole ones as numbers, decimals as texts. A sum that cannot be made is null.
    """
    tree = {
        "plan": outcome.plan.id if outcome.plan else None,
        "period": outcome.period,
        "start": outcome.start and outcome.start.isoformat(),
        "end": outcome.end and outcome.end.isoformat(),
        "asked": outcome.asked,
        "reported": [_unit(one) for one in outcome.reported],
        "missing": [_unit(one) for one in outcome.missing],
        "figures": [_figure(one) for one in outcome.rows],
        "duties": [_duty(one) for one in outcome.courses],
    }
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def _figure(row: Row) -> dict[str, object]:
    one = row.sum
    return {
        "indicator": one.indicator.id,
        "name": one.indicator.name,
        "unit": one.indicator.unit,
        "adds": one.indicator.adds,
        "value": _text(one.value),
        "so_far": _text(row.so_far),
        "target": _text(row.target),
        "before": _text(row.before),
        "last_year": _text(row.last_year),
        "parts": [
            {**_unit(part.unit), "value": _text(part.value), **_cell(part.source)} for part in one.parts
        ],
    }


def _duty(course: Course) -> dict[str, object]:
    return {
        "id": course.task.id,
        "name": course.task.content,
        "steps": [
            {**_unit(step.unit), "status": step.progress.status, **_cell(step.progress.source)}
            for step in course.steps
        ],
    }


def _unit(unit: Body) -> dict[str, str]:
    return {"code": unit.code or "", "name": unit.words, "group": group_of(unit)}


def _cell(source: CellSource) -> dict[str, str]:
    return {"file": source.file, "sheet": source.sheet, "cell": source.cell}


def _text(value: int | Decimal | None) -> int | str | None:
    # A reader of JSON would make a float of a decimal; as text it stays what it is.
    return f"{value:f}" if isinstance(value, Decimal) else value


_COLUMNS = (
    "plan", "period", "code", "unit", "group", "indicator", "name", "count", "value", "file", "sheet", "cell",
)  # fmt: skip


def figures_csv(outcome: Outcome) -> str:
    """Return one line for each figure of each unit, in UTF-8 with a mark that Excel knows it by."""
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\r\n")
    rows.writerow(_COLUMNS)
    plan = outcome.plan.id if outcome.plan else ""
    for row in outcome.rows:
        indicator = row.sum.indicator
        for part in row.sum.parts:
            unit, source = part.unit, part.source
            rows.writerow(
                [
                    *map(_plain, (plan, outcome.period, unit.code or "", unit.words, group_of(unit))),
                    *map(_plain, (indicator.id, indicator.name, indicator.unit)),
                    _text(part.value),
                    *map(_plain, (source.file, source.sheet, source.cell)),
                ]
            )
    return "\ufeff" + stream.getvalue()


def _plain(words: str) -> str:
    # A spreadsheet takes what begins like this for a formula.
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
