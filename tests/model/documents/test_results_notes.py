"""Footnotes of a table of results."""

from model.documents.results_notes import SUB_SAMPLE, UNSETTLED, Footnote, NoteOn, footnotes_for
from model.instruments.measure import Measure, MeasureKind
from model.measures import Tally, Why

MEASURE = Measure("m2_2_3", "2.2.3", MeasureKind.PROPORTION, "plan_safety", {"en": "Cases with a need."})


def test_nothing_is_said_of_a_rate_that_every_case_is_in() -> None:
    assert list(NoteOn.of_tally(MEASURE, Tally("m2_2_3", 96, 128, {}))) == []


def test_who_is_outside_for_good_and_who_only_for_now_are_said_apart() -> None:
    outside = {Why.NO_NEED: ("4101", "4102"), Why.CONFLICT: ("4103",)}
    settled, waiting = NoteOn.of_tally(MEASURE, Tally("m2_2_3", 80, 125, outside))
    assert settled == NoteOn("m2_2_3", "2.2.3: 125 of 128 (2 no need). Cases with a need.", SUB_SAMPLE)
    assert waiting == NoteOn("m2_2_3", "2.2.3: 1 conflict.", UNSETTLED)


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
