"""An office with its team on real encrypted stores, for tests of what the office does before fieldwork."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from model.people import Role
from resources import path
from storage.wrapping import Cost
from ui.actions import allocate, begin, draw_sample, exchange, forgotten, read_list, team, unlock
from ui.actions.make_inspection import Particulars, make_inspection
from ui.reading.exclusions import exclusions
from ui.session import Session

QUICK = Cost(64, 1, 1)
WORDS = "practice passphrase"
SAMPLE = "case_supervision"
PRACTICE_LIST = path("practice", "north_west_2018", "case_supervision_list.csv")
PARTICULARS = Particulars(
    "North West, autumn 2018",
    "North West division",
    "NPS",
    "probation_services_2018",
    "2018-10-08",
    "2018-10-19",
)
HEADINGS = (
    "Case reference",
    "Surname",
    "Gender",
    "Responsible officer",
    "LDU",
    "Sentence type",
    "RoSH level",
)
TEAM = (("Lesley Marsh", Role.LEAD), ("Ann Archer", Role.INSPECTOR), ("Bilal Chowdhury", Role.INSPECTOR))


@dataclass
class Clock:
    """A clock that moves on by a second at every look; it begins on the Friday before fieldwork."""

    time: datetime = datetime(2018, 10, 5, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@dataclass
class Office:
    """An office at work: its session, and those of its team by name. `close` locks every store."""

    folder: Path
    clock: Clock
    session: Session
    people: dict[str, Session] = field(default_factory=dict)
    recovery_card: str = field(default="", repr=False)

    def close(self) -> None:
        for session in (self.session, *self.people.values()):
            unlock.lock(session)

    def make_inspection(self, particulars: Particulars = PARTICULARS) -> "Office":
        self.session = make_inspection(self.session, particulars)
        return self

    def card(self, name: str) -> Path:
        """Let somebody answer an invitation, and give back their card's file; nobody has taken it yet."""
        place = self.folder / name
        invitation = team.invite(self.session, name)
        begun = begin.begin_with_invitation(place, invitation, name, WORDS, self.clock, QUICK)
        self.people[name] = begun.session
        file = self.folder / f"{name}.casebook-card"
        file.write_bytes(begun.card_file)
        return file

    def gather(self, people: Iterable[tuple[str, Role]] = TEAM) -> "Office":
        """Take and confirm everybody's card."""
        for name, role in people:
            team.take_card(self.session, self.card(name).read_bytes(), role, confirmed=True)
        return self

    def read(self, file: Path, sample: str = SAMPLE) -> "Office":
        """Take in a list."""
        read_list.accept(self.session, read_list.preview(self.session, file, sample))
        return self

    def draw(self, size: int | None = None, sample: str = SAMPLE) -> "Office":
        draw_sample.draw_sample(self.session, sample, "a seed", size)
        return self

    def allocate(self, sample: str = SAMPLE) -> "Office":
        takers = [person.id for person in allocate.assessors(self.session)]
        barred = [kept.exclusion for kept in exclusions(self.session)]
        allocate.allocate_cases(self.session, sample, allocate.propose(self.session, sample, takers, barred))
        return self

    def hand_out(self) -> "Office":
        """Write everybody's bundle and let them take it in."""
        for session in self.people.values():
            written = exchange.write_allocation_bundle(self.session, session.author, self.folder)
            assert exchange.take_bundle(session, written.path).refusal is None
        return self

    def receive(self, name: str) -> "Office":
        """Let somebody write their bundle, and take it in at the office."""
        written = exchange.write_fieldwork_bundle(self.people[name], self.folder)
        assert exchange.take_bundle(self.session, written.path).refusal is None
        return self

    def request(self, name: str) -> Path:
        """Let somebody forget their passphrase, and give back the file of their request."""
        file = self.folder / f"{name}.casebook-request"
        file.write_bytes(forgotten.ask_the_office(self.folder / name, self.id(name)))
        return file

    def safe(self) -> Path:
        """The recovery card, fetched from the safe."""
        file = self.folder / "casebook-recovery-card.txt"
        file.write_text(self.recovery_card, encoding="utf-8")
        return file

    def id(self, name: str) -> str:
        return self.people[name].author


def set_up(folder: Path) -> Office:
    """An office without any inspection."""
    clock = Clock()
    made = begin.set_up_office(folder / "office", "Olwen Parry", WORDS, clock, QUICK)
    session = replace(made.session, clock=clock)
    return Office(folder, clock, session, recovery_card=made.recovery_card)


def small_list(folder: Path, rows: int = 20, extra: Iterable[tuple[str, ...]] = ()) -> Path:
    """A list of `rows` cases of five officers in two units, and what else is to stand in it."""
    file = folder / "list.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        written = csv.writer(opened)
        written.writerow(HEADINGS)
        for number in range(rows):
            written.writerow(row(number))
        written.writerows(extra)
    return file


def row(number: int, **said: str) -> tuple[str, ...]:
    """One row of the small list; `said` replaces a value by its heading's first word in lower case."""
    values = {
        "case": f"X{number:06}",
        "surname": f"Name{number}",
        "gender": ("Male", "Female")[number % 3 == 0],
        "responsible": f"Officer {number % 5}",
        "ldu": ("Cumbria", "Bury and Rochdale")[number % 5 > 2],
        "sentence": ("Licence", "Community order")[number % 4 == 0],
        "rosh": ("Medium", "High")[number % 2],
    }
    return tuple({**values, **said}.values())
