"""Facts are what the list says and what was found; a judgement that is asked as a fact is not one of them."""

from dataclasses import replace

from model.answers import Answer
from model.documents.facts import Fact, facts_of, is_open_fact
from model.documents.material import CaseFacts
from model.instruments.conditions import Is
from model.instruments.instrument import Instrument, Kind, Part, Question, Section, View

CASE = CaseFacts("K7QX-2M", listed={"gender": "male", "ogrs": "86", "sentence_type": "licence"})


def _by_code(facts: tuple[Fact, ...]) -> dict[str, Fact]:
    return {fact.wording.code: fact for fact in facts}


def test_what_the_list_says_stands_beside_what_was_found(instrument: Instrument) -> None:
    facts = _by_code(facts_of(instrument, CASE, {"gender": Answer("female"), "features": Answer(("iom",))}))
    assert (facts["F1"].listed, facts["F1"].found) == ("Male", "Female")
    assert (facts["F9"].listed, facts["F9"].found) == ("86", "")
    assert facts["F7"].listed is None
    assert facts["F14"].found == "Integrated offender management (IOM)"


def test_a_fact_that_judges_is_not_shown_even_when_it_is_answered(instrument: Instrument) -> None:
    judging = [question for question in instrument.questions.values() if question.part is Part.FACT]
    judging = [question for question in judging if question.kind is Kind.JUDGEMENT]
    assert judging, "the instrument asks the classification of risk as a judging fact"
    answers = {question.id: Answer(question.options[0].code) for question in judging}
    shown = {fact.wording.question for fact in facts_of(instrument, CASE, answers)}
    assert not shown & set(answers)
    assert all(is_open_fact(instrument.question(question)) for question in shown)


def test_a_reason_for_not_applicable_is_shown_and_a_conflict_takes_no_side(instrument: Instrument) -> None:
    answers = {
        "ethnic_group": Answer("not_applicable", "preferred not to say"),
        "gender": Answer("female", conflict=True),
    }
    facts = _by_code(facts_of(instrument, CASE, answers))
    assert facts["F3"].found == "Not applicable: preferred not to say"
    assert facts["F1"].found == "in conflict"


def _small(*questions: Question) -> Instrument:
    return Instrument("i", "f", {}, "1", "", (View("v", {}, (Section("s", {}, questions),)),), "0" * 64)


def test_personal_columns_of_the_list_never_reach_paper() -> None:
    named = Question("who", "F1", Part.FACT, Kind.TEXT, {"en": "Name"}, proposes="surname")
    case = CaseFacts("K7QX-2M", listed={"surname": "Wood"})
    assert facts_of(_small(named), case, {})[0].listed is None


def test_what_the_inspector_writes_in_their_own_words_is_no_fact_for_the_officer() -> None:
    own = Question("helped", "G", Part.FACT, Kind.TEXT, {"en": "What helped or hindered?"})
    listed = Question("office", "F6", Part.FACT, Kind.TEXT, {"en": "Office"}, proposes="ldu")
    answers = {"helped": Answer("The officer has too many cases."), "office": Answer("Kendal")}
    assert [fact.found for fact in facts_of(_small(own, listed), CASE, answers)] == ["Kendal"]


def test_a_fact_that_another_fact_sets_aside_is_left_out_but_no_judgement_can_do_that() -> None:
    first = Question("first", "F1", Part.FACT, Kind.DATE, {"en": "First"})
    hidden = Question("hidden", "K1", Part.KEY, Kind.JUDGEMENT, {"en": "Key"})
    second = Question("second", "F2", Part.FACT, Kind.DATE, {"en": "Second"}, when=Is("first", ("yes",)))
    third = replace(second, id="third", code="F3", when=Is("hidden", ("yes",)))
    small = _small(first, hidden, second, third)
    answers = {"first": Answer("no"), "hidden": Answer("no")}
    assert [fact.wording.code for fact in facts_of(small, CASE, answers)] == ["F1", "F3"]
    answers = {"first": Answer("yes"), "hidden": Answer("yes")}
    assert [fact.wording.code for fact in facts_of(small, CASE, answers)] == ["F1", "F2", "F3"]


def test_a_fact_verified_in_another_assessment_says_where(instrument: Instrument) -> None:
    case = CaseFacts("4123", sources={"gender": "verified in Court reports", "features": "verified there"})
    facts = _by_code(facts_of(instrument, case, {"gender": Answer("female")}))
    assert facts["F1"].found == "Female (verified in Court reports)"
    assert facts["F14"].found == ""
