"""A newer version in mid-fieldwork, on real stores: shown first, recorded, read everywhere alike."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from model.assessments import Stage
from model.documents.reported import rules
from model.instruments.instrument import Instrument, Kind
from model.instruments.routing import State, states
from model.instruments.wrong_instrument import WrongInstrument
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.measures import Why
from model.refusal import Refusal
from resources import path
from tests.model.instruments.small import swapped
from tests.office import Office, set_up, small_list
from ui.actions import answer, assess, exchange, issue_version, occasions, undo, write
from ui.presenters.assessment.state import recorded, show, take
from ui.reading import cases, inspections, results
from ui.session import Session

TEXT = path("programmes", "probation_services_2018", "case_supervision.toml").read_text("utf-8")
ANN, BILAL = "Ann Archer", "Bilal Chowdhury"


def newer(*edits: tuple[str, str], version: str = "1.1") -> str:
    held = inspections_version(TEXT)
    text = swapped(TEXT, f'version = "{held}"', f'version = "{version}"')
    for old, new in edits:
        text = swapped(text, old, new)
    return text


def inspections_version(text: str) -> str:
    return text.split('version = "', 1)[1].split('"', 1)[0]


def renamed_and_meant_otherwise() -> str:
    """A newer version in which one fact has another id, and a key question another meaning."""
    return newer(
        ('id = "assess_engage"\n', 'id = "assess_engage"\nmeaning = 2\n'),
        ('id = "gender"\n', 'id = "sex"\nwas = ["gender"]\n'),
    )


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An inspection whose team has its cases."""
    made = set_up(tmp_path).make_inspection().gather().read(small_list(tmp_path)).draw(6).allocate()
    yield made.hand_out()
    made.close()


def mine(session: Session) -> list[str]:
    return [id for id, (held, _) in cases.assessments(session).items() if held.holder == session.author]


def issue(office: Office, text: str) -> issue_version.Proposed:
    proposed = issue_version.look(office.session, text, "newer.toml")
    issue_version.issue(office.session, proposed, "The wording misled.")
    return proposed


def test_the_office_sees_what_changes_and_how_many_it_touches_before_anything_is_recorded(
    office: Office,
) -> None:
    ann = office.people[ANN]
    held = mine(ann)
    answer.answer(ann, held[0], "assess_engage", "yes")
    answer.answer(ann, held[0], "gender", "male")
    office.receive(ANN)
    proposed = issue_version.look(office.session, renamed_and_meant_otherwise(), "newer.toml")
    assert proposed.difference.asked_again == ("assess_engage",)
    assert (proposed.open, proposed.closed, proposed.again) == (6, 0, {"assess_engage": 1})
    assert inspections.standing_versions(office.session)["case_supervision"].version != "1.1"


def test_answers_carry_over_and_only_what_changed_is_asked_again(office: Office) -> None:
    ann = office.people[ANN]
    one = mine(ann)[0]
    for question, value in (("assess_engage", "yes"), ("gender", "male"), ("plan_safety_need", "yes")):
        answer.answer(ann, one, question, value)
    before = cases.sheet(ann, one)
    issue(office, renamed_and_meant_otherwise())
    office.hand_out()
    sheet = cases.sheet(ann, one)
    assert sheet.instrument.version == "1.1"
    found = states(sheet.instrument, sheet.answers)
    assert found["assess_engage"] is State.ASK_AGAIN
    assert found["sex"] is found["plan_safety_need"] is State.ANSWERED
    assert sheet.recorded["sex"] == before.recorded["gender"]
    answer.answer(ann, one, "assess_engage", "no")
    sheet = cases.sheet(ann, one)
    assert states(sheet.instrument, sheet.answers)["assess_engage"] is State.ANSWERED
    assert sheet.answers["assess_engage"].meaning == 2
    with pytest.raises(Refusal, match="not in the instrument"):
        answer.answer(ann, one, "gender", "male")


def test_what_is_closed_stays_under_its_version_until_it_is_reopened(office: Office) -> None:
    ann = office.people[ANN]
    one = mine(ann)[0]
    answer.answer(ann, one, "gender", "male")
    assess.move(ann, one, Stage.CANNOT_INSPECT, "The record is closed to us.")
    issue(office, renamed_and_meant_otherwise())
    office.hand_out()
    assert cases.sheet(ann, one).answers["gender"].value == "male"
    shown = show(ann, one)
    changes = assess.move(ann, one, Stage.REOPENED, "It is open again.")
    assert cases.sheet(ann, one).answers["sex"].value == "male"
    after = take(shown, recorded(ann, one, changes))
    assert (shown.sheet.instrument.version, after.sheet.instrument.version) == ("1.0", "1.1")
    assert after.sheet.answers["sex"].value == "male"


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_two_laptops_on_two_versions_merge_to_one_state_in_any_order(
    office: Office, tmp_path: Path, order: tuple[int, ...]
) -> None:
    ann, bilal, lead = office.people[ANN], office.people[BILAL], office.people["Lesley Marsh"]
    issue(office, renamed_and_meant_otherwise())
    sent = exchange.write_allocation_bundle(office.session, bilal.author, tmp_path)
    assert exchange.take_bundle(bilal, sent.path).refusal is None
    hers, his = mine(ann)[0], mine(bilal)[0]
    answer.answer(ann, hers, "gender", "male")  # on the older version: her laptop has no other
    answer.answer(ann, hers, "assess_engage", "yes")
    answer.answer(bilal, his, "sex", "female")
    files = [exchange.write_fieldwork_bundle(one, tmp_path).path for one in (ann, bilal)]
    update = exchange.write_allocation_bundle(office.session, lead.author, tmp_path).path
    for file in files:
        assert exchange.take_bundle(office.session, file).refusal is None
    arriving = (*files, update)
    for place in (*order, order[0]):
        assert exchange.take_bundle(lead, arriving[place]).refusal is None
    for session in (office.session, lead):
        sheet = cases.sheet(session, hers)
        assert sheet.answers["sex"].value == "male"
        assert states(sheet.instrument, sheet.answers)["assess_engage"] is State.ASK_AGAIN
        assert cases.sheet(session, his).answers["sex"].value == "female"
    assert cases.sheet(office.session, hers).answers == cases.sheet(lead, hers).answers
    assert cases.sheet(ann, hers).answers["gender"].value == "male"


