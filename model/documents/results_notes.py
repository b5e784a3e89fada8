"""What a table of results says in its footnotes: which cases a rate leaves out, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.instruments.instrument import say
from model.instruments.measure import Measure
from model.measures import Tally


@dataclass(frozen=True, slots=True)
class Footnote:
    """A numbered footnote and the ids of the standards and measures whose rows carry its mark."""

    number: int
    text: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteOn:
    """Something to say of one row; notes of one `heading` are gathered under one number."""

    row: str
    text: str
    heading: str = ""

    @staticmethod
    def of_tally(measure: Measure, tally: Tally, language: str = "en") -> "Iterator[NoteOn]":
        """What there is to say about who is outside the base of a rate."""
        settled = [(why, len(cases)) for why, cases in tally.outside.items() if not why.is_unsettled]
        waiting = [(why, len(cases)) for why, cases in tally.outside.items() if why.is_unsettled]
        if settled:
            counts = ", ".join(f"{number} {why.value}" for why, number in settled)
            text = f"{measure.code}: {tally.base} of {tally.cases} ({counts}). {say(measure.base, language)}"
            yield NoteOn(measure.id, text.strip(), SUB_SAMPLE)
        if waiting:
            counts = ", ".join(f"{number} {why.value}" for why, number in waiting)
            yield NoteOn(measure.id, f"{measure.code}: {counts}.", UNSETTLED)


SUB_SAMPLE = "Calculated on the relevant cases, not on the whole sample. "
UNSETTLED = "Left out until settled. "


def footnotes_for(notes: Iterable[NoteOn]) -> tuple[Footnote, ...]:
    """Number the notes in the order in which they first occur; those of one heading share a number."""
    gathered: dict[tuple[str, str], list[NoteOn]] = {}
    for note in notes:
        gathered.setdefault((note.heading, "" if note.heading else note.row), []).append(note)
    return tuple(
        Footnote(
            number,
            heading + " ".join(note.text for note in group),
            tuple(note.row for note in group),
        )
        for number, ((heading, _), group) in enumerate(gathered.items(), start=1)
    )
