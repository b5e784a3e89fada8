"""A field for a passphrase: hidden unless asked, and Enter goes on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window.widgets.passphrase import Passphrase, ShowPassphrase


def test_hidden_shown_and_hidden_again(qtbot: QtBot) -> None:
    done: list[str] = []
    window = QWidget()
    field = Passphrase(lambda: done.append("done"))
    shown = ShowPassphrase(field)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(shown)
    qtbot.addWidget(window)
    window.show()
    QTest.keyClicks(field, "spaces and all")
    assert field.displayText() != field.text() == "spaces and all"
    shown.setChecked(True)
    assert field.displayText() == "spaces and all"
    shown.hide_again()
    assert field.echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert done == ["done"]
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
