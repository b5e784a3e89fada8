"""Conflicts of interest are recorded once, hold until they are lifted, and stay at the office."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.allocation.allocate import Exclusion
from model.refusal import Refusal
from storage import projection
from tests.office import SAMPLE, Office, set_up, small_list
from ui.actions import allocate
from ui.reading import cases
from ui.reading.exclusions import exclusions


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection().gather().read(small_list(tmp_path)).draw(10)
    yield made
    made.close()


def test_a_conflict_keeps_its_person_from_the_officers_cases(office: Office) -> None:
    ann = office.id("Ann Archer")
    allocate.exclude(office.session, ann, officer="Officer 1")
    allocate.exclude(office.session, ann, unit="Bury and Rochdale")
    kept = [one.exclusion for one in exclusions(office.session)]
    assert set(kept) == {Exclusion(ann, "Officer 1"), Exclusion(ann, "", "Bury and Rochdale")}
    takers = [session.author for session in office.people.values()]
    allocate.allocate_cases(office.session, SAMPLE, allocate.propose(office.session, SAMPLE, takers, kept))
    held = cases.cases(office.session)
    mine = [
        held[one.case].facts() for one, _ in cases.assessments(office.session).values() if one.holder == ann
    ]
    assert mine
    assert all(facts["officer"] != "Officer 1" and facts["ldu"] == "Cumbria" for facts in mine)


def test_it_is_recorded_once_and_can_be_lifted(office: Office) -> None:
    ann = office.id("Ann Archer")
    allocate.exclude(office.session, ann, officer="Officer 1")
    with pytest.raises(Refusal, match="already"):
        allocate.exclude(office.session, ann, officer="Officer 1")
    with pytest.raises(Refusal, match="officer or a unit"):
        allocate.exclude(office.session, ann)
    (kept,) = exclusions(office.session)
    allocate.lift_exclusion(office.session, kept.id)
    assert exclusions(office.session) == ()


def test_it_travels_to_nobody(office: Office) -> None:
    allocate.exclude(office.session, office.id("Ann Archer"), officer="Officer 1")
    office.allocate().hand_out()
    for session in office.people.values():
        assert projection.read_subjects(session.store.db, session.inspection, "exclusion") == {}
        bodies = session.store.db.execute("SELECT body FROM entry WHERE kind = 'exclusion'").fetchall()
        assert bodies == []
