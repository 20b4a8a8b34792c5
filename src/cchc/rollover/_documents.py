"""What has become of the documents that a plan cites."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cchc.citations import Citation, cite
from cchc.knowledge import Knowledge, Law, holds
from cchc.model import LegalBasis, all_bases
from cchc.rollover._ledger import Ledger
from cchc.rollover._years import Piece
from cchc.text import fold, short_date

_PERIOD = re.compile(r" giai đoạn | năm \d")


class Documents:
    """The cited documents of a plan, and what is in force in their place on the new day."""

    def __init__(self, year: int, on: dt.date, knowledge: Knowledge, ledger: Ledger) -> None:
        self._year = year
        self._on = on
        self._knowledge = knowledge
        self._ledger = ledger

    def replace(self) -> None:
        """Exchange the bases and parent plans that were surely replaced, ask about those that may have been."""
        plan = self._ledger.plan
        several = [(f"bases[{number}]", basis) for number, basis in enumerate(plan.bases)]
        several += [(f"parent_plans[{number}]", basis) for number, basis in enumerate(plan.parent_plans)]
        for path, basis in several:
            law, followed, sure = self._now(basis)
            if law is not None and followed == (law,):
                continue
            if law is None or len(followed) != 1 or not sure:
                self._ask(path, basis, law, followed)
                continue
            (new,) = followed
            why = self._why(law)
            for name in ("kind", "number", "date", "issuer", "title"):
                before, after = getattr(basis, name), getattr(new, name)
                if before not in (None, "") and before != after:
                    self._ledger.put(f"{path}.{name}", before, after, *why, new.source)
            if basis.words:
                words = cite(_basis(new), "full_short_date")
                self._ledger.put(f"{path}.words", basis.words, words, *why, new.source)

    def cited(self, path: str, citation: Citation) -> Iterator[Piece]:
        """Yield what stands for a citation in a text now; ask where that is not sure."""
        basis = citation.basis
        if citation.nested or citation.antecedent is not None or not re.search("[/-]", basis.number or ""):
            return
        full = self._in_full(basis)
        law, followed, sure = self._now(full or basis)
        if law is not None and followed == (law,):
            return
        if law is None or len(followed) != 1 or not sure:
            # What the bases cite in full was asked there.
            if full is None:
                self._ask(path, basis, law, followed)
            return
        (new,) = followed
        vi, en = self._why(law)
        yield Piece(
            start=citation.start,
            end=citation.end,
            after=cite(_basis(new), "full_short_date" if basis.date else "short"),
            vi=vi,
            en=en,
            source=new.source,
        )

    def _why(self, law: Law) -> tuple[str, str]:
        return (
            f"{law.kind} số {law.number} đã được thay thế từ ngày {short_date(law.until or self._on)}",
            f"{law.number} was replaced on {law.until}",
        )

    def _in_full(self, basis: LegalBasis) -> LegalBasis | None:
        """Return the only basis with the number of a citation that gives no day, as a later mention of it does not."""
        if basis.date is not None:
            return None
        said = [
            one
            for one in all_bases(self._ledger.plan)
            if fold(one.number or "") == fold(basis.number or "") and fold(one.kind) == fold(basis.kind)
        ]
        return said[0] if len(said) == 1 else None

    def _found(self, basis: LegalBasis) -> Law | None:
        if basis.number:
            year = basis.date.year if basis.date else None
            return self._knowledge.law(basis.kind or None, basis.number, basis.issuer, year)
        # A law is cited by its name and day.
        named = self._knowledge.laws_named(f"{basis.kind} {basis.title}") if basis.date else ()
        fits = [one for one in named if one.date == basis.date]
        return fits[0] if len(fits) == 1 else None

    def _now(self, basis: LegalBasis) -> tuple[Law | None, tuple[Law, ...], bool]:
        """Return a cited document as the table has it, what is in force in its place, and whether that is sure."""
        law = self._found(basis)
        if law is None:
            return None, (), False
        sure = True
        current, ended = [law], {law}
        while any(one.until and one.until <= self._on for one in current):
            following: list[Law] = []
            for one in current:
                if one.until is None or one.until > self._on:
                    following.append(one)
                    continue
                sure = sure and one.confidence in ("confirmed", "one_source")
                following += self._knowledge.law_status(one, self._on).replaced_by
            current = [one for one in dict.fromkeys(following) if one not in ended]
            ended.update(one for one in current if one.until and one.until <= self._on)
        return law, tuple(current), sure

    def _ask(self, path: str, basis: LegalBasis, law: Law | None, followed: tuple[Law, ...]) -> None:
        name = f"{basis.kind} số {basis.number}" if basis.number else basis.words or basis.kind
        if basis.date and (basis.number or str(basis.date.year) not in name):
            name += f" ngày {short_date(basis.date)}"
        code = source = ""
        if law is not None:
            why = f" ({law.note})" if law.note else ""
            until = short_date(law.until or self._on)
            vi = f"{name} hết hiệu lực từ ngày {until}{why}; thay bằng văn bản nào?"
            en = f"{basis.number} is not in force since {law.until}; what takes its place?"
            code, source = "CC102", law.source
        elif re.search(rf"năm {self._ledger.plan.year}\b", fold(basis.title or basis.words)):
            vi = f"{name} là của năm {self._ledger.plan.year}; văn bản của năm {self._year} số mấy, ngày nào?"
            en = f"{basis.number or basis.words} is of {self._ledger.plan.year}; which is that of {self._year}?"
        else:
            vi = f"{name} không có trong bảng văn bản; còn dùng cho năm {self._year} hay thay bằng văn bản nào?"
            en = f"{basis.number or basis.words} is not in the table: does it still serve in {self._year}?"
        options = (cite(_basis(one), "full_short_date") for one in followed or self._like(law))
        self._ledger.ask("document", path, name, vi, en, options=options, source=source, code=code)

    def _like(self, law: Law | None) -> tuple[Law, ...]:
        """Return documents in force that say the same of another period, as programmes of ten years follow each other."""
        if law is None:
            return ()
        kernel = _PERIOD.split(fold(law.title))[0]
        return tuple(
            one
            for one in self._knowledge.laws()
            if one is not law
            and one.kind == law.kind
            and _PERIOD.split(fold(one.title))[0] == kernel
            and holds(one, self._on)
        )


def _basis(law: Law) -> LegalBasis:
    return LegalBasis(kind=law.kind, number=law.number, date=law.date, issuer=law.issuer, title=law.title)
