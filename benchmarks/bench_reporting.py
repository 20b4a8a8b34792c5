"""What reporting costs, side by side: forms made, forms read, a national quarter from returns to report.

Run it: ``python benchmarks/bench_reporting.py [--units 3321]``. Times are of the processor, the least of several runs; the
national quarter is wall time, and its memory that of the whole process.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import io
import re
import resource
import tempfile
import time
import zipfile
from collections import deque
from collections.abc import Callable
from pathlib import Path

import attrs
import openpyxl
from python_calamine import CalamineWorkbook

import cchc
from cchc.model import Body, Indicator, Plan
from cchc.plugins import Registry
from cchc.reporting import Forms, Return, collect, sums

ROOT = Path(__file__).parents[1]
FIGURES = 60
SCALE = (100, 1_000, 10_000)


def the_plan() -> Plan:
    plan = cchc.load_plan(ROOT / "examples" / "son-la-2027.yaml")
    units = ("tin, bài", "cuộc", "lượt người")
    return attrs.evolve(
        plan,
        indicators=tuple(
            Indicator(
                id=f"so-{n}", name=f"Chỉ tiêu thứ {n} về tuyên truyền cải cách hành chính", unit=units[n % 3]
            )
            for n in range(FIGURES)
        ),
    )


def filled(form: bytes, seed: int) -> bytes:
    """Return a form with all its figures filled in: by hand, because openpyxl would take longer than all the rest."""
    with zipfile.ZipFile(io.BytesIO(form)) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    names = dict(re.findall(r'name="sl_so_(\d+)">[^<]*!\$D\$(\d+)<', parts["xl/workbook.xml"].decode()))
    sheet = parts["xl/worksheets/sheet3.xml"].decode()
    for number, row in names.items():
        value = (seed * 7 + int(number) * 13) % 500
        sheet = re.sub(rf'<c r="D{row}"( s="\d+")/>', rf'<c r="D{row}"\1><v>{value}</v></c>', sheet)
    # A program that calculates stores other sums; one that does not, none.
    parts["xl/worksheets/sheet3.xml"] = re.sub(r"(<f>[^<]*</f>)<v>0</v>", r"\1", sheet).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def least(act: Callable[[], object], times: int, of: int = 1) -> float:
    """Return the least processor time of a run, in milliseconds for each of *of* things."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        act()
        best = min(best, time.process_time() - start)
    return best * 1000 / of


