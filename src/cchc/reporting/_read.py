"""Reading one returned form: what each cell says, wherever it has moved, and every doubt about it."""

from __future__ import annotations

import datetime as dt
import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import define, field, frozen

from cchc.diagnostics import Diagnostic
from cchc.model import Answer, Body, CellSource, Figure, Progress, UnitReport
from cchc.reporting._asked import STATES
from cchc.reporting._book import Book, Rows
from cchc.reporting._findings import finding
from cchc.reporting._form import FORM_VERSION, IDENTITY, LIMIT, Form, Input, Sheet, Still, Total
from cchc.reporting._make import NAMELESS
from cchc.reporting._values import Cell, day_of, line_of, number_of, words_of
from cchc.text import fold, short_date

__all__ = ["Read", "identity_of", "read_form"]

_STATES = {fold(words): key for key, words in STATES.items()}
_FEW, _MANY = 5, 20
# Labels stand in the first columns.
_WIDE = 3
# The hidden sheet has seven rows.
_IDENTITY_ROWS = 20


@frozen(kw_only=True)
class Read:
    """What one form says."""

    report: UnitReport
    diagnostics: tuple[Diagnostic, ...]


def identity_of(book: Book) -> dict[str, str]:
    """Return what the hidden sheet says of whose form it is; nothing where there is no such sheet."""
    if IDENTITY in book.titles:
        titles = [IDENTITY]
    else:
        titles = [title for title in book.titles if book.height(title) <= _IDENTITY_ROWS]
    for title in titles:
        said = [line_of(row[0]).partition("=") for row in book.rows(title) if row]
        found = {key: value for key, mark, value in said if mark}
        if {"form", "plan", "period", "unit"} <= found.keys():
            return found
    return {}


def read_form(book: Book, layout: Form, identity: Mapping[str, str], unit: Body, file: str) -> Read:
    """Return what a form says, as the report of *unit*."""
    reading = _Reading(book, file, identity.get("unit", ""))
    expected = dict(layout.identity)
    if identity["form"] != str(FORM_VERSION):
        reading.say("CN115", said=identity["form"], wanted=FORM_VERSION)
    elif identity.get("asked") != expected["asked"]:
        reading.say("CN114")
    for sheet in layout.sheets:
        reading.sheet(sheet)
    reading.others()
    return Read(
        report=reading.report(identity, unit),
        diagnostics=tuple(reading.found),
    )


