"""Vietnamese text: cleaning, comparing, sorting, dates, and the way back to the original."""

from __future__ import annotations

import datetime as dt
import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.text import (
    clean,
    date_at,
    document_number,
    find_dates,
    fold,
    long_date,
    nearest,
    normalise,
    parse_date,
    short_date,
    slug,
    sort_key,
    two_digits,
)

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
# Letters, marks, separators and invisible characters, in any order.
MIXED = st.text(
    st.sampled_from(
        "aăâeêoơuưyđĐÐĂàảãáạềộữ \u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b\u200b\u00a0\ufeff\r\n\t\x00-–/1"
    ),
    max_size=300,
)


@pytest.mark.parametrize(("n", "expected"), [(0, "00"), (5, "05"), (9, "09"), (10, "10"), (127, "127")])
def test_numbers_below_ten_take_a_zero(n, expected):
    """A quantity below ten has two digits."""
    assert expected == two_digits(n)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("5", "05"),
        ("7a", "07a"),
        ("30c", "30c"),
        ("127", "127"),
        ("049", "049"),
        ("01", "01"),
        ("7đ", "07đ"),
        ("", ""),
        ("nháp", "nháp"),
    ],
)
def test_document_numbers_below_ten_take_a_zero(printed, expected):
    """Only the number counts, not the letter; zeros that are there stay."""
    assert expected == document_number(printed)


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (dt.date(2020, 3, 5), "ngày 05 tháng 3 năm 2020", "05/3/2020"),
        (dt.date(2026, 2, 5), "ngày 05 tháng 02 năm 2026", "05/02/2026"),
        (dt.date(2021, 12, 31), "ngày 31 tháng 12 năm 2021", "31/12/2021"),
        (dt.date(2021, 1, 10), "ngày 10 tháng 01 năm 2021", "10/01/2021"),
    ],
)
def test_days_are_written_as_the_decree_wants(day, long, short):
    """A zero before days below 10 and before January and February, none before March to September."""
    assert long == long_date(day)
    assert short == short_date(day)


@given(DAYS)
def test_a_written_day_is_read_as_itself(day):
    """Reading undoes both ways of writing."""
    assert day == parse_date(long_date(day))
    assert day == parse_date(short_date(day))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28/12/2016", dt.date(2016, 12, 28)),
        ("21.12.2015", dt.date(2015, 12, 21)),
        ("15-7-2021", dt.date(2021, 7, 15)),
        (" ngày 02/09/2021 ", dt.date(2021, 9, 2)),
        ("ngày 25 tháng 12 năm 2013", dt.date(2013, 12, 25)),
        ("Ngày 24 tháng 12  năm 2013", dt.date(2013, 12, 24)),
        ("NGÀY 05 THÁNG 3 NĂM 2020", dt.date(2020, 3, 5)),
        ("ngày 03 tháng tư năm 2018", dt.date(2018, 4, 3)),
        ("ngày 01 tháng mười một năm 2018", dt.date(2018, 11, 1)),
        ("ngày 05 tháng năm năm 2018", dt.date(2018, 5, 5)),
        ("ngày mùng 3 tháng chạp năm 1999", dt.date(1999, 12, 3)),
        ("ngày 15 tháng 7, năm 2021", dt.date(2021, 7, 15)),
        ("ngày26/11/2003", dt.date(2003, 11, 26)),
        (unicodedata.normalize("NFD", "ngày 05 tháng 3 năm 2020"), dt.date(2020, 3, 5)),
        ("31/02/2020", None),
        ("ngày 31 tháng 4 năm 2020", None),
        ("29/02/2023", None),
        ("13/13/2013", None),
        ("28/12-2016", None),
        ("28/12/16", None),
        ("tháng 7/2021", None),
        ("năm 2021", None),
        ("ngày 15/7", None),
        ("ngày … tháng … năm 2026", None),
        ("", None),
    ],
)
def test_a_day_in_words_or_figures(text, expected):
    """A text that names one day is that day; impossible days and parts of days are none."""
    assert expected == parse_date(text)


def test_days_are_found_where_they_stand():
    """Each day has its place, with the word ngày before it; a range holds two."""
    text = "Từ ngày 01/7/2021-30/9/2021, họp 45/60 phiếu, phiên bản 1.2.2021.5, trước 25 tháng 12 năm 2013."

    found = find_dates(text)

    assert [
        ("ngày 01/7/2021", dt.date(2021, 7, 1)),
        ("30/9/2021", dt.date(2021, 9, 30)),
        ("25 tháng 12 năm 2013", dt.date(2013, 12, 25)),
    ] == [(text[one.start : one.end], one.date) for one in found]


def test_days_of_decomposed_text_keep_their_place():
    """Offsets are those of the text as given, however it is composed."""
    text = unicodedata.normalize("NFD", "Quyết định ký ngày 25 tháng 12 năm 2013 tại Cần Thơ")

    (found,) = find_dates(text)

    assert unicodedata.normalize("NFD", "ngày 25 tháng 12 năm 2013") == text[found.start : found.end]


def test_a_day_at_a_place():
    """Only the place itself counts."""
    text = "số 12, ngày 05/3/2020"

    assert date_at(text, 0) is None
    assert dt.date(2020, 3, 5) == date_at(text, 7).date


def test_cleaning_drops_what_no_format_carries_and_says_where():
    """Controls, bidirectional marks and zero-width characters go, with their original offsets; line ends become one."""
    cleaned = clean("a\x00b\r\nc\u200bd\u202e\re\ufffe")

    assert "ab\ncd\ne" == cleaned.text
    assert ((1, "\x00"), (6, "\u200b"), (8, "\u202e"), (11, "\ufffe")) == cleaned.dropped


