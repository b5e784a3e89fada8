"""Where the files that come with the program lie, in the source tree and in a packed one; and its version."""

import sys
from pathlib import Path
from typing import Final

VERSION: Final = "0.1.0"
"""The version of the program, as in the packed program, in bundles and in `casebook --version`."""


def path(*names: str) -> Path:
    """Give back where a file or folder of the program lies: `path("help", "start.md")`.

    A packed program keeps the same folder beside its libraries. FileNotFoundError for what is not there, and
    ValueError for names that lead out of the folder.
    """
    packed: str | None = getattr(sys, "_MEIPASS", None)
    folder = Path(packed) / "resources" if packed else Path(__file__).resolve().parent
    place = folder.joinpath(*names)
    if not place.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"outside the program's own files: {'/'.join(names)}")
    if not place.exists():
        raise FileNotFoundError(f"the program's own file is missing: resources/{'/'.join(names)}")
    return place


def notices() -> str:
    """Give back the notices: whose work the program stands on, and under which licences."""
    packed: str | None = getattr(sys, "_MEIPASS", None)
    folder = Path(packed) if packed else Path(__file__).resolve().parents[1]
    return (folder / "NOTICES.md").read_text("utf-8")
