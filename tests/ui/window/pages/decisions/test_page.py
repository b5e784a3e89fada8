"""The page of decisions on a real store: both sides, a choice, a reason; branches; nothing clipped."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from model.journal.change import Change
from model.journal.entry import FieldKey
from tests.merging import DISPUTED, Evening
from tests.office import set_up
from ui.actions import exchange, unlock
from ui.reading import cases
from ui.session import Session
from ui.window.pages.decisions.page import DecisionsPage
from ui.window.theme import SPACE, Appearance, Choice, Look
from ui.window.widgets.answer_buttons import AnswerButtons
from ui.window.widgets.dropdown import Dropdown


@pytest.fixture
def office(day: Evening) -> Iterator[Session]:
    session = day.open("office")
    exchange.take_files(session, [day.bundle(name) for name in ("ann", "ann_copy", "ben", "lee")])
    yield session
    unlock.lock(session)


@pytest.fixture
def page(qtbot: Any, make_desk: Callable[..., Any], office: Session) -> DecisionsPage:
    made = DecisionsPage(make_desk(office))
    qtbot.addWidget(made)
    made.resize(1198, 680)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.open()
    return made


def words(page: DecisionsPage) -> list[str]:
    return [item.words for item in page.chooser.table.rows.shown()]


def go_to(page: DecisionsPage, row: int) -> None:
    page.chooser.table.selectRow(row)
    QApplication.processEvents()


def disagree(office: Session, day: Evening, question: str, *values: str) -> None:
    for value in values:
        key = FieldKey("assessment", day.disputed, f"answer.{question}")
        office.record(Change(key, value, meaning=1, replaces=()))


def test_the_badge_counts_what_waits(page: DecisionsPage) -> None:
    assert page.badge.text() == "3 to decide"
    assert words(page) == ["2.2.1: recorded differently", "Assessed twice", "Branch of Ann"]


def test_a_conflict_is_decided_by_keyboard_alone(
    page: DecisionsPage, day: Evening, office: Session, said: Any, qtbot: Any
) -> None:
    pane = page.conflict
    codes = {button.text(): code for code, button in pane.sides.buttons.items()}
    key = str(list(codes).index("Yes") + 1)
    page.chooser.table.setFocus()
    qtbot.keyClicks(page.chooser.table, key)
    assert pane.sides.value() == codes["Yes"]
    qtbot.keyClick(page.chooser.table, Qt.Key.Key_Return)
    assert pane.reasoned.reason.hasFocus()
    qtbot.keyClicks(pane.reasoned.reason, "Seen in the plan of 2 June")
    qtbot.keyClick(pane.reasoned.reason, Qt.Key.Key_Tab)
    assert pane.reasoned.button.hasFocus()
    qtbot.keyClick(pane.reasoned.button, Qt.Key.Key_Space)
    held = cases.sheet(office, day.disputed).recorded[DISPUTED]
    assert (held.value, held.reason) == ("yes", "Seen in the plan of 2 June")
    assert page.badge.text() == "2 to decide"
    assert said.named("announce") == ["Decided"]
    assert said.named("saved") == ["2018-10-08T19:00:00Z"]


def test_enter_leads_from_the_list_to_what_decides(page: DecisionsPage, qtbot: Any) -> None:
    for row, part in ((1, page.twice.reasoned.reason), (2, page.kept.take)):
        page.chooser.table.setFocus()
        go_to(page, row)
        qtbot.keyClick(page.chooser.table, Qt.Key.Key_Return)
        assert part.hasFocus()


def test_a_digit_typed_into_the_reason_chooses_nothing(page: DecisionsPage, qtbot: Any) -> None:
    page.conflict.reasoned.reason.setFocus()
    qtbot.keyClicks(page.conflict.reasoned.reason, "1 and 2")
    assert page.conflict.reasoned.reason.text() == "1 and 2"
    assert page.conflict.sides.value() == ""


def test_what_is_missing_is_said_at_the_reason(page: DecisionsPage, office: Session) -> None:
    pane = page.conflict.reasoned
    pane.button.click()
    assert "needs a reason" in pane.row.problem()
    pane.reason.setPlainText("Read again")
    pane.button.click()
    assert "Nothing is chosen yet." in pane.row.problem()
    assert page.badge.text() == "3 to decide"


def test_another_answer_opens_a_field_for_it(page: DecisionsPage, day: Evening, office: Session) -> None:
    sheet = cases.sheet(office, day.disputed)
    given = sheet.answers["age_group"].value
    left = [code for code in sheet.instrument.question("age_group").codes() if code != given]
    first, second, third = left[:3]
    disagree(office, day, "age_group", first, second)
    page.open()
    go_to(page, words(page).index("F2: recorded differently"))
    pane = page.conflict
    assert pane.other_row is None
    pane.sides.press("another")
    assert isinstance(pane.other, Dropdown)
    pane.other.set_code(third)
    pane.reasoned.reason.setPlainText("The date of birth says so")
    pane.reasoned.button.click()
    assert cases.sheet(office, day.disputed).recorded["age_group"].value == third


def test_choosing_a_side_again_closes_the_other_answer(
    page: DecisionsPage, day: Evening, office: Session
) -> None:
    disagree(office, day, "age_group", "18_20", "21_24")
    page.open()
    go_to(page, words(page).index("F2: recorded differently"))
    page.conflict.sides.press("another")
    page.conflict.sides.press("0")
    assert page.conflict.other_row is None


def test_several_can_be_given_as_another_answer(page: DecisionsPage, day: Evening, office: Session) -> None:
    codes = cases.sheet(office, day.disputed).instrument.question("features").codes()
    for value in ((codes[0],), (codes[1],)):
        key = FieldKey("assessment", day.disputed, "answer.features")
        office.record(Change(key, value, meaning=1, replaces=()))
    page.open()
    go_to(page, words(page).index("F14: recorded differently"))
    page.conflict.sides.press("another")
    other = page.conflict.other
    assert isinstance(other, AnswerButtons)
    other.press(codes[0])
    other.press(codes[2])
    page.conflict.reasoned.reason.setPlainText("Both are in the record")
    page.conflict.reasoned.button.click()
    assert cases.sheet(office, day.disputed).recorded["features"].value == (codes[0], codes[2])


def test_double_work_shows_the_key_questions_that_differ_first(page: DecisionsPage) -> None:
    go_to(page, 1)
    table = page.twice.table
    assert table is not None
    assert all(one.is_key for one in table.rows.shown())
    page.twice.filters.chosen.emit("all")
    assert len(table.rows.shown()) > 2
    assert {column.title for column in table.rows.columns} == {"Code", "Question", "Ben", "Lee"}


def test_one_assessment_is_chosen_and_stands_under_decided(
    page: DecisionsPage, office: Session, said: Any
) -> None:
    go_to(page, 1)
    pane = page.twice
    pane.readers[0].click()
    assert said.named("navigate")[0][0] == "papers"
    assert said.named("navigate")[0][1]["document"] == "inspector's copy"
    ben = next(code for code, button in pane.made.buttons.items() if button.text() == "Ben")
    pane.made.press(ben)
    pane.reasoned.reason.setPlainText("Allocated to Ben")
    pane.reasoned.button.click()
    assert words(page) == ["2.2.1: recorded differently", "Branch of Ann"]
    page.filters.chosen.emit("decided")
    assert words(page) == ["Assessed twice"]
    assert page.twice.settled.text().endswith("Reason: Allocated to Ben")
    assert page.twice.made.value() == ben


def test_taking_in_a_branch_asks_first(page: DecisionsPage, said: Any) -> None:
    go_to(page, 2)
    page.kept.take.click()
    assert page.kept.confirm.keep.hasFocus()
    page.kept.confirm.keep.click()
    assert page.badge.text() == "3 to decide"
    page.kept.take.click()
    page.kept.confirm.confirm.click()
    assert page.badge.text() == "2 to decide"
    assert said.named("announce")[0].endswith("taken in")


def test_when_all_is_decided_the_page_says_so(page: DecisionsPage, said: Any) -> None:
    for pane, press in ((page.conflict, page.conflict.sides), (page.twice, page.twice.made)):
        next(iter(press.buttons.values())).click()
        pane.reasoned.reason.setPlainText("Read again")
        pane.reasoned.button.click()
    page.kept.take.click()
    page.kept.confirm.confirm.click()
    assert page.badge.text() == "Nothing to decide"
    assert page.empty.isVisible()
    page.merge.click()
    assert said.named("navigate") == [("merge", {})]
    page.filters.chosen.emit("aside")
    assert page.empty.accessibleName().startswith("Nothing is kept aside")


def test_where_nothing_is_it_is_said_as_high_as_on_every_other_page(
    page: DecisionsPage, qtbot: Any, make_desk: Callable[..., Any], tmp_path: Path
) -> None:
    """Whatever stands in the list's place begins right below what is above the list."""
    page.filters.chosen.emit("decided")
    QApplication.processEvents()
    assert page.empty.isVisible()
    assert page.empty.y() - page.filters.geometry().bottom() <= SPACE[16] + 1
    (tmp_path / "fresh").mkdir()
    fresh = set_up(tmp_path / "fresh").make_inspection()
    alone = DecisionsPage(make_desk(fresh.session))
    qtbot.addWidget(alone)
    alone.resize(1198, 680)
    alone.show()
    alone.open()
    QApplication.processEvents()
    assert not alone.filters.isVisible()
    assert alone.empty.y() - alone.heading.geometry().bottom() <= 2 * SPACE[16]
    fresh.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [100, 125, 200])
def test_nothing_is_clipped(
    page: DecisionsPage,
    day: Evening,
    office: Session,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    theme: str,
    scale: int,
) -> None:
    disagree(office, day, "age_group", "18_20", "21_24")
    page.open()
    appearance.set(Look(Choice(theme), scale))
    page.resize(1286, 640)
    assert page.chooser.table.isVisible() is (scale <= 125)
    for item in page.chooser.table.rows.shown():
        page.chooser._picked(item.id)
        if item.words.startswith("F2"):
            page.conflict.sides.press("another")
        page.conflict.reasoned.button.click()
        page.kept.take.click()
        assert faults(page) == [], item.words


def test_the_field_chooses_where_text_is_large(page: DecisionsPage, appearance: Appearance) -> None:
    appearance.set(Look(Choice.LIGHT, 200))
    assert page.first_focus() is page.chooser.field
    page.chooser.field.setCurrentIndex(1)
    page.chooser.field.activated.emit(1)
    assert page.twice.isVisible()
    assert not page.conflict.isVisible()
