"""Citations in sentences, in the four real plans, and where there are none."""

from __future__ import annotations

import datetime as dt
import os
import re
import time
import unicodedata
from pathlib import Path

import pytest

from cchc.citations import find_citations
from cchc.citations._bodies import EXAMPLES as BODIES
from cchc.citations._bodies import body_at
from cchc.citations._numbers import EXAMPLES as NUMBERS
from cchc.citations._numbers import NUMBER, read_number

HERE = Path(__file__).parent
SEEDS = Path(os.environ.get("CCHC_SEEDS", HERE.parents[2] / "shared" / "seeds"))


def labelled(name: str) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Sentences with their labels, as the head of the files says."""
    sentences: list[tuple[str, list[tuple[str, ...]]]] = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            sentences[-1][1].append(tuple(part.strip() for part in line[2:].split(" | ")))
        elif line and not line.startswith("#"):
            sentences.append((line.replace("\\n", "\n"), []))
    return sentences


def read(text: str, issuer: str | None = None) -> list[tuple[str, ...]]:
    """What is found, in the form of the labels."""
    return [
        (one.basis.kind, one.basis.number or "-", str(one.basis.date or "-"), one.basis.issuer or "-")
        for one in find_citations(text, issuer=issuer)
    ]


@pytest.mark.parametrize(("spelled", "normal"), NUMBERS.items())
def test_every_example_of_a_number_reads_as_it_says(spelled, normal):
    """The table of spellings in the code is right."""
    match = re.fullmatch(NUMBER, spelled)

    assert normal == read_number(match).text


@pytest.mark.parametrize(("text", "body"), BODIES.items())
def test_every_example_of_a_body_reads_as_it_says(text, body):
    """The table of names in the code is right."""
    assert (body, len(body)) == body_at(text, 0)


@pytest.mark.parametrize(("text", "expected"), labelled("sentences.txt"))
def test_sentences(text, expected):
    """Type, number, day and body of every citation, and no other."""
    assert expected == read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [one for path in sorted(HERE.glob("fresh_*.txt")) for one in labelled(path.name)],
)
def test_sentences_that_once_were_unseen(text, expected):
    """Sets that were written and labelled before the code had seen them; their first run stands in the reference."""
    issuer = re.match(r"@([^@]+)@\s*", text)

    assert expected == read(text[issuer.end() :] if issuer else text, issuer[1] if issuer else None)


@pytest.mark.parametrize(("text", "expected"), labelled("held_out.txt"))
def test_further_sentences(text, expected):
    """The same, on sentences that were written after the code."""
    assert expected == read(text)


@pytest.mark.parametrize(
    "frame",
    [
        "Căn cứ Quyết định số 12/QĐ-ABC ngày 05/3/2024 của {} về việc triển khai nhiệm vụ năm 2024;",
        "Hướng dẫn số 12/HD-ABC ngày 05/3/2024 của {} hướng dẫn thực hiện công tác tuyên truyền.",
        "Chỉ thị số 12/CT-ABC ngày 05/3/2024 của {} tổ chức thực hiện phong trào",
        "Quyết định số 12/QĐ-ABC ngày 05/3/2024 của {} kiểm tra công tác cải cách hành chính",
        "Quyết định số 12/QĐ-ABC ngày 05/3/2024 của {} và các văn bản liên quan",
        "Thực hiện Công văn số 12/ABC-VP ngày 05/3/2024 của {}, các đơn vị báo cáo.",
        "- Công văn số 12/ABC-TH ngày 05/3/2024 của {};\n- Kế hoạch năm.",
        "(theo Thông báo số 12/TB-ABC ngày 05/3/2024 của {})",
        "Kế hoạch số 12/KH-ABC của {} ngày 05/3/2024",
        "{} ban hành Kế hoạch số 12/KH-ABC ngày 05/3/2024 về cải cách hành chính.",
        "Ngày 05/3/2024, {} đã có Báo cáo số 12/BC-ABC gửi cấp trên.",
        "Đồng thời, {} cũng ban hành Công văn số 12/ABC-TH ngày 05/3/2024 để đôn đốc",
        "Theo đề nghị của {} tại Tờ trình số 12/TTr-ABC ngày 05/3/2024;",
        "Tiếp thu ý kiến của {} (Công văn số 12/ABC-TH ngày 05/3/2024), đơn vị hoàn thiện",
    ],
)
def test_a_body_is_read_wherever_it_stands(frame):
    """Behind its document, before it and in between, the whole name and no word more."""
    names = [name for name, _ in labelled("bodies.txt")]

    found = [[one.basis.issuer for one in find_citations(frame.format(name))] for name in names]

    assert [[name] for name in names] == found


@pytest.mark.parametrize("form", ["NFD", "no-break", "Icelandic", "zero-width"])
def test_the_encoding_of_the_text_makes_no_difference(form):
    """Each sentence reads alike however its characters are encoded, and the words are those of the given text."""
    spell = {
        "NFD": lambda text: unicodedata.normalize("NFD", text),
        "no-break": lambda text: text.replace(" ", "\u00a0"),
        "Icelandic": lambda text: text.replace("Đ", "\u00d0"),
        "zero-width": lambda text: text.replace("/", "/\u200b").replace("số", "\ufeffsố"),
    }[form]
    for text, expected in labelled("sentences.txt"):
        spelled = spell(text)

        found = find_citations(spelled)

        assert expected == read(spelled)
        assert all(spelled[one.start : one.end] == one.basis.words for one in found)


@pytest.mark.parametrize("line", [line for line, _ in labelled("lookalikes.txt")])
def test_look_alikes_are_none(line):
    """Telephones, money, shares, forms, addresses, files, sessions, days: no citation."""
    assert () == find_citations(line)


def test_there_are_two_hundred_look_alikes():
    """The list is as long as it is meant to be."""
    assert len(labelled("lookalikes.txt")) >= 200


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("theo điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP", "điểm a khoản 2 Điều 5"),
        (
            "Căn cứ khoản 1, khoản 3 Điều 7 và Điều 9 của Nghị định số 30/2020/NĐ-CP",
            "khoản 1, khoản 3 Điều 7 và Điều 9",
        ),
        ("các điểm a, b và c khoản 1 Điều 2 Luật số 72/2025/QH15", "các điểm a, b và c khoản 1 Điều 2"),
        (
            "điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 1 Chương III của Nghị quyết số 351/2017/UBTVQH14",
            "điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 1 Chương III",
        ),
        ("Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP", "Phụ lục I"),
        ("Điều 24 Luật Khiếu nại ngày 11 tháng 11 năm 2011", "Điều 24"),
        ("Nghị định số 30/2020/NĐ-CP", ""),
        ("Điều 2. Bãi bỏ Nghị định số 30/2020/NĐ-CP", ""),
    ],
)
def test_the_cited_part(text, article):
    """Articles, clauses and points before the document belong to the citation, outside its span."""
    (found,) = find_citations(text)

    assert article == found.article
    assert found.basis.words.startswith(found.basis.kind)


def test_a_citation_inside_a_title_is_nested():
    """It points to the citation in whose title it stands, and lies within its span."""
    text = (
        "Kế hoạch số 188/KH-UBND ngày 22/12/2015 của UBND huyện về Triển khai thực hiện Chỉ thị số 04-CT/HU ngày 21.12.2015 của "
        "Ban Thường vụ huyện ủy về tăng cường sự lãnh đạo; Quyết định số 315/QĐ-UBND ngày 31/12/2015 của UBND huyện."
    )

    outer, inner, last = find_citations(text)

    assert (None, 0, None) == (outer.within, inner.within, last.within)
    assert (False, True, False) == (outer.nested, inner.nested, last.nested)
    assert outer.start < inner.start < inner.end <= outer.end
    assert "về tăng cường sự lãnh đạo" == inner.basis.title


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        (
            "Kế hoạch số 1/KH-UBND ngày 01/02/2020 của UBND tỉnh thực hiện Nghị quyết số 2-NQ/TW ngày 02/02/2020 của Bộ Chính trị và Nghị quyết số 3/NQ-CP ngày 03/02/2020 của Chính phủ",
            [None, 0, 0],
        ),
        (
            "Quyết định số 1/QĐ-BNV ngày 01/02/2020 của Bộ Nội vụ phê duyệt Đề án A và Quyết định số 2/QĐ-BNV ngày 02/02/2020 của Bộ Nội vụ phê duyệt Đề án B",
            [None, None],
        ),
        (
            "Quyết định số 1/QĐ-TTg ngày 01/02/2020 của Thủ tướng Chính phủ phê duyệt Đề án A, Kế hoạch số 2/KH-UBND ngày 02/02/2020 của UBND tỉnh về B",
            [None, None],
        ),
        (
            "Nghị quyết số 4-NQ/TU ngày 18/6/2021 của Tỉnh ủy và Kế hoạch số 79/KH-UBND ngày 16/7/2021 của UBND tỉnh về đẩy mạnh cải cách",
            [None, None],
        ),
    ],
)
def test_neighbours_and_nested_ones(text, nested):
    """What a comma or "và" joins to a nested citation is nested too; after a title it is a citation of its own."""
    assert nested == [one.within for one in find_citations(text)]


def test_titles():
    """A title begins with its own first word and ends where the clause or the sentence ends."""
    text = (
        "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn "
        "2021 - 2030; Kế hoạch số 111/KH-UBND ngày 29/09/2021 của UBND tỉnh về Cải cách hành chính giai đoạn 2021 - 2025, Ủy ban nhân dân tỉnh ban hành"
    )

    first, second = find_citations(text)

    assert (
        "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030"
        == first.basis.title
    )
    assert "về Cải cách hành chính giai đoạn 2021 - 2025" == second.basis.title
    assert second.basis.words.endswith("2021 - 2025")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            'Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị về "đổi mới, hoàn thiện pháp luật", các cơ quan triển khai',
            'về "đổi mới, hoàn thiện pháp luật"',
        ),
        (
            "Kế hoạch số 5/KH-UBND ngày 01/01/2026 của UBND tỉnh ban hành Chương trình “Cải cách hành chính; chuyển đổi số” năm 2026; v.v.",
            "ban hành Chương trình “Cải cách hành chính; chuyển đổi số” năm 2026",
        ),
        ("Kế hoạch số 5/KH-UBND ngày 01/01/2026 của UBND tỉnh “về việc công bố”; v.v.", "về việc công bố"),
        (
            "Nghị quyết số 190/NQ-HĐND ngày 09/12/2023 của HĐND tỉnh khóa XVII, kỳ họp thứ 20 về nhiệm vụ năm 2024;",
            "về nhiệm vụ năm 2024",
        ),
        ("Quy định số 41-QĐ/TW ngày 03/11/2021, Quy định số 114-QĐ/TW của Bộ Chính trị", ""),
    ],
)
def test_where_a_title_ends(text, title):
    """A quotation belongs to it, the session of a council stands before it, the next document is none."""
    assert title == find_citations(text)[0].basis.title


def test_amendments():
    """Who amends whom, however the text says it."""
    by = find_citations(
        "Nghị định số 63/2010/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 48/2013/NĐ-CP và Nghị định số 92/2017/NĐ-CP"
    )
    of = find_citations(
        "Nghị định số 107/2020/NĐ-CP ngày 14/9/2020 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 24/2014/NĐ-CP"
    )

    assert [(), (0,), (0,)] == [one.amends for one in by]
    assert [(1,), ()] == [one.amends for one in of]


def test_short_forms_stand_for_what_was_cited():
    """A later short form takes number, day and body from the nearest citation that it can mean."""
    text = (
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ và Quyết định số 1489/QĐ-UBND ngày 28/12/2016 của UBND huyện. "
        "Theo Nghị định 30, Quyết định số 1489, Nghị định số 30/2020/NĐ-CP và Quyết định nêu trên, các xã báo cáo."
    )

    found = find_citations(text)

    assert [None, None, 0, 1, 0, 1] == [one.antecedent for one in found]
    assert {("30/2020/NĐ-CP", dt.date(2020, 3, 5)), ("1489/QĐ-UBND", dt.date(2016, 12, 28))} == {
        (one.basis.number, one.basis.date) for one in found
    }


@pytest.mark.parametrize(
    ("said", "issuer", "expected"),
    [
        ("Kế hoạch số 1/KH-UBND ngày 01/02/2020 của UBND huyện", "UBND huyện Vân Hồ", "UBND huyện Vân Hồ"),
        ("Kế hoạch số 1/KH-UBND ngày 01/02/2020 của UBND huyện", None, "UBND huyện"),
        ("Kế hoạch số 1/KH-UBND của UBND tỉnh", "UBND huyện Vân Hồ", "UBND tỉnh"),
        ("Kế hoạch số 1/KH-UBND của UBND tỉnh", "UBND huyện Vân Hồ, tỉnh Sơn La", "UBND tỉnh Sơn La"),
        ("Kế hoạch số 1/KH-UBND của tỉnh", "Ủy ban nhân dân tỉnh Nam Định", "UBND tỉnh Nam Định"),
        ("Nghị quyết số 4-NQ/TU của Tỉnh ủy", "UBND tỉnh Nam Định", "Tỉnh ủy Nam Định"),
        ("Nghị quyết số 4-NQ/TU của tỉnh", "UBND tỉnh Nam Định", "Tỉnh ủy Nam Định"),
        (
            "Quyết định số 883/QĐ-UBND của Chủ tịch UBND",
            "UBND thành phố Cần Thơ",
            "Chủ tịch UBND thành phố Cần Thơ",
        ),
        ("Quyết định số 883/QĐ-UBND của UBND thành phố", "UBND thành phố Cần Thơ", "UBND thành phố Cần Thơ"),
        (
            "Chỉ thị số 4-CT/HU của Ban Thường vụ huyện ủy",
            "UBND huyện Vân Hồ",
            "Ban Thường vụ huyện ủy Vân Hồ",
        ),
        ("Kế hoạch số 1/KH-UBND của UBND huyện Hướng Hóa", "UBND thị trấn Khe Sanh", "UBND huyện Hướng Hóa"),
        ("Nghị quyết số 76/NQ-CP", "UBND thị trấn Khe Sanh", "Chính phủ"),
    ],
)
def test_relative_bodies_are_completed(said, issuer, expected):
    """Relative names, "của UBND huyện" and its like, take the place of the body whose text it is; what it does not name stays open."""
    (found,) = find_citations(said, issuer=issuer)

    assert expected == found.basis.issuer


# Counted by hand in the four plans: type, number, day, body as said, place among the citations of its outer one.
PLANS = {
    "000_0fd9eb74972913ab.txt": [
        ("Quyết định", "1489/QĐ-UBND", "2016-12-28", "UBND huyện", None),
        ("Nghị quyết", "30c/NQ-CP", "2011-11-08", "Chính phủ", None),
        ("Chỉ thị", "04-CT/HU", "2015-12-21", "Ban Thường vụ huyện ủy", None),
        ("Kế hoạch", "188/KH-UBND", "2015-12-22", "UBND huyện", None),
        ("Chỉ thị", "04-CT/HU", "2015-12-21", "Ban Thường vụ huyện ủy", 3),
        ("Quyết định", "315/QĐ-UBND", "2015-12-31", "UBND huyện", None),
        ("Quyết định", "1489/QĐ-UBND", "2016-12-28", "UBND huyện", None),
    ],
    "001_02e8a8d05a22fb22.txt": [
        ("Nghị quyết", "76/NQ-CP", "2021-07-15", "Chính phủ", None),
        ("Chỉ thị", "23/CT-TTg", "2021-09-02", "Thủ tướng Chính phủ", None),
        ("Quyết định", "2084/QĐ-UBND", "2021-09-28", "UBND tỉnh Nam Định", None),
        ("Kế hoạch", "111/KH-UBND", "2021-09-29", "UBND tỉnh", None),
        ("Nghị quyết", "76/NQ-CP", "2021-07-15", "Chính phủ", None),
        ("Chỉ thị", "23/CT-TTg", "2021-09-02", "Thủ tướng Chính phủ", None),
        ("Nghị quyết", "04-NQ/TU", "2021-06-18", "Ban Chấp hành Đảng bộ tỉnh", None),
        ("Kế hoạch", "79/KH-UBND", "2021-07-16", "UBND tỉnh", None),
        ("Quyết định", "2084/QĐ-UBND", "2021-09-28", "UBND tỉnh Nam Định", None),
        ("Kế hoạch", "111/KH-UBND", "2021-09-29", "UBND tỉnh", None),
        ("Chỉ thị", "34/CT-UBND", "2021-10-07", "UBND tỉnh", None),
        ("Nghị quyết", "18", "-", "Hội nghị Trung ương 6 khóa XII", None),
        ("Nghị quyết", "19", "-", "Hội nghị Trung ương 6 khóa XII", None),
        ("Nghị định", "107/2020/NĐ-CP", "2020-09-14", "Chính phủ", None),
        ("Nghị định", "24/2014/NĐ-CP", "2014-04-04", "Chính phủ", 13),
    ],
    "003_531611c2ec0be3df.txt": [
        ("Kế hoạch", "17/KH-UBND", "2022-02-14", "UBND thị trấn Khe Sanh", None),
        ("Kế hoạch", "204/KH-UBND", "2021-12-24", "UBND tỉnh", None),
        ("Chương trình hành động", "34/CTr-UBND", "2021-12-15", "UBND tỉnh", None),
        ("Nghị quyết", "01-NQ/TU", "2021-11-04", "Tỉnh ủy", 2),
        ("Quyết định", "187/QĐ-UBND", "2022-01-21", "UBND huyện Hướng Hóa", None),
    ],
    "004_eeb5927ebb019ebd.txt": [
        ("Kế hoạch", "126/KH-UBND", "2013-12-25", "Ủy ban nhân dân thành phố", None),
        ("Chỉ thị", "02/2009/CT-UBND", "2009-02-05", "UBND thành phố", None),
        ("Quyết định", "883/QĐ-UBND", "2013-04-03", "Chủ tịch UBND", None),
        ("Chỉ thị", "02/2009/CT-UBND", "2009-02-05", "UBND thành phố", None),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", PLANS)
def test_the_citations_of_four_real_plans(name):
    """Every citation of each plan, as it was counted by hand."""
    if not (SEEDS / name).exists():
        pytest.skip(f"the real plans are not here ({SEEDS}); set CCHC_SEEDS")
    text = (SEEDS / name).read_text(encoding="utf-8")

    found = find_citations(text)

    assert [plan[:4] for plan in PLANS[name]] == read(text)
    assert [plan[4] for plan in PLANS[name]] == [one.within for one in found]
    assert all(text[one.start : one.end] == one.basis.words for one in found)


@pytest.mark.parametrize(
    "piece",
    [
        "12/",
        "số 12 ",
        "12, ",
        "số 12/QĐ-UBND, ",
        "Quyết định số 12/QĐ-UBND ",
        "Quyết định số 12/QĐ-UBND ngày 01/02/2020 của UBND tỉnh về việc thực hiện ",
        "Nghị quyết số 1/NQ-CP về việc (",
        "Nghị định số 12/2020/NĐ-CP của Ban Quản lý dự án đầu tư và thực hiện ",
        "Căn cứ Luật Viên chức ",
        "điểm a, b khoản 1, 2 Điều 5 ",
        "Quyết định nêu trên ",
        "a\u0323\u0302",
        "e\u0301\u0323",
    ],
)
def test_time_grows_with_the_length_of_the_text(piece):
    """Four times the text takes some four times the time, on text made to hurt; the benchmark measures it closely."""
    quarter = "Quyết định số 1/QĐ-UBND " + piece * (6_000 // len(piece))

    def seconds(text: str) -> float:
        start = time.process_time()
        find_citations(text)
        return time.process_time() - start

    runs = [(seconds(quarter), seconds(quarter * 4)) for _ in range(3)]

    assert min(whole for _, whole in runs) < 8 * min(part for part, _ in runs) + 0.05


@pytest.mark.parametrize(
    "place", ["quận Hai Bà Trưng", "huyện Năm Căn", "quận Ba Đình", "huyện Tư Nghĩa", "thị xã Ba Đồn"]
)
def test_numerals_in_names_of_places_in_capitals_are_names(place: str) -> None:
    """A place that is called by a numeral keeps its capitals where the text shouts."""
    (found,) = find_citations(f"QUYẾT ĐỊNH SỐ 12/QĐ-UBND CỦA ỦY BAN NHÂN DÂN {place.upper()}")

    assert found.basis.issuer == f"Ủy ban nhân dân {place}"
