"""Rolling a plan forward: every change with its reason, every doubt as a decision."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from cchc.checks import Check, CheckContext, run_checks
from cchc.citations import Citation, cite, find_citations
from cchc.diagnostics import Edit
from cchc.errors import ModelError
from cchc.knowledge import Knowledge, Law
from cchc.model import Body, LegalBasis, Month, Plan, Schedule
from cchc.rollover._bodies import Bodies
from cchc.rollover._record import Change, Decision, Rollover
from cchc.rollover._tree import exchanged, order, texts
from cchc.rollover._years import Piece, moved, terms, years
from cchc.text import fold, short_date

_DECREE = "Nghị định 30/2020/NĐ-CP ngày 05/3/2020"
# What these checks find at a place, a decision about the place has already asked, with answers.
_ASKED = ("CC102", "CC111", "CC208")
_CITED = ("bases[", "parent_plans[")
_NAMES = re.compile(
    r"(?:^|\.)(?:issuer|parent_body|reports_to|(?:lead|partners|bodies|recipients)\[\d+\])\.words$"
)


def roll(
    plan: Plan, year: int, *, on: dt.date | None, knowledge: Knowledge, checks: Iterable[Check] = ()
) -> Rollover:
    """Return *plan* as a draft for *year*.

    Args:
        plan: the plan to start from.
        year: the year of the draft, later than that of the plan.
        on: the day by which names and documents are looked up; 1 January of *year* where it is ``None``.
        knowledge: dated facts.
        checks: what they find in the draft becomes decisions too, where none speaks of the place already.

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
    rolling = _Rolling(plan, year, on or dt.date(year, 1, 1), knowledge)
    rolling.run()
    rolling.check(tuple(checks))
    return Rollover(
        plan=rolling.made(),
        edits=tuple(
            sorted(rolling.changes, key=lambda one: (order(one.path), one.edit.start if one.edit else 0))
        ),
        decisions=tuple(sorted(rolling.decisions, key=lambda one: order(one.path))),
    )


