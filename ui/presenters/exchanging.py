"""Handing over, and reading what others handed over: bundles written and read, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from model.refusal import Refusal
from ui.actions import exchange, home
from ui.actions import practise as practising
from ui.actions.exchange import Taken
from ui.presenters.case_words import Said, who
from ui.presenters.opened import Opened, Tell, opened
from ui.presenters.sizes import counted, size, where
from ui.reading import inspections, own
from ui.session import Session

BUNDLES = "Bundles (*.casebook);;All files (*)"


@dataclass(frozen=True, slots=True)
class WrittenShown:
    """A bundle that was written and checked."""

    path: Path
    words: str
    more: str
    """Where it lies, and what to do with it."""


@dataclass(frozen=True, slots=True)
class TakenShown:
    """What became of one file that was read."""

    name: str
    said: Said
    words: str


@dataclass(frozen=True, slots=True)
class Read:
    """What became of all files that were read. `again` is there when the person's role has changed."""

    files: tuple[TakenShown, ...]
    words: str
    again: Opened | None


def write(session: Session, place: Path, folder: Path, *, tell: Tell) -> WrittenShown:
    """Write the bundle into `folder`, signed, sealed, and checked by opening it."""
    tell(0, 0, "Writing and checking")
    written = exchange.write_fieldwork_bundle(session, folder)
    home.remember_place(place, folder)
    entries = counted(written.entries, "entry", "entries")
    lies = f"It lies in {where(folder)}."
    more = "Give it to the lead inspector, or send it to the office as you agreed."
    if not written.entries:
        more = "The office has said that it holds everything already; this bundle says so too."
    return WrittenShown(
        written.path,
        f"Written and checked: {written.path.name}, {size(written.size)}, {entries}.",
        f"{lies} {more}",
    )


def read_file(session: Session, place: Path, path: Path, *, tell: Tell) -> Read:
    """Read one bundle, the office's allocation as a rule."""
    return _read(session, place, [path], path.parent, tell)


def read_folder(session: Session, place: Path, folder: Path, *, tell: Tell) -> Read:
    """Read every bundle in a folder, in any order, as often as one likes. Refusal: there is none in it."""
    paths = exchange.bundles_in(folder)
    if not paths:
        raise Refusal(
            f"There is no bundle in the folder {folder.name}.",
            "Nothing was changed.",
            f"Choose the folder in which the files ending in {exchange.SUFFIX} lie.",
        )
    return _read(session, place, paths, folder, tell)


def let_practice_office_answer(session: Session, bundle: Path, *, tell: Tell) -> Read:
    """Have the practice office read the bundle and send its own, as a real office would by tomorrow."""
    tell(0, 0, "The practice office is reading")
    taken = practising.let_the_office_answer(session, bundle)
    return Read((_taken(session, taken),), "The practice office has read your bundle and answered.", None)


def _read(session: Session, place: Path, paths: Sequence[Path], folder: Path, tell: Tell) -> Read:
    before = own.roles(session)
    taken = exchange.take_files(session, paths, tell)
    home.remember_place(place, folder)
    shown = tuple(_taken(session, one) for one in taken)
    refused = sum(one.refusal is not None for one in taken)
    words = f"{counted(len(taken), 'bundle')} read"
    if refused:
        words = f"{counted(len(taken) - refused, 'bundle')} read, {refused} refused"
    return Read(shown, f"{words}.", opened(session) if own.roles(session) != before else None)


def _taken(session: Session, taken: Taken) -> TakenShown:
    if taken.arrival is None:
        return TakenShown(taken.name, Said("Refused", "not_sufficient", "stop"), str(taken.refusal))
    arrival = taken.arrival
    names = inspections.names(session)
    words = [f"From {who(taken.sender, session.author, names)}: {_brought(arrival.new, arrival.known)}."]
    if arrival.unvouched:
        aside = counted(arrival.unvouched, "entry", "entries")
        words.append(f"{aside} that the sender could not vouch for were set aside and listed.")
    if arrival.forks:
        words.append(
            f"{counted(len(arrival.forks), 'stream')} of a copied or restored laptop stands aside; "
            "the office decides about it."
        )
    if arrival.unvouched or arrival.forks:
        return TakenShown(taken.name, Said("Read, with remarks", "attention"), " ".join(words))
    return TakenShown(taken.name, Said("Read", "sufficient"), " ".join(words))


def _brought(new: int, known: int) -> str:
    if not new:
        return "nothing that was not here already"
    brought = counted(new, "new entry", "new entries")
    return f"{brought}, {known:,} here already" if known else brought
