"""Cases, and the assessments made of them, as the journal holds them now."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.answers import Answer, Answers
from model.instruments.instrument import About
from model.journal.entry import Value
from model.journal.fields import Current

ANSWER = "answer."
RECORD = "record."
SUBJECTS = ("case", "officer", "inspection", "occasion")
"""The fields of an assessment that name its subject: it has one of them."""
STANDING, POSITION, STRATUM, LIST, REPLACED = "standing.", "position.", "stratum.", "list.", "replaced."
"""Fields of a case that there are once for each sample, the sample's id behind them."""
CLOSED = frozenset({"complete", "cannot_inspect"})
"""The states of an assessment in which no answer changes."""
_DRAWN, _RESERVE = "drawn", "reserve"


class Purpose(StrEnum):
    """What an assessment is for (DESIGN section 4)."""

    FIRST = "first"
    SECOND = "second"
    REVIEW = "review"
    BENCHMARK = "benchmark"


@dataclass(frozen=True, slots=True)
class Place:
    """A case's place in one sample, and what the list of that sample says of it, by field.

    `reserve` is true for a case that came in to take the place of another. A case with `replaced`, the id
    of the case that took its place, is in the record of the draw and counts no longer.
    """

    sample: str
    position: int
    reserve: bool
    stratum: str
    facts: Mapping[str, str]
    replaced: str
    replaced_because: str


@dataclass(frozen=True, slots=True)
class Case:
    """What the office recorded about a case. It can stand in several samples: it is one case all the same."""

    id: str
    number: str
    reference: str
    places: Mapping[str, Place]
    """By sample id."""
    records: Mapping[str, str]
    """By instrument id, the assessment of record that a named person chose."""
    officer: str = ""
    """The officer whom the office confirmed as this case's; "" while nobody has."""

    def facts(self, *first: str) -> dict[str, str]:
        """Return what the provider's lists say, by field: where lists differ, the samples named first win."""
        found: dict[str, str] = {}
        for sample in sorted(self.places, key=lambda sample: (sample not in first, sample)):
            found = {**self.places[sample].facts, **found}
        return found

    def counts_in(self, *samples: str) -> bool:
        """Whether it stands in one of these samples and was not replaced there.

        Where it has no place in any of them, whether that is so in any sample at all.
        """
        own = [self.places[sample] for sample in samples if sample in self.places]
        return any(not place.replaced for place in own or self.places.values())


NO_CASE = Case("", "", "", {}, {})
"""Stands where an assessment is not about a case: it has no number and no facts."""


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
    closed_under: str = ""
    """The version of its instrument (fingerprint) under which it was closed, while it is."""

    @property
    def is_closed(self) -> bool:
        """Whether it is complete, or cannot be inspected."""
        return self.state in CLOSED

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
    samples = sorted(name.removeprefix(STANDING) for name in fields if name.startswith(STANDING))
    places = (_place(sample, fields) for sample in samples)
    return Case(
        id,
        words(fields, "number"),
        words(fields, "reference"),
        {place.sample: place for place in places if place is not None},
        records_from(fields),
        words(fields, "officer"),
    )


def place_fields(place: Place) -> dict[str, Value]:
    """Return the fields of a case in which a place that was just given to it is recorded."""
    return {
        STANDING + place.sample: _RESERVE if place.reserve else _DRAWN,
        POSITION + place.sample: place.position,
        STRATUM + place.sample: place.stratum,
        LIST + place.sample: facts_to(place.facts),
    }


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
        words(fields, "officer"),
        words(fields, "inspection"),
        words(fields, "occasion"),
        words(fields, "day"),
        (fields["state"].instrument or "") if words(fields, "state") in CLOSED else "",
    )


def records_from(fields: Mapping[str, Current]) -> dict[str, str]:
    """Return by instrument id which assessment of a subject counts, as a named person chose."""
    return {name.removeprefix(RECORD): words(fields, name) for name in fields if name.startswith(RECORD)}


def answers_from(fields: Mapping[str, Current]) -> Answers:
    """Return an assessment's answers by question id."""
    return {name: answer_in(held) for name, held in recorded_in(fields).items()}


def recorded_in(fields: Mapping[str, Current]) -> dict[str, Current]:
    """Return what is recorded of the questions of an assessment, by question id."""
    return {name.removeprefix(ANSWER): held for name, held in fields.items() if name.startswith(ANSWER)}


def answer_in(held: Current) -> Answer:
    """Return the answer that a field of an assessment holds."""
    return Answer(held.value, held.reason, held.conflict, held.meaning)


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


def _place(sample: str, fields: Mapping[str, Current]) -> Place | None:
    standing = words(fields, STANDING + sample)
    if standing not in (_DRAWN, _RESERVE):
        return None
    position, listed = fields.get(POSITION + sample), fields.get(LIST + sample)
    replaced = fields.get(REPLACED + sample)
    return Place(
        sample,
        position.value if position is not None and isinstance(position.value, int) else 0,
        standing == _RESERVE,
        words(fields, STRATUM + sample),
        facts_from(listed.value if listed else None),
        words(fields, REPLACED + sample),
        (replaced.reason or "") if replaced is not None and replaced.value else "",
    )
