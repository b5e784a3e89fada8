"""The window ready after unlocking, beside an empty window with the same imports and the same opening."""

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.figures import TREE, Times, line, processes_in_turn, say
from ui.actions import practise, unlock

TIMES, BAR = 7, 1.5
PROGRAM = [sys.executable, "-m", "tests.benchmarks.starting"]


def test_the_window_is_ready(tmp_path: Path) -> None:
    place = tmp_path / "home"
    unlock.lock(practise.practise(place, lambda *_: None))
    started = [*PROGRAM, "window", str(place), practise.PASSPHRASE]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    unlocking: list[float] = []
    loaded: list[str] = []
    for _ in range(3):
        done = subprocess.run(started, cwd=TREE, env=environment, check=True, capture_output=True, text=True)
        took, *loaded = done.stdout.split()
        unlocking.append(float(took))
    assert "ui.window.pages.cases" in loaded
    assert "ui.window.pages.assessment.page" not in loaded  # built, and even imported, on its first visit
    floor = [*PROGRAM, "empty", str(place), practise.PASSPHRASE, ",".join(loaded)]
    found = processes_in_turn(TIMES, floor=floor, window=started)
    say(
        "The window, whole processes, ended when the first page is painted",
        line("empty window, the same imports, opening (the floor)", found["floor"]),
        line("the window, unlocked, its first page painted", found["window"], found["floor"], bar=BAR),
        line("of that: from the passphrase to the first page", Times(tuple(unlocking))),
    )
