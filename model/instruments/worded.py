"""An instrument in the words of one type of provider."""

from collections.abc import Iterator
from dataclasses import replace

from model.instruments.instrument import Guidance, Instrument, Option, Question, Section, Text, View
from model.instruments.placeholders import Words, filled, placeholders


def wordings(instrument: Instrument) -> Iterator[tuple[str, str, Text]]:
    """Every wording of an instrument, with what it is a wording of ("question engage") and its key."""
    yield "", "title", instrument.title
    for view in instrument.views:
        yield f"view {view.id}", "title", view.title
        for section in view.sections:
            yield f"section {section.id}", "title", section.title
            for question in section.questions:
                for key, text in wordings_of(question):
                    yield f"question {question.id}", key, text


def worded(instrument: Instrument, words: Words) -> Instrument:
    """The instrument with every placeholder filled; ids, codes and fingerprint are what they were."""
    if not any(placeholders(text) for _, _, text in wordings(instrument)):
        return instrument
    views = tuple(_view(view, words) for view in instrument.views)
    return replace(instrument, title=filled(instrument.title, words), views=views)


def wordings_of(question: Question) -> Iterator[tuple[str, Text]]:
    """Every wording of a question, with its key in the file ("guidance.where", "options.yes.label")."""
    yield "text", question.text
    guidance = question.guidance
    yield "guidance.look_for", guidance.look_for
    yield "guidance.where", guidance.where
    yield "guidance.sufficient", guidance.sufficient
    yield "guidance.not_applicable", guidance.not_applicable
    yield "guidance.slip", guidance.slip
    for option in question.options:
        yield f"options.{option.code}.label", option.label


def _view(view: View, words: Words) -> View:
    sections = tuple(_section(section, words) for section in view.sections)
    return replace(view, title=filled(view.title, words), sections=sections)


def _section(section: Section, words: Words) -> Section:
    questions = tuple(_question(question, words) for question in section.questions)
    return replace(section, title=filled(section.title, words), questions=questions)


def _question(question: Question, words: Words) -> Question:
    guidance = question.guidance
    return replace(
        question,
        text=filled(question.text, words),
        options=tuple(_option(option, words) for option in question.options),
        guidance=Guidance(
            look_for=filled(guidance.look_for, words),
            where=filled(guidance.where, words),
            sufficient=filled(guidance.sufficient, words),
            not_applicable=filled(guidance.not_applicable, words),
            slip=filled(guidance.slip, words),
        ),
    )


def _option(option: Option, words: Words) -> Option:
    return replace(option, label=filled(option.label, words))
