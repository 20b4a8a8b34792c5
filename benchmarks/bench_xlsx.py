"""Write one tracking workbook: cchc against openpyxl by hand, the same cells, formats, rules and tables.

The small plan is what a province has in a year, the large one what a ministry could follow. Each way runs in a process
of its own, in turns, so that a slow minute of the machine hits both. Both clean their texts and keep them from becoming
formulas, because a workbook of other people's words needs that; openpyxl by hand leaves out the heights of rows and the
values of formulas, which it has no way to write.

    python benchmarks/bench_xlsx.py [seconds of a turn]
"""

from __future__ import annotations

import datetime as dt
import io
import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from cchc.document import Document, Properties, Sheet, SheetColumn, Summary, standard_on
from cchc.text import clean

TURNS = 5
SIZES = {"40 tasks": 40, "3,321 tasks": 3321}
MEMORY_AT = (10, 100)

STATES = ("Chưa thực hiện", "Đang thực hiện", "Hoàn thành", "Chậm", "Không thực hiện")
LEADS = (
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Khoa học và Công nghệ",
    "Báo và phát thanh, truyền hình tỉnh",
    "UBND cấp xã",
)
COLUMNS = (
    SheetColumn(key="tt", title="TT", kind="integer", width=5),
    SheetColumn(key="content", title="Nội dung nhiệm vụ", width=46),
    SheetColumn(key="lead", title="Cơ quan chủ trì", width=24),
    SheetColumn(key="partners", title="Cơ quan phối hợp", width=28),
    SheetColumn(key="schedule", title="Thời gian thực hiện", width=24),
    SheetColumn(key="deadline", title="Hạn hoàn thành", kind="date", width=12),
    SheetColumn(key="product", title="Sản phẩm", width=20),
    SheetColumn(key="budget", title="Kinh phí", width=20),
    SheetColumn(key="status", title="Trạng thái", kind="choice", width=16, choices=STATES, input=True),
    SheetColumn(key="progress", title="Tiến độ", kind="percent", width=9, input=True),
    SheetColumn(key="note", title="Ghi chú", width=24, input=True),
)


def document(tasks: int) -> Document:
    """Return a document with this many tasks."""
    rows = tuple(
        (
            number,
            f"Tuyên truyền kết quả cải cách hành chính và thủ tục hành chính thuộc lĩnh vực số {number}",
            LEADS[number % len(LEADS)],
            "Các sở, ban, ngành; UBND các xã, phường",
            "Mỗi quý một lần trong năm 2027",
            dt.date(2027, 1 + number % 12, 15),
            "04 bài",
            "Ngân sách tỉnh",
            STATES[number % 5],
            0,
            None,
        )
        for number in range(1, tasks + 1)
    )
    summary = Summary(title="Tổng hợp", sheet="tasks", by="lead", across="status", due="deadline")
    return Document(
        standard=standard_on(dt.date(2027, 1, 4)),
        properties=Properties(
            title="Kế hoạch tuyên truyền cải cách hành chính năm 2027", date=dt.date(2027, 1, 4)
        ),
        sections=(),
        sheets=(
            Sheet(key="tasks", title="Nhiệm vụ", columns=COLUMNS, rows=rows, year=2027, summary=summary),
        ),
    )


def with_cchc(tasks: int) -> Callable[[], bytes]:
    """Our renderer."""
    from cchc.rendering.xlsx import render_xlsx

    tree = document(tasks)
    return lambda: render_xlsx(tree)


