"""The practice inspection: made by the real actions, quickly, and marked as practice everywhere."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.instruments.instrument import About
from model.refusal import Refusal
from ui.actions import exchange, practise, unlock
from ui.actions.write import write
from ui.reading import cases, inspections
from ui.reading.handed_over import handed_over
from ui.reading.results import own_counts
from ui.session import Session


@pytest.fixture
def heard() -> list[tuple[int, int, str]]:
    return []


@pytest.fixture
def session(tmp_path: Path, heard: list[tuple[int, int, str]]) -> Iterator[Session]:
    made = practise.practise(tmp_path / practise.FOLDER, lambda *how_far: heard.append(how_far))
    yield made
    made.store.close()


def test_it_is_an_inspection_of_one_person_with_a_few_cases(
    session: Session, heard: list[tuple[int, int, str]]
) -> None:
    assert inspections.inspection(session).name.startswith(practise.MARK)
    made = [one for one, _ in cases.assessments(session).values()]
    assert {one.holder for one in made} == {session.author}
    of_cases = [one for one in made if one.case]
    assert sorted(one.state for one in of_cases) == ["complete", *["not_started"] * 8, "reading"]
    assert sum(bool(one.interview) for one in made) == 4
    assert [done for done, _, _ in heard] == list(range(7))
    assert [count for _, count, _ in own_counts(session)] == [6, 2, 2]


def test_one_case_stands_in_two_samples(session: Session) -> None:
    held = [one.case for one, _ in cases.assessments(session).values() if one.case]
    (twice,) = {case for case in held if held.count(case) > 1}
    assert len(cases.cases(session)[twice].places) == 2


def test_an_officer_was_interviewed_and_a_meeting_is_recorded(session: Session) -> None:
    made = [one for one, _ in cases.assessments(session).values() if not one.case]
    interviews = Counter(one.state for one in made if one.about is About.OFFICER)
    assert interviews == {"complete": 1, "not_started": 5}
    (meeting,) = (one for one in made if one.about is About.OCCASION)
    assert meeting.state == "complete"
    assert meeting.occasion


def test_nothing_personal_of_the_list_is_in_the_persons_store(session: Session) -> None:
    facts = {field for case in cases.cases(session).values() for field in case.facts()}
    assert facts
    assert not facts & {"surname", "forename", "date_of_birth"}


def test_it_opens_with_the_passphrase_that_is_shown(tmp_path: Path, session: Session) -> None:
    assert practise.is_practice(session)
    unlock.lock(session)
    again = unlock.unlock(tmp_path / practise.FOLDER, practise.PASSPHRASE)
    assert again.author == session.author
    unlock.lock(again)


def test_a_colleague_is_there_to_hand_a_case_to(session: Session) -> None:
    assert practise.COLLEAGUE in inspections.names(session).values()


def test_the_practice_office_answers_and_says_what_it_holds(tmp_path: Path, session: Session) -> None:
    written = exchange.write_fieldwork_bundle(session, tmp_path)
    taken = practise.let_the_office_answer(session, written.path)
    assert taken.refusal is None
    over = handed_over(session)
    assert over.held == over.own > 0
    assert not over.waiting


def test_what_the_practice_office_refuses_is_said(tmp_path: Path, session: Session) -> None:
    (tmp_path / "no.casebook").write_bytes(b"nothing")
    taken = practise.let_the_office_answer(session, tmp_path / "no.casebook")
    assert isinstance(taken.refusal, Refusal)


def test_beginning_anew_throws_the_old_practice_away(tmp_path: Path, session: Session) -> None:
    mine = next(iter(cases.assessments(session)))
    write(session, "note", session.new_id(), "A note to be thrown away.", assessment=mine)
    unlock.lock(session)
    fresh = practise.practise(tmp_path / practise.FOLDER, lambda *_: None)
    assert all(note.text != "A note to be thrown away." for note in cases.written(fresh, "note"))
    unlock.lock(fresh)
