"""The page of results on a real merged store: the table, what lies behind it, export; nothing clipped."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.merging import SAMPLE, Evening
from tests.model.documents import varied
from ui.actions import exchange, unlock
from ui.presenters.case_words import Said
from ui.presenters.results import ReportView, ResultsState, report_view
from ui.reading.results import WHOLE, Report
from ui.session import Session
from ui.window import theme
from ui.window.pages.results.bar import Bar
from ui.window.pages.results.page import ResultsPage
from ui.window.pages.results.printed import Printed
from ui.window.pages.results.rows import Columns, Rate, Standing
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.plain_label import PlainLabel


@pytest.fixture
def office(day: Evening) -> Iterator[Session]:
    session = day.open("office")
    exchange.take_files(session, [day.bundle(name) for name in ("ann", "ben", "lee")])
    yield session
    unlock.lock(session)


@pytest.fixture
def show(qtbot: Any, make_desk: Callable[..., Any]) -> Callable[[Session], ResultsPage]:
    def make(session: Session) -> ResultsPage:
        made = ResultsPage(make_desk(session))
        qtbot.addWidget(made)
        made.resize(1198, 680)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.open(sample=SAMPLE)
        return made

    return make


@pytest.fixture
def page(show: Callable[[Session], ResultsPage], office: Session) -> ResultsPage:
    return show(office)


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(PlainLabel) if label.isVisible()]


def rate(page: ResultsPage, code: str) -> Rate:
    return next(row for row in page.rows if isinstance(row, Rate) and row.row.code == code)


def test_how_much_arrived_is_in_sight_while_the_table_scrolls(page: ResultsPage) -> None:
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
    assert page.received.text() == "2 of 6 cases received"
    assert page.received.isVisible()
    assert not page.area.isAncestorOf(page.received)


def test_ratings_and_figures_stand_apart(page: ResultsPage) -> None:
    standards = [row for row in page.rows if isinstance(row, Standing)]
    assert [row.row.code for row in standards] == ["2.1", "2.2", "2.3", "2.4"]
    assert "Rating" in words(standards[0])
    assert standards[0].rating.text() == "Outstanding"
    shown = words(rate(page, "2.2.1"))
    assert {"2.2.1", "100%", "1 of 1", "Outstanding"} <= set(shown)
    assert len([row for row in page.rows if isinstance(row, Rate)]) == 12


def test_a_figure_unfolds_to_what_lies_behind_it(page: ResultsPage, qtbot: Any) -> None:
    row = rate(page, "2.2.1")
    assert not row.pane.isVisible()
    row.button.setFocus()
    qtbot.keyClick(row.button, Qt.Key.Key_Space)
    assert row.pane.isVisible()
    assert "not decided" in row.pane.words()
    assert row.button.accessibleName().startswith("Fold what lies behind 2.2.1, 100%, 1 of 1")
    qtbot.keyClick(row.button, Qt.Key.Key_Space)
    assert not row.pane.isVisible()


def test_all_rows_unfold_and_fold_together(page: ResultsPage) -> None:
    page.unfold_all.click()
    assert all(row.unfolded() for row in page.rows)
    page.unfold_all.click()
    assert not any(row.unfolded() for row in page.rows)


def test_who_is_waiting_and_why_unfolds(page: ResultsPage) -> None:
    assert page.waiting_button.text() == "4 waiting"
    assert not page.waiting.isVisible()
    page.waiting_button.click()
    assert page.waiting.isVisible()
    assert {one.holder for one in page.waiting.rows.shown()} == {"Ben", "Lee", "Ben and Lee"}
    page.waiting_button.click()
    assert not page.waiting.isVisible()


def test_printing_goes_to_the_papers(page: ResultsPage, said: Any) -> None:
    page.print.click()
    assert said.named("navigate") == [("papers", {"document": "results", "subject": SAMPLE})]


def test_the_table_is_exported_after_a_warning(page: ResultsPage, day: Evening, said: Any) -> None:
    target = day.folder / "table.csv"
    page.desk.files.paths.append(target)  # type: ignore[attr-defined]
    page.export.click()
    assert not target.exists()
    page.confirm.keep.click()
    assert not target.exists()
    page.export.click()
    page.confirm.confirm.click()
    assert target.exists()
    assert page.written.text().startswith("Written: table.csv, export number ")
    assert said.named("saved") == ["2018-10-08T19:00:00Z"]
    asked = page.desk.files.asked[-1]  # type: ignore[attr-defined]
    assert f"results-table-{SAMPLE}-" in asked


def test_before_a_programme_is_there_the_page_says_what_to_do(
    show: Callable[[Session], ResultsPage], day: Evening, said: Any
) -> None:
    session = day.open("office")
    page = show(session.within("0" * 32))
    assert page.empty.isVisible()
    assert not page.area.isVisible()
    assert page.first_focus() is None
    unlock.lock(session)


def test_a_bar_draws_the_rate_the_bands_and_what_is_possible(qtbot: Any) -> None:
    bar = Bar(50, (25, 75), (80,))
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint())
    picture = QImage(bar.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.magenta)
    bar.render(picture)
    shown, width = theme.current(), bar.width()

    def colour(share: float, line: int) -> str:
        return picture.pixelColor(int(width * share), line).name()

    assert colour(0.3, 3) == shown.colour("accent").name()
    assert colour(0.6, 3) == shown.colour("line").name()
    assert colour(0.8, 3) == shown.colour("surface").name()
    line = 9 + shown.px(5)
    assert colour(0.5, line) == shown.colour("quiet").name()
    assert colour(0.1, line) != shown.colour("quiet").name()


@pytest.mark.parametrize("theme_name", ["light", "dark"])
@pytest.mark.parametrize("scale", [100, 125, 150, 200])
def test_nothing_is_clipped(
    page: ResultsPage,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    theme_name: str,
    scale: int,
) -> None:
    page.rows[1].unfold(True)
    appearance.set(Look(Choice(theme_name), scale))
    page.resize(1286 if scale >= 150 else 1150, 640)
    assert page.rows[1].unfolded()
    assert faults(page) == []
    page.unfold_all.click()
    page.waiting_button.click()
    page.export.click()
    assert faults(page) == []
    assert page.waiting.horizontalScrollBar().maximum() == 0


def shown(page: ResultsPage, **more: Any) -> ReportView:
    """Show the varied programme on the page; what was shown."""
    report = Report(WHOLE, "Whole inspection", (), varied.found(**more))
    view = report_view(report, {})
    page.open(sample=WHOLE)
    page.draw(ResultsState((view,)))
    QApplication.processEvents()
    return view


def test_every_kind_of_result_is_shown(page: ResultsPage) -> None:
    shown(page, small_base=20, stated=varied.said(leading="good", found="people are met often"))
    said = words(page)
    for expected in (
        "Inadequate · 4 of 6 points",
        "Proposed rating",
        "Score",
        "61%",
        "Mean of the criteria.",
        "Verdict",
        "People are met often",
        "What helps",
        "Officers are known.\nTime is given.",
        "mean of 2",
        "Mean of its questions.",
        "Small base: each case is 6.25 percentage points",
        "What was found how often",
        "† Small base: of 16, each case is 6.25 percentage points.",
    ):
        assert expected in said, expected
    assert not any("Still possible" in each for each in said)
    (table,) = (one for one in page.findChildren(Printed) if one.isVisible())
    assert [row.title for row in table.table.rows.shown()] == ["Drugs", "Licence", "Nothing known"]


def test_what_was_found_under_a_proposed_rating_is_told_when_it_unfolds(page: ResultsPage) -> None:
    shown(page, stated=varied.said(leading="good"))
    assert "Leaders are seen." not in words(page)
    (leading,) = (row for row in page.rows if isinstance(row, Standing) and row.row.code == "1.1")
    leading.unfold(True)
    assert {"Strengths", "Leaders are seen."} <= set(words(page))


def test_what_nobody_has_proposed_is_said(page: ResultsPage) -> None:
    shown(page, awaited=4)
    said = words(page)
    assert {"Not proposed yet", "No verdict yet", "Still possible", "Not proposed yet: 1.1."} <= set(said)
    assert "Still possible: 1 to 6 points." in said


def test_the_whole_inspection_stands_beside_its_samples(page: ResultsPage, office: Session) -> None:
    assert page.reports.isVisible()
    page.open(sample=WHOLE)
    assert page.view is not None
    assert page.view.id == WHOLE
    codes = [row.row.code for row in page.rows if isinstance(row, Standing)]
    assert codes[:5] == ["1.1", "1.2", "1.3", "1.4", "2.1"]


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_of_any_kind_is_clipped(
    page: ResultsPage, appearance: Appearance, faults: Callable[[QWidget], list[str]], scale: int
) -> None:
    appearance.set(Look(Choice.LIGHT, scale))
    page.resize(1286 if scale >= 150 else 1150, 640)
    shown(page, small_base=20, awaited=4, stated=varied.said(found="people are met often " * 20))
    page.unfold_all.click()
    QApplication.processEvents()
    assert faults(page) == []


@pytest.mark.parametrize("scale", [100, 110])
def test_what_is_said_of_a_rating_has_room_where_nothing_is_open_any_more(
    page: ResultsPage,
    qtbot: Any,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    scale: int,
) -> None:
    appearance.set(Look(Choice.LIGHT, scale))
    row = next(one.row for one in page.rows if isinstance(one, Standing))
    flags = (Said("One case would change it", "attention"), Said("Near a boundary", "attention"))
    settled = Standing(replace(row, flags=flags, possible=""), Columns(possible=False))
    qtbot.addWidget(settled)
    settled.resize(1000, settled.sizeHint().height())
    settled.show()
    assert faults(settled) == []
