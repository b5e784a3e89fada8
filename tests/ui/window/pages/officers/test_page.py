"""The officers’ page on the screen: proposals are confirmed, split, joined and given by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.apart import TALK, bring
from tests.office import Office
from tests.several import SUPERVISION, list_of, several
from ui.presenters import officers
from ui.reading import interviews
from ui.window.pages.officers.page import OfficersPage
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.filter_chips import Chip


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Ten cases of four officers, allocated; nobody is confirmed."""
    made = several(tmp_path).read(list_of(tmp_path, SUPERVISION, range(12)), SUPERVISION)
    bring(made.session, TALK)
    made.draw(10, SUPERVISION).allocate(SUPERVISION)
    yield made
    made.close()


@pytest.fixture
def page(make_desk: Callable[..., Any], office: Office, show: Callable[..., Any]) -> OfficersPage:
    made: OfficersPage = show(OfficersPage(make_desk(office.session)))
    return made


def names(page: OfficersPage) -> list[tuple[str, bool]]:
    return [(row.name, row.is_proposed) for row in page.table.rows.shown()]


def chips(page: OfficersPage) -> dict[str, Chip]:
    QApplication.processEvents()
    return {chip.code: chip for chip in page.chips.findChildren(Chip) if chip.isVisible()}


def press(page: OfficersPage, key: Qt.Key) -> None:
    QTest.keyClick(page.table, key)


def confirm_all(page: OfficersPage) -> None:
    page.all_button.click()
    page.sure.findChildren(QWidget)
    next(
        each
        for each in page.sure.findChildren(QWidget)
        if getattr(each, "text", lambda: "")() == "Confirm all"
    ).click()  # type: ignore[attr-defined]


def test_one_is_confirmed_by_its_key_and_an_undo_takes_it_back(page: OfficersPage, said: Any) -> None:
    assert names(page) == [(f"Supervision {number}", True) for number in range(4)]
    press(page, Qt.Key.Key_C)
    assert ("Supervision 0", False) in names(page)
    assert said.named("announce")[-1] == "1 officer confirmed"
    press(page, Qt.Key.Key_U)
    assert ("Supervision 0", True) in names(page)


def test_all_shown_are_confirmed_after_a_question_and_counts_follow(page: OfficersPage) -> None:
    assert chips(page)["proposed"].text().endswith("4")
    confirm_all(page)
    assert chips(page)["confirmed"].text().endswith("4")
    assert chips(page)["unasked"].text().endswith("4")
    chips(page)["proposed"].click()
    assert page.none_left.isVisible()


def test_two_are_joined_and_separated(page: OfficersPage, office: Office) -> None:
    confirm_all(page)
    page.table.select(lambda row: row.name == "Supervision 1")
    press(page, Qt.Key.Key_W)
    assert page.joining.isVisible()
    page.joining.confirm.click()
    assert page.joining.other_row.problem() != ""
    page.joining.other.setCurrentIndex(
        page.joining.other.findText("Supervision 2", Qt.MatchFlag.MatchStartsWith)
    )
    page.joining.confirm.click()
    assert len(interviews.directory(office.session).known) == 3
    page.table.select(lambda row: row.name == "Supervision 2")
    assert "Joined with Supervision 1" in page.table.current().hint  # type: ignore[union-attr]
    press(page, Qt.Key.Key_T)
    (back,) = [
        each
        for each in page.splitting.findChildren(QWidget)
        if "Separate" in each.accessibleName() or "Separate" in getattr(each, "text", str)()
    ]
    back.click()  # type: ignore[attr-defined]
    assert len(interviews.directory(office.session).known) == 4


def test_some_cases_are_taken_away_and_never_all(page: OfficersPage, office: Office) -> None:
    confirm_all(page)
    page.table.select(lambda row: row.name == "Supervision 3")
    press(page, Qt.Key.Key_T)
    page.splitting.confirm.click()
    assert page.splitting.cases_row.problem() != ""
    next(iter(page.splitting.ticks.values())).click()
    page.splitting.name.setText("Somebody Else")
    page.splitting.confirm.click()
    assert "Somebody Else" in [one.officer.name for one in interviews.directory(office.session).known]


