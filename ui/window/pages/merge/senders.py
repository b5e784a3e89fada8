"""The table of who has sent what."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.presenters.senders import Sender
from ui.window.tables.rows import Column, status_column
from ui.window.widgets.whole_table import WholeTable


class SendersTable(WholeTable[Sender]):
    """One row for each person; whoever is missing most can be sorted to the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Who has sent what",
            [
                Column("Person", lambda one: one.name, width=22),
                Column("Role", lambda one: one.role, width=14),
                status_column("Standing", lambda one: one.said, width=18),
                Column(
                    "Complete",
                    lambda one: f"{one.complete} of {one.held}",
                    lambda one: -one.waiting,
                    width=10,
                ),
                Column("Still missing", lambda one: one.missing, lambda one: -one.waiting),
                Column("Last bundle", lambda one: one.last, lambda one: one.days, width=30),
            ],
            parent,
        )
