"""Unlocking and locking a store, changing the passphrase, and restoring a sealed copy."""

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from model.refusal import Refusal
from storage import copies, slots, store
from storage.database import DiskFull, StoreDamaged
from storage.slots import Slots, Unlocked
from storage.wrapping import SHIPPED, Cost
from ui.actions.begin import SLOTS_FILE, Clock, utc
from ui.actions.write import leave_drafts
from ui.reading import inspections
from ui.session import Session


class Trouble(StrEnum):
    """What kept a store closed, as far as the unlock page offers different ways on."""

    PASSPHRASE = "passphrase"
    DAMAGED = "damaged"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who can unlock a store."""

    person: str
    name: str


def is_there(folder: Path) -> bool:
    """Return whether a store, sound or damaged, or at least a copy of one, lies in `folder`."""
    return store.exists(folder) or bool(copies.copies(folder))


def owners(folder: Path) -> tuple[Owner, ...]:
    """Return who can unlock the store in `folder`; nobody if there is none."""
    if not store.exists(folder):
        return ()
    return tuple(Owner(slot.person, slot.name) for slot in _slots(folder).people)


def unlock(folder: Path, passphrase: str, clock: Clock = utc) -> Session:
    """Open the store with a passphrase: its owner is the author. The newest inspection is opened.

    Every page is checked, a sealed copy of the day kept, and drafts that a crash left become entries; on a
    full disk neither of the last two is possible, and the store opens all the same.
    WrongPassphrase, StoreDamaged, StoreInUse, StoreRefused.
    """
    return _open(folder, slots.unlock(_slots(folder), passphrase), clock)


def trouble_of(refusal: Refusal) -> Trouble:
    """Return what kept a store closed: the wrong passphrase, damage that a copy can mend, or another."""
    if isinstance(refusal, slots.WrongPassphrase):
        return Trouble.PASSPHRASE
    return Trouble.DAMAGED if isinstance(refusal, StoreDamaged) else Trouble.OTHER


def lock(session: Session) -> None:
    """Put drafts away and close the store; the key goes with it."""
    leave_drafts(session)
    session.store.close()


def change_passphrase(folder: Path, old: str, new: str, cost: Cost = SHIPPED) -> None:
    """Change the passphrase of whoever knows the old one. WrongPassphrase, PassphraseRefused."""
    slots.write_slots(folder / SLOTS_FILE, slots.change_passphrase(_slots(folder), old, new, cost))


def copies_of(folder: Path) -> tuple[Path, ...]:
    """Return the sealed copies of the store that can be restored, the newest first."""
    return tuple(reversed(copies.copies(folder)))


def restore_copy(folder: Path, copy: Path, passphrase: str, clock: Clock = utc) -> Session:
    """Put a sealed copy in the place of the store; what is written from now on is a new stream."""
    unlocked = slots.unlock(_slots(folder), passphrase)
    copies.restore_copy(folder, copy, unlocked.key).close()
    return _open(folder, unlocked, clock)


def _open(folder: Path, unlocked: Unlocked, clock: Clock) -> Session:
    session = Session(store.open_store(folder, unlocked.key), unlocked.person, clock=clock)
    with suppress(DiskFull):
        copies.keep_copy(session.store, session.now()[:10])
    joined = inspections.inspections(session)
    if joined:
        session = session.within(joined[-1].id)
        leave_drafts(session)
    return session


def _slots(folder: Path) -> Slots:
    return slots.read_slots(folder / SLOTS_FILE)
