"""Both versions of a rolled plan side by side as a page: what was, what is proposed, and why."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Literal

import attrs
from attrs import frozen

from cchc.model import Assignment, Body, Channel, Indicator, Item, LegalBasis, Plan, Quantity, Schedule
from cchc.rendering._markup import NOTHING, Markup, element, join, text, web_page
from cchc.rollover._record import Change, Decision, Rollover
from cchc.text import short_date

_LABELS = {
    "id": ("Mã", "Id"), "status": ("Trạng thái", "Status"), "year": ("Năm", "Year"), "issuer": ("Cơ quan ban hành", "Issuer"),
    "parent_body": ("Cơ quan cấp trên", "Body above"), "number": ("Số", "Number"), "symbol": ("Ký hiệu", "Symbol"),
    "place": ("Địa danh", "Place"), "date": ("Ngày", "Date"), "subject": ("Trích yếu", "Subject"), "opening": ("Mở đầu", "Opening"),
    "bases": ("Căn cứ", "Basis"), "parent_plans": ("Kế hoạch nhiều năm", "Plan of several years"), "closing": ("Kết thúc", "Closing"),
    "indicators": ("Chỉ tiêu", "Indicator"), "recipients": ("Nơi nhận", "Recipient"), "archive": ("Lưu", "Filed by"),
    "position": ("Chức vụ", "Position"), "authority": ("Quyền hạn", "Authority"), "name": ("Họ tên", "Name"), "code": ("Mã", "Code"),
    "schedule": ("Thời gian", "When"), "quantity": ("Số lượng", "How much"), "lead": ("Chủ trì", "Lead"),
    "partners": ("Phối hợp", "Partner"), "audience": ("Đối tượng", "Audience"), "content": ("Nội dung", "Content"),
    "method": ("Cách thức", "Method"), "budget": ("Kinh phí", "Budget"), "bodies": ("Cơ quan", "Body"), "task": ("Nhiệm vụ", "Duty"),
    "product": ("Sản phẩm", "Product"), "reports_to": ("Nơi nhận báo cáo", "Reports to"), "channel": ("Hình thức", "Channel"),
}  # fmt: skip
# Keys that an officer need not read, unless they change.
_KEYS = frozenset(
    {"id", "status", "code", "channel", "kind", "level", "family", "role", "marker", "use", "every", "adds"}
)


@frozen(kw_only=True)
class _Row:
    """A line of the page: its label, how deep it stands, and the values that it shows, each with its path."""

    path: str
    label: str = ""
    depth: int = 0
    head: bool = False
    values: tuple[tuple[str, str], ...] = ()


def page(rollover: Rollover, plan: Plan, lang: Literal["vi", "en"] = "vi") -> str:
    """Return a page (.html) with *plan* and its draft in two columns, the reasons beside, and the open decisions.

    The page needs nothing else: no script, no picture, no other file.
    """
    return _Page(rollover, plan, lang).made()


class _Page:
    def __init__(self, rollover: Rollover, plan: Plan, lang: Literal["vi", "en"]) -> None:
        self._rollover = rollover
        self._plan = plan
        self._lang = lang
        self._changes: dict[str, list[Change]] = {}
        for change in rollover.edits:
            self._changes.setdefault(change.path, []).append(change)
        self._places: dict[str, list[int]] = {}
        for number, decision in enumerate(rollover.decisions, 1):
            for place in decision.places:
                self._places.setdefault(place.removesuffix(".words"), []).append(number)

    def say(self, vi: str, en: str) -> str:
        return vi if self._lang == "vi" else en

    def made(self) -> str:
        plan, draft = self._plan, self._rollover.plan
        title = self.say(
            f"Kế hoạch năm {plan.year} và dự thảo năm {draft.year}",
            f"Plan of {plan.year} and draft of {draft.year}",
        )
        begin, end = web_page(
            title,
            _STYLE,
            self._lang,
            element("p", None, text(self._summary())),
            element("h2", None, text(self.say("Cần quyết định", "To be decided"))),
            self._decisions(),
            element("h2", None, text(self.say("Hai bản đối chiếu", "Both versions"))),
            self._table(),
        )
        return begin + end

    def _summary(self) -> str:
        changes, open_ = len(self._rollover.edits), len(self._rollover.decisions)
        return self.say(
            f"{changes} thay đổi, {open_} việc cần quyết định. Chữ gạch ngang là chữ bỏ đi, chữ gạch chân là chữ mới.",
            f"Changes: {changes}; open decisions: {open_}. Struck out is what goes, underlined is what comes.",
        )

    def _decisions(self) -> Markup:
        several = self._rollover.decisions
        if not several:
            return element("p", None, text(self.say("Không có.", "None.")))
        return element(
            "ol", {"class": "decisions"}, *map(self._decision, range(1, len(several) + 1), several)
        )

    def _decision(self, number: int, one: Decision) -> Markup:
        parts = [element("p", None, text(self.say(one.vi, one.en)))]
        if one.options:
            answers = (element("li", None, text(answer)) for answer in one.options)
            parts.append(element("ul", None, *answers))
        said = []
        if (count := len(one.places)) > 1:
            said.append(self.say(f"{count} chỗ", f"{count} places"))
        if one.source:
            said.append(self.say(f"Nguồn: {one.source}", f"Source: {one.source}"))
        if one.code:
            said.append(self.say(f"Quy tắc {one.code}", f"Check {one.code}"))
        if said:
            parts.append(element("p", {"class": "source"}, text("; ".join(said))))
        return element("li", {"id": f"q{number}"}, *parts)

    def _table(self) -> Markup:
        heads = (
            self.say(f"Bản {self._plan.year}", f"Plan of {self._plan.year}"),
            self.say(f"Dự thảo {self._rollover.plan.year}", f"Draft of {self._rollover.plan.year}"),
            self.say("Lý do, nguồn", "Reason, source"),
        )
        cells = (element("th", {"scope": "col"}, text(one)) for one in heads)
        rows = [self._row(row, heads) for row in _rows(self._plan, self._lang) if self._shown(row)]
        return element(
            "table", None, element("thead", None, element("tr", None, *cells)), element("tbody", None, *rows)
        )

    def _shown(self, row: _Row) -> bool:
        key = re.split(r"[.\[]", row.path)[-1]
        return key not in _KEYS or any(self._changed(path) for path, _ in row.values)

    def _changed(self, path: str) -> list[Change]:
        """Return the changes of the value at *path*; what it stands in may have left its list."""
        found = self._changes.get(path, [])
        for match in re.finditer(r"\](?=\.|$)", path):
            found = found or [one for one in self._changes.get(path[: match.end()], ()) if not one.after]
        return found

    def _row(self, row: _Row, heads: tuple[str, str, str]) -> Markup:
        old, new = [], []
        reasons: dict[str, Markup] = {}
        for path, words in row.values:
            changes = self._changed(path)
            before, after = _marked(words, changes)
            old.append(before)
            new.append(after)
            for one in changes:
                reasons.setdefault(one.vi, self._reason(one))
        label = element("span", {"class": "label"}, text(f"{row.label}: ")) if row.label else NOTHING
        style = f"depth-{min(row.depth, 5)}" + (" head" if row.head else "")
        space = Markup(" ")
        both = [Markup(space.join(one for one in several if one)) for several in (old, new)]
        cells = [
            element("td", {"class": style}, self._which(name), label if said else NOTHING, said)
            for name, said in zip(heads, both, strict=False)
        ]
        asked = self._asked(row)
        why = [*reasons.values(), *asked]
        cells.append(
            element("td", {"class": "why"}, *why) if why else element("td", {"class": "why"}, NOTHING)
        )
        state = "asked" if asked else "changed" if reasons else "same"
        return element("tr", {"class": state}, *cells)

    def _which(self, name: str) -> Markup:
        # Where the columns stand below each other, each cell says which version it is.
        return element("span", {"class": "which"}, text(f"{name}: "))

    def _reason(self, one: Change) -> Markup:
        source = element("span", {"class": "source"}, text(f" ({one.source})")) if one.source else NOTHING
        return element("p", None, text(self.say(one.vi, one.en)), source)

    def _asked(self, row: _Row) -> list[Markup]:
        paths = dict.fromkeys(
            path.removesuffix(".words") for path in (row.path, *(path for path, _ in row.values))
        )
        numbers = sorted({number for path in paths for number in self._places.get(path, ())})
        return [
            element(
                "p",
                {"class": "question"},
                element(
                    "a",
                    {"href": f"#q{number}"},
                    text(self.say(f"Cần quyết định {number}", f"To be decided: {number}")),
                ),
            )
            for number in numbers
        ]


def _marked(words: str, changes: list[Change]) -> tuple[Markup, Markup]:
    """Return a text as it was, with what goes marked, and as it is, with what comes marked."""
    if not changes:
        return text(words), text(words)
    if changes[0].edit is None:
        after = _day(changes[0].after)
        return (
            element("del", None, text(words)) if words else NOTHING,
            element("ins", None, text(after)) if after else NOTHING,
        )
    old: list[Markup] = []
    new: list[Markup] = []
    position = 0
    for one in changes:
        assert one.edit
        same = text(words[position : one.edit.start])
        old += (same, element("del", None, text(words[one.edit.start : one.edit.end])))
        new += (same, element("ins", None, text(one.after)) if one.after else NOTHING)
        position = one.edit.end
    rest = text(words[position:])
    return join((*old, rest)), join((*new, rest))


def _day(words: str) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return short_date(dt.date.fromisoformat(words))
    month = re.fullmatch(r"(\d{4})-(\d\d)", words)
    return f"{int(month[2])}/{month[1]}" if month else words


def _words(value: object) -> str:
    return "" if value is None else _day(str(value))


def _rows(plan: Plan, lang: str) -> Iterator[_Row]:
    """Yield the lines of the old plan in reading order."""

    def named(name: str) -> str:
        return _LABELS.get(name, ("", ""))[0 if lang == "vi" else 1]

    for field in attrs.fields(Plan):
        name, value = field.name, getattr(plan, field.name)
        if name in ("decision", "parts"):
            for number, item in enumerate(value):
                yield from _of_item(item, f"{name}[{number}]", 0, named)
        elif name == "signature" and value:
            for number, line in enumerate(value.authority):
                yield _Row(
                    path=name, values=((f"signature.authority[{number}]", line),), label=named("authority")
                )
            yield _Row(path=name, values=(("signature.position", value.position),), label=named("position"))
            yield _Row(path=name, values=(("signature.name", value.name),), label=named("name"))
        elif (
            isinstance(value, (str, int, dt.date, tuple, Body))
            and not isinstance(value, bool)
            and value != ""
        ):
            yield from _of_field(value, name, 0, named)


def _of_field(value: object, path: str, depth: int, named: Callable[[str], str]) -> Iterator[_Row]:
    name = re.split(r"[.\[]", re.sub(r"\[\d+\]$", "", path))[-1]
    if isinstance(value, tuple):
        if path == "bases":
            yield _Row(path=path, head=True, values=((path, named(name)),))
        for number, inner in enumerate(value):
            yield from _of_field(inner, f"{path}[{number}]", depth, named)
    elif isinstance(value, Body):
        yield _Row(path=path, label=named(name), depth=depth, values=((f"{path}.words", value.words),))
        if value.code:
            label = f"{named('code')} ({named(name)})"
            yield _Row(path=f"{path}.code", label=label, depth=depth, values=((f"{path}.code", value.code),))
    elif isinstance(value, LegalBasis):
        parts = ("words",) if value.words else ("kind", "number", "date", "issuer", "title")
        values = tuple((f"{path}.{part}", _words(getattr(value, part))) for part in parts)
        yield _Row(path=path, label=named(name), depth=depth, values=values)
    elif isinstance(value, Schedule):
        values = tuple((f"{path}.{part}", _words(getattr(value, part))) for part in ("words", "start", "end"))
        if any(words for _, words in values):
            yield _Row(path=path, label=named(name), depth=depth, values=values)
    elif isinstance(value, Indicator):
        yield _Row(path=path, label=named(name), depth=depth, values=((f"{path}.name", value.name),))
    elif isinstance(value, Quantity):
        words = value.words or f"{value.number} {value.unit}"
        yield _Row(path=path, label=named(name), depth=depth, values=((f"{path}.words", words),))
    elif value not in (None, ""):
        yield _Row(path=path, label=named(name), depth=depth, values=((path, _words(value)),))


def _of_item(item: Item, path: str, depth: int, named: Callable[[str], str]) -> Iterator[_Row]:
    if item.label:
        yield _Row(path=path, depth=depth, head=True, values=((f"{path}.label", item.label),))
    if item.words:
        yield _Row(path=f"{path}.words", depth=depth, values=((f"{path}.words", item.words),))
    for number, fact in enumerate(item.facts):
        here = f"{path}.facts[{number}]"
        first = "name" if isinstance(fact, Channel) else "task"
        label = named("channel" if isinstance(fact, Channel) else "task")
        yield _Row(
            path=here, depth=depth + 1, label=label, values=((f"{here}.{first}", getattr(fact, first)),)
        )
        for field in attrs.fields(Channel if isinstance(fact, Channel) else Assignment):
            if field.name not in ("id", first, "family", "role"):
                yield from _of_field(getattr(fact, field.name), f"{here}.{field.name}", depth + 2, named)
    for number, inner in enumerate(item.items):
        yield from _of_item(inner, f"{path}.items[{number}]", depth + 1, named)


_STYLE = """
*{box-sizing:border-box}
body{margin:0;color:#1a1a1a;background:#fff;font:1rem/1.5 system-ui,sans-serif}
main{max-width:90rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;line-height:1.25}
h2{font-size:1.2rem;margin-top:2rem}
p{margin:.25rem 0}
a{color:#0b4f8a}
.decisions>li{margin:0 0 .75rem;padding-left:.25rem}
.decisions ul{margin:.25rem 0;padding-left:1.25rem}
.source{color:#4a4a4a;font-size:.875em}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{border:1px solid #b5b5b5;padding:.35rem .5rem;vertical-align:top;text-align:left;overflow-wrap:anywhere}
thead th{position:sticky;top:0;background:#ececec}
th:last-child{width:26%}
td.why{font-size:.875em}
td.why .source{font-size:1em}
tr.changed td.why,tr.asked td.why{background:#f7f7f2}
.head{font-weight:700}
.label{color:#4a4a4a}
.which{display:none}
.depth-1{padding-left:1.25rem}.depth-2{padding-left:2rem}.depth-3{padding-left:2.75rem}
.depth-4{padding-left:3.5rem}.depth-5{padding-left:4.25rem}
del{background:#fde3e1;color:#6e0f08;text-decoration:line-through}
ins{background:#dff3e1;color:#0d4a1d;text-decoration:underline;font-weight:600}
.question a{font-weight:600}
:target{outline:3px solid #0b4f8a;outline-offset:3px}
@media (max-width:48rem){
table,tbody,tr,td{display:block;width:100%}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{border:1px solid #b5b5b5;margin:0 0 .5rem}
td{border:0}
tr.same td:nth-child(n+2){display:none}
td.why:empty{display:none}
tr:not(.same) .which{display:inline;font-weight:700}
}
@media print{
@page{size:A4 landscape;margin:15mm}
body{font-size:9pt}
main{max-width:none;padding:0}
thead{display:table-header-group}
thead th{position:static}
del,ins,thead th,td.why{background:none}
a{color:inherit;text-decoration:none}
}
"""
