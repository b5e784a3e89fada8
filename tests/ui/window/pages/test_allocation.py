"""The allocation page: proposals follow the ticks, bundles are written and checked, a case changes hands."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.office import SAMPLE, Office, set_up, small_list
from tests.several import COURT, SUPERVISION, VICTIMS, drawn, shared
from ui.actions import exchange
from ui.reading import cases
from ui.reading.exclusions import exclusions
from ui.window.pages.allocation.page import AllocationPage
from ui.window.shortcuts import Shortcut


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection().gather().read(small_list(tmp_path))
    (tmp_path / "out").mkdir()
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, make_desk: Callable[..., Any], office: Office) -> AllocationPage:
    made = AllocationPage(make_desk(office.session))
    qtbot.addWidget(made)
    made.resize(1198, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def part(page: AllocationPage, code: str) -> None:
    chips = page.parts.findChildren(QWidget)
    next(each for each in chips if getattr(each, "code", "") == code).click()  # type: ignore[attr-defined]


def loads(page: AllocationPage) -> dict[str, int]:
    return {line.name: line.new for line in page.sharing.table.rows.shown()}


def test_before_the_draw_the_page_leads_to_the_sample(page: AllocationPage, said: Any) -> None:
    page.open()
    assert page.nothing.isVisible()
    assert page.parts.isHidden()
    page.to_sample.click()
    assert said.named("navigate") == [("sample", {"sample": SAMPLE})]


def test_the_proposal_follows_ticks_and_conflicts_and_is_recorded_once(
    page: AllocationPage, office: Office, said: Any
) -> None:
    office.draw(9)
    page.open()
    assert loads(page) == {"Ann Archer": 3, "Bilal Chowdhury": 3, "Lesley Marsh": 3}
    page.sharing.takers.ticks[office.id("Lesley Marsh")].click()
    assert set(loads(page)) == {"Ann Archer", "Bilal Chowdhury"}
    card, ann = page.sharing.conflicts, office.id("Ann Archer")
    card.add_button.click()
    assert card.person_row.problem()
    card.person.set_code(ann)
    card.of.set_code("unit:Cumbria")
    card.add_button.click()
    (kept,) = exclusions(office.session)
    assert (kept.exclusion.inspector, kept.exclusion.unit) == (ann, "Cumbria")
    assert card.person.code() == ""
    assert not page.sharing.takers.ticks[office.id("Lesley Marsh")].isChecked()
    page.sharing.allocate_button.click()
    held = cases.cases(office.session)
    made = [
        (one.holder, held[one.case].facts()["ldu"]) for one, _ in cases.assessments(office.session).values()
    ]
    assert len(made) == 9
    assert (ann, "Cumbria") not in made
    assert said.named("announce")[-1] == "9 cases allocated"
    assert page.onward.hasFocus()


def test_a_conflict_can_be_lifted(page: AllocationPage, office: Office) -> None:
    office.draw(9)
    page.open()
    page.sharing.conflicts.add.emit(office.id("Ann Archer"), "Officer 1", "")
    page.sharing.conflicts.lifts[0].click()
    assert exclusions(office.session) == ()
    assert page.sharing.conflicts.lifts == []


def test_nobody_ticked_is_said_and_cannot_be_allocated(page: AllocationPage, office: Office) -> None:
    office.draw(9)
    page.open()
    for tick in page.sharing.takers.ticks.values():
        QTest.keyClick(tick, Qt.Key.Key_Space)
    assert page.sharing.problem.text() == "Tick whoever takes cases."
    assert not page.sharing.allocate_button.isEnabled()


def test_bundles_are_written_checked_and_opened_only_by_their_person(
    page: AllocationPage, office: Office, said: Any
) -> None:
    office.draw(9).allocate()
    page.open(part="bundles")
    first = page.first_focus()
    assert first is page.handing.wanting
    assert page.handing.wanting.text() == "Write 3 bundles …"
    page.desk.files.paths = [office.folder / "out"]  # type: ignore[attr-defined]
    page.handing.wanting.click()
    assert said.named("announce")[-1] == "3 bundles written and checked"
    assert page.handing.wanting.isHidden()
    assert not page.handing.working.is_on()
    written = {one.name: office.folder / "out" / one.file for one in page.handing.written.rows.shown()}
    ann = office.people["Ann Archer"]
    assert exchange.take_bundle(ann, written["Ann Archer"]).refusal is None
    assert exchange.take_bundle(ann, written["Bilal Chowdhury"]).refusal is not None


def test_one_persons_bundle_is_written_from_the_table(page: AllocationPage, office: Office) -> None:
    office.draw(9).allocate()
    page.open(part="bundles")
    page.handing.table.select(lambda line: line.name == "Bilal Chowdhury")
    assert page.handing.one.text() == "Write only for Bilal Chowdhury …"
    page.desk.files.paths = [office.folder / "out"]  # type: ignore[attr-defined]
    QTest.keyClick(page.handing.table, Qt.Key.Key_Return)
    (one,) = page.handing.written.rows.shown()
    assert one.name == "Bilal Chowdhury"
    assert page.handing.wanting.text() == "Write 2 bundles …"


def test_no_folder_writes_nothing_and_a_stick_that_is_gone_is_said(
    page: AllocationPage, office: Office
) -> None:
    office.draw(9).allocate()
    page.open(part="bundles")
    page.handing.wanting.click()
    assert not page.handing.written.isVisible()
    page.desk.files.paths = [office.folder / "gone"]  # type: ignore[attr-defined]
    page.handing.wanting.click()
    assert "0 bundles written and checked, 3 not written" in page.handing.result.text()
    assert all(one.said.word.startswith("Not written. ") for one in page.handing.written.rows.shown())
    assert page.handing.wanting.text() == "Write 3 bundles …"


def test_a_case_is_given_to_somebody_else_with_a_reason(
    page: AllocationPage, office: Office, said: Any
) -> None:
    office.draw(9).allocate()
    page.open()
    assert page.in_place() == ()
    part(page, "cases")
    assert page.holding.isVisible()
    assert page.in_place() == (Shortcut.GIVE,)
    ann, bilal = office.id("Ann Archer"), office.id("Bilal Chowdhury")
    page.holding.holders.set_code(ann)
    page.holding.holders.chosen.emit(ann)
    assert {line.holder for line in page.holding.table.rows.shown()} == {ann}
    line = page.holding.table.current()
    assert line is not None
    QTest.keyClick(page.holding.table, Qt.Key.Key_Return)
    giving = page.holding.giving
    assert giving.to.hasFocus()
    giving.confirm.click()
    assert giving.to_row.problem()
    giving.to.set_code(bilal)
    QTest.keyClicks(giving.reason, "Ann is ill")
    QTest.keyClick(giving.reason, Qt.Key.Key_Return)
    assert cases.sheet(office.session, line.assessment).assessment.holder == bilal
    assert giving.isHidden()
    assert said.named("announce")[-1].startswith(f"Case {line.number} is with Bilal Chowdhury now")
    assert next(one for one in page.handing.table.rows.shown() if one.person == bilal).wants


def test_leaving_the_question_where_a_case_goes_changes_nothing(page: AllocationPage, office: Office) -> None:
    office.draw(9).allocate()
    page.open()
    part(page, "cases")
    page.holding.give_button.click()
    QTest.keyClick(page.holding.giving.to, Qt.Key.Key_Escape)
    assert page.holding.giving.isHidden()
    assert page.holding.table.hasFocus()


def test_the_next_sample_is_shared_out_from_the_one_before_and_shared_cases_stay_together(
    qtbot: Any, make_desk: Callable[..., Any], tmp_path: Path
) -> None:
    office = drawn(tmp_path)
    page = AllocationPage(make_desk(office.session))
    qtbot.addWidget(page)
    page.resize(1198, 700)
    page.show()
    page.open()
    page.sharing.allocate_button.click()
    assert page.onward.text() == "Share out Court reports (4)"
    page.onward.click()
    assert (page.samples.code(), page.sharing.isVisible()) == (COURT, True)
    assert "in another sample too" in page.sharing.words.text()
    page.sharing.allocate_button.click()
    page.onward.click()
    page.sharing.allocate_button.click()
    assert page.onward.text() == "Go to the bundles"
    page.onward.click()
    assert page.handing.isVisible()
    held: dict[str, set[str]] = {}
    for one, _ in cases.assessments(office.session).values():
        held.setdefault(one.case, set()).add(one.holder)
    assert set(held) == set(cases.cases(office.session))
    assert all(len(people) == 1 for people in held.values())
    lines = page.holding.table.rows.shown()
    assert len(lines) == 12 + 4 + 6
    assert not page.holding.table.isColumnHidden(1)
    case = shared(office, SUPERVISION, VICTIMS)
    page.holding.table.select(lambda line: line.case == case)
    page.holding.give_button.click()
    assert page.holding.giving.together.text() == "Both go: Supervision and Victim work."
    office.close()
