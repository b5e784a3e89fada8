"""Closing an alert on a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.refusal import Refusal
from tests.fieldwork import Clock, allot, begin
from ui.actions.close_alert import close_alert, reopen_alert
from ui.actions.write import write
from ui.reading import cases, fields
from ui.session import Session

ALERT = "1" * 32


@pytest.fixture
def megan(tmp_path: Path) -> Iterator[Session]:
    session = begin(tmp_path, clock=Clock())
    assessment = allot(session, 1)
    write(session, "alert", ALERT, "He has her address", assessment=assessment)
    yield session
    session.store.close()


def test_closing_records_what_came_of_it(megan: Session) -> None:
    close_alert(megan, ALERT, " She was moved ")
    (alert,) = cases.written(megan, "alert")
    assert alert.state == "closed"
    assert fields.fields_of(megan, "alert", ALERT)["state"].reason == "She was moved"


def test_closing_without_a_word_is_refused_and_leaves_it_open(megan: Session) -> None:
    with pytest.raises(Refusal, match="what came of it"):
        close_alert(megan, ALERT, "  ")
    (alert,) = cases.written(megan, "alert")
    assert alert.state == "open"


def test_it_can_be_opened_again(megan: Session) -> None:
    close_alert(megan, ALERT, "She was moved")
    reopen_alert(megan, ALERT)
    (alert,) = cases.written(megan, "alert")
    assert alert.state == "open"
