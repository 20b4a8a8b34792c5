"""Laying out the form of a unit: four sheets, whose cells follow from what is asked."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cchc.reporting._asked import QUESTIONS, STATES, Duty
from cchc.reporting._form import FORM_VERSION, Form, Input, Kind, Sheet, Still, Total
from cchc.templates import quantity_words, schedule_words, upper_first
from cchc.text import clean, short_date

if TYPE_CHECKING:
    from cchc.model import Body, Indicator, Plan
    from cchc.reporting._periods import Period

__all__ = ["lay_out", "name_of_unit"]

_COVER, _TASKS, _FIGURES, _WORDS = "Bìa", "Nhiệm vụ", "Số liệu", "Ý kiến"
#: Lines for what proves the figures.
_EVIDENCE = 8


def _name(prefix: str, id_: str, of: str = "") -> str:
    # An id has small letters, digits and hyphens, so that an underscore stands for nothing else.
    return f"{prefix}_{id_.replace('-', '_')}{of}"


def lay_out(
    plan: Plan,
    unit: Body,
    period: Period,
    *,
    duties: Sequence[Duty],
    indicators: Sequence[Indicator],
    receiver: str,
) -> Form:
    """Return the form of *unit*.

    The place of every cell follows from what is asked, never from who is asked: so forms that ask the same differ only
    in the name and code of the unit.
    """
    sheets = (
        _cover(plan, unit, period, receiver),
        _tasks(plan, duties),
        _figures(indicators, period),
        _words(),
    )
    asked = "\n".join(
        [*(f"{one.task.id} {one.leads}" for one in duties)]
        + [f"{one.id} {one.name} {one.unit} {one.adds}" for one in indicators]
        + [one.key for one in QUESTIONS]
    )
    return Form(
        sheets=sheets,
        identity=(
            ("form", str(FORM_VERSION)),
            ("plan", plan.id),
            ("period", period.id),
            ("due", period.due.isoformat() if period.due else ""),
            ("asked", hashlib.sha256(asked.encode()).hexdigest()[:16]),
            ("code", unit.code or ""),
            ("unit", name_of_unit(unit)),
        ),
        title=f"Biểu báo cáo {period.name}: {_line(unit.words)}",
        creator=_line(plan.issuer.words),
        day=plan.date or dt.date(plan.year, 1, 1),
    )


def name_of_unit(unit: Body) -> str:
    """Return the name of a unit as its form says it."""
    return _line(unit.words)


def _line(words: str) -> str:
    return " ".join(clean(words).text.split())[:4000]


def _height(words: str, width: float, least: float = 18) -> float:
    # Times New Roman sets about one letter to a character of width; a row grows with its lines.
    lines = sum(1 + int(len(line) / (width * 1.02)) for line in words.split("\n"))
    return min(max(least, lines * 15.0 + 4), 400.0)


def _cover(plan: Plan, unit: Body, period: Period, receiver: str) -> Sheet:
    number = f"số {plan.number}/{plan.symbol} " if plan.number else ""
    day = f"ngày {short_date(plan.date)} " if plan.date else ""
    what = _line(f"Kế hoạch {number}{day}của {plan.issuer.words}: {plan.subject}")
    until = f"đến hết ngày {short_date(period.end)}" if period.end else "theo hướng dẫn của nơi nhận"
    window = f"từ ngày {short_date(period.start)} {until}" if period.start else until
    due = f"chậm nhất ngày {short_date(period.due)}" if period.due else "theo hướng dẫn của nơi nhận"
    said = [
        ("Đơn vị báo cáo", _line(unit.words)),
        ("Thực hiện", what),
        ("Kỳ báo cáo", period.name),
        ("Số liệu tính", window),
        ("Thời hạn gửi", due),
        ("Nơi nhận", _line(receiver)),
    ]
    stills = [
        Still(row=0, column=0, to=1, words="BIỂU BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH", look="title"),
        Still(row=1, column=0, to=1, words="Thông tin, tuyên truyền cải cách hành chính", look="subtitle"),
    ]
    heights = [(0, 30.0), (1, 20.0)]
    for row, (key, value) in enumerate(said, start=3):
        stills += [
            Still(row=row, column=0, to=0, words=key, look="key"),
            Still(row=row, column=1, to=1, words=value, look="strong" if row == 3 else "value"),
        ]
        # The unit's row has one height for all units, so that their forms differ in nothing else.
        heights.append((row, 34.0 if row == 3 else _height(value, 62, 20)))
    row = 3 + len(said) + 1
    stills.append(Still(row=row, column=0, to=1, words="Đơn vị ghi", look="group"))
    asked: tuple[tuple[str, str, Kind, str], ...] = (
        (
            "lan_gui",
            "Lần gửi",
            "version",
            "Ghi 1 cho lần gửi đầu; mỗi lần gửi lại để thay số liệu thì tăng thêm 1.",
        ),
        ("nguoi_lap", "Người lập biểu", "words", "Họ và tên người lập biểu."),
        ("dien_thoai", "Điện thoại, thư điện tử", "words", "Để nơi nhận liên hệ khi cần đối chiếu số liệu."),
        ("ngay_lap", "Ngày lập biểu", "date", "Ghi theo dạng ngày/tháng/năm, ví dụ 14/3/2027."),
    )
    inputs = []
    for number_, (name, label, kind, help_) in enumerate(asked, start=row + 1):
        stills.append(Still(row=number_, column=0, to=0, words=label, look="key"))
        heights.append((number_, 20.0))
        inputs.append(
            Input(
                row=number_,
                column=1,
                to=1,
                name=name,
                kind=kind,
                label=(0, label),
                asks=("version", "") if kind == "version" else ("answer", name.replace("_", "-")),
                title=label,
                help=help_,
            )
        )
    row += len(asked) + 2
    notes = (
        "Cách ghi: chỉ ghi vào ô nền vàng ở các trang Bìa, Nhiệm vụ, Số liệu, Ý kiến; các ô khác đã khóa.",
        "Số liệu ghi bằng chữ số, không ghi kèm đơn vị tính; chỉ tiêu không phát sinh ghi 0, chưa có số liệu để trống.",
        "Không đổi tên trang, không xóa dòng. Ghi xong lưu tệp dạng .xlsx và gửi về nơi nhận trong thời hạn nêu trên.",
    )
    for number_, words in enumerate(notes, start=row):
        stills.append(Still(row=number_, column=0, to=1, words=words, look="note"))
        heights.append((number_, 34.0))
    return Sheet(
        title=_COVER, widths=(26, 64), heights=tuple(heights), stills=tuple(stills), inputs=tuple(inputs)
    )


_TASK_COLUMNS = (
    ("TT", 5.0), ("Nhiệm vụ", 40.0), ("Vai trò", 11.0), ("Thời gian", 18.0), ("Sản phẩm", 16.0),
    ("Trạng thái", 16.0), ("Kết quả thực hiện", 36.0), ("Lý do chậm hoặc không thực hiện", 24.0),
    ("Tài liệu kiểm chứng", 24.0),
)  # fmt: skip
_TASK_INPUTS: tuple[tuple[int, str, str, Kind, str], ...] = (
    (5, "_tt", "state", "choice", "Chọn một trạng thái trong danh sách."),
    (6, "_kq", "result", "words", "Ghi việc đã làm và kết quả đến ngày chốt số liệu."),
    (7, "_ld", "reason", "words", "Ghi lý do nếu trạng thái là Chậm hoặc Không thực hiện."),
    (8, "_kc", "evidence", "words", "Ghi số, ngày văn bản hoặc đường dẫn của tài liệu kiểm chứng."),
)


def _tasks(plan: Plan, duties: Sequence[Duty]) -> Sheet:
    first = 3
    stills = [
        Still(row=0, column=0, to=8, words="TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO", look="title"),
        *(
            Still(row=2, column=column, to=column, words=title, look="head_input" if column >= 5 else "head")
            for column, (title, _) in enumerate(_TASK_COLUMNS)
        ),
    ]
    heights = [(0, 28.0), (2, 34.0)]
    inputs: list[Input] = []
    for row, duty in enumerate(duties, start=first):
        task = duty.task
        content = upper_first(_line(task.content)) or task.id
        # Two duties may have one content; the number before it tells them apart.
        label = f"{row - first + 1}"
        said = (
            label,
            content,
            "Chủ trì" if duty.leads else "Phối hợp",
            upper_first(_line(schedule_words(task.schedule, plan.year))) if task.schedule else "",
            upper_first(_line(task.product or (quantity_words(task.quantity) if task.quantity else ""))),
        )
        stills += [
            Still(row=row, column=column, to=column, words=words, look="number" if column == 0 else "text")
            for column, words in enumerate(said)
        ]
        heights.append((row, max(_height(words, _TASK_COLUMNS[n][1], 34) for n, words in enumerate(said))))
        inputs += [
            Input(
                row=row,
                column=column,
                to=column,
                name=_name("nv", task.id, end),
                kind=kind,
                label=(1, content),
                asks=(asks, task.id),
                title=_TASK_COLUMNS[column][0][:32],
                help=help_,
            )
            for column, end, asks, kind, help_ in _TASK_INPUTS
        ]
    totals: list[Total] = []
    row = first + len(duties)
    if not duties:
        stills.append(
            Still(
                row=row, column=0, to=8, words="Kế hoạch không giao nhiệm vụ riêng cho đơn vị.", look="note"
            )
        )
        heights.append((row, 22.0))
    else:
        names = tuple(one.name for one in inputs if one.name.endswith("_tt"))
        for number, (key, words) in enumerate(STATES.items(), start=row + 1):
            label = f"Tổng số nhiệm vụ: {words}"
            stills.append(Still(row=number, column=1, to=4, words=label, look="key"))
            totals.append(Total(row=number, column=5, name=f"tong_{key}", label=label, of=names, state=words))
    return Sheet(
        title=_TASKS,
        widths=tuple(width for _, width in _TASK_COLUMNS),
        heights=tuple(heights),
        stills=tuple(stills),
        inputs=tuple(inputs),
        totals=tuple(totals),
        heading=2,
        landscape=True,
    )


_FIGURE_COLUMNS = (
    ("TT", 5.0), ("Chỉ tiêu", 50.0), ("Đơn vị tính", 13.0), ("Số liệu trong kỳ", 16.0),
    ("Tài liệu kiểm chứng cần có", 36.0),
)  # fmt: skip
_ADDS = {"sum": "", "last": " (số tại thời điểm chốt)", "none": " (không cộng)"}


def _figures(indicators: Sequence[Indicator], period: Period) -> Sheet:
    first = 3
    stills = [
        Still(row=0, column=0, to=4, words=f"SỐ LIỆU {period.name.upper()}", look="title"),
        *(
            Still(row=2, column=column, to=column, words=title, look="head_input" if column == 3 else "head")
            for column, (title, _) in enumerate(_FIGURE_COLUMNS)
        ),
    ]
    heights = [(0, 28.0), (2, 24.0)]
    inputs = []
    for row, one in enumerate(indicators, start=first):
        label = _line(one.name) + _ADDS[one.adds]
        said = (str(row - first + 1), label, _line(one.unit), "", _line(one.evidence))
        stills += [
            Still(
                row=row, column=column, to=column, words=words, look="number" if column in (0, 2) else "text"
            )
            for column, words in enumerate(said)
            if column != 3
        ]
        heights.append((row, max(_height(words, _FIGURE_COLUMNS[n][1]) for n, words in enumerate(said))))
        percent = one.unit.strip() == "%"
        inputs.append(
            Input(
                row=row,
                column=3,
                to=3,
                name=_name("sl", one.id),
                kind="percent" if percent else "number",
                label=(1, label),
                asks=("figure", one.id),
                title="Số liệu trong kỳ",
                help=f"Ghi số{' từ 0 đến 100' if percent else ''}; đơn vị tính: {_line(one.unit) or 'số'}."[
                    :250
                ],
            )
        )
    totals = []
    row = first + len(indicators) + 1
    for number, (unit, names) in enumerate(_summed(indicators).items(), start=1):
        label = f"Cộng ({unit})"
        stills += [
            Still(row=row, column=1, to=1, words=label, look="key"),
            Still(row=row, column=2, to=2, words=unit, look="number"),
        ]
        totals.append(Total(row=row, column=3, name=f"cong_{number}", label=label, of=names))
        row += 1
    return Sheet(
        title=_FIGURES,
        widths=tuple(width for _, width in _FIGURE_COLUMNS),
        heights=tuple(heights),
        stills=tuple(stills),
        inputs=tuple(inputs),
        totals=tuple(totals),
        heading=2,
    )


def _summed(indicators: Sequence[Indicator]) -> dict[str, tuple[str, ...]]:
    """Return the units of count that several figures share, with the names of these: only they can be added up."""
    by_unit: dict[str, list[str]] = {}
    for one in indicators:
        unit = _line(one.unit)
        if one.adds == "sum" and unit and unit != "%":
            by_unit.setdefault(unit, []).append(_name("sl", one.id))
    return {unit: tuple(names) for unit, names in by_unit.items() if len(names) > 1}


def _words() -> Sheet:
    stills = [Still(row=0, column=0, to=1, words="Ý KIẾN, KIẾN NGHỊ, TÀI LIỆU KÈM THEO", look="title")]
    heights = [(0, 28.0)]
    inputs = []
    row = 2
    for one in QUESTIONS:
        stills.append(Still(row=row, column=0, to=1, words=one.words, look="group"))
        heights += [(row, 20.0), (row + 1, 92.0)]
        inputs.append(
            Input(
                row=row + 1,
                column=0,
                to=1,
                name=_name("yk", one.key),
                kind="words",
                label=(0, one.words),
                above=1,
                asks=("answer", one.key),
                title=one.words[:32],
                help=one.help,
            )
        )
        row += 2
    stills.append(
        Still(row=row + 1, column=0, to=1, words="Tài liệu kiểm chứng gửi kèm hoặc đường dẫn", look="group")
    )
    for number in range(1, _EVIDENCE + 1):
        place = row + 1 + number
        label = f"Tài liệu {number}"
        stills.append(Still(row=place, column=0, to=0, words=label, look="key"))
        heights.append((place, 24.0))
        inputs.append(
            Input(
                row=place,
                column=1,
                to=1,
                name=f"tl_{number}",
                kind="words",
                label=(0, label),
                asks=("listed", str(number)),
                title=label,
                help="Ghi số, ngày, tên văn bản hoặc đường dẫn.",
            )
        )
    return Sheet(
        title=_WORDS, widths=(20, 72), heights=tuple(heights), stills=tuple(stills), inputs=tuple(inputs)
    )
