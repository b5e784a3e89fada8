"""Other words in an instrument: the office's own, question by question, and another language from a table."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from model.instruments.instrument import Instrument, Question, Standing
from model.instruments.reader import read_instrument
from model.instruments.rewording import GUIDANCE, Spot, Words
from model.refusal import Refusal
from model.versions import next_version, standing
from storage import instrument_texts
from ui.actions.issue_version import Proposed, look
from ui.reading import inspections
from ui.session import Session


def own_words(
    session: Session, instrument: str, question: str, place: str, language: str, words: str
) -> Words:
    """Return the office's words for one place ("text", "guidance.where") of a question, by id or code.

    The same words as the inspection was made with take their old standing back. Refusal: no such question.
    """
    first = first_version(session, instrument)
    asked = next((one for one in first.questions.values() if question in (one.id, one.code)), None)
    present = _standing(session, instrument)
    now = next((one for one in present.questions.values() if question in (one.id, one.code)), asked)
    if now is None:
        raise Refusal(
            f"There is no question “{question}” in this instrument.",
            "Nothing was changed.",
            "Name it by its id or its printed code.",
        )
    whose = Standing.OFFICE
    if asked is not None and words.strip() == original(session, instrument, asked.id, place, language):
        whose = _standing_again(asked, now, place)
    return Words(Spot(f"question {now.id}", place), language, words, whose)


def original(session: Session, instrument: str, question: str, place: str, language: str = "en") -> str:
    """Return the words with which the inspection was made, at one place of a question; "" where none are."""
    asked = first_version(session, instrument).questions.get(question)
    if asked is None:
        return ""
    text = asked.text if place == "text" else getattr(asked.guidance, place.removeprefix("guidance."))
    return str(text.get(language, ""))


def propose(session: Session, instrument: str, changes: Sequence[Words]) -> Proposed:
    """Return the version that these words would make, with what is different; nothing is recorded.

    Refusal: there is nothing to change, no such place, or no such instrument.
    """
    if not changes:
        raise Refusal(
            "There is nothing to change: every wording stands already.",
            "Nothing was changed.",
            "Write other words first.",
        )
    present = _standing(session, instrument)
    taken = [one.version for one in inspections.versions(session) if one.id == instrument]
    text = inspections.text_of(session, present.fingerprint)
    version = next_version(present.version, taken)
    return look(session, instrument_texts.with_words(text, changes, version, instrument), instrument)


def export_translations(session: Session, instrument: str, file: Path) -> int:
    """Write the table of an instrument's wordings, Welsh blank where there is none; how many rows."""
    text = inspections.text_of(session, _standing(session, instrument).fingerprint)
    return instrument_texts.write_translations(text, file)


def import_translations(session: Session, instrument: str, file: Path) -> Proposed:
    """Return the version that a filled table would make. Refusal: rows that cannot be taken, each named."""
    text = inspections.text_of(session, _standing(session, instrument).fingerprint)
    return propose(session, instrument, instrument_texts.translations_in(text, file))


def _standing_again(first: Question, now: Question, place: str) -> Standing:
    """Whose words stand when the first ones are put back: guidance is ours when all of it is again."""
    if place == "text":
        return first.wording
    others = (piece for piece in GUIDANCE if f"guidance.{piece}" != place)
    same = all(getattr(first.guidance, piece) == getattr(now.guidance, piece) for piece in others)
    return first.guidance_standing if same else Standing.OFFICE


def first_version(session: Session, instrument: str) -> Instrument:
    """The version with which the inspection was made, in its own words: placeholders as they are written."""
    return _written(session, standing(inspections.versions(session), {}), instrument)


def _standing(session: Session, instrument: str) -> Instrument:
    return _written(session, inspections.standing_versions(session), instrument)


def _written(session: Session, held: Mapping[str, Instrument], instrument: str) -> Instrument:
    if instrument not in held:
        raise Refusal(
            f"This inspection has no instrument “{instrument}”.",
            "Nothing was changed.",
            f"Name one of: {', '.join(sorted(held))}.",
        )
    return read_instrument(inspections.text_of(session, held[instrument].fingerprint), instrument)
