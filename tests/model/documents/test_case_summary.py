"""The case summary lies before the officer: whatever the answers are, it tells nothing of a judgement."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from model.answers import NOT_APPLICABLE, Answer, Answers, Value
from model.documents.case_summary import case_summary
from model.documents.facts import is_open_fact
from model.documents.material import CaseFacts, ChronologyLine, Point
from model.instruments.instrument import Instrument, Part, Question

CASE = CaseFacts("K7QX-2M", "Zoë Thompson", "Cheshire West", "2018-10-09 09:30", {"gender": "male"})
LINES = [
    ChronologyLine("2018-05-30", "later"),
    ChronologyLine("", "undated"),
    ChronologyLine("2018-04-09", "first"),
]
POINTS = [Point("assess_safety", "one"), Point(None, "two"), Point("not in this version", "three")]


def _secretive(instrument: Instrument) -> Instrument:
    """The same instrument with labels by which any answer that is not an open fact would be recognised."""

    def marked(question: Question) -> Question:
        if is_open_fact(question):
            return question
        options = tuple(replace(option, label={"en": f"SECRET {option.code}"}) for option in question.options)
        return replace(question, options=options)

    views = tuple(
        replace(
            view,
            sections=tuple(
                replace(section, questions=tuple(map(marked, section.questions))) for section in view.sections
            ),
        )
        for view in instrument.views
    )
    return replace(instrument, views=views)


def _any_answer(question: Question) -> st.SearchStrategy[Answer]:
    codes = [option.code for option in question.options]
    values: list[st.SearchStrategy[Value]] = [st.just(NOT_APPLICABLE), st.just("SECRET words")]
    if codes:
        values += [st.sampled_from(codes), st.lists(st.sampled_from(codes), unique=True).map(tuple)]
    return st.builds(Answer, st.one_of(values), st.sampled_from([None, "SECRET reason"]), st.booleans())


def _answers(instrument: Instrument) -> st.SearchStrategy[Answers]:
    closed = [question for question in instrument.questions.values() if not is_open_fact(question)]
    some = st.lists(st.sampled_from(closed), unique_by=lambda question: question.id, max_size=25)
    return some.flatmap(lambda chosen: st.fixed_dictionaries({each.id: _any_answer(each) for each in chosen}))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_judgement_changes_a_single_word_of_it(instrument: Instrument, data: st.DataObject) -> None:
    secretive = _secretive(instrument)
    facts = {"gender": Answer("female"), "domestic_abuse": Answer("not_clear")}
    judged = case_summary(secretive, CASE, {**facts, **data.draw(_answers(secretive))}, LINES, POINTS)
    assert judged == case_summary(secretive, CASE, facts, LINES, POINTS)
    assert "SECRET" not in repr(judged)


def test_the_labels_that_must_not_appear_are_there_to_be_found(instrument: Instrument) -> None:
    """The check on the check: an open fact with such a label would have been noticed."""
    secretive = _secretive(instrument)
    assert "SECRET" in repr([question.options for question in secretive.questions.values()])


def test_the_chronology_is_in_order_and_what_has_no_date_comes_last(instrument: Instrument) -> None:
    summary = case_summary(instrument, CASE, {}, LINES, [])
    assert [line.text for line in summary.chronology] == ["first", "later", "undated"]


def test_points_keep_their_order_and_so_their_codes(instrument: Instrument) -> None:
    points = case_summary(instrument, CASE, {}, [], POINTS).points
    assert [(point.code, point.text) for point in points] == [("P1", "one"), ("P2", "two"), ("P3", "three")]
    assert points[0].wording is not None
    assert points[0].wording.code == "2.1.3"
    assert points[1].wording is points[2].wording is None


def test_all_key_questions_are_listed_with_their_codes(instrument: Instrument) -> None:
    topics = case_summary(instrument, CASE, {}, [], []).topics
    keys = [question.code for question in instrument.questions.values() if question.part is Part.KEY]
    assert [wording.code for topic in topics for wording in topic.questions] == keys
    assert len(topics) == 4


def test_every_wording_on_it_is_known_to_its_key(instrument: Instrument) -> None:
    summary = case_summary(instrument, CASE, {}, [], POINTS[:1])
    quoted = {wording.code for wording in summary.wordings()}
    assert {"F1", "F14", "2.1.3", "2.4.3"} <= quoted
    assert (summary.edition.instrument, summary.number) == ("Case supervision", "K7QX-2M")
