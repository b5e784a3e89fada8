"""A programme is refused when its instruments do not have what it measures."""

import pytest

from model.instruments.programme_rules import check_fit
from model.instruments.wrong_instrument import WrongInstrument
from tests.model.documents.varied import LEADERSHIP_TEXT
from tests.model.instruments.small import INSTRUMENT_TEXT, PROGRAMME_TEXT, instrument, programme, swapped

FILE = "programme.toml"


def test_the_small_programme_fits_its_instrument() -> None:
    check_fit(programme(), {"supervision.toml": instrument()}, FILE)


@pytest.mark.parametrize(
    ("old", "new", "thing", "key", "words"),
    [
        ('"supervision.toml"', '"court.toml"', "", "instruments", "“court.toml” is not there"),
        (
            'instrument = "supervision"',
            'instrument = "court"',
            "sample supervision",
            "instrument",
            "no instrument",
        ),
        ('question = "safety"', 'question = "safely"', "measure m_safety", "question", "in 0 instruments"),
        ('question = "safety"', 'question = "score"', "measure m_safety", "question", "no options above"),
        ('question = "safety"', 'question = "sentence"', "measure m_safety", "question", "no options above"),
    ],
)
def test_what_is_not_there_is_named(old: str, new: str, thing: str, key: str, words: str) -> None:
    with pytest.raises(WrongInstrument) as caught:
        check_fit(programme(swapped(PROGRAMME_TEXT, old, new)), {"supervision.toml": instrument()}, FILE)
    assert (caught.value.file, caught.value.thing, caught.value.key) == (FILE, thing, key)
    assert words in caught.value.fault


def test_a_question_in_two_instruments_cannot_be_measured() -> None:
    again = instrument(swapped(INSTRUMENT_TEXT, 'id = "supervision"', 'id = "again"'))
    both = programme(swapped(PROGRAMME_TEXT, '"supervision.toml"]', '"supervision.toml", "again.toml"]'))
    with pytest.raises(WrongInstrument, match="in 2 instruments"):
        check_fit(both, {"supervision.toml": instrument(), "again.toml": again}, FILE)


WORD = 'NPS = { label.en = "National Probation Service division" }'
WITH_WORD = 'NPS = { label.en = "National Probation Service division", words = { body.en = "division" } }'
TEMPLATED = swapped(INSTRUMENT_TEXT, 'text.en = "Score"', 'text.en = "Score of the {body}"')


def test_every_placeholder_has_a_word_for_every_type_of_provider() -> None:
    written = {"supervision.toml": instrument(TEMPLATED)}
    check_fit(programme(swapped(PROGRAMME_TEXT, WORD, WITH_WORD)), written, FILE)
    with pytest.raises(WrongInstrument) as caught:
        check_fit(programme(), written, FILE)
    assert caught.value.key == "provider_types.NPS.words.body"
    assert "question score of supervision.toml" in caught.value.fault


def test_the_programmes_own_wordings_need_words_too() -> None:
    stated = swapped(PROGRAMME_TEXT, "Assessment is well informed.", "The {body} assesses well.")
    with pytest.raises(WrongInstrument, match="standard assessment"):
        check_fit(programme(stated), {"supervision.toml": instrument()}, FILE)
    check_fit(programme(swapped(stated, WORD, WITH_WORD)), {"supervision.toml": instrument()}, FILE)
    stray = swapped(PROGRAMME_TEXT, "Assessment is well informed.", "The {Body} assesses well.")
    with pytest.raises(WrongInstrument, match="belongs to no placeholder"):
        check_fit(programme(stray), {"supervision.toml": instrument()}, FILE)


MEASURE = '[[measure]]\nid = "more"\ncode = "M"\nbase.en = "some cases"\n'
STATED = '[[standard]]\nid = "leading"\ncode = "1.1"\ntitle.en = "Leading"\nrating = "{}"\nquestion = "{}"\n'
BOTH = swapped(PROGRAMME_TEXT, '"supervision.toml"]', '"supervision.toml", "leadership.toml"]')


def fit(text: str, leadership: str = LEADERSHIP_TEXT) -> None:
    """Check a programme over the small instrument and one about the whole inspection."""
    files = {"supervision.toml": instrument(), "leadership.toml": instrument(leadership)}
    check_fit(programme(text), files, FILE)


