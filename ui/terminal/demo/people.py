"""The people of the practice inspection, all invented, and their stores."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from model.people import Role
from ui.actions import begin, exchange, team
from ui.actions.begin import OfficeMade
from ui.session import Session

OFFICE = "Olwen Ŵyn-Parry"
LEAD = "Lesley Marsh"
INSPECTORS = (
    LEAD,
    "Anwen Ŷstwyth",
    "Bilal Chowdhury",
    "Clare Dunmore",
    "Dafydd Eirian",
    "Esme Fairlie",
    "Femi Oyelaran-Reid",
    "Grace Hollin",
)
PASSPHRASE = "practice passphrase"
EARLIER, TICK = timedelta(hours=7), timedelta(seconds=0.5)
"""The practice day began some hours ago, so that its stores look lived in when they are opened."""


@dataclass(frozen=True, slots=True)
class Team:
    """The office's session, and the inspectors' by name; the lead inspector is one of them."""

    office: Session
    inspectors: dict[str, Session]

    @property
    def lead(self) -> Session:
        """The lead inspector's session."""
        return self.inspectors[LEAD]


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


def gather_team(folder: Path, office: Session, clock: Callable[[], datetime]) -> Team:
    """Invite every inspector, let each make a store, and confirm their cards as after a telephone call."""
    inspectors: dict[str, Session] = {}
    for number, name in enumerate(INSPECTORS, start=1):
        invitation = team.invite(office, name)
        begun = begin.begin_with_invitation(
            folder / f"inspector-{number}", invitation, name, PASSPHRASE, clock
        )
        role = Role.LEAD if name == LEAD else Role.INSPECTOR
        team.take_card(office, begun.card_file, role, confirmed=True)
        inspectors[name] = begun.session
    return Team(office, inspectors)


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
