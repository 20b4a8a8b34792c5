"""YAML: read from its events, so that every scalar stays its author's text; written so that a person can edit it."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

import yaml

from cchc.interchange._problems import Problems, shown
from cchc.interchange._tree import MAX_DEPTH, REFUSED, Lines, Marks, Plain, Steps, TooManyValues, Tree

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})

# What the parser says, in Vietnamese, and what can be done about it.
_QUOTE = (
    " Put a sentence that has a colon in it in quotes.",
    " Câu có dấu hai chấm phải đặt trong dấu ngoặc kép.",
)
_INDENT = (" Check the indentation of this line.", " Hãy kiểm tra độ thụt của dòng này.")
_SPACES = (" Indent with spaces, not tabs.", " Thụt dòng bằng dấu cách, không dùng phím Tab.")
_START = (
    " Indent with spaces, not tabs; put text that begins with @, ` or % in quotes.",
    " Thụt dòng bằng dấu cách, không dùng phím Tab; chữ bắt đầu bằng @, ` hoặc % phải đặt trong dấu ngoặc kép.",
)
_ADVICE: tuple[tuple[str, str, tuple[str, str]], ...] = (
    ("mapping values are not allowed", "dấu hai chấm đặt sai chỗ", _QUOTE),
    ("cannot start any token", "ký tự này không thể đứng đầu giá trị", _START),
    ("tab character", "có ký tự Tab ở đầu dòng", _SPACES),
    ("expected <block end>", "dòng thụt sai hoặc có chữ thừa", _INDENT),
    ("expected key", "dòng thụt sai", _INDENT),
    ("block collection", "dòng thụt sai hoặc có chữ thừa", _INDENT),
    ("block mapping", "dòng thụt sai hoặc có chữ thừa", _INDENT),
    ("expected ':'", "thiếu dấu hai chấm sau khóa", (" A key needs a colon and a space behind it.",
                                                   " Sau khóa phải có dấu hai chấm và dấu cách.")),
    ("unexpected end of stream", "thiếu dấu ngoặc kép đóng", (" Close the quote.", " Hãy đóng dấu ngoặc kép.")),
    ("expected node content", "thiếu giá trị hoặc ngoặc đóng", (" Close the bracket, or write the value.",
                                                                " Hãy đóng ngoặc hoặc ghi giá trị.")),
    ("escape", "sau dấu \\ là mã ký tự không có thật", (" Put a text with \\ in it in single quotes.",
                                                    " Chữ có dấu \\ phải đặt trong dấu nháy đơn.")),
    ("expected ',' or", "danh sách hoặc nhóm khóa viết trên một dòng chưa đóng", (" Close the bracket.",
                                                                             " Hãy đóng ngoặc.")),
)  # fmt: skip


def parse(text: str, found: Problems, most: int) -> Tree:
    """Return the tree of a YAML text; what YAML allows and a plan file does not is added to *found*.

    Events, not nodes: nodes no longer tell an alias from a copy, and composing them recurses as deep as the file says.

    Raises:
        TooManyValues: there are more than *most*.
    """
    lines = Lines(text)
    for match in _NOT_YAML.finditer(text):
        letter = f"U+{ord(match[0]):04X}"
        found.add("CF021", mark=lines.mark(match.start(), match.end()), word=letter)
    places: dict[Steps, tuple[int, int]] = {}
    keys: dict[Steps, tuple[int, int]] = {}

    def marks() -> Marks:
        return Marks(
            {steps: lines.mark(*place) for steps, place in places.items()},
            {steps: lines.mark(*place) for steps, place in keys.items()},
        )

    if found:
        return Tree(REFUSED, marks)
    try:
        value = _Composer(text, lines, found, places, keys, most).compose()
    except yaml.YAMLError as error:
        mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        start = min(mark.index if mark else 0, len(text))
        why = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
        known = ((vi, advice) for said, vi, advice in _ADVICE if said in why)
        why_vi, (hint, hint_vi) = next(known, ("không đọc tiếp được từ đây", ("", "")))
        found.add(
            "CF002",
            mark=lines.mark(start, start),
            syntax="YAML",
            why=why,
            why_vi=why_vi,
            hint=hint,
            hint_vi=hint_vi,
        )
        value = REFUSED
    return Tree(value, marks)


class _Composer:
    """Builds the tree from the events, one container on the stack for each level of the file."""

    def __init__(
        self,
        text: str,
        lines: Lines,
        found: Problems,
        places: dict[Steps, tuple[int, int]],
        keys: dict[Steps, tuple[int, int]],
        most: int,
    ) -> None:
        self._text = text
        self._lines = lines
        self._found = found
        self._places = places
        self._keys = keys
        self._most = most
        self._top: Any = None
        # Containers with their steps; a mapping waits for a key (None), or holds the key that waits for its value.
        self._open: list[tuple[Any, Steps]] = []
        self._key: list[Any] = []

    def compose(self) -> Any:
        documents = 0
        event: Any
        for event in yaml.parse(self._text, Loader=_Loader):
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        self._refuse("CF004", event)
                        break
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    if len(self._open) > MAX_DEPTH:
                        self._refuse("CF008", event)
                        return REFUSED
                    self._start({} if isinstance(event, yaml.MappingStartEvent) else [], event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._end(event)
                case yaml.ScalarEvent():
                    self._scalar(event)
                case yaml.AliasEvent():
                    self._refuse("CF005", event, word=f"*{event.anchor}")
                    self._put(REFUSED, event)
        return self._top

    def _refuse(self, code: str, event: Any, word: str = "") -> None:
        mark = self._lines.mark(event.start_mark.index, event.end_mark.index)
        steps = self._open[-1][1] if self._open else ()
        if self._open and isinstance(self._open[-1][0], list):
            steps = (*steps, len(self._open[-1][0]))
        elif self._open and self._key[-1] is not None:
            steps = (*steps, str(self._key[-1]))
        self._found.add(code, steps, mark=mark, word=word, limit=MAX_DEPTH)

    def _checked(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("CF005", event, word=f"&{event.anchor}")
        if event.tag is not None:
            self._refuse("CF006", event, word=shown(event.tag))

    def _start(self, container: Any, event: Any) -> None:
        self._checked(event)
        steps = self._put(container, event)
        self._open.append((container, steps))
        self._key.append(None)

    def _end(self, event: Any) -> None:
        end = event.end_mark.index
        container, steps = self._open.pop()
        self._key.pop()
        if container:
            # A block ends for the parser where the next begins; the empty lines between are not part of it.
            last = [*steps, len(container) - 1 if isinstance(container, list) else next(reversed(container))]
            end = max(self._places[tuple(last)][1], end if self._text[end - 1 : end] in "]}" else 0)
        start = self._places[steps][0]
        self._places[steps] = (start, end)

    def _scalar(self, event: Any) -> None:
        self._checked(event)
        value: Any = event.value
        if broken := _SURROGATE.search(value):
            # libyaml refuses the escape by itself, the parser in Python does not.
            self._refuse("CF021", event, word=f"\\u{ord(broken[0]):04x}")
        if event.tag is None and event.implicit[0]:
            value = None if value in _NULL else Plain(value)
        self._put(value, event)

    def _put(self, value: Any, event: Any) -> Steps:
        """Put *value* where the container on top waits for one, and return its steps."""
        place = (event.start_mark.index, event.end_mark.index)
        if not self._open:
            self._top = value
            self._places[()] = place
            return ()
        container, steps = self._open[-1]
        inner: Steps = (*steps, "?")
        if isinstance(container, list):
            inner = (*steps, len(container))
            container.append(value)
        elif self._key[-1] is None:
            self._key[-1] = self._as_key(value, event, container, steps)
        else:
            key, self._key[-1] = self._key[-1], None
            if not isinstance(key, _Ignored):
                inner = (*steps, key)
                container[key] = value
        self._places[inner] = place
        if len(self._places) > self._most:
            raise TooManyValues
        return inner

    def _as_key(self, value: Any, event: Any, container: dict[str, Any], steps: Steps) -> str:
        if value == "<<" and isinstance(value, Plain):
            self._refuse("CF005", event, word="<<")
            return _Ignored()
        if value is REFUSED:
            return _Ignored()
        if value is not None and not isinstance(value, str):
            self._refuse("CF024", event)
            return _Ignored()
        key = "" if value is None else str(value)
        if key in container:
            self._refuse("CF007", event, word=shown(key))
            return _Ignored()
        self._keys[(*steps, key)] = (event.start_mark.index, event.end_mark.index)
        return key


class _Ignored(str):
    """A key whose value is read over, because the key itself is refused."""

    __slots__ = ()


# -- writing -------------------------------------------------------------------------------------------------------

_WIDTH = 100
# A text that needs no quotes: it begins with a letter or digit and holds nothing that YAML would take for its own.
_BARE = re.compile(r"[^\W_](?:[^:#\n\t]|:(?=\S)|(?<! )#)*")
# What YAML 1.1 or 1.2 would take for a number, a time, a truth value or nothing.
_TYPED = re.compile(
    r"[0-9][0-9a-fA-FoOxXeE_.:+-]*|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[ tT].*|y|n|yes|no|on|off|true|false|null",
    re.IGNORECASE,
)
_FOLD = re.compile(r"(?<=[^ ]) (?=[^ ])")


def write(value: dict[str, Any]) -> str:
    """Return a tree of dicts, lists and scalars as block YAML."""
    return "\n".join(_mapping(value, "")) + "\n"


def _mapping(value: dict[str, Any], indent: str) -> list[str]:
    lines = []
    for key, inner in value.items():
        head = f"{indent}{key}:"
        if isinstance(inner, dict) and inner:
            lines += [head, *_mapping(inner, indent + "  ")]
        elif isinstance(inner, list) and inner and not all(type(one) is int for one in inner):
            lines += [head, *_list(inner, indent + "  ")]
        else:
            lines += _scalar(inner, head, indent + "  ")
    return lines


def _list(value: list[Any], indent: str) -> list[str]:
    lines = []
    for inner in value:
        if isinstance(inner, dict) and inner:
            below = _mapping(inner, indent + "  ")
            lines += [f"{indent}- {below[0].lstrip()}", *below[1:]]
        else:
            lines += _scalar(inner, f"{indent}-", indent + "  ")
    return lines


def _scalar(value: Any, head: str, indent: str) -> list[str]:
    """Return the lines of a scalar behind *head*, further lines at *indent*."""
    if isinstance(value, (dict, list)):
        # Only empty mappings, and lists of whole numbers, come here.
        return [f"{head} {{}}" if isinstance(value, dict) else f"{head} [{', '.join(map(str, value))}]"]
    if isinstance(value, bool):
        return [f"{head} {'true' if value else 'false'}"]
    if isinstance(value, Decimal):
        return [f"{head} {value:f}"]
    if isinstance(value, (int, Plain)):
        return [f"{head} {value}"]
    if "\n" in value and _is_literal(value):
        chomp = "|" if value.endswith("\n") else "|-"
        return [
            f"{head} {chomp}",
            *(indent + line if line else "" for line in value.removesuffix("\n").split("\n")),
        ]
    if "\n" not in value and _is_clean(value) and value == value.strip(" "):
        if len(head) + 1 + len(value) > _WIDTH and " " in value:
            return [f"{head} >-", *_folded(value, indent)]
        if _BARE.fullmatch(value) and not value.endswith(":") and not _TYPED.fullmatch(value):
            return [f"{head} {value}"]
    quoted = json.dumps(value, ensure_ascii=False)
    first, *rest = _folded("".join(map(_visible, quoted)), indent)
    return [f"{head} {first.lstrip()}", *rest]


def _is_clean(text: str) -> bool:
    # A no-break space is common in good Vietnamese typing and harmless; other invisible characters are shown escaped.
    return text.replace("\xa0", " ").isprintable()


def _is_literal(text: str) -> bool:
    lines = text.removesuffix("\n").split("\n")
    return (
        lines[0] != ""
        and lines[-1] != ""
        and lines[0][0] != " "
        and all(_is_clean(line) and line == line.rstrip() for line in lines)
    )


def _visible(letter: str) -> str:
    if letter.isprintable() or letter == "\xa0":
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"


def _folded(text: str, indent: str) -> list[str]:
    """Return *text* broken at single spaces, which YAML puts back when it reads."""
    lines = [""]
    for word in _FOLD.split(text):
        if lines[-1] and len(indent) + len(lines[-1]) + 1 + len(word) > _WIDTH:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return [indent + line for line in lines]
