"""Shortcuts: each key means one thing, is a key, is bound somewhere, and is told to the person."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.window.shortcuts import ANYWHERE, ASSESSMENT, BOTH, CASE, Shortcut, bind, key_words

BOUND = [shortcut for shortcut in Shortcut if not shortcut.in_place]
OWN_KEYS = {"shortcuts.py", "answer_buttons.py", "sides.py"}
"""Where keys may be made: here, and from data (answers, sides of a conflict)."""


def code(tree: Path) -> dict[str, str]:
    files = (tree / "ui" / "window").rglob("*.py")
    return {file.name if file.name in OWN_KEYS else str(file): file.read_text("utf-8") for file in files}


def test_on_one_page_no_key_means_two_things() -> None:
    groups = [one.where for one in BOUND]

    def keys(*groups: str) -> list[str]:
        return [QKeySequence(one.key).toString() for one in BOUND if one.where in groups]

    pages = [(where, BOTH) if where in (ASSESSMENT, CASE) else (where,) for where in {*groups} - {ANYWHERE}]
    assert len(pages) > 2
    for page in pages:
        met = keys(ANYWHERE, *page)
        assert len(set(met)) == len(met)


def test_no_page_makes_keys_of_its_own(tree: Path) -> None:
    makes = {name for name, words in code(tree).items() if "QShortcut(" in words or "QKeySequence(" in words}
    assert makes == OWN_KEYS


def test_a_key_that_is_taken_in_place_is_not_bound(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(ValueError, match="AFTER_ANSWER"):
        bind(widget, Shortcut.AFTER_ANSWER, print)


def test_every_key_is_one_that_exists() -> None:
    assert all(key_words(shortcut) for shortcut in Shortcut)
    assert all(not QKeySequence(shortcut.key).isEmpty() for shortcut in BOUND)


def test_bare_letters_belong_to_pages() -> None:
    assert not [
        shortcut
        for shortcut in BOUND
        if len(shortcut.key) == 1 and shortcut.key.isalnum() and shortcut.where == ANYWHERE
    ]


def test_every_shortcut_is_bound_or_told_somewhere(tree: Path) -> None:
    words = "\n".join(text for name, text in code(tree).items() if name != "shortcuts.py")
    assert [one.name for one in Shortcut if not re.search(rf"Shortcut\.{one.name}\b", words)] == []
