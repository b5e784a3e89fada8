"""What is kept and does not count: branches of copied laptops, and entries that nobody here may vouch for."""

from dataclasses import dataclass

from model.journal.entry import Entry
from storage import departures, projection
from storage.wire import read_line
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Came:
    """A bundle that was taken in: who sent it, and when (UTC) it was taken in."""

    sender: str
    time: str


def branch(session: Session, stream: str, why: str, bundle: str) -> tuple[Entry, ...]:
    """Return the entries of a stream that one bundle brought and that are kept aside, in order."""
    rows = session.store.db.execute(
        "SELECT line FROM aside WHERE stream = ? AND why = ? AND bundle = ? ORDER BY number",
        [stream, why, bundle],
    )
    return tuple(read_line(bytes(line))[0] for (line,) in rows)


def came(session: Session) -> dict[str, Came]:
    """Return who sent each bundle that was taken in, by id of the bundle."""
    return {
        bundle["id"]: Came(bundle["person"], bundle["time"])
        for bundle in departures.bundles(session.store.db, session.inspection, "in")
    }


def listed(session: Session) -> tuple[tuple[Entry, str], ...]:
    """Return the entries in the journal that do not count, each with the reason."""
    return projection.read_listed(session.store.db, session.inspection)
