"""Everything but the window runs without Qt, and `--help` loads nothing heavy: seen in fresh processes."""

import subprocess
import sys

import pytest

from tests.shape.source import TREE, dotted, modules

EVERYTHING_ELSE = (
    "model",
    "storage",
    "resources",
    "ui/actions",
    "ui/reading",
    "ui/presenters",
    "ui/paper",
    "ui/terminal",
)
QT = ("PySide6", "shiboken6")
HEAVY = (*QT, "cryptography", "msgspec", "pyrage", "reportlab", "sqlcipher3", "sqlite_utils", "tomllib")


def loaded(program: str, watched: tuple[str, ...]) -> set[str]:
    """Run a piece of Python in a fresh process; gives back which of the watched packages it loaded."""
    ask = f"\nimport sys\nprint('loaded:', *[name for name in {watched!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program + ask],
        cwd=TREE,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_everything_but_the_window_is_imported_without_qt() -> None:
    program = "\n".join(f"import {dotted(file)}" for file in modules(*EVERYTHING_ELSE))
    assert program.count("\n") > 30
    assert loaded(f"{program}\nimport ui.session", QT) == set()


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_the_first_words_of_the_terminal_load_nothing_heavy(word: str) -> None:
    program = f"""
import sys, main
sys.argv = ["casebook", {word!r}]
try:
    main.main()
except SystemExit as end:
    assert end.code == 0
"""
    assert loaded(program, HEAVY) == set()


def test_the_window_does_load_qt() -> None:
    assert "PySide6" in loaded("import ui.window.app", QT)
