"""The page of both versions: all of both, changes that need no colour to be seen, and pages that every checker passes."""

from __future__ import annotations

import html
import re
from pathlib import Path

import attrs
import pytest

import cchc
from cchc import Registry
from cchc.model import walk
from cchc.rollover import page
from tests.documents import tools

EXAMPLES = Path(__file__).parents[2] / "examples"
FOUR = ["can-tho-2014", "khe-sanh-2022", "nam-dinh-2022", "van-ho-2017"]
REGISTRY = Registry.discover()


def made(name: str, lang: str = "vi") -> str:
    """Return the page of an example."""
    plan = cchc.load_plan(EXAMPLES / f"{name}.yaml")
    return page(cchc.roll_forward(plan, 2027, registry=REGISTRY), plan, lang)  # type: ignore[arg-type]


def columns(text: str) -> tuple[str, str]:
    """Return the words of the old and of the new column."""
    rows = re.findall(r"<tr class=[^>]*>(.*?)</tr>", text, re.DOTALL)
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in rows]
    return tuple("\n".join(html.unescape(re.sub("<[^>]+>", "", row[n])) for row in cells) for n in (0, 1))  # type: ignore[return-value]


@pytest.mark.parametrize("name", FOUR)
def test_all_of_both_versions_is_there(name: str) -> None:
    """Every word of every item, on its own side."""
    plan = cchc.load_plan(EXAMPLES / f"{name}.yaml")
    draft = cchc.roll_forward(plan, 2027, registry=REGISTRY).plan
    for side, version in zip(columns(made(name)), (plan, draft), strict=True):
        words = [place.item.words or place.item.label for place in walk(version)]
        words += [
            version.subject,
            version.opening,
            version.closing,
            *(one.words for one in version.recipients),
        ]
        words += [channel.name for channel in cchc.channels(version)]

        assert [one for one in words if one not in side] == []


def test_a_change_is_marked_on_both_sides_with_its_reason_and_source() -> None:
    """As what goes and what comes, in elements that need no colour."""
    text = made("nam-dinh-2022")

    assert "<del>Báo Nam Định</del>" in text
    assert "<ins>Báo và phát thanh, truyền hình Ninh Bình</ins>" in text
    assert "(Nghị định 30/2020/NĐ-CP ngày 05/3/2020, Phụ lục II)" in text
    assert "text-decoration:line-through" in text
    assert "text-decoration:underline" in text


def test_every_question_is_reached_from_its_places() -> None:
    """Each decision has an id; each link leads to one, and each decision is linked to."""
    text = made("van-ho-2017")
    ids = set(re.findall(r'<li id="(q\d+)"', text))

    assert set(re.findall(r'href="#(q\d+)"', text)) == ids
    assert len(ids) == 19


def test_a_plan_cannot_write_markup() -> None:
    """Whatever it says is text."""
    plan = attrs.evolve(
        cchc.load_plan(EXAMPLES / "khe-sanh-2022.yaml"), closing="<script>alert(1)</script> năm 2022"
    )
    text = page(cchc.roll_forward(plan, 2027, registry=REGISTRY), plan, "en")

    assert "<script" not in text
    assert 'lang="en"' in text


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the pages of all examples as files."""
    folder = tmp_path_factory.mktemp("pages")
    for name in FOUR:
        (folder / f"{name}.html").write_text(made(name), encoding="utf-8")
    return sorted(folder.glob("*.html"))


@pytest.mark.slow
@pytest.mark.needs("java", "vnu")
def test_the_nu_checker_finds_nothing(pages: list[Path]) -> None:
    """The pages are HTML."""
    assert tools.nu_findings(pages) == []


@pytest.mark.slow
@pytest.mark.needs("node", "html-validate")
def test_html_validate_finds_nothing(pages: list[Path]) -> None:
    """And good HTML."""
    assert tools.html_validate_findings(pages) == []


@pytest.mark.slow
@pytest.mark.needs("node", "playwright", "axe", "chromium")
@pytest.mark.parametrize("name", FOUR)
def test_everybody_can_read_it_on_any_screen(pages: list[Path], name: str, tmp_path: Path) -> None:
    """Axe finds nothing, nothing is loaded from elsewhere, and no width scrolls sideways."""
    seen = tools.visit(next(one for one in pages if one.stem == name), tmp_path)

    assert (seen.axe, seen.console, seen.sideways) == ((), (), ())
