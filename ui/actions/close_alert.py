"""Closing an alert: what came of it is recorded with it."""

from model.journal.change import Change
from model.journal.entry import FieldKey
from model.refusal import Refusal
from ui.session import Changes, Session


def close_alert(session: Session, alert: str, reply: str) -> Changes:
    """Record that an alert is settled, and what came of it. Refusal: nothing is said of that."""
    if not reply.strip():
        raise Refusal(
            "Closing an alert needs a few words on what came of it.",
            "The alert is still open.",
            "Write who acted and what they did, then close it.",
        )
    return session.record(Change(FieldKey("alert", alert, "state"), "closed", reason=reply.strip()))


def reopen_alert(session: Session, alert: str) -> Changes:
    """Record that an alert is open again."""
    return session.record(Change(FieldKey("alert", alert, "state"), "open"))
