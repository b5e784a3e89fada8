"""The assessment page on its own, shown, with a real store behind it and tasks that run at once."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fieldwork import Clock, allot, begin
from ui.session import Session
from ui.window.pages.assessment.page import AssessmentPage


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def megan(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    session = begin(tmp_path, clock=clock)
    yield session
    session.store.close()


@pytest.fixture
def assessment(megan: Session) -> str:
    return allot(megan, 1)


@pytest.fixture
def page(qtbot: Any, make_desk: Callable[..., Any], megan: Session) -> AssessmentPage:
    made = AssessmentPage(make_desk(megan))
    qtbot.addWidget(made)
    made.resize(1198, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def press(qtbot: Any, page: AssessmentPage) -> Callable[..., None]:
    """Press keys as a person does: they go to whatever has the keyboard."""

    def pressed(*keys: Any) -> None:
        for key in keys:
            target: QWidget = QApplication.focusWidget() or page
            qtbot.keyClick(target, key)

    return pressed
