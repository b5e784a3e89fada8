"""Merging: who has sent what, what became of each bundle that was taken in, and the bundles that answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from model.documents.dates import date_in_words
from model.inspections import Person
from model.instruments.instrument import say
from model.people import Role
from model.refusal import Refusal
from ui.actions import exchange, home
from ui.actions.exchange import Taken
from ui.presenters.case_words import Said, who
from ui.presenters.decisions import listing
from ui.presenters.opened import Tell
from ui.presenters.people_words import role_in_words
from ui.presenters.sizes import counted, days_since, local
from ui.reading import inspections, received, results
from ui.reading.received import Sent
from ui.session import Session

BUNDLES = "Bundles (*.casebook);;All files (*)"
LATE = 2
"""Days without a bundle after which somebody who still holds open cases is pointed out."""


@dataclass(frozen=True, slots=True)
class Sender:
    """One person in the table of who has sent what.

    `days` have passed since their last bundle was written: None while none of theirs has arrived.
    """

    person: str
    name: str
    role: str
    last: str
    days: int | None
    held: int
    complete: int
    waiting: int
    said: Said
    missing: str
    """What has not arrived, in words."""


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
        tuple(_sender(sent, now, me) for sent in received.who_sent_what(session)),
        listing.undecided(session),
        tuple(person.name for person in _recipients(session)),
        home.last_place(place),
    )


def bundles_in(folder: Path) -> tuple[Path, ...]:
    """Return the bundles in a folder. Refusal: there is none."""
    paths = tuple(sorted(folder.glob(f"*{exchange.SUFFIX}")))
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


def _sender(sent: Sent, now: datetime, me: str) -> Sender:
    person, work = sent.person, sent.work
    is_here = person.id == me
    return Sender(
        person.id,
        person.name,
        role_in_words(person.role),
        "On this computer" if is_here else _last(sent, now),
        None if is_here or not sent.written else days_since(sent.written, now),
        work.held,
        work.complete,
        work.waiting,
        _standing(sent, now, is_here),
        _missing(sent),
    )


def _last(sent: Sent, now: datetime) -> str:
    if not sent.written:
        return "Passed on by others" if sent.entries else "Never"
    at, days = local(sent.written), days_since(sent.written, now)
    if days < 2:
        return f"{('Today', 'Yesterday')[days]}, {at:%H:%M}"
    day = date_in_words(at.date().isoformat(), short=True)
    words = day.removesuffix(f" {at.year}") if at.year == now.astimezone().year else day
    return f"{days} days ago, {words} {at:%H:%M}"


def _standing(sent: Sent, now: datetime, is_here: bool) -> Said:
    """One word for where somebody stands: trouble with the card first, then what has arrived."""
    if sent.person.withdrawn:
        return Said("Card withdrawn", "not_sufficient", "stop")
    if not sent.person.confirmed and not is_here:
        return Said("Card not confirmed", "attention")
    if sent.missing:
        return Said("Gap", "attention")
    if not sent.work.waiting:
        return Said("Everything in" if sent.work.held else "No cases", "sufficient" if sent.work.held else "")
    if is_here:
        return Said("At work", "", "clock")
    if not sent.written:
        return Said("Nothing yet" if not sent.entries else "Waiting", "unknown", "unknown")
    late = days_since(sent.written, now) >= LATE
    return Said("Late", "attention", "clock") if late else Said("Waiting", "", "clock")


def _missing(sent: Sent) -> str:
    work = sent.work
    untouched = work.waiting - work.begun
    parts = []
    if untouched:
        parts.append(f"nothing received of {counted(untouched, 'case')}")
    if work.begun:
        parts.append(f"{work.begun} begun")
    if work.cannot_inspect:
        parts.append(f"{work.cannot_inspect} cannot be inspected")
    if sent.missing:
        gone = counted(sent.missing, "entry has", "entries have")
        parts.append(f"{gone} not arrived: ask for a new bundle")
    return _sentence("; ".join(parts)) or "–"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


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
