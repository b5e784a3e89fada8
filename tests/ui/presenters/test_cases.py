"""Today's cases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.instruments.reader import fingerprint_of
from tests.apart import ABOUT_CASE, bring
from tests.fieldwork import MEGAN, OWEN, Clock, allot, begin
from tests.several import SUPERVISION, VICTIMS, drawn, holder_of, in_the_field, made_for, shared
from ui.actions import assess
from ui.actions.answer import answer
from ui.actions.close_alert import close_alert
from ui.actions.schedule import schedule_interview
from ui.actions.write import write
from ui.presenters import cases
from ui.presenters.assessment import moves
from ui.presenters.cases import ALL
from ui.reading import cases as cases_read
from ui.reading.cases import cases as cases_held
from ui.session import Session


@pytest.fixture
def megan(tmp_path: Path) -> Iterator[Session]:
    session = begin(tmp_path, clock=Clock())
    yield session
    session.store.close()


def test_a_row_says_what_is_to_be_seen_before_opening(megan: Session) -> None:
    assessment = allot(megan, 1, officer="Zoë Thompson", ldu="Preston")
    answer(megan, assessment, "gender", "male")
    schedule_interview(megan, assessment, "2018-10-09T10:30")
    write(megan, "point", "1" * 32, "Ask", assessment=assessment)
    for alert in ("2" * 32, "3" * 32):
        write(megan, "alert", alert, "At risk", assessment=assessment)
    close_alert(megan, "3" * 32, "The duty manager went there")
    (row,) = cases.show(megan).rows
    assert (row.number, row.officer, row.unit, row.said.word) == (
        "4001",
        "Zoë Thompson",
        "Preston",
        "Reading",
    )
    assert (row.progress.words, row.interview_words) == (f"1 of {row.progress.asked}", "tomorrow 10:30")
    assert (row.raised, row.is_today, row.is_mine) == ("1 alert, 1 point", False, True)


def test_interviews_of_today_come_first_and_what_is_done_last(megan: Session) -> None:
    for number in range(1, 6):
        allot(megan, number)
    ids = [row.assessment for row in cases.show(megan).rows]
    schedule_interview(megan, ids[3], "2018-10-08T14:00")
    schedule_interview(megan, ids[2], "2018-10-08T09:00")
    schedule_interview(megan, ids[4], "2018-10-10T09:00")
    moves.move(megan, ids[0], "cannot_inspect", "The record is with the court")
    rows = cases.show(megan).rows
    assert [row.number for row in rows] == ["4003", "4004", "4002", "4005", "4001"]
    assert [one.words[-4:] for one in cases.today(rows)] == ["4003", "4004"]


def test_chips_count_what_they_would_show(megan: Session) -> None:
    first, second = allot(megan, 1), allot(megan, 2)
    answer(megan, first, "gender", "male")
    schedule_interview(megan, second, "2018-10-08T14:00")
    rows = cases.show(megan).rows
    counts = {code: count for code, _, count in cases.chips(rows)}
    assert (counts[ALL], counts["reading"], counts["not_started"], counts["today"], counts["alert"]) == (
        2,
        1,
        1,
        1,
        0,
    )
    for code, count in counts.items():
        assert len(cases.wanted(rows, code, "", everybody=False)) == count


def test_typed_words_must_all_be_there(megan: Session) -> None:
    allot(megan, 1, officer="Zoë Thompson", ldu="Preston")
    allot(megan, 2, officer="Mark Dixon", ldu="Preston")
    rows = cases.show(megan).rows
    assert [row.number for row in cases.wanted(rows, ALL, "preston mark", everybody=False)] == ["4002"]
    assert cases.wanted(rows, ALL, "4001 mark", everybody=False) == ()
    assert cases.wanted(rows, "judged", "preston", everybody=False) == ()


def test_others_cases_are_shown_when_asked_for(megan: Session) -> None:
    allot(megan, 1, holder=MEGAN)
    allot(megan, 2, holder=OWEN)
    state = cases.show(megan)
    assert state.others == 1
    assert [row.number for row in cases.wanted(state.rows, ALL, "", everybody=False)] == ["4001"]
    everybody = cases.wanted(state.rows, ALL, "", everybody=True)
    assert [row.holder for row in everybody] == ["Megan Price", "Owen Hart"]


def test_a_store_without_cases_has_no_rows(megan: Session) -> None:
    state = cases.show(megan)
    assert (state.rows, state.others, state.several_kinds) == ((), 0, False)


def test_a_case_of_two_samples_has_a_row_for_each_that_names_the_other(tmp_path: Path) -> None:
    office = in_the_field(tmp_path)
    case = shared(office, SUPERVISION, VICTIMS)
    session, made = holder_of(office, case), made_for(office, case)
    answer(session, made[SUPERVISION], "gender", "male")
    state = cases.show(session)
    rows = {row.assessment: row for row in state.rows}
    assert state.several_kinds
    here, there = rows[made[SUPERVISION]], rows[made[VICTIMS]]
    assert here.number == there.number
    assert (here.kind, here.progress.words, here.also) == ("Supervision", "1 of 3", "Victim work")
    assert (there.kind, there.progress.words, there.also) == ("Victim work", "1 of 3", "Supervision")
    assert (here.officer, there.officer) == (
        cases_held(session)[case].facts(SUPERVISION)["officer"],
        cases_held(session)[case].facts(VICTIMS)["officer"],
    )
    counts = dict(cases.kinds(state.rows))
    assert counts[ALL] == f"All kinds ({len(rows)})"
    for kind in {row.kind for row in state.rows}:
        kept = cases.wanted(state.rows, ALL, "", everybody=True, kind=kind)
        assert {row.kind for row in kept} == {kind}
        assert counts[kind] == f"{kind} ({len(kept)})"
    office.close()


def test_what_is_asked_beside_an_assessment_has_no_row_of_its_own_until_only_that_is_left(
    tmp_path: Path,
) -> None:
    office = drawn(tmp_path)
    bring(office.session, ABOUT_CASE)
    office.allocate(SUPERVISION).hand_out()
    session = office.people["Ann Archer"]
    main = next(row for row in cases.show(session).rows if row.is_mine)
    case = cases_read.sheet(session, main.assessment).case.id
    beside = assess.start_assessment(session, case, fingerprint_of(ABOUT_CASE))

    def shown(kind: str = ALL) -> list[str]:
        kept = cases.wanted(cases.show(session).rows, ALL, main.number, everybody=False, kind=kind)
        return [row.assessment for row in kept]

    assert shown() == [main.assessment]
    assert shown("Interview about the case") == [beside]
    assert (
        dict(cases.kinds(cases.show(session).rows))[ALL] == f"All kinds ({len(cases.show(session).rows) - 1})"
    )
    moves.move(session, main.assessment, "cannot_inspect", "The record is with the court")
    assert sorted(shown()) == sorted([main.assessment, beside])
    moves.move(session, beside, "cannot_inspect", "The officer has left")
    assert shown() == [main.assessment]
    office.close()