@pytest.mark.parametrize(
    "written",
    [
        'kind = "proportion"\nquestion = "sentence"\nabove = ["licence"]\noutside = ["not_clear"]\n',
        'kind = "proportion"\nquestion = "features"\nabove = ["drugs"]\n',
        'kind = "proportion"\nquestion = "engage"\namong = { question = "sentence", is = ["licence"] }\n',
        'kind = "figure"\nquestion = "score"\namong = { question = "sentence", is = ["licence"] }\n',
        'kind = "mean"\nof = ["m_engage"]\nmethod.en = "Mean."\n',
    ],
)
def test_every_kind_of_measure_fits(written: str) -> None:
    fit(BOTH + MEASURE + written)


@pytest.mark.parametrize(
    ("written", "key", "words"),
    [
        ('kind = "proportion"\nquestion = "sentence"\nabove = ["prison"]\n', "above", "no option “prison”"),
        ('kind = "proportion"\nquestion = "score"\nabove = ["1"]\n', "above", "no option “1”"),
        (
            'kind = "proportion"\nquestion = "sentence"\nabove = ["licence"]\noutside = ["x"]\n',
            "outside",
            "no option “x”",
        ),
        (
            'kind = "proportion"\nquestion = "engage"\namong = { question = "led", is = ["good"] }\n',
            "among",
            "no question “led”",
        ),
        (
            'kind = "proportion"\nquestion = "engage"\namong = { question = "score", is = ["1"] }\n',
            "among",
            "“score” is a number",
        ),
        ('kind = "figure"\nquestion = "engage"\n', "question", "no number"),
        ('kind = "figure"\nquestion = "nothing"\n', "question", "in 0 instruments"),
    ],
)
def test_a_measure_that_cannot_be_counted_is_refused(written: str, key: str, words: str) -> None:
    with pytest.raises(WrongInstrument) as caught:
        fit(BOTH + MEASURE + written)
    assert (caught.value.thing, caught.value.key) == ("measure more", key)
    assert words in caught.value.fault


def test_a_rating_may_be_stated_and_a_verdict_written() -> None:
    fit(BOTH + STATED.format("stated", "led"))
    fit(BOTH + STATED.format("words", "led"))
    fit(BOTH + STATED.format("words", "verdict"))


@pytest.mark.parametrize(
    ("rating", "question", "words"),
    [
        ("stated", "verdict", "is a text"),
        ("stated", "sentence", "about a single case"),
        ("words", "engage", "about a single case"),
        ("stated", "nothing", "in 0 instruments"),
    ],
)
def test_what_is_no_rating_of_the_inspection_is_refused(rating: str, question: str, words: str) -> None:
    with pytest.raises(WrongInstrument) as caught:
        fit(BOTH + STATED.format(rating, question))
    assert (caught.value.thing, caught.value.key) == ("standard leading", "question")
    assert words in caught.value.fault


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        ("led", "is a choice"),
        ("sentence", "about a single case"),
        ("nothing", "in 0 instruments"),
    ],
)
def test_what_is_found_under_a_standard_is_a_text_about_the_inspection(finding: str, words: str) -> None:
    verdict = BOTH + STATED.format("words", "led")
    fit(f'{verdict}findings = ["verdict"]\n')
    with pytest.raises(WrongInstrument) as caught:
        fit(f'{verdict}findings = ["{finding}"]\n')
    assert (caught.value.thing, caught.value.key) == ("standard leading", "findings")
    assert words in caught.value.fault


def test_a_stated_rating_is_one_of_the_bands() -> None:
    fair = LEADERSHIP_TEXT.replace("good = { label", "fair = { label")
    with pytest.raises(WrongInstrument, match="“fair”, an option of “led”, is no band"):
        fit(BOTH + STATED.format("stated", "led"), fair)
    fit(BOTH + STATED.format("words", "led"), fair)


def test_each_type_of_provider_is_looked_at_with_its_own_instruments() -> None:
    two = swapped(BOTH, WORD, f'{WORD}\nCRC = {{ label.en = "Company" }}')
    limited = f'{two}{STATED.format("stated", "led")}provider_types = ["CRC"]\n'
    only = '[[only]]\ninstrument = "leadership.toml"\nprovider_types = ["{}"]\n'
    fit(limited + only.format("CRC"))
    with pytest.raises(WrongInstrument, match="“led” is in 0 instruments"):
        fit(limited + only.format("NPS"))