@define
class _Reading:
    book: Book
    file: str
    unit: str
    found: list[Diagnostic] = field(factory=list)
    figures: list[Figure] = field(factory=list)
    answers: list[Answer] = field(factory=list)
    listed: list[str] = field(factory=list)
    duties: dict[str, dict[str, str]] = field(factory=dict)
    labels: dict[str, str] = field(factory=dict)
    places: dict[str, tuple[str, str]] = field(factory=dict)
    blank: list[str] = field(factory=list)
    read: set[str] = field(factory=set)
    version: int = 1

    def say(self, code: str, sheet: str = "", cell: str = "", **facts: object) -> None:
        self.found.append(finding(code, self.file, sheet, cell, **facts))

    def sheet(self, sheet: Sheet) -> None:
        """Read a sheet of the form."""
        title = self._title(sheet)
        self.read.add(title)
        rows = self.book.rows(title)
        if not rows:
            self.say("CN131", sheet.title, wanted=sheet.title)
            return
        moved = self._moved(sheet, title, rows)
        values: dict[str, int | Decimal | None] = {}
        states: Counter[str] = Counter()
        self._stills(sheet, title, rows, moved)
        strange = self.book.merged_count(title) > sheet.merged
        written = 0
        for one in sheet.inputs:
            place = moved.get(one.name)
            if place is None:
                continue
            value = _at(rows, *place)
            if value != "":
                written += 1
            else:
                if (title, *place) in self.book.unread:
                    self.say("CN145", title, _cell(*place), wanted=one.label[1])
                    continue
                first = self._merged(title, place) if strange else None
                if first is None:
                    self._empty(one)
                    continue
                value = first
                self.say("CN133", title, _cell(*place))
            cell = _cell(*place)
            values[one.name] = self._input(one, value, title, cell)
            if one.kind == "choice" and value != "":
                states[line_of(value)] += 1
        totals = [self._total_place(total, title) for total in sheet.totals]
        for total, place in zip(sheet.totals, totals):
            self._total(total, title, place, rows, values, states)
        written += sum(_at(rows, *place) != "" for place in totals)
        if sum(len(row) - row.count("") for row in rows) > sheet.said + written:
            self._outside(sheet, title, rows, {*moved.values(), *totals})

    def others(self) -> None:
        """Say which sheets nobody has asked for: a copy may hold what the form itself does not."""
        for title in self.book.titles:
            if title not in self.read and title != IDENTITY and self.book.height(title):
                self.say("CN136", title, said=title)

    def _total_place(self, total: Total, title: str) -> tuple[int, int]:
        named = self.book.names.get(total.name)
        return named[1:] if named and named[0] == title else (total.row, total.column)

    def _title(self, sheet: Sheet) -> str:
        if sheet.title in self.book.titles:
            return sheet.title
        # A sheet that was renamed takes its names along.
        renamed = Counter(self.book.names[one.name][0] for one in sheet.inputs if one.name in self.book.names)
        if renamed and renamed.most_common(1)[0][0] in self.book.titles:
            return renamed.most_common(1)[0][0]
        return self._titled_otherwise(sheet)

    def _titled_otherwise(self, sheet: Sheet) -> str:
        """Return the sheet that says at least half of what the labels of this one say, else its own title."""
        wanted = {one.label for one in sheet.inputs}
        there: Counter[str] = Counter()
        for title in self.book.titles[:_MANY]:
            if title not in self.read and self.book.height(title):
                rows = self.book.rows(title)
                said = {
                    (at, line_of(value))
                    for row in rows
                    for at, value in enumerate(row[:_WIDE])
                    if value != ""
                }
                there[title] = len(wanted & said)
        best = there.most_common(1)
        return best[0][0] if best and best[0][1] * 2 >= max(len(wanted), 1) else sheet.title

    def _moved(self, sheet: Sheet, title: str, rows: Rows) -> dict[str, tuple[int, int]]:
        """Return where each cell to fill in is now: by its name, or where the name is lost, by the label of its row."""
        moved: dict[str, tuple[int, int]] = {}
        names = self.book.names
        lost: list[Input] = []
        for one in sheet.inputs:
            place = names.get(one.name)
            if place is not None and place[0] == title:
                column, words = one.label
                said = _at(rows, place[1] - one.above, column)
                if said == words or (said != "" and line_of(said) == words):
                    moved[one.name] = place[1:]
                    continue
            lost.append(one)
        if lost:
            self._search(lost, title, rows, moved)
        return moved

    def _search(
        self, lost: Sequence[Input], title: str, rows: Rows, moved: dict[str, tuple[int, int]]
    ) -> None:
        places: dict[tuple[int, str], list[int]] = {}
        for column in {one.label[0] for one in lost}:
            for number in range(len(rows)):
                if words := _label(rows, number, column):
                    places.setdefault((column, words), []).append(number)
        found: dict[str, tuple[int, int]] = {}
        gone: set[str] = set()
        for one in lost:
            there = places.get(one.label, [])
            named = self.book.names.get(one.name)
            if len(there) == 1:
                moved[one.name] = (there[0] + one.above, one.column)
                if named is None or named[1:] != moved[one.name]:
                    found.setdefault(one.label[1], moved[one.name])
            elif named is not None and named[0] == title:
                # The label was changed, but the name still stands: the change is said with the locked cells.
                moved[one.name] = named[1:]
            elif one.label[1] not in gone:
                gone.add(one.label[1])
                self.say("CN131", title, wanted=one.label[1])
        if len(found) > _FEW:
            self.say("CN137", title, count=len(found))
        else:
            for words, place in found.items():
                self.say("CN132", title, _cell(*place), wanted=words)

    def _stills(self, sheet: Sheet, title: str, rows: Rows, moved: Mapping[str, tuple[int, int]]) -> None:
        """Say which locked cells no longer say what they said."""
        high, wide = len(rows), len(rows[0])
        changed = [
            one
            for one in sheet.stills
            if one.row >= high or one.column >= wide or rows[one.row][one.column] != one.words
        ]
        changed = [one for one in changed if _at(rows, one.row, one.column) != self._said(one)]
        if not changed:
            return
        shifts = {one.row: moved[one.name][0] for one in sheet.inputs if one.name in moved}
        shifts |= {
            one.row - one.above: moved[one.name][0] - one.above for one in sheet.inputs if one.name in moved
        }
        there = Counter(line_of(value) for row in rows for value in row if value != "")
        for one in changed:
            words = self._said(one)
            row = shifts.get(one.row, one.row)
            now = line_of(_at(rows, row, one.column))
            if now == line_of(words) or not words:
                continue
            if one.row not in shifts and there[line_of(words)]:
                continue
            self.say("CN130", title, _cell(row, one.column), wanted=words, said=now)

    def _said(self, still: Still) -> str:
        return self.unit if still.words == NAMELESS else still.words

    def _merged(self, title: str, place: tuple[int, int]) -> Cell | None:
        first = self.book.merged(title, *place)
        if first is None:
            return None
        value: Cell = _at(self.book.rows(title), *first)
        return value if value != "" else None

    def _empty(self, one: Input) -> None:
        what, id_ = one.asks
        if what == "figure":
            self.blank.append(one.label[1])
        elif what == "state":
            self.labels[id_] = one.label[1]
            self.duties.setdefault(id_, {})

    def _input(self, one: Input, value: Cell, title: str, cell: str) -> int | Decimal | None:
        what, id_ = one.asks
        if one.kind in ("number", "percent", "version"):
            number = self._number(one, value, title, cell)
            if what == "version":
                self.version = int(number) if number is not None else 1
            elif number is not None:
                source = CellSource(file=self.file, sheet=title, cell=cell)
                self.figures.append(Figure(indicator=id_, value=number, source=source))
            return number
        words, dropped = words_of(value)
        if dropped:
            self.say("CN161", title, cell, count=dropped)
        if one.kind == "date" and words:
            words = self._day(value, words, title, cell)
        if what == "answer":
            if words:
                source = CellSource(file=self.file, sheet=title, cell=cell)
                self.answers.append(Answer(key=id_, words=words, source=source))
        elif what == "listed":
            if words:
                self.listed.append(words)
        else:
            self.labels[id_] = one.label[1]
            self.duties.setdefault(id_, {})[what] = words
            if what == "state":
                self.places[id_] = (title, cell)
        return None

    def _number(self, one: Input, value: Cell, title: str, cell: str) -> int | Decimal | None:
        if one.kind == "number" and type(value) is float and value.is_integer() and 0 <= value <= LIMIT:
            # Nearly every figure, without a question.
            return int(value)
        number = number_of(value)
        wanted = one.label[1]
        if isinstance(value, str) and not value.strip():
            return None
        match number.problem:
            case "none":
                self.say("CN140", title, cell, said=number.written, wanted=wanted)
                return None
            case "unclear":
                self.say("CN142", title, cell, said=number.written, ways=number.ways, wanted=wanted)
                return None
            case "date":
                self.say("CN144", title, cell, said=number.written, wanted=wanted)
                return None
        found = number.value
        if found is None:
            return None
        least, most = {"version": (1, 99), "percent": (0, 100)}.get(one.kind, (0, LIMIT))
        if not least <= found <= most or (one.kind == "version" and not isinstance(found, int)):
            limits = f"{least} – {most}"
            self.say("CN143", title, cell, said=number.written or found, limits=limits, wanted=wanted)
            return None
        if number.problem:
            self.say("CN141", title, cell, said=number.written, value=_shown(found))
        if one.kind == "percent" and 0 < found < 1:
            self.say("CN147", title, cell, said=_shown(found), value=_shown(found * 100))
        return found

    def _day(self, value: Cell, words: str, title: str, cell: str) -> str:
        day = day_of(value)
        if isinstance(value, dt.date):
            return short_date(value)
        if day is None:
            self.say(
                "CN160",
                title,
                cell,
                said=words,
                value="it is kept as written, since it is no day of the calendar",
                value_vi="không phải ngày có thật, giữ nguyên như đã ghi",
            )
            return words
        read = short_date(day)
        self.say("CN160", title, cell, said=words, value=f"it is read as {read}", value_vi=f"hiểu là {read}")
        return read

    def _total(
        self,
        total: Total,
        title: str,
        place: tuple[int, int],
        rows: Rows,
        values: Mapping[str, int | Decimal | None],
        states: Mapping[str, int],
    ) -> None:
        value: Cell = _at(rows, *place)
        if value == "":
            # A program that does not calculate stores none; the sums are ours in any case.
            return
        if total.state:
            right: int | Decimal = states.get(total.state, 0)
        else:
            right = sum((values.get(name) or 0 for name in total.of), start=0)
        said = number_of(value)
        if said.value != right:
            self.say(
                "CN150",
                title,
                _cell(*place),
                wanted=total.label,
                said=line_of(value),
                value=_shown(right),
            )

    def _outside(self, sheet: Sheet, title: str, rows: Rows, ours: Iterable[tuple[int, int]]) -> None:
        """Say what stands where nothing is read: a note beside the form would be lost in silence."""
        words = {line_of(self._said(one)) for one in sheet.stills}
        known = {*ours, *((one.row, one.column) for one in sheet.stills)}
        strange = [
            (number, column, value)
            for number, row in enumerate(rows)
            for column, value in enumerate(row)
            if value != "" and (number, column) not in known
        ]
        strange = [one for one in strange if line_of(one[2]) not in words]
        for number, column, value in strange[:_MANY]:
            self.say("CN134", title, _cell(number, column), said=line_of(value))
        if len(strange) > _MANY:
            self.say("CN135", title, count=len(strange) - _MANY)

    def report(self, identity: Mapping[str, str], unit: Body) -> UnitReport:
        """Return all that was read."""
        if self.blank:
            which = "; ".join(self.blank[:_FEW]) + (" …" if len(self.blank) > _FEW else "")
            self.say("CN146", count=len(self.blank), which=which)
        return UnitReport(
            plan_id=identity["plan"],
            unit=unit,
            period=identity["period"],
            version=self.version,
            figures=self.figures,
            progress=self._progress(),
            texts=self.answers,
            evidence=self.listed,
        )

    def _progress(self) -> list[Progress]:
        made: list[Progress] = []
        silent: list[str] = []
        for id_, said in self.duties.items():
            label, place = self.labels[id_], self.places.get(id_)
            if not any(said.values()):
                silent.append(label)
                continue
            words = said.get("state", "")
            state = _STATES.get(fold(words))
            if state is None:
                self.say("CN154", *(place or ()), said=words, wanted=label)
                state = "ongoing"
            if state in ("late", "dropped") and not said.get("reason"):
                self.say("CN152", *(place or ()), said=STATES[state], wanted=label)
            made.append(
                Progress(
                    task=id_,
                    status=state,  # type: ignore[arg-type]  # one of the keys of STATES
                    result=said.get("result", ""),
                    reason=said.get("reason", ""),
                    evidence=said.get("evidence", ""),
                    source=CellSource(file=self.file, sheet=place[0], cell=place[1])
                    if place
                    else CellSource(),
                )
            )
        if silent:
            which = "; ".join(silent[:_FEW]) + (" …" if len(silent) > _FEW else "")
            self.say("CN153", count=len(silent), which=which)
        return made


def _at(rows: Rows, row: int, column: int) -> Any:
    return rows[row][column] if 0 <= row < len(rows) and column < len(rows[row]) else ""


def _label(rows: Rows, row: int, column: int) -> str:
    value = _at(rows, row, column)
    return value if value == "" else line_of(value)


# Returned forms fill in the same few hundred cells.
@functools.lru_cache(maxsize=4096)
def _cell(row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def _shown(value: int | Decimal) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
