"""End of the day on the screen: hand over, read, stop, and what stands."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from model.people import Role
from model.refusal import Refusal
from tests.practised import Practised
from ui.actions import exchange, practise, team, unlock
from ui.presenters import exchanging
from ui.presenters.sizes import where
from ui.window.pages.day_end.page import DayEndPage
from ui.window.surroundings import Surroundings


@pytest.fixture
def page(
    practised: Practised,
    make_desk: Callable[..., Any],
    files: Any,
    around: Surroundings,
    show: Callable[..., Any],
) -> DayEndPage:
    made = show(DayEndPage(make_desk(practised.session, files=files), around))
    assert isinstance(made, DayEndPage)
    return made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def shown(page: DayEndPage) -> list[str]:
    return [row.said.word for row in page.standing.table.rows.shown()]


def test_one_button_writes_and_checks_the_bundle(
    page: DayEndPage, files: Any, stick: Path, said: Any
) -> None:
    assert page.window().focusWidget() is page.over.write_button
    files.paths[:] = [stick]
    QTest.keyClick(page.over.write_button, Qt.Key.Key_Return)
    (bundle,) = stick.glob("*.casebook")
    assert page.over.result.text().startswith(f"Written and checked: {bundle.name}, ")
    assert f"It lies in {where(stick)}." in page.over.result.text()
    assert said.named("announce") == ["Bundle written and checked"]
    assert page.over.write_button.isEnabled()
    assert not page.over.progress.isVisible()
    page.over.write_button.click()
    assert files.asked == ["Where to write the bundle", f"Where to write the bundle {stick}"]


def test_the_practice_office_answers_and_cases_are_received(
    page: DayEndPage, files: Any, stick: Path
) -> None:
    assert not page.over.practice_button.isVisible()
    files.paths[:] = [stick]
    page.over.write_button.click()
    assert page.window().focusWidget() is page.over.practice_button
    page.over.practice_button.click()
    assert "has read your bundle" in page.over.result.text()
    assert [row.office.word for row in page.standing.table.rows.shown() if row.done] == ["Received"] * 3


def test_what_cannot_be_written_is_refused_and_work_goes_on(
    page: DayEndPage, files: Any, tmp_path: Path, said: Any
) -> None:
    files.paths[:] = [tmp_path / "gone"]
    page.over.write_button.click()
    assert "could not be written" in said.named("refuse")[0].happened
    assert page.over.write_button.isEnabled()


def test_a_bundle_is_read_and_a_bad_one_refused_in_words(page: DayEndPage, files: Any, stick: Path) -> None:
    (good,) = (page.around.place / "practice").glob("allocation-*.casebook")
    (stick / "bad.casebook").write_bytes(b"bad")
    files.paths[:] = [good, stick / "bad.casebook"]
    page.over.read_button.click()
    assert page.over.result.text() == "1 bundle read."
    page.over.read_button.click()
    assert page.over.result.text() == "0 bundles read, 1 refused."
    words = [part.accessibleName() for part in page.over.findChildren(QWidget)]
    assert any("bad.casebook: Refused." in name and "damaged" in name for name in words)


def test_the_lead_reads_a_folder_and_new_roles_open_other_pages(
    page: DayEndPage, practised: Practised, files: Any, stick: Path, said: Any
) -> None:
    office = unlock.unlock(practised.place / "practice" / "office", practise.PASSPHRASE)
    team.give_role(office, practised.session.author, Role.LEAD)
    bundle = exchange.write_allocation_bundle(office, practised.session.author, stick)
    unlock.lock(office)
    files.paths[:] = [bundle.path]
    page.over.read_button.click()
    ((session, roles, place),) = said.named("enter")
    assert session is practised.session
    assert roles == {"lead"}
    assert place.inspection.startswith("PRACTICE")
    page.open()
    assert page.over.read_button.text() == "Read a folder of bundles …"
    files.paths[:] = [stick]
    page.over.read_button.click()
    assert page.over.result.text() == "1 bundle read."
    files.paths[:] = [practised.place / "practice" / "colleague"]
    page.over.read_button.click()
    assert "no bundle in the folder colleague" in said.named("refuse")[0].happened


def test_work_is_shown_and_can_be_stopped(
    page: DayEndPage, files: Any, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, bool, str]] = []
    take = page.desk.work._take

    def hold(task: Any) -> None:
        page._task = task
        take(task)

    def slowly(*what: Any, tell: Any) -> None:
        tell(1, 3, "bundles")
        over = page.over
        seen.append((over.progress.isVisible(), over.write_button.isEnabled(), over.progress.text()))
        over.stop_button.click()
        tell(2, 3, "bundles")

    monkeypatch.setattr(page.desk.work, "_take", hold)
    monkeypatch.setattr(exchanging, "read_file", slowly)
    files.paths[:] = [stick / "a.casebook"]
    page.over.read_button.click()
    assert seen == [(True, False, "bundles")]
    assert page.over.result.text().startswith("Stopped.")
    assert page.over.read_button.isEnabled()


def test_filters_count_and_enter_opens_a_case(page: DayEndPage, said: Any) -> None:
    everything = len(shown(page))
    page.standing.filters.chosen.emit("complete")
    assert 0 < len(shown(page)) < everything
    assert set(shown(page)) == {"Complete"}
    page.standing.filters.chosen.emit("all")
    page.standing.table.setFocus()
    QTest.keyClick(page.standing.table, Qt.Key.Key_Return)
    ((name, what),) = said.named("navigate")
    assert name == "assessment"
    assert what["assessment"] == page.standing.table.rows.shown()[0].assessment


def test_a_refusal_while_reading_the_page_reaches_the_frame(
    page: DayEndPage, said: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.presenters import day_end

    def full(*_: Any) -> None:
        raise Refusal("The disk is full.", "Nothing was lost.", "Make room.")

    monkeypatch.setattr(day_end, "show", full)
    page.open()
    assert [refusal.happened for refusal in said.named("refuse")] == ["The disk is full."]
