"""What is asked before a meeting, or the assessment of the whole inspection, is started."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from model.documents.dates import date_in_words
from ui.presenters.meetings import MeetingsState, Startable, day_from
from ui.window.pages.leavable import Leavable
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.heading import Heading
from ui.window.widgets.plain_label import PlainLabel

_WHOLE = "There is one for the whole inspection. The lead inspector holds it, and it can be given to another."


class StartPane(Leavable):
    """Hidden until it begins: what, called what, on which day."""

    start = Signal(object, str, str)
    """What is started (a Startable), its title, and its day as an ISO date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._offered: tuple[Startable, ...] = ()
        self._today = date.min
        self.heading = Heading("Start a meeting")
        self.setAccessibleName("Start a meeting")
        self.what = Dropdown("What")
        self.what.chosen.connect(lambda _: self._fit())
        self.name, self.day = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText("Victim liaison officers, Preston")
        self.day.setPlaceholderText("9 Oct")
        for field in (self.name, self.day):
            field.returnPressed.connect(self._start)
        self.what_row = FormRow("What", self.what)
        self.name_row = FormRow("Title", self.name)
        self.day_row = FormRow("Day", self.day)
        self.whole = PlainLabel(_WHOLE, "quiet")
        self.confirm = Button("Start", "primary", do=self._start)
        buttons = Flow()
        for button in (self.confirm, Button("Leave it", do=self.leave)):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[16], SPACE[12], SPACE[16], SPACE[16])
        column.setSpacing(SPACE[12])
        for part in (self.heading, self.what_row, self.whole, self.name_row, self.day_row):
            column.addWidget(part)
        column.addLayout(buttons)
        self.left.connect(self.hide)
        self.hide()

    def begin(self, state: MeetingsState) -> None:
        """Ask what; where only one thing can be started, it is chosen."""
        self._offered, self._today = state.startable, state.today
        self.what.set_options((one.instrument, one.title) for one in self._offered)
        self.what.set_code(self._offered[0].instrument if len(self._offered) == 1 else "")
        self.name.clear()
        self.day.setText(date_in_words(state.today.isoformat(), short=True))
        for row in (self.what_row, self.name_row, self.day_row):
            row.set_problem("")
        self._fit()
        self.show()
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> Startable | None:
        return next((one for one in self._offered if one.instrument == self.what.code()), None)

    def _fit(self) -> None:
        """Ask for title and day only of what has them."""
        chosen = self._chosen()
        has_day = chosen is None or chosen.is_occasion
        for row in (self.name_row, self.day_row):
            row.setVisible(has_day)
        self.whole.setVisible(not has_day)

    def _start(self) -> None:
        chosen, title = self._chosen(), self.name.text().strip()
        has_day = chosen is None or chosen.is_occasion
        day, wrong = day_from(self.day.text(), self._today) if has_day else ("", "")
        self.what_row.set_problem("" if chosen else "Choose what is started.")
        self.name_row.set_problem("" if title or not has_day else "Say in a few words who or what it is.")
        self.day_row.set_problem(wrong)
        for row, field in ((self.what_row, self.what), (self.name_row, self.name), (self.day_row, self.day)):
            if row.problem():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if chosen is not None:
            self.hide()
            self.start.emit(chosen, title, day)