def by_openpyxl(data: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for page in book.worksheets:
        for _ in page.iter_rows(values_only=True):
            pass


def by_calamine(data: bytes) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def all_by(read: Callable[[bytes], None], data: list[bytes]) -> None:
    for one in data:
        read(one)


def reading(forms: Forms, units: list[Body]) -> None:
    some = units[:50]
    data = [filled(forms.make(unit), n) for n, unit in enumerate(some)]
    ours = calamine = peer = float("inf")
    # In turns, so that a busy minute strikes all alike.
    for number in range(15):
        ours = min(ours, least(lambda: collect(forms, some, [Return(one) for one in data]), 1, len(some)))
        calamine = min(calamine, least(lambda: all_by(by_calamine, data), 1, len(some)))
        if number < 3:
            peer = min(peer, least(lambda: all_by(by_openpyxl, data[:10]), 1, 10))
    print(f"read a form: {ours:.2f} ms; bare python-calamine {calamine:.2f} ({ours / calamine:.1f} times that); "
          f"openpyxl {peer:.2f} ({peer / ours:.1f} times ours)")  # fmt: skip


def making(plan: Plan, registry: Registry, units: list[Body]) -> None:
    forms = Forms(plan, "2027-Q1", registry.knowledge)
    full = least(lambda: forms.make_in_full(units[0]), 5)
    each = least(functools.partial(list, map(forms.make, units)), 1, len(units))
    print(f"make {len(units)} forms: {each:.2f} ms each; one made in full {full:.1f} ms")
    assert all(forms.make(unit) == forms.make_in_full(unit) for unit in units[:20])


def scale(plan: Plan, registry: Registry, units: list[Body]) -> None:
    """Print what a form costs among few and among many: as long as both are one figure, cost grows with the number."""
    many = [
        Body(words=f"{units[n % len(units)].words} {n}", code=f"{10_000_000 + n}") for n in range(max(SCALE))
    ]
    data = filled(Forms(plan, "2027-Q1", registry.knowledge).make(many[0]), 0)
    copying = least(lambda: deque((renamed(data, many[0], one) for one in many[:100]), 0), 3, 100)
    costs = []
    for count in SCALE:
        forms = Forms(plan, "2027-Q1", registry.knowledge)
        some = many[:count]
        made = least(functools.partial(deque, map(forms.make, some), 0), 1, count)
        returns = (Return(renamed(data, many[0], unit), name=f"{n}.xlsx") for n, unit in enumerate(some))
        start = time.process_time()
        got = collect(forms, some, returns)
        spent = (time.process_time() - start) * 1000 / count
        assert len(got.reports) == count
        costs.append((made, spent - copying))
        print(f"{count:6} forms: {made:.2f} ms each to make, {spent - copying:.2f} to collect")
    (made, collected), (made_last, collected_last) = costs[0], costs[-1]
    print(f"among {SCALE[-1]} a form costs {made_last / made:.2f} (make) and {collected_last / collected:.2f} (collect) times "
          f"what it costs among {SCALE[0]}")  # fmt: skip


def renamed(data: bytes, first: Body, unit: Body) -> bytes:
    """Return a filled form as that of another unit."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    strings = parts["xl/sharedStrings.xml"].decode()
    for old, new in ((first.words, unit.words), (first.code or "", unit.code or "")):
        strings = strings.replace(old, new)
    parts["xl/sharedStrings.xml"] = strings.encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def quarter(plan: Plan, registry: Registry, units: list[Body], folder: Path) -> None:
    forms = Forms(plan, "2027-Q1", registry.knowledge)
    for number, unit in enumerate(units):
        (folder / f"{number}.xlsx").write_bytes(filled(forms.make(unit), number))
    steps: dict[str, float] = {}
    wall = time.perf_counter()
    last = began = time.process_time()

    def step(name: str) -> None:
        nonlocal last
        steps[name], last = time.process_time() - last, time.process_time()

    forms = Forms(plan, "2027-Q1", registry.knowledge)
    got = collect(
        forms, units, (Return(folder / f"{n}.xlsx", dt.date(2027, 3, 15)) for n in range(len(units)))
    )
    step("collect")
    report = cchc.consolidate(got.report)
    found = sums(report, forms.indicators)
    step("add up")
    document = cchc.compose(report, registry=registry)
    size = {key: len(cchc.render(document, key, registry=registry)) for key in ("docx", "xlsx")}
    step("report")
    (folder / "returns.json").write_bytes(cchc.dump_report(report, "json").encode())
    step("write the returns")
    spent, wall = last - began, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    expected = sum((number * 7) % 500 for number in range(len(units)))
    assert (len(got.reports), found[0].value) == (len(units), expected), (found[0].value, expected)
    print(f"a quarter of {len(units)} units x {FIGURES} figures: {spent:.1f} s of one core ({wall:.1f} s by the clock): "
          + ", ".join(f"{name} {value:.1f}" for name, value in steps.items()) + f"; {peak:.0f} MB; {size}")  # fmt: skip
    again = cchc.load_report(folder / "returns.json")
    step("read")
    print(
        f"the file of returns: {(folder / 'returns.json').stat().st_size / 1e6:.0f} MB, read in {steps['read']:.1f} s"
    )
    assert again == report


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--units", type=int, default=3321)
    count = asked.parse_args().units
    registry = Registry.of()
    known = registry.knowledge.units("commune", dt.date(2027, 1, 1))
    units = [Body(words=f"UBND {one.full_name}", code=one.code) for one in known][:count]
    plan = the_plan()
    with tempfile.TemporaryDirectory() as folder:
        # First, because the peak of memory is that of the whole run.
        quarter(plan, registry, units, Path(folder))
    making(plan, registry, units)
    reading(Forms(plan, "2027-Q1", registry.knowledge), units)
    scale(plan, registry, units)


if __name__ == "__main__":
    main()
