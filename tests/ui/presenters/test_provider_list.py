"""The list page's state: every row of the file with its standing, twins, columns, and what is taken in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.refusal import Refusal
from tests.office import PRACTICE_LIST, SAMPLE, Office, row, set_up, small_list
from ui.actions import draw_sample
from ui.presenters import provider_list
from ui.presenters.provider_list import PreviewState
from ui.reading import samples
from ui.session import Session


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection()
    yield made
    made.close()


def silent(done: int, total: int, words: str) -> None:
    """Take no notice of progress."""


def preview(session: Session, file: Path, **decided: int) -> PreviewState:
    return provider_list.preview(session, SAMPLE, file, decided, tell=silent)


def test_the_practice_list_row_by_row(office: Office) -> None:
    told: list[tuple[int, int, str]] = []
    state = provider_list.preview(
        office.session, SAMPLE, PRACTICE_LIST, {}, tell=lambda *what: told.append(what)
    )
    assert told == [(0, 0, "Reading case_supervision_list.csv")]
    assert {code: count for code, _, count in state.chips} == {
        "look": 10,
        "refused": 1,
        "left blank": 6,
        "mended": 3,
        "understood": 561,
        "all": 571,
    }
    assert (state.cases, len(state.lines), state.undecided, state.twins) == (570, 571, 0, ())
    looked_at = {line.row: line for line in state.lines if line.kind != "understood"}
    assert looked_at[42].remarks == "Gender: “ male” read as “Male”."
    assert looked_at[179].remarks == "Sentence type: The list says nothing here."
    assert looked_at[79].remarks == "RoSH level: “HIGH” read as “High”."
    assert (looked_at[572].said.word, looked_at[572].values) == ("Refused", ())
    assert ("Gender", "Male") in looked_at[42].values
    assert ("Date of birth", "14 Aug 1969") in looked_at[42].values
    assert samples.rows(office.session, SAMPLE) == ()


def test_columns_are_found_not_found_or_unknown(office: Office) -> None:
    file = small_list(office.folder, 3)
    file.write_text(file.read_text("utf-8-sig").replace("Surname", "Shoe size"), "utf-8")
    state = preview(office.session, file)
    said = {(line.heading, line.field): line.said.word for line in state.columns}
    assert said["Shoe size", ""] == "Not known here"
    assert said["", "Surname"] == "Not in this list"
    assert said["LDU", "Local delivery unit"] == "Found"
    assert state.columns_words == "6 columns understood, 14 not in this list, 1 not known here, and left out"


def test_twins_say_where_they_differ_and_the_chosen_row_counts(office: Office) -> None:
    file = small_list(office.folder, 5, [row(2, gender="Female"), row(3, rosh="n/k")])
    state = preview(office.session, file)
    assert state.undecided == 2
    assert [[(each.row, each.words) for each in twin.rows] for twin in state.twins] == [
        [(4, "Gender: Male"), (7, "Gender: Female")],
        [(5, "RoSH level: High"), (8, "RoSH level: blank")],
    ]
    assert state.cases == 3
    state = preview(office.session, file, X000002=7)
    assert (state.undecided, state.cases) == (1, 4)
    assert [twin.decided for twin in state.twins] == [7, 0]
    taken = next(line for line in state.lines if line.row == 7)
    assert ("Gender", "Female") in taken.values


def test_what_was_previewed_is_taken_in_once(office: Office) -> None:
    state = preview(office.session, small_list(office.folder))
    now = provider_list.accept(office.session, state, tell=silent)
    assert now.said == "20 cases taken in"
    assert now.saved
    assert now.taken_in is not None
    assert now.taken_in.words == "20 eligible cases taken in."
    assert not any("Name1" in str(case.values) for case in now.taken_in.cases)
    first = now.taken_in.cases[0]
    assert (first.reference, first.officer) == ("X000000", "Officer 0")
    assert first.stratum == "Female · Community sentence · Medium"
    with pytest.raises(Refusal, match="already"):
        provider_list.accept(office.session, state, tell=silent)


def test_a_list_is_erased_until_something_is_drawn_from_it(office: Office) -> None:
    office.read(small_list(office.folder))
    now = provider_list.erase(office.session, SAMPLE, tell=silent)
    assert now.taken_in is None
    office.read(small_list(office.folder)).draw(4)
    shown = provider_list.show(office.session).taken_in
    assert shown is not None
    assert not shown.may_erase
    with pytest.raises(Refusal, match="drawn from"):
        provider_list.erase(office.session, SAMPLE, tell=silent)


def test_after_closing_the_page_says_that_the_list_is_gone(office: Office) -> None:
    office.read(small_list(office.folder)).draw(4)
    draw_sample.close_draw(office.session, samples.draws(office.session)[0].id)
    shown = provider_list.show(office.session).taken_in
    assert shown is not None
    assert (shown.words, shown.cases) == ("The list was erased when the draw was closed.", ())


def test_what_is_no_list_is_refused_in_words(office: Office) -> None:
    file = office.folder / "letter.csv"
    file.write_text("Dear office,\nhere is our list.\n")
    with pytest.raises(Refusal, match="no column for"):
        preview(office.session, file)
