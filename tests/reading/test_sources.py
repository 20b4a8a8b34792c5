"""One plan, three kinds of file, one understanding: what is read hangs on the words and not on the format."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc
from cchc.plugins import Body, Plan, Reader, Reading, Registry, hookimpl
from cchc.reading import Line, Source

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_plan_is_read_alike_from_every_format(path: Path) -> None:
    """Word file, web page and text of one document, in the template of its province, give one plan."""
    plan = cchc.load_plan(path)
    read = {
        name: cchc.read_plan(cchc.render(plan, name), format=name).plan for name in ("docx", "html", "txt")
    }

    assert read["txt"].parts
    assert read["docx"] == read["txt"]
    assert read["html"] == read["txt"]


def test_a_reader_of_a_plugin_gives_lines_and_understands_nothing() -> None:
    """A new kind of file needs a source; what its words mean is understood as for every other."""
    words = ("KẾ HOẠCH", "Tuyên truyền cải cách hành chính năm 2027", "I. MỤC ĐÍCH", "- Nâng cao nhận thức.")

    def read(data: bytes, name: str) -> Source:
        text = data.decode("utf-8")
        starts = [text.index(word) for word in words]
        lines = tuple(
            Line(text=word, start=start, end=start + len(word)) for word, start in zip(words, starts)
        )
        return Source(name=name, text=text, lines=lines)

    class Odt:
        @hookimpl
        def cchc_readers(self) -> tuple[Reader, ...]:
            return (
                Reader(key="odt", name="Văn bản .odt", suffixes=(".odt",), read=read, recognises=_is_odt),
            )

    registry = Registry.of(Odt())
    data = "\n".join(("odt", *words)).encode()

    assert cchc.read_plan(data, registry=registry) == cchc.read_plan(data, format="odt", registry=registry)
    assert cchc.read_plan(data, registry=registry).plan.year == 2027


def _is_odt(data: bytes) -> bool:
    return data.startswith(b"odt")


def test_a_reader_of_a_plugin_may_give_the_plan_itself() -> None:
    """A file that says field by field what a plan is needs no understanding."""
    plan = Plan(id="a", year=2027, level="commune", issuer=Body(words="UBND xã Vân Hồ"), subject="Thử")

    def read(data: bytes, name: str) -> Reading:
        return Reading(plan=plan)

    class Fields:
        @hookimpl
        def cchc_readers(self) -> tuple[Reader, ...]:
            return (Reader(key="own", name="", suffixes=(".own",), read=read),)

    assert plan == cchc.read_plan(b"", format="own", registry=Registry.of(Fields())).plan
