"""The interview view says who asks and what the paper says; interviews of today stand beside the cases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import Office
from tests.several import SUPERVISION, list_of, several
from ui.actions import officers
from ui.actions.answer import answer
from ui.actions.interview import give_interviews
from ui.actions.print_paper import INSPECTORS_COPY, INTERVIEW_SHEET, preview
from ui.actions.schedule import schedule_interview
from ui.presenters import case, interview, papers
from ui.presenters import cases as page_of_cases
from ui.reading import cases, documents, interviews
from ui.session import Session


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = several(tmp_path).read(list_of(tmp_path, SUPERVISION, range(12)), SUPERVISION)
    made.draw(10, SUPERVISION).allocate(SUPERVISION)
    yield made
    made.close()


def first_case(session: Session) -> str:
    made = (one for one, _ in cases.assessments(session).values())
    return min(one.id for one in made if one.case and one.holder == session.author)


def confirm_and_give(office: Office) -> None:
    officers.confirm(office.session, interviews.directory(office.session).proposals)
    give_interviews(office.session)


def test_before_anybody_is_confirmed_the_list_s_name_stands_and_nobody_asks(office: Office) -> None:
    ann = office.hand_out().people["Ann Archer"]
    state = interview.show(ann, first_case(ann))
    assert state.name.startswith("Supervision ")
    assert state.subject == state.name
    assert "Nobody is named yet" in state.asks
    assert state.own == ()


def test_after_that_the_officer_is_confirmed_and_the_paper_says_the_same(office: Office) -> None:
    confirm_and_give(office)
    ann = office.hand_out().people["Ann Archer"]
    mine = next(one for one, _ in cases.assessments(ann).values() if one.officer and one.holder == ann.author)
    state = interview.show(ann, mine.id)
    assert state.subject == mine.officer
    assert [id for id, _ in state.own] == [mine.id]
    assert state.asks.startswith("You ask")
    if state.cases:
        sheet = documents.interview_sheet_of(ann, state.subject)
        assert (sheet.officer, sheet.asked_by) == (state.name, "")
        assert sheet.numbers == tuple(case.number for case in state.cases)
        offered = papers.show(ann).of(INTERVIEW_SHEET)
        assert offered is not None
        assert state.subject in dict(offered.subjects)
        assert preview(ann, INTERVIEW_SHEET, state.subject).pdf.startswith(b"%PDF")


def test_what_only_the_list_says_is_told_from_what_was_found(office: Office) -> None:
    ann = office.hand_out().people["Ann Archer"]
    assessment = first_case(ann)

    def shown() -> list[str]:
        (case,) = (one for one in interview.show(ann, assessment).cases if one.assessment == assessment)
        return [fact.value for fact in case.facts]

    assert all(value.endswith(" (list)") for value in shown())
    answer(ann, assessment, "gender", "male")
    assert shown() == ["Male"]


def test_the_time_of_an_interview_is_kept_with_the_officer_and_stands_on_today_s_cases(
    office: Office,
) -> None:
    confirm_and_give(office)
    ann = office.hand_out().people["Ann Archer"]
    mine = next(one for one, _ in cases.assessments(ann).values() if one.officer and one.holder == ann.author)
    day = ann.clock().astimezone().date()
    state = interview.set_time(ann, interview.show(ann, mine.id), f"{day}T14:30")
    assert state.interview_words == "today 14:30"
    if state.cases:
        assert case.show(ann, state.cases[0].assessment).interview_words == "today 14:30"
    shown = page_of_cases.show(ann)
    (today,) = page_of_cases.today(shown.rows, shown.apart)
    assert (today.time, today.words, today.page) == ("14:30", state.name, "interview")
    schedule_interview(ann, first_case(ann), f"{day}T09:15")
    shown = page_of_cases.show(ann)
    assert [one.time for one in page_of_cases.today(shown.rows, shown.apart)] == ["09:15", "14:30"]


def test_what_is_not_about_a_case_is_printed_under_its_own_name_and_named_in_no_file(office: Office) -> None:
    confirm_and_give(office)
    ann = office.hand_out().people["Ann Archer"]
    mine = next(one for one, _ in cases.assessments(ann).values() if one.officer and one.holder == ann.author)
    offered = papers.show(ann).of(INSPECTORS_COPY)
    assert offered is not None
    words = dict(offered.subjects)[mine.id]
    assert words.startswith("Officer Supervision ")
    paper = preview(ann, INSPECTORS_COPY, mine.id)
    assert mine.id[:8] in paper.file_name
    assert "upervision" not in paper.file_name
    assert documents.inspectors_copy_of(ann, mine.id).about == f"Officer {words.split(' · ')[0][8:]}"


def test_other_cases_of_an_officer_are_those_that_were_confirmed_as_theirs(office: Office) -> None:
    confirm_and_give(office)
    known = next(one for one in interviews.directory(office.session).known if len(one.cases) > 1)
    first = known.cases[0]
    made = next(one.id for one, _ in cases.assessments(office.session).values() if one.case == first.id)
    before = {other.number for other in case.show(office.session, made).others}
    assert before == {one.number for one in known.cases} - {first.number}
    officers.split(office.session, known.officer.id, [first.id])
    assert case.show(office.session, made).others == ()
