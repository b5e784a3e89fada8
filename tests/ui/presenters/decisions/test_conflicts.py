"""What two people recorded differently about an officer or at a meeting is said in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.instruments.reader import fingerprint_of
from model.journal.change import Change
from model.journal.entry import FieldKey
from tests.apart import MEETING, bring
from tests.office import Office
from tests.several import SUPERVISION, list_of, several
from ui.actions import officers
from ui.actions.answer import answer
from ui.actions.occasions import start_occasion
from ui.presenters.decisions import conflicts, listing, twice
from ui.reading import interviews


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = several(tmp_path).read(list_of(tmp_path, SUPERVISION, range(6), officers=2), SUPERVISION)
    bring(made.session, MEETING)
    made.draw(6, SUPERVISION).allocate(SUPERVISION)
    officers.confirm(made.session, interviews.directory(made.session).proposals)
    yield made.hand_out()
    made.close()


def test_who_the_officer_of_a_case_is(office: Office) -> None:
    lead = office.people["Lesley Marsh"]
    one, two = interviews.directory(office.session).known
    case = one.cases[0]
    officers.move(lead, [case.id], two.officer.id)
    third = officers.split(office.session, one.officer.id, [case.id], "Somebody Else")
    office.receive("Lesley Marsh")
    (view,) = conflicts.views(office.session)
    assert (view.number, view.about) == (case.number, "Which officer it is of")
    assert {side.words for side in view.sides} == {"Supervision 1", "Somebody Else"}
    conflicts.settle(office.session, view, view.sides[0].code, None, "Telephoned the unit")
    assert conflicts.views(office.session) == ()
    assert interviews.directory(office.session).of(third) is not None


def test_what_an_officer_is_called_and_what_was_said_at_a_meeting(office: Office) -> None:
    ann, lead = office.people["Ann Archer"], office.people["Lesley Marsh"]
    known = interviews.directory(office.session).known[0].officer
    called = FieldKey("officer", known.id, "name")
    lead.record(Change(called, "Zoë Thompson"))
    office.session.record(Change(called, "Zoe Thomson"))
    made = start_occasion(ann, fingerprint_of(MEETING), "Court team", "2018-10-09")
    office.receive("Ann Archer").hand_out()
    answer(lead, made, "said", "They are content.")
    answer(ann, made, "said", "They are not content.")
    office.receive("Ann Archer").receive("Lesley Marsh")
    named, said = sorted(conflicts.views(office.session), key=lambda view: view.key.kind, reverse=True)
    assert (named.name, named.about) == ("Officer", "Name")
    assert interviews.directory(office.session).known[0].officer.name == "Supervision 0"
    assert (said.name, said.about) == ("Court team", "M2")
    words = [item.words for item in listing.show(office.session).of(listing.OPEN)]
    assert "Court team, M2: recorded differently" in words
    assert twice.views(office.session) == ()
