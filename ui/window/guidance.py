"""The setting of the guidance, made to hold on the assessment page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.window.pages.assessment.page import AssessmentPage
from ui.window.surroundings import Preferences

KEY, FOLDED = "guidance", "folded"


class GuidanceSetting(QObject):
    """Belongs to one assessment page, and goes with it: folds its guidance where that is the setting."""

    def __init__(self, page: AssessmentPage, preferences: Preferences) -> None:
        super().__init__(page)
        self._page = page
        preferences.changed.connect(self.hear)
        if preferences.value(KEY) == FOLDED:
            self.hear(KEY, FOLDED)

    def hear(self, key: str, value: object) -> None:
        """Fold the guidance, or put it beside the question, when that setting has changed."""
        if key == KEY:
            self._page.parts.show_side(on=value != FOLDED, width=self._page.width())
