"""Placeholders are found, filled in the language of the wording, and stray braces are noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.instruments.placeholders import filled, has_stray_brace, placeholders

WORDS = {"organisation": {"en": "division", "cy": "rhanbarth"}, "head": {"en": "divisional director"}}


def test_each_name_is_found_once_in_any_language() -> None:
    text = {"en": "The {organisation} and its {head} and {organisation}", "cy": "Y {rhan}"}
    assert placeholders(text) == ("organisation", "head", "rhan")
    assert placeholders({"en": "Nothing here"}) == ()


def test_a_word_stands_in_the_language_of_the_wording_or_in_english() -> None:
    text = {"en": "The {organisation}’s {head}", "cy": "{organisation} a {head}"}
    assert filled(text, WORDS) == {
        "en": "The division’s divisional director",
        "cy": "rhanbarth a divisional director",
    }


def test_what_has_no_word_stays_for_everybody_to_see() -> None:
    assert filled({"en": "The {company}"}, WORDS) == {"en": "The {company}"}


@pytest.mark.parametrize("wording", ["{", "a } b", "{Organisation}", "{two words}", "{}", "{{organisation}}"])
def test_a_stray_brace_is_noticed(wording: str) -> None:
    assert has_stray_brace({"en": "fine", "cy": wording})


def test_a_placeholder_is_no_stray_brace() -> None:
    assert not has_stray_brace({"en": "The {organisation} of {head}"})


@given(st.text(st.characters(exclude_characters="{}")))
def test_a_wording_without_braces_stays_as_it_is(wording: str) -> None:
    assert filled({"en": wording}, WORDS) == {"en": wording}
