"""The journal on disk: writing entries of one's own, and reading streams back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from model.authority import may_record
from model.journal.change import Change
from model.journal.entry import Body, Entry, FieldKey, Hash, link, origin
from model.journal.erasure import KIND as ERASURE
from model.journal.fields import FieldState, replace_all, settle
from model.journal.undo import reverse
from model.people import Role
from model.refusal import Refusal
from model.text import hidden_characters
from storage import projection
from storage.database import translated
from storage.wire import Unreadable, canonical

if TYPE_CHECKING:
    from sqlite_utils import Database

Random = Callable[[int], bytes]


class NotAllowed(Refusal):
    """This person's role does not record this."""


class Erased(Refusal):
    """What this is about has been erased for good."""


class UnfitText(Refusal):
    """The text holds characters that hide or reorder what is read."""


def join(db: "Database", inspection: str, office: str, now: str) -> None:
    """Make the store ready for an inspection whose office person is `office`; again is harmless."""
    with translated(), db.atomic():
        db.execute("INSERT OR IGNORE INTO inspection VALUES (?, ?, ?)", [inspection, office, now])


def record(
    db: "Database",
    inspection: str,
    author: str,
    changes: Iterable[Change],
    now: str,
    random: Random,
    undoes: str | None = None,
) -> tuple[Entry, ...]:
    """Write one act: its entries, and the projections that follow, in one transaction.

    `now` is UTC, `random(n)` gives n random bytes. NotAllowed, Erased and UnfitText leave nothing written.
    """
    act = random(16).hex()
    with translated(), db.atomic():
        role = projection.role_of(db, inspection, author)
        stream, number, previous = _end_of_own_stream(db, inspection, author, random)
        stood: dict[FieldKey, tuple[Hash, ...]] = {}
        written = []
        for change in changes:
            if not may_record(role, change.key):
                raise _not_allowed(role, change.key)
            if change.key not in stood:
                stood[change.key] = projection.heads_of(db, inspection, change.key)
                if not stood[change.key]:
                    refuse_erased(db, inspection, change.key)
            body = Body(
                author,
                now,
                act,
                change.key,
                change.value,
                random(8).hex(),
                stood[change.key] if change.replaces is None else change.replaces,
                change.reason,
                change.meaning,
                change.instrument,
                undoes,
            )
            encoded = _fit(body)
            number += 1
            entry = link(stream, number, previous, body, encoded)
            previous = entry.hash
            written.append((entry, encoded))
        insert(db, written)
        entries = tuple(entry for entry, _ in written)
        _project(db, inspection, entries, stood)
    return entries


def refuse_erased(db: "Database", inspection: str, key: FieldKey) -> None:
    """Raise Erased if the office erased what this field is about: nothing would bring it back."""
    if projection.is_erased(db, inspection, key):
        raise Erased(
            "The office has erased what this is about, so nothing more can be recorded in it.",
            "Nothing was changed.",
            "If it still matters, write it anew, as a note of its own.",
        )


def refuse_unfit(*texts: str) -> None:
    """Raise UnfitText for text that could not be recorded: as a draft it would stand in the way for good."""
    for text in texts:
        if found := hidden_characters(text):
            raise _unfit(f"hidden characters {', '.join(found)}")


def _project(
    db: "Database", inspection: str, written: Iterable[Entry], stood: Mapping[FieldKey, tuple[Hash, ...]]
) -> None:
    """Bring the projections up to entries just written here, where `stood` has the heads until then."""
    news: dict[FieldKey, list[Entry]] = {}
    for entry in written:
        news.setdefault(entry.recorded.key, []).append(entry)
    if any(key.kind == "person" and key.field == "role" for key in news):
        projection.rebuild(db, inspection)  # what its bearer recorded before may count now
        return
    # In most cases nothing older has to be read: what stood is replaced, so the news decide.
    enough = {key: entries for key, entries in news.items() if replace_all(entries, stood[key])}
    projection.keep(db, inspection, {key: settle(entries) for key, entries in enough.items()})
    projection.refresh(db, inspection, [key for key in news if key not in enough])


def insert(db: "Database", lines: Iterable[tuple[Entry, bytes | None]]) -> None:
    """Add entries to the journal, each with its exact body bytes (erased ones with none and nothing said)."""
    db.conn.executemany(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (entry.stream, entry.number, entry.previous, entry.hash, entry.body_hash, encoded, *_about(entry))
            for entry, encoded in lines
        ),
    )


def _about(entry: Entry) -> tuple[str, ...]:
    body = entry.body
    return (*body.key, body.author, body.act) if body else ("", "", "", "", "")


def undo(db: "Database", inspection: str, author: str, now: str, random: Random) -> tuple[Entry, ...]:
    """Take back the last act of this person in this store that is not taken back yet.

    Returns the entries written, none if there is nothing to undo. CannotUndo: changed since. Erased: the
    act was to erase.
    """
    entries = last_act(db, inspection, author)
    if not entries:
        return ()
    keys = {entry.recorded.key for entry in entries}
    if any(key.kind == ERASURE for key in keys):
        raise Erased(
            "What you did last was to erase, and that cannot be undone.",
            "Nothing was changed.",
            "If something is missing now, record it anew.",
        )
    states = {key: state for key in keys if (state := state_of(db, inspection, key))}
    about = {entry.hash: entry for key in keys for entry in projection.entries_about(db, inspection, key)}
    act = entries[0].recorded.act
    return record(db, inspection, author, reverse(entries, states, about), now, random, undoes=act)


