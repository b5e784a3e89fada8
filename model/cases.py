"""Cases, and the assessments made of them, as the journal holds them now."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.answers import Answer, Answers
from model.journal.fields import Current

ANSWER = "answer."
RECORD = "record."


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


@dataclass(frozen=True, slots=True)
class Assessment:
    """One case by one instrument for one purpose, with an identity of its own."""

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
        {name.removeprefix(RECORD): words(fields, name) for name in fields if name.startswith(RECORD)},
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
        fields["case"].time if "case" in fields else "",
    )


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
