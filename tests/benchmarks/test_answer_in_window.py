"""From a key to a durable, drawn answer in the window: measured by bench_answer.py, a program of its own."""

import os
import subprocess
import sys

from tests.benchmarks.figures import TREE, say


def test_from_key_to_drawn_answer() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_answer"],
        cwd=TREE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
    )
    lines = done.stdout.splitlines()
    assert lines, done.stderr
    assert lines[-1].startswith("bar:"), done.stderr
    say("From a key to a durable, drawn answer", *lines[1:])
