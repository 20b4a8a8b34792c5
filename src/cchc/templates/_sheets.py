"""The typed tables beside the pages: tasks, the calendar of the year, channels."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cchc.document import Sheet, SheetColumn, Summary, Value
from cchc.model import channels, tasks
from cchc.templates._wording import bodies_words, deadline, quantity_words, schedule_words, upper_first
from cchc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cchc.model import Level, Plan, Schedule, Task

#: What an office of its own plan bears behind its name or leaves out.
_OWN = {
    "province": re.compile(r" (?:tỉnh|thành phố)$"),
    "department": re.compile(r" sở$"),
    "commune": re.compile(r" (?:xã|phường|thị trấn|đặc khu)$"),
}

#: States of a task in a tracking table, in the order in which an office goes through them.
STATUSES = ("Chưa thực hiện", "Đang thực hiện", "Hoàn thành", "Chậm", "Không thực hiện")

FAMILIES = {
    "press": "Báo chí",
    "broadcast": "Phát thanh, truyền hình",
    "loudspeaker": "Truyền thanh cơ sở",
    "portal": "Cổng, trang thông tin điện tử",
    "social": "Mạng xã hội",
    "visual": "Trực quan (pano, áp phích, băng rôn)",
    "print": "Ấn phẩm (tờ rơi, tờ gấp)",
    "meeting": "Hội nghị, cuộc họp",
    "training": "Tập huấn, bồi dưỡng",
    "dialogue": "Đối thoại, diễn đàn",
    "contest": "Hội thi, cuộc thi",
    "survey": "Khảo sát, điều tra",
    "stage": "Sân khấu, tiểu phẩm",
    "posting": "Niêm yết công khai",
    "integrated": "Lồng ghép",
    "minority_language": "Tiếng dân tộc",
    "community": "Người có uy tín, cộng đồng",
    "other": "Hình thức khác",
}

_TASKS = (
    SheetColumn(key="tt", title="TT", kind="integer", width=5),
    SheetColumn(key="content", title="Nội dung nhiệm vụ", width=46),
    SheetColumn(key="lead", title="Cơ quan chủ trì", width=24),
    SheetColumn(key="partners", title="Cơ quan phối hợp", width=28),
    SheetColumn(key="schedule", title="Thời gian thực hiện", width=24),
    SheetColumn(key="deadline", title="Hạn hoàn thành", kind="date", width=12),
    SheetColumn(key="product", title="Sản phẩm", width=20),
    SheetColumn(key="budget", title="Kinh phí", width=20),
    SheetColumn(key="status", title="Trạng thái", kind="choice", width=16, choices=STATUSES, input=True),
    SheetColumn(key="progress", title="Tiến độ", kind="percent", width=9, input=True),
    SheetColumn(key="note", title="Ghi chú", width=24, input=True),
)
_CHANNELS = (
    SheetColumn(key="tt", title="TT", kind="integer", width=5),
    SheetColumn(key="name", title="Hình thức tuyên truyền", width=40),
    SheetColumn(key="family", title="Nhóm", width=20),
    SheetColumn(key="schedule", title="Thời gian thực hiện", width=24),
    SheetColumn(key="quantity", title="Số lượng", width=16),
    SheetColumn(key="lead", title="Cơ quan chủ trì", width=24),
    SheetColumn(key="partners", title="Cơ quan phối hợp", width=28),
    SheetColumn(key="audience", title="Đối tượng", width=28),
    SheetColumn(key="content", title="Nội dung", width=40),
    SheetColumn(key="method", title="Cách thức tổ chức", width=32),
    SheetColumn(key="budget", title="Kinh phí", width=24),
)


def product(task: Task) -> str:
    """Return what a task hands over, in words: its product, else its quantity."""
    return task.product or (quantity_words(task.quantity) if task.quantity else "")


def task_rows(plan: Plan) -> list[tuple[str, ...]]:
    """Return the rows of the printed task table, one text a column; each cell begins with a capital."""
    return [(str(number), *_cells(task, plan.year)) for number, task in enumerate(tasks(plan), start=1)]


def _cells(task: Task, year: int) -> tuple[str, ...]:
    texts = (
        task.content,
        bodies_words(task.lead),
        bodies_words(task.partners),
        schedule_words(task.schedule, year) if task.schedule else "",
        product(task),
        task.budget,
    )
    return tuple(map(_cell, texts))


def _cell(text: str) -> str:
    """Return *text* as a cell says it: with a capital, and without the mark that ended it in a list or a sentence."""
    if not (text := text.strip()):
        return ""
    return upper_first(text if text.endswith("v.v.") else text.rstrip(" .;,") or text)


def sheets(plan: Plan) -> tuple[Sheet, ...]:
    """Return the typed tables of *plan*; tables without a row are left out."""
    found = tasks(plan)
    leads = _one_name_each(plan.level, (bodies_words(task.lead) for task in found))
    made = (
        Sheet(
            key="tasks",
            title="Theo dõi nhiệm vụ",
            columns=_TASKS,
            rows=tuple(
                _task_row(number, task, plan.year, leads) for number, task in enumerate(found, start=1)
            ),
            year=plan.year,
            summary=Summary(
                title="Tổng hợp theo cơ quan chủ trì",
                sheet="tasks",
                by="lead",
                across="status",
                due="deadline",
            ),
        ),
        _calendar(found, plan.year, leads),
        Sheet(
            key="channels",
            title="Hình thức tuyên truyền",
            columns=_CHANNELS,
            rows=tuple(
                (
                    number,
                    channel.name,
                    FAMILIES[channel.family] if channel.family else "",
                    schedule_words(channel.schedule, plan.year) if channel.schedule else "",
                    quantity_words(channel.quantity) if channel.quantity else "",
                    bodies_words(channel.lead),
                    bodies_words(channel.partners),
                    channel.audience,
                    channel.content,
                    channel.method,
                    channel.budget,
                )
                for number, channel in enumerate(channels(plan), start=1)
            ),
        ),
    )
    return tuple(sheet for sheet in made if sheet.rows)


def _one_name_each(level: Level, names: Iterable[str]) -> dict[str, str]:
    """Return for each name of who leads how a sheet says it: offices are counted by their names, so each has one.

    A name that is written in two ways, or with "xã" behind it and without, is said as most tasks say it.
    """
    said: dict[str, Counter[str]] = {}
    kept = [name for name in names if name.strip()]
    bare = {key: _OWN[level].sub("", key) if level in _OWN else key for key in map(fold, kept)}
    ended = Counter(short for key, short in bare.items() if short != key)
    for name in kept:
        key = fold(name)
        # "UBND tỉnh" and "UBND thành phố" are two offices.
        said.setdefault(bare[key] if ended[bare[key]] == 1 else key, Counter())[name] += 1
    usual = {name: counts.most_common(1)[0][0] for counts in said.values() for name in counts}
    return {name: _cell(usual[name]) for name in kept}


def _task_row(number: int, task: Task, year: int, leads: Mapping[str, str]) -> tuple[Value, ...]:
    content, _, partners, schedule, made, budget = _cells(task, year)
    lead = leads.get(bodies_words(task.lead), "")
    day = deadline(task.schedule, year)
    return (number, content, lead, partners, schedule, day, made, budget, STATUSES[0], 0, None)


def _calendar(found: tuple[Task, ...], year: int, leads: Mapping[str, str]) -> Sheet:
    months = tuple(
        SheetColumn(key=f"m{month}", title=f"T{month}", kind="mark", width=5) for month in range(1, 13)
    )
    return Sheet(
        key="calendar",
        title="Lịch năm",
        columns=(
            SheetColumn(key="content", title="Nội dung nhiệm vụ", width=46),
            SheetColumn(key="lead", title="Cơ quan chủ trì", width=24),
            *months,
        ),
        rows=tuple(
            (_cell(task.content), leads.get(bodies_words(task.lead), ""), *marks(task.schedule, year))
            for task in found
            if task.schedule
        ),
        year=year,
    )


def marks(schedule: Schedule | None, year: int) -> tuple[Value, ...]:
    """Return a mark for each month of *year* in which something is due: how often where that is known, else "x".

    A thing that comes less often than every month is marked in the last month of its period.
    """
    if schedule is None or schedule.kind == "words":
        return (None,) * 12
    if schedule.kind == "months":
        return tuple("x" if month in schedule.months else None for month in range(1, 13))
    first, last = _bounds(schedule, year)
    step = {"quarter": 3, "half_year": 6, "year": 12}.get(schedule.every or "", 1)
    sign: Value = schedule.times if schedule.kind == "recurring" and schedule.every != "day" else "x"
    return tuple(
        (sign or "x") if first <= (year, month) <= last and month % step == 0 else None
        for month in range(1, 13)
    )


def _bounds(schedule: Schedule, year: int) -> tuple[tuple[int, int], tuple[int, int]]:
    start, end = schedule.start, schedule.end
    if schedule.kind == "once":
        # A single day or month; a deadline alone is marked where it falls.
        start = start or end
        end = end or start
    return (start.year, start.month) if start else (year, 1), (end.year, end.month) if end else (year, 12)
