"""From nothing to the first hand-over: an office, an inspector's first start, a day's work, and back again.

Everything a person does here is done in the real window; only the file dialogues answer by themselves. What
the office does between its set-up and reading the bundle has journeys of its own, and is done by its actions.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from model.assessments import Stage
from model.people import Role
from ui.actions import allocate, assess, draw_sample, exchange, read_list, team
from ui.actions.answer import answer
from ui.actions.make_inspection import Particulars, make_inspection
from ui.reading import cases, inspections
from ui.session import Session
from ui.window.background import AtOnce
from ui.window.main_window import MainWindow
from ui.window.start import furnish
from ui.window.surroundings import Preferences
from ui.window.theme import Appearance, Choice, Look

RETURN = Qt.Key.Key_Return
VALUES: dict[str, str | int] = {
    "theme": "light",
    "text_size": 100,
    "lock_after": 10,
    "guidance": "beside",
    "language": "en",
}
OFFICE_WORDS, ANN_WORDS = "office words to remember", "ann's words to remember"
PARTICULARS = Particulars(
    "North West 2018", "North West", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19"
)
LIST = (
    "Case reference,Surname,Gender,RoSH level,Sentence type\n"
    "A1,Wood,Male,Low,Licence\nA2,Cox,Female,High,Licence\nA3,Hill,Male,Medium,Community order\n"
)


@dataclass
class Person:
    """Somebody at their laptop: presses keys in a window of their own."""

    window: MainWindow
    chosen: list[Path] = field(default_factory=list)

    @property
    def page(self) -> Any:
        return self.window.page()

    @property
    def session(self) -> Session:
        held = self.window.held.session
        assert held is not None
        return held

    def press(self, button: Any, *choose: Path) -> None:
        """Press a button by key; the file dialogues that it opens answer with these."""
        self.chosen.extend(choose)
        assert button.isVisible()
        assert button.isEnabled(), button.text()
        button.setFocus()
        QTest.keyClick(button, RETURN)
        assert self.chosen == []
        assert not self.window.refusal.isVisible(), self.window.refusal.text()

    def type(self, *words: str) -> None:
        """Type into the field that has the keyboard and those after it, and press Enter in the last."""
        for at, typed in enumerate(words):
            QTest.keyClicks(self.window.focusWidget(), typed)
            QTest.keyClick(self.window.focusWidget(), RETURN if at == len(words) - 1 else Qt.Key.Key_Tab)


@pytest.fixture
def sit_down(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Path], Person]]:
    """Open the window in a place of one's own."""
    qapp.setStyle("Fusion")
    appearance = Appearance(qapp, Look(Choice.LIGHT))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    people: list[Person] = []

    def answer_dialogue(*_: Any) -> str:
        (asking,) = [person for person in people if person.chosen]
        return str(asking.chosen.pop(0))

    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (answer_dialogue(), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer_dialogue)

    def sit(place: Path) -> Person:
        window = furnish(appearance, Preferences(VALUES), place, AtOnce())
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        people.append(Person(window))
        return people[-1]

    yield sit
    for person in people:
        person.window.close()
        person.window.deleteLater()
    people.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_from_an_office_s_set_up_to_the_first_day_read_at_the_office(
    tmp_path: Path, sit_down: Callable[[Path], Person]
) -> None:
    post = tmp_path / "post"
    post.mkdir()
    olwen = sit_down(tmp_path / "office")
    set_up_the_office(olwen, tmp_path / "safe.txt")
    office = make_inspection(olwen.session, PARTICULARS)
    (post / "for-ann.casebook-invitation").write_bytes(team.invite(office, "Ann Archer"))

    ann = sit_down(tmp_path / "ann")
    begin_with_the_invitation(ann, post)
    person = the_office_confirms_and_allocates(office, post)
    (allocation,) = post.glob("allocation-*.casebook")
    ann.press(ann.page.read_bundle, allocation)
    assert type(ann.page).__name__ == "CasesPage"
    assert ann.window.top.inspection.text() == "North West 2018"

    ann.window.lock()
    assert ann.window.held.session is None
    ann.type("not the right words")
    assert "does not open" in ann.page.door.row.problem()
    ann.page.door.passphrase.clear()
    ann.type(ANN_WORDS)
    work_for_a_day(ann.session)

    ann.window.navigate("day_end")
    assert [row.office.word for row in ann.page.standing.table.rows.shown()] == [
        "Not yet received", "Nothing recorded", "Nothing recorded",
    ]  # fmt: skip
    ann.press(ann.page.over.write_button, post)
    (bundle,) = post.glob("fieldwork-*.casebook")
    assert bundle.name in ann.page.over.result.text()

    taken = exchange.take_bundle(office, bundle)
    assert taken.refusal is None
    assert taken.sender == person
    states = sorted(one.state for one, _ in cases.assessments(office).values())
    assert states == ["cannot_inspect", "not_started", "not_started"]
    back = exchange.write_allocation_bundle(office, person, post)
    ann.press(ann.page.over.read_button, back.path)
    assert "Received" in [row.office.word for row in ann.page.standing.table.rows.shown()]
    assert "The office holds 3 of your 3 entries." in words_of(ann)


def set_up_the_office(olwen: Person, safe: Path) -> None:
    olwen.press(olwen.page.choice.begin_office)
    olwen.type("Olwen", OFFICE_WORDS, OFFICE_WORDS)
    olwen.press(olwen.page.recovery.save_card, safe)
    assert "AGE-SECRET-KEY-1" in safe.read_text()
    olwen.press(olwen.page.recovery.on)
    assert type(olwen.page).__name__ == "InspectionPage"


def begin_with_the_invitation(ann: Person, post: Path) -> None:
    start = ann.page
    ann.press(start.choice.open_invitation, post / "for-ann.casebook-invitation")
    QTest.keyClick(ann.window.focusWidget(), Qt.Key.Key_Space)
    ann.press(start.compare.on)
    ann.type(ANN_WORDS, ANN_WORDS)
    ann.press(start.card.save_card, post / "ann.casebook-card")
    ann.press(start.card.on)
    assert type(ann.page).__name__ == "FirstStepsPage"
    assert ann.page.digits.text() == start.card.digits.text()


def the_office_confirms_and_allocates(office: Session, post: Path) -> str:
    """Return Ann's person id."""
    card = (post / "ann.casebook-card").read_bytes()
    shown = team.look_at_card(office, card)
    assert shown.card.name == "Ann Archer"
    team.take_card(office, card, Role.INSPECTOR, confirmed=True)
    (post / "list.csv").write_text(LIST, "utf-8")
    read_list.accept(office, read_list.preview(office, post / "list.csv", "case_supervision"))
    draw_sample.draw_sample(office, "case_supervision", "journey", 3)
    share = allocate.propose(office, "case_supervision", [shown.person])
    allocate.allocate_cases(office, "case_supervision", share)
    exchange.write_allocation_bundle(office, shown.person, post)
    return shown.person


def work_for_a_day(session: Session) -> None:
    """One case is answered a little, and then turns out to be one that cannot be inspected."""
    held = {cases.sheet(session, id).case.number: id for id in cases.assessments(session)}
    first = held[min(held)]
    answer(session, first, "gender", "male")
    assess.move(session, first, Stage.CANNOT_INSPECT, "The record is closed to us")
    assert inspections.inspection(session).name == "North West 2018"


def words_of(person: Person) -> str:
    from ui.window.widgets.plain_label import PlainLabel

    return " ".join(label.text() for label in person.page.findChildren(PlainLabel))
