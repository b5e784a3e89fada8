"""A forgotten passphrase: asking the office, the office's answer, and a new passphrase."""

from dataclasses import dataclass, field
from pathlib import Path

from storage import forgotten, keys, slots
from storage.wrapping import SHIPPED, Cost
from ui.actions import unlock
from ui.actions.begin import SLOTS_FILE, Clock, utc
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came: whose store it says it is of, and the digits to compare by telephone."""

    person: str
    digits: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The office's answer: the reply file, and the code to read by telephone."""

    name: str
    reply: bytes
    code: str = field(repr=False)


def ask_the_office(folder: Path, person: str) -> bytes:
    """Return the file by which this person asks the office for help. A later one replaces it."""
    file = folder / SLOTS_FILE
    waiting, request = forgotten.request(slots.read_slots(file), person)
    slots.write_slots(file, waiting)
    return request


def digits_of_request(folder: Path) -> str:
    """Return the digits of the request that waits for the office's answer; "" where none does."""
    return forgotten.waiting(slots.read_slots(folder / SLOTS_FILE))


def look_at_request(request: bytes) -> Asked:
    """Return what a request says of itself. RecoveryRefused: it is damaged, or no request."""
    asked = forgotten.look(request)
    return Asked(asked.person, asked.digits)


def answer_request(request: bytes, recovery_card: bytes, cost: Cost = SHIPPED) -> Answered:
    """Answer somebody's request with the office's recovery card, which is read and not kept.

    The digits of the request were compared by telephone before. RecoveryRefused, WrongRecoveryCard.
    """
    answered = forgotten.answer(request, keys.read_recovery(recovery_card), cost)
    return Answered(answered.name, answered.reply, answered.code)


def accept_answer(
    folder: Path, reply: bytes, code: str, passphrase: str, clock: Clock = utc, cost: Cost = SHIPPED
) -> Session:
    """Set a new passphrase with the office's reply and its one-time code, and unlock."""
    file = folder / SLOTS_FILE
    renewed, _ = forgotten.accept(slots.read_slots(file), reply, code, passphrase, cost)
    slots.write_slots(file, renewed)
    return unlock.unlock(folder, passphrase, clock)
