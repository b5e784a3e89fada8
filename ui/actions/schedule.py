"""Setting when the officer is interviewed about a case."""

from datetime import datetime

from model.journal.change import Change
from model.journal.entry import FieldKey
from model.refusal import Refusal
from ui.session import Changes, Session


def schedule_interview(session: Session, assessment: str, when: str) -> Changes:
    """Record the interview's local time as "2018-10-09T10:30"; "" says that none is agreed.

    Refusal: `when` is no date and time.
    """
    if when:
        try:
            when = datetime.fromisoformat(when).strftime("%Y-%m-%dT%H:%M")
        except ValueError:
            raise Refusal(
                f"“{when}” is not a date and time.", "Nothing was changed.", "Choose the day and the time."
            ) from None
    return session.record(Change(FieldKey("assessment", assessment, "interview"), when or None))
