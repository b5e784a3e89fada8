"""A name and a new passphrase, typed twice, with what is wrong said beside each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.presenters.start import RULE, check, length_so_far
from ui.window.widgets.form import Form
from ui.window.widgets.passphrase import Passphrase, ShowPassphrase
from ui.window.widgets.plain_label import PlainLabel


class NameFields(QWidget):
    """Fields for whoever begins; `named` False asks the passphrase only.

    Enter goes on to the next field, and in the last calls `do`.
    """

    def __init__(
        self, do: Callable[[], object], *, named: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._named = named
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.passphrase = Passphrase()
        self.again = Passphrase(do)
        self.name.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.returnPressed.connect(self.again.setFocus)
        form = Form()
        if named:
            self._name_row = form.add("Your name", self.name, "As your colleagues know it.")
        self._passphrase_row = form.add("New passphrase", self.passphrase, RULE)
        length = PlainLabel(length_so_far(""), "caption")
        self.passphrase.textChanged.connect(lambda words: length.setText(length_so_far(words)))
        self._passphrase_row.add_below(length)
        self._again_row = form.add("The same passphrase again", self.again)
        self.shown = ShowPassphrase(self.passphrase, self.again)
        form.addWidget(self.shown)
        self._form = form
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)

    def first(self) -> QWidget:
        """The first field that is still empty."""
        return self.name if self._named and not self.name.text() else self.passphrase

    def check(self) -> bool:
        """Say beside each field what is wrong with it; True when nothing is."""
        name = self.name.text() if self._named else "–"
        problems = check(name, self.passphrase.text(), self.again.text())
        if self._named:
            self._name_row.set_problem(problems.name)
        self._passphrase_row.set_problem(problems.passphrase)
        self._again_row.set_problem(problems.again)
        self._form.focus_problem()
        return problems.none

    def forget(self) -> None:
        """Forget the passphrase, and hide it from whoever looks next."""
        self.passphrase.clear()
        self.again.clear()
        self.shown.hide_again()
