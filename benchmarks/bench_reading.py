"""Read Word files back into plans: beside python-docx, and a thousand over all cores.

The first part reads plans of about 12,000 characters, each of another number and day: names are looked up by the day, so
that nothing which is remembered of one plan answers for the next. python-docx opens the same files and walks their
paragraphs, tables left out. The files are read as we write them, with 30 KB of styles, and as most programs write them,
with the 800 KB of styles and settings that python-docx brings along. Each way runs in a process of its own, in turns, so
that a slow minute of the machine hits both; what counts is the time of the process. The second part reads a thousand
such documents with the verb over all cores; a single process reports what memory it holds after 100 and after 1,000.

    python benchmarks/bench_reading.py [turns]
"""

from __future__ import annotations

import concurrent.futures
import datetime as dt
import io
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs

import cchc

EXAMPLE = Path(__file__).parents[1] / "examples" / "can-tho-2014.yaml"
TURNS = 5
DIFFERENT = 40
MANY = 1_000
MEMORY_AT = (100, MANY)


def plans(count: int) -> Iterator[cchc.Plan]:
    """Yield the largest of the real plans as if it had been issued on so many days."""
    plan = cchc.load_plan(EXAMPLE)
    assert plan.date is not None
    for number in range(count):
        yield attrs.evolve(plan, number=f"{number + 1:02}", date=plan.date + dt.timedelta(days=number))


def as_most_programs_do(plan: cchc.Plan) -> bytes:
    """Return the lines of *plan* as python-docx writes them."""
    import docx

    made = docx.Document()
    for line in cchc.render(plan, "txt").decode().splitlines():
        made.add_paragraph(line.strip())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def documents() -> dict[str, list[bytes]]:
    """Return the files that are read, by who writes such."""
    return {
        "as we write it": [cchc.render(plan, "docx") for plan in plans(DIFFERENT)],
        "as most programs do": [as_most_programs_do(plan) for plan in plans(DIFFERENT)],
    }


def walk_with_python_docx(data: bytes) -> int:
    """Return the number of characters that python-docx finds in paragraphs."""
    import docx

    return sum(len(paragraph.text) for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def source_alone(data: bytes) -> int:
    """Return the number of characters of the source, understood by nobody."""
    from cchc.reading import read_docx

    return len(read_docx(data, "plan.docx").text)


def whole_plan(data: bytes) -> int:
    """Return the number of parts of the plan."""
    return len(cchc.read_plan(data, format="docx").plan.parts)


WAYS: dict[str, Callable[[bytes], int]] = {
    "python-docx": walk_with_python_docx,
    "source": source_alone,
    "plan": whole_plan,
}


def turn(way: str, files: Sequence[bytes]) -> float:
    """Return milliseconds for one document, the median of all but the first, which pays for what is loaded."""
    read = WAYS[way]
    times = []
    for data in files:
        begun = time.process_time()
        read(data)
        times.append(time.process_time() - begun)
    return 1000 * statistics.median(times[1:])


def resident() -> float:
    """Return the memory that this process holds, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def memory(paths: Sequence[str]) -> list[float]:
    """Return MB after so many documents in one process."""
    held = []
    for number, path in enumerate(paths, start=1):
        cchc.read_plan(path)
        if number in MEMORY_AT:
            held.append(resident())
    return held


def one(path: str) -> int:
    """Read one file and write its plan as text."""
    return len(cchc.dump_plan(cchc.read_plan(path).plan))


def main(turns: int) -> None:
    context = multiprocessing.get_context("spawn")
    for name, files in documents().items():
        times: dict[str, list[float]] = {way: [] for way in WAYS}
        for _ in range(turns):
            for way in WAYS:
                with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
                    times[way].append(pool.submit(turn, way, files).result())
        base = statistics.median(times["python-docx"])
        print(
            f"one .docx {name}, {source_alone(files[0]):,} characters, ms (median of {turns} processes) and times python-docx:"
        )
        for way, measured in times.items():
            middle = statistics.median(measured)
            print(
                f"  {way:12} {middle:7.1f}  [{min(measured):.1f}..{max(measured):.1f}]  {middle / base:5.2f}"
            )
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder) / f"{number:04}.docx") for number in range(MANY)]
        for path, plan in zip(paths, plans(MANY), strict=True):
            Path(path).write_bytes(cchc.render(plan, "docx"))
        begun = time.perf_counter()
        with concurrent.futures.ProcessPoolExecutor(mp_context=context) as pool:
            written = sum(pool.map(one, paths, chunksize=4))
        took = time.perf_counter() - begun
        print(
            f"{MANY:,} documents over {os.cpu_count()} cores: {took:.1f} s, {1000 * took / MANY:.1f} ms each, {written / 1e6:.1f} MB of YAML"
        )
        with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
            first, last = pool.submit(memory, paths).result()
        print(
            f"memory after {MEMORY_AT[0]} documents {first:.1f} MB, after {MEMORY_AT[1]:,} {last:.1f} MB: {last - first:+.1f} MB"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TURNS)
