"""Forms that were broken on the way, on purpose or by chance: bounded, said, and never an end of the process."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc
from cchc.reporting import Collection, Forms, Return
from cchc.reporting._findings import CODES
from tests.reporting.sample import KNOWLEDGE, NOI_VU, PLAN, REGISTRY, VAN_HO, filled

EMPTY = Forms(PLAN, "2027-Q1", KNOWLEDGE).make(VAN_HO)
FORM = filled(EMPTY, {"sl_hoi_nghi": 3, "yk_kho_khan": "Thiếu người"})
GOOD = Return(Forms(PLAN, "2027-Q1", KNOWLEDGE).make(NOI_VU), name="good.xlsx")
FIGURES = "xl/worksheets/sheet3.xml"
NS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def package_of(parts: dict[str, bytes]) -> bytes:
    """Return a package of parts in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


PARTS, RAW = parts_of(FORM), parts_of(EMPTY)


def collected(data: bytes) -> Collection:
    """Return what comes of a file beside a good one."""
    return cchc.collect_forms(
        PLAN, "2027-Q1", (VAN_HO, NOI_VU), (Return(data, name="bad.xlsx"), GOOD), registry=REGISTRY
    )


def codes(found: Collection) -> list[str]:
    """Return what is said of the bad file."""
    return [one.code for one in found.diagnostics if one.location.file == "bad.xlsx"]


def _rows(xml: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts[FIGURES] = parts[FIGURES].replace(b"</sheetData>", xml + b"</sheetData>")

    return change


def _strings(parts: dict[str, bytes]) -> None:
    parts.update(RAW)
    strings = parts["xl/sharedStrings.xml"]
    number = strings.count(b"<si>")
    parts["xl/sharedStrings.xml"] = strings.replace(
        b"</sst>", b"<si><t>" + b"A" * 1_000_000 + b"</t></si></sst>"
    )
    _rows(
        b"".join(
            b'<row r="%d"><c r="A%d" t="s"><v>%d</v></c></row>' % (n, n, number) for n in range(100, 900)
        )
    )(parts)


def _sheets(parts: dict[str, bytes]) -> None:
    for number in range(200):
        parts[f"xl/worksheets/x{number}.xml"] = (
            NS + b'<sheetData><row r="999"><c r="ZZ999"><v>1</v></c></row></sheetData></worksheet>'
        )


def _merged(parts: dict[str, bytes]) -> None:
    areas = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (n, n) for n in range(1000, 9000))
    parts[FIGURES] = parts[FIGURES].replace(b"</mergeCells>", areas + b"</mergeCells>")


def _names(parts: dict[str, bytes]) -> None:
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"<definedNames>", b"<definedNames>" + b'<definedName name="a" name="a" ' * 100_000
    )


@pytest.mark.parametrize(
    "change",
    [
        _rows(b"<row><c><v>1</v></c></row>" * 1_000_000),
        _rows(b'<row r="998">' + b"<c><v>1</v></c>" * 200_000 + b"</row>"),
        _rows(b'<row r="5"><c r="A5"\nr="XFD1048576"><v>1</v></c></row>'),
        _rows(b'<row r="5"><c r="A5" r="XFD1048576"><v>1</v></c></row>'),
        _rows(b'<row r="5"><c r ="XFD1048576"><v> r="A1"</v></c></row>'),
        _rows(b'<row r="5"><x:c r="XFD1048576"><v>1</v></x:c></row>'),
        _rows(b'<row r="0"><c><v>1</v></c></row>'),
        _rows(b'<row r="5"><c r="xfd1048576"><v>1</v></c></row>'),
        _rows(b'<row r="999999999999"><c><v>1</v></c></row>'),
        _strings,
        _sheets,
        _merged,
    ],
)
def test_what_would_take_all_memory_is_refused(change: Callable[[dict[str, bytes]], None]) -> None:
    """Each of these ends a process that gives it to the reader, or fills its memory."""
    parts = dict(PARTS)
    change(parts)
    start = time.process_time()
    found = collected(package_of(parts))

    assert [one for one in codes(found) if one in {"CN101", "CN103"}] != []
    assert NOI_VU in [one.unit for one in found.reports]
    assert time.process_time() - start < 5


def test_a_tag_without_an_end_is_looked_at_once() -> None:
    """A hundred thousand of them take no longer than their length."""
    parts = dict(PARTS)
    _names(parts)
    start = time.process_time()
    collected(package_of(parts))

    assert time.process_time() - start < 5


def test_a_page_of_notes_is_said_in_a_few_lines() -> None:
    """Twenty cells, then how many more."""
    cells = b"".join(
        b'<row r="%d"><c r="G%d" t="inlineStr"><is><t>n%d</t></is></c></row>' % (n, n, n)
        for n in range(50, 900)
    )
    parts = dict(PARTS)
    _rows(cells)(parts)
    found = collected(package_of(parts))

    assert (codes(found).count("CN134"), codes(found).count("CN135")) == (20, 1)
    assert "830" in next(one.vi for one in found.diagnostics if one.code == "CN135")


