"""What unfolds says whether it is unfolded."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.unfold import Unfold


def test_it_unfolds_and_folds_by_key(qtbot: QtBot) -> None:
    part, label = Unfold("Behind this number"), PlainLabel("Twelve")
    part.body.addWidget(label)
    qtbot.addWidget(part)
    part.show()
    assert not label.isVisible()
    assert part.button.accessibleDescription() == "Folded"
    QTest.keyClick(part.button, Qt.Key.Key_Return)
    assert label.isVisible()
    assert part.button.accessibleDescription() == "Unfolded"
    part.unfold(on=False)
    assert not label.isVisible()
