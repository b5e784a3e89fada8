"""A small inspection with three samples that share cases: supervision, court reports and victim work."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from model.instruments.reader import fingerprint_of
from model.journal.change import Change
from model.journal.entry import FieldKey
from tests.office import Office, set_up
from tests.texts import column, instrument_of, measure, options, question, standard
from ui.reading import cases, inspections
from ui.session import Session

SUPERVISION, COURT, VICTIMS = "supervision", "court", "victims"
SAMPLES = (SUPERVISION, COURT, VICTIMS)
TITLES = {SUPERVISION: "Supervision", COURT: "Court reports", VICTIMS: "Victim work"}

_HEAD = """
format = 1
id = "several_2018"
title.en = "Three samples"
attribution = "Ours."
instruments = ["supervision.toml", "court.toml", "victims.toml"]
[provider_types]
NPS = { label.en = "National Probation Service division" }
[rounding]
percentage = "half_up"
band_from = "rounded"
"""
_BAND = '[[band]]\nid = "{}"\nlabel.en = "{}"\nwords.en = "{}"\nat_least = {}\npoints = {}\n'
_SAMPLE = """
[[sample]]
id = "{id}"
title.en = "{title}"
instrument = "{id}"
confidence = 0.80
margin = 0.05
[[list]]
id = "{id}"
"""
_COLUMNS = (
    column("reference", "Reference", more="required = true")
    + column("surname", "Surname", more="personal = true")
    + column("officer", "Officer")
    + column("ldu", "Unit")
    + column("gender", "Gender", "choice", 'values = { male = ["Male"], female = ["Female"] }')
)


def programme_text(samples: Sequence[str] = SAMPLES) -> str:
    """A programme with these samples."""
    bands = _BAND.format("good", "Good", "Reasonable majority", 50, 1)
    bands += _BAND.format("inadequate", "Inadequate", "Minority", 0, 0)
    return _HEAD + bands + "".join(map(_sample, samples))


def _sample(id: str) -> str:
    """A sample with its list, and the one standard that it is rated by."""
    title, code = TITLES[id], f"{1 + SAMPLES.index(id)}.1"
    return (
        measure(f"m_{id}", f"{code}.1", "proportion", f'question = "{id}_enough"', 'base.en = "all cases"')
        + standard(f"s_{id}", code, title, "lowest_band", f'measures = ["m_{id}"]')
        + _SAMPLE.format(id=id, title=title)
        + _COLUMNS
    )


def instrument_text(sample: str) -> str:
    """The instrument of a sample: one fact that all share, one of its own, one key question."""
    gender = f'{options(male="Male", female="Female")}\nproposes = "gender"'
    return instrument_of(
        sample,
        TITLES[sample],
        question("gender", "F1", "Gender", "choice", more=gender),
        question(f"{sample}_only", "F2", "What only this one asks"),
        question(
            f"{sample}_enough",
            "1.1",
            "Was enough done?",
            "judgement",
            part="key",
            more='options = "judgement"\nevidence = true',
        ),
        family="several",
    )


def several(folder: Path) -> Office:
    """An office whose inspection follows the programme of three samples; its team is there."""
    office = set_up(folder).make_inspection().gather()
    texts = [instrument_text(sample) for sample in SAMPLES]
    office.session.record(
        Change(FieldKey("programme", fingerprint_of(programme_text()), "text"), programme_text()),
        Change(
            FieldKey("inspection", office.session.inspection, "programme"), fingerprint_of(programme_text())
        ),
        *(Change(FieldKey("instrument", fingerprint_of(text), "text"), text) for text in texts),
    )
    return office


def list_of(folder: Path, sample: str, references: Iterable[int], officers: int = 4) -> Path:
    """A list of these references; whoever is the officer in one list is somebody else in another."""
    file = folder / f"{sample}.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        written = csv.writer(opened)
        written.writerow(("Reference", "Surname", "Officer", "Unit", "Gender"))
        for number in references:
            officer = f"{TITLES[sample]} {number % officers}"
            gender = ("Male", "Female")[number % 2]
            written.writerow((f"X{number:06}", f"{sample}name{number}", officer, "Cumbria", gender))
    return file


def drawn(folder: Path) -> Office:
    """The same with lists of 20, 6 and 6, of which 12, 4 and 6 cases are drawn; nobody holds any."""
    office = several(folder)
    for sample, references, size in zip(
        SAMPLES, (range(20), range(8, 14), range(10, 16)), (12, 4, 6), strict=True
    ):
        office.read(list_of(folder, sample, references), sample).draw(size, sample)
    return office


def in_the_field(folder: Path) -> Office:
    """The same with every case allocated, and everybody's bundle read."""
    office = drawn(folder)
    for sample in SAMPLES:
        office.allocate(sample)
    return office.hand_out()


def shared(office: Office, *wanted: str) -> str:
    """A case that stands in these samples and in no other."""
    held = sorted(cases.cases(office.session).values(), key=lambda case: case.reference)
    return next(case.id for case in held if set(case.places) == set(wanted))


def made_for(office: Office, case: str) -> dict[str, str]:
    """The assessments of a case by the id of their instrument."""
    instruments = {one.fingerprint: one.id for one in inspections.instruments(office.session)}
    every = cases.assessments(office.session).values()
    return {instruments[one.instrument]: one.id for one, _ in every if one.case == case}


def holder_of(office: Office, case: str) -> Session:
    """The session of whoever holds a case."""
    (held,) = {one.holder for one, _ in cases.assessments(office.session).values() if one.case == case}
    return next(session for session in office.people.values() if session.author == held)
