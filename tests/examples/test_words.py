"""The words of the examples are their own; the documents that they cite are those of the seeds."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from cchc import Plan, assignments, channels, load_plan
from cchc.model import walk

EXAMPLES = Path(__file__).parents[2] / "examples"
SEEDS = {"van-ho-2017": "000_", "nam-dinh-2022": "001_", "khe-sanh-2022": "003_", "can-tho-2014": "004_"}

# "Nghị quyết số 76/NQ-CP ngày … của … ban hành …": title and issuer of a document are carried over as they are.
CITED = re.compile(
    r"(?:Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Nghị định|Chương trình hành động)\s+(?:số:? ?)?\d[^;.]*"
)
# Long names of programmes and bodies, which no one may reword.
NAMES = (
    "Chương trình tổng thể CCHC nhà nước giai đoạn 2021 - 2030 của Chính phủ",
    "Chương trình tổng thể cải cách hành chính Nhà nước giai đoạn 2011 - 2020 của Chính phủ",
    "Kế hoạch CCHC giai đoạn 2021 - 2025, hướng đến 2030 của tỉnh",
    "Chương trình Gặp gỡ và đối thoại trực tiếp trên Đài Phát thanh và Truyền hình thành phố",
    "Hội thi tìm hiểu chương trình CCHC thành phố Cần Thơ giai đoạn 2011 - 2020",
    "xây dựng và phát triển Chính phủ điện tử, Chính phủ số",
    "trang Thông tin điện tử của các sở, ngành, UBND các huyện, thành phố, UBND xã, phường, thị trấn",
    "Các sở, ban, ngành, đoàn thể, Ủy ban nhân dân các huyện, thành phố",
    "Các cơ quan, đơn vị, phòng, ban chuyên môn, UBND các xã",
)
NUMBER = re.compile(r"\d+[a-z]?(?:/\d{4})?[-/](?:NQ|QĐ|CT|KH|NĐ|Ctr)(?:-|/)[A-Z]\w*")


def words(text: str) -> list[str]:
    """Return the words of *text*, small and composed."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def seed_text(folder: Path, name: str) -> str:
    """Return the text of the seed that the example *name* tells."""
    path = next(folder.glob(f"{SEEDS[name]}*.txt"))
    return unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))


def texts(plan: Plan) -> list[str]:
    """Return the sentences' texts of *plan*, without names of bodies and titles of documents."""
    found = [plan.opening, plan.closing]
    found += [text for place in walk(plan) for text in (place.item.label, place.item.words)]
    for channel in channels(plan):
        found += [channel.name, channel.audience, channel.content, channel.method, channel.budget]
    return found + [text for duty in assignments(plan) for text in (duty.task, duty.product)]


def sentences(text: str) -> list[str]:
    """Return the sentences and clauses of *text* without the citations in them."""
    for name in NAMES:
        text = text.replace(name, "…")
    return re.split(r"[.;:](?:\s|$)", CITED.sub("…", text))


@pytest.mark.parametrize("name", SEEDS)
def test_no_sentence_of_twelve_words_is_copied(name: str, seeds: Path) -> None:
    """Facts carry over, sentences are written anew; titles of cited documents stay as they are."""
    source = " ".join(["", *words(seed_text(seeds, name)), ""])
    copied = {
        sentence
        for text in texts(load_plan(EXAMPLES / f"{name}.yaml"))
        for sentence in sentences(text)
        if len(words(sentence)) >= 12 and " ".join(["", *words(sentence), ""]) in source
    }

    assert copied == set()


@pytest.mark.parametrize("name", SEEDS)
def test_every_document_that_the_source_cites_is_cited(name: str, seeds: Path) -> None:
    """Bases stand in the opening, among the requirements and inside contents; none is lost."""
    expected = set(NUMBER.findall(re.sub(r"\s*([/-])\s*", r"\1", seed_text(seeds, name))))
    plan = load_plan(EXAMPLES / f"{name}.yaml")
    own = {f"{plan.number}/{plan.symbol}"} if plan.number else set()
    said = " ".join([*texts(plan), *(basis.number or "" for basis in plan.bases)])

    assert expected - set(NUMBER.findall(said)) - own == set()
    assert expected, "the pattern finds the numbers of a seed"
