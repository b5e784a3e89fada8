"""What inspectors write, as it is listed and as it is edited: notes, points, chronology lines and alerts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from model.documents.dates import date_in_words
from model.evidence import Written
from ui.presenters.case_words import moment, who
from ui.presenters.days import read_day
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Field:
    """One line beside the text: its name in the journal, its words, an example, and whether it is a date."""

    name: str
    words: str
    example: str
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of writing is edited."""

    kind: str
    words: str
    example: str
    fields: tuple[Field, ...]


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "note": Form(
            "note",
            "Evidence",
            "What the record shows, and what follows from it",
            (Field("source", "Source", "Contact log"), Field("date", "Date", "8 Oct 2018", is_day=True)),
        ),
        "point": Form("point", "Point to raise", "What to ask the officer", ()),
        "line": Form(
            "line",
            "What happened",
            "One event in one or two sentences",
            (Field("date", "Date", "8 Oct 2018", is_day=True), Field("source", "Source", "Contact log")),
        ),
        "alert": Form(
            "alert",
            "Alert: a person is at risk",
            "Who is at risk, of what, and what has been done",
            (
                Field("told", "Who was told", "Name and post"),
                Field("date", "When they were told (day)", "today", is_day=True),
            ),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in an editor: the text, and what is beside it by field."""

    text: str
    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """What was typed as it is recorded, and what is wrong with it, by field."""

    beside: Mapping[str, str]
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PieceView:
    """One piece of writing in a list."""

    kind: str
    id: str
    text: str
    about: str
    """Source, date, author and time in one line."""
    date: str
    conflict: bool
    typed: Typed
    """The same as it stands in its editor."""
    assessment: str
    """The assessment it was written in."""


def read_typed(kind: str, typed: Typed, today: date) -> Read:
    """Return the fields beside a text as they are recorded; a date that is none is named, and left out."""
    beside: dict[str, str] = {}
    problems: dict[str, str] = {}
    for line in FORMS[kind].fields:
        words = typed.beside.get(line.name, "").strip()
        day = read_day(words, today, month_will_do=True) if line.is_day else words
        if day is None:
            problems[line.name] = f"“{words}” is no date. Type day, month and year: 8/10/2018."
        else:
            beside[line.name] = day
    return Read(beside, problems)


def typed_from(piece: Written) -> Typed:
    """Return a piece of writing as it stands in its editor."""
    values = {"source": piece.source, "date": date_in_words(piece.date, short=True), "told": piece.told}
    return Typed(piece.text, {line.name: values[line.name] for line in FORMS[piece.kind].fields})


def piece_view(piece: Written, today: date, me: str, names: Mapping[str, str]) -> PieceView:
    """Return a piece of writing as it is listed."""
    day = date_in_words(piece.date, short=True)
    about = [piece.source, day if piece.kind == "note" else ""]
    about.append(f"{who(piece.author, me, names)}, {moment(piece.time, today)}")
    words = " · ".join(part for part in about if part)
    typed = typed_from(piece)
    return PieceView(piece.kind, piece.id, piece.text, words, day, piece.conflict, typed, piece.assessment)


def fresh_id(session: Session, assessment: str) -> str:
    """Return an id for something that is about to be written in an assessment."""
    return session.new_id(assessment)
