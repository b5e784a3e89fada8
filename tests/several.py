"""A small inspection with three samples that share cases: supervision, court reports and victim work."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from model.instruments.reader import fingerprint_of
from model.journal.change import Change
from model.journal.entry import FieldKey
from tests.office import Office, set_up
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
[[band]]
id = "good"
label.en = "Good"
words.en = "Reasonable majority"
at_least = 50
points = 1
[[band]]
id = "inadequate"
label.en = "Inadequate"
words.en = "Minority"
at_least = 0
points = 0
"""
_SAMPLE = """
[[measure]]
id = "m_{id}"
code = "{code}.1"
kind = "proportion"
question = "{id}_enough"
base.en = "all cases"
[[standard]]
id = "s_{id}"
code = "{code}"
title.en = "{title}"
statement.en = "It is done well."
rating = "lowest_band"
measures = ["m_{id}"]
[[sample]]
id = "{id}"
title.en = "{title}"
instrument = "{id}"
confidence = 0.80
margin = 0.05
[[list]]
id = "{id}"
[[list.column]]
field = "reference"
title.en = "Reference"
headers = ["Reference"]
kind = "text"
required = true
[[list.column]]
field = "surname"
title.en = "Surname"
headers = ["Surname"]
kind = "text"
personal = true
[[list.column]]
field = "officer"
title.en = "Officer"
headers = ["Officer"]
kind = "text"
[[list.column]]
field = "ldu"
title.en = "Unit"
headers = ["Unit"]
kind = "text"
[[list.column]]
field = "gender"
title.en = "Gender"
headers = ["Gender"]
kind = "choice"
values = {{ male = ["Male"], female = ["Female"] }}
"""
_INSTRUMENT = """
format = 1
id = "{id}"
family = "several"
version = "1.0"
title.en = "{title}"
attribution = "Ours."
[options.judgement]
yes = {{ label.en = "Yes", key = "y", line = "above" }}
no = {{ label.en = "No", key = "n", line = "below" }}
[[view]]
id = "case"
title.en = "Case"
[[view.section]]
id = "facts"
title.en = "Facts"
[[view.section.question]]
id = "gender"
code = "F1"
part = "fact"
kind = "choice"
text.en = "Gender"
wording = "ours"
source = "Ours"
proposes = "gender"
[view.section.question.options]
male = {{ label.en = "Male", key = "1" }}
female = {{ label.en = "Female", key = "2" }}
[[view.section.question]]
id = "{id}_only"
code = "F2"
part = "fact"
kind = "text"
text.en = "What only this one asks"
wording = "ours"
source = "Ours"
[[view.section.question]]
id = "{id}_enough"
code = "1.1"
part = "key"
kind = "judgement"
options = "judgement"
text.en = "Was enough done?"
wording = "ours"
source = "Ours"
evidence = true
"""


def programme_text(samples: Sequence[str] = SAMPLES) -> str:
    """A programme with these samples."""
    parts = (
        _SAMPLE.format(id=sample, title=TITLES[sample], code=f"{1 + SAMPLES.index(sample)}.1")
        for sample in samples
    )
    return _HEAD + "".join(parts)


def instrument_text(sample: str) -> str:
    """The instrument of a sample: one fact that all share, one of its own, one key question."""
    return _INSTRUMENT.format(id=sample, title=TITLES[sample])


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
