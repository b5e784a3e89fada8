"""The errand says at every stage how far it has come and what to do next."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.people import Role
from tests.office import SAMPLE, Office, set_up, small_list
from tests.several import COURT, SUPERVISION, VICTIMS, holder_of, list_of, made_for, several, shared
from ui.actions import answer, draw_sample, interview, officers, read_list, team
from ui.presenters.errand import DONE, IN_HAND, LATER, LOOK, NEXT, Step, steps
from ui.reading import cases, inspections, interviews, samples


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection()
    yield made
    made.close()


def at(office: Office, title: str) -> Step:
    return next(step for step in steps(office.session) if step.title == title)


def following(office: Office) -> list[str]:
    return [step.title for step in steps(office.session) if step.next]


def test_each_step_follows_when_the_one_before_is_done(office: Office) -> None:
    assert following(office) == ["Team"]
    assert at(office, "Sample").said == LATER
    office.gather()
    assert following(office) == ["Provider’s list"]
    assert at(office, "Team").words == "1 lead inspector, 2 inspectors"
    office.read(small_list(office.folder))
    assert following(office) == ["Sample"]
    assert at(office, "Provider’s list").words.startswith("Case supervision: 20 eligible cases taken in\n")
    office.draw(6)
    assert following(office) == ["Allocation"]
    office.allocate()
    assert following(office) == ["Bundles"]
    assert at(office, "Bundles").what == {"part": "bundles"}
    office.hand_out()
    assert following(office) == ["Received"]
    assert at(office, "Bundles").words == "Written for 3 of 3 people"
    said = {step.title: step.said for step in steps(office.session)}
    assert {title for title, how in said.items() if how == DONE} == {"Team", "Allocation", "Bundles"}
    assert said["Provider’s list"] == said["Sample"] == IN_HAND  # the other samples' lists are still to come


def test_an_unconfirmed_card_and_a_replaced_case_ask_to_be_looked_at(office: Office) -> None:
    office.gather().read(small_list(office.folder)).draw(6).allocate()
    team.take_card(office.session, office.card("Dilys Evans").read_bytes(), Role.INSPECTOR, confirmed=False)
    assert at(office, "Team").said == LOOK
    assert at(office, "Team").words.endswith("1 card is not confirmed yet")
    case = next(iter(cases.cases(office.session)))
    draw_sample.replace_case(office.session, SAMPLE, case, "Transferred")
    assert at(office, "Allocation").said == LOOK
    assert "1 case waits" in at(office, "Allocation").words
    assert following(office) == ["Team"]
    assert at(office, "Bundles").said == NEXT
    assert "1 replaced" in at(office, "Sample").words


def test_a_closed_draw_has_erased_the_list(office: Office) -> None:
    office.gather().read(small_list(office.folder)).draw(6)
    draw_sample.close_draw(office.session, samples.draws(office.session)[0].id)
    assert at(office, "Provider’s list").said == IN_HAND
    assert at(office, "Provider’s list").words == (
        "Case supervision: list erased when its draw was closed\nCourt reports: list still to be read"
        "\nVictim work: list still to be read"
    )
    assert at(office, "Provider’s list").what == {"sample": "court_reports"}
    assert at(office, "Sample").words.startswith("Case supervision: 6 of 20 cases drawn; closed\n")


def test_what_comes_back_is_in_hand_and_conflicts_wait_for_a_decision(office: Office) -> None:
    office.gather().read(small_list(office.folder)).draw(6).allocate().hand_out()
    ann = office.people["Ann Archer"]
    mine = next(iter(cases.assessments(ann)))
    answer.answer(ann, mine, "plan_engage", "yes")
    answer.answer(office.session, mine, "plan_engage", "no")
    office.receive("Ann Archer")
    assert at(office, "Received").said == IN_HAND
    assert at(office, "Received").words == "0 of 6 cases received complete"
    assert at(office, "Decided").words == "1 conflict, to be decided"
    words = at(office, "Bundles").words  # to Ann that it has come, to the lead inspector what Ann recorded
    assert words == "Written for 3 of 3 people; 2 would bring something new"
    assert at(office, "Results").said == LATER
    assert NEXT not in [step.said for step in steps(office.session)]


def test_lists_and_samples_are_done_when_those_of_every_sample_are(office: Office) -> None:
    office.gather()
    file = small_list(office.folder)
    wanted = [sample.id for sample in inspections.programme(office.session).samples]
    for sample in wanted:
        read_list.accept(office.session, read_list.preview(office.session, file, sample))
        assert at(office, "Provider’s list").said == (DONE if sample == wanted[-1] else IN_HAND)
    for sample in wanted:
        draw_sample.draw_sample(office.session, sample, "a seed", 6)
        left = wanted[wanted.index(sample) + 1 :]
        assert at(office, "Sample").said == (NEXT if left else DONE)
        assert at(office, "Sample").what == ({"sample": left[0]} if left else {})
    assert [drawn.sample.id for drawn in samples.draws(office.session)] == wanted


def test_what_is_next_is_said_for_each_sample(tmp_path: Path) -> None:
    office = several(tmp_path)
    office.read(list_of(tmp_path, SUPERVISION, range(20)), SUPERVISION)
    assert at(office, "Provider’s list").words == (
        "Supervision: 20 eligible cases taken in\nCourt reports: list still to be read"
        "\nVictim work: list still to be read"
    )
    assert (at(office, "Provider’s list").action, at(office, "Provider’s list").what) == (
        "Read the next list",
        {"sample": COURT},
    )
    assert (following(office), at(office, "Sample").what) == (["Sample"], {"sample": SUPERVISION})
    office.draw(12, SUPERVISION)
    assert (following(office), at(office, "Allocation").what) == (["Allocation"], {"sample": SUPERVISION})
    office.allocate(SUPERVISION).read(list_of(tmp_path, VICTIMS, range(10, 16)), VICTIMS)
    assert following(office) == ["Sample"]
    assert at(office, "Sample").words.endswith("Court reports: not drawn\nVictim work: ready to be drawn")
    assert at(office, "Sample").what == {"sample": VICTIMS}
    office.draw(6, VICTIMS)
    assert (following(office), at(office, "Allocation").what) == (["Allocation"], {"sample": VICTIMS})
    assert at(office, "Allocation").words.startswith(
        "Supervision: every case has somebody\nCourt reports: not drawn\nVictim work: "
    )
    office.allocate(VICTIMS).hand_out()
    case = shared(office, SUPERVISION, VICTIMS)
    answer.answer(holder_of(office, case), made_for(office, case)[VICTIMS], "gender", "male")
    for name in office.people:
        office.receive(name)
    assert at(office, "Received").words == "Supervision 0 of 12 · Victim work 0 of 6 received complete"
    office.close()


def test_officers_are_confirmed_and_asked_between_allocation_and_bundles(office: Office) -> None:
    assert at(office, "Officers").said == LATER
    office.gather().read(small_list(office.folder)).draw(6).allocate()
    assert at(office, "Officers").said == IN_HAND
    assert "to confirm" in at(office, "Officers").words
    officers.confirm(office.session, interviews.directory(office.session).proposals)
    assert "whom nobody asks yet" in at(office, "Officers").words
    interview.give_interviews(office.session)
    assert at(office, "Officers").said == DONE
    titles = [step.title for step in steps(office.session)]
    assert titles.index("Allocation") < titles.index("Officers") < titles.index("Bundles")
