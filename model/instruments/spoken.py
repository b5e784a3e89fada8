"""An instrument in one language, English standing in where a wording lacks it; which questions lack it."""

from model.instruments.instrument import Instrument, Question, Text, say
from model.instruments.translations import LANGUAGE_NAMES
from model.instruments.worded import rephrased, wordings_of

ENGLISH = "en"


def spoken(instrument: Instrument, language: str) -> Instrument:
    """The instrument whose words are those of a language wherever it is supplied.

    Ids, codes of options, version and fingerprint are what they were, so answers merge whatever the language.
    """

    def said(text: Text) -> Text:
        return {**text, ENGLISH: say(text, language)} if language in text else text

    return instrument if language == ENGLISH else rephrased(instrument, said)


def lacks(question: Question, language: str) -> bool:
    """True when the wording of a question, or the label of one of its options, is not in a language."""
    texts = (question.text, *(option.label for option in question.options))
    return any(not text.get(language) for text in texts)


def guides_without(question: Question, language: str) -> bool:
    """True when a question has guidance, and any of it is not in a language."""
    return any(
        text and not text.get(language) for key, text in wordings_of(question) if key.startswith("guidance.")
    )


def lacking(instrument: Instrument, language: str) -> tuple[str, ...]:
    """The printed codes of the questions that lack a language, in order; none for English."""
    if language == ENGLISH:
        return ()
    return tuple(question.code for question in instrument.questions.values() if lacks(question, language))


def named(codes: tuple[str, ...], language: str, most: int = 0) -> str:
    """Say which items lack a language ("Not in Welsh: F3, F4."); "" where none does.

    With `most` no more are named than that, and the others counted.
    """
    if not codes:
        return ""
    shown = codes[:most] if most and len(codes) > most else codes
    more = f" and {len(codes) - len(shown)} more" if len(shown) < len(codes) else ""
    return f"Not in {LANGUAGE_NAMES[language]}: {', '.join(shown)}{more}."
