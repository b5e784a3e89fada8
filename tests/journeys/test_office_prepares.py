"""An office prepares an inspection in the real window: from nothing to bundles that its people open."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from model.people import Role
from tests.office import PRACTICE_LIST, QUICK, WORDS, Clock, set_up
from ui.actions import begin, exchange, unlock
from ui.presenters.opened import opened
from ui.reading import cases, inspections, samples
from ui.session import Session
from ui.window.background import Work
from ui.window.desk import Place
from ui.window.errors import Unexpected
from ui.window.main_window import MainWindow
from ui.window.pages.before_fieldwork import ENTRIES
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.dropdown import Dropdown

PEOPLE = (("Lesley Marsh", Role.LEAD), ("Ann Archer", Role.INSPECTOR), ("Bilal Chowdhury", Role.INSPECTOR))


class Files:
    """Answers the file dialogues with the path put in before."""

    def __init__(self) -> None:
        self.path = Path()

    def open_file(self, words: str, kinds: str, start: Path | None = None) -> Path | None:
        return self.path

    def open_files(self, words: str, kinds: str) -> tuple[Path, ...]:
        return (self.path,)

    def save_file(self, words: str, name: str, kinds: str) -> Path | None:
        return self.path

    def folder(self, words: str, start: Path | None = None) -> Path | None:
        return self.path


class AtTheDesk:
    """Somebody at the office's window: chooses places in the rail, presses buttons, types."""

    def __init__(self, qtbot: QtBot, window: MainWindow, work: Work, files: Files) -> None:
        self._qtbot = qtbot
        self.window = window
        self.files = files
        self._busy = False
        work.busy.connect(self._hear)

    def go(self, page: str) -> Any:
        self.window.rail.chosen.emit(page)
        self.rest()
        return self.window.page()

    def here(self) -> Any:
        return self.window.page()

    def press(self, button: QPushButton) -> None:
        """Press as the keyboard does: the button has to be in sight, and able to."""
        assert button.isVisible()
        assert button.isEnabled()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.rest()

    def type(self, field: QWidget, words: str) -> None:
        field.setFocus()
        QTest.keyClicks(field, words)
        self.rest()

    def pick(self, field: Dropdown, code: str) -> None:
        """Go down a list of options to the one with this code."""
        field.setFocus()
        for _ in range(field.count()):
            if field.code() != code:
                QTest.keyClick(field, Qt.Key.Key_Down)
        assert field.code() == code
        self.rest()

    def rest(self) -> None:
        """Wait until everything that was asked of the store has come back."""
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self._busy)
        QApplication.processEvents()

    @property
    def session(self) -> Session:
        held = self.window.held.session
        assert held is not None
        return held

    def _hear(self, busy: bool) -> None:
        self._busy = busy


