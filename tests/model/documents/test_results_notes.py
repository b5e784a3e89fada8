"""Footnotes of a table of results."""

from dataclasses import replace

from model.documents.results_notes import (
    NOTHING_COUNTS,
    SUB_SAMPLE,
    UNSETTLED,
    Footnote,
    NoteOn,
    footnotes_for,
    notes_on,
    outside_in_words,
    small_base,
)
from model.measures import Mean, Results, Tally, Why
from tests.model.documents.varied import found


def notes(
    measure: str, result: Tally | Mean, *, small_base: int = 0, base_beside: bool = False
) -> list[NoteOn]:
    """What is said of a measure of the varied programme that counted this."""
    whole = found(small_base=small_base)
    tallies = {measure: result} if isinstance(result, Tally) else {}
    means = {measure: result} if isinstance(result, Mean) else {}
    shown = replace(whole, results=Results(tallies, {}, means))
    return list(notes_on(shown, whole.programme.measure(measure), base_beside=base_beside))


def test_nothing_is_said_of_a_rate_that_every_case_is_in() -> None:
    assert notes("m_safety", Tally("m_safety", 96, 128, {})) == []


def test_who_is_outside_for_good_and_who_only_for_now_are_said_apart() -> None:
    outside = {Why.NO_NEED: ("4101", "4102"), Why.CONFLICT: ("4103",)}
    settled, waiting = notes("m_safety", Tally("m_safety", 80, 125, outside))
    assert settled == NoteOn("m_safety", "2.1.2: 125 of 128 (2 no need). cases with a need", SUB_SAMPLE)
    assert waiting == NoteOn("m_safety", "2.1.2: 1 conflict.", UNSETTLED)
    (only,) = notes("m_safety", Tally("m_safety", 80, 125, outside), base_beside=True)
    assert only.heading == UNSETTLED


def test_a_small_base_is_warned_of_in_words() -> None:
    (warning,) = notes("m_engage", Tally("m_engage", 9, 16, {}), small_base=20)
    assert warning == NoteOn("m_engage", "", small_base(16))
    assert small_base(16) == "Small base: of 16, each case is 6.25 percentage points."
    assert notes("m_engage", Tally("m_engage", 9, 20, {}), small_base=20) == []


def test_what_a_mean_leaves_out_is_named() -> None:
    (left,) = notes("criterion", Mean("criterion", None, (), ("m_engage", "m_safety")))
    assert left == NoteOn("criterion", "C: without 2.1.1, 2.1.2.", NOTHING_COUNTS)


def test_those_outside_are_told_in_words() -> None:
    outside = {Why.NOT_AMONG: ("1",), Why.NOT_APPLICABLE: ("2", "3"), Why.NOT_KNOWN_YET: ("4",)}
    assert outside_in_words(outside) == ("1 not in this group, 2 not applicable", "1 not known yet")
    assert outside_in_words({}) == ("", "")


def test_notes_of_one_heading_share_a_number_and_others_have_their_own() -> None:
    notes = [
        NoteOn("m1", "first.", SUB_SAMPLE),
        NoteOn("s1", "by discretion."),
        NoteOn("m2", "second.", SUB_SAMPLE),
    ]
    assert footnotes_for(notes) == (
        Footnote(1, SUB_SAMPLE + "first. second.", ("m1", "m2")),
        Footnote(2, "by discretion.", ("s1",)),
    )
