"""Evidence and points to raise of one question: what is there, and the editors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.assessment.question import QuestionView
from ui.presenters.pieces import PieceView
from ui.window.pages.keyed import Keyed
from ui.window.pages.writing.editor import PieceEditor
from ui.window.pages.writing.listing import PieceList
from ui.window.shortcuts import Shortcut
from ui.window.theme import SPACE
from ui.window.widgets.card import Rule
from ui.window.widgets.flow import Flow
from ui.window.widgets.plain_label import PlainLabel

KINDS = ("note", "point")
_ICONS = {"note": "evidence", "point": "flag"}
_NAMES = {"note": "Evidence notes of this question", "point": "Points to raise about this question"}


class WrittenHere(QWidget):
    """Lists first, then the editor that is open, then the two buttons that open one."""

    wanted = Signal(str, str)
    """A person wants to write: kind, and the id of what is to be changed ("" for something new)."""
    typed = Signal(str, str, str, object)
    """Draft to keep: kind, id, text, what is beside it."""
    written = Signal(str, str, str, object)
    """To record: kind, id, text, what is beside it."""
    removed = Signal(str, str)
    """To take out of sight: kind, id."""
    closed = Signal()
    """An editor was closed; the keyboard goes back to the question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists = {kind: PieceList(_NAMES[kind], _ICONS[kind]) for kind in KINDS}
        self.editors = {kind: PieceEditor(kind) for kind in KINDS}
        self._pieces: dict[str, tuple[PieceView, ...]] = {}
        self._expected = PlainLabel("Evidence is expected here.", "caption", "attention")
        self.add = {
            "note": Keyed("Write evidence", Shortcut.EVIDENCE, "", "evidence"),
            "point": Keyed("Point to raise", Shortcut.POINT, "", "flag"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[12])
        column.addWidget(Rule())
        for kind in KINDS:
            column.addWidget(self.lists[kind])
            column.addWidget(self.editors[kind])
            self._connect(kind)
        buttons = Flow(gap=SPACE[12])
        for kind, button in self.add.items():
            button.pressed.connect(partial(self._ask, kind))
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self._expected)

    def draw(self, view: QuestionView) -> None:
        """Show what was written about a question; what is in an editor is shown there and not in the list."""
        self._pieces = {"note": view.notes, "point": view.points}
        for kind, pieces in self._pieces.items():
            listed = [piece for piece in pieces if piece.id != self.editors[kind].id]
            self.lists[kind].draw(listed, can=view.writable)
            self.add[kind].setVisible(view.writable and not self.editors[kind].is_open())
        self._expected.setVisible(view.evidence and not view.notes and not self.editors["note"].is_open())

    def open_editor(self, kind: str, id: str, beside: Mapping[str, str], today: date) -> None:
        """Write something new under this id, or change what is there under it."""
        recorded = next((piece.typed for piece in self._pieces[kind] if piece.id == id), None)
        self.editors[kind].open_for(id, beside, today, recorded)

    def close_editors(self) -> None:
        """Hand over and close: another question is to be shown."""
        for editor in self.editors.values():
            if editor.is_open():
                editor.close_editor(come_what_may=True)

    def finish(self) -> None:
        """Hand over what is being written; the editors stay open."""
        for editor in self.editors.values():
            editor.finish()

    def _ask(self, kind: str, shortcut: Shortcut) -> None:
        self.wanted.emit(kind, "")

    def _connect(self, kind: str) -> None:
        editor, shown = self.editors[kind], self.lists[kind]
        editor.typed.connect(lambda piece, text, beside: self.typed.emit(kind, piece, text, beside))
        editor.written.connect(lambda piece, text, beside: self.written.emit(kind, piece, text, beside))
        editor.emptied.connect(lambda piece: self.removed.emit(kind, piece))
        editor.closed.connect(self.closed)
        shown.edit.connect(lambda piece: self.wanted.emit(kind, piece))
        shown.remove.connect(lambda piece: self.removed.emit(kind, piece))
