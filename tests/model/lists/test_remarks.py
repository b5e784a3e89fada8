"""What is quoted on screen never hides or reorders anything, and never fills the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.lists.remarks import SEVERITY, RemarkKind, quoted, visible
from model.text import hidden_characters


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Zoë ŵ", "Zoë ŵ"), ("a\u202eb", "a[U+202E]b"), ("\x00\x1b", "[U+0000][U+001B]"), ("a\nb", "a\nb")],
)
def test_hidden_characters_are_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_long_text_is_cut_where_it_is_quoted() -> None:
    assert quoted("x" * 60) == f"“{'x' * 60}”"
    assert quoted("x" * 61) == f"“{'x' * 60}…”"


@given(st.text())
def test_nothing_hidden_is_left(text: str) -> None:
    assert hidden_characters(visible(text)) == ()
    assert hidden_characters(quoted(text)) == ()


def test_a_refusal_is_the_worst_and_understanding_the_best() -> None:
    assert sorted(RemarkKind, key=SEVERITY.__getitem__) == [
        RemarkKind.UNDERSTOOD,
        RemarkKind.MENDED,
        RemarkKind.LEFT_BLANK,
        RemarkKind.REFUSED,
    ]
