"""Routing reads as a sentence."""

from dataclasses import replace

from model.documents.routing_words import asked_when
from model.instruments.conditions import Is
from tests.model.instruments.small import instrument


def test_what_is_always_asked_needs_no_words() -> None:
    whole = instrument()
    assert asked_when(whole.question("sentence"), whole) == ""
    assert asked_when(whole.question("engage_involved"), whole) == ""


def test_a_condition_and_a_parent_are_said() -> None:
    whole = instrument()
    said = {name: asked_when(question, whole) for name, question in whole.questions.items()}
    assert said["engage_release"] == "Only when F1 is “Licence”"
    assert said["safety_risk"] == "Only when 2.1.2 is asked"
    prompt = replace(whole.question("safety_risk"), when=whole.question("safety").when)
    assert asked_when(prompt, whole) == asked_when(whole.question("safety"), whole) != ""  # said once
    assert said["safety_why"] == "Only when 2.1.2 is asked and 2.1.2 is “No”"


def test_either_of_two_answers_stands_in_brackets_beside_a_parent() -> None:

    whole = instrument()
    question = replace(whole.question("safety_risk"), when=Is("sentence", ("licence", "community")))
    assert (
        asked_when(question, whole) == "Only when 2.1.2 is asked and (F1 is “Licence” or “Community order”)"
    )


def test_a_parent_that_may_not_apply_is_said_to_apply() -> None:

    whole = instrument()
    section = whole.views[1].sections[0]
    questions = (replace(section.questions[0], allows_not_applicable=True), *section.questions[1:])
    view = replace(whole.views[1], sections=(replace(section, questions=questions),))
    whole = replace(whole, views=(whole.views[0], view))
    said = asked_when(whole.question("service_drugs"), whole)
    assert said == "Only when N1 is asked and applies and N1 is “Yes”"