def test_a_figure_that_changed_on_the_way_does_not_count() -> None:
    """The check sum of the part says so."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as package:
        for name, part in PARTS.items():
            package.writestr(name, part)
    data = stored.getvalue()
    spoilt = data.replace(b"<v>3</v>", b"<v>8</v>", 1)

    assert spoilt != data
    assert codes(collected(spoilt)) == ["CN101"]


class TestNoDamageIsATraceback:
    """Whatever happens to a form, it is read or refused, and the other form counts."""

    @given(seed=st.integers(0, 2**32))
    @settings(max_examples=60)
    def test_bytes_are_changed(self, seed: int) -> None:
        """In the package itself."""
        chance, data = random.Random(seed), bytearray(FORM)
        for _ in range(chance.choice((1, 4, 40))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        found = collected(bytes(data))

        assert set(codes(found)) <= CODES.keys() - {"CN107"}
        assert NOI_VU in [one.unit for one in found.reports]

    @given(seed=st.integers(0, 2**32))
    @settings(max_examples=60)
    def test_bytes_of_a_part_are_changed(self, seed: int) -> None:
        """So that the package is whole, and a part says something else."""
        chance, parts = random.Random(seed), dict(PARTS)
        name = chance.choice([name for name in parts if name.startswith("xl/")])
        part = bytearray(parts[name])
        for _ in range(chance.choice((1, 4, 40))):
            part[chance.randrange(len(part))] = chance.choice(b'<>/="&;A1 \x00\xff')
        parts[name] = bytes(part)
        found = collected(package_of(parts))

        assert set(codes(found)) <= CODES.keys() - {"CN107"}
        assert NOI_VU in [one.unit for one in found.reports]

    @given(seed=st.integers(0, 2**32))
    @settings(max_examples=30)
    def test_parts_are_lost_cut_or_exchanged(self, seed: int) -> None:
        """One, several, or all of them."""
        chance, parts = random.Random(seed), dict(PARTS)
        for name in chance.sample(sorted(parts), chance.randint(1, 4)):
            match chance.randrange(3):
                case 0:
                    del parts[name]
                case 1:
                    parts[name] = parts[name][: chance.randrange(len(parts[name]))]
                case 2:
                    parts[name] = PARTS[chance.choice(sorted(PARTS))]
        found = collected(package_of(parts))

        assert set(codes(found)) <= CODES.keys() - {"CN107"}
        assert NOI_VU in [one.unit for one in found.reports]

    @given(order=st.permutations(sorted(PARTS)))
    @settings(max_examples=10)
    def test_parts_are_in_another_order(self, order: list[str]) -> None:
        """Which is no damage at all."""
        found = collected(package_of({name: PARTS[name] for name in order}))

        assert [figure.value for one in found.reports for figure in one.figures] == [3]

    @given(length=st.integers(0, len(FORM) - 1))
    @settings(max_examples=30)
    def test_the_file_is_cut_off(self, length: int) -> None:
        """As a broken download is."""
        assert set(codes(collected(FORM[:length]))) == {"CN101"}


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("sl_hoi_nghi", b'<c r="D6"><f>1+1</f></c>'),
        ("sl_hoi_nghi", b'<c r="D6"><f>1+1</f><v/></c>'),
        ("sl_hoi_nghi", b'<c r="D6" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
        ("sl_hoi_nghi", b'<c r="D6" s="3" t="e"><v>#REF!</v></c>'),
    ],
)
def test_a_formula_that_says_nothing_is_said(cell: str, written: bytes) -> None:
    """Nothing is calculated for anybody, and a figure that somebody entered must not pass for a blank."""
    import re

    parts = dict(PARTS)
    parts[FIGURES], count = re.subn(rb'<c r="D6"[^>]*>.*?</c>', written, parts[FIGURES], count=1)
    found = collected(package_of(parts))

    assert count == 1
    assert [(one.code, one.location.path) for one in found.diagnostics if one.code == "CN145"] == [
        ("CN145", "Số liệu!D6")
    ]
    assert VAN_HO in [one.unit for one in found.reports]


def test_a_formula_with_its_value_is_a_figure() -> None:
    """As an office program saves it."""
    import re

    parts = dict(PARTS)
    parts[FIGURES] = re.sub(rb'<c r="D6"[^>]*>.*?</c>', b'<c r="D6"><f>20+1</f><v>21</v></c>', parts[FIGURES])
    found = collected(package_of(parts))

    assert [figure.value for one in found.reports for figure in one.figures] == [21]
    assert "CN145" not in codes(found)


def test_a_sheet_that_was_copied_is_said_and_the_form_itself_counts() -> None:
    """A copy has names of its own, which must not stand in for those of the form."""
    data = filled(FORM, {}, then=_copy)
    found = collected(data)

    assert [figure.value for one in found.reports for figure in one.figures] == [3]
    assert [(one.code, one.location.path) for one in found.diagnostics if one.code == "CN136"] == [
        ("CN136", "Số liệu (2)")
    ]
    assert "CN132" not in codes(found)


def _copy(book: openpyxl.Workbook) -> None:
    copy = book.copy_worksheet(book["Số liệu"])
    copy.title = "Số liệu (2)"
    copy["D6"] = 99
    for name in list(book.defined_names):
        if name.startswith("sl_"):
            cell = book.defined_names[name].attr_text.partition("!")[2]
            copy.defined_names[name] = openpyxl.workbook.defined_name.DefinedName(
                name, attr_text=f"'Số liệu (2)'!{cell}"
            )


def test_a_copy_without_names_is_read_by_its_labels_and_said_once_a_sheet() -> None:
    """Not once a cell."""

    def drop(book: openpyxl.Workbook) -> None:
        book.defined_names.clear()

    found = collected(filled(FORM, {"sl_tin_bao": 5}, then=drop))

    assert sorted(f.value for one in found.reports for f in one.figures) == [3, 5]
    assert codes(found).count("CN137") <= 4
    assert {"CN131"} & {*codes(found)} == set()


def test_a_copy_in_a_new_workbook_is_no_form_and_says_what_to_do() -> None:
    """Without the hidden sheet nobody knows whose it is."""

    def remove(book: openpyxl.Workbook) -> None:
        del book["_cchc"]

    found = collected(filled(FORM, {}, then=remove))

    assert codes(found) == ["CN110"]
    assert "tệp đã nhận" in next(one.vi for one in found.diagnostics if one.code == "CN110")