def test_a_version_is_taken_back_and_what_rests_on_it_can_still_be_read(office: Office) -> None:
    text = renamed_and_meant_otherwise()
    proposed = issue(office, text)
    undo.undo(office.session)
    stands = inspections.standing_versions(office.session)["case_supervision"]
    assert stands.fingerprint == proposed.before.fingerprint
    assert inspections.text_of(office.session, proposed.after.fingerprint) == text
    issue(office, text)
    assert inspections.standing_versions(office.session)["case_supervision"].version == "1.1"


def test_what_cannot_be_issued_is_refused_with_what_to_do(office: Office) -> None:
    with pytest.raises(Refusal, match="stands already"):
        issue_version.look(office.session, TEXT, "same.toml")
    same_number = newer(version=inspections_version(TEXT)) + "\n# a remark\n"
    with pytest.raises(Refusal, match="bears the number"):
        issue_version.look(office.session, same_number, "newer.toml")
    with pytest.raises(Refusal, match="no instrument"):
        issue_version.look(office.session, newer(('id = "case_supervision"', 'id = "other"')), "newer.toml")
    with pytest.raises(Refusal, match="another family"):
        issue_version.look(office.session, newer(('family = "', 'family = "another_')), "newer.toml")
    with pytest.raises(WrongInstrument, match="assess_engage"):
        issue_version.look(
            office.session,
            TEXT.replace('"assess_engage"', '"engaging"').replace('version = "', 'version = "9'),
            "n",
        )
    proposed = issue_version.look(office.session, newer(), "newer.toml")
    with pytest.raises(Refusal, match="needs a reason"):
        issue_version.issue(office.session, proposed, " ")
    issue_version.issue(office.session, proposed, "A number.")
    with pytest.raises(Refusal, match="since this difference"):
        issue_version.issue(office.session, proposed, "Again.")
    with pytest.raises(Refusal, match="Only the office"):
        issue_version.look(office.people[ANN], newer(version="1.2"), "newer.toml")


def closed(office: Office, assessment: str) -> None:
    """Complete an assessment without going through all of it, as its holder's laptop would record it."""
    holder = office.people[ANN]
    under = cases.sheet(holder, assessment).instrument.fingerprint
    holder.record(Change(FieldKey("assessment", assessment, "state"), "complete", instrument=under))


def test_results_pool_versions_where_meanings_agree_and_name_what_is_outside(office: Office) -> None:
    ann = office.people[ANN]
    first, second = mine(ann)[:2]
    for question in ("assess_engage", "plan_engage"):
        answer.answer(ann, first, question, "yes")
    closed(office, first)
    issue(office, renamed_and_meant_otherwise())
    office.hand_out()
    for question in ("assess_engage", "plan_engage"):
        answer.answer(ann, second, question, "yes")
    closed(office, second)
    office.receive(ANN)
    (found, *_) = results.team_results(office.session)
    tallies = {measure.question: found.tallies[measure.id] for measure in found.measures}
    assert (tallies["plan_engage"].above, tallies["plan_engage"].base) == (2, 2)
    assert (tallies["assess_engage"].above, tallies["assess_engage"].base) == (1, 1)
    number = cases.sheet(office.session, first).case.number
    assert tallies["assess_engage"].outside[Why.ASK_AGAIN] == (number,)
    (said,) = found.collected.versions
    assert said.startswith("Case supervision: 1 under version 1.0, 1 under version 1.1;")
    (report, *_) = results.reports(office.session)
    assert said in tuple(rules(report.found))
    ((_, held, counts),) = results.own_counts(ann)
    assert held == len(mine(ann))
    assert counts.tallies


def test_words_being_typed_go_to_the_question_that_took_over_or_stay_a_draft(office: Office) -> None:
    at_work = office.session  # who may begin the assessment of an inspection, and hold it
    made = occasions.start_for_inspection(at_work, standing(office, "organisational_delivery").fingerprint)
    texts = [
        one.id
        for one in standing(office, "organisational_delivery").questions.values()
        if one.kind is Kind.TEXT and one.when is None
    ]
    kept, gone = texts[:2]
    for question in (kept, gone):
        answer.type_on(at_work, made, question, "Half a sentence.")
    before = inspections.text_of(at_work, standing(office, "organisational_delivery").fingerprint)
    text = before.replace('version = "1.0"', 'version = "1.1"', 1)
    text = swapped(text, f'id = "{kept}"\n', f'id = "{kept}_now"\nwas = ["{kept}"]\n')
    text = swapped(text, f'id = "{gone}"\n', f'id = "{gone}_other"\n')
    issue_version.issue(at_work, issue_version.look(at_work, text, "newer.toml"), "Asked otherwise.")
    write.put_drafts_away(at_work)
    answers = cases.sheet(at_work, made).answers
    assert answers[f"{kept}_now"].value == "Half a sentence."
    assert gone not in answers
    assert f"{gone}_other" not in answers


def standing(office: Office, instrument: str) -> Instrument:
    return inspections.standing_versions(office.session)[instrument]
