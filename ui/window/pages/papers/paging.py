"""The bar over a preview: which page is shown, in which size, and what to know of the document."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.documents.percentages import per_cent
from ui.window.pages.papers.viewer import Viewer
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button, IconButton
from ui.window.widgets.plain_label import PlainLabel


class Paging(QWidget):
    """Turns the pages of one viewer and changes its size; `note` stands at its end."""

    def __init__(self, viewer: Viewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self.before = IconButton("chevron_left", "Page before", do=lambda: viewer.go(viewer.page - 1))
        self.after = IconButton("chevron_right", "Next page", do=lambda: viewer.go(viewer.page + 1))
        self.which = PlainLabel(role="strong", wrap=False)
        self.smaller = IconButton("minus", "Smaller", do=lambda: viewer.resize_page(-1))
        self.larger = IconButton("plus", "Larger", do=lambda: viewer.resize_page(1))
        self.size_words = PlainLabel(role="quiet", wrap=False)
        self.fit = Button("Fit the width", "quiet", do=lambda: viewer.resize_page(0))
        self.note = PlainLabel(role="caption")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[8])
        for part in (self.before, self.which, self.after):
            row.addWidget(part)
        row.addSpacing(SPACE[16])
        for other in (self.smaller, self.size_words, self.larger, self.fit):
            row.addWidget(other)
        row.addWidget(self.note, 1)
        viewer.turned.connect(self._say)

    def _say(self) -> None:
        viewer = self._viewer
        pages = viewer.pages()
        self.which.setText(f"Page {viewer.page + 1} of {pages}" if pages else "")
        self.size_words.setText(per_cent(viewer.shown_zoom()))
        self.before.setEnabled(viewer.page > 0)
        self.after.setEnabled(viewer.page + 1 < pages)
