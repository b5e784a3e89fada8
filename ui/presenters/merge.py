"""Merging: who has sent what, what became of each bundle that was taken in, and the bundles that answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.inspections import Person
from model.instruments.instrument import say
from model.people import Role
from model.refusal import Refusal
from ui.actions import exchange, home
from ui.actions.exchange import Taken
from ui.presenters.case_words import Said, who
from ui.presenters.decisions import listing
from ui.presenters.opened import Tell
from ui.presenters.senders import Sender, sender
from ui.presenters.sizes import counted
from ui.reading import inspections, received, results
from ui.session import Session

BUNDLES = "Bundles (*.casebook);;All files (*)"


@dataclass(frozen=True, slots=True)
class SampleReceived:
    """How much of one sample has arrived: `received` of `expected` complete assessments of record."""

    title: str
    received: int
    expected: int


@dataclass(frozen=True, slots=True)
class MergeState:
    """What the page shows."""

    samples: tuple[SampleReceived, ...]
    senders: tuple[Sender, ...]
    undecided: int
    recipients: tuple[str, ...]
    """Names of those for whom the next bundles are written."""
    last_place: Path | None
    """Where bundles were read or written last."""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file. A refusal is said in its three sentences; otherwise `refusal` is None."""

    name: str
    sender: str
    said: Said
    words: str
    refusal: Refusal | None
    new: int


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of all files that were taken in, in words and one by one."""

    words: str
    short: str
    files: tuple[FileOutcome, ...]


@dataclass(frozen=True, slots=True)
class BundlesWritten:
    """The bundles that were written and checked, and who was left out with the reason."""

    words: str
    more: str
    files: tuple[str, ...]


def show(session: Session, place: Path) -> MergeState:
    """Return who has sent what so far, and how much has arrived; `place` is this person's own place."""
    now, me = session.clock(), session.author
    found = results.team_results(session) if inspections.inspection(session).programme else ()
    return MergeState(
        tuple(
            SampleReceived(say(one.sample.title), one.received, one.expected) for one in found if one.expected
        ),
        tuple(sender(sent, now, me) for sent in received.who_sent_what(session)),
        listing.undecided(session),
        tuple(person.name for person in _recipients(session)),
        home.last_place(place),
    )


def bundles_in(folder: Path) -> tuple[Path, ...]:
    """Return the bundles in a folder. Refusal: there is none."""
    paths = exchange.bundles_in(folder)
    if not paths:
        raise Refusal(
            f"There is no bundle in the folder {folder.name}.",
            "Nothing was changed.",
            f"Choose the folder in which the files ending in {exchange.SUFFIX} lie.",
        )
    return paths


def take_folder(
    session: Session, place: Path, folder: Path, keep: Callable[[FileOutcome], object], *, tell: Tell
) -> Merged:
    """Take in every bundle in a folder; see `take_files`. Refusal: there is none in it."""
    return take_files(session, place, bundles_in(folder), keep, tell=tell)


def take_files(
    session: Session, place: Path, paths: Sequence[Path], keep: Callable[[FileOutcome], object], *, tell: Tell
) -> Merged:
    """Take in these bundles one by one, in any order; each is wholly in or not at all.

    `keep` is handed each outcome as soon as it is there, so that whoever stops the work halfway through still
    knows what was taken in.
    """
    home.remember_place(place, paths[0].parent)
    found = []
    for done, path in enumerate(paths):
        tell(done, len(paths), f"{done} of {counted(len(paths), 'bundle')} taken in")
        outcome = _outcome(session, exchange.take_bundle(session, path))
        keep(outcome)
        found.append(outcome)
    return merged(found)


def merged(outcomes: Sequence[FileOutcome]) -> Merged:
    """Say what became of these files together."""
    refused = sum(one.refusal is not None for one in outcomes)
    new = sum(one.new for one in outcomes)
    short = f"{counted(len(outcomes) - refused, 'bundle')} taken in"
    words = f"{short}, {counted(new, 'new entry', 'new entries')}"
    if refused:
        words += f"; {counted(refused, 'file')} refused"
        short += f", {refused} refused"
    return Merged(f"{words}.", short, tuple(outcomes))


def write_bundles(session: Session, place: Path, folder: Path, *, tell: Tell) -> BundlesWritten:
    """Write the next bundle for everybody into `folder`; each says what is held here of that person's work.

    Refusal: nobody has a confirmed card.
    """
    people = _recipients(session)
    if not people:
        raise Refusal(
            "Nobody in the team has a confirmed card, so there is nobody to write a bundle for.",
            "Nothing was written.",
            "Confirm the cards by telephone on the team page.",
        )
    home.remember_place(place, folder)
    names = []
    for done, person in enumerate(people):
        tell(done, len(people), f"{done} of {counted(len(people), 'bundle')} written and checked")
        names.append(exchange.write_allocation_bundle(session, person.id, folder).path.name)
    left_out = [person.name for person in _senders(session) if person not in people]
    more = "Each says what is held here of that person's work; then their cases read “received”."
    if left_out:
        more += f" Left out, because their card is not confirmed or was withdrawn: {', '.join(left_out)}."
    return BundlesWritten(
        f"{counted(len(names), 'bundle')} written and checked in {folder.name}.", more, tuple(names)
    )


def _senders(session: Session) -> list[Person]:
    others = (person for person in inspections.people(session) if person.id != session.author)
    return [person for person in others if person.role not in (None, Role.OFFICE, Role.ANALYST)]


def _recipients(session: Session) -> list[Person]:
    return [person for person in _senders(session) if person.confirmed and not person.withdrawn]


def _outcome(session: Session, taken: Taken) -> FileOutcome:
    if taken.arrival is None:
        return FileOutcome(taken.name, "", Said("Refused", "not_sufficient", "stop"), "", taken.refusal, 0)
    arrival = taken.arrival
    sender = who(taken.sender, session.author, inspections.names(session))
    words = [_brought(arrival.new, arrival.known, repeated=arrival.repeated)]
    if arrival.forks:
        words.append(
            f"{counted(len(arrival.forks), 'branch', 'branches')} of a copied or restored laptop kept aside "
            "to be decided."
        )
    if arrival.unvouched:
        words.append(
            f"{counted(arrival.unvouched, 'entry', 'entries')} kept aside, because the sender cannot vouch "
            "for them."
        )
    if arrival.forks or arrival.unvouched:
        said = Said("Look at it", "attention")
    elif arrival.new:
        said = Said("Taken in", "sufficient")
    else:
        said = Said("Nothing new", "", "tick")
    return FileOutcome(taken.name, sender, said, " ".join(words), None, arrival.new)


def _brought(new: int, known: int, *, repeated: bool) -> str:
    if repeated and not new:
        return "The same bundle again: nothing new."
    if not new:
        return "Nothing that was not here already."
    words = f"{counted(new, 'new entry', 'new entries')}"
    return f"{words}, {known:,} known already." if known else f"{words}."
