"""Who asks an officer: proposed by the cases, given by a person."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.instruments.instrument import About
from model.refusal import Refusal
from tests.apart import TALK, bring
from tests.office import Office
from tests.several import SUPERVISION, list_of, several
from ui.actions import allocate, officers
from ui.actions.interview import give_interview, give_interviews
from ui.reading import cases, interviews


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Twelve cases of four confirmed officers, allocated; nobody asks them yet."""
    made = several(tmp_path).read(list_of(tmp_path, SUPERVISION, range(12)), SUPERVISION)
    bring(made.session, TALK)
    made.draw(10, SUPERVISION).allocate(SUPERVISION)
    officers.confirm(made.session, interviews.directory(made.session).proposals)
    yield made
    made.close()


def talks(office: Office) -> int:
    return len(interviews.instruments(office.session, About.OFFICER))


def test_each_officer_is_asked_by_whoever_holds_most_of_their_cases_and_once(office: Office) -> None:
    assert give_interviews(office.session) == 4 * talks(office)
    for known in interviews.directory(office.session).known:
        held = [interviews.directory(office.session).holders[case.id] for case in known.cases]
        (asker,) = {one.holder for one in known.interviews}
        assert held.count(asker) == max(held.count(person) for person in held)
        assert cases.sheet(office.session, known.interviews[0].id).words == f"officer {known.officer.name}"
    assert give_interviews(office.session) == 0


def test_the_interview_is_given_to_another_with_a_reason(office: Office) -> None:
    known = interviews.directory(office.session).known[0]
    ann, ben = office.id("Ann Archer"), office.id("Bilal Chowdhury")
    give_interview(office.session, known.officer.id, ann)
    assert interviews.asked_by(office.session, known.officer.id) == ann
    with pytest.raises(Refusal, match="reason"):
        give_interview(office.session, known.officer.id, ben)
    with pytest.raises(Refusal, match="asks the officer already"):
        give_interview(office.session, known.officer.id, ann, "Again")
    with pytest.raises(Refusal, match="not in the team"):
        give_interview(office.session, known.officer.id, "9" * 32, "Why not")


def test_nobody_asks_an_officer_whom_they_must_not_meet(office: Office) -> None:
    known = interviews.directory(office.session).known[0]
    allocate.exclude(office.session, office.id("Ann Archer"), officer=known.officer.name)
    with pytest.raises(Refusal, match="conflict of interest"):
        give_interview(office.session, known.officer.id, office.id("Ann Archer"))


def test_somebody_who_is_no_officer_is_asked_nothing(office: Office) -> None:
    with pytest.raises(Refusal, match="not known"):
        give_interview(office.session, "9" * 32, office.id("Ann Archer"))
    assert interviews.asked_by(office.session, "9" * 32) == ""


def test_officers_who_were_confirmed_before_are_given_when_cases_are_allocated(tmp_path: Path) -> None:
    made = several(tmp_path).read(list_of(tmp_path, SUPERVISION, range(12)), SUPERVISION)
    made.draw(10, SUPERVISION)
    officers.confirm(made.session, interviews.directory(made.session).proposals)
    assert not any(known.interviews for known in interviews.directory(made.session).known)
    made.allocate(SUPERVISION)
    assert all(known.interviews for known in interviews.directory(made.session).known)
    made.close()
