"""What is kept aside: what happened, what it means, and for a branch the button that takes it in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.decisions.aside import AsideView
from ui.presenters.sizes import counted
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.confirm_bar import ConfirmBar
from ui.window.widgets.flow import Flow
from ui.window.widgets.heading import Heading
from ui.window.widgets.plain_label import PlainLabel


class AsidePane(QWidget):
    """Shows one thing kept aside. Taking in a branch asks once more: it cannot be taken back."""

    taken = Signal(object)
    """The view of the branch that is to be taken in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: AsideView | None = None
        self._where = PlainLabel(role="overline")
        self._heading = Heading("", level=1)
        self._happened, self._holds, self._means = PlainLabel(), PlainLabel(), PlainLabel()
        self._came = PlainLabel(role="quiet")
        self.confirm = ConfirmBar()
        self.take = Button("Take it in as a new stream …", "primary", "merge", do=self._ask)
        buttons = Flow()
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[16])
        for part in (self._where, self._heading, self._happened, self._holds, self._came, self._means):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.confirm)
        column.addStretch(1)

    def show_view(self, view: AsideView) -> None:
        """Show one thing kept aside."""
        self.view = view
        self._where.setText("Branch kept aside" if view.is_branch else "Kept aside")
        self._heading.setText(view.person)
        for label, words in (
            (self._happened, view.happened),
            (self._holds, view.holds),
            (self._came, view.came),
            (self._means, view.means),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self.confirm.hide()
        self.take.setVisible(view.is_branch)

    def _ask(self) -> None:
        view = self.view
        if view is None:
            return
        self.confirm.ask(
            f"Take in the branch of {view.person}?",
            f"{counted(view.entries, 'entry joins', 'entries join')} the inspection and cannot be taken out "
            "again. Ask the person first which laptop they work on now.",
            "Take it in",
            lambda: self.taken.emit(view),
            no="Leave it aside",
        )
