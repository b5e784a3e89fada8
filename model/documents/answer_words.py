"""How an answer reads in words on paper."""

from model.answers import Answer
from model.documents.dates import date_in_words
from model.instruments.instrument import Kind, Question, say

NOT_APPLICABLE_WORDS = "Not applicable"


def answer_in_words(question: Question, answer: Answer | None, language: str = "en") -> str:
    """Say an answer as a reader understands it; empty where nothing is answered.

    An option that this version of the instrument does not know is said by its code, so that nothing vanishes.
    """
    if answer is None or answer.is_empty:
        return ""
    if answer.is_not_applicable:
        return NOT_APPLICABLE_WORDS
    value = answer.value
    if isinstance(value, tuple):
        return "; ".join(_label(question, code, language) for code in value)
    if isinstance(value, str):
        if question.kind is Kind.DATE:
            return date_in_words(value)
        return _label(question, value, language) if question.kind.has_options else value
    return str(value).removesuffix(".0")


def chosen_labels(question: Question, answer: Answer | None, language: str = "en") -> tuple[str, ...]:
    """The labels of all options that are chosen, in the order of the instrument; unknown codes last."""
    if answer is None or answer.is_empty or answer.is_not_applicable:
        return ()
    codes = answer.value if isinstance(answer.value, tuple) else (str(answer.value),)
    known = [option.code for option in question.options if option.code in codes]
    unknown = [code for code in codes if code not in known]
    return tuple(_label(question, code, language) for code in (*known, *unknown))


def _label(question: Question, code: str, language: str) -> str:
    option = question.option(code)
    return code if option is None else say(option.label, language) or code
