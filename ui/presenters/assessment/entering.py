"""What a person chose or typed, as the value of an answer; and an answer, as it stands in its field."""

import math
from datetime import date

from model.answers import NOT_APPLICABLE, Value
from model.documents.dates import date_in_words
from model.instruments.instrument import Kind
from ui.presenters.assessment.asked import Asked
from ui.presenters.days import read_day

NONE_OF_THESE = "none"
"""The code of an option that says that none of the others holds: it stands alone."""


def chosen(asked: Asked, value: Value) -> Value:
    """Return the answer that a choice means: "none" stands alone, nothing chosen is emptied.

    "Not applicable" is meant whenever it is among what is chosen, and never with anything else.
    """
    if not isinstance(value, tuple):
        return value
    before = asked.value if isinstance(asked.value, tuple) else ()
    if NOT_APPLICABLE in value:
        return NOT_APPLICABLE
    if NONE_OF_THESE in value and len(value) > 1:
        value = tuple(code for code in value if (code == NONE_OF_THESE) is (NONE_OF_THESE not in before))
    return value or None


def read_entry(asked: Asked, text: str, today: date) -> tuple[Value, str]:
    """Return the value of what was typed for a number or a date, and what is wrong with it, if anything."""
    words = text.strip()
    if not words:
        return None, ""
    if asked.kind is Kind.DATE:
        day = read_day(words, today)
        return (day, "") if day else (None, f"“{words}” is no date. Type day, month and year: 8/10/2018.")
    number = _number(words)
    if number is None:
        return None, f"“{words}” is no number. Type it in figures."
    low, high = asked.minimum, asked.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        return None, f"The number must be {_range(low, high)}."
    return number, ""


def written_entry(asked: Asked) -> str:
    """Return an answer as it stands in the field that it is typed into."""
    if asked.value is None:
        return ""
    if asked.kind is Kind.DATE:
        return date_in_words(str(asked.value), short=True)
    return str(asked.value).removesuffix(".0")


def _number(words: str) -> int | float | None:
    try:
        number = float(words.replace(",", "").removesuffix("%"))
    except ValueError:
        return None
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() else number


def _range(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"from {low:g} to {high:g}"
    return f"at least {low:g}" if low is not None else f"at most {high:g}"
