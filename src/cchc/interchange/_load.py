"""From the tree of a file to the model: every value is read by the kind of its field, every problem is kept."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from decimal import Decimal
from typing import Any

import attrs

from cchc.errors import ModelError
from cchc.interchange._fields import (
    FACTS,
    MAX_DIGITS,
    SUGAR,
    VERSION,
    Day,
    Fact,
    Field,
    Flag,
    Kind,
    ListOf,
    Number,
    Object,
    OneOf,
    Text,
    Whole,
    fields,
)
from cchc.interchange._problems import Problems, shown
from cchc.interchange._tree import MAX_DEPTH, REFUSED, Plain, Steps
from cchc.model import Assignment, Body, Channel, Indicator, Item, Month, Plan
from cchc.text import nearest

_WHOLE = re.compile(rf"-?[0-9]{{1,{MAX_DIGITS}}}")
_NUMBER = re.compile(rf"-?[0-9]{{1,{MAX_DIGITS}}}(?:\.[0-9]{{1,{MAX_DIGITS}}})?")
_MOST = int("9" * MAX_DIGITS)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})/)?([0-9]{1,2})/([0-9]{4})")

# Keys of the file that are no fields: the version, and the schema that an editor looks for.
_HEAD = ("cchc", "$schema")


def build(cls: type, tree: Any, found: Problems) -> Any:
    """Return the *cls* that a file's tree stands for, or :data:`REFUSED` when *found* says why not."""
    if tree is REFUSED:
        return REFUSED
    if tree is None:
        found.add("CF003")
        return REFUSED
    if not isinstance(tree, dict):
        got, got_vi = _what(tree)
        found.add(
            "CF012",
            got=got,
            got_vi=got_vi,
            want="a mapping of keys at the top",
            want_vi="các khóa ở cấp ngoài cùng",
        )
        return REFUSED
    if not _version(tree, found):
        return REFUSED
    builder = _Builder(found)
    body = {key: value for key, value in tree.items() if key not in _HEAD}
    made = builder.mapping(cls, body, ())
    if cls is Plan:
        builder.cross(body)
    return REFUSED if found else made


def _version(tree: dict[str, Any], found: Problems) -> bool:
    """Say whether it makes sense to read on: a file of another version has other keys."""
    value = tree.get("cchc")
    if value == str(VERSION) or (value == VERSION and type(value) is int):
        return True
    if value is REFUSED:
        return False
    missing = value is None
    said = "" if missing else _word(value)
    newer = len(said) < 5 and said.isdecimal() and int(said) > VERSION
    update, update_vi = ("; a newer cchc wrote it", "; do bản cchc mới hơn ghi") if newer else ("", "")
    found.add(
        "CF009",
        ("cchc",) if not missing else (),
        version=VERSION,
        got="" if missing else f", not {shown(said)}{update}",
        got_vi="" if missing else f", không phải {shown(said)}{update_vi}",
    )
    return missing


def _what(value: Any) -> tuple[str, str]:
    if isinstance(value, dict):
        return "a mapping", "một nhóm khóa"
    if isinstance(value, list):
        return "a list", "một danh sách"
    return shown(_word(value)), shown(_word(value))


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if type(value) is not int or _is_small(value) else "…"


def _is_small(value: int) -> bool:
    # TOML alone brings numbers as numbers; the text of a huge one takes long, or cannot be had at all.
    return -_MOST <= value <= _MOST


