"""A status is a word, an icon and a colour, and is called by its word."""

from pytestqt.qtbot import QtBot

from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone


def test_it_is_called_by_its_word(qtbot: QtBot) -> None:
    badge = StatusBadge("Not known yet", Tone.UNKNOWN)
    qtbot.addWidget(badge)
    assert (badge.text(), badge.accessibleName()) == ("Not known yet", "Not known yet")


def test_another_state_changes_all_three(qtbot: QtBot) -> None:
    badge = StatusBadge("Not known yet", Tone.UNKNOWN)
    qtbot.addWidget(badge)
    badge.show()
    before = badge.grab().toImage()
    badge.set("Conflict", Tone.ATTENTION, "conflict")
    assert (badge.text(), badge.property("tone")) == ("Conflict", "attention")
    assert badge.grab().toImage() != before


def test_presenters_name_tones_by_their_words() -> None:
    assert Tone("not_sufficient") is Tone.NOT_SUFFICIENT
    assert Tone("") is Tone.PLAIN
