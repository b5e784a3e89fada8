"""The blank form says every question, how it is answered, and when it is asked."""

from dataclasses import replace

from model.documents.blank_form import blank_form, how_answered
from model.instruments.instrument import Instrument, Kind, Standing, Text
from model.instruments.worded import rephrased
from tests.model.instruments.small import instrument


def test_every_question_is_on_it_in_order_with_its_answers() -> None:
    form = blank_form(instrument(), programme="Small programme")
    items = [item for section in form.sections for item in section.items]
    assert [item.wording.question for item in items] == list(instrument().questions)
    by_id = {item.wording.question: item for item in items}
    assert by_id["sentence"].boxes == ("Community order", "Licence", "Not clear from records")
    assert by_id["features"].how == "Tick all that apply"
    assert by_id["features"].not_applicable
    assert by_id["score"].how == "A number from 0 to 100"
    assert by_id["engage"].is_key
    assert by_id["engage"].evidence
    assert by_id["safety"].routing == "Only when 2.1.2 need is “Yes”"
    assert (form.title, form.edition.programme) == ("Supervision", "Small programme")
    assert form.about == "One form for each case"
    assert form.fingerprint == instrument().fingerprint


def test_guidance_comes_on_request_with_its_standing() -> None:
    without = [item for section in blank_form(instrument()).sections for item in section.items]
    assert not any(item.guidance for item in without)
    assert {item.guidance_standing for item in without} == {None}
    sections = blank_form(instrument(), guidance=True).sections
    engage = next(item for one in sections for item in one.items if item.wording.question == "engage")
    assert [advice.heading for advice in engage.guidance] == [
        "What to look for",
        "Where in the record",
        "What sufficient means",
        "A common slip",
    ]
    assert engage.guidance_standing is Standing.OURS


def test_a_form_in_welsh_names_what_is_still_english() -> None:
    form = blank_form(instrument(), language="cy")
    assert form.title == "Goruchwyliaeth"
    assert form.lacking == tuple(question.code for question in instrument().questions.values())
    assert blank_form(instrument()).lacking == ()


def welsh(place: str, whole: Instrument) -> Instrument:
    """The instrument with Welsh in every place but this one of every question."""

    def put(text: Text) -> Text:
        return {**text, "cy": f"[{text['en']}]"} if text and not text["en"].startswith(place) else text

    return rephrased(whole, put)


def test_a_form_in_welsh_names_a_question_of_which_a_label_or_printed_guidance_is_english() -> None:
    whole = instrument()
    assert blank_form(welsh("-", whole), language="cy", guidance=True).lacking == ()
    with_yes = [
        one.code for one in whole.questions.values() if any(o.label["en"] == "Yes" for o in one.options)
    ]
    assert blank_form(welsh("Yes", whole), language="cy").lacking == tuple(with_yes)
    where = whole.question("engage").guidance.where["en"]
    assert blank_form(welsh(where, whole), language="cy").lacking == ()
    assert "2.1.1" in blank_form(welsh(where, whole), language="cy", guidance=True).lacking


def test_routing_quotes_the_labels_of_the_forms_language() -> None:
    form = blank_form(welsh("-", instrument()), language="cy")
    said = [item.routing for section in form.sections for item in section.items if item.routing]
    assert said
    assert all("“[" in one or "[" in one for one in said if "“" in one)


def test_a_number_without_bounds_is_a_number() -> None:
    score = instrument().question("score")
    assert how_answered(replace(score, minimum=None, maximum=None)) == "A number"
    assert how_answered(replace(score, minimum=None)) == "A number to 100"
    assert how_answered(replace(score, kind=Kind.DATE, minimum=None, maximum=None)) == "A date"
