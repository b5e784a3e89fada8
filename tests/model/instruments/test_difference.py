"""The difference of two versions names everything that changed, and nothing that did not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.answers import Answer
from model.instruments.difference import What, difference, not_shared
from model.instruments.difference_words import described
from model.instruments.routing import State, carry, states
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, swapped
from tests.model.instruments.woven import woven

HELD = instrument()

EDITS = {
    "wording": ('text.en = "Score"', 'text.en = "The score"', "score", What.WORDING),
    "welsh": ('text.en = "Score"', 'text.en = "Score"\ntext.cy = "Prawf"', "score", What.WORDING),
    "guidance": ('where.en = "The record."', 'where.en = "The file."', "engage", What.GUIDANCE),
    "line": (
        'not_clear = { label.en = "Not clear from records", key = "c" }',
        'not_clear = { label.en = "Not clear from records", key = "c", line = "below" }',
        "sentence",
        What.OPTIONS,
    ),
    "routing": (
        'when = { question = "safety_need", is = ["yes"] }',
        'when = { question = "safety_need", is = ["yes", "no"] }',
        "safety",
        What.ROUTING,
    ),
    "meaning": ("meaning = 2", "meaning = 3", "engage", What.MEANING),
    "range": ("maximum = 100", "maximum = 50", "score", What.KIND),
    "code": ('code = "F3"', 'code = "F3a"', "score", What.ORDER),
}


def changed(text: str = INSTRUMENT_TEXT, *edits: str) -> str:
    for edit in edits:
        text = swapped(text, *EDITS[edit][:2])
    return text


def test_a_version_and_itself_do_not_differ() -> None:
    found = difference(HELD, instrument())
    assert found.is_none
    assert described(found) == ("No difference: the same questions in the same words.",)


@given(woven())
def test_no_instrument_differs_from_itself(held: object) -> None:
    assert difference(held, held).is_none  # type: ignore[arg-type]


@pytest.mark.parametrize("edit", EDITS)
def test_each_sort_of_change_is_named_at_its_question_and_nowhere_else(edit: str) -> None:
    _, _, question, what = EDITS[edit]
    found = difference(HELD, instrument(changed(INSTRUMENT_TEXT, edit)))
    (only,) = found.questions
    assert (only.id, {change.what for change in only.changes}) == (question, {what})
    assert only.asks_again == (edit in ("meaning", "range"))
    assert any(only.code in line for line in described(found))


@given(st.sets(st.sampled_from(sorted(EDITS)), min_size=1).map(lambda edits: edits - {"welsh"}))
def test_changes_add_up(edits: set[str]) -> None:
    found = difference(HELD, instrument(changed(INSTRUMENT_TEXT, *sorted(edits))))
    assert {each.id for each in found.questions} == {EDITS[edit][2] for edit in edits}
    assert sum(len(each.changes) for each in found.questions) == len(edits)


def test_the_line_of_an_option_is_told_with_what_becomes_of_answers() -> None:
    words = "\n".join(described(difference(HELD, instrument(changed(INSTRUMENT_TEXT, "line")))))
    assert "line of “Not clear from records”: outside the base → below the line" in words
    assert "Answers given before stand, and count by the new line." in words


def test_a_new_id_that_names_the_old_one_is_the_same_question() -> None:
    renamed = swapped(INSTRUMENT_TEXT, 'id = "score"\n', 'id = "risk_score"\nwas = ["score"]\n')
    after = instrument(renamed)
    (only,) = difference(HELD, after).questions
    assert (only.id, only.was, only.asks_again) == ("risk_score", "score", False)
    assert not not_shared(HELD, after)
    assert carry(after, {"score": Answer(4, meaning=1)})["risk_score"].value == 4


def test_without_that_one_is_gone_and_the_other_new() -> None:
    after = instrument(swapped(INSTRUMENT_TEXT, 'id = "score"\n', 'id = "risk_score"\n'))
    found = difference(HELD, after)
    assert {each.id: each.changes[0].what for each in found.questions} == {
        "risk_score": What.NEW,
        "score": What.GONE,
    }
    assert found.new == ("risk_score",)
    assert not_shared(HELD, after) == {"risk_score"}


def test_two_instruments_are_not_compared() -> None:
    other = instrument(swapped(INSTRUMENT_TEXT, 'id = "supervision"', 'id = "another"'))
    with pytest.raises(ValueError, match="two instruments"):
        difference(HELD, other)


@given(
    st.sets(st.sampled_from(sorted(set(EDITS) - {"welsh"}))),
    st.dictionaries(
        st.sampled_from(["engage", "safety_need", "safety", "factor_drugs"]), st.sampled_from(["yes", "no"])
    ),
    st.none() | st.integers(0, 100),
)
def test_carrying_over_loses_no_answer(edits: set[str], chosen: dict[str, str], score: int | None) -> None:
    """What was answered is answered, is asked again, or is set aside; it is there in each of them."""
    after = instrument(changed(INSTRUMENT_TEXT, *sorted(edits)))
    given_before = {name: Answer(code, meaning=HELD.question(name).meaning) for name, code in chosen.items()}
    if score is not None:
        given_before["score"] = Answer(score, meaning=1)
    carried = carry(after, given_before)
    assert carried == given_before
    again = set(difference(HELD, after).asked_again)
    was, now = states(HELD, given_before), states(after, carried)
    for name in given_before:
        if was[name] is State.ANSWERED and name not in again:
            assert now[name] in (State.ANSWERED, State.SET_ASIDE, State.NOT_KNOWN_YET)
        if now[name] is State.ASK_AGAIN:
            assert name in again
