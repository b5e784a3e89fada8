"""Megan's session in a real store with one case, and her colleagues' sessions beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fieldwork import Clock, allot, begin
from ui.session import Session


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def megan(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    session = begin(tmp_path, clock=clock)
    yield session
    session.store.close()


@pytest.fixture
def assessment(megan: Session) -> str:
    return allot(megan, 1)
