"""Digits for the telephone: four groups in a row, and said digit by digit."""

from pytestqt.qtbot import QtBot

from ui.window.widgets.digits import Digits


def test_groups_stand_in_rows_and_are_spoken_digit_by_digit(qtbot: QtBot) -> None:
    shown = Digits("Digits to compare")
    qtbot.addWidget(shown)
    shown.set(["12345"] * 8)
    shown.set(["48213", "99120", "00451", "77812", "12345"])
    shown.show()
    assert shown.text() == "48213 99120 00451 77812 12345"
    assert shown.accessibleName().startswith("Digits to compare: 4 8 2 1 3, 9 9 1 2 0")
    rows = {label.y() for label in shown._labels}
    assert len(rows) == 2
