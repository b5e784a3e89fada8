"""Chronology and points to raise: a card with a list and an editor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.presenters.pieces import PieceView
from ui.window.pages.writing.editor import PieceEditor
from ui.window.pages.writing.listing import PieceList
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.key_hint import KeyHint
from ui.window.widgets.plain_label import PlainLabel


class Pieces(Card):
    """Writing of one kind. The button, or its key, opens the editor for something new: `add` names both."""

    wanted = Signal(str, str)
    """A person wants to write: kind, and the id of what is to be changed ("" for something new)."""
    typed = Signal(str, str, str, object)
    """Draft to keep: kind, id, text, what is beside it."""
    written = Signal(str, str, str, object)
    """To record: kind, id, text, what is beside it."""
    removed = Signal(str, str)
    """To take out of sight: kind, id."""
    closed = Signal()
    """The editor was closed."""

    def __init__(
        self,
        kind: str,
        title: str,
        icon: str,
        add: tuple[str, str],
        empty: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.kind = kind
        self._pieces: tuple[PieceView, ...] = ()
        words, key = add
        self.add = Button(words, icon="plus", do=lambda: self.wanted.emit(kind, ""))
        self._key = KeyHint(key)
        self.aside.addWidget(self.add)
        self.aside.addWidget(self._key)
        self._empty = PlainLabel(empty, "quiet")
        self.list = PieceList(title, icon)
        self.editor = PieceEditor(kind)
        for part in (self._empty, self.list, self.editor):
            self.body.addWidget(part)
        self.list.edit.connect(lambda piece: self.wanted.emit(kind, piece))
        self.list.remove.connect(lambda piece: self.removed.emit(kind, piece))
        self.editor.typed.connect(lambda piece, text, beside: self.typed.emit(kind, piece, text, beside))
        self.editor.written.connect(lambda piece, text, beside: self.written.emit(kind, piece, text, beside))
        self.editor.emptied.connect(lambda piece: self.removed.emit(kind, piece))
        self.editor.closed.connect(self.closed)

    def draw(self, pieces: Sequence[PieceView], *, can: bool) -> None:
        """Show these; what is in the editor is shown there."""
        self._pieces = tuple(pieces)
        self.list.draw([piece for piece in pieces if piece.id != self.editor.id], can=can)
        self._empty.setVisible(not pieces and not self.editor.is_open())
        for part in (self.add, self._key):
            part.setVisible(can and not self.editor.is_open())

    def open_editor(self, piece: str, beside: dict[str, str], today: date) -> None:
        """Write under this id: something new, or what is there under it."""
        recorded = next((one.typed for one in self._pieces if one.id == piece), None)
        self.editor.open_for(piece, beside, today, recorded)
