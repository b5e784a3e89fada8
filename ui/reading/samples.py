"""The lists that the office took in, and the samples drawn from them."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.cases import facts_from, words
from model.instruments.programme import Sample, Whose
from model.sampling.record import DrawRecord, read_record
from model.sampling.strata import Eligible, eligible_cases
from storage import projection
from ui.reading import inspections
from ui.session import Session


@dataclass(frozen=True, slots=True)
class ListRow:
    """One eligible case of a list, and its values by field.

    `case` is the id that its case has or will have; rows of several lists with one reference share it.
    """

    id: str
    case: str
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
    return every_row(session).get(sample, ())


def every_row(session: Session) -> dict[str, tuple[ListRow, ...]]:
    """Return the eligible cases of every list that is held, by sample and then by reference."""
    found: dict[str, list[ListRow]] = {}
    for id, fields in projection.read_subjects(session.store.db, session.inspection, "row").items():
        if "values" in fields:
            row = ListRow(id, words(fields, "case"), facts_from(fields["values"].value))
            found.setdefault(words(fields, "sample"), []).append(row)
    return {
        sample: tuple(sorted(held, key=lambda row: row.values.get("reference", "")))
        for sample, held in found.items()
    }


def identities(session: Session) -> dict[str, str]:
    """Return by id of an entry of names that is kept at the office the case that it belongs to."""
    found = projection.read_subjects(session.store.db, session.inspection, "identity")
    return {id: words(fields, "case") for id, fields in found.items()}


@dataclass(frozen=True, slots=True)
class WhoseCase:
    """Which fields of each sample's list name the officer and the unit of a case."""

    fields: Mapping[str, tuple[str, str]]

    def of(self, facts: Mapping[str, str], *samples: str) -> tuple[str, str]:
        """Return officer and unit of a case as the list of the first of these samples names them."""
        named = next((self.fields[sample] for sample in samples if sample in self.fields), _USUAL)
        return facts.get(named[0], ""), facts.get(named[1], "")


_USUAL = ("officer", "ldu")


def whose(session: Session) -> WhoseCase:
    """Return how each list of the programme names whose a case is."""
    if not inspections.inspection(session).programme:
        return WhoseCase({})
    lists = inspections.programme(session).lists
    return WhoseCase({one.id: (one.field_of(Whose.OFFICER), one.field_of(Whose.UNIT)) for one in lists})


def by_instrument(session: Session) -> dict[str, tuple[str, ...]]:
    """Return by fingerprint of an instrument the ids of the samples whose cases are assessed with it."""
    if not inspections.inspection(session).programme:
        return {}
    drawn = inspections.programme(session).samples
    return {
        one.fingerprint: tuple(sample.id for sample in drawn if sample.instrument == one.id)
        for one in inspections.heads(session)
    }


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
