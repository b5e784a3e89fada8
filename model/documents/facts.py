"""Which facts of a case may lie before its officer: what the list says and what was found; no judgement."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.answers import Answer, Answers
from model.documents.answer_words import answer_in_words
from model.documents.material import PERSONAL_FIELDS, CaseFacts
from model.documents.wording import Wording, quote
from model.instruments.conditions import evaluate
from model.instruments.instrument import Instrument, Kind, Line, Part, Question


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: what the provider's list says, and what the inspector found.

    `listed` is None when the list has no such column; `found` is empty while nothing is recorded.
    """

    wording: Wording
    listed: str | None
    found: str


def is_open_fact(question: Question) -> bool:
    """True for a question whose answer may lie before the officer (DESIGN section 7, last paragraph).

    Only facts: not a judgement, no choice that stands above or below the line of a rate, and nothing that
    the inspector writes in words of their own.
    """
    judges = question.kind is Kind.JUDGEMENT or any(
        option.line is not Line.OUTSIDE for option in question.options
    )
    own_words = question.kind is Kind.TEXT and question.proposes is None
    return question.part is Part.FACT and not judges and not own_words


def facts_of(
    instrument: Instrument, case: CaseFacts, answers: Answers, language: str = "en"
) -> tuple[Fact, ...]:
    """The facts of a case in the order of the instrument, without those that routing sets aside.

    Two different values that nobody has decided between stand as "in conflict", never as either of them.
    """
    return tuple(
        Fact(
            quote(question, language),
            _listed(question, case.listed, language),
            sourced(_found(question, answers, language), question, case),
        )
        for question in instrument.questions.values()
        if is_open_fact(question) and _applies(question, instrument, answers)
    )


def sourced(words: str, question: Question, case: CaseFacts) -> str:
    """Say beside an answer where it was verified, if in another assessment of the case."""
    source = case.sources.get(question.id, "")
    return f"{words} ({source})" if words and source else words


def _applies(question: Question, instrument: Instrument, answers: Answers) -> bool:
    """Whether the fact is asked, as far as open facts tell; no judgement is let out by what is missing."""
    open_answers = {
        asked: answer
        for asked, answer in answers.items()
        if asked in instrument.questions and is_open_fact(instrument.question(asked))
    }
    return question.when is None or evaluate(question.when, open_answers) is not False


def _listed(question: Question, listed: Mapping[str, str], language: str) -> str | None:
    if question.proposes is None or question.proposes in PERSONAL_FIELDS or question.proposes not in listed:
        return None
    return answer_in_words(question, Answer(listed[question.proposes]), language)


def _found(question: Question, answers: Answers, language: str) -> str:
    answer = answers.get(question.id)
    if answer is not None and answer.conflict:
        return "in conflict"
    words = answer_in_words(question, answer, language)
    if answer is not None and answer.is_not_applicable and answer.reason:
        return f"{words}: {answer.reason}"
    return words
