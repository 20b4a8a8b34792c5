"""Rules about words that must agree with facts, with counts and with each other (CC4xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.checks._decree import DECREE
from cchc.checks._pattern import Late
from cchc.checks._record import CheckContext
from cchc.checks._rule import Found, rule
from cchc.checks._texts import prose, quoted
from cchc.diagnostics import Severity
from cchc.model import Channel, Item, Plan, Quantity, Schedule, walk
from cchc.text import find_dates, fold

_MONTH = Late(
    r"tháng ((?:0?[1-9]|1[0-2])(?:(?:, ?| và |, tháng | và tháng )(?:0?[1-9]|1[0-2])\b)*)(?!\d)(?: năm ((?:19|20|21)\d\d))?"
)
_YEAR = Late(r"năm ((?:19|20|21)\d\d)")
_COUNT_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_TIMES = Late(
    r"mỗi (tuần|tháng|quý|năm),? (?:ít nhất )?(\d{1,2}|"
    + "|".join(_COUNT_WORDS)
    + r") (?:lần|kỳ|số|buổi|bài|tin|chuyên mục)"
)
_EVERY = {"tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}


def _moments(words: str) -> tuple[set[int], set[int]]:
    """Return the months and the years that *words* name."""
    months: set[int] = set()
    years = {int(match[1]) for match in _YEAR.finditer(words)}
    for found in find_dates(words):
        months.add(found.date.month)
        years.add(found.date.year)
    for match in _MONTH.finditer(words):
        months |= {int(number) for number in re.findall(r"\d+", match[1])}
    return months, years


def _against(schedule: Schedule, words: str, plan: Plan, *, own: bool = True) -> tuple[str, str] | None:
    """Return how *words* and the fields of *schedule* disagree, ``None`` where they do not.

    Words that are not the schedule's *own* may name other days too, so that one month in common is enough.
    """
    folded = fold(words)
    months, years = _moments(folded)
    said = [one for one in (schedule.start, schedule.end) if one is not None]
    listed = set(schedule.months) | {one.month for one in said}
    strict = own or schedule.kind == "months"
    differs = not listed <= months if strict else not listed & months
    if months and listed and differs and schedule.kind in ("once", "range", "months"):
        names = ", ".join(str(month) for month in sorted(listed - months))
        return f"lời văn không có tháng {names}", f"the words do not name month {names}"
    wanted = {one.year for one in said} or (
        {plan.year} if schedule.kind in ("months", "all_year", "recurring") else set()
    )
    if years and wanted and not wanted & years:
        names = ", ".join(map(str, sorted(years)))
        return f"lời văn ghi năm {names}", f"the words say {names}"
    said_times = [
        int(match[2]) if match[2].isdigit() else _COUNT_WORDS[match[2]]
        for match in _TIMES.finditer(folded)
        if schedule.every == _EVERY[match[1]]
    ]
    # A sentence may say how often several things happen; one of them is this.
    if said_times and schedule.times is not None and schedule.times not in said_times:
        return (
            f"lời văn ghi {said_times[0]} lần, dữ liệu ghi {schedule.times}",
            f"the words say {said_times[0]} times, the field {schedule.times}",
        )
    return None


def _other_count(quantity: Quantity, words: str) -> str | None:
    """Return the number that *words* give for what *quantity* counts, where it is another one."""
    unit = fold(quantity.unit)
    if not unit or "%" in unit:
        return None
    numbers = re.findall(rf"(?<![\d/.,])(\d{{1,3}}(?:\.\d{{3}})+|\d+)\s+{re.escape(unit)}\b", fold(words))
    values = {number.replace(".", "").lstrip("0") for number in numbers}
    if values and str(quantity.number) not in values:
        return str(numbers[0])
    return None


@rule(
    "CC401",
    name="Lời văn và dữ liệu nói khác nhau",
    severity=Severity.ERROR,
    rationale="Văn bản in theo lời văn, bảng theo dõi lấy theo dữ liệu; khác nhau thì hai bản của một kế hoạch mâu thuẫn.",
    wrong="vào tháng 5 và tháng 9 năm 2026",
    right="vào tháng 5 và tháng 10 năm 2026",
)
def disagreement(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find words that say another time or number than the facts beside them."""
    titles = context.once(plan, quoted)
    for place in walk(plan):
        item = place.item
        said = item.words
        # The day of a cited document is no time of the plan's own.
        for start, end in reversed(titles.get(f"{place.path}.words", [])):
            said = f"{said[:start]} {said[end:]}"
        single = len({fact.schedule for fact in item.facts if fact.schedule}) == 1
        for number, fact in enumerate(item.facts):
            path = f"{place.path}.facts[{number}]"
            schedule = fact.schedule
            if schedule and schedule.words and (wrong := _against(schedule, schedule.words, plan)):
                yield _disagrees(f"{path}.schedule", wrong)
            elif schedule and said and single and (wrong := _against(schedule, said, plan, own=False)):
                yield _disagrees(f"{place.path}.words", wrong)
            quantity = fact.quantity if isinstance(fact, Channel) else None
            for where, words in (("quantity", quantity.words), ("", said)) if quantity else ():
                assert quantity
                if words and (count := _other_count(quantity, words)):
                    yield _disagrees(
                        f"{path}.{where}" if where else f"{place.path}.words",
                        (
                            f"lời văn ghi {count} {quantity.unit}, dữ liệu ghi {quantity.number}",
                            f"the words say {count} {quantity.unit}, the field {quantity.number}",
                        ),
                    )
        yield from _labelled(place.path, item, plan)


