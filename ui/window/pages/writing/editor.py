"""Where a note, a point, a chronology line or an alert is written: text, and the few lines beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.presenters.pieces import FORMS, Read, Typed, read_typed
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.draft_timer import DraftTimer
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.note_editor import NoteEditor
from ui.window.widgets.plain_label import PlainLabel


class PieceEditor(QFrame):
    """Closed until `open_for`. What is typed goes out as drafts, and whole when the keyboard leaves it."""

    typed = Signal(str, str, object)
    """Draft to keep: id, text, what is beside it."""
    written = Signal(str, str, object)
    """To record: id, text, what is beside it."""
    emptied = Signal(str)
    """A piece that was recorded before now has no text: it is to be removed."""
    closed = Signal()
    """The person is done with it (Esc, or the button)."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = FORMS[kind]
        self.setProperty("surface", "panel")
        self.id = ""
        self._beside: Mapping[str, str] = {}
        self._kept: Typed = Typed("")
        self._was_recorded = False
        self._today = date.min
        self.text = NoteEditor(self._form.words, self._form.example, lines=3)
        self.lines = {line.name: QLineEdit() for line in self._form.fields}
        self._drafted: Typed | None = None
        self._draft = DraftTimer(self._keep_draft, self)
        self._lay_out()
        self.text.textChanged.connect(self._changed)
        self.text.finished.connect(lambda _: self._hand_over_unless_inside())
        self.text.installEventFilter(self)
        for line in self.lines.values():
            line.textEdited.connect(self._changed)
            line.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)
        self.hide()

    def open_for(
        self, id: str, beside: Mapping[str, str], today: date, recorded: Typed | None = None
    ) -> None:
        """Write under this id. `beside`: fields that are not typed here; `recorded`: what stands there."""
        self.finish()
        self.id, self._beside, self._today = id, beside, today
        self._was_recorded = recorded is not None
        self._kept = recorded or Typed("", dict.fromkeys(self.lines, ""))
        self._drafted = None
        self.text.set_text(self._kept.text)
        for name, line in self.lines.items():
            line.setText(self._kept.beside.get(name, ""))
            self._rows[name].set_problem("")
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_open(self) -> bool:
        """Whether something is being written."""
        return bool(self.id)

    def finish(self) -> None:
        """Hand over what was typed since it was handed over last."""
        self._draft.stop()
        now = self._now()
        if not self.id:
            return
        if now == self._kept:
            if self._drafted not in (None, now):
                self._keep_draft()  # what was typed was taken back by hand: no draft of it may come to life
            return
        self._drafted = None
        read = self._read(now)
        if now.text.strip():
            self._kept, self._was_recorded = now, True
            self.written.emit(self.id, now.text, {**self._beside, **read.beside})
        elif self._was_recorded:
            self._kept, self._was_recorded = now, False
            self.emptied.emit(self.id)

    def close_editor(self, *, come_what_may: bool = False) -> None:
        """Hand over and hide; the next thing written is another one.

        A date that is none keeps it open, unless it closes come what may: the text is recorded without it.
        """
        self.finish()
        wrong = next((name for name, row in self._rows.items() if row.problem()), None)
        if wrong is not None and self.text.text().strip() and not come_what_may:
            self.focus_line(wrong)
            return
        had = self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        self.id = ""
        self.hide()
        if had:
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in a field closes the editor; Enter in a line goes on to the next."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.close_editor()
                return True
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(watched, QLineEdit)
        ):
            self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    def focus_line(self, name: str) -> None:
        """Give the keyboard to a line beside the text."""
        self.lines[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.lines[name].selectAll()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[8])
        self._heading = FormRow(self._form.words, self.text)
        column.addWidget(self._heading)
        self._rows: dict[str, FormRow] = {}
        beside = Flow(gap=SPACE[12])
        for line in self._form.fields:
            field = self.lines[line.name]
            field.setPlaceholderText(line.example)
            row = self._rows[line.name] = FormRow(line.words, field)
            beside.addWidget(row)
        if self._form.fields:
            column.addLayout(beside)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE[8])
        self.done = Button("Done", do=self.close_editor)
        self.done.setAccessibleDescription(f"Closes the editor of: {self._form.words}")
        foot.addWidget(self.done)
        foot.addWidget(PlainLabel("Kept while you type. Esc closes it.", "caption"), 1)
        column.addLayout(foot)

    def _now(self) -> Typed:
        return Typed(self.text.text(), {name: line.text() for name, line in self.lines.items()})

    def _read(self, now: Typed) -> Read:
        read = read_typed(self._form.kind, now, self._today)
        for name, row in self._rows.items():
            row.set_problem(read.problems.get(name, ""))
        return read

    def _changed(self) -> None:
        if self.id:
            self._draft.typed()

    def _keep_draft(self) -> None:
        now = self._now()
        if self.id and now != (self._drafted or self._kept):
            self._drafted = now
            read = read_typed(self._form.kind, now, self._today)
            self.typed.emit(self.id, now.text, {**self._beside, **read.beside})

    def _hand_over_unless_inside(self) -> None:
        """Idle, or Ctrl+Enter, or the keyboard went elsewhere; going from text to source is no leaving."""
        now = QApplication.focusWidget()
        if now is self.text or now is None or not self.isAncestorOf(now):
            self.finish()

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        inside = before is not None and self.isAncestorOf(before)
        if self.id and inside and now is not None and not self.isAncestorOf(now):
            self.finish()
