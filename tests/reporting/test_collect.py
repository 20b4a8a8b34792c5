"""Collecting: what was filled in comes back, however the file was treated, and every doubt has a code and a place."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc
from cchc.errors import UnknownNameError
from cchc.model import Answer, Body, CellSource, Figure, Progress, Report, UnitReport
from cchc.reporting import Collection, Forms, Return, collect
from tests.documents.tools import find
from tests.reporting.sample import KNOWLEDGE, NOI_VU, PLAN, REGISTRY, UNITS, VAN_HO, cells_of, filled
from tests.strategies import texts

FORMS = Forms(PLAN, "2027-Q1", KNOWLEDGE)
FORM = FORMS.make(VAN_HO)


def collected(*returns: Return | bytes, units: tuple[Body, ...] = (VAN_HO,)) -> Collection:
    """Return what the verb makes of some files."""
    return cchc.collect_forms(PLAN, "2027-Q1", units, returns, registry=REGISTRY)


def codes(found: Collection) -> list[str]:
    """Return the codes of all findings, without those of what is only blank."""
    return [one.code for one in found.diagnostics if one.code not in {"CN146", "CN153"}]


def placed(found: Collection) -> list[tuple[str, str]]:
    """Return codes and cells."""
    return [(one.code, one.location.path) for one in found.diagnostics if one.code not in {"CN146", "CN153"}]


def bare(report: UnitReport) -> UnitReport:
    """Return a report without the cells that it came from."""
    return attrs.evolve(
        report,
        figures=tuple(attrs.evolve(one, source=CellSource()) for one in report.figures),
        texts=tuple(attrs.evolve(one, source=CellSource()) for one in report.texts),
        progress=tuple(attrs.evolve(one, source=CellSource()) for one in report.progress),
    )


def spoilt(cells: dict[str, Any] | None = None, **more: Any) -> Collection:
    """Return what is collected from the form with these cells filled in."""
    return collected(Return(filled(FORM, cells or {}, **more), name="van-ho.xlsx"))


WORDS = texts().map(str.strip)
NUMBERS = st.one_of(
    st.integers(0, 10**12),
    st.decimals(Decimal("0.01"), 10**9, places=2).map(
        lambda one: int(one) if one == int(one) else one.normalize()
    ),
)


@st.composite
def fillings(draw: st.DrawFn) -> UnitReport:
    """Whatever a commune may write into its form."""
    figures = [
        Figure(
            indicator=one.id,
            value=draw(st.integers(1, 100) if one.unit == "%" else NUMBERS),
        )
        for one in PLAN.indicators
        if draw(st.booleans())
    ]
    progress = [
        Progress(
            task=task,
            status=draw(st.sampled_from(["not_started", "ongoing", "done", "late", "dropped"])),
            result=draw(st.just("") | WORDS),
            reason=draw(st.just("") | WORDS),
            evidence=draw(st.just("") | WORDS),
        )
        for task in ("truyen-thanh", "ke-hoach", "bao-cao")
        if draw(st.booleans())
    ]
    asked = ("nguoi-lap", "dien-thoai", "ket-qua", "kho-khan", "kien-nghi", "phuong-huong")
    answers = [Answer(key=key, words=draw(WORDS)) for key in asked[2:] if draw(st.booleans())]
    return UnitReport(
        plan_id=PLAN.id,
        unit=VAN_HO,
        period="2027-Q1",
        version=draw(st.integers(1, 9)),
        figures=figures,
        progress=progress,
        texts=answers,
        evidence=draw(st.lists(WORDS, max_size=8)),
    )


class TestWhatIsFilledInComesBack:
    """``collect(fill(form, report)) == report`` for every report."""

    @given(report=fillings())
    @settings(max_examples=40)
    def test_by_any_program(self, report: UnitReport) -> None:
        """Written by a program that knows nothing of us, into cells that it finds by name."""
        found = collected(filled(FORM, cells_of(report)))

        assert [bare(one) for one in found.reports] == [report]
        assert set(codes(found)) <= {"CN152"}

    @pytest.mark.needs("soffice")
    @pytest.mark.slow
    @given(reports=st.lists(fillings(), min_size=12, max_size=12))
    @settings(max_examples=2)
    def test_saved_by_libreoffice(
        self, reports: list[UnitReport], tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Other styles, other strings, other parts: the same report."""
        folder = tmp_path_factory.mktemp("office")
        for number, report in enumerate(reports):
            (folder / f"{number:02}.xlsx").write_bytes(filled(FORM, cells_of(report)))
        saved = resaved(folder, sorted(folder.glob("*.xlsx")))

        for path, report in zip(saved, reports, strict=True):
            found = collected(Return(path))
            assert [bare(one) for one in found.reports] == [report]
            assert set(codes(found)) <= {"CN152"}


