"""The outline as a list: what it says, what it draws anew, what can be chosen."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from ui.presenters.assessment.outline import OutlineRow
from ui.presenters.case_words import Said
from ui.window.pages.assessment.outline import OutlineList, OutlineRows

ROWS = (
    OutlineRow("view", "v", "", "Case facts", Said("")),
    OutlineRow("section", "s", "", "The person", Said("1 of 2")),
    OutlineRow("question", "one", "F1", "Gender", Said("Male", "", "tick")),
    OutlineRow("question", "two", "F2", "Age <b>group</b>", Said("Set aside", "", "set_aside"), greyed=True),
)


@pytest.fixture
def outline(qtbot: Any) -> OutlineList:
    made = OutlineList()
    qtbot.addWidget(made)
    made.rows.set_rows(ROWS)
    made.resize(260, 400)
    made.show()
    return made


def test_the_list_is_a_sound_model(qtmodeltester: Any) -> None:
    rows = OutlineRows()
    rows.set_rows(ROWS)
    qtmodeltester.check(rows)


def test_rows_say_code_state_and_words(outline: OutlineList) -> None:
    spoken = [outline.rows.data(outline.rows.index(at)) for at in range(4)]
    assert spoken == [
        "Case facts",
        "The person. 1 of 2",
        "F1. Male. Gender",
        "F2. Set aside. Age <b>group</b>",
    ]
    tip = outline.rows.data(outline.rows.index(3), Qt.ItemDataRole.ToolTipRole)
    assert tip == "<qt>F2  Age &lt;b&gt;group&lt;/b&gt;</qt>"


def test_only_questions_can_be_chosen(outline: OutlineList, qtbot: Any) -> None:
    enabled = [
        bool(outline.rows.flags(outline.rows.index(at)) & Qt.ItemFlag.ItemIsEnabled) for at in range(4)
    ]
    assert enabled == [False, False, True, True]
    chosen: list[str] = []
    outline.chosen.connect(chosen.append)
    for at in (1, 3):
        centre = outline.visualRect(outline.rows.index(at)).center()
        qtbot.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert chosen == ["two"]


def test_only_rows_that_are_other_values_are_drawn_anew(outline: OutlineList) -> None:
    changed: list[int] = []
    outline.rows.dataChanged.connect(lambda first: changed.append(first.row()))
    other = OutlineRow("question", "one", "F1", "Gender", Said("Female", "", "tick"))
    outline.rows.set_rows((*ROWS[:2], other, ROWS[3]))
    assert changed == [2]


def test_letters_go_on_to_the_page_and_enter_opens(outline: OutlineList, qtbot: Any) -> None:
    outline.mark("one")
    assert outline.rows.row(outline.currentIndex()) is ROWS[2]
    chosen: list[str] = []
    outline.chosen.connect(chosen.append)
    qtbot.keyClick(outline, Qt.Key.Key_A)
    assert outline.rows.row(outline.currentIndex()) is ROWS[2]
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    qtbot.keyClick(outline, Qt.Key.Key_Return)
    assert chosen == ["two"]
    outline.mark("not there")
    assert outline.rows.row(outline.currentIndex()) is ROWS[3]
