"""Allocating drawn cases to inspectors, and giving a case to somebody else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from model.allocation.allocate import Allocation, DrawnCase, Exclusion, HeldCase, allocate
from model.cases import Assessment, Case, Purpose
from model.inspections import Person
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.people import Role
from model.refusal import Refusal
from ui.actions.interview import give_interviews
from ui.reading import cases, inspections, samples
from ui.reading.exclusions import exclusions
from ui.reading.samples import WhoseCase
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
    """Return the cases of a sample that nobody assesses in it and that were not replaced, in drawn order."""
    own = samples.by_instrument(session)
    taken = {made.case for made in _firsts(session) if sample in own.get(made.instrument, ())}
    waiting = [
        case
        for case in cases.cases(session).values()
        if sample in case.places and not case.places[sample].replaced and case.id not in taken
    ]
    return tuple(sorted(waiting, key=lambda case: case.places[sample].position))


def propose(
    session: Session, sample: str, inspectors: Sequence[str], exclusions: Sequence[Exclusion] = ()
) -> Allocation:
    """Return an even allocation of the waiting cases that keeps an officer with one inspector where it can.

    By case id. A case that somebody holds already as a case of another sample goes to the same person.
    Nothing is recorded. Refusal: nobody to allocate to, a case that nobody may take, or one whose holder
    takes no more cases.
    """
    everything, made, of = cases.cases(session), _firsts(session), samples.by_instrument(session)
    able, whose = {person.id for person in assessors(session)}, samples.whose(session)
    holders: dict[str, str] = {}
    held = []
    for one in sorted(made, key=lambda one: (one.holder not in able, one.started, one.id)):
        if one.case in everything:
            holders.setdefault(one.case, one.holder)
            own = of.get(one.instrument, ())
            if everything[one.case].counts_in(*own):
                officer, _ = whose.of(everything[one.case].facts(*own), *own)
                held.append(HeldCase(one.holder, officer, sample in own))
    waiting = unallocated(session, sample)
    gone = next((case for case in waiting if holders.get(case.id, "") not in {"", *able}), None)
    if gone is not None:
        name = inspections.names(session).get(holders[gone.id], "somebody who has left the team")
        raise Refusal(
            f"Case {gone.number} is with {name} in another sample, and no case can be sealed to them.",
            "Nothing was allocated.",
            "Give that case to somebody else, then allocate.",
        )
    done = allocate([_drawn(case, sample, holders, whose) for case in waiting], inspectors, exclusions, held)
    ids = {case.number: case.id for case in waiting}
    return replace(done, cases={who: tuple(ids[one] for one in mine) for who, mine in done.cases.items()})


def _drawn(case: Case, sample: str, holders: Mapping[str, str], whose: WhoseCase) -> DrawnCase:
    """A case as the model allocates it: by its Casebook number, which refusals name."""
    facts = case.places[sample].facts
    return DrawnCase(case.number, *whose.of(facts, sample), holders.get(case.id, ""))


def _firsts(session: Session) -> list[Assessment]:
    made = (assessment for assessment, _ in cases.assessments(session).values())
    return [one for one in made if one.purpose is Purpose.FIRST]


def allocate_cases(session: Session, sample: str, allocation: Allocation) -> Changes:
    """Record an allocation: one first assessment for each case, held by its inspector, in one act.

    A case of several samples has an assessment for each of them, by its instrument. Officers confirmed
    already, whom nobody asks yet, are given to whoever holds most of their cases now.
    Refusal: there is nothing to allocate.
    """
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
    recorded = session.record(*changes)
    give_interviews(session)
    return recorded


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
