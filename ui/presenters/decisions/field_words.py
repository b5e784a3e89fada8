"""How fields in conflict are said: what the field is, and what stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from model.answers import Answer
from model.cases import RECORD, REPLACED, Assessment, Case
from model.documents.answer_words import answer_in_words
from model.instruments.instrument import Question
from model.journal.entry import FieldKey, Value
from ui.presenters.case_words import ASSESSMENT, appointment

EMPTIED = "Emptied"

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "note": "Evidence note",
        "line": "Chronology",
        "point": "Point to raise",
        "alert": "Alert",
        "case": "Case",
        "officer": "Officer",
        "person": "Person",
        "inspection": "Inspection",
        "assessment": "Assessment",
    }
)
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "state": "State of the assessment",
        "holder": "Who holds the assessment",
        "interview": "Time of the interview",
        "purpose": "What the assessment is for",
        "case": "Which case it is of",
        "officer": "Which officer it is of",
        "same_as": "Who this officer turned out to be",
        "unit": "Unit",
        "occasion": "Title of the meeting",
        "day": "Day of the meeting",
        "text": "Text",
        "source": "Source",
        "date": "Date",
        "told": "Who was told",
        "removed": "Removed or not",
        "role": "Role",
        "name": "Name",
        "confirmed": "Card confirmed or not",
        "withdrawn": "Card withdrawn or not",
    }
)


def kind_in_words(key: FieldKey) -> str:
    """Say what a field is about, as in "Evidence note"."""
    return _KINDS.get(key.kind, key.kind.capitalize())


def field_in_words(key: FieldKey) -> str:
    """Say which field it is, as in "Who holds the assessment"."""
    if key.field.startswith(RECORD):
        return "Which assessment counts"
    if key.field.startswith(REPLACED):
        return "Which case replaces it"
    return _FIELDS.get(key.field, key.field.replace("_", " ").replace(".", ": ").capitalize())


@dataclass(frozen=True, slots=True)
class Known:
    """What is needed to say values in words: assessments and cases by id, names by person, and the day."""

    made: Mapping[str, Assessment]
    held: Mapping[str, Case]
    names: Mapping[str, str]
    today: date
    officers: Mapping[str, str] = field(default_factory=dict)
    """By id of an officer, the name."""

    def value(self, value: Value, question: Question | None, key: FieldKey) -> str:
        """Say what stands in a field; `question` where it is the answer to one."""
        if question is not None:
            shown = value if not isinstance(value, bool) else str(value)
            return answer_in_words(question, Answer(shown)) or EMPTIED
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if isinstance(value, tuple):
            return "; ".join(value) or EMPTIED
        words = "" if value is None else str(value)
        if key.field in ("officer", "same_as"):
            return self.officers.get(words, words) or EMPTIED
        if key.field == "holder":
            return self.names.get(words, words)
        if key.field == "state" and words in ASSESSMENT:
            return ASSESSMENT[words].word
        if key.field.startswith(RECORD) and words in self.made:
            return f"The assessment of {self.names.get(self.made[words].holder, 'somebody')}"
        if key.field.startswith(REPLACED) and words in self.held:
            return f"Case {self.held[words].number}"
        return (appointment(words, self.today) if key.field == "interview" else words) or EMPTIED
