"""The page of one instrument says what stands and what stood, keeps words, and issues them with a reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.refusal import Refusal
from resources import path
from tests.model.instruments.small import swapped
from tests.office import Office, set_up
from ui.actions import issue_version
from ui.presenters import versions

ID, KEY = "case_supervision", "assess_engage"
AT = (KEY, "text", "en")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection()
    yield made
    made.close()


def test_words_that_stand_and_those_of_the_beginning_are_told_with_whose_they_are(office: Office) -> None:
    state = versions.show(office.session, ID)
    view = state.places[AT]
    assert (view.now, view.now_whose) == (view.first, "published")
    assert len(state.versions) == 1
    assert state.versions[0].endswith("which stands")
    assert state.not_in_welsh == ""
    assert dict(state.questions)[KEY].startswith("2.1.1  ")


def test_words_are_kept_until_they_are_issued_and_dropped_when_they_are_those_that_stand(
    office: Office,
) -> None:
    state = versions.show(office.session, ID)
    state = versions.keep(office.session, state, *AT, "Is the person engaged?")
    assert state.kept == versions.show(office.session, ID).kept == {AT: "Is the person engaged?"}
    back = versions.keep(office.session, state, *AT, state.places[AT].now)
    assert back.kept == versions.show(office.session, ID).kept == {}
    with pytest.raises(Refusal, match="nothing to change"):
        versions.propose(office.session, back)


def test_what_is_kept_becomes_one_version(office: Office) -> None:
    state = versions.show(office.session, ID)
    state = versions.keep(office.session, state, *AT, "Is the person engaged?")
    state = versions.keep(office.session, state, KEY, "text", "cy", "[Welsh]")
    proposed = versions.propose(office.session, state)
    assert proposed.words == "Version 1.0 → 1.1"
    assert any("in Welsh: none → [Welsh]" in line for line in proposed.lines)
    after = versions.issue(office.session, proposed, "Ours.")
    assert (after.version, after.kept) == ("1.1", {})
    assert after.not_in_welsh.startswith("Not in Welsh: ")
    assert after.said.startswith("Version 1.1 of Case supervision is issued.")
    view = after.places[AT]
    assert (view.now, view.now_whose, view.first_whose) == (
        "Is the person engaged?",
        "the office’s",
        "published",
    )
    assert len(after.versions) == 2


def test_a_question_that_took_over_from_another_id_has_the_words_of_that_one_at_the_beginning(
    office: Office,
) -> None:
    text = path("programmes", "probation_services_2018", f"{ID}.toml").read_text("utf-8")
    newer = swapped(text, 'version = "1.0"', 'version = "2.0"')
    newer = swapped(newer, 'id = "gender"\n', 'id = "sex"\nwas = ["gender"]\n')
    proposed = issue_version.look(office.session, newer, "newer.toml")
    issue_version.issue(office.session, proposed, "Asked otherwise.")
    view = versions.show(office.session, ID).places["sex", "text", "en"]
    assert (view.first, view.first_whose) == (view.now, view.now_whose) != ("", "")
