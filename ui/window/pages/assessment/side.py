"""Beside the question: its guidance, or its history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.assessment.doing import PastAnswer
from ui.presenters.assessment.question import QuestionView
from ui.window.theme import SPACE
from ui.window.widgets.heading import Heading
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.layouts import empty
from ui.window.widgets.plain_label import PlainLabel


class Side(QFrame):
    """Words to read, one text under another. The page says what stands in it and where it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._icon = IconLabel("guidance", "quiet", 20)
        self._title = Heading("", level=2)
        top = QHBoxLayout()
        top.setSpacing(SPACE[8])
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE[16], SPACE[16], SPACE[16], SPACE[16])
        self._column.setSpacing(SPACE[4])
        self._column.addLayout(top)
        self._fixed = self._column.count()

    def show_guidance(self, view: QuestionView) -> None:
        """Show a question's guidance."""
        wanted = (view.asked.id, view.guidance)
        if self._shown == wanted:
            return
        self._begin(wanted, "guidance", "Guidance")
        if not view.guidance:
            self._add("There is no guidance for this question.", "quiet")
        for heading, words in view.guidance:
            self._add(heading, "overline", gap=SPACE[8])
            self._add(words)
        if view.guidance and view.guidance_wording:
            self._add(view.guidance_wording, "caption", gap=SPACE[8])
        self._column.addStretch(1)

    def show_history(self, code: str, past: Sequence[PastAnswer]) -> None:
        """Show everything that was ever answered to a question."""
        self._begin(("history", code, tuple(past)), "history", f"History of {code}")
        if not past:
            self._add("Nobody has answered this question yet.", "quiet")
        for answer in past:
            self._add(answer.words, "strong", gap=SPACE[8])
            self._add(f"{answer.who}, {answer.when}{_standing(answer)}", "caption")
            if answer.reason:
                self._add(f"Because: {answer.reason}", "caption")
        self._column.addStretch(1)

    def _begin(self, shown: object, icon: str, title: str) -> None:
        self._shown = shown
        self._icon.set_icon(icon, "quiet")
        self._title.setText(title)
        self.setAccessibleName(title)
        empty(self._column, self._fixed)

    def _add(self, words: str, role: str = "", gap: int = 0) -> None:
        label = PlainLabel(words, role)
        label.setContentsMargins(0, gap, 0, 0)
        self._column.addWidget(label)


def _standing(answer: PastAnswer) -> str:
    if answer.took_back:
        return ", by undo" + (", stands now" if answer.stands else "")
    return ", stands now" if answer.stands else ""
