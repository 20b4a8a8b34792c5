"""Whose plan it is now, and who has the work of bodies that have ended."""

from __future__ import annotations

import re

from cchc.model import Body
from cchc.rollover._bodies import Bodies
from cchc.rollover._ledger import Ledger
from cchc.rollover._tree import stated
from cchc.rollover._years import TWO_TIERS_LAW, Piece

_WHY = (
    "cấp trên của ủy ban nhân dân cấp xã là ủy ban nhân dân tỉnh, thành phố",
    "a commune is below the province now",
)


def name_units(ledger: Ledger, bodies: Bodies) -> None:
    """Give the plan to the unit that its own has become, with the body above that; ask where there are several."""
    plan, home = ledger.plan, bodies.home
    if home is None:
        return
    if bodies.divided:
        names = tuple(unit.full_name for unit in bodies.home_now)
        for path, body in stated(plan, Body):
            if bodies.is_home(body):
                ledger.ask(
                    "unit", path, body.words, *bodies.whose(), options=names, source=home.source, code="CC208"
                )
        return
    (unit,) = bodies.home_now
    parent = plan.parent_body
    if parent and bodies.above and (old := bodies.unit(parent)) and old.level == "district":
        head = "UBND" if parent.words.startswith("UBND") else "Ủy ban nhân dân"
        ledger.put("parent_body.words", parent.words, f"{head} {bodies.above}", *_WHY, TWO_TIERS_LAW)
        if parent.code and bodies.province:
            ledger.put("parent_body.code", parent.code, bodies.province.code, *_WHY, TWO_TIERS_LAW)
    for path, body in stated(plan, Body):
        if body.code == home.code != unit.code:
            why = f"mã của {unit.full_name}", f"code of {unit.full_name}"
            ledger.put(f"{path}.code", body.code, unit.code, *why, unit.source)


def name_bodies(ledger: Ledger, bodies: Bodies) -> None:
    """Ask about each body that has ended and has no single successor; give those that have one its code."""
    for path, body in stated(ledger.plan, Body):
        if ledger.touched(f"{path}.words") or body.is_class or bodies.is_home(body):
            continue
        became = bodies.now(body.words)
        if became is None:
            continue
        if not became.sure:
            ledger.ask(
                "body",
                path,
                body.words,
                *became.question(bodies.on),
                options=became.names,
                source=became.source,
                code="CC208",
            )
        elif body.code and became.code and body.code != became.code and not ledger.touched(f"{path}.code"):
            why = f"mã của {became.names[0]}", f"code of {became.names[0]}"
            ledger.put(f"{path}.code", body.code, became.code, *why, became.source)


def name_symbols(ledger: Ledger, bodies: Bodies) -> None:
    """Exchange the short forms of agencies that have ended in the symbol and in the filing line."""
    for path in ("symbol", "archive"):
        words = ledger.words(path)
        for match in re.finditer(r"[\wĐ&]+", words):
            found = bodies.shortened(match.group())
            if found is None:
                continue
            became, short = found
            if short:
                vi, en = f"{match.group()} nay là {short}", f"{match.group()} is now {short}"
                piece = Piece(
                    start=match.start(), end=match.end(), after=short, vi=vi, en=en, source=became.source
                )
                ledger.cut(path, [piece])
            else:
                question = became.question(bodies.on)
                ledger.ask("body", path, match.group(), *question, options=became.names, source=became.source)
