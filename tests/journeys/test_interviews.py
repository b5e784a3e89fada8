"""Officers confirmed at the office, interviewed on site, and met: two people, two stores, the real window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.office import WORDS, Office
from tests.several import SUPERVISION, list_of, several
from ui.actions import unlock
from ui.reading import cases, interviews, own
from ui.session import Session
from ui.window.background import Work
from ui.window.desk import Place
from ui.window.errors import Unexpected
from ui.window.main_window import MainWindow
from ui.window.page import Page
from ui.window.pages.assessment.page import AssessmentPage
from ui.window.pages.interview.page import InterviewPage
from ui.window.pages.meetings.page import MeetingsPage
from ui.window.pages.officers.page import OfficersPage
from ui.window.rail import entries
from ui.window.surroundings import MeantStore, Preferences, Surroundings
from ui.window.theme import Appearance, Choice, Look

KEY = Qt.Key


class Somebody:
    """A person before the window: goes by the rail, presses keys, and waits until the work has come back."""

    def __init__(self, qtbot: Any, window: MainWindow, work: Work) -> None:
        self._qtbot = qtbot
        self._busy = False
        self.window = window
        work.busy.connect(self._hear)

    def go(self, page: str) -> None:
        self.window.navigate(page)
        self.rest()

    def page(self, kind: type[Page]) -> Any:
        shown = self.window.page()
        assert isinstance(shown, kind)
        return shown

    def press(self, *keys: Qt.Key | str) -> None:
        """Press these where the keyboard is; words are typed."""
        for key in keys:
            target = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                self._qtbot.keyClicks(target, key)
            else:
                self._qtbot.keyClick(target, key)
            self.rest()

    def marked(self) -> str:
        """The place of the rail that is marked."""
        (found,) = (one for one in self.window.rail.findChildren(QAbstractButton) if one.isChecked())
        return found.accessibleName()

    def push(self, button: QWidget) -> None:
        """Press Space on a button that is in sight."""
        assert button.isVisible()
        assert button.isEnabled()
        button.setFocus()
        self.press(KEY.Key_Space)

    def rest(self) -> None:
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self._busy)
        QApplication.processEvents()

    def _hear(self, busy: bool) -> None:
        self._busy = busy


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Ten cases of four officers, allocated; nobody is confirmed."""
    made = several(tmp_path).read(list_of(tmp_path, SUPERVISION, range(12)), SUPERVISION)
    made.draw(10, SUPERVISION).allocate(SUPERVISION)
    yield made
    made.close()


@pytest.fixture
def at_work(qtbot: Any, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Session], Somebody]]:
    """Open the window for somebody; it is closed, and the store locked, when the next opens."""
    qapp.setStyle("Fusion")
    windows: list[MainWindow] = []

    def open_for(session: Session) -> Somebody:
        while windows:
            windows.pop().close()
        work = Work()
        around = Surroundings(
            tmp_path,
            MeantStore(tmp_path),
            Preferences({"guidance": "beside", "language": "en"}),
            lambda *_: None,
        )
        look = Appearance(qapp, Look(Choice.LIGHT))
        window = MainWindow(work, entries(around), look, Unexpected(), unlock.lock)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        person = Somebody(qtbot, window, work)
        window.enter(session, own.roles(session), Place("Small inspection"))
        person.rest()
        return person

    yield open_for
    while windows:
        windows.pop().close()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_from_a_list_of_names_to_an_interview_and_a_meeting_that_the_office_reads(
    office: Office, at_work: Callable[[Session], Somebody]
) -> None:
    # The office: one officer is confirmed by key, the others all at once; each interview is given.
    olwen = at_work(office.session)
    olwen.go("officers")
    page: OfficersPage = olwen.page(OfficersPage)
    olwen.press(KEY.Key_C)
    olwen.push(page.all_button)
    olwen.push(page.sure.confirm)
    assert [row.is_proposed for row in page.table.rows.shown()] == [False] * 4
    olwen.push(page.give_all_button)
    assert all(row.asker for row in page.table.rows.shown())
    ann = office.people["Ann Archer"]
    olwen.window.close()
    office.session = unlock.unlock(office.folder / "office", WORDS)
    office.hand_out()

    # On site: the interview view lies open, then the officer's own items are asked.
    megan = at_work(ann)
    megan.go("meetings")
    listed: MeetingsPage = megan.page(MeetingsPage)
    interview = listed.table.rows.shown()[0].assessment
    megan.press(KEY.Key_V)
    view: InterviewPage = megan.page(InterviewPage)
    assert view.state is not None
    assert view.state.asks.startswith("You ask")
    megan.press(KEY.Key_O)
    asking: AssessmentPage = megan.page(AssessmentPage)
    assert megan.window.top.case.text().startswith("Officer ")
    assert megan.marked() == "Interviews and meetings"
    megan.press(KEY.Key_1)
    assert asking.state is not None
    asked = asking.state.sheet.assessment.id

    # A meeting is started from the list, and answered.
    megan.go("meetings")
    megan.press(KEY.Key_Plus)
    listed.starting.what.setCurrentIndex(1)
    listed.starting.name.setFocus()
    megan.press("Court team, Preston", KEY.Key_Return)
    held = megan.page(AssessmentPage)
    assert held.state.sheet.words == "Court team, Preston"
    meeting = held.state.sheet.assessment.id
    megan.window.close()
    ann = unlock.unlock(office.folder / "Ann Archer", WORDS)
    office.people["Ann Archer"] = ann
    assert cases.sheet(ann, interview).assessment.officer
    office.receive("Ann Archer")

    # The office sees who asked whom, who met whom and when, and counts one interview of each officer.
    assert cases.sheet(office.session, asked).answers
    assert len(interviews.directory(office.session).known) == 4
    olwen = at_work(office.session)
    olwen.go("meetings")
    everything: MeetingsPage = olwen.page(MeetingsPage)
    rows = {row.assessment: row for row in everything.table.rows.shown()}
    assert (rows[meeting].name, rows[meeting].holder) == ("Court team, Preston", "Ann Archer")
    assert rows[asked].said.word == "Begun"
    olwen.window.close()
    office.session = unlock.unlock(office.folder / "office", WORDS)