class _Rolling:
    """One plan on its way: values to exchange, changes and decisions so far."""

    def __init__(self, plan: Plan, year: int, on: dt.date, knowledge: Knowledge) -> None:
        self.plan = plan
        self.year = year
        self.on = on
        self.knowledge = knowledge
        self.values: dict[str, object] = {}
        self.changes: list[Change] = []
        self.decisions: list[Decision] = []
        self._asked: set[str] = set()
        self.bodies = Bodies(plan, on, knowledge)

    def made(self) -> Plan:
        return exchanged(self.plan, self.values)

    def run(self) -> None:
        self._head()
        self._units()
        self._bases()
        self._schedules(self.plan.parts, "parts")
        self._names()
        for path, words in texts(self.plan):
            if not path.startswith(_CITED):
                self._text(path, words)

    def _set(self, path: str, before: object, after: object, vi: str, en: str, source: str = "") -> None:
        self.values[path] = after
        shown = ["" if one is None else str(one) for one in (before, after)]
        self.changes.append(Change(path=path, before=shown[0], after=shown[1], vi=vi, en=en, source=source))

    def _ask(
        self, path: str, words: str, vi: str, en: str, options: Iterable[str] = (), source: str = ""
    ) -> None:
        # One question is asked once, at the first place that raises it.
        if vi not in self._asked:
            self._asked.add(vi)
            self.decisions.append(
                Decision(path=path, words=words, vi=vi, en=en, options=tuple(options), source=source)
            )

    def _head(self) -> None:
        plan = self.plan
        new = str(self.year)
        self._set("year", plan.year, self.year, "năm của kế hoạch mới", "the year that was asked for")
        if (id_ := plan.id.replace(str(plan.year), new)) != plan.id:
            self._set("id", plan.id, id_, "mã theo năm mới", "the id follows the year")
        if plan.status != "draft":
            self._set("status", plan.status, "draft", "kế hoạch mới là dự thảo", "the new plan is a draft")
        if plan.number:
            self._set(
                "number",
                plan.number,
                None,
                "văn thư cấp số khi ban hành",
                "the records office gives a number at issue",
                f"{_DECREE}, Điều 15",
            )
        if plan.date:
            self._set(
                "date",
                plan.date,
                None,
                "ngày ghi khi ban hành",
                "the day is filled in at issue",
                f"{_DECREE}, Điều 15",
            )
        if plan.signature and plan.signature.name:
            self._set(
                "signature.name",
                plan.signature.name,
                "",
                "người ký của năm mới điền khi ban hành",
                "who signs is filled in at issue",
            )

    def _units(self) -> None:
        plan = self.plan
        found = self.bodies.home
        if found is None:
            return
        now = self.bodies.home_now
        if len(now) != 1:
            names = tuple(unit.full_name for unit in now)
            self._ask(
                "issuer",
                plan.issuer.words,
                f"{found.full_name} không còn vào ngày {short_date(self.on)}; kế hoạch mới là của đơn vị nào?",
                f"{found.full_name} has ended; whose plan is the new one?",
                names,
                found.source,
            )
            return
        (unit,) = now
        for name in ("issuer", "parent_body"):
            body: Body | None = getattr(plan, name)
            if body and body.code == found.code != unit.code:
                self._set(
                    f"{name}.code",
                    body.code,
                    unit.code,
                    f"mã của {unit.full_name}",
                    f"code of {unit.full_name}",
                    unit.source,
                )
        parent = plan.parent_body
        if (
            parent
            and self.bodies.ended(parent.words)
            and unit.level == "commune"
            and plan.level != "department"
        ):
            province = self.knowledge.province_of(unit.code, self.on)
            if province:
                why = (
                    "cấp trên của ủy ban nhân dân cấp xã là ủy ban nhân dân tỉnh, thành phố",
                    "a commune is below the province now",
                )
                after = (
                    f"{'UBND' if parent.words.startswith('UBND') else 'Ủy ban nhân dân'} {province.full_name}"
                )
                source = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025"
                self._set("parent_body.words", parent.words, after, *why, source)
                if parent.code:
                    self._set("parent_body.code", parent.code, province.code, *why, source)

    # Documents

    def _bases(self) -> None:
        for number, basis in enumerate(self.plan.bases):
            path = f"bases[{number}]"
            law, followed, sure = self._now(basis)
            if law is not None and followed == (law,):
                continue
            if law is None or len(followed) != 1 or not sure:
                self._ask_document(path, basis, law, followed)
                continue
            (new,) = followed
            why = (
                f"{law.kind} số {law.number} đã được thay thế từ ngày {short_date(law.until or self.on)}",
                f"{law.number} was replaced on {law.until}",
            )
            for name in ("kind", "number", "date", "issuer", "title"):
                before, after = getattr(basis, name), getattr(new, name)
                if before not in (None, "") and before != after:
                    self._set(f"{path}.{name}", before, after, *why, new.source)
            if basis.words:
                self._set(
                    f"{path}.words", basis.words, cite(_basis(new), "full_short_date"), *why, new.source
                )

    def _now(self, basis: LegalBasis) -> tuple[Law | None, tuple[Law, ...], bool]:
        """Return a cited document as the table has it, what is in force in its place, and whether that is sure."""
        if not basis.number:
            return None, (), False
        law = self.knowledge.law(
            basis.kind or None, basis.number, basis.issuer, basis.date.year if basis.date else None
        )
        if law is None:
            return None, (), False
        sure = True
        current, ended = [law], {law}
        while any(one.until and one.until <= self.on for one in current):
            following: list[Law] = []
            for one in current:
                if one.until is None or one.until > self.on:
                    following.append(one)
                    continue
                sure = sure and one.confidence in ("confirmed", "one_source")
                following += self.knowledge.law_status(one, self.on).replaced_by
            current = [one for one in dict.fromkeys(following) if one not in ended]
            ended.update(one for one in current if one.until and one.until <= self.on)
        return law, tuple(current), sure

    def _ask_document(self, path: str, basis: LegalBasis, law: Law | None, followed: tuple[Law, ...]) -> None:
        name = f"{basis.kind} số {basis.number}" if basis.number else basis.words or basis.kind
        if basis.date:
            name += f" ngày {short_date(basis.date)}"
        if law is None:
            vi = (
                f"{name} không có trong bảng văn bản; còn dùng cho năm {self.year} hay thay bằng văn bản nào?"
            )
            en = f"{basis.number or basis.words} is not in the table: does it still serve in {self.year}?"
            source = ""
        else:
            why = f" ({law.note})" if law.note else ""
            vi = (
                f"{name} hết hiệu lực từ ngày {short_date(law.until or self.on)}{why}; thay bằng văn bản nào?"
            )
            en = f"{basis.number} is not in force since {law.until}; what takes its place?"
            source = law.source
        self._ask(
            path,
            name,
            vi,
            en,
            (cite(_basis(one), "full_short_date") for one in followed or self._like(law)),
            source,
        )

    def _like(self, law: Law | None) -> tuple[Law, ...]:
        """Return documents in force that say the same of another period, as programmes of ten years follow each other."""
        if law is None:
            return ()
        kernel = re.split(r" giai đoạn | năm \d", fold(law.title))[0]
        return tuple(
            one
            for one in self.knowledge.laws()
            if one is not law
            and one.kind == law.kind
            and re.split(r" giai đoạn | năm \d", fold(one.title))[0] == kernel
            and one.since <= self.on
            and (one.until is None or one.until > self.on)
        )

    # Times

    def _schedules(self, value: Any, path: str) -> None:
        if isinstance(value, tuple):
            for number, inner in enumerate(value):
                self._schedules(inner, f"{path}[{number}]")
        elif isinstance(value, Schedule):
            for name in ("start", "end"):
                moment: dt.date | Month | None = getattr(value, name)
                if moment is not None:
                    self._moment(f"{path}.{name}", moment)
        elif attrs.has(type(value)):
            for field in attrs.fields(type(value)):
                self._schedules(getattr(value, field.name), f"{path}.{field.name}")

    def _moment(self, path: str, moment: dt.date | Month) -> None:
        after = moved(moment, self.year - self.plan.year)
        self._set(path, moment, after, f"chuyển sang năm {self.year}", f"moved to {self.year}")
        if isinstance(moment, dt.date) and isinstance(after, dt.date) and moment.day != after.day:
            self._ask(
                path,
                str(moment),
                f"Năm {self.year} không có ngày 29/02; lấy ngày 28/02 có đúng không?",
                f"{self.year} has no 29 February; is the 28th right?",
            )

    # Names and words

    def _names(self) -> None:
        first: dict[tuple[str, str], str] = {}
        for path, words in texts(self.plan):
            if not _NAMES.search(path) or path in self.values:
                continue
            found = self.bodies.now(words)
            if found is None:
                continue
            if len(found.names) == 1 and not found.asks:
                # Of one list of bodies.
                key = (path[: path.rindex("[")] if "[" in path else path, found.names[0])
                if first.setdefault(key, words) != words:
                    self._ask_merged(path, first[key], words, found.names[0], found.source)
                continue
            if path == "issuer.words" and self.bodies.home is not None:
                continue
            if len(found.names) == 1:
                vi = f"{words!r} kết thúc cùng cấp huyện; việc này có giao cho {found.names[0]!r} không?"
                en = f"{words!r} ended with the districts: is this for {found.names[0]!r}?"
            else:
                vi = f"{words!r} không còn vào ngày {short_date(self.on)}; giao cho cơ quan nào?"
                en = f"{words!r} has ended; who takes over?"
            self._ask(path.removesuffix(".words"), words, vi, en, found.names, found.source)

    def _text(self, path: str, words: str) -> None:
        if path in self.values:
            return
        closed: list[tuple[int, int]] = []
        pieces: list[Piece] = []
        if "/" in words or "số " in words:
            for citation in find_citations(words, issuer=self.plan.issuer.words):
                if citation.basis.number or citation.basis.date:
                    closed.append((citation.start, citation.end))
                    pieces += self._cited(path, citation)
        renamed = self.bodies.renames(words, closed)
        self._merged(path, words, renamed)
        pieces += renamed
        taken = closed + [(one.start, one.end) for one in pieces]
        home = self.bodies.home
        pieces += terms(words, self.on, taken, of_district=home is not None and home.level == "district")
        taken += [(one.start, one.end) for one in pieces]
        pieces += years(words, self.plan.year, self.year, taken)
        self._apply(path, words, pieces)

    def _cited(self, path: str, citation: Citation) -> Iterator[Piece]:
        basis = citation.basis
        if citation.nested or citation.antecedent is not None or not re.search("[/-]", basis.number or ""):
            return
        law, followed, sure = self._now(basis)
        if law is not None and followed == (law,):
            return
        if law is None or len(followed) != 1 or not sure:
            self._ask_document(path, basis, law, followed)
            return
        (new,) = followed
        yield Piece(
            start=citation.start,
            end=citation.end,
            after=cite(_basis(new), "full_short_date" if basis.date else "short"),
            vi=f"{law.kind} số {law.number} đã được thay thế từ ngày {short_date(law.until or self.on)}",
            en=f"{law.number} was replaced on {law.until}",
            source=new.source,
        )

    def _merged(self, path: str, words: str, pieces: list[Piece]) -> None:
        """Ask where two bodies that stood side by side have become one, which is now named twice."""
        before: dict[str, str] = {}
        for piece in pieces:
            said = words[piece.start : piece.end]
            if before.setdefault(piece.after, said) != said:
                self._ask_merged(path, before[piece.after], said, piece.after, piece.source)

    def _ask_merged(self, path: str, first: str, second: str, after: str, source: str) -> None:
        self._ask(
            path,
            second,
            f"{first!r} và {second!r} nay là một, {after!r}; những chỗ nêu cả hai có gộp lại không?",
            f"{first!r} and {second!r} are one now, {after!r}: are places that name both to be joined?",
            source=source,
        )

    def _apply(self, path: str, words: str, pieces: list[Piece]) -> None:
        made: list[str] = []
        position = 0
        for piece in sorted(pieces, key=lambda one: (one.start, -one.end)):
            if piece.asks:
                self._ask(
                    path, words[piece.start : piece.end], piece.vi, piece.en, piece.options, piece.source
                )
                continue
            if piece.start < position:
                continue
            made += (words[position : piece.start], piece.after)
            position = piece.end
            self.changes.append(
                Change(
                    path=path,
                    before=words[piece.start : piece.end],
                    after=piece.after,
                    vi=piece.vi,
                    en=piece.en,
                    source=piece.source,
                    edit=Edit(start=piece.start, end=piece.end, text=piece.after),
                )
            )
        if position:
            self.values[path] = "".join(made) + words[position:]

    # What is left

    def check(self, checks: tuple[Check, ...]) -> None:
        """Clear words that now contradict their fact; what else the checks find is for a person."""
        context = CheckContext(on=self.on, knowledge=self.knowledge)
        found = run_checks(self.made(), checks, context)
        for one in found:
            if one.code == "CC401" and one.location.path.endswith(".schedule"):
                path = f"{one.location.path}.words"
                self.changes = [change for change in self.changes if change.path != path]
                self._set(
                    path,
                    "",
                    "",
                    "lời văn cũ không còn khớp với thời gian mới",
                    "the words no longer fit the new time",
                )
        asked = {decision.path.removesuffix(".words") for decision in self.decisions}
        for one in run_checks(self.made(), checks, CheckContext(on=self.on, knowledge=self.knowledge)):
            if one.location.path.removesuffix(".words") in asked and one.code in _ASKED:
                continue
            if one.vi not in self._asked:
                self._asked.add(one.vi)
                self.decisions.append(
                    Decision(
                        path=one.location.path,
                        words="",
                        vi=one.vi,
                        en=one.en,
                        code=one.code,
                        source=one.source,
                    )
                )


def _basis(law: Law) -> LegalBasis:
    return LegalBasis(kind=law.kind, number=law.number, date=law.date, issuer=law.issuer, title=law.title)
