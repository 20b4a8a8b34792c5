"""Bodies that have become one: joined where they stand side by side, left out of a list that names them twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from cchc.model import Assignment, Body, Channel, Item, Plan, value_at
from cchc.rollover._ledger import Ledger
from cchc.rollover._tree import stated
from cchc.rollover._years import Piece
from cchc.text import fold

_BETWEEN = r"(?:\s*,\s*(?:và\s+)?|\s+và\s+|\s*&\s*)(?:(?:của|trên|với|cho)\s+)?"
_COMMUNES = re.compile(r"^(?:ubnd|ủy ban nhân dân)?\s*(?:các )?(?=(?:xã|phường)\b)")


def merged(words: str, pieces: Iterable[Piece]) -> list[Piece]:
    """Return *pieces* with those that stand side by side and say the same now as one, that name told once.

    A name that was new already may stand beside the old one: "Sở Kế hoạch và Đầu tư, Sở Tài chính". Where a sentence
    names two apart ("A chủ trì, phối hợp với B"), it has to be written anew, which is asked.
    """
    made: list[Piece] = []
    asks: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: one.start):
        if piece.asks:
            asks.append(piece)
            continue
        said = words[piece.start : piece.end]
        before = made[-1] if made else None
        if before and before.after == piece.after and re.fullmatch(_BETWEEN, words[before.end : piece.start]):
            made[-1] = _joined(words, before, before.start, piece.end)
            continue
        name = re.escape(piece.after)
        if said != piece.after and (found := re.search(rf"(?<!\w){name}{_BETWEEN}$", words[: piece.start])):
            piece = _joined(words, piece, found.start(), piece.end)
        elif said != piece.after and (found := re.match(rf"{_BETWEEN}{name}(?!\w)", words[piece.end :])):
            piece = _joined(words, piece, piece.start, piece.end + found.end())
        made.append(piece)
    return made + asks + list(_apart(words, made))


def _joined(words: str, piece: Piece, start: int, end: int) -> Piece:
    vi, en = f"{words[start:end]} nay là {piece.after}", f"{words[start:end]} is now {piece.after}"
    return attrs.evolve(piece, start=start, end=end, vi=vi, en=en)


def _apart(words: str, pieces: list[Piece]) -> Iterator[Piece]:
    """Yield questions about names that a text now says twice, where it said two."""
    for piece in pieces:
        others = [one for one in pieces if one is not piece and one.after == piece.after]
        said = {words[one.start : one.end] for one in (piece, *others)}
        # "UBND huyện" is "UBND huyện Hướng Hóa" told again.
        said = {one for one in said if not any(other.startswith(f"{one} ") for other in said)}
        outside = [
            match
            for match in re.finditer(rf"(?<!\w){re.escape(piece.after)}(?!\w)", words)
            if not any(one.start <= match.start() < one.end for one in pieces)
        ]
        if len(said) > 1 or outside:
            name = piece.after
            yield attrs.evolve(
                piece,
                asks="merged",
                vi=f"Câu nêu {name!r} hai lần, vì trước đây là hai cơ quan; viết lại thế nào?",
                en=f"A sentence names {name!r} twice, for there were two; how is it to be put?",
            )


def merge_lists(ledger: Ledger) -> None:
    """Leave out of each list of bodies what has become one with another of it; a lead is not its own partner.

    Two channels that differ in nothing but the body that they were named after are one; where they belong to two families,
    a newspaper and a broadcaster, that is asked.
    """
    plan, draft = ledger.plan, ledger.made()
    _drop(ledger, draft, "recipients")
    for path, item in stated(plan, Item):
        for number, fact in enumerate(item.facts):
            here = f"{path}.facts[{number}]"
            first = "lead" if isinstance(fact, Channel) else "bodies"
            _drop(ledger, draft, f"{here}.{first}", f"{here}.partners")
        _merge_channels(ledger, draft, path, item)


def _key(body: Body) -> str:
    folded = fold(body.words)
    return _COMMUNES.sub("", folded) if body.is_class else folded.replace("ủy ban nhân dân", "ubnd")


def _drop(ledger: Ledger, draft: Plan, *paths: str) -> None:
    """Drop from lists that belong together the bodies that are one with another now, and were not."""
    kept: list[tuple[Body, Body]] = []
    for path in paths:
        old, new = _bodies(ledger.plan, path), _bodies(draft, path)
        for number, (was, body) in enumerate(zip(old, new, strict=True)):
            same = [first for first, one in kept if _key(one) == _key(body)]
            if same and _key(same[0]) != _key(was):
                now = "" if was.words == body.words else f"{was.words} nay là {body.words}; "
                ledger.drop(
                    f"{path}[{number}]",
                    was.words,
                    f"{now}{body.words} đã nêu ở trên",
                    f"{was.words} is {body.words} now, which is named already",
                )
            else:
                kept.append((was, body))


def _bodies(plan: Plan, path: str) -> tuple[Body, ...]:
    value = value_at(plan, path)
    assert isinstance(value, tuple)
    return value


def _merge_channels(ledger: Ledger, draft: Plan, path: str, item: Item) -> None:
    now = value_at(draft, path)
    assert isinstance(now, Item)
    kept: list[tuple[Channel, Channel]] = []
    for number, (was, fact) in enumerate(zip(item.facts, now.facts, strict=True)):
        if not isinstance(fact, Channel) or not isinstance(was, Channel):
            continue
        here = f"{path}.facts[{number}]"
        alike = [one for old, one in kept if _bare(one) == _bare(fact) and old.name != was.name]
        kept.append((was, fact))
        if alike and alike[0].family == fact.family:
            why = f"{was.name} nay là {fact.name}; đã nêu ở trên", f"{was.name} is {fact.name}, named already"
            ledger.drop(here, was.name, *why)
            for other, duty in stated(ledger.plan, Assignment):
                if duty.channel == fact.id:
                    ledger.put(f"{other}.channel", fact.id, alike[0].id, *why)
        elif alike:
            ledger.ask(
                "merged",
                here,
                was.name,
                f"Hai hình thức nay cùng của {fact.name!r}: giữ riêng hay gộp làm một?",
                f"Two channels are of {fact.name!r} now: are they kept apart or joined?",
            )


def _bare(channel: Channel) -> Channel:
    return attrs.evolve(channel, id="x", family=None)
