"""The inspection page: the form of a first inspection, the checklist and its buttons, other inspections."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.office import PARTICULARS, Office, set_up
from ui.window.desk import Place
from ui.window.pages.inspection.page import InspectionPage


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, make_desk: Callable[..., Any], office: Office) -> InspectionPage:
    made = InspectionPage(make_desk(office.session))
    qtbot.addWidget(made)
    made.resize(1198, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    return made


def test_a_first_inspection_is_made_by_keyboard(page: InspectionPage, said: Any) -> None:
    form = page.form
    assert form.name.hasFocus()
    assert form.cancel.isHidden()
    assert not form.programme.code()  # there are several; none is chosen beforehand
    for field, typed in (
        (form.name, "North West"),
        (form.provider, "North West division"),
        (form.start, "8 Oct 2018"),
        (form.end, "19 Oct 2018"),
    ):
        QTest.keyClicks(field, typed)
    QTest.keyClick(form.end, Qt.Key.Key_Return)
    assert form.programme.hasFocus()
    assert "Choose" in form.rows["programme"].problem()
    QTest.keyClicks(form.programme, "Probation")
    assert form.programme.code() == "probation_services_2018"
    QTest.keyClick(form.end, Qt.Key.Key_Return)
    assert form.provider_type.hasFocus()
    assert "Choose" in form.rows["provider_type"].problem()
    QTest.keyClicks(form.provider_type, "National")
    QTest.keyClick(form.end, Qt.Key.Key_Return)
    ((session, roles, place),) = said.named("enter")
    assert (roles, place) == (frozenset({"office"}), Place("North West"))
    assert session.inspection
    assert said.named("announce") == ["North West is made"]


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(
    page: InspectionPage, said: Any
) -> None:
    QTest.keyClicks(page.form.name, "North West")
    page.form.make_button.click()
    assert page.form.rows["name"].problem() == ""
    assert page.form.rows["provider"].problem()
    assert page.form.provider.hasFocus()
    assert page.form.name.text() == "North West"
    assert said.named("enter") == []


def test_every_step_leads_to_its_page_and_the_next_has_the_keyboard(
    page: InspectionPage, office: Office, said: Any
) -> None:
    office.make_inspection()
    page.desk.held.session = office.session
    page.open()
    assert page.heading.text() == "North West, autumn 2018"
    assert page.checklist.buttons["Team"].hasFocus()
    assert page.checklist.buttons["Team"].property("kind") == "primary"
    for button in page.checklist.buttons.values():
        button.click()
    assert said.named("navigate") == [
        ("team", {}),
        ("list", {}),
        ("sample", {}),
        ("allocation", {}),
        ("officers", {}),
        ("allocation", {"part": "bundles"}),
        ("merge", {}),
        ("decisions", {}),
        ("results", {}),
    ]


def test_another_inspection_is_made_or_left_alone(page: InspectionPage, office: Office) -> None:
    office.make_inspection()
    page.desk.held.session = office.session
    page.open()
    page.make_another.click()
    assert page.form.isVisible()
    assert not page.checklist.isVisible()
    page.form.cancel.click()
    assert page.checklist.isVisible()
    assert not page.form.isVisible()


def test_one_of_several_inspections_is_opened(page: InspectionPage, office: Office, said: Any) -> None:
    first = office.make_inspection().session.inspection
    assert page.choice.isHidden()
    office.make_inspection(replace(PARTICULARS, name="Wales"))
    page.desk.held.session = office.session
    page.open()
    assert [page.choice.itemText(at) for at in range(page.choice.count())] == ["Wales", PARTICULARS.name]
    page.choice.chosen.emit(first)
    ((session, _, place),) = said.named("enter")
    assert (session.inspection, place) == (first, Place(PARTICULARS.name))
