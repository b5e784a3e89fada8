"""Other words in an instrument file: every place where wording stands, and putting new words there.

A file is worked on as the plain values that its TOML text means, so that ids, codes, conditions and lines
stay as they are; what comes out is read by the strict reader like any file.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from model.instruments.instrument import LANGUAGES, Standing
from model.refusal import Refusal

Values = dict[str, Any]
GUIDANCE = ("look_for", "where", "sufficient", "not_applicable", "slip")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where wording stands: "question engage", "text"; "options judgement", "yes.label"; "", "title"."""

    thing: str
    place: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is to stand at a spot in one language; empty takes that language away.

    `standing` is recorded of the question's wording or guidance when given; a translation gives none.
    """

    spot: Spot
    language: str
    words: str
    standing: Standing | None = None


def spots(values: Mapping[str, Any]) -> dict[Spot, dict[str, str]]:
    """Return every wording of an instrument file by where it stands, in the order of the file.

    A set of options that several questions name stands there once.
    """
    return dict(_spots(values))


def reworded(values: Mapping[str, Any], changes: Iterable[Words], version: str) -> Values:
    """Return the values with other words and another version number; everything else stays.

    Refusal: there is no such spot or language, or English would be missing.
    """
    found = deepcopy(dict(values))
    found["version"] = version
    for change in changes:
        if change.language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise _refused(f"There is no language “{change.language}” here.", f"Write one of: {known}.")
        _put(found, change)
    return found


def _put(values: Values, change: Words) -> None:
    spot = change.spot
    held = dict(_spots(values)).get(spot)
    words = " ".join(change.words.split()) if "\n" not in change.words else change.words.strip()
    if held is None:
        held = _new_guidance(values, spot)
    if not words and change.language == "en" and not spot.place.startswith("guidance."):
        raise _refused(f"{_said(spot)} would be without its English wording.", "Write what is to be asked.")
    if words:
        held[change.language] = words
    else:
        held.pop(change.language, None)
    question = _question(values, spot)
    if question is None:
        return
    if not held and spot.place.startswith("guidance."):
        question["guidance"].pop(spot.place.removeprefix("guidance."))
    if change.standing is not None:
        if spot.place == "text":
            question["wording"] = change.standing.value
        elif spot.place.startswith("guidance."):
            question["guidance_standing"] = change.standing.value


def _new_guidance(values: Values, spot: Spot) -> dict[str, str]:
    """A piece of guidance that the question does not have yet."""
    question = _question(values, spot)
    piece = spot.place.removeprefix("guidance.")
    if question is None or not spot.place.startswith("guidance.") or piece not in GUIDANCE:
        raise _refused(f"{_said(spot)} is not in this instrument.", "Take id and place from its own table.")
    found: dict[str, str] = question.setdefault("guidance", {}).setdefault(piece, {})
    return found


def _spots(values: Mapping[str, Any]) -> Iterator[tuple[Spot, dict[str, str]]]:
    yield Spot("", "title"), values["title"]
    for name, options in values.get("options", {}).items():
        for code, option in options.items():
            yield Spot(f"options {name}", f"{code}.label"), option["label"]
    for view in values["view"]:
        yield Spot(f"view {view['id']}", "title"), view["title"]
        for section in view["section"]:
            yield Spot(f"section {section['id']}", "title"), section["title"]
            for question in section["question"]:
                for place, text in _of_question(question):
                    yield Spot(f"question {question['id']}", place), text


def _of_question(question: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    yield "text", question["text"]
    if isinstance(question.get("options"), dict):
        for code, option in question["options"].items():
            yield f"options.{code}.label", option["label"]
    for piece in GUIDANCE:
        if piece in question.get("guidance", {}):
            yield f"guidance.{piece}", question["guidance"][piece]


def _question(values: Mapping[str, Any], spot: Spot) -> Values | None:
    kind, _, name = spot.thing.partition(" ")
    if kind != "question":
        return None
    every = (q for view in values["view"] for section in view["section"] for q in section["question"])
    return next((question for question in every if question["id"] == name), None)


def _said(spot: Spot) -> str:
    return f"“{spot.place}” of {spot.thing or 'the instrument'}"


def _refused(happened: str, remedy: str) -> Refusal:
    return Refusal(happened, "Nothing was changed; the version that stands goes on.", remedy)
