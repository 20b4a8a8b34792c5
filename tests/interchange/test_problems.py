"""Everything that is wrong with a file is told at once, each with its code, its place and what to do."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from cchc.errors import PlanFileError
from cchc.interchange import load_plan, load_report
from cchc.interchange._problems import SENTENCES

HEAD = """\
cchc: 1
id: a
year: 2026
level: commune
issuer: UBND xã
subject: s
"""


def problems(
    text: str,
    *,
    format: str = "yaml",  # noqa: A002  # the name of the argument
    load: Callable[..., object] = load_plan,
) -> list[tuple[str, str, int | None, int | None]]:
    """Return code, path, line and column of everything that is wrong with *text*."""
    with pytest.raises(PlanFileError) as caught:
        load(text.encode(), format=format)
    return [
        (one.code, one.location.path, one.location.line, one.location.column) for one in caught.value.problems
    ]


def sentence(text: str, lang: str = "en", *, format: str = "yaml") -> str:  # noqa: A002
    """Return the one sentence that is said of *text*."""
    with pytest.raises(PlanFileError) as caught:
        load_plan(text.encode(), format=format)
    (problem,) = caught.value.problems
    return getattr(problem, lang)


# One mistake each, behind HEAD: what stands there, and code, path, line and column of what is said of it.
MISTAKES = {
    "parts: []": ("CF020", "parts", 7, 8),
    "parts: x": ("CF012", "parts", 7, 8),
    "parts:\n  - {lable: x}": ("CF010", "parts[0].lable", 8, 6),
    "parts:\n  - words: x\n    items:\n      - facts:\n          - channel: {id: a, nme: x, name: y}": (
        "CF010", "parts[0].items[0].facts[0].nme", 11, 30),
    "parts: [x]\nnumber: 12": ("CF017", "number", 8, 9),
    "parts: [x]\nnumber: KH\nsymbol: KH": ("CF017", "number", 8, 9),
    "parts: [x]\nannex: yes": ("CF014", "annex", 8, 8),
    "parts: [x]\nannex: \"true\"": ("CF014", "annex", 8, 8),
    "parts: [x]\ndate: 2026-02-30": ("CF015", "date", 8, 7),
    "parts: [x]\ndate: 13/13/2026": ("CF015", "date", 8, 7),
    "parts: [x]\ndate: hôm nay": ("CF015", "date", 8, 7),
    "parts: [x]\ndate: 2026-02": ("CF015", "date", 8, 7),
    "parts: [x]\nkind: QD": ("CF016", "kind", 8, 7),
    "parts: [x]\nrecipients: [{words: a, code: x y}]": ("CF017", "recipients[0].code", 8, 31),
    "parts: [x]\nbases:\n  -\n  - x": ("CF023", "bases[0]", 9, 4),
    "parts: [x]\nbases: [{title: x}]": ("CF017", "bases[0]", 8, 9),
    "parts:\n  - channel: {id: a, name: x, quantity: {number: 1e3}}": ("CF013", "parts[0].facts[0].quantity.number", 8, 50),
    "parts:\n  - channel: {id: a, name: x, quantity: {number: \"3\"}}": ("CF013", "parts[0].facts[0].quantity.number", 8, 50),
    "parts:\n  - channel: {id: a, name: x, schedule: {kind: months, months: [13]}}": (
        "CF017", "parts[0].facts[0].schedule.months", 8, 64),
    "parts:\n  - channel: {id: a, name: x, schedule: {kind: once}}": ("CF017", "parts[0].facts[0].schedule", 8, 41),
    "parts:\n  - channel: {id: a, name: x}\n  - channel: {id: a, name: x}": ("CF018", "parts[1].facts[0].id", 9, 19),
    "parts:\n  - assignment: {id: a, bodies: x, channel: b}": ("CF019", "parts[0].facts[0].channel", 8, 45),
    "parts:\n  - assignment: {id: a}": ("CF011", "parts[0].facts[0]", 8, 17),
    "parts:\n  - assignment: {id: a, bodies: }": ("CF023", "parts[0].facts[0].bodies", 8, 33),
    "parts:\n  - facts: [{channel: {id: a, name: x}, assignment: {id: b, bodies: x}}]": ("CF012", "parts[0].facts[0]", 8, 13),
    "parts:\n  - channel: {id: a, name: x}\n    words: x": ("CF010", "parts[0].facts[0]", 8, 5),
    "parts:\n  - &a x": ("CF005", "parts[0]", 8, 5),
    "parts:\n  - *a": ("CF005", "parts[0]", 8, 5),
    "parts: [x]\n<<: x": ("CF005", "", 8, 1),
    "parts:\n  - !!python/object:os.system x": ("CF006", "parts[0]", 8, 5),
    "parts: [x]\nid: b": ("CF007", "", 8, 1),
    "parts: [x]\n? [a]\n: b": ("CF024", "", 8, 3),
    "parts: " + "[" * 80 + "]" * 80: ("CF008", "parts" + "[0]" * 64, 7, 72),
    "parts: [x]\n---\ncchc: 1": ("CF004", "", 8, 1),
    "parts: [x]\nplace: a: b": ("CF002", "", 8, 9),
    "parts: [x]\nplace: \u0007": ("CF021", "", 8, 8),
}  # fmt: skip


@pytest.mark.parametrize("text", MISTAKES, ids=[text.replace("\n", " ")[:60] for text in MISTAKES])
def test_each_mistake_is_told_once_with_its_place(text: str) -> None:
    """One mistake is one problem, at the line and column where it stands."""
    assert [MISTAKES[text]] == problems(HEAD + text)


def test_every_code_is_tested() -> None:
    """The codes of this file, and the few that need another file, are all that there are."""
    elsewhere = {"CF001", "CF003", "CF009", "CF022"}

    assert set(SENTENCES) == elsewhere | {code for code, *_ in MISTAKES.values()}


def test_all_mistakes_of_a_file_are_told_at_once_in_its_order() -> None:
    """Nobody mends a file one mistake a run."""
    text = "cchc: 1\nid: A\nyeer: 2026\nlevel: x\nissuer:\nparts:\n  - {lable: a}\n  - channel: {id: B, name: ' '}\nannex: no\n"

    assert [
        ("CF011", "", 1),
        ("CF011", "", 1),
        ("CF017", "id", 2),
        ("CF010", "yeer", 3),
        ("CF016", "level", 4),
        ("CF023", "issuer", 5),
        ("CF010", "parts[0].lable", 7),
        ("CF017", "parts[1].facts[0].id", 8),
        ("CF017", "parts[1].facts[0].name", 8),
        ("CF014", "annex", 9),
    ] == [problem[:3] for problem in problems(text)]


@pytest.mark.parametrize(
    ("text", "en", "vi"),
    [
        ("parts: [x]\nyeer: 1", "Did you mean year?", "Có phải là year?"),
        ("parts: [x]\ndate: 30/02/2026", "month 2 of 2026 has 28 days", "tháng 2 năm 2026 có 28 ngày"),
        ("parts: [x]\ndate: 02/13/2026", "no month 13; the day comes first", "không có tháng 13; ngày viết trước tháng"),
        ("parts: [x]\nstatus: isued", "Did you mean issued?", "Có phải là issued?"),
        ("parts:\n  - Kinh phí: do ngân sách", "put it in quotes", "đặt cả câu trong dấu ngoặc kép"),
        ("parts: [x]\nplace: a: b", "in quotes", "dấu hai chấm đặt sai chỗ"),
        ("parts:\n\t- x", "spaces, not tabs", "không dùng phím Tab"),
        ("parts: [x]\nreturns: []", "load_report", "báo cáo"),
        ("parts:\n  - {words: x, channel: {id: a, name: b}}", "under `facts:`", "dưới `facts:`"),
        ("parts:\n  - channel: {id: bao, name: x}\n  - assignment: {id: b, bodies: x, channel: baos}", "Did you mean bao?", "Có phải là bao?"),
        ("parts:\n  - channel: {id: bao, name: x}\n  - channel: {id: bao, name: x}", "already at line 8", "đã dùng tại dòng 8"),
    ],
)  # fmt: skip
def test_sentences_say_what_to_do(text: str, en: str, vi: str) -> None:
    """Both languages name the way out."""
    assert (True, True) == (en in sentence(HEAD + text), vi in sentence(HEAD + text, "vi"))


@pytest.mark.parametrize("text", ["id: a", "cchc: 2\nanything: x", "cchc: x", "cchc: []"])
def test_the_version_must_be_there_and_known(text: str) -> None:
    """Without the version nobody knows what the keys mean; of another version nothing more is said."""
    assert "CF009" == problems(text)[0][0]


def test_a_refused_version_is_told_once() -> None:
    """What a problem already speaks of is not spoken of again."""
    assert [("CF005", "cchc", 1, 7)] == problems("cchc: *a\nid: b")


def test_json_has_lines_and_columns_too() -> None:
    """Doubled keys, half surrogate pairs and wrong values of JSON are found at their places."""
    text = (
        '{"cchc": 1, "id": "a", "id": "b", "year": 2026.0,\n'
        ' "level": "commune", "issuer": {"words": "x\\ud83d\\ude00"}, "subject": "a\\ud800b",\n'
        ' "parts": [{"wrods": "x"}, null, {"words": true}, {"channel": {"id": "x", "name": "y", "family": "pres"}}]}'
    )

    assert [
        ("CF007", "", 1, 24),
        ("CF013", "year", 1, 43),
        ("CF021", "", 2, 71),
        ("CF010", "parts[0].wrods", 3, 13),
        ("CF023", "parts[1]", 3, 28),
        ("CF012", "parts[2].words", 3, 44),
        ("CF016", "parts[3].facts[0].family", 3, 98),
    ] == problems(text, format="json")


def test_toml_has_lines_and_columns_too() -> None:
    """Keys of tables, of arrays of tables, of inline tables and dotted keys are found at their places."""
    text = """\
