"""The merge page on a real store: a folder taken in, stopped halfway, refused, answered; nothing clipped."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.merging import Evening
from ui.actions import unlock
from ui.presenters.merge import FileOutcome
from ui.session import Session
from ui.window.pages.merge.outcomes import breakable
from ui.window.pages.merge.page import MergePage
from ui.window.surroundings import MeantStore, Preferences, Surroundings
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.whole_table import WholeTable


@pytest.fixture
def office(day: Evening) -> Iterator[Session]:
    session = day.open("office")
    yield session
    unlock.lock(session)


@pytest.fixture
def page(qtbot: Any, make_desk: Callable[..., Any], day: Evening, office: Session) -> MergePage:
    around = Surroundings(day.folder, MeantStore(day.folder), Preferences({}), lambda *_: None)
    made = MergePage(make_desk(office), around)
    qtbot.addWidget(made)
    made.resize(1198, 680)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.open()
    return made


def cells(table: WholeTable[Any], column: str) -> list[str]:
    read = next(one for one in table.rows.columns if one.title == column)
    return [read.text(row) for row in table.rows.shown()]


def test_a_folder_is_chosen_and_every_file_has_its_line(page: MergePage, day: Evening, said: Any) -> None:
    assert cells(page.senders, "Standing") == ["Nothing yet"] * 3
    page.desk.files.paths.append(day.bundles)  # type: ignore[attr-defined]
    page.take_folder.click()
    assert page.outcomes.heading.text().startswith("4 bundles taken in, ")
    assert [bar.text().split(".casebook")[0] for bar in page.outcomes.refused] == ["Refused: damaged"]
    assert cells(page.outcomes.table, "Outcome")[0] == "Look at it"
    assert cells(page.outcomes.table, "From") == ["Ann", "Ann", "Ben", "Lee"]
    assert [strip.text() for strip in page.strips] == ["2 of 6 cases received"]
    assert page.undecided.text().startswith("3 decisions are waiting.")
    assert said.named("announce") == ["4 bundles taken in, 1 refused"]
    assert not page.working.isVisible()


def test_files_are_taken_in_again_without_harm(page: MergePage, day: Evening) -> None:
    for _ in range(2):
        page.desk.files.paths.append(day.bundle("ben"))  # type: ignore[attr-defined]
        page.take_files.click()
    assert cells(page.outcomes.table, "What it brought") == ["The same bundle again: nothing new."]
    page.outcomes.close_button.click()
    assert not page.outcomes.isVisible()


def test_stopping_says_what_was_taken_in(page: MergePage, day: Evening, office: Session) -> None:
    tasks: list[Any] = []
    take, told = page.desk.work._take, page.working.progress

    def remember(task: Any) -> None:
        tasks.append(task)
        take(task)

    def stop_at_two(done: int, total: int, words: str) -> None:
        told(done, total, words)
        if done == 2:
            tasks[-1].stop()

    page.desk.work._take = remember  # type: ignore[method-assign]
    page.working.progress = stop_at_two  # type: ignore[method-assign]
    page.desk.files.paths.append(day.bundles)  # type: ignore[attr-defined]
    page.take_folder.click()
    assert page.outcomes.heading.text().startswith("Stopped. ")
    assert len(page.outcomes.table.rows.shown()) + len(page.outcomes.refused) == 3
    assert page.take_folder.isEnabled()


def test_an_empty_folder_is_refused_above_the_page(page: MergePage, day: Evening, said: Any) -> None:
    (day.folder / "empty").mkdir()
    page.desk.files.paths.append(day.folder / "empty")  # type: ignore[attr-defined]
    page.take_folder.click()
    (refusal,) = said.named("refuse")
    assert refusal.happened == "There is no bundle in the folder empty."
    assert page.take_folder.isEnabled()
    assert not page.working.isVisible()


def test_nothing_happens_when_no_folder_is_chosen(page: MergePage, said: Any) -> None:
    for button in (page.take_folder, page.take_files, page.write):
        button.click()
    assert len(page.desk.files.asked) == 3  # type: ignore[attr-defined]
    assert said.named("announce") == []


def test_the_next_bundles_are_written_where_the_person_says(page: MergePage, day: Evening) -> None:
    out = day.folder / "out"
    out.mkdir()
    page.desk.files.paths.append(out)  # type: ignore[attr-defined]
    page.write.click()
    assert page.written.text().startswith("3 bundles written and checked in out.")
    assert len(list(out.glob("*.casebook"))) == 3
    page.open()
    page.take_folder.click()
    assert page.desk.files.asked[-1].endswith(str(out))  # type: ignore[attr-defined]


def test_by_keyboard_from_the_message_to_the_decisions(
    page: MergePage, day: Evening, said: Any, qtbot: Any
) -> None:
    page.desk.files.paths.append(day.bundles)  # type: ignore[attr-defined]
    page.take_folder.setFocus()
    qtbot.keyClick(page.take_folder, Qt.Key.Key_Space)
    assert page.take_folder.hasFocus()
    qtbot.keyClick(page.decide, Qt.Key.Key_Space)
    assert said.named("navigate") == [("decisions", {})]


def test_of_many_files_only_what_should_be_looked_at_is_shown_at_once(page: MergePage) -> None:
    from ui.presenters import merge
    from ui.presenters.case_words import Said

    def outcome(number: int, tone: str) -> FileOutcome:
        return FileOutcome(f"{number}.casebook", "Ann", Said("x", tone), "words", None, 1)

    outcomes = [outcome(number, "sufficient") for number in range(20)] + [outcome(20, "attention")]
    page.outcomes.tell(merge.merged(outcomes))
    assert cells(page.outcomes.table, "File") == [breakable("20.casebook")]
    assert page.outcomes.others.button.text() == "The other 20 files"
    page.outcomes.others.button.click()
    assert len(page.outcomes.rest.rows.shown()) == 20


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped(
    page: MergePage,
    day: Evening,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    theme: str,
    scale: int,
) -> None:
    appearance.set(Look(Choice(theme), scale))
    page.resize(1286, 640)
    assert faults(page) == []
    page.desk.files.paths.append(day.bundles)  # type: ignore[attr-defined]
    page.take_folder.click()
    page.working.begin("Opening the bundles", lambda: None)  # type: ignore[arg-type, return-value]
    page.written.tell("3 bundles written and checked in out.")
    assert faults(page) == []
    for table in (page.senders, page.outcomes.table):
        assert table.horizontalScrollBar().maximum() == 0
        assert table.verticalScrollBar().maximum() == 0
