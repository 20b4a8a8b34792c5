"""How long a program waits for cchc: ``import cchc`` beside ``import attrs``, ``cchc --version`` beside a bare interpreter.

Each is measured in fresh processes, in turns, so that a slow minute of the machine hits all of them; what is printed is
the median of each and the median of the differences within a turn.

    python benchmarks/bench_startup.py [turns]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

WAYS = {
    "bare interpreter": ("-c", "pass"),
    "import attrs": ("-c", "import attrs"),
    "import cchc": ("-c", "import cchc"),
    "import cchc, first noun": ("-c", "import cchc; cchc.Plan"),
    "cchc --version": ("-m", "cchc", "--version"),
    "cchc --help": ("-m", "cchc", "--help"),
}
# What is compared with what, and how many milliseconds it may take longer.
LIMITS = (
    ("import cchc", "import attrs", 40),
    ("import cchc, first noun", "import attrs", 40),
    ("cchc --version", "bare interpreter", 60),
)


def once(arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for arguments in WAYS.values():
        once(arguments)
    times: dict[str, list[float]] = {name: [] for name in WAYS}
    for _ in range(turns):
        for name, arguments in WAYS.items():
            times[name].append(once(arguments))
    print(f"Median of {turns} fresh processes, in milliseconds")
    for name, measured in times.items():
        print(f"  {name:<26}{statistics.median(measured):8.1f}")
    print("Longer than what it is compared with, median of the turns")
    for name, base, limit in LIMITS:
        longer = statistics.median(mine - theirs for mine, theirs in zip(times[name], times[base]))
        ratio = statistics.median(times[name]) / statistics.median(times[base])
        verdict = "within" if longer <= limit else "OVER"
        print(f"  {name:<26}- {base:<18}{longer:8.1f}   x{ratio:.2f}   {verdict} {limit}")


if __name__ == "__main__":
    main()
