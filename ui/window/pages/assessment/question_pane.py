"""The middle of the page: one question, the largest thing there is, and everything said about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from model.answers import NOT_APPLICABLE
from ui.presenters.assessment.question import QuestionView
from ui.presenters.decisions.conflicts import ConflictView
from ui.window.pages.assessment.answering import Answering
from ui.window.pages.assessment.notices import Links, Notices
from ui.window.pages.assessment.reasons import Reasons
from ui.window.pages.assessment.whys import Whys
from ui.window.pages.assessment.written import WrittenHere
from ui.window.pages.decisions.deciding import Deciding
from ui.window.pages.keyed import Keyed
from ui.window.shortcuts import Shortcut
from ui.window.theme import SPACE
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone


class QuestionPane(QFrame):
    """Draws a QuestionView. Knows nothing of other questions but their names."""

    answered = Signal(str, object, str)
    """A person answered: question id, value (None clears it), reason."""
    typed = Signal(str, str)
    """An answer in words is being typed: question id, and the words so far."""
    go = Signal(str)
    """A person wants to see another question."""
    confirm = Signal()
    """A person confirms an inherited answer."""
    history = Signal()
    """A person wants to see the history of this question."""
    asking = Signal()
    """The person is asked why the question does not apply."""
    left = Signal()
    """The keyboard is to go back to the question."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: QuestionView | None = None
        self.words = PlainLabel(role="question")
        self._about = PlainLabel(role="caption")
        self._state = StatusBadge("")
        self._above = Links("It informs")
        self._under = Links("Under it")
        self.notices = Notices()
        self.deciding = Deciding()
        self._disputed = PlainLabel(role="subheading")
        self.answering = Answering(page)
        self.reasons = Reasons(page)
        self.whys = Whys(page)
        self._because = PlainLabel()
        self._by = PlainLabel(role="caption")
        self.clear = Keyed("Clear", Shortcut.CLEAR_ANSWER)
        self._history = Keyed("History", Shortcut.HISTORY)
        self.written = WrittenHere()
        self._folded = QVBoxLayout()
        self._lay_out()
        self._connect()

    def draw(self, view: QuestionView) -> None:
        """Show a question as it stands."""
        before, self.view = self.view, view
        asked = view.asked
        if before is None or before.asked.id != asked.id:
            self.reasons.hide()
            self.words.setText(asked.text)
        self._about.setText(view.about)
        if before is None or before.asked.said != asked.said:
            self._state.set(asked.said.word, Tone(asked.said.tone), asked.said.icon)
        self._state.setVisible(not view.by or bool(view.sides))
        self._above.draw([view.above] if view.above else [])
        self._under.draw(view.under)
        self.notices.draw(view)
        self.answering.draw(asked, can=view.open)
        self._hear_or_not(before, view)
        self._because.setText(f"Because: {view.reason}" if view.reason else "")
        self._because.setVisible(bool(view.reason))
        taken = frozenset(choice.key for choice in asked.choices)
        self.whys.draw(view.whys, can=view.open, keys_taken=taken)
        self._by.setText(view.by)
        self.clear.setVisible(view.clears and view.open)
        self.written.draw(view)

    def clear_answer(self) -> None:
        """Empty the answer."""
        if self.view is not None and self.view.open and self.view.clears:
            self.answered.emit(self.view.asked.id, None, "")

    def take_over(self) -> None:
        """Answer with what the provider's list says."""
        if self.view is not None and self.view.takes and self.view.proposal is not None:
            self.answered.emit(self.view.asked.id, self.view.proposal.value, "")

    def listen(self, *, on: bool) -> None:
        """Let the keys of the answers work, or not."""
        if on and not (self.view is not None and self.view.is_disputed):
            self.answering.listen()
        else:
            self.answering.deafen()
        self.whys.listen(on=on)

    def fold_in(self, part: QWidget | None) -> None:
        """Take in what has no room beside the question, below its answers; None gives it away again."""
        while self._folded.takeAt(0) is not None:
            pass
        if part is not None:
            self._folded.addWidget(part)

    def _hear_or_not(self, before: QuestionView | None, view: QuestionView) -> None:
        """While answers to the question differ they stand above, and its own keys choose nothing."""
        self.answering.setVisible(not view.is_disputed)
        if view.is_disputed:
            self.answering.deafen()
        elif before is not None and before.is_disputed:
            self.answering.listen()

    def settle(self, found: ConflictView | None) -> None:
        """Let the person decide between different answers; None where there are none."""
        own = found is None or self.view is None or found.wording == self.view.asked.text
        self._disputed.setText("" if own or found is None else f"{found.about}  {found.wording}")
        self._disputed.setVisible(not own)
        self.deciding.setVisible(found is not None)
        if found is not None:
            self.deciding.show_view(found)

    def finish(self) -> None:
        """Hand over everything that is being typed."""
        self.answering.finish()
        self.written.finish()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[32], SPACE[16], SPACE[32], SPACE[24])
        column.setSpacing(SPACE[12])
        top = QHBoxLayout()
        top.setSpacing(SPACE[12])
        top.addWidget(self._about, 1)
        top.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.words)
        for part in (self._above, self._under, self.notices):
            column.addWidget(part)
        column.addWidget(self._disputed)
        column.addWidget(self.deciding)
        self.settle(None)
        column.addSpacing(SPACE[4])
        column.addWidget(self.answering)
        column.addWidget(self._because)
        column.addWidget(self.reasons)
        record = QHBoxLayout()
        record.setSpacing(SPACE[12])
        record.addWidget(self._by, 1, Qt.AlignmentFlag.AlignVCenter)
        record.addWidget(self.clear)
        record.addWidget(self._history)
        column.addLayout(record)
        column.addWidget(self.whys)
        column.addLayout(self._folded)
        column.addWidget(self.written)
        column.addStretch(1)

    def _connect(self) -> None:
        for links in (self._above, self._under, self.notices):
            links.go.connect(self.go)
        self.notices.confirm.connect(self.confirm)
        self.notices.take_over.connect(self.take_over)
        self.answering.answered.connect(self._answered)
        self.answering.typed.connect(self._typed)
        self.answering.left.connect(self.left)
        self.whys.answered.connect(lambda question, value: self.answered.emit(question, value, ""))
        self.reasons.given.connect(self._reason_given)
        self.reasons.left.connect(self._reason_left)
        self.clear.pressed.connect(self.clear_answer)
        self._history.pressed.connect(self.history)

    def _answered(self, value: object) -> None:
        if self.view is None:
            return
        if value == NOT_APPLICABLE:
            self.answering.draw(self.view.asked, can=self.view.open)
            self._ask_reason()
        else:
            self.answered.emit(self.view.asked.id, value, "")

    def _typed(self, words: str) -> None:
        if self.view is not None:
            self.typed.emit(self.view.asked.id, words)

    def _ask_reason(self) -> None:
        if self.view is not None and self.view.reasons:
            self.listen(on=False)
            self.reasons.ask(self.view.reasons)
            self.asking.emit()

    def _reason_given(self, reason: str) -> None:
        self._reason_left()
        if self.view is not None:
            self.answered.emit(self.view.asked.id, NOT_APPLICABLE, reason)

    def _reason_left(self) -> None:
        self.reasons.hide()
        self.listen(on=True)
        self.left.emit()
