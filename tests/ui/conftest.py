"""A small inspection in a real encrypted store, as an inspector's laptop holds it after the first bundle."""

import hashlib
import itertools
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from model.cases import Place, place_fields
from model.journal.change import Change
from model.journal.entry import FieldKey, Value
from resources import path
from storage import store, streams
from tests.merging import Evening, evening
from tests.practised import Practised, copy, make
from ui.session import Session

INSPECTION, OFFICE = "1" * 32, "f" * 32
ANN, BEN, LEE = "a" * 32, "b" * 32, "c" * 32
START = datetime(2018, 10, 8, 9, 0, tzinfo=UTC)
OFFICERS = ("Zoë Thompson", "Mark Dixon", "Zoë Thompson")


@dataclass(frozen=True)
class Practice:
    """Sessions of several people on one store, and the ids in it."""

    ann: Session
    lee: Session
    office: Session
    cases: tuple[str, ...]
    assessments: tuple[str, ...]


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    """Ann (inspector), Lee (lead) and the office share one store here; three cases are allocated to Ann."""
    ticks = itertools.count()

    def clock() -> datetime:
        return START + timedelta(seconds=next(ticks))

    opened = store.create(tmp_path, secrets.token_bytes(32))
    office = Session(opened, OFFICE, INSPECTION, clock)
    streams.join(opened.db, INSPECTION, OFFICE, office.now())
    folder = path("programmes") / "probation_services_2018"
    programme = (folder / "programme.toml").read_text("utf-8")
    instrument = (folder / "case_supervision.toml").read_text("utf-8")
    office.record(
        *_inspection(programme, instrument),
        *_person(ANN, "Ann Archer", "inspector"),
        *_person(BEN, "Ben Bright", "inspector"),
        *_person(LEE, "Lee Long", "lead"),
    )
    cases = tuple(f"{number:032x}" for number in range(1, 4))
    assessments = tuple(f"{number:032x}" for number in range(11, 14))
    for number, (case, assessment) in enumerate(zip(cases, assessments, strict=True)):
        office.record(*_case(case, assessment, number, _fingerprint(instrument)))
    yield Practice(
        Session(opened, ANN, INSPECTION, clock),
        Session(opened, LEE, INSPECTION, clock),
        office,
        cases,
        assessments,
    )
    opened.close()


def _inspection(programme: str, instrument: str) -> list[Change]:
    particulars = {
        "name": "Practice inspection",
        "provider": "North Vale division",
        "provider_type": "NPS",
        "programme": _fingerprint(programme),
        "start": "2018-10-08",
        "end": "2018-10-19",
    }
    return [
        Change(FieldKey("programme", _fingerprint(programme), "text"), programme),
        Change(FieldKey("instrument", _fingerprint(instrument), "text"), instrument),
        *(Change(FieldKey("inspection", INSPECTION, field), value) for field, value in particulars.items()),
    ]


def _person(person: str, name: str, role: str) -> list[Change]:
    return [
        Change(FieldKey("person", person, "name"), name),
        Change(FieldKey("person", person, "role"), role),
        Change(FieldKey("person", person, "confirmed"), True),
    ]


def _case(case: str, assessment: str, number: int, instrument: str) -> list[Change]:
    facts = {"gender": "Male", "rosh_level": "Medium", "officer": OFFICERS[number], "ldu": "Cumbria"}
    recorded: dict[str, Value] = {
        "number": f"{4101 + number}",
        "reference": f"X10000{number}",
        **place_fields(Place("case_supervision", number + 1, False, "", facts, "", "")),
    }
    made = {"case": case, "instrument": instrument, "purpose": "first", "holder": ANN}
    return [
        *(Change(FieldKey("case", case, field), value) for field, value in recorded.items()),
        *(Change(FieldKey("assessment", assessment, field), value) for field, value in made.items()),
    ]


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture(scope="session")
def practice_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice store as it was just made."""
    return make(tmp_path_factory.mktemp("made"))


@pytest.fixture
def practised(tmp_path: Path, practice_made: Path) -> Iterator[Practised]:
    """A practice store of one's own, unlocked on the first morning."""
    held = copy(practice_made, tmp_path)
    yield held
    held.session.store.close()


@pytest.fixture
def day(tmp_path: Path) -> Evening:
    """An evening of fieldwork: everybody's store and bundles, still to be opened and merged."""
    return evening(tmp_path)
