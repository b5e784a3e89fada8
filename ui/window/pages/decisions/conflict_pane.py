"""One field recorded differently, on the page of decisions: what it is, and all that deciding needs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.presenters.decisions.conflicts import ConflictView
from ui.window.pages.decisions.deciding import Deciding
from ui.window.widgets.buttons import Button
from ui.window.widgets.heading import Heading
from ui.window.widgets.plain_label import PlainLabel


class ConflictPane(Deciding):
    """Shows one conflict. `decided` has the chosen side, the other answer, and the reason."""

    read = Signal(str)
    """The person wants to read the assessment with this id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = PlainLabel(role="overline")
        self._wording = Heading("", level=1)
        self.read_it = Button("Read the inspector’s copy", "quiet", "eye", do=self._read)
        self.reasoned.buttons.addWidget(self.read_it)
        for at, part in enumerate((self._where, self._wording, Heading("What was recorded"))):
            self.column.insertWidget(at, part)
        self.column.addWidget(
            PlainLabel("Every side stays in the history. Until it is decided, this is in no rate.", "quiet")
        )
        self.column.addStretch(1)

    def show_view(self, view: ConflictView) -> None:
        """Show one conflict; what was begun about another is gone."""
        super().show_view(view)
        number = f"Case {view.number}" if view.number else view.name
        self._where.setText(" · ".join(part for part in (number, view.part, view.about) if part))
        self._wording.setText(view.wording or f"{view.part}: {view.about}")
        self.read_it.setVisible(bool(view.assessment))

    def _read(self) -> None:
        if self.view is not None:
            self.read.emit(self.view.assessment)