def resaved(folder: Path, paths: list[Path]) -> list[Path]:
    """Return files as LibreOffice saves them."""
    import subprocess

    out = folder / "saved"
    subprocess.run(
        [
            str(find("soffice")),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(out),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return [out / path.name for path in paths]


def test_an_empty_form_is_a_report_without_figures() -> None:
    """Nothing is made up."""
    found = collected(FORM)

    assert (found.reports[0].figures, found.reports[0].progress) == ((), ())
    assert codes(found) == []


def test_every_figure_says_where_it_came_from() -> None:
    """File, sheet and cell."""
    found = spoilt({"sl_hoi_nghi": 3})

    assert found.reports[0].figures == (
        Figure(
            indicator="hoi-nghi", value=3, source=CellSource(file="van-ho.xlsx", sheet="Số liệu", cell="D6")
        ),
    )


@pytest.mark.parametrize(
    ("written", "value", "expected"),
    [
        ("1.234", 1234, ["CN141"]),
        ("1,5", Decimal("1.5"), ["CN141"]),
        ("12 tin", 12, ["CN141"]),
        ("1.234.567,5", Decimal("1234567.5"), ["CN141"]),
        ("1\u00a0234", 1234, ["CN141"]),
        ("  7 ", 7, ["CN141"]),
        (unicodedata.normalize("NFD", "12 người"), 12, ["CN141"]),
        ("1,234", None, ["CN142"]),
        ("12 nghìn", None, ["CN142"]),
        ("khoảng 50", None, ["CN140"]),
        ("12 tin, 3 bài", None, ["CN140"]),
        ("không", None, ["CN140"]),
        (True, None, ["CN140"]),
        (-1, None, ["CN143"]),
        ("-5", None, ["CN143"]),
        (10**13, None, ["CN143"]),
        (dt.date(2027, 5, 1), None, ["CN144"]),
        ("   ", None, []),
        (0.1 + 0.2, Decimal("0.3"), []),
    ],
)
def test_numbers_are_understood_or_refused_and_never_guessed(
    written: Any, value: int | Decimal | None, expected: list[str]
) -> None:
    """A doubt names the cell; what may mean two numbers is none."""
    found = spoilt({"sl_hoi_nghi": written})

    assert [figure.value for figure in found.reports[0].figures] == ([] if value is None else [value])
    assert placed(found) == [(code, "Số liệu!D6") for code in expected]


def test_a_rate_is_held_to_a_hundred() -> None:
    """And one below one per cent is asked about."""
    assert placed(spoilt({"sl_hai_long": 101})) == [("CN143", "Số liệu!D7")]
    assert placed(spoilt({"sl_hai_long": 0.85})) == [("CN147", "Số liệu!D7")]


@pytest.mark.parametrize(
    ("written", "words", "expected"),
    [
        (dt.date(2027, 3, 14), "14/3/2027", []),
        ("14/3/2027", "14/3/2027", ["CN160"]),
        ("ngày 14 tháng 3 năm 2027", "14/3/2027", ["CN160"]),
        ("hôm qua", "hôm qua", ["CN160"]),
    ],
)
def test_days_are_understood_also_as_text(written: Any, words: str, expected: list[str]) -> None:
    """What is no day stays as it was written."""
    found = spoilt({"ngay_lap": written})

    assert [(one.key, one.words) for one in found.reports[0].texts] == [("ngay-lap", words)]
    assert codes(found) == expected


def test_states_that_are_not_listed_are_said_and_nothing_is_lost() -> None:
    """The words beside them stay."""
    found = spoilt({"nv_ke_hoach_tt": "xong rồi", "nv_ke_hoach_kq": "Đã ban hành"})

    assert [(one.task, one.status, one.result) for one in found.reports[0].progress] == [
        ("ke-hoach", "ongoing", "Đã ban hành")
    ]
    assert codes(found) == ["CN154"]


def test_a_delay_without_a_reason_is_said() -> None:
    """The form asks for it."""
    assert placed(spoilt({"nv_ke_hoach_tt": "Chậm"})) == [("CN152", "Nhiệm vụ!F5")]


def test_a_total_that_does_not_add_up_is_said() -> None:
    """The sum of the figures counts."""

    def overwrite(book: openpyxl.Workbook) -> None:
        book["Số liệu"]["D10"] = 99

    found = spoilt({"sl_tin_bao": 3, "sl_tin_cong": 4}, then=overwrite)

    assert placed(found) == [("CN150", "Số liệu!D10")]


def test_a_locked_cell_that_was_changed_is_said() -> None:
    """What the row asks for is still known by its name."""

    def overwrite(book: openpyxl.Workbook) -> None:
        book["Số liệu"]["B6"] = "Hội nghị và cuộc họp"

    found = spoilt({"sl_hoi_nghi": 3}, then=overwrite)

    assert placed(found) == [("CN130", "Số liệu!B6")]
    assert [figure.value for figure in found.reports[0].figures] == [3]


def test_what_stands_outside_is_said() -> None:
    """A note in the margin would be lost in silence."""

    def note(book: openpyxl.Workbook) -> None:
        book["Số liệu"]["H6"] = "kể cả họp thôn"

    assert placed(spoilt(then=note)) == [("CN134", "Số liệu!H6")]


def test_merged_cells_give_their_common_value() -> None:
    """Of two cells that were merged, each has it, and it is said."""

    def merge(book: openpyxl.Workbook) -> None:
        page = book["Nhiệm vụ"]
        page.merge_cells("G4:G5")

    cells = {
        "nv_truyen_thanh_tt": "Hoàn thành",
        "nv_ke_hoach_tt": "Hoàn thành",
        "nv_truyen_thanh_kq": "Chung",
    }
    found = spoilt(cells, then=merge)

    assert [one.result for one in found.reports[0].progress] == ["Chung", "Chung"]
    assert placed(found) == [("CN133", "Nhiệm vụ!G5")]


def test_sheets_may_be_moved_and_files_renamed() -> None:
    """Cells are found by name."""

    def move(book: openpyxl.Workbook) -> None:
        book.move_sheet("Số liệu", -2)

    found = collected(Return(filled(FORM, {"sl_hoi_nghi": 3}, then=move), name="Copy of (2) bao cao.xlsx"))

    assert [figure.value for figure in found.reports[0].figures] == [3]
    assert codes(found) == []


def insert(book: openpyxl.Workbook) -> None:
    """Insert rows as Excel does: the names move along."""
    book["Số liệu"].insert_rows(2, 3)
    for name, defined in book.defined_names.items():
        if name.startswith(("sl_", "cong_")):
            row = int(defined.attr_text.rpartition("$")[2])
            defined.attr_text = f"'Số liệu'!$D${row + 3}"


def test_rows_may_be_inserted() -> None:
    """Names move along with their cells."""
    found = spoilt({"sl_hoi_nghi": 3}, then=insert)

    assert [(one.value, one.source.cell) for one in found.reports[0].figures] == [(3, "D9")]
    assert codes(found) == []


def test_cells_that_lost_their_names_are_found_by_their_labels() -> None:
    """Some programs drop names, others leave them where they were."""

    def drop(book: openpyxl.Workbook) -> None:
        book["Số liệu"].insert_rows(2, 3)
        del book.defined_names["sl_tin_bao"]

    found = spoilt({"sl_tin_bao": 5, "sl_hoi_nghi": 3}, then=drop)

    assert {one.indicator: one.value for one in found.reports[0].figures} == {"tin-bao": 5, "hoi-nghi": 3}
    assert set(codes(found)) == {"CN132"}


def test_a_cell_that_is_gone_is_said() -> None:
    """A row that was deleted is a blank."""

    def remove(book: openpyxl.Workbook) -> None:
        del book.defined_names["sl_hoi_nghi"]
        book["Số liệu"]["B6"] = None

    assert "CN131" in codes(spoilt({"sl_tin_bao": 1}, then=remove))


def test_a_sheet_that_is_gone_is_said_once() -> None:
    """And the rest is read."""

    def remove(book: openpyxl.Workbook) -> None:
        del book["Ý kiến"]

    found = spoilt({"sl_hoi_nghi": 3}, then=remove)

    assert [figure.value for figure in found.reports[0].figures] == [3]
    assert placed(found) == [("CN131", "Ý kiến")]


class TestWhoHasReported:
    """Missing, late, twice, of another plan: each has its code."""

    def test_missing(self) -> None:
        """A unit without a file."""
        found = collected(FORM, units=UNITS)

        assert [one.code for one in found.diagnostics if one.code == "CN120"] == ["CN120"] * 2
        assert [one.state for one in found.status] == ["reported", "missing", "missing"]

    def test_late(self) -> None:
        """By the deadline that stands on the form."""
        days = (dt.date(2027, 3, 15), dt.date(2027, 3, 16))

        assert [codes(collected(Return(FORM, day))) for day in days] == [[], ["CN121"]]
        assert collected(Return(FORM, days[1])).status[0].state == "late"

    @pytest.mark.parametrize("turned", [False, True])
    def test_twice(self, turned: bool) -> None:
        """The higher number counts, in whatever order they are read."""
        old = Return(filled(FORM, {"sl_hoi_nghi": 3}), name="b.xlsx")
        new = Return(filled(FORM, {"sl_hoi_nghi": 4, "lan_gui": 2}), name="a.xlsx")
        found = collected(*((new, old) if turned else (old, new)))

        assert [figure.value for figure in found.reports[0].figures] == [4]
        assert [(one.code, one.location.file) for one in found.diagnostics if one.code == "CN122"] == [
            ("CN122", "b.xlsx")
        ]
        assert "a.xlsx" in next(one.vi for one in found.diagnostics if one.code == "CN122")

    def test_twice_with_one_number(self) -> None:
        """The later day counts."""
        first = Return(filled(FORM, {"sl_hoi_nghi": 3}), dt.date(2027, 3, 10), name="b.xlsx")
        later = Return(filled(FORM, {"sl_hoi_nghi": 4}), dt.date(2027, 3, 12), name="a.xlsx")
        found = collected(first, later)

        assert [figure.value for figure in found.reports[0].figures] == [4]

    def test_another_plan_another_period_another_unit(self) -> None:
        """None of them counts."""
        plan = attrs.evolve(PLAN, id="khac")
        strangers = [
            (cchc.make_form(plan, VAN_HO, "2027-Q1", registry=REGISTRY), "CN111"),
            (cchc.make_form(PLAN, VAN_HO, "2027-H1", registry=REGISTRY), "CN112"),
            (FORMS.make(NOI_VU), "CN113"),
        ]
        for data, code in strangers:
            found = collected(data)
            assert (sorted(codes(found)), found.reports) == ([code, "CN120"], ())

    def test_a_plan_that_has_changed_since(self) -> None:
        """What still fits is read."""
        plan = attrs.evolve(PLAN, indicators=PLAN.indicators[1:])
        found = cchc.collect_forms(
            plan, "2027-Q1", [VAN_HO], [filled(FORM, {"sl_hoi_nghi": 3})], registry=REGISTRY
        )

        assert "CN114" in codes(found)
        assert {one.indicator: one.value for one in found.reports[0].figures} == {"hoi-nghi": 3}

    def test_a_figure_that_fell(self) -> None:
        """Six months cannot have fewer than their first quarter."""
        half = Forms(PLAN, "2027-H1", KNOWLEDGE)
        before = Report(returns=spoilt({"sl_hoi_nghi": 5, "sl_nguoi_theo_doi": 900}).reports)
        data = filled(half.make(VAN_HO), {"sl_hoi_nghi": 4, "sl_nguoi_theo_doi": 800})
        found = collect(half, [VAN_HO], [Return(data)], previous=before, knowledge=KNOWLEDGE)

        assert placed(found) == [("CN151", "Số liệu!D6")]

    def test_a_unit_that_is_listed_twice(self) -> None:
        """It counts once."""
        found = collected(FORM, units=(VAN_HO, VAN_HO))

        assert (codes(found), len(found.status)) == (["CN201"], 1)

    def test_an_unknown_period(self) -> None:
        """Before any file is opened."""
        with pytest.raises(UnknownNameError):
            cchc.collect_forms(PLAN, "2027-Q9", [VAN_HO], [], registry=REGISTRY)


class TestOrderDoesNotMatter:
    """The same files in any order give the same collection."""

    @given(order=st.permutations(range(5)))
    @settings(max_examples=10)
    def test_any_order(self, order: list[int]) -> None:
        """Also where units have sent twice, and where files are broken."""
        files = [
            Return(FORM, name="a.xlsx"),
            Return(filled(FORM, {"sl_hoi_nghi": 1}), name="b.xlsx"),
            Return(FORMS.make(NOI_VU), name="c.xlsx"),
            Return(b"", name="d.xlsx"),
            Return(b"PK\x03\x04", name="e.xlsx"),
        ]

        assert collected(*files, units=UNITS) == collected(*(files[at] for at in order), units=UNITS)


def rezipped(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return a workbook with changed parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def _far(cell: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        sheet = "xl/worksheets/sheet3.xml"
        row = "".join(letter for letter in cell.decode() if letter.isdigit())
        added = f'<row r="{row}"><c r="{cell.decode()}"><v>1</v></c></row></sheetData>'.encode()
        parts[sheet] = parts[sheet].replace(b"</sheetData>", added)

    return change


def _doctype(parts: dict[str, bytes]) -> None:
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"?>", b'?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>', 1
    )


def _bomb(parts: dict[str, bytes]) -> None:
    parts["xl/sharedStrings.xml"] = b"<sst>" + b" " * 64_000_000 + b"</sst>"


def _rows(parts: dict[str, bytes]) -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(100, 100_000))
    parts["xl/worksheets/sheet3.xml"] = parts["xl/worksheets/sheet3.xml"].replace(
        b"</sheetData>", rows + b"</sheetData>"
    )


def _implicit(parts: dict[str, bytes]) -> None:
    parts["xl/worksheets/sheet3.xml"] = parts["xl/worksheets/sheet3.xml"].replace(
        b"</sheetData>", b'<row r="1048576"><c><v>1</v></c></row></sheetData>'
    )


def _odd(parts: dict[str, bytes]) -> None:
    parts["xl/worksheets/sheet3.xml"] = parts["xl/worksheets/sheet3.xml"].replace(
        b"</sheetData>", b"<row><c\nr = '&#88;FD1048576'><v>1</v></c></row></sheetData>"
    )


def _headless(parts: dict[str, bytes]) -> None:
    del parts["xl/workbook.xml"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "CN101"),
        (b"hello", "CN101"),
        (b"PK\x03\x04rubbish", "CN101"),
        (FORM[:3000], "CN101"),
        (b"%PDF-1.7", "CN106"),
        (b"<html><table></table></html>", "CN106"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "CN106"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "CN102",
        ),
        (rezipped(FORM, _far(b"XFD1048576")), "CN103"),
        (rezipped(FORM, _far(b"XFD1")), ""),
        (rezipped(FORM, _far(b"A1048576")), "CN103"),
        (rezipped(FORM, _implicit), "CN103"),
        (rezipped(FORM, _odd), "CN103"),
        (rezipped(FORM, _rows), "CN103"),
        (rezipped(FORM, _bomb), "CN103"),
        (rezipped(FORM, _doctype), "CN101"),
        (rezipped(FORM, _headless), "CN106"),
        (rezipped(FORM, lambda parts: parts.update({"xl/worksheets/sheet2.xml": b"<a>"})), ""),
        (b" " * 9_000_000, "CN101"),
    ],
)
def test_a_bad_file_costs_itself_alone(data: bytes, code: str) -> None:
    """Bounded, and said; the others are read."""
    found = collected(
        Return(data, name="bad.xlsx"), Return(FORMS.make(NOI_VU), name="good.xlsx"), units=UNITS
    )

    assert NOI_VU in [one.unit for one in found.reports]
    if code:
        assert [one.code for one in found.diagnostics if one.location.file == "bad.xlsx"] == [code]


