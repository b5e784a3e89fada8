"""What tests of instrument files look at: parts, guidance, wordings, and the practice answers as sheets."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator

from model.answers import Answer
from model.instruments.instrument import Guidance, Instrument, Kind, Part, Question, Standing, say
from model.instruments.programme import Programme
from model.instruments.reader import read_instrument, read_programme
from resources import path

FOLDER = path("programmes", "probation_services_2018")
PRACTICE = path("practice", "north_west_2018")
OFFICIAL = re.compile(
    r"(?<!Integrated )\b(offenders?|criminals|inmates?|addicts?|abusers?|service users?)\b", re.IGNORECASE
)
"""Words for people that Casebook quotes and does not use."""


def programme_file(name: str = "programme.toml") -> Programme:
    """The programme of the folder."""
    return read_programme((FOLDER / name).read_text("utf-8"), name)


def instrument_file(name: str) -> Instrument:
    """An instrument of the folder."""
    return read_instrument((FOLDER / name).read_text("utf-8"), name)


def of_part(instrument: Instrument, part: Part) -> list[Question]:
    """The questions that are for this, in order."""
    return [question for question in instrument.questions.values() if question.part is part]


def pieces(guidance: Guidance) -> dict[str, str]:
    """The pieces of guidance that are there."""
    names = ("look_for", "where", "sufficient", "not_applicable", "slip")
    return {name: words for name in names if (words := say(getattr(guidance, name)))}


def unguided(instrument: Instrument) -> Iterator[tuple[str, set[str]]]:
    """Each question that lacks guidance it should have, with the pieces that are missing."""
    judged = {"look_for", "where", "sufficient", "slip"}
    for question in instrument.questions.values():
        wanted = {"look_for", "where", "slip"}
        if question.part in (Part.KEY, Part.NEED):
            wanted = {*judged, "not_applicable"}
        elif question.part is Part.PROMPT or question.kind is Kind.JUDGEMENT:
            wanted = judged
        elif question.part is Part.WHY:
            wanted = {"look_for", "slip"}
        if question.allows_not_applicable:
            wanted = {*wanted, "not_applicable"}
        if lacking := wanted - set(pieces(question.guidance)):
            yield question.id, lacking


def our_words(instrument: Instrument) -> Iterator[str]:
    """Everything in an instrument that is not quoted."""
    for question in instrument.questions.values():
        yield from pieces(question.guidance).values()
        yield from (say(option.label) for option in question.options)
        if question.wording is Standing.OURS:
            yield say(question.text)


def practice_sheets(sample: str, instrument: Instrument) -> dict[str, dict[str, Answer]]:
    """The practice answers to the key questions, by position; "Not applicable" is a need answered No."""
    keys = {key.code: key.id for key in of_part(instrument, Part.KEY)}
    sheets: dict[str, dict[str, Answer]] = defaultdict(dict)
    with (PRACTICE / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["sample"] == sample:
                sheet, key = sheets[row["position"]], keys[row["question"]]
                relevant = row["answer"] != "Not applicable"
                if f"{key}_need" in instrument.questions:
                    sheet[f"{key}_need"] = Answer("yes" if relevant else "no")
                if relevant:
                    sheet[key] = Answer(row["answer"].lower())
    return sheets