class _Builder:
    """Reads values by kind; keeps what only the whole plan can judge: ids and what refers to them."""

    def __init__(self, found: Problems) -> None:
        self._found = found
        self._ids: dict[str, Steps] = {}
        self._channels: set[str] = set()
        self._references: list[tuple[str, Steps]] = []

    def value(self, kind: Kind, value: Any, steps: Steps) -> Any:
        """Return *value* read as *kind*, or :data:`REFUSED`."""
        if value is REFUSED:
            return REFUSED
        match kind:
            case Text():
                return self._text(value, steps)
            case Object(cls):
                return self._object(cls, value, steps)
            case ListOf(inner):
                return self._list(inner, value, steps)
            case Fact():
                return self._fact(value, steps)
            case Whole():
                return self._whole(value, steps)
            case Number():
                return self._number(value, steps)
            case Flag():
                return self._flag(value, steps)
            case Day(month):
                return self._day(value, steps, or_month=month)
            case OneOf(words):
                return self._one_of(words, value, steps)

    # -- scalars

    def _wanted(
        self, value: Any, steps: Steps, want: str, want_vi: str, hint: str = "", hint_vi: str = ""
    ) -> Any:
        got, got_vi = _what(value)
        self._found.add(
            "CF012", steps, got=got, got_vi=got_vi, want=want, want_vi=want_vi, hint=hint, hint_vi=hint_vi
        )
        return REFUSED

    def _text(self, value: Any, steps: Steps) -> Any:
        if isinstance(value, str):
            return str(value)
        if type(value) is int and _is_small(value):
            return str(value)
        hint, hint_vi = " Put the text in quotes.", " Hãy đặt chữ trong dấu ngoặc kép."
        return self._wanted(value, steps, "a text", "một đoạn chữ", hint, hint_vi)

    def _whole(self, value: Any, steps: Steps) -> Any:
        if type(value) is int and _is_small(value):
            return value
        if isinstance(value, Plain) and _WHOLE.fullmatch(value):
            return int(value)
        return self._no_number(value, steps, "a whole number such as 3", "số nguyên, ví dụ 3")

    def _number(self, value: Any, steps: Steps) -> Any:
        if type(value) is int and _is_small(value):
            return value
        if isinstance(value, Plain) and _NUMBER.fullmatch(value):
            return Decimal(value) if "." in value else int(value)
        return self._no_number(value, steps, "a number such as 3 or 1.5", "số, ví dụ 3 hoặc 1.5")

    def _no_number(self, value: Any, steps: Steps, want: str, want_vi: str) -> Any:
        if isinstance(value, (dict, list)):
            return self._wanted(value, steps, want, want_vi)
        if isinstance(value, str) and not isinstance(value, Plain):
            want, want_vi = f"{want}, without quotes", f"{want_vi}, không đặt trong ngoặc kép"
        self._found.add("CF013", steps, word=shown(_word(value)), want=want, want_vi=want_vi)
        return REFUSED

    def _flag(self, value: Any, steps: Steps) -> Any:
        if isinstance(value, bool):
            return value
        if isinstance(value, Plain) and value in ("true", "false"):
            return value == "true"
        if isinstance(value, (dict, list)):
            return self._wanted(value, steps, "true or false", "true (có) hoặc false (không)")
        self._found.add("CF014", steps, word=shown(_word(value)))
        return REFUSED

    def _one_of(self, words: tuple[str, ...], value: Any, steps: Steps) -> Any:
        if not isinstance(value, str):
            return self._wanted(value, steps, f"one of {', '.join(words)}", f"một trong: {', '.join(words)}")
        if value in words:
            return str(value)
        near = nearest(value, words)
        self._found.add("CF016", steps, word=shown(value), known=", ".join(words), near=near)
        return REFUSED

    def _day(self, value: Any, steps: Steps, *, or_month: bool) -> Any:
        want, want_vi = "date", "ngày"
        if type(value) is dt.date:
            return value
        if not isinstance(value, str):
            return self._wanted(value, steps, "a date such as 2026-02-05", "ngày, ví dụ 05/02/2026")
        if match := _ISO.fullmatch(value):
            year, month, day = match.groups()
        elif match := _DAY_FIRST.fullmatch(value):
            day, month, year = match.groups()
        else:
            year = month = day = None
        if year is None or month is None or (day is None and not or_month):
            forms = "2026-02-05 or 05/02/2026" + (", or a month as 2026-02" if or_month else "")
            forms_vi = "05/02/2026 hoặc 2026-02-05" + (", hoặc tháng: 02/2026" if or_month else "")
            why, why_vi = f"write it as {forms}", f"viết như {forms_vi}"
        elif int(year) == 0 or (day is None and not 1945 <= int(year) <= 2200):
            why, why_vi = f"there is no year {year}", f"không có năm {year}"
        elif not 1 <= int(month) <= 12:
            why, why_vi = (
                f"there is no month {month}; the day comes first",
                f"không có tháng {month}; ngày viết trước tháng",
            )
        elif day is None:
            return Month(year=int(year), month=int(month))
        elif not 1 <= int(day) <= (last := calendar.monthrange(int(year), int(month))[1]):
            why = f"month {int(month)} of {year} has {last} days"
            why_vi = f"tháng {int(month)} năm {year} có {last} ngày"
        else:
            return dt.date(int(year), int(month), int(day))
        self._found.add("CF015", steps, word=shown(value), want=want, want_vi=want_vi, why=why, why_vi=why_vi)
        return REFUSED

    # -- containers

    def _list(self, kind: Kind, value: Any, steps: Steps) -> Any:
        if kind == Object(Body) and isinstance(value, (str, dict)):
            # One body needs no list; its name is never split at commas.
            value = self.value(kind, value, steps)
            return value if value is REFUSED else (value,)
        if not isinstance(value, list):
            hint = " Begin each entry with a hyphen and a space."
            hint_vi = " Mỗi mục bắt đầu bằng gạch nối và dấu cách."
            return self._wanted(value, steps, "a list", "một danh sách", hint, hint_vi)
        if len(steps) > MAX_DEPTH:
            self._found.add("CF008", steps, limit=MAX_DEPTH)
            return REFUSED
        made = tuple([self._entry(kind, one, (*steps, index)) for index, one in enumerate(value)])
        return REFUSED if REFUSED in made else made

    def _entry(self, kind: Kind, value: Any, steps: Steps) -> Any:
        if value is None:
            self._found.add("CF023", steps, want="an entry", want_vi="nội dung của mục")
            return REFUSED
        return self.value(kind, value, steps)

    def _fact(self, value: Any, steps: Steps) -> Any:
        if isinstance(value, dict) and len(value) == 1:
            (key,) = value
            if key in FACTS:
                return self._entry(Object(FACTS[key]), value[key], (*steps, key))
        return self._wanted(
            value,
            steps,
            "a mapping with one key, `channel:` or `assignment:`",
            "nhóm có đúng một khóa `channel:` (hình thức) hoặc `assignment:` (nhiệm vụ)",
        )

    def _object(self, cls: type, value: Any, steps: Steps) -> Any:
        if isinstance(value, str) and cls in SUGAR:
            return self._made(cls, {"words": str(value)}, steps)
        if not isinstance(value, dict):
            known = ", ".join(fields(cls))
            want, want_vi = f"a mapping with the keys {known}", f"nhóm khóa gồm {known}"
            if cls in SUGAR:
                want, want_vi = f"a text or {want}", f"một đoạn chữ hoặc {want_vi}"
            return self._wanted(value, steps, want, want_vi)
        if cls is Item and len(value) == 1 and not value.keys().isdisjoint(FACTS):
            fact = self._fact(value, steps)
            return fact if fact is REFUSED else self._made(Item, {"facts": (fact,)}, steps)
        return self.mapping(cls, value, steps)

    def mapping(self, cls: type, value: dict[str, Any], steps: Steps) -> Any:
        """Return the *cls* that a mapping gives field by field."""
        known = fields(cls)
        whole = True
        made: dict[str, Any] = {}
        for key, inner in value.items():
            if (field := known.get(key)) is None:
                self._unknown(cls, key, steps)
                whole = False
            elif inner is not None:
                made[key] = self.value(field.kind, inner, (*steps, key))
                whole = whole and made[key] is not REFUSED
        for key, field in known.items():
            if field.required and key not in made:
                whole = False
                self._missing(key, value, steps)
        self._remember(cls, made, steps)
        if whole:
            return self._made(cls, made, steps)
        self._each(known, made, steps)
        return REFUSED

    def _missing(self, key: str, value: dict[str, Any], steps: Steps) -> None:
        if key in value:
            self._found.add("CF023", (*steps, key), want=f"`{key}`", want_vi=f"giá trị cho `{key}`")
        else:
            self._found.add("CF011", steps, word=f"`{key}`")

    def _unknown(self, cls: type, key: str, steps: Steps) -> None:
        hint = hint_vi = ""
        known = [*fields(cls), *(_HEAD if not steps else ())]
        near = nearest(key, known)
        if cls is Item and key in FACTS:
            hint, hint_vi = (
                f" Write it under `facts:`, as `- {key}:`.",
                f" Viết dưới `facts:`, dạng `- {key}:`.",
            )
        elif not re.fullmatch(r"[$\w]+", key, re.ASCII) and cls in SUGAR:
            hint = " If this is a sentence with a colon in it, put it in quotes."
            hint_vi = " Nếu là câu có dấu hai chấm, hãy đặt cả câu trong dấu ngoặc kép."
        elif cls is Plan and key == "returns":
            hint, hint_vi = (
                " This is a report: load_report reads it.",
                " Đây là tệp báo cáo, không phải kế hoạch.",
            )
        elif not near:
            hint, hint_vi = f" Known: {', '.join(known)}.", f" Các khóa có: {', '.join(known)}."
        self._found.add(
            "CF010", (*steps, key), key=True, word=shown(key), near=near, hint=hint, hint_vi=hint_vi
        )

    # -- the model's own judgement

    def _made(self, cls: type, values: dict[str, Any], steps: Steps) -> Any:
        try:
            return cls(**values)
        except ModelError as error:
            if not self._each(fields(cls), values, steps):
                _, _, name = error.where.partition(".")
                inner = (*steps, name) if name in values and values.keys() != {"words"} else steps
                # Doubled ids of a plan file are said one by one; those of a plan inside a report are said here.
                if (cls, name) != (Plan, "parts") or steps:
                    self._refused(error, inner)
            return REFUSED

    def _each(self, known: dict[str, Field], values: dict[str, Any], steps: Steps) -> bool:
        """Ask each field's own validator, so that two bad fields are two problems; say whether one complained."""
        complained = False
        for name, value in values.items():
            attribute = known[name].attribute
            if value is REFUSED or attribute.validator is None:
                continue
            try:
                attribute.validator(None, attribute, value)
            except ModelError as error:
                complained = True
                self._refused(error, (*steps, name))
        return complained

    def _refused(self, error: ModelError, steps: Steps) -> None:
        word = "" if attrs.has(type(error.value)) else shown(error.value)
        self._found.add("CF017", steps, word=word, why=error.why, why_vi=error.why_vi)

    # -- the plan as a whole

    def _remember(self, cls: type, made: dict[str, Any], steps: Steps) -> None:
        if cls not in (Channel, Assignment, Indicator) or steps[0] not in ("parts", "indicators"):
            return
        one = made.get("id")
        if cls is not Indicator and isinstance(one, str):
            if one in self._ids:
                first = (*self._ids[one], "id")
                self._found.add("CF018", (*steps, "id"), word=shown(one), first=first, first_vi=first)
            else:
                self._ids[one] = steps
            if cls is Channel:
                self._channels.add(one)
        if isinstance(made.get("channel"), str) and made["channel"]:
            self._references.append((made["channel"], (*steps, "channel")))

    def cross(self, top: dict[str, Any]) -> None:
        """Judge what only the whole plan can tell: that it has parts, and that duties and figures name channels that it has."""
        if not top.get("parts"):
            self._found.add("CF020", ("parts",) if "parts" in top else ())
        for name, steps in self._references:
            if name not in self._channels:
                near = nearest(name, self._channels)
                self._found.add("CF019", steps, word=shown(name), near=near)