@pytest.fixture
def somebody(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[AtTheDesk]:
    qapp.setStyle("Fusion")
    office = set_up(tmp_path)
    work, files = Work(), Files()
    appearance = Appearance(qapp, Look(Choice.LIGHT))
    window = MainWindow(work, ENTRIES, appearance, Unexpected(), unlock.lock, files=files, now=Clock())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    found = AtTheDesk(qtbot, window, work, files)
    now = opened(office.session)
    window.enter(now.session, now.roles, Place(now.inspection))
    found.rest()
    yield found
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.slow
def test_an_office_prepares_an_inspection(somebody: AtTheDesk, tmp_path: Path) -> None:
    make_inspection(somebody)
    team = {name: join(somebody, tmp_path, name, role) for name, role in PEOPLE}
    take_in_list(somebody)
    draw(somebody)
    share_out(somebody)
    files = hand_out(somebody, tmp_path)
    open_bundles(team, files)
    assert_all_is_done(somebody)


@pytest.mark.slow
def test_an_office_takes_three_samples_from_list_to_allocation(somebody: AtTheDesk, tmp_path: Path) -> None:
    make_inspection(somebody)
    team = {name: join(somebody, tmp_path, name, role) for name, role in PEOPLE}
    for sample, file in LISTS.items():
        take_in_another(somebody, sample, PRACTICE_LIST.with_name(file))
    for sample in LISTS:
        draw_another(somebody, sample)
    assert {
        one.sample.id: (one.record.size, one.record.eligible) for one in samples.draws(somebody.session)
    } == {
        "case_supervision": (128, 570),
        "court_reports": (120, 440),
        "victim_work": (22, 22),
    }
    page = somebody.go("allocation")
    for _ in LISTS:
        somebody.press(page.sharing.allocate_button)
        somebody.press(page.onward)
    held = cases.cases(somebody.session)
    made = [one for one, _ in cases.assessments(somebody.session).values()]
    shared = {case.id for case in held.values() if len(case.places) > 1}
    assert shared
    assert len(made) == 128 + 120 + 22 == len(held) + len(shared)
    assert len({(one.case, one.holder) for one in made}) == len(held)
    files = hand_out(somebody, tmp_path)
    for name, session in team.items():
        assert exchange.take_bundle(session, files[name]).refusal is None
        theirs = [one.case for one, _ in cases.assessments(session).values() if one.holder == session.author]
        both = shared & set(theirs)
        assert sorted(theirs) == sorted(one.case for one in made if one.holder == session.author)
        assert all(len(cases.cases(session)[case].places) == theirs.count(case) == 2 for case in both)
        unlock.lock(replace(session, inspection=""))
    assert_all_is_done(somebody)


LISTS = {
    "case_supervision": "case_supervision_list.csv",
    "court_reports": "court_report_list.csv",
    "victim_work": "victim_list.csv",
}


def take_in_another(somebody: AtTheDesk, sample: str, file: Path) -> None:
    """From the inspection page, the step of the list leads to the next one that is missing."""
    somebody.press(somebody.go("inspection").checklist.buttons["Provider’s list"])
    page = somebody.here()
    assert page.samples.code() == sample
    somebody.files.path = file
    somebody.press(page.choose)
    somebody.press(page.accept)
    if page.confirm.isVisible():
        somebody.press(page.confirm.confirm)


def draw_another(somebody: AtTheDesk, sample: str) -> None:
    """The step of the sample leads to the next one that can be drawn; of victim work all cases are wanted."""
    somebody.press(somebody.go("inspection").checklist.buttons["Sample"])
    page = somebody.here()
    assert page.samples.code() == sample
    if sample == "victim_work":
        page.before.size_field.clear()
        somebody.type(page.before.size_field, "22")
    somebody.press(page.before.draw_button)
    somebody.press(page.before.confirm.confirm)


def make_inspection(somebody: AtTheDesk) -> None:
    form = somebody.go("inspection").form
    somebody.type(form.name, "North West, autumn 2018")
    somebody.type(form.provider, "North West division")
    somebody.pick(form.programme, "probation_services_2018")
    somebody.pick(form.provider_type, "NPS")
    somebody.type(form.start, "8/10/2018")
    somebody.type(form.end, "19 Oct 2018")
    somebody.press(form.make_button)
    assert inspections.inspection(somebody.session).end == "2018-10-19"
    assert somebody.window.top.inspection.text() == "North West, autumn 2018"


def join(somebody: AtTheDesk, folder: Path, name: str, role: Role) -> Session:
    """Invite somebody; they answer with a card on their own laptop; the office takes and confirms it."""
    page = somebody.go("team")
    somebody.files.path = folder / f"{name}.casebook-invitation"
    somebody.press(page.invite)
    somebody.type(page.inviting.name, name)
    somebody.press(page.inviting.save)
    begun = begin.begin_with_invitation(
        folder / name, somebody.files.path.read_bytes(), name, WORDS, Clock(), QUICK
    )
    somebody.press(page.inviting.close_button)
    somebody.files.path = folder / f"{name}.casebook-card"
    somebody.files.path.write_bytes(begun.card_file)
    somebody.press(page.take)
    somebody.press(page.taking.compared)
    somebody.pick(page.taking.role, role.value)
    somebody.press(page.taking.confirm)
    here = {one.name: one for one in inspections.people(somebody.session)}
    assert (here[name].role, here[name].confirmed) == (role, True)
    return begun.session


def take_in_list(somebody: AtTheDesk) -> None:
    page = somebody.go("list")
    somebody.files.path = PRACTICE_LIST
    somebody.press(page.choose)
    looked_at = [line.row for line in page.previewing.table.rows.shown()]
    assert looked_at == [42, 79, 122, 179, 217, 279, 466, 497, 565, 572]
    somebody.press(page.accept)
    assert len(samples.rows(somebody.session, "case_supervision")) == 570


def draw(somebody: AtTheDesk) -> None:
    page = somebody.go("sample")
    somebody.press(page.before.draw_button)
    somebody.press(page.before.confirm.confirm)
    (done,) = samples.draws(somebody.session)
    assert (done.record.size, done.record.eligible) == (128, 570)
    somebody.press(page.after.again_button)
    assert page.after.result.text().startswith("Drawn again: the same 128 cases")
    somebody.press(page.after.replace_button)
    somebody.type(page.after.reason.field, "Moved away")
    somebody.press(page.after.reason.confirm)


def share_out(somebody: AtTheDesk) -> None:
    page = somebody.go("allocation")
    officer = page.sharing.conflicts.of.itemText(0).removesuffix(" (officer)")
    ann = next(one.id for one in inspections.people(somebody.session) if one.name == "Ann Archer")
    somebody.pick(page.sharing.conflicts.person, ann)
    somebody.pick(page.sharing.conflicts.of, f"officer:{officer}")
    somebody.press(page.sharing.conflicts.add_button)
    somebody.press(page.sharing.allocate_button)
    held = cases.cases(somebody.session)
    names = inspections.names(somebody.session)
    made = [(names[one.holder], held[one.case]) for one, _ in cases.assessments(somebody.session).values()]
    assert len(made) == 128
    assert not any(name == "Ann Archer" and case.facts()["officer"] == officer for name, case in made)
    somebody.press(page.onward)


def hand_out(somebody: AtTheDesk, folder: Path) -> dict[str, Path]:
    page = somebody.window.page()
    somebody.files.path = folder / "bundles"
    somebody.files.path.mkdir()
    somebody.press(page.handing.wanting)  # type: ignore[union-attr]
    somebody.rest()
    outcomes = page.handing.written.rows.shown()  # type: ignore[union-attr]
    assert all(one.said.word.startswith("Written and checked") for one in outcomes)
    return {one.name: somebody.files.path / one.file for one in outcomes}


def open_bundles(team: dict[str, Session], files: dict[str, Path]) -> None:
    """Everybody opens their own bundle and no other, and finds their cases in it, without any name."""
    assert set(files) == set(team)
    for name, session in team.items():
        for owner, file in files.items():
            assert (exchange.take_bundle(session, file).refusal is None) is (owner == name)
        mine = [one for one, _ in cases.assessments(session).values() if one.holder == session.author]
        assert len(mine) in (42, 43)
        bodies = session.store.db.execute("SELECT body FROM entry WHERE kind = 'identity'").fetchall()
        assert bodies == []
        unlock.lock(replace(session, inspection=""))


def assert_all_is_done(somebody: AtTheDesk) -> None:
    page = somebody.go("inspection")
    steps = {title: button.property("kind") for title, button in page.checklist.buttons.items()}
    assert [title for title, kind in steps.items() if kind == "primary"] == ["Received"]
