"""The practice files: the provider's list, the answers, and what was published."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from model.cases import Assessment, Case
from resources import path
from ui.reading import cases
from ui.session import Session

SAMPLE = "case_supervision"
Held = tuple[Case, Assessment]


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: percentages by key question, ratings by standard."""

    percent: Mapping[str, int]
    standards: Mapping[str, str]


def practice_file(name: str) -> Path:
    """Return one of the practice files."""
    return path("practice", "north_west_2018", name)


def published() -> Published:
    """Return what was published of this inspection."""
    told = json.loads(practice_file("published.json").read_text("utf-8"))
    return Published(told["percent"], told["standards"])


def published_answers() -> dict[int, dict[str, str]]:
    """Return the published answers of case supervision by position in the drawn order, then by code."""
    found: dict[int, dict[str, str]] = {}
    with practice_file("answers.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["sample"] == SAMPLE:
                found.setdefault(int(row["position"]), {})[row["question"]] = row["answer"]
    return found


def held_cases(session: Session) -> list[Held]:
    """Return the cases of a session's author with their assessments, in drawn order."""
    held = cases.cases(session)
    mine = [
        (held[assessment.case], assessment)
        for assessment, _ in cases.assessments(session).values()
        if assessment.holder == session.author
    ]
    return sorted(mine, key=lambda pair: pair[0].places[SAMPLE].position)
