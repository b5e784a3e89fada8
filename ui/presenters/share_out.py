"""Sharing out: which cases wait, who takes cases, what keeps them apart, and the allocation proposed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from model.allocation.allocate import Allocation, Exclusion
from model.cases import Case
from model.inspections import Person
from model.instruments.instrument import say
from model.people import Role
from model.refusal import Refusal
from ui.actions import allocate
from ui.presenters.people_words import role_in_words
from ui.presenters.samples_offered import Offered, chosen, offered
from ui.presenters.sizes import counted
from ui.reading import cases, exclusions, inspections, samples
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who could take cases; `may` is False while their card is not confirmed."""

    id: str
    name: str
    words: str
    may: bool
    takes: bool


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A conflict of interest in words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class ShareLine:
    """What one person would hold: cases now, cases to be added, officers met, and those met by others too."""

    person: str
    name: str
    now: int
    new: int
    officers: int
    shared: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """An allocation that nobody has recorded. Without `allocation`, `problem` says why there is none."""

    lines: tuple[ShareLine, ...]
    words: str
    problem: str
    allocation: Allocation | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ShareState:
    """What the page shows of sharing out. `officers` and `units` are those of the drawn cases."""

    samples: Offered
    sample: str
    title: str
    drawn: int
    any_drawn: bool
    """Whether any sample is drawn: bundles and holders are those of all."""
    waiting: int
    takers: tuple[Taker, ...]
    conflicts: tuple[ConflictLine, ...]
    officers: tuple[str, ...]
    units: tuple[str, ...]
    proposal: Proposal
    next: str = ""
    """Another sample of which cases wait, "" where none does."""
    next_words: str = ""
    saved: str = ""
    said: str = ""


def show(session: Session, sample: str = "", takers: Collection[str] | None = None) -> ShareState:
    """Return the cases that wait and how they would be shared out among `takers`, by id.

    None stands for everybody who can take cases.
    """
    programme = inspections.programme(session)
    at_hand = chosen(programme, sample)
    able = {person.id for person in allocate.assessors(session)}
    taking = able if takers is None else able & set(takers)
    waiting = allocate.unallocated(session, at_hand.id)
    held, whose = cases.cases(session).values(), samples.whose(session)
    drawn = [
        one.places[at_hand.id]
        for one in held
        if at_hand.id in one.places and not one.places[at_hand.id].replaced
    ]
    return ShareState(
        offered(programme, lambda each: _standing(session, each)),
        at_hand.id,
        say(at_hand.title),
        len(drawn),
        any(one.places for one in held),
        len(waiting),
        _takers(session, able, taking),
        _conflicts(session),
        _values(whose.of(one.facts, at_hand.id)[0] for one in drawn),
        _values(whose.of(one.facts, at_hand.id)[1] for one in drawn),
        _proposal(session, at_hand.id, waiting, taking),
        *_next(session, at_hand.id),
    )


def _standing(session: Session, sample: str) -> str:
    waiting = len(allocate.unallocated(session, sample))
    drawn = any(sample in one.places for one in cases.cases(session).values())
    return f"{waiting} to share out" if waiting else "shared out" if drawn else "not drawn yet"


def _next(session: Session, sample: str) -> tuple[str, str]:
    """The first other sample of which cases wait, and the words of the button that leads there."""
    for other in inspections.programme(session).samples:
        waiting = len(allocate.unallocated(session, other.id)) if other.id != sample else 0
        if waiting:
            return other.id, f"Share out {say(other.title)} ({waiting})"
    return "", ""


def exclude(
    session: Session, sample: str, takers: Collection[str], person: str, officer: str, unit: str
) -> ShareState:
    """Record a conflict of interest and propose anew. Refusal: neither is named, or it is there already."""
    changes = allocate.exclude(session, person, officer, unit)
    return replace(show(session, sample, takers), saved=changes.time, said="Conflict of interest recorded")


def lift(session: Session, sample: str, takers: Collection[str], exclusion: str) -> ShareState:
    """Lift a conflict of interest and propose anew."""
    changes = allocate.lift_exclusion(session, exclusion)
    return replace(show(session, sample, takers), saved=changes.time, said="Conflict of interest lifted")


