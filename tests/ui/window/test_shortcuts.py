"""Shortcuts: each key means one thing, is a key, is bound somewhere, and is told to the person."""

from pathlib import Path

from PySide6.QtGui import QKeySequence

from ui.window.shortcuts import ANYWHERE, Shortcut, key_words


def test_no_key_means_two_things() -> None:
    keys = [QKeySequence(shortcut.key).toString() for shortcut in Shortcut]
    assert len(set(keys)) == len(keys) == len(list(Shortcut))


def test_every_key_is_one_that_exists() -> None:
    assert all(key_words(shortcut) for shortcut in Shortcut)


def test_bare_letters_belong_to_pages() -> None:
    assert not [
        shortcut
        for shortcut in Shortcut
        if len(shortcut.key) == 1 and shortcut.key.isalnum() and shortcut.where == ANYWHERE
    ]


def test_every_shortcut_is_bound_somewhere(tree: Path) -> None:
    code = "\n".join(
        file.read_text("utf-8")
        for file in (tree / "ui" / "window").rglob("*.py")
        if file.name != "shortcuts.py"
    )
    assert [shortcut.name for shortcut in Shortcut if f"Shortcut.{shortcut.name}" not in code] == []
