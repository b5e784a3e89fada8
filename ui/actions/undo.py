"""Undo: taking back this person's last act, as a whole."""

from model.journal.undo import CannotUndo
from model.refusal import Refusal
from storage import streams
from ui.reading import inspections
from ui.session import Changes, Session, changes_of


def undo(session: Session) -> Changes:
    """Take back the last act of this person that is not taken back yet.

    Refusal: there is nothing to undo, or somebody (who is named) has changed it since.
    """
    now = session.now()
    try:
        entries = streams.undo(session.store.db, session.inspection, session.author, now, session.random)
    except CannotUndo as refusal:
        who = inspections.names(session).get(refusal.by, "somebody else")
        raise Refusal(
            f"This cannot be undone: {who} has changed it since.", refusal.kept, refusal.next
        ) from None
    if not entries:
        raise Refusal("There is nothing of yours to undo.", "Nothing was changed.", "Go on working.")
    return changes_of(entries, now)
