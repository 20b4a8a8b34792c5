"""Write docs/reference/checks.md from the rules: ``python tools/build_checks_page.py``."""

from __future__ import annotations

import textwrap
from pathlib import Path

from cchc.plugins import Check, Registry

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "checks.md"

HEAD = """\
# Checks

<!-- Written from the rules by `python tools/build_checks_page.py`; a test compares the two. -->

`cchc check` and `cchc.check_plan` run these rules and those of plugins; `cchc explain CC101` prints one of these entries. A code
is one for ever. The day that decides is the plan's date, else 1 January of its year, else what `--on` says.

| codes | about |
|---|---|
| CC0xx | the run itself: CC001 a rule crashed, CC002 a plugin cannot be used, CC003 an ignoring comment gives no reason |
| CC1xx | legal bases and other citations |
| CC2xx | channels, times, bodies and terms of their day |
| CC3xx | assignments |
| CC4xx | words, facts, counts and numbering that must agree |
| CC5xx | form of the document |
| CC6xx | text as text |
| CC7xx | reports: what units returned, beside the plan and other periods |
| CC8xx | documents that were read: what their text shows and a plan no longer does |

What rests on a source that is not verified is never more than a note (*lưu ý*), and says so. A finding has its place: the path in
the model, and in a file line and column. In a plan file `# cchc: ignore CC203 (why)` at the end of a line speaks of what begins
on that line, on a line of its own of what begins below it, above everything of the whole file; without a reason it is not obeyed.

A plugin adds rules by the hook `cchc_checks`, and slips of its own by `cchc.checks.slips("QT601", {"khui vực": "khu vực"}, since="1.0")`.

Each example is an edit of one good plan, report or document: with the wrong lines in place of the right ones, that rule and no other finds
something.
"""


_APPLIES = {"plan": "kế hoạch", "report": "báo cáo", "document": "văn bản được đọc"}


def entry(check: Check) -> str:
    """Return the entry of one rule."""
    lines = [f"## {check.code}: {check.name}", "", check.rationale, ""]
    facts = [
        f"Mức độ: {check.severity.vi}",
        f"áp dụng cho: {_APPLIES[check.applies_to]}",
        f"từ phiên bản {check.since}",
    ]
    if check.fix:
        facts.append(f"`--fix`: {check.fix}")
    lines.append("; ".join(facts) + ".")
    if check.source:
        lines += ["", f"Nguồn: {check.source}."]
    kind = "text" if check.applies_to == "document" else "yaml"
    for head, words in (("Sai", check.wrong), ("Đúng", check.right)):
        lines += ["", f"{head}:", "", f"```{kind}", textwrap.dedent(words).strip("\n"), "```"]
    return "\n".join(lines) + "\n"


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(entry(check) for check in Registry.of().checks)])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