def last_act(db: "Database", inspection: str, author: str) -> tuple[Entry, ...]:
    """Return the entries of the act that `undo` would take back, in order; none if none is left."""
    undone: set[str] = set()
    act: list[Entry] = []
    for entry in _own_backwards(db, inspection):
        body = entry.recorded
        if act and body.act != act[0].recorded.act:
            break
        if body.undoes is not None:
            undone |= {body.undoes, body.act}
        elif body.act not in undone and body.author == author:
            act.append(entry)
    return tuple(reversed(act))


def _own_backwards(db: "Database", inspection: str) -> Iterator[Entry]:
    rows = db.execute(
        "SELECT stream, number, previous, hash, body_hash, body FROM entry"
        " WHERE stream = (SELECT id FROM stream WHERE inspection = ? AND own = 1)"
        " AND body IS NOT NULL ORDER BY number DESC",
        [inspection],
    )
    for row in rows:
        yield projection.entry_from(row)


def state_of(db: "Database", inspection: str, key: FieldKey) -> FieldState | None:
    """Return one field with all that stands in it, both sides of a conflict included."""
    roles = projection.roles_in(db, inspection)
    return settle(
        entry
        for entry in projection.entries_about(db, inspection, key)
        if may_record(roles.get(entry.recorded.author), key)
    )


def history(db: "Database", inspection: str, key: FieldKey) -> tuple[Entry, ...]:
    """Return everything ever recorded about a field that is not erased, oldest first.

    What was taken in with a branch of a stream and is in that stream too is there once.
    """
    about = {entry.hash: entry for entry in projection.entries_about(db, inspection, key)}
    return tuple(sorted(about.values(), key=lambda entry: (entry.recorded.time, entry.stream, entry.number)))


def heads(db: "Database", inspection: str) -> dict[str, tuple[int, Hash]]:
    """Return how far each stream of an inspection is held without a gap: number and hash there."""
    rows = db.execute("SELECT id, own, held, head FROM stream WHERE inspection = ? ORDER BY id", [inspection])
    reached = {
        stream: _end(db, stream) if own == 1 else (held, head) for stream, own, held, head in rows.fetchall()
    }
    return {stream: end for stream, end in reached.items() if end[0]}


def advance(db: "Database", stream: str) -> None:
    """Work out how far a stream is held without a gap, after entries were added to it."""
    held, head = db.execute("SELECT held, head FROM stream WHERE id = ?", [stream]).fetchone()
    start = held
    rows = db.execute(
        "SELECT number, hash, previous FROM entry WHERE stream = ? AND number > ? ORDER BY number",
        [stream, held],
    )
    for number, digest, previous in rows:
        if number != held + 1 or previous != head:
            break
        held, head = number, digest
    if held != start:
        db.execute("UPDATE stream SET held = ?, head = ? WHERE id = ?", [held, head, stream])


def own_streams(db: "Database", inspection: str) -> tuple[str, ...]:
    """Return the streams written in this store for an inspection, the one in use last."""
    rows = db.execute(
        "SELECT id FROM stream WHERE inspection = ? AND own >= 1 ORDER BY own DESC, id", [inspection]
    )
    return tuple(row[0] for row in rows)


def retire_own_streams(db: "Database") -> None:
    """After a restore: what is written next begins a new stream, so that no number is used twice."""
    with translated(), db.atomic():
        for (stream,) in db.execute("SELECT id FROM stream WHERE own = 1").fetchall():
            retire(db, stream)


def retire(db: "Database", stream: str) -> None:
    """Write no more in a stream of one's own; it may have gaps from now on, as other stores' streams may."""
    db.execute("UPDATE stream SET own = 2 WHERE id = ? AND own = 1", [stream])
    advance(db, stream)


def _end_of_own_stream(db: "Database", inspection: str, author: str, random: Random) -> tuple[str, int, Hash]:
    row = db.execute("SELECT id FROM stream WHERE inspection = ? AND own = 1", [inspection]).fetchone()
    if row is None:
        # The first half names its maker, so that nobody else can claim numbers in it.
        stream = author[:16] + random(8).hex()
        add_stream(db, stream, inspection, own=1)
        return stream, 0, origin(stream)
    return str(row[0]), *_end(db, row[0])


def _end(db: "Database", stream: str) -> tuple[int, Hash]:
    """Return number and hash of the last entry of the stream written here, which never has gaps."""
    row = db.execute(
        "SELECT number, hash FROM entry WHERE stream = ? ORDER BY number DESC LIMIT 1", [stream]
    ).fetchone()
    return (row[0], row[1]) if row else (0, origin(stream))


def add_stream(db: "Database", stream: str, inspection: str, own: int) -> None:
    """Make room for a stream: `own` is 1 for the one written here, 2 for a retired one, 0 for others."""
    db.execute(
        "INSERT OR IGNORE INTO stream VALUES (?, ?, ?, 0, ?)", [stream, inspection, own, origin(stream)]
    )


def _fit(body: Body) -> bytes:
    try:
        return canonical(body)
    except Unreadable as error:
        raise _unfit(str(error)) from None


def _unfit(why: str) -> UnfitText:
    return UnfitText(
        f"The text cannot be recorded, because it holds characters that cannot be read safely ({why}).",
        "Nothing was changed; the text is still where you typed it.",
        "Remove these characters, or type the text again instead of pasting it.",
    )


def _not_allowed(role: Role | None, key: FieldKey) -> NotAllowed:
    who = role.value.replace("_", " ") if role else "somebody without a role in this inspection"
    return NotAllowed(
        f"This cannot be recorded by {who}: {key.kind} {key.field.split('.')[0]}.",
        "Nothing was changed.",
        "Ask the office or the lead inspector to record it, or to change your role.",
    )
