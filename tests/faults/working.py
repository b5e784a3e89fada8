"""An inspector at work on a real encrypted store: what the program that is cut off or killed was doing."""

import hashlib
from dataclasses import replace
from pathlib import Path

from model.journal.change import Change
from model.journal.entry import FieldKey, broken_at
from storage import drafts, projection, slots, store, streams
from storage.wrapping import Cost
from tests.team import shown
from ui.actions import begin, write
from ui.actions.undo import undo
from ui.session import Session

INSPECTION, INSPECTOR, ASSESSMENT = "1" * 32, "a" * 32, "c" * 32
PASSPHRASE = "four quiet grey geese"
QUESTIONS = 7


def set_up(folder: Path) -> Session:
    """Make a store by the real way of a first start, with an inspection and one inspector in it."""
    made = begin.set_up_office(folder, "Office", PASSPHRASE, cost=Cost(64, 1, 1))
    streams.join(made.session.store.db, INSPECTION, made.session.author, made.session.now())
    office = made.session.within(INSPECTION)
    office.record(Change(FieldKey("person", INSPECTOR, "role"), "inspector"))
    return replace(office, author=INSPECTOR)


def come_back(folder: Path) -> Session:
    """Open the store again with the passphrase, every page checked; drafts stay as they are."""
    unlocked = slots.unlock(slots.read_slots(folder / begin.SLOTS_FILE), PASSPHRASE)
    return Session(store.open_store(folder, unlocked.key), INSPECTOR, INSPECTION)


def act(session: Session, number: int) -> None:
    """Do the next of the things that inspectors do, in turn; each is durable when this returns."""
    answers = FieldKey("assessment", ASSESSMENT, f"answer.q{number % QUESTIONS}")
    note, words = f"{number % QUESTIONS:032x}", f"Words of act {number}. " * (1 + number % 12)
    match number % 6:
        case 0:
            session.record(Change(answers, f"act {number}", meaning=1))
        case 1:
            write.type_on(session, "note", note, words, {"assessment": ASSESSMENT})
        case 2:
            write.write(session, "note", note, words, assessment=ASSESSMENT, source="Contact log")
        case 3:
            other = answers._replace(field="state")
            session.record(Change(answers, f"act {number}", meaning=1), Change(other, f"act {number}"))
        case 4:
            undo(session)
        case _:
            write.type_on(session, "line", note, words, {"assessment": ASSESSMENT})


def portrait(session: Session) -> str:
    """Return a digest of everything that the store holds: journal, what screens read, drafts."""
    db = session.store.db
    held = (
        streams.heads(db, session.inspection),
        db.execute("SELECT COUNT(*) FROM entry").fetchone()[0],
        shown(session.store),
        drafts.kept(db, session.inspection),
    )
    return hashlib.sha256(repr(held).encode()).hexdigest()


def trouble_in(session: Session) -> str:
    """Return what is wrong with a store that opened: its chain, its projections, its drafts; "" if nothing.

    Drafts are put away by it, as after every crash.
    """
    db = session.store.db
    rows = db.execute(
        "SELECT stream, number, previous, hash, body_hash, body FROM entry ORDER BY stream, number"
    ).fetchall()
    if any(row[5] is not None and hashlib.sha256(row[5]).digest() != row[4] for row in rows):
        return "a body is not the one that was hashed"
    for stream in streams.own_streams(db, session.inspection):
        if broken_at([projection.entry_from(row) for row in rows if row[0] == stream]) is not None:
            return "the chain is broken"
    live = shown(session.store)
    projection.rebuild(db, session.inspection)
    if shown(session.store) != live:
        return "rebuilt is not what was live"
    typed = drafts.kept(db, session.inspection)
    write.put_drafts_away(session)
    for draft in typed:
        held = projection.read_field(db, session.inspection, draft.key)
        if held is None or held.value != draft.text.strip():
            return "a draft did not become an entry"
    return ""
