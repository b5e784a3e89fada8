"""Which documents a person can ask for, and that printing and saving are numbered and recorded."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from model.refusal import Refusal
from storage import projection
from tests.merging import SAMPLE, Evening, assessments_of
from tests.several import SUPERVISION, VICTIMS, holder_of, in_the_field, made_for, shared
from ui.actions import exchange, unlock
from ui.actions.print_paper import CASE_SUMMARY, DRAW, INSPECTORS_COPY, INTERVIEW_SHEET, RESULTS
from ui.presenters import papers
from ui.reading import cases
from ui.reading.results import WHOLE
from ui.session import Session


@pytest.fixture
def opened(day: Evening) -> Iterator[Callable[[str], Session]]:
    sessions: list[Session] = []

    def open_store(who: str) -> Session:
        sessions.append(day.open(who))
        return sessions[-1]

    yield open_store
    for session in sessions:
        unlock.lock(session)


def prints(session: Session) -> list[tuple[object, object]]:
    found = projection.read_subjects(session.store.db, session.inspection, "print").values()
    return sorted((str(fields["number"].value), fields["document"].value) for fields in found)


def test_an_inspector_is_offered_papers_of_their_own_cases_and_no_ratings(
    opened: Callable[[str], Session],
) -> None:
    ann = opened("ann")
    state = papers.show(ann)
    assert [one.document for one in state.offered] == [CASE_SUMMARY, INSPECTORS_COPY, INTERVIEW_SHEET]
    summary, copy = state.of(CASE_SUMMARY), state.of(INSPECTORS_COPY)
    assert summary is not None
    assert copy is not None
    assert {id for id, _ in summary.subjects} == set(assessments_of(ann))
    assert copy.is_private
    assert not summary.is_private
    number = cases.sheet(ann, summary.subjects[0][0]).case.number
    assert summary.subjects[0][1].startswith(f"{number} · Officer ")
    assert summary.subjects[0][1].endswith(" · Complete")


def test_the_office_is_offered_every_case_the_draw_and_the_results(
    day: Evening, opened: Callable[[str], Session]
) -> None:
    office = opened("office")
    exchange.take_files(office, [day.bundle("ann")])
    state = papers.show(office)
    documents = {one.document: one for one in state.offered}
    assert list(documents) == [CASE_SUMMARY, INSPECTORS_COPY, RESULTS, DRAW]
    assert len(documents[CASE_SUMMARY].subjects) == 6
    assert any(words.endswith(" · Ann") for _, words in documents[CASE_SUMMARY].subjects)
    assert documents[RESULTS].subjects == (
        (WHOLE, "Whole inspection · 2 of 6 received"),
        (SAMPLE, "Case supervision · 2 of 6 received"),
    )
    assert documents[DRAW].subjects[0][1] == "Case supervision · seed a seed"


def test_the_lead_sees_all_cases_and_the_results_but_no_draw(opened: Callable[[str], Session]) -> None:
    documents = [one.document for one in papers.show(opened("lee")).offered]
    assert documents == [CASE_SUMMARY, INSPECTORS_COPY, INTERVIEW_SHEET, RESULTS]


def test_a_preview_is_no_print(opened: Callable[[str], Session]) -> None:
    ann = opened("ann")
    laid = papers.preview(ann, CASE_SUMMARY, assessments_of(ann)[0])
    assert laid.pdf.startswith(b"%PDF")
    assert prints(ann) == []


def test_printing_and_saving_are_numbered_one_after_the_other(
    day: Evening, opened: Callable[[str], Session]
) -> None:
    ann = opened("ann")
    assessment = assessments_of(ann)[0]
    first = papers.print_out(ann, CASE_SUMMARY, assessment)
    second = papers.save(ann, INSPECTORS_COPY, assessment, day.folder)
    start = ann.author[:4].upper()
    assert (first.number, second.number) == (f"{start}-1", f"{start}-2")
    assert prints(ann) == [(f"{start}-1", CASE_SUMMARY), (f"{start}-2", INSPECTORS_COPY)]
    number = cases.sheet(ann, assessment).case.number
    assert second.file == f"inspectors-copy-{number}-{start}-2.pdf"
    assert (day.folder / second.file).read_bytes() == second.laid.pdf
    assert first.file == ""


def test_a_folder_that_cannot_be_written_is_refused_in_words(
    day: Evening, opened: Callable[[str], Session]
) -> None:
    ann = opened("ann")
    with pytest.raises(Refusal):
        papers.save(ann, CASE_SUMMARY, assessments_of(ann)[0], day.folder / "not there")


def test_with_several_instruments_each_case_is_offered_with_its_own(tmp_path: Path) -> None:
    office = in_the_field(tmp_path)
    case = shared(office, SUPERVISION, VICTIMS)
    session, made = holder_of(office, case), made_for(office, case)
    offered = papers.show(session).of(papers.OF_A_CASE)
    assert offered is not None
    words = dict(offered.subjects)
    for sample, title in ((SUPERVISION, "Supervision"), (VICTIMS, "Victim work")):
        officer = cases.sheet(session, made[sample]).listed["officer"]
        assert words[made[sample]].split(" · ")[1:3] == [title, officer]
    office.close()
