"""Time the build of a made-up course beside plain MkDocs and Material on the same words.

Both are built in turns, each in a process of its own; what counts is the CPU seconds of that process and its children,
so that other work on the machine disturbs little. Ends with 1 if a limit is passed. See README.md beside this file.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from make_course import make

KINDS = ("course", "plain")
MOST_TIMES_PLAIN = 1.15
MOST_GROWTH = 1.1
SMALL, LARGE = 100, 1000


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--lessons", type=int, default=300, help="lessons of the course that is set beside plain MkDocs"
    )
    parser.add_argument("--rounds", type=int, default=5, help="builds of each")
    parser.add_argument("--growth-rounds", type=int, default=1, help=f"builds of {SMALL} and {LARGE} lessons; 0: none")
    parser.add_argument("--only", choices=KINDS, help="measure only one of the two")
    options = parser.parse_args()
    kinds = (options.only,) if options.only else KINDS
    within = compare(options.lessons, options.rounds, kinds)
    if options.growth_rounds:
        within &= growth(options.growth_rounds, kinds)
    sys.exit(0 if within else 1)


def compare(lessons: int, rounds: int, kinds: tuple[str, ...]) -> bool:
    """Print how long builds of so many lessons take; whether the ratio is within its limit."""
    times = measure(lessons, rounds, kinds)
    print(f"{lessons} lessons, {rounds} rounds; CPU seconds of a build")
    for kind, seconds in times.items():
        each = statistics.median(seconds) / lessons * 1000
        print(f"  {kind:<8}{spread(seconds)}   {each:.1f} ms a lesson")
    if len(times) < len(KINDS):
        return True
    ratios = [course / plain for course, plain in zip(times["course"], times["plain"], strict=True)]
    within = statistics.median(ratios) <= MOST_TIMES_PLAIN
    print(f"  ratio   {spread(ratios)}   {verdict(within)} {MOST_TIMES_PLAIN}")
    return within


def growth(rounds: int, kinds: tuple[str, ...]) -> bool:
    """Print how the time grows from a small course to a large one; whether that is within its limit.

    A course of one lesson stands for what every build costs, and is taken off: it would flatter the growth.
    """
    within = True
    print(f"\nGrowth from {SMALL} to {LARGE} lessons, {rounds} rounds; time goes with lessons to the power of")
    times = {count: measure(count, rounds, kinds) for count in (1, SMALL, LARGE)}
    for kind in kinds:
        start, small, large = (statistics.median(times[count][kind]) for count in times)
        steps = math.log(LARGE / SMALL)
        whole = math.log(large / small) / steps
        exponent = math.log((large - start) / (small - start)) / steps
        print(
            f"  {kind:<8}{exponent:.3f}   ({whole:.3f} with start-up; {start:.2f}, {small:.2f}, {large:.2f} s)", end=""
        )
        if kind == "course":
            within = exponent <= MOST_GROWTH
            print(f"   {verdict(within)} {MOST_GROWTH}", end="")
        print()
    return within


def measure(lessons: int, rounds: int, kinds: tuple[str, ...]) -> dict[str, list[float]]:
    """CPU seconds of each build, by kind."""
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    with tempfile.TemporaryDirectory(prefix="benchmark-") as temporary:
        folder = Path(temporary)
        make(folder, lessons)
        for number in range(rounds):
            for kind in kinds if number % 2 == 0 else reversed(kinds):
                times[kind].append(build(folder / kind))
    return times


def build(folder: Path) -> float:
    """CPU seconds of one build."""
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    with tempfile.TemporaryFile("w+") as said:
        # Plain MkDocs prints nothing; sheets.py measures the printing.
        environment = {**os.environ, "PDF": "false"}
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said, stdin=subprocess.DEVNULL, env=environment
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)  # waited for by hand, so it must be told
        said.seek(0)
        if process.returncode or not (site / "index.html").exists():
            sys.exit(f"The build of {folder.name} failed:\n{said.read()[-3000:]}")
    return usage.ru_utime + usage.ru_stime


def spread(values: list[float]) -> str:
    """The middle of some values, and the least and the most."""
    return f"{statistics.median(values):7.3f}  ({min(values):.3f} … {max(values):.3f})"


def verdict(within: bool) -> str:
    """Words before a limit."""
    return "within" if within else "OVER"


if __name__ == "__main__":
    main()
