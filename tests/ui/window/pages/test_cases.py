"""Today's cases on the screen."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.fieldwork import OWEN, Clock, allot, begin
from tests.several import SUPERVISION, VICTIMS, holder_of, in_the_field, made_for, shared
from ui.actions.answer import answer
from ui.actions.schedule import schedule_interview
from ui.actions.write import write
from ui.session import Session
from ui.window.pages.cases import _COLUMN_OF, CasesPage
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.filter_chips import Chip


@pytest.fixture
def megan(tmp_path: Path) -> Iterator[Session]:
    session = begin(tmp_path, clock=Clock())
    yield session
    session.store.close()


@pytest.fixture
def page(qtbot: Any, make_desk: Callable[..., Any], megan: Session) -> CasesPage:
    made = CasesPage(make_desk(megan))
    qtbot.addWidget(made)
    made.resize(1198, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def numbers(page: CasesPage) -> list[str]:
    return [row.number for row in page.table.rows.shown()]


def chips(page: CasesPage) -> dict[str, Chip]:
    QApplication.processEvents()
    return {chip.code: chip for chip in page.chips.findChildren(Chip) if chip.isVisible()}


def test_enter_opens_and_another_key_shows_the_case(
    page: CasesPage, megan: Session, said: Any, qtbot: Any
) -> None:
    first, second = allot(megan, 1), allot(megan, 2)
    page.open()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_O)
    page.open_button.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Up)
    qtbot.keyClick(page.open_button, Qt.Key.Key_Return)
    assert said.named("navigate") == [
        ("assessment", {"assessment": second}),
        ("case", {"assessment": second}),
        ("assessment", {"assessment": first}),
    ]


def test_chips_and_words_filter_together(page: CasesPage, megan: Session, qtbot: Any) -> None:
    for number, officer in ((1, "Zoë Thompson"), (2, "Mark Dixon"), (3, "Zoë Thompson")):
        assessment = allot(megan, number, officer=officer)
        if number < 3:
            answer(megan, assessment, "gender", "male")
    page.open()
    assert numbers(page) == ["4001", "4002", "4003"]
    chips(page)["reading"].click()
    assert numbers(page) == ["4001", "4002"]
    page.typed.setText("zoë")
    assert numbers(page) == ["4001"]
    qtbot.keyClicks(page.typed, "zzz")
    assert page.none_left.isVisible()
    assert not page.open_button.isEnabled()
    page._all()
    assert numbers(page) == ["4001", "4002", "4003"]


def test_interviews_of_the_day_stand_above_in_order(page: CasesPage, megan: Session, said: Any) -> None:
    late, early = allot(megan, 1), allot(megan, 2)
    page.open()
    assert not page.interviews.isVisible()
    schedule_interview(megan, late, "2018-10-08T14:30")
    schedule_interview(megan, early, "2018-10-08T11:00")
    page.open()
    names = [
        button.accessibleName() for button in page.interviews.findChildren(QWidget) if button.accessibleName()
    ]
    assert [name[:18] for name in names] == ["Interview at 11:00", "Interview at 14:30"]


def test_an_empty_store_says_what_to_do(page: CasesPage) -> None:
    page.open()
    assert page.nothing.isVisible()
    assert "ask the office" in page.nothing.accessibleName()
    assert not page.open_button.isVisible()


def test_others_cases_are_shown_when_wanted(page: CasesPage, megan: Session) -> None:
    allot(megan, 1)
    page.open()
    assert not page.everybody.isVisible()
    allot(megan, 2, holder=OWEN)
    page.open()
    assert numbers(page) == ["4001"]
    page.everybody.click()
    assert numbers(page) == ["4001", "4002"]


def test_who_holds_no_case_sees_the_teams(page: CasesPage, megan: Session) -> None:
    allot(megan, 1, holder=OWEN)
    page.open()
    assert numbers(page) == ["4001"]


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.CONTRAST])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_nameless_or_overlapping(
    page: CasesPage,
    megan: Session,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    scale: int,
    choice: Choice,
) -> None:
    assessment = allot(megan, 9, ldu="Knowsley and St Helens", officer="Siân Llewellyn-Thompson")
    for number in range(1, 9):
        allot(megan, number, ldu="Knowsley and St Helens", officer="Siân Llewellyn-Thompson")
    answer(megan, assessment, "gender", "male")
    schedule_interview(megan, assessment, "2018-10-08T14:30")
    write(megan, "alert", "1" * 32, "At risk", assessment=assessment)
    allot(megan, 20, holder=OWEN)
    page.open()
    appearance.set(Look(choice, scale))
    page.resize(1366 - (80 if scale >= 150 else 255), 768 - 43)
    assert faults(page) == []
    if scale == 100:
        assert not page.table.horizontalScrollBar().isVisible()


def test_the_empty_pages_are_not_clipped(
    page: CasesPage, appearance: Appearance, faults: Callable[[QWidget], list[str]]
) -> None:
    appearance.set(Look(Choice.LIGHT, 200))
    page.open()
    assert faults(page) == []


@pytest.mark.parametrize(
    ("choice", "scale"),
    [(Choice.LIGHT, 100), (Choice.LIGHT, 200), (Choice.CONTRAST, 125), (Choice.DARK, 200)],
)
def test_cases_of_several_samples_are_told_apart_and_filtered_by_kind(
    qtbot: Any,
    make_desk: Callable[..., Any],
    tmp_path: Path,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    choice: Choice,
    scale: int,
) -> None:
    office = in_the_field(tmp_path)
    case = shared(office, SUPERVISION, VICTIMS)
    session, made = holder_of(office, case), made_for(office, case)
    answer(session, made[SUPERVISION], "gender", "male")
    appearance.set(Look(choice, scale))
    page = CasesPage(make_desk(session))
    qtbot.addWidget(page)
    page.resize(1366 - (80 if scale >= 150 else 168), 768 - 64)
    with qtbot.waitExposed(page):
        page.show()
    page.open()
    everything = len(numbers(page))
    assert page.kinds.isVisible()
    assert page.table.isColumnHidden(_COLUMN_OF["To raise"])
    at = next(at for at, row in enumerate(page.table.rows.shown()) if row.assessment == made[VICTIMS])
    assert page.table.rows.index(at, _COLUMN_OF["Assessment"]).data() == "Victim work, also Supervision"
    if scale == 100:
        assert not page.table.horizontalScrollBar().isVisible()
    assert set(chips(page)) == {"all", "not_started", "reading"}
    assert page.kinds.itemText(0) == f"All kinds ({everything})"
    page.kinds.setCurrentIndex(page.kinds.findData("Victim work"))
    page.kinds.chosen.emit("Victim work")
    kept = page.table.rows.shown()
    assert {row.kind for row in kept} == {"Victim work"}
    assert page.kinds.currentText() == f"Victim work ({len(kept)})"
    assert chips(page)["all"].text() == f"All  {len(kept)}"
    page.kinds.setCurrentIndex(0)
    page.kinds.chosen.emit("all")
    assert len(numbers(page)) == everything
    wrong = faults(page)
    folder = os.environ.get("CASEBOOK_PICTURES")
    if folder:
        page.grab().save(str(Path(folder) / f"cases-several-{choice.value}-{scale}.png"))
    office.close()
    assert wrong == []
