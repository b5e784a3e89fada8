"""Characters that hide or reorder."""

import pytest

from model.text import hidden_characters


@pytest.mark.parametrize("text", ["", "ŵ ŷ Ŵ Ŷ", "line\nline\ttab", "“quoted” – 50 %", "日本", "🙂"])
def test_ordinary_text_has_none(text: str) -> None:
    assert hidden_characters(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\x00b", "U+0000"),
        ("a\x1bb", "U+001B"),
        ("\u202eabc", "U+202E"),
        ("\u2066", "U+2066"),
        ("\x85", "U+0085"),
    ],
)
def test_controls_and_reordering_marks_are_named(text: str, found: str) -> None:
    assert hidden_characters(text) == (found,)


def test_half_a_character_is_named() -> None:
    assert hidden_characters("\ud800") == ("U+D800",)
