"""Writing evidence notes, chronology lines, points to raise and alerts, and changing or removing them.

A text being typed is a draft, durable at once; it becomes an entry when it is put away.
"""

from collections.abc import Mapping
from contextlib import suppress

from model.evidence import KINDS
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.refusal import Refusal
from storage import drafts, projection, streams
from storage.drafts import WORDING, Draft
from ui.actions.answer import put_away
from ui.session import Changes, Session

BESIDE = ("assessment", "question", "source", "date", "state", "told")
"""What stands beside the text of a note, line, point or alert."""


def write(session: Session, kind: str, id: str, text: str, **beside: str) -> Changes:
    """Record a piece of writing under `id` (a new one, or one being changed), and drop its draft.

    `beside`: assessment, question, source, date, state, told. Only what differs from what is recorded
    is recorded again. Refusal: nothing was written in it. ValueError: another kind, or
    another word beside it.
    """
    if kind not in KINDS or not set(beside) <= set(BESIDE):
        raise ValueError(kind, sorted(beside))
    if not text.strip():
        raise Refusal(
            "There is no text to keep.", "Nothing was changed.", "Type the text first, or remove the note."
        )
    db, inspection = session.store.db, session.inspection
    held = projection.read_fields(db, inspection, kind, id)
    wanted = {"text": text.strip(), **beside}
    if kind == "alert" and "state" not in held:
        wanted.setdefault("state", "open")
    changes = [
        Change(FieldKey(kind, id, field), value)
        for field, value in wanted.items()
        if field not in held or held[field].conflict or held[field].value != value
    ]
    with session.store.at_once():
        drafts.drop(db, FieldKey(kind, id, "text"))
        return session.record(*changes) if changes else Changes((), session.now())


def remove(session: Session, kind: str, id: str) -> Changes:
    """Take a piece of writing out of sight; its history stays, and undo brings it back."""
    with session.store.at_once():
        drafts.drop(session.store.db, FieldKey(kind, id, "text"))
        return session.record(Change(FieldKey(kind, id, "removed"), True))


def type_on(session: Session, kind: str, id: str, text: str, beside: Mapping[str, str]) -> str:
    """Make what is being typed durable at once, without making it an entry. Returns the time (UTC).

    Erased: the office has erased this piece of writing. UnfitText: it holds characters that nobody can see.
    """
    now = session.now()
    streams.refuse_erased(session.store.db, session.inspection, FieldKey(kind, id, "text"))
    streams.refuse_unfit(text, *beside.values())
    draft = Draft(FieldKey(kind, id, "text"), text, beside, session.author, now)
    drafts.keep(session.store.db, session.inspection, draft)
    return now


def put_drafts_away(session: Session) -> Changes:
    """Make every draft of this person an entry: when idle, at lock, before export and after a crash.

    Wordings of an instrument stay drafts: they become entries when the version is issued.
    """
    fields: list[FieldKey] = []
    for draft in drafts.kept(session.store.db, session.inspection):
        if draft.author != session.author or draft.key.kind == WORDING:
            continue
        if draft.key.kind in KINDS:
            beside = {name: value for name, value in draft.extra.items() if name in BESIDE}
            fields += write(session, draft.key.kind, draft.key.id, draft.text, **beside).fields
        else:
            fields += put_away(session, draft).fields
    return Changes(tuple(fields), session.now())


def leave_drafts(session: Session) -> None:
    """Put drafts away before another inspection is opened, or the store is locked.

    What cannot become an entry now (on a full disk) stays a draft, which is durable too.
    """
    if session.inspection:
        with suppress(Refusal):
            put_drafts_away(session)
