"""Handing out: one bundle for each person, who has theirs, and writing them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.hand_out import BundleLine, HandOutState, Outcome
from ui.presenters.sizes import counted
from ui.window.pages.working import Working
from ui.window.tables.rows import Column, status_column
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.flow import Flow
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone
from ui.window.widgets.whole_table import WholeTable


class HandingOut(QWidget):
    """The page asks for the folder and does the work; here is who has what, and what came of it."""

    write = Signal(object)
    """The ids of those whose bundles are to be written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: HandOutState | None = None
        self.words = PlainLabel(role="quiet")
        self.wanting = Button("Write", "primary", "bundle", do=self._emit(lambda state: state.wanting))
        self.everybody = Button("Write for everybody …", do=self._emit(lambda state: state.everybody))
        self.one = Button("Write for this person …", do=self._write_one)
        self.working = Working("Bundles")
        self.result = MessageBar()
        self.written: WholeTable[Outcome] = WholeTable("Bundles that were written", _outcome_columns())
        self.table: WholeTable[BundleLine] = WholeTable("Bundles by person", _columns())
        self.table.moved.connect(self._moved)
        self.table.chosen.connect(lambda _: self._write_one())
        buttons = Flow()
        for button in (self.wanting, self.everybody, self.one):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[12])
        column.addWidget(self.words)
        column.addLayout(buttons)
        for part in (self.working, self.result, self.written, self.table):
            column.addWidget(part)
        column.addStretch(1)
        self.written.hide()

    def draw(self, state: HandOutState) -> None:
        """Show who has what."""
        self._state = state
        self.words.setText(state.words)
        self.table.set_rows(state.lines)
        self.wanting.setText(f"Write {counted(len(state.wanting), 'bundle')} …")
        self.wanting.setVisible(bool(state.wanting))
        self.everybody.setVisible(bool(state.everybody) and state.everybody != state.wanting)
        self._moved(self.table.current())

    def tell(self, state: HandOutState, folder: str) -> None:
        """Say what came of writing."""
        whole = all(outcome.file for outcome in state.outcomes)
        tone = Tone.SUFFICIENT if whole else Tone.ATTENTION
        more = f"In {folder}. Give each person their own file: nobody else can open it."
        self.result.tell(f"{state.said}.", tone, more)
        self.written.show()
        self.written.set_rows(state.outcomes)

    def forget(self) -> None:
        """Say nothing of what was written before."""
        self.result.clear()
        self.written.hide()

    def set_busy(self, *, on: bool) -> None:
        """Take no other work while bundles are written."""
        for button in (self.wanting, self.everybody, self.one):
            button.setEnabled(not on)
        if not on:
            self.working.end()
            self._moved(self.table.current())

    def first_focus(self) -> QWidget:
        """Writing what is wanted, or the table."""
        return self.wanting if self.wanting.isVisibleTo(self) else self.table

    def _moved(self, line: BundleLine | None) -> None:
        self.one.setVisible(line is not None)
        self.one.setEnabled(line is not None and line.may and not self.working.is_on())
        if line is not None:
            self.one.setText(f"Write only for {line.name} …".replace("&", "&&"))

    def _emit(self, people: Callable[[HandOutState], tuple[str, ...]]) -> Callable[[], None]:
        def emit() -> None:
            if self._state is not None:
                self.write.emit(people(self._state))

        return emit

    def _write_one(self) -> None:
        line = self.table.current()
        if line is not None and line.may and not self.working.is_on():
            self.write.emit((line.person,))


def _columns() -> list[Column[BundleLine]]:
    return [
        Column("Person", lambda one: one.name),
        Column("Role", lambda one: one.role, width=16),
        Column("Cases", lambda one: str(one.cases), lambda one: one.cases, width=7, number=True),
        status_column("Standing", lambda one: one.said, width=22),
        Column("Last for them", lambda one: one.written or "–", width=20),
        Column("Last from them", lambda one: one.came or "–", width=20),
    ]


def _outcome_columns() -> list[Column[Outcome]]:
    return [
        Column("For", lambda one: one.name, width=26),
        Column("File", lambda one: one.file or "–", width=50),
        status_column("Outcome", lambda one: one.said),
    ]
