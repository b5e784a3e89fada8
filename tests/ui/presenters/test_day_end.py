"""What the page for the end of the day says: counts, what is open, and how far the hand-over has come."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from tests.practised import Practised
from tests.several import SUPERVISION, VICTIMS, holder_of, in_the_field, shared
from ui.actions import assess, exchange, home, practise
from ui.actions.answer import answer
from ui.actions.write import write
from ui.presenters import day_end
from ui.presenters.day_end import DayEnd, Row
from ui.reading import cases, inspections


def show(practised: Practised) -> DayEnd:
    return day_end.show(practised.session, practised.place)


def row_of(state: DayEnd, word: str) -> Row:
    return next(row for row in state.rows if row.said.word == word)


def words(state: DayEnd) -> str:
    return "\n".join(f"{notice.words} {notice.more}" for notice in state.notices)


def test_every_case_has_its_line_and_the_states_are_counted(practised: Practised) -> None:
    state = show(practised)
    assert state.counts == (
        ("all", "All", 17),
        ("not_started", "Not started", 13),
        ("reading", "Reading", 1),
        ("complete", "Complete", 3),
    )
    assert [row.number for row in state.rows] == sorted(row.number for row in state.rows)
    about = Counter(row.kind for row in state.rows)
    assert about == {
        "Case supervision": 6,
        "Court reports and case allocation": 2,
        "Statutory victim work": 2,
        "Officer interview": 6,
        "Meeting": 1,
    }
    assert row_of(state, "Complete").open == ""
    assert row_of(state, "Complete").done
    reading = row_of(state, "Reading")
    assert reading.open.startswith("30 of ")
    assert "needed to complete" in reading.open
    assert row_of(state, "Not started").open == ""
    assert row_of(state, "Not started").office.word == "Nothing recorded"


def test_before_the_first_bundle_everything_waits(practised: Practised) -> None:
    state = show(practised)
    assert "Nothing has been handed over yet." in words(state)
    assert "only then does a case read “received”" in words(state)
    assert row_of(state, "Complete").office.word == "Not yet received"


def test_only_the_offices_bundle_makes_a_case_received(tmp_path: Path, practised: Practised) -> None:
    written = exchange.write_fieldwork_bundle(practised.session, tmp_path)
    state = show(practised)
    assert "Last handed over today" in words(state)
    assert "Nothing was recorded since then." in words(state)
    assert row_of(state, "Complete").office.word == "Not yet received"
    practise.let_the_office_answer(practised.session, written.path)
    state = show(practised)
    assert row_of(state, "Complete").office.word == "Received"
    assert row_of(state, "Reading").office.word == "Received so far"
    assert "The office holds " in words(state)
    answer(practised.session, row_of(state, "Reading").assessment, "gender", "male")
    assert row_of(show(practised), "Reading").office.word == "Not yet received"
    assert row_of(show(practised), "Complete").office.word == "Received"


def test_days_without_a_hand_over_are_pointed_out_where_something_waits(
    tmp_path: Path, practised: Practised
) -> None:
    exchange.write_fieldwork_bundle(practised.session, tmp_path)
    practised.clock.advance(days=3)
    (notice,) = [notice for notice in show(practised).notices if "Last handed over" in notice.words]
    assert notice.words.startswith("Last handed over 3 days ago (")
    assert notice.tone == "sufficient"
    answer(practised.session, row_of(show(practised), "Reading").assessment, "gender", "male")
    (notice,) = [notice for notice in show(practised).notices if "Last handed over" in notice.words]
    assert (notice.tone, notice.more) == ("attention", "1 entry was recorded since then.")


def test_open_alerts_are_named_with_their_cases(practised: Practised) -> None:
    reading = row_of(show(practised), "Reading")
    for text in ("A child at risk.", "A partner at risk."):
        write(practised.session, "alert", practised.session.new_id(), text, assessment=reading.assessment)
    state = show(practised)
    assert "2 alerts open." in words(state)
    assert f"In case {reading.number}." in words(state)
    assert "2 open alerts" in row_of(state, "Reading").open


def test_inherited_judgements_wait_to_be_confirmed(practised: Practised) -> None:
    mine = practised.session
    reading = row_of(show(practised), "Reading")
    names = inspections.names(mine)
    colleague = replace(mine, author=next(id for id in names if names[id] == practise.COLLEAGUE))
    before = len(show(practised).rows)
    assess.hand_over(mine, reading.assessment, colleague.author, "Off sick")
    assert len(show(practised).rows) == before - 1
    state = day_end.show(colleague, practised.place)
    (row,) = state.rows
    assert "30 inherited to confirm" in row.open
    assert "30 inherited judgements not confirmed." in words(state)
    assess.confirm_inherited(colleague, reading.assessment, *cases.sheet(mine, reading.assessment).recorded)
    state = day_end.show(colleague, practised.place)
    assert "inherited" not in state.rows[0].open + words(state)


def test_the_lead_reads_folders(practised: Practised, tmp_path: Path) -> None:
    assert not show(practised).reads_folders
    assert show(practised).practice
    assert show(practised).last_place is None
    home.remember_place(practised.place, tmp_path)
    assert show(practised).last_place == tmp_path


def test_with_several_instruments_each_line_says_which(tmp_path: Path) -> None:
    office = in_the_field(tmp_path)
    case = shared(office, SUPERVISION, VICTIMS)
    session = holder_of(office, case)
    state = day_end.show(session, tmp_path)
    number = cases.cases(session)[case].number
    assert state.several_kinds
    assert [row.kind for row in state.rows if row.number == number] == ["Supervision", "Victim work"]
    office.close()
