"""Searching in every note: what is found, where it stands, and its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practised import Practised
from ui.actions.write import remove, write
from ui.presenters import search
from ui.presenters.search import Span, spans
from ui.reading import cases


def test_a_note_is_found_with_its_case_and_question(practised: Practised) -> None:
    state = search.show(practised.session, "children contact")
    assert state.said == "1 place, the best match first. Enter opens one."
    (found,) = state.found
    assert (found.kind, found.at) == ("Evidence note", "plan_safety")
    assert found.question.startswith("2.2.3  Does planning")
    assert found.about.startswith("you, ")
    assert [span.words for span in found.spans if span.found] == ["contact", "children", "children"]
    assert found.snippet.startswith("The plan names no contact with children’s services")
    sheet = cases.sheet(practised.session, found.assessment)
    assert found.place == f"Case {sheet.case.number}"


def test_chronology_points_and_alerts_are_found_too(practised: Practised) -> None:
    mine = next(iter(cases.assessments(practised.session)))
    write(practised.session, "alert", practised.session.new_id(), "Zebra crossing.", assessment=mine)
    assert [found.kind for found in search.show(practised.session, "zeb").found] == ["Alert"]
    (line,) = search.show(practised.session, "released licence").found
    assert (line.kind, line.question, line.at) == ("Chronology", "", "")
    assert {found.kind for found in search.show(practised.session, "child").found} == {
        "Evidence note", "Point to raise",
    }  # fmt: skip


def test_what_was_removed_is_not_found(practised: Practised) -> None:
    (found,) = search.show(practised.session, "contact children").found
    note = next(n for n in cases.written(practised.session, "note") if n.assessment == found.assessment)
    remove(practised.session, "note", note.id)
    assert search.show(practised.session, "contact children").found == ()


@pytest.mark.parametrize("words", ["", "  ", "zzzz", '"', "NEAR(", "* OR ("])
def test_nothing_and_oddities_find_nothing_quietly(practised: Practised, words: str) -> None:
    state = search.show(practised.session, words)
    assert state.found == ()
    assert bool(state.said) is bool(words.strip())


def test_markup_in_a_note_stays_text(practised: Practised) -> None:
    mine = next(iter(cases.assessments(practised.session)))
    text = "<b>bold</b> & ⟦odd⟧ quokka"
    write(practised.session, "note", practised.session.new_id(), text, assessment=mine)
    (found,) = search.show(practised.session, "quokka").found
    assert "<b>bold</b> &" in found.snippet


@pytest.mark.parametrize(
    ("snippet", "cut"),
    [
        ("", ()),
        ("plain", (Span("plain", False),)),
        ("a ⟦b⟧ c", (Span("a ", False), Span("b", True), Span(" c", False))),
        ("⟦a⟧⟦b⟧", (Span("a", True), Span("b", True))),
        ("half ⟦open", (Span("half ⟦open", False),)),
        ("half⟧ shut", (Span("half⟧ shut", False),)),
    ],
)
def test_marks_are_cut_out(snippet: str, cut: tuple[Span, ...]) -> None:
    assert spans(snippet) == cut


@given(st.text(alphabet="ab ⟦⟧"))
def test_no_text_is_lost_whatever_people_type(snippet: str) -> None:
    kept = "".join(span.words for span in spans(snippet))
    assert kept.replace("⟦", "").replace("⟧", "") == snippet.replace("⟦", "").replace("⟧", "")
    assert all(span.words for span in spans(snippet))
