"""The terminal: `--help` at once, and a command hardly slower than its imports and opening the store."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.figures import TREE, against, line, processes_in_turn, say
from ui.actions import practise, unlock
from ui.reading import cases

TIMES, HELP_BAR, COMMAND_BAR = 9, 0.15, 0.1
OWN = ("model", "storage", "resources", "ui", "main")

AFTER = """
import runpy, sys
sys.argv = ["casebook", *sys.argv[1:]]
try:
    runpy.run_path("main.py", run_name="__main__")
except SystemExit as end:
    assert not end.code
print("\\n".join(["loaded:", *sys.modules]))
"""

FLOOR = """
import importlib, sys
from pathlib import Path
for name in {modules!r}:
    importlib.import_module(name)
from storage import slots, store
from ui.actions.begin import SLOTS_FILE
home = Path(sys.argv[1])
store.open_store(home, slots.unlock(slots.read_slots(home / SLOTS_FILE), sys.argv[2]).key).close()
"""


def modules_of(*arguments: str) -> list[str]:
    """The modules of Casebook that a command has loaded in the end; each brings the libraries it needs."""
    done = subprocess.run(
        [sys.executable, "-c", AFTER, *arguments], cwd=TREE, check=True, capture_output=True, text=True
    )
    loaded = done.stdout.split("loaded:\n")[1].split()
    return [name for name in loaded if name.split(".")[0] in OWN]


def test_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / practise.FOLDER
    made = practise.practise(home, lambda *_: None)
    own = [one.id for one, _ in cases.assessments(made).values() if one.case]
    unlock.lock(made)
    monkeypatch.setenv("CASEBOOK_PASSPHRASE", practise.PASSPHRASE)
    program = [sys.executable, "main.py"]
    command = ["cases", "--home", str(home)]
    shown = subprocess.run([*program, *command], cwd=TREE, check=True, capture_output=True, text=True)
    assert len(shown.stdout.splitlines()) == len(own)
    floor = FLOOR.format(modules=modules_of(*command))
    found = processes_in_turn(
        TIMES,
        python=[sys.executable, "-c", "pass"],
        help=[*program, "--help"],
        floor=[sys.executable, "-c", floor, str(home), practise.PASSPHRASE],
        command=[*program, *command],
    )
    over = (found["command"].median - found["floor"].median) / 1000
    say(
        "The terminal, whole processes",
        line("Python alone", found["python"]),
        f"{line('--help', found['help'])}  {against(found['help'].median / 1000, HELP_BAR, 's')}",
        line("the imports of “cases” and opening the store (the floor)", found["floor"]),
        f"{line('“cases”', found['command'])}  {against(over, COMMAND_BAR, 's above the floor')}",
    )
