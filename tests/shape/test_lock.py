"""What is installed is what the lock names, may be shipped, and holds no part of Qt that is GPL only."""

import re
import sys
import tomllib
from importlib import metadata
from importlib.util import find_spec

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.shape.source import TREE, imported, modules, read

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-build.txt")
ALLOWED = frozenset(
    "0BSD Apache-2.0 BSD BSD-2-Clause BSD-3-Clause CC-BY-4.0 CC0-1.0 HPND ISC MIT MIT-0 MIT-CMU "
    "MPL-2.0 PSF-2.0 Unlicense Zlib".split()
)
LGPL_FOR_QT = {"pyside6-essentials", "shiboken6"}
READ_BY_HAND = {
    "charset-normalizer": "MIT",
    "click-default-group": "Unlicense",
    "odfpy": "Apache-2.0 OR GPL-2.0-or-later OR LGPL-2.1-or-later",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyrage": "MIT",
    "pyside6-essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "sqlcipher3": "Zlib",
    "sqlite-fts4": "Apache-2.0",
    "tzdata": "Apache-2.0",
}
"""Libraries that state no SPDX expression: read in their own licence files. NOTICES.md says more."""
NAMED_OTHERWISE = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
GPL_ONLY = frozenset(
    "QtCharts QtDataVisualization QtGraphs QtGraphsWidgets QtHttpServer QtNetworkAuth QtQuick3D "
    "QtVirtualKeyboard".split()
)


def locked(text: str) -> list[Requirement]:
    """The requirements of a lock file that apply to this system."""
    lines = (line.strip() for line in re.sub(r"\\\n\s*--hash=\S+", "", text).splitlines())
    found = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return [one for one in found if one.marker is None or one.marker.evaluate()]


def without_hash(text: str) -> list[str]:
    """The requirements that a lock file names without a single hash, or not at one exact version."""
    blocks = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text).strip())
    return [block.split()[0] for block in blocks if "--hash=sha256:" not in block or "==" not in block]


def may_ship(name: str, expression: str) -> bool:
    """Whether one alternative of an SPDX expression lets us pack a library into the program."""
    allowed = ALLOWED | ({"LGPL-3.0-only"} if name in LGPL_FOR_QT else set())
    alternatives = [set(re.findall(r"[\w.-]+", part)) - {"AND"} for part in re.split(r"\bOR\b", expression)]
    return any(together and together <= allowed for together in alternatives)


def licence_of(name: str) -> str:
    """The licence of an installed library: as it states it, else as it was read by hand."""
    about = metadata.metadata(name)
    if "License-Expression" in about:
        return str(about["License-Expression"])
    if name in READ_BY_HAND:
        return READ_BY_HAND[name]
    stated = [line.rsplit(" :: ", 1)[1] for line in about.get_all("Classifier") or [] if "License ::" in line]
    return " AND ".join(NAMED_OTHERWISE.get(one, one) for one in stated)


def read_lock(lock: str) -> str:
    """The words of a lock file."""
    return (TREE / lock).read_text("utf-8")


def shipped() -> list[str]:
    """The names of the libraries that the program needs to run."""
    return [canonicalize_name(one.name) for one in locked(read_lock("requirements.txt"))]


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_installed_is_what_is_locked(lock: str) -> None:
    wanted = {canonicalize_name(one.name): str(one.specifier) for one in locked(read_lock(lock))}
    assert wanted
    assert {name: f"=={metadata.version(name)}" for name in wanted} == wanted


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_hashes_and_no_place(lock: str) -> None:
    text = read_lock(lock)
    assert without_hash(text) == []
    assert re.findall(r"://|--index|--extra-index|--find-links|@ file", text) == []


def test_what_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((TREE / "pyproject.toml").read_text("utf-8"))
    asked = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]],
        "requirements-build.txt": project["dependency-groups"]["build"],
    }
    for lock, wanted in asked.items():
        versions = {canonicalize_name(one.name): str(one.specifier)[2:] for one in locked(read_lock(lock))}
        for one in map(Requirement, wanted):
            assert one.specifier.contains(versions[canonicalize_name(one.name)]), one


def test_all_that_is_packed_may_be_shipped() -> None:
    assert {name: licence_of(name) for name in shipped() if not may_ship(name, licence_of(name))} == {}


def test_what_was_read_by_hand_is_shipped_and_needs_it() -> None:
    assert sorted(READ_BY_HAND) == [
        name
        for name in sorted(shipped())
        if name in READ_BY_HAND and "License-Expression" not in metadata.metadata(name)
    ]


def test_every_library_that_is_packed_is_in_the_notices() -> None:
    notices = (TREE / "NOTICES.md").read_text("utf-8").casefold()
    assert [name for name in shipped() if name not in notices] == []


def test_no_part_of_qt_that_is_gpl_only_is_used_or_installed() -> None:
    names = (name for file in modules() for name in imported(read(file)))
    used = {name.split(".")[1] for name in names if name.startswith("PySide6.")}
    assert "QtWidgets" in used
    assert used & GPL_ONLY == set()
    assert [name for name in sorted(GPL_ONLY) if find_spec(f"PySide6.{name}") is not None] == []


def test_this_is_a_python_that_the_lock_serves() -> None:
    assert (3, 11) <= sys.version_info[:2] <= (3, 13)


@pytest.mark.parametrize(
    ("name", "expression"),
    [
        ("borb", "AGPL-3.0-only"),
        ("left-pad", "GPL-2.0-only OR GPL-3.0-only"),
        ("left-pad", "LGPL-3.0-only OR GPL-3.0-only"),
        ("left-pad", "MIT AND GPL-3.0-only"),
        ("left-pad", ""),
    ],
)
def test_a_licence_that_we_may_not_ship_is_noticed(name: str, expression: str) -> None:
    assert not may_ship(name, expression)


@pytest.mark.parametrize(
    ("name", "expression"),
    [
        ("pyside6-essentials", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"),
        ("cryptography", "Apache-2.0 OR BSD-3-Clause"),
        ("left-pad", "(MIT AND BSD-3-Clause)"),
    ],
)
def test_a_licence_that_we_may_ship_is_allowed(name: str, expression: str) -> None:
    assert may_ship(name, expression)


def test_a_requirement_without_hash_or_version_is_noticed() -> None:
    good = "# head\nclick==8.3 \\\n    --hash=sha256:aa\n    # via casebook\n"
    assert without_hash(good) == []
    assert without_hash(good + "rich==15\n") == ["rich==15"]
    assert without_hash(good + "rich>=15 \\\n    --hash=sha256:bb\n") == ["rich>=15"]
