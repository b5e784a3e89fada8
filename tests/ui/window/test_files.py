"""Asking for files: what is chosen, where it begins, and that a locked window takes no answer."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.window.files import AskPerson


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the dialogues were called with; each answers with a path, as a person who chooses."""
    heard: list[tuple[Any, ...]] = []

    def answer(result: Any) -> Any:
        def dialogue(*what: Any) -> Any:
            heard.append(what[1:])
            return result

        return dialogue

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer(("/stick/a.casebook", "")))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer((["/stick/a", "/stick/b"], "")))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer(("/stick/card", "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer("/stick"))
    return heard


def test_each_way_of_asking(qtbot: QtBot, asked: list[tuple[Any, ...]]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ask = AskPerson(window)
    start = Path("/") / "stick"
    assert ask.open_file("Bundle", "Bundles (*.casebook)", start) == start / "a.casebook"
    assert ask.open_files("Bundles", "") == (start / "a", start / "b")
    assert ask.save_file("Card", "card", "Cards") == start / "card"
    assert ask.folder("Where", start) == start
    assert asked[0] == ("Bundle", str(start), "Bundles (*.casebook)")
    assert asked[3] == ("Where", str(start))


def test_an_answer_after_the_window_was_locked_is_none(qtbot: QtBot, asked: list[tuple[Any, ...]]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sessions = [object(), None]
    ask = AskPerson(window, lambda: sessions.pop(0))
    assert ask.folder("Where") is None
    sessions[:] = [object(), None]
    assert ask.open_files("Bundles", "") == ()
