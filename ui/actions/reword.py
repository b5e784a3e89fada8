"""Other words in an instrument: the office's own, question by question, and another language from a table."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from model.instruments.instrument import Instrument, Question, Standing
from model.instruments.reader import read_instrument
from model.instruments.rewording import GUIDANCE, Spot, Words
from model.journal.entry import FieldKey
from model.refusal import Refusal
from model.versions import next_version, standing
from storage import drafts, instrument_texts, streams
from storage.drafts import WORDING, Draft
from ui.actions import issue_version
from ui.actions.issue_version import Proposed, look
from ui.reading import inspections
from ui.session import Changes, Session


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
    return wording(first_version(session, instrument).questions.get(question), place, language)


def keep(session: Session, instrument: str, question: str, place: str, language: str, words: str) -> None:
    """Make words for one place durable as a draft; those that stand there already, or none, are dropped.

    UnfitText: they hold characters that nobody can see.
    """
    streams.refuse_unfit(words)
    key = FieldKey(WORDING, instrument, f"{language} {place} {question}")
    now = wording(_standing(session, instrument).questions.get(question), place, language)
    if words.strip() in ("", now):
        drafts.drop(session.store.db, key)
        return
    draft = Draft(key, words.strip(), {}, session.author, session.now())
    drafts.keep(session.store.db, session.inspection, draft)


def kept(session: Session, instrument: str) -> tuple[Words, ...]:
    """Return the words for an instrument that this person keeps as drafts, oldest first."""
    asked = _standing(session, instrument).questions
    return tuple(
        own_words(session, instrument, question, place, language, draft.text)
        for draft, (language, place, question) in _drafts(session, instrument)
        if question in asked
    )


def issue(session: Session, proposed: Proposed, reason: str) -> Changes:
    """Issue a version, and forget with it the drafts that are in it. Refusal as for any version."""
    with session.store.at_once():
        changes = issue_version.issue(session, proposed, reason)
        for draft, (language, place, question) in _drafts(session, proposed.after.id):
            if wording(proposed.after.questions.get(question), place, language) == draft.text:
                drafts.drop(session.store.db, draft.key)
    return changes


def wording(question: Question | None, place: str, language: str) -> str:
    """Return the words at one place of a question ("text", "guidance.where"); "" where there are none."""
    if question is None:
        return ""
    text = question.text if place == "text" else getattr(question.guidance, place.removeprefix("guidance."))
    return str(text.get(language, ""))


def _drafts(session: Session, instrument: str) -> list[tuple[Draft, list[str]]]:
    return [
        (draft, draft.key.field.split(" ", 2))
        for draft in drafts.kept(session.store.db, session.inspection)
        if (draft.key.kind, draft.key.id, draft.author) == (WORDING, instrument, session.author)
    ]


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
    taken = [one.version for one in inspections.heads(session) if one.id == instrument]
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
