"""The page of one instrument's words and versions: what stands, what would change, and issuing it."""

from dataclasses import dataclass, replace
from pathlib import Path

from model.instruments.difference_words import described
from model.instruments.instrument import Instrument, Question, Standing, say
from model.instruments.spoken import lacking, named
from model.instruments.translations import LANGUAGE_NAMES, languages_of
from ui.actions import issue_version, reword
from ui.actions.issue_version import Proposed
from ui.presenters.sizes import counted
from ui.reading import inspections
from ui.reading.instruments import as_written
from ui.session import Session

LANGUAGES = tuple(LANGUAGE_NAMES.items())
PLACES = (
    ("text", "Wording"),
    ("guidance.look_for", "Guidance: what to look for"),
    ("guidance.where", "Guidance: where in the record"),
    ("guidance.sufficient", "Guidance: what sufficient means"),
    ("guidance.not_applicable", "Guidance: when it does not apply"),
    ("guidance.slip", "Guidance: a common slip"),
)
_WHOSE = {
    Standing.PUBLISHED: "published",
    Standing.PROVISIONAL: "provisional",
    Standing.OURS: "ours",
    Standing.OFFICE: "the office’s",
}
_MOST_NAMED, _WELSH = 20, "cy"


@dataclass(frozen=True, slots=True)
class PlaceView:
    """The words at one place of a question: those that stand now, and those of the beginning."""

    now: str
    now_whose: str
    first: str
    first_whose: str


@dataclass(frozen=True, slots=True)
class VersionsState:
    """One instrument: its versions in words, and its questions as (id, code and beginning of the wording)."""

    instrument: str
    title: str
    version: str
    versions: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    places: dict[tuple[str, str, str], PlaceView]
    """By question, place and language."""
    not_in_welsh: str
    kept: dict[tuple[str, str, str], str]
    """Words that are kept and not issued yet, by the same."""
    said: str = ""


@dataclass(frozen=True, slots=True)
class ProposedView:
    """A version that may be issued, in words; `proposed` is handed back to `issue`."""

    proposed: Proposed
    words: str
    lines: tuple[str, ...]


def show(session: Session, instrument: str) -> VersionsState:
    """Return the page of an instrument, by its id. KeyError when the inspection has none such."""
    stands = inspections.standing_versions(session)[instrument]
    known = [one for one in inspections.versions(session) if one.id == instrument]
    present = as_written(session, stands.fingerprint)
    first = reword.first_version(session, instrument)
    return VersionsState(
        instrument,
        say(stands.title),
        stands.version,
        tuple(sorted(_version(one, stands) for one in known)),
        tuple((one.id, _short(one)) for one in present.questions.values()),
        {
            (one.id, place, language): _place(one, _before(one, first), place, language)
            for one in present.questions.values()
            for place, _ in PLACES
            for language, _ in LANGUAGES
        },
        named(lacking(present, _WELSH), _WELSH, _MOST_NAMED) if _WELSH in languages_of(present) else "",
        {
            (one.spot.thing.removeprefix("question "), one.spot.place, one.language): one.words
            for one in reword.kept(session, instrument)
        },
    )


def keep(
    session: Session, state: VersionsState, question: str, place: str, language: str, words: str
) -> VersionsState:
    """Keep the office's words for one place until they are issued; return the page with them."""
    reword.keep(session, state.instrument, question, place, language, words)
    key, now = (question, place, language), state.places[question, place, language].now
    others = {each: held for each, held in state.kept.items() if each != key}
    kept = others if words.strip() in ("", now) else {**others, key: words.strip()}
    return replace(state, kept=kept, said="")


def propose(session: Session, state: VersionsState) -> ProposedView:
    """Return what the words that are kept would change. Refusal: nothing, or something that cannot stand."""
    return _proposed(reword.propose(session, state.instrument, reword.kept(session, state.instrument)))


def from_file(session: Session, path: Path) -> ProposedView:
    """Return what a newer version in a file would change. Refusal: the file is wrong, or does not fit."""
    return _proposed(issue_version.look_at_file(session, path))


def from_table(session: Session, state: VersionsState, path: Path) -> ProposedView:
    """Return what a filled table would change. Refusal: rows that cannot be taken, each named."""
    return _proposed(reword.import_translations(session, state.instrument, path))


def write_table(session: Session, state: VersionsState, path: Path) -> str:
    """Write the table in which Welsh is supplied; say so. Refusal: CannotWrite."""
    rows = reword.export_translations(session, state.instrument, path)
    return f"Written: {path.name}, {counted(rows, 'wording')}. Fill in the last column and take it in here."


def issue(session: Session, view: ProposedView, reason: str) -> VersionsState:
    """Issue a version, and return the page as it is then. Refusal: another was issued meanwhile."""
    reword.issue(session, view.proposed, reason)
    after = view.proposed.after
    state = show(session, after.id)
    said = f"Version {after.version} of {state.title} is issued. It travels with the next bundles."
    return replace(state, said=said)


def _proposed(proposed: Proposed) -> ProposedView:
    words = f"Version {proposed.before.version} → {proposed.after.version}"
    return ProposedView(
        proposed, words, (*issue_version.touched(proposed), "", *described(proposed.difference))
    )


def _version(one: Instrument, stands: Instrument) -> str:
    now = ", which stands" if one.fingerprint == stands.fingerprint else ""
    return f"{one.version} ({one.fingerprint[:4]} {one.fingerprint[4:8]}){now}"


def _short(question: Question) -> str:
    words = say(question.text)
    return f"{question.code}  {words if len(words) <= 70 else words[:69].rstrip() + '…'}"


def _before(question: Question, first: Instrument) -> Question | None:
    """The question of the first version that this one is, or took over from."""
    ids = (question.id, *question.was)
    return next((first.questions[id] for id in ids if id in first.questions), None)


def _place(now: Question, first: Question | None, place: str, language: str) -> PlaceView:
    return PlaceView(
        reword.wording(now, place, language),
        _whose(now, place),
        reword.wording(first, place, language),
        _whose(first, place) if first is not None else "",
    )


def _whose(question: Question, place: str) -> str:
    return _WHOSE[question.wording if place == "text" else question.guidance_standing]
