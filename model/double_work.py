"""Which assessment of a subject counts: one of record for each instrument, and never two mixed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from model.cases import Assessment, Purpose
from model.subjects import Subject


class Decided(Protocol):
    """A case, or another subject, about which somebody may have chosen an assessment of record."""

    @property
    def records(self) -> Mapping[str, str]:
        """By instrument id, the assessment that was chosen."""
        ...


@dataclass(frozen=True, slots=True)
class DoubleWork:
    """Two or more first assessments of one subject with one instrument, and which counts, if decided."""

    subject: Subject
    instrument: str
    assessments: tuple[Assessment, ...]
    chosen: str


def firsts(
    subjects: Mapping[str, Decided], assessments: Iterable[Assessment], family: Mapping[str, str]
) -> dict[tuple[str, str], list[Assessment]]:
    """Return the first assessments by subject and instrument id, each list in order of id.

    `family`: for each instrument fingerprint its id, so that two versions of one instrument meet here.
    """
    found: dict[tuple[str, str], list[Assessment]] = {}
    for assessment in sorted(assessments, key=lambda one: one.id):
        if assessment.purpose is Purpose.FIRST and assessment.subject in subjects:
            instrument = family.get(assessment.instrument, assessment.instrument)
            found.setdefault((assessment.subject, instrument), []).append(assessment)
    return found


def double_work(
    subjects: Mapping[str, Subject], assessments: Iterable[Assessment], family: Mapping[str, str]
) -> tuple[DoubleWork, ...]:
    """Return every subject that was assessed twice as a first, decided or not: cases first, then by name.

    An assessment that was never begun is no work yet. Equal answers make no difference (DESIGN section 4).
    """
    found = [
        DoubleWork(subjects[subject], instrument, tuple(begun), subjects[subject].records.get(instrument, ""))
        for (subject, instrument), made in firsts(subjects, assessments, family).items()
        if len(begun := [one for one in made if one.state != "not_started"]) > 1
    ]
    return tuple(sorted(found, key=lambda work: (work.subject.about, work.subject.name, work.instrument)))


def of_record(subject: Decided, instrument: str, made: Iterable[Assessment]) -> Assessment | None:
    """Return the assessment that counts for a subject, or None while double work is undecided.

    `made` are the first assessments of the subject with this instrument. A single one counts by itself;
    of several that were begun, the one that a named person chose.
    """
    every = list(made)
    begun = [one for one in every if one.state != "not_started"]
    if len(begun) <= 1:
        return next(iter(begun or every), None)
    chosen = subject.records.get(instrument, "")
    return next((one for one in begun if one.id == chosen), None)
