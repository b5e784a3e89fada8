"""A case of several samples on its page: both assessments, and which one is to be opened.

With the environment variable CASEBOOK_PICTURES set to a folder, the pictures are kept there to be looked at.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.several import SUPERVISION, VICTIMS, holder_of, in_the_field, made_for, shared
from ui.actions.answer import answer
from ui.actions.write import write
from ui.reading import cases
from ui.session import Session
from ui.window.pages.case.page import CasePage
from ui.window.shortcuts import Shortcut
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.buttons import Button

KEY = Qt.Key


@dataclass(frozen=True)
class TwoSamples:
    """A case of two samples, with whom it is, and its assessments by instrument."""

    session: Session
    case: str
    made: dict[str, str]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[TwoSamples]:
    office = in_the_field(tmp_path)
    case = shared(office, SUPERVISION, VICTIMS)
    yield TwoSamples(holder_of(office, case), case, made_for(office, case))
    office.close()


@pytest.fixture
def page(qtbot: Any, make_desk: Callable[..., Any], two: TwoSamples) -> CasePage:
    made = CasePage(make_desk(two.session))
    qtbot.addWidget(made)
    made.resize(1198, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.open(two.made[VICTIMS])
    made.assess_button.setFocus()
    return made


def press(qtbot: Any, *keys: Any) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def words(page: CasePage) -> list[str]:
    return [one.accessibleName() for one in page.assessments.openers]


def test_both_stand_there_with_how_far_each_is(page: CasePage, two: TwoSamples) -> None:
    answer(two.session, two.made[SUPERVISION], "gender", "male")
    page.open(two.made[VICTIMS])
    assert page.assessments.isVisible()
    assert words(page) == [
        "Open Supervision. Reading, 1 of 3 answered",
        "Open Victim work. Not started, 1 of 3 answered",
    ]
    assert Shortcut.WHICH in page.in_place()


def test_opening_asks_which_one_and_a_digit_says_it(
    page: CasePage, two: TwoSamples, said: Any, qtbot: Any
) -> None:
    press(qtbot, KEY.Key_O)
    assert said.named("navigate") == []
    assert page.assessments.asked.text() == "Which one do you want to open? Press 1 or 2."
    assert page.assessments.openers[0].hasFocus()
    press(qtbot, KEY.Key_2)
    page.open(two.made[VICTIMS])
    assert not page.assessments.asked.isVisible()
    page.assess_button.setFocus()
    press(qtbot, KEY.Key_1, KEY.Key_3)
    page.assessments.openers[1].click()
    assert [what["assessment"] for _, what in said.named("navigate")] == [
        two.made[VICTIMS],
        two.made[SUPERVISION],
        two.made[VICTIMS],
    ]


def test_a_digit_that_is_typed_into_a_note_opens_nothing(
    page: CasePage, two: TwoSamples, said: Any, qtbot: Any
) -> None:
    press(qtbot, KEY.Key_D)
    qtbot.keyClicks(QApplication.focusWidget(), "12 weeks")
    assert said.named("navigate") == []
    page.leave()
    (line,) = cases.sheet(two.session, two.made[VICTIMS]).of("line")
    assert line.text == "12 weeks"


def test_a_line_of_the_other_assessment_is_changed_where_it_was_written(
    page: CasePage, two: TwoSamples, qtbot: Any
) -> None:
    write(two.session, "line", "1" * 32, "First contact", assessment=two.made[SUPERVISION])
    page.open(two.made[VICTIMS])
    page.lines.wanted.emit("line", "1" * 32)
    qtbot.keyClicks(page.lines.editor.text, " in May")
    page.leave()
    (line,) = cases.sheet(two.session, two.made[SUPERVISION]).of("line")
    assert "in May" in line.text
    assert cases.sheet(two.session, two.made[VICTIMS]).of("line") == ()


def test_the_page_is_seen_from_the_other(page: CasePage, two: TwoSamples, said: Any) -> None:
    see = next(one for one in page.findChildren(Button) if one.text() == "Show its facts below")
    see.click()
    assert said.named("navigate") == [("case", {"assessment": two.made[SUPERVISION]})]


def test_a_single_assessment_opens_without_asking(
    page: CasePage, two: TwoSamples, said: Any, qtbot: Any
) -> None:
    made = cases.assessments(two.session).values()
    alone = next(
        one.id for one, _ in made if sum(other.case == one.case for other, _ in made) == 1 and one.case
    )
    page.open(alone)
    assert not page.assessments.isVisible()
    assert Shortcut.WHICH not in page.in_place()
    press(qtbot, KEY.Key_1, KEY.Key_O)
    assert said.named("navigate") == [("assessment", {"assessment": alone})]


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_nameless_or_overlapping(
    page: CasePage,
    two: TwoSamples,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    scale: int,
    choice: Choice,
) -> None:
    answer(two.session, two.made[SUPERVISION], "gender", "male")
    write(two.session, "line", "1" * 32, "First contact " * 9, assessment=two.made[SUPERVISION])
    write(two.session, "alert", "2" * 32, "A child is at risk", assessment=two.made[SUPERVISION])
    appearance.set(Look(choice, scale))
    page.open(two.made[VICTIMS])
    page.resize(1366 - (80 if scale >= 150 else 168), 768 - 64)
    page.assess_button.click()
    wrong = faults(page)
    folder = os.environ.get("CASEBOOK_PICTURES")
    if folder:
        page.grab().save(str(Path(folder) / f"case-two-{choice.value}-{scale}.png"))
    assert wrong == []
    page.resize(page.width() * 3 // 4, page.height())  # longer titles need a second line
    assert [fault for fault in faults(page) if "Supervision" in fault or "Victim" in fault] == []
