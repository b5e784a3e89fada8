"""Meetings, and the one assessment of the whole inspection, on stores that exchange bundles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.instruments.instrument import Instrument
from model.instruments.reader import fingerprint_of
from model.refusal import Refusal
from tests.apart import MEETING, ORGANISATION, TALK, bring
from tests.office import Office
from tests.several import several
from ui.actions import decide
from ui.actions.answer import answer
from ui.actions.occasions import start_for_inspection, start_occasion
from ui.reading import cases, inspections, interviews, stated

MEETING_IS, ORGANISATION_IS = fingerprint_of(MEETING), fingerprint_of(ORGANISATION)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = several(tmp_path)
    bring(made.session, TALK, MEETING, ORGANISATION)
    yield made.hand_out()
    made.close()


def test_anyone_starts_a_meeting_and_it_arrives_at_the_office(office: Office) -> None:
    ann = office.people["Ann Archer"]
    made = start_occasion(ann, MEETING_IS, " Victim liaison officers ", "2018-10-09")
    answer(ann, made, "said", "They would like to be told earlier.")
    office.receive("Ann Archer")
    sheet = cases.sheet(office.session, made)
    assert (sheet.words, sheet.assessment.day) == ("Victim liaison officers", "2018-10-09")
    assert sheet.assessment.holder == ann.author
    assert sheet.answers["said"].value == "They would like to be told earlier."


def test_its_first_fact_names_a_meeting_and_can_be_corrected(office: Office) -> None:
    ann = office.people["Ann Archer"]
    made = start_occasion(ann, MEETING_IS, "VLO", "2018-10-09")
    answer(ann, made, "who", "Victim liaison officers, Preston")
    assert cases.sheet(ann, made).words == "Victim liaison officers, Preston"


def test_the_day_answers_the_fact_that_asks_for_it(office: Office) -> None:
    ann = office.people["Ann Archer"]
    [meeting] = [one for one in inspections.instruments(ann) if one.id == "meeting"]
    made = start_occasion(ann, meeting.fingerprint, "Victim liaison officers", "2018-10-09")
    sheet = cases.sheet(ann, made)
    given = {name: sheet.answers[name].value for name in ("occasion", "date")}
    assert given == {"occasion": "Victim liaison officers", "date": "2018-10-09"}
    later = cases.sheet(ann, start_occasion(ann, meeting.fingerprint, "Court team", ""))
    assert "date" not in later.answers


def test_two_meetings_are_two_and_no_double_work(office: Office) -> None:
    for name in ("Ann Archer", "Bilal Chowdhury"):
        start_occasion(office.people[name], MEETING_IS, "Court team", "2018-10-09")
        office.receive(name)
    assert decide.work_done_twice(office.session) == ()
    made = [one for one, _ in cases.assessments(office.session).values() if one.occasion]
    assert len(made) == 2


def test_a_meeting_needs_a_title_and_its_own_kind_of_instrument(office: Office) -> None:
    with pytest.raises(Refusal, match="needs a title"):
        start_occasion(office.session, MEETING_IS, "  ", "2018-10-09")
    with pytest.raises(Refusal, match="not for meetings"):
        start_occasion(office.session, ORGANISATION_IS, "Court team", "2018-10-09")
    with pytest.raises(Refusal, match="not about the whole"):
        start_for_inspection(office.session, MEETING_IS)


def test_the_lead_inspector_holds_the_assessment_of_the_inspection_and_proposes_its_ratings(
    office: Office,
) -> None:
    made = start_for_inspection(office.session, ORGANISATION_IS)
    lead = office.people["Lesley Marsh"]
    office.hand_out()
    assert cases.sheet(lead, made).assessment.holder == lead.author
    assert cases.sheet(lead, made).words == inspections.inspection(lead).name
    with pytest.raises(Refusal, match="with Lesley Marsh"):
        start_for_inspection(office.session, ORGANISATION_IS)
    assert stated.stated(office.session) == {}
    answer(lead, made, "rating_1_1", "good")
    office.receive("Lesley Marsh")
    found = stated.stated(office.session)["rating_1_1"]
    assert (found.value, found.author, found.complete) == ("good", lead.author, False)
    assert made not in {id for id, _ in cases.assessments(office.people["Ann Archer"]).items()}


def test_of_two_assessments_of_the_inspection_one_counts_as_a_named_person_chose(office: Office) -> None:
    lead = office.people["Lesley Marsh"]
    ours, theirs = (start_for_inspection(session, ORGANISATION_IS) for session in (office.session, lead))
    answer(lead, theirs, "rating_1_1", "good")
    answer(office.session, ours, "rating_1_1", "outstanding")
    office.receive("Lesley Marsh")
    (work,) = decide.work_done_twice(office.session)
    decide.choose_record(office.session, work.subject.id, "organisation", theirs, "The lead inspector's own")
    assert stated.stated(office.session)["rating_1_1"].value == "good"
    decided = interviews.of_inspection(office.session, "organisation")
    assert decided is not None
    assert decided.id == theirs


def test_two_different_answers_about_the_inspection_state_nothing(office: Office) -> None:
    made = start_for_inspection(office.session, ORGANISATION_IS)
    office.hand_out()
    answer(office.people["Lesley Marsh"], made, "rating_1_1", "good")
    answer(office.session, made, "rating_1_1", "outstanding")
    office.receive("Lesley Marsh")
    found = stated.stated(office.session)["rating_1_1"]
    assert (found.value, found.conflict) == (None, True)
    assert isinstance(found.instrument, Instrument)
