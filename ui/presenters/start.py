"""First start: an invitation, the practice inspection, or a new office."""

from dataclasses import dataclass, field
from pathlib import Path

from model.people import fingerprint
from model.refusal import Refusal
from ui.actions import begin, carry, home, unlock
from ui.actions import practise as practising
from ui.actions.choose_passphrase import SHORTEST, weakness
from ui.presenters.opened import Opened, Tell, opened
from ui.presenters.sizes import where
from ui.reading import own

INVITATIONS = "Invitations (*.casebook-invitation);;All files (*)"
CARDS = "Casebook cards (*.casebook-card)"
RECOVERY_CARDS = "Text files (*.txt)"
RECOVERY_NAME = "casebook-recovery-card.txt"
RULE = f"At least {SHORTEST} characters. Four or five words that have nothing to do with each other are best."


@dataclass(frozen=True, slots=True)
class StartState:
    """What a person can begin with here: `store` and `practice` say what lies here already."""

    store: bool
    practice: bool


@dataclass(frozen=True, slots=True)
class Invited:
    """What an invitation says; `digits` are compared with the office by telephone before it is used."""

    office: str
    inspection: str
    provider: str
    name: str
    """The name by which the office invited, proposed as one's own."""
    digits: tuple[str, ...]
    file: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Problems:
    """What is wrong with what stands in the fields, each "" when nothing is."""

    name: str
    passphrase: str
    again: str

    @property
    def none(self) -> bool:
        """Whether everything can be taken as it stands."""
        return not (self.name or self.passphrase or self.again)


@dataclass(frozen=True, slots=True)
class CardMade:
    """A new store with its card, which the office waits for."""

    opened: Opened
    office: str
    digits: tuple[str, ...]
    file_name: str
    card: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class OfficeReady:
    """A new office. `refusal` says why the recovery card could not be written; it is tried elsewhere then."""

    opened: Opened
    saved: str
    refusal: Refusal | None
    card: str = field(repr=False)


def place() -> Path:
    """Return this person's place on this laptop."""
    return home.home()


def store_is_there(folder: Path) -> bool:
    """Return whether a store lies in this folder, sound or damaged, or a copy: then it is to be unlocked."""
    return unlock.is_there(folder)


def show(place: Path) -> StartState:
    """Return what can be begun in this person's place."""
    return StartState(store_is_there(place), store_is_there(home.practice_folder(place)))


def practice_folder(place: Path) -> Path:
    """Return where the practice store lies."""
    return home.practice_folder(place)


def read_invitation(path: Path) -> Invited:
    """Read an invitation, to be compared by telephone. Refusal: it is damaged, or no invitation."""
    file = carry.read_chosen(path)
    said = begin.read_invitation(file)
    digits = tuple(fingerprint(said.office).split())
    return Invited(said.office.name, said.title, said.provider, said.invited, digits, file)


def check(name: str, passphrase: str, again: str) -> Problems:
    """Say what is still wrong with a name and a passphrase typed twice. Touches no store."""
    weak = weakness(passphrase)
    return Problems(
        "" if name.strip() else "Type your name as your colleagues know it.",
        f"{weak.happened} {weak.next}" if weak else "",
        "" if passphrase == again else "The two passphrases are not the same. Type the second one again.",
    )


def length_so_far(passphrase: str) -> str:
    """Say how far the one rule for a passphrase is met while it is typed."""
    count = len(passphrase)
    return (
        f"{count} of at least {SHORTEST} characters"
        if count < SHORTEST
        else f"{count} characters: long enough"
    )


def begin_with(folder: Path, invitation: bytes, name: str, passphrase: str) -> CardMade:
    """Make this person's store and the card that answers the invitation."""
    home.make(folder)
    return card_made(begin.begin_with_invitation(folder, invitation, name, passphrase))


def card_made(begun: begin.Begun) -> CardMade:
    """Return what is shown of a card that was just made: whom it answers, its digits and its file."""
    mine, office = own.card(begun.session), own.office_card(begun.session)
    return CardMade(
        opened(begun.session),
        office.name if office else "",
        tuple(fingerprint(mine).split()) if mine else (),
        card_name(begun.session.author),
        begun.card_file,
    )


def card_name(person: str) -> str:
    """Return a name for a card's file. It holds no name of a person."""
    return f"card-{person[:8]}.casebook-card"


def save(path: Path, data: bytes) -> str:
    """Write a file where the person said, and return its name."""
    carry.write_chosen(path, data)
    return path.name


def set_up_office(folder: Path, name: str, passphrase: str, card: Path) -> OfficeReady:
    """Make an office's store and write its recovery card to `card`, which was chosen before."""
    carry.write_chosen(card, b"The recovery card of a Casebook office will stand here in a moment.\n")
    home.make(folder)
    made = begin.set_up_office(folder, name, passphrase)
    try:
        carry.write_chosen(card, made.recovery_card.encode())
    except Refusal as refusal:
        return OfficeReady(opened(made.session), "", refusal, made.recovery_card)
    return OfficeReady(opened(made.session), where(card), None, made.recovery_card)


def practise(place: Path, *, tell: Tell) -> Opened:
    """Make the practice inspection anew and open it."""
    home.make(place)
    return opened(practising.practise(home.practice_folder(place), tell))
