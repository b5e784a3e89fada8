"""The list of what completing needs, on its own."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.presenters.assessment.moves import Completing, Lead
from ui.window.pages.assessment.completing import CompletingPane
from ui.window.widgets.buttons import Button

MISSING = Lead("unanswered.key", "key", "2.1.1", "Does assessment …?", "Not answered")
WARNING = Lead("no_evidence.key", "key", "2.1.1", "Does assessment …?", "A No without an evidence note")
ALERT = Lead("alert_open.case", "", "", "", "An alert is still open")
LEFT = tuple(Lead(f"unanswered.{id}", id, id, "A prompt", "Not answered") for id in ("a", "b"))
INHERITED = Lead("inherited.x", "x", "2.1.2", "Does …?", "Answered by Owen Hart")


@pytest.fixture
def pane(qtbot: Any) -> CompletingPane:
    made = CompletingPane()
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    return made


def field(pane: CompletingPane, name: str) -> QLineEdit:
    found = pane.replies[name].field
    assert isinstance(found, QLineEdit)
    return found


def test_what_is_missing_stops_it_and_leads_to_its_question(pane: CompletingPane, qtbot: Any) -> None:
    pane.draw(Completing((MISSING,), (), (WARNING,), LEFT, {}), "case 4001")
    assert not pane.done.isEnabled()
    assert pane.replies == {}
    gone: list[str] = []
    pane.go.connect(gone.append)
    first = pane.first_focus()
    assert isinstance(first, Button)
    first.click()
    assert gone == ["key"]


def test_every_warning_needs_a_reply_and_one_stands_for_all_left_open(
    pane: CompletingPane, qtbot: Any
) -> None:
    pane.draw(Completing((), (), (WARNING, ALERT), LEFT, {}), "case 4001")
    given: list[dict[str, str]] = []
    pane.complete.connect(given.append)
    pane.done.click()
    assert given == []
    assert pane.replies["no_evidence.key"].problem()
    for name, words in (("no_evidence.key", "Seen"), ("alert_open.case", "Told"), ("unanswered", "Not due")):
        field(pane, name).setText(words)
    pane.done.click()
    assert given == [
        {
            "no_evidence.key": "Seen",
            "alert_open.case": "Told",
            "unanswered.a": "Not due",
            "unanswered.b": "Not due",
        }
    ]


def test_enter_goes_from_reply_to_reply_and_on_to_the_button(pane: CompletingPane, qtbot: Any) -> None:
    pane.draw(Completing((), (), (WARNING, ALERT), (), {}), "case 4001")
    pane.activateWindow()
    qtbot.waitUntil(lambda: pane.isActiveWindow() and pane.done.isVisible())
    first, second = (field(pane, name) for name in pane.replies)
    assert pane.first_focus() is first
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert pane.done.hasFocus()


def test_replies_that_were_given_or_typed_before_stay(pane: CompletingPane) -> None:
    state = Completing(
        (), (), (WARNING,), LEFT, {"no_evidence.key": "Seen before", "unanswered.a": "Not due"}
    )
    pane.draw(state, "case 4001")
    assert (field(pane, "no_evidence.key").text(), field(pane, "unanswered").text()) == ("Seen before", "")
    field(pane, "unanswered").setText("Left open")
    pane.draw(state, "case 4001")
    assert field(pane, "unanswered").text() == "Left open"


def test_an_alert_leads_to_the_case(pane: CompletingPane) -> None:
    pane.draw(Completing((), (), (ALERT,), (), {}), "case 4001")
    gone: list[str] = []
    pane.go.connect(gone.append)
    next(button for button in pane.findChildren(Button) if button.text() == "Alerts").click()
    assert gone == [""]


def test_inherited_answers_are_confirmed_together_after_a_look(pane: CompletingPane) -> None:
    pane.draw(Completing((), (INHERITED,), (), (), {}), "case 4001")
    assert not pane.done.isEnabled()
    confirmed: list[list[str]] = []
    pane.confirm_all.connect(confirmed.append)
    next(button for button in pane.findChildren(Button) if button.text().startswith("Confirm all")).click()
    assert confirmed == [["x"]]


def test_nothing_missing_completes_at_once_and_esc_leaves(pane: CompletingPane, qtbot: Any) -> None:
    pane.draw(Completing((), (), (), (), {}), "case 4001")
    given: list[dict[str, str]] = []
    left: list[bool] = []
    pane.complete.connect(given.append)
    pane.left.connect(lambda: left.append(True))
    pane.done.click()
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert (given, left) == ([{}], [True])
