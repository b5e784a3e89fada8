"""The officers' page: what the list proposes, who is confirmed with which cases, and who asks whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.inspections import Person
from model.instruments.instrument import About
from model.officers import Match, Proposal
from model.people import Role
from ui.actions import interview
from ui.actions import officers as deciding
from ui.actions import undo as undoing
from ui.presenters.case_words import Said, stage_in_words
from ui.presenters.sizes import counted
from ui.reading import inspections, interviews
from ui.reading.interviews import Directory, Known
from ui.session import Session

ALL, PROPOSED, LOOK, CONFIRMED, UNASKED = "all", "proposed", "look", "confirmed", "unasked"
_CHIPS = (
    (ALL, "All"),
    (PROPOSED, "To confirm"),
    (LOOK, "To look at closely"),
    (CONFIRMED, "Confirmed"),
    (UNASKED, "Nobody asks"),
)
_ASKING = frozenset({Role.INSPECTOR, Role.LOCAL_ASSESSOR, Role.LEAD, Role.QUALITY})


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """One officer, confirmed or proposed. `cases` are (id, Casebook number)."""

    id: str
    proposal: Proposal | None
    name: str
    unit: str
    cases: tuple[tuple[str, str], ...]
    said: Said
    hint: str
    """What to look at: other spellings, whom it may be, whom it was joined with."""
    asker: str
    """Who asks the officer's own items, by name; "" while nobody does."""
    asker_id: str
    interview: str
    """How far that interview is."""
    joined: tuple[tuple[str, str], ...]
    """Officers who turned out to be this one, as (id, name)."""

    @property
    def is_proposed(self) -> bool:
        """True while nobody has confirmed it."""
        return self.proposal is not None

    @property
    def numbers(self) -> str:
        """The Casebook numbers of the cases."""
        return ", ".join(number for _, number in self.cases)


@dataclass(frozen=True, slots=True)
class OfficersState:
    """What the page shows. `people` can ask, as (id, name); `asks`: the programme asks officers something."""

    inspection: str
    rows: tuple[OfficerRow, ...]
    people: tuple[tuple[str, str], ...]
    asks: bool
    saved: str = ""
    said: str = ""


def show(session: Session) -> OfficersState:
    """Return the officers: what waits to be confirmed first, then those confirmed, by name."""
    found, names = interviews.directory(session), inspections.names(session)
    asks = bool(interviews.instruments(session, About.OFFICER))
    return OfficersState(
        inspections.inspection(session).name,
        (
            *(_proposed(proposal, found) for proposal in found.proposals),
            *(_confirmed(known, names, asks=asks) for known in found.known),
        ),
        tuple((one.id, one.name) for one in inspections.people(session) if _can_ask(one)),
        asks,
    )


def chips(rows: Sequence[OfficerRow]) -> tuple[tuple[str, str, int], ...]:
    """Return the filters as (code, words, how many rows it would show)."""
    return tuple((code, words, sum(_fits(row, code) for row in rows)) for code, words in _CHIPS)


def wanted(rows: Sequence[OfficerRow], chip: str, words: str) -> tuple[OfficerRow, ...]:
    """Return the rows that a filter and typed words leave."""
    typed = words.casefold().split()
    return tuple(row for row in rows if _fits(row, chip) and all(word in _words(row) for word in typed))


def confirm(session: Session, rows: Sequence[OfficerRow]) -> OfficersState:
    """Confirm the proposals among these rows. Refusal: there is none."""
    chosen = [row.proposal for row in rows if row.proposal is not None]
    changes = deciding.confirm(session, chosen)
    return _said(session, changes.time, f"{counted(len(chosen), 'officer')} confirmed")


def join(session: Session, row: OfficerRow, into: str) -> OfficersState:
    """Say that an officer is the same person as another; a proposal goes to that officer."""
    if row.proposal is not None:
        changes = deciding.move(session, row.proposal.cases, into)
    else:
        changes = deciding.join(session, row.id, into)
    return _said(session, changes.time, f"{row.name} and the other are one officer")


def separate(session: Session, joined: str) -> OfficersState:
    """Take back that an officer was joined with another."""
    changes = deciding.separate(session, joined)
    return _said(session, changes.time, "They are two officers again")


