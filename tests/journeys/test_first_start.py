"""From nothing to the first hand-over: an office, an inspector's first start, a day's work, and back again.

Everything a person does here is done in the real window; only the file dialogues answer by themselves. What
the office does between its set-up and reading the bundle has journeys of its own, and is done by its actions.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from model.assessments import Stage
from model.people import Role
from tests.somebody import KEY, Chosen, Somebody, at_the_start
from ui.actions import allocate, assess, draw_sample, exchange, read_list, team
from ui.actions.answer import answer
from ui.actions.make_inspection import Particulars, make_inspection
from ui.reading import cases, inspections
from ui.session import Session
from ui.window.pages.cases import CasesPage
from ui.window.pages.day_end.page import DayEndPage
from ui.window.pages.first_steps import FirstStepsPage
from ui.window.pages.inspection.page import InspectionPage
from ui.window.pages.start.page import StartPage
from ui.window.pages.unlock.page import UnlockPage
from ui.window.widgets.plain_label import PlainLabel

OFFICE_WORDS, ANN_WORDS = "office words to remember", "ann's words to remember"
PARTICULARS = Particulars(
    "North West 2018", "North West", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19"
)
LIST = (
    "Case reference,Surname,Gender,RoSH level,Sentence type\n"
    "A1,Wood,Male,Low,Licence\nA2,Cox,Female,High,Licence\nA3,Hill,Male,Medium,Community order\n"
)


@pytest.fixture
def sit_down(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], Somebody]]:
    """Start the program in a place of one's own, and press its buttons with Enter."""
    files = Chosen()
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(files.open_file("", "")), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(files.folder("")))
    with ExitStack() as windows:

        def sit(place: Path) -> Somebody:
            person = windows.enter_context(at_the_start(qtbot, place, files))
            person.pushes_with = KEY.Key_Return
            return person

        yield sit


def test_from_an_office_s_set_up_to_the_first_day_read_at_the_office(
    tmp_path: Path, sit_down: Callable[[Path], Somebody]
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
    ann.push(ann.page(FirstStepsPage).read_bundle, allocation)
    ann.page(CasesPage)
    assert ann.window.top.inspection.text() == "North West 2018"

    ann.window.lock()
    assert ann.window.held.session is None
    door = ann.page(UnlockPage).door
    ann.press("not the right words", KEY.Key_Return)
    assert "does not open" in door.row.problem()
    door.passphrase.clear()
    ann.press(ANN_WORDS, KEY.Key_Return)
    work_for_a_day(ann.session)

    evening = ann.go("End of day")
    assert [row.office.word for row in evening.standing.table.rows.shown()] == [
        "Not yet received", "Nothing recorded", "Nothing recorded",
    ]  # fmt: skip
    ann.push(evening.over.write_button, post)
    (bundle,) = post.glob("fieldwork-*.casebook")
    assert bundle.name in evening.over.result.text()

    taken = exchange.take_bundle(office, bundle)
    assert taken.refusal is None
    assert taken.sender == person
    states = sorted(one.state for one, _ in cases.assessments(office).values())
    assert states == ["cannot_inspect", "not_started", "not_started"]
    back = exchange.write_allocation_bundle(office, person, post)
    ann.push(evening.over.read_button, back.path)
    assert "Received" in [row.office.word for row in evening.standing.table.rows.shown()]
    assert "The office holds 3 of your 3 entries." in words_of(ann)


def set_up_the_office(olwen: Somebody, safe: Path) -> None:
    start = olwen.page(StartPage)
    olwen.push(start.choice.begin_office)
    olwen.press("Olwen", KEY.Key_Tab, OFFICE_WORDS, KEY.Key_Tab, OFFICE_WORDS, KEY.Key_Return)
    olwen.push(start.recovery.save_card, safe)
    assert "AGE-SECRET-KEY-1" in safe.read_text()
    olwen.push(start.recovery.on)
    olwen.page(InspectionPage)


def begin_with_the_invitation(ann: Somebody, post: Path) -> None:
    start = ann.page(StartPage)
    ann.push(start.choice.open_invitation, post / "for-ann.casebook-invitation")
    ann.press(KEY.Key_Space)
    ann.push(start.compare.on)
    ann.press(ANN_WORDS, KEY.Key_Tab, ANN_WORDS, KEY.Key_Return)
    ann.push(start.card.save_card, post / "ann.casebook-card")
    ann.push(start.card.on)
    assert ann.page(FirstStepsPage).digits.text() == start.card.digits.text()


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


def words_of(person: Somebody) -> str:
    return " ".join(label.text() for label in person.page(DayEndPage).findChildren(PlainLabel))
