"""TOML: read by the standard library, which keeps no places, so that a second look at the text finds them."""

from __future__ import annotations

import json
import re
import tomllib
from decimal import Decimal
from typing import Any

from cchc.interchange._problems import Problems
from cchc.interchange._tree import MAX_DEPTH, REFUSED, Lines, Marks, Plain, Steps, TooManyValues, Tree

_TEXT = (
    r'"""(?:[^\\"]++|\\.|"(?!""))*+"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*'"
)
# The library takes minutes over a key of thousands of parts, and all memory over a number of millions of digits. Texts
# and comments may hold either, so they are passed over; a text that never ends is where the library stops as well.
_COSTLY = re.compile(
    rf"""(?P<deep>(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}})"""
    rf"|{_TEXT}|#[^\n]*"
    r"|(?P<long>[=,\[][ \t]*+[+-]?[0-9_]{1000})|(?P<open>[\"'])",
    re.DOTALL,
)
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def parse(text: str, found: Problems, most: int) -> Tree:
    """Return the tree of a TOML text; decimal numbers stay as written.

    Raises:
        TooManyValues: there may be more than *most*.
    """
    if sum(map(text.count, ",[{=.")) > most:
        raise TooManyValues
    lines = Lines(text)
    costly = next((one for one in _COSTLY.finditer(text) if one.lastgroup), None)
    if costly is not None and costly.lastgroup != "open":
        mark = lines.mark(*costly.span())
        if costly.lastgroup == "deep":
            found.add("CF008", mark=mark, limit=MAX_DEPTH)
        else:
            found.add("CF002", mark=mark, syntax="TOML", why="this number has thousands of digits",
                      why_vi="số này dài hàng nghìn chữ số")  # fmt: skip
        return Tree(REFUSED, lambda: Marks({}, {}))
    try:
        value: Any = tomllib.loads(text, parse_float=Plain)
    except ValueError as error:
        # TOMLDecodeError is one; a whole number of thousands of digits is another.
        why = str(error)
        at = _AT.search(why)
        start = len(text)
        if at and at[1]:
            start = lines.offset(int(at[1]), int(at[2]))
        why = _AT.sub("", why)
        why = why[:1].lower() + why[1:]
        found.add("CF002", mark=lines.mark(start, start), syntax="TOML", why=why, why_vi=_in_vietnamese(why))
        value = REFUSED
    except RecursionError:
        found.add("CF008", limit=MAX_DEPTH)
        value = REFUSED
    return Tree(value, lambda: Marks({}, {}) if value is REFUSED else _Scan(text, lines).marks)


_WHY_VI = (
    ("cannot overwrite", "khóa bị lặp lại"),
    ("cannot declare", "bảng khai báo hai lần"),
    ("invalid statement", "dòng này không phải dạng khóa = giá trị"),
    ("expected '='", "thiếu dấu bằng sau khóa"),
    ("unterminated string", "thiếu dấu ngoặc kép đóng"),
    ("illegal character", "có ký tự không được phép, hoặc chuỗi chữ chưa đóng"),
    ("expected newline", "có chữ thừa ở cuối dòng"),
    ("invalid value", "giá trị sai; chữ phải đặt trong dấu ngoặc kép"),
    ("unclosed array", "danh sách chưa đóng ngoặc"),
    ("invalid date", "ngày không có thật"),
)


def _in_vietnamese(why: str) -> str:
    return next((vi for said, vi in _WHY_VI if said in why), why)


_SKIP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\]++|\\.)*+"|'[^']*'""")
_VALUE = re.compile(rf"{_TEXT}|[^\s,\]}}#]+(?:[ ][0-9][0-9:.]+)?", re.DOTALL)


class _Scan:
    """Reads a text that is known to be TOML once more, for nothing but the places of its keys and values."""

    def __init__(self, text: str, lines: Lines) -> None:
        self._text = text
        self._lines = lines
        self._at = 0
        # How many tables each array of tables has so far.
        self._counts: dict[Steps, int] = {}
        self.marks = Marks({}, {})
        table: Steps = ()
        while self._skip(_SKIP) < len(text):
            if text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self._text, self._at)
        assert match is not None
        self._at = match.end()
        return self._at

    def _note(self, places: dict[Steps, Any], steps: Steps, start: int) -> None:
        self.marks.add(places, steps, self._lines.mark(start, self._at))

    def _names(self) -> list[str]:
        names = []
        while True:
            self._skip(_BLANK)
            start = self._at
            self._skip(_KEY)
            word = self._text[start : self._at]
            names.append(json.loads(word) if word[0] == '"' else word.strip("'"))
            self._skip(_BLANK)
            if self._text[self._at] != ".":
                return names
            self._at += 1

    def _header(self) -> Steps:
        start = self._at
        many = self._text.startswith("[[", start)
        self._at += 2 if many else 1
        *outer, last = self._names()
        self._at += 2 if many else 1
        steps: Steps = ()
        for name in outer:
            steps = (*steps, name)
            if steps in self._counts:
                steps = (*steps, self._counts[steps] - 1)
        steps = (*steps, last)
        self._note(self.marks.keys, steps, start)
        if many:
            self._note(self.marks.values, steps, start)
            self._counts[steps] = self._counts.get(steps, 0) + 1
            steps = (*steps, self._counts[steps] - 1)
        self._note(self.marks.values, steps, start)
        return steps

    def _pair(self, table: Steps) -> None:
        start = self._at
        steps = (*table, *self._names())
        self._note(self.marks.keys, steps, start)
        self._at += 1
        self._value(steps)

    def _value(self, steps: Steps) -> None:
        self._skip(_BLANK)
        start = self._at
        if self._text[start] in "[{":
            self._at += 1
            index = 0
            while self._text[self._skip(_SKIP)] not in "]}":
                if self._text[self._at] == ",":
                    self._at += 1
                elif self._text[start] == "{":
                    self._pair(steps)
                else:
                    self._value((*steps, index))
                    index += 1
            self._at += 1
        else:
            self._skip(_VALUE)
        self._note(self.marks.values, steps, start)


# -- writing -------------------------------------------------------------------------------------------------------


def write(value: dict[str, Any]) -> str:
    """Return a tree of dicts, lists and scalars as TOML, lists of mappings as arrays of tables."""
    return "\n".join(_table(value, "")).lstrip("\n") + "\n"


def _table(value: dict[str, Any], path: str) -> list[str]:
    lines = []
    below = []
    for key, inner in value.items():
        name = f"{path}.{key}" if path else key
        if isinstance(inner, dict):
            below += ["", f"[{name}]", *_table(inner, name)]
        elif isinstance(inner, list) and any(isinstance(one, dict) for one in inner):
            for one in inner:
                # A table cannot stand beside a text, and the short form of a value is its words.
                whole = one if isinstance(one, dict) else {"words": one}
                below += ["", f"[[{name}]]", *_table(whole, name)]
        else:
            lines.append(f"{key} = {_scalar(inner)}")
    return lines + below


def _scalar(value: Any) -> str:
    if isinstance(value, list):
        if any(isinstance(one, str) for one in value):
            return "[\n" + "".join(f"  {_scalar(one)},\n" for one in value) + "]"
        return f"[{', '.join(map(_scalar, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int):
        return str(value)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
