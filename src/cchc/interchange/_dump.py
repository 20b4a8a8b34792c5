"""From the model to the tree of a file, in its shortest forms: defaults are left out, words alone need no key."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from cchc.errors import ModelError
from cchc.interchange._fields import FACTS, MAX_DIGITS, SUGAR, VERSION, fields
from cchc.interchange._problems import model_path
from cchc.interchange._tree import MAX_DEPTH, Plain, Steps
from cchc.model import Assignment, Body, Item, Month, Plan, Report, channels, walk_facts

_SURROGATE = re.compile("[\ud800-\udfff]")
_KEYS = {cls: key for key, cls in FACTS.items()}


def unbuild(value: Plan | Report) -> dict[str, Any]:
    """Return the tree of a plan or report, headed by the version.

    Raises:
        ModelError: no file can hold it, or none that could be loaded again: no parts, a duty or figure that names no channel, a
            lone surrogate, a number without end, or more levels than a file may have.
    """
    if isinstance(value, Plan):
        _refuse_unloadable(value)
    tree = _tree(value, ())
    assert isinstance(tree, dict)
    return {"cchc": VERSION, **tree}


def _refuse_unloadable(plan: Plan) -> None:
    if not plan.parts:
        raise ModelError(
            where="parts",
            value=(),
            why="must hold at least one part",
            why_vi="Kế hoạch cần ít nhất một phần.",
        )
    known = {channel.id for channel in channels(plan)}
    named = [(f"indicators[{index}]", one.channel) for index, one in enumerate(plan.indicators)]
    named += [(path, fact.channel) for path, fact, _ in walk_facts(plan) if isinstance(fact, Assignment)]
    for path, channel in named:
        if channel and channel not in known:
            raise ModelError(
                where=f"{path}.channel",
                value=channel,
                why="must be the id of a channel of the plan",
                why_vi="Cần mã của một hình thức có trong kế hoạch.",
            )


def _refuse(steps: Steps, value: object, why: str, why_vi: str) -> ModelError:
    return ModelError(where=model_path(steps), value=value, why=why, why_vi=why_vi)


def _tree(value: Any, steps: Steps) -> Any:
    if isinstance(value, str):
        if _SURROGATE.search(value):
            raise _refuse(
                steps, value, "holds half a surrogate pair, which no file can hold", "Chữ có ký tự hỏng."
            )
        return value
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, Decimal)):
        return _number(value, steps)
    if isinstance(value, (dt.date, Month)):
        return Plain(value)
    if len(steps) > MAX_DEPTH:
        raise _refuse(steps, "…", f"is nested more than {MAX_DEPTH} deep", f"Lồng nhau quá {MAX_DEPTH} cấp.")
    if isinstance(value, tuple):
        return _list(value, steps)
    return _mapping(value, steps)


def _number(value: int | Decimal, steps: Steps) -> int | Decimal:
    # The size is asked before the digits are written: the text of a huge number takes long, or cannot be had at all.
    small = abs(value) < 10**MAX_DIGITS if isinstance(value, int) else _is_short(value)
    if not small:
        raise _refuse(
            steps, "…", f"must have at most {MAX_DIGITS} digits", f"Số có tối đa {MAX_DIGITS} chữ số."
        )
    return value


def _is_short(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -MAX_DIGITS and value.adjusted() < MAX_DIGITS


def _list(value: tuple[Any, ...], steps: Steps) -> Any:
    made = []
    for index, one in enumerate(value):
        key = _KEYS.get(type(one))
        if key is None:
            made.append(_tree(one, (*steps, index)))
        else:
            made.append({key: _tree(one, (*steps, index, key))})
    if len(made) == 1 and isinstance(value[0], Body) and isinstance(made[0], str):
        return made[0]
    return made


def _mapping(value: Any, steps: Steps) -> Any:
    cls: type = type(value)
    made = {}
    for name, field in fields(cls).items():
        inner = getattr(value, name)
        if field.required or inner != field.default:
            made[name] = _tree(inner, (*steps, name))
    if cls in SUGAR and made.keys() <= {"words"}:
        return made.get("words", "")
    if cls is Item and made.keys() == {"facts"} and len(made["facts"]) == 1:
        return made["facts"][0]
    return made
