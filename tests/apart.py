"""Small instruments that are not about a case, for tests of officers, meetings and the whole inspection."""

from model.instruments.reader import fingerprint_of
from model.journal.change import Change
from model.journal.entry import FieldKey
from ui.session import Session

_HEAD = """
format = 1
id = "{id}"
family = "tests"
version = "1.0"
title.en = "{title}"
attribution = "Ours."
about = "{about}"
[options.yes_no]
yes = {{ label.en = "Yes", key = "y", line = "above" }}
no = {{ label.en = "No", key = "n", line = "below" }}
[[view]]
id = "items"
title.en = "Items"
[[view.section]]
id = "asked"
title.en = "Asked"
"""
_FACT = """
[[view.section.question]]
id = "{id}"
code = "{code}"
part = "fact"
kind = "{kind}"
text.en = "{text}"
wording = "ours"
source = "Ours"
{more}
"""


def _text(id: str, title: str, about: str, *questions: str) -> str:
    return _HEAD.format(id=id, title=title, about=about) + "".join(questions)


def _fact(id: str, code: str, text: str, kind: str = "text", more: str = "") -> str:
    return _FACT.format(id=id, code=code, text=text, kind=kind, more=more)


TALK = _text(
    "talk",
    "Officer interview",
    "officer",
    _fact("workload", "O1", "Is your workload manageable?", "judgement", 'options = "yes_no"'),
    _fact("caseload", "O2", "How many cases do you have?", "number"),
)
ABOUT_CASE = _text(
    "case_items",
    "Interview about the case",
    "case",
    _fact("agencies", "C1", "Did other agencies work well in this case?", "judgement", 'options = "yes_no"'),
)
MEETING = _text(
    "round_table",
    "Meeting",
    "occasion",
    _fact("who", "M1", "Who met?"),
    _fact("said", "M2", "What was said?"),
)
ORGANISATION = _text(
    "organisation",
    "Organisational delivery",
    "inspection",
    _fact(
        "rating_1_1",
        "1.1",
        "Rating proposed for leadership",
        "choice",
        """[view.section.question.options]
outstanding = { label.en = "Outstanding", key = "1" }
good = { label.en = "Good", key = "2" }
not_rated = { label.en = "Not rated", key = "3" }""",
    ),
)


def bring(office: Session, *texts: str) -> None:
    """Let the office add instruments to its inspection."""
    office.record(*(Change(FieldKey("instrument", fingerprint_of(text), "text"), text) for text in texts))
