"""Allocating drawn cases to inspectors, and giving a case to somebody else."""

from collections.abc import Sequence

from model.allocation.allocate import Allocation, DrawnCase, Exclusion, allocate
from model.cases import Case, Purpose
from model.inspections import Person
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.people import Role
from model.refusal import Refusal
from ui.reading import cases, inspections
from ui.reading.exclusions import exclusions
from ui.session import Changes, Session

TAKING_CASES = frozenset({Role.INSPECTOR, Role.LOCAL_ASSESSOR, Role.LEAD})


def assessors(session: Session) -> tuple[Person, ...]:
    """Return who can be given cases: confirmed inspectors, local assessors and the lead inspector."""
    return tuple(
        person
        for person in inspections.people(session)
        if person.role in TAKING_CASES and person.confirmed and not person.withdrawn
    )


def unallocated(session: Session, sample: str) -> tuple[Case, ...]:
    """Return the drawn cases of a sample that nobody holds and that were not replaced, in drawn order."""
    taken = {made.case for made, _ in cases.assessments(session).values()}
    waiting = [
        case
        for case in cases.cases(session).values()
        if case.sample == sample and case.drawn and not case.replaced and case.id not in taken
    ]
    return tuple(sorted(waiting, key=lambda case: case.position))


def propose(
    session: Session, sample: str, inspectors: Sequence[str], exclusions: Sequence[Exclusion] = ()
) -> Allocation:
    """Return an even allocation of the waiting cases that keeps an officer with one inspector where it can.

    By case id. Nothing is recorded. Refusal: nobody to allocate to, or a case that nobody may take.
    """
    waiting = [
        DrawnCase(case.id, case.facts.get("officer", ""), case.facts.get("ldu", ""))
        for case in unallocated(session, sample)
    ]
    return allocate(waiting, inspectors, exclusions)


def allocate_cases(session: Session, sample: str, allocation: Allocation) -> Changes:
    """Record an allocation: one first assessment for each case, held by its inspector, in one act."""
    fingerprint = _instrument_of(session, sample)
    changes: list[Change] = []
    for inspector, allocated in allocation.cases.items():
        for case in allocated:
            assessment = session.new_id()
            fields = {
                "case": case,
                "instrument": fingerprint,
                "purpose": Purpose.FIRST.value,
                "holder": inspector,
            }
            changes += [
                Change(FieldKey("assessment", assessment, field), value) for field, value in fields.items()
            ]
    if not changes:
        raise Refusal(
            "There is no case waiting to be allocated.", "Nothing was changed.", "Draw the sample first."
        )
    return session.record(*changes)


def exclude(session: Session, person: str, officer: str = "", unit: str = "") -> Changes:
    """Record a conflict of interest: this person takes no case of the officer, or of the unit.

    It is kept at the office, and holds for every later allocation. Refusal: neither is named, or it is
    there already.
    """
    if not officer and not unit:
        raise Refusal(
            "A conflict of interest needs an officer or a unit.",
            "Nothing was changed.",
            "Choose the officer or the unit whose cases this person must not take.",
        )
    wanted = Exclusion(person, officer, unit)
    if any(kept.exclusion == wanted for kept in exclusions(session)):
        raise Refusal(
            "This conflict of interest is recorded already.", "Nothing was changed.", "Go on with another."
        )
    exclusion = session.new_id()
    return session.record(
        Change(FieldKey("exclusion", exclusion, "person"), person),
        Change(FieldKey("exclusion", exclusion, "officer"), officer),
        Change(FieldKey("exclusion", exclusion, "unit"), unit),
    )


def lift_exclusion(session: Session, exclusion: str) -> Changes:
    """Record that a conflict of interest stands no longer."""
    return session.record(Change(FieldKey("exclusion", exclusion, "person"), None))


def _instrument_of(session: Session, sample: str) -> str:
    wanted = inspections.programme(session).sample(sample).instrument
    for instrument in inspections.instruments(session):
        if instrument.id == wanted:
            return instrument.fingerprint
    raise Refusal(
        f"The instrument “{wanted}” of this sample is not in the inspection.",
        "Nothing was allocated.",
        "Make the inspection anew with its programme.",
    )
