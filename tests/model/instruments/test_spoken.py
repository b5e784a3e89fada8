"""In another language supplied words are read, English stands in for the rest, and the rest is named."""

from dataclasses import replace

import pytest

from model.instruments.instrument import Guidance, say
from model.instruments.spoken import guides_without, lacking, lacks, named, spoken
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, swapped

HELD = instrument(
    swapped(INSTRUMENT_TEXT, 'text.en = "Score"', 'text.en = "Score"\ntext.cy = "Prawf"').replace(
        'yes = { label.en = "Yes", key = "y" }', 'yes = { label = { en = "Yes", cy = "[Yes]" }, key = "y" }'
    )
)


def test_supplied_words_are_read_and_english_stands_in() -> None:
    welsh = spoken(HELD, "cy")
    assert say(welsh.title) == "Goruchwyliaeth"
    assert say(welsh.question("score").text) == "Prawf"
    assert say(welsh.question("engage").text) == say(HELD.question("engage").text)
    assert [say(option.label) for option in welsh.question("safety_need").options] == ["[Yes]", "No"]


def test_everything_but_the_words_stays() -> None:
    welsh = spoken(HELD, "cy")
    assert (welsh.fingerprint, list(welsh.questions)) == (HELD.fingerprint, list(HELD.questions))
    assert all(one.codes() == HELD.question(id).codes() for id, one in welsh.questions.items())
    assert spoken(HELD, "en") is HELD


def test_a_question_lacks_a_language_while_its_wording_or_a_label_does() -> None:
    assert not lacks(HELD.question("score"), "cy")
    assert lacks(HELD.question("safety_need"), "cy")
    assert "F3" not in lacking(HELD, "cy")
    assert len(lacking(HELD, "cy")) == len(HELD.questions) - 1
    assert lacking(HELD, "en") == ()


def test_guidance_lacks_a_language_while_any_piece_of_it_does() -> None:
    assert guides_without(HELD.question("engage"), "cy")
    assert not guides_without(HELD.question("engage"), "en")
    assert not guides_without(replace(HELD.question("engage"), guidance=Guidance()), "cy")


@pytest.mark.parametrize(
    ("codes", "most", "said"),
    [
        ((), 0, ""),
        (("2.1.3",), 0, "Not in Welsh: 2.1.3."),
        (("1", "2", "3"), 2, "Not in Welsh: 1, 2 and 1 more."),
    ],
)
def test_what_lacks_it_is_named(codes: tuple[str, ...], most: int, said: str) -> None:
    assert named(codes, "cy", most) == said
