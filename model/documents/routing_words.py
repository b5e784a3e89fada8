"""When a question is asked, in a sentence for paper: its condition, and what it hangs under."""

from model.instruments.check import in_words
from model.instruments.instrument import Instrument, Question


def asked_when(question: Question, instrument: Instrument) -> str:
    """Say when the question is asked: "Only when 2.1 is asked and F1 is “Licence”"; "" when it always is."""
    under = (
        "" if question.parent is None else _under(question, instrument.question(question.parent), instrument)
    )
    condition = "" if question.when is None else in_words(question.when, instrument)
    if under and " or " in condition:
        condition = f"({condition})"
    said = [part for part in (under, condition) if part]
    return f"Only when {' and '.join(said)}" if said else ""


def _under(question: Question, parent: Question, instrument: Instrument) -> str:
    """What must be so of the question above; nothing where it always is, or the condition below says it."""
    if parent.allows_not_applicable:
        return f"{parent.code} is asked and applies"
    says_it = parent.parent is None and parent.when == question.when
    return "" if says_it or not asked_when(parent, instrument) else f"{parent.code} is asked"
