"""Figures for other systems: JSON and CSV, each with the cells that it came from."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal

from cchc.reporting._sums import Sum, group_of

__all__ = ["figures_csv", "figures_json"]


def figures_json(plan_id: str, period: str, found: Sequence[Sum]) -> str:
    """Return sums and their parts as JSON; numbers are exact, as they were added up."""
    tree = {
        "plan": plan_id,
        "period": period,
        "figures": [
            {
                "indicator": one.indicator.id,
                "name": one.indicator.name,
                "unit": one.indicator.unit,
                "adds": one.indicator.adds,
                "value": _text(one.value),
                "parts": [
                    {
                        "code": part.unit.code or "",
                        "name": part.unit.words,
                        "group": group_of(part.unit),
                        "value": _text(part.value),
                        "file": part.source.file,
                        "sheet": part.source.sheet,
                        "cell": part.source.cell,
                    }
                    for part in one.parts
                ],
            }
            for one in found
        ],
    }
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def _text(value: int | Decimal | None) -> int | str | None:
    # A reader of JSON would make a float of a decimal; as text it stays what it is.
    return f"{value:f}" if isinstance(value, Decimal) else value


def figures_csv(plan_id: str, period: str, found: Sequence[Sum]) -> str:
    """Return one line for each figure of each unit, in UTF-8 with a mark that Excel knows it by."""
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\r\n")
    rows.writerow(
        (
            "plan",
            "period",
            "code",
            "unit",
            "group",
            "indicator",
            "name",
            "count",
            "value",
            "file",
            "sheet",
            "cell",
        )
    )
    for one in found:
        for part in one.parts:
            source = part.source
            rows.writerow(
                [
                    _plain(words)
                    for words in (plan_id, period, part.unit.code or "", part.unit.words, group_of(part.unit))
                ]
                + [_plain(words) for words in (one.indicator.id, one.indicator.name, one.indicator.unit)]
                + [_text(part.value)]
                + [_plain(words) for words in (source.file, source.sheet, source.cell)]
            )
    return "\ufeff" + stream.getvalue()


def _plain(words: str) -> str:
    # A spreadsheet takes what begins like this for a formula.
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
