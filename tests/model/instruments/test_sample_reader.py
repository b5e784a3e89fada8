"""A sample is read with its size, its strata and their minimum numbers, or refused where they do not fit."""

import pytest

from model.instruments.wrong_instrument import WrongInstrument
from tests.model.instruments.small import PROGRAMME_TEXT, programme, swapped

SIZES = "confidence = 0.80\nmargin = 0.05"
GROUPS = 'community = "community"\nlicence = "post-custody"\n'
LEAST = GROUPS + "[sample.stratum.minimum]\ncommunity = 3\n"
DIVIDED = 'field = "sentence_type"\ntitle.en = "Supervision"\n[sample.stratum.groups]\n' + GROUPS
STRATUM = "sample supervision, stratum sentence_type"


def test_a_size_that_the_programme_sets_needs_no_confidence() -> None:
    sample = programme(swapped(PROGRAMME_TEXT, SIZES, "size = 47")).sample("supervision")
    assert (sample.size, sample.confidence, sample.margin) == (47, None, None)


def test_a_sample_by_confidence_and_margin_sets_no_size() -> None:
    sample = programme().sample("supervision")
    assert (sample.size, sample.confidence, sample.margin) == (None, 0.80, 0.05)
    assert sample.strata[0].minimum == {}


def test_a_group_may_have_a_minimum_number() -> None:
    held = programme(swapped(PROGRAMME_TEXT, GROUPS, LEAST))
    assert held.sample("supervision").strata[0].minimum == {"community": 3}


def test_a_text_that_is_not_personal_divides_too() -> None:
    text = swapped(PROGRAMME_TEXT, 'kind = "text"\npersonal = true', 'kind = "text"')
    office = 'field = "surname"\ntitle.en = "Office"\nminimum = { Penrith = 2 }\n'
    assert programme(swapped(text, DIVIDED, office)).sample("supervision").strata[0].minimum == {"Penrith": 2}


@pytest.mark.parametrize(
    ("old", "new", "thing", "key", "words"),
    [
        (SIZES, f"size = 47\n{SIZES}", "sample supervision", "confidence", "set already"),
        (SIZES, "size = 0", "sample supervision", "size", "too small"),
        (SIZES, "", "sample supervision", "confidence", "missing"),
        (GROUPS, LEAST.replace("community = 3", "prison = 3"), STRATUM, "minimum", "no group “prison”"),
        (GROUPS, LEAST.replace("community = 3", "licence = 3"), STRATUM, "minimum", "no group “licence”"),
        (GROUPS, LEAST.replace("= 3", "= 0"), STRATUM, "minimum.community", "too small"),
    ],
)
def test_faults_are_named(old: str, new: str, thing: str, key: str, words: str) -> None:
    with pytest.raises(WrongInstrument) as caught:
        programme(swapped(PROGRAMME_TEXT, old, new))
    assert (caught.value.thing, caught.value.key) == (thing, key)
    assert words in caught.value.fault


def test_minimum_numbers_fit_into_the_size() -> None:
    with pytest.raises(WrongInstrument) as caught:
        programme(swapped(swapped(PROGRAMME_TEXT, GROUPS, LEAST), SIZES, "size = 2"))
    assert (caught.value.thing, caught.value.key) == (STRATUM, "minimum")
    assert "add up to 3" in caught.value.fault
