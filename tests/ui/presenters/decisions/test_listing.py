"""Everything to decide after a real evening: conflicts, double work, branches, and what is kept aside."""

from collections.abc import Iterator

import pytest

from model.cases import Purpose
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.people import Role
from model.refusal import Refusal
from tests.merging import DISPUTED, Evening, assessments_of
from ui.actions import exchange, team, unlock
from ui.presenters.decisions import aside, conflicts, listing, twice
from ui.presenters.decisions.aside import AsideView
from ui.presenters.decisions.conflicts import ANOTHER, ConflictView, Other
from ui.presenters.decisions.listing import ASIDE, DECIDED, OPEN
from ui.presenters.decisions.twice import TwiceView
from ui.reading import cases, inspections
from ui.session import Session


@pytest.fixture
def office(day: Evening) -> Iterator[Session]:
    session = day.open("office")
    exchange.take_files(session, [day.bundle(name) for name in ("ann", "ann_copy", "ben", "lee")])
    yield session
    unlock.lock(session)


def conflict(session: Session, field: str = f"answer.{DISPUTED}") -> ConflictView:
    return next(view for view in conflicts.views(session) if view.key.field == field)


def disagree(session: Session, day: Evening, field: str, *values: object) -> None:
    """The office records several values side by side, none of which has seen the others."""
    key = FieldKey("assessment", day.disputed, field)
    for value in values:
        session.record(Change(key, value, replaces=(), meaning=1 if field.startswith("answer.") else None))  # type: ignore[arg-type]


def person(session: Session, name: str) -> str:
    return next(one.id for one in inspections.people(session) if one.name == name)


def test_the_list_says_what_waits_and_nothing_else(day: Evening, office: Session) -> None:
    state = listing.show(office)
    sheet = cases.sheet(office, day.disputed)
    number = cases.cases(office)[day.twice].number
    assert [(item.said.word, item.case, item.words) for item in state.of(OPEN)] == [
        ("Conflict", sheet.case.number, "2.2.1: recorded differently"),
        ("Double work", number, "Assessed twice"),
        ("Branch", "", "Branch of Ann"),
    ]
    assert (state.undecided, listing.undecided(office)) == (3, 3)
    assert state.of(ASIDE) == state.of(DECIDED) == ()


def test_nothing_waits_before_anything_was_merged(day: Evening) -> None:
    session = day.open("office")
    assert listing.show(session).items == ()
    assert listing.undecided(session) == 0
    unlock.lock(session)


def test_a_conflict_says_who_recorded_what_and_when(day: Evening, office: Session) -> None:
    view = conflict(office)
    assert (view.part, view.about) == ("Key question", "2.2.1")
    assert view.wording == "Does planning focus sufficiently on engaging the service user?"
    assert {side.words for side in view.sides} == {"Yes", "No"}
    by_words = {side.words: side for side in view.sides}
    assert by_words["No"].recorded[0].startswith("Lee, ")
    assert by_words["Yes"].recorded[0].startswith("Ann, ")
    assert by_words["Yes"].said.tone == "sufficient"
    assert view.other is Other.NONE  # yes and no are all there is


def test_a_side_is_chosen_with_a_reason_and_the_conflict_is_gone(day: Evening, office: Session) -> None:
    view = conflict(office)
    yes = next(side.code for side in view.sides if side.words == "Yes")
    with pytest.raises(Refusal, match="needs a reason"):
        conflicts.settle(office, view, yes, None, "  ")
    with pytest.raises(Refusal, match="Nothing is chosen"):
        conflicts.settle(office, view, "", None, "Read again")
    assert conflicts.settle(office, view, yes, None, "Read again").time == "2018-10-08T19:00:00Z"
    held = cases.sheet(office, day.disputed).recorded[DISPUTED]
    assert (held.value, held.reason, held.conflict) == ("yes", "Read again", False)
    assert listing.undecided(office) == 2
    with pytest.raises(Refusal, match="no conflict here any more"):
        conflicts.settle(office, view, yes, None, "Once more")


def test_people_who_recorded_the_same_stand_on_one_side(day: Evening, office: Session) -> None:
    disagree(office, day, f"answer.{DISPUTED}", "no")
    no = next(side for side in conflict(office).sides if side.words == "No")
    assert [line.split(",")[0] for line in no.recorded] == ["Lee", "You"]


@pytest.mark.parametrize(("question", "other"), [("age_group", Other.ONE), ("features", Other.SEVERAL)])
def test_another_answer_can_be_given(day: Evening, office: Session, question: str, other: Other) -> None:
    options = cases.sheet(office, day.disputed).instrument.question(question).codes()
    first, second, third = options[:3]
    several = other is Other.SEVERAL
    sides = ((first,), (second,)) if several else (first, second)
    answer = (first, third) if several else third
    disagree(office, day, f"answer.{question}", *sides)
    view = conflict(office, f"answer.{question}")
    assert view.other is other
    assert (first in dict(view.options)) is several
    with pytest.raises(Refusal, match="not one that this question takes"):
        conflicts.settle(office, view, ANOTHER, ("nonsense",) if several else "nonsense", "Read again")
    conflicts.settle(office, view, ANOTHER, answer, "Read again")
    assert cases.sheet(office, day.disputed).recorded[question].value == answer


