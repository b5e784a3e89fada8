"""Completing an assessment: what is missing, what is to be confirmed, and the warnings with their replies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.presenters.assessment.moves import Completing, Lead
from ui.window.pages.leavable import Leavable
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.heading import Heading
from ui.window.widgets.layouts import empty
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone

_ALL = "unanswered"


class CompletingPane(Leavable):
    """Stands in place of the question until the assessment is complete, or the person goes back."""

    go = Signal(str)
    """The question that a line leads to; "" for the alerts of the case."""
    complete = Signal(object)
    """The replies to the warnings, by name of warning."""
    confirm_all = Signal(object)
    """Inherited answers that the person has looked at, as question ids."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAccessibleName("Completing this assessment")
        self._state: Completing | None = None
        self.replies: dict[str, FormRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE[32], SPACE[16], SPACE[32], SPACE[24])
        self._column.setSpacing(SPACE[4])

    def draw(self, state: Completing, words: str) -> None:
        """Show what stands between the assessment and complete; replies that are typed already stay."""
        typed = {name: _text(row) for name, row in self.replies.items()}
        self._state = state
        self.replies = {}
        empty(self._column)
        self._column.addWidget(Heading(f"Complete {words}", level=1))
        self._summary(state)
        self._group("Missing", state.missing)
        self._group("Answered by somebody else, to be confirmed by you", state.inherited)
        if state.inherited:
            ids = [lead.question for lead in state.inherited]
            words = "Confirm all of these: I have looked at each"
            self._column.addWidget(Button(words, do=lambda: self.confirm_all.emit(ids)))
        if state.is_clear:
            self._warnings(state, typed)
        buttons = Flow(gap=SPACE[8])
        self.done = Button("Complete", "primary", do=self._complete)
        self.done.setEnabled(state.is_clear)
        buttons.addWidget(self.done)
        buttons.addWidget(Button("Go on working", do=self.leave))
        self._column.addLayout(buttons)
        self._column.addStretch(1)

    def first_focus(self) -> QWidget:
        """The first thing to do here."""
        for row in self.replies.values():
            return row.field
        fields = [button for button in self.findChildren(Button) if button.isEnabled()]
        return fields[0] if fields else self.done

    def _summary(self, state: Completing) -> None:
        bar = MessageBar()
        self._column.addWidget(bar)
        if not state.is_clear:
            count = len(state.missing) + len(state.inherited)
            words = "One thing is" if count == 1 else f"{count} things are"
            bar.tell(f"{words} still to be done.", Tone.ATTENTION, "Each line leads to its question.")
        elif state.warnings or state.unanswered:
            words = "Nothing is missing. Read each warning, and say in a few words why it stands."
            bar.tell(words, Tone.ACCENT, "Your reply is recorded with the assessment.")
        else:
            bar.tell("Nothing is missing.", Tone.SUFFICIENT)

    def _warnings(self, state: Completing, typed: dict[str, str]) -> None:
        if state.warnings or state.unanswered:
            self._column.addSpacing(SPACE[8])
            self._column.addWidget(Heading("Warnings"))
        for lead in state.warnings:
            self._column.addSpacing(SPACE[8])
            self._column.addWidget(PlainLabel(lead.what, "strong"))
            self._line(lead)
            self._reply(lead.name, "Why it stands", typed.get(lead.name, state.replies.get(lead.name, "")))
        if state.unanswered:
            count = len(state.unanswered)
            self._column.addSpacing(SPACE[8])
            self._column.addWidget(
                PlainLabel(
                    f"{count} {'question is' if count == 1 else 'questions are'} not answered.", "strong"
                )
            )
            before = {state.replies.get(lead.name, "") for lead in state.unanswered}
            said = next(iter(before)) if len(before) == 1 else ""
            self._reply(_ALL, "Why they stay open", typed.get(_ALL, said))
            for lead in state.unanswered:
                self._line(lead)

    def _group(self, title: str, leads: Sequence[Lead]) -> None:
        if not leads:
            return
        self._column.addSpacing(SPACE[8])
        self._column.addWidget(Heading(f"{title} ({len(leads)})"))
        for what in dict.fromkeys(lead.what for lead in leads):
            self._column.addWidget(PlainLabel(what, "strong"))
            for lead in leads:
                if lead.what == what:
                    self._line(lead)

    def _line(self, lead: Lead) -> None:
        self._column.addWidget(LeadLine(lead, self.go.emit))

    def _reply(self, name: str, words: str, text: str) -> None:
        field = QLineEdit(text)
        row = self.replies[name] = FormRow(words, field)
        field.returnPressed.connect(partial(self._go_on_from, name))
        self._column.addWidget(row)

    def _go_on_from(self, name: str) -> None:
        """From one reply to the next, and from the last to the button."""
        names = list(self.replies)
        later = names[names.index(name) + 1 :]
        part = self.replies[later[0]].field if later else self.done
        part.setFocus(Qt.FocusReason.TabFocusReason)

    def _complete(self) -> None:
        if self._state is None:
            return
        silent = [row for row in self.replies.values() if not _text(row).strip()]
        for row in self.replies.values():
            row.set_problem("Say in a few words why it stands, or mend it." if row in silent else "")
        if silent:
            silent[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        said = {lead.name: _text(self.replies[lead.name]) for lead in self._state.warnings}
        said |= {lead.name: _text(self.replies[_ALL]) for lead in self._state.unanswered}
        self.complete.emit(said)


class LeadLine(QWidget):
    """One line: the code as a button that leads there, and the wording."""

    def __init__(self, lead: Lead, go: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        button = Button(lead.code or "Alerts", "quiet", do=lambda: go(lead.question))
        button.setAccessibleName(f"Go to {lead.code or 'the alerts of this case'}: {lead.what}. {lead.words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[8])
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(lead.words or lead.what), 1, Qt.AlignmentFlag.AlignVCenter)


def _text(row: FormRow) -> str:
    field = row.field
    assert isinstance(field, QLineEdit)
    return field.text()
