"""How long all rules take on a plan of 12,000 characters, once everything is loaded, and what thousands of plans cost.

Printed in processor time, the median of many runs: loading the plan file, checking it, checking it rule by rule, rolling it
forward; and each as a ratio to loading. Then plans of as many communes, each a file of its own, over all cores as the command
checks them, with its progress bar where this is a terminal: time of the clock and of the processors, and how much memory all
processes together hold after a tenth of the files and at their end.

    python benchmarks/bench_checks.py            # 330 plans
    python benchmarks/bench_checks.py --full     # 3,321 plans, one for each commune of the country; memory after 300 and 3,000
"""

from __future__ import annotations

import datetime as dt
import functools
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import attrs

import cchc
from cchc import Body, Diagnostic, Item, Plan, Registry
from cchc.checks import Check, CheckContext
from cchc.cli._check import _one
from cchc.cli._cores import over_cores
from cchc.cli._speech import language
from cchc.model import walk

EXAMPLES = Path(__file__).parents[1] / "examples"
CHARACTERS = 12_000
LIMIT = 30
GROWTH = 20
RUNS = 15
FEW, MANY = 330, 3_321


def characters(plan: Plan) -> int:
    return len(plan.opening) + sum(len(place.item.words) + len(place.item.label) for place in walk(plan))


def sized(plan: Plan) -> Plan:
    """Return the plan with sentences of its own said again until it has 12,000 characters."""
    said = [place.item.words for place in walk(plan) if len(place.item.words) > 80]
    more: list[Item] = []
    length = characters(plan)
    while length < CHARACTERS:
        more.append(Item(words=said[len(more) % len(said)]))
        length += len(more[-1].words)
    return attrs.evolve(plan, parts=(*plan.parts, Item(label="PHỤ", items=tuple(more))))


def median(act: Callable[[], object], runs: int) -> float:
    act()
    times = []
    for _ in range(runs):
        start = time.process_time()
        act()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def alone(check: Check, plan: Plan, context: CheckContext) -> tuple[Diagnostic, ...]:
    return tuple(check.run(plan, context))


def one_plan(registry: Registry) -> None:
    slow = 0.0
    for name in ("can-tho-2014", "nam-dinh-2022", "son-la-2027"):
        file = EXAMPLES / f"{name}.yaml"
        data = file.read_bytes()
        plan = sized(cchc.load_plan(file))
        loading = median(functools.partial(cchc.load_plan, data, format="yaml"), RUNS)
        checking = median(functools.partial(cchc.check_plan, plan, registry=registry), RUNS)
        ratio = checking / loading
        print(
            f"{name}: {characters(plan):,} characters; load {loading:.1f} ms; check {checking:.1f} ms ({ratio:.2f} × load)"
        )
        if plan.year < 2027:
            rolling = median(functools.partial(cchc.roll_forward, plan, 2027, registry=registry), RUNS // 3)
            print(f"  roll forward {rolling:.1f} ms ({rolling / loading:.2f} × load)")
        context = CheckContext(on=plan.date or dt.date(plan.year, 1, 1), knowledge=registry.knowledge)
        each = (
            (median(functools.partial(alone, check, plan, context), 3), check.code)
            for check in registry.checks
            if check.applies_to == "plan"
        )
        print("  " + ", ".join(f"{code} {took:.2f}" for took, code in sorted(each, reverse=True)[:6]))
        slow = max(slow, checking)
    print(f"slowest {slow:.1f} ms, aim {LIMIT} ms: {'kept' if slow <= LIMIT else 'missed'}")


def written(folder: Path, count: int, registry: Registry) -> list[str]:
    """Write as many plans as asked for, each of another commune, and return the names of their files."""
    plan = sized(cchc.load_plan(EXAMPLES / "son-la-2027.yaml"))
    files = []
    for unit in registry.knowledge.units("commune", dt.date(2027, 1, 1))[:count]:
        province = registry.knowledge.province_of(unit.code, dt.date(2027, 1, 1))
        assert province
        own = attrs.evolve(
            plan,
            id=f"ke-hoach-{unit.code}",
            level="commune",
            issuer=Body(words=f"Ủy ban nhân dân {unit.full_name}", code=unit.code),
            parent_body=Body(words=f"Ủy ban nhân dân {province.full_name}", code=province.code),
            place=unit.name,
            closing=f"Các cơ quan, đơn vị, thôn, bản của {unit.full_name} phản ánh vướng mắc về UBND {unit.full_name}",
        )
        file = folder / f"{unit.code}.yaml"
        file.write_text(cchc.dump_plan(own), encoding="utf-8")
        files.append(str(file))
    return files


def held() -> float:
    """Return how many megabytes this process and those that it started hold, as Linux counts them."""
    proc = Path("/proc")
    parents = {}
    for entry in proc.glob("[0-9]*"):
        try:
            parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    ours = [pid for pid, parent in parents.items() if pid == os.getpid() or parent == os.getpid()]
    pages = 0
    for pid in ours:
        try:
            pages += int((proc / str(pid) / "statm").read_text().split()[1])
        except OSError:
            continue
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def many_plans(count: int, registry: Registry) -> None:
    measured = Path("/proc/self/statm").exists()
    say = language(())
    one = functools.partial(_one, on=None, select=(), ignore=(), fix=False, form="text", say=say)
    early, late = (300, 3_000) if count > 3_000 else (count // 10, count - count // 10)
    memory = {}
    with tempfile.TemporaryDirectory() as folder:
        files = written(Path(folder), count, registry)
        start = time.perf_counter()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        findings = 0
        with over_cores(one, files, say("Đang kiểm tra", "Checking"), say) as results:
            for number, (_, done) in enumerate(results, 1):
                findings += sum(done.counts)
                if measured and number in (early, late):
                    memory[number] = held()
        took = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    print(
        f"{count:,} plans, {os.cpu_count()} cores: {took:.1f} s, {processor:.1f} s of processors, {findings:,} findings"
    )
    if measured:
        growth = memory[late] - memory[early]
        verdict = "kept" if growth <= GROWTH else "missed"
        print(
            f"memory of all processes after {early:,}: {memory[early]:.0f} MB, after {late:,}: {memory[late]:.0f} MB "
            f"(+{growth:.1f} MB, aim {GROWTH} MB: {verdict})"
        )


def main() -> None:
    registry = Registry.discover()
    one_plan(registry)
    many_plans(MANY if "--full" in sys.argv[1:] else FEW, registry)


if __name__ == "__main__":
    main()
