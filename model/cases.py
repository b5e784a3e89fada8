"""Cases, and the assessments made of them, as the journal holds them now."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.answers import Answer, Answers
from model.instruments.instrument import About
from model.journal.fields import Current

ANSWER = "answer."
RECORD = "record."
SUBJECTS = ("case", "officer", "inspection", "occasion")
"""The fields of an assessment that name its subject: it has one of them."""


class Purpose(StrEnum):
    """What an assessment is for (DESIGN section 4)."""

    FIRST = "first"
    SECOND = "second"
    REVIEW = "review"
    BENCHMARK = "benchmark"


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a sample: what the office recorded about it. `facts` are the provider's list, by field."""

    id: str
    number: str
    reference: str
    sample: str
    position: int
    drawn: bool
    stratum: str
    facts: Mapping[str, str]
    replaced: str
    replaced_because: str
    records: Mapping[str, str]
    """By instrument id, the assessment of record that a named person chose."""
    officer: str = ""
    """The officer whom the office confirmed as this case's; "" while nobody has."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One subject by one instrument for one purpose, with an identity of its own.

    The subject is a case, an officer, the inspection, or an occasion, which has only its title and its day.
    """

    id: str
    case: str
    instrument: str
    purpose: Purpose
    holder: str
    held_before: bool
    """True when somebody else answered before: the holder confirms each inherited judgement."""
    state: str
    state_reason: str
    interview: str
    started: str
    officer: str = ""
    inspection: str = ""
    occasion: str = ""
    day: str = ""
    """When an occasion takes place, as an ISO date."""

    @property
    def about(self) -> About | None:
        """What kind of subject it has; None while the entry that names it has not arrived."""
        named = (
            (self.case, About.CASE),
            (self.officer, About.OFFICER),
            (self.inspection, About.INSPECTION),
            (self.occasion, About.OCCASION),
        )
        return next((about for name, about in named if name), None)

    @property
    def subject(self) -> str:
        """The id of its subject; an occasion has no other than the assessment's own."""
        return self.case or self.officer or self.inspection or self.id


def case_from(id: str, fields: Mapping[str, Current]) -> Case:
    """Return the case that these fields describe; what is missing or in conflict is empty."""
    listed = fields.get("list")
    return Case(
        id,
        words(fields, "number"),
        words(fields, "reference"),
        words(fields, "sample"),
        _whole(fields, "position"),
        words(fields, "standing") == "drawn",
        words(fields, "stratum"),
        facts_from(listed.value if listed else None),
        words(fields, "replaced"),
        (fields["replaced"].reason or "") if "replaced" in fields else "",
        records_from(fields),
        words(fields, "officer"),
    )


def assessment_from(id: str, fields: Mapping[str, Current]) -> Assessment:
    """Return the assessment that these fields describe; what is missing or in conflict is empty."""
    purpose = words(fields, "purpose")
    holder = words(fields, "holder")
    authors = {field.author for name, field in fields.items() if name.startswith(ANSWER)}
    return Assessment(
        id,
        words(fields, "case"),
        words(fields, "instrument"),
        Purpose(purpose) if purpose in set(Purpose) else Purpose.FIRST,
        holder,
        bool(authors - {holder}),
        words(fields, "state") or "not_started",
        (fields["state"].reason or "") if "state" in fields else "",
        words(fields, "interview"),
        min((fields[name].time for name in SUBJECTS if name in fields), default=""),
        *(words(fields, name) for name in ("officer", "inspection", "occasion", "day")),
    )


def records_from(fields: Mapping[str, Current]) -> dict[str, str]:
    """Return by instrument id which assessment of a subject counts, as a named person chose."""
    return {name.removeprefix(RECORD): words(fields, name) for name in fields if name.startswith(RECORD)}


def answers_from(fields: Mapping[str, Current]) -> Answers:
    """Return an assessment's answers by question id."""
    return {
        name.removeprefix(ANSWER): Answer(held.value, held.reason, held.conflict, held.meaning)
        for name, held in fields.items()
        if name.startswith(ANSWER)
    }


def facts_to(facts: Mapping[str, str]) -> tuple[str, ...]:
    """Return list facts as the value of one field: "field=value", in order of field."""
    return tuple(f"{field}={facts[field]}" for field in sorted(facts))


def facts_from(value: object) -> dict[str, str]:
    """Return the facts that `facts_to` wrote."""
    pairs = value if isinstance(value, tuple) else ()
    return {field: fact for field, _, fact in (pair.partition("=") for pair in pairs)}


def words(fields: Mapping[str, Current], name: str) -> str:
    """Return a field's text, or nothing where it is missing, emptied or in conflict."""
    held = fields.get(name)
    return held.value if held is not None and isinstance(held.value, str) else ""


def _whole(fields: Mapping[str, Current], name: str) -> int:
    held = fields.get(name)
    return held.value if held is not None and isinstance(held.value, int) else 0