def with_openpyxl(tasks: int) -> Callable[[], bytes]:
    """Cell by cell, as good code with the library does it: styles are made once and shared."""
    import openpyxl
    from openpyxl.formatting.rule import DataBarRule, FormulaRule
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.table import Table

    (sheet,) = document(tasks).sheets
    side = Side(style="thin", color="BFB6A8")
    border = Border(left=side, right=side, top=side, bottom=side)
    font, bold = Font(name="Times New Roman", size=11), Font(name="Times New Roman", size=11, bold=True)
    head, ground = PatternFill("solid", fgColor="F3E3C3"), PatternFill("solid", fgColor="FFFBE8")
    left = Alignment(wrap_text=True, vertical="top")
    middle = Alignment(wrap_text=True, vertical="top", horizontal="center")
    formats = {"date": "dd/mm/yyyy", "percent": "0%", "integer": "0"}
    reach = 505 + tasks

    def write() -> bytes:
        book = openpyxl.Workbook()
        page = book.active
        page.title = sheet.title
        page["A2"], page["A3"] = "Kế hoạch tuyên truyền cải cách hành chính năm 2027", "Nhiệm vụ năm 2027"
        for column, titled in enumerate(sheet.columns, 1):
            cell = page.cell(5, column, titled.title)
            cell.font, cell.fill, cell.border, cell.alignment = bold, head, border, middle
            page.column_dimensions[get_column_letter(column)].width = titled.width
        for row, values in enumerate(sheet.rows, 6):
            for column, (value, of) in enumerate(zip(values, sheet.columns), 1):
                cell = page.cell(row, column)
                cell.value = clean(value).text if isinstance(value, str) else value
                if isinstance(value, str):
                    cell.data_type = "s"
                cell.font, cell.border = font, border
                cell.alignment = left if of.kind == "text" else middle
                if of.kind in formats:
                    cell.number_format = formats[of.kind]
                if of.input:
                    cell.fill = ground
        page.add_table(Table(displayName="bang_1", ref=f"A5:K{5 + tasks}"))
        page.freeze_panes = "C6"
        choices = DataValidation(type="list", formula1=f'"{",".join(STATES)}"')
        share = DataValidation(type="decimal", operator="between", formula1="0", formula2="1")
        for rule, letter in ((choices, "I"), (share, "J")):
            page.add_data_validation(rule)
            rule.add(f"{letter}6:{letter}{reach}")
        for state, colour in zip(STATES, ("EEEBE6", "DCE9F7", "DDF0DC", "FBDCDC", "E2E2E2")):
            fill = PatternFill("solid", bgColor=colour)
            page.conditional_formatting.add(
                f"I6:I{reach}", FormulaRule(formula=[f'EXACT($I6,"{state}")'], fill=fill)
            )
        bar = DataBarRule("num", 0, "num", 1, color="F0C75E")
        page.conditional_formatting.add(f"J6:J{reach}", bar)
        page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToHeight = (
            "landscape",
            9,
            0,
        )
        page.sheet_properties.pageSetUpPr.fitToPage = True
        page.print_title_rows = "5:5"
        page.oddFooter.right.text = "Trang &P/&N"
        for name, letter in (("tasks_lead", "C"), ("tasks_status", "I"), ("tasks_deadline", "F")):
            address = f"'{sheet.title}'!${letter}$6:${letter}${reach}"
            book.defined_names[name] = DefinedName(name, attr_text=address)
        summary = book.create_sheet("Tổng hợp")
        summary["B4"] = "=TODAY()"
        for column, title in enumerate(("Cơ quan chủ trì", "Tổng số", *STATES, "Quá hạn"), 1):
            cell = summary.cell(5, column, title)
            cell.font, cell.fill, cell.border, cell.alignment = bold, head, border, middle
        for row, lead in enumerate(LEADS, 6):
            chosen = f"EXACT(tasks_lead,$A{row})"
            counts = [
                f"=SUMPRODUCT({chosen}*EXACT(tasks_status,{get_column_letter(c)}$5))" for c in range(3, 8)
            ]
            late = f"=SUMPRODUCT({chosen}*ISNUMBER(tasks_deadline)*(tasks_deadline<$B$4))"
            for column, value in enumerate((lead, f"=SUMPRODUCT({chosen}*1)", *counts, late), 1):
                cell = summary.cell(row, column, value)
                cell.font, cell.border, cell.alignment = font, border, middle
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()

    return write


WAYS: dict[str, Callable[[int], Callable[[], bytes]]] = {"cchc": with_cchc, "openpyxl": with_openpyxl}


def _milliseconds(way: str, tasks: int, seconds: float) -> tuple[float, int]:
    """Return the time of one workbook among as many as fit into *seconds*, and its size."""
    write = WAYS[way](tasks)
    size, made = len(write()), 0
    start = now = time.perf_counter()
    while now - start < seconds or not made:
        write()
        made += 1
        now = time.perf_counter()
    return (now - start) / made * 1000, size


def _memory(way: str, tasks: int) -> list[float]:
    """Return the memory of a process in MB after each number of workbooks of MEMORY_AT."""
    write, written, seen = WAYS[way](tasks), 0, []
    for until in MEMORY_AT:
        while written < until:
            write()
            written += 1
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        seen.append(pages * 4096 / 2**20)
    return seen


def main(seconds: float) -> None:
    """Measure and print."""
    print(f"one workbook; {TURNS} turns of {seconds} s each, median [least..most]\n")
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as alone:
        for name, tasks in SIZES.items():
            times: dict[str, list[float]] = {way: [] for way in WAYS}
            sizes: dict[str, int] = {}
            for _ in range(TURNS):
                for way in WAYS:
                    taken, sizes[way] = alone.apply(_milliseconds, (way, tasks, seconds))
                    times[way].append(taken)
            for way, taken in times.items():
                ratio = statistics.median(theirs / ours for theirs, ours in zip(taken, times["cchc"]))
                spread = f"{statistics.median(taken):.1f} [{min(taken):.1f}..{max(taken):.1f}]"
                print(f"{name:12} {way:10} {spread:>28} ms {ratio:>6.1f}x {sizes[way] / 1024:>7.1f} KB")
        for way in WAYS:
            after = alone.apply(_memory, (way, SIZES["40 tasks"]))
            said = ", ".join(f"{mb:.1f} MB after {count}" for mb, count in zip(after, MEMORY_AT))
            print(f"{'memory':12} {way:10} {said}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
