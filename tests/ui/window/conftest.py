"""A window with pages of its own, without a store: what tests of the frame and of widgets start from."""

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.somebody import Chosen
from ui.window import icons
from ui.window.app import load_fonts
from ui.window.background import AtOnce
from ui.window.desk import Desk, Held
from ui.window.theme import Appearance, Choice, Look


def pytest_configure(config: pytest.Config) -> None:
    """Qt's offscreen screen grumbles about every window with a smallest size; nothing is wrong then."""
    config.addinivalue_line("qt_log_ignore", "propagateSizeHints")


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    """The application's look, made once as the program makes it."""
    qapp.setStyle("Fusion")
    family = load_fonts()
    font = qapp.font()
    if family:
        font.setFamily(family)
    qapp.setFont(font)
    made = Appearance(qapp, Look(Choice.LIGHT))
    made.changed.connect(icons.tint_all)
    return made


@pytest.fixture(autouse=True)
def usual_look(appearance: Appearance) -> None:
    """Every test starts with the light theme at 100%, and without what the one before it showed."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    appearance.set(Look(Choice.LIGHT))


@dataclass
class Said:
    """What a page asked of the frame, in order, as (what, with what)."""

    all: list[tuple[str, Any]] = field(default_factory=list)

    def named(self, name: str) -> list[Any]:
        """Everything of one kind."""
        return [what for kind, what in self.all if kind == name]


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def make_desk(said: Said, appearance: Appearance) -> Callable[..., Desk]:
    """Make a desk for a page on its own: tasks run at once; what is asked of the frame is in `said`."""

    def note(kind: str) -> Callable[..., None]:
        return lambda *what: said.all.append((kind, what[0] if len(what) == 1 else what))

    def navigate(page: str, /, **what: Any) -> None:
        said.all.append(("navigate", (page, what)))

    def make(
        session: Any = None, *, files: Chosen | None = None, now: str = "2018-10-08T13:02:11+00:00"
    ) -> Desk:
        held = Held()
        held.session = session
        work = AtOnce()
        work.refused.connect(note("refuse"))
        return Desk(
            work=work,
            held=held,
            files=files or Chosen(),
            navigate=navigate,
            back=note("back"),
            announce=note("announce"),
            refuse=note("refuse"),
            saved=note("saved"),
            place=note("place"),
            look=appearance.set,
            enter=note("enter"),
            lock=note("lock"),
            now=lambda: datetime.fromisoformat(now).astimezone(UTC),
        )

    return make


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    """A desk without a session."""
    return make_desk()


def _beside(name: str) -> ModuleType:
    """A module that lies beside this file (tests are no package)."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def faults() -> Callable[[QWidget], list[str]]:
    """The probe: `faults(shown_widget)` lists what is clipped, nameless, too small or overlapping."""
    found: Callable[[QWidget], list[str]] = _beside("probe").faults
    return found


@pytest.fixture(scope="session")
def gallery() -> ModuleType:
    """Pages that show every widget."""
    return _beside("gallery")
