"""What is changed and what is asked, written down while a plan is rolled forward."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from cchc.diagnostics import Edit
from cchc.model import Body, Plan, value_at
from cchc.rollover._record import Change, Decision, Kind
from cchc.rollover._tree import GONE, exchanged, order
from cchc.rollover._years import Piece


class Ledger:
    """The changes and decisions of one plan; offsets count in the texts of the old plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._values: dict[str, object] = {}
        self._whole: dict[str, Change] = {}
        self._pieces: dict[str, list[Piece]] = {}
        self._decisions: dict[str, Decision] = {}

    def put(self, path: str, before: object, after: object, vi: str, en: str, source: str = "") -> None:
        """Exchange the whole value at *path*."""
        self._pieces.pop(path, None)
        self._values[path] = after
        shown = ["" if one is None or one is GONE else str(one) for one in (before, after)]
        self._whole[path] = Change(path=path, before=shown[0], after=shown[1], vi=vi, en=en, source=source)

    def touched(self, path: str) -> bool:
        """Return whether the whole value at *path* is exchanged already."""
        return path in self._values

    def cut(self, path: str, pieces: Iterable[Piece]) -> None:
        """Exchange pieces of the text at *path*; of two that overlap, the first is taken."""
        position = 0
        words = self.words(path)
        for piece in sorted(pieces, key=lambda one: (one.start, -one.end)):
            if piece.asks:
                self.ask(
                    piece.asks,
                    path,
                    words[piece.start : piece.end],
                    piece.vi,
                    piece.en,
                    options=piece.options,
                    source=piece.source,
                )
            elif piece.start >= position:
                position = piece.end
                self._pieces.setdefault(path, []).append(piece)

    def ask(
        self,
        kind: Kind,
        path: str,
        words: str,
        vi: str,
        en: str,
        *,
        options: Iterable[str] = (),
        source: str = "",
        code: str = "",
    ) -> None:
        """Leave a question to a person; the same question at another place waits for the same answer."""
        if path.endswith(".words") and isinstance(value_at(self.plan, path.removesuffix(".words")), Body):
            path = path.removesuffix(".words")
        known = self._decisions.get(vi)
        if known is None:
            self._decisions[vi] = Decision(
                kind=kind,
                path=path,
                words=words,
                vi=vi,
                en=en,
                places=(path,),
                options=tuple(options),
                code=code,
                source=source,
            )
        elif path not in known.places:
            places = sorted((*known.places, path), key=order)
            self._decisions[vi] = attrs.evolve(known, path=places[0], places=tuple(places))

    def told(self, kind: Kind, path: str, words: str, code: str) -> bool:
        """Return whether a question of this kind asks about these words at *path*; if so, it is that of the check too."""
        for vi, one in self._decisions.items():
            if one.kind == kind and one.words == words and path in one.places:
                self._decisions[vi] = attrs.evolve(one, code=code)
                return True
        return False

    def words(self, path: str) -> str:
        """Return the text at *path* in the old plan."""
        return str(value_at(self.plan, path))

    def made(self) -> Plan:
        """Return the draft as it stands."""
        drafted = {path: self._drafted(path) for path in self._pieces if path not in self._values}
        return exchanged(self.plan, {**drafted, **self._values})

    def _drafted(self, path: str) -> str:
        words, position = self.words(path), 0
        made: list[str] = []
        for piece in self._pieces[path]:
            made += (words[position : piece.start], piece.after)
            position = piece.end
        return "".join(made) + words[position:]

    def drop(self, path: str, before: str, vi: str, en: str, source: str = "") -> None:
        """Take what stands at *path* out of the list that it is in."""
        for inner in [one for one in self._values if one.startswith(f"{path}.")]:
            del self._values[inner], self._whole[inner]
        for inner in [one for one in self._pieces if one.startswith(f"{path}.")]:
            del self._pieces[inner]
        self.put(path, before, GONE, vi, en, source)

    def settle(self) -> None:
        """Name the places of all decisions as they are in the draft, where lists may have become shorter."""
        gone = [path for path, value in self._values.items() if value is GONE]
        for vi, one in [*self._decisions.items()]:
            places = tuple(place for old in one.places if (place := _in_draft(old, gone)))
            if places:
                self._decisions[vi] = attrs.evolve(one, path=places[0], places=places)
            else:
                del self._decisions[vi]

    def mend(self, path: str, edit: Edit, vi: str, en: str, source: str) -> bool:
        """Make an edit that counts in the draft; return whether its place could be told in the old plan."""
        if path in self._values:
            value = self._values[path]
            if not isinstance(value, str):
                return False
            after = value[: edit.start] + edit.text + value[edit.end :]
            self._values[path] = after
            self._whole[path] = attrs.evolve(self._whole[path], after=after)
            return True
        pieces, shift = self._pieces.get(path, []), 0
        for number, piece in enumerate(pieces):
            start = piece.start + shift
            end = start + len(piece.after)
            if start <= edit.start and edit.end <= end:
                inner = piece.after[: edit.start - start] + edit.text + piece.after[edit.end - start :]
                pieces[number] = attrs.evolve(piece, after=inner)
                return True
            if edit.end <= start:
                break
            if edit.start < end:
                return False
            shift += len(piece.after) - (piece.end - piece.start)
        made = Piece(
            start=edit.start - shift, end=edit.end - shift, after=edit.text, vi=vi, en=en, source=source
        )
        self._pieces[path] = sorted((*pieces, made), key=lambda one: one.start)
        return True

    def changes(self) -> tuple[Change, ...]:
        """Return every change, in the order of the plan."""
        found = list(self._whole.values())
        for path, pieces in self._pieces.items():
            words = self.words(path)
            found += (
                Change(
                    path=path,
                    before=words[piece.start : piece.end],
                    after=piece.after,
                    vi=piece.vi,
                    en=piece.en,
                    source=piece.source,
                    edit=Edit(start=piece.start, end=piece.end, text=piece.after),
                )
                for piece in pieces
            )
        return tuple(sorted(found, key=lambda one: (order(one.path), one.edit.start if one.edit else 0)))

    def decisions(self) -> tuple[Decision, ...]:
        """Return everything that is left to a person, in the order of the plan."""
        return tuple(sorted(self._decisions.values(), key=lambda one: order(one.path)))


def _in_draft(path: str, gone: list[str]) -> str:
    """Return a path of the old plan as it is in the draft, empty where what it names is gone."""
    made = path
    for one in gone:
        if path == one or path.startswith(f"{one}."):
            return ""
        several, number = one.removesuffix("]").rsplit("[", 1)
        match = re.match(re.escape(several) + r"\[(\d+)\]", path)
        if match and int(match[1]) > int(number):
            # Lists of bodies and of facts are not within each other at one index, so that the length of the head stays.
            there = re.match(re.escape(several) + r"\[(\d+)\]", made)
            assert there
            made = f"{several}[{int(there[1]) - 1}]{made[there.end() :]}"
    return made
