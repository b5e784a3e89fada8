"""The unlock page: whose store this is, and the ways back into it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from model.documents.dates import date_in_words
from model.refusal import Refusal
from ui.actions import carry, forgotten, home
from ui.actions import unlock as unlocking
from ui.actions.practise import PASSPHRASE
from ui.actions.unlock import Trouble
from ui.presenters.opened import Opened, opened
from ui.session import Session

REQUESTS = "Requests to the office (*.casebook-request)"
REPLIES = "Replies of the office (*.casebook-reply);;All files (*)"


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who can unlock the store."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A sealed copy of the store, by the day on which it was kept."""

    path: Path
    day: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was written: its file, and the digits that the office compares by telephone."""

    name: str
    digits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnlockState:
    """Whose store this is. `hint` is the passphrase of the practice store, which is no secret."""

    owners: tuple[Owner, ...]
    copies: tuple[Copy, ...]
    practice: bool
    hint: str
    asked: tuple[str, ...]
    """The digits of the request that waits for the office's answer; none where nobody asked."""
    refusal: Refusal | None
    """Why it cannot be unlocked as it is: the file with its key is damaged, or the store is not there."""


def show(folder: Path, place: Path) -> UnlockState:
    """Return what the unlock page says of the store in `folder`; `place` is this person's own place."""
    practice = folder == home.practice_folder(place)
    copies = tuple(Copy(path, _day(path)) for path in unlocking.copies_of(folder))
    refusal: Refusal | None = None
    owners: tuple[Owner, ...] = ()
    asked: tuple[str, ...] = ()
    try:
        owners = tuple(Owner(one.person, one.name) for one in unlocking.owners(folder))
        asked = _asked(folder) if owners else ()
        refusal = None if owners else _missing()
    except Refusal as damaged:
        refusal = damaged
    return UnlockState(owners, copies, practice, PASSPHRASE if practice else "", asked, refusal)


def unlock(folder: Path, passphrase: str) -> Opened:
    """Open the store with a passphrase. Refusal: wrong, or damaged, or in use."""
    return opened(unlocking.unlock(folder, passphrase))


def is_wrong_passphrase(refusal: Refusal) -> bool:
    """Return whether only the passphrase was wrong: it is said beside the field, and typed again."""
    return unlocking.trouble_of(refusal) is Trouble.PASSPHRASE


def is_damage(refusal: Refusal) -> bool:
    """Return whether the store is damaged: restoring a copy is the way on."""
    return unlocking.trouble_of(refusal) is Trouble.DAMAGED


def lock(session: Session) -> None:
    """Put drafts away and close the store."""
    unlocking.lock(session)


def request_name(person: str) -> str:
    """Return a name for the request's file. It holds no name of a person."""
    return f"request-{person[:8]}.casebook-request"


def ask_the_office(folder: Path, person: str, path: Path) -> Asked:
    """Write the request to the office for a forgotten passphrase."""
    carry.write_chosen(path, forgotten.ask_the_office(folder, person))
    return Asked(path.name, _asked(folder))


def accept_reply(folder: Path, reply: Path, code: str, passphrase: str) -> Opened:
    """Set a new passphrase with the office's reply and the code it reads out, and open the store."""
    return opened(forgotten.accept_answer(folder, carry.read_chosen(reply), code, passphrase))


def restore(folder: Path, copy: Path, passphrase: str) -> Opened:
    """Put a sealed copy in the place of the store, and open it. What is written then is a new stream."""
    return opened(unlocking.restore_copy(folder, copy, passphrase))


def _asked(folder: Path) -> tuple[str, ...]:
    return tuple(forgotten.digits_of_request(folder).split())


def _day(path: Path) -> str:
    try:
        day = date.fromisoformat(path.stem)
    except ValueError:
        return path.stem
    return f"{day:%A}, {date_in_words(path.stem)}"


def _missing() -> Refusal:
    return Refusal(
        "The store itself is not in its folder any more.",
        "Its sealed copies are, and what you handed over in bundles is safe.",
        "Restore a copy.",
    )
