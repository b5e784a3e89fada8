"""What inspectors write: evidence notes, chronology lines, points to raise and alerts."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.cases import words
from model.journal.fields import Current

KINDS = ("note", "line", "point", "alert")


@dataclass(frozen=True, slots=True)
class Written:
    """One piece of writing. `question` is empty for what belongs to no question; `date` and `source` may be.

    `state` is used by points ("raised") and alerts ("open", "closed"); `told` by alerts: who was told.
    """

    kind: str
    id: str
    assessment: str
    question: str
    text: str
    source: str
    date: str
    state: str
    told: str
    author: str
    time: str
    conflict: bool
    removed: bool


def written_from(kind: str, id: str, fields: Mapping[str, Current]) -> Written:
    """Return the piece of writing that these fields describe."""
    last = max(fields.values(), key=lambda field: field.time)
    return Written(
        kind,
        id,
        words(fields, "assessment"),
        words(fields, "question"),
        words(fields, "text"),
        words(fields, "source"),
        words(fields, "date"),
        words(fields, "state"),
        words(fields, "told"),
        fields["text"].author if "text" in fields else last.author,
        fields["text"].time if "text" in fields else last.time,
        any(field.conflict for field in fields.values()),
        "removed" in fields and fields["removed"].value is True,
    )
