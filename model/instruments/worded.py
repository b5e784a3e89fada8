"""An instrument in other words: those of one type of provider, or whatever a rule puts in every place."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from model.instruments.instrument import Guidance, Instrument, Question, Section, Text, View
from model.instruments.placeholders import Words, filled, placeholders

Rephrase = Callable[[Text], Text]
"""From the wording of one place to what is to stand there."""


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
    return rephrased(instrument, lambda text: filled(text, words))


def rephrased(instrument: Instrument, put: Rephrase) -> Instrument:
    """The instrument with other words in every place; ids, codes and fingerprint are what they were."""
    views = tuple(_view(view, put) for view in instrument.views)
    return replace(instrument, title=put(instrument.title), views=views)


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


def _view(view: View, put: Rephrase) -> View:
    sections = tuple(_section(section, put) for section in view.sections)
    return replace(view, title=put(view.title), sections=sections)


def _section(section: Section, put: Rephrase) -> Section:
    questions = tuple(_question(question, put) for question in section.questions)
    return replace(section, title=put(section.title), questions=questions)


def _question(question: Question, put: Rephrase) -> Question:
    guidance = question.guidance
    return replace(
        question,
        text=put(question.text),
        options=tuple(replace(option, label=put(option.label)) for option in question.options),
        guidance=Guidance(
            look_for=put(guidance.look_for),
            where=put(guidance.where),
            sufficient=put(guidance.sufficient),
            not_applicable=put(guidance.not_applicable),
            slip=put(guidance.slip),
        ),
    )