cchc = 1
id = "a"  # = [[
year = 0xA
level = "commune"
issuer = 'UBND'
subject = \"\"\"
a [x] = 1
\"\"\"
date = 2026-02-05
bases = ["x", {kind = "Luật", "numer" = "3"}]

[[parts]]
label = "MỤC ĐÍCH"
[[parts.items]]
words = "a"
lable = "b"
[[parts.items]]
channel.id = "A b"
channel.name = "x"

[[parts]]
items = ["a", [1,
  2], {words = true}]

[signature]
authority = "x"
"""

    assert [
        ("CF017", "year", 3, 8),
        ("CF010", "bases[1].numer", 10, 31),
        ("CF010", "parts[0].items[0].lable", 16, 1),
        ("CF017", "parts[0].items[1].facts[0].id", 18, 14),
        ("CF012", "parts[1].items[1]", 22, 15),
        ("CF012", "parts[1].items[2].words", 23, 16),
        ("CF012", "signature.authority", 26, 13),
    ] == problems(text, format="toml")


@pytest.mark.parametrize(
    ("text", "format", "line", "column"),
    [
        ('{"cchc": 1,\n "id": }', "json", 2, 8),
        ('{"cchc": NaN}', "json", 1, 10),
        ("cchc = 1\nid = x", "toml", 2, 6),
        ("cchc = 1\nid = 'a'\nid = 'b'", "toml", 3, 9),
        ("cchc = 1\nid = 'a", "toml", 2, 8),
    ],
)
def test_syntax_errors_have_their_place(text: str, format: str, line: int, column: int) -> None:  # noqa: A002
    """Where the parser stops is where the officer looks."""
    assert ("CF002", "", line, column) == problems(text, format=format)[0]


def test_reports_have_problems_too() -> None:
    """A report is read as strictly as a plan."""
    text = "cchc: 1\nreturns:\n  - plan_id: a\n    unit: x\n    period: 2027-Q5\n    figures: [{indicator: a, value: 1.234.567}]\n"

    assert [
        ("CF017", "returns[0].period", 5, 13),
        ("CF013", "returns[0].figures[0].value", 6, 37),
    ] == problems(text, load=load_report)


def test_problems_are_capped() -> None:
    """A file that is wrong throughout is told so in bounded time and space."""
    found = problems(HEAD + "parts:\n" + "  - {lable: x}\n" * 5000)

    assert (501, "CF022") == (len(found), found[-1][0])


def test_the_error_survives_a_worker_process() -> None:
    """It pickles with all its problems."""
    with pytest.raises(PlanFileError) as caught:
        load_plan(b"cchc: 1")

    assert caught.value.problems == pickle.loads(pickle.dumps(caught.value)).problems


def test_messages_hold_no_character_that_moves_the_cursor() -> None:
    """What a file says is shown escaped and short."""
    text = HEAD + 'parts: [x]\nstatus: "\\e[31m\\u202e' + "x" * 500 + '"'

    assert (True, True) == (sentence(text).isprintable(), len(sentence(text)) < 200)


@pytest.mark.parametrize(
    "value", ['"\\ud800"', '"\\q"', "%x", "[a, b", "- - : -", "'a' b", "@x", "? [", "*", "{a"]
)
def test_a_syntax_error_is_said_in_one_language(value: str) -> None:
    """An officer reads no sentence of the parser's, whatever it stumbled over."""
    with pytest.raises(PlanFileError) as caught:
        load_plan(f"cchc: 1\nsubject: {value}\n".encode(), format="yaml")

    said = [problem.vi for problem in caught.value.problems if problem.code == "CF002"]
    assert not any(english in one for one in said for english in ("found", "expected", "not ", "while"))
