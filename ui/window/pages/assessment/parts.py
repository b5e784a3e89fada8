"""The parts of the assessment page, and how they share its width as far as there is room."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.window import theme
from ui.window.pages.assessment.completing import CompletingPane
from ui.window.pages.assessment.foot import Foot
from ui.window.pages.assessment.outline import OutlineList
from ui.window.pages.assessment.question_pane import QuestionPane
from ui.window.pages.assessment.reason_pane import ReasonPane
from ui.window.pages.assessment.side import Side
from ui.window.pages.assessment.strip import Strip
from ui.window.pages.scrolling import scrolling
from ui.window.theme import SPACE

SIDE_BY_SIDE_TO = 150
"""Up to this size of text (per cent) the guidance stands beside the question."""
_OUTLINE, _OUTLINE_MOST = 264, 340
_SIDE, _SIDE_MOST = 300, 400
_QUESTION = 430
"""Widths in pixels at 100%; the question's is the least that it is given before another part folds."""
_ANY = 16_777_215


class Parts:
    """Outline, question and guidance side by side; the outline folds first, then the guidance."""

    def __init__(self, page: QWidget) -> None:
        self.strip = Strip()
        self.outline = OutlineList()
        self.pane = QuestionPane(page)
        self.side = Side()
        self.completing = CompletingPane()
        self.reason = ReasonPane()
        self.foot = Foot()
        self.question_area = scrolling(self.pane, "The question")
        self.completing_area = scrolling(self.completing, "Completing this assessment")
        self.reason_area = scrolling(self.reason, "The reason")
        self.side_area = scrolling(self.side, "Guidance and history", card=False)
        self.stack = QStackedWidget()
        for area in (self.question_area, self.completing_area, self.reason_area):
            self.stack.addWidget(area)
        self.row = QHBoxLayout()
        self.row.setSpacing(SPACE[16])
        self.row.addWidget(self.outline)
        self.row.addWidget(self.stack, 1)
        self.row.addWidget(self.side_area)
        self.outline_is_beside = True
        self.side_is_beside = True
        self._side_hidden = False
        self._side_unfolded = False

    def add_to(self, column: QVBoxLayout) -> None:
        """Put the parts into the page."""
        column.setSpacing(SPACE[12])
        column.addWidget(self.strip)
        column.addLayout(self.row, 1)
        column.addWidget(self.foot)

    def asks(self) -> bool:
        """Whether the question is in sight, and not a list or a form in its place."""
        return self.stack.currentWidget() is self.question_area

    def show(self, area: QWidget) -> None:
        """Show the question, or something else in its place; the answers' keys work for the question only."""
        self.stack.setCurrentWidget(area)
        self.pane.listen(on=self.asks())

    def begin_question(self) -> None:
        """A question was just opened: begin at its top, with whatever folds folded."""
        self._side_unfolded = False
        for area in (self.question_area, self.side_area):
            area.verticalScrollBar().setValue(0)
        self._place_side()
        self.show(self.question_area)

    def scroll_to(self, part: QWidget) -> None:
        """Bring a part of the question into sight, from its top, once it has its place."""
        QTimer.singleShot(0, self.question_area, lambda: self._scroll(part))

    def _scroll(self, part: QWidget) -> None:
        if not self.pane.isAncestorOf(part) or part.isHidden():
            return
        bar, seen = self.question_area.verticalScrollBar(), self.question_area.viewport().height()
        top = part.mapTo(self.pane, part.rect().topLeft()).y() - SPACE[12]
        bottom = top + part.height() + 2 * SPACE[12]
        if top < bar.value() or part.height() > seen:
            bar.setValue(top)
        elif bottom > bar.value() + seen:
            bar.setValue(min(top, bottom - seen))

    def side_is_shown(self) -> bool:
        """Whether guidance or history is in sight."""
        return not self._side_hidden if self.side_is_beside else self._side_unfolded

    def show_side(self, *, on: bool, width: int) -> None:
        """Show or fold guidance or history, in a page of this width."""
        if self.side_is_beside:
            self._side_hidden = not on
        else:
            self._side_unfolded = on
        self.arrange(width)

    def arrange(self, width: int) -> None:
        """Set the parts into a page of this width."""
        shown = theme.current()
        total = width - 2 * SPACE[24]
        least, side = shown.px(_QUESTION), self._side_width()
        outline = min(shown.px(_OUTLINE), _OUTLINE_MOST)
        self.side_is_beside = shown.scale <= SIDE_BY_SIDE_TO and total - side - SPACE[16] >= least
        taken = side + SPACE[16] if self.side_is_beside and not self._side_hidden else 0
        self.outline_is_beside = total - taken - outline - SPACE[16] >= least
        self.strip.set_compact(on=shown.scale > SIDE_BY_SIDE_TO or total < shown.px(900))
        self._place_outline(outline)
        self._place_side()

    def _place_outline(self, width: int) -> None:
        in_stack = self.stack.indexOf(self.outline) >= 0
        if self.outline_is_beside and in_stack:
            was_shown = self.stack.currentWidget() is self.outline
            self.stack.removeWidget(self.outline)
            self.row.insertWidget(0, self.outline)
            if was_shown:
                self.show(self.question_area)
        elif not self.outline_is_beside and not in_stack:
            self.row.removeWidget(self.outline)
            self.stack.addWidget(self.outline)
        if self.outline_is_beside:
            self.outline.setFixedWidth(width)
            self.outline.show()
        else:
            self.outline.setMinimumWidth(0)
            self.outline.setMaximumWidth(_ANY)

    def _place_side(self) -> None:
        inside = self.side_area.widget() is self.side
        if self.side_is_beside:
            if not inside:
                self.pane.fold_in(None)
                self.side_area.setWidget(self.side)
            self.side_area.setFixedWidth(self._side_width())
            self.side.show()
            self.side_area.setVisible(not self._side_hidden)
            return
        self.side_area.hide()
        if inside:
            self.pane.fold_in(self.side_area.takeWidget())
        self.side.setVisible(self._side_unfolded)
        if self._side_unfolded:
            self.scroll_to(self.side)

    @staticmethod
    def _side_width() -> int:
        return min(theme.current().px(_SIDE), _SIDE_MOST)
