"""The draft as a file: the old file edited where it stands, in every syntax that plans are kept in."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Literal

import pytest

import cchc
from cchc import Registry
from cchc.interchange import load_plan_with_places
from cchc.rollover import draft_text

EXAMPLES = Path(__file__).parents[2] / "examples"
FOUR = ["can-tho-2014", "khe-sanh-2022", "nam-dinh-2022", "van-ho-2017"]
REGISTRY = Registry.discover()

Syntax = Literal["yaml", "json", "toml"]


def drafted(text: str, syntax: Syntax) -> str:
    """Return a file's draft for 2027, which must say what the rollover says."""
    plan, spans = load_plan_with_places(text.encode("utf-8"), format=syntax)
    done = cchc.roll_forward(plan, 2027, registry=REGISTRY)
    draft = draft_text(done, plan, text, spans)
    assert cchc.load_plan(draft.encode("utf-8"), format=syntax) == done.plan
    return draft


def comments(text: str) -> list[str]:
    """Return the comments of a file, in order."""
    return [line[line.index("#") :] for line in text.splitlines() if "#" in line]


@pytest.mark.parametrize("name", FOUR)
def test_yaml_keeps_its_comments(name: str) -> None:
    """All of them, in their order."""
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")

    assert comments(drafted(text, "yaml")) == comments(text)


@pytest.mark.parametrize("name", FOUR)
def test_json_keeps_its_keys_and_lines(name: str) -> None:
    """Only values differ: keys in the order of the old file, and line for line with its indents."""
    text = cchc.dump_plan(cchc.load_plan(EXAMPLES / f"{name}.yaml"), "json")
    draft = drafted(text, "json")
    kept = [one for one in difflib.ndiff(text.splitlines(), draft.splitlines()) if one.startswith("  ")]

    assert list(json.loads(draft)) == list(json.loads(text))
    assert len(kept) > 0.7 * text.count("\n")


@pytest.mark.parametrize("name", FOUR)
def test_toml_keeps_its_comments_and_its_order(name: str) -> None:
    """A comment above every table and behind every key."""
    bare = cchc.dump_plan(cchc.load_plan(EXAMPLES / f"{name}.yaml"), "toml")
    lines = [
        f"{line}  # {n}" if line.startswith(("year", "subject", "[")) else line
        for n, line in enumerate(bare.splitlines())
    ]
    text = "# Bản của phòng\n" + "\n".join(lines) + "\n"
    kept = comments(drafted(text, "toml"))

    # A table that left its list takes the comment on its own line along, and nothing else.
    assert [one for one in comments(text) if one in kept] == kept
    assert len(comments(text)) - len(kept) <= sum(
        1 for one in lines if ".lead]]" in one or ".partners]]" in one
    )
    assert kept[0] == "# Bản của phòng"


YAML = """\
cchc: 1
id: nam-dinh-2022
year: 2022
level: province
issuer: {words: UBND tỉnh Nam Định, code: "36"}  # một đơn vị
number: "7"  # văn thư cấp
symbol: KH-UBND
date: 2022-01-20
subject: Tuyên truyền cải cách hành chính năm 2022
parts:
  - label: HÌNH THỨC
    items:
      - channel:
          id: mot
          name: hội nghị
          lead: Sở Kế hoạch và Đầu tư   # chủ trì
          partners: Sở Tài chính  # phối hợp
      - channel: {id: hai, name: tờ rơi, lead: Sở Kế hoạch và Đầu tư, partners: [Sở Tài chính, Sở Nội vụ]}
      - channel:
          id: ba
          name: pa nô
          lead: Sở Kế hoạch và Đầu tư
          partners:
            - Sở Nội vụ
            # ngành tài chính
            - Sở Tài chính
      - channel: {id: bon, name: loa, lead: Sở Kế hoạch và Đầu tư, partners: [Sở Nội vụ, Sở Tài chính]}
recipients:
  - Sở Kế hoạch và Đầu tư
  - Sở Tài chính  # hai bản
  - Sở Nội vụ
"""
TOML = """\
# Kế hoạch của phòng
cchc = 1
id = "nam-dinh-2022"
year = 2022 # năm
level = "province"
issuer = { words = "UBND tỉnh Nam Định", code = "36" } # một đơn vị
number = "7"
symbol = "KH-UBND"
date = 2022-01-20
subject = 'Tuyên truyền cải cách hành chính năm 2022'
recipients = ["Sở Kế hoạch và Đầu tư", "Sở Tài chính", "Sở Nội vụ"] # ba nơi

[[parts]]
label = "HÌNH THỨC"

# việc chính
[[parts.items]]
channel = { id = "mot", name = "hội nghị", lead = "Sở Kế hoạch và Đầu tư", partners = ["Sở Tài chính", "Sở Nội vụ"] }
"""


def test_yaml_in_any_layout_is_edited_where_it_stands() -> None:
    """A lone partner, partners in brackets, partners line by line, the first and the last of them."""
    draft = drafted(YAML, "yaml")
    leads = [
        (channel.lead[0].words, [body.words for body in channel.partners])
        for channel in cchc.channels(cchc.load_plan(draft.encode(), format="yaml"))
    ]

    assert leads == [("Sở Tài chính", []), *[("Sở Tài chính", ["Sở Nội vụ"])] * 3]
    assert [one for one in comments(YAML) if one not in comments(draft)] == ["# hai bản"]


def test_toml_in_any_layout_is_edited_where_it_stands() -> None:
    """Inline tables and arrays, either kind of quotes."""
    draft = drafted(TOML, "toml")

    assert comments(draft) == comments(TOML)
    assert 'recipients = ["Sở Tài chính", "Sở Nội vụ"] # ba nơi' in draft
    assert 'partners = ["Sở Nội vụ"]' in draft
