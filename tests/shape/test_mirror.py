"""Tests mirror the tree: what a file does is shown by the test of the same name in the same place."""

import ast
from pathlib import Path

from tests.shape.source import TREE, modules, read

MIRRORED = ("model", "storage", "resources", "ui")
APART = {
    Path("tests/model/journal/test_laws.py"): "the laws that all files of the journal keep together",
    Path("tests/resources/test_every_instrument.py"): "what all instruments of all programmes keep together",
    Path(
        "tests/resources/test_instrument_page.py"
    ): "docs/instruments.md beside the programmes that it explains",
}
"""Tests that mirror no single file, each with the reason."""
SHOWN_ELSEWHERE = {
    Path("model/journal/erasure.py"): "laws over random histories: tests/model/journal/test_laws.py",
    Path("model/journal/fields.py"): "laws over random histories: tests/model/journal/test_laws.py",
    Path("model/journal/merge.py"): "laws over random histories: tests/model/journal/test_laws.py",
    Path("model/journal/undo.py"): "laws over random histories: tests/model/journal/test_laws.py",
}
"""Files of model and storage without a test of their own, each with the reason."""


def in_folders(*folders: str) -> list[Path]:
    """The files of tests under these folders."""
    return [
        file for folder in folders for file in modules(f"tests/{folder}") if file.name.startswith("test_")
    ]


def mirrors(test: Path, tree: Path = TREE) -> bool:
    """Whether what a test is named after exists: test_x.py for x.py, x/ or a resource x."""
    place = tree.joinpath(*test.parts[1:-1])
    stem = test.stem.removeprefix("test_")
    if stem == "init":
        return (place / "__init__.py").exists()
    if test.parts[1] == "resources":
        return any(file.stem == stem for file in place.rglob("*"))
    return (place / f"{stem}.py").exists() or (place / stem).is_dir()


def does_something(source: str) -> bool:
    """Whether a module has a function or a method, so that something could be wrong with it."""
    return any(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(ast.parse(source))
    )


def own_test(file: Path) -> Path:
    """Where the test of a module belongs."""
    stem = "init" if file.stem == "__init__" else file.stem
    return Path("tests", *file.parts[:-1], f"test_{stem}.py")


def test_every_test_is_named_after_what_it_tests() -> None:
    assert [str(test) for test in in_folders(*MIRRORED) if not mirrors(test) and test not in APART] == []


def test_every_module_of_model_and_storage_has_its_test() -> None:
    working = [file for file in modules("model", "storage") if does_something(read(file))]
    missing = [own_test(file) for file in working if file not in SHOWN_ELSEWHERE]
    assert [str(test) for test in missing if not (TREE / test).exists()] == []


def test_no_exception_outlives_its_reason() -> None:
    assert [test for test in APART if not (TREE / test).exists() or mirrors(test)] == []
    assert [
        file for file in SHOWN_ELSEWHERE if not (TREE / file).exists() or (TREE / own_test(file)).exists()
    ] == []


def test_tests_are_no_packages() -> None:
    assert [file for file in modules("tests") if file.name == "__init__.py"] == []


def test_a_test_of_nothing_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "merge.py").touch()
    assert mirrors(Path("tests/model/test_merge.py"), tmp_path)
    assert not mirrors(Path("tests/model/test_gone.py"), tmp_path)
    assert not mirrors(Path("tests/model/journal/test_merge.py"), tmp_path)


def test_modules_that_do_something_are_told_from_those_that_only_say_something() -> None:
    assert does_something("class Kind:\n    def words(self): ...")
    assert not does_something('"""Words."""\nLIMIT = 3\nclass Kind:\n    YES = 1')


def test_where_a_test_belongs() -> None:
    assert own_test(Path("model/journal/merge.py")) == Path("tests/model/journal/test_merge.py")
    assert own_test(Path("resources/__init__.py")) == Path("tests/resources/test_init.py")
