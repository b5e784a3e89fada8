"""The practice inspections that come with the program: what is drawn and answered, and what was published."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from model.instruments.strict_table import Table
from model.people import Role
from resources import path

FILE = "practice.toml"
FORMAT = 1
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Note:
    """Something written: an evidence note, a line of the chronology, or a point to raise."""

    text: str
    source: str = ""
    date: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class PracticeSample:
    """A sample: the provider's list, how many are drawn from which seed, and what is answered of each case.

    `by_position`: question ids or codes with their answers, by position in the drawn order. `fill`: what is
    left open is answered so that it fits. `practised`: how many cases the window's practice shows.
    """

    id: str
    list: Path
    seed: str
    size: int
    by_position: Mapping[int, Row]
    fill: bool
    practised: int


@dataclass(frozen=True, slots=True)
class Forms:
    """What is answered by an instrument that no sample is drawn for: one row for each assessment.

    `named` and `dated` are the columns that say of whom or what a row is, and of which day; `day` is the day
    of all where no column says it.
    """

    instrument: str
    rows: tuple[Row, ...]
    fill: bool
    named: str = ""
    dated: str = ""
    day: str = ""
    practised: int = 0

    def row(self, name: str) -> Row:
        """The row of one name; empty where there is none."""
        return next((row for row in self.rows if row.get(self.named) == name), {})


@dataclass(frozen=True, slots=True)
class Conflict:
    """An answer that two people record differently, once `before` items of the case are answered."""

    sample: str
    question: str
    before: int
    reason: str


@dataclass(frozen=True, slots=True)
class DoubleWork:
    """A case of this sample that two people assess, and why one of the assessments counts."""

    sample: str
    reason: str


@dataclass(frozen=True, slots=True)
class Window:
    """The practice in the window: cases drawn from `seed` out of the first `listed` rows of each list.

    One case is judged with what `judged` gives, and `answered` items of another.
    """

    name: str
    provider: str
    seed: str
    listed: int
    judged: Row
    answered: int
    evidence: Note
    lines: tuple[Note, ...]
    point: Note


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure, or one part of it, and what is to be equal to it.

    `of` are measures added up (joined by "+"), a standard, an instrument, or "" for the whole inspection;
    `shown` says what of it is compared. Published is a value, or what lies from `lowest` to `highest`.
    `why` says why it cannot be equal.
    """

    figure: str
    words: str
    of: str
    shown: str
    published: str
    lowest: str
    highest: str
    headline: str
    why: str


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice inspection as its folder describes it."""

    folder: str
    order: int
    title: str
    programme: str
    name: str
    provider: str
    provider_type: str
    days: int
    damaged: bool
    people: tuple[tuple[str, Role], ...]
    samples: tuple[PracticeSample, ...]
    officers: Forms | None
    inspection: tuple[Forms, ...]
    occasions: tuple[Forms, ...]
    evidence: Note
    lines: tuple[Note, ...]
    point: Note | None
    conflict: Conflict | None
    double_work: DoubleWork | None
    figures: tuple[Figure, ...] = field(repr=False)
    window: Window | None = None

    def sample(self, id: str) -> PracticeSample:
        """The sample with this id; KeyError when there is none such."""
        for sample in self.samples:
            if sample.id == id:
                return sample
        raise KeyError(id)


def practices() -> tuple[Practice, ...]:
    """Return the practice inspections in their order. WrongInstrument: a file says what it may not."""
    folders = (folder for folder in path("practice").iterdir() if (folder / FILE).exists())
    return tuple(sorted(map(read_practice, folders), key=lambda each: each.order))


def read_practice(folder: Path) -> Practice:
    """Return the practice inspection of a folder with everything that its files say."""
    top = Table(tomllib.loads((folder / FILE).read_text("utf-8")), f"{folder.name}/{FILE}", "")
    if top.whole("format") != FORMAT:
        raise top.wrong("format", "this format is not known here", f"Write format = {FORMAT}.")
    officers, conflict, double = (top.maybe_table(key) for key in ("officers", "conflict", "double_work"))
    point, window = top.maybe_table("point"), top.maybe_table("window")
    read = Practice(
        folder=folder.name,
        order=top.whole("order"),
        title=top.text("title"),
        programme=top.text("programme"),
        name=top.text("name"),
        provider=top.text("provider"),
        provider_type=top.text("provider_type"),
        days=top.whole("days", lowest=1),
        damaged=top.flag("damaged"),
        people=tuple(_person(each) for each in top.tables("person")),
        samples=tuple(_sample(each, folder) for each in top.identified("sample")),
        officers=_forms(officers, folder) if officers else None,
        inspection=tuple(_forms(each, folder, whole=True) for each in top.maybe_tables("inspection")),
        occasions=tuple(_forms(each, folder) for each in top.maybe_tables("occasion")),
        evidence=_note(top.table("evidence")),
        lines=tuple(_note(each) for each in top.maybe_tables("line")),
        point=_note(point) if point else None,
        conflict=_conflict(conflict) if conflict else None,
        double_work=_double_work(double) if double else None,
        figures=tuple(Figure(**row) for row in _rows(folder / top.text("figures"))),
        window=_window(window) if window else None,
    )
    top.close()
    return read


def _person(table: Table) -> tuple[str, Role]:
    found = table.text("name"), table.one_of("role", Role)
    table.close()
    return found


def _sample(table: Table, folder: Path) -> PracticeSample:
    judgements = table.maybe_text("judgements")
    if judgements:
        by_position = _judgements(folder / judgements, table.identifier("id"))
    else:
        by_position = _wide(folder / table.text("answers"))
    sample = PracticeSample(
        table.identifier("id"),
        folder / table.text("list"),
        table.text("seed"),
        table.whole("size", lowest=1),
        by_position,
        judgements is not None,
        table.whole("practised", default=0),
    )
    table.close()
    return sample


def _judgements(file: Path, sample: str) -> Mapping[int, Row]:
    """One line for each key question of each case: sample, position, code, answer."""
    found: dict[int, dict[str, str]] = {}
    for row in _rows(file):
        if row["sample"] == sample:
            found.setdefault(int(row["position"]), {})[row["question"]] = row["answer"]
    return found


def _wide(file: Path) -> Mapping[int, Row]:
    """One line for each case, one column for each question."""
    return {int(row["position"]): row for row in _rows(file)}


def _forms(table: Table, folder: Path, *, whole: bool = False) -> Forms:
    """`whole`: one assessment, one line for each of its questions; else one line for each assessment."""
    file = table.maybe_text("answers")
    rows = _rows(folder / file) if file else ()
    forms = Forms(
        table.identifier("instrument"),
        ({row["question"]: row["answer"] for row in rows},) if whole else rows,
        table.flag("fill"),
        table.maybe_text("named") or "",
        table.maybe_text("dated") or "",
        table.maybe_text("day") or "",
        table.whole("practised", default=0),
    )
    table.close()
    return forms


def _note(table: Table) -> Note:
    note = Note(
        table.text("text"),
        table.maybe_text("source") or "",
        table.maybe_text("date") or "",
        table.maybe_identifier("question") or "",
    )
    table.close()
    return note


def _conflict(table: Table) -> Conflict:
    conflict = Conflict(
        table.identifier("sample"),
        table.identifier("question"),
        table.whole("before", lowest=1),
        table.text("reason"),
    )
    table.close()
    return conflict


def _double_work(table: Table) -> DoubleWork:
    double = DoubleWork(table.identifier("sample"), table.text("reason"))
    table.close()
    return double


def _window(table: Table) -> Window:
    judged = table.table("judged")
    window = Window(
        table.text("name"),
        table.text("provider"),
        table.text("seed"),
        table.whole("listed", lowest=1),
        {name: judged.text(name) for name in judged.names()},
        table.whole("answered", lowest=1),
        _note(table.table("evidence")),
        tuple(_note(each) for each in table.tables("line")),
        _note(table.table("point")),
    )
    table.close()
    return window


def _rows(file: Path) -> tuple[Row, ...]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return tuple(csv.DictReader(opened))
