"""Small instruments that are not about a case, for tests of officers, meetings and the whole inspection."""

from model.instruments.reader import fingerprint_of
from model.journal.change import Change
from model.journal.entry import FieldKey
from tests.texts import instrument_of, options, question
from ui.session import Session

TALK = instrument_of(
    "talk",
    "Officer interview",
    question("workload", "O1", "Is your workload manageable?", "judgement"),
    question("caseload", "O2", "How many cases do you have?", "number"),
    about="officer",
)
ABOUT_CASE = instrument_of(
    "case_items",
    "Interview about the case",
    question("agencies", "C1", "Did other agencies work well in this case?", "judgement"),
)
MEETING = instrument_of(
    "round_table",
    "Meeting",
    question("who", "M1", "Who met?"),
    question("said", "M2", "What was said?"),
    about="occasion",
)
ORGANISATION = instrument_of(
    "organisation",
    "Organisational delivery",
    question(
        "rating_1_1",
        "1.1",
        "Rating proposed for leadership",
        "choice",
        more=options(outstanding="Outstanding", good="Good", not_rated="Not rated"),
    ),
    about="inspection",
)


def bring(office: Session, *texts: str) -> None:
    """Let the office add instruments to its inspection."""
    office.record(*(Change(FieldKey("instrument", fingerprint_of(text), "text"), text) for text in texts))
