"""Rolling a plan forward: every change with its reason, every doubt as a decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from cchc.checks import Check, CheckContext, run_checks
from cchc.citations import find_citations
from cchc.diagnostics import Diagnostic
from cchc.errors import ModelError
from cchc.knowledge import Knowledge
from cchc.model import Body, Month, Plan, Schedule, value_at
from cchc.rollover._bodies import Bodies
from cchc.rollover._documents import Documents
from cchc.rollover._ledger import Ledger
from cchc.rollover._left import left_open
from cchc.rollover._merge import merge_lists, merged
from cchc.rollover._names import name_bodies, name_symbols, name_units
from cchc.rollover._record import Rollover
from cchc.rollover._tree import stated, texts
from cchc.rollover._years import Piece, leap_day, moved, terms, years

_DECREE = "Nghị định 30/2020/NĐ-CP ngày 05/3/2020"
_CITED = ("bases[", "parent_plans[")
# Mending one thing may bring another to light; more rounds than this mean that two rules disagree.
_ROUNDS = 4


def roll(
    plan: Plan, year: int, *, on: dt.date | None, knowledge: Knowledge, checks: Iterable[Check] = ()
) -> Rollover:
    """Return *plan* as a draft for *year*.

    What the safe edit of a check mends is mended in the draft. What the old plan never said (who leads, when) is a
    decision; anything else that a check finds stays a finding of that check, for it is no matter of the new year.

    Args:
        plan: the plan to start from.
        year: the year of the draft, later than that of the plan.
        on: the day by which names and documents are looked up; 1 January of *year* where it is ``None``.
        knowledge: dated facts.
        checks: rules whose safe edits are made in the draft.

    Raises:
        ModelError: *year* is not later than the plan's.
    """
    if year <= plan.year:
        raise ModelError(
            where="roll_forward.year",
            value=year,
            why=f"must be later than the plan's year, {plan.year}",
            why_vi=f"Năm mới phải sau năm của kế hoạch ({plan.year}).",
        )
    on = on or dt.date(year, 1, 1)
    ledger = Ledger(plan)
    bodies = Bodies(plan, on, knowledge)
    documents = Documents(year, on, knowledge, ledger)
    _head(ledger, year)
    name_units(ledger, bodies)
    documents.replace()
    for path, schedule in stated(plan, Schedule):
        _moment(ledger, f"{path}.start", schedule.start, year)
        _moment(ledger, f"{path}.end", schedule.end, year)
    name_bodies(ledger, bodies)
    name_symbols(ledger, bodies)
    for path, words in texts(plan):
        if not path.startswith(_CITED) and not ledger.touched(path):
            ledger.cut(path, _pieces(path, words, year, ledger, bodies, documents))
    context = CheckContext(on=on, knowledge=knowledge)
    rules = tuple(checks)
    _mend(ledger, rules, context)
    merge_lists(ledger)
    ledger.settle()
    left_open(ledger, run_checks(ledger.made(), rules, context), bodies)
    return Rollover(plan=ledger.made(), edits=ledger.changes(), decisions=ledger.decisions())


def _head(ledger: Ledger, year: int) -> None:
    plan = ledger.plan
    ledger.put("year", plan.year, year, "năm của kế hoạch mới", "the year that was asked for")
    if (id_ := plan.id.replace(str(plan.year), str(year))) != plan.id:
        ledger.put("id", plan.id, id_, "mã theo năm mới", "the id follows the year")
    if plan.status != "draft":
        ledger.put("status", plan.status, "draft", "kế hoạch mới là dự thảo", "the new plan is a draft")
    source = f"{_DECREE}, Điều 15"
    if plan.number:
        why = "văn thư cấp số khi ban hành", "the records office gives a number at issue"
        ledger.put("number", plan.number, None, *why, source)
    if plan.date:
        ledger.put("date", plan.date, None, "ngày ghi khi ban hành", "the day is filled in at issue", source)
    if plan.signature and plan.signature.name:
        why = "người ký của năm mới điền khi ban hành", "who signs is filled in at issue"
        ledger.put("signature.name", plan.signature.name, "", *why)


def _moment(ledger: Ledger, path: str, moment: dt.date | Month | None, year: int) -> None:
    if moment is None:
        return
    after = moved(moment, year - ledger.plan.year)
    ledger.put(path, moment, after, f"chuyển sang năm {year}", f"moved to {year}")
    if isinstance(moment, dt.date) and isinstance(after, dt.date) and moment.day != after.day:
        ledger.ask("day", path, str(moment), *leap_day(after.year))


def _pieces(
    path: str, words: str, year: int, ledger: Ledger, bodies: Bodies, documents: Documents
) -> list[Piece]:
    """Return what is to be exchanged or asked in a text; what an earlier kind of change took, a later one leaves."""
    closed: list[tuple[int, int]] = []
    pieces: list[Piece] = []
    if "/" in words or "số " in words:
        for citation in find_citations(words, issuer=ledger.plan.issuer.words):
            if citation.basis.number or citation.basis.date:
                closed.append((citation.start, citation.end))
                pieces += documents.cited(path, citation)
    pieces += merged(words, bodies.renames(words, closed))
    taken = closed + [(one.start, one.end) for one in pieces]
    home = bodies.home
    pieces += terms(words, bodies.on, taken, level=home.level if home else None)
    taken += [(one.start, one.end) for one in pieces]
    pieces += years(words, ledger.plan.year, year, taken)
    return pieces


def _mend(ledger: Ledger, checks: tuple[Check, ...], context: CheckContext) -> None:
    """Make the safe edits of the checks, and clear words that no longer fit the time that they are about."""
    for _ in range(_ROUNDS):
        found = run_checks(ledger.made(), checks, context)
        # From the end of each text, so that the places of the others stay where they are.
        found = tuple(sorted(found, key=lambda one: one.location.start or 0, reverse=True))
        if not sum(_mended(ledger, one) for one in found):
            return


def _mended(ledger: Ledger, one: Diagnostic) -> bool:
    path = one.location.path
    if one.code == "CC401" and path.endswith(".schedule"):
        words = ledger.words(f"{path}.words")
        why = "lời văn cũ không còn khớp với thời gian mới", "the words no longer fit the new time"
        ledger.put(f"{path}.words", words, "", *why)
        return True
    if isinstance(value_at(ledger.plan, path), Body):
        path += ".words"
    return bool(one.edits) and all(
        ledger.mend(path, edit, one.vi, one.en, one.source) for edit in reversed(one.edits)
    )
