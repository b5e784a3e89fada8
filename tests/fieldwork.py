"""A small inspection in a real encrypted store, for tests and benchmarks of what inspectors see."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from model.cases import Place, place_fields
from model.instruments.reader import fingerprint_of
from model.journal.change import Change
from model.journal.entry import FieldKey, Value
from model.people import Role
from resources import path
from storage import streams
from storage.store import Store, create
from tests.texts import instrument_of, question
from ui.session import Session

INSPECTION = "aa" * 16
OFFICE, MEGAN, OWEN, LEAD = ("0" * 32, "1" * 32, "2" * 32, "3" * 32)
PEOPLE = {
    OFFICE: ("The office", Role.OFFICE),
    MEGAN: ("Megan Price", Role.INSPECTOR),
    OWEN: ("Owen Hart", Role.INSPECTOR),
    LEAD: ("Ffion Lewis", Role.LEAD),
}
LISTED = {
    "gender": "male",
    "age_group": "25-29",
    "ethnic_group": "White",
    "disability": "No",
    "ldu": "Preston",
    "officer": "Zoë Thompson",
    "officer_grade": "Probation officer",
    "sentence_type": "licence",
    "rosh_level": "medium",
    "ogrs": "86",
    "mappa_level": "level_1",
    "main_offence": "Public order",
    "domestic_abuse": "yes",
    "child_safeguarding": "yes",
}

IN_WORDS = instrument_of(
    "interview",
    "Interview",
    question("pattern", "W1", "What is your working pattern?"),
    question("caseload", "W2", "How many cases do you hold?", "number"),
)
"""An instrument with a question that is answered in words."""


@dataclass
class Clock:
    """A clock that a test moves on by hand; it begins on the first morning of fieldwork."""

    time: datetime = datetime(2018, 10, 8, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def advance(self, **by: int) -> None:
        self.time += timedelta(**by)


def instrument_text() -> str:
    """Return the instrument that cases are really assessed with."""
    return path("programmes", "probation_services_2018", "case_supervision.toml").read_text("utf-8")


def begin(folder: Path, text: str | None = None, clock: Callable[[], datetime] | None = None) -> Session:
    """Return Megan's session in a new store that holds the inspection, its people and its instrument."""
    store: Store = create(folder, bytes(range(32)))
    office = Session(store, OFFICE, INSPECTION, clock or Clock())
    streams.join(store.db, INSPECTION, OFFICE, office.now())
    text = instrument_text() if text is None else text
    office.record(
        *(Change(FieldKey("person", id, "role"), role.value) for id, (_, role) in PEOPLE.items()),
        *(Change(FieldKey("person", id, "name"), name) for id, (name, _) in PEOPLE.items()),
        Change(FieldKey("inspection", INSPECTION, "name"), "North West, autumn 2018"),
        Change(FieldKey("instrument", fingerprint_of(text), "text"), text),
    )
    return replace(office, author=MEGAN)


def allot(session: Session, number: int, text: str | None = None, holder: str = MEGAN, **listed: str) -> str:
    """Have the office add a case with an assessment held by `holder`; return the assessment's id."""
    case, assessment = f"{number:032x}", f"{number + 10**6:032x}"
    fingerprint = fingerprint_of(instrument_text() if text is None else text)
    place = Place("case_supervision", number, False, "", {**LISTED, **listed}, "", "")
    fields: list[tuple[str, str, str, Value]] = [
        ("case", case, "number", f"{4000 + number}"),
        ("case", case, "reference", f"J{900000 + number}"),
        *(("case", case, name, value) for name, value in place_fields(place).items()),
        ("assessment", assessment, "case", case),
        ("assessment", assessment, "instrument", fingerprint),
        ("assessment", assessment, "purpose", "first"),
        ("assessment", assessment, "holder", holder),
    ]
    as_(session, OFFICE).record(
        *(Change(FieldKey(kind, id, field), value) for kind, id, field, value in fields)
    )
    return assessment


def as_(session: Session, person: str) -> Session:
    """Return the same session with another person at work in it."""
    return replace(session, author=person)


def disagree(session: Session, assessment: str, question: str, *sides: tuple[str, Value, str | None]) -> None:
    """Record answers of several people (person, value, reason), none of whom has seen the others'."""
    for person, value, reason in sides:
        change = Change(
            FieldKey("assessment", assessment, f"answer.{question}"), value, reason, meaning=1, replaces=()
        )
        as_(session, person).record(change)
