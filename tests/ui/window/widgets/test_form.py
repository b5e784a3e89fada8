"""Rows of a form: names for screen readers, problems beside their field, the keyboard led to the first."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.window.widgets.form import Form


def test_a_field_is_called_by_its_words_and_explained_by_its_hint(qtbot: QtBot) -> None:
    page, form = QWidget(), Form()
    page.setLayout(form)
    qtbot.addWidget(page)
    row = form.add("Interview date", QLineEdit(), "For example 9 10 2018")
    interface = QAccessible.queryAccessibleInterface(row.field)
    assert interface.text(QAccessible.Text.Name) == "Interview date"
    assert interface.text(QAccessible.Text.Description) == "For example 9 10 2018"


def test_a_problem_is_said_in_words_keeps_what_was_typed_and_gets_the_keyboard(qtbot: QtBot) -> None:
    page, form = QWidget(), Form()
    page.setLayout(form)
    qtbot.addWidget(page)
    form.add("Name", QLineEdit("Ann"))
    date = QLineEdit("31 2 2018")
    row = form.add("Interview date", date, "For example 9 10 2018")
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert not form.focus_problem()
    row.set_problem("February has no 31st day.")
    assert form.focus_problem()
    assert page.focusWidget() is date
    assert date.text() == "31 2 2018"
    assert row.problem() == "Problem: February has no 31st day."
    assert "February" in QAccessible.queryAccessibleInterface(date).text(QAccessible.Text.Description)
    row.set_problem("")
    assert row.problem() == ""
    assert not form.focus_problem()