def test_other_fields_in_conflict_are_said_in_words(day: Evening, office: Session) -> None:
    ben, ann = person(office, "Ben"), person(office, "Ann")
    disagree(office, day, "holder", ben, ann)
    disagree(office, day, "state", "complete", "reopened")
    holder = next(view for view in conflicts.views(office) if view.about == "Who holds the assessment")
    assert {"Ben", "Ann"} <= {side.words for side in holder.sides}
    state = next(view for view in conflicts.views(office) if view.about == "State of the assessment")
    assert {"Complete", "Reopened"} <= {side.words for side in state.sides}
    assert state.other is Other.NONE


def test_double_work_shows_both_and_where_they_differ(day: Evening, office: Session) -> None:
    (view,) = twice.views(office)
    assert {one.holder for one in view.made} == {"Ben", "Lee"}
    assert {one.said.word for one in view.made} == {"Complete"}
    assert all(one.progress.endswith("answered") for one in view.made)
    assert all(one.worked.startswith("Answered ") for one in view.made)
    differing = {one.code: one for one in view.differences}
    assert {code for code, one in differing.items() if one.is_key} >= {"2.1.2"}
    lee = [one.holder for one in view.made].index("Lee")
    assert differing["2.1.2"].answers[lee] == "No"
    assert view.agreeing > 40
    assert view.chosen == view.decided == ""


def test_one_assessment_is_chosen_and_the_choice_can_be_looked_at(day: Evening, office: Session) -> None:
    (view,) = twice.views(office)
    ben = next(one.id for one in view.made if one.holder == "Ben")
    with pytest.raises(Refusal, match="of something else"):
        twice.choose(office, view, "", "Allocated to Ben")
    twice.choose(office, view, ben, "Allocated to Ben")
    (decided,) = twice.views(office)
    assert decided.chosen == ben
    assert decided.decided.startswith("Decided by you, ")
    assert decided.decided.endswith("Reason: Allocated to Ben")
    state = listing.show(office)
    assert [item.words for item in state.of(DECIDED)] == ["Assessed twice"]
    assert state.undecided == 2


def test_a_second_assessment_for_another_purpose_is_no_double_work(day: Evening, office: Session) -> None:
    (view,) = twice.views(office)
    office.record(Change(FieldKey("assessment", view.made[0].id, "purpose"), Purpose.SECOND.value))
    assert twice.views(office) == ()


def test_a_branch_is_explained_and_taken_in_as_a_stream_of_its_own(day: Evening, office: Session) -> None:
    (view,) = aside.views(office)
    assert view.is_branch
    assert view.person == "Ann"
    assert "their store was copied" in view.happened
    assert view.holds.startswith("It holds 1 evidence note, recorded ")
    assert view.came.startswith("Brought by a bundle from Ann, ")
    assert aside.branches(office) == 1
    notes = len(cases.written(office, "note", day.disputed))
    assert aside.take_in(office, view) == view.entries
    assert len(cases.written(office, "note", day.disputed)) == notes + 1
    assert aside.views(office) == ()


def test_what_a_sender_cannot_vouch_for_is_explained(day: Evening) -> None:
    session = day.open("office")
    team.give_role(session, person(session, "Lee"), Role.INSPECTOR)
    exchange.take_bundle(session, day.bundle("lee"))
    state = listing.show(session)
    kept = [item.view for item in state.of(ASIDE)]
    unlock.lock(session)
    assert kept
    assert all(isinstance(view, AsideView) and not view.is_branch for view in kept)
    assert any("cannot vouch for them" in view.happened for view in kept if isinstance(view, AsideView))


def test_what_a_role_does_not_record_is_kept_and_explained(day: Evening, office: Session) -> None:
    team.give_role(office, person(office, "Ben"), Role.ANALYST)
    found = [view for view in aside.views(office) if not view.is_branch]
    assert [view.person for view in found] == ["Ben"]
    assert "their role in this inspection does not record" in found[0].happened
    assert "change it on the team page" in found[0].means
    team.give_role(office, person(office, "Ben"), Role.INSPECTOR)
    assert [view for view in aside.views(office) if not view.is_branch] == []


def test_the_views_of_the_items_are_those_of_their_kind(office: Session) -> None:
    kinds = [type(item.view) for item in listing.show(office).items]
    assert kinds == [ConflictView, TwiceView, AsideView]


def test_the_lead_decides_too(day: Evening) -> None:
    lee = day.open("lee")
    exchange.take_files(lee, [day.bundle("ann"), day.bundle("ben")])
    view = conflict(lee)
    conflicts.settle(lee, view, view.sides[0].code, None, "Read with Ann")
    (work,) = twice.views(lee)
    twice.choose(lee, work, work.made[0].id, "Ben's own case")
    assert listing.undecided(lee) == 0
    assert assessments_of(lee)
    unlock.lock(lee)
