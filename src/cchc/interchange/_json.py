"""JSON: read by the standard library, and once more with places when something is wrong; written with exact numbers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

from cchc.interchange._problems import Problems, shown
from cchc.interchange._tree import MAX_DEPTH, REFUSED, Lines, Mark, Marks, Plain, Steps, TooManyValues, Tree

_TOKEN = re.compile(
    r'[ \t\r\n]*(?:(?P<text>"(?:[^"\\]++|\\.)*+")|(?P<mark>[{}\[\],:])|(?P<word>[^\s{}\[\],:"]+))'
)
# More than this never stand on one line of that width.
_WIDTH, _SHORT = 100, 100
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")

_WHY_VI = {
    "Expecting property name enclosed in double quotes": "cần tên khóa trong dấu ngoặc kép",
    "Illegal trailing comma before end of object": "thừa dấu phẩy ở cuối nhóm khóa",
    "Illegal trailing comma before end of array": "thừa dấu phẩy ở cuối danh sách",
    "Expecting ':' delimiter": "thiếu dấu hai chấm",
    "Expecting ',' delimiter": "thiếu dấu phẩy hoặc ngoặc đóng",
    "Expecting value": "thiếu giá trị",
    "Extra data": "có chữ thừa sau ngoặc đóng cuối cùng",
    "Unterminated string starting at": "thiếu dấu ngoặc kép đóng",
    "Invalid control character at": "có ký tự điều khiển trong chuỗi chữ",
    "Invalid \\escape": "dấu \\ dùng sai",
    "Invalid \\uXXXX escape": "sau \\u phải có bốn chữ số hệ mười sáu",
}


def parse(text: str, found: Problems, most: int) -> Tree:
    """Return the tree of a JSON text; numbers stay as written, doubled keys and broken characters are added to *found*.

    Raises:
        TooManyValues: there may be more than *most*.
    """
    if sum(map(text.count, ",[{")) > most:
        raise TooManyValues
    # The quick way through has no places, so it only says whether the slow one has anything to tell.
    doubtful = _SURROGATE_ESCAPE.search(text) is not None

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubtful
        made = dict(pairs)
        doubtful = doubtful or len(made) != len(pairs)
        return made

    def not_json(word: str) -> Plain:
        nonlocal doubtful
        doubtful = True
        return Plain(word)

    try:
        value = json.loads(
            text, object_pairs_hook=mapping, parse_int=Plain, parse_float=Plain, parse_constant=not_json
        )
    except json.JSONDecodeError as error:
        mark = Mark(error.lineno, error.colno, error.pos, error.pos)
        why = error.msg[:1].lower() + error.msg[1:]
        why_vi = _WHY_VI.get(error.msg, why)
        found.add("CF002", mark=mark, syntax="JSON", why=why, why_vi=why_vi)
        value = REFUSED
    except RecursionError:
        found.add("CF008", limit=MAX_DEPTH)
        value = REFUSED
    if doubtful and value is not REFUSED:
        _marks(text, found)
    return Tree(value, lambda: Marks({}, {}) if value is REFUSED else _marks(text, Problems()))


def _marks(text: str, found: Problems) -> Marks:
    """Return the places of all values of a text that is JSON."""
    lines = Lines(text)
    marks = Marks({}, {})
    # Open containers: steps, and the key or index that the next value stands under.
    stack: list[tuple[Steps, str | int | None]] = []
    for token in _TOKEN.finditer(text):
        start, end = token.span(token.lastgroup or 0)
        word = token[token.lastgroup or 0]
        if word == ":":
            continue
        if word == ",":
            steps, key = stack[-1]
            stack[-1] = (steps, key + 1 if isinstance(key, int) else None)
        elif word in ("}", "]"):
            steps, _ = stack.pop()
            if steps in marks.values:
                marks.values[steps] = lines.mark(marks.values[steps].start, end)
        elif stack and stack[-1][1] is None:
            steps, key = stack[-1][0], json.loads(word)
            if (*steps, key) in marks.keys:
                found.add("CF007", mark=lines.mark(start, end), word=shown(key))
            _refuse_broken(key, lines.mark(start, end), found)
            marks.add(marks.keys, (*steps, key), lines.mark(start, end))
            stack[-1] = (steps, key)
        else:
            steps = (*stack[-1][0], _waiting(stack[-1][1])) if stack else ()
            marks.add(marks.values, steps, lines.mark(start, end))
            if word in ("{", "["):
                stack.append((steps, None if word == "{" else 0))
            elif token.lastgroup == "text":
                _refuse_broken(json.loads(word), lines.mark(start, end), found)
            elif word in ("NaN", "Infinity", "-Infinity"):
                found.add("CF002", mark=lines.mark(start, end), syntax="JSON",
                          why=f"{word} is no JSON value", why_vi=f"{word} không phải giá trị JSON")  # fmt: skip
    return marks


def _waiting(key: str | int | None) -> str | int:
    assert key is not None
    return key


def _refuse_broken(value: str, mark: Mark, found: Problems) -> None:
    if match := _SURROGATE.search(value):
        found.add("CF021", mark=mark, word=f"\\u{ord(match[0]):04x}")


def write(value: dict[str, Any]) -> str:
    """Return a tree of dicts, lists and scalars as JSON; what fits on a line stands on one."""
    return "".join(_pieces(value))


def _pieces(tree: dict[str, Any]) -> Iterator[str]:
    """Yield a file in pieces: those of a country's returns must not be put together level by level."""
    if not tree:
        yield "{}\n"
        return
    before = "{\n  "
    for key, value in tree.items():
        yield f"{before}{encode_basestring(key)}: "
        before = ",\n  "
        if isinstance(value, list) and len(value) > _SHORT:
            between = "[\n    "
            for one in value:
                yield between
                yield _value(one, "    ")
                between = ",\n    "
            yield "\n  ]"
        else:
            yield _value(value, "  ")
    yield "\n}\n"


def _value(value: Any, indent: str) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict):
        inner = indent + "  "
        parts = [f"{encode_basestring(key)}: {_value(one, inner)}" for key, one in value.items()]
        return _joined(parts, "{", "}", indent)
    if isinstance(value, list):
        return _joined([_value(one, indent + "  ") for one in value], "[", "]", indent)
    return f"{value:f}" if isinstance(value, Decimal) else json.dumps(value)


def _joined(parts: list[str], start: str, end: str, indent: str) -> str:
    fits = indent and sum(map(len, parts)) + 2 * len(parts) + len(indent) <= _WIDTH
    if not parts or (fits and not any("\n" in part for part in parts)):
        return start + ", ".join(parts) + end
    line = f"\n{indent}  "
    return f"{start}{line}{f',{line}'.join(parts)}\n{indent}{end}"