def share_out(session: Session, sample: str, allocation: Allocation) -> ShareState:
    """Record the allocation that was proposed. Refusal: a case of it has been allocated since."""
    waiting = {case.id for case in allocate.unallocated(session, sample)}
    if any(case not in waiting for allocated in allocation.cases.values() for case in allocated):
        raise Refusal(
            "Some of these cases have been allocated since this was proposed.",
            "Nothing was changed.",
            "Look at the new proposal, then allocate.",
        )
    changes = allocate.allocate_cases(session, sample, allocation)
    count = sum(len(allocated) for allocated in allocation.cases.values())
    return replace(show(session, sample), saved=changes.time, said=f"{counted(count, 'case')} allocated")


def _takers(session: Session, able: Collection[str], taking: Collection[str]) -> tuple[Taker, ...]:
    held = cases.held_by(session)
    return tuple(
        Taker(person.id, person.name, _taker_words(person, held), person.id in able, person.id in taking)
        for person in inspections.people(session)
        if person.role in allocate.TAKING_CASES and not person.withdrawn
    )


def _taker_words(person: Person, held: Mapping[str, int]) -> str:
    words = [role_in_words(person.role)] if person.role is not Role.INSPECTOR else []
    if person.id in held:
        words.append(f"holds {counted(held[person.id], 'case')}")
    if not person.confirmed:
        words.append("card not confirmed, so no case can be sealed to them")
    said = ", ".join(words)
    return said[:1].upper() + said[1:]


def _conflicts(session: Session) -> tuple[ConflictLine, ...]:
    names = inspections.names(session)
    lines = [
        ConflictLine(kept.id, exclusion_in_words(names.get(kept.exclusion.inspector, ""), kept.exclusion))
        for kept in exclusions.exclusions(session)
    ]
    return tuple(sorted(lines, key=lambda line: line.words))


def exclusion_in_words(name: str, exclusion: Exclusion) -> str:
    """Say a conflict of interest, as in "Ann Archer takes no case of Zoë Thompson"."""
    of = f" of {exclusion.officer}" if exclusion.officer else ""
    where = f" in {exclusion.unit}" if exclusion.unit else ""
    return f"{name or 'Somebody who has left the team'} takes no case{of}{where}"


def _values(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in found if value}, key=str.casefold))


def _proposal(session: Session, sample: str, waiting: Sequence[Case], taking: Collection[str]) -> Proposal:
    if not waiting:
        return Proposal((), "", "")
    if not taking:
        nobody = "Nobody can take cases yet. Take the team’s cards, and confirm them by telephone."
        return Proposal((), "", "Tick whoever takes cases." if allocate.assessors(session) else nobody)
    barred = [kept.exclusion for kept in exclusions.exclusions(session)]
    try:
        found = allocate.propose(session, sample, sorted(taking), barred)
    except Refusal as refusal:
        return Proposal((), "", f"{refusal.happened} {refusal.next}")
    whose = samples.whose(session)
    named = any(whose.of(case.places[sample].facts, sample)[0] for case in waiting)
    parts = (_with_holders(session, found), _split_words(found) if named else "")
    words = " ".join(part for part in parts if part)
    return Proposal(_lines(session, sample, found, waiting), words, "", found)


def _lines(
    session: Session, sample: str, found: Allocation, waiting: Sequence[Case]
) -> tuple[ShareLine, ...]:
    names, held = inspections.names(session), cases.held_by(session)
    whose = samples.whose(session)
    officers = {case.id: whose.of(case.places[sample].facts, sample)[0] for case in waiting}
    lines = []
    for person, allocated in found.cases.items():
        met = {officers[case] for case in allocated} - {""}
        shared = len(met & set(found.split))
        name = names.get(person, "")
        lines.append(ShareLine(person, name, held.get(person, 0), len(allocated), len(met), shared))
    return tuple(sorted(lines, key=lambda line: line.name.casefold()))


def _with_holders(session: Session, found: Allocation) -> str:
    """Say how many of the cases are with somebody already, as cases of another sample."""
    made = (one for one, _ in cases.assessments(session).values())
    held = {one.case for one in made if one.case}
    count = sum(case in held for allocated in found.cases.values() for case in allocated)
    if not count:
        return ""
    if count == 1:
        return "1 case stands in another sample too, and goes to whoever holds it there."
    return f"{count} cases stand in another sample too, and go to whoever holds them there."


def _split_words(found: Allocation) -> str:
    if not found.split:
        return "Every officer meets one inspector only."
    count = counted(len(found.split), "officer")
    meets = "meets" if len(found.split) == 1 else "meet"
    return f"{count} {meets} more than one inspector, so that loads stay even: {', '.join(found.split)}."