def test_macros_and_links_are_never_followed_and_figures_are_read() -> None:
    """What was typed is there all the same."""

    def change(parts: dict[str, bytes]) -> None:
        parts["xl/vbaProject.bin"] = b"x"
        parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"

    found = collected(rezipped(filled(FORM, {"sl_hoi_nghi": 3}), change))

    assert [figure.value for figure in found.reports[0].figures] == [3]
    assert codes(found) == ["CN104", "CN105"]


def test_a_workbook_of_somebody_else_is_no_form() -> None:
    """It has no hidden sheet."""
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)

    assert codes(collected(Return(stream.getvalue(), name="x.xlsx"))) == ["CN120", "CN110"]


def test_a_formula_without_a_stored_value_is_a_blank() -> None:
    """There is nothing to read, and nothing is calculated for anybody."""
    found = spoilt({"sl_hoi_nghi": "=1+1"})

    assert found.reports[0].figures == ()


def test_text_is_kept_and_composed() -> None:
    """A formula that is text stays text; decomposed letters are composed; line breaks stay."""
    words = unicodedata.normalize("NFD", "Thiếu kinh phí") + "\nThiếu người"
    found = spoilt({"yk_kho_khan": words})

    assert [(one.key, one.words) for one in found.reports[0].texts] == [
        ("kho-khan", "Thiếu kinh phí\nThiếu người")
    ]


def test_a_copy_of_a_file_says_the_same() -> None:
    """Figures, states and answers are compared, not the files that they stand in."""
    data = filled(
        FORM, {"sl_hoi_nghi": 3, "nv_ke_hoach_tt": "Hoàn thành", "yk_kien_nghi": "Bổ sung kinh phí"}
    )
    found = collected(Return(data, name="van-ho.xlsx"), Return(data, name="van-ho (1).xlsx"))

    assert [one.vi.partition("(nội dung")[2] for one in found.diagnostics if one.code == "CN122"] == [
        " giống nhau)."
    ]
