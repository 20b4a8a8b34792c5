"""The JSON Schema says what the loader takes: shipped, valid, and as strict as a schema can be."""

from __future__ import annotations

import copy
import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cchc.errors import PlanFileError
from cchc.interchange import dump_plan, json_schema, load_plan
from cchc.interchange._problems import Problems
from cchc.interchange._tree import Plain
from cchc.interchange._yaml import parse
from cchc.model import Plan
from tests.interchange.test_problems import HEAD, MISTAKES
from tests.strategies import plans

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def as_an_editor_reads(value: Any) -> Any:
    """Return the tree of a YAML file with the types that YAML 1.2 gives to words without quotes."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(inner) for inner in value]
    if not isinstance(value, Plain):
        return value
    if value in ("true", "false"):
        return value == "true"
    if re.fullmatch(r"[-+]?[0-9]+", value):
        return int(value)
    return (
        float(value)
        if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", value)
        else str(value)
    )


def complaints(text: str) -> list[str]:
    """Return what the schema says against a YAML file."""
    return [
        error.message
        for error in VALIDATOR.iter_errors(as_an_editor_reads(parse(text, Problems(), 1_000).value))
    ]


def test_the_schema_is_a_schema() -> None:
    """It follows the rules of JSON Schema 2020-12."""
    Draft202012Validator.check_schema(SCHEMA)


def test_the_shipped_file_is_the_schema() -> None:
    """Editors read the file beside the code; `cchc schema` writes it anew after a change of the model."""
    shipped = resources.files("cchc.interchange").joinpath("plan.schema.json").read_text("utf-8")

    assert SCHEMA == json.loads(shipped)


def test_every_key_is_described() -> None:
    """An editor shows what each key is for, with the Vietnamese term where the field has one."""
    classes = {"Plan": SCHEMA, **SCHEMA["$defs"]}
    forms = [form for cls in classes.values() for form in (cls, *cls.get("anyOf", ()))]
    bare = [
        key
        for form in forms
        for key, field in form.get("properties", {}).items()
        if not field.get("description") and key not in ("channel", "assignment")
    ]

    assert [] == bare


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_validate_and_name_the_schema(path: Path) -> None:
    """An editor that opens an example finds the schema, and nothing to mark."""
    text = path.read_text("utf-8")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)

    assert ([], True) == (complaints(text), named is not None and (path.parent / named[1]).is_file())


@given(plan=plans(hostile=True))
@settings(max_examples=60)
def test_whatever_is_dumped_validates(plan: Plan) -> None:
    """The schema takes every plan that the loader takes, in YAML as in JSON."""
    in_json = [error.message for error in VALIDATOR.iter_errors(json.loads(dump_plan(plan, "json")))]

    assert ([], []) == (in_json, complaints(dump_plan(plan)))


# What a schema cannot say: that a day exists, that ids differ or refer to something, and what is beyond JSON.
BEYOND = ("2026-02-30", "13/13/2026", "channel: b}", "- channel: {id: a, name: x}\n  - channel", "<<", "&a", "*a", "!!", "id: b", "? [a]",
          "[" * 9, "---", "a: b", "\u0007", "1e3")  # fmt: skip


@pytest.mark.parametrize("text", [text for text in MISTAKES if not any(part in text for part in BEYOND)])
def test_mistakes_of_shape_are_refused_by_the_schema_too(text: str) -> None:
    """An editor marks what the loader will refuse."""
    assert complaints(HEAD + text) != []


def places_of(value: Any, steps: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the steps to every value of a JSON document below its top."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, one in inner for place in ((*steps, key), *places_of(one, (*steps, key)))]


@given(data=st.data(), plan=plans())
@settings(max_examples=150)
def test_what_the_loader_refuses_for_its_shape_the_schema_refuses(data: st.DataObject, plan: Plan) -> None:
    """Keys are renamed or dropped, values replaced by others: no shape passes the schema that the loader refuses."""
    tree = json.loads(dump_plan(plan, "json"))
    tree.pop("$schema")
    *steps, last = data.draw(st.sampled_from(places_of(tree)))
    holder = tree
    for step in steps:
        holder = holder[step]
    change = data.draw(st.sampled_from(["drop", "rename", "replace"]))
    if change == "replace":
        holder[last] = data.draw(
            st.sampled_from(
                [
                    None,
                    "",
                    " ",
                    "x",
                    "A b",
                    0,
                    13,
                    -1,
                    99999,
                    True,
                    [],
                    {},
                    ["x"],
                    [[]],
                    {"words": "x"},
                    {"id": "x"},
                ]
            )
        )
    elif change == "rename" and isinstance(holder, dict):
        holder[f"{last}x"] = holder.pop(last)
    else:
        del holder[last]
    before = copy.deepcopy(tree)
    try:
        load_plan(json.dumps(tree).encode())
    except PlanFileError as error:
        shape = {problem.code for problem in error.problems} - {"CF015", "CF018", "CF019"}
    else:
        shape = set()

    assert not shape or not VALIDATOR.is_valid(before), shape
