"""Alerts of a case: raising one, who was told, and closing it with what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.presenters.case import AlertView
from ui.window.pages.case.pieces import Pieces
from ui.window.pages.leavable import Leavable
from ui.window.shortcuts import Shortcut, key_words
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.layouts import empty
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone


class Alerts(Pieces):
    """Open alerts first. The editor is the one for all writing; closing asks for a few words."""

    close_alert = Signal(str, str)
    """An alert is settled: id, and what came of it."""
    reopen_alert = Signal(str)
    """An alert is to be open again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = "Nobody in this case was found at risk without help. If somebody is, raise it at once."
        add = ("Raise an alert", key_words(Shortcut.ALERT))
        super().__init__("alert", "Alerts", "alert", add, words, parent)
        self._alerts: tuple[AlertView, ...] = ()
        self._can = True
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE[12])
        self.body.insertLayout(1, self._rows)
        self.closing = Closing()
        self.closing.given.connect(self.close_alert)
        self.body.addWidget(self.closing)

    def draw_alerts(self, alerts: Sequence[AlertView], *, can: bool) -> None:
        """Show these."""
        self.draw([alert.piece for alert in alerts], can=can)
        self.list.hide()
        shown = tuple(alert for alert in alerts if alert.piece.id != self.editor.id)
        if (shown, can) == (self._alerts, self._can):
            return
        self._alerts, self._can = shown, can
        empty(self._rows)
        for alert in shown:
            self._rows.addWidget(self._row(alert))

    def _row(self, alert: AlertView) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[4])
        top = QHBoxLayout()
        top.setSpacing(SPACE[8])
        badge = StatusBadge(alert.said.word, Tone(alert.said.tone), alert.said.icon)
        top.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(PlainLabel(alert.piece.text), 1)
        column.addLayout(top)
        column.addWidget(PlainLabel(f"{alert.told} · {alert.piece.about}", "caption"))
        if alert.reply:
            column.addWidget(PlainLabel(f"What came of it: {alert.reply}", "caption"))
        if self._can:
            column.addLayout(self._buttons(alert))
        return row

    def _buttons(self, alert: AlertView) -> Flow:
        piece, flow = alert.piece, Flow(gap=SPACE[4])
        if alert.is_open:
            buttons = [
                Button("Close …", do=lambda: self.closing.ask(piece.id)),
                Button("Change", "quiet", do=lambda: self.wanted.emit("alert", piece.id)),
                Button("Remove", "quiet", do=lambda: self.removed.emit("alert", piece.id)),
            ]
        else:
            buttons = [Button("Open it again", "quiet", do=lambda: self.reopen_alert.emit(piece.id))]
        for button in buttons:
            button.setAccessibleName(f"{button.text()}: {piece.text[:60]}")
            flow.addWidget(button)
        return flow


class Closing(Leavable):
    """Hidden until `ask`: what came of the alert."""

    given = Signal(str, str)
    """The alert, and what came of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alert = ""
        self.field = QLineEdit()
        self.field.returnPressed.connect(self._give)
        self._row = FormRow("What came of it", self.field, "Who acted, and what they did.")
        buttons = Flow(gap=SPACE[8])
        buttons.addWidget(Button("Close the alert", "primary", do=self._give))
        buttons.addWidget(Button("Leave it open", do=self.leave))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[8], 0, 0)
        column.setSpacing(SPACE[8])
        column.addWidget(self._row)
        column.addLayout(buttons)
        self.hide()

    def ask(self, alert: str) -> None:
        """Ask what came of this alert."""
        self._alert = alert
        self.field.clear()
        self._row.set_problem("")
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Leave it open."""
        self.hide()
        super().leave()

    def _give(self) -> None:
        words = self.field.text().strip()
        self._row.set_problem("" if words else "Write in a few words what came of it.")
        if words:
            self.hide()
            self.given.emit(self._alert, words)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
