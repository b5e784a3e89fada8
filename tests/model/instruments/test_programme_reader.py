"""A programme file is read whole, or refused where its parts do not hold together."""

import pytest

from model.instruments.programme import Band, BandFrom, PercentageRule, RatingRule
from model.instruments.wrong_instrument import WrongInstrument
from tests.model.instruments.small import PROGRAMME_TEXT, programme, swapped

GOOD = 'words.en = "Reasonable majority"\nat_least = 65\npoints = 2'
FIELD = '[[sample.stratum]]\nfield = "sentence_type"'
STRATUM = "sample supervision, stratum sentence_type"
OTHER_STRATUM = "sample supervision, stratum surname"


def test_a_programme_is_read_whole() -> None:
    held = programme()
    assert (held.id, held.instruments, len(held.fingerprint)) == ("small_2018", ("supervision.toml",), 64)
    assert held.rounding.percentage is PercentageRule.HALF_UP
    assert held.rounding.band_from is BandFrom.ROUNDED
    assert held.bands[1] == Band("good", {"en": "Good"}, {"en": "Reasonable majority"}, 65, 2)
    assert held.provider_types == {"NPS": {"en": "National Probation Service division"}}
    sample = held.sample("supervision")
    assert (sample.confidence, sample.margin) == (0.80, 0.05)
    assert sample.strata[0].groups == {"community": "community", "licence": "post-custody"}
    assert held.overall is not None
    assert [band.at_least for band in held.overall.bands] == [26, 16, 6, 0]


def test_an_overall_rating_may_be_left_out() -> None:
    start, end = PROGRAMME_TEXT.index("[overall]"), PROGRAMME_TEXT.index("[[measure]]")
    assert programme(PROGRAMME_TEXT[:start] + PROGRAMME_TEXT[end:]).overall is None


NPS = 'NPS = { label.en = "National Probation Service division"'


def test_each_type_of_provider_has_words() -> None:
    held = programme(swapped(PROGRAMME_TEXT, NPS, NPS + ', words = { body = { en = "division" } }'))
    assert held.words == {"NPS": {"body": {"en": "division"}}}
    assert held.words_of("NPS")["body"] == {"en": "division"}
    assert held.words_of("CRC") == {}
    assert programme().words_of("NPS") == {}


@pytest.mark.parametrize(
    ("old", "new", "thing", "key", "words"),
    [
        (NPS, NPS + ', words = { body.en = "{x}" }', "", "provider_types.NPS.words.body", "a brace itself"),
        (NPS, NPS + ', words = { body.cy = "x" }', "", "provider_types.NPS.words.body", "English"),
        ('instruments = ["supervision.toml"]', "instruments = []", "", "instruments", "empty"),
        ('percentage = "half_up"', 'percentage = "half_even"', "", "rounding.percentage", "half_even"),
        ('band_from = "rounded"', "", "", "rounding.band_from", "missing"),
        (GOOD, GOOD.replace("65", "85"), "band good", "at_least", "does not lie below 80"),
        (GOOD, GOOD.replace("65", "80"), "band good", "at_least", "does not lie below 80"),
        (GOOD, GOOD.replace("points = 2", "points = 3"), "band good", "points", "does not lie below 3"),
        ("at_least = 80", "at_least = 101", "band outstanding", "at_least", "more than 100"),
        ("at_least = 0\npoints", "at_least = 10\npoints", "band inadequate", "at_least", "begin at 0"),
        ("at_least = 16", "at_least = 30", "overall band good", "overall.at_least", "does not lie below 26"),
        ('id = "m_safety"', 'id = "m_engage"', "measure m_engage", "id", "twice"),
        ('"m_engage", "m_safety"', '"m_engage", "m_risk"', "standard assessment", "measures", "no measure"),
        ('rating = "lowest_band"', 'rating = "mean"', "standard assessment", "rating", "not known"),
        ("confidence = 0.80", "confidence = 80", "sample supervision", "confidence", "not a share"),
        ("margin = 0.05", "margin = 0.0", "sample supervision", "margin", "not a share"),
        ('licence = "post', 'prison = "post', STRATUM, "groups", "no value of that column “prison”"),
        (FIELD, FIELD.replace("sentence_type", "surname"), OTHER_STRATUM, "field", "no choice called"),
        ('[[list]]\nid = "supervision"', '[[list]]\nid = "court"', STRATUM, "field", "no list “supervision”"),
    ],
)
def test_faults_are_named(old: str, new: str, thing: str, key: str, words: str) -> None:
    with pytest.raises(WrongInstrument) as caught:
        programme(swapped(PROGRAMME_TEXT, old, new))
    assert (caught.value.thing, caught.value.key) == (thing, key)
    assert words in caught.value.fault


