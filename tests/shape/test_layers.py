"""What the import contracts cannot say: standard library only, no store for screens, Qt in one place."""

import ast
import sys

import pytest

from tests.shape.source import imported, modules, read


def foreign(source: str, own: str) -> list[str]:
    """What a piece of Python imports that is neither the standard library nor its own package."""
    roots = {name.split(".")[0] for name in imported(source)}
    return sorted(roots - sys.stdlib_module_names - {own})


def qt(source: str) -> list[str]:
    """What a piece of Python imports of Qt."""
    return sorted(
        {
            name
            for name in imported(source)
            if name.split(".")[0] in {"PySide6", "shiboken6", "PyQt5", "PyQt6"}
        }
    )


def reaches_the_store(source: str) -> bool:
    """Whether a piece of Python reads the store out of a session, or the database out of the store."""
    return any(
        isinstance(node, ast.Attribute) and (node.attr == "db" or _is_store_of_session(node))
        for node in ast.walk(ast.parse(source))
    )


def _is_store_of_session(node: ast.Attribute) -> bool:
    """Whether this is `session.store`, or the store of something called session; a page may have its own."""
    owner = node.value
    name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
    return node.attr == "store" and name == "session"


@pytest.mark.parametrize("folder", ["model", "resources"])
def test_the_model_and_the_resources_import_only_the_standard_library(folder: str) -> None:
    found = {str(file): foreign(read(file), folder) for file in modules(folder)}
    assert found
    assert {file: names for file, names in found.items() if names} == {}


def test_only_actions_and_reading_take_the_store_out_of_a_session() -> None:
    others = modules("ui/presenters", "ui/window", "ui/terminal", "ui/paper")
    assert [str(file) for file in others if reaches_the_store(read(file))] == []


def test_only_the_window_imports_qt() -> None:
    outside = [file for file in modules() if file.parts[:2] != ("ui", "window")]
    assert {str(file): qt(read(file)) for file in outside if qt(read(file))} == {}
    assert any(qt(read(file)) for file in modules("ui/window"))


@pytest.mark.parametrize(
    "source",
    ["import sqlite_utils", "from storage import store", "def f():\n    import msgspec.json", "import ui"],
)
def test_a_foreign_import_is_noticed(source: str) -> None:
    assert foreign(source, "model")


def test_own_and_standard_imports_are_allowed() -> None:
    assert foreign("import json\nfrom model.people import Role\nfrom collections import abc", "model") == []


@pytest.mark.parametrize(
    "source",
    ["session.store.db.execute('')", "def show(held):\n    return held.session.store", "x = session.store"],
)
def test_a_presenter_that_reaches_for_the_store_is_noticed(source: str) -> None:
    assert reaches_the_store(source)


@pytest.mark.parametrize(
    "source", ["import PySide6", "from PySide6.QtCore import Qt", "if 1:\n    import shiboken6"]
)
def test_an_import_of_qt_is_noticed(source: str) -> None:
    assert qt(source)
