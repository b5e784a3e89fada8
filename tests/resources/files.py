"""The programmes, instruments and practice inspections that come with Casebook, read for tests."""

import csv
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from model.answers import Answer, Value
from model.instruments.instrument import Instrument, Kind, Part, say
from model.instruments.programme import Programme, Sample
from model.instruments.reader import read_instrument, read_programme
from model.lists.understanding import Understood, understand
from model.sampling.strata import Eligible, eligible_cases
from resources import path
from storage.tables.reading import read_table_file

OF_2013, OF_2017, OF_2018 = "adult_offending_2013", "quality_impact_2017", "probation_services_2018"
PROGRAMMES = sorted(folder.name for folder in path("programmes").iterdir() if folder.is_dir())
NORTHUMBRIA, CUMBRIA, NORTH_WEST = (
    path("practice", name) for name in ("northumbria_2013", "cumbria_2017", "north_west_2018")
)
Sheets = Mapping[str, Mapping[str, Answer]]


@cache
def programme_file(programme: str = OF_2018) -> Programme:
    """The programme of a folder."""
    name = "programme.toml"
    return read_programme(path("programmes", programme, name).read_text("utf-8"), name)


@cache
def instrument_file(name: str, programme: str = OF_2018) -> Instrument:
    """An instrument of a programme, by its file name without the ending."""
    file = f"{name}.toml"
    return read_instrument(path("programmes", programme, file).read_text("utf-8"), file)


def instruments_of(programme: str) -> dict[str, Instrument]:
    """Every instrument of a programme, by its file name without the ending."""
    names = [file.removesuffix(".toml") for file in programme_file(programme).instruments]
    return {name: instrument_file(name, programme) for name in names}


@cache
def published(practice: Path) -> Any:
    """What the report of a practice inspection prints."""
    return json.loads((practice / "published.json").read_text("utf-8"))


def rows(file: Path) -> list[dict[str, str]]:
    """The lines of a practice file by their headings."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def listed(file: Path, programme: Programme, sample: str) -> Understood:
    """A provider's list as the office reads it for a sample."""
    table = read_table_file(file)
    strata = [stratum.field for stratum in programme.sample(sample).strata]
    columns = programme.list(sample).columns
    return understand(table.header, table.rows, columns, header_row=table.header_row, missed=strata)


def population(understood: Understood, sample: Sample) -> tuple[Eligible, ...]:
    """The cases of a list from which a sample is drawn."""
    return eligible_cases([row.values for row in understood.rows], sample.strata)


def sheets(file: Path, instrument: Instrument) -> Sheets:
    """The answers on every line of a practice file, by its number; what is not applicable has its reason."""
    return {
        str(number): {
            name: _answer(instrument, name, cell)
            for name, cell in row.items()
            if name in instrument.questions and cell
        }
        for number, row in enumerate(rows(file), start=1)
    }


def _answer(instrument: Instrument, name: str, cell: str) -> Answer:
    question = instrument.question(name)
    if cell == "not_applicable":
        return Answer(cell, say(question.guidance.not_applicable))
    value: Value = cell
    if question.kind is Kind.SEVERAL:
        value = tuple(cell.split(";"))
    elif question.kind is Kind.NUMBER:
        value = int(cell)
    return Answer(value)


def judged(sample: str, instrument: Instrument) -> dict[str, dict[str, Answer]]:
    """The key questions of the North West, by position; "Not applicable" is a need answered No."""
    keys = {each.code: each.id for each in instrument.questions.values() if each.part is Part.KEY}
    found: dict[str, dict[str, Answer]] = {}
    for row in rows(NORTH_WEST / "answers.csv"):
        if row["sample"] == sample:
            sheet, key = found.setdefault(row["position"], {}), keys[row["question"]]
            relevant = row["answer"] != "Not applicable"
            if f"{key}_need" in instrument.questions:
                sheet[f"{key}_need"] = Answer("yes" if relevant else "no")
            if relevant:
                sheet[key] = Answer(row["answer"].lower())
    return found
