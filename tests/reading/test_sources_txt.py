"""A text file as lines, in whatever encoding an office has kept it for twenty years."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc
from cchc.errors import CouldNotReadError
from cchc.reading import Source, read_text
from cchc.reading._legacy import TCVN3, from_tcvn3, from_vni

PLAN = """ỦY BAN NHÂN DÂN HUYỆN VÂN HỒ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2017

I. MỤC ĐÍCH, YÊU CẦU
- Nâng cao nhận thức của cán bộ, công chức, viên chức về ý nghĩa, tầm quan trọng của cải cách hành chính.
- Nghị quyết, quyết định được phổ biến kịp thời; những ưu điểm, hạn chế được chỉ rõ; đẩy mạnh ứng dụng công nghệ.
"""
SMALL = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"


def tcvn3(text: str) -> bytes:
    """Return *text* as TCVN3, which has small letters alone for vowels with tones."""
    codes = {letter: code for code, letter in TCVN3.items()}
    return bytes(codes.get(one) or codes.get(one.lower()) or ord(one) for one in text)


def vni(text: str) -> bytes:
    """Return *text* as VNI: a mark of its own behind each vowel."""
    pieces: dict[str, str] = {}
    marks = "ùøûõïâáàåãäêéèúüë"
    for base in "aeiouyôö" + "AEIOUYÔÖ":
        for mark in (*marks, *marks.upper()):
            made = from_vni(base + mark)
            if len(made) == 1 and mark.isupper() == base.isupper():
                pieces.setdefault(made, base + mark)
    for single in "ñôöíìæóòîÑÔÖÍÌÆÓÒÎ":
        pieces.setdefault(from_vni(single), single)
    return "".join(pieces.get(one, one) for one in text).encode("cp1252")


def codes(source: Source) -> list[str]:
    """Return what is said of a source."""
    return [one.code for one in source.diagnostics]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    """Whatever form of Unicode a program saved, the text is the same and nothing is said of it."""
    source = read_text(PLAN.encode(encoding), "thu.txt")

    assert PLAN == source.text
    assert codes(source) == []


def test_windows_1258_is_told_by_its_words() -> None:
    """The table of old Windows writes most tones behind their letter; its text is composed."""
    typed = "".join(
        one if one in "ăâêôơưđĂÂÊÔƠƯĐ" else _tones_apart(one) for one in unicodedata.normalize("NFC", PLAN)
    )
    source = read_text(typed.encode("cp1258"), "thu.txt")

    assert PLAN.split() == " ".join(line.text for line in source.lines).split()
    assert codes(source) == ["CR110"]


def _tones_apart(letter: str) -> str:
    marked = unicodedata.normalize("NFD", letter)
    if len(marked) < 3:
        return letter if letter.isascii() else marked
    return unicodedata.normalize("NFC", marked[:2]) + marked[2:] if marked[1] in "\u0302\u0306\u031b" else (
        unicodedata.normalize("NFC", marked[0] + marked[2]) + marked[1]
    )  # fmt: skip


def test_tcvn3_and_its_capitals_are_told_by_their_words() -> None:
    """TCVN3 has no capitals with tones; the letters around them say that they are."""
    source = read_text(tcvn3(PLAN), "thu.txt")

    assert PLAN == source.text
    assert codes(source) == ["CR110"]


def test_vni_is_told_by_its_words() -> None:
    """VNI writes a mark behind each vowel."""
    source = read_text(vni(PLAN), "thu.txt")

    assert PLAN == source.text
    assert codes(source) == ["CR110"]


def test_old_letters_that_were_saved_as_unicode_are_told_too() -> None:
    """A program that took TCVN3 for Western text and saved it as UTF-8 left what can still be read."""
    assert PLAN == read_text(tcvn3(PLAN).decode("latin-1").encode(), "thu.txt").text


def test_every_small_letter_has_its_place_in_the_tables() -> None:
    """No letter of Vietnamese is missing from TCVN3 or from VNI."""
    assert SMALL == from_tcvn3(tcvn3(SMALL).decode("latin-1"))
    assert SMALL + SMALL.upper() == from_vni(vni(SMALL + SMALL.upper()).decode("cp1252"))


@pytest.mark.parametrize("split", [len(PLAN) // 3, len(PLAN) // 2])
def test_two_encodings_in_one_file_are_one_error_with_the_line(split: int) -> None:
    """A file that two programs wrote into is not guessed at."""
    data = PLAN[:split].encode() + tcvn3(PLAN[split:])

    with pytest.raises(CouldNotReadError, match="UTF-8 up to line"):
        read_text(data, "thu.txt")


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_places_are_offsets_in_the_text_as_it_was_saved(text: str) -> None:
    """Whatever ends lines and whatever is invisible, a line is what stands at its place in the file."""
    try:
        source = read_text(text.encode(), "thu.txt")
    except CouldNotReadError:
        return

    for line in source.lines:
        there = source.text[line.start : line.end]
        assert (
            unicodedata.normalize("NFC", line.text).split()
            == unicodedata.normalize("NFC", _seen(there)).split()
        )


def _seen(text: str) -> str:
    from cchc.text import clean

    return clean(text).text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whatever_ends_lines(end: str) -> None:
    """Files of every system have the same lines."""
    lines = read_text(f"  Một{end}{end}Hai {end}".encode(), "thu.txt").lines

    assert ["Một", "Hai"] == [line.text for line in lines]


@pytest.mark.parametrize(
    "rows",
    [
        "TT\tNội dung\tChủ trì\n1\tTập huấn\tSở Nội vụ\nQuý II\n2\tHội thi\t",
        "| TT | Nội dung | Chủ trì |\n|---|---|---|\n| 1 | Tập huấn | Sở Nội vụ |\nQuý II\n| 2 | Hội thi | |",
    ],
)
def test_rows_of_tabs_or_bars_are_a_table(rows: str) -> None:
    """Lines that are divided alike are rows; a line between them that is not is a cell over the whole row."""
    source = read_text(f"Bảng\n\n{rows}\n\nHết".encode(), "thu.txt")
    cells = [(line.text, line.cell.row, line.cell.column) for line in source.lines if line.cell]

    assert cells == [
        ("TT", 0, 0), ("Nội dung", 0, 1), ("Chủ trì", 0, 2), ("1", 1, 0), ("Tập huấn", 1, 1), ("Sở Nội vụ", 1, 2),
        ("Quý II", 2, 0), ("2", 3, 0), ("Hội thi", 3, 1),
    ]  # fmt: skip
    assert all(line.text == source.text[line.start : line.end] for line in source.lines)


def test_two_columns_are_no_table() -> None:
    """A letterhead that was flattened keeps its line; its columns are for whoever understands it."""
    lines = read_text("UBND HUYỆN\tCỘNG HÒA\nSố: 5/KH\tngày 5".encode(), "thu.txt").lines

    assert [None, None] == [line.cell for line in lines]


def test_lines_that_a_page_broke_are_paragraphs_again() -> None:
    """A line goes on where the one before is full; a page number inside a sentence is left out."""
    long = "Kế hoạch này được xây dựng để nâng cao nhận thức của cán bộ, công chức, viên chức"
    text = "".join(
        f"{number}. {long}\nvà của nhân dân về cải cách hành chính.\n" for number in range(1, 8)
    ).replace(
        "chức\nvà của nhân dân về cải cách hành chính.\n3.",
        "chức\n2\nvà của nhân dân về cải cách hành chính.\n3.",
    )
    source = read_text(text.encode(), "thu.txt")

    assert [f"{number}. {long} và của nhân dân về cải cách hành chính." for number in range(1, 8)] == [
        line.text for line in source.lines
    ]
    assert ["2"] == [one.words for one in source.left_out]


@pytest.mark.parametrize(
    "line", ["In trang này", "In bài viết", "Gửi cho bạn bè", "Gửi bài viết qua email", "Tin liên quan"]
)
def test_what_a_portal_prints_behind_a_plan_is_no_part_of_it(line: str) -> None:
    """It is left out with a reason, and what follows it as well."""
    plan = cchc.load_plan(Path(__file__).parents[2] / "examples" / "nam-dinh-2022.yaml")
    text = cchc.render(plan, "txt", template="as_read").decode("utf-8")
    reading = cchc.read_plan(f"{text.rstrip()}\n{line}\nKế hoạch khác\n".encode(), format="txt")

    assert [one.words for one in reading.left_out][-2:] == [line, "Kế hoạch khác"]
    assert reading.plan == cchc.read_plan(text.encode("utf-8"), format="txt").plan


@pytest.mark.parametrize(
    "line",
    [
        "Thứ năm, 29/03/2012 14:20",
        "29/03/2012 14:20 | In trang này | Gửi cho bạn bè",
        "Cập nhật: 08:15, 02/4/2026",
    ],
)
def test_a_time_stamp_before_a_plan_is_no_part_of_it(line: str) -> None:
    """Whatever a portal prints beside it."""
    text = "KẾ HOẠCH\nTuyên truyền cải cách hành chính năm 2027\nI. MỤC ĐÍCH\n- Nâng cao nhận thức.\n"
    reading = cchc.read_plan(f"{line}\n{text}".encode(), format="txt")

    assert [one.words for one in reading.left_out] == [line]
    assert reading.plan == cchc.read_plan(text.encode("utf-8"), format="txt").plan
