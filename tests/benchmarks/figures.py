"""What the benchmarks share: times of several ways taken in turn, and the table in which they are said.

Nothing here judges by a clock: a figure over its bar is said in words, and the test passes.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
WARM = 5
"""How many times at the beginning do not count."""


@dataclass(frozen=True, slots=True)
class Times:
    """The times of one way, in milliseconds."""

    taken: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.taken)

    @property
    def p95(self) -> float:
        ordered = sorted(self.taken)
        return ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)]

    @property
    def least(self) -> float:
        return min(self.taken)


def in_turn(times: int, warm: int = WARM, **ways: Callable[[int], object]) -> dict[str, Times]:
    """Do every way once, then every way again, and so on: what slows the machine down slows all of them."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(warm + times):
        for name, way in ways.items():
            start = time.perf_counter()
            way(number)
            taken[name].append((time.perf_counter() - start) * 1000)
    return {name: Times(tuple(found[warm:])) for name, found in taken.items()}


def processes_in_turn(times: int, **commands: Sequence[str]) -> dict[str, Times]:
    """Run whole programs in turn, quietly, and return how long each took from start to end."""
    environment = {**os.environ, "PYTHONPATH": str(TREE), "QT_QPA_PLATFORM": "offscreen"}
    ways = {
        name: lambda _, command=command: subprocess.run(
            command, cwd=TREE, env=environment, check=True, stdout=subprocess.DEVNULL
        )
        for name, command in commands.items()
    }
    return in_turn(times, 1, **ways)


def say(title: str, *lines: str) -> None:
    """Write a title and lines under it."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    words = [f"\n{title}   (load of the machine {load:.1f})", *(f"  {line}" for line in lines)]
    sys.stdout.write("\n".join(words) + "\n")
    sys.stdout.flush()


def line(name: str, times: Times, floor: Times | None = None, *, bar: float = 0.0) -> str:
    """One line of a table: median and 95th percentile in ms, and the ratio to a floor beside its bar."""
    words = f"{name:<58} median {times.median:9.3f}  p95 {times.p95:9.3f}  least {times.least:9.3f} ms"
    if floor is None:
        return words
    least = f"{times.least / floor.least:.2f} × of the least"
    return f"{words}  {against(times.median / floor.median, bar, '×')} ({least})"


def against(value: float, bar: float, unit: str) -> str:
    """A figure beside its bar, in words."""
    if not bar:
        return f"{value:.2f} {unit}"
    return f"{value:.2f} {unit}, {'within' if value <= bar else 'OVER'} the bar of {bar:g} {unit}"
