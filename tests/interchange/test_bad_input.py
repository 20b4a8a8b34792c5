"""Bad files are refused clearly, in bounded time and memory, and never with any other exception."""

from __future__ import annotations

import contextlib
import time
import tracemalloc
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc.errors import CchcError, CouldNotReadError, ModelError, PlanFileError, UnknownNameError
from cchc.interchange import FORMATS, Format, dump_plan, load_plan, load_report
from cchc.model import Assignment, Body, Channel, Item, Plan, Quantity

PLAN = Plan(
    id="a",
    year=2026,
    level="commune",
    issuer=Body(words="UBND xã Vân Hồ"),
    subject="tuyên truyền CCHC",
    parts=(
        Item(
            role="channels",
            label="HÌNH THỨC",
            items=(
                Item(words="Câu thứ nhất: có “dấu”\nvà hai dòng"),
                Item(facts=(Channel(id="c", name="Đài", quantity=Quantity(number=Decimal("1.5"))),)),
                Item(
                    facts=(Assignment(id="d", bodies=(Body(words="Sở Nội vụ", is_class=True),), channel="c"),)
                ),
            ),
        ),
    ),
)
FILES = {name: dump_plan(PLAN, name).encode() for name in FORMATS}


def code(data: bytes, name: str | None = None) -> str:
    """Return the code of the first problem of a file."""
    with pytest.raises(PlanFileError) as caught:
        load_plan(data, format=name)
    return caught.value.problems[0].code


@pytest.mark.parametrize(
    "data",
    [
        FILES["yaml"].decode().encode("utf-16"),
        FILES["yaml"].decode().encode("utf-16-le"),
        FILES["yaml"].replace("Vân".encode(), b"V\xe2n"),
        b"PK\x03\x04" + bytes(100),
        bytes(range(256)),
        b"\xff" * 100,
    ],
    ids=["UTF-16 with BOM", "UTF-16", "Windows-1252", "docx", "binary", "garbage"],
)
def test_what_is_no_utf8_text_is_told_so(data: bytes) -> None:
    """The error says to save the file as UTF-8."""
    assert "CF001" == code(data)


@pytest.mark.parametrize("data", [b"", b" \n", b"\xef\xbb\xbf", b"# only a comment\n", b"---\n", b"null"])
def test_an_empty_file_is_told_so(data: bytes) -> None:
    """The error says how to get a starter plan."""
    assert "CF003" == code(data)


@pytest.mark.parametrize(
    ("name", "data"), [("yaml", b"- a"), ("yaml", b"a"), ("json", b"[1]"), ("json", b'"a"')]
)
def test_the_top_is_a_mapping(name: str, data: bytes) -> None:
    """A list or a text at the top is no plan."""
    assert "CF012" == code(data, name)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("old", [b"\xef\xbb\xbf", b"\r\n"], ids=["BOM", "CRLF"])
def test_what_windows_adds_changes_nothing(name: str, old: bytes) -> None:
    """A byte order mark and other line ends give the same plan."""
    data = FILES[name].replace(b"\n", b"\r\n") if old == b"\r\n" else old + FILES[name]

    assert PLAN == load_plan(data, format=name)


@pytest.mark.parametrize("name", FORMATS)
def test_deep_nesting_is_refused(name: str) -> None:
    """However deep, it is an error and no crash."""
    for depth in (100, 5_000, 90_000):
        open_, shut = ("[" * depth, "]" * depth)
        text = {
            "yaml": f"parts: {open_}{shut}",
            "json": f'{{"parts": {open_}{shut}}}',
            "toml": f"parts = {open_}{shut}",
        }
        with pytest.raises(PlanFileError):
            load_plan(text[name].encode(), format=name)


@pytest.mark.parametrize("name", FORMATS)
def test_items_within_items_without_end_are_refused(name: str) -> None:
    """Nesting that the keys allow ends at a depth that no plan has."""
    plan = PLAN
    for _ in range(40):
        plan = attrs.evolve(plan, parts=(Item(label="a", items=plan.parts),))
    with pytest.raises(ModelError, match="nested more than 64 deep"):
        dump_plan(plan, name)
    inner = {"yaml": "{items: [", "json": '{"words": "a", "items": [', "toml": "{items = ["}[name]
    head = {"yaml": "{parts: [", "json": '{"parts": [', "toml": "parts = ["}[name]
    tail = {"yaml": "]}", "json": "]}", "toml": "]"}[name]
    text = head + inner * 40 + "]}" * 40 + tail
    with pytest.raises(PlanFileError) as caught:
        load_plan(text.encode(), format=name)

    assert "CF008" in {problem.code for problem in caught.value.problems}


