"""The check finds what a strict reader lets through and a designer would want to know."""

from model.instruments.check import Fault, Finding, check, in_words
from model.instruments.conditions import All, Any_, Is, Not
from model.instruments.instrument import Part
from tests.model.instruments.small import INSTRUMENT_TEXT, PROGRAMME_TEXT, instrument, programme, swapped

RELEASE = 'when = { question = "sentence", is = ["licence"] }'
LICENCE = '{ question = "sentence", is = ["licence"] }'
COMMUNITY = '{ question = "sentence", is = ["community"] }'


def findings(text: str) -> list[Finding]:
    """What is found beyond missing guidance, which the small instrument mostly goes without."""
    return [
        each for each in check(instrument(text), programme()).findings if each.fault is not Fault.NO_GUIDANCE
    ]


def test_beyond_guidance_nothing_is_wrong_with_the_small_instrument() -> None:
    assert findings(INSTRUMENT_TEXT) == []


def test_missing_guidance_is_named_piece_by_piece() -> None:
    held = {each.question: each.detail for each in check(instrument(), None).findings}
    assert "engage" not in held
    assert held["safety"] == "look_for, where, sufficient, slip"
    assert held["engage_involved"] == "look_for, where, sufficient, slip, not_applicable"
    assert held["safety_need"] == "look_for"
    assert not {"sentence", "engage_why", "remark"} & set(held)


def test_a_condition_that_can_never_hold() -> None:
    text = swapped(INSTRUMENT_TEXT, RELEASE, f"when = {{ all = [{LICENCE}, {COMMUNITY}] }}")
    assert findings(text) == [
        Finding(Fault.NEVER_HOLDS, "engage_release", "F1 is “Licence” and F1 is “Community order”")
    ]


def test_a_question_that_no_answers_reach() -> None:
    never = (
        'when = { all = [{ question = "safety_need", is = ["no"] }, { question = "safety", is = ["yes"] }] }'
    )
    found = findings(swapped(INSTRUMENT_TEXT, RELEASE, never))
    assert Finding(Fault.UNREACHABLE, "engage_release") in found


def test_a_question_before_the_one_that_decides_about_it() -> None:
    later = 'when = { question = "safety_need", is = ["yes"] }'
    text = INSTRUMENT_TEXT.replace(RELEASE, later)
    assert Finding(Fault.ASKED_TOO_EARLY, "engage_release", "2.1.2 need") in findings(text)


def test_a_why_that_is_not_tied_to_a_no() -> None:
    tied = 'when = { question = "safety", is = ["no"] }'
    for loose in ("", tied.replace('"no"', '"yes", "no"'), 'when = { question = "engage", is = ["no"] }'):
        text = swapped(INSTRUMENT_TEXT, tied, loose)
        assert findings(text) == [Finding(Fault.WHY_UNTIED, "safety_why")]


def test_a_proposal_that_the_list_cannot_make() -> None:
    other = swapped(INSTRUMENT_TEXT, 'proposes = "sentence_type"', 'proposes = "shoe_size"')
    assert findings(other) == [Finding(Fault.PROPOSES_NOTHING, "sentence", "shoe_size")]
    listed = swapped(
        PROGRAMME_TEXT, 'community = ["Community order"]', 'community = ["Community order"], fine = ["Fine"]'
    )
    found = check(instrument(), programme(listed)).findings
    assert Finding(Fault.PROPOSES_NOTHING, "sentence", "fine") in found


def test_when_a_base_is_empty_is_said() -> None:
    report = check(instrument(), programme())
    assert {base.measure: base.reasons for base in report.bases} == {
        "m_engage": (),
        "m_safety": ("when in no case 2.1.2 need is “Yes”",),
    }
    yes = 'yes = { label.en = "Yes", key = "y", line = "above" }'
    third = yes + '\nunclear = { label.en = "Not clear", key = "c", line = "outside" }'
    report = check(instrument(swapped(INSTRUMENT_TEXT, yes, third)), programme())
    assert report.bases[0].reasons == ("when in every case 2.1.1 is “Not clear”",)
    may = 'text.en = "Does it focus sufficiently on engaging the person?"'
    report = check(instrument(swapped(INSTRUMENT_TEXT, may, may + "\nnot_applicable = true")), programme())
    assert report.bases[0].reasons == ("when 2.1.1 is not applicable in any case",)


def test_a_measure_with_a_group_and_a_line_of_its_own_is_empty_for_them() -> None:
    text = (
        PROGRAMME_TEXT
        + """
[[measure]]
id = "own"
code = "O"
kind = "proportion"
question = "sentence"
base.en = "some"
above = ["licence"]
outside = ["not_clear"]
among = { question = "engage", is = ["yes"] }
"""
    )
    report = check(instrument(), programme(text))
    reasons = next(base.reasons for base in report.bases if base.measure == "own")
    assert reasons == (
        "when in no case 2.1.1 is “Yes”",
        "when in every case F1 is “Not clear from records”",
    )


def test_without_a_programme_there_are_no_bases() -> None:
    assert check(instrument(), None).bases == ()


def test_items_are_counted() -> None:
    report = check(instrument(), None)
    assert (report.items, report.shortest.items, report.longest.items) == (15, 9, 15)
    assert len(report.typical) == sum(report.typical_parts.values())
    assert report.typical_parts[Part.KEY] == 2
    assert Part.WHY not in report.typical_parts


def test_a_condition_reads_in_words() -> None:
    held = instrument()
    licence = Is("sentence", ("licence", "not_clear"))
    none = Is("features", ("not_applicable",))
    assert in_words(licence, held) == "F1 is “Licence” or “Not clear from records”"
    assert in_words(All((licence, Not(none))), held) == (
        "(F1 is “Licence” or “Not clear from records”) and not (F2 is not applicable)"
    )
    assert in_words(Any_((none, All((none, none)))), held) == (
        "F2 is not applicable or (F2 is not applicable and F2 is not applicable)"
    )
