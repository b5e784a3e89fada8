"""A list taken in by mistake is erased, names and all, and another one taken in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.refusal import Refusal
from storage import projection
from tests.office import SAMPLE, Office, set_up, small_list
from ui.actions import read_list
from ui.reading import samples


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection()
    yield made
    made.close()


def test_an_erased_list_leaves_no_word_and_another_can_be_taken_in(office: Office) -> None:
    office.read(small_list(office.folder))
    assert read_list.erase_list(office.session, SAMPLE) == 20
    db, inspection = office.session.store.db, office.session.inspection
    assert samples.rows(office.session, SAMPLE) == ()
    assert projection.read_subjects(db, inspection, "identity") == {}
    bodies = [body for (body,) in db.execute("SELECT body FROM entry WHERE body IS NOT NULL")]
    assert not any(b"Name1" in body or b"X000001" in body for body in bodies)
    office.read(small_list(office.folder, 7))
    assert len(samples.rows(office.session, SAMPLE)) == 7


def test_there_must_be_a_list_and_nothing_drawn_from_it(office: Office) -> None:
    with pytest.raises(Refusal, match="no list"):
        read_list.erase_list(office.session, SAMPLE)
    office.read(small_list(office.folder)).draw(5)
    with pytest.raises(Refusal, match="drawn from this list"):
        read_list.erase_list(office.session, SAMPLE)
    assert len(samples.rows(office.session, SAMPLE)) == 20
