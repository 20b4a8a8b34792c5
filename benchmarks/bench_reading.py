"""Read Word files back into plans: beside python-docx, and a thousand over all cores.

The first part reads one plan of about 12,000 characters again and again; python-docx opens the same file and walks its
paragraphs, tables left out. The file is read as we write it, with 30 KB of styles, and as most programs write it, with the
800 KB of styles and settings that python-docx brings along. Each way runs in a process of its own, in turns, so that a slow minute of the machine hits
both. The second part reads a thousand documents with the verb over all cores; a single process reports what memory it
holds after 100 and after 1,000.

    python benchmarks/bench_reading.py [seconds of a turn]
"""

from __future__ import annotations

import concurrent.futures
import io
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import cchc

EXAMPLE = Path(__file__).parents[1] / "examples" / "can-tho-2014.yaml"
TURNS = 5
MANY = 1_000
MEMORY_AT = (100, MANY)


def documents() -> dict[str, bytes]:
    """Return the files that are read: the largest of the real plans, in the form of its province."""
    import docx

    plan = cchc.load_plan(EXAMPLE)
    usual = docx.Document()
    for line in cchc.render(plan, "txt").decode().splitlines():
        usual.add_paragraph(line.strip())
    out = io.BytesIO()
    usual.save(out)
    return {"as we write it": cchc.render(plan, "docx"), "as most programs do": out.getvalue()}


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


def turn(way: str, data: bytes, seconds: float) -> float:
    """Return milliseconds for one document, the median of a turn."""
    read = WAYS[way]
    read(data)
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        begun = time.perf_counter()
        read(data)
        times.append(time.perf_counter() - begun)
    return 1000 * statistics.median(times)


def resident() -> float:
    """Return the memory that this process holds, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def memory(path: str) -> list[float]:
    """Return MB after so many documents in one process."""
    held = []
    for number in range(1, MANY + 1):
        cchc.read_plan(path)
        if number in MEMORY_AT:
            held.append(resident())
    return held


def one(path: str) -> int:
    """Read one file and write its plan as text."""
    return len(cchc.dump_plan(cchc.read_plan(path).plan))


def main(seconds: float) -> None:
    files = documents()
    context = multiprocessing.get_context("spawn")
    for name, data in files.items():
        times: dict[str, list[float]] = {way: [] for way in WAYS}
        for _ in range(TURNS):
            for way in WAYS:
                with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
                    times[way].append(pool.submit(turn, way, data, seconds).result())
        base = statistics.median(times["python-docx"])
        print(
            f"one .docx {name}, {source_alone(data):,} characters, ms (median of {TURNS} processes) and times python-docx:"
        )
        for way, measured in times.items():
            middle = statistics.median(measured)
            print(
                f"  {way:12} {middle:7.1f}  [{min(measured):.1f}..{max(measured):.1f}]  {middle / base:5.2f}"
            )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.docx"
        path.write_bytes(files["as we write it"])
        begun = time.perf_counter()
        with concurrent.futures.ProcessPoolExecutor(mp_context=context) as pool:
            written = sum(pool.map(one, [str(path)] * MANY, chunksize=4))
        took = time.perf_counter() - begun
        print(
            f"{MANY:,} documents over {os.cpu_count()} cores: {took:.1f} s, {1000 * took / MANY:.1f} ms each, {written / 1e6:.1f} MB of YAML"
        )
        with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
            first, last = pool.submit(memory, str(path)).result()
        print(
            f"memory after {MEMORY_AT[0]} documents {first:.1f} MB, after {MEMORY_AT[1]:,} {last:.1f} MB: {last - first:+.1f} MB"
        )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0)
