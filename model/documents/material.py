"""What documents are made from: the case, its facts, chronology lines, points to raise and evidence notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

PERSONAL_FIELDS = frozenset({"reference", "surname", "forename", "date_of_birth"})
"""Columns of the provider's list that no document carries (DESIGN section 6, last point)."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """One case as its papers may name it: by Casebook number, never by name or the provider's reference.

    `listed` is what the provider's list says by canonical field (a value that is an option's code is
    printed as that option's label); `interview` is an ISO date, or a date and time on the inspector's own
    clock, or empty. `sources` says by question id where a fact was verified, if in another assessment of the
    case, as in "verified in Court reports".
    """

    number: str
    officer: str = ""
    unit: str = ""
    interview: str = ""
    listed: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChronologyLine:
    """What happened on one day; `date` is ISO (a month will do) and `source` says where it was read."""

    date: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """Something to raise with the officer; `question` is the id of the question it belongs to, if any."""

    question: str | None
    text: str


@dataclass(frozen=True, slots=True)
class EvidenceNote:
    """Evidence for one answer: the note, where it was found, and the ISO date of what it tells."""

    question: str
    text: str
    source: str = ""
    date: str = ""
