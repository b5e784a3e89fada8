"""A difference is told in words that say what changed, and what becomes of answers given before."""

from model.instruments.difference import difference
from model.instruments.difference_words import described, summary
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, swapped


def told(*edits: tuple[str, str]) -> tuple[str, ...]:
    text = INSTRUMENT_TEXT
    for old, new in edits:
        text = swapped(text, old, new)
    return described(difference(instrument(), instrument(text)))


def test_the_first_line_counts_and_each_question_follows_with_its_changes() -> None:
    lines = told(
        ("meaning = 2", "meaning = 3"),
        ('text.en = "Score"', 'text.en = "The score"'),
        ('id = "remark"', 'id = "closing_remark"'),
    )
    assert lines[0] == "Questions: 1 new, 1 gone, 1 asked again, 1 changed in words only."
    assert "F3 (score)" in lines
    assert "  wording: Score → The score" in lines
    assert "  meaning changed (number 2 → 3)" in lines
    assert "  Answers given before are kept, and it is asked again." in lines
    assert "  gone, its answers are kept and read no longer: Anything else?" in lines
    assert "  new: Anything else?" in lines


def test_titles_and_welsh_are_told() -> None:
    lines = told(
        ('version = "1.0"', 'version = "1.1"'),
        ('title.en = "Engaging"', 'title.en = "Engaging"\ntitle.cy = "Prawf"'),
    )
    assert lines == (
        "No question changed.",
        "version: 1.0 → 1.1",
        "section engage_section title in Welsh: none → Prawf",
    )


def test_an_option_that_went_is_asked_again() -> None:
    lines = told(('not_clear = { label.en = "Not clear from records", key = "c" }\n', ""))
    assert "  option “Not clear from records” is gone" in lines
    assert "asked again" in summary(
        difference(
            instrument(),
            instrument(
                swapped(
                    INSTRUMENT_TEXT, 'not_clear = { label.en = "Not clear from records", key = "c" }\n', ""
                )
            ),
        )
    )
