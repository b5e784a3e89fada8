"""What is said before a question is answered: why it cannot be, a conflict, an inherited answer, the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.assessment.asked import Beside
from ui.presenters.assessment.disputes import Side
from ui.presenters.assessment.question import QuestionView
from ui.window import icons
from ui.window.shortcuts import Shortcut, key_words
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.flow import Flow
from ui.window.widgets.key_hint import KeyHint
from ui.window.widgets.layouts import empty
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone


class Notices(QWidget):
    """Stands between the question and its answers; empty for most questions."""

    go = Signal(str)
    """The id of a question that a person wants to see."""
    confirm = Signal()
    """The person confirms an inherited answer as their own."""
    take_over = Signal()
    """The person takes over what the list says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: object = None
        self._why = MessageBar()
        self._deciding = Links("It rests on")
        self._deciding.go.connect(self.go)
        self._conflict = Sides()
        self._inherited = MessageBar()
        self._inherited.add_action(Button("Confirm as mine", do=self.confirm.emit))
        self._listed = Listed()
        self._listed.take_over.connect(self.take_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[8])
        for part in (self._why, self._deciding, self._conflict, self._inherited, self._listed):
            column.addWidget(part)

    def draw(self, view: QuestionView) -> None:
        """Say what there is to say about a question; what is said already is left alone."""
        wanted = (
            view.why_not,
            view.deciding,
            view.sides,
            view.settles,
            view.inherited,
            view.open,
            view.proposal,
            view.takes,
        )
        if wanted == self._said:
            return
        self._said = wanted
        if view.why_not:
            self._why.tell(view.why_not, Tone.ATTENTION if view.sides else Tone.UNKNOWN)
        else:
            self._why.clear()
        self._deciding.draw(view.deciding)
        self._conflict.draw(() if view.settles else view.sides)
        if view.inherited and view.open:
            words = f"{view.inherited} gave this answer before the case came to you."
            self._inherited.tell(words, Tone.ACCENT, "Look at it, then confirm it, or press another answer.")
        else:
            self._inherited.clear()
        self._listed.draw(view)
        self.setVisible(
            bool(view.why_not or view.sides or (view.inherited and view.open) or view.proposal is not None)
        )


class Links(QWidget):
    """Other questions, each with where it stands; pressing one goes there."""

    go = Signal(str)
    """The id of the question that was pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._shown: tuple[Beside, ...] = ()
        self._row = Flow(gap=SPACE[4])
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE[4])
        line.addWidget(PlainLabel(name, "caption", wrap=False), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(self._row, 1)
        self.hide()

    def draw(self, questions: Sequence[Beside]) -> None:
        """Show these."""
        if tuple(questions) != self._shown:
            self._shown = tuple(questions)
            empty(self._row)
            for question in questions:
                self._row.addWidget(self._button(question))
        self.setVisible(bool(questions))

    def _button(self, question: Beside) -> Button:
        words = f"{question.short}  {question.said.word}".replace("&", "&&")
        button = Button(words, "quiet", do=lambda: self.go.emit(question.id))
        icons.dress(button, question.said.icon, Tone(question.said.tone).token, 16)
        button.setAccessibleName(f"Go to {question.code}: {question.words}. {question.said.word}")
        return button


class Sides(QWidget):
    """Both sides of a conflict, with who, when and why, side by side while there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Different answers that were recorded")
        self._shown: tuple[Side, ...] = ()
        self._row = Flow(self, gap=SPACE[12])
        self.hide()

    def draw(self, sides: Sequence[Side]) -> None:
        """Show these."""
        if tuple(sides) != self._shown:
            self._shown = tuple(sides)
            empty(self._row)
            for side in sides:
                self._row.addWidget(self._card(side))
        self.setVisible(bool(sides))

    @staticmethod
    def _card(side: Side) -> QFrame:
        card = QFrame()
        card.setProperty("surface", "card")
        card.setAccessibleName(f"{side.words}, {side.who}, {side.when}")
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE[16], SPACE[8], SPACE[16], SPACE[8])
        column.setSpacing(0)
        column.addWidget(PlainLabel(side.words, "subheading", wrap=False))
        column.addWidget(PlainLabel(f"{side.who}, {side.when}", "caption", wrap=False))
        if side.reason:
            column.addWidget(PlainLabel(f"Because: {side.reason}", "caption"))
        return card


class Listed(QWidget):
    """What the provider's list says, and the key that takes it over."""

    take_over = Signal()
    """The person takes it over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel(wrap=False)
        self._button = Button("Take it over", "quiet", do=self.take_over.emit)
        self._key = KeyHint(key_words(Shortcut.TAKE_OVER))
        row = Flow(self, gap=SPACE[8])
        for part in (self._words, self._button, self._key):
            row.addWidget(part)
        self.hide()

    def draw(self, view: QuestionView) -> None:
        """Show it, where the list has such a column."""
        offered = view.proposal
        self.setVisible(offered is not None)
        if offered is None:
            return
        quoted = f"“{offered.words}”" if offered.words != "nothing" else "nothing"
        self._words.setText(f"The provider’s list says {quoted}.")
        for part in (self._button, self._key):
            part.setVisible(view.takes)
