"""Handing out: who has a bundle, whose would bring something new, and writing them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from model.inspections import Person
from model.people import Role
from model.refusal import Refusal
from ui.actions import exchange
from ui.presenters.case_words import Said, moment
from ui.presenters.opened import Tell
from ui.presenters.people_words import role_in_words
from ui.presenters.sizes import counted, size
from ui.reading import cases, handed_out, inspections
from ui.reading.handed_out import HandedOut
from ui.session import Session

UP_TO_DATE = Said("Up to date", "sufficient", "sufficient")
NO_CASES = Said("No cases yet", "", "not_answered")
NOT_WRITTEN = Said("Not written yet", "unknown", "not_answered")
NEWS = Said("Something new for them", "attention", "bundle")
TO_ACKNOWLEDGE = Said("Work to acknowledge", "attention", "receive")
NOT_CONFIRMED = Said("Card not confirmed", "attention", "attention")


@dataclass(frozen=True, slots=True)
class BundleLine:
    """One person's bundles. `wants` says that a new one would bring something; `may` that one can be made."""

    person: str
    name: str
    role: str
    cases: int
    said: Said
    written: str
    came: str
    wants: bool
    may: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one bundle that was to be written."""

    name: str
    file: str
    """Its name, "" where it was not written."""
    said: Said


@dataclass(frozen=True, slots=True)
class HandOutState:
    """What the page shows of handing out."""

    lines: tuple[BundleLine, ...]
    words: str
    wanting: tuple[str, ...]
    everybody: tuple[str, ...]
    outcomes: tuple[Outcome, ...] = ()
    """What came of writing, in the order of writing."""
    said: str = ""


def show(session: Session) -> HandOutState:
    """Return everybody in the team but the office, with how far their bundles have come."""
    held = cases.held_by(session)
    out = handed_out.handed_out(session)
    today = session.clock().astimezone().date()
    lines = []
    for person in inspections.people(session):
        if person.id in out and not person.withdrawn and person.role not in (None, Role.OFFICE):
            one, count = out[person.id], held.get(person.id, 0)
            said = _said(person, one, count)
            wants = said in (NOT_WRITTEN, NEWS, TO_ACKNOWLEDGE)
            lines.append(
                BundleLine(
                    person.id,
                    person.name,
                    role_in_words(person.role),
                    count,
                    said,
                    moment(one.written, today) if one.written else "",
                    moment(one.came, today) if one.came else "",
                    wants,
                    person.confirmed,
                )
            )
    wanting = tuple(line.person for line in lines if line.wants)
    return HandOutState(
        tuple(lines), _words(lines), wanting, tuple(line.person for line in lines if line.may)
    )


def write(session: Session, people: Sequence[str], folder: Path, *, tell: Tell) -> HandOutState:
    """Write these people's bundles into a folder, each signed, sealed, and checked by opening it.

    One that cannot be written is said beside its person; the others are written all the same.
    """
    names = inspections.names(session)
    outcomes: list[Outcome] = []
    for done, person in enumerate(people):
        name = names.get(person, "")
        tell(done, len(people), f"Writing and checking: {name}")
        outcomes.append(_write(session, person, name, folder))
    refused = sum(not outcome.file for outcome in outcomes)
    said = f"{counted(len(people) - refused, 'bundle')} written and checked"
    if refused:
        said += f", {refused} not written"
    return replace(show(session), outcomes=tuple(outcomes), said=said)


def _write(session: Session, person: str, name: str, folder: Path) -> Outcome:
    try:
        written = exchange.write_allocation_bundle(session, person, folder)
    except Refusal as refusal:
        return Outcome(name, "", Said(f"Not written. {refusal}", "not_sufficient", "stop"))
    said = Said(f"Written and checked, {size(written.size)}", "sufficient", "sufficient")
    return Outcome(name, written.path.name, said)


def _said(person: Person, one: HandedOut, held: int) -> Said:
    if not person.confirmed:
        return NOT_CONFIRMED
    if not one.written:
        return NOT_WRITTEN if held else NO_CASES
    if one.news:
        return NEWS
    return TO_ACKNOWLEDGE if one.unsaid else UP_TO_DATE


def _words(lines: Sequence[BundleLine]) -> str:
    wanting = sum(line.wants for line in lines)
    if not any(line.cases for line in lines):
        return "Nobody holds a case yet. Share the cases out first."
    if not wanting:
        return "Everybody’s last bundle holds all that they need."
    first = sum(line.said == NOT_WRITTEN for line in lines)
    words = [f"{counted(first, 'person', 'people')} without a bundle"] if first else []
    if wanting - first:
        words.append(f"{counted(wanting - first, 'bundle')} that would bring something new")
    return f"{' and '.join(words)}."
