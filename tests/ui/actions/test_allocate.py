"""Allocating samples that share cases: a case is with one person, for every sample it stands in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.assessments import Stage
from model.cases import Purpose
from model.refusal import Refusal
from tests.office import Office
from tests.several import COURT, SAMPLES, SUPERVISION, VICTIMS, drawn, holder_of, made_for, shared
from ui.actions import allocate, answer, assess, decide, draw_sample, team
from ui.reading import cases, documents, inspections, results

SIZES = {SUPERVISION: 12, COURT: 4, VICTIMS: 6}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = drawn(tmp_path)
    yield made
    made.close()


def holders(office: Office) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, _ in cases.assessments(office.session).values():
        found.setdefault(one.case, set()).add(one.holder)
    return found


def loads(office: Office, sample: str) -> list[int]:
    titles = {one.fingerprint: one.id for one in inspections.instruments(office.session)}
    made = [one for one, _ in cases.assessments(office.session).values() if titles[one.instrument] == sample]
    assert len({one.case for one in made}) == len(made)
    return sorted(sum(one.holder == person.author for one in made) for person in office.people.values())


@pytest.mark.parametrize("order", [SAMPLES, SAMPLES[::-1]])
def test_each_case_is_with_one_person_in_whatever_order_samples_are_allocated(
    office: Office, order: tuple[str, ...]
) -> None:
    for sample in order:
        office.allocate(sample)
        assert allocate.unallocated(office.session, sample) == ()
    found = holders(office)
    assert set(found) == set(cases.cases(office.session))
    assert all(len(people) == 1 for people in found.values())
    first = loads(office, order[0])
    assert first[-1] - first[0] <= 1
    for sample in SAMPLES:
        assert sum(loads(office, sample)) == SIZES[sample]
    every = [case for case in cases.cases(office.session).values() if len(case.places) > 1]
    assert every
    assert all(set(made_for(office, case.id)) == set(case.places) for case in every)


def test_whoever_holds_a_case_must_be_able_to_take_it(office: Office) -> None:
    office.allocate(SUPERVISION)
    case = shared(office, SUPERVISION, VICTIMS)
    (holder,) = holders(office)[case]
    vlo = cases.cases(office.session)[case].facts(VICTIMS)["officer"]
    allocate.exclude(office.session, holder, officer=vlo)
    with pytest.raises(Refusal, match="is with somebody already"):
        office.allocate(VICTIMS)
    team.withdraw_card(office.session, holder, "The laptop is lost")
    with pytest.raises(Refusal, match="no case can be sealed to them"):
        office.allocate(VICTIMS)


def test_a_replacement_goes_to_whoever_has_fewest_and_a_case_of_another_sample_to_its_holder(
    office: Office,
) -> None:
    for sample in SAMPLES:
        office.allocate(sample)
    before = loads(office, SUPERVISION)
    old = next(case.id for case in cases.cases(office.session).values() if set(case.places) == {SUPERVISION})
    (gone,) = holders(office)[old]
    new = draw_sample.replace_case(office.session, SUPERVISION, old, "Moved away")
    assert [case.id for case in allocate.unallocated(office.session, SUPERVISION)] == [new]
    known = holders(office).get(new, {gone})
    office.allocate(SUPERVISION)
    assert holders(office)[new] == known
    assert sum(loads(office, SUPERVISION)) == sum(before) + 1


def test_a_case_is_handed_over_whole(office: Office) -> None:
    for sample in SAMPLES:
        office.allocate(sample)
    case = shared(office, SUPERVISION, VICTIMS)
    (holder,) = holders(office)[case]
    to = next(one.author for one in office.people.values() if one.author != holder)
    assess.hand_over(office.session, made_for(office, case)[VICTIMS], to, "Ill from Tuesday on")
    assert holders(office)[case] == {to}
    assert any(holder in people for people in holders(office).values())


def test_a_bundle_brings_every_assessment_of_a_case_and_each_sample_counts_its_own(office: Office) -> None:
    for sample in SAMPLES:
        office.allocate(sample)
    office.hand_out()
    case = shared(office, SUPERVISION, VICTIMS)
    (holder,) = holders(office)[case]
    name, session = next(pair for pair in office.people.items() if pair[1].author == holder)
    made = made_for(office, case)
    sheet = cases.sheet(session, made[VICTIMS])
    assert sheet.listed["officer"].startswith("Victim work")
    assert cases.sheet(session, made[SUPERVISION]).listed["officer"].startswith("Supervision")
    answer.answer(session, made[SUPERVISION], "gender", "female")
    found = cases.sheet(session, made[VICTIMS])
    assert found.answers["gender"].value == "female"
    assert "gender" not in found.recorded
    assert found.elsewhere["gender"].assessment == made[SUPERVISION]
    assert documents.case_facts(found).sources == {"gender": "verified in Supervision"}
    answer.answer(session, made[VICTIMS], "gender", "male")
    assert documents.case_facts(cases.sheet(session, made[VICTIMS])).sources == {}
    assert cases.sheet(session, made[VICTIMS]).answers["gender"].value == "male"
    assert cases.sheet(session, made[SUPERVISION]).answers["gender"].value == "female"
    answer.answer(session, made[VICTIMS], "gender", None)
    assert cases.assessments(session)[made[VICTIMS]][1]["gender"].value == "female"
    answer.answer(session, made[VICTIMS], "victims_enough", "yes")
    open_ = assess.what_is_open(cases.sheet(session, made[VICTIMS]))
    assert open_.missing == ()
    replies = {assess.warning_name(point): "so be it" for point in open_.warnings}
    assert set(replies) == {"unanswered.victims_only"}
    assess.move(session, made[VICTIMS], Stage.COMPLETE, replies=replies)
    office.receive(name)
    by_sample = {one.sample.id: one for one in results.team_results(office.session)}
    assert {id: (one.received, one.expected) for id, one in by_sample.items()} == {
        SUPERVISION: (0, 12),
        COURT: (0, 4),
        VICTIMS: (1, 6),
    }
    number = cases.cases(office.session)[case].number
    assert number in by_sample[SUPERVISION].waiting
    assert number not in by_sample[VICTIMS].waiting
    assert by_sample[VICTIMS].tallies["m_victims"].above == 1
    assert by_sample[VICTIMS].waiting.keys() | {number} == {
        one.number for one in cases.cases(office.session).values() if VICTIMS in one.places
    }


def test_a_case_assessed_twice_in_one_sample_counts_in_the_other(office: Office) -> None:
    for sample in SAMPLES:
        office.allocate(sample)
    office.hand_out()
    case = shared(office, SUPERVISION, VICTIMS)
    made, session = made_for(office, case), holder_of(office, case)
    colleague = next(one for one in office.people.values() if one is not session)
    instrument = cases.sheet(session, made[SUPERVISION]).instrument.fingerprint
    again = assess.start_assessment(office.session, case, instrument, Purpose.FIRST, colleague.author)
    office.hand_out()
    answer.answer(session, made[SUPERVISION], "gender", "female")
    answer.answer(session, made[SUPERVISION], "supervision_enough", "no")
    answer.answer(session, made[VICTIMS], "victims_enough", "yes")
    answer.answer(colleague, again, "gender", "male")
    warned = {"unanswered.victims_only": "so be it"}
    assess.move(session, made[VICTIMS], Stage.COMPLETE, replies=warned)
    for name in office.people:
        office.receive(name)
    found = {one.sample.id: one for one in results.team_results(office.session)}
    number = cases.cases(office.session)[case].number
    assert found[SUPERVISION].waiting[number] == "assessed twice, not decided which counts"
    assert found[VICTIMS].received == 1
    assert "gender" not in cases.sheet(office.session, made[VICTIMS]).answers
    (work,) = decide.work_done_twice(office.session)
    decide.choose_record(office.session, work.subject.id, work.instrument, again, "Read the whole record")
    assert cases.sheet(office.session, made[VICTIMS]).answers["gender"].value == "male"
    assert cases.sheet(office.session, made[SUPERVISION]).answers["gender"].value == "female"