def split(session: Session, row: OfficerRow, cases: Sequence[str], name: str) -> OfficersState:
    """Say that some cases of an officer are of somebody else. Refusal: none, or all of them."""
    deciding.split(session, row.id, cases, name)
    return _said(session, session.now(), f"{counted(len(cases), 'case')} taken from {row.name}")


def rename(session: Session, row: OfficerRow, name: str, unit: str) -> OfficersState:
    """Correct an officer's name or unit. Refusal: no name, or nothing is different."""
    changes = deciding.rename(session, row.id, name, unit)
    return _said(session, changes.time, f"{row.name} is {_whole(name, unit)} now")


def give(session: Session, row: OfficerRow, to: str, reason: str) -> OfficersState:
    """Give an officer's interview to somebody. Refusal: a reason is missing."""
    changes = interview.give_interview(session, row.id, to, reason)
    asker = inspections.names(session).get(to, "")
    return _said(session, changes.time, f"{asker} asks {row.name}")


def give_all(session: Session) -> OfficersState:
    """Give every interview that nobody has to whoever holds most of the officer's cases."""
    given = interview.give_interviews(session)
    if not given:
        words = "Every officer has somebody, or their cases have nobody yet"
        return replace(show(session), said=words)
    return _said(session, session.now(), f"{counted(given, 'interview')} given")


def undo(session: Session) -> OfficersState:
    """Take back the last thing this person recorded."""
    return _said(session, undoing.undo(session).time, "Undone")


def _said(session: Session, time: str, words: str) -> OfficersState:
    return replace(show(session), saved=time, said=words)


def _proposed(proposal: Proposal, found: Directory) -> OfficerRow:
    hints = []
    if proposal.match is Match.SEVERAL_SPELLINGS:
        hints.append("Spelt " + " / ".join(proposal.spellings))
    known = found.of(proposal.officer)
    if known is not None:
        hints.append(f"Seems to be {_whole(known.officer.name, known.officer.unit)}")
    others = {one.id: _whole(one.name, one.unit) for one in found.proposals}
    others |= {one.officer.id: _whole(one.officer.name, one.officer.unit) for one in found.known}
    alike = [others[id] for id in proposal.alike if id in others]
    if alike:
        hints.append("May be " + " or ".join(alike))
    look = bool(hints)
    return OfficerRow(
        proposal.id,
        proposal,
        proposal.name,
        proposal.unit,
        tuple((case, found.cases[case].number) for case in proposal.cases),
        Said("Look closely", "attention", "eye") if look else Said("To confirm", "accent", "not_answered"),
        ". ".join(hints),
        "",
        "",
        "",
        (),
    )


def _confirmed(known: Known, names: dict[str, str], *, asks: bool) -> OfficerRow:
    asker = known.asker
    told = [one for one in known.interviews if one.holder == asker]
    hints = [f"Joined with {_whole(one.name, one.unit)}" for one in known.joined]
    if len([one for one in known.interviews if one.state != "not_started"]) > 1:
        hints.append("Interviewed twice: decide which counts")
    if asks and not asker and known.holder:
        hints.append(f"{names.get(known.holder, 'Somebody')} holds most of the cases")
    return OfficerRow(
        known.officer.id,
        None,
        known.officer.name,
        known.officer.unit,
        tuple((case.id, case.number) for case in known.cases),
        Said("Confirmed", "sufficient", "sufficient"),
        ". ".join(hints),
        names.get(asker, ""),
        asker,
        stage_in_words(told[0]).word if told else "",
        tuple((one.id, _whole(one.name, one.unit)) for one in known.joined),
    )


def _fits(row: OfficerRow, chip: str) -> bool:
    match chip:
        case "proposed":
            return row.is_proposed
        case "look":
            return row.is_proposed and bool(row.hint)
        case "confirmed":
            return not row.is_proposed
        case "unasked":
            return not row.is_proposed and not row.asker
    return True


def _words(row: OfficerRow) -> str:
    return " ".join((row.name, row.unit, row.numbers, row.said.word, row.hint, row.asker)).casefold()


def _whole(name: str, unit: str) -> str:
    return f"{name}, {unit}" if unit else name


def _can_ask(person: Person) -> bool:
    return person.role in _ASKING and person.confirmed and not person.withdrawn
