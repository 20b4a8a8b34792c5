"""How long all rules take on a plan of 12,000 characters, once everything is loaded, beside what the plan costs otherwise.

Printed in processor time, the median of many runs: loading the plan file, checking it, checking it rule by rule, rolling it
forward; and each as a ratio to loading.

    python benchmarks/bench_checks.py [runs]
"""

from __future__ import annotations

import datetime as dt
import functools
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import attrs

import cchc
from cchc import Diagnostic, Item, Plan, Registry
from cchc.checks import Check, CheckContext
from cchc.model import walk

EXAMPLES = Path(__file__).parents[1] / "examples"
CHARACTERS = 12_000
LIMIT = 30


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


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    registry = Registry.discover()
    slow = 0.0
    for name in ("can-tho-2014", "nam-dinh-2022", "son-la-2027"):
        file = EXAMPLES / f"{name}.yaml"
        data = file.read_bytes()
        plan = sized(cchc.load_plan(file))
        loading = median(functools.partial(cchc.load_plan, data, format="yaml"), runs)
        checking = median(functools.partial(cchc.check_plan, plan, registry=registry), runs)
        ratio = checking / loading
        print(
            f"{name}: {characters(plan):,} characters; load {loading:.1f} ms; check {checking:.1f} ms ({ratio:.2f} × load)"
        )
        if plan.year < 2027:
            rolling = median(
                functools.partial(cchc.roll_forward, plan, 2027, registry=registry), max(3, runs // 3)
            )
            print(f"  roll forward {rolling:.1f} ms ({rolling / loading:.2f} × load)")
        context = CheckContext(on=plan.date or dt.date(plan.year, 1, 1), knowledge=registry.knowledge)
        each = (
            (median(functools.partial(alone, check, plan, context), 3), check.code)
            for check in registry.checks
        )
        print("  " + ", ".join(f"{code} {took:.2f}" for took, code in sorted(each, reverse=True)[:6]))
        slow = max(slow, checking)
    print(f"slowest {slow:.1f} ms, aim {LIMIT} ms: {'kept' if slow <= LIMIT else 'missed'}")


if __name__ == "__main__":
    main()
