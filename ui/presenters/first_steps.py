"""Between the invitation and the first bundle: the card to be sent, the digits to be read out, the bundle."""

from dataclasses import dataclass, field
from pathlib import Path

from model.people import fingerprint
from model.refusal import Refusal
from ui.actions import carry, exchange, home
from ui.presenters.opened import Opened, opened
from ui.presenters.start import card_name
from ui.reading import own
from ui.session import Session

BUNDLES = "Bundles (*.casebook);;All files (*)"


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What somebody does whose card the office has not confirmed yet."""

    office: str
    digits: tuple[str, ...]
    """Of one's own card, to be read to the office."""
    file_name: str
    card: bytes = field(repr=False)


def show(session: Session) -> FirstSteps:
    """Return the next steps of a person whom the office has not given a role yet."""
    office, mine = own.office_card(session), own.card(session)
    return FirstSteps(
        office.name if office else "the office",
        tuple(fingerprint(mine).split()) if mine else (),
        card_name(session.author),
        own.card_file(session) or b"",
    )


def save_card(session: Session, path: Path) -> str:
    """Write the card once more where the person said, and return the name of its file."""
    file = own.card_file(session)
    if file is None:
        raise Refusal(
            "The card that answers your invitation is not in this store.",
            "Nothing was written.",
            "Ask the office for a new invitation.",
        )
    carry.write_chosen(path, file)
    return path.name


def read_bundle(session: Session, place: Path, path: Path) -> Opened:
    """Read the office's first bundle and return the session with its role. Refusal: as for any bundle."""
    taken = exchange.take_bundle(session, path)
    if taken.refusal is not None:
        raise taken.refusal
    home.remember_place(place, path.parent)
    now = opened(session)
    if own.WAITING in now.roles:
        raise Refusal(
            "The bundle was read, but it gives you no role in this inspection yet.",
            "What was in it is kept.",
            "Ask the office whether your card is confirmed, and for a new bundle.",
        )
    return now
