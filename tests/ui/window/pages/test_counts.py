"""A person's own counts on the screen."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.practised import Practised
from ui.session import Session
from ui.window.pages.counts import CountsPage
from ui.window.widgets.plain_label import PlainLabel


@pytest.fixture
def page(practised: Practised, make_desk: Callable[..., Any], show: Callable[..., Any]) -> CountsPage:
    made = show(CountsPage(make_desk(practised.session)))
    assert isinstance(made, CountsPage)
    return made


def words(page: CountsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(PlainLabel) if label.isVisible())


def test_numbers_first_and_what_is_behind_them_by_key(page: CountsPage) -> None:
    assert len(page.rates) == 12 + 2 + 4
    first = page.rates[0]
    assert page.window().focusWidget() is first.button
    assert "Out of what" not in words(page)
    QTest.keyClick(first.button, Qt.Key.Key_Space)
    for question in ("Out of what", "Without whom, and why", "What would change it"):
        assert question in words(page)
    assert "2.1.1: " in first.button.accessibleName()


def test_it_says_why_there_are_no_ratings(page: CountsPage) -> None:
    assert "no ratings" in page.note.text()


def test_what_was_unfolded_stays_so(page: CountsPage) -> None:
    page.rates[3].unfold()
    page.open()
    QApplication.processEvents()
    assert [rate.button.isChecked() for rate in page.rates].index(True) == 3
    assert sum(rate.button.isChecked() for rate in page.rates) == 1


def test_without_cases_it_says_what_to_do(
    practised: Practised, make_desk: Callable[..., Any], show: Callable[..., Any], said: Any
) -> None:
    nobody = Session(practised.session.store, "e" * 32, practised.session.inspection)
    page = show(CountsPage(make_desk(nobody)))
    assert page.empty.isVisible()
    assert not page.narrow.isVisible()
    page.empty.findChild(QPushButton).click()
    assert said.named("navigate") == [("cases", {})]
