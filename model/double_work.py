"""Which assessment of a case counts: one of record for each instrument, and never two mixed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.cases import Assessment, Case, Purpose


@dataclass(frozen=True, slots=True)
class DoubleWork:
    """Two or more first assessments of one case with one instrument, and which of them counts, if decided."""

    case: Case
    instrument: str
    assessments: tuple[Assessment, ...]
    chosen: str


def firsts(
    cases: Mapping[str, Case], assessments: Iterable[Assessment], family: Mapping[str, str]
) -> dict[tuple[str, str], list[Assessment]]:
    """Return the first assessments by case and instrument id, each list in order of id.

    `family`: for each instrument fingerprint its id, so that two versions of one instrument meet here.
    """
    found: dict[tuple[str, str], list[Assessment]] = {}
    for assessment in sorted(assessments, key=lambda one: one.id):
        if assessment.purpose is Purpose.FIRST and assessment.case in cases:
            instrument = family.get(assessment.instrument, assessment.instrument)
            found.setdefault((assessment.case, instrument), []).append(assessment)
    return found


def double_work(
    cases: Mapping[str, Case], assessments: Iterable[Assessment], family: Mapping[str, str]
) -> tuple[DoubleWork, ...]:
    """Return every case that was assessed twice as a first, decided or not, in order of Casebook number.

    An assessment that was never begun is no work yet. Equal answers make no difference (DESIGN section 4).
    """
    found = [
        DoubleWork(cases[case], instrument, tuple(begun), cases[case].records.get(instrument, ""))
        for (case, instrument), made in firsts(cases, assessments, family).items()
        if len(begun := [one for one in made if one.state != "not_started"]) > 1
    ]
    return tuple(sorted(found, key=lambda work: (work.case.number, work.instrument)))


def of_record(case: Case, instrument: str, made: Iterable[Assessment]) -> Assessment | None:
    """Return the assessment that counts for a case, or None while double work is undecided.

    `made` are the first assessments of the case with this instrument. A single one counts by itself;
    of several that were begun, the one that a named person chose.
    """
    every = list(made)
    begun = [one for one in every if one.state != "not_started"]
    if len(begun) <= 1:
        return next(iter(begun or every), None)
    chosen = case.records.get(instrument, "")
    return next((one for one in begun if one.id == chosen), None)
