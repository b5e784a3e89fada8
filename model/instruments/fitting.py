"""Whether a value is an answer to a question."""

import math
from datetime import date

from model.answers import NOT_APPLICABLE, Value
from model.instruments.instrument import Kind, Question


def fits(question: Question, value: Value) -> bool:
    """True for an option of the question, a number in its range, an ISO date, or text with something in it.

    "not_applicable" fits where the question allows it; the empty answer (None) fits nowhere.
    """
    if value == NOT_APPLICABLE:
        return question.allows_not_applicable
    if question.kind in (Kind.JUDGEMENT, Kind.CHOICE):
        return isinstance(value, str) and question.option(value) is not None
    if question.kind is Kind.SEVERAL:
        codes = question.codes()
        return isinstance(value, tuple) and bool(value) and all(code in codes for code in value)
    if question.kind is Kind.NUMBER:
        return _is_in_range(question, value)
    if question.kind is Kind.DATE:
        return isinstance(value, str) and _is_date(value)
    return isinstance(value, str) and bool(value.strip())


def _is_in_range(question: Question, value: Value) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return False
    low, high = question.minimum, question.maximum
    return (low is None or low <= value) and (high is None or value <= high)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
