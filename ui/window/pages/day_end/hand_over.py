"""Handing over: what to know before, the two buttons, progress with a way to stop, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.day_end import DayEnd, Notice
from ui.presenters.exchanging import Read, TakenShown, WrittenShown
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.flow import Flow
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.layouts import empty
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.progress_strip import ProgressStrip
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone

_MOST = 60
"""Files whose outcome is shown one by one; beyond that only those that were refused."""


class HandOver(Card):
    """Asks for nothing itself: the page does, and says here how far it is."""

    write = Signal()
    read = Signal()
    stop = Signal()
    practise = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Hand over", parent)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(SPACE[8])
        self.write_button = Button("Write and check the bundle …", "primary", "handover", do=self.write.emit)
        self.read_button = Button("Read a bundle …", icon="receive", do=self.read.emit)
        self.stop_button = Button("Stop", icon="stop", do=self.stop.emit)
        self.practice_button = Button("Let the practice office answer", icon="merge", do=self.practise.emit)
        self.progress = ProgressStrip("Bundles")
        self.result = MessageBar()
        self._files = QGridLayout()
        self._files.setHorizontalSpacing(SPACE[12])
        self._files.setVerticalSpacing(SPACE[8])
        self._files.setColumnStretch(1, 1)
        buttons = Flow()
        for button in (self.write_button, self.read_button, self.practice_button):
            buttons.addWidget(button)
        going = QHBoxLayout()
        going.setSpacing(SPACE[16])
        going.addWidget(self.progress, 1)
        going.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(self._notices)
        self.body.addLayout(buttons)
        self.body.addLayout(going)
        self.body.addWidget(self.result)
        self.body.addLayout(self._files)
        self.practice_button.hide()
        self.set_busy(on=False)

    def show_state(self, state: DayEnd) -> None:
        """Show what to know before handing over."""
        empty(self._notices)
        for notice in state.notices:
            self._notices.addWidget(_line(notice))
        self.read_button.setText("Read a folder of bundles …" if state.reads_folders else "Read a bundle …")

    def set_busy(self, *, on: bool) -> None:
        """Show progress with its Stop, or take new work."""
        self.progress.setVisible(on)
        self.stop_button.setVisible(on)
        for button in (self.write_button, self.read_button, self.practice_button):
            button.setEnabled(not on)
        if on:
            self.forget()
            self.stop_button.setFocus()

    def show_written(self, written: WrittenShown, *, practice: bool) -> None:
        """Say that a bundle was written and checked."""
        self.set_busy(on=False)
        self.result.tell(written.words, Tone.SUFFICIENT, written.more)
        self.practice_button.setVisible(practice)
        (self.practice_button if practice else self.write_button).setFocus()

    def show_read(self, read: Read) -> None:
        """Say of each file what became of it."""
        self.set_busy(on=False)
        self.practice_button.hide()
        refused = [file for file in read.files if file.said.tone == str(Tone.NOT_SUFFICIENT)]
        self.result.tell(read.words, Tone.ATTENTION if refused else Tone.SUFFICIENT)
        self._show_files(read.files if len(read.files) <= _MOST else refused)
        self.read_button.setFocus()

    def show_stopped(self) -> None:
        """Say that it was stopped."""
        self.set_busy(on=False)
        self.result.tell("Stopped.", Tone.ACCENT, "What was read before is kept; nothing was read by half.")
        self.read_button.setFocus()

    def forget(self) -> None:
        """Say nothing of what was done before."""
        self.result.clear()
        empty(self._files)

    def _show_files(self, files: Iterable[TakenShown]) -> None:
        empty(self._files)
        for row, file in enumerate(files):
            badge = StatusBadge(file.said.word, Tone(file.said.tone), file.said.icon)
            self._files.addWidget(badge, row, 0, Qt.AlignmentFlag.AlignTop)
            self._files.addWidget(_file(file), row, 1)


def _file(file: TakenShown) -> QWidget:
    """The name of a file, and what became of it."""
    about = QWidget()
    about.setProperty("surface", "clear")
    about.setAccessibleName(f"{file.name}: {file.said.word}. {file.words}")
    column = QVBoxLayout(about)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(PlainLabel(file.name, "strong"))
    column.addWidget(PlainLabel(file.words))
    return about


def _line(notice: Notice) -> QWidget:
    tone = Tone(notice.tone)
    line = QWidget()
    line.setProperty("surface", "clear")
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE[8])
    icon = IconLabel("info" if tone is Tone.PLAIN else tone.icon, tone.token, 20)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(PlainLabel(notice.words, "strong"))
    if notice.more:
        words.addWidget(PlainLabel(notice.more, "quiet"))
    row.addLayout(words, 1)
    return line
