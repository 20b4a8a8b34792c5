"""How long the first question to ``cchc.knowledge`` takes in a fresh process, and how long every further one.

    python benchmarks/knowledge.py

Processor time is measured, so that a busy machine changes little. The aim: the first question under 60 ms above an interpreter that has attrs, a further one under 10 µs. Beside it stand
what one would write without this room: a linear scan of the same rows, and the same rows in SQLite with an index.
"""

from __future__ import annotations

import datetime as dt
import random
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable

from cchc.knowledge import Knowledge

ON = dt.date(2026, 10, 1)
HEAD = "import datetime as dt\non = dt.date(2026, 10, 1)\n"
ASK = "from cchc.knowledge import Knowledge\nknowledge = Knowledge.core()\n"
FIRST = {
    "attrs alone": "import attrs\n",
    "import cchc.knowledge": "from cchc.knowledge import Knowledge\n",
    "law by number": ASK + "assert knowledge.laws('76/NQ-CP')\n",
    "unit by code": ASK + "assert knowledge.unit('04048', on)\n",
    "unit by name": ASK + "assert knowledge.units_named('xã Vân Hồ', on)\n",
    "body in words": ASK + "assert knowledge.resolve_body('UBND xã Vân Hồ', on=on)\n",
    "all tables": ASK
    + "assert knowledge.laws('76/NQ-CP') and knowledge.units_named('xã Vân Hồ', on)\n"
    + "assert knowledge.resolve_body('Sở Nội vụ', on=on) and knowledge.regime('cchc', 'province', on)\n",
}


def fresh(code: str, runs: int = 15) -> float:
    """Return the processor time in milliseconds that *code* takes in a fresh interpreter, the shortest of *runs*."""
    times = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-I", "-c", HEAD + code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times) * 1000


def each(ask: Callable[[str], object], questions: Iterable[str]) -> float:
    """Return the mean processor time in microseconds of one question; every question is another one."""
    asked = list(questions)
    started = time.process_time()
    for question in asked:
        assert ask(question), question
    return (time.process_time() - started) / len(asked) * 1e6


def main() -> None:
    base = fresh(FIRST["attrs alone"])
    print(f"{'first question, fresh process':34}{'ms':>9}")
    print(f"{'  an interpreter with attrs':34}{base:9.1f}")
    for name, code in list(FIRST.items())[1:]:
        print(f"{'  + ' + name:34}{fresh(code) - base:9.1f}")

    knowledge = Knowledge.core()
    units = list(knowledge.units("commune", ON))
    rows = [(unit.code, unit.full_name.casefold(), unit) for unit in units]
    random.Random(1).shuffle(units)
    codes = [unit.code for unit in units]
    names = [unit.full_name for unit in units]
    numbers = [law.number for law in knowledge.laws()]
    agencies = [agency.key for agency in knowledge.agencies() if agency.until is None]
    base_file = sqlite3.connect(":memory:")
    base_file.execute("create table unit (code text primary key, name text)")
    base_file.execute("create index by_name on unit (name)")
    base_file.executemany("insert into unit values (?, ?)", [row[:2] for row in rows])

    def scan_code(code: str) -> object:
        return next(row for row in rows if row[0] == code)

    def scan_name(name: str) -> object:
        folded = name.casefold()
        return [row for row in rows if row[1] == folded]

    def sql_code(code: str) -> object:
        return base_file.execute("select * from unit where code = ?", (code,)).fetchone()

    def sql_name(name: str) -> object:
        return base_file.execute("select * from unit where name = ?", (name.casefold(),)).fetchall()

    table: list[tuple[str, Callable[[str], object], list[str]]] = [
        ("commune by code", lambda code: knowledge.unit(code, ON), codes),
        ("  linear scan", scan_code, codes[:600]),
        ("  sqlite, indexed", sql_code, codes),
        ("commune by name", lambda name: knowledge.units_named(name, ON), names),
        ("  linear scan", scan_name, names[:600]),
        ("  sqlite, indexed", sql_name, names),
        ("province of a commune", lambda code: knowledge.province_of(code, ON), codes),
        ("law by number", knowledge.laws, numbers),
        ("agency by key", knowledge.agencies, agencies),
        ("body in words", lambda name: knowledge.resolve_body(f"UBND {name}", on=ON), names),
    ]
    print(f"\n{'a further question':34}{'µs':>9}")
    for title, ask, questions in table:
        each(ask, questions)
        print(f"{'  ' + title:34}{each(ask, questions):9.2f}")


if __name__ == "__main__":
    main()
