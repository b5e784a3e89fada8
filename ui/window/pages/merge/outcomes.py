"""What became of the files that were just taken in: what was refused first, then the others in a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.refusal import Refusal
from ui.presenters.merge import FileOutcome, Merged
from ui.presenters.sizes import counted
from ui.window.tables.rows import Column, status_column
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.tone import Tone
from ui.window.widgets.unfold import Unfold
from ui.window.widgets.whole_table import WholeTable

_MOST = 12
"""Of more files than these, only what somebody should look at is shown at once."""


class Outcomes(Card):
    """Hidden until `tell`; a button puts it away again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What came of it", parent)
        self.close_button = Button("Put away", "quiet", do=self.hide)
        self.aside.addWidget(self.close_button)
        self.refused: list[MessageBar] = []
        self._messages = QVBoxLayout()
        self._messages.setSpacing(SPACE[8])
        self.body.addLayout(self._messages)
        self.table = _table("Files that were taken in")
        self.rest = _table("Other files that were taken in")
        self.others = Unfold("")
        self.others.body.addWidget(self.rest)
        self.body.addWidget(self.table)
        self.body.addWidget(self.others)
        self.hide()

    def tell(self, merged: Merged) -> None:
        """Show what became of each file."""
        self.heading.setText(merged.words)
        self.setAccessibleName(merged.words)
        for bar in self.refused:
            self._messages.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.refused = [_refused(one.name, one.refusal) for one in merged.files if one.refusal is not None]
        for bar in self.refused:
            self._messages.addWidget(bar)
        taken = sorted((one for one in merged.files if one.refusal is None), key=_rank)
        looked_at = [one for one in taken if one.said.tone == Tone.ATTENTION] if len(taken) > _MOST else taken
        self._show_rows(self.table, looked_at)
        others = [one for one in taken if one not in looked_at]
        self.others.button.setText(f"The other {counted(len(others), 'file')}")
        self.others.unfold(False)
        self.others.setVisible(bool(others))
        self._show_rows(self.rest, others)
        self.show()

    @staticmethod
    def _show_rows(table: WholeTable[FileOutcome], rows: Sequence[FileOutcome]) -> None:
        table.setVisible(bool(rows))
        table.set_rows(rows)


def _table(name: str) -> WholeTable[FileOutcome]:
    return WholeTable(
        name,
        [
            status_column("Outcome", lambda one: one.said, width=14),
            Column("From", lambda one: one.sender, width=24),
            Column("What it brought", lambda one: one.words),
            Column("File", lambda one: breakable(one.name), width=44),
        ],
    )


def breakable(name: str) -> str:
    """Let a long file name wrap after its hyphens and dots."""
    return name.replace("-", "-\u200b").replace(".", "\u200b.")


def _rank(outcome: FileOutcome) -> int:
    """What somebody should look at first, then what brought something, then the rest."""
    return 0 if outcome.said.tone == Tone.ATTENTION else 1 if outcome.new else 2


def _refused(name: str, refusal: Refusal) -> MessageBar:
    more = " ".join(words for words in (refusal.kept, refusal.next) if words)
    return MessageBar(f"Refused: {name}. {refusal.happened}", Tone.NOT_SUFFICIENT, more)
