"""The panel of refusals: file names that cannot be broken have room at every size of text."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from model.refusal import Refusal
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.refusal_panel import RefusalPanel


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_of_a_refusal_is_clipped(
    qtbot: QtBot, appearance: Appearance, faults: Callable[[QWidget], list[str]], scale: int
) -> None:
    page, panel = QWidget(), RefusalPanel()
    column = QVBoxLayout(page)
    column.addWidget(panel)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.setFixedSize(1286, 700)
    page.show()
    panel.show_refusal(
        Refusal(
            "The file fieldwork-37ade7c0-2026-11-21-4c92.casebook could not be written to E: (no room left).",
            "What stood there before was not touched.",
            "Check that the stick is there and has room, then try again.",
        )
    )
    appearance.set(Look(Choice.LIGHT, scale))
    assert faults(page) == []
