"""A question, its options and its condition are refused at the exact key, with what to do."""

import pytest

from model.instruments.conditions import All, Any_, Is, Not
from model.instruments.instrument import Line
from model.instruments.question_reader import read_condition, read_options
from model.instruments.strict_table import Table
from model.instruments.wrong_instrument import WrongInstrument
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, swapped

ENGAGE = 'text.en = "Does it focus sufficiently on engaging the person?"'
SENTENCE = 'text.en = "Sentence"'
SCORE = "minimum = 0\nmaximum = 100"
REMARK = 'text.en = "Anything else?"'
INVOLVED = 'text.en = "Is the person involved?"'
NEED = 'text.en = "Was there a need?"'
RISK = 'text.en = "Is the risk analysed?"'
LETTER = 'letter = "provisional"\nsource = "Ours"\nparent = "safety"'
CHOICE = f'part = "need"\nkind = "choice"\noptions = "yes_no"\n{NEED}'
YES = 'yes = { label.en = "Yes", key = "y", line = "above" }'
DRUGS = 'drugs = { label.en = "Drugs", key = "1" }'


@pytest.mark.parametrize(
    ("old", "new", "question", "key", "words"),
    [
        (ENGAGE, "", "engage", "text", "missing"),
        (ENGAGE, ENGAGE + '\ntypical = "maybe"', "engage", "typical", "not an option"),
        (ENGAGE, ENGAGE + "\nminimum = 1", "engage", "minimum", "no minimum"),
        (ENGAGE, ENGAGE + '\nletter = "published"', "engage", "letter", "only a prompt"),
        (ENGAGE, ENGAGE + '\nproposes = "gender"', "engage", "proposes", "only a fact"),
        ("meaning = 2", "meaning = 0", "engage", "meaning", "too small"),
        ("meaning = 2", "meaning = true", "engage", "meaning", "not a whole number"),
        ('was = ["old_engage", "older_engage"]', 'was = ["engage"]', "engage", "was", "names itself"),
        ('was = ["old_engage", "older_engage"]', 'was = ["a", "a"]', "engage", "was", "twice"),
        ('was = ["old_engage", "older_engage"]', "was = [3]", "engage", "was", "not text"),
        ('was = ["old_engage", "older_engage"]', 'was = "old"', "engage", "was", "not a list"),
        ("evidence = true", 'evidence = "yes"', "engage", "evidence", "not true or false"),
        ('slip.en = "Counting', 'trap.en = "Counting', "engage", "guidance.trap", "no such key"),
        (SENTENCE, SENTENCE + '\nparent = "engage"', "sentence", "parent", "no parent"),
        ('key = "c"', 'key = "1"', "sentence", "options.community", "chooses two options"),
        ('key = "c"', 'key = "C"', "sentence", "options.not_clear.key", "not one key"),
        ('key = "c"', 'key = "10"', "sentence", "options.not_clear.key", "not one key"),
        ('key = "c"', 'key = "c", line = "beside"', "sentence", "options.not_clear.line", "not known"),
        ("not_clear = {", "not_applicable = {", "sentence", "options.not_applicable", "kept for the program"),
        ("not_clear = {", "2nd = {", "sentence", "options.2nd", "not a name"),
        (SCORE, "minimum = 5\nmaximum = 1", "score", "maximum", "less than"),
        (SCORE, "maximum = nan", "score", "maximum", "not a number"),
        (SCORE, 'maximum = "9"', "score", "maximum", "not a number"),
        (REMARK, REMARK + '\noptions = "judgement"', "remark", "options", "has no options"),
        (INVOLVED, INVOLVED.replace("involved", "\\u202einvolved"), "engage_involved", "text.en", "U+202E"),
    ],
)
def test_faults_of_a_question_are_named(old: str, new: str, question: str, key: str, words: str) -> None:
    text = swapped(INSTRUMENT_TEXT, old, new)
    with pytest.raises(WrongInstrument) as caught:
        instrument(text)
    assert (caught.value.question, caught.value.key) == (question, key)
    assert words in caught.value.fault
    assert caught.value.next


@pytest.mark.parametrize(
    ("old", "new", "question", "key", "words"),
    [
        (f'options = "yes_no"\n{NEED}', f'options = "perhaps"\n{NEED}', "safety_need", "options", "no set"),
        (f'options = "yes_no"\n{NEED}', NEED, "safety_need", "options", "at least two options"),
        (f'options = "yes_no"\n{NEED}', f"options = 2\n{NEED}", "safety_need", "options", "not a table"),
        (YES, YES.replace("above", "outside"), "engage_involved", "options", "above and one below"),
        (DRUGS, DRUGS.replace('"1"', '"a"'), "features", "options", "not applicable"),
        (LETTER, LETTER.replace('letter = "provisional"', ""), "safety_risk", "letter", "a prompt needs it"),
        (CHOICE, CHOICE.replace("choice", "several"), "safety_need", "kind", "a need cannot be a several"),
    ],
)
def test_faults_of_what_a_question_is_for_are_named(
    old: str, new: str, question: str, key: str, words: str
) -> None:
    with pytest.raises(WrongInstrument) as caught:
        instrument(swapped(INSTRUMENT_TEXT, old, new))
    assert (caught.value.question, caught.value.key) == (question, key)
    assert words in f"{caught.value.fault} {caught.value.next}"


@pytest.mark.parametrize(
    ("written", "key", "words"),
    [
        ("{}", "when", "exactly one"),
        ('{ question = "safety_need", not = {} }', "when", "exactly one"),
        ('{ question = "safety_need" }', "when.is", "missing"),
        ('{ question = "safety_need", is = [] }', "when.is", "empty"),
        ('{ question = "safety_need", iss = ["yes"] }', "when.is", "Is “iss” meant"),
        ("{ all = [] }", "when.all", "none"),
        ("{ any = [1] }", "when.any", "not a table"),
        ('{ not = { any = [{ question = "safety_need" }] } }', "when.not.is", "missing"),
    ],
)
def test_faults_of_a_condition_are_named(written: str, key: str, words: str) -> None:
    plain = 'when = { question = "safety_need", is = ["yes"] }'
    with pytest.raises(WrongInstrument) as caught:
        instrument(swapped(INSTRUMENT_TEXT, plain, f"when = {written}"))
    assert (caught.value.question, caught.value.key) == ("safety", key)
    assert words in f"{caught.value.fault} {caught.value.next}"


def test_a_condition_reads_as_it_is_written() -> None:
    yes: dict[str, object] = {"question": "a", "is": ["yes"]}
    held = {"all": [yes, {"any": [{"question": "b", "is": ["no", "late"]}]}, {"not": yes}]}
    assert read_condition(Table(held, "x.toml", "question q")) == All(
        (Is("a", ("yes",)), Any_((Is("b", ("no", "late")),)), Not(Is("a", ("yes",))))
    )


def test_an_option_without_a_line_stands_outside() -> None:
    held = {
        "yes": {"label": {"en": "Yes"}, "key": "y"},
        "no": {"label": {"en": "No"}, "key": "n", "line": "below"},
    }
    options = read_options(Table(held, "x.toml", "question q", "options."))
    assert [(option.code, option.line) for option in options] == [("yes", Line.OUTSIDE), ("no", Line.BELOW)]
