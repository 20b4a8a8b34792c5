"""The page on plan files is true to the code: its example loads, its tables are the model's keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cchc import model
from cchc.interchange import load_plan
from cchc.interchange._fields import OneOf, fields
from cchc.interchange._problems import SENTENCES

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "plan-file.md").read_text("utf-8")

SECTIONS = {
    "The plan": model.Plan,
    "Items": model.Item,
    "Channels": model.Channel,
    "Assignments": model.Assignment,
    "Bodies": model.Body,
    "Legal bases": model.LegalBasis,
    "Schedules": model.Schedule,
    "Quantities": model.Quantity,
    "Indicators": model.Indicator,
    "The signature": model.Signature,
}


@pytest.mark.parametrize("text", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
def test_the_example_loads(text: str) -> None:
    """What a newcomer copies works."""
    assert load_plan(text.encode()).parts


@pytest.mark.parametrize("title", SECTIONS)
def test_the_tables_have_the_keys_of_the_model(title: str) -> None:
    """Every key stands in its table, in the order of the fields, and says whether it is required."""
    section = PAGE.split(f"### {title}\n")[1].split("\n#")[0]
    rows = re.findall(r"^\| `(\w+)`( \(required\))? \|", section, re.MULTILINE)

    assert [(name, field.required) for name, field in fields(SECTIONS[title]).items()] == [
        (key, bool(must)) for key, must in rows
    ]


@pytest.mark.parametrize("title", SECTIONS)
def test_the_tables_name_every_word_that_a_key_takes(title: str) -> None:
    """A key that takes one of a few words lists them all."""
    section = PAGE.split(f"### {title}\n")[1].split("\n#")[0]
    rows = dict(re.findall(r"^\| `(\w+)`(.*)$", section, re.MULTILINE))
    choices = {
        name: field.kind.words
        for name, field in fields(SECTIONS[title]).items()
        if isinstance(field.kind, OneOf)
    }

    assert choices == {
        name: tuple(re.findall(r"`([^`]+)`", rows[name].split("One of")[1])) for name in choices
    }


def test_every_code_is_documented() -> None:
    """The table of problems has a row for each code."""
    assert list(SENTENCES) == re.findall(r"^\| `(CF\d+)`", PAGE, re.MULTILINE)