def test_a_name_is_corrected_by_its_key_and_an_undo_takes_it_back(page: OfficersPage, said: Any) -> None:
    press(page, Qt.Key.Key_N)
    assert not page.renaming.isVisible()
    confirm_all(page)
    page.table.select(lambda row: row.name == "Supervision 3")
    press(page, Qt.Key.Key_N)
    page.renaming.name.clear()
    QTest.keyClick(page.renaming.name, Qt.Key.Key_Return)
    assert page.renaming.name_row.problem() != ""
    QTest.keyClicks(page.renaming.name, "Zara Three")
    QTest.keyClick(page.renaming.name, Qt.Key.Key_Return)
    assert said.named("announce")[-1] == "Supervision 3 is Zara Three, Cumbria now"
    assert ("Zara Three", False) in names(page)
    assert page.table.hasFocus()
    press(page, Qt.Key.Key_N)
    QTest.keyClick(page.renaming.unit, Qt.Key.Key_Return)
    assert not page.renaming.isVisible()
    page._do(officers.undo)
    assert ("Supervision 3", False) in names(page)


def test_interviews_are_given_to_all_and_one_to_another_with_a_reason(
    page: OfficersPage, office: Office
) -> None:
    confirm_all(page)
    page.give_all_button.click()
    rows = {row.name: row for row in page.table.rows.shown()}
    assert all(row.asker for row in rows.values())
    page.table.select(lambda row: row.name == "Supervision 0")
    press(page, Qt.Key.Key_Return)
    assert page.giving.isVisible()
    other = next(id for id, _ in officers.show(office.session).people if id != rows["Supervision 0"].asker_id)
    page.giving.to.set_code(other)
    page.giving.confirm.click()
    assert page.giving.reason_row.problem() != ""
    QTest.keyClicks(page.giving.reason, "Knows the officer")
    QTest.keyClick(page.giving.reason, Qt.Key.Key_Return)
    (row,) = [row for row in page.table.rows.shown() if row.name == "Supervision 0"]
    assert row.asker_id == other
    assert page.table.hasFocus()


def test_escape_leaves_all_as_it_is(page: OfficersPage, said: Any) -> None:
    press(page, Qt.Key.Key_W)
    assert "Confirm the other officer first" in page.joining.other_row.problem()
    QTest.keyClick(page.joining.other, Qt.Key.Key_Escape)
    assert not page.joining.isVisible()
    assert page.table.hasFocus()


def test_words_filter_and_an_empty_inspection_says_what_to_do(
    page: OfficersPage,
    office: Office,
    tmp_path: Path,
    make_desk: Callable[..., Any],
    show: Callable[..., Any],
) -> None:
    wanted = page.table.rows.shown()[2]
    page.typed.setText(f"supervision {wanted.cases[0][1]}")
    assert names(page) == [(wanted.name, True)]
    fresh = several(tmp_path / "fresh")
    empty: OfficersPage = show(OfficersPage(make_desk(fresh.session)))
    assert empty.nothing.isVisible()
    fresh.close()


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("pane", ["", "joining", "splitting", "renaming", "giving"])
def test_nothing_is_clipped_nameless_or_overlapping(
    page: OfficersPage,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    scale: int,
    choice: Choice,
    pane: str,
) -> None:
    press(page, Qt.Key.Key_C)
    confirm_all(page)
    appearance.set(Look(choice, scale))
    page.resize(1366 - (80 if scale >= 150 else 168), 768 - 64)
    keys = {"joining": "W", "splitting": "T", "renaming": "N", "giving": "Q"}
    if pane:
        press(page, Qt.Key[f"Key_{keys[pane]}"])
        assert getattr(page, pane).isVisible()
    assert faults(page) == []