WHOLE = 'NPS = { label.en = "National Probation Service division" }'
TWO = f'{WHOLE}\nCRC = {{ label.en = "Company" }}'
SAFETY = 'question = "safety"\n'
ONLY = '[[only]]\ninstrument = "supervision.toml"\nprovider_types = ["CRC"]\n'
BANDS = PROGRAMME_TEXT[PROGRAMME_TEXT.index("[[band]]") : PROGRAMME_TEXT.index("[overall]")]
OVERALL = PROGRAMME_TEXT[PROGRAMME_TEXT.index("[overall]") : PROGRAMME_TEXT.index("[[measure]]")]
RATED = 'rating = "lowest_band"\nmeasures = ["m_engage", "m_safety"]'
MEAN = '[[measure]]\nid = "both"\ncode = "S"\nkind = "mean"\nof = ["m_engage"]\nmethod.en = "Mean."\n'


def test_parts_may_be_for_some_types_of_provider_only() -> None:
    text = swapped(PROGRAMME_TEXT, WHOLE, TWO)
    for thing in ('question = "engage"\n', SAFETY, RATED, 'instrument = "supervision"\n', OF_LIST):
        text = swapped(text, thing, f'{thing}\nprovider_types = ["CRC"]\n')
    held = programme(swapped(text, '[[measure]]\nid = "m_engage"', ONLY + '[[measure]]\nid = "m_engage"'))
    for_crc, for_nps = held.within("CRC"), held.within("NPS")
    assert held.only == {"supervision.toml": ("CRC",)}
    for parts in ("measures", "standards", "samples", "lists", "instruments"):
        assert getattr(for_crc, parts) == getattr(held, parts) != ()
        assert getattr(for_nps, parts) == ()


OF_LIST = '[[list]]\nid = "supervision"\n'


def test_a_programme_may_rate_nothing() -> None:
    text = swapped(swapped(swapped(PROGRAMME_TEXT, BANDS, ""), OVERALL, ""), 'band_from = "rounded"\n', "")
    stated = swapped(text, RATED, 'rating = "words"\nquestion = "verdict"')
    held = programme(stated)
    assert (held.bands, held.overall, held.small_base) == ((), None, 0)
    assert (held.standards[0].rating, held.standards[0].question) == (RatingRule.WORDS, "verdict")
    scored = programme(swapped(text, RATED, 'rating = "score"\nmeasures = ["both"]') + MEAN)
    assert scored.standards[0].measures == ("both",)


def test_a_small_base_is_read() -> None:
    assert programme("small_base = 20\n" + PROGRAMME_TEXT).small_base == 20


@pytest.mark.parametrize(
    ("old", "new", "thing", "key", "words"),
    [
        (SAFETY, SAFETY + 'provider_types = ["CRX"]\n', "measure m_safety", "provider_types", "no type of"),
        (SAFETY, SAFETY + 'provider_types = ["CRC"]\n', "standard assessment", "measures", "for NPS “m_saf"),
        (
            WHOLE,
            f"{TWO}\n" + ONLY.replace("supervision.toml", "x.toml"),
            "only x.toml",
            "instrument",
            "no inst",
        ),
        (WHOLE, f"{TWO}\n{ONLY}{ONLY}", "only supervision.toml", "instrument", "twice"),
        (WHOLE, f"{WHOLE}\n{ONLY}", "only supervision.toml", "provider_types", "no type of provider “CRC”"),
        (RATED, 'rating = "stated"', "standard assessment", "question", "missing"),
        (RATED, 'rating = "lowest_band"', "standard assessment", "measures", "missing"),
        (RATED, RATED + '\nquestion = "engage"', "standard assessment", "question", "no such key"),
        (
            RATED,
            'rating = "score"\nmeasures = ["m_engage"]',
            "standard assessment",
            "measures",
            "is one mean",
        ),
        (
            RATED,
            'rating = "lowest_band"\nmeasures = ["both"]',
            "standard assessment",
            "measures",
            "have a band",
        ),
        (BANDS, "", "standard assessment", "rating", "has no bands"),
        (BANDS + OVERALL, OVERALL, "standard assessment", "rating", "has no bands"),
    ],
)
def test_faults_of_the_parts_for_some_providers_are_named(
    old: str, new: str, thing: str, key: str, words: str
) -> None:
    text = swapped(PROGRAMME_TEXT + MEAN, old, new)
    if old == SAFETY:
        text = swapped(text, WHOLE, TWO)
    with pytest.raises(WrongInstrument) as caught:
        programme(text)
    assert (caught.value.thing, caught.value.key) == (thing, key)
    assert words in caught.value.fault


def test_an_overall_rating_needs_bands() -> None:
    text = swapped(swapped(PROGRAMME_TEXT, BANDS, ""), RATED, 'rating = "words"\nquestion = "verdict"')
    with pytest.raises(WrongInstrument, match="no bands whose points"):
        programme(text)
