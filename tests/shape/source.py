"""The program's own Python files, and what a piece of Python imports, reads and calls."""

import ast
from collections.abc import Iterator
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
PACKAGES = ("model", "storage", "resources", "ui")


def modules(*folders: str) -> list[Path]:
    """Every Python file of these folders (without any: of the whole program), relative to the tree."""
    if not folders:
        return [Path("main.py"), *modules(*PACKAGES)]
    found = (file for folder in folders for file in (TREE / folder).rglob("*.py"))
    return sorted(file.relative_to(TREE) for file in found if "__pycache__" not in file.parts)


def read(file: Path) -> str:
    """The words of a file of the tree."""
    return (TREE / file).read_text("utf-8")


def dotted(file: Path) -> str:
    """The name by which a file is imported: model/journal/__init__.py is model.journal."""
    parts = file.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(source: str) -> Iterator[str]:
    """Every module that a piece of Python imports, anywhere in it, as dotted names."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{'.' * node.level}{node.module or ''}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def names(source: str) -> Iterator[tuple[str, int]]:
    """Every plain name and attribute that a piece of Python uses, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        elif isinstance(node, ast.alias):
            yield node.name, node.lineno
