"""A forgotten passphrase at the office: looking at the request of one person in the team, answering it."""

from dataclasses import dataclass, field
from pathlib import Path

from model.refusal import Refusal
from ui.actions import carry
from ui.actions import forgotten as answering
from ui.reading import inspections
from ui.session import Session

REQUESTS = "Requests to the office (*.casebook-request);;All files (*)"
REPLIES = "Replies of the office (*.casebook-reply)"
RECOVERY_CARDS = "Recovery card (*.txt);;All files (*)"


@dataclass(frozen=True, slots=True)
class RequestSeen:
    """A request that came, before it is answered. `digits` are compared by telephone."""

    person: str
    name: str
    digits: tuple[str, ...]
    file: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RequestAnswered:
    """A reply that was written; the groups of `code` are read out by telephone, and kept nowhere."""

    name: str
    file: str
    code: tuple[str, ...] = field(repr=False)


def look_at(session: Session, person: str, path: Path) -> RequestSeen:
    """Read the request of one person. Refusal: it is damaged, no request, or of somebody else's store."""
    file = carry.read_chosen(path)
    asked = answering.look_at_request(file)
    names = inspections.names(session)
    if asked.person != person:
        raise _of_somebody_else(names.get(person, "this person"), names.get(asked.person, ""))
    return RequestSeen(person, names[person], tuple(asked.digits.split()), file)


def reply_name(seen: RequestSeen) -> str:
    """Return a name for the reply's file. It holds no name of a person."""
    return f"reply-{seen.person[:8]}.casebook-reply"


def answer(seen: RequestSeen, recovery_card: Path, path: Path) -> RequestAnswered:
    """Answer a request whose digits were compared, and write the reply where the person said.

    Refusal: the file is no recovery card, or not that of the office which invited this person.
    """
    answered = answering.answer_request(seen.file, carry.read_chosen(recovery_card))
    carry.write_chosen(path, answered.reply)
    return RequestAnswered(seen.name, path.name, tuple(answered.code.split()))


def _of_somebody_else(wanted: str, found: str) -> Refusal:
    if found:
        return Refusal(
            f"This request is not from {wanted}: it is of the store of {found}.",
            "Nothing was changed.",
            f"Choose {found} in the table to answer it, or ask {wanted} for the right file.",
        )
    return Refusal(
        f"This request is not from {wanted}, and not from anybody in this team.",
        "Nothing was changed.",
        "Ask who sent it. If they are in the team of another inspection, open that inspection first.",
    )
