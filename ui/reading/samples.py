"""The lists that the office took in, and the samples drawn from them."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.cases import facts_from, words
from model.instruments.programme import Sample
from model.sampling.record import DrawRecord, read_record
from model.sampling.strata import Eligible, eligible_cases
from storage import projection
from ui.reading import inspections
from ui.session import Session


@dataclass(frozen=True, slots=True)
class ListRow:
    """One eligible case of a list: the id that its case will have, and its values by field."""

    id: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sample that was drawn: its record, by whom and when, and whether the undrawn rows are erased."""

    id: str
    sample: Sample
    record: DrawRecord
    author: str
    time: str
    closed: bool


def rows(session: Session, sample: str) -> tuple[ListRow, ...]:
    """Return the eligible cases of a sample's list, by reference; none once the draw is closed."""
    found = projection.read_subjects(session.store.db, session.inspection, "row")
    held = [
        ListRow(id, facts_from(fields["values"].value))
        for id, fields in found.items()
        if words(fields, "sample") == sample and "values" in fields
    ]
    return tuple(sorted(held, key=lambda row: row.values.get("reference", "")))


def population(session: Session, sample: Sample) -> tuple[Eligible, ...]:
    """Return the eligible cases of a sample with their strata."""
    return eligible_cases((row.values for row in rows(session, sample.id)), sample.strata)


def draws(session: Session) -> tuple[Drawn, ...]:
    """Return the samples drawn in the open inspection, in the order of the programme."""
    programme = inspections.programme(session)
    order = {sample.id: place for place, sample in enumerate(programme.samples)}
    found = []
    for id, fields in projection.read_subjects(session.store.db, session.inspection, "sample").items():
        record, sample = fields.get("record"), words(fields, "sample")
        if record is not None and isinstance(record.value, str) and sample in order:
            closed = "closed" in fields and fields["closed"].value is True
            drawn = read_record(record.value)
            found.append(Drawn(id, programme.sample(sample), drawn, record.author, record.time, closed))
    return tuple(sorted(found, key=lambda drawn: (order[drawn.sample.id], drawn.time)))
