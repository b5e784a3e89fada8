"""Handing out: whose bundle is wanting, and what came of writing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.people import Role
from tests.office import Office, set_up, small_list
from ui.actions import answer, assess, team
from ui.presenters import hand_out
from ui.presenters.hand_out import HandOutState
from ui.reading import cases


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection().gather().read(small_list(tmp_path)).draw(6)
    (tmp_path / "out").mkdir()
    yield made
    made.close()


def standing(state: HandOutState) -> dict[str, str]:
    return {line.name: line.said.word for line in state.lines}


def silent(done: int, total: int, words: str) -> None:
    """Take no notice of progress."""


def write(office: Office) -> HandOutState:
    state = hand_out.show(office.session)
    return hand_out.write(office.session, state.wanting, office.folder / "out", tell=silent)


def test_before_the_allocation_nobody_wants_a_bundle(office: Office) -> None:
    state = hand_out.show(office.session)
    assert set(standing(state).values()) == {"No cases yet"}
    assert (state.wanting, len(state.everybody)) == ((), 3)
    assert "Share the cases out first" in state.words


def test_every_bundle_is_written_and_checked_and_progress_is_told(office: Office) -> None:
    office.allocate()
    told: list[tuple[int, int, str]] = []
    state = hand_out.show(office.session)
    assert state.words == "3 people without a bundle."
    state = hand_out.write(
        office.session, state.wanting, office.folder / "out", tell=lambda *what: told.append(what)
    )
    assert [(done, total) for done, total, _ in told] == [(0, 3), (1, 3), (2, 3)]
    assert told[0][2] == "Writing and checking: Ann Archer"
    assert state.said == "3 bundles written and checked"
    assert {one.file for one in state.outcomes} == {file.name for file in (office.folder / "out").iterdir()}
    assert all(one.said.word.startswith("Written and checked, ") for one in state.outcomes)
    assert set(standing(state).values()) == {"Up to date"}
    assert state.wanting == ()


def test_a_handed_over_case_and_received_work_want_new_bundles(office: Office) -> None:
    office.allocate().hand_out()
    ann, bilal = office.people["Ann Archer"], office.id("Bilal Chowdhury")
    mine = next(one.id for one, _ in cases.assessments(ann).values() if one.holder == ann.author)
    answer.answer(ann, mine, "assess_engage", "yes")
    office.receive("Ann Archer")
    every = [one for one, _ in cases.assessments(office.session).values()]
    third = next(one for one in every if one.holder not in (ann.author, bilal))
    assess.hand_over(office.session, third.id, bilal, "Ill")
    state = hand_out.show(office.session)
    assert standing(state)["Ann Archer"] == "Work to acknowledge"
    assert standing(state)["Bilal Chowdhury"] == "Something new for them"
    line = next(line for line in state.lines if line.name == "Ann Archer")
    assert line.came
    assert write(office).wanting == ()


def test_one_that_cannot_be_written_is_said_and_the_others_are_written(office: Office) -> None:
    team.take_card(office.session, office.card("Dilys Evans").read_bytes(), Role.INSPECTOR, confirmed=False)
    office.allocate()
    assert standing(hand_out.show(office.session))["Dilys Evans"] == "Card not confirmed"
    people = [office.id("Dilys Evans"), office.id("Ann Archer")]
    state = hand_out.write(office.session, people, office.folder / "out", tell=silent)
    assert state.said == "1 bundle written and checked, 1 not written"
    assert [bool(one.file) for one in state.outcomes] == [False, True]
    assert "not confirmed" in state.outcomes[0].said.word
    assert len(list((office.folder / "out").iterdir())) == 1


def test_a_withdrawn_card_gets_no_bundle(office: Office) -> None:
    office.allocate()
    team.withdraw_card(office.session, office.id("Ann Archer"), "Laptop lost")
    assert "Ann Archer" not in standing(hand_out.show(office.session))