def test_aliases_that_multiply_are_refused_at_once() -> None:
    """A file of ten lines that stands for a billion values costs no more than ten lines."""
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]

    assert "CF009" == code("\n".join(lines).encode(), "yaml")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("yaml", "parts:\n" + "- a\n" * 120_000),
        ("yaml", "parts: [" + "a, " * 120_000 + "]"),
        ("yaml", "".join(f"k{n}: 1\n" for n in range(120_000))),
        ("yaml", "parts:\n" + "- - - - - - - - - - a\n" * 12_000),
        ("json", f"[{'0,' * 120_000}0]"),
        ("json", "[" + "[]," * 120_000 + "0]"),
        ("json", '{"a":' * 120_000),
        ("toml", "parts = [" + "'a'," * 120_000 + "]"),
        ("toml", "".join(f"k{n} = 1\n" for n in range(120_000))),
        ("toml", "a." * 120_000 + "a = 1"),
        ("yaml", "closing: |\n" + "  a\n" * 120_000),
        ("yaml", 'closing: "' + r"\n" * 120_000 + '"'),
        ("json", '{"closing": "' + r"\u000a" * 120_000 + '"}'),
        ("toml", 'closing = "' + r"\n" * 120_000 + '"'),
    ],
)  # fmt: skip
def test_a_file_of_very_many_lines_or_values_is_refused_soon(name: Format, text: str) -> None:
    """Small values are many for their bytes; no plan has a hundred thousand, and none is made of them."""
    begun = time.process_time()
    with pytest.raises(CouldNotReadError, match="more than 100,000 lines or values"):
        load_plan(text.encode(), format=name)

    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a." * 30_000 + "a = 1", "CF008"),
        ('"a" . ' * 30_000 + "a = 1", "CF008"),
        ("year = " + "9" * 5_000_000, "CF002"),
    ],
)
def test_toml_that_its_library_cannot_bear_is_refused_soon(text: str, expected: str) -> None:
    """Keys of thousands of parts and numbers of millions of digits cost neither minutes nor memory."""
    begun = time.process_time()
    tracemalloc.start()
    first = code(text.encode(), "toml")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert expected == first
    assert peak < 100_000_000
    assert time.process_time() - begun < 10


def test_what_is_costly_in_toml_is_words_like_any_other_in_a_text() -> None:
    """A text may hold a hundred sentences of one word, or a thousand digits behind a mark; one that never ends costs nothing."""
    plan = load_plan(FILES["toml"], format="toml")
    odd = attrs.evolve(plan, subject=f"{'a. ' * 100}= {'1' * 1_200} \"b\" \\ 'c' # d")
    begun = time.process_time()

    assert odd == load_plan(dump_plan(odd, "toml").encode(), format="toml")
    assert code(b'"\\' * 300_000, "toml") == "CF002"
    assert time.process_time() - begun < 10


def test_a_lone_zero_byte_is_no_utf_16() -> None:
    """Only a text that is full of them is; one that has some is told where they are."""
    assert "CF021" == code(FILES["yaml"][:400] + b"\0" + FILES["yaml"][400:], "yaml")
    assert "CF001" == code(FILES["yaml"].decode().encode("utf-16-le"), "yaml")