def test_cleaning_keeps_ordinary_text():
    """Tabs, line feeds, no-break spaces, quotation marks and other scripts stay."""
    text = "Số:\t127/KH-UBND\n“Một cửa” – 05\u00a0%…\u20ab 漢字 😀"

    assert (text, ()) == (clean(text).text, clean(text).dropped)


@given(st.text(max_size=300))
def test_clean_text_is_clean(text):
    """Cleaning twice is cleaning once, composes, and keeps every other character."""
    once = clean(text)

    assert (once.text, ()) == (clean(once.text).text, clean(once.text).dropped)
    assert unicodedata.is_normalized("NFC", once.text)
    assert all(text[offset] == character for offset, character in once.dropped)


def test_lone_surrogates_go():
    """They cannot be written in any encoding."""
    assert ("ab", ((1, "\ud800"),)) == (clean("a\ud800b").text, clean("a\ud800b").dropped)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("Hoà Bình", "HÒA  BÌNH"),
        ("uỷ ban", "Ủy\u00a0ban"),
        ("khoẻ", "khỏe"),
        ("thuỵ", "thụy"),
        ("Ðà Nẵng", "Đà Nẵng"),
        ("ð", "đ"),
        (unicodedata.normalize("NFD", "Quyết định"), "quyết định"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Văn hoá, Thể thao", "văn hóa, thể thao"),
    ],
)
def test_spellings_of_one_name_fold_alike(one, other):
    """Composition, case, Đ, tone placement, dashes and spaces do not make a name."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lý", "Lí"), ("quý", "qúy"), ("hòan", "hoàn"), ("Da", "Đa"), ("Tân Lập", "Tấn Lập"), ("hoa", "hòa")],
)
def test_different_names_stay_different(one, other):
    """I and y, closed syllables, the u of q, tones and letters do make a name."""
    assert fold(one) != fold(other)


@given(MIXED)
def test_folding_twice_is_folding_once(text):
    """What is folded is its own form."""
    assert fold(text) == fold(fold(text))


def test_sorting_follows_the_alphabet_then_tones_then_case():
    """A space comes before letters, letters in their order, then tones, then small before capital."""
    names = [
        "An Bình", "Anh Sơn", "Ăn", "Ân", "Ba", "Ca", "Da", "Đa", "E", "Ê", "Hoa", "Hòa", "Hỏa", "Hõa", "Hóa", "Họa", "Lưu", "Ngọc", "Nho",
        "O", "Ô", "Ơ", "Phú 1", "Phú 2", "Phú An", "u", "U", "Ư", "X", "Y",
    ]  # fmt: skip

    assert names == sorted(random.Random(1).sample(names, len(names)), key=sort_key)


@given(MIXED)
def test_every_normalised_character_comes_from_its_place(text):
    """The span of any stretch, normalised by itself, is that stretch; spans are in order."""
    mapped = normalise(text)
    words = [match.span() for match in re.finditer(r"\S+", mapped.text)]

    spans = [mapped.span(*word) for word in words]

    assert spans == sorted(spans)
    assert [mapped.text[start:end] for start, end in words] == [
        normalise(text[start:end]).text for start, end in spans
    ]


@given(st.text(max_size=300))
def test_the_whole_maps_to_the_whole(text):
    """Offsets never leave the text."""
    mapped = normalise(text)
    start, end = mapped.span(0, len(mapped.text))

    assert 0 <= start <= end <= len(text)


def test_normalising_unifies_what_looks_alike():
    """Spaces, hyphens and Đ become one each; line ends stay; nothing invisible is left."""
    mapped = normalise("Nghị\u00a0định\u200b 30\u20112020\r\nÐoàn\u00ad")

    assert "Nghị định 30-2020\r\nĐoàn" == mapped.text
    assert (20, 24) == mapped.span(19, 23)


def test_runs_of_marks_cost_no_more_than_their_length():
    """A hostile run of combining marks is cut into bounded blocks, so that sorting it stays cheap."""
    text = "e" + "\u0301\u0323" * 100_000

    assert len(normalise(text).text) > 0
    assert len(clean(text).text) > 0
    assert len(fold(text)) > 0
    assert slug(text) == "e"
    assert sort_key(text)[0][0] == sort_key("e")[0][0]


@given(
    st.lists(st.sampled_from(["Quyết", "định", "ỦY", "hoà", "nghiêng", "Đặng"]), min_size=300, max_size=400)
)
def test_long_texts_fold_alike_too(words):
    """However long a text is, composed and decomposed letters make one form of it."""
    text = " ".join(words)

    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("UBND xã Vân Hồ", "ubnd-xa-van-ho"),
        ("Đà Nẵng", "da-nang"),
        ("\u00d0a\u0300 Na\u0306\u0303ng", "da-nang"),
        (" – Sở Nội vụ (CCHC) – ", "so-noi-vu-cchc"),
        ("…", ""),
    ],
)
def test_words_become_a_part_of_a_name(words, expected):
    """Small letters without marks, and one hyphen for whatever stands between."""
    assert expected == slug(words)


@given(st.text(max_size=200), st.integers(1, 64))
def test_a_slug_is_safe_and_its_own_slug(text, longest):
    """Letters a-z, digits and single hyphens between them, no longer than asked; made once more it stays."""
    made = slug(text, longest)

    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)
    assert len(made) <= longest
    assert made == slug(made, longest)


def test_the_nearest_word():
    """A slip is understood; what is like nothing is told as nothing, however long it is."""
    assert "can-tho" == nearest("can-tho2", ("can-tho", "son-la"))
    assert "" == nearest("xyz", ("can-tho", "son-la"))
    assert "" == nearest("x" * 1_000_000, ("can-tho",))