def _disagrees(path: str, wrong: tuple[str, str]) -> Found:
    return Found(
        path=path,
        vi=f"Lời văn và dữ liệu khác nhau: {wrong[0]}.",
        en=f"Words and facts disagree: {wrong[1]}.",
    )


def _labelled(path: str, item: Item, plan: Plan) -> Iterator[Found]:
    """Find labelled lines below the item of one channel that say another time than the channel."""
    channels = [fact for fact in item.facts if isinstance(fact, Channel)]
    if len(channels) != 1:
        return
    schedule = channels[0].schedule
    for number, line in enumerate(item.items):
        if (
            line.role == "schedule"
            and schedule
            and line.words
            and (wrong := _against(schedule, line.words, plan))
        ):
            yield _disagrees(f"{path}.items[{number}].words", wrong)


_OWN_YEAR = Late(
    r"kế hoạch (?:thông tin,? |tuyên truyền,? |truyền thông,? |về )[^.;:]{0,80}?năm ((?:19|20|21)\d\d)"
)


@rule(
    "CC402",
    name="Năm trong trích yếu, mở đầu hoặc kết thúc khác năm của kế hoạch",
    severity=Severity.ERROR,
    rationale="Năm cũ còn sót là lỗi hay gặp nhất khi dùng lại kế hoạch năm trước.",
    wrong="subject: Tuyên truyền cải cách hành chính năm 2025",
    right="subject: Tuyên truyền cải cách hành chính năm 2026",
)
def another_year(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find the year of another plan in the subject line, and where the opening and the closing name this plan."""
    places = [
        ("subject", plan.subject, _YEAR),
        ("opening", plan.opening, _OWN_YEAR),
        ("closing", plan.closing, _OWN_YEAR),
    ]
    for path, words, pattern in places:
        found = list(pattern.finditer(words.lower()))
        if path == "opening":
            # The documents that it rests on come first; the plan itself is what it ends with.
            found = found[-1:]
        if found and str(plan.year) not in {match[1] for match in found}:
            match = found[-1]
            yield Found(
                path=path,
                start=match.start(1),
                end=match.end(1),
                vi=f"Ở đây ghi năm {match[1]}, kế hoạch là của năm {plan.year}.",
                en=f"It says {match[1]}; the plan is of {plan.year}.",
            )


_NUMBERED = Late(
    r"(?<![\w/.,-])(\d{1,2}) (nội dung|hình thức)(?= (?:trọng tâm|chủ yếu|chính|cụ thể|tuyên truyền|sau|cần|như|và)\b|\s*[,.:;])"
)
_LIST_OF = Late(
    r"(?<![\w/.,-])(\d{1,2}) ((?:lĩnh vực|nội dung|nhiệm vụ|nhóm|hình thức|chỉ số)[^:;.]{0,60}):([^.:]*;[^.:]*)(?:\.|$)"
)


@rule(
    "CC403",
    name="Số lượng nêu ra khác số mục liệt kê",
    rationale='Người đọc đếm; "06 nội dung" mà chỉ có năm là thiếu một nội dung hoặc sai con số.',
    wrong="năm 2026 với 04 nội dung",
    right="năm 2026 với 03 nội dung",
)
def miscounted(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find counts of contents and channels, and of lists within a sentence, that are not what follows."""
    parts: dict[str, list[Item]] = {"nội dung": [], "hình thức": []}
    for place in walk(plan):
        if place.item.role in ("contents", "channels"):
            parts["nội dung" if place.item.role == "contents" else "hình thức"].append(place.item)
    counted = [
        ("opening", plan.opening),
        *(
            (f"{place.path}.{name}", getattr(place.item, name))
            for place in walk(plan)
            if place.item.role in ("contents", "channels", "substance")
            for name in ("label", "words")
        ),
    ]
    for path, words in counted:
        for match in _NUMBERED.finditer(words.lower()):
            meant = parts[match[2]]
            there = len(meant[0].items) if len(meant) == 1 else 0
            if there and int(match[1]) != there:
                yield Found(
                    path=path,
                    start=match.start(),
                    end=match.end(),
                    vi=f"Ở đây ghi {match[1]} {match[2]}, kế hoạch có {there}.",
                    en=f"It says {int(match[1])}, the plan lists {there}.",
                )
    for text in context.once(plan, prose):
        for match in _LIST_OF.finditer(text.words):
            there = len([part for part in match[3].split(";") if part.strip(" .")])
            if there != int(match[1]):
                yield Found(
                    path=text.path,
                    start=match.start(),
                    end=match.end(2),
                    vi=f"Ở đây ghi {match[1]} {match[2].strip()}, liệt kê {there}.",
                    en=f"It says {int(match[1])}, and lists {there}.",
                )


_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def _rank(marker: str) -> tuple[str, int] | None:
    """Return the set and the rank of a marker: "b)" is the second of the letters; ``None`` for dashes and the like."""
    bare = marker.strip().strip(".)(").strip()
    if bare.isdecimal():
        return "1", int(bare)
    if bare and bare.isupper() and not set(bare.lower()) - set(_ROMAN):
        values = [_ROMAN[letter] for letter in bare.lower()]
        return "I", sum(-one if one < max(values[index:]) else one for index, one in enumerate(values))
    if len(bare) == 1 and bare in _LETTERS and marker.strip().endswith((")", ".")):
        return "a", _LETTERS.index(bare) + 1
    return None


def _families(plan: Plan) -> Iterator[tuple[str, tuple[Item, ...]]]:
    yield "parts", plan.parts
    for place in walk(plan):
        if place.item.items:
            yield f"{place.path}.items", place.item.items


@rule(
    "CC404",
    name="Số thứ tự nhảy hoặc trùng",
    rationale="Số thứ tự nhảy là dấu hiệu thiếu một mục; trùng thì không viện dẫn được.",
    wrong="        marker: 4.\n",
    right="        marker: 3.\n",
    source=f"{DECREE}, Phụ lục I, mục II.6",
)
def gaps(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find markers that do not follow each other; a list may go on with the numbers of the one before."""
    for path, items in _families(plan):
        before: tuple[str, int] | None = None
        for number, item in enumerate(items):
            rank = _rank(item.marker)
            if rank is None:
                # After a dash, counting begins anew.
                before = None if item.marker.strip() else before
                continue
            if before and rank[0] == before[0] and rank[1] != before[1] + 1:
                yield Found(
                    path=f"{path}[{number}]",
                    vi=f"Sau {_shown(before)} là {item.marker.strip()!r}.",
                    en=f"{item.marker.strip()!r} does not follow {_shown(before)}.",
                )
            before = rank


def _shown(rank: tuple[str, int]) -> str:
    if rank[0] == "a":
        return repr(_LETTERS[rank[1] - 1])
    return repr(str(rank[1])) if rank[0] == "1" else f"mục {rank[1]}"


@rule(
    "CC405",
    name="Dấu đầu mục lẫn lộn trong một cấp",
    severity=Severity.INFO,
    rationale="Các mục cùng cấp dùng một loại dấu thì người đọc mới thấy được cấp.",
    wrong='        marker: "-"\n      - words: Quyền',
    right="        marker: 2.\n      - words: Quyền",
    source=f"{DECREE}, Phụ lục I, mục II.6",
)
def mixed_markers(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find items of one list, and labelled lines of one part, that are marked now with one set and now with another."""
    lines: dict[str, dict[str, str]] = {}
    for path, items in _families(plan):
        kinds: dict[str, str] = {}
        for number, item in enumerate(items):
            kind = _kind(item.marker)
            if not kind:
                continue
            here = f"{path}[{number}]"
            if item.role in ("schedule", "lead", "partners") and len(path) > len("parts[0].items"):
                lines.setdefault(path.split("]")[0], {}).setdefault(kind, here)
            kinds.setdefault(kind, here)
        if len(kinds) > 1:
            yield _mixed(kinds)
    for kinds in lines.values():
        if len(kinds) > 1:
            yield _mixed(kinds)


def _kind(marker: str) -> str:
    rank = _rank(marker)
    return rank[0] if rank else marker.strip()[:1]


def _mixed(kinds: dict[str, str]) -> Found:
    names = ", ".join(repr({"1": "1.", "a": "a)", "I": "I."}.get(kind, kind)) for kind in kinds)
    return Found(
        path=list(kinds.values())[1],
        vi=f"Các mục cùng cấp dùng lẫn dấu {names}.",
        en=f"Items of one level are marked now and now with {names}.",
    )


RULES = (disagreement, another_year, miscounted, gaps, mixed_markers)
