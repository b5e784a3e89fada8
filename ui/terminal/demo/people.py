"""The people of a practice inspection, all invented, and their stores."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from model.cases import Assessment, Case
from model.people import Role
from ui.actions import begin, exchange, team
from ui.actions.begin import OfficeMade
from ui.reading import cases, samples
from ui.reading.practice import Practice
from ui.session import Session

OFFICE = "Olwen Ŵyn-Parry"
PASSPHRASE = "practice passphrase"
EARLIER, TICK = timedelta(hours=7), timedelta(seconds=0.5)
"""The practice day began some hours ago, so that its stores look lived in when they are opened."""
Held = tuple[Case, Assessment]


@dataclass(frozen=True, slots=True)
class Team:
    """The office's session, and the others' by name; `leading` is the lead inspector, one of them."""

    office: Session
    inspectors: dict[str, Session]
    leading: str

    @property
    def lead(self) -> Session:
        """The lead inspector's session."""
        return self.inspectors[self.leading]

    @property
    def others(self) -> tuple[Session, ...]:
        """Everybody on site but the lead inspector."""
        return tuple(session for name, session in self.inspectors.items() if name != self.leading)


def practice_clock() -> Callable[[], datetime]:
    """Return a clock of the practice day: every look at it is half a second later than the last."""
    moment = datetime.now(UTC) - EARLIER

    def look() -> datetime:
        nonlocal moment
        moment += TICK
        return moment

    return look


def make_office(folder: Path, clock: Callable[[], datetime]) -> OfficeMade:
    """Set up the office, with its recovery card beside its store (a real office keeps it in a safe)."""
    made = begin.set_up_office(folder / "office", OFFICE, PASSPHRASE, clock)
    (folder / "recovery-card.txt").write_text(made.recovery_card, encoding="utf-8")
    return made


def gather_team(folder: Path, office: Session, practice: Practice, clock: Callable[[], datetime]) -> Team:
    """Invite everybody, let each make a store, and confirm their cards as after a telephone call."""
    inspectors: dict[str, Session] = {}
    for number, (name, role) in enumerate(practice.people, start=1):
        invitation = team.invite(office, name)
        place = folder / f"inspector-{number}"
        begun = begin.begin_with_invitation(place, invitation, name, PASSPHRASE, clock)
        team.take_card(office, begun.card_file, role, confirmed=True)
        inspectors[name] = begun.session
    leading = next(name for name, role in practice.people if role is Role.LEAD)
    return Team(office, inspectors, leading)


def hand_out(at_work: Team, folder: Path) -> int:
    """Write everybody's bundle and take each in on its own laptop; return the bytes that travelled."""
    size = 0
    for session in at_work.inspectors.values():
        written = exchange.write_allocation_bundle(at_work.office, session.author, folder)
        taken = exchange.take_bundle(session, written.path)
        if taken.refusal is not None:
            raise taken.refusal
        size += written.size
    return size


def held_cases(session: Session) -> Mapping[str, list[Held]]:
    """Return by sample the cases that a session's author holds, each with its assessment, in drawn order."""
    every, of = cases.cases(session), samples.by_instrument(session)
    found: dict[str, list[Held]] = {}
    for made, _ in cases.assessments(session).values():
        if made.holder == session.author and made.case in every:
            case = every[made.case]
            for sample in set(of.get(made.instrument, ())) & case.places.keys():
                found.setdefault(sample, []).append((case, made))
    for sample, mine in found.items():
        mine.sort(key=lambda pair: pair[0].places[sample].position)
    return found