def test_a_file_of_100_mb_costs_no_memory(tmp_path: Path) -> None:
    """It is refused by its size, with at most the limit in memory."""
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    tracemalloc.start()
    with pytest.raises(CouldNotReadError, match="larger than 8 MB"):
        load_plan(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 20_000_000


@pytest.mark.parametrize(
    "text",
    ["a: " * 100_000, "? " * 100_000, "- " * 100_000, "{" * 100_000, "'" * 100_001, "a:\n" * 100_000, '"\\' * 50_000, "&a " * 100_000,
     "[a, " * 50_000, "| \n" * 50_000, "%A\n" * 50_000, " " * 300_000 + "a", "#" * 300_000, "x" * 300_000, "a b:" * 50_000],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    """What looks like a plan file and is none is refused within a second or so, in every syntax."""
    start = time.perf_counter()
    for name in FORMATS:
        with pytest.raises(CchcError):
            load_plan(text.encode(), format=name)

    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("digits", [41, 5_000, 400_000])
@pytest.mark.parametrize(
    "form",
    [
        "cchc: {}",
        '{{"cchc": {}}}',
        "cchc = {}",
        "cchc = 0x{}",
        '{{"cchc": 1, "year": {}}}',
        "cchc = 1\nyear = 0x{}",
    ],
)
def test_no_number_is_too_long_to_be_refused(digits: int, form: str) -> None:
    """Python itself refuses to read or write numbers of 4,301 digits; here they are problems like any other."""
    with pytest.raises(PlanFileError):
        load_plan(form.format("9" * digits).encode())


MUTATIONS = st.lists(
    st.tuples(
        st.integers(0, 2_000),
        st.integers(0, 6),
        st.one_of(
            st.binary(max_size=4),
            st.sampled_from(
                [
                    b":",
                    b"- ",
                    b"\t",
                    b"\n",
                    b"  ",
                    b"[",
                    b"]",
                    b"{",
                    b"}",
                    b'"',
                    b"'",
                    b"&a ",
                    b"*a",
                    b"!!int ",
                    b"|",
                    b">",
                    b"#",
                    b"\\",
                    b"\\ud800",
                    b",",
                    b"=",
                    b"[[",
                    b"]]",
                    b"null",
                    b"1e9",
                    b"?",
                    b"\xef\xbb\xbf",
                    b"\r",
                    b"\x00",
                    b"---\n",
                    b"items",
                ]
            ),
        ),
    ),
    min_size=1,
    max_size=4,
)


def test_the_parser_in_python_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without libyaml, files load all the same, and half a surrogate pair is refused as well."""
    monkeypatch.setattr("cchc.interchange._yaml._Loader", yaml.SafeLoader)
    broken = FILES["yaml"] + b'closing: "\\ud800"\n'

    assert (PLAN, "CF021") == (load_plan(FILES["yaml"], format="yaml"), code(broken, "yaml"))


class TestAnyFileGivesAPlanOrAnErrorOfOurs:
    """A file with random damage is loaded or refused; nothing else ever happens."""

    @given(name=st.sampled_from(FORMATS), mutations=MUTATIONS)
    @settings(max_examples=1_000)
    @example(name="yaml", mutations=[(60, 0, b"? [a]\n: b\n")])
    def test_damaged_files(self, name: str, mutations: list[tuple[int, int, bytes]]) -> None:
        """Bytes are deleted, replaced and put in between."""
        data = FILES[name]
        for place, length, new in mutations:
            place %= len(data)
            data = data[:place] + new + data[place + length :]
        try:
            plan = load_plan(data, format=name)
        except CchcError as error:
            said = error.message("vi")
        else:
            said = plan.id

        assert said

    @given(data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
    @settings(max_examples=200)
    def test_any_bytes(self, data: bytes) -> None:
        """Bytes of any kind, in every format, are refused as a report too."""
        for name in FORMATS:
            for load in (load_plan, load_report):
                with contextlib.suppress(PlanFileError):
                    load(data, format=name)


@pytest.mark.parametrize(
    "text",
    [
        "a\u200fb",
        "\u202eabc",
        "Quye\u0302\u0301t",
        "\x07",
        "\x00",
        "\u200b",
        "\ufeffa",
        "\U0001f600",
        "a\u2028b",
    ],
)
@pytest.mark.parametrize("name", FORMATS)
def test_odd_characters_are_kept_as_written(name: str, text: str) -> None:
    """Escaped or plain, what can stand in a file is the author's; composing a document cleans it and says so."""
    plan = attrs.evolve(PLAN, opening=text)

    assert text == load_plan(dump_plan(plan, name).encode(), format=name).opening


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"opening": "a\ud800b"}, "half a surrogate pair"),
        ({"parts": ()}, "at least one part"),
        ({"parts": (Item(facts=(Assignment(id="a", bodies=(Body(words="x"),), channel="none"),)),)}, "id of a channel"),
        *(
            ({"parts": (Item(facts=(Channel(id="a", name="x", quantity=Quantity(number=number)),)),)}, "at most 40 digits")
            for number in (10**5000, Decimal("1e99999999"), Decimal("1e-99"))
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", FORMATS)
def test_what_no_file_can_hold_is_not_dumped(name: str, change: dict[str, object], why: str) -> None:
    """Dumping refuses what loading would refuse, and says where it stands."""
    with pytest.raises(ModelError, match=why):
        dump_plan(attrs.evolve(PLAN, **change), name)


def test_unknown_formats_are_named_with_the_known_ones() -> None:
    """Both directions say which formats there are."""
    with pytest.raises(UnknownNameError, match="yaml, json, toml"):
        load_plan(b"", format="xml")
    with pytest.raises(UnknownNameError, match="yaml, json, toml"):
        dump_plan(PLAN, "xml")


@pytest.mark.parametrize("name", ["a.docx", "a", "a.txt"])
def test_a_name_that_tells_no_format_is_refused(tmp_path: Path, name: str) -> None:
    """The error says which endings there are; with a format any name will do."""
    path = tmp_path / name
    path.write_bytes(FILES["yaml"])
    with pytest.raises(CouldNotReadError, match=r"\.yaml, \.yml, \.json or \.toml"):
        load_plan(path)

    assert PLAN == load_plan(str(path), format="yaml")


@pytest.mark.parametrize(
    ("suffix", "name"), [(".yaml", "yaml"), (".YML", "yaml"), (".json", "json"), (".toml", "toml")]
)
def test_the_suffix_tells_the_format(tmp_path: Path, suffix: str, name: str) -> None:
    """Suffixes count in any case."""
    path = tmp_path / f"kế hoạch{suffix}"
    path.write_bytes(FILES[name])

    assert PLAN == load_plan(path)
