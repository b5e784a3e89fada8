"""The setting of the guidance holds on the assessment page, now and when it changes."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ui.window.guidance import GuidanceSetting
from ui.window.pages.assessment.page import AssessmentPage
from ui.window.surroundings import Preferences

VALUES: dict[str, str | int] = {"theme": "light", "text_size": 100, "lock_after": 10}


@pytest.mark.parametrize("first", ["beside", "folded"])
def test_it_holds_from_the_first_visit_and_follows(
    qtbot: QtBot, make_desk: Callable[..., Any], first: str
) -> None:
    preferences = Preferences({**VALUES, "guidance": first})
    page = AssessmentPage(make_desk())
    qtbot.addWidget(page)
    GuidanceSetting(page, preferences)
    assert page.parts.side_is_shown() is (first == "beside")
    page.resize(1300, 700)
    page.show()
    for value in ("folded", "beside"):
        preferences.take({**VALUES, "guidance": value})
        assert page.parts.side_is_shown() is (value == "beside")
    preferences.take({**VALUES, "guidance": "beside", "lock_after": 5})
    assert page.parts.side_is_shown()
