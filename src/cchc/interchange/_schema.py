"""The JSON Schema of plan files, read off the model: its fields, their checks and their docstrings."""

from __future__ import annotations

import inspect
import re
from typing import Any

import attrs

from cchc.interchange._fields import (
    FACTS,
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
from cchc.model import Assignment, Body, Item, LegalBasis, Plan, Schedule

Json = dict[str, Any]

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
_MONTH = r"[0-9]{4}-[0-9]{2}|[0-9]{1,2}/[0-9]{4}"

_SAID: Json = {"type": ["string", "integer"], "pattern": r"\S"}


def _needs(kind: str, *names: str) -> Json:
    told: Json = {name: {"not": {"enum": [None, []]}} for name in names}
    return {
        "if": {"required": ["kind"], "properties": {"kind": {"const": kind}}},
        "then": {"anyOf": [{"required": [name], "properties": {name: told[name]}} for name in names]},
    }


# What the classes check beyond their single fields.
_RULES: dict[type, Json] = {
    LegalBasis: {
        "anyOf": [{"required": [name], "properties": {name: _SAID}} for name in ("words", "kind", "number")]
    },
    Schedule: {
        "allOf": [
            {"properties": {"months": {"items": {"minimum": 1, "maximum": 12}}}},
            _needs("once", "start", "end"),
            _needs("range", "start", "end"),
            _needs("months", "months"),
            _needs("recurring", "every"),
            {
                "if": {"properties": {"kind": {"enum": ["words", None]}}},
                "then": {"required": ["words"], "properties": {"words": _SAID}},
            },
        ]
    },
    Assignment: {"not": {"required": ["bodies"], "properties": {"bodies": {"const": []}}}},
    Plan: {
        "required": ["cchc", "parts"],
        "if": {"required": ["number"], "properties": {"number": {"not": {"enum": [None, ""]}}}},
        "then": {"required": ["symbol"], "properties": {"symbol": _SAID}},
    },
}


def schema() -> Json:
    """Return the schema of a plan file."""
    classes: dict[type, Json] = {}
    top = _class(Plan, classes)
    properties = {
        "$schema": {"description": "Where editors find this schema."},
        "cchc": {"const": VERSION, "description": "Version of the file's form (phiên bản của dạng tệp)."},
        **top.pop("properties"),
    }
    properties["parts"] |= {"type": "array", "minItems": 1}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Kế hoạch tuyên truyền cải cách hành chính (cchc)",
        **top,
        "properties": properties,
        "$defs": {cls.__name__: classes[cls] for cls in sorted(classes, key=lambda cls: cls.__name__)},
    }


def _class(cls: type, classes: dict[type, Json]) -> Json:
    """Return the schema of the mapping that stands for a *cls*; classes that it holds are added to *classes*."""
    about, lines = _docs(cls)
    known = fields(cls)
    rules = dict(_RULES.get(cls, {}))
    required = [*rules.pop("required", ()), *(name for name, field in known.items() if field.required)]
    made: Json = {"type": "object", "description": about} if about else {"type": "object"}
    made["properties"] = {
        name: _described(_field(field, classes), lines.get(name, "")) for name, field in known.items()
    }
    if required:
        made["required"] = sorted(set(required), key=["cchc", *known].index)
    return {**made, "additionalProperties": False, **rules}


def _described(field: Json, line: str) -> Json:
    return {"description": line, **field} if line else field


def _field(field: Field, classes: dict[type, Json]) -> Json:
    made = _kind(field.kind, classes)
    # The model's checks are closures: the bounds that they hold are the bounds of the schema.
    validator = field.attribute.validator
    held = inspect.getclosurevars(validator).nonlocals if inspect.isfunction(validator) else {}
    if "pattern" in held:
        made = _matching(held["pattern"], optional=held.get("optional", False))
    elif "low" in held:
        made |= {"minimum": held["low"], "maximum": held["high"]}
    elif getattr(validator, "__name__", "") == "not_blank":
        made = _SAID
    if field.required:
        return made
    # A key without a value is as good as no key.
    if "type" in made and "enum" not in made:
        kinds = made["type"] if isinstance(made["type"], list) else [made["type"]]
        return {**made, "type": [*kinds, "null"]}
    if "enum" in made:
        return {"enum": [*made["enum"], None]}
    return {"anyOf": [*made.get("anyOf", [made]), {"type": "null"}]}


def _matching(pattern: re.Pattern[str], *, optional: bool) -> Json:
    # Digits without quotes are a number to an editor, and the author's text to cchc.
    digits = max(count for count in range(16) if count == 0 or pattern.fullmatch("9" * count))
    blank = "|" if optional else ""
    return {
        "type": ["string", "integer"],
        "pattern": f"^(?:{pattern.pattern}{blank})$",
        "minimum": 0,
        "maximum": 10**digits - 1,
    }


def _kind(kind: Kind, classes: dict[type, Json]) -> Json:
    match kind:
        case Text():
            return {"type": ["string", "integer", "number"]}
        case Whole():
            return {"type": "integer"}
        case Number():
            return {"type": "number"}
        case Flag():
            return {"type": "boolean"}
        case Day(month):
            return {"type": "string", "pattern": f"^(?:{_DAY}{'|' + _MONTH if month else ''})$"}
        case OneOf(words):
            return {"enum": list(words)}
        case ListOf(Object(cls)) if cls is Body:
            # One body needs no list.
            return {"anyOf": [{"type": "array", "items": _object(Body, classes)}, _object(Body, classes)]}
        case ListOf(inner):
            return {"type": "array", "items": _kind(inner, classes)}
        case Fact():
            return {"anyOf": [_one_fact(key, classes) for key in FACTS]}
        case Object(cls):
            return _object(cls, classes)


def _one_fact(key: str, classes: dict[type, Json]) -> Json:
    return {
        "type": "object",
        "properties": {key: _object(FACTS[key], classes)},
        "required": [key],
        "additionalProperties": False,
    }


def _object(cls: type, classes: dict[type, Json]) -> Json:
    name = cls.__name__
    if cls not in classes:
        # Items hold items: the name must be known before the fields are looked at.
        classes[cls] = {}
        forms = [_class(cls, classes)]
        if cls in SUGAR:
            blank_is_fine = cls is Item
            forms.insert(0, {"type": ["string", "integer", "number"]} if blank_is_fine else _SAID)
        if cls is Item:
            forms += [_one_fact(key, classes) for key in FACTS]
        classes[cls] = forms[0] if len(forms) == 1 else {"anyOf": forms}
    return {"$ref": f"#/$defs/{name}"}


def _docs(cls: type) -> tuple[str, dict[str, str]]:
    """Return the first sentence of a class's docstring, and what it says of each attribute."""
    doc = inspect.getdoc(cls) or ""
    head, _, tail = doc.partition("Attributes:\n")
    lines: dict[str, str] = {}
    name = ""
    for line in inspect.cleandoc(tail).splitlines() if attrs.has(cls) else []:
        if match := re.match(r"(\w+): (.*)", line):
            name, lines[match[1]] = match[1], match[2]
        elif name and line.startswith(" "):
            lines[name] += " " + line.strip()
        else:
            name = ""
    first = " ".join(head.split("\n\n")[0].split())
    return _plain(first), {name: _plain(line[:1].upper() + line[1:]) for name, line in lines.items()}


def _plain(text: str) -> str:
    return re.sub(r":\w+:`([^`]+)`", r"\1", text).replace("``", "").replace("*", "")
